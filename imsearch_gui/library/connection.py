"""Opening `catalog.sqlite`, and turning what SQLite and the disk say into sentences."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from imsearch_gui.domain.errors import DiskFull, LibraryBusy, LibraryError, LibraryTooNew, StorageError
from imsearch_gui.domain.language import tr
from imsearch_gui.library.schema import APPLICATION_ID, SCHEMA
from imsearch_gui.library.soundness import CarefulConnection, Unsound, check_place, check_plain, check_schema, damaged
from imsearch_gui.library.transactions import transaction as transaction
from imsearch_gui.library.upgrade import NotCopied, bring_up_to_date, schema_of

CATALOG = "catalog.sqlite"
LOCK = "writer.lock"
"""Beside the catalog; whoever holds it may write."""
BUSY_TIMEOUT_S = 10.0
"""Readers wait this long for a commit of the writer; commits take milliseconds."""
_PRIMARY_CODE = 0xFF
"""The part of an extended result code of SQLite that says what kind of error it is."""

SHARED_BYTES = 32 << 10
"""The piece in which SQLite takes the memory that its connections share (WALINDEX_PGSZ)."""


def connect_to_read(file: Path) -> sqlite3.Connection:
    """A connection that cannot write; raises LibraryError where there is no sound catalog.

    A catalog of an earlier schema is brought to the present one first, which needs the right to write it once.
    """
    with sentences(file.parent):
        connection = _open_to_read(file)
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


def _open_to_read(file: Path) -> sqlite3.Connection:
    connection = _open_read_only(file)
    try:
        if _needs_recovery(connection):
            connection.close()
            _recover(file)
            connection = _open_read_only(file)
    except BaseException:
        connection.close()
        raise
    return connection


def _needs_recovery(connection: sqlite3.Connection) -> bool:
    """Whether a program ended in the middle of a change that only somebody who may write can take back."""
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY_CODE != sqlite3.SQLITE_READONLY:
            raise
        return True
    return False


def _recover(file: Path) -> None:
    """SQLite takes back what was not committed when the catalog is read by somebody who may write."""
    with closing(sqlite3.connect(file, timeout=BUSY_TIMEOUT_S, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version").fetchone()


def check_catalog(file: Path) -> None:
    """LibraryError where there is no sound catalog of ours; one of an earlier schema stays as it is."""
    with sentences(file.parent), closing(_open_to_read(file)) as connection:
        _check_version(connection, file)


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
    except (DiskFull, NotCopied):
        raise
    except (OSError, StorageError) as error:
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
            bring_up_to_date(connection, file)
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
    version = schema_of(connection)
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
        if _has_no_room(folder):
            return _disk_full(folder)
        sentence = tr("The disk of the library {0} fails ({1}): check the disk it is on.")
        return StorageError(sentence.format(folder, text))
    return damaged(folder, text)


def _has_no_room(folder: Path) -> bool:
    """SQLite calls it a failing disk where there is no room for the memory that readers share, a file beside the catalog."""
    try:
        return shutil.disk_usage(folder).free < SHARED_BYTES
    except OSError:
        return False


def _disk_full(folder: Path) -> DiskFull:
    sentence = tr("The disk that holds the library {0} is full: make room and start again; what was indexed is kept.")
    return DiskFull(sentence.format(folder))


def _read_only(folder: Path) -> StorageError:
    sentence = tr("The library {0} cannot be written: choose another place or change its permissions.")
    return StorageError(sentence.format(folder))
