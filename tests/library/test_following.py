"""The catalog follows single files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from imsearch_gui.domain.marks import MarkEdit, Marks
from imsearch_gui.library import following, marks
from imsearch_gui.library.records import Encoded, ModelKey
from imsearch_gui.library.writer import LibraryWriter


@pytest.fixture
def ids(writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], tmp_path: Path) -> list[int]:
    """Two images in the root `a`, beside the empty root `b`."""
    root = writer.add_root(tmp_path / "a", recursive=True, exclude=())
    writer.add_root(tmp_path / "b", recursive=False, exclude=())
    items = [encoded(tmp_path / "a" / f"{number}.jpg", number) for number in range(2)]
    writer.store(model, {item.file.path: root for item in items}, items, [])
    for folder in ("a", "b/deep", "c"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "new.jpg").write_bytes(b"12345")
    return [image.id for image in writer.images()]


def test_an_image_that_moves_keeps_id_vector_and_marks(writer: LibraryWriter, ids: list[int], tmp_path: Path) -> None:
    marks.note(writer.folder, ids[:1], MarkEdit(rating=3))
    (tmp_path / "b" / "new.jpg").write_bytes(b"12345")
    assert following.follow_moves(writer.folder, {ids[0]: tmp_path / "b" / "new.jpg"}) == ()
    (image,) = writer.images_at("test", [0])[0]
    assert (image.id, image.path, image.file_size, image.marks) == (
        ids[0],
        tmp_path / "b" / "new.jpg",
        5,
        Marks((), 0, 3),
    )


def test_what_a_job_has_found_there_already_gives_way(
    writer: LibraryWriter, model: ModelKey, ids: list[int], encoded: Callable[..., Encoded], tmp_path: Path
) -> None:
    root = writer.add_root(tmp_path / "a", recursive=True, exclude=())
    writer.store(model, {tmp_path / "a/new.jpg": root}, [encoded(tmp_path / "a/new.jpg", 0)], [])
    following.follow_moves(writer.folder, {ids[0]: tmp_path / "a" / "new.jpg"})
    assert [image.id for image in writer.images()] == ids
    assert all(writer.images_at("test", [0, 1]))


@pytest.mark.parametrize("place", ["c", "b/deep"])
def test_what_leaves_all_roots_is_gone_and_can_come_back(
    writer: LibraryWriter, ids: list[int], tmp_path: Path, place: str
) -> None:
    before = list(writer.images())
    rows = following.follow_moves(writer.folder, {ids[0]: tmp_path / place / "new.jpg"})
    assert [row.id for row in rows] == ids[:1]
    assert writer.images_at("test", [0]) == [()]
    following.bring_back(writer.folder, rows)
    assert list(writer.images()) == before
    assert writer.images_at("test", [0]) != [()]


def test_copies_inside_a_root_are_images_at_once(writer: LibraryWriter, ids: list[int], tmp_path: Path) -> None:
    made = following.follow_copies(writer.folder, {tmp_path / "a/new.jpg": ids[0], tmp_path / "c/new.jpg": ids[1]})
    assert [image.id for image in writer.images_at("test", [0])[0]] == [ids[0], *made]
    assert len(made) == 1
    following.forget(writer.folder, made)
    assert writer.image_count() == 2


def test_one_file_that_is_gone_again_does_not_undo_the_others(
    writer: LibraryWriter, ids: list[int], tmp_path: Path
) -> None:
    (tmp_path / "b" / "new.jpg").write_bytes(b"12345")
    moved = {ids[0]: tmp_path / "b" / "gone again.jpg", ids[1]: tmp_path / "b" / "new.jpg"}
    assert [row.id for row in following.follow_moves(writer.folder, moved)] == ids[:1]
    assert [image.path for image in writer.images()] == [tmp_path / "b" / "new.jpg"]
    copied = {tmp_path / "a" / "gone again.jpg": ids[1], tmp_path / "a" / "new.jpg": ids[1]}
    assert len(following.follow_copies(writer.folder, copied)) == 1
