"""A page that scrolls, and ends at the same line whether it does or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from imsearch_gui.ui.theme import SPACE

BAR = 12
"""Width of a scroll bar (ui/theme.py)."""
RIGHT = SPACE + BAR
"""Room to the right of the page: what stands above and below it keeps as much, and so ends at its line."""


class Scroll(QScrollArea):
    """The bar stands beside the page, never on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            beside = self.width() - self.viewport().width()
            layout.setContentsMargins(0, 0, RIGHT - beside, 0)
