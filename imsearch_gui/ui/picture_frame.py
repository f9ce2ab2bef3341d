"""Where a picture stands in a panel: as wide as the panel, as high as its aspect asks for, within limits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

LOWEST = 120
HIGHEST = 320
EMPTY = 176


class PictureFrame(QWidget):
    """Shows one picture; gives way where there is little height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._size = QSize()
        self._highest = HIGHEST
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(160, LOWEST)
        self._fit()

    @property
    def image(self) -> QImage:
        """What is shown, perhaps a reduced picture; null for nothing."""
        return self._image

    def set_picture(self, image: QImage, width: int, height: int) -> None:
        """Show `image`, a perhaps reduced picture of `width` x `height` pixels; a null image shows nothing."""
        self._image = image
        self._size = QSize(width, height)
        self._fit()
        self.update()

    def set_highest(self, height: int) -> None:
        """Never higher than this, where there is little room for what stands below it; within the limits of all frames."""
        self._highest = min(max(height, LOWEST), HIGHEST)
        self._fit()

    def picture_rect(self) -> QRectF:
        """Where the picture is, in pixels of the window."""
        size = self._size.toSizeF().scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRectF(0, 0, size.width(), size.height())
        rect.moveCenter(QRectF(self.rect()).center())
        return rect

    def sizeHint(self) -> QSize:
        return QSize(216, self._wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._image.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.picture_rect(), self._image)
            painter.end()

    def _wanted(self) -> int:
        if self._size.isEmpty():
            return EMPTY
        high = round(self.width() * self._size.height() / self._size.width())
        return min(max(high, LOWEST), self._highest)

    def _fit(self) -> None:
        if self.maximumHeight() != self._wanted():
            self.setMaximumHeight(self._wanted())
            self.updateGeometry()
