"""k-reciprocal re-ranking, held against a literal form of the authors' program."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from imsearch_gui.domain.metrics import Matrix, Metric, scores
from imsearch_gui.searching.refining import reciprocal
from imsearch_gui.searching.refining.reciprocal import distances, distances_to_query, reranked
from imsearch_gui.searching.scoring import top


def neighbours(order: list[list[int]], i: int, k: int) -> set[int]:
    return {j for j in order[i][: k + 1] if i in order[j][: k + 1]}


def literally(apart: np.ndarray, k1: int, k2: int, share: float) -> list[float]:
    """Equations 2 to 12 of the paper, image by image and set by set."""
    count = len(apart)
    order = [sorted(range(count), key=lambda j: apart[i, j]) for i in range(count)]
    weights = []
    for i in range(count):
        mine = neighbours(order, i, k1)
        wide = set(mine)
        for j in mine:
            theirs = neighbours(order, j, round(k1 / 2))
            if len(theirs & mine) > 2 / 3 * len(theirs):
                wide |= theirs
        row = [np.exp(-apart[i, j]) if j in wide else 0.0 for j in range(count)]
        weights.append([value / sum(row) for value in row])
    described = [[sum(weights[j][g] for j in order[i][:k2]) / k2 for g in range(count)] for i in range(count)]
    final = []
    for i in range(1, count):
        smaller = sum(min(a, b) for a, b in zip(described[0], described[i], strict=True))
        larger = sum(max(a, b) for a, b in zip(described[0], described[i], strict=True))
        final.append((1 - share) * (1 - smaller / larger) + share * apart[0, i])
    return final


@pytest.mark.parametrize(("k1", "k2", "share"), [(20, 6, 0.3), (10, 3, 0.5), (7, 1, 0.0), (4, 2, 1.0)])
@pytest.mark.parametrize("metric", list(Metric))
def test_distances_are_those_of_the_paper(
    clustered: Callable[..., Matrix], metric: Metric, k1: int, k2: int, share: float
) -> None:
    rows = clustered(45, 12, clusters=6).astype(np.float64)
    apart = distances(rows, metric)
    assert distances_to_query(apart, k1, k2, share) == pytest.approx(literally(apart, k1, k2, share), abs=1e-9)


@pytest.mark.parametrize("metric", list(Metric))
def test_how_far_two_are_apart_follows_the_metric(clustered: Callable[..., Matrix], metric: Metric) -> None:
    rows = clustered(9, 10).astype(np.float64)
    own = np.stack([scores(row, rows, metric) for row in rows])
    if metric is Metric.L2:
        own = own**2
    elif not metric.is_distance:
        own = 1 - own
    assert distances(rows, metric) == pytest.approx(own / own.max(axis=1, keepdims=True), abs=1e-5)


def test_images_that_share_neighbours_come_first(library_of: Callable[[Matrix], object]) -> None:
    """A stranger is nearest to the query, but so many are nearer to it that the query is none of its neighbours."""
    friends, crowd = 25, 30
    rows = np.zeros((1 + friends + crowd, 1 + friends + crowd), np.float32)
    rows[:, 0] = 5
    rows[0, 1] = 0.8
    rows[1 + friends :, 1] = 0.8
    for place in range(1, 1 + friends):
        rows[place, 1 + place] = 0.9
    for place in range(1 + friends, 1 + friends + crowd):
        rows[place, place] = 0.7
    view = library_of(rows).writer.vectors("test")  # type: ignore[attr-defined]
    query = np.zeros(rows.shape[1], np.float32)
    query[0] = 5
    before = top(query, view, Metric.L2, len(rows))
    assert before.slots[0] == 0
    after = reranked(before, query, view, Metric.L2)
    assert set(after.slots[:friends]) == set(range(1, 1 + friends))
    assert dict(zip(after.slots, after.scores, strict=True)) == dict(zip(before.slots, before.scores, strict=True))


def test_only_the_candidates_move(
    library_of: Callable[[Matrix], object], clustered: Callable[..., Matrix], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reciprocal, "CANDIDATES", 30)
    rows = clustered(90, 8)
    view = library_of(rows).writer.vectors("test")  # type: ignore[attr-defined]
    query = rows[3] + np.float32(0.5)
    before = top(query, view, Metric.COSINE, 60)
    after = reranked(before, query, view, Metric.COSINE)
    assert list(after.slots[:30]) != list(before.slots[:30])
    assert set(after.slots[:30]) == set(before.slots[:30])
    assert np.array_equal(after.slots[30:], before.slots[30:])


@pytest.mark.parametrize("metric", list(Metric))
def test_copies_and_vectors_without_a_direction_are_put_somewhere(
    library_of: Callable[[Matrix], object], metric: Metric
) -> None:
    """More copies than neighbours that are looked at: not each of them is among its own nearest."""
    rows = np.concatenate([np.ones((40, 4)), np.zeros((3, 4)), np.eye(4)]).astype(np.float32)
    view = library_of(rows).writer.vectors("test")  # type: ignore[attr-defined]
    ranking = top(rows[0], view, metric, len(rows))
    with np.errstate(all="raise"):
        after = reranked(ranking, rows[0], view, metric)
    assert sorted(after.slots) == list(range(len(rows)))


def test_an_answer_of_one_is_left_alone(library_of: Callable[[Matrix], object]) -> None:
    view = library_of(np.eye(2, dtype=np.float32)[:1]).writer.vectors("test")  # type: ignore[attr-defined]
    ranking = top(view.vector(0), view, Metric.L1, 5)
    assert reranked(ranking, view.vector(0), view, Metric.L1) is ranking
