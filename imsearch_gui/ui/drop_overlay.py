"""While something is dragged over the window: where it will land."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, colour

SIGN = 6 * SPACE


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
        veil = QColor(colour("window"))
        veil.setAlpha(245)
        painter.fillRect(self.rect(), veil)
        if self._other is None:
            self._paint_place(painter, self.rect(), self._sign, self.text, lit=True)
        else:
            upper = QRect(0, 0, self.width(), self.height() // 2)
            lower = QRect(0, upper.height(), self.width(), self.height() - upper.height())
            here, there = (lower, upper) if self._lower else (upper, lower)
            self._paint_place(painter, there, *self._other, lit=False)
            self._paint_place(painter, here, self._sign, self.text, lit=True)
        painter.end()

    def _paint_place(self, painter: QPainter, place: QRect, name: str, text: str, *, lit: bool) -> None:
        painter.setPen(QPen(colour("accent"), 3) if lit else QPen(colour("line"), 1))
        edge = 2 * SPACE if self._part is None else SPACE
        painter.drawRoundedRect(QRectF(place).adjusted(edge, edge, -edge, -edge), 12, 12)
        sign = QRect(0, 0, SIGN, SIGN)
        sign.moveCenter(place.center())
        sign.translate(0, -SIGN)
        icon(name).paint(painter, sign)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * (1.8 if self._part is None else 1.2))
        painter.setFont(font)
        painter.setPen(colour("text" if lit else "quiet"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
