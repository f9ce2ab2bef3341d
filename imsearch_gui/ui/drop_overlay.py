"""While something is dragged over the window: where it will land."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, colour

SIGN = 6 * SPACE


class DropOverlay(QWidget):
    """Covers a window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sign = ""
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def announce(self, sign: str, text: str) -> None:
        """Cover the window and say what letting go will do."""
        self._sign, self.text = sign, text
        self.setAccessibleName(text)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colour("window"))
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(colour("accent"), 3))
        edge = 2 * SPACE
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 12, 12)
        sign = QRect(0, 0, SIGN, SIGN)
        sign.moveCenter(self.rect().center())
        sign.translate(0, -SIGN)
        icon(self._sign).paint(painter, sign)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        painter.setFont(font)
        painter.setPen(colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()
