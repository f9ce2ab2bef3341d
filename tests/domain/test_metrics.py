"""The definition of the metrics, against numbers worked out by hand and against other formulas for the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from imsearch_gui.domain.metrics import Metric, best_first, scores

METRICS = list(Metric)
finite = st.floats(-1e6, 1e6, width=32)


def matrices() -> st.SearchStrategy[np.ndarray]:
    return st.tuples(st.integers(1, 8), st.integers(1, 12)).flatmap(
        lambda shape: hnp.arrays(np.float32, shape, elements=finite)
    )


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (Metric.L1, [0.0, 4.0, 3.0]),
        (Metric.L2, [0.0, np.sqrt(10.0), np.sqrt(5.0)]),
        (Metric.COSINE, [1.0, 2 / np.sqrt(5.0), 0.0]),
        (Metric.CORRELATION, [1.0, 1.0, 0.0]),
    ],
)
def test_by_hand(metric: Metric, expected: list[float]) -> None:
    vectors = [[1, 2], [2, 5], [0, 0]]
    query = [1, 2]
    if metric is Metric.COSINE:
        vectors = [[1, 2], [0, 5], [0, 0]]
    np.testing.assert_allclose(scores(query, vectors, metric), expected, atol=1e-15)


def test_against_the_formulas_of_the_course() -> None:
    random = np.random.default_rng(0)
    query, vectors = random.normal(size=40), random.normal(size=(25, 40))
    np.testing.assert_allclose(scores(query, vectors, Metric.L1) / 40, np.mean(np.abs(vectors - query), axis=1))
    np.testing.assert_allclose(scores(query, vectors, Metric.L2) ** 2 / 40, np.mean((vectors - query) ** 2, axis=1))
    cosine = [query @ row / np.linalg.norm(query) / np.linalg.norm(row) for row in vectors]
    np.testing.assert_allclose(scores(query, vectors, Metric.COSINE), cosine)
    correlation = [np.corrcoef(query, row)[0, 1] for row in vectors]
    np.testing.assert_allclose(scores(query, vectors, Metric.CORRELATION), correlation)


@pytest.mark.parametrize(
    ("metric", "one", "other", "printed"),
    [
        (Metric.COSINE, [1.5, 1.5], [2, 1], "0.9487"),
        (Metric.COSINE, [5, 3, 2, 7], [2, 9, 4, 1], "0.552005787925351"),
        (Metric.L1, [1.5, 20], [2, 15], "5.5"),
        # The slide prints 5.2, which is no rounding of the square root of 0.25 + 25.
        (Metric.L2, [1.5, 20], [2, 15], "5.0249"),
        (Metric.CORRELATION, [7, 18, 29, 2, 10, 9, 9], [1, 6, 12, 8, 6, 21, 10], "0.1495"),
    ],
)
def test_the_worked_numbers_of_the_course(metric: Metric, one: list[float], other: list[float], printed: str) -> None:
    (score,) = scores(one, other, metric)
    digits = len(printed.partition(".")[2])
    assert f"{score:.{digits}f}" == printed
    assert scores(other, one, metric)[0] == score


@pytest.mark.parametrize("metric", METRICS)
@given(vectors=matrices())
def test_against_itself_is_exact(metric: Metric, vectors: np.ndarray) -> None:
    for row in vectors:
        (score,) = scores(row, row, metric)
        if metric.is_distance:
            assert score == 0.0
        else:
            assert score in (0.0, 1.0)
            # 0 only where there is no direction to compare.
            if np.abs(row).max() > 1e-3 and (metric is Metric.COSINE or np.ptp(row.astype(float)) > 1e-3):
                assert score == 1.0


@pytest.mark.parametrize("metric", METRICS)
@given(vectors=matrices())
def test_range(metric: Metric, vectors: np.ndarray) -> None:
    values = scores(vectors[0], vectors, metric)
    assert np.isfinite(values).all()
    if metric.is_distance:
        assert (values >= 0).all()
    else:
        assert (np.abs(values) <= 1 + 1e-12).all()


@pytest.mark.parametrize("metric", METRICS)
def test_a_score_does_not_depend_on_its_neighbours(metric: Metric) -> None:
    random = np.random.default_rng(1)
    query, vectors = random.normal(size=513).astype(np.float32), random.normal(size=(9, 513)).astype(np.float32)
    alone = [scores(query, row, metric)[0] for row in vectors]
    assert scores(query, vectors, metric).tolist() == alone


@pytest.mark.parametrize("metric", [Metric.COSINE, Metric.CORRELATION])
def test_without_direction_is_zero(metric: Metric) -> None:
    assert scores([0.0, 0.0, 0.0], [[1.0, 2.0, 3.0]], metric).tolist() == [0.0]
    assert scores([1.0, 2.0, 3.0], [[0.0, 0.0, 0.0]], metric).tolist() == [0.0]


def test_constant_vectors_do_not_correlate() -> None:
    constant = np.full(7, 0.1, np.float32)
    assert scores(constant, [constant, np.arange(7)], Metric.CORRELATION).tolist() == [0.0, 0.0]
    assert scores(constant, [constant], Metric.COSINE).tolist() == [1.0]


def test_correlation_ignores_brightness_and_contrast() -> None:
    vector = np.random.default_rng(2).normal(size=30)
    assert scores(vector, [vector * 3 + 7, -vector], Metric.CORRELATION) == pytest.approx([1.0, -1.0])


@pytest.mark.parametrize(("query", "vectors"), [([1.0, 2.0], [[1.0]]), ([[1.0]], [[1.0]]), (1.0, [[1.0]])])
def test_shapes_that_do_not_fit(query: object, vectors: object) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        scores(query, vectors, Metric.L2)  # type: ignore[arg-type]


def test_no_vectors() -> None:
    for metric in Metric:
        assert scores(np.ones(3), np.empty((0, 3)), metric).shape == (0,)


def test_best_first() -> None:
    values = np.array([2.0, 1.0, 3.0, 1.0, 3.0])
    assert best_first(values, Metric.L1).tolist() == [1, 3, 0, 2, 4]
    assert best_first(values, Metric.COSINE).tolist() == [2, 4, 0, 1, 3]


def test_distances_and_labels() -> None:
    assert {metric for metric in Metric if metric.is_distance} == {Metric.L1, Metric.L2}
    assert len({metric.label for metric in Metric}) == 4
