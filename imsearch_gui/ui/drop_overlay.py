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
        self._part: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def announce(self, sign: str, text: str, part: QWidget | None = None) -> None:
        """Cover the window, or a part of it, and say what letting go will do."""
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
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(colour("accent"), 3))
        edge = 2 * SPACE if self._part is None else SPACE
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 12, 12)
        sign = QRect(0, 0, SIGN, SIGN)
        sign.moveCenter(self.rect().center())
        sign.translate(0, -SIGN)
        icon(self._sign).paint(painter, sign)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * (1.8 if self._part is None else 1.2))
        painter.setFont(font)
        painter.setPen(colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()
