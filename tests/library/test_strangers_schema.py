"""Catalogs from others: what a schema can hold that runs by itself, under whatever name, is refused before it runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.library import care, soundness
from imsearch_gui.library.following import forget
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.removal import delete_library
from imsearch_gui.library.writer import LibraryWriter

RUNS = "CREATE TRIGGER {0} AFTER INSERT ON setting BEGIN DELETE FROM root; END"
STAT1 = "CREATE TABLE sqlite_stat1(tbl,idx,stat)"
STAT4 = "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> Path:
    """A library with one root, closed."""
    with LibraryWriter.open(folder) as library:
        library.add_root(tmp_path, recursive=True, exclude=())
    return folder


@contextmanager
def forged(place: Path) -> Iterator[sqlite3.Connection]:
    """The catalog with its schema as a table that may be written."""
    with closing(sqlite3.connect(place / CATALOG, isolation_level=None)) as catalog:
        catalog.execute("PRAGMA writable_schema = ON")
        yield catalog


def plant(place: Path, kind: str, name: str, table: str, sql: str, root: int = 0) -> None:
    with forged(place) as catalog:
        catalog.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", (kind, name, table, root, sql))


def page(place: Path) -> int:
    """Of a table that is there, for another one to lie in."""
    with forged(place) as catalog:
        (found,) = catalog.execute("SELECT rootpage FROM sqlite_master WHERE name = 'skipped'").fetchone()
    return int(found)


def refused(place: Path) -> bool:
    uses: tuple[Callable[[Path], object], ...] = (
        Library.open,
        LibraryWriter.open,
        delete_library,
        lambda folder: forget(folder, [1]),
    )
    for use in uses:
        with pytest.raises(LibraryError, match="is damaged"):
            use(place)
    return True


def test_what_is_planted_would_run(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(place, "trigger", "sqlite_stat1", "setting", RUNS.format("sqlite_stat1"))
    monkeypatch.setattr(soundness, "_parts", lambda _: ())
    soundness._made_by_us.cache_clear()
    with LibraryWriter.open(place) as library:
        care.rename(library, "mine")
        assert library.root_paths() == [], "the other tests here would prove nothing"
    soundness._made_by_us.cache_clear()


@pytest.mark.parametrize("name", ["sqlite_stat1", "sqlite_stat4", "sqlite_sequence", "sqlite_autoindex_setting_1", "t"])
@pytest.mark.parametrize("kind", ["trigger", "table", "index", "view", ""])
def test_a_trigger_under_a_name_of_sqlite_is_refused(kind: str, name: str, place: Path) -> None:
    plant(place, kind, name, "setting", RUNS.format(name))
    assert refused(place)
    with forged(place) as catalog:
        assert catalog.execute("SELECT count(*) FROM root").fetchone() == (1,)


@pytest.mark.parametrize(
    ("kind", "name", "table", "sql"),
    [
        ("view", "sqlite_stat1", "sqlite_stat1", "CREATE VIEW sqlite_stat1 AS SELECT load_extension('x') AS tbl"),
        ("table", "sqlite_stat1", "sqlite_stat1", RUNS.format("sqlite_stat1")),
        ("table", "sqlite_stat1", "setting", STAT1),
        ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat AS (hex(tbl)))"),
        ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat DEFAULT (random()))"),
        ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat CHECK (abs(stat)))"),
        ("table", "sqlite_stat1", "sqlite_stat1", f"{STAT1} -- more"),
        ("table", "SQLITE_STAT1", "SQLITE_STAT1", STAT1),
        ("index", "sqlite_stat1", "sqlite_stat1", "CREATE INDEX sqlite_stat1 ON setting (hex(value))"),
        ("table", "sqlite_stat3", "sqlite_stat3", "CREATE TABLE sqlite_stat3(tbl,idx,neq,nlt,ndlt,sample)"),
        ("table", "sqlite_sequence", "sqlite_sequence", "CREATE TABLE sqlite_sequence(name,seq)"),
        ("table", "words", "words", "CREATE VIRTUAL TABLE words USING fts5(text)"),
        ("table", "pages", "pages", "CREATE VIRTUAL TABLE pages USING dbstat"),
    ],
)
def test_only_the_statistics_as_sqlite_makes_them_are_left_out(
    kind: str, name: str, table: str, sql: str, place: Path
) -> None:
    plant(place, kind, name, table, sql, 0 if kind == "view" or "VIRTUAL" in sql else page(place))
    assert refused(place)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("value TEXT NOT NULL", "value TEXT NOT NULL CHECK (random())"),
        ("value TEXT NOT NULL", "value TEXT NOT NULL DEFAULT (hex(randomblob(9)))"),
        ("value TEXT NOT NULL", "value TEXT NOT NULL, more AS (hex(value))"),
        ("value TEXT NOT NULL", "value TEXT\xa0NOT NULL"),
        ("value TEXT NOT NULL", "value TEXT\x0bNOT NULL"),
        ("value TEXT NOT NULL", "value TEXT NOT NULL -- more"),
        ("CREATE TABLE setting", "CREATE TABLE setting\0"),
    ],
)
def test_a_table_that_is_almost_ours(before: str, after: str, place: Path) -> None:
    with forged(place) as catalog:
        changed = catalog.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = 'setting'", (before, after)
        )
        assert changed.rowcount == 1
    assert refused(place)


def test_a_part_that_is_there_twice(place: Path) -> None:
    with forged(place) as catalog:
        catalog.execute("INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'image_removed'")
    assert refused(place)


@pytest.mark.parametrize(("name", "sql"), [("sqlite_stat1", STAT1), ("sqlite_stat4", STAT4)])
def test_statistics_that_a_tool_of_sqlite_has_left(name: str, sql: str, place: Path) -> None:
    if name == "sqlite_stat1":
        with forged(place) as catalog:
            catalog.execute("ANALYZE")
    else:
        # Not every build of SQLite makes these, so an empty one is put there by hand.
        with forged(place) as catalog:
            catalog.execute("CREATE TABLE more(tbl,idx,neq,nlt,ndlt,sample)")
            catalog.execute(
                "UPDATE sqlite_master SET name = ?1, tbl_name = ?1, sql = ?2 WHERE name = 'more'", (name, sql)
            )
    with LibraryWriter.open(place) as library:
        assert care.rename(library, "mine") == "mine"
        assert len(library.root_paths()) == 1
