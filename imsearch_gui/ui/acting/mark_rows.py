"""Rows of signs of which one is chosen: stars of a rating, dots of a colour label. By mouse, arrows and space, or digits."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from imsearch_gui.domain.marks import BEST, COLOURS
from imsearch_gui.ui.mark_colours import mark_colour, mark_colour_name
from imsearch_gui.ui.theme import colour

ROW = 24
FIRST = 10
"""Pixels from the edge to the middle of the first sign: that of the frame around the one that the keyboard is at."""


class SignRow(QWidget):
    """`number` signs, counted from 1; 0 is none of them. Choosing what is chosen takes it away."""

    chosen = Signal(int)

    def __init__(self, number: int, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._step = number, step
        self._value = 0
        self._cursor = 1
        self._under_mouse = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedSize(QSize(FIRST + (number - 1) * step + FIRST, ROW))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def value(self) -> int:
        return self._value

    def show_value(self, value: int) -> None:
        """Show what is noted; nothing is reported."""
        self._value = value
        self._cursor = value or self._cursor
        self.setAccessibleName(self.spoken())
        self.update()

    def spoken(self) -> str:
        """What it is and what is chosen, for screen readers."""
        raise NotImplementedError

    def _choose(self, value: int) -> None:
        self._cursor = value or 1
        self.chosen.emit(0 if value == self._value else value)

    def _at(self, x: float) -> int:
        return min(self._number, max(1, round((x - FIRST) / self._step) + 1))

    def centre(self, place: int) -> QPointF:
        """Of a sign, counted from 1."""
        return QPointF(FIRST + (place - 1) * self._step, self.height() / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under_mouse = self._at(event.position().x())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under_mouse = 0
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if (key == Qt.Key.Key_Right) == (self.layoutDirection() is Qt.LayoutDirection.LeftToRight) else -1
            self._cursor = min(self._number, max(1, self._cursor + step))
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._cursor)
        elif text.isdecimal() and int(text) <= self._number:
            if int(text) != self._value:
                self.chosen.emit(int(text))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(1, self._number + 1):
            self.paint_sign(painter, place, self.centre(place))
        if self.hasFocus():
            around = QRectF(0, 0, 2 * FIRST, 2 * FIRST)
            around.moveCenter(self.centre(self._cursor))
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def paint_sign(self, painter: QPainter, place: int, centre: QPointF) -> None:
        """One of them."""
        raise NotImplementedError


class Stars(SignRow):
    """A rating."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(BEST, ROW, parent)
        self.setToolTip(self.tr("Rating (1 to 5, 0 for none)"))
        self.show_value(0)

    def spoken(self) -> str:
        return self.tr("Rating: {0} of {1}").format(self._value, BEST) if self._value else self.tr("Rating: none")

    def paint_sign(self, painter: QPainter, place: int, centre: QPointF) -> None:
        lit = place <= (self._under_mouse or self._value)
        painter.setPen(QPen(colour("text" if lit else "quiet"), 1.25))
        painter.setBrush(colour("text") if lit else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_star(centre, 7.5))


class ColourDots(SignRow):
    """A colour label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COLOURS, 21, parent)
        self.setToolTip(self.tr("Colour label (1 to 9, 0 for none)"))
        self.show_value(0)

    def spoken(self) -> str:
        name = mark_colour_name(self._value) if self._value else self.tr("none")
        return self.tr("Colour label: {0}").format(name)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and self._under_mouse:
            name = mark_colour_name(self._under_mouse)
            self.setToolTip(self.tr("{0} ({1}, or 0 for none)").format(name, self._under_mouse))
        return super().event(event)

    def paint_sign(self, painter: QPainter, place: int, centre: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colour(place))
        radius = 6.0 if place in (self._value, self._under_mouse) else 5.0
        painter.drawEllipse(centre, radius, radius)
        if place == self._value:
            painter.setPen(QPen(colour("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 8.75, 8.75)


def _star(centre: QPointF, radius: float) -> QPolygonF:
    """Five points, the first one up; its inner corners lie where lines between the outer ones cross."""
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        turn = math.pi * (corner / 5 - 0.5)
        points.append(QPointF(centre.x() + reach * math.cos(turn), centre.y() + 0.5 + reach * math.sin(turn)))
    return QPolygonF(points)
