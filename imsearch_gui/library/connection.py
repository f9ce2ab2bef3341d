"""Opening `catalog.sqlite`, and turning what SQLite and the disk say into sentences."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from imsearch_gui.domain.errors import LibraryBusy, LibraryError, LibraryTooNew, StorageError
from imsearch_gui.domain.language import tr
from imsearch_gui.library.schema import APPLICATION_ID, MIGRATIONS, SCHEMA
from imsearch_gui.library.soundness import CarefulConnection, Unsound, check_place, check_plain, check_schema, damaged

CATALOG = "catalog.sqlite"
LOCK = "writer.lock"
"""Beside the catalog; whoever holds it may write."""
BUSY_TIMEOUT_S = 10.0
"""Readers wait this long for a commit of the writer; commits take milliseconds."""


def connect_to_read(file: Path) -> sqlite3.Connection:
    """A connection that cannot write; raises LibraryError where there is no sound catalog.

    A catalog of an earlier schema is brought to the present one first, which needs the right to write it once.
    """
    with sentences(file.parent):
        connection = _open_read_only(file)
        try:
            # 0 is what a program leaves that ended while it made the catalog.
            if _check_version(connection, file) < SCHEMA:
                connection.close()
                _upgrade(file)
                connection = _open_read_only(file)
        except BaseException:
            connection.close()
            raise
    return connection


def writer_lock(folder: Path, timeout_s: float = 0) -> FileLock:
    """The lock of a library's one writer, to be taken; LibraryError where something else lies in its place."""
    with sentences(folder):
        check_plain(folder / LOCK)
    return FileLock(folder / LOCK, timeout=timeout_s)


def _upgrade(file: Path) -> None:
    try:
        with writer_lock(file.parent, BUSY_TIMEOUT_S):
            connect_to_write(file).close()
    except Timeout:
        sentence = tr(
            "The library {0} was made by an earlier version of the program and has to be brought up to date, but another window or"
            " command is writing to it: wait until that has finished."
        )
        raise LibraryBusy(sentence.format(file.parent)) from None
    except (PermissionError, StorageError) as error:
        sentence = tr(
            "The library {0} was made by an earlier version of the program and has to be brought up to date, but it cannot be"
            " written: copy it to a place where it can."
        )
        raise StorageError(sentence.format(file.parent)) from error


def connect_to_write(file: Path) -> sqlite3.Connection:
    """A connection that may write; makes the catalog, or brings it to the present schema."""
    with sentences(file.parent):
        check_place(file)
        connection = _connection(file)
        try:
            _check_version(connection, file)
            connection.execute("PRAGMA journal_mode = WAL")
            # FULL: what was committed survives a power cut too; with about one commit a second it costs nothing.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            # KiB: a commit touches less than this; more would only grow with the library (measured: no commit is faster for it).
            connection.execute("PRAGMA cache_size = -512")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _open_read_only(file: Path) -> sqlite3.Connection:
    if not file.exists():
        raise LibraryError(tr("There is no library in {0}: index a folder into it first.").format(file.parent))
    check_place(file)
    # A write-ahead log needs its shared-memory file; on a read-only medium there can be none, and no writer either.
    mode = "mode=ro" if os.access(file.parent, os.W_OK) else "immutable=1"
    return _connection(file, f"?{mode}")


def connect_to_change(file: Path) -> sqlite3.Connection:
    """A connection for small changes to a catalog of the present schema; raises what SQLite and the disk say."""
    check_place(file)
    connection = _connection(file, "?mode=rw")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _connection(file: Path, options: str = "") -> sqlite3.Connection:
    uri = f"{file.resolve().as_uri()}{options}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, factory=CarefulConnection)
    connection.file = file
    return connection


def _check_version(connection: sqlite3.Connection, file: Path) -> int:
    """The schema of the catalog, 0 for an empty one."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA:
        sentence = tr("The library {0} was made by a newer version of the program: update the program to open it.")
        raise LibraryTooNew(sentence.format(file.parent))
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    has_tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    if has_tables and application != APPLICATION_ID:
        sentence = tr("{0} is the database of another program: choose another folder for the library.")
        raise LibraryError(sentence.format(file))
    check_schema(connection, version)
    return version


def _migrate(connection: sqlite3.Connection) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for step in range(version, SCHEMA):
        with transaction(connection):
            for statement in _statements(MIGRATIONS[step]):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step + 1}")


def _statements(script: str) -> Iterator[str]:
    """`executescript` would commit on its own; a migration has to be one transaction."""
    text = ""
    for line in script.splitlines():
        text += line + "\n"
        if sqlite3.complete_statement(text):
            yield text
            text = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def sentences(folder: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the disk into ours."""
    try:
        yield
    except Unsound as error:
        raise damaged(folder, error) from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema holds a part of it, which need be no text.
        raise damaged(folder, "its schema is no text") from error
    except sqlite3.DatabaseError as error:
        raise _library_error(error, folder) from error
    except OSError as error:
        raise storage_error(error, folder) from error


def storage_error(error: OSError, folder: Path) -> StorageError:
    """One sentence for an error of the disk that holds the library."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _disk_full(folder)
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return _read_only(folder)
    sentence = tr("The library {0} cannot be written ({1}): check the disk it is on.")
    return StorageError(sentence.format(folder, error.strerror))


def _library_error(error: sqlite3.DatabaseError, folder: Path) -> LibraryError:
    text = str(error)
    if "locked" in text or "busy" in text:
        sentence = tr("Another program is writing to the library {0}: wait until it has finished.")
        return LibraryBusy(sentence.format(folder))
    if "full" in text:
        return _disk_full(folder)
    if "readonly" in text or "unable to open" in text:
        return _read_only(folder)
    if isinstance(error, sqlite3.OperationalError) and "disk I/O" in text:
        sentence = tr("The disk of the library {0} fails ({1}): check the disk it is on.")
        return StorageError(sentence.format(folder, text))
    return damaged(folder, text)


def _disk_full(folder: Path) -> StorageError:
    sentence = tr("The disk that holds the library {0} is full: make room and start again; what was indexed is kept.")
    return StorageError(sentence.format(folder))


def _read_only(folder: Path) -> StorageError:
    sentence = tr("The library {0} cannot be written: choose another place or change its permissions.")
    return StorageError(sentence.format(folder))
