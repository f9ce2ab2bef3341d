"""Vectors to search among, of any number, and queries that are not among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from page import DATA

from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import PictureInfo
from imsearch_gui.library.records import Encoded
from imsearch_gui.library.writer import LibraryWriter

REAL = DATA / "clip_vectors" / "embeddings_f32_Nx512.bin"
DIMENSION = 512
QUERIES = 100
BATCH = 5_000
MODEL = "benchmark"


@dataclass(frozen=True)
class VectorSet:
    """One kind of vectors."""

    name: str
    title: str
    queries: Matrix
    chunk: Callable[[int, np.random.Generator], Matrix]
    """(number of the first row, random) -> BATCH rows"""

    def rows(self, count: int) -> Iterator[Matrix]:
        """`count` rows, in pieces; always the same."""
        random = np.random.default_rng(1)
        for first in range(0, count, BATCH):
            yield self.chunk(first, random)[: count - first]


def vector_sets() -> list[VectorSet]:
    """Those that can be had here."""
    return [_clustered(), *([_repeated(), _spread()] if REAL.exists() else [])]


def _clustered() -> VectorSet:
    random = np.random.default_rng(0)
    centres = random.standard_normal((500, DIMENSION), dtype=np.float32)

    def chunk(_: int, random: np.random.Generator, count: int = BATCH) -> Matrix:
        noise = random.standard_normal((count, DIMENSION), dtype=np.float32)
        return np.asarray(centres[random.integers(0, 500, count)] + np.float32(0.5) * noise)

    title = "Clustered vectors (500 centres, noise alike in every direction)"
    return VectorSet("clustered", title, chunk(0, random, QUERIES), chunk)


def _real() -> tuple[Matrix, Matrix]:
    vectors = np.fromfile(REAL, np.float32).reshape(-1, DIMENSION)
    order = np.random.default_rng(0).permutation(len(vectors))
    return vectors[order[:QUERIES]], vectors[order[QUERIES:]]


def _repeated() -> VectorSet:
    queries, rest = _real()

    def chunk(first: int, random: np.random.Generator) -> Matrix:
        noise = np.float32(0.5 / np.sqrt(DIMENSION)) * random.standard_normal((BATCH, DIMENSION), dtype=np.float32)
        return _units(rest[np.arange(first, first + BATCH) % len(rest)] + noise)

    title = (
        "Real CLIP ViT-B/16 vectors, repeated with noise alike in every direction (cosine to the original about 0.9)"
    )
    return VectorSet("repeated", title, queries, chunk)


def _spread() -> VectorSet:
    """The noise has the spread that photographs have: a library of a million photographs would look like this."""
    queries, rest = _real()
    values, axes = np.linalg.eigh(np.cov(rest.T))
    shape = (axes * np.sqrt(np.maximum(values, 0))).astype(np.float32).T

    def chunk(first: int, random: np.random.Generator) -> Matrix:
        noise = np.float32(0.5) * random.standard_normal((BATCH, DIMENSION), dtype=np.float32) @ shape
        return _units(rest[np.arange(first, first + BATCH) % len(rest)] + noise)

    title = "Real CLIP ViT-B/16 vectors, repeated with noise that spreads as they do"
    return VectorSet("spread", title, queries, chunk)


def _units(rows: Matrix) -> Matrix:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def fill(
    library: LibraryWriter, pictures: Path, chunks: Iterator[Matrix], first: int = 0, *, dimension: int = DIMENSION
) -> int:
    """Store every row as the vector of a picture `Folder NNN/IMG_NNNNNNN.jpg`; the number of the next one."""
    root = library.add_root(pictures, recursive=True, exclude=())
    model = library.use_model(MODEL, title="Benchmark", dimension=dimension, fingerprint="1", folder=pictures)
    info = PictureInfo(4_000, 3_000, "JPEG", "2026-07-01T10:20:30", "Canon EOS 80D")
    for rows in chunks:
        items = [
            Encoded(
                FoundFile(f"{pictures}/Holiday {slot // 1000:04}/IMG_{slot:07}.jpg", 3_500_000 + slot, 10**18 + slot),
                slot.to_bytes(16, "big"),
                info,
                row,
            )
            for slot, row in enumerate(rows, first)
        ]
        library.store(model, {item.file.path: root for item in items}, items, [])
        first += len(items)
    return first
