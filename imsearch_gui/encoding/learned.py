"""What the pixel baseline takes from a library at its first indexing: the mean and standard deviation of every number."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Self

import numpy as np

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Matrix, Vector
from imsearch_gui.encoding.arrays import read_array

SMALLEST_DEVIATION = 1e-3
"""A pixel that is the same in every picture says nothing; without a floor, noise in it would drown all others."""
_LARGEST = 1e30
"""No mean or deviation of pixels; with such numbers a z-score would have no end."""


@dataclass(frozen=True, eq=False, slots=True)
class Learned:
    """Mean and standard deviation, float32 [d] each."""

    mean: Vector
    std: Vector

    def to_bytes(self) -> bytes:
        """An .npy file of [2, d]."""
        file = io.BytesIO()
        np.save(file, np.stack([self.mean, self.std]).astype(np.float32), allow_pickle=False)
        return file.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes, dimension: int) -> Self:
        """Raises ModelError for what `to_bytes` did not make of vectors of `dimension` numbers."""
        try:
            values = read_array(io.BytesIO(data), np.float32, (2, dimension))
        except ValueError as error:
            raise _damaged(str(error)) from error
        if not (np.abs(values) < _LARGEST).all() or not (values[1] >= SMALLEST_DEVIATION / 2).all():
            raise _damaged(tr("it does not fit the model"))
        return cls(values[0], values[1])

    def z_score(self, vectors: Matrix) -> Matrix:
        """[n, d] -> (vectors - mean) / std, float32."""
        return ((vectors - self.mean) / self.std).astype(np.float32)


def _damaged(why: str) -> ModelError:
    sentence = tr("What was learned from the pictures of this library is damaged ({0}): index its folders again.")
    return ModelError(sentence.format(why))


class Learner:
    """Mean and deviation of vectors that come in pieces, by the parallel update of Chan, Golub and LeVeque (1983)."""

    def __init__(self) -> None:
        self.count = 0
        self._mean = np.zeros(0)
        self._squares = np.zeros(0)

    def add(self, vectors: Matrix) -> None:
        """Take in `vectors` [n, d]."""
        wide = vectors.astype(np.float64)
        count, mean = len(wide), wide.mean(axis=0)
        squares = np.square(wide - mean).sum(axis=0)
        if self.count == 0:
            self.count, self._mean, self._squares = count, mean, squares
            return
        total = self.count + count
        step = mean - self._mean
        self._mean = self._mean + step * (count / total)
        self._squares = self._squares + squares + np.square(step) * (self.count * count / total)
        self.count = total

    def finish(self) -> Learned:
        """The population's mean and standard deviation, the latter at least SMALLEST_DEVIATION."""
        if self.count == 0:
            raise ValueError("nothing was learned: no vector came in")
        std = np.maximum(np.sqrt(self._squares / self.count), SMALLEST_DEVIATION)
        return Learned(self._mean.astype(np.float32), std.astype(np.float32))
