"""How rare scores are in a library: the scale of match strength (`domain.strength`), estimated from a sample.

The scores of many pairs of different contents are drawn, always the same ones. Where at least _PLAIN of them are as good as a
score, their share is the estimate of p. Beyond, the tail is that of a generalised Pareto distribution, to which the excesses over
a high threshold tend whatever is drawn (Balkema & de Haan, Residual life time at great age, 1974; Pickands, Statistical inference
using extreme order statistics, 1975):

    P(X > u + y | X > u) = (1 + xi y / sigma)^(-1 / xi),   exp(-y / sigma) for xi = 0

with xi and sigma from probability-weighted moments of the excesses (Hosking & Wallis, Parameter and quantile estimation for the
generalized Pareto distribution, 1987): with a the mean of the excesses and b the mean of (1 - F) times them,

    xi = 2 - a / (a - 2 b),   sigma = a (1 - xi)

Above a point t > u it is of the same kind, with sigma + xi (t - u) in the place of sigma, so the tail continues the counted part
without a step. p falls with the score all the way, so the strength rises.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, log, log10
from typing import Final

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Matrix, Metric, Vector, scores
from imsearch_gui.domain.records import ModelRecord, Query, TextExample
from imsearch_gui.domain.refinement import Expansion
from imsearch_gui.domain.strength import STRONGEST, StrengthScale
from imsearch_gui.library.vectors import VectorView

LEAST: Final = 64
"""Images. They make 2,016 pairs, of which 20 are the rarest hundredth, so that a strength of 2 is known to a tenth; fewer tell too
little."""
LEAST_SCORES: Final = 400
"""Images for a query whose scale comes from its own scores: there each image counts once, and 40 make the tail."""
SAMPLE: Final = 4096
"""Vectors of a library at most."""
_SAMPLE_NUMBERS: Final = 4 << 20
"""Numbers in a sample at most: 16 MB."""
_PAIRED: Final = 1200
"""Vectors of the sample of which all pairs are scored: 719,400 pairs, so that p is counted down to 1 in 14,000."""
_PRODUCTS: Final = 1_200_000_000
"""Multiplications at most: 20 ms."""
_DIFFERENCES: Final = 100_000_000
"""The same for L1, which is no matrix product: 60 ms, and 195,000 pairs in 512 dimensions."""
_PLAIN: Final = 50
"""Pairs that reach a score while their share is the estimate: it is known to a seventh, which is 0.06 of strength."""
_EXCESSES: Final = 1000
"""From which the tail is estimated; at most a tenth of all."""
_SHAPES: Final = (-0.2, 0.4)
"""xi is kept between these. Vectors that vary in n directions have tails of about -2 / n (cosine) or -1 / n (L2), and models' vary
in ten and more; what a small sample says below would end the tail right behind it. Above, the moments are no good estimates."""
_STEP: Final = 0.1
"""Strength from point to point of the table."""
_GROWTH: Final = 1.1
"""A library that has grown (or shrunk) by this factor is drawn from anew."""
_EQUAL: Final = 1e-3
"""Scores that are so near to the best possible one, measured by what is usual, are equal vectors: the products round."""
_PIECE: Final = 512
"""Rows read at a time, so that those of a large file are read from it apart."""

Goods = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Sample:
    """Vectors of a model in a library, in no particular order."""

    fingerprint: str
    live_rows: int
    vectors: Matrix


class Strengths:
    """The scales of one library, kept; for one thread."""

    def __init__(self) -> None:
        self._samples: dict[str, _Sample] = {}
        self._scales: dict[tuple[str, Metric], StrengthScale | None] = {}

    def clear(self) -> None:
        self._samples.clear()
        self._scales.clear()

    def scale(self, model: ModelRecord, view: VectorView, query: Query, vector: Vector) -> StrengthScale | None:
        """The scale for the answers to `query`, whose vector [d] is `vector`; None where the library is too small to tell.

        A picture is compared with pictures, so its scale is that of pairs of pictures. The vector of words, of several
        examples, or of a picture together with its best matches, lies elsewhere: its scale comes from its own scores in the
        sample.
        """
        expanded = query.refinement.expansion is not Expansion.NONE
        if expanded or len(query.examples) != 1 or isinstance(query.examples[0], TextExample):
            return scale_of_query(vector, self._sample(model, view).vectors, query.metric)
        return self.of_pairs(model, view, query.metric)

    def of_pairs(self, model: ModelRecord, view: VectorView, metric: Metric) -> StrengthScale | None:
        """The scale for the answers to a picture."""
        sample = self._sample(model, view)
        key = (model.id, metric)
        if key not in self._scales:
            self._scales[key] = scale_of_pairs(sample.vectors, metric)
        return self._scales[key]

    def _sample(self, model: ModelRecord, view: VectorView) -> _Sample:
        kept, live_rows = self._samples.get(model.id), view.live_rows
        if (
            kept is None
            or kept.fingerprint != model.fingerprint
            or not kept.live_rows / _GROWTH <= live_rows <= kept.live_rows * _GROWTH
        ):
            kept = _Sample(model.fingerprint, live_rows, sample_of(view))
            self._samples[model.id] = kept
            self._scales = {key: scale for key, scale in self._scales.items() if key[0] != model.id}
        return kept


def sample_of(view: VectorView) -> Matrix:
    """float32 [n, d]: vectors of live slots, evenly from all of them and then shuffled, always alike."""
    slots = np.arange(view.rows) if view.live is None else np.flatnonzero(view.live)
    most = min(SAMPLE, max(LEAST_SCORES, _SAMPLE_NUMBERS // max(view.dimension, 1)))
    if len(slots) > most:
        slots = slots[np.linspace(0, len(slots) - 1, most).astype(np.int64)]
    pieces = [view.vectors(slots[start : start + _PIECE]) for start in range(0, len(slots), _PIECE)]
    vectors = np.concatenate([np.empty((0, view.dimension), np.float32), *pieces])
    return np.asarray(vectors[np.random.default_rng(0).permutation(len(vectors))])


def scale_of_pairs(sample: Matrix, metric: Metric) -> StrengthScale | None:
    """From all pairs of (the first so many of) `sample` [n, d]; None below LEAST."""
    if len(sample) < LEAST:
        return None
    dimension = max(sample.shape[1], 1)
    most = isqrt(2 * _DIFFERENCES // dimension) if metric is Metric.L1 else isqrt(_PRODUCTS // dimension)
    some = sample[: max(LEAST, min(_PAIRED, most))]
    return _scale(_of_pairs(some, metric), metric)


def scale_of_query(vector: Vector, sample: Matrix, metric: Metric) -> StrengthScale | None:
    """From the scores of `vector` [d] against each of `sample` [n, d]; None below LEAST_SCORES."""
    if len(sample) < LEAST_SCORES:
        return None
    sign = -1.0 if metric.is_distance else 1.0
    pieces = [scores(vector, sample[start : start + _PIECE], metric) for start in range(0, len(sample), _PIECE)]
    return _scale((sign * np.concatenate(pieces)).astype(np.float32), metric)


def _of_pairs(some: Matrix, metric: Metric) -> Goods:
    """float32: how good each pair is; large is good, in every metric."""
    if metric is Metric.L1:
        return _l1_of_pairs(some)
    rows = some - some.mean(axis=1, keepdims=True) if metric is Metric.CORRELATION else some
    squares = np.einsum("ij,ij->i", rows, rows)
    if metric is Metric.L2:
        distances = rows @ (-2 * rows).T
        distances += squares[:, None]
        distances += squares
        return -np.sqrt(np.maximum(_above_diagonal(distances), 0))
    lengths = np.sqrt(squares)[:, None]
    units = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return _above_diagonal(units @ units.T)


def _l1_of_pairs(some: Matrix) -> Goods:
    count = len(some)
    room = np.empty_like(some)
    found = []
    for first in range(count - 1):
        apart = room[: count - first - 1]
        np.subtract(some[first + 1 :], some[first], out=apart)
        np.abs(apart, out=apart)
        found.append(-apart.sum(axis=1))
    return np.concatenate(found)


def _above_diagonal(square: Goods) -> Goods:
    return np.concatenate([square[row, row + 1 :] for row in range(len(square) - 1)])


def _scale(goods: Goods, metric: Metric) -> StrengthScale | None:
    """The table, from how good random pairs are. None where all are alike, so that nothing can be told from a score."""
    best = 0.0 if metric.is_distance else 1.0
    goods = np.sort(goods[np.isfinite(goods)])
    count = len(goods)
    if count < _PLAIN or goods[0] == goods[-1]:
        return None
    goods[goods >= best - _EQUAL * (best - goods[count // 2])] = best
    points = [(float(goods[0]), 0.0)]
    plain = min(_PLAIN, count // 4)
    for step in range(1, int(log10(count / plain) / _STEP) + 1):
        _put_counted(points, goods, round(count * 10 ** (-step * _STEP)))
    _put_counted(points, goods, plain)
    if goods[-1] < best:
        _put_tail(points, goods, plain, best)
        _put(points, best, STRONGEST)
    else:
        _put_counted(points, goods, 1)
    sign = -1.0 if metric.is_distance else 1.0
    return StrengthScale(
        tuple(sign * good for good, _ in points), tuple(min(strength, STRONGEST) for _, strength in points)
    )


def _put_tail(points: list[tuple[float, float]], goods: Goods, plain: int, best: float) -> None:
    """Go on beyond what can be counted, until the best possible score, or the greatest strength, is reached."""
    count = len(goods)
    excesses = min(_EXCESSES, max(plain, count // 10))
    threshold = float(goods[count - excesses - 1])
    above = goods[count - excesses :].astype(np.float64) - threshold
    mean = float(above.mean())
    weighted = float((above * np.arange(excesses - 1, -1, -1)).sum()) / (excesses * (excesses - 1))
    spread = mean - 2 * weighted
    if mean <= 0 or spread <= 0:
        return
    shape = min(max(2 - mean / spread, _SHAPES[0]), _SHAPES[1])
    start, reached = float(goods[count - plain]), -log10(plain / count)
    scale = mean * (1 - shape) + shape * (start - threshold)
    if scale <= 0:
        return
    strength = reached
    while strength < STRONGEST:
        strength = min(strength + _STEP, STRONGEST)
        rarer = (strength - reached) * log(10)
        beyond = rarer if abs(shape) < 1e-6 else float(np.expm1(shape * rarer)) / shape
        if start + scale * beyond >= best:
            return
        _put(points, start + scale * beyond, strength)


def _put_counted(points: list[tuple[float, float]], goods: Goods, reach: int) -> None:
    """The score that `reach` pairs are as good as; of equal ones, all count."""
    good = goods[len(goods) - reach]
    _put(points, float(good), -log10((len(goods) - int(np.searchsorted(goods, good))) / len(goods)))


def _put(points: list[tuple[float, float]], good: float, strength: float) -> None:
    """The next point, unless it is none."""
    if good > points[-1][0] and strength > points[-1][1]:
        points.append((good, strength))
