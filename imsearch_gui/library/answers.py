"""The images of a ranking as columns, read in one go."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.matches import Matches, Texts
from imsearch_gui.library.rows import path_from_row

Ints = npt.NDArray[np.int64]
Rows = list[tuple[Any, ...]]

_MANY = 20_000
"""Slots from which on the whole table is read in its own order: a look-up takes some microseconds, a row in turn one."""
_AT_ONCE = 20_000
"""Rows that are objects at a time."""
_INTS = 7


def answer(
    ask: Callable[..., Iterator[Rows]], model: int, slots: Ints, scores: npt.NDArray[np.float64], rows: int
) -> Matches:
    """The images of `slots` [n], best first with their `scores` [n]; copies share a slot and stand in the order of their ids.

    `ask(sql, most, *values)` gives rows in pieces, `model` is the key of the model in the catalog and `rows` its number of slots.
    """
    place = np.full(rows, -1, np.int64)
    place[slots] = np.arange(len(slots))
    parts: list[npt.NDArray[np.int64]] = []
    taken: list[npt.NDArray[np.bytes_]] = []
    paths: list[str] = []
    kinds: dict[str, int] = {}
    cameras: dict[str | None, int] = {}
    for piece in ask(*_question(model, slots)):
        kept = [row for row in piece if row[0] < rows and place[row[0]] >= 0]
        if not kept:
            continue
        *numbers, formats, names, dates, below = zip(*kept, strict=True)
        columns = np.empty((_INTS + 2, len(kept)), np.int64)
        columns[:_INTS] = numbers
        columns[_INTS] = [kinds.setdefault(kind, len(kinds)) for kind in formats]
        columns[_INTS + 1] = [cameras.setdefault(name, len(cameras)) for name in names]
        parts.append(columns)
        taken.append(np.array([(date or "").encode() for date in dates]))
        paths += map(path_from_row, below)
    table = np.concatenate(parts, axis=1) if parts else np.empty((_INTS + 2, 0), np.int64)
    order = np.lexsort((table[1], place[table[0]]))
    table = table[:, order]
    roots = {key: path_from_row(path) for piece in ask("SELECT id, path FROM root", _AT_ONCE) for key, path in piece}
    keys = np.array(sorted(roots), np.int64)
    return Matches(
        ids=table[1],
        scores=scores[place[table[0]]],
        file_sizes=table[3],
        mtimes=table[4],
        widths=table[5].astype(np.int32),
        heights=table[6].astype(np.int32),
        formats=table[7].astype(np.int32),
        roots=np.searchsorted(keys, table[2]).astype(np.int32),
        cameras=table[8].astype(np.int32),
        taken=np.concatenate(taken)[order] if taken else np.empty(0, "S1"),
        paths=order,
        ranks=np.arange(1, table.shape[1] + 1),
        path_texts=Texts.of(paths),
        format_names=tuple(kinds),
        root_paths=tuple(roots[key] for key in keys.tolist()),
        camera_names=tuple(cameras),
        marks=_marks(ask, table[1]),
    )


def _question(model: int, slots: Ints) -> tuple[Any, ...]:
    columns = (
        "SELECT vector.slot, image.id, image.root_id, image.file_size, image.mtime_ns, content.width, content.height,"
        " content.format, content.camera, content.taken, image.path"
    )
    if len(slots) > _MANY:
        # The order of the tables is said, for it is the order in which they are read.
        return (
            f"{columns} FROM image CROSS JOIN content ON content.id = image.content_id"
            " CROSS JOIN vector ON vector.content_id = content.id AND vector.model_id = ?",
            _AT_ONCE,
            model,
        )
    return (
        f"{columns} FROM vector JOIN image ON image.content_id = vector.content_id"
        " JOIN content ON content.id = image.content_id"
        " WHERE vector.model_id = ? AND vector.slot IN (SELECT value FROM json_each(?))",
        _AT_ONCE,
        model,
        json.dumps(slots.tolist()),
    )


def _marks(ask: Callable[..., Iterator[Rows]], ids: Ints) -> dict[int, Marks]:
    """What was noted of some images; few images of a library have marks."""
    few = len(ids) <= _MANY
    among = " WHERE image.id IN (SELECT value FROM json_each(?))" if few else ""
    values = (json.dumps(ids.tolist()),) if few else ()
    labels: dict[int, list[str]] = {}
    noted: dict[int, tuple[int, int]] = {}
    sql = "SELECT image.id, {} FROM {} CROSS JOIN image ON image.content_id = {}.content_id"
    if few:
        sql = "SELECT image.id, {} FROM image CROSS JOIN {} ON image.content_id = {}.content_id"
    for piece in ask(sql.format("name", "label", "label") + among + " ORDER BY name", _AT_ONCE, *values):
        for identity, name in piece:
            labels.setdefault(identity, []).append(name)
    for piece in ask(sql.format("colour, rating", "mark", "mark") + among, _AT_ONCE, *values):
        noted |= {identity: (colour, rating) for identity, colour, rating in piece}
    return {
        identity: Marks(tuple(labels.get(identity, ())), *noted.get(identity, (0, 0)))
        for identity in labels.keys() | noted.keys()
    }
