"""The four metrics, defined once. Distances are best when small, similarities when large.

Fast forms of the same definitions live in `searching.scoring`; the tests hold them against these. The window and the grammar of the
command line need only the names of the metrics, so numpy is loaded by those who compute.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from imsearch_gui.domain.language import mark

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Vector: TypeAlias = "npt.NDArray[np.float32]"
Matrix: TypeAlias = "npt.NDArray[np.float32]"
Scores: TypeAlias = "npt.NDArray[np.float64]"


class Metric(StrEnum):
    """How alike two vectors are."""

    COSINE = "cosine"
    L2 = "l2"
    L1 = "l1"
    CORRELATION = "correlation"

    @property
    def is_distance(self) -> bool:
        """True where small is alike (L1, L2), False where large is alike (cosine, correlation)."""
        return self in (Metric.L1, Metric.L2)

    @property
    def label(self) -> str:
        """Its name in English, for `domain.language.tr`."""
        return {
            "cosine": mark("Cosine"),
            "l2": mark("L2 (Euclidean)"),
            "l1": mark("L1 (absolute)"),
            "correlation": mark("Correlation"),
        }[self]


def scores(query: npt.ArrayLike, vectors: npt.ArrayLike, metric: Metric) -> Scores:
    """Score of `query` [d] against each row of `vectors` [n, d], as float64 [n].

    L1 = sum |q - v|; L2 = sqrt(sum (q - v)^2); cosine = q.v / (|q| |v|); correlation (Pearson) = cosine of q and v after
    each has lost its own mean. Where a length is zero, cosine and correlation are 0. A vector scores exactly 0 (distances)
    or exactly 1 (similarities) against itself: the three sums of a similarity are taken in the same order, so that
    s / sqrt(s * s) is 1 without rounding.
    """
    import numpy as np

    q = np.asarray(query, dtype=np.float64)
    v = np.atleast_2d(np.asarray(vectors, dtype=np.float64))
    if q.ndim != 1 or v.shape[1] != q.shape[0]:
        raise ValueError(f"a query of {q.shape} does not fit vectors of {v.shape}")
    match metric:
        case Metric.L1:
            return np.asarray(np.abs(v - q).sum(axis=1))
        case Metric.L2:
            return np.asarray(np.sqrt(np.square(v - q).sum(axis=1)))
        case Metric.COSINE:
            return _cosine(q, v)
        case Metric.CORRELATION:
            return _cosine(q - q.mean(), v - v.mean(axis=1, keepdims=True))


def _cosine(q: npt.NDArray[np.float64], v: npt.NDArray[np.float64]) -> Scores:
    import numpy as np

    rows = np.broadcast_to(q, v.shape)
    product = (rows * v).sum(axis=1)
    lengths = np.sqrt((rows * rows).sum(axis=1) * (v * v).sum(axis=1))
    safe = lengths > 0
    return np.where(safe, product / np.where(safe, lengths, 1.0), 0.0)


def best_first(values: npt.NDArray[np.floating], metric: Metric) -> npt.NDArray[np.intp]:
    """Positions of `values` [n] from best to worst; equal scores keep their order."""
    import numpy as np

    return np.argsort(values if metric.is_distance else -values, kind="stable")
