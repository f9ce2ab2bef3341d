"""What people note of their images, as the catalog keeps it: by content, so that copies share it."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from imsearch_gui.domain.marks import (
    BEST,
    COLOURS,
    LONGEST_LABEL,
    UNMARKED,
    LabelCount,
    MarkEdit,
    Marks,
    in_order,
    label_of,
)
from imsearch_gui.library.rows import checked
from imsearch_gui.library.small_change import small_change

_NOTED = f"min(max(colour, 0), {COLOURS}), min(max(rating, 0), {BEST})"
_NAME = f"CAST(substr(name, 1, {LONGEST_LABEL}) AS TEXT)"
"""What other programs may have written is brought to what there can be."""
Rows = Callable[..., list[tuple[Any, ...]]]
"""(sql, *values) -> what it gives"""
FEW = 2000
"""Images of which one asks by id; of more it is quicker to read all marks there are."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a change of marks has done."""

    before: Mapping[int, Marks]
    """Content id -> what was noted of it before."""
    images: Mapping[int, Marks]
    """Image id -> what is noted now; of all images with these contents, so also of copies that nobody has chosen."""


def marks_of(rows: Rows, image_ids: Collection[int] | None = None) -> dict[int, Marks]:
    """Image id -> marks, of those of the images (of all, without ids) of which anything is noted. `rows` is that of a Library.

    What is not marked costs nothing: where there are fewer marks than images that are asked for, the marks are gone through.
    """
    where = ""
    values: tuple[str, ...] = ()
    if image_ids is not None and len(image_ids) <= FEW:
        where = " WHERE image.id IN (SELECT value FROM json_each(?))"
        values = (json.dumps([int(identity) for identity in image_ids]),)
    wanted = None if image_ids is None else set(image_ids)
    colours = rows(f"SELECT image.id, {_NOTED} FROM {_joined('mark', where)}{where}", *values, kinds="iii")
    names = rows(f"SELECT image.id, {_NAME} FROM {_joined('label', where)}{where}", *values, kinds="it")
    labels: defaultdict[int, list[str]] = defaultdict(list)
    for identity, name in names:
        labels[identity].append(name)
    values_of = {identity: (colour, rating) for identity, colour, rating in colours}
    return {
        identity: Marks(in_order(labels.get(identity, ())), *values_of.get(identity, (0, 0)))
        for identity in labels.keys() | values_of.keys()
        if wanted is None or identity in wanted
    }


def labelled(rows: Rows) -> list[tuple[int, str]]:
    """Id of an image and a label of it, for each of its labels, in the order of the ids. `rows` is that of a Library."""
    return [
        (int(identity), str(name))
        for identity, name in rows(
            f"SELECT image.id, {_NAME} FROM {_joined('label', '')} ORDER BY image.id", kinds="it"
        )
    ]


def has_labels(rows: Rows) -> bool:
    """Whether any image has one. `rows` is that of a Library."""
    return bool(rows(f"SELECT 1 FROM {_joined('label', '')} LIMIT 1", kinds="i"))


def _joined(table: str, where: str) -> str:
    """CROSS JOIN keeps the order: from the few, be they images or marks, to their partners by an index."""
    first, second = ("image", table) if where else (table, "image")
    return f"{first} CROSS JOIN {second} ON image.content_id = {table}.content_id"


def note(folder: Path, image_ids: Collection[int], edit: MarkEdit) -> Noted:
    """Note something of images, all or nothing. Labels that are in use already keep the spelling that they have."""
    with small_change(folder) as connection:
        spelling = {name.casefold(): name for (name,) in _names(connection)}
        edit = MarkEdit(
            tuple(spelling.get(label.casefold(), label) for label in edit.add), edit.remove, edit.colour, edit.rating
        )
        contents = _contents_of(connection, image_ids)
        before = _marks_of_contents(connection, contents)
        return _put(connection, before, {content: edit.applied(marks) for content, marks in before.items()})


