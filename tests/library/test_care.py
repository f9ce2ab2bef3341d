"""What is done to a library as a whole: name, roots, places."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import FolderError, LibraryError
from imsearch_gui.domain.library_facts import Emptiness
from imsearch_gui.imaging.decoder import content_key
from imsearch_gui.library import care
from imsearch_gui.library.facts import facts_of
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, ModelKey, Refused, RootKey
from imsearch_gui.library.writer import LibraryWriter

FILES = 60


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of files, each with a content of its own."""
    folder = tmp_path / "disk" / "pictures"
    folder.mkdir(parents=True)
    for number in range(FILES):
        (folder / f"{number:02}.jpg").write_bytes(f"picture {number}".encode())
    return folder


@pytest.fixture
def root(writer: LibraryWriter, model: ModelKey, place: Path, encoded: Callable[..., Encoded]) -> RootKey:
    """`place` as a root whose files are all images."""
    root = writer.add_root(place, recursive=True, exclude=())
    items = []
    for seed, file in enumerate(sorted(place.iterdir())):
        made = encoded(file, seed)
        found = type(made.file)(file, file.stat().st_size, file.stat().st_mtime_ns)
        items.append(Encoded(found, content_key(file.read_bytes()), made.info, made.vector))
    writer.store(model, {item.file.path: root for item in items}, items, [])
    return root


def test_a_library_is_called_as_its_folder_until_it_is_named(writer: LibraryWriter) -> None:
    assert care.name_of(writer) == "library"
    assert care.rename(writer, "  My  trips ") == "My trips"
    assert care.name_of(writer) == "My trips"
    with pytest.raises(LibraryError, match="needs a name"):
        care.rename(writer, "  ")


def test_a_root_that_moved_keeps_everything(writer: LibraryWriter, root: RootKey, place: Path, tmp_path: Path) -> None:
    before, vectors = {image.id: image.path.name for image in writer.images()}, writer.export("test")[0]
    there = tmp_path / "another disk"
    place.rename(there)
    seen = care.relink(writer, place, there)
    assert (seen.images, seen.found, seen.read) == (FILES, seen.looked_for, care.READ)
    assert seen.looked_for == care.SAMPLE
    assert {image.id: image.path.name for image in writer.images()} == before
    matrix, paths = writer.export("test")
    np.testing.assert_array_equal(matrix, vectors)
    assert {path.parent for path in paths} == {there}
    assert writer.content_at(there / "07.jpg") == content_key(b"picture 7")


