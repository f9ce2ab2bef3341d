"""Numbers as people read them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain import wording
from imsearch_gui.domain.language import speak, spoken
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, ImageRecord, Match, PictureInfo, Query, SearchResult, Strategy


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (999, "999"), (48212, "48,212"), (1_000_000, "1,000,000")])
def test_count(number: int, text: str) -> None:
    assert wording.count(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 pictures"), (1, "1 picture"), (2, "2 pictures"), (48212, "48,212 pictures")]
)
def test_picture_count(number: int, text: str) -> None:
    assert wording.picture_count(number) == text


def test_numbers_have_the_signs_of_the_language() -> None:
    before = spoken()
    speak(replace(before, group=".", point=","))
    try:
        assert wording.count(1_000_000) == "1.000.000"
        assert wording.size(1_234_567) == "1,2 MB"
        assert wording.milliseconds(1540) == "1,5 s"
        assert wording.rate(1.63) == "1,6 pictures/s"
        assert wording.score(0.9712, Metric.COSINE) == "0,97"
        assert wording.score(1234.5, Metric.L1) == "1.234"
    finally:
        speak(before)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.0 ms"),
        (0.31, "0.3 ms"),
        (0.96, "1 ms"),
        (9.3, "9 ms"),
        (999.4, "999 ms"),
        (999.7, "1.0 s"),
        (1540, "1.5 s"),
    ],
)
def test_milliseconds(value: float, text: str) -> None:
    assert wording.milliseconds(value) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-3, "0 s"),
        (0.4, "0 s"),
        (42, "42 s"),
        (59.4, "59 s"),
        (59.7, "1 min"),
        (840, "14 min"),
        (3580, "1 h"),
        (9000, "2 h 30 min"),
        (86_390, "1 d"),
        (200_000, "2 d 8 h"),
    ],
)
def test_duration(seconds: float, text: str) -> None:
    assert wording.duration(seconds) == text


def test_time_left() -> None:
    assert wording.time_left(None) == ""
    assert wording.time_left(840) == "14 min left"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 KB"),
        (11_438, "11.4 KB"),
        (999_499, "999 KB"),
        (999_600, "1.0 MB"),
        (1_234_567, "1.2 MB"),
        (99_960_000, "100 MB"),
        (181_200_000_000, "181 GB"),
        (2_500_000_000_000, "2.5 TB"),
        (4_000_000_000_000_000, "4,000 TB"),
    ],
)
def test_size(number: float, text: str) -> None:
    assert wording.size(number) == text


@pytest.mark.parametrize(
    ("per_second", "text"),
    [
        (0.04, "0.0 pictures/s"),
        (1.63, "1.6 pictures/s"),
        (9.96, "10 pictures/s"),
        (41.2, "41 pictures/s"),
        (12345.0, "12,345 pictures/s"),
    ],
)
def test_rate(per_second: float, text: str) -> None:
    assert wording.rate(per_second) == text


@pytest.mark.parametrize("metric", [Metric.COSINE, Metric.CORRELATION])
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1.00"),
        (0.99996, "0.999"),
        (0.9914, "0.991"),
        (0.974, "0.97"),
        (0.0, "0.00"),
        (-0.001, "0.00"),
        (-0.31, "-0.31"),
    ],
)
def test_score_of_a_similarity(metric: Metric, value: float, text: str) -> None:
    assert wording.score(value, metric) == text


@pytest.mark.parametrize(
    ("scores", "texts"),
    [
        ((1.0, 0.974, -0.001), ["1.00", "0.97", "0.00"]),
        ((1.0, 0.9996, 0.99, 0.974, -0.001), ["1.000", "0.999", "0.990", "0.974", "-0.001"]),
        ((0.9989, 0.9, -0.0001), ["0.998", "0.900", "0.000"]),
    ],
)
@pytest.mark.parametrize("columns", [True, False])
def test_similarities_of_one_answer_have_the_same_digits(
    scores: tuple[float, ...], texts: list[str], columns: bool
) -> None:
    info = PictureInfo(640, 480, "JPEG", None, None)
    matches = [
        Match(rank, ImageRecord(rank, Path(f"/{rank}.jpg"), 1, 0, info), score) for rank, score in enumerate(scores, 1)
    ]
    query = Query((FileExample(Path("/query.jpg")),), "classic", Metric.COSINE)
    result = SearchResult(query, Matches.of(matches) if columns else tuple(matches), Strategy.EXACT, len(scores))
    digits = wording.score_digits(result)
    assert [wording.score(score, Metric.COSINE, digits) for score in scores] == texts


@pytest.mark.parametrize("metric", [Metric.L1, Metric.L2])
@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.0001, "0.00"), (0.524, "0.52"), (9.996, "10.0"), (43.27, "43.3"), (99.97, "100"), (4321, "4,321")],
)
def test_score_of_a_distance(metric: Metric, value: float, text: str) -> None:
    assert wording.score(value, metric) == text


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_a_longer_time_never_reads_as_a_shorter_one(one: float, other: float) -> None:
    short, long = sorted((one, other))
    assert _seconds_in(wording.duration(short)) <= _seconds_in(wording.duration(long))


def _seconds_in(text: str) -> int:
    units = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
    words = text.split()
    return sum(int(number) * units[unit] for number, unit in zip(words[::2], words[1::2], strict=True))


def test_homely() -> None:
    home = Path("/home/ada")
    assert wording.homely(home / "Pictures" / "2024", home) == str(Path("~/Pictures/2024"))
    assert wording.homely(Path("/media/disk"), home) == str(Path("/media/disk"))
    assert wording.homely(Path("/home/adam/x"), home) == str(Path("/home/adam/x"))
