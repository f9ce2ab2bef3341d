"""Match strength against vectors whose true shares are known by counting."""

from __future__ import annotations

from time import perf_counter

import numpy as np
import pytest

from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.domain.strength import STRONGEST
from imsearch_gui.library.vectors import VectorView, view_of
from imsearch_gui.searching.strength import LEAST, scale_of_pairs, scale_of_query


def gaussian(rows: int, seed: int = 0, dimension: int = 24) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((rows, dimension)).astype(np.float32)


@pytest.fixture(scope="module")
def view() -> VectorView:
    return view_of(gaussian(5_000))


@pytest.mark.parametrize("metric", list(Metric))
def test_the_scale_agrees_with_a_count_of_other_pairs(view: VectorView, metric: Metric) -> None:
    scale = scale_of_pairs(view, metric)
    assert scale is not None
    # Four million pairs of vectors that the sample has never seen.
    one, other = gaussian(1_000, seed=1), gaussian(4_000, seed=2)
    values = np.sort(np.concatenate([scores(row, other, metric) for row in one]))
    if not metric.is_distance:
        values = values[::-1]
    # L1 has a tenth of the pairs that would show 5, and is up to 0.7 off there (docs/search.md).
    for strength in (0.5, 1.0, 2.0, 3.0, 4.0, *([] if metric is Metric.L1 else [5.0])):
        score = values[round(len(values) * 10**-strength)]
        assert scale.strength(float(score)) == pytest.approx(strength, abs=0.05 + 0.1 * strength)


@pytest.mark.parametrize("metric", list(Metric))
def test_rises_strictly_and_a_copy_is_at_the_strong_end(view: VectorView, metric: Metric) -> None:
    scale = scale_of_pairs(view, metric)
    assert scale is not None
    sign = -1 if metric.is_distance else 1
    assert (np.diff(sign * np.array(scale.scores)) > 0).all()
    assert (np.diff(scale.strengths) >= 0).all()
    assert scale.strength(0.0 if metric.is_distance else 1.0) == STRONGEST
    assert scale == scale_of_pairs(view, metric)


@pytest.mark.parametrize("metric", list(Metric))
def test_of_one_query_against_a_count(view: VectorView, metric: Metric) -> None:
    query = gaussian(1, seed=3)[0]
    scale = scale_of_query(query, view, metric)
    assert scale is not None
    values = np.sort(scores(query, gaussian(400_000, seed=4), metric))
    if not metric.is_distance:
        values = values[::-1]
    for strength in (0.5, 1.0, 2.0, 3.0):
        score = values[round(len(values) * 10**-strength)]
        assert scale.strength(float(score)) == pytest.approx(strength, abs=0.05 + 0.1 * strength)


def test_too_few_images_or_all_alike_have_no_scale() -> None:
    few = view_of(gaussian(LEAST - 1))
    assert scale_of_pairs(few, Metric.COSINE) is None
    assert scale_of_query(gaussian(1)[0], few, Metric.COSINE) is None
    live = np.ones(LEAST, np.bool_)
    live[0] = False
    assert scale_of_pairs(view_of(gaussian(LEAST), live), Metric.COSINE) is None
    assert scale_of_pairs(view_of(gaussian(LEAST)), Metric.COSINE) is not None
    assert scale_of_pairs(view_of(np.ones((LEAST, 4), np.float32)), Metric.L2) is None


@pytest.mark.parametrize("metric", list(Metric))
def test_made_in_no_time(metric: Metric) -> None:
    view = view_of(gaussian(3_000, dimension=512))
    began = perf_counter()
    scale_of_pairs(view, metric)
    assert perf_counter() - began < 2
