"""Small changes to a catalog that need not wait for an indexing job (docs/decisions/0016)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from imsearch_gui.library.connection import CATALOG, connect_to_change, connect_to_read, sentences, transaction


@contextmanager
def small_change(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one transaction of a few milliseconds, all or nothing, whoever holds the writer's lock meanwhile.

    Only for what no job holds in its memory: notes, and the rows of single images. Raises LibraryError where there is no library,
    LibraryBusy where another transaction does not end, StorageError where the catalog cannot be written.
    """
    file = folder / CATALOG
    # Brings a catalog of an earlier schema to the present one, under the lock, and says what is wrong with any other.
    connect_to_read(file).close()
    with sentences(folder), closing(connect_to_change(file)) as connection, transaction(connection):
        yield connection
