"""All images of a library as columns, read in one go: what filters, bursts and large answers are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import xxhash

from imsearch_gui.domain.dates import seconds_of
from imsearch_gui.domain.image_columns import ImageColumns, Texts
from imsearch_gui.library.connection import sentences
from imsearch_gui.library.library import Library
from imsearch_gui.library.rows import FACT_COLUMNS, LARGEST_SIDE, all_below, check_rising, path_from_row
from imsearch_gui.library.soundness import Unsound

Whole = npt.NDArray[np.int64]
Small = npt.NDArray[np.int32]
Value = TypeVar("Value")

COLUMNS = f"image.id, image.root_id, image.path, image.file_size, image.mtime_ns, image.content_id, {FACT_COLUMNS}"
KINDS = "iipiiiiitTT"
AT_ONCE = 50_000
"""Rows that are read at a time where there may be many."""
TABLES = "image JOIN content ON content.id = image.content_id"


@dataclass(frozen=True, slots=True, eq=False)
class ImageTable:
    """Images in the order of their ids."""

    columns: ImageColumns
    contents: Whole
    """int64 [n]: which content each has."""


class _Codes(dict[Any, int]):
    """Distinct values, numbered as they come."""

    def __missing__(self, value: Any) -> int:
        self[value] = number = len(self)
        return number

    def of(self, values: Sequence[Any]) -> Small:
        return np.fromiter(map(self.__getitem__, values), np.int32, len(values))


@dataclass(slots=True)
class TableMaker:
    """Rows of COLUMNS become a table. They come in the order of their ids."""

    folder: Path
    """Of the library."""
    roots: dict[int, str]
    numbers: list[list[npt.NDArray[Any]]] = field(default_factory=list)
    names: list[Texts] = field(default_factory=list)
    folders: _Codes = field(default_factory=_Codes)
    formats: _Codes = field(default_factory=_Codes)
    cameras: _Codes = field(default_factory=_Codes)

    @classmethod
    def of(cls, library: Library) -> TableMaker:
        return cls(library.folder, {identity: str(path) for identity, path in library.root_paths()})

    def add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """LibraryError for a row that this program did not write."""
        if rows:
            with sentences(self.folder):
                self._add(rows)

    def _add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        ids, roots, paths, sizes, mtimes, contents, widths, heights, formats, taken, cameras = zip(*rows, strict=True)
        texts = paths if set(map(type, paths)) == {str} else [path_from_row(path) for path in paths]
        all_below(texts)
        if not self.roots.keys() >= set(roots):
            raise Unsound("an image is in no folder")
        below, _, names = zip(*[text.rpartition("/") for text in texts], strict=True)
        self.names.append(Texts.of(names))
        whole = [np.array(values, np.int64) for values in (ids, sizes, mtimes, contents)]
        if min(sizes) < 0 or not 0 < min(*widths, *heights) <= max(*widths, *heights) <= LARGEST_SIDE:
            raise Unsound("an image has an impossible size")
        small = [np.array(values, np.int32) for values in (widths, heights)]
        coded = [
            self.folders.of(list(zip(roots, below, strict=True))),
            self.formats.of(formats),
            self.cameras.of(cameras),
        ]
        self.numbers.append([*whole, *small, *coded, seconds_of(list(taken))])

    def table(self) -> ImageTable:
        if not self.numbers:
            self.numbers.append([np.empty(0, np.int64)] * 10)
        joined = [np.concatenate(parts) for parts in zip(*self.numbers, strict=True)]
        ids, sizes, mtimes, contents, widths, heights, folder_of, format_of, camera_of, taken = joined
        folders = tuple(Path(self.roots[root], folder) for root, folder in self.folders)
        columns = ImageColumns(
            ids,
            folders,
            folder_of,
            Texts.joined(self.names),
            sizes,
            mtimes,
            widths,
            heights,
            tuple(self.formats),
            format_of,
            taken,
            tuple(self.cameras),
            camera_of,
        )
        return ImageTable(columns, contents)


class KeptTable:
    """The table of one library, kept for as long as it is true.

    Reading a million images takes seconds. After a commit of somebody else one look over the rows (a tenth of that) tells whether
    those that are kept are still the same; new ones are appended.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._table: ImageTable | None = None
        self._roots: list[tuple[int, Path]] = []
        self._seen: tuple[Any, ...] = ()
        self._last = 0
        self._stale = False

    def refresh(self) -> None:
        """Something was committed."""
        self._stale = True

    def table(self) -> ImageTable:
        """As of the last `refresh`."""
        if self._table is not None and not self._stale:
            return self._table
        roots = self._library.root_paths()
        last = self._last
        before = (
            None
            if self._table is None or roots != self._roots or self._looked_over(last) != self._seen
            else self._table
        )
        # First the look, then the rows: what is committed in between makes the next look differ.
        ((newest,),) = self._library.rows("SELECT coalesce(max(id), 0) FROM image")
        seen = self._seen if before is not None and newest == last else self._looked_over(newest)
        maker = TableMaker.of(self._library)
        for rows in _pieces(self._library, 0 if before is None else last, newest):
            maker.add(rows)
        added = maker.table()
        self._table = table = added if before is None else _appended(before, added)
        self._roots, self._seen, self._last = roots, seen, newest
        self._stale = False
        return table

    def _looked_over(self, last: int) -> tuple[Any, ...]:
        """Differs when any image up to the id `last` was changed or is gone."""
        ((*sums, paths),) = self._library.rows(
            "SELECT count(*), sum(id), sum(root_id), sum(content_id), sum(file_size), sum(mtime_ns % 4294967291),"
            " CAST(group_concat(path, char(0)) AS BLOB) FROM image WHERE id <= ?",
            last,
        )
        return (*sums, xxhash.xxh3_128_digest(paths or b""))


