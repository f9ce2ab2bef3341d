"""What is taken out of a library, and a library taken from the disk; pictures stay."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from imsearch_gui.domain.errors import LibraryBusy, LibraryError, QueryError
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.removal import count_left_out, delete_library, remove_model
from imsearch_gui.library.writer import LibraryWriter

NAMES = ("a.jpg", "b.PNG", "backup/c.jpg", "backup/deep/d.jpg", "sub/e.jpg")


@pytest.fixture
def root(writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], tmp_path: Path) -> RootKey:
    root = writer.add_root(tmp_path / "pictures", recursive=True, exclude=())
    items = [encoded(root.path / name, seed) for seed, name in enumerate(NAMES)]
    writer.store(model, {item.file.path: root for item in items}, items, [])
    return root


def test_a_model_goes_with_its_vectors_and_nothing_else(
    writer: LibraryWriter, root: RootKey, encoded: Callable[..., Encoded], folder: Path
) -> None:
    with pytest.raises(LibraryError, match="the only model"):
        remove_model(writer, "test")
    other = writer.use_model("other", title="Other", dimension=8, fingerprint="f2", folder=Path("models/other"))
    items = [encoded(root.path / name, seed) for seed, name in enumerate(NAMES)]
    writer.store(other, {item.file.path: root for item in items}, items, [])
    (folder / "vectors" / "mine.txt").write_text("kept")
    assert remove_model(writer, "test") == len(NAMES)
    assert [model.id for model in writer.models()] == ["other"]
    assert sorted(file.name for file in (folder / "vectors").iterdir()) == [
        "mine.txt",
        "other-1.f16",
        "other-1.f16.stats",
    ]
    assert writer.image_count() == len(NAMES)
    assert writer.export("other")[0].shape == (len(NAMES), 8)
    with pytest.raises(QueryError, match="no vectors of the model test"):
        remove_model(writer, "test")


def test_a_deleted_library_leaves_what_is_not_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"a picture")
    with LibraryWriter.open(folder):
        (folder / "vectors").mkdir(exist_ok=True)
        (folder / "vectors" / "test-1.f16").write_bytes(b"1")
        (folder / "vectors" / "mine.txt").write_text("kept")
    delete_library(folder)
    assert sorted(str(file.relative_to(folder)) for file in folder.rglob("*")) == [
        "a.jpg",
        "vectors",
        "vectors/mine.txt",
    ]
    with pytest.raises(LibraryError):
        Library.open(folder)


def test_of_a_library_alone_nothing_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with LibraryWriter.open(folder):
        pass
    delete_library(folder)
    assert not folder.exists()


def test_a_library_that_is_written_to_is_not_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with LibraryWriter.open(folder):
        pass
    with FileLock(folder / "writer.lock"), pytest.raises(LibraryBusy, match="wait until that has finished"):
        delete_library(folder)
    with Library.open(folder) as library:
        assert library.image_count() == 0


def test_a_folder_without_a_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_text("somebody else's")
    with pytest.raises(LibraryError):
        delete_library(tmp_path)
    assert (tmp_path / "catalog.sqlite").read_text() == "somebody else's"


@pytest.mark.parametrize(
    ("recursive", "exclude", "number"),
    [
        (True, (), 0),
        (True, ("backup",), 2),
        (True, ("backup/*",), 2),
        (True, ("deep",), 1),
        (True, ("*.png",), 1),
        (True, ("./sub/",), 1),
        (True, ("e.jpg", "sub"), 1),
        (False, (), 3),
        (False, ("a*",), 4),
    ],
)
def test_what_options_would_leave_out(
    writer: LibraryWriter, root: RootKey, recursive: bool, exclude: tuple[str, ...], number: int
) -> None:
    assert count_left_out(writer, root.path, recursive=recursive, exclude=exclude) == number


def test_it_is_what_a_scan_leaves_out(tmp_path: Path) -> None:
    from imsearch_gui.imaging.scanner import ScanOptions, is_left_out, scan

    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"1")
    for exclude in [("backup",), ("*/deep",), ("*.jpg",), ("B*",), ("sub/*", "a.*"), ("ba*/c.jpg",)]:
        found = {str(item.path.relative_to(tmp_path)) for item in scan(tmp_path, ScanOptions(exclude=exclude))}
        assert found == {name for name in NAMES if not is_left_out(name, exclude)}, exclude
    shutil.rmtree(tmp_path)
