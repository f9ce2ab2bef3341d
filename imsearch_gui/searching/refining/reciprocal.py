"""k-reciprocal re-ranking: images that share their neighbours with the query come first. Pure.

After Zhong, Zheng, Cao, Li, Re-ranking person re-identification with k-reciprocal encoding (2017). Two images are k-reciprocal
neighbours when each is among the k nearest of the other. Each image is described by its k1-reciprocal neighbours (widened by
those of its neighbours where two thirds of them agree), weighted by exp(-distance) and averaged over its k2 nearest; two images
are as far apart as their descriptions (Jaccard), and the order goes by

    (1 - lambda) Jaccard distance + lambda distance

What differs from the paper: the gallery is not the whole library but the best CANDIDATES matches, which keeps the time to
milliseconds whatever the size of the library. Who is neighbour to whom is decided among them and the query, so matches at the end
of the list, whose true neighbours lie beyond it, seem closer to each other than they are. And the distance is that of the metric
that was asked: the square of L2 (as in the paper), L1 as it is, 1 - s for a similarity s. All are divided by the largest of their
row, as the authors' program does, so that their scale does not matter.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Metric, Vector
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.scoring import Ranking

CANDIDATES = 200
"""Matches that are put in order anew. With half of them mean average precision rises by a hundredth or two less; twice as
many add next to nothing."""
K1 = 15
K2 = 4
LAMBDA = 0.3
"""The paper's 20 and 6 lose the best match more often where a class has ten pictures (docs/search.md); its lambda is as good as
any."""
_AGREE = 2 / 3
"""Of a neighbour's own reciprocal neighbours so many have to be ours, too, before all of them are."""

Square = npt.NDArray[np.float64]


def reranked(ranking: Ranking, vector: Vector, view: VectorView, metric: Metric) -> Ranking:
    """The first CANDIDATES of a ranking for `vector` [d] in another order; each keeps its score, the others stay behind them."""
    first = ranking.slots[:CANDIDATES]
    if len(first) < 2:
        return ranking
    rows = np.vstack([vector.astype(np.float64), view.exact(first)])
    apart = distances_to_query(distances(rows, metric))
    order = np.concatenate([np.argsort(apart, kind="stable"), np.arange(len(first), len(ranking.slots))])
    return Ranking(ranking.slots[order], ranking.scores[order])


def distances(rows: npt.NDArray[np.float64], metric: Metric) -> Square:
    """[n, n] of rows [n, d]: how far each two are apart, small is alike; each row divided by its largest."""
    apart = _l1(rows) if metric is Metric.L1 else _by_products(rows, metric)
    np.fill_diagonal(apart, 0.0)
    most = apart.max(axis=1, keepdims=True)
    return np.asarray(np.divide(apart, most, out=np.zeros_like(apart), where=most > 0))


def _l1(rows: npt.NDArray[np.float64]) -> Square:
    some = rows.astype(np.float32)
    apart = np.zeros((len(rows), len(rows)))
    for place in range(len(rows) - 1):
        apart[place, place + 1 :] = np.abs(some[place + 1 :] - some[place]).sum(axis=1)
    return apart + apart.T


def _by_products(rows: npt.NDArray[np.float64], metric: Metric) -> Square:
    if metric is Metric.CORRELATION:
        rows = rows - rows.mean(axis=1, keepdims=True)
    squares = np.einsum("ij,ij->i", rows, rows)
    products = rows @ rows.T
    if metric is Metric.L2:
        return np.asarray(np.maximum(squares[:, None] + squares - 2 * products, 0.0))
    lengths = np.sqrt(squares[:, None] * squares)
    alike = np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)
    return np.asarray(np.maximum(1.0 - alike, 0.0))


def distances_to_query(apart: Square, k1: int = K1, k2: int = K2, share: float = LAMBDA) -> npt.NDArray[np.float64]:
    """[n - 1]: how far each of the others is from the first, by what they share; `apart` [n, n] as `distances` gives it."""
    near = np.argsort(apart, axis=1, kind="stable")
    described = _descriptions(apart, near, k1)
    if k2 > 1:
        described = described[near[:, :k2]].mean(axis=1)
    # Jaccard of two descriptions of length 1 each: the sum of the smaller numbers over that of the larger ones.
    common = np.minimum(described[0], described[1:]).sum(axis=1)
    return np.asarray((1 - share) * (1 - common / (2 - common)) + share * apart[0, 1:])


def _descriptions(apart: Square, near: npt.NDArray[np.intp], k1: int) -> Square:
    """[n, n]: for each row the weights of its neighbours, of sum 1."""
    whole, half = _reciprocal(near, k1), _reciprocal(near, round(k1 / 2))
    # Both at once for all rows: how many of the half neighbours of j are whole neighbours of i.
    shared = whole.astype(np.float64) @ half.T.astype(np.float64)
    joins = whole & (shared > _AGREE * half.sum(axis=1))
    mine = whole | (joins.astype(np.float64) @ half.astype(np.float64) > 0)
    weights = np.where(mine, np.exp(-apart), 0.0)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _reciprocal(near: npt.NDArray[np.intp], k: int) -> npt.NDArray[np.bool_]:
    """[n, n]: whether both are among the k nearest of each other, themselves not counted (each is its own neighbour)."""
    count = len(near)
    among = np.zeros((count, count), np.bool_)
    among[np.arange(count)[:, None], near[:, : k + 1]] = True
    np.fill_diagonal(among, True)  # of many copies, one may not be among its own nearest
    return among & among.T
