"""The compiled scan (kernels.c), as numpy sees it."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import BugError, LibraryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.library.vectors import VectorView

Slots = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]

FORMS: Final = ("plain C", "AVX2", "AVX-512")
"""What the scan is compiled to; which of them this processor bears is asked when the program runs."""
TAME_LENGTHS: Final = (1e-15, 1e15)
"""Between these no square over- or underflows in float32, so the error bounds hold."""
_METRICS: Final = {Metric.COSINE: 0, Metric.CORRELATION: 1, Metric.L2: 2, Metric.L1: 3}
_THREADS: Final = min(4, os.cpu_count() or 1)
"""A few cores saturate the memory of a desktop machine; more gain nothing."""
_WORTH_SHARING: Final = 4 << 20
"""Numbers of a scan below which it is over before another thread has begun."""
_CAPACITY: Final = 1024
"""Candidates for which there is room at first; a crowd of equals needs more and is tried again."""
_GROWTH: Final = 16
_GATHERED_MOST: Final = 16_384
"""Rows beyond which the mapping of a file is quicker than reading each from it (half a microsecond)."""
_NAMES: Final = {"win32": "_kernels.dll", "darwin": "_kernels.dylib"}


class _Rows(ctypes.Structure):
    _fields_ = (
        ("matrix", ctypes.c_void_p),
        ("stats", ctypes.c_void_p),
        ("live", ctypes.c_void_p),
        ("among", ctypes.c_void_p),
        ("dimension", ctypes.c_int64),
        ("stats_width", ctypes.c_int64),
        ("half", ctypes.c_int64),
    )


class _Queries(ctypes.Structure):
    _fields_ = (
        ("vectors", ctypes.c_void_p),
        ("lengths", ctypes.c_void_p),
        ("count", ctypes.c_int64),
        ("metric", ctypes.c_int64),
        ("dot_error", ctypes.c_double),
        ("tame_low", ctypes.c_double),
        ("tame_high", ctypes.c_double),
    )


class _Candidates(ctypes.Structure):
    _fields_ = (
        ("slots", ctypes.c_void_p),
        ("least", ctypes.c_void_p),
        ("found", ctypes.c_void_p),
        ("worst", ctypes.c_void_p),
        ("capacity", ctypes.c_int64),
        ("k", ctypes.c_int64),
    )


@dataclass(frozen=True, slots=True)
class Prepared:
    """Queries as the scan takes them."""

    metric: Metric
    vectors: npt.NDArray[np.float32]
    """float32 [n, d], C order: of length 1 (and centred first for the correlation), or as given for L1."""
    lengths: Doubles
    """float64 [n], of the queries as given (L2 needs them)."""
    dot_error: float
    """Bound of the relative error of a dot product of d numbers in float32."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What one thread found for each query."""

    slots: list[Slots]
    least: list[Doubles]
    worst: Doubles
    """float64 [n, k]: the k smallest upper bounds."""


