"""The vectors of one model: a file of fixed-stride rows, mapped into memory; the row number is the slot.

The numbers are float16, each row with a power of two as its factor, so that neither large nor small numbers are lost and eleven
bits of each remain: half the disk, half the memory and half the time of a scan, and no match is lost by it (docs/search.md).
Libraries that were made when rows were float32 keep them; the name of the file tells.

Beside it lies `<file>.stats`, four float32 a row (the fourth is the factor), from which cosine, L2 and correlation become one
matrix product each. Rows are only ever appended, and rows past the last one that the catalog names are leftovers of a batch
that was never committed: the next batch writes over them.
"""

from __future__ import annotations

import mmap
import os
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from imsearch_gui import disk
from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Matrix, Vector
from imsearch_gui.library.places import stats_path as stats_path

HALF, SINGLE = ".f16", ".f32"
"""What a file of vectors is called for what is in it."""
STATS_WIDTH = 4
_OLD_STATS_WIDTH = 3
_TOP_EXPONENT = 14
"""The largest number of a row lies in [2^14, 2^15) once its factor is taken out: float16 ends at 65,504."""
_LEAST_EXPONENT = -126
"""A factor below is no normal float32."""
_CHUNK_BYTES = 8 << 20
"""Rows are worked through in pieces of this size, so that a mapped file never has to fit into memory."""

_LARGE_BYTES = 256 << 20
"""Of a smaller file, everything may stay mapped."""
_FEW = 512
"""Rows that are read one by one in less than a millisecond."""


