"""A few numbers that say where a vector lies: its place along the directions in which the vectors of a library differ most.

The graph works on these instead of the whole vectors. They tell neighbours apart less well, so the graph is asked for more
candidates, which are then scored exactly; in return it is built several times as fast and takes a fraction of the memory
(measured in docs/performance.md).
"""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.encoding.arrays import UNREADABLE

REDUCED: Final = 48
"""Numbers that are kept. With real CLIP vectors and 100,000 pictures 32 need twice the candidates for the same recall; 64 need
two thirds of them, but take the graph beyond 300 bytes a picture."""
_SPARE: Final = 16
"""Directions that are followed besides, as Halko, Martinsson and Tropp advise (5 to 10 at least)."""
_POWERS: Final = 4
"""Rounds that sharpen the directions: the vectors of pictures differ in many directions nearly alike."""
_SEED: Final = 48
_HEADERS: Final = 4096
"""Bytes of the headers of three arrays; they take 128 each."""
_UNREADABLE: Final = (
    *UNREADABLE,
    RuntimeError,  # a member with a password; NotImplementedError
    zipfile.BadZipFile,
    struct.error,
)


class RotationDamaged(LibraryError):
    """What lies in the catalog is no rotation of the model's vectors; the graph has to be built again."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """Turns directions of vectors into their places along the main directions of a library."""

    mean: npt.NDArray[np.float32]
    """float32 [d], of the directions (vectors of length 1)."""
    axes: npt.NDArray[np.float32]
    """float32 [d, r], orthogonal columns of length 1, the direction of the largest spread first."""
    rows: int
    """Vectors that the library had when this was learned."""

    @property
    def dimension(self) -> int:
        return int(self.axes.shape[0])

    @property
    def reduced(self) -> int:
        return int(self.axes.shape[1])

    def apply(self, vectors: Matrix) -> Matrix:
        """float32 [n, d] -> float32 [n, r]; lengths do not count."""
        return np.ascontiguousarray((units(vectors) - self.mean) @ self.axes, np.float32)

    def to_bytes(self) -> bytes:
        buffer = io.BytesIO()
        np.savez(buffer, rows=np.int64(self.rows), mean=self.mean, axes=self.axes)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes, dimension: int) -> Rotation:
        """Raises RotationDamaged for what is no rotation of vectors of that dimension."""
        try:
            _check_archive(data, dimension)
            with np.load(io.BytesIO(data), allow_pickle=False) as parts:
                rotation = cls(parts["mean"], parts["axes"], int(parts["rows"]))
        except _UNREADABLE as error:
            raise RotationDamaged(f"The rotation of a graph cannot be read ({error}).") from error
        sound = (
            rotation.axes.ndim == 2
            and rotation.axes.dtype == rotation.mean.dtype == np.float32
            and rotation.mean.shape == (dimension,)
            and rotation.dimension == dimension
            and 0 < rotation.reduced <= min(REDUCED, dimension)
            and bool(np.isfinite(rotation.axes).all() and np.isfinite(rotation.mean).all())
        )
        if not sound:
            raise RotationDamaged("The rotation of a graph does not fit its model.")
        return rotation


def _check_archive(data: bytes, dimension: int) -> None:
    """ValueError for what unpacks to more than it is, or than a rotation can be."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if any(member.compress_type != zipfile.ZIP_STORED for member in members):
            raise ValueError("it is packed")
        if sum(member.file_size for member in members) > 4 * dimension * (REDUCED + 1) + _HEADERS:
            raise ValueError("it is too large")


def learn(sample: Matrix, rows: int) -> Rotation:
    """From an even sample [n, d] of a library of `rows` vectors; the same sample gives the same rotation.

    Its principal directions by subspace iteration (Halko, Martinsson, Tropp: Finding structure with randomness, 2011, algorithm
    4.4), which takes any dimension: that of flattened feature maps is beyond a covariance matrix.
    """
    dimension = sample.shape[1]
    if dimension <= REDUCED:
        return Rotation(np.zeros(dimension, np.float32), np.eye(dimension, dtype=np.float32), rows)
    directions = units(sample)
    mean = directions.mean(axis=0, dtype=np.float64).astype(np.float32)
    directions -= mean
    start = np.random.default_rng(_SEED).standard_normal((dimension, REDUCED + _SPARE), dtype=np.float32)
    axes, _ = np.linalg.qr(start)
    for _ in range(_POWERS):
        axes, _ = np.linalg.qr(directions.T @ (directions @ axes))
    # Turned within their space so that the first ones hold the most; then the spare ones can go.
    _, _, turn = np.linalg.svd(directions @ axes, full_matrices=False)
    kept = (axes @ turn.T)[:, :REDUCED]
    return Rotation(mean, np.ascontiguousarray(kept, np.float32), rows)


def units(vectors: Matrix) -> Matrix:
    """float32 [n, d] at length 1; a vector without a length stays as it is."""
    rows: Matrix = np.asarray(vectors, np.float32)
    largest = np.abs(rows).max(axis=1, keepdims=True, initial=0.0)
    # Divided by the largest number first: squares of float32 overflow beyond 1e19.
    rows = np.divide(rows, largest, out=np.zeros_like(rows), where=largest > 0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    directions: Matrix = np.divide(rows, lengths, out=rows, where=lengths > 0)
    return directions
