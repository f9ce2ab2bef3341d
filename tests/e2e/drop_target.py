"""A window of another program that takes dropped files: drop_target.py OUTPUT X Y; writes their paths into OUTPUT."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

import imsearch_gui.bridge  # noqa: F401  (its guard against PySide6's reference counting on Python 3.11)


class Target(QLabel):
    def __init__(self, output: Path) -> None:
        super().__init__("drop here")
        self._output = output
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._output.write_text("\n".join(url.toLocalFile() for url in event.mimeData().urls()))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    target = Target(Path(sys.argv[1]))
    target.setWindowTitle("drop target")
    target.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 120, 80)
    target.show()
    sys.exit(app.exec())
