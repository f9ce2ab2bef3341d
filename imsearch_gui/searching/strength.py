"""Match strength: what share of random pairs of images scores as well or better (domain/strength.py says what it is for).

As far down as the sample shows it, the share is counted. Beyond, the scores above a threshold u are taken to follow a generalised
Pareto distribution, as the tail of nearly every distribution does (Balkema & de Haan 1974; Pickands 1975):

    p(x) = p_u (1 + c (x - u) / a)^(-1/c)      so      x(p) = u + a ((p / p_u)^-c - 1) / c

with a and c from the probability-weighted moments of the excesses y_1 <= ... <= y_n over u (Hosking & Wallis 1987):
b0 = mean(y), b1 = mean(y_i (n - i) / (n - 1)), a = 2 b0 b1 / (b0 - 2 b1), c = 2 - b0 / (b0 - 2 b1).
"""

from __future__ import annotations

from math import log10, sqrt

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Metric, Scores, Vector, scores
from imsearch_gui.domain.strength import STRONGEST, StrengthScale
from imsearch_gui.library.vectors import VectorView

LEAST = 500
"""Contents below which there is no scale: the 50 best of 500 scores, which the tail of a query of words is fitted to, are as few as
say anything; and in less than that one sees everything anyway."""
GROWTH = 1.1
"""A library that has grown by this factor is sampled again."""
_ROWS = {Metric.COSINE: 1_400, Metric.CORRELATION: 1_400, Metric.L2: 1_400, Metric.L1: 500}
"""Contents that are compared with one another, all pairs: a million pairs, or 125,000 in L1, which is no matrix product."""
_FOR_ONE = 20_000
"""Contents that one query is compared with."""
_SHARES = (0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 5e-4, 2e-4, 1e-4)
_STEPS = 4
"""Points of the table for each power of ten of the tail."""
_Reals = npt.NDArray[np.float64]


def scale_of_pairs(view: VectorView, metric: Metric) -> StrengthScale | None:
    """From random pairs of different contents; None where there are fewer than LEAST. The same view gives the same scale."""
    if view.live_rows < LEAST:
        return None
    rows = view.vectors(_sample(view, _ROWS[metric]))
    pairs = _l1_pairs(rows) if metric is Metric.L1 else _product_pairs(rows, metric)
    return _scale(pairs, metric, perfect=True)


def scale_of_query(query: Vector, view: VectorView, metric: Metric) -> StrengthScale | None:
    """From the scores of this one query vector [d], for words and for several examples, whose scores are of another kind."""
    if view.live_rows < LEAST:
        return None
    sample = _sample(view, _FOR_ONE)
    pieces = [
        scores(query, view.exact(sample[start : start + 1_000]), metric) for start in range(0, len(sample), 1_000)
    ]
    return _scale(np.concatenate(pieces), metric, perfect=False)


def _sample(view: VectorView, most: int) -> npt.NDArray[np.int64]:
    slots = np.arange(view.rows) if view.live is None else np.flatnonzero(view.live)
    if len(slots) <= most:
        return np.asarray(slots, np.int64)
    random = np.random.default_rng(0)
    return np.sort(random.choice(slots, most, replace=False, shuffle=False))


def _product_pairs(rows: npt.NDArray[np.float32], metric: Metric) -> Scores:
    upper = np.triu_indices(len(rows), 1)
    if metric is Metric.CORRELATION:
        rows = rows - rows.mean(axis=1, keepdims=True)
    squares = np.einsum("ij,ij->i", rows, rows, dtype=np.float64)
    if metric is Metric.L2:
        product = (rows @ rows.T)[upper].astype(np.float64)
        return np.asarray(np.sqrt(np.maximum(squares[upper[0]] + squares[upper[1]] - 2 * product, 0)))
    lengths = np.sqrt(squares)[:, None]
    units = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0).astype(np.float32)
    return np.asarray((units @ units.T)[upper], np.float64)


def _l1_pairs(rows: npt.NDArray[np.float32]) -> Scores:
    pieces = [np.abs(rows[place + 1 :] - rows[place]).sum(axis=1) for place in range(len(rows) - 1)]
    return np.concatenate(pieces).astype(np.float64)


def _scale(values: Scores, metric: Metric, *, perfect: bool) -> StrengthScale | None:
    """A table from scores; None where they are all the same."""
    # Large is good from here on.
    sign = -1.0 if metric.is_distance else 1.0
    best = 0.0 if metric.is_distance else 1.0
    values = np.sort(sign * values[np.isfinite(values)])
    count = len(values)
    if count == 0 or values[0] == values[-1]:
        return None
    tail = int(min(max(50, 2 * sqrt(count)), count // 10))
    edge, share = float(values[-tail - 1]), tail / count
    # The share p scores better than the value that so many lie above.
    counted = [p for p in _SHARES if p > share]
    points = [(float(values[0]), 0.0)]
    points += [(float(values[count - 1 - round(p * count)]), -log10(p)) for p in counted]
    points.append((edge, -log10(share)))
    points += _tail(values[-tail:] - edge, edge, share)
    return _table(points, sign, best, perfect=perfect)


def _tail(excesses: _Reals, edge: float, share: float) -> list[tuple[float, float]]:
    """(score, strength) beyond the edge, down to 10^-STRONGEST."""
    count = len(excesses)
    weights = (count - 1 - np.arange(count)) / (count - 1)
    b0, b1 = float(excesses.mean()), float((excesses * weights).mean())
    if b0 <= 0 or b0 - 2 * b1 <= 0:
        return []
    width, shape = 2 * b0 * b1 / (b0 - 2 * b1), 2 - b0 / (b0 - 2 * b1)
    strengths = np.linspace(-log10(share), STRONGEST, round(_STEPS * (STRONGEST + log10(share))) + 1)[1:]
    ratio = 10.0**-strengths / share
    reach = -np.log(ratio) if abs(shape) < 1e-9 else (ratio**-shape - 1) / shape
    return list(zip((edge + width * reach).tolist(), strengths.tolist(), strict=True))


def _table(points: list[tuple[float, float]], sign: float, best: float, *, perfect: bool) -> StrengthScale | None:
    """Both columns rising strictly; what no score can reach is left out. Equal vectors are the strongest match between pictures."""
    kept: list[tuple[float, float]] = []
    for score, strength in points:
        # Of equal scores the last one counts: fewer pairs are better than that.
        if kept and score <= kept[-1][0]:
            continue
        if score < best:
            kept.append((score, strength))
    if perfect:
        kept.append((best, STRONGEST))
    if len(kept) < 2:
        return None
    return StrengthScale(tuple(sign * score for score, _ in kept), tuple(strength for _, strength in kept))
