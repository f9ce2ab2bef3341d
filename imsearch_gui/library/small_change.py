"""Small changes to a catalog that need not wait for an indexing job (docs/decisions/0016)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from imsearch_gui.library.connection import BUSY_TIMEOUT_S, CATALOG, connect_to_read, sentences, transaction


@contextmanager
def small_change(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one transaction of a few milliseconds, all or nothing, whoever holds the writer's lock meanwhile.

    Only for what no job holds in its memory: notes, and the rows of single images. Raises LibraryError where there is no library,
    LibraryBusy where another transaction does not end, StorageError where the catalog cannot be written.
    """
    file = folder / CATALOG
    # Brings a catalog of an earlier schema to the present one, under the lock, and says what is wrong with any other.
    connect_to_read(file).close()
    with sentences(folder):
        uri = f"{file.resolve().as_uri()}?mode=rw"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        with closing(connection):
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            with transaction(connection):
                yield connection
