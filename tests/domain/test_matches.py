"""Matches that leave an answer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.matches import Matches, Texts, without
from imsearch_gui.domain.records import Match


@pytest.fixture
def columns() -> Matches:
    """Five matches with ids 10, 20 ... 50."""
    count = 5
    zeros = np.zeros(count, np.int32)
    return Matches(
        ids=np.arange(10, 60, 10),
        scores=np.linspace(1, 0.5, count),
        file_sizes=np.arange(count, dtype=np.int64),
        mtimes=np.zeros(count, np.int64),
        widths=zeros + 640,
        heights=zeros + 480,
        formats=zeros,
        roots=zeros,
        cameras=zeros,
        taken=np.array([b""] * count),
        paths=np.arange(count),
        ranks=np.arange(1, count + 1),
        path_texts=Texts.of([f"{n}.jpg" for n in range(count)]),
        format_names=("JPEG",),
        root_paths=("/p",),
        camera_names=(None,),
    )


@pytest.mark.parametrize("plain", [False, True])
def test_the_others_stay_as_they_are(columns: Matches, plain: bool) -> None:
    matches = tuple(columns) if plain else columns
    assert columns.row_of(40) == 3
    left = without(matches, {20, 40, 99})
    assert [(match.rank, match.image.id, match.image.path) for match in left] == [
        (1, 10, Path("/p/0.jpg")),
        (3, 30, Path("/p/2.jpg")),
        (5, 50, Path("/p/4.jpg")),
    ]
    assert isinstance(left, tuple if plain else Matches)
    if isinstance(left, Matches):
        assert (left.row_of(50), left.row_of(40)) == (2, None)


def test_no_match_is_made_for_it(columns: Matches, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Match:
        raise AssertionError("a million of them would take seconds")

    monkeypatch.setattr(Matches, "__getitem__", refuse)
    assert len(without(columns, (10,))) == 4
