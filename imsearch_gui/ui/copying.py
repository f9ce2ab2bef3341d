"""Matches on the clipboard: as files for file managers, as an image for documents and chats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from imsearch_gui.bridge.pictures import PictureReader


class Copying(QObject):
    """Puts pictures on the clipboard; the files at once, the image as soon as it is read."""

    def __init__(self, pictures: PictureReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def copy_pictures(self, paths: Sequence[Path]) -> None:
        """The files, and the first of them as an image."""
        if not paths:
            return
        clipboard = QGuiApplication.clipboard()
        clipboard.setMimeData(_mime(paths, None))
        ours = clipboard.ownsClipboard()

        def add_image(image: QImage) -> None:
            # Whatever else was copied meanwhile stays.
            if clipboard.ownsClipboard() == ours and clipboard.mimeData().urls() == _urls(paths):
                clipboard.setMimeData(_mime(paths, image))

        self._pictures.read(paths[0], add_image)


def copy_paths(paths: Sequence[Path]) -> None:
    """The paths as text, a line each."""
    QGuiApplication.clipboard().setText("\n".join(str(path) for path in paths))


def _urls(paths: Sequence[Path]) -> list[QUrl]:
    return [QUrl.fromLocalFile(str(path)) for path in paths]


def _mime(paths: Sequence[Path], image: QImage | None) -> QMimeData:
    data = QMimeData()
    data.setUrls(_urls(paths))
    if image is not None:
        data.setImageData(image)
    return data
