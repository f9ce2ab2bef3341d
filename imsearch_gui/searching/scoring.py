"""The exact scan: every live vector against the query, in one of the four metrics.

It runs in two steps. The first computes a float32 approximation of every score, fast: cosine, L2 and correlation are one
BLAS matrix-vector product each (the lengths come from `VectorView.stats`), L1 is worked through in pieces that stay in the
processor's cache, on two threads. The second scores the few best again in float64 by `domain.metrics`, so that the result
is the metric's own definition, to the last bit and with the order of equal scores kept.

That the first step never loses a match is not left to a margin of so many rows: with every approximation comes a bound of
its error, and a row is dropped only when even the best that it could be is worse than the worst that the k-th best could
be. The bounds follow from float32 arithmetic alone (Higham, Accuracy and Stability of Numerical Algorithms, ch. 3): a dot
product of d numbers, summed in whatever order, is off by at most g |q| |v| with g = d u / (1 - d u) and u = 2^-24. Where a
bound is worth nothing (overflow, vectors of almost no length) the row is simply scored in float64.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Matrix, Metric, Scores, Vector, best_first, scores
from imsearch_gui.library.vectors import VectorView

Slots = npt.NDArray[np.int64]

_UNIT = 2.0**-24
"""u: the relative rounding error of one float32 operation."""
_TAME_LENGTHS = (1e-15, 1e15)
"""Between these no square over- or underflows in float32, so the error bounds hold."""
_PIECE_BYTES = 1 << 20
"""L1 works in pieces that stay in a core's cache: 100,000 x 512 take 9.5 ms so, and 17 ms in pieces of 128 KiB."""
_THREADS = min(2, os.cpu_count() or 1)
"""Two cores saturate the memory of a desktop machine; more gain nothing here."""
_EXACT_BYTES = 8 << 20
"""Rows are scored in float64 in pieces of this size, so that a crowd of equals does not fill the memory."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Slots from best to worst with the metric's own scores; equal scores in the order of their slots."""

    slots: Slots
    """int64 [n]"""
    scores: Scores
    """float64 [n], exactly `domain.metrics.scores` of each slot."""


@dataclass(frozen=True, slots=True)
class _Approximation:
    """What a row's rank depends on, small is better, and how far each number may be off. float64 [rows] each."""

    values: Scores
    errors: Scores


def top(query: Vector, view: VectorView, metric: Metric, k: int, *, among: Slots | None = None) -> Ranking:
    """The `k` best live slots of `view` for `query` [d], or fewer where there are not so many.

    `among` restricts the scan to some slots, each given once; without it every slot takes part.
    """
    if among is not None:
        part = _rows_of(view, np.sort(among))
        found = top(query, part, metric, k)
        return Ranking(np.sort(among)[found.slots], found.scores)
    if k <= 0 or view.rows == 0:
        return Ranking(np.empty(0, np.int64), np.empty(0, np.float64))
    if k >= view.live_rows:
        return rescore(query, view, _live_slots(view), metric, k)
    approximation = _approximate(query, view, metric)
    return rescore(query, view, _may_be_best(approximation, view.live, k), metric, k)


