"""The rows of the catalog that a batch of an indexing job becomes; each function inside a transaction of the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from imsearch_gui.library.records import Encoded, ModelKey, Refused, RootKey
from imsearch_gui.library.rows import relative_to_row


def without_vector(connection: sqlite3.Connection, model: ModelKey, encoded: Sequence[Encoded]) -> list[Encoded]:
    """One of each content that has no vector of this model yet."""
    fresh: dict[bytes, Encoded] = {}
    for item in encoded:
        known = connection.execute(
            "SELECT 1 FROM vector JOIN content ON content.id = content_id WHERE content.key = ? AND model_id = ?",
            (item.content_key, model.id),
        ).fetchone()
        if known is None:
            fresh.setdefault(item.content_key, item)
    return list(fresh.values())


def name_vectors(connection: sqlite3.Connection, model: ModelKey, first_slot: int, encoded: Sequence[Encoded]) -> None:
    """Say which contents the vectors from a slot on are of."""
    for slot, item in enumerate(encoded, first_slot):
        connection.execute(
            "INSERT INTO vector (model_id, slot, content_id) VALUES (?, ?, ?)",
            (model.id, slot, _content(connection, item)),
        )


def put_image(connection: sqlite3.Connection, root: RootKey, item: Encoded) -> None:
    """The file is an image of this content now, whatever it was before."""
    path = relative_to_row(item.file.path, root.path)
    connection.execute("DELETE FROM skipped WHERE root_id = ? AND path = ?", (root.id, path))
    connection.execute(
        "INSERT INTO image (root_id, path, file_size, mtime_ns, content_id) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (root_id, path) DO UPDATE SET file_size = excluded.file_size,"
        " mtime_ns = excluded.mtime_ns, content_id = excluded.content_id",
        (root.id, path, item.file.size, item.file.mtime_ns, _content(connection, item)),
    )


def put_skipped(connection: sqlite3.Connection, root: RootKey, refusal: Refused) -> None:
    """The file is none, and why."""
    path = relative_to_row(refusal.file.path, root.path)
    connection.execute("DELETE FROM image WHERE root_id = ? AND path = ?", (root.id, path))
    connection.execute(
        "INSERT OR REPLACE INTO skipped (root_id, path, file_size, mtime_ns, reason) VALUES (?, ?, ?, ?, ?)",
        (root.id, path, refusal.file.size, refusal.file.mtime_ns, refusal.reason),
    )


def _content(connection: sqlite3.Connection, item: Encoded) -> int:
    row = connection.execute("SELECT id FROM content WHERE key = ?", (item.content_key,)).fetchone()
    if row is not None:
        return int(row[0])
    info = item.info
    cursor = connection.execute(
        "INSERT INTO content (key, width, height, format, taken, camera) VALUES (?, ?, ?, ?, ?, ?)",
        (item.content_key, info.width, info.height, info.format, info.taken, info.camera),
    )
    return int(cursor.lastrowid or 0)
