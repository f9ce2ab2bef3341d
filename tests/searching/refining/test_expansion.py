"""The best matches ask again, held against the formulas of the papers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from imsearch_gui.domain.metrics import Matrix, Metric, scores
from imsearch_gui.domain.refinement import Expansion
from imsearch_gui.searching.refining import expansion
from imsearch_gui.searching.refining.expansion import expanded
from imsearch_gui.searching.scoring import Ranking, top

KINDS = [Expansion.AVERAGE, Expansion.ALPHA]


def by_the_paper(query: np.ndarray, best: np.ndarray, kind: Expansion) -> np.ndarray:
    """The direction of the sum, one vector after the other."""
    q = query / np.linalg.norm(query)
    total = q.copy()
    for one in best:
        x = one / np.linalg.norm(one)
        total += x if kind is Expansion.AVERAGE else max(0.0, float(q @ x)) ** expansion.ALPHA * x
    return total / np.linalg.norm(total)


@pytest.fixture
def searched(
    library_of: Callable[[Matrix], object], clustered: Callable[..., Matrix]
) -> Callable[[Metric, Expansion], tuple[np.ndarray, Ranking, object]]:
    rows = clustered(120, 16)
    view = library_of(rows).writer.vectors("test")  # type: ignore[attr-defined]
    query = rows[7] + np.float32(0.3)

    def search(metric: Metric, kind: Expansion) -> tuple[np.ndarray, Ranking, object]:
        return query, top(query, view, metric, expansion.neighbours(kind)), view

    return search


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("metric", list(Metric))
def test_direction_is_that_of_the_paper(searched: Callable[..., tuple], metric: Metric, kind: Expansion) -> None:
    query, best, view = searched(metric, kind)
    taken = view.exact(best.slots)[: expansion.NEIGHBOURS[kind]]
    if metric is Metric.CORRELATION:
        expected = by_the_paper(query - query.mean(), taken - taken.mean(axis=1, keepdims=True), kind)
    else:
        expected = by_the_paper(query.astype(np.float64), taken, kind)
    asked = expanded(query, best, view, metric, kind)
    assert asked.dtype == np.float32
    assert scores(asked, expected, Metric.COSINE)[0] == pytest.approx(1.0, abs=1e-6)
    # As long as the others, so that the distances compare it fairly.
    assert np.linalg.norm(asked) == pytest.approx(float(view.stats[:, 0].mean()), rel=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_the_query_itself_is_not_counted_twice(
    library_of: Callable[[Matrix], object], clustered: Callable[..., Matrix], kind: Expansion
) -> None:
    view = library_of(clustered(60, 8)).writer.vectors("test")  # type: ignore[attr-defined]
    query = view.vector(5)
    best = top(query, view, Metric.L2, expansion.neighbours(kind))
    assert best.slots[0] == 5
    others = view.exact(best.slots[1:])
    asked = expanded(query, best, view, Metric.L2, kind)
    assert scores(asked, by_the_paper(query.astype(np.float64), others, kind), Metric.COSINE)[0] > 1 - 1e-6


def test_without_other_matches_the_query_stays(library_of: Callable[[Matrix], object]) -> None:
    view = library_of(np.eye(3, dtype=np.float32)[:1]).writer.vectors("test")  # type: ignore[attr-defined]
    query = view.vector(0)
    best = top(query, view, Metric.COSINE, 3)
    assert np.array_equal(expanded(query, best, view, Metric.COSINE, Expansion.AVERAGE), query)


def test_matches_that_cancel_the_query_leave_it_as_it_is(library_of: Callable[[Matrix], object]) -> None:
    rows = np.array([[-1, 0], [0, 0]], np.float32)
    view = library_of(rows).writer.vectors("test")  # type: ignore[attr-defined]
    query = np.array([1, 0], np.float32)
    best = Ranking(np.array([0, 1]), np.array([-1.0, 0.0]))
    assert np.array_equal(expanded(query, best, view, Metric.COSINE, Expansion.AVERAGE), query)
