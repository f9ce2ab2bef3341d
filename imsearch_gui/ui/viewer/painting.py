"""What is drawn over a picture that is looked at, and in its place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.region import Region
from imsearch_gui.ui.theme import SPACE, colour
from imsearch_gui.ui.viewer.geometry import Size

SURROUND = QColor(28, 28, 28)
"""Dark and without a hue in both styles: beside it the colours of a picture are judged rightly."""
WRITING = QColor(236, 236, 236)
QUIET = QColor(176, 176, 176)
SHADE = QColor(0, 0, 0, 120)
PLATE = QColor(0, 0, 0, 190)
WIDEST_TEXT = 60 * SPACE
ENDLESS = 10_000
CONTRAST = 1.5
DIMMED = 190
"""Of 255, by which the parts are darkened that are least like the query."""
Outline = tuple[tuple[float, float], ...]
"""Corners in shares of a picture's width and height, as in `domain.refinement.Verified`."""


def paint_region(painter: QPainter, target: QRectF, picture: Size, region: Region, *, line: float) -> None:
    """Outline a region of a picture of that size that is drawn into `target`, with a line so wide; the rest is darkened."""
    across, down = target.width() / picture.width, target.height() / picture.height
    inner = QRectF(
        target.x() + region.x * across, target.y() + region.y * down, region.width * across, region.height * down
    )
    whole, hole = QPainterPath(), QPainterPath()
    whole.addRect(target)
    hole.addRect(inner)
    painter.fillPath(whole - hole, SHADE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 140), 2 * line), QPen(QColor(255, 255, 255), line)):
        painter.setPen(pen)
        painter.drawRect(inner)


def paint_outline(painter: QPainter, target: QRectF, outline: Outline, *, line: float) -> None:
    """A line through corners that are given in shares of a picture that is drawn into `target`, itself so wide."""
    corners = QPolygonF(
        [QPointF(target.x() + x * target.width(), target.y() + y * target.height()) for x, y in outline]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # On a light edge: the accent itself is seen on light pictures, and is lost in a dark sea.
    for pen in (QPen(QColor(255, 255, 255, 210), 2 * line), QPen(colour("accent"), line)):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolygon(corners)


def shade_of(likeness: Likeness) -> QImage:
    """What is laid over a match to show where it is like the query: a pixel for each part, the darker the less it is."""
    rows, columns = likeness.shares.shape
    shade = QImage(columns, rows, QImage.Format.Format_ARGB32_Premultiplied)
    # What is half as like is not half as interesting: most of a picture is.
    dark = DIMMED * (1 - likeness.shares**CONTRAST)
    for row in range(rows):
        for column in range(columns):
            shade.setPixelColor(column, row, QColor(0, 0, 0, round(float(dark[row, column]))))
    return shade


def paint_shade(painter: QPainter, target: QRectF, shade: QImage) -> None:
    """Lay a shade over a picture that is drawn into `target`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, shade)
    painter.restore()


def paint_words(painter: QPainter, canvas: QWidget, line: str, more: str, *, over_picture: bool) -> None:
    """A sentence and a quieter one in the middle of a canvas; on a plate at its foot where there is a picture."""
    large = QFont(canvas.font())
    large.setPointSizeF(large.pointSizeF() * 1.2)
    large.setWeight(QFont.Weight.DemiBold)
    width = min(WIDEST_TEXT, canvas.width() - 4 * SPACE)
    how = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    room = QRectF(0, 0, width, ENDLESS)
    first = QFontMetricsF(large).boundingRect(room, how, line).height()
    second = QFontMetricsF(canvas.font()).boundingRect(room, how, more).height() if more else 0.0
    high = first + (SPACE + second if more else 0)
    top = canvas.height() - high - 3 * SPACE if over_picture else (canvas.height() - high) / 2
    left = (canvas.width() - width) / 2
    if over_picture:
        plate = QRectF(left, top, width, high).adjusted(-2 * SPACE, -SPACE, 2 * SPACE, SPACE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PLATE)
        painter.drawRoundedRect(plate, 6, 6)
    painter.setPen(WRITING)
    painter.setFont(large)
    painter.drawText(QRectF(left, top, width, first), how, line)
    painter.setPen(QUIET)
    painter.setFont(canvas.font())
    painter.drawText(QRectF(left, top + first + SPACE, width, second), how, more)
