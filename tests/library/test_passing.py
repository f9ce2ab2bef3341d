"""Which images pass a filter, and the columns of an answer."""

from __future__ import annotations

import os
import sqlite3
from calendar import timegm
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.records import PictureInfo
from imsearch_gui.library import answers
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, ModelKey
from imsearch_gui.library.writer import LibraryWriter

ROOT = Path("/pictures")
JPEG = PictureInfo(640, 480, "JPEG", "2024-05-01T10:00:00", "Camera")
FILES = {
    "a/one.jpg": (1, JPEG),
    "a/two.png": (2, PictureInfo(480, 640, "PNG", "2024-05-01T23:59:59")),
    "a/deep/three.jpg": (3, replace(JPEG, taken="2024-05-02T00:00:00", width=100, height=99)),
    "a b/four.jpg": (4, replace(JPEG, taken="2024-05-01T10:00:02")),
    "ab/copy of one.jpg": (1, JPEG),
    "five.webp": (5, PictureInfo(2_000, 1_000, "WEBP")),
    os.fsdecode(b"a/\xff.jpg"): (6, replace(JPEG, taken="2024-05-01T10:00:03")),
    "a/seven.jpg": (7, replace(JPEG, taken="2024-05-01T10:00:06")),
    "a/eight.jpg": (8, replace(JPEG, taken="2024-05-01T10:00:10")),
}
MTIME = int(datetime(2023, 7, 4, 0, 30).timestamp()) * 10**9


@pytest.fixture
def library(writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], folder: Path) -> Iterator[Library]:
    root = writer.add_root(ROOT, recursive=True, exclude=())
    for name, (seed, info) in FILES.items():
        item = replace(encoded(ROOT / name, seed, mtime_ns=MTIME), info=info)
        writer.store(model, {item.file.path: root}, [item], [])
    with sqlite3.connect(folder / "catalog.sqlite") as db:
        content = "(SELECT content_id FROM image WHERE path = ?)"
        db.execute(f"INSERT INTO mark VALUES ({content}, 3, 4)", ("a/one.jpg",))
        db.execute(f"INSERT INTO mark VALUES ({content}, 5, 2)", ("five.webp",))
        db.execute(f"INSERT INTO label VALUES ({content}, 'Über uns')", ("five.webp",))
    db.close()
    with Library.open(folder) as opened:
        yield opened


def passed(library: Library, filters: Filters, asked: tuple[Path, ...] = ()) -> set[str]:
    found = library.passing("test", filters, asked)
    return {image.path.relative_to(ROOT).as_posix() for image in library.images() if image.id in found.ids}


def but(*names: str) -> set[str]:
    return set(FILES) - set(names)


IN_A = {name for name in FILES if name.startswith("a/")}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), set(FILES)),
        (Filters(folders=(ROOT,)), set(FILES)),
        (Filters(folders=(Path("/"),)), set(FILES)),
        (Filters(folders=(Path("/pict"),)), set()),
        (Filters(folders=(ROOT / "a",)), IN_A),
        (Filters(folders=(ROOT / "a" / "deep", ROOT / "ab")), {"a/deep/three.jpg", "ab/copy of one.jpg"}),
        (Filters(taken_to="2023-07-03"), set()),
        (Filters(taken_to="2023-07-04"), {"five.webp"}),
        (Filters(taken_from="2024-05-02"), {"a/deep/three.jpg"}),
        (Filters(taken_from="2024-05-01", taken_to="2024-05-01"), but("a/deep/three.jpg", "five.webp")),
        (Filters(orientations=(Orientation.PORTRAIT,)), {"a/two.png"}),
        (Filters(orientations=(Orientation.SQUARE, Orientation.PORTRAIT)), {"a/two.png", "a/deep/three.jpg"}),
        (Filters(orientations=(Orientation.LANDSCAPE,)), but("a/two.png", "a/deep/three.jpg")),
        (Filters(shortest_side=480), but("a/deep/three.jpg")),
        (Filters(shortest_side=481), {"five.webp"}),
        (Filters(formats=("PNG", "webp")), {"a/two.png", "five.webp"}),
        (Filters(formats=("TIFF",)), set()),
        (Filters(labels=("über UNS", "other")), {"five.webp"}),
        (Filters(colours=(3, 4)), {"a/one.jpg", "ab/copy of one.jpg"}),
        (Filters(rating=2), {"a/one.jpg", "ab/copy of one.jpg", "five.webp"}),
        (Filters(rating=3, folders=(ROOT / "a",)), {"a/one.jpg"}),
    ],
)
def test_what_passes(library: Library, filters: Filters, expected: set[str]) -> None:
    assert passed(library, filters) == expected


