"""Which images of a library pass a filter."""

from __future__ import annotations

import json
import os
from calendar import timegm
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.library.columns import Ask, Columns
from imsearch_gui.library.rows import path_from_row, path_to_row

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

SQUARE = 0.02
"""Sides that differ by less than this part of the longer one."""


@dataclass(frozen=True, slots=True)
class Passing:
    """The images that pass. A slot passes where one of its images does; the others of it still must not appear."""

    ids: Ints
    """int64 [n], rising."""
    slots: Ints
    """int64 [m], rising, each once."""
    live: Mask
    """bool [rows]: the same as a mask."""

    def keeps(self, ids: Ints) -> Mask:
        """Whether each of `ids` passes."""
        if not len(self.ids):
            return np.zeros(len(ids), np.bool_)
        place = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.asarray(self.ids[place] == ids)


def passing(ask: Ask, columns: Columns, model: int, rows: int, filters: Filters, asked: Sequence[Path] = ()) -> Passing:
    """The images that have a vector of `model` (its key, with so many `rows`) and pass.

    `asked` are the files that are asked with. Raises QueryError for a day that is none.
    """
    slots = columns.slots(model)
    mask = (slots >= 0) & (slots < rows)
    if filters.folders:
        mask &= _below(ask, columns, filters.folders, deep=True)
    if filters.apart is Apart.OTHER_FOLDERS and asked:
        mask &= ~_below(ask, columns, tuple({path.parent for path in asked}), deep=False)
    first, last = _day(filters.taken_from), _day(filters.taken_to)
    if first is not None:
        mask &= columns.when >= timegm(first.timetuple())
    if last is not None:
        mask &= columns.when < timegm(last.timetuple()) + int(timedelta(days=1).total_seconds())
    mask &= _contents(ask, columns, filters)[columns.of_content]
    live = np.zeros(rows, np.bool_)
    live[slots[mask]] = True
    return Passing(columns.ids[mask], np.flatnonzero(live), live)


def _contents(ask: Ask, columns: Columns, filters: Filters) -> Mask:
    """[contents]: what a picture itself, and what was noted of it, lets pass."""
    width, height = columns.content("width"), columns.content("height")
    mask = np.minimum(width, height) >= filters.shortest_side
    if filters.orientations:
        square = np.abs(width - height) < SQUARE * np.maximum(width, height)
        lies = {
            Orientation.SQUARE: square,
            Orientation.LANDSCAPE: ~square & (width > height),
            Orientation.PORTRAIT: ~square & (height > width),
        }
        mask &= np.logical_or.reduce([lies[one] for one in filters.orientations])
    if filters.formats:
        kinds = {name.upper() for name in filters.formats}
        places = [place for place, name in enumerate(columns.formats) if name.upper() in kinds]
        mask &= np.isin(columns.content("format"), places)
    if filters.labels:
        # The column's own comparison knows no case in ASCII only.
        wanted = {name.casefold() for name in filters.labels}
        there = [name for (name,) in ask("SELECT DISTINCT name FROM label") if name.casefold() in wanted]
        sql = "SELECT content_id FROM label WHERE name IN (SELECT value FROM json_each(?))"
        mask &= columns.contents_in(_ids(ask(sql, json.dumps(there))))
    if filters.colours:
        sql = "SELECT content_id FROM mark WHERE colour IN (SELECT value FROM json_each(?))"
        mask &= columns.contents_in(_ids(ask(sql, json.dumps(filters.colours))))
    if filters.rating:
        mask &= columns.contents_in(_ids(ask("SELECT content_id FROM mark WHERE rating >= ?", filters.rating)))
    return np.asarray(mask)


def _below(ask: Ask, columns: Columns, folders: Sequence[Path], *, deep: bool) -> Mask:
    """[images]: whether each lies in one of `folders`, or `deep` anywhere below."""
    roots = [(identity, Path(path_from_row(path))) for identity, path in ask("SELECT id, path FROM root")]
    found: list[Ints] = []
    for folder in folders:
        for identity, root in roots:
            if folder.is_relative_to(root):
                below = folder.relative_to(root).as_posix()
                found += _in_root(ask, identity, "" if below == "." else below + "/", deep=deep)
            elif deep and root.is_relative_to(folder):
                found += _in_root(ask, identity, "", deep=True)
    return columns.images_in(np.concatenate(found)) if found else np.zeros(len(columns.ids), np.bool_)


def _in_root(ask: Ask, root: int, prefix: str, *, deep: bool) -> list[Ints]:
    """Ids of the images whose path begins so. A range of the index of paths, once of texts and once of raw bytes."""
    found: list[Ints] = []
    text, raw = path_to_row(prefix), os.fsencode(prefix)
    for start, slash, kind in ((text, "/", "text"), (raw, b"/", "blob")):
        if kind == "text" and not isinstance(start, str):
            continue
        sql = "SELECT id FROM image WHERE root_id = ? AND typeof(path) = ?"
        values: list[object] = [root, kind]
        if prefix:
            # The sign after the slash ends the range.
            sql += " AND path >= ? AND path < ?"
            values += [start, start[:-1] + ("0" if isinstance(start, str) else b"0")]  # type: ignore[operator]
        if not deep:
            sql += " AND instr(substr(path, ?), ?) = 0"
            values += [len(start) + 1, slash]
        found.append(_ids(ask(sql, *values)))
    return found


def _ids(rows: Sequence[tuple[int, ...]]) -> Ints:
    return np.fromiter((row[0] for row in rows), np.int64, len(rows))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise QueryError(f"{text!r} is no day: write it as year-month-day, 2024-05-31.") from None
