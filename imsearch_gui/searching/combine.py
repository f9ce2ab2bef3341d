"""Several examples to one query vector. Pure.

Rocchio's rule (Relevance feedback in information retrieval, 1971): the mean of what is wanted, less a share of the mean of
what is not. Two things are added. Only directions count, since the lengths of vectors say nothing about what a user wants.
And every example gets the same say: where a model puts words and pictures into one space, the scores of pictures against a
picture spread several times as wide as those against words, so that in a plain mean the words would hardly be heard; each
direction is weighted by 1 / (standard deviation of its scores over a sample of the library).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Vector
from imsearch_gui.library.vectors import VectorView

UNLIKE = 0.5
"""Weight of what is not wanted against what is: at 1 a picture that is neither would beat one that is a little of both."""
SAMPLE = 1024
"""Vectors of the library over which the spread is measured: known to about 2 % then."""
LEAST = 1e-6
"""A vector shorter than this part of its addends has no direction to speak of: the examples cancel each other."""

_Rows = npt.NDArray[np.float64]


def combined(like: Sequence[Vector], unlike: Sequence[Vector], view: VectorView) -> Vector:
    """float32 [d] of vectors [d] each; as long as those of the library are on the average.

    Raises QueryError where nothing is left, as with the same picture on both sides.
    """
    directions = units(np.stack([*like, *unlike]).astype(np.float64))
    weights = _weights(directions, view)
    wanted = _mean(directions[: len(like)], weights[: len(like)])
    unwanted = _mean(directions[len(like) :], weights[len(like) :])
    vector = wanted - UNLIKE * unwanted
    length = float(np.linalg.norm(vector))
    if length < LEAST * float(np.linalg.norm(wanted)) or not np.isfinite(length) or length == 0:
        raise QueryError(
            tr("The examples cancel each other out, so nothing is left to look for: take one of them away.")
        )
    return np.asarray(vector * (usual_length(view, [*like, *unlike]) / length), np.float32)


def units(rows: _Rows) -> _Rows:
    """Directions: the rows [..., d] at length 1; a row without a length stays as it is."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0))


def _mean(directions: _Rows, weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    if not len(directions):
        return np.zeros(directions.shape[1])
    return np.asarray((directions * weights[:, None]).mean(axis=0))


def _weights(directions: _Rows, view: VectorView) -> npt.NDArray[np.float64]:
    """[n]: 1 for the example whose scores spread least; all 1 where the library is too small to tell."""
    slots = _sample(view)
    if len(slots) < 2:
        return np.ones(len(directions))
    spread = (units(view.exact(slots)) @ directions.T).std(axis=0)
    if not (spread > 0).all():
        return np.ones(len(directions))
    return np.asarray(spread.min() / spread)


def usual_length(view: VectorView, examples: Sequence[Vector]) -> float:
    """How long the vectors of the library are on the average; where it is empty, the `examples`."""
    slots = _sample(view)
    lengths = view.stats[slots, 0] if len(slots) else np.linalg.norm(np.stack(list(examples)), axis=1)
    return float(np.mean(lengths, dtype=np.float64))


def _sample(view: VectorView) -> npt.NDArray[np.int64]:
    """An even sample of the slots that hold an image."""
    slots = np.arange(view.rows) if view.live is None else np.flatnonzero(view.live)
    step = max(1, len(slots) // SAMPLE)
    return np.asarray(slots[::step][:SAMPLE], np.int64)
