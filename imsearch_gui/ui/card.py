"""The outline of a card: what belongs together, on a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from imsearch_gui.ui.theme import colour

RADIUS = 6


def paint_card(
    painter: QPainter, card: QWidget, *, chosen: bool = False, lit: bool = False, filled: bool = True
) -> None:
    """Outline and ground; `lit` where the whole card is a button that the mouse is on, not `filled` where it only invites."""
    pen = QPen(colour("accent" if chosen else "quiet" if lit else "line"), 2 if chosen else 1)
    if not filled:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(colour("base") if filled else Qt.BrushStyle.NoBrush)
    edge = pen.widthF() / 2
    area = QRectF(card.rect()).adjusted(edge, edge, -edge, -edge)
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    if card.hasFocus():
        ring = colour("accent")
        ring.setAlphaF(0.6)
        painter.setPen(QPen(ring, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)
