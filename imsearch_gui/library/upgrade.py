"""From the schema of an earlier version to the present one: first a copy of the catalog as it is, then all steps at once.

The copy, `catalog.schema-N.sqlite`, is for whoever has to go back to the version that made the library. There is one of them, that
of the latest upgrade: it stays until the next, which replaces it, and goes with the library.
"""

from __future__ import annotations

import errno
import logging
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from imsearch_gui import disk
from imsearch_gui.domain.errors import StorageError
from imsearch_gui.domain.language import tr
from imsearch_gui.library.schema import APPLICATION_ID, MIGRATIONS, SCHEMA
from imsearch_gui.library.transactions import transaction

_log = logging.getLogger(__name__)


class NotCopied(StorageError):
    """The copy of the catalog cannot be made, so nothing was changed."""


def schema_of(connection: sqlite3.Connection) -> int:
    """The schema of a catalog; 0 for one without tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up_to_date(connection: sqlite3.Connection, file: Path) -> None:
    """Make the tables of the present schema in the catalog `file`, which may be of an earlier one, or empty.

    All of it is one transaction: whoever is interrupted on the way leaves the catalog as it was. Raises NotCopied where the
    copy cannot be made.
    """
    if schema_of(connection) == SCHEMA:
        return
    with transaction(connection):
        # Asked again where nobody else can write: another process may have been here in between.
        version = schema_of(connection)
        if 0 < version < SCHEMA:
            _keep_copy(file, version)
        for step in range(version, SCHEMA):
            for statement in _statements(MIGRATIONS[step]):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
    if version > 0:
        _remove_older_copies(file, copy_of(file, version))


def copy_of(file: Path, version: int) -> Path:
    """Where the copy of the catalog `file` lies that was made when it was of schema `version`."""
    return file.with_name(f"{file.stem}.schema-{version}{file.suffix}")


def copies_of(file: Path) -> list[Path]:
    """The copies of the catalog `file` that there are, finished or not."""
    own = re.compile(rf"{re.escape(file.stem)}\.schema-\d+{re.escape(file.suffix)}(\.new)?")
    return sorted(other for other in file.parent.iterdir() if own.fullmatch(other.name))


def _keep_copy(file: Path, version: int) -> None:
    target = copy_of(file, version)
    aside = target.with_name(target.name + ".new")
    try:
        try:
            aside.unlink(missing_ok=True)
            _copy(file, aside)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
        disk.sync_folder(file.parent)
    except (OSError, sqlite3.DatabaseError) as error:
        raise _no_copy(file, error) from error


def _copy(file: Path, aside: Path) -> None:
    """By SQLite itself: what was committed last may still be in the log beside the catalog."""
    # A connection of its own, since one that is writing cannot be copied from; it sees what was committed before.
    with (
        closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(aside, isolation_level=None)) as target,
    ):
        # Half a copy is thrown away, so it needs no journal beside it.
        target.execute("PRAGMA journal_mode = OFF")
        source.backup(target)
    disk.sync_file(aside)


def _no_copy(file: Path, error: OSError | sqlite3.DatabaseError) -> NotCopied:
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "full" in str(error):
        sentence = tr(
            "The library {0} was made by an earlier version of the program. Before it is brought up to date, a copy of its catalog"
            " is kept beside it, and the disk has no room for that ({1} MB): make room and open it again; nothing was changed."
        )
        return NotCopied(sentence.format(file.parent, -(-file.stat().st_size // 10**6)))
    sentence = tr(
        "The library {0} was made by an earlier version of the program. Before it is brought up to date, a copy of its catalog"
        " is kept beside it, which failed ({1}): check its disk and permissions, and open it again; nothing was changed."
    )
    return NotCopied(sentence.format(file.parent, getattr(error, "strerror", None) or error))


def _remove_older_copies(file: Path, newest: Path) -> None:
    for copy in copies_of(file):
        if copy != newest:
            try:
                copy.unlink()
            except OSError as error:
                _log.warning("%s stays, although there is a newer copy: %s", copy, error)


def _statements(script: str) -> Iterator[str]:
    """`executescript` would commit on its own; a migration has to be one transaction."""
    text = ""
    for line in script.splitlines():
        text += line + "\n"
        if sqlite3.complete_statement(text):
            yield text
            text = ""
