"""Files that are dragged out of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QPixmap
from PySide6.QtWidgets import QWidget

MOST = 1000
"""Files that are handed to another program by one drag; few take more, and a selection may hold a million."""
SIDE = 96
"""Pixels of the window: what hangs at the mouse."""


def drag_files(source: QWidget, paths: Sequence[Path], image: QImage | None) -> None:
    """Drag files, under a small picture of the one that was taken hold of; returns when they are let go."""
    if not paths:
        return
    drag = QDrag(source)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drag.setMimeData(data)
    if image is not None:
        scale = source.devicePixelRatioF()
        side = round(SIDE * scale)
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = image.scaled(side, side, kept, smooth)
        small.setDevicePixelRatio(scale)
        drag.setPixmap(QPixmap.fromImage(small))
    drag.exec(Qt.DropAction.CopyAction)
