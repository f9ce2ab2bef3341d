"""Pictures in full, for the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.images import to_qimage
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

LARGEST_SIDE = 4096
"""Pixels: more than any page or chat shows; an image of 100 megapixels would hold 400 MB of the clipboard."""


class PictureReader(QObject):
    """Reads picture files off the GUI thread; of several requests only the newest is answered."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS) -> None:
        super().__init__(parent)
        self._decoding = decoding
        self._lane = Lane("pictures", self)
        self._generation = 0

    def read(self, path: Path, done: Callable[[QImage], None]) -> None:
        """Call `done` with the upright picture, its long side at most LARGEST_SIDE."""
        self._generation += 1
        generation = self._generation

        def answer(image: QImage) -> None:
            if generation == self._generation:
                done(image)

        self._lane.submit(lambda: _read(path, self._decoding), answer, self.failed.emit)

    def close(self) -> None:
        self._lane.close()


def _read(path: Path, decoding: Decoding) -> QImage:
    from imsearch_gui.imaging import views

    return to_qimage(decoding.run(views.shrunk, path, LARGEST_SIDE).pixels)
