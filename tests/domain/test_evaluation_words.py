"""The words and numbers that the window and the page of an evaluation have in common."""

from __future__ import annotations

import math

import pytest

from imsearch_gui.domain.evaluation_words import best_of, distinct, interval_words, measure_words, taken_words


@pytest.mark.parametrize(
    ("values", "least", "best"),
    [
        ((0.93304, 0.93296, 0.9), False, {0, 1}),
        ((0.5, 0.46, 1.2), True, {0, 1}),
        ((0.9, 0.9, 0.9), False, set()),
        ((0.90001, 0.90002), False, set()),
        ((math.nan, 0.9, 0.8), False, {1}),
        ((math.nan, 0.9), False, set()),
        ((), False, set()),
    ],
)
def test_what_reads_alike_is_marked_alike(values: tuple[float, ...], least: bool, best: set[int]) -> None:
    texts = [f"{value:.{1 if least else 3}f}" for value in values]
    assert best_of(values, texts, least=least) == best


def test_models_with_the_same_title_are_told_by_their_id() -> None:
    assert distinct({"a": "One", "b": "Two", "c": "One"}) == {"a": "One (a)", "b": "Two", "c": "One (c)"}


def test_numbers_as_they_are_read() -> None:
    assert [measure_words(name, 2.3456) for name in ("ns", "ap")] == ["2.35", "2.346"]
    assert measure_words("ap", math.nan) == "–"
    assert interval_words((0.85, 0.9)) == "0.850–0.900"
    assert interval_words((math.nan, math.nan)) == ""
    assert (taken_words("pear", 0.25), taken_words("", 0.0)) == ("pear (25 %)", "")
