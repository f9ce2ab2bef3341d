"""Pixels to QImage, off the GUI thread."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from imsearch_gui.domain.records import Pixels


def to_qimage(pixels: Pixels) -> QImage:
    """uint8 [height, width, 3] -> a QImage that owns its memory."""
    rows = np.ascontiguousarray(pixels)
    height, width = rows.shape[:2]
    return QImage(rows.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def to_png(image: QImage) -> bytes:
    """A QImage, from a clipboard or a browser, as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
