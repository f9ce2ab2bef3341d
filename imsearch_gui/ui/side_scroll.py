"""What a panel at the side of the window scrolls in: downwards only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class SideScroll(QScrollArea):
    """As wide at least as what is in it, whatever its words are in another language: nothing is cut off at the right."""

    def __init__(self, inner: QWidget, narrowest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._inner, self._narrowest = inner, narrowest
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        bar = self.verticalScrollBar()
        room = self._inner.minimumSizeHint().width() + (bar.sizeHint().width() if bar.isVisible() else 0)
        return QSize(max(self._narrowest, room), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
