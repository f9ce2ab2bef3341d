"""The order in which matches are shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain.arrangement import BEST_FIRST, Arrangement, Column, arranged, rows_of, strong_count, taken_of
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import (
    FileExample,
    ImageRecord,
    Match,
    PictureInfo,
    Query,
    SearchResult,
    Strategy,
)
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.domain.strength import StrengthScale

ROWS = [
    ("b.jpg", "z", "2020-01-02T00:00:00", 30, 10, 0),
    ("A.jpg", "y", "2021-01-02T00:00:00", 10, 30, 5),
    ("c.jpg", "y", None, 20, 20, 3),
    ("a.jpg", "z", "2019-01-02T00:00:00", 40, 10, 0),
]


@pytest.fixture
def matches() -> list[Match]:
    return [
        Match(
            rank,
            ImageRecord(
                rank,
                Path("/pictures", folder, name),
                size,
                1_600_000_000_000_000_000,  # September 2020
                PictureInfo(side, 10, "JPEG", taken),
                Marks(rating=rating),
            ),
            1.0 - rank / 10,
        )
        for rank, (name, folder, taken, size, side, rating) in enumerate(ROWS, 1)
    ]


def result_of(matches: list[Match], scale: StrengthScale | None, metric: Metric = Metric.COSINE) -> SearchResult:
    return SearchResult(
        Query((FileExample(Path("q")),), "m", metric), matches, Strategy.EXACT, len(matches), scale=scale
    )


@pytest.mark.parametrize(
    ("column", "descending", "places"),
    [
        (Column.NAME, False, [1, 3, 0, 2]),
        (Column.NAME, True, [2, 0, 1, 3]),
        (Column.FOLDER, False, [1, 2, 0, 3]),
        (Column.TAKEN, True, [1, 2, 0, 3]),
        (Column.FILE_SIZE, False, [1, 2, 0, 3]),
        (Column.PIXELS, True, [1, 2, 0, 3]),
        (Column.RATING, True, [1, 2, 0, 3]),
        (Column.SCORE, True, [3, 2, 1, 0]),
    ],
)
def test_by_each_column(matches: list[Match], column: Column, descending: bool, places: list[int]) -> None:
    found = arranged(matches, Arrangement(column, descending), len(matches))
    assert found is not None
    assert found.tolist() == places


def test_the_relevant_ones_are_sorted_among_themselves(matches: list[Match]) -> None:
    found = arranged(matches, Arrangement(Column.NAME), 2)
    assert found is not None
    assert found.tolist() == [1, 0, 3, 2]


def test_best_first_is_as_they_came(matches: list[Match]) -> None:
    assert arranged(matches, BEST_FIRST, 2) is None
    assert arranged([], Arrangement(Column.NAME), 0) is None


@given(st.lists(st.integers(0, 3), max_size=30), st.booleans(), st.data())
def test_nothing_is_lost_and_equals_keep_their_order(sizes: list[int], descending: bool, data: st.DataObject) -> None:
    info = PictureInfo(1, 1, "PNG")
    some = [Match(n + 1, ImageRecord(n, Path("x"), size, 0, info), 0.0) for n, size in enumerate(sizes)]
    strong = data.draw(st.integers(0, len(some)))
    found = arranged(some, Arrangement(Column.FILE_SIZE, descending), strong)
    if found is None:
        assert not some
        return
    sign = -1 if descending else 1
    expected = sorted(range(strong), key=lambda n: (sign * sizes[n], n))
    expected += sorted(range(strong, len(some)), key=lambda n: (sign * sizes[n], n))
    assert found.tolist() == expected


COSINE = StrengthScale((0.0, 0.5, 1.0), (0.0, 2.0, 8.0))
L2 = StrengthScale((10.0, 5.0, 0.0), (0.0, 2.0, 8.0))


def test_strong_ones_of_a_similarity(matches: list[Match]) -> None:  # scores .9, .8, .7, .6
    assert [strong_count(result_of(matches, COSINE), s) for s in (0.0, 2.0, 4.5, 6.0, 8.0)] == [4, 4, 2, 1, 0]


def test_strong_ones_of_a_distance(matches: list[Match]) -> None:
    far = [replace(match, score=float(match.rank * 2)) for match in matches]  # 2, 4, 6, 8
    assert [strong_count(result_of(far, L2, Metric.L2), s) for s in (1.0, 2.0, 4.0, 7.0)] == [3, 2, 1, 0]


def test_weaker_ones_among_the_reordered_stand_as_they_are(matches: list[Match]) -> None:
    """Scores .6, .9, .8, .7: the first three in an order of their own."""
    mixed = [matches[3], *matches[:3]]
    shown = replace(result_of(mixed, COSINE), reordered=3)
    # 0.75 is a strength of 5, 0.85 one of 6.2, 0.65 one of 3.8.
    assert [strong_count(shown, s) for s in (0.0, 3.0, 3.8, 5.0, 6.2, 7.9)] == [4, 4, 4, 3, 2, 0]


def test_what_was_verified_stands_above_the_line_however_weak(matches: list[Match]) -> None:
    corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    verified = {4: Verified(30, corners), 1: Verified(3)}
    shown = replace(result_of([matches[3], *matches[:3]], COSINE), reordered=1, verified=verified)
    assert [strong_count(shown, s) for s in (2.0, 4.5, 6.0, 8.0)] == [4, 3, 2, 1]


def test_without_a_scale_all_are_strong(matches: list[Match]) -> None:
    assert strong_count(result_of(matches, None), 5.0) == 4


@given(st.permutations(range(6)))
def test_rows_are_the_other_way_round(places: list[int]) -> None:
    rows = rows_of(np.array(places))
    assert [places[row] for row in rows] == list(range(6))


@pytest.mark.parametrize("nanoseconds", [-(10**20), 10**30, 10**21])
def test_a_time_that_no_calendar_has_is_no_date(matches: list[Match], nanoseconds: int) -> None:
    broken = replace(matches[2], image=replace(matches[2].image, mtime_ns=nanoseconds))
    assert taken_of(broken) == ""
    assert arranged([broken, matches[0]], Arrangement(Column.TAKEN), 2) is not None


def test_answers_of_the_engine_are_sorted_alike(matches: list[Match]) -> None:
    columns = Matches.of(matches)
    for column in Column:
        one, other = (arranged(some, Arrangement(column, descending=True), 4) for some in (matches, columns))
        assert one is not None
        assert other is not None
        assert one.tolist() == other.tolist(), column