def put_back(folder: Path, before: Mapping[int, Marks]) -> Noted:
    """Note of contents what was noted of them before: `Noted.before`."""
    with small_change(folder) as connection:
        known = {identity for (identity,) in connection.execute("SELECT id FROM content")} & before.keys()
        return _put(connection, _marks_of_contents(connection, known), {key: before[key] for key in known})


def labels_in_use(rows: Rows) -> tuple[LabelCount, ...]:
    """The labels that images have, by name, and how many images have each. `rows` is that of a Library."""
    found = rows(
        "SELECT name, count(*) FROM label CROSS JOIN image ON image.content_id = label.content_id GROUP BY name",
        kinds="ti",
    )
    return tuple(LabelCount(name, number) for name, number in sorted(found, key=lambda row: str(row[0]).casefold()))


def rename_label(folder: Path, name: str, to: str) -> Noted:
    """Call a label otherwise on every image that has it; where that name is in use, the two become one."""
    return _replace_label(folder, name, label_of(to))


def delete_label(folder: Path, name: str) -> Noted:
    """Take a label from every image that has it."""
    return _replace_label(folder, name, "")


def _replace_label(folder: Path, name: str, to: str) -> Noted:
    with small_change(folder) as connection:
        names = [known for (known,) in _names(connection)]
        same = [known for known in names if known.casefold() == name.casefold()]
        contents = {
            content
            for known in same
            for (content,) in checked(
                connection.execute("SELECT content_id FROM label WHERE name = ?", (known,)).fetchall(), "i"
            )
        }
        # Where a label of that name is in use, its spelling holds for both.
        others = {known.casefold(): known for known in names if known not in same}
        to = others.get(to.casefold(), to)
        before = _marks_of_contents(connection, contents)
        edit = MarkEdit(remove=tuple(same))
        after = {key: edit.applied(marks) for key, marks in before.items()}
        if to:
            after = {key: MarkEdit(add=(to,)).applied(marks) for key, marks in after.items()}
        return _put(connection, before, after)


def _names(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return checked(connection.execute("SELECT DISTINCT name FROM label").fetchall(), "t")


def _contents_of(connection: sqlite3.Connection, image_ids: Iterable[int]) -> set[int]:
    rows = connection.execute(
        "SELECT content_id FROM image WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(image_ids)),)
    ).fetchall()
    return {content for (content,) in checked(rows, "i")}


def _marks_of_contents(connection: sqlite3.Connection, contents: Iterable[int]) -> dict[int, Marks]:
    marks = dict.fromkeys(contents, UNMARKED)
    asked = (json.dumps(list(marks)),)
    within = "WHERE content_id IN (SELECT value FROM json_each(?))"
    labels: defaultdict[int, list[str]] = defaultdict(list)
    named = connection.execute(f"SELECT content_id, name FROM label {within}", asked).fetchall()
    for content, name in checked(named, "it"):
        labels[content].append(name)
    noted = connection.execute(f"SELECT content_id, {_NOTED} FROM mark {within}", asked).fetchall()
    numbers = {content: (colour, rating) for content, colour, rating in checked(noted, "iii")}
    for content in labels.keys() | numbers.keys():
        marks[content] = Marks(in_order(labels.get(content, ())), *numbers.get(content, (0, 0)))
    return marks


def _put(connection: sqlite3.Connection, before: Mapping[int, Marks], after: Mapping[int, Marks]) -> Noted:
    for content, marks in after.items():
        if marks == before[content]:
            continue
        connection.execute("DELETE FROM label WHERE content_id = ?", (content,))
        connection.executemany(
            "INSERT INTO label (content_id, name) VALUES (?, ?)", [(content, label) for label in marks.labels]
        )
        connection.execute("DELETE FROM mark WHERE content_id = ?", (content,))
        if marks.colour or marks.rating:
            connection.execute(
                "INSERT INTO mark (content_id, colour, rating) VALUES (?, ?, ?)", (content, marks.colour, marks.rating)
            )
    rows = connection.execute(
        "SELECT id, content_id FROM image WHERE content_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(after)),),
    ).fetchall()
    return Noted(dict(before), {identity: after[content] for identity, content in checked(rows, "ii")})
