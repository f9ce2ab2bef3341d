"""Which images pass a filter, held against the plain reading of each condition."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.filters import EVERYTHING, Apart, Filters, Orientation
from imsearch_gui.domain.plan import FoundFile, KnownFile, Move
from imsearch_gui.domain.records import ImageRecord, PictureInfo
from imsearch_gui.library.answers import Answers
from imsearch_gui.library.records import Encoded, ModelKey, RootKey
from imsearch_gui.library.writer import LibraryWriter

NOON = 1_714_564_800 * 10**9
"""2024-05-01 12:00 UTC"""
JPEG = PictureInfo(640, 480, "JPEG")
FOLDERS = ("", "holiday", "holiday/beach", "holiday 2", "Holiday", "work")
DAYS = ("2024-04-30", "2024-05-01", "2024-05-02")


class Shelf:
    """Images of all kinds in a library, and what passes."""

    def __init__(self, writer: LibraryWriter, model: ModelKey, folder: Path) -> None:
        self.writer, self.model = writer, model
        self.folder = folder / "pictures"
        self.folder.mkdir()
        self.root: RootKey = writer.add_root(self.folder, recursive=True, exclude=())
        self.answers = Answers(writer)

    def put(self, name: str, seed: int, info: PictureInfo = JPEG, mtime_ns: int = NOON) -> Path:
        vector = np.random.default_rng(seed).normal(size=self.model.dimension).astype(np.float32)
        path = self.folder / name
        item = Encoded(FoundFile(path, 1_000 + seed, mtime_ns), seed.to_bytes(16, "big"), info, vector)
        self.writer.store(self.model, {path: self.root}, [item], [])
        self.answers.refresh()
        return path

    def note(self, name: str, *, label: str = "", colour: int = 0, rating: int = 0) -> None:
        with self.writer.changing() as connection:
            row = connection.execute("SELECT content_id FROM image WHERE path = ?", (name,)).fetchone()
            if label:
                connection.execute("INSERT INTO label (content_id, name) VALUES (?, ?)", (*row, label))
            if colour or rating:
                values = (*row, colour, rating)
                connection.execute("INSERT INTO mark (content_id, colour, rating) VALUES (?, ?, ?)", values)
        self.answers.refresh()

    def names(self, filters: Filters, *asked_in: Path) -> set[str]:
        """Paths below the root of what passes."""
        rows = self.writer.vectors(self.model.name).rows
        passing = self.answers.passing(self.model.name, rows, filters, asked_in)
        images = list(self.writer.images())
        assert len(images) == len(passing.images)
        assert passing.count == sum(passing.images)
        passed = [image for image, yes in zip(images, passing.images, strict=True) if yes]
        slots = {slot for slot in range(rows) if passing.slots[slot]}
        here = self.writer.images_at(self.model.name, range(rows))
        ids = {image.id for image in passed}
        assert slots == {slot for slot, copies in enumerate(here) if ids & {image.id for image in copies}}
        return {image.path.relative_to(self.folder).as_posix() for image in passed}


@pytest.fixture
def shelf(writer: LibraryWriter, model: ModelKey, tmp_path: Path) -> Shelf:
    return Shelf(writer, model, tmp_path)


@pytest.fixture
def in_vietnam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """UTC + 7, so that a file's day is not that of UTC."""
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_folder_is_its_parts_not_its_letters(shelf: Shelf) -> None:
    for seed, folder in enumerate(FOLDERS):
        shelf.put(f"{folder}/{seed}.jpg".lstrip("/"), seed)
    assert shelf.names(Filters(folders=(shelf.folder / "holiday",))) == {"holiday/1.jpg", "holiday/beach/2.jpg"}
    assert shelf.names(Filters(folders=(shelf.folder / "work", shelf.folder / "holiday 2"))) == {
        "work/5.jpg",
        "holiday 2/3.jpg",
    }
    assert len(shelf.names(Filters(folders=(shelf.folder.parent,)))) == len(FOLDERS)
    assert len(shelf.names(Filters(folders=(Path(shelf.folder.anchor),)))) == len(FOLDERS)
    assert shelf.names(Filters(folders=(shelf.folder / "holi",))) == set()


def test_a_name_that_is_no_utf_8_lies_in_its_folder(shelf: Shelf) -> None:
    name = os.fsdecode(b"caf\xe9/\xff.jpg")
    path = shelf.put(name, 1)
    shelf.put("other.jpg", 2)
    assert shelf.names(Filters(folders=(path.parent,))) == {name}


