"""The file of a graph, on a disk that does not take all of it."""

from __future__ import annotations

import errno
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.library.graph import Graph
from imsearch_gui.library.rotation import learn


class Full:
    """hnswlib on a disk that is full: it writes what it can, and says nothing."""

    def __init__(self, index: object) -> None:
        self._index = index

    def __getattr__(self, name: str) -> object:
        return getattr(self._index, name)

    def save_index(self, path: str) -> None:
        self._index.save_index(path)  # type: ignore[attr-defined]
        data = Path(path).read_bytes()
        Path(path).write_bytes(data[: len(data) - 7])


def test_a_graph_that_the_disk_did_not_take_is_not_kept(tmp_path: Path) -> None:
    vectors = np.random.default_rng(1).normal(size=(120, 60)).astype(np.float32)
    graph = Graph.empty(learn(vectors, 120), 120)
    graph.add(vectors)
    graph.save(tmp_path / "graph" / "m-1.hnsw")
    before = (tmp_path / "graph" / "m-1.hnsw").read_bytes()
    graph._index = Full(graph._index)
    with pytest.raises(OSError, match="space") as caught:
        graph.save(tmp_path / "graph" / "m-1.hnsw")
    assert caught.value.errno == errno.ENOSPC
    assert [path.name for path in (tmp_path / "graph").iterdir()] == ["m-1.hnsw"]
    assert (tmp_path / "graph" / "m-1.hnsw").read_bytes() == before
