"""The HNSW graph of one model: a cache that gives candidates quickly, rebuilt from the vectors whenever in doubt.

Labels are slots. The graph is built over directions, reduced to their places along the main directions of the library
(`rotation`): on unit vectors cosine and L2 rank alike, and every candidate is scored again exactly in the chosen metric, so the
graph only has to bring the right ones near.

hnswlib traps that shape this file: adding and searching at once is not safe (so a writer has a graph of its own and readers
load what it saved); `save_index` writes over the live file (so it is saved aside and renamed); a malformed file can overflow
the heap on load (so `graph_file` looks at everything in it that hnswlib follows).
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import xxhash

from imsearch_gui import disk
from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.metrics import Matrix, Vector
from imsearch_gui.library.graph_file import BUILD_EFFORT, LINKS, fault_of
from imsearch_gui.library.rotation import Rotation

GROWTH = 1.5
Slots = npt.NDArray[np.int64]


class GraphDamaged(LibraryError):
    """The graph's file is not what was saved; it has to be built again."""


@dataclass(frozen=True, slots=True)
class SavedGraph:
    """What the catalog remembers of a saved graph, to know it again."""

    rows: int
    size: int
    """bytes"""
    checksum: str


class Graph:
    """Candidates for a query among the slots 0 .. rows-1."""

    def __init__(self, index: Any, rotation: Rotation, rows: int) -> None:
        self._index = index
        self.rotation = rotation
        self.rows = rows

    @classmethod
    def empty(cls, rotation: Rotation, capacity: int) -> Graph:
        """A graph without a node, with room for `capacity`."""
        import hnswlib

        index = hnswlib.Index(space="l2", dim=rotation.reduced)
        # A fixed seed: the same vectors give the same graph.
        index.init_index(max_elements=max(capacity, 1), M=LINKS, ef_construction=BUILD_EFFORT, random_seed=100)
        return cls(index, rotation, 0)

    @classmethod
    def load(cls, path: Path, rotation: Rotation, saved: SavedGraph) -> Graph:
        """Open a saved graph; raises GraphDamaged for anything but the file that was saved."""
        import hnswlib

        checked = _check_file(path, rotation.reduced, saved)
        index = hnswlib.Index(space="l2", dim=rotation.reduced)
        index.load_index(str(path), max_elements=saved.rows)
        # hnswlib opens the file by its name: a writer may have put another one there since.
        if _state_of(path) != checked:
            raise GraphDamaged(f"The graph {path.name} was replaced while it was loaded.")
        return cls(index, rotation, saved.rows)

    def add(self, vectors: Matrix, *, threads: int = -1) -> None:
        """Append `vectors` [n, d] as the next n slots; `threads` -1 takes all cores."""
        needed = self.rows + len(vectors)
        if needed > self._index.get_max_elements():
            self._index.resize_index(int(needed * GROWTH))
        labels = np.arange(self.rows, needed)
        self._index.add_items(self.rotation.apply(vectors), labels, num_threads=threads)
        self.rows = needed

    def search(self, query: Vector, candidates: int) -> Slots:
        """Up to `candidates` slots near `query` [d], nearest first; fewer where the graph does not reach more."""
        wanted = min(candidates, self.rows)
        place = self.rotation.apply(query[np.newaxis])
        while wanted > 0:
            self._index.set_ef(max(wanted, LINKS))
            try:
                labels, _ = self._index.knn_query(place, k=wanted, num_threads=1)
            except RuntimeError as error:
                # hnswlib cannot return less than was asked for; nodes that cannot be reached make that happen.
                if "contiguous 2D array" not in str(error):
                    raise
                wanted //= 2
            else:
                return np.asarray(labels[0], dtype=np.int64)
        return np.empty(0, np.int64)

    def save(self, path: Path) -> SavedGraph:
        """Write aside, to the disk, then rename: at no moment is a good file replaced by half a new one."""
        disk.make_folder(path.parent)
        with disk.beside(path) as aside:
            self._index.save_index(str(aside))
            if aside.stat().st_size != self._index.index_file_size():
                # hnswlib does not look whether the disk took what it wrote.
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return SavedGraph(self.rows, aside.stat().st_size, checksum_of(aside))


def checksum_of(path: Path) -> str:
    """xxh3-128 of the file's bytes, in hex."""
    state = xxhash.xxh3_128()
    with path.open("rb") as file:
        while block := file.read(1 << 22):
            state.update(block)
    return state.hexdigest()


def _state_of(path: Path) -> tuple[int, ...]:
    """Tells one file from another that has its name."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _check_file(path: Path, dimension: int, saved: SavedGraph) -> tuple[int, ...]:
    """The state of the file that was found sound."""
    try:
        state = _state_of(path)
        size = path.stat().st_size
        if size != saved.size:
            raise GraphDamaged(f"The graph {path.name} has {size} bytes instead of {saved.size}.")
        if checksum_of(path) != saved.checksum:
            raise GraphDamaged(f"The graph {path.name} does not have the content that was saved.")
        if fault := fault_of(path, saved.rows, dimension):
            raise GraphDamaged(f"The graph {path.name} cannot be used: {fault}.")
    except OSError as error:
        raise GraphDamaged(f"The graph {path.name} cannot be read: {error.strerror}.") from error
    return state
