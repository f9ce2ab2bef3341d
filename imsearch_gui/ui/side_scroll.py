"""What a panel at the side of the window scrolls in: downwards only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from imsearch_gui.ui.theme import SCROLL_BAR


class SideScroll(QScrollArea):
    """As wide at least as what is in it, whatever its words are in another language: nothing is cut off at the right.

    The room for the bar is kept where there is none, too. A picture is as high as its width asks for, so that a bar which takes
    some of the width could make itself unnecessary, be taken away and be needed again, for ever.
    """

    def __init__(self, inner: QWidget, narrowest: int, parent: QWidget) -> None:
        """`inner` has its layout; the bar stands in the margin at its right."""
        super().__init__(parent)
        self._inner, self._narrowest, self._room = inner, narrowest, 0
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self.verticalScrollBar()
        bar.setFixedWidth(SCROLL_BAR)
        # One that has nothing to do is not seen.
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda first, last: bar.setEnabled(last > first))
        layout = inner.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        margins.setRight(max(0, margins.right() - SCROLL_BAR))
        layout.setContentsMargins(margins)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._narrowest, self._room), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() is QEvent.Type.LayoutRequest:
            room = self._inner.minimumSizeHint().width() + SCROLL_BAR
            if room != self._room:
                self._room = room
                self.updateGeometry()
        return super().eventFilter(watched, event)
