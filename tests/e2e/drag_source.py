"""A window of another program with one file to drag: `python drag_source.py FILE X Y`. It offers what a file manager offers."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

import imsearch_gui.bridge  # noqa: F401  (its guard against PySide6's reference counting on Python 3.11)


class Source(QLabel):
    """Drags its file when the mouse moves with the button down."""

    def __init__(self, file: str) -> None:
        super().__init__("drag me")
        self._file = file
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._file)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    source = Source(sys.argv[1])
    source.setWindowTitle("drag source")
    source.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 160, 120)
    source.show()
    sys.exit(app.exec())
