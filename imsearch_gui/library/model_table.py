"""The models of a library: rows of the catalog, and the files that their vectors lie in."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from imsearch_gui.library.places import graph_path, vector_file, vectors_path
from imsearch_gui.library.records import ModelKey
from imsearch_gui.library.rows import checked, dimension_from_row, fetch_int, path_to_row
from imsearch_gui.library.vectors import HALF, rows_held

_log = logging.getLogger(__name__)


def use_model(
    connection: sqlite3.Connection,
    library: Path,
    name: str,
    *,
    title: str,
    dimension: int,
    fingerprint: str,
    folder: Path,
) -> ModelKey:
    """The entry for a model in the library at `library`; inside a transaction of the caller.

    Vectors of another fingerprint are dropped: they do not compare.
    """
    row = _known_as(name, connection)
    if row is not None and (row[1], row[2]) == (fingerprint, dimension):
        connection.execute("UPDATE model SET folder = ?, title = ? WHERE id = ?", (path_to_row(folder), title, row[0]))
        known = ModelKey(row[0], name, dimension)
        _forget_lost_vectors(connection, vectors_path(library, row[3]), known)
        return known
    generation = 1
    if row is not None:
        generation = int(Path(row[3]).stem.rpartition("-")[2]) + 1
        connection.execute("DELETE FROM vector WHERE model_id = ?", (row[0],))
        connection.execute("DELETE FROM model WHERE id = ?", (row[0],))
    # A new file for new vectors: readers may still have the old one mapped.
    file = f"{name}-{generation}{HALF}"
    vectors_path(library, file)
    graph_path(library, file)
    cursor = connection.execute(
        "INSERT INTO model (name, title, dimension, fingerprint, folder, file) VALUES (?, ?, ?, ?, ?, ?)",
        (name, title, dimension, fingerprint, path_to_row(folder), file),
    )
    return ModelKey(int(cursor.lastrowid or 0), name, dimension)


def _known_as(name: str, connection: sqlite3.Connection) -> tuple[int, str, int, str] | None:
    """Id, fingerprint, dimension and file of a model; raises Unsound for a row that this program did not write."""
    sql = "SELECT id, fingerprint, dimension, file FROM model WHERE name = ?"
    for identity, fingerprint, dimension, file in checked(connection.execute(sql, (name,)).fetchall(), "itit"):
        return identity, fingerprint, dimension_from_row(dimension), vector_file(file)
    return None


def _forget_lost_vectors(connection: sqlite3.Connection, file: Path, model: ModelKey) -> None:
    """Of a file that was deleted or cut off by somebody else, what is no longer in it: the job that follows makes it anew."""
    named = fetch_int(connection, "SELECT coalesce(max(slot) + 1, 0) FROM vector WHERE model_id = ?", model.id)
    held = rows_held(file, model.dimension)
    if held < named:
        _log.warning("%s holds %d of %d vectors: the others are made anew", file.name, held, named)
        connection.execute("DELETE FROM vector WHERE model_id = ? AND slot >= ?", (model.id, held))
        # Its nodes are slots, which are about to get other vectors.
        connection.execute("DELETE FROM graph WHERE model_id = ?", (model.id,))