def scan(
    view: VectorView, queries: Prepared, k: int, *, among: Slots | None = None, form: int | None = None
) -> list[Slots]:
    """For each query the live slots that may be among its `k` best, in the order in which they were looked at.

    `among` restricts the scan to some slots, each given once. `form` is an index of FORMS, the best there is by default.
    """
    if among is not None and (apart := _gathered(view, among)) is not None:
        return [among[places] for places in scan(apart, queries, k, form=form)]
    total = view.rows if among is None else len(among)
    threads = _THREADS if total * view.dimension * len(queries.vectors) >= _WORTH_SHARING else 1
    bounds = [total * part // threads for part in range(threads + 1)]

    def part(start: int, stop: int) -> _Found:
        return _scan_part(view, queries, k, among, (start, stop), best_form() if form is None else form)

    return _merged(_in_parts(part, bounds), k)


def _gathered(view: VectorView, among: Slots) -> VectorView | None:
    """The rows of some slots of a large file, read from it apart; None where the mapping serves better."""
    if view.file is None or len(among) > _GATHERED_MOST:
        return None
    file, slots = view.file, np.ascontiguousarray(among, np.int64)
    rows = np.empty((len(slots), view.dimension), view.matrix.dtype)
    if not _library().gather(
        ctypes.c_int64(file.number),
        ctypes.c_void_p(slots.ctypes.data),
        ctypes.c_int64(len(slots)),
        ctypes.c_int64(file.row_bytes),
        ctypes.c_void_p(rows.ctypes.data),
    ):
        raise LibraryError(
            tr("The vectors of this library cannot be read: check the disk, or index its folders again.")
        )
    return VectorView(rows, view.stats[slots], None if view.live is None else view.live[slots])


def best_form() -> int:
    """Index of the best of FORMS that this processor bears."""
    return int(_library().best_form())


def _in_parts(work: Callable[[int, int], _Found], bounds: list[int]) -> list[_Found]:
    if len(bounds) == 2:
        return [work(*bounds)]
    # Threads of one scan only: starting them takes 0.1 ms, and none is left behind. The library's functions run without the
    # interpreter's lock.
    with ThreadPoolExecutor(len(bounds) - 1, thread_name_prefix="imsearch-scan") as pool:
        return list(pool.map(work, bounds[:-1], bounds[1:]))


def _scan_part(
    view: VectorView, queries: Prepared, k: int, among: Slots | None, part: tuple[int, int], form: int
) -> _Found:
    count = len(queries.vectors)
    everything = max(1, part[1] - part[0])
    capacity = min(everything, max(_CAPACITY, 4 * k))
    rows = _rows(view, among)
    asked = _Queries(
        queries.vectors.ctypes.data,
        queries.lengths.ctypes.data,
        count,
        _METRICS[queries.metric],
        queries.dot_error,
        *TAME_LENGTHS,
    )
    while True:
        slots = np.empty((count, capacity), np.int64)
        least = np.empty((count, capacity), np.float64)
        found = np.zeros(count, np.int64)
        worst = np.full((count, k), np.inf)
        into = _Candidates(slots.ctypes.data, least.ctypes.data, found.ctypes.data, worst.ctypes.data, capacity, k)
        arguments = ctypes.byref(rows), ctypes.byref(asked), ctypes.byref(into)
        if _library().scan(*arguments, ctypes.c_int64(part[0]), ctypes.c_int64(part[1]), ctypes.c_int64(form)):
            kept = range(count)
            return _Found(
                [slots[query, : found[query]] for query in kept],
                [least[query, : found[query]] for query in kept],
                worst,
            )
        # Where even the lists of all rows did not suffice there would be a bug; with room for all they always do.
        capacity = min(everything + everything // 2 + 1, capacity * _GROWTH)


def _merged(parts: list[_Found], k: int) -> list[Slots]:
    merged = []
    for query in range(len(parts[0].slots)):
        worst = np.concatenate([part.worst[query] for part in parts])
        limit = np.partition(worst, k - 1)[k - 1]
        kept = [part.slots[query][part.least[query] <= limit] for part in parts]
        merged.append(np.concatenate(kept))
    return merged


def _rows(view: VectorView, among: Slots | None) -> _Rows:
    """The caller holds the arrays for as long as the scan runs."""
    stats = view.stats
    width = stats.strides[0] // stats.itemsize if len(stats) else stats.shape[1]
    return _Rows(
        view.matrix.ctypes.data,
        stats.ctypes.data,
        None if view.live is None else view.live.ctypes.data,
        None if among is None else among.ctypes.data,
        view.dimension,
        width,
        view.matrix.dtype == np.float16,
    )


@cache
def _library() -> Any:
    path = Path(__file__).with_name(_NAMES.get(sys.platform, "_kernels.so"))
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise BugError(f"{path.name} is missing or does not run here ({error}): install the program again") from error
    for function in ("best_form", "scan", *(["gather"] if sys.platform != "win32" else [])):
        getattr(library, function).restype = ctypes.c_int64
    return library
