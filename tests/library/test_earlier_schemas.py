"""Libraries that were made by earlier versions of the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from imsearch_gui.domain.errors import LibraryBusy
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.library import connection
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.records import Encoded
from imsearch_gui.library.schema import APPLICATION_ID, MIGRATIONS, SCHEMA
from imsearch_gui.library.vectors import stats_of
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.scoring import top

ROWS, DIMENSION = 30, 8


@pytest.fixture
def vectors() -> np.ndarray:
    return np.random.default_rng(1).normal(size=(ROWS, DIMENSION)).astype(np.float32)


@pytest.fixture
def first_schema(tmp_path: Path, vectors: np.ndarray) -> Path:
    """A library as schema 1 left it: float32 rows, three stats, a graph over whole vectors."""
    folder, pictures = tmp_path / "library", tmp_path / "pictures"
    (folder / "vectors").mkdir(parents=True)
    (folder / "graph").mkdir()
    pictures.mkdir()
    db = sqlite3.connect(folder / CATALOG)
    db.executescript(MIGRATIONS[0])
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.execute("INSERT INTO root VALUES (1, ?, 1, '[]')", (str(pictures),))
    db.execute("INSERT INTO model VALUES (1, 'test', 'Test', ?, 'f1', 'models/test', 'test-1.f32', NULL)", (DIMENSION,))
    for slot in range(ROWS):
        db.execute(
            "INSERT INTO content (id, key, width, height, format) VALUES (?, ?, 640, 480, 'JPEG')",
            (slot + 1, slot.to_bytes(16, "big")),
        )
        db.execute("INSERT INTO vector VALUES (1, ?, ?)", (slot, slot + 1))
        db.execute("INSERT INTO image VALUES (?, 1, ?, 10, 20, ?)", (slot + 1, f"{slot:02}.jpg", slot + 1))
    db.execute("INSERT INTO graph VALUES (1, ?, 4, 'checksum', '{}', '{}')", (ROWS,))
    db.commit()
    db.close()
    vectors.tofile(folder / "vectors" / "test-1.f32")
    stats_of(vectors).tofile(folder / "vectors" / "test-1.f32.stats")
    (folder / "graph" / "test-1.hnsw").write_bytes(b"old!")
    return folder


def test_a_reader_brings_the_first_schema_up_to_date(first_schema: Path, vectors: np.ndarray) -> None:
    with Library.open(first_schema) as library:
        assert library.image_count() == ROWS
        np.testing.assert_array_equal(library.export("test")[0], vectors)
        found = top(vectors[7], library.vectors("test"), Metric.COSINE, 1)
        assert (found.slots.tolist(), found.scores.tolist()) == ([7], [1.0])
        assert library.graph_record("test") is None
    db = sqlite3.connect(first_schema / CATALOG)
    assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    db.close()


def test_its_rows_stay_as_exact_as_they_were_and_new_ones_join_them(
    first_schema: Path, vectors: np.ndarray, encoded: Callable[..., Encoded]
) -> None:
    with LibraryWriter.open(first_schema) as writer:
        model = writer.use_model(
            "test", title="Test", dimension=DIMENSION, fingerprint="f1", folder=Path("models/test")
        )
        root = writer.add_root(writer.roots()[0].path, recursive=True, exclude=())
        item = encoded(root.path / "new.jpg", 99)
        writer.store(model, {item.file.path: root}, [item], [])
        np.testing.assert_array_equal(writer.export("test")[0], np.vstack([vectors, item.vector]))


@pytest.fixture
def second_schema(tmp_path: Path) -> Path:
    """A library as schema 2 left it: nobody was asked whether its roots are watched."""
    folder, pictures = tmp_path / "library", tmp_path / "pictures"
    folder.mkdir()
    pictures.mkdir()
    db = sqlite3.connect(folder / CATALOG)
    for script in MIGRATIONS[:2]:
        db.executescript(script)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 2")
    db.execute("INSERT INTO root VALUES (1, ?, 0, ?)", (str(pictures), '["*.tmp"]'))
    db.commit()
    db.close()
    return folder


def test_roots_of_the_second_schema_keep_their_options_and_are_not_watched(second_schema: Path) -> None:
    with Library.open(second_schema) as library:
        (root,) = library.roots()
    assert (root.recursive, root.exclude, root.online, root.watch) == (False, ("*.tmp",), True, False)
    db = sqlite3.connect(second_schema / CATALOG)
    assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    db.close()


def test_missing_stats_of_float32_rows_are_made_again(first_schema: Path, vectors: np.ndarray) -> None:
    (first_schema / "vectors" / "test-1.f32.stats").unlink()
    with Library.open(first_schema) as library:
        np.testing.assert_array_equal(library.vectors("test").stats, stats_of(vectors))


def test_while_another_writes_it_waits_and_then_says_so(first_schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_S", 0.05)
    with FileLock(first_schema / connection.LOCK), pytest.raises(LibraryBusy, match="earlier version"):
        Library.open(first_schema)
    with Library.open(first_schema) as library:
        assert library.image_count() == ROWS
