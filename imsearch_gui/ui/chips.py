"""Small words that are switched on and off, or taken away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, caption_font, colour

HEIGHT = 3 * SPACE
SIGN = 12
_CLOSING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(QAbstractButton):
    """A word on a rounded ground, which the accent frames when it is on."""

    def __init__(self, text: str, parent: QWidget, *, dot: QColor | None = None, closes: bool = False) -> None:
        super().__init__(parent)
        self.setText(text)
        self._dot = dot
        self._closes = closes
        self.setCheckable(not closes)
        self.setFont(caption_font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        extra = (SIGN + SPACE // 2) * ((self._dot is not None) + self._closes)
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * SPACE + extra + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(5 * SPACE, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._closes and event.key() in _CLOSING:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.isChecked() or self.hasFocus()
        hovered = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(colour("accent" if lit else "quiet" if hovered else "line"), 1))
        ground = QColor(colour("accent"))
        ground.setAlpha(40)
        painter.setBrush(ground if self.isChecked() else colour("raised") if self._closes else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, HEIGHT / 2, HEIGHT / 2)
        room = self.rect().adjusted(SPACE, 0, -SPACE, 0)
        if self._dot is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._dot)
            painter.drawEllipse(QRect(room.left(), (HEIGHT - SIGN) // 2, SIGN, SIGN).adjusted(1, 1, -1, -1))
            room.setLeft(room.left() + SIGN + SPACE // 2)
        if self._closes:
            icon("close").paint(painter, QRect(room.right() - SIGN + 3, (HEIGHT - SIGN) // 2, SIGN, SIGN))
            room.setRight(room.right() - SIGN - SPACE // 2)
        painter.setPen(colour("text" if self.isEnabled() else "quiet"))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width() + 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
