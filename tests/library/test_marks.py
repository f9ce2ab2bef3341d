"""What is noted of images: by content, while a job writes too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.marks import UNMARKED, MarkEdit, Marks, label_of
from imsearch_gui.library import marks
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.writer import LibraryWriter


@pytest.fixture
def ids(writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded]) -> list[int]:
    """Four images; the last two are copies of one another."""
    root = writer.add_root(Path("/p"), recursive=True, exclude=())
    items = [encoded(Path(f"/p/{number}.jpg"), min(number, 2)) for number in range(4)]
    writer.store(model, {item.file.path: root for item in items}, items, [])
    return [image.id for image in writer.images()]


def test_marks_are_written_while_somebody_holds_the_writer(writer: LibraryWriter, ids: list[int]) -> None:
    noted = marks.note(writer.folder, ids[:1], MarkEdit(add=("Sea",), colour=3, rating=5))
    assert noted.images == {ids[0]: Marks(("Sea",), 3, 5)}
    image = writer.image(ids[0])
    assert image is not None
    assert image.marks == Marks(("Sea",), 3, 5)
    assert [row[0].marks for row in writer.images_at("test", [0, 1])] == [Marks(("Sea",), 3, 5), UNMARKED]


def test_copies_share_marks_and_they_can_be_put_back(writer: LibraryWriter, ids: list[int]) -> None:
    marks.note(writer.folder, [ids[2]], MarkEdit(rating=2))
    noted = marks.note(writer.folder, [ids[2]], MarkEdit(add=("a",), rating=0))
    assert noted.images == {ids[2]: Marks(("a",)), ids[3]: Marks(("a",))}
    assert marks.put_back(writer.folder, noted.before).images[ids[3]] == Marks((), 0, 2)
    assert marks.marks_of(writer.rows, ids) == {identity: Marks((), 0, 2) for identity in ids[2:]}


def test_labels_of_all_images_by_their_ids(writer: LibraryWriter, ids: list[int]) -> None:
    assert marks.labelled(writer.rows) == []
    marks.note(writer.folder, [ids[2], ids[0]], MarkEdit(add=("a", "b"), colour=1))
    marks.note(writer.folder, [ids[0]], MarkEdit(remove=("b",)))
    assert sorted(marks.labelled(writer.rows)) == [(ids[0], "a"), *((one, name) for one in ids[2:] for name in "ab")]
    assert [identity for identity, _ in marks.labelled(writer.rows)] == [ids[0], ids[2], ids[2], ids[3], ids[3]]


def test_many_images_are_asked_for_as_few_are(
    writer: LibraryWriter, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    marks.note(writer.folder, ids[:2], MarkEdit(add=("b", "a"), colour=1))
    few = marks.marks_of(writer.rows, ids[1:])
    monkeypatch.setattr(marks, "FEW", 0)
    assert marks.marks_of(writer.rows, ids[1:]) == few == {ids[1]: Marks(("a", "b"), 1)}


def test_labels_keep_their_spelling_and_can_be_renamed_and_deleted(writer: LibraryWriter, ids: list[int]) -> None:
    marks.note(writer.folder, [ids[0]], MarkEdit(add=("Über",)))
    marks.note(writer.folder, [ids[1], ids[2]], MarkEdit(add=("über", "land")))
    assert [(item.name, item.images) for item in marks.labels_in_use(writer.rows)] == [("land", 3), ("Über", 4)]
    noted = marks.rename_label(writer.folder, "über", "land")
    assert [(item.name, item.images) for item in marks.labels_in_use(writer.rows)] == [("land", 4)]
    marks.put_back(writer.folder, noted.before)
    marks.delete_label(writer.folder, "LAND")
    assert [(item.name, item.images) for item in marks.labels_in_use(writer.rows)] == [("Über", 4)]
    with pytest.raises(LibraryError, match="needs a name"):
        marks.rename_label(writer.folder, "Über", "  ")
    assert len(marks.labels_in_use(writer.rows)) == 1


def test_marks_follow_a_file_that_is_changed(
    writer: LibraryWriter, model: ModelKey, ids: list[int], encoded: Callable[..., Encoded]
) -> None:
    marks.note(writer.folder, [ids[0]], MarkEdit(add=("kept",), rating=4))
    path = Path("/p/0.jpg")
    root = RootKey(writer.root_paths()[0][0], Path("/p"))
    writer.store(model, {path: root}, [encoded(path, 77)], [])
    assert marks.marks_of(writer.rows, [ids[0]]) == {ids[0]: Marks(("kept",), 0, 4)}


def test_what_is_no_label_is_refused() -> None:
    assert label_of("  two   words ") == "two words"
    for text, why in (("", "needs a name"), ("x" * 61, "at most 60"), ("a\u200bb", "not seen"), ("a\x07", "not seen")):
        with pytest.raises(LibraryError, match=why):
            label_of(text)
    with pytest.raises(LibraryError, match="1 to 5"):
        MarkEdit(rating=6)
    with pytest.raises(LibraryError, match="1 to 9"):
        MarkEdit(colour=-1)


def test_two_labels_that_become_one_have_one_spelling(writer: LibraryWriter, ids: list[int]) -> None:
    marks.note(writer.folder, ids[:1], MarkEdit(add=("Sea",)))
    marks.note(writer.folder, ids[1:2], MarkEdit(add=("Gold",)))
    assert marks.rename_label(writer.folder, "gold", "sEA").images == {ids[1]: Marks(("Sea",))}
    assert [(label.name, label.images) for label in marks.labels_in_use(writer.rows)] == [("Sea", 2)]
    # Of one label alone the spelling may change.
    assert marks.rename_label(writer.folder, "Sea", "SEA").images[ids[0]] == Marks(("SEA",))