def test_another_folder_is_not_taken_for_the_root(
    writer: LibraryWriter, root: RootKey, place: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(FolderError, match="of 32 pictures looked for, 0 are there"):
        care.relink(writer, place, other)
    for number in range(FILES):
        (other / f"{number:02}.jpg").write_bytes(f"PICTURE {number}".encode())
    with pytest.raises(FolderError, match="of 8 of these that were read 0 are the same"):
        care.relink(writer, place, other)
    assert writer.root_paths() == [(root.id, place)]


def test_a_few_files_may_be_gone_from_the_new_place(
    writer: LibraryWriter, root: RootKey, place: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    shutil.copytree(place, there)
    for number in range(5):
        (there / f"{number:02}.jpg").unlink()
    care.relink(writer, place, there)
    assert writer.root_paths() == [(root.id, there)]


def test_a_root_is_not_put_into_another_one(writer: LibraryWriter, root: RootKey, place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "inside").mkdir(parents=True)
    writer.add_root(other, recursive=True, exclude=())
    with pytest.raises(FolderError, match="lie one in the other"):
        care.relink(writer, place, other / "inside")
    with pytest.raises(FolderError, match="does not exist"):
        care.relink(writer, place, tmp_path / "nowhere")


def test_a_removed_root_takes_its_images_along_and_no_others(
    writer: LibraryWriter, model: ModelKey, root: RootKey, place: Path, tmp_path: Path, encoded: Callable[..., Encoded]
) -> None:
    other = writer.add_root(tmp_path / "other", recursive=True, exclude=())
    item = encoded(tmp_path / "other" / "a.jpg", 500)
    refused = Refused(encoded(place / "bad.jpg", 501).file, "empty file")
    writer.store(model, {item.file.path: other, refused.file.path: root}, [item], [refused])
    assert care.remove_root(writer, place) == FILES
    assert [image.path for image in writer.images()] == [item.file.path]
    assert writer.skipped() == []
    assert writer.models()[0].vectors == 1
    assert writer.vectors("test").live is not None
    with pytest.raises(FolderError, match="no folder of the library"):
        care.remove_root(writer, place)


def test_options_of_a_root_are_changed_and_kept(writer: LibraryWriter, root: RootKey, place: Path) -> None:
    assert not care.root_at(writer, place).watch
    changed = care.set_options(writer, place, recursive=False, exclude=("*.png",), watch=True)
    assert (changed.recursive, changed.exclude, changed.watch) == (False, ("*.png",), True)
    # An indexing job that says nothing of it leaves it as it is.
    writer.add_root(place, recursive=True, exclude=())
    assert care.root_at(writer, place).watch


def test_facts_say_what_is_there_and_what_it_takes(
    writer: LibraryWriter, model: ModelKey, root: RootKey, place: Path, folder: Path, encoded: Callable[..., Encoded]
) -> None:
    refused = Refused(encoded(place / "bad.jpg", 501).file, "empty file")
    writer.store(model, {refused.file.path: root}, [], [refused])
    with Library.open(folder) as library:
        facts = facts_of(library)
    assert (facts.name, facts.images, facts.skipped) == ("library", FILES, 1)
    assert [(part.root.path, part.images, part.skipped) for part in facts.roots] == [(place, FILES, 1)]
    assert [(part.model.id, part.graph_bytes) for part in facts.models] == [("test", 0)]
    assert facts.vector_bytes == FILES * 8 * 2
    assert facts.catalog_bytes >= (folder / "catalog.sqlite").stat().st_size
    assert facts.bytes == facts.catalog_bytes + facts.vector_bytes


def test_files_that_are_tried_again_are_no_longer_skipped(
    writer: LibraryWriter, model: ModelKey, root: RootKey, place: Path, encoded: Callable[..., Encoded]
) -> None:
    refused = [Refused(encoded(place / f"bad {number}.jpg", number).file, "empty file") for number in range(3)]
    writer.store(model, {item.file.path: root for item in refused}, [], refused)
    care.retry_files(writer, [place / "bad 1.jpg", Path("/nowhere/bad 2.jpg")])
    assert [item.path.name for item in writer.skipped()] == ["bad 0.jpg", "bad 2.jpg"]


def test_an_emptied_root_is_remembered_until_somebody_decides(
    writer: LibraryWriter, root: RootKey, place: Path
) -> None:
    assert care.emptiness_of(writer) == {}
    care.note_emptied(writer, root.id)
    assert care.emptiness_of(writer) == {root.id: Emptiness.ASKED}
    assert facts_of(writer).roots[0].emptiness is Emptiness.ASKED
    care.keep_emptied(writer, place)
    care.note_emptied(writer, root.id)
    assert care.emptiness_of(writer) == {root.id: Emptiness.KEPT}, "nobody is asked again"
    care.note_filled(writer, root.id)
    assert care.emptiness_of(writer) == {}
    care.note_emptied(writer, root.id)
    care.remove_root(writer, place)
    assert care.emptiness_of(writer) == {}


def test_rules_of_a_root_are_read_as_they_were_kept(writer: LibraryWriter, root: RootKey) -> None:
    assert care.rules_of(writer, root.id) is None
    rules = CleaningRules(min_side=64, rgb_only=True)
    writer.remember(f"rules of root {root.id}", repr(rules))
    assert care.rules_of(writer, root.id) == rules
