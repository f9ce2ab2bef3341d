"""Match strength: what share of random pairs of images scores as well or better (domain/strength.py says what it is for).

As far down as the sample shows it, the share is counted. Beyond, the scores above a threshold u are taken to follow a generalised
Pareto distribution, as the tail of nearly every distribution does (Balkema & de Haan 1974; Pickands 1975):

    p(x) = p_u (1 + c (x - u) / a)^(-1/c)      so      x(p) = u + a ((p / p_u)^-c - 1) / c

with a and c from the probability-weighted moments of the excesses y_1 <= ... <= y_n over u (Hosking & Wallis 1987):
b0 = mean(y), b1 = mean(y_i (n - i) / (n - 1)), c = 2 - b0 / (b0 - 2 b1) within _SHAPES, and a = b0 (1 - c).
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
_ROWS = 4_000
"""Contents that take part. Many of them with few partners each: pairs that share a picture tell less than pairs that do not."""
_BLOCK = 100
"""Contents that are compared with one another, all pairs: 198,000 pairs of 4,000."""
_SHIFTS = 24
"""Partners of each in L1, which is no matrix product: 96,000 pairs."""
_COUNTED = 30
"""Pairs down to which a share is counted: it is right to a fifth then."""
_FOR_ONE = 20_000
"""Contents that one query is compared with."""
_SHARES = (0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 5e-4, 2e-4, 1e-4, 5e-5)
_SHAPES = (-0.15, 0.25)
"""Bounds of c. Scores over many dimensions have tails near the exponential (c = 0); what a sample says beyond is mostly noise, and
would end the scale too early."""
_STEPS = 4
"""Points of the table for each power of ten of the tail."""
_Reals = npt.NDArray[np.float64]


def scale_of_pairs(view: VectorView, metric: Metric) -> StrengthScale | None:
    """From random pairs of different contents; None where there are fewer than LEAST. The same view gives the same scale."""
    if view.live_rows < LEAST:
        return None
    rows = view.vectors(_sample(view, _ROWS))
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
    # In no order: neighbours in a library belong together, and random pairs should not.
    return np.random.default_rng(0).choice(np.asarray(slots, np.int64), min(most, len(slots)), replace=False)


def _product_pairs(rows: npt.NDArray[np.float32], metric: Metric) -> Scores:
    if metric is Metric.CORRELATION:
        rows = rows - rows.mean(axis=1, keepdims=True)
    if metric is not Metric.L2:
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    pieces = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        one, other = np.triu_indices(len(block), 1)
        product = (block @ block.T)[one, other].astype(np.float64)
        if metric is Metric.L2:
            squares = np.einsum("ij,ij->i", block, block).astype(np.float64)
            product = np.sqrt(np.maximum(squares[one] + squares[other] - 2 * product, 0))
        pieces.append(product)
    return np.concatenate(pieces)


def _l1_pairs(rows: npt.NDArray[np.float32]) -> Scores:
    # In pieces that stay in the cache.
    step = max(1, (1 << 18) // rows.shape[1])
    pieces = []
    for start in range(0, len(rows), step):
        part = rows[start : start + step]
        for shift in range(1, min(_SHIFTS, (len(part) - 1) // 2) + 1):
            pieces.append(np.abs(part[shift:] - part[:-shift]).sum(axis=1))
    return np.concatenate(pieces or [np.empty(0, np.float32)]).astype(np.float64)


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
    counted = [p for p in _SHARES if p * count >= _COUNTED]
    # The share p scores better than the value that so many lie above.
    points = [(float(values[0]), 0.0)]
    points += [(float(values[count - 1 - round(p * count)]), -log10(p)) for p in counted]
    points += _tail(values[-tail:] - edge, edge, share, points[-1])
    return _table(points, sign, best, perfect=perfect)


def _tail(excesses: _Reals, edge: float, share: float, last: tuple[float, float]) -> list[tuple[float, float]]:
    """(score, strength) beyond the `last` point that was counted, down to 10^-STRONGEST.

    The excesses over a higher threshold follow the same distribution with a + c (u' - u) for a, so the curve goes on from there.
    """
    count = len(excesses)
    weights = (count - 1 - np.arange(count)) / (count - 1)
    b0, b1 = float(excesses.mean()), float((excesses * weights).mean())
    if b0 <= 0 or b0 - 2 * b1 <= 0:
        return []
    shape = min(max(2 - b0 / (b0 - 2 * b1), _SHAPES[0]), _SHAPES[1])
    # So that the mean of the distribution, a / (1 - c), is that of the excesses.
    width = b0 * (1 - shape)
    start, known = last
    if start > edge:
        width += shape * (start - edge)
    else:
        start, known = edge, -log10(share)
    if width <= 0:
        return []
    strengths = np.linspace(known, STRONGEST, round(_STEPS * (STRONGEST - known)) + 1)[1:]
    ratio = 10.0 ** (known - strengths)
    reach = -np.log(ratio) if abs(shape) < 1e-9 else (ratio**-shape - 1) / shape
    return list(zip((start + width * reach).tolist(), strengths.tolist(), strict=True))


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
