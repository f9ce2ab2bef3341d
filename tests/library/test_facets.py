"""What a library has to filter by."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from imsearch_gui.domain.facets import Facets, FolderFacet
from imsearch_gui.library import facets
from imsearch_gui.library.facets import facets_of
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, ModelKey
from imsearch_gui.library.writer import LibraryWriter

ROOT = Path("/pictures")
NOON = 1_700_000_000 * 10**9
"""2023-11-14"""


def fill(writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], names: list[str]) -> None:
    root = writer.add_root(ROOT, recursive=True, exclude=())
    items = [encoded(ROOT / name, seed, mtime_ns=NOON) for seed, name in enumerate(names)]
    items[0] = replace(items[0], info=replace(items[0].info, format="PNG", taken=None))
    items[1] = replace(items[1], info=replace(items[1].info, taken="2019-02-03T04:05:06"))
    writer.store(model, {item.file.path: root for item in items}, items, [])


def test_an_empty_library_has_nothing(writer: LibraryWriter) -> None:
    assert facets_of(writer) == Facets()


def test_formats_folders_and_days(
    writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], folder: Path
) -> None:
    fill(writer, model, encoded, ["a.jpg", "x/b.jpg", "x/y/c.jpg", "x/y/1/2/3/deep.jpg", "x y/d.jpg"])
    with Library.open(folder) as library:
        found = facets_of(library)
    assert found.images == 5
    assert found.formats == (("JPEG", 4), ("PNG", 1))
    assert found.folders == (
        FolderFacet(ROOT, 5, 0),
        FolderFacet(ROOT / "x", 3, 1),
        FolderFacet(ROOT / "x/y", 2, 2),
        FolderFacet(ROOT / "x/y/1", 1, 3),
        FolderFacet(ROOT / "x/y/1/2", 1, 4),
        FolderFacet(ROOT / "x y", 1, 1),
    )
    assert (found.first_day, found.last_day) == ("2019-02-03", "2024-05-01")


def test_a_picture_without_a_date_goes_by_its_file(
    writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded]
) -> None:
    root = writer.add_root(ROOT, recursive=True, exclude=())
    item = encoded(ROOT / "a.jpg", 1, mtime_ns=NOON)
    item = replace(item, info=replace(item.info, taken=None))
    writer.store(model, {item.file.path: root}, [item], [])
    found = facets_of(writer)
    assert (found.first_day, found.last_day) == ("2023-11-14", "2023-11-14")


def test_marks_count_images_that_share_a_content(
    writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], folder: Path
) -> None:
    fill(writer, model, encoded, ["a.jpg", "b.jpg"])
    root = writer.add_root(ROOT, recursive=True, exclude=())
    copy = encoded(ROOT / "copy of b.jpg", 1, mtime_ns=NOON)
    writer.store(model, {copy.file.path: root}, [copy], [])
    with sqlite3.connect(folder / "catalog.sqlite") as catalog:
        (a,), (b,) = catalog.execute("SELECT id FROM content ORDER BY key").fetchall()
        catalog.execute("INSERT INTO mark VALUES (?, 3, 0), (?, 0, 5)", (a, b))
        catalog.executemany("INSERT INTO label VALUES (?, ?)", [(a, "Sea"), (b, "sea"), (b, "Boat")])
    catalog.close()
    with Library.open(folder) as library:
        found = facets_of(library)
    assert found.colours == ((3, 1),)
    assert found.ratings == ((5, 2),)
    assert [(name.lower(), count) for name, count in found.labels] == [("boat", 2), ("sea", 3)]


def test_names_that_are_no_text_are_counted(
    writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded]
) -> None:
    fill(writer, model, encoded, ["a.jpg", "x/b.jpg", "x\udcff/c.jpg"])
    assert FolderFacet(ROOT / "x\udcff", 1, 1) in facets_of(writer).folders


def test_of_too_many_folders_the_large_ones_are_listed(
    writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(writer, model, encoded, ["a/1.jpg", "b/1.jpg", "b/2.jpg"])
    monkeypatch.setattr(facets, "MOST", 2)
    assert [folder.path.name for folder in facets_of(writer).folders] == ["pictures", "b"]