def test_days_are_of_the_picture_else_of_the_file_here(shelf: Shelf, in_vietnam: None) -> None:
    shelf.put("dated.jpg", 1, PictureInfo(640, 480, "JPEG", "2024-04-30T23:59:59"))
    late = int(datetime(2024, 5, 1, 23, 30).timestamp()) * 10**9
    shelf.put("file, 1 May.png", 2, PictureInfo(640, 480, "PNG"), late)
    shelf.put("file, 2 May.png", 3, PictureInfo(640, 480, "PNG"), late + 1800 * 10**9)
    assert shelf.names(Filters(taken_to="2024-04-30")) == {"dated.jpg"}
    assert shelf.names(Filters(taken_from="2024-05-01", taken_to="2024-05-01")) == {"file, 1 May.png"}
    assert shelf.names(Filters(taken_from="2024-05-02")) == {"file, 2 May.png"}


@pytest.mark.parametrize("day", ["yesterday", "2024-02-30", "2024-5-1"])
def test_what_is_no_day_is_said(shelf: Shelf, day: str) -> None:
    shelf.put("a.jpg", 1)
    with pytest.raises(QueryError, match=f"{day!r} is no day"):
        shelf.names(Filters(taken_from=day))


@pytest.mark.parametrize(
    ("sides", "way"),
    [
        ((1000, 980), Orientation.LANDSCAPE),
        ((1000, 981), Orientation.SQUARE),
        ((500, 500), Orientation.SQUARE),
        ((981, 1000), Orientation.SQUARE),
        ((980, 1000), Orientation.PORTRAIT),
    ],
)
def test_a_square_is_not_quite_exact(shelf: Shelf, sides: tuple[int, int], way: Orientation) -> None:
    shelf.put("a.jpg", 1, PictureInfo(*sides, "JPEG"))
    assert [each for each in Orientation if shelf.names(Filters(orientations=(each,)))] == [way]
    assert shelf.names(Filters(orientations=tuple(Orientation))) == {"a.jpg"}


def test_sides_and_formats(shelf: Shelf) -> None:
    shelf.put("small.jpg", 1, PictureInfo(4000, 799, "JPEG"))
    shelf.put("large.png", 2, PictureInfo(800, 4000, "PNG"))
    assert shelf.names(Filters(shortest_side=800)) == {"large.png"}
    assert shelf.names(Filters(formats=("jpeg", "HEIF"))) == {"small.jpg"}
    assert shelf.names(Filters(formats=("GIF",))) == set()


def test_marks_belong_to_the_content(shelf: Shelf) -> None:
    for seed, name in enumerate(("a.jpg", "b.jpg", "c.jpg", "d.jpg")):
        shelf.put(name, seed)
    shelf.put("copy of a.jpg", 0)
    shelf.note("a.jpg", label="Éole", colour=3, rating=4)
    shelf.note("b.jpg", label="sea", rating=2)
    shelf.note("c.jpg", colour=9)
    assert shelf.names(Filters(labels=("éOLE",))) == {"a.jpg", "copy of a.jpg"}
    assert shelf.names(Filters(labels=("SEA", "nowhere"))) == {"b.jpg"}
    assert shelf.names(Filters(labels=("nowhere",))) == set()
    assert shelf.names(Filters(colours=(9, 3))) == {"a.jpg", "copy of a.jpg", "c.jpg"}
    assert shelf.names(Filters(rating=2)) == {"a.jpg", "copy of a.jpg", "b.jpg"}
    assert shelf.names(Filters(rating=3, colours=(9,))) == set()


def test_a_copy_elsewhere_does_not_pass_with_its_twin(shelf: Shelf) -> None:
    shelf.put("holiday/a.jpg", 1)
    shelf.put("work/a.jpg", 1)
    only = Filters(folders=(shelf.folder / "work",))
    assert shelf.names(only) == {"work/a.jpg"}
    passing = shelf.answers.passing(shelf.model.name, 1, only, ())
    matches = shelf.answers.matches(
        shelf.model.name, np.array([0]), np.array([1.0]), 10, among=passing, one_a_burst=False
    )
    assert [match.image.path.parent.name for match in matches] == ["work"]


def test_other_folders_leaves_out_that_folder_only(shelf: Shelf) -> None:
    for seed, folder in enumerate(FOLDERS):
        shelf.put(f"{folder}/{seed}.jpg".lstrip("/"), seed)
    elsewhere = Filters(apart=Apart.OTHER_FOLDERS)
    assert shelf.names(elsewhere, shelf.folder / "holiday") == {
        "0.jpg",
        "holiday/beach/2.jpg",
        "holiday 2/3.jpg",
        "Holiday/4.jpg",
        "work/5.jpg",
    }
    assert len(shelf.names(elsewhere)) == len(FOLDERS)


