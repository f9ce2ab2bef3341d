"""Whether a catalog may be believed: a library may come from anybody.

SQLite keeps a damaged or forged file from doing harm to memory, but a database is also a program: triggers and views run what
they like, a journal left beside it names files to be deleted, and a link in the place of a file leads out of the folder. Nothing
of that is in a catalog that this program made, so whatever has it is refused before a row is read. What the rows hold is checked
where they are read (`rows`).
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.language import tr
from imsearch_gui.library.schema import MIGRATIONS

BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a catalog, by the end of the name."""
_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""How a journal ends that names another file, which SQLite deletes when it is done (its file format, section 3)."""
_STEPS = 20_000_000
"""Steps of SQLite's machine that a statement may take in any case; a full look at a hundred thousand images takes a tenth."""
_STEPS_A_BYTE = 1
"""And so many more for each byte: the longest statement on a million images takes an eighth. A file whose pages lead to each
other in circles has rows without end, and would be read for ever."""
_LOOK = 1_000_000
"""Steps between two looks at how many there were."""
_LARGEST_VALUE = 1 << 30
"""Bytes of a text or a blob; as SQLite has it by default, but some builds allow twice as much."""


class Unsound(Exception):
    """A catalog, or a row of it, that this program did not write; the text says in a few words what is wrong."""


def damaged(folder: Path, what: object) -> LibraryError:
    """The sentence for a catalog that cannot be believed."""
    sentence = tr("The catalog of the library {0} is damaged ({1}): bring back a copy or index again.")
    return LibraryError(sentence.format(folder, what))


class CarefulConnection(sqlite3.Connection):
    """A connection that gives up on a statement which goes on for longer than the file can be the reason of."""

    file: Path | None = None
    """The catalog."""
    _taken = 0

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.set_progress_handler(self._goes_on_too_long, _LOOK)
        self.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        self.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        # Functions that do something may not be called by what the file brings along; and cells are checked as pages come in.
        self.execute("PRAGMA trusted_schema = OFF")
        self.execute("PRAGMA cell_size_check = ON")

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        self._taken = 0
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        self._taken = 0
        return super().executemany(*arguments)

    def _goes_on_too_long(self) -> bool:
        self._taken += _LOOK
        return self._taken > _STEPS and self._taken > _STEPS + _STEPS_A_BYTE * self._bytes()

    def _bytes(self) -> int:
        """Of the catalog as it is now, with what was committed lately."""
        assert self.file is not None
        files = (self.file, self.file.with_name(f"{self.file.name}-wal"))
        return sum(file.stat().st_size for file in files if file.exists())


def check_place(file: Path) -> None:
    """Raise Unsound where the catalog, or what SQLite keeps beside it, is no plain file of this folder."""
    for end in BESIDE:
        check_plain(file.with_name(file.name + end))
    journal = file.with_name(f"{file.name}-journal")
    try:
        with journal.open("rb") as opened:
            opened.seek(-min(len(_SUPER_JOURNAL), os.fstat(opened.fileno()).st_size), os.SEEK_END)
            names_another = opened.read() == _SUPER_JOURNAL
    except FileNotFoundError:
        return
    if names_another:
        raise Unsound(f"{journal.name} speaks of another file")


def check_plain(file: Path) -> None:
    """Raise Unsound for a link, a folder, a pipe or a device; what is not there is sound. OSError where it cannot be told."""
    try:
        mode = file.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise Unsound(f"{file.name} is a link or no file")


def check_folder(folder: Path) -> None:
    """Raise Unsound where a folder of the library is a link out of it, or no folder; what is not there is sound."""
    try:
        mode = folder.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(mode):
        raise Unsound(f"{folder.name} is a link or no folder")


def check_schema(connection: sqlite3.Connection, version: int) -> None:
    """Raise Unsound unless the catalog has just the tables, indexes and triggers that this program makes."""
    if not 0 <= version <= len(MIGRATIONS):
        raise Unsound(f"there is no schema {version}")
    found = frozenset(_parts(connection.execute(_PARTS)))
    if found != (known := _made_by_us(version)):
        name = min(part[1] for part in found ^ known)
        raise Unsound(f"{name} is not as this program makes it")


_PARTS = "SELECT type, name, tbl_name, sql FROM sqlite_master"
_Part = tuple[str, str, str, str]
_STATISTICS = (
    ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    ("table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
)
"""Of the planner; whoever looked into the catalog with a tool of SQLite may have left them. To the letter, as SQLite writes them:
what has one of these names and is anything else, such as a trigger, would run."""
_SPACE = re.compile(r"[ \t\n\f\r]+")
"""What SQLite takes as space; to others that look like it, it gives a meaning."""


def _parts(rows: Iterable[tuple[Any, ...]]) -> Iterable[_Part]:
    for row in rows:
        if row not in _STATISTICS:
            kind, name, table, sql = row
            yield str(kind), str(name), str(table), _SPACE.sub(" ", str(sql or "")).strip(" ")


@cache
def _made_by_us(version: int) -> frozenset[_Part]:
    connection = sqlite3.connect(":memory:")
    try:
        for script in MIGRATIONS[:version]:
            connection.executescript(script)
        return frozenset(_parts(connection.execute(_PARTS)))
    finally:
        connection.close()
