"""A line of text in a window that takes pictures wherever they are dropped or pasted."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget


class TextLine(QLineEdit):
    """Takes neither drops nor Ctrl+V for itself: the window looks first whether it is a picture that comes in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)

    def event(self, event: QEvent) -> bool:
        # A line of text claims the key before any shortcut of the window; not claimed, it reaches the window's action.
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
            return False
        return super().event(event)


def line_with_focus() -> TextLine | None:
    """The line that the keyboard writes into."""
    widget = QApplication.focusWidget()
    line = widget.lineEdit() if isinstance(widget, QAbstractSpinBox) else widget
    return line if isinstance(line, TextLine) else None
