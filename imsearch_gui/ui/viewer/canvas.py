"""One picture to be looked at: zoomed about the mouse, dragged, sharp where its single pixels can be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.region import Region
from imsearch_gui.ui.theme import SPACE, colour
from imsearch_gui.ui.viewer import geometry
from imsearch_gui.ui.viewer.geometry import FITTED, NOTCH, Place, Point, Size, View
from imsearch_gui.ui.viewer.painting import (
    SURROUND,
    Outline,
    paint_outline,
    paint_region,
    paint_shade,
    paint_words,
    shade_of,
)

SHARP_FROM = 2.0
"""Device pixels for one of the picture from which on its pixels are drawn as squares."""
MARGIN = 2
"""Pixels of the picture beyond the edge of the room that are drawn too, so that what is smoothed there is smoothed rightly."""


class PictureCanvas(QWidget):
    """Shows the best of the images that it is given for what is looked at; a sentence where there is none."""

    view_changed = Signal()
    """The user has zoomed or dragged."""
    room_changed = Signal()
    """The canvas has another size, or is on another screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Size(1, 1)
        self._images: list[QImage] = []
        self._view = FITTED
        self._region: Region | None = None
        self._outline: Outline = ()
        self._outlined = True
        self.shade = QImage()
        self._line, self._more = "", ""
        self._held: QPointF | None = None
        self._tabbed = False
        self.ringed = False
        """Whether the keyboard's being here is shown at all times: where two canvases are side by side."""
        self.setMinimumSize(16 * SPACE, 12 * SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_picture(
        self,
        width: int,
        height: int,
        images: Sequence[QImage],
        region: Region | None = None,
        outline: Outline = (),
    ) -> None:
        """A picture of `width` x `height` pixels, by images of it in whatever sizes; null ones count for nothing.

        `outline` is where another picture lies in it.
        """
        self._picture = Size(max(1, width), max(1, height))
        self._images = sorted((image for image in images if not image.isNull()), key=lambda image: image.width())
        self._region, self._outline = region, outline
        self.set_view(self._view)

    def set_outlined(self, outlined: bool) -> None:
        """Whether the outline is drawn."""
        self._outlined = outlined
        self.update()

    def show_likeness(self, likeness: Likeness | None) -> None:
        """Darken what is less like the query, or nothing."""
        self.shade = QImage() if likeness is None else shade_of(likeness)
        self.update()

    def say(self, line: str, more: str = "") -> None:
        """A sentence in the picture's place, or under what little there is of it; empty takes it away."""
        self._line, self._more = line, more
        self.setAccessibleDescription(f"{line} {more}".strip())
        self.update()

    def set_view(self, view: View) -> None:
        """Look at something; nothing is emitted."""
        self._view = geometry.bounded(view, room=self.room, picture=self._picture)
        self._set_cursor()
        self.update()

    @property
    def said(self) -> str:
        """What is written on it."""
        return f"{self._line} {self._more}".strip()

    @property
    def images(self) -> list[QImage]:
        """What there is of the picture, the smallest first."""
        return list(self._images)

    @property
    def region(self) -> Region | None:
        return self._region

    @property
    def outline(self) -> Outline:
        """What is drawn of it."""
        return self._outline if self._outlined else ()

    # -- what is looked at ------------------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        return self._view

    @property
    def room(self) -> Size:
        """In device pixels."""
        ratio = self.devicePixelRatioF()
        return Size(max(1.0, self.width() * ratio), max(1.0, self.height() * ratio))

    @property
    def picture(self) -> Size:
        """In pixels of the picture."""
        return self._picture

    @property
    def scale(self) -> float:
        """Device pixels for one of the picture."""
        return geometry.scale_of(self._view, room=self.room, picture=self._picture)

    @property
    def place(self) -> Place:
        """Where the picture lies, in device pixels of the canvas."""
        return geometry.placed(self._view, room=self.room, picture=self._picture)

    @property
    def needs_more(self) -> bool:
        """Whether the picture is shown larger than the images of it are."""
        wanted = min(self.place.width, self._picture.width)
        return not self._images or self._images[-1].width() < wanted - 1

    def zoom_to(self, scale: float | None, at: QPointF | None = None) -> None:
        """Another scale, about a point of the canvas or about its middle; None shows the whole picture."""
        self._change(
            geometry.zoomed(self._view, room=self.room, picture=self._picture, scale=scale, at=self._point(at))
        )

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """So many steps closer; away, where negative."""
        fit = geometry.fit_scale(room=self.room, picture=self._picture)
        scale = geometry.stepped(self.scale, room=self.room, picture=self._picture, steps=steps)
        self.zoom_to(None if scale == fit else scale, at)

    def toggle(self, at: QPointF | None = None) -> None:
        """Between the whole picture and its pixels one to one."""
        self.zoom_to(1.0 if self._view.scale is None else None, at)

    def pan(self, x: float, y: float) -> None:
        """Move the picture, by pixels of the window."""
        ratio = self.devicePixelRatioF()
        by = Point(x * ratio, y * ratio)
        self._change(geometry.panned(self._view, room=self.room, picture=self._picture, by=by))

    def _change(self, view: View) -> None:
        if view != self._view:
            self.set_view(view)
            self.view_changed.emit()

    def _point(self, at: QPointF | None) -> Point | None:
        ratio = self.devicePixelRatioF()
        return None if at is None else Point(at.x() * ratio, at.y() * ratio)

    @property
    def _can_pan(self) -> bool:
        place, room = self.place, self.room
        return place.width > room.width + 1 or place.height > room.height + 1

    # -- mouse ------------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        if notches := event.angleDelta().y() / NOTCH:
            self.zoom_by(notches / 2, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._held = event.position()
            self._set_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            moved, self._held = event.position() - self._held, event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self._set_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggle(event.position())

    def _set_cursor(self) -> None:
        hand = Qt.CursorShape.ClosedHandCursor if self._held is not None else Qt.CursorShape.OpenHandCursor
        self.setCursor(hand if self._can_pan else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tabbed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

    # -- painting ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_view(self._view)
        self.room_changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.set_view(self._view)
            self.room_changed.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), SURROUND)
        if self._images:
            painter.save()
            ratio = self.devicePixelRatioF()
            painter.scale(1 / ratio, 1 / ratio)
            self._paint_picture(painter)
            painter.restore()
        if self._line:
            paint_words(painter, self, self._line, self._more, over_picture=bool(self._images))
        if self.hasFocus() and (self.ringed or self._tabbed):
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _best(self, width: float) -> QImage:
        """The smallest image that has the pixels, or the largest there is."""
        return next((image for image in self._images if image.width() >= width - 1), self._images[-1])

    def _paint_picture(self, painter: QPainter) -> None:
        """In device pixels."""
        place, room = self.place, self.room
        image = self._best(min(place.width, self._picture.width))
        target = QRectF(place.x, place.y, place.width, place.height)
        if abs(image.width() - place.width) < 1:
            # Pixel for pixel, so it must lie on the raster.
            target = QRectF(round(place.x), round(place.y), image.width(), image.height())
        across, down = target.width() / image.width(), target.height() / image.height()
        left = max(0, math.floor(-target.x() / across) - MARGIN)
        top = max(0, math.floor(-target.y() / down) - MARGIN)
        right = min(image.width(), math.ceil((room.width - target.x()) / across) + MARGIN)
        bottom = min(image.height(), math.ceil((room.height - target.y()) / down) + MARGIN)
        if right > left and bottom > top:
            sharp = across >= SHARP_FROM and image.width() >= self._picture.width
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not sharp)
            part = QRectF(left, top, right - left, bottom - top)
            seen = QRectF(
                target.x() + left * across, target.y() + top * down, part.width() * across, part.height() * down
            )
            painter.drawImage(seen, image, part)
        if not self.shade.isNull():
            paint_shade(painter, target, self.shade)
        if self._region is not None:
            paint_region(painter, target, self._picture, self._region, line=1.5 * self.devicePixelRatioF())
        if self.outline:
            paint_outline(painter, target, self.outline, line=1.5 * self.devicePixelRatioF())
