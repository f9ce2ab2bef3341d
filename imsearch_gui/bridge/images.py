"""Pixels to QImage, off the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.reasons import NOT_WRITTEN
from imsearch_gui.domain.records import Pixels


def to_qimage(pixels: Pixels) -> QImage:
    """uint8 [height, width, 3] -> a QImage that owns its memory."""
    import numpy as np  # not before the window is painted

    rows = np.ascontiguousarray(pixels)
    height, width = rows.shape[:2]
    return QImage(rows.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def to_png(image: QImage) -> bytes:
    """A QImage, from a clipboard or a browser, as a PNG file; PictureError where Qt cannot write it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # 100 is the least compression: the file never leaves the memory of this process.
    if not image.save(buffer, "PNG", 100):  # type: ignore[call-overload]
        raise PictureError(NOT_WRITTEN)
    return bytes(buffer.data().data())
