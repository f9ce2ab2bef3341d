"""Files that the desktop of macOS asks the program to open: not by a command line, but by an event."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent

from imsearch_gui.wishes import Wishes


class OpenedFiles(QObject):
    """What comes at once is one wish, and waits until somebody receives it. `parent` is the application."""

    wished = Signal(object)
    """Wishes"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        self._received = False
        parent.installEventFilter(self)

    def receive(self, take: Callable[[Wishes], object]) -> None:
        """Give to `take` what has come and what comes."""
        self.wished.connect(take)
        self._received = True
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if event.type() is not QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        if event.file():
            self._paths.append(Path(event.file()))
            QTimer.singleShot(0, self, self._tell)
        return True

    def _tell(self) -> None:
        if self._received and self._paths:
            paths, self._paths = self._paths, []
            self.wished.emit(Wishes(paths=tuple(paths)))
