"""The matches of an answer as columns: a million of them without a million objects. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, overload

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.marks import UNMARKED, Marks
from imsearch_gui.domain.records import ImageRecord, Match, PictureInfo

Ints = npt.NDArray[np.int64]
COLUMNS: Final = ("score", "name", "folder", "taken", "file_size", "pixels", "mtime")
"""What a view may sort by."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts one after the other as UTF-8, so that each takes its own length and no object."""

    data: bytes
    ends: Ints
    """int64 [n + 1]: where each begins and the last one ends."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        """File names may be any bytes, which Python shows as lone surrogates; they come back as they were."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(text) for text in encoded], out=ends[1:])
        return cls(b"".join(encoded), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, place: int) -> str:
        return self.data[self.ends[place] : self.ends[place + 1]].decode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True, eq=False)
class Matches(Sequence[Match]):
    """Matches, best first; every array has one number a match. A `Match` is made when it is asked for."""

    ids: Ints
    scores: npt.NDArray[np.float64]
    file_sizes: Ints
    mtimes: Ints
    """Nanoseconds since 1970."""
    widths: npt.NDArray[np.int32]
    heights: npt.NDArray[np.int32]
    formats: npt.NDArray[np.int32]
    """Places in `format_names`; likewise `roots` and `cameras`."""
    roots: npt.NDArray[np.int32]
    cameras: npt.NDArray[np.int32]
    taken: npt.NDArray[np.bytes_]
    """ISO 8601, empty where it is not known."""
    paths: npt.NDArray[np.int64]
    """Places in `path_texts`."""
    ranks: Ints
    path_texts: Texts
    """Paths below their roots."""
    format_names: tuple[str, ...]
    root_paths: tuple[str, ...]
    camera_names: tuple[str | None, ...]
    marks: Mapping[int, Marks] = field(default_factory=dict)
    """By image id, of those of which something was noted."""
    _rows: dict[int, int] = field(default_factory=dict, repr=False)
    """Filled when `row_of` is first asked."""

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Match: ...
    @overload
    def __getitem__(self, place: slice) -> Matches: ...
    def __getitem__(self, place: int | slice) -> Match | Matches:
        if isinstance(place, slice):
            return self.taken_at(np.arange(len(self))[place])
        row = range(len(self))[place]
        return Match(int(self.ranks[row]), self._image(row), float(self.scores[row]))

    def __iter__(self) -> Iterator[Match]:
        return (self[row] for row in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Matches):
            return len(self) == len(other) and np.array_equal(self.ids, other.ids) and self._same(other)
        if isinstance(other, Sequence):
            return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((len(self), self.ids[:16].tobytes(), self.scores[:16].tobytes()))

    def taken_at(self, rows: Ints) -> Matches:
        """Those at `rows`, in that order; they keep their ranks."""
        arrays: dict[str, Any] = {name: getattr(self, name)[rows] for name in _ARRAYS}
        return replace(self, **arrays, _rows={})

    def without(self, image_ids: Collection[int]) -> Matches:
        """Those of other images; they keep their ranks."""
        gone = np.fromiter(image_ids, np.int64, len(image_ids))
        return self.taken_at(np.flatnonzero(np.isin(self.ids, gone, invert=True)))

    def ranked_anew(self) -> Matches:
        """With ranks from 1 on."""
        return replace(self, ranks=np.arange(1, len(self) + 1), _rows={})

    def row_of(self, image_id: int) -> int | None:
        """Where the image with that id stands; None where it is no match."""
        if not self._rows and len(self):
            self._rows.update(zip(self.ids.tolist(), range(len(self)), strict=True))
        return self._rows.get(image_id)

    def column(self, name: str) -> npt.NDArray[Any]:
        """[n] of one of COLUMNS, for `argsort`: numbers, or texts in small letters."""
        match name:
            case "score":
                return self.scores
            case "taken":
                return self.taken
            case "file_size":
                return self.file_sizes
            case "mtime":
                return self.mtimes
            case "pixels":
                return self.widths.astype(np.int64) * self.heights
            case "name" | "folder":
                return self._texts(name)
        raise ValueError(f"matches have no column {name!r}: it is one of {', '.join(COLUMNS)}")

    def _texts(self, name: str) -> npt.NDArray[np.object_]:
        texts = np.empty(len(self), np.object_)
        for row, (place, root) in enumerate(zip(self.paths.tolist(), self.roots.tolist(), strict=True)):
            folder, _, file = self.path_texts[place].rpartition("/")
            texts[row] = (file if name == "name" else f"{self.root_paths[root]}/{folder}").casefold()
        return texts

    def _image(self, row: int) -> ImageRecord:
        identity = int(self.ids[row])
        return ImageRecord(
            id=identity,
            path=Path(self.root_paths[self.roots[row]], self.path_texts[int(self.paths[row])]),
            file_size=int(self.file_sizes[row]),
            mtime_ns=int(self.mtimes[row]),
            info=PictureInfo(
                int(self.widths[row]),
                int(self.heights[row]),
                self.format_names[self.formats[row]],
                self.taken[row].decode() or None,
                self.camera_names[self.cameras[row]],
            ),
            marks=self.marks.get(identity, UNMARKED),
        )

    def _same(self, other: Matches) -> bool:
        """Whether all else agrees; the ids do."""
        plain = ("scores", "file_sizes", "mtimes", "widths", "heights", "taken", "ranks")
        if not all(np.array_equal(getattr(self, name), getattr(other, name)) for name in plain):
            return False
        return all(self._image(row) == other._image(row) for row in range(len(self)))


_ARRAYS: Final = tuple(item.name for item in fields(Matches))[:12]
"""The columns; what follows them are tables."""


def without(matches: Sequence[Match], image_ids: Collection[int]) -> Sequence[Match]:
    """Matches of other images, in columns where they are in columns."""
    if isinstance(matches, Matches):
        return matches.without(image_ids)
    gone = set(image_ids)
    return tuple(match for match in matches if match.image.id not in gone)
