"""Names of a ground truth and the images that they mean."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.image_columns import ImageColumns
from imsearch_gui.domain.records import ImageRecord, PictureInfo
from imsearch_gui.searching.evaluation.pictures import WHOLE, Pictures

BASE = "/set/pictures"
INFO = PictureInfo(4, 4, "JPEG")


def pictures(*names: str, roots: tuple[str, ...] = (BASE,), near: str | None = "/set/truth") -> Pictures:
    """Of a library that holds these, numbered in this order; absolute, or below BASE."""
    records = [ImageRecord(number, Path(BASE, name), 1, 1, INFO) for number, name in enumerate(names)]
    return Pictures(
        ImageColumns.of(records), dict.fromkeys(map(Path, roots), True), None if near is None else Path(near)
    )


def found(known: Pictures, *names: str) -> list[int | str | None]:
    """Number of the image, "?" for a name that fits several, None for one that fits none."""
    named = known.find(names)
    return ["?" if name in named.ambiguous else named.place_of.get(name) for name in names]


def test_whole_paths_ends_of_paths_and_bare_names() -> None:
    known = pictures("a/1.jpg", "b/2.jpg", "b/c/3.jpg")
    names = ("/set/pictures/a/1.jpg", "a/1.jpg", "1.jpg", "./b/../b/2.jpg", "c/3.jpg", "pictures/b/2.jpg")
    assert found(known, *names) == [0, 0, 0, 1, 2, 1]
    assert found(known, "/other/a/1.jpg", "x/1.jpg", "a/2.jpg", "", "/", ".", "a/", "1", "nothing.jpg") == [
        *(None, None, None, None, None, None, None),
        0,
        None,
    ]


def test_paths_go_up_from_the_ground_truth() -> None:
    known = pictures("a/1.jpg", "/set/1.jpg")
    assert found(known, "../pictures/a/1.jpg", "../1.jpg") == [0, 1]


def test_of_two_the_nearer_one_is_meant() -> None:
    known = pictures(
        "/set/truth/1.jpg", "1.jpg", "sub/1.jpg", "/set/truth/deep/2.jpg", "deeper/2.jpg", "3.jpg", "sub/3.jpg"
    )
    assert found(known, "1.jpg", "2.jpg", "3.jpg", "sub/1.jpg") == [0, 3, 5, 2]


def test_of_two_that_lie_equally_near_none_is_meant() -> None:
    known = pictures("a/1.jpg", "b/1.jpg", "/set/truth/x/2.jpg", "/set/truth/y/2.jpg", "a/3.png", "a/3.jpg")
    assert found(known, "1.jpg", "2.jpg", "3", "b/1.jpg", "a/3") == ["?", "?", "?", 1, "?"]


def test_what_is_spelled_exactly_comes_first() -> None:
    known = pictures("a/Tea.jpg", "b/tea.jpg", "c/TEA.JPG", "a/only.JPG")
    assert found(known, "Tea.jpg", "tea.jpg", "TEA.JPG", "tEa.jpg", "ONLY.jpg", "A/only.jpg") == [0, 1, 2, "?", 3, 3]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_written_in_two_ways(form: str) -> None:
    other = "NFD" if form == "NFC" else "NFC"
    known = pictures(unicodedata.normalize(form, "Café/été.jpg"))
    name = unicodedata.normalize(other, "Café/été.jpg")
    assert found(known, name, unicodedata.normalize(other, "été.jpg"), f"{BASE}/{name}") == [0, 0, 0]


def test_folders_of_another_system() -> None:
    known = pictures("a/1.jpg", "odd\\2.jpg")
    assert found(known, "a\\1.jpg", "odd\\2.jpg") == [0, 1]


def test_suffixes_may_be_left_out() -> None:
    known = pictures("all_souls_000013.jpg", "x.y.png", "bare")
    assert found(known, "all_souls_000013", "ALL_SOULS_000013", "x.y", "bare", "x") == [0, 0, 1, 2, None]
    assert known.find(["all_souls_000013"], WHOLE).place_of == {}


def test_names_that_no_file_has() -> None:
    known = pictures("a/1.jpg")
    assert found(known, "\0", "a/1.jpg\0", "x" * 100_000, "\udcff.jpg", "..", "../..", "//", "~/1.jpg") == [None] * 8
    assert known.file("\0") is known.file("x" * 100_000) is known.file("/dev/zero") is known.file("..") is None


def test_names_that_are_no_text() -> None:
    assert found(pictures(os.fsdecode(b"\xff.jpg")), os.fsdecode(b"\xff.jpg")) == [0]


def test_an_empty_library() -> None:
    assert found(pictures(), "a.jpg", "/x/a.jpg") == [None, None]


def test_counts_and_ids_are_those_of_different_pictures() -> None:
    known = pictures("a/1.jpg", "2.jpg", "b/1.jpg")
    named = known.find(["2.jpg", "a/1.jpg", f"{BASE}/a/1.jpg", "1.jpg", "gone.jpg"])
    assert named.ids(known.columns, ["2.jpg", "a/1.jpg", f"{BASE}/a/1.jpg", "1.jpg", "gone.jpg"]).tolist() == [0, 1]
    assert named.absent(["gone.jpg", "gone.jpg", "1.jpg", "2.jpg"]) == 1


def test_a_folder_behind_a_link(shelf: Any, tmp_path: Path) -> None:
    shelf.hold("a/1.jpg", "b/1.jpg")
    link = tmp_path / "link"
    link.symlink_to(shelf.folder / "a")
    known = Pictures.of(shelf.library, link)
    assert [known.path(place) for place in known.find(["1.jpg", f"{link}/1.jpg"]).place_of.values()] == [
        shelf.folder / "a/1.jpg"
    ] * 2


def test_a_root_as_it_was_said() -> None:
    """As `imsearch index ../pictures` keeps it."""
    root = "/set/work/../pictures"
    known = pictures(f"{root}/a/1.jpg", f"{root}/b/1.jpg", roots=(root,), near="/set/pictures/a")
    names = ("1.jpg", "/set/pictures/b/1.jpg", f"{root}/b/1.jpg", "../b/1.jpg", "b/1.jpg")
    assert found(known, *names) == [0, 1, 1, 1, 1]


def test_a_root_behind_a_link(shelf: Any, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(shelf.folder)
    shelf.hold("../link/a/1.jpg", "../link/b/1.jpg", root="../link")
    known = Pictures.of(shelf.library, shelf.folder / "a")
    assert [known.path(place).parent.name for place in known.find(["1.jpg", "../b/1.jpg"]).place_of.values()] == [
        "a",
        "b",
    ]


def test_a_root_that_is_not_there(shelf: Any, tmp_path: Path) -> None:
    shelf.hold("disk/a/1.jpg", root="disk")
    (shelf.folder / "disk").rename(tmp_path / "unplugged")
    known = Pictures.of(shelf.library, shelf.folder)
    assert known.folders.roots == {shelf.folder / "disk": False}
    assert list(known.find(["disk/a/1.jpg", "a/1.jpg", "1.jpg"]).place_of.values()) == [0, 0, 0]


def test_files_that_the_library_lacks(shelf: Any, tmp_path: Path) -> None:
    truth = tmp_path / "set" / "gt"
    truth.mkdir(parents=True)
    shelf.hold("held.jpg")
    shelf.put("only here.jpg")
    for name in ("gt/beside.jpg", "jpg/in jpg.jpg", "images/in images.png"):
        (tmp_path / "set" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "set" / name).touch()
    known = Pictures.of(shelf.library, truth)
    names = ("beside.jpg", "in jpg", "in images", "only here", "../jpg/in jpg.jpg", str(truth / "beside.jpg"))
    assert [known.file(name) for name in names] == [
        truth / "beside.jpg",
        tmp_path / "set/jpg/in jpg.jpg",
        tmp_path / "set/images/in images.png",
        shelf.folder / "only here.jpg",
        tmp_path / "set/jpg/in jpg.jpg",
        truth / "beside.jpg",
    ]
    assert known.file("nowhere") is None


def test_many_names_in_many_folders() -> None:
    """The same thousand names in a thousand folders: were each compared with each, this would take until tomorrow."""
    folders, each = 1000, 100
    records = [
        ImageRecord(number, Path(BASE, f"{number // each}", f"{number % each}.jpg"), 1, 1, INFO)
        for number in range(folders * each)
    ]
    known = Pictures(ImageColumns.of(records), {Path(BASE): False}, Path("/set"))
    names = [f"{number // each}/{number % each}.jpg" for number in range(folders * each)]
    named = known.find(names)
    assert np.array_equal([named.place_of[name] for name in names], np.arange(folders * each))
