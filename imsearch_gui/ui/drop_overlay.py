"""While something is dragged over the window: where it will land."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, colour

SIGN = 6 * SPACE
RADIUS = 12
CARD = QSize(56 * SPACE, 23 * SPACE)
SHADE = QColor(0, 0, 0, 128)
"""Over the window: it is still there, but nobody reads in it."""


class DropOverlay(QWidget):
    """Covers a window or a part of it; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sign = ""
        self.text = ""
        self._other: tuple[str, str] | None = None
        self._lower = False
        self._part: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def announce(self, sign: str, text: str, part: QWidget | None = None) -> None:
        """Cover the window, or a part of it, and say what letting go will do."""
        self._other = None
        self._cover(sign, text, part)

    def announce_halves(
        self, upper: tuple[str, str], lower_one: tuple[str, str], *, lower: bool, part: QWidget
    ) -> None:
        """Cover a part of the window in two halves, a sign and a text each; letting go does what the lit one says."""
        lit, self._other = (lower_one, upper) if lower else (upper, lower_one)
        self._lower = lower
        self._cover(*lit, part)

    def _cover(self, sign: str, text: str, part: QWidget | None) -> None:
        self._sign, self.text, self._part = sign, text, part
        self.setAccessibleName(text)
        self.fit()
        self.raise_()
        self.show()
        self.update()

    def fit(self) -> None:
        """Cover again what is covered, at its size of now."""
        part = self._part
        if part is None:
            self.setGeometry(self._window.rect())
        else:
            self.setGeometry(QRect(part.mapTo(self._window, QPoint(0, 0)), part.size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._other is not None:
            upper = QRect(0, 0, self.width(), self.height() // 2)
            lower = QRect(0, upper.height(), self.width(), self.height() - upper.height())
            here, there = (lower, upper) if self._lower else (upper, lower)
            painter.fillRect(self.rect(), colour("window"))
            self._paint_card(painter, _inside(there), *self._other, lit=False)
            self._paint_card(painter, _inside(here), self._sign, self.text, lit=True)
        else:
            painter.fillRect(self.rect(), SHADE)
            self._paint_card(painter, self._middle(), self._sign, self.text, lit=True)
        painter.end()

    def _font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * (1.8 if self._part is None else 1.2))
        return font

    def _middle(self) -> QRect:
        """Of what is covered, as much as the message needs, and enough to hide an invitation that stands in the same place."""
        words = QFontMetrics(self._font()).size(0, self.text)
        needed = QSize(words.width() + 8 * SPACE, SIGN + words.height() + 8 * SPACE)
        card = QRect(QPoint(0, 0), needed.expandedTo(CARD))
        card.moveCenter(self.rect().center())
        return card.intersected(_inside(self.rect()))

    def _paint_card(self, painter: QPainter, card: QRect, name: str, text: str, *, lit: bool) -> None:
        """On a solid ground: nothing of the window shines through its words."""
        painter.setPen(QPen(colour("accent"), 3) if lit else QPen(colour("line"), 1))
        painter.setBrush(colour("base" if lit else "window"))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        font = self._font()
        line = QFontMetrics(font).height()
        sign = QRect(0, 0, SIGN, SIGN)
        sign.moveCenter(card.center())
        sign.translate(0, -(line + SPACE) // 2)
        icon(name).paint(painter, sign)
        painter.setFont(font)
        painter.setPen(colour("text" if lit else "quiet"))
        words = QRect(card.left(), sign.bottom() + SPACE, card.width(), line)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)


def _inside(place: QRect) -> QRect:
    return place.adjusted(SPACE, SPACE, -SPACE, -SPACE)
