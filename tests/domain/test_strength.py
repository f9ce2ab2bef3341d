"""Between scores and strengths."""

from __future__ import annotations

import pytest

from imsearch_gui.domain.strength import StrengthScale

COSINE = StrengthScale((0.1, 0.5, 0.9), (0.0, 2.0, 6.0))
L2 = StrengthScale((30.0, 20.0, 0.0), (0.0, 1.0, 8.0))


def test_similarities_grow_stronger_with_the_score() -> None:
    assert [COSINE.strength(score) for score in (0.1, 0.3, 0.5, 0.7, 0.9)] == pytest.approx([0, 1, 2, 4, 6])
    assert not COSINE.falling


def test_distances_grow_stronger_as_the_score_falls() -> None:
    assert [L2.strength(score) for score in (30.0, 25.0, 20.0, 10.0, 0.0)] == pytest.approx([0, 0.5, 1, 4.5, 8])
    assert L2.falling


def test_beyond_the_table_the_outermost_values_hold() -> None:
    assert (COSINE.strength(-1.0), COSINE.strength(1.0)) == (0.0, 6.0)
    assert (L2.strength(99.0), L2.score(9.0)) == (0.0, 0.0)


@pytest.mark.parametrize("scale", [COSINE, L2])
def test_score_and_strength_are_each_others_inverse(scale: StrengthScale) -> None:
    for strength in (0.0, 0.4, 1.0, 3.3, 5.9):
        assert scale.strength(scale.score(strength)) == pytest.approx(strength)


def test_a_table_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="at least two scores"):
        StrengthScale((1.0,), (0.0,))
    with pytest.raises(ValueError, match="a strength for each"):
        StrengthScale((1.0, 2.0), (0.0,))
