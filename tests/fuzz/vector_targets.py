"""What lies beside a catalog, forged together with what the catalog says of it: graphs, vectors, rotations, what was learned."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

import numpy as np
from library_targets import DIMENSION, IMAGES, MODEL, copied, scratch, sound_library, use_everything
from making import Chooser, Target

from imsearch_gui.domain.errors import KnownError
from imsearch_gui.encoding.learned import Learned
from imsearch_gui.library.graph import Graph, SavedGraph, checksum_of
from imsearch_gui.library.graph_file import HEADER, LINKS
from imsearch_gui.library.library import CATALOG
from imsearch_gui.library.rotation import Rotation, learn

NODES, NUMBERS = 400, 8
"""Of the large graph, so that it has levels."""


@cache
def graph() -> tuple[Path, Rotation]:
    vectors = np.random.default_rng(5).normal(size=(NODES, NUMBERS)).astype(np.float32)
    rotation = learn(vectors, NODES)
    made = Graph.empty(rotation, NODES)
    made.add(vectors, threads=1)
    path = scratch() / "large.hnsw"
    made.save(path)
    return path, rotation


def graph_file(data: bytes) -> str:
    """Any bytes with the right size and checksum: loaded, asked, and added to."""
    _, rotation = graph()
    path = scratch() / "forged.hnsw"
    path.write_bytes(data)
    # As many nodes as the header says: whoever forges the one forges the other.
    rows = int.from_bytes(data[16:24], "little", signed=True)
    saved = SavedGraph(rows, len(data), checksum_of(path))
    try:
        loaded = Graph.load(path, rotation, saved)
    except KnownError:
        return "refused"
    rng = np.random.default_rng(6)
    for candidates in (1, 10, 10_000):
        found = loaded.search(rng.normal(size=NUMBERS).astype(np.float32), candidates)
        assert ((found >= 0) & (found < rows)).all(), found
        assert len(set(found.tolist())) == len(found)
    loaded.add(rng.normal(size=(50, NUMBERS)).astype(np.float32), threads=1)
    return "taken"


def graph_fields(data: bytes) -> str:
    """A sound graph whose links, levels, labels and header are forged one by one, where they are."""
    choose = Chooser(data)
    forged = bytearray(graph()[0].read_bytes())
    stride = (2 * LINKS + 1) * 4 + NUMBERS * 4 + 8
    above = HEADER.size + NODES * stride
    for _ in range(1 + choose.number(3)):
        node = choose.number(NODES)
        begin = HEADER.size + node * stride
        match choose.number(6):
            case 0 | 1:
                place, size = choose.pick((*((8 * at, 8) for at in range(12)), (48, 4), (52, 4)))
            case 2:
                place, size = begin, choose.pick((1, 2, 3, 4))
            case 3:
                place, size = begin + 4 * (1 + choose.number(2 * LINKS)), 4
            case 4:
                place, size = begin + stride - 8, 8
            case _:
                place, size = above + 4 * choose.number((len(forged) - above) // 4), 4
        value = choose.pick((0, 1, NODES - 1, NODES, NODES + 1, 52, 104, 2**16 - 1, 2**31, 2**32 - 1, 2**63, 2**64 - 1))
        forged[place : place + size] = (value % 2 ** (8 * size)).to_bytes(size, "little")
    return graph_file(bytes(forged))


def _beside(name: str, data: bytes) -> str:
    with copied() as folder:
        (folder / "vectors" / name).write_bytes(data)
        return use_everything(folder)


def vectors_file(data: bytes) -> str:
    return _beside(f"{MODEL}-1.f16", data)


def stats_file(data: bytes) -> str:
    return _beside(f"{MODEL}-1.f16.stats", data)


def rotation_blob(data: bytes) -> str:
    try:
        rotation = Rotation.from_bytes(data, DIMENSION)
    except KnownError:
        return "refused"
    assert rotation.apply(np.ones((1, DIMENSION), np.float32)).shape[1] <= DIMENSION
    return "taken"


def learned_blob(data: bytes) -> str:
    try:
        learned = Learned.from_bytes(data, DIMENSION)
    except KnownError:
        return "refused"
    assert learned.z_score(np.ones((1, DIMENSION), np.float32)).shape == (1, DIMENSION)
    return "taken"


def _learned() -> bytes:
    return Learned(np.zeros(DIMENSION, np.float32), np.ones(DIMENSION, np.float32)).to_bytes()


def _rotation() -> bytes:
    with sqlite3.connect(sound_library() / CATALOG) as catalog:
        ((data,),) = catalog.execute("SELECT rotation FROM graph")
    catalog.close()
    return bytes(data)


def _vectors(end: str) -> tuple[bytes, ...]:
    file = sound_library() / "vectors" / f"{MODEL}-1.f16{end}"
    bad = np.full(len(file.read_bytes()) // 2, 0x7E00, np.uint16).tobytes()
    return file.read_bytes(), bad, b"\xff" * (IMAGES * DIMENSION * 2)


TARGETS = (
    Target("graph file", lambda: (graph()[0].read_bytes(),), graph_file),
    Target("graph fields", lambda: (b"",), graph_fields, raw=True),
    Target("vectors file", lambda: _vectors(""), vectors_file),
    Target("stats file", lambda: _vectors(".stats"), stats_file),
    Target("rotation", lambda: (_rotation(),), rotation_blob),
    Target("learned statistics", lambda: (_learned(),), learned_blob),
)