def test_what_changed_since_is_seen(shelf: Shelf) -> None:
    """Added, moved under a name as long, gone, and content that is new."""
    first, second = shelf.put("aa/1.jpg", 1), shelf.put("aa/2.jpg", 2)
    inside = Filters(folders=(shelf.folder / "aa",))
    assert shelf.names(inside) == {"aa/1.jpg", "aa/2.jpg"}
    shelf.put("aa/3.jpg", 3)
    assert shelf.names(inside) == {"aa/1.jpg", "aa/2.jpg", "aa/3.jpg"}
    moved = shelf.folder / "bb/1.jpg"
    known = KnownFile(1, first, 1_001, NOON, (1).to_bytes(16, "big"), True)
    shelf.writer.apply_moves({moved: shelf.root}, [Move(known, FoundFile(moved, 1_001, NOON))])
    shelf.answers.refresh()
    assert shelf.names(inside) == {"aa/2.jpg", "aa/3.jpg"}
    gone = KnownFile(2, second, 1_002, NOON, (2).to_bytes(16, "big"), True)
    shelf.writer.forget({second: shelf.root}, [gone])
    shelf.answers.refresh()
    assert shelf.names(inside) == {"aa/3.jpg"}
    shelf.put("aa/3.jpg", 4, PictureInfo(480, 640, "PNG"))
    assert shelf.names(Filters(formats=("PNG",))) == {"aa/3.jpg"}


def test_a_library_without_images_lets_nothing_pass(shelf: Shelf) -> None:
    assert shelf.names(Filters(rating=1)) == set()


FILTERS = st.builds(
    Filters,
    folders=st.sets(st.sampled_from(FOLDERS)).map(tuple),
    taken_from=st.sampled_from(("", *DAYS)),
    taken_to=st.sampled_from(("", *DAYS)),
    orientations=st.sets(st.sampled_from(list(Orientation))).map(tuple),
    shortest_side=st.sampled_from((0, 480, 500)),
    formats=st.sets(st.sampled_from(("JPEG", "PNG", "WEBP"))).map(tuple),
)


@pytest.fixture
def crowd(shelf: Shelf, encoded: Callable[..., Encoded]) -> Shelf:
    random = np.random.default_rng(0)
    for seed in range(60):
        folder = FOLDERS[random.integers(len(FOLDERS))]
        sides = random.choice([480, 500, 640], 2).tolist()
        day = DAYS[random.integers(3)]
        taken = f"{day}T12:00:00" if random.random() < 0.6 else None
        info = PictureInfo(*sides, ("JPEG", "PNG")[seed % 2], taken)
        shelf.put(f"{folder}/{seed}.jpg".lstrip("/"), seed, info, NOON + int(random.integers(-2, 3)) * 86_400 * 10**9)
    return shelf


def test_all_conditions_hold_together(crowd: Shelf) -> None:
    images = list(crowd.writer.images())

    @given(FILTERS)
    @settings(max_examples=200, deadline=None)
    def holds(filters: Filters) -> None:
        # Folders are given as the window gives them.
        absolute = Filters(
            tuple(crowd.folder / folder for folder in filters.folders),
            filters.taken_from,
            filters.taken_to,
            filters.orientations,
            filters.shortest_side,
            filters.formats,
        )
        expected = {image.path.relative_to(crowd.folder).as_posix() for image in images if passes(image, absolute)}
        assert crowd.names(absolute) == expected

    holds()
    assert len(crowd.names(EVERYTHING)) == len(images)


def passes(image: ImageRecord, filters: Filters) -> bool:
    info = image.info
    day = (info.taken or datetime.fromtimestamp(image.mtime_ns / 1e9).isoformat())[:10]
    longer, shorter = max(info.width, info.height), min(info.width, info.height)
    way = Orientation.LANDSCAPE if info.width > info.height else Orientation.PORTRAIT
    way = Orientation.SQUARE if longer - shorter < 0.02 * longer else way
    return (
        (not filters.folders or any(image.path.is_relative_to(folder) for folder in filters.folders))
        and (not filters.taken_from or day >= filters.taken_from)
        and (not filters.taken_to or day <= filters.taken_to)
        and (not filters.orientations or way in filters.orientations)
        and shorter >= filters.shortest_side
        and (not filters.formats or info.format in filters.formats)
    )