def rescore(query: Vector, view: VectorView, slots: Slots, metric: Metric, k: int) -> Ranking:
    """The `k` best of `slots`, scored in float64; slots without a live image are left out."""
    if view.live is not None:
        slots = slots[view.live[slots]]
    slots = np.sort(slots)
    step = max(1, _EXACT_BYTES // (8 * max(view.dimension, 1)))
    pieces = [
        scores(query, view.matrix[slots[start : start + step]], metric) for start in range(0, len(slots), step)
    ] or [np.empty(0, np.float64)]
    values = np.concatenate(pieces)
    order = best_first(values, metric)[: max(k, 0)]
    return Ranking(slots[order], values[order])


def _live_slots(view: VectorView) -> Slots:
    every = np.arange(view.rows, dtype=np.int64)
    return every if view.live is None else every[view.live]


def _rows_of(view: VectorView, slots: Slots) -> VectorView:
    live = None if view.live is None else view.live[slots]
    return VectorView(matrix=view.matrix[slots], stats=view.stats[slots], live=live)


def _may_be_best(approximation: _Approximation, live: npt.NDArray[np.bool_] | None, k: int) -> Slots:
    """Every live slot that could be among the `k` best, given how far each approximation may be off.

    Let w be the k-th smallest of value + error. At least k rows are truly no worse than w, so a row whose value - error is
    above w is worse than k others; all the rest stay, the ties among them.
    """
    known = np.isfinite(approximation.values) & np.isfinite(approximation.errors)
    worst = np.where(known, approximation.values + approximation.errors, np.inf)
    least = np.where(known, approximation.values - approximation.errors, -np.inf)
    if live is not None:
        worst[~live] = np.inf
        least[~live] = np.inf
    limit = np.partition(worst, k - 1)[k - 1]
    kept = least <= limit
    if live is not None:
        kept &= live
    return np.flatnonzero(kept).astype(np.int64)


def _approximate(query: Vector, view: VectorView, metric: Metric) -> _Approximation:
    # Overflow is part of the plan: what is not finite is scored in float64.
    with np.errstate(all="ignore"):
        match metric:
            case Metric.L1:
                return _approximate_l1(query, view)
            case Metric.L2:
                return _approximate_l2(query, view)
            case Metric.COSINE:
                return _approximate_cosine(query, view)
            case Metric.CORRELATION:
                return _approximate_correlation(query, view)


def _dot_error(dimension: int) -> float:
    """g of the module's first paragraph, for a query that was itself rounded to float32 (two roundings more)."""
    share = (dimension + 2) * _UNIT
    return share / (1 - share)


def _unit(vector: Scores) -> tuple[Vector, float]:
    """`vector` at length 1 as float32, and its length; the zero vector stays as it is."""
    length = float(np.sqrt(vector @ vector))
    return (vector / length if length > 0 else vector).astype(np.float32), length


def _wild_as_unknown(values: Scores, lengths: Scores) -> Scores:
    """Lengths outside of what float32 squares bear make the value unknown."""
    low, high = _TAME_LENGTHS
    values[(lengths < low) | (lengths > high)] = np.nan
    return values


def _approximate_cosine(query: Vector, view: VectorView) -> _Approximation:
    unit, _ = _unit(query.astype(np.float64))
    lengths = view.stats[:, 0].astype(np.float64)
    values = -(np.asarray(view.matrix) @ unit) / lengths
    # 4 u: the rounding of the stored length and of the division.
    error = _dot_error(view.dimension) + 4 * _UNIT
    return _Approximation(_wild_as_unknown(values, lengths), np.full(view.rows, error))


def _approximate_correlation(query: Vector, view: VectorView) -> _Approximation:
    """The centred query is orthogonal to every constant, so the rows need not be centred: (q - m).(v - n) = (q - m).v."""
    wide = query.astype(np.float64)
    unit, _ = _unit(wide - wide.mean())
    lengths = view.stats[:, 0].astype(np.float64)
    centred = view.stats[:, 2].astype(np.float64)
    values = -(np.asarray(view.matrix) @ unit) / centred
    # The error of the product goes with the whole length of a row, the score with the centred one.
    errors = _dot_error(view.dimension) * lengths / centred + 4 * _UNIT
    return _Approximation(_wild_as_unknown(_wild_as_unknown(values, lengths), centred), errors)


def _approximate_l2(query: Vector, view: VectorView) -> _Approximation:
    """|q - v|^2 = |q|^2 + |v|^2 - 2 q.v, the squared distance: it ranks alike."""
    unit, length = _unit(query.astype(np.float64))
    lengths = view.stats[:, 0].astype(np.float64)
    values = length * length + lengths * lengths - 2 * length * (np.asarray(view.matrix) @ unit)
    # 4 u |v|^2: the rounding of the stored length, squared, and what float64 adds.
    errors = 2 * _dot_error(view.dimension) * length * lengths + 4 * _UNIT * lengths * lengths
    return _Approximation(_wild_as_unknown(values, lengths), errors)


def _approximate_l1(query: Vector, view: VectorView) -> _Approximation:
    """Sum of |v - q|: each term is right to u, and the sum of positive terms to g of itself."""
    values = np.empty(view.rows, np.float32)
    matrix = np.asarray(view.matrix)
    _in_parts(
        view.rows,
        lambda start, stop: _l1_rows(matrix, query, values, start, stop),
        shared=_THREADS > 1 and matrix.nbytes >= 4 * _PIECE_BYTES,
    )
    wide = values.astype(np.float64)
    return _Approximation(wide, _dot_error(view.dimension) * wide * 1.01)


def _l1_rows(matrix: Matrix, query: Vector, out: Vector, start: int, stop: int) -> None:
    dimension = matrix.shape[1]
    step = max(1, _PIECE_BYTES // (4 * dimension))
    room = np.empty((min(step, stop - start), dimension), np.float32)
    # A product with ones adds up faster than np.sum along the rows.
    ones = np.ones(dimension, np.float32)
    with np.errstate(all="ignore"):
        for first in range(start, stop, step):
            last = min(first + step, stop)
            piece = room[: last - first]
            np.subtract(matrix[first:last], query, out=piece)
            np.abs(piece, out=piece)
            np.dot(piece, ones, out=out[first:last])


def _in_parts(rows: int, work: Callable[[int, int], None], *, shared: bool) -> None:
    """Run `work(start, stop)` over all rows, on several threads where it is `shared`."""
    if not shared:
        work(0, rows)
        return
    bounds = [rows * part // _THREADS for part in range(_THREADS + 1)]
    # Threads of one scan only: starting them takes 0.1 ms, and none is left behind.
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="imsearch-scan") as pool:
        list(pool.map(work, bounds[:-1], bounds[1:]))
