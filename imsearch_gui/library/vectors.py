"""The vectors of one model: a file of fixed-stride float32 rows, mapped into memory; the row number is the slot.

Beside it lies `<file>.stats`, three float32 a row, from which cosine, L2 and correlation become one matrix product each.
Rows are only ever appended, and rows past the last one that the catalog names are leftovers of a batch that was never
committed: the next batch writes over them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.metrics import Matrix

STATS_WIDTH = 3
_CHUNK_BYTES = 8 << 20
"""Rows are worked through in pieces of this size, so that a mapped file never has to fit into memory."""


@dataclass(frozen=True, slots=True)
class VectorView:
    """A consistent look at the vectors of one model."""

    matrix: Matrix
    """float32 [rows, dimension], as the model gave them; mapped, read-only."""
    stats: Matrix
    """float32 [rows, 3]: length of the vector, its mean, its length after the mean is taken away."""
    live: npt.NDArray[np.bool_] | None = None
    """bool [rows]: False where no image has this content any more; None when every row is live."""

    @property
    def rows(self) -> int:
        return int(self.matrix.shape[0])

    @property
    def dimension(self) -> int:
        return int(self.matrix.shape[1])

    @property
    def live_rows(self) -> int:
        return self.rows if self.live is None else int(np.count_nonzero(self.live))


def stats_of(vectors: Matrix) -> Matrix:
    """[n, d] -> float32 [n, 3]: length, mean, centred length; summed in float64."""
    wide = vectors.astype(np.float64)
    mean = wide.mean(axis=1)
    length = np.sqrt(np.einsum("ij,ij->i", wide, wide))
    wide -= mean[:, None]
    centred = np.sqrt(np.einsum("ij,ij->i", wide, wide))
    return np.stack([length, mean, centred], axis=1).astype(np.float32)


def stats_path(path: Path) -> Path:
    return path.with_name(path.name + ".stats")


def write_rows(path: Path, first_slot: int, vectors: Matrix) -> None:
    """Put `vectors` [n, d] at the slots from `first_slot` on, and their stats; both are on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    _write_at(path, first_slot * rows.shape[1] * 4, rows)
    _write_at(stats_path(path), first_slot * STATS_WIDTH * 4, stats_of(rows))


def _write_at(path: Path, offset: int, rows: Matrix) -> None:
    with path.open("r+b" if path.exists() else "x+b") as file:
        file.seek(offset)
        file.write(rows.data)
        file.flush()
        os.fsync(file.fileno())


def map_rows(path: Path, rows: int, dimension: int) -> tuple[Matrix, Matrix]:
    """The first `rows` rows and their stats; raises LibraryError when the file is shorter than the catalog says."""
    if rows == 0:
        return np.empty((0, dimension), np.float32), np.empty((0, STATS_WIDTH), np.float32)
    try:
        short = path.stat().st_size < rows * dimension * 4
    except OSError as error:
        raise LibraryError(
            f"The vectors of this library cannot be read ({error.strerror}): index its folders again."
        ) from error
    if short:
        raise LibraryError(
            f"The vector file {path.name} is shorter than the catalog says, so it was damaged: index the folders again."
        )
    matrix = np.memmap(path, np.float32, "r", shape=(rows, dimension))
    return matrix, _map_stats(path, matrix)


def _map_stats(path: Path, matrix: Matrix) -> Matrix:
    """The stats file where it is whole; they can always be had from the vectors, so a missing one costs time only."""
    file = stats_path(path)
    rows = matrix.shape[0]
    if file.exists() and file.stat().st_size >= rows * STATS_WIDTH * 4:
        return np.memmap(file, np.float32, "r", shape=(rows, STATS_WIDTH))
    step = max(1, _CHUNK_BYTES // (matrix.shape[1] * 4))
    return np.concatenate([stats_of(matrix[start : start + step]) for start in range(0, rows, step)])
