"""The picture of a query, as the window shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.images import to_qimage
from imsearch_gui.bridge.lane import NewestLane
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Example, FileExample

PREVIEW_SIDE = 1024
"""Pixels of the query's preview: as much as its panel ever shows, at double scale."""


@dataclass(frozen=True, slots=True)
class QueryPicture:
    """The picture of a query, to be shown with a region on it."""

    example: Example
    """Without its region."""
    image: QImage
    width: int
    """Of the whole upright picture, in its own pixels; `image` may be smaller."""
    height: int


class Preview(QObject):
    """Shows the picture of one example, and remembers the one to go back to where a query fails."""

    ready = Signal(object)
    """QueryPicture | None"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = NewestLane("preview", self)
        self._shown: QueryPicture | None = None
        self._kept: QueryPicture | None = None

    def of(self, example: Example) -> QueryPicture | None:
        """The picture that is shown, where it is that of `example`, with whatever region."""
        shown = self._shown
        return shown if shown is not None and shown.example == replace(example, region=None) else None

    def load(self, example: Example) -> None:
        """Read and show the picture of another example."""
        bare = replace(example, region=None)
        # An example that cannot be decoded fails as a query, too, and that is where it is said.
        self._lane.ask(lambda _: read_preview(bare), self._show)

    def keep(self, example: Example) -> None:
        """The picture of `example` may be wanted again, and its file may be gone by then."""
        self._kept = self.of(example) or self._kept

    def go_back(self, example: Example) -> None:
        """Show the picture of an earlier example again."""
        self._lane.forget()
        if self.of(example) is not None:
            return
        if self._kept is not None and self._kept.example == replace(example, region=None):
            self._show(self._kept)
        else:
            self.load(example)

    def clear(self) -> None:
        """Show none."""
        self._lane.forget()
        self._kept = None
        self._show(None)

    def stop(self) -> None:
        """No picture comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the picture at hand."""
        self._lane.close()

    def _show(self, picture: QueryPicture | None) -> None:
        self._shown = picture
        self.ready.emit(picture)


def read_preview(example: Example) -> QueryPicture:
    """The picture of an example without a region; raises PictureError."""
    from imsearch_gui.imaging import decoder
    from imsearch_gui.imaging.resize import shrink

    data = decoder.read(example.path) if isinstance(example, FileExample) else example.data
    decoded = decoder.decode(data, need=PREVIEW_SIDE)
    image = to_qimage(shrink(decoded.pixels, PREVIEW_SIDE))
    return QueryPicture(example, image, decoded.info.width, decoded.info.height)


def first_readable(files: Sequence[Path]) -> FileExample:
    """The first file that is a picture; where none is, raises PictureError with the reason of the first one."""
    from imsearch_gui.imaging import decoder

    first: PictureError | None = None
    for file in files:
        try:
            decoder.decode(decoder.read(file), need=1)
        except PictureError as error:
            first = first or PictureError(error.reason, name=file.name)
        else:
            return FileExample(file)
    raise first or PictureError("no file was given")
