"""An icon that stands by itself, beside or above a text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import ICON


class Sign(QWidget):
    """Paints its icon anew each time, so that it follows style and scale as icons of buttons do."""

    def __init__(self, name: str = "", side: int = ICON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            icon(self._name).paint(painter, self.rect())
            painter.end()
