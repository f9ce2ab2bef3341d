"""Which readable pictures may enter a library."""

from __future__ import annotations

import pytest

from imsearch_gui.domain.cleaning import CleaningRules


@pytest.mark.parametrize(
    ("width", "height", "enters"), [(2, 2, True), (2, 9000, True), (1, 9000, False), (9000, 1, False), (1, 1, False)]
)
def test_by_default_only_lines_stay_out(width: int, height: int, enters: bool) -> None:
    assert (CleaningRules().objection(width, height, grey=True) is None) is enters


@pytest.mark.parametrize(
    ("width", "height", "enters"), [(100, 100, True), (100, 500, True), (99, 500, False), (500, 99, False)]
)
def test_the_smallest_side_counts(width: int, height: int, enters: bool) -> None:
    assert (CleaningRules(min_side=100).objection(width, height, grey=False) is None) is enters


def test_the_objection_names_size_and_limit() -> None:
    assert (
        CleaningRules(min_side=64).objection(640, 32, grey=False)
        == "too small: 640 x 32 pixels, the smallest side must have 64"
    )


def test_grey_stays_out_only_where_colour_was_asked_for() -> None:
    assert CleaningRules(rgb_only=False).objection(50, 50, grey=True) is None
    assert CleaningRules(rgb_only=True).objection(50, 50, grey=False) is None
    objection = CleaningRules(rgb_only=True).objection(50, 50, grey=True)
    assert objection is not None
    assert "colour" in objection


def test_a_small_grey_picture_is_said_to_be_small() -> None:
    objection = CleaningRules(min_side=64, rgb_only=True).objection(10, 10, grey=True)
    assert objection is not None
    assert objection.startswith("too small")
