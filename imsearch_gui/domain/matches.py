"""The images of an answer with their scores, as columns; a `Match` is made when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.image_columns import ImageColumns
from imsearch_gui.domain.metrics import Scores
from imsearch_gui.domain.records import Match

Column = npt.NDArray[np.number]
Places = npt.NDArray[np.int32]

COLUMNS = ("score", "name", "folder", "taken", "file_size", "pixels", "mtime", "rating")
"""What an answer can be put in order by."""


class Matches(Sequence[Match]):
    """Best first. Equal to any sequence of the same matches. Never changed once it is made, so any thread may read it."""

    __slots__ = ("_images", "_places", "_ranks", "_row_of", "_scores")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self, images: ImageColumns, places: npt.ArrayLike, scores: npt.ArrayLike, ranks: npt.ArrayLike | None = None
    ) -> None:
        """The images that stand at `places` [n] of `images`, with `scores` [n]; ranks count from 1 unless given."""
        self._images = images
        self._places: Places = np.asarray(places, np.int32)
        self._scores: Scores = np.asarray(scores, np.float64)
        self._ranks: Places = (
            np.arange(1, len(self._places) + 1, dtype=np.int32) if ranks is None else np.asarray(ranks, np.int32)
        )
        self._row_of: Places | None = None

    @classmethod
    def of(cls, matches: Iterable[Match]) -> Matches:
        """Of matches that are there already, in the order of their ranks."""
        some = list(matches)
        images = ImageColumns.of({match.image.id: match.image for match in some}.values())
        return cls(images, images.places([match.image.id for match in some]), [match.score for match in some])

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, row: int) -> Match: ...
    @overload
    def __getitem__(self, row: slice) -> Matches: ...
    def __getitem__(self, row: int | slice) -> Match | Matches:
        if isinstance(row, slice):
            return Matches(self._images, self._places[row], self._scores[row], self._ranks[row])
        return Match(int(self._ranks[row]), self._images.record(int(self._places[row])), float(self._scores[row]))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Matches):
            return self._equals(other)
        if isinstance(other, Sequence):
            return len(self) == len(other) and all(mine == yours for mine, yours in zip(self, other, strict=True))
        return NotImplemented

    def __repr__(self) -> str:
        return f"<Matches: {len(self)}>"

    @property
    def ids(self) -> npt.NDArray[np.int64]:
        """int64 [n]: the ids of the images."""
        return self._images.ids[self._places]

    @property
    def scores(self) -> Scores:
        """float64 [n]"""
        return self._scores

    def without(self, image_ids: Collection[int]) -> Matches:
        """Those of other images; they keep their ranks."""
        gone = np.fromiter(image_ids, np.int64, len(image_ids))
        left = np.flatnonzero(np.isin(self.ids, gone, invert=True))
        return Matches(self._images, self._places[left], self._scores[left], self._ranks[left])

    def reordered(self, rows: npt.ArrayLike) -> Matches:
        """These rows [m] in this order, with ranks of their own."""
        order = np.asarray(rows, np.int64)
        return Matches(self._images, self._places[order], self._scores[order])

    def row_of(self, image_id: int) -> int | None:
        """The row of an image; None where it is not among these."""
        place = int(self._images.places([image_id])[0])
        if place < 0:
            return None
        if self._row_of is None:
            rows = np.full(len(self._images), -1, np.int32)
            # Backwards, so that of an image that is here twice the better row stays.
            rows[self._places[::-1]] = np.arange(len(self) - 1, -1, -1, dtype=np.int32)
            self._row_of = rows
        row = int(self._row_of[place])
        return None if row < 0 else row

    def column(self, name: str) -> Column:
        """[n] numbers, one a row, by which `argsort` puts the rows in the order that `name`, one of COLUMNS, asks for.

        For "name" and "folder" they are places in the alphabet (without regard to case), so that equal texts have equal
        numbers; "taken" is in seconds by the clock on the wall, from the file where the picture does not say; "mtime" is in
        nanoseconds. A million names take two seconds, everything else milliseconds. Raises ValueError for another name.
        """
        images = self._images
        match name:
            case "score":
                return self._scores
            case "name":
                return _alphabetical([images.names[place].casefold() for place in self._places.tolist()])
            case "folder":
                return _alphabetical([str(folder).casefold() for folder in images.folders])[
                    images.folder_of[self._places]
                ]
            case "taken":
                return images.dates()[self._places]
            case "file_size":
                return images.sizes[self._places]
            case "pixels":
                return images.widths[self._places].astype(np.int64) * images.heights[self._places]
            case "mtime":
                return images.mtimes[self._places]
            case "rating":
                return images.ratings()[self._places]
        raise ValueError(f"there is no column {name!r}; there are {', '.join(COLUMNS)}")

    def _equals(self, other: Matches) -> bool:
        if not np.array_equal(self._ranks, other._ranks) or not np.array_equal(self._scores, other._scores):
            return False
        mine, yours = self._images, other._images
        if mine is yours:
            return np.array_equal(self._places, other._places)
        numbers = (
            (of.ids[at], of.sizes[at], of.mtimes[at], of.widths[at], of.heights[at], of.taken[at])
            for of, at in ((mine, self._places), (yours, other._places))
        )
        if not all(np.array_equal(one, two) for one, two in zip(*numbers, strict=True)):
            return False
        # What is left are texts and marks. Rows are compared one by one only where the tables differ somewhere.
        same = (
            mine.names.data == yours.names.data
            and (mine.folders, mine.formats, mine.cameras) == (yours.folders, yours.formats, yours.cameras)
            and mine.marks == yours.marks
            and all(
                np.array_equal(one, two)
                for one, two in (
                    (mine.ids, yours.ids),
                    (mine.folder_of, yours.folder_of),
                    (mine.format_of, yours.format_of),
                    (mine.camera_of, yours.camera_of),
                )
            )
        )
        return same or all(one == two for one, two in zip(self, other, strict=True))


def without(matches: Sequence[Match], image_ids: Collection[int]) -> Sequence[Match]:
    """Matches of other images, in columns where they are in columns."""
    if isinstance(matches, Matches):
        return matches.without(image_ids)
    gone = set(image_ids)
    return tuple(match for match in matches if match.image.id not in gone)


def _alphabetical(texts: list[str]) -> npt.NDArray[np.int32]:
    """The place of each text among the distinct ones."""
    places = {text: place for place, text in enumerate(sorted(set(texts)))}
    return np.array([places[text] for text in texts], np.int32)
