"""Graphs whose checksum is right and whose content is not: everything that hnswlib follows is looked at before it does."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.library.graph import Graph, GraphDamaged, SavedGraph, checksum_of
from imsearch_gui.library.graph_file import HEADER, LINKS, fault_of
from imsearch_gui.library.rotation import Rotation, RotationDamaged, learn

NODES, NUMBERS = 400, 8
STRIDE = (2 * LINKS + 1) * 4 + NUMBERS * 4 + 8
ABOVE = HEADER.size + NODES * STRIDE


@pytest.fixture(scope="module")
def rotation() -> Rotation:
    return learn(np.random.default_rng(5).normal(size=(NODES, NUMBERS)).astype(np.float32), NODES)


@pytest.fixture
def path(rotation: Rotation, tmp_path: Path) -> Path:
    graph = Graph.empty(rotation, NODES)
    graph.add(np.random.default_rng(5).normal(size=(NODES, NUMBERS)).astype(np.float32), threads=1)
    graph.save(tmp_path / "graph.hnsw")
    return tmp_path / "graph.hnsw"


def first_above(data: bytearray) -> int:
    """Where the upper links of the first node that has any begin, with the word that tells their size."""
    return next(at for at in range(ABOVE, len(data), 4) if data[at : at + 4] != bytes(4))


def put(at: int, form: str, value: float) -> Callable[[bytearray], None]:
    return lambda data: struct.pack_into(form, data, at, value)


FORGERIES = {
    "offset of level 0": put(0, "<Q", 1),
    "capacity": put(8, "<Q", NODES - 1),
    "more nodes": put(16, "<Q", NODES + 1),
    "nodes without end": put(16, "<Q", 2**64 - 1),
    "bytes of a node": put(24, "<Q", STRIDE + 8),
    "no bytes of a node": put(24, "<Q", 0),
    "bytes of a node that overflow": put(24, "<Q", 2**62),
    "place of the label": put(32, "<Q", 2**40),
    "place of the vector": put(40, "<Q", 2**40),
    "top level": put(48, "<i", 40),
    "top level below all": put(48, "<i", -1),
    "entry nowhere": put(52, "<I", NODES),
    "entry below the top": lambda data: struct.pack_into("<I", data, 52, (HEADER.unpack_from(data)[7] + 1) % NODES),
    "links of an upper level": put(56, "<Q", 10**6),
    "links of the bottom level": put(64, "<Q", 10**6),
    "M": put(72, "<Q", 2**60),
    "spread of levels": put(80, "<d", 1e300),
    "spread that is no number": put(80, "<d", float("nan")),
    "effort": put(88, "<Q", 2**60),
    "count of bottom links": put(HEADER.size, "<H", 2 * LINKS + 1),
    "bottom link": put(HEADER.size + 4, "<I", NODES),
    "label of no slot": put(HEADER.size + STRIDE - 8, "<Q", NODES),
    "negative label": put(HEADER.size + STRIDE - 8, "<q", -1),
    "label twice": put(HEADER.size + STRIDE - 8, "<Q", 1),
    "bytes of upper links": lambda data: struct.pack_into("<I", data, first_above(data), 2**32 - 4),
    "odd bytes of upper links": lambda data: struct.pack_into("<I", data, first_above(data), 51),
    "another level": lambda data: struct.pack_into("<I", data, first_above(data), 104),
    "count of upper links": lambda data: struct.pack_into("<H", data, first_above(data) + 4, LINKS + 1),
    "upper link nowhere": lambda data: struct.pack_into("<I", data, first_above(data) + 8, NODES),
    "upper link to a node below": lambda data: struct.pack_into("<I", data, first_above(data) + 8, 0),
    "no upper links": lambda data: struct.pack_into("<I", data, first_above(data), 0),
    "cut off": lambda data: data.__delitem__(slice(-4, None)),
    "cut off within the nodes": lambda data: data.__delitem__(slice(HEADER.size + STRIDE, None)),
    "no header": lambda data: data.__delitem__(slice(50, None)),
    "something behind": lambda data: data.extend(bytes(4)),
    "much behind": lambda data: data.extend(b"\1" * 10**5),
    "odd bytes behind": lambda data: data.extend(bytes(3)),
}


def test_a_sound_one_is_taken(path: Path, rotation: Rotation) -> None:
    assert fault_of(path, NODES, NUMBERS) == ""
    data = bytearray(path.read_bytes())
    assert HEADER.unpack_from(data)[6] >= 1, "without upper levels this would prove little"
    assert data[first_above(data) + 8 :][:4] != bytes(4), "the first upper link leads to node 0 anyhow"


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forged_one_is_refused(what: str, path: Path, rotation: Rotation) -> None:
    data = bytearray(path.read_bytes())
    FORGERIES[what](data)
    path.write_bytes(data)
    with pytest.raises(GraphDamaged):
        Graph.load(path, rotation, SavedGraph(NODES, len(data), checksum_of(path)))


@pytest.mark.parametrize("rows", [-1, 0, NODES - 1, NODES + 1, 2**31, 2**63])
def test_another_number_of_rows_is_refused(rows: int, path: Path, rotation: Rotation) -> None:
    with pytest.raises(GraphDamaged):
        Graph.load(path, rotation, SavedGraph(rows, path.stat().st_size, checksum_of(path)))


@pytest.mark.parametrize("nodes", [0, 1, 2, 30])
def test_small_ones_are_taken(nodes: int, rotation: Rotation, tmp_path: Path) -> None:
    graph = Graph.empty(rotation, nodes)
    if nodes:
        graph.add(np.random.default_rng(6).normal(size=(nodes, NUMBERS)).astype(np.float32), threads=1)
    saved = graph.save(tmp_path / "graph.hnsw")
    assert len(Graph.load(tmp_path / "graph.hnsw", rotation, saved).search(np.ones(NUMBERS, np.float32), 5)) == min(
        nodes, 5
    )


# -- rotations ----------------------------------------------------------------------------------------------------------


def packed(**arrays: np.ndarray) -> bytes:
    import io

    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    return buffer.getvalue()


def lying(rotation: Rotation) -> bytes:
    """As long as it is, and speaking of terabytes."""
    return rotation.to_bytes().replace(b"'shape': (8, 8)", b"'shape': (8,9**9)"[:15].ljust(15))


@pytest.mark.parametrize("kind", ["packed", "large", "lies", "torn header", "text"])
def test_a_rotation_unpacks_to_no_more_than_it_can_be(kind: str, rotation: Rotation) -> None:
    zeros, axes = np.zeros(NUMBERS, np.float32), np.eye(NUMBERS, dtype=np.float32)
    data = {
        "packed": lambda: packed(mean=zeros, axes=axes, rows=np.int64(1)),
        "large": lambda: Rotation(zeros, np.zeros((NUMBERS, 10_000), np.float32), 1).to_bytes(),
        "lies": lambda: lying(rotation),
        "torn header": lambda: rotation.to_bytes().replace(b"'shape': (8, 8), }", b"'shape': (8, 8,   "),
        "text": lambda: b"no rotation",
    }[kind]()
    with pytest.raises(RotationDamaged):
        Rotation.from_bytes(data, NUMBERS)
    assert Rotation.from_bytes(rotation.to_bytes(), NUMBERS).reduced == NUMBERS
