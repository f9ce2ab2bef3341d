"""Libraries from others, as they are written: whatever lies in the place of a file or a folder, nothing outside is touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from imsearch_gui.domain.errors import KnownError, LibraryError
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import PixelsExample, Query
from imsearch_gui.library import care
from imsearch_gui.library.compaction import compact
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.kept import LIST, PICTURE, SEARCHES, THUMBNAIL, KeptQueries
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.rotation import learn
from imsearch_gui.library.schema import MIGRATIONS
from imsearch_gui.library.upgrade import copy_of
from imsearch_gui.library.writer import LibraryWriter

IMAGES = 40
MINE = b"what somebody wrote " * 1_000


@pytest.fixture
def place(folder: Path, tmp_path: Path, encoded: Callable[..., Encoded]) -> Path:
    """A library of which most vectors belong to no picture any more, closed."""
    (tmp_path / "pictures").mkdir()
    with LibraryWriter.open(folder) as library:
        root = library.add_root(tmp_path / "pictures", recursive=True, exclude=())
        model = library.use_model("test", title="test", dimension=8, fingerprint="test", folder=Path("/no/model"))
        items = [encoded(tmp_path / "pictures" / f"{number}.jpg", number) for number in range(IMAGES)]
        library.store(model, {item.file.path: root for item in items}, items, [])
        gone = library.known_files(root, model)[4:]
        library.forget({file.text: root for file in gone}, gone)
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_bytes(MINE)
    return file


def compact_it(library: LibraryWriter) -> None:
    list(compact(library, share=0.0, least=1))


def save_graph(library: LibraryWriter) -> None:
    vectors = library.vectors("test").vectors(slice(None))
    graph = Graph.empty(learn(vectors, len(vectors)), len(vectors))
    graph.add(vectors, threads=1)
    library.save_graph("test", graph, dict.fromkeys(Metric, 100), dict.fromkeys(Metric, 1.0))


# -- folders ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["vectors", "graph"])
@pytest.mark.parametrize("kind", ["file", "link", "pipe"])
def test_nothing_is_written_where_a_folder_is_none(kind: str, name: str, place: Path, tmp_path: Path) -> None:
    if (place / name).exists():
        (place / name).rename(tmp_path / "before")
    outside = tmp_path / "outside"
    outside.mkdir()
    make = {
        "file": lambda: (place / name).write_bytes(b"x"),
        "link": lambda: (place / name).symlink_to(outside),
        "pipe": lambda: os.mkfifo(place / name),
    }
    make[kind]()
    with pytest.raises(LibraryError, match=f"{name} is a link or no folder"):
        LibraryWriter.open(place)
    assert list(outside.iterdir()) == []


def test_the_lock_is_free_again_where_nothing_may_be_written(place: Path) -> None:
    (place / "graph").write_bytes(b"x")
    with pytest.raises(LibraryError):
        LibraryWriter.open(place)
    (place / "graph").unlink()
    LibraryWriter.open(place).close()


# -- compaction ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["test-2.f16", "test-2.f16.stats"])
@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "pipe"])
def test_vectors_are_not_compacted_into_what_is_no_file(
    kind: str, name: str, place: Path, mine: Path, tmp_path: Path
) -> None:
    file, new = place / "vectors" / name, tmp_path / "new"
    with LibraryWriter.open(place) as library:
        # Whatever the clearing away would have left there.
        make = {
            "link": lambda: file.symlink_to(mine),
            "dangling": lambda: file.symlink_to(new),
            "folder": file.mkdir,
            "pipe": lambda: os.mkfifo(file),
        }
        make[kind]()
        with pytest.raises(LibraryError, match="is a link or no file"):
            compact_it(library)
    assert (mine.read_bytes(), new.exists()) == (MINE, False)
    with Library.open(place) as library:
        assert library.vectors("test").rows == IMAGES


def test_a_link_that_comes_while_vectors_are_copied_is_replaced_and_not_followed(place: Path, mine: Path) -> None:
    names = ("test-2.f16", "test-2.f16.stats")
    with LibraryWriter.open(place) as library:
        job = compact(library, share=0.0, least=1)
        next(job)
        for name in names:
            (place / "vectors" / name).symlink_to(mine)
        list(job)
        assert library.vectors("test").rows == 4
    assert not any((place / "vectors" / name).is_symlink() for name in names)
    assert mine.read_bytes() == MINE


def test_a_compaction_that_is_given_up_leaves_nothing(place: Path) -> None:
    before = sorted(path.name for path in (place / "vectors").iterdir())
    with LibraryWriter.open(place) as library:
        job = compact(library, share=0.0, least=1)
        next(job)
        job.close()
        assert sorted(path.name for path in (place / "vectors").iterdir()) == before


# -- all the others -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["test-1.f16", "test-1.f16.stats"])
def test_rows_are_not_appended_through_a_link(
    name: str, place: Path, mine: Path, tmp_path: Path, encoded: Callable[..., Encoded]
) -> None:
    (place / "vectors" / name).unlink()
    (place / "vectors" / name).symlink_to(mine)
    item = encoded(tmp_path / "pictures" / "new.jpg", 99)
    with LibraryWriter.open(place) as library, pytest.raises(LibraryError, match="is a link or no file"):
        library.store(ModelKey(1, "test", 8), {item.file.path: RootKey(1, tmp_path / "pictures")}, [item], [])
    assert mine.read_bytes() == MINE


@pytest.mark.parametrize("name", ["new-1.f16", "new-1.f16.stats"])
def test_a_new_model_gets_no_file_behind_a_link(
    name: str, place: Path, mine: Path, tmp_path: Path, encoded: Callable[..., Encoded]
) -> None:
    (place / "vectors" / name).symlink_to(mine)
    item = encoded(tmp_path / "pictures" / "new.jpg", 99)
    with LibraryWriter.open(place) as library:
        model = library.use_model("new", title="", dimension=8, fingerprint="f", folder=Path("/m"))
        library.store(model, {item.file.path: RootKey(1, tmp_path / "pictures")}, [item], [])
    assert not (place / "vectors" / name).is_symlink()
    assert mine.read_bytes() == MINE


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_graph_is_not_saved_through_a_link(kind: str, place: Path, mine: Path) -> None:
    with LibraryWriter.open(place) as library:
        save_graph(library)
        file = place / "graph" / "test-1.hnsw"
        file.unlink()
        file.symlink_to(mine) if kind == "link" else os.mkfifo(file)
        for change in (lambda: save_graph(library), lambda: library.drop_graph("test")):
            with pytest.raises(LibraryError, match="is a link or no file"):
                change()
    assert mine.read_bytes() == MINE


@pytest.mark.parametrize("end", ["", ".new", ".new-journal", ".new-wal", ".new-shm"])
def test_the_copy_before_an_upgrade_follows_no_link(end: str, tmp_path: Path, mine: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    with closing(sqlite3.connect(old / CATALOG, isolation_level=None)) as catalog:
        for script in MIGRATIONS[:3]:
            catalog.executescript(script)
        catalog.executescript(f"PRAGMA user_version = 3; PRAGMA application_id = {0x696D7365}")
    copy = copy_of(old / CATALOG, 3)
    copy.with_name(copy.name + end).symlink_to(mine)
    LibraryWriter.open(old).close()
    assert mine.read_bytes() == MINE
    assert not copy.is_symlink()
    with closing(sqlite3.connect(copy)) as catalog:
        assert catalog.execute("PRAGMA user_version").fetchone() == (3,)


def test_settings_and_marks_are_not_written_through_a_log_that_is_a_link(place: Path, mine: Path) -> None:
    for end in ("-wal", "-shm", "-journal"):
        (place / f"{CATALOG}{end}").unlink(missing_ok=True)
        (place / f"{CATALOG}{end}").symlink_to(mine)
        with pytest.raises(KnownError, match="is a link or no file"), LibraryWriter.open(place) as library:
            care.rename(library, "mine")
        (place / f"{CATALOG}{end}").unlink()
    assert mine.read_bytes() == MINE


def test_saved_searches_are_not_written_through_links(place: Path, mine: Path) -> None:
    kept = KeptQueries(place / SEARCHES, 5)
    query = Query((PixelsExample(b"a picture", "name"),), "test")
    identity = kept.add(query, 1.0, thumbnail=b"small")
    files = {file.suffix: file for file in (place / SEARCHES).iterdir()}
    lock = files.pop(".lock")
    assert files.keys() == {".json", THUMBNAIL, PICTURE}
    for file in files.values():
        file.unlink()
        file.symlink_to(mine)
    kept.add(query, 2.0, thumbnail=b"small")
    kept.rename(identity, "other")
    kept.clear()
    assert not (place / SEARCHES / LIST).is_symlink()
    lock.unlink(missing_ok=True)
    lock.symlink_to(mine)
    with pytest.raises(LibraryError):
        kept.add(query, 3.0, thumbnail=b"small")
    assert mine.read_bytes() == MINE
