"""The query's picture with the region that matters, drawn, moved and resized by mouse and keyboard.

All geometry is `domain.region`, in pixels of the picture; this widget only turns mouse positions into picture pixels and paints.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from imsearch_gui.domain.region import CORNERS_FIRST, Grip, Region, dragged, grip_at, grip_centre, spanned
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.picture_frame import PictureFrame
from imsearch_gui.ui.theme import caption_font, colour

REACH = 9.0
"""Pixels of the window within which a handle is caught."""
HANDLE = 4.0
CLICK = 3.0
"""A press and release nearer than this is a click, not a region."""
SMALL = 5
"""A region lower than so many lines of text does not carry its size inside."""
SHADE = QColor(0, 0, 0, 140)

_CURSORS = {
    Grip.INSIDE: Qt.CursorShape.SizeAllCursor,
    Grip.TOP: Qt.CursorShape.SizeVerCursor,
    Grip.BOTTOM: Qt.CursorShape.SizeVerCursor,
    Grip.LEFT: Qt.CursorShape.SizeHorCursor,
    Grip.RIGHT: Qt.CursorShape.SizeHorCursor,
    Grip.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Grip.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Grip.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Grip.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class _Drag:
    """What the mouse is doing: `grip` None draws a new region."""

    grip: Grip | None
    start: QPointF
    region: Region | None


class RegionView(PictureFrame):
    """Shows a picture; lets the user say which part of it counts."""

    region_changed = Signal(object)
    """Region | None, when the mouse is let go or a key has changed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region: Region | None = None
        self._drag: _Drag | None = None
        self._words = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Query picture"))
        self.setToolTip(
            self.tr(
                "Drag to search for a part of the picture. Arrow keys move it, Ctrl+arrows resize it, Esc clears it."
            )
        )

    @property
    def region(self) -> Region | None:
        return self._region

    def set_picture(self, image: QImage, width: int, height: int) -> None:
        self._words = ""
        super().set_picture(image, width, height)
        self._drag = None
        self.unsetCursor()

    def set_words(self, words: str) -> None:
        """Show words in the place of a picture."""
        self.set_picture(QImage(), 0, 0)
        self._words = words

    def set_region(self, region: Region | None) -> None:
        """Show a region; nothing is emitted."""
        if self._drag is None:
            self._region = region
            self.update()

    # -- geometry ---------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels of the window for one of the picture."""
        return self.picture_rect().width() / max(1, self._size.width())

    def _to_picture(self, point: QPointF) -> QPointF:
        return (point - self.picture_rect().topLeft()) / max(self._scale(), 1e-9)

    def _to_window(self, region: Region) -> QRectF:
        scale, origin = self._scale(), self.picture_rect().topLeft()
        return QRectF(
            origin.x() + region.x * scale, origin.y() + region.y * scale, region.width * scale, region.height * scale
        )

    def _grip_under(self, point: QPointF) -> Grip | None:
        if self._region is None:
            return None
        at = self._to_picture(point)
        return grip_at(self._region, at.x(), at.y(), reach=REACH / max(self._scale(), 1e-9))

    # -- mouse and keyboard -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._image.isNull():
            return
        self._drag = _Drag(self._grip_under(event.position()), event.position(), self._region)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            grip = self._grip_under(event.position())
            default = Qt.CursorShape.CrossCursor if not self._image.isNull() else Qt.CursorShape.ArrowCursor
            self.setCursor(_CURSORS[grip] if grip is not None else default)
            return
        moved = event.position() - self._drag.start
        if moved.manhattanLength() < CLICK and self._drag.grip is None:
            return
        self._region = self._dragged_to(self._drag, event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        drag, self._drag = self._drag, None
        if drag is not None and self._region != drag.region:
            self.region_changed.emit(self._region)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag = None
            self._set_and_tell(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._region, self._drag = self._drag.region, None
            self.update()
            return
        if event.key() == Qt.Key.Key_Escape and self._region is not None:
            self._set_and_tell(None)
            return
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or self._region is None:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        resize = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._set_and_tell(
            dragged(
                self._region,
                Grip.BOTTOM_RIGHT if resize else Grip.INSIDE,
                step[0] * far,
                step[1] * far,
                width=self._size.width(),
                height=self._size.height(),
            )
        )

    def _dragged_to(self, drag: _Drag, point: QPointF) -> Region:
        width, height = self._size.width(), self._size.height()
        start, end = self._to_picture(drag.start), self._to_picture(point)
        if drag.grip is None or drag.region is None:
            return spanned(start.x(), start.y(), end.x(), end.y(), width=width, height=height)
        return dragged(drag.region, drag.grip, end.x() - start.x(), end.y() - start.y(), width=width, height=height)

    def _set_and_tell(self, region: Region | None) -> None:
        if region != self._region:
            self._region = region
            self.update()
            self.region_changed.emit(region)

    # -- painting ---------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image.isNull():
            self._paint_nothing(painter)
        else:
            painter.drawImage(self.picture_rect(), self._image)
            if self._region is not None:
                self._paint_region(painter, self._region)
        if self.hasFocus() and not self._image.isNull():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(self.picture_rect().adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_nothing(self, painter: QPainter) -> None:
        room = self.rect().adjusted(16, 16, -16, -16)
        if self._words:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("raised"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            painter.setPen(colour("text"))
            font = painter.font()
            font.setPointSizeF(font.pointSizeF() * 1.3)
            painter.setFont(font)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        painter.setPen(QPen(colour("accent" if self.hasFocus() else "line"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(colour("quiet"))
        painter.setFont(caption_font())
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self.tr("No picture yet"),
        )

    def _paint_region(self, painter: QPainter, region: Region) -> None:
        inner = self._to_window(region)
        outside = QPainterPath()
        outside.addRect(self.picture_rect())
        hole = QPainterPath()
        hole.addRect(inner)
        painter.fillPath(outside - hole, SHADE)
        if self._drag is not None:
            painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
            for third in (1 / 3, 2 / 3):
                x, y = inner.left() + inner.width() * third, inner.top() + inner.height() * third
                painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
                painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255), 1.5))
        painter.drawRect(inner)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
        painter.setBrush(QColor(255, 255, 255))
        scale, origin = self._scale(), self.picture_rect().topLeft()
        for grip in CORNERS_FIRST:
            x, y = grip_centre(region, grip)
            centre = QPointF(origin.x() + x * scale, origin.y() + y * scale)
            painter.drawRect(QRectF(centre.x() - HANDLE, centre.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
        self._paint_size(painter, inner, f"{count(region.width)} × {count(region.height)}")

    def _paint_size(self, painter: QPainter, inner: QRectF, text: str) -> None:
        painter.setFont(caption_font())
        metrics = QFontMetrics(painter.font())
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 4)
        plate.moveCenter(QPointF(inner.center().x(), inner.bottom() - plate.height() / 2 - 2 * HANDLE))
        if inner.height() < SMALL * plate.height() or inner.width() < plate.width() + 4 * HANDLE:
            # It would cover what was chosen: below, or above where there is no room below.
            plate.moveTop(inner.bottom() + 2 * HANDLE)
            if plate.bottom() > self.height():
                plate.moveBottom(inner.top() - 2 * HANDLE)
        plate.moveLeft(min(max(plate.left(), 2.0), self.width() - plate.width() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 170))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