def test_other_folders_than_the_example_s(library: Library) -> None:
    apart = Filters(apart=Apart.OTHER_FOLDERS)
    assert passed(library, apart, (ROOT / "a" / "x.jpg",)) == but(*(IN_A - {"a/deep/three.jpg"}))
    assert passed(library, apart, (ROOT / "x.jpg",)) == but("five.webp")
    assert passed(library, apart) == set(FILES)


def test_a_burst_is_a_chain_in_one_folder(library: Library) -> None:
    ids = {image.path.relative_to(ROOT).as_posix(): image.id for image in library.images()}
    numbers = dict(zip(ids, library.bursts_of(np.array(list(ids.values()))).tolist(), strict=True))
    one = numbers["a/one.jpg"]
    assert {name for name, number in numbers.items() if number == one} == {
        "a/one.jpg",
        os.fsdecode(b"a/\xff.jpg"),
        "a/seven.jpg",
    }
    assert len(set(numbers.values())) == len(FILES) - 2


def test_a_day_that_is_none(library: Library) -> None:
    with pytest.raises(QueryError, match="no day"):
        library.passing("test", Filters(taken_from="2024-02-31"))


def test_kept_until_something_was_committed(
    library: Library, writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded]
) -> None:
    before = library.passing("test", Filters(shortest_side=400))
    assert library.passing("test", Filters(shortest_side=400)) is before
    item = encoded(ROOT / "late.jpg", 20)
    writer.store(model, {item.file.path: writer.add_root(ROOT, recursive=True, exclude=())}, [item], [])
    assert library.refresh()
    assert len(library.passing("test", Filters(shortest_side=400)).ids) == len(before.ids) + 1


@pytest.mark.parametrize("many", [0, 10_000])
def test_an_answer_has_what_the_records_have(library: Library, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(answers, "_MANY", many)
    slots = np.array([3, 0, 7, 1])
    found = library.answer("test", slots, np.array([4.0, 3.0, 2.0, 1.0]))
    records = [image for images in library.images_at("test", slots.tolist()) for image in images]
    assert [replace(match.image, marks=Marks()) for match in found] == [
        replace(item, marks=Marks()) for item in records
    ]
    assert [match.rank for match in found] == [1, 2, 3, 4, 5]
    assert [match.score for match in found] == [4.0, 3.0, 3.0, 2.0, 1.0]
    assert found[1].image.marks == found[2].image.marks == Marks((), 3, 4)
    assert found[0].image.marks == Marks()
    assert [match.rank for match in found[1:3]] == [2, 3]
    assert found == tuple(found) == found[:]
    assert tuple(found) == found
    assert found != found[:2]
    assert found.row_of(found[3].image.id) == 3
    assert found.row_of(99) is None
    assert found.column("name").tolist() == [item.path.name.casefold() for item in records]
    assert found.column("folder").tolist() == [str(item.path.parent).casefold() for item in records]
    assert found.column("pixels").tolist() == [item.info.width * item.info.height for item in records]
    with pytest.raises(ValueError, match="no column"):
        found.column("colour")


def test_local_time_of_a_file(library: Library) -> None:
    five = next(image for image in library.images() if image.path.name == "five.webp")
    place = library._columns.ids.tolist().index(five.id)
    assert library._columns.when[place] == timegm((2023, 7, 4, 0, 30, 0))