def _pieces(library: Library, last: int, newest: int) -> Iterator[list[tuple[Any, ...]]]:
    """Rows of the images behind `last`, up to `newest`, some at a time, so that they are never all Python objects."""
    while rows := library.rows(
        f"SELECT {COLUMNS} FROM {TABLES} WHERE image.id > ? AND image.id <= ? ORDER BY image.id LIMIT {AT_ONCE}",
        last,
        newest,
        kinds=KINDS,
    ):
        with sentences(library.folder):
            check_rising([row[0] for row in rows], last)
        yield rows
        last = int(rows[-1][0])


def _appended(table: ImageTable, added: ImageTable) -> ImageTable:
    if not len(added.columns):
        return table
    old, new = table.columns, added.columns
    folders, folder_of = _one_after_the_other(old.folders, old.folder_of, new.folders, new.folder_of)
    formats, format_of = _one_after_the_other(old.formats, old.format_of, new.formats, new.format_of)
    cameras, camera_of = _one_after_the_other(old.cameras, old.camera_of, new.cameras, new.camera_of)
    columns = ImageColumns(
        np.concatenate([old.ids, new.ids]),
        folders,
        folder_of,
        Texts.joined([old.names, new.names]),
        np.concatenate([old.sizes, new.sizes]),
        np.concatenate([old.mtimes, new.mtimes]),
        np.concatenate([old.widths, new.widths]),
        np.concatenate([old.heights, new.heights]),
        formats,
        format_of,
        np.concatenate([old.taken, new.taken]),
        cameras,
        camera_of,
    )
    return ImageTable(columns, np.concatenate([table.contents, added.contents]))


def _one_after_the_other(
    old: tuple[Value, ...], old_of: Small, new: tuple[Value, ...], new_of: Small
) -> tuple[tuple[Value, ...], Small]:
    known = {value: code for code, value in enumerate(old)}
    codes = np.array([known.setdefault(value, len(known)) for value in new], np.int32)
    return tuple(known), np.concatenate([old_of, codes[new_of]])
