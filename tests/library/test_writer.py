"""What the catalog promises, seen through a writer and a reader."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.errors import LibraryBusy, LibraryError, LibraryTooNew, QueryError, StorageError
from imsearch_gui.domain.metrics import Matrix, Metric, Vector
from imsearch_gui.domain.plan import FoundFile, Move
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.library.connection import connect_to_write
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.records import Encoded, ModelKey, Refused, RootKey
from imsearch_gui.library.rotation import learn
from imsearch_gui.library.vectors import view_of
from imsearch_gui.library.writer import LibraryWriter

Make = Callable[..., Encoded]


def fill(writer: LibraryWriter, model: ModelKey, root: RootKey, items: list[Encoded]) -> None:
    writer.store(model, {item.file.path: root for item in items}, items, [])


def kept(*vectors: Vector) -> Matrix:
    """Vectors as they come back: to eleven bits."""
    return view_of(np.stack(vectors)).vectors(slice(None))


@pytest.fixture
def root(writer: LibraryWriter, tmp_path: Path) -> RootKey:
    (tmp_path / "pictures").mkdir()
    return writer.add_root(tmp_path / "pictures", recursive=True, exclude=["*.tmp"])


def test_a_stored_batch_is_there_for_a_reader(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, folder: Path
) -> None:
    items = [encoded(root.path / f"{seed}.jpg", seed) for seed in range(5)]
    fill(writer, model, root, items)
    with Library.open(folder) as library:
        assert library.image_count() == 5
        assert [image.path for image in library.images()] == [item.file.path for item in items]
        matrix, paths = library.export("test")
        assert paths == [item.file.path for item in items]
        assert np.array_equal(matrix, kept(*(item.vector for item in items)))
        record = library.models()[0]
        assert (record.id, record.dimension, record.vectors, record.bytes) == ("test", 8, 5, 5 * 8 * 2)
        assert library.roots()[0].exclude == ("*.tmp",)
        image = library.images_at("test", [3])[0][0]
        assert image.info.width == 640
        assert image.info.camera == "Camera"


def test_stats_are_length_mean_and_centred_length(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1), encoded(root.path / "b.jpg", 2)])
    view = writer.vectors("test")
    rows = view.exact(slice(None))
    expected = np.stack(
        [
            np.linalg.norm(rows, axis=1),
            rows.mean(axis=1),
            np.linalg.norm(rows - rows.mean(axis=1, keepdims=True), axis=1),
        ],
        axis=1,
    )
    np.testing.assert_allclose(view.stats[:, :3], expected, rtol=1e-6)
    assert (view.stats[:, 3] == 2.0 ** np.round(np.log2(view.stats[:, 3]))).all(), "factors are powers of two"


def test_missing_stats_are_a_sentence(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, folder: Path
) -> None:
    """The factors of the rows are in them, so without them the rows say little."""
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1)])
    (folder / "vectors" / "test-1.f16.stats").unlink()
    with Library.open(folder) as library, pytest.raises(LibraryError, match="cannot be read"):
        library.vectors("test")


def test_copies_share_a_vector_and_are_both_found(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 7), encoded(root.path / "copy.jpg", 7)])
    assert writer.vectors("test").rows == 1
    assert [image.path.name for image in writer.images_at("test", [0])[0]] == ["a.jpg", "copy.jpg"]


def test_a_vector_without_an_image_is_not_live_until_its_content_returns(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make
) -> None:
    items = [encoded(root.path / "a.jpg", 1), encoded(root.path / "b.jpg", 2)]
    fill(writer, model, root, items)
    gone = [known for known in writer.known_files(root, model) if known.path.name == "a.jpg"]
    writer.forget({gone[0].text: root}, gone)
    live = writer.vectors("test").live
    assert live is not None
    assert live.tolist() == [False, True]
    assert writer.images_at("test", [0, 1])[0] == ()
    fill(writer, model, root, [encoded(root.path / "again.jpg", 1)])
    assert writer.vectors("test").live is None
    assert writer.vectors("test").rows == 2


def test_a_changed_file_gets_a_new_vector_and_leaves_the_old(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1)])
    (before,) = writer.images()
    fill(writer, model, root, [encoded(root.path / "a.jpg", 2, mtime_ns=5)])
    (after,) = writer.images()
    assert after.id == before.id
    assert after.mtime_ns == 5
    assert writer.vectors("test").live_rows == 1
    np.testing.assert_array_equal(writer.export("test")[0], kept(encoded(root.path, 2).vector))


def test_a_moved_image_keeps_its_id_and_vector(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1)])
    (known,) = writer.known_files(root, model)
    target = FoundFile(root.path / "sub" / "b.jpg", known.size, 77)
    writer.apply_moves({target.path: root}, [Move(known, target)])
    (image,) = writer.images()
    assert (image.id, image.path, image.mtime_ns) == (known.image_id, target.path, 77)
    assert writer.known_files(root, model)[0].ready


def test_skipped_files_are_remembered_and_forgiven(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make
) -> None:
    path = root.path / "broken.jpg"
    fill(writer, model, root, [encoded(path, 1)])
    writer.store(model, {path: root}, [], [Refused(FoundFile(path, 3, 4), "truncated")])
    assert writer.image_count() == 0
    assert writer.skipped() == [Skipped(path, "truncated")]
    assert writer.known_files(root, model)[0].skip_reason == "truncated"
    fill(writer, model, root, [encoded(path, 2)])
    assert writer.skipped() == []


@pytest.mark.parametrize(
    "name", ["Ünïcödé 照片.jpg", "quote'; DROP TABLE image; --.jpg", os.fsdecode(b"odd \xff\xfe bytes.jpg")]
)
def test_any_name_comes_back_as_it_was(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, name: str
) -> None:
    fill(writer, model, root, [encoded(root.path / name, 1)])
    (image,) = writer.images()
    assert image.path == root.path / name
    assert writer.known_files(root, model)[0].path == root.path / name


def test_a_root_inside_a_root_belongs_to_the_outer_one(
    writer: LibraryWriter, model: ModelKey, tmp_path: Path, encoded: Make
) -> None:
    inner = writer.add_root(tmp_path / "a" / "b", recursive=True, exclude=[])
    fill(writer, model, inner, [encoded(inner.path / "x.jpg", 1)])
    outer = writer.add_root(tmp_path / "a", recursive=True, exclude=[])
    assert [root.path for root in writer.roots()] == [tmp_path / "a"]
    assert next(writer.images()).path == inner.path / "x.jpg"
    assert writer.add_root(tmp_path / "a" / "c", recursive=True, exclude=[]) == outer
    assert writer.count_images_below(outer, tmp_path / "a" / "b") == 1
    assert writer.count_images_below(outer, tmp_path / "a" / "bb") == 0


def test_another_version_of_a_model_starts_afresh(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, folder: Path
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1)])
    newer = writer.use_model("test", title="Test", dimension=8, fingerprint="f2", folder=Path("elsewhere"))
    assert writer.vectors("test").rows == 0
    assert not (folder / "vectors" / "test-1.f16").exists()
    fill(writer, newer, root, [encoded(root.path / "a.jpg", 1)])
    assert (folder / "vectors" / "test-2.f16").exists()
    same = writer.use_model("test", title="Test", dimension=8, fingerprint="f2", folder=Path("elsewhere"))
    assert same == newer
    assert writer.vectors("test").rows == 1


def test_a_reader_sees_commits_after_refresh(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, folder: Path
) -> None:
    with Library.open(folder) as library:
        assert library.vectors("test").rows == 0
        fill(writer, model, root, [encoded(root.path / "a.jpg", 1)])
        assert library.refresh()
        assert library.vectors("test").rows == 1
        assert not library.refresh()


def test_leftovers_of_an_uncommitted_batch_are_written_over(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, folder: Path
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1)])
    with (folder / "vectors" / "test-1.f16").open("ab") as file:
        file.write(b"\xff" * 1000)
    fill(writer, model, root, [encoded(root.path / "b.jpg", 2)])
    np.testing.assert_array_equal(writer.export("test")[0][1:], kept(encoded(root.path, 2).vector))


def test_a_graph_is_kept_with_its_record_and_a_damaged_one_is_not_loaded(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, folder: Path
) -> None:
    items = [encoded(root.path / f"{seed}.jpg", seed) for seed in range(50)]
    fill(writer, model, root, items)
    vectors = writer.vectors("test").vectors(slice(None))
    graph = Graph.empty(learn(vectors, 50), 50)
    graph.add(vectors)
    writer.save_graph("test", graph, {Metric.L2: 50}, {Metric.L2: 0.995, Metric.L1: 0.9})
    with Library.open(folder) as library:
        record = library.graph_record("test")
        assert record is not None
        assert record.rows == 50
        assert record.candidates == {Metric.L2: 50}
        loaded = library.open_graph("test")
        assert loaded is not None
        assert loaded.search(items[3].vector, 1).tolist() == [3]
        file = folder / "graph" / "test-1.hnsw"
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
        assert library.open_graph("test") is None
        file.unlink()
        assert library.open_graph("test") is None


def test_an_unknown_model_is_named_with_the_known_ones(writer: LibraryWriter, model: ModelKey) -> None:
    with pytest.raises(QueryError, match=r"'vit'.*it knows test"):
        writer.vectors("vit")


def test_a_second_writer_is_told_to_wait(writer: LibraryWriter, folder: Path) -> None:
    with pytest.raises(LibraryBusy, match="being indexed by another"):
        LibraryWriter.open(folder)


def test_the_lock_goes_with_the_writer(folder: Path) -> None:
    LibraryWriter.open(folder).close()
    LibraryWriter.open(folder).close()


def test_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        Library.open(tmp_path)


def test_a_newer_library_is_refused(folder: Path) -> None:
    folder.mkdir()
    connection = connect_to_write(folder / CATALOG)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LibraryTooNew, match="update the program"):
        Library.open(folder)
    with pytest.raises(LibraryTooNew):
        LibraryWriter.open(folder)


def test_the_database_of_another_program_is_left_alone(folder: Path) -> None:
    import sqlite3

    folder.mkdir()
    connection = sqlite3.connect(folder / CATALOG)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(LibraryError, match="another program"):
        LibraryWriter.open(folder)


def test_a_damaged_catalog_is_a_sentence(folder: Path) -> None:
    folder.mkdir()
    (folder / CATALOG).write_bytes(b"SQLite format 3\x00" + b"\x07" * 5000)
    with pytest.raises(LibraryError):
        Library.open(folder)


def test_a_vector_file_cut_short_is_a_sentence(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, folder: Path
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1), encoded(root.path / "b.jpg", 2)])
    file = folder / "vectors" / "test-1.f16"
    file.write_bytes(file.read_bytes()[:20])
    with Library.open(folder) as library, pytest.raises(LibraryError, match="shorter than the catalog says"):
        library.vectors("test")


def test_a_full_disk_is_a_sentence_and_loses_nothing(
    writer: LibraryWriter, model: ModelKey, root: RootKey, encoded: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(writer, model, root, [encoded(root.path / "a.jpg", 1)])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("imsearch_gui.library.vectors.os.fsync", full)
    with pytest.raises(StorageError, match="is full"):
        fill(writer, model, root, [encoded(root.path / "b.jpg", 2)])
    monkeypatch.undo()
    assert writer.image_count() == 1
    fill(writer, model, root, [encoded(root.path / "b.jpg", 2)])
    assert writer.image_count() == 2


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StorageError, match="cannot be written"):
        LibraryWriter.open(tmp_path / "library")


def test_a_catalog_that_was_only_begun_is_an_empty_library(tmp_path: Path) -> None:
    """What a program leaves that is killed between making the file and the tables."""
    sqlite3.connect(tmp_path / "catalog.sqlite").execute("PRAGMA journal_mode = WAL").connection.close()
    with Library.open(tmp_path) as library:
        assert library.models() == []
        assert library.image_count() == 0