class VectorsMissing(LibraryError):
    """A file of vectors, or the stats beside it, is not there."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


Rows = npt.NDArray[np.floating]
Exact = npt.NDArray[np.float64]
Number = TypeVar("Number", np.float32, np.float64)


class RowFile:
    """The file that rows are mapped from, to be read here and there.

    A row that is touched in the mapping brings its neighbours along, and all of them stay with the process: the candidates of a
    few hundred queries would make a library of a million pictures seem to need a gigabyte.
    """

    def __init__(self, path: Path, row_bytes: int) -> None:
        try:
            self.number = os.open(path, os.O_RDONLY)
        except OSError as error:
            raise _unreadable(error, path) from error
        """The file descriptor; open for as long as this object is there."""
        self.path = path
        self.row_bytes = row_bytes
        weakref.finalize(self, os.close, self.number)

    def read(self, slots: npt.NDArray[np.int64]) -> bytes:
        """The rows of some slots, one after the other. Raises LibraryError where the disk does not give them."""
        try:
            rows = [os.pread(self.number, self.row_bytes, slot * self.row_bytes) for slot in slots.tolist()]
        except OSError as error:
            raise _unreadable(error, self.path) from error
        if any(len(row) < self.row_bytes for row in rows):
            raise LibraryError(
                tr("The vector file became shorter while it was read: close what changed it, and index again.")
            )
        return b"".join(rows)


@dataclass(frozen=True, slots=True)
class VectorView:
    """A consistent look at the vectors of one model."""

    matrix: Rows
    """float16 or float32 [rows, dimension]; mapped, read-only. Each row times its factor is the vector."""
    stats: Matrix
    """float32 [rows, 4]: length of the vector, its mean, its length after the mean is taken away, its factor.

    The factor is missing where rows are float32: it is 1.
    """
    live: npt.NDArray[np.bool_] | None = None
    """bool [rows]: False where no image has this content any more; None when every row is live."""
    mappings: tuple[mmap.mmap, ...] = ()
    """What `matrix` and `stats` lie in, where they are mapped."""
    file: RowFile | None = None
    """What `matrix` is mapped from, where it is large; the system must be able to read at a place (Windows is not)."""

    @property
    def rows(self) -> int:
        return int(self.matrix.shape[0])

    @property
    def dimension(self) -> int:
        return int(self.matrix.shape[1])

    @property
    def live_rows(self) -> int:
        return self.rows if self.live is None else int(np.count_nonzero(self.live))

    def is_whole(self) -> bool:
        """Whether the files are as long as they were: to touch what was cut off from a mapped file ends the process.

        Nothing in this program makes them shorter. Of what another program does the very moment after this, nothing can be said.
        """
        return all(mapping.size() >= len(mapping) for mapping in self.mappings)

    def without(self, dead: Sequence[int]) -> VectorView:
        """The same with these slots not live."""
        live = np.ones(self.rows, np.bool_)
        live[list(dead)] = False
        return replace(self, live=live)

    def exact(self, slots: npt.NDArray[np.int64] | slice) -> Exact:
        """float64 [n, dimension]: the vectors of some slots, to the last bit; LibraryError where they are damaged."""
        rows: npt.NDArray[np.float64] = self._rows(slots).astype(np.float64)
        return _unpacked(rows, self._factors(slots))

    def vectors(self, slots: npt.NDArray[np.int64] | slice) -> Matrix:
        """float32 [n, dimension]: the vectors of some slots; LibraryError where they are damaged."""
        rows: npt.NDArray[np.float32] = self._rows(slots).astype(np.float32)
        return _unpacked(rows, self._factors(slots))

    def vector(self, slot: int) -> Vector:
        """float32 [dimension]"""
        vector: Vector = self.vectors(slice(slot, slot + 1))[0]
        return vector

    def behind(self, first: int) -> VectorView:
        """The rows from `first` on, as a view of their own, whose slots count from 0."""
        return VectorView(self.matrix[first:], self.stats[first:], None if self.live is None else self.live[first:])

    def _rows(self, slots: npt.NDArray[np.int64] | slice) -> Rows:
        if self.file is None or isinstance(slots, slice) or len(slots) > _FEW:
            return self.matrix[slots]
        return np.frombuffer(self.file.read(slots), self.matrix.dtype).reshape(-1, self.dimension)

    def _factors(self, slots: npt.NDArray[np.int64] | slice) -> Matrix | None:
        return self.stats[slots, 3:4] if self.stats.shape[1] > _OLD_STATS_WIDTH else None


def _unpacked(rows: npt.NDArray[Number], factors: Matrix | None) -> npt.NDArray[Number]:
    """Rows times their factors; LibraryError where that gives no numbers, which no encoder has made."""
    if factors is not None:
        with np.errstate(invalid="ignore", over="ignore"):
            rows *= factors
    if not np.isfinite(rows).all():
        raise LibraryError(
            tr("The vectors of this library hold what is no number, so they were damaged: index its folders again.")
        )
    return rows


def packed(vectors: Matrix) -> tuple[npt.NDArray[np.float16], Matrix]:
    """[n, d] -> (float16 [n, d], float32 [n, 4]): rows without their factors, and the stats of what is kept of them."""
    largest = np.abs(vectors).max(axis=1, initial=0.0)
    # A row of zeros has no exponent; frexp gives 0 for it, and any factor does.
    exponents = np.maximum(np.frexp(largest)[1] - 1 - _TOP_EXPONENT, _LEAST_EXPONENT)
    factors = np.ldexp(np.float32(1), exponents).astype(np.float32)
    rows = (vectors / factors[:, None]).astype(np.float16)
    return rows, np.column_stack([stats_of(rows.astype(np.float64) * factors[:, None]), factors])


def stats_of(vectors: npt.NDArray[np.floating]) -> Matrix:
    """[n, d] -> float32 [n, 3]: length, mean, centred length; summed in float64."""
    wide = vectors.astype(np.float64)
    mean = wide.mean(axis=1)
    length = np.sqrt(np.einsum("ij,ij->i", wide, wide))
    wide -= mean[:, None]
    centred = np.sqrt(np.einsum("ij,ij->i", wide, wide))
    return np.stack([length, mean, centred], axis=1).astype(np.float32)


def view_of(vectors: Matrix, live: npt.NDArray[np.bool_] | None = None) -> VectorView:
    """Vectors [n, d] in memory as they would be in a library."""
    return VectorView(*packed(vectors), live)


def write_rows(path: Path, first_slot: int, vectors: Matrix) -> None:
    """Put `vectors` [n, d] at the slots from `first_slot` on, and their stats; both are on the disk when this returns.

    Raises LibraryError where the file does not reach to `first_slot`: what lies between would be zeros, and taken for vectors.
    """
    if not path.parent.is_dir():
        path.parent.mkdir(exist_ok=True)
        disk.sync_folder(path.parent.parent)
    whole = np.ascontiguousarray(vectors, dtype=np.float32)
    if path.suffix == SINGLE:
        rows: Rows = whole
        stats = stats_of(whole)
        _complete_stats(path, first_slot, whole.shape[1])
    else:
        rows, stats = packed(whole)
    _write_at(path, first_slot, rows)
    _write_at(stats_path(path), first_slot, stats)


def rows_held(path: Path, dimension: int) -> int:
    """How many whole rows the file of vectors holds, with their stats where these cannot be made again."""
    single = path.suffix == SINGLE
    rows = _bytes_of(path) // (dimension * (4 if single else 2))
    return rows if single else min(rows, _bytes_of(stats_path(path)) // (STATS_WIDTH * 4))


def _bytes_of(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _complete_stats(path: Path, rows: int, dimension: int) -> None:
    """The stats of float32 rows that were lost are made again, before others are put behind them."""
    if _bytes_of(stats_path(path)) < rows * _OLD_STATS_WIDTH * 4:
        _write_at(stats_path(path), 0, np.array(map_rows(path, rows, dimension).stats))


def _write_at(path: Path, first_slot: int, rows: Rows) -> None:
    place = first_slot * rows.shape[1] * rows.itemsize
    new = not path.exists()
    # Never cut off: readers, in this process and others, have these files mapped.
    with path.open("x+b" if new else "r+b") as file:
        if file.seek(0, os.SEEK_END) < place:
            raise _too_short(path)
        file.seek(place)
        file.write(np.ascontiguousarray(rows).data)
        file.flush()
        os.fsync(file.fileno())
    if new:
        disk.sync_folder(path.parent)


def map_rows(path: Path, rows: int, dimension: int) -> VectorView:
    """The first `rows` rows, all taken as live; raises LibraryError when a file is shorter than the catalog says."""
    single = path.suffix == SINGLE
    kind: type[np.floating] = np.float32 if single else np.float16
    width = _OLD_STATS_WIDTH if single else STATS_WIDTH
    if rows == 0:
        return VectorView(np.empty((0, dimension), kind), np.empty((0, width), np.float32))
    row_bytes = dimension * np.dtype(kind).itemsize
    mapping = _map(path, rows * row_bytes)
    matrix: Rows = np.frombuffer(mapping, kind).reshape(rows, dimension)
    mappings: tuple[mmap.mmap, ...] = (mapping,)
    try:
        mapped_stats = _map(stats_path(path), rows * width * 4)
        stats = np.frombuffer(mapped_stats, np.float32).reshape(rows, width)
        mappings += (mapped_stats,)
    except LibraryError:
        if not single:
            raise
        # Of float32 rows they can always be had again, so that a missing file costs time only.
        step = max(1, _CHUNK_BYTES // (dimension * 4))
        stats = np.concatenate([stats_of(matrix[start : start + step]) for start in range(0, rows, step)])
    apart = len(mapping) > _LARGE_BYTES and hasattr(os, "pread")
    return VectorView(matrix, stats, mappings=mappings, file=RowFile(path, row_bytes) if apart else None)


def _unreadable(error: OSError, path: Path) -> LibraryError:
    sentence = tr("The vectors of this library cannot be read ({0}): index its folders again.").format(error.strerror)
    return VectorsMissing(sentence, path) if isinstance(error, FileNotFoundError) else LibraryError(sentence)


def _map(path: Path, size: int) -> mmap.mmap:
    """The first `size` bytes of a file."""
    try:
        with path.open("rb") as file:
            short = os.fstat(file.fileno()).st_size < size
            if not short:
                return mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ)
    except OSError as error:
        raise _unreadable(error, path) from error
    raise _too_short(path)


def _too_short(path: Path) -> LibraryError:
    sentence = tr("The vector file {0} is shorter than the catalog says, so it was damaged: index the folders again.")
    return LibraryError(sentence.format(path.name))
