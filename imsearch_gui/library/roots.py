"""Roots inside roots: every file belongs to exactly one root."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from imsearch_gui.library.records import RootKey
from imsearch_gui.library.rows import below_from_row, checked, fetch_int, path_to_row, relative_to_row, root_from_row


def add_root(
    connection: sqlite3.Connection, path: Path, *, recursive: bool, exclude: Sequence[str], watch: bool | None = None
) -> RootKey:
    """Make `path` a root, or change the options of the root that it is; inside a transaction of the caller.

    `watch` of None leaves it as it is.
    A root that lies inside the new one is taken over by it, images and all; a path inside a root with subfolders belongs
    to that root and needs none of its own.
    """
    roots = roots_of(connection)
    for identity, known, with_subfolders in roots:
        if with_subfolders and known != path and path.is_relative_to(known):
            return RootKey(identity, known)
    connection.execute(
        "INSERT INTO root (path, recursive, exclude, watch) VALUES (?, ?, ?, ?) ON CONFLICT (path)"
        " DO UPDATE SET recursive = excluded.recursive, exclude = excluded.exclude",
        (path_to_row(path), int(recursive), json.dumps(list(exclude)), int(bool(watch))),
    )
    if watch is not None:
        connection.execute("UPDATE root SET watch = ? WHERE path = ?", (int(watch), path_to_row(path)))
    outer = RootKey(fetch_int(connection, "SELECT id FROM root WHERE path = ?", path_to_row(path)), path)
    for identity, known, _ in roots:
        if recursive and known != path and known.is_relative_to(path):
            _take_over(connection, RootKey(identity, known), outer)
    return outer


def roots_of(connection: sqlite3.Connection) -> list[tuple[int, Path, bool]]:
    """Id and path of each root, and whether it is looked through with its subfolders; Unsound for what is none."""
    rows = checked(connection.execute("SELECT id, path, recursive FROM root ORDER BY id").fetchall(), "ipi")
    return [(identity, root_from_row(path), bool(recursive)) for identity, path, recursive in rows]


def _take_over(connection: sqlite3.Connection, inner: RootKey, outer: RootKey) -> None:
    for table in ("image", "skipped"):
        rows = checked(connection.execute(f"SELECT path FROM {table} WHERE root_id = ?", (inner.id,)).fetchall(), "p")
        connection.executemany(
            f"UPDATE OR REPLACE {table} SET root_id = ?, path = ? WHERE root_id = ? AND path = ?",
            (
                (outer.id, relative_to_row(inner.path / below_from_row(path), outer.path), inner.id, path)
                for (path,) in rows
            ),
        )
    connection.execute("DELETE FROM root WHERE id = ?", (inner.id,))
