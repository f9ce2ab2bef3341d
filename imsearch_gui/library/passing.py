"""Which images of a library pass a query's filters."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.dates import DAY, start_of_day
from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.domain.image_columns import ImageColumns
from imsearch_gui.library.image_table import ImageTable
from imsearch_gui.library.library import Library

Mask = npt.NDArray[np.bool_]
Whole = npt.NDArray[np.int64]

SQUARE = 0.02
"""Sides that differ by less than this part of the longer one make a square."""


@dataclass(frozen=True, slots=True, eq=False)
class Passing:
    """The images that pass, and where their vectors are."""

    images: Mask
    """bool [images of the table]: those that pass and have a vector of the model."""
    slots: Mask
    """bool [rows]: the slots that hold at least one of them."""

    @classmethod
    def of(cls, images: Mask, slot_of: Whole, rows: int) -> Passing:
        """`slot_of` [images of the table]: the slot of each, among `rows`."""
        slots = np.zeros(rows, np.bool_)
        slots[slot_of[images]] = True
        return cls(images, slots)

    @property
    def count(self) -> int:
        """Images."""
        return int(np.count_nonzero(self.images))


@dataclass(frozen=True, slots=True, eq=False)
class Only:
    """Images that alone may match, whatever passes the filters beside them."""

    ids: Whole | None = None
    """[n], rising; None for all."""
    without: int | None = None
    """The id of one more that may not."""


def passing(
    library: Library, table: ImageTable, slot_of: Whole, rows: int, filters: Filters, asked_in: Collection[Path]
) -> Passing:
    """What passes `filters`, of images at `slot_of` [images of the table] (-1 for none) among `rows` slots.

    `asked_in` are the folders of the files that are asked with. Raises QueryError for a day that is none.
    """
    columns = table.columns
    images = (slot_of >= 0) & (slot_of < rows)
    for condition in _of_files(columns, filters, asked_in):
        images &= condition
    for contents in _of_marks(library, filters):
        images &= np.isin(table.contents, contents)
    return Passing.of(images, slot_of, rows)


def _of_files(columns: ImageColumns, filters: Filters, asked_in: Collection[Path]) -> Iterable[Mask]:
    """A condition at a time, each bool [n]."""
    if filters.folders:
        above = tuple(_with_separator(folder) for folder in filters.folders)
        below = [_with_separator(folder).startswith(above) for folder in columns.folders]
        yield np.array(below, np.bool_)[columns.folder_of]
    if filters.apart is Apart.OTHER_FOLDERS and asked_in:
        asked = {os.path.normcase(folder) for folder in asked_in}
        apart = [os.path.normcase(folder) not in asked for folder in columns.folders]
        yield np.array(apart, np.bool_)[columns.folder_of]
    if filters.taken_from or filters.taken_to:
        dates = columns.dates()
        if filters.taken_from:
            yield dates >= start_of_day(filters.taken_from)
        if filters.taken_to:
            yield dates < start_of_day(filters.taken_to) + DAY
    if filters.orientations:
        lies = {
            Orientation.LANDSCAPE: columns.widths > columns.heights,
            Orientation.PORTRAIT: columns.widths < columns.heights,
        }
        longer, shorter = np.maximum(columns.widths, columns.heights), np.minimum(columns.widths, columns.heights)
        square = longer - shorter < SQUARE * longer
        conditions = [square if way is Orientation.SQUARE else lies[way] & ~square for way in filters.orientations]
        yield np.logical_or.reduce(conditions)
    if filters.shortest_side > 0:
        yield np.minimum(columns.widths, columns.heights) >= filters.shortest_side
    if filters.formats:
        wanted = {name.upper() for name in filters.formats}
        yield np.array([name.upper() in wanted for name in columns.formats], np.bool_)[columns.format_of]


def _with_separator(folder: Path) -> str:
    """As text that other paths below it begin with: parts of a path are compared, not letters."""
    return os.path.join(os.path.normcase(folder), "")  # noqa: PTH118 (Path has no trailing separator)


def _of_marks(library: Library, filters: Filters) -> Iterable[Whole]:
    """The contents that pass, a condition at a time."""
    if filters.labels:
        # SQLite compares without regard to case within ASCII only.
        wanted = {name.casefold() for name in filters.labels}
        names = [
            name for (name,) in library.rows("SELECT DISTINCT name FROM label", kinds="t") if name.casefold() in wanted
        ]
        yield _contents(
            library, "SELECT content_id FROM label WHERE name IN (SELECT value FROM json_each(?))", json.dumps(names)
        )
    if filters.colours:
        yield _contents(
            library,
            "SELECT content_id FROM mark WHERE colour IN (SELECT value FROM json_each(?))",
            json.dumps(list(filters.colours)),
        )
    if filters.rating > 0:
        yield _contents(library, "SELECT content_id FROM mark WHERE rating >= ?", filters.rating)


def _contents(library: Library, sql: str, value: str | int) -> Whole:
    return np.array([content for (content,) in library.rows(sql, value, kinds="i")], np.int64)
