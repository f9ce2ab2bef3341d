"""The exact scan: every live vector against a query, in one of the four metrics.

It runs in two steps. The first (kernels.c) computes a float32 approximation of every score in one pass over the rows as they are
stored: cosine, L2 and correlation are one dot product a row each (the lengths come from `VectorView.stats`), L1 is one sum. The
second scores the few best again in float64 by `domain.metrics`, so that the result is the metric's own definition, to the last
bit and with the order of equal scores kept.

That the first step never loses a match is not left to a margin of so many rows: with every approximation comes a bound of
its error, and a row is dropped only when even the best that it could be is worse than the worst that the k-th best could
be. The bounds follow from float32 arithmetic alone (Higham, Accuracy and Stability of Numerical Algorithms, ch. 3): a dot
product of d numbers, summed in whatever order, is off by at most g |q| |v| with g = d u / (1 - d u) and u = 2^-24. Where a
bound is worth nothing (overflow, vectors of almost no length) the row is simply scored in float64. Per metric, small is good:

- cosine: -q.v / |v| with q of length 1; off by g, and 4 u for the rounding of the stored length and of the division;
- correlation: the centred query is orthogonal to every constant, so the rows need not be centred: (q - m).(v - n) = (q - m).v.
  The error of the product goes with the whole length of a row, the score with the centred one: g |v| / |v - n| + 4 u;
- L2: the squared distance |q|^2 + |v|^2 - 2 q.v ranks alike; off by 2 g |q| |v|, and 4 u |v|^2 for the stored length;
- L1: each term is right to u, and the sum of positive terms to g of itself.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Metric, Scores, Vector, best_first, scores
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.kernels import Prepared, scan

Slots = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]

_UNIT = 2.0**-24
"""u: the relative rounding error of one float32 operation."""
_EXACT_BYTES = 1 << 20
"""Rows are scored in float64 in pieces of this size, which stay in the cache of a core: twice as quick as pieces of 8 MB."""
_WORTH_SHARING = 32
"""Pieces from which on several threads score them."""
_THREADS = min(4, os.cpu_count() or 1)
_AT_ONCE = 32
"""Queries that go over the rows together: their candidates are all in memory at a time."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Slots from best to worst with the metric's own scores; equal scores in the order of their slots."""

    slots: Slots
    """int64 [n]"""
    scores: Scores
    """float64 [n], exactly `domain.metrics.scores` of each slot."""


def top(query: Vector, view: VectorView, metric: Metric, k: int, *, among: Slots | None = None) -> Ranking:
    """The `k` best live slots of `view` for `query` [d], or fewer where there are not so many.

    `among` restricts the scan to some slots, each given once; without it every slot takes part.
    """
    return top_many(query[np.newaxis], view, metric, k, among=among)[0]


def top_many(
    queries: Vectors, view: VectorView, metric: Metric, k: int, *, among: Slots | None = None
) -> list[Ranking]:
    """`top` for each of `queries` [n, d]; several go over the rows together, which is quicker than one after the other."""
    # In the order of the slots: it is the order in which they lie in memory.
    chosen = None if among is None else np.sort(np.asarray(among, np.int64))
    if k <= 0 or view.rows == 0 or (chosen is not None and len(chosen) == 0):
        return [Ranking(np.empty(0, np.int64), np.empty(0, np.float64)) for _ in queries]
    if k >= (view.live_rows if chosen is None else len(chosen)):
        every = np.arange(view.rows) if chosen is None else chosen
        return [rescore(query, view, every, metric, k) for query in queries]
    rankings: list[Ranking] = []
    for start in range(0, len(queries), _AT_ONCE):
        some = queries[start : start + _AT_ONCE]
        candidates = scan(view, _prepared(some, metric), k, among=chosen)
        rankings += [rescore(query, view, slots, metric, k) for query, slots in zip(some, candidates, strict=True)]
    return rankings


def rescore(query: Vector, view: VectorView, slots: Slots, metric: Metric, k: int) -> Ranking:
    """The `k` best of `slots`, scored in float64; slots without a live image are left out."""
    if view.live is not None:
        slots = slots[view.live[slots]]
    slots = np.sort(slots)
    step = max(1, _EXACT_BYTES // (8 * max(view.dimension, 1)))

    def score(start: int) -> Scores:
        return scores(query, view.exact(slots[start : start + step]), metric)

    starts = range(0, len(slots), step)
    if len(starts) < _WORTH_SHARING:
        pieces = [score(start) for start in starts]
    else:
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="imsearch-score") as pool:
            pieces = list(pool.map(score, starts))
    values = np.concatenate([np.empty(0, np.float64), *pieces])
    order = best_first(values, metric)[: max(k, 0)]
    return Ranking(slots[order], values[order])


def _prepared(queries: Vectors, metric: Metric) -> Prepared:
    wide = queries.astype(np.float64)
    lengths = np.sqrt(np.einsum("ij,ij->i", wide, wide))
    if metric is Metric.CORRELATION:
        wide -= wide.mean(axis=1, keepdims=True)
    if metric is not Metric.L1:
        own = np.sqrt(np.einsum("ij,ij->i", wide, wide))[:, np.newaxis]
        wide = np.divide(wide, own, out=np.zeros_like(wide), where=own > 0)
    # Overflow is part of the plan: what is not finite is scored in float64.
    with np.errstate(over="ignore"):
        return Prepared(metric, np.ascontiguousarray(wide, np.float32), lengths, _dot_error(queries.shape[1]))


def _dot_error(dimension: int) -> float:
    """g of the module's second paragraph, for a query that was itself rounded to float32 (two roundings more)."""
    share = (dimension + 2) * _UNIT
    return share / (1 - share)
