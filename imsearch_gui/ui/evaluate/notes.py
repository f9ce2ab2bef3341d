"""What the user should know of a report, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.ui.models.scroll import Scroll
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.theme import SPACE

WIDTH = 760
"""Of a sentence at most: wider lines are hard to follow."""


class NotesPane(QWidget):
    """The sentences, which can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = plain(QLabel())
        self.text.setAccessibleName(tr("What to know of this evaluation"))
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(WIDTH)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        inner = QWidget()
        column = QVBoxLayout()
        column.addWidget(self.text)
        column.addStretch(1)
        inner.setLayout(column)
        scroll = Scroll(self)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 0, SPACE)
        layout.addWidget(scroll)

    def show_notes(self, notes: Sequence[str]) -> None:
        """All of them, with room between."""
        self.text.setText("\n\n".join(notes))
