"""What all pages of the wizard have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from imsearch_gui.ui.theme import SPACE, quiet, title


class Page(QWidget):
    """A heading, a quieter line, and room for the rest in `body`."""

    complete_changed = Signal()
    """`missing` or `complete` may say something else now."""

    def __init__(self, heading: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE)
        self.heading = title(QLabel(heading, self))
        self.body.addWidget(self.heading)
        self.more = quiet(QLabel(more, self))
        self.more.setWordWrap(True)
        self.body.addWidget(self.more)
        self.body.addSpacing(SPACE)

    @property
    def complete(self) -> bool:
        """Whether the wizard may go on."""
        return True

    @property
    def missing(self) -> str:
        """What the user has still to do here, in one sentence; empty where nothing is, or where the page itself says it."""
        return ""

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard when the page is shown."""
        return None
