"""The frame that the program is in: on the screen before its contents have been loaded."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imsearch_gui.bridge.settings_store import SettingsStore

SIZE = QSize(1280, 800)
SMALLEST = QSize(800, 520)
FRAME = QSize(16, 48)
"""Pixels that the title bar and the edges of a window may take."""


class Shell(QWidget):
    """A window of the right size at the right place, empty at first."""

    painted = Signal()
    """The user sees it; what takes time may begin."""
    furnished = Signal()
    """The user sees the contents."""
    closed = Signal()
    """The user has left; dialogs that are still open go with it."""

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__()
        self._settings = settings
        self._inside: QWidget | None = None
        self._seen = False
        self._inside_seen = False
        self.setWindowTitle("imsearch")
        self.setMinimumSize(SMALLEST)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        room = self.screen().availableGeometry().size() - FRAME
        self.resize(SIZE.boundedTo(room).expandedTo(SMALLEST))
        kept = settings.state("geometry")
        if not kept.isEmpty():
            self.restoreGeometry(kept)

    def house(self, inside: QWidget) -> None:
        """Show the contents, which bring their title and are told when the user closes the window."""
        self._inside = inside
        self.setWindowTitle(inside.windowTitle())
        inside.windowTitleChanged.connect(self.setWindowTitle)
        focus = inside.focusWidget()
        self._layout.addWidget(inside)
        inside.show()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)  # lost with the move into another window

    def paintEvent(self, event: QPaintEvent) -> None:
        # What hears of it may take the time that it takes; this has to reach the screen first.
        if not self._seen:
            self._seen = True
            self.metaObject().invokeMethod(self, "painted", Qt.ConnectionType.QueuedConnection)
        if self._inside is not None and not self._inside_seen:
            self._inside_seen = True
            self.metaObject().invokeMethod(self, "furnished", Qt.ConnectionType.QueuedConnection)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_state("geometry", self.saveGeometry())
        # It goes at once; what runs behind it ends a moment later.
        self.hide()
        if self._inside is not None:
            self._inside.close()
        super().closeEvent(event)
        self.closed.emit()
