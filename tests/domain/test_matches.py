"""Answers as columns behave as the matches that they hold."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.image_columns import Texts
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.matches import COLUMNS, Matches, without
from imsearch_gui.domain.records import ImageRecord, Match, PictureInfo

STRANGE = os.fsdecode(b"caf\xe9.jpg")


def match(
    rank: int, identity: int, name: str, *, folder: str = "/pictures", score: float = 0.0, **info: object
) -> Match:
    about = PictureInfo(640, 480, "JPEG", None, None)
    about = replace(about, **info)  # type: ignore[arg-type]
    return Match(rank, ImageRecord(identity, Path(folder, name), 100 + identity, 10**18 + identity, about), score)


BEST = match(1, 30, "b.JPG", score=0.9, taken="2024-05-01T10:00:00", camera="Canon")
MATCHES = (
    replace(BEST, image=replace(BEST.image, marks=Marks(rating=2))),
    match(2, 10, "A.jpg", folder="/pictures/Z", score=0.5, width=1000, height=10, format="PNG"),
    match(3, 20, STRANGE, folder="/pictures/a", score=0.4),
)


def test_in_another_order_they_have_other_ranks() -> None:
    turned = Matches.of(MATCHES).reordered([2, 0])
    assert turned == (replace(MATCHES[2], rank=1), replace(MATCHES[0], rank=2))
    assert [turned.row_of(identity) for identity in (20, 30, 10)] == [0, 1, None]


def test_they_are_what_they_were_made_of() -> None:
    matches = Matches.of(MATCHES)
    assert matches == MATCHES
    assert tuple(matches) == MATCHES
    assert (matches[-1], len(matches)) == (MATCHES[2], 3)
    assert MATCHES[1] in matches
    with pytest.raises(IndexError):
        matches[3]
    assert len(Matches.of(())) == 0


def test_slices_keep_their_ranks() -> None:
    matches = Matches.of(MATCHES)
    assert matches[1:] == MATCHES[1:]
    assert matches[::-1] == MATCHES[::-1]
    assert matches[1:][0].rank == 2


@pytest.mark.parametrize(
    "other",
    [
        MATCHES[:2],
        (*MATCHES[:2], replace(MATCHES[2], score=0.3)),
        (*MATCHES[:2], replace(MATCHES[2], image=replace(MATCHES[2].image, path=Path("/pictures/a/other.jpg")))),
        (*MATCHES[:2], replace(MATCHES[2], image=replace(MATCHES[2].image, path=Path("/pictures/b", STRANGE)))),
        (*MATCHES[:2], replace(MATCHES[2], image=replace(MATCHES[2].image, marks=Marks(("sea",))))),
        (*MATCHES[:2], replace(MATCHES[2], image=replace(MATCHES[2].image, mtime_ns=5))),
        (match(1, 30, "b.JPG", score=0.9, taken="2024-05-01T10:00:00", camera="Nikon"), *MATCHES[1:]),
    ],
)
def test_what_differs_is_not_equal(other: tuple[Match, ...]) -> None:
    assert Matches.of(MATCHES) != other
    assert Matches.of(MATCHES) != Matches.of(other)


def test_equal_whatever_tables_they_come_from() -> None:
    more = Matches.of((*MATCHES, match(4, 5, "0.jpg", score=0.1)))
    assert more[:3] == Matches.of(MATCHES)
    assert Matches.of(MATCHES) == Matches.of(MATCHES)
    assert Matches.of(MATCHES) != "abc"


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("score", [2, 1, 0]),
        ("name", [1, 0, 2]),
        ("folder", [0, 2, 1]),
        ("taken", [1, 2, 0]),
        ("file_size", [1, 2, 0]),
        ("pixels", [1, 0, 2]),
        ("mtime", [1, 2, 0]),
        ("rating", [1, 2, 0]),
    ],
)
def test_every_column_puts_the_rows_in_order(name: str, order: list[int]) -> None:
    assert np.argsort(Matches.of(MATCHES).column(name), kind="stable").tolist() == order


def test_there_are_no_other_columns() -> None:
    assert len({name for name in COLUMNS if len(Matches.of(MATCHES).column(name)) == 3}) == len(COLUMNS)
    with pytest.raises(ValueError, match="no column 'colour'"):
        Matches.of(MATCHES).column("colour")


def test_rows_are_found_by_image() -> None:
    matches = Matches.of(MATCHES)
    assert [matches.row_of(identity) for identity in (30, 10, 20, 5, 99)] == [0, 1, 2, None, None]
    assert matches[1:].row_of(30) is None
    assert matches[1:].row_of(20) == 1
    assert matches.ids.tolist() == [30, 10, 20]
    assert Matches.of(()).row_of(3) is None


def test_texts_are_any_names() -> None:
    names = ["a", "", STRANGE, "ảnh đẹp.png"]
    texts = Texts.joined([Texts.of(names[:1]), Texts.of([]), Texts.of(names[1:])])
    assert [texts[place] for place in range(len(texts))] == names
    assert len(texts) == 4


@pytest.mark.parametrize("plain", [False, True])
def test_those_that_stay_stay_as_they_are(plain: bool) -> None:
    columns = Matches.of(MATCHES)
    assert columns.row_of(20) == 2
    left = without(MATCHES if plain else columns, {10, 99})
    assert list(left) == [MATCHES[0], MATCHES[2]]
    assert isinstance(left, tuple if plain else Matches)
    if isinstance(left, Matches):
        assert (left.row_of(20), left.row_of(10)) == (1, None)
        assert left != columns


def test_no_match_is_made_to_leave_some_out(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = Matches.of(MATCHES)

    def refuse(*_: object) -> Match:
        raise AssertionError("a million of them would take seconds")

    monkeypatch.setattr(Matches, "__getitem__", refuse)
    assert len(without(columns, (10,))) == 2
