"""The pictures of a query, as the window shows them."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.images import to_qimage
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.query_edits import bare
from imsearch_gui.domain.reasons import NO_FILE
from imsearch_gui.domain.records import Example, FileExample, PictureExample, TextExample
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

PREVIEW_SIDE = 1024
"""Pixels of the query's preview: as much as its panel ever shows, at double scale."""
KEPT = 24
"""Pictures that are kept, of at most 4 MB each: the examples of this query and of the one to go back to where it fails."""


@dataclass(frozen=True, slots=True)
class QueryPicture:
    """The picture of an example, to be shown with a region on it."""

    example: Example
    """Without its region."""
    image: QImage
    width: int
    """Of the whole upright picture, in its own pixels; `image` may be smaller. 0 where that is not known: its file is away."""
    height: int


@dataclass(frozen=True, slots=True)
class ShownExample:
    """One example of the query, as its panel lists it."""

    example: Example
    like: bool
    """False for one that is not looked for."""
    picture: QueryPicture | None
    """None for words, and while it is being read."""


class Preview(QObject):
    """Reads the pictures of examples, and remembers the last few."""

    ready = Signal(object)
    """QueryPicture"""

    def __init__(self, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS) -> None:
        super().__init__(parent)
        self._decoding = decoding
        self._lane = Lane("preview", self)
        self._known: OrderedDict[Example, QueryPicture] = OrderedDict()
        self._awaited: set[Example] = set()

    def of(self, example: Example) -> QueryPicture | None:
        """The picture of an example, with whatever region, where it is known."""
        return self._known.get(bare(example))

    def load(self, examples: Sequence[Example], *, anew: Example | None = None) -> None:
        """Read the pictures of examples as far as they are not known; that of `anew` in any case, its file may have changed."""
        fresh = None if anew is None else bare(anew)
        for example in map(bare, examples):
            if isinstance(example, TextExample):
                continue
            known = self._known.get(example)
            # One that was away may be back.
            if (known is not None and known.width and example != fresh) or example in self._awaited:
                continue
            self._known.pop(example, None)
            self._awaited.add(example)
            # An example that cannot be decoded fails as a query, too, and that is where it is said.
            self._lane.submit(
                lambda example=example: read_preview(example, self._decoding),  # type: ignore[misc]
                self._take,
                lambda _, example=example: self._awaited.discard(example),  # type: ignore[misc]
            )

    def stop(self) -> None:
        """No picture comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the picture at hand."""
        self._lane.close()

    def _take(self, picture: QueryPicture) -> None:
        self._awaited.discard(picture.example)
        self._known[picture.example] = picture
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self.ready.emit(picture)


def read_preview(example: PictureExample, decoding: Decoding = IN_PROCESS) -> QueryPicture:
    """The picture of an example without a region; of a file that is away its thumbnail. Raises PictureError."""
    from imsearch_gui.imaging import views
    from imsearch_gui.imaging.thumbnails import ThumbnailLoader

    try:
        view = decoding.run(views.shrunk, source_of(example), PREVIEW_SIDE)
    except PictureError:
        if not isinstance(example, FileExample) or example.path.exists():
            raise
        return QueryPicture(example, to_qimage(ThumbnailLoader(decoding)(example.path, PREVIEW_SIDE)), 0, 0)
    return QueryPicture(example, to_qimage(view.pixels), view.width, view.height)


def source_of(example: PictureExample) -> Path | bytes:
    """Its file, or what would be in one."""
    return example.path if isinstance(example, FileExample) else example.data


def first_readable(
    files: Sequence[Path], decoding: Decoding = IN_PROCESS, wanted: Callable[[], bool] = lambda: True
) -> FileExample:
    """The first file that is a picture; where none is, raises PictureError with the reason of the first one.

    Gives up, as if there were none, once it is not `wanted` any more.
    """
    from imsearch_gui.imaging import views

    first: PictureError | None = None
    for file in itertools.takewhile(lambda _: wanted(), files):
        try:
            decoding.run(views.check, file)
        except PictureError as error:
            first = first or PictureError(error.reason, name=file.name)
        else:
            return FileExample(file)
    raise first or PictureError(NO_FILE)
