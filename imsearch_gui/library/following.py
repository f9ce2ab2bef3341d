"""A library follows what is done to single files, at once and without an indexing job: images that moved, went or were copied."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from imsearch_gui.domain.plan import kept_time
from imsearch_gui.library.roots import roots_of
from imsearch_gui.library.rows import checked, relative_to_row
from imsearch_gui.library.small_change import small_change


@dataclass(frozen=True, slots=True)
class ImageRow:
    """A row of the catalog that was taken out, to be put in again as it was."""

    id: int
    root_id: int
    path: str | bytes
    file_size: int
    mtime_ns: int
    content_id: int


@dataclass(frozen=True, slots=True)
class _Place:
    root_id: int
    path: str | bytes


def forget(folder: Path, image_ids: Collection[int]) -> tuple[ImageRow, ...]:
    """Images whose files are gone. Their vectors and marks stay with the content, in case they come back."""
    with small_change(folder) as connection:
        return _forget(connection, image_ids)


def bring_back(folder: Path, rows: Sequence[ImageRow]) -> None:
    """Images that were forgotten and whose files are where they were again, with the ids that they had where these are free."""
    with small_change(folder) as connection:
        for row in rows:
            # A job may have found the file already; then it knows more of it. Root or content may be forgotten since; then the
            # next job finds the file as a new one.
            connection.execute(
                "INSERT OR IGNORE INTO image (id, root_id, path, file_size, mtime_ns, content_id)"
                " SELECT ?, root.id, ?, ?, ?, content.id FROM root, content WHERE root.id = ? AND content.id = ?",
                (row.id, row.path, row.file_size, row.mtime_ns, row.root_id, row.content_id),
            )


def follow_moves(folder: Path, moved: Mapping[int, Path]) -> tuple[ImageRow, ...]:
    """Image id -> where its file is now. What has left all roots, or is gone again already, is forgotten, and returned."""
    with small_change(folder) as connection:
        roots = roots_of(connection)
        gone = []
        for identity, path in moved.items():
            place = _place_of(path, roots)
            state = _state_of(path)
            if place is None or state is None:
                gone.append(identity)
                continue
            _make_room(connection, place, identity)
            connection.execute(
                "UPDATE image SET root_id = ?, path = ?, file_size = ?, mtime_ns = ? WHERE id = ?",
                (place.root_id, place.path, state.st_size, kept_time(state.st_mtime_ns), identity),
            )
        return _forget(connection, gone)


def follow_copies(folder: Path, copied: Mapping[Path, int]) -> tuple[int, ...]:
    """New file -> id of the image that it is a copy of: copies inside a root are images too, with its vectors and marks.

    Returns the ids of the new images.
    """
    with small_change(folder) as connection:
        roots, made = roots_of(connection), []
        for path, identity in copied.items():
            place = _place_of(path, roots)
            row = connection.execute("SELECT content_id FROM image WHERE id = ?", (identity,)).fetchone()
            state = _state_of(path)
            if place is None or row is None or state is None:
                continue
            _make_room(connection, place, 0)
            cursor = connection.execute(
                "INSERT INTO image (root_id, path, file_size, mtime_ns, content_id) VALUES (?, ?, ?, ?, ?)",
                (place.root_id, place.path, state.st_size, kept_time(state.st_mtime_ns), row[0]),
            )
            made.append(int(cursor.lastrowid or 0))
        return tuple(made)


def _forget(connection: sqlite3.Connection, image_ids: Collection[int]) -> tuple[ImageRow, ...]:
    within = "FROM image WHERE id IN (SELECT value FROM json_each(?))"
    asked = (json.dumps([int(identity) for identity in image_ids]),)
    columns = "id, root_id, path, file_size, mtime_ns, content_id"
    found = checked(connection.execute(f"SELECT {columns} {within}", asked).fetchall(), "iipiii")
    rows = tuple(ImageRow(*row) for row in found)
    connection.execute(f"DELETE {within}", asked)
    return rows


def _state_of(path: Path) -> os.stat_result | None:
    """None where the file is gone again: that must not undo what is done for the others."""
    try:
        return path.stat()
    except OSError:
        return None


def _make_room(connection: sqlite3.Connection, place: _Place, but: int) -> None:
    """A job may have come by the file before us: there is one row for it, and that is the one that keeps its id."""
    for table, same in (("image", " AND id <> ?"), ("skipped", "")):
        values = (place.root_id, place.path, but)[: 3 if same else 2]
        connection.execute(f"DELETE FROM {table} WHERE root_id = ? AND path = ?{same}", values)


def _place_of(path: Path, roots: Sequence[tuple[int, Path, bool]]) -> _Place | None:
    """Root and path of a file; None where it lies in none. Whether its root leaves it out shows at the next indexing."""
    for identity, root, recursive in roots:
        if path.parent == root or (recursive and path.is_relative_to(root)):
            return _Place(identity, relative_to_row(path, root))
    return None
