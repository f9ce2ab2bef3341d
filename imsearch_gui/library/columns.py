"""Columns of the catalog as numpy arrays: read when a filter first needs them, kept until the library has changed.

Each is one pass over one table in the order of its key, which is quicker than a join by a multiple, and needs no index. At a
million images all of them take about 60 MB and a second or two, once.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from imsearch_gui.library.rows import path_from_row

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Ask = Callable[..., list[tuple[Any, ...]]]

BURST_GAP_S = 3
"""Pictures of a folder that follow one another within so many seconds are one burst, however long it gets. A camera takes several a
second and EXIF counts whole ones; who looks at the picture before taking the next needs longer."""
_UNKNOWN = np.iinfo(np.int64).min


class Columns:
    """Images in the order of their ids, and contents in the order of theirs."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._slots: dict[int, Ints] = {}

    @cached_property
    def _images(self) -> Ints:
        """int64 [n, 3]: id, content, time of the file in nanoseconds."""
        return self._ints("SELECT id, content_id, mtime_ns FROM image ORDER BY id", 3)

    @cached_property
    def _contents(self) -> Ints:
        """int64 [n, 5]: id, width, height, place of the format, seconds of the time when it was taken."""
        cases = " ".join(f"WHEN ? THEN {place}" for place in range(len(self.formats)))
        kind = f"CASE format {cases} ELSE -1 END" if cases else "-1"
        return self._ints(
            f"SELECT id, width, height, {kind}, coalesce(CAST(strftime('%s', taken) AS INTEGER), {_UNKNOWN})"
            " FROM content ORDER BY id",
            5,
            *self.formats,
        )

    @cached_property
    def formats(self) -> tuple[str, ...]:
        """The formats there are."""
        return tuple(name for (name,) in self._ask("SELECT DISTINCT format FROM content ORDER BY format"))

    @property
    def ids(self) -> Ints:
        return self._images[:, 0]

    @cached_property
    def of_content(self) -> npt.NDArray[np.int32]:
        """Place of each image's content among the contents."""
        return np.searchsorted(self._contents[:, 0], self._images[:, 1]).astype(np.int32)

    @property
    def content_count(self) -> int:
        return len(self._contents)

    def content(self, name: str) -> Ints:
        """A column of the contents."""
        return self._contents[:, ("id", "width", "height", "format", "taken").index(name)]

    def contents_in(self, ids: Ints) -> Mask:
        """[contents]: whether each is one of `ids`."""
        return _among(self.content("id"), ids)

    def images_in(self, ids: Ints) -> Mask:
        """[images]: whether each is one of `ids`."""
        return _among(self.ids, ids)

    def slots(self, model: int) -> Ints:
        """[images]: the slot of each in the vectors of a model (its key in the catalog); -1 where it has none."""
        if model not in self._slots:
            pairs = self._ints("SELECT content_id, slot FROM vector WHERE model_id = ? ORDER BY slot", 2, model)
            by_content = np.full(self.content_count, -1, np.int64)
            by_content[np.searchsorted(self.content("id"), pairs[:, 0])] = pairs[:, 1]
            self._slots[model] = by_content[self.of_content]
        return self._slots[model]

    @cached_property
    def when(self) -> Ints:
        """[images]: seconds on the clock of the place: when it was taken, else when the file was last written."""
        taken = self.content("taken")[self.of_content]
        unknown = taken == _UNKNOWN
        seconds = self._images[unknown, 2] // 1_000_000_000
        # The clock moves with the season, and never within an hour that counts here.
        hours, place = np.unique(seconds // 3600, return_inverse=True)
        offsets = np.array([time.localtime(hour * 3600).tm_gmtoff for hour in hours.tolist()], np.int64)
        taken[unknown] = seconds + offsets[place]
        return taken

    @cached_property
    def bursts(self) -> Ints:
        """[images]: equal for images of one burst."""
        folders: dict[tuple[int, str], int] = {}
        rows = self._ask("SELECT root_id, path FROM image ORDER BY id")
        folder = np.fromiter(
            (folders.setdefault((root, path_from_row(path).rpartition("/")[0]), len(folders)) for root, path in rows),
            np.int64,
            len(rows),
        )
        order = np.lexsort((self.when, folder))
        apart = (np.diff(folder[order]) != 0) | (np.diff(self.when[order]) > BURST_GAP_S)
        numbers = np.empty(len(rows), np.int64)
        numbers[order] = np.concatenate([[0], np.cumsum(apart)]) if len(rows) else []
        return numbers

    def bursts_of(self, ids: Ints) -> Ints:
        """The burst of each of some images."""
        return self.bursts[np.searchsorted(self.ids, ids)]

    def _ints(self, sql: str, width: int, *values: object) -> Ints:
        return np.fromiter(chain.from_iterable(self._ask(sql, *values)), np.int64).reshape(-1, width)


def _among(sorted_ids: Ints, ids: Ints) -> Mask:
    mask = np.zeros(len(sorted_ids), np.bool_)
    place = np.searchsorted(sorted_ids, ids)
    inside = place < len(sorted_ids)
    place, ids = place[inside], ids[inside]
    mask[place[sorted_ids[place] == ids]] = True
    return mask
