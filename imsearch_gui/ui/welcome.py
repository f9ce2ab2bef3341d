"""The first page: one sentence, a place to drop a folder, and two buttons. No menu is needed to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from imsearch_gui.ui.empty_state import EmptyState
from imsearch_gui.ui.theme import SPACE, title

WIDTH = 80 * SPACE
HEIGHT = 42 * SPACE


class Welcome(QWidget):
    """Shown while there is nothing to search in."""

    folder_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Welcome"))
        sentence = title(QLabel(self.tr("Find pictures by what they look like."), self), 1.9)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area = EmptyState(drop_area=True, parent=self)
        area.setMinimumSize(WIDTH // 2, HEIGHT // 2)
        area.setMaximumSize(WIDTH, HEIGHT)
        area.say(
            "folder-add",
            self.tr("Drop a folder of pictures here"),
            self.tr("It is indexed on this computer; no picture leaves it, and none is changed."),
            [
                (self.tr("Choose a folder…"), self.folder_wanted.emit),
                (self.tr("Try with sample pictures"), self.samples_wanted.emit),
            ],
        )
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(area, 8)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 6 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addStretch(1)
        layout.addWidget(sentence)
        layout.addLayout(row, 8)
        layout.addStretch(1)
