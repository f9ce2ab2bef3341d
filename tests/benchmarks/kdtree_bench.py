"""A KD-tree, as the course searches, against our scan and our graph: `python tests/benchmarks/kdtree_bench.py [--full] [--write]`.

scikit-learn's KDTree (L2, leaves of 40) answers exactly; what it gains is the share of vectors that it need not look at. Ours: the
exact scan of rows in half precision, and the graph with exact scores behind it. The vectors are real ones of CLIP, repeated with
noise that spreads as they do, in the first so many of their principal axes and at length 1, so that L2 ranks as cosine does; the
queries are real ones that are not among them. Writes its section of docs/course.md; `--full` adds the course's own size, 5,063
made-up vectors of 125,440 numbers, which takes 8 GB of memory.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from evaluations import ABSENT, COURSE_PAGE
from page import in_turn, measured, median, publish
from vector_sets import MODEL, REAL, VectorSet, fill, vector_sets

from imsearch_gui.domain.metrics import Matrix, Metric, Vector
from imsearch_gui.domain.records import Strategy
from imsearch_gui.library.library import Library
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.candidates import top_by_graph
from imsearch_gui.searching.graph_job import build_graph, recall_of
from imsearch_gui.searching.planner import GraphFacts, route
from imsearch_gui.searching.scoring import Ranking, top

TOP = 10
QUERIES = 30
SIZES = (1_000, 10_000, 100_000)
DIMENSIONS = (4, 16, 64, 512)
COURSE = (5_063, 125_440)
"""The pictures of Oxford5k and the numbers of EfficientNet-B7's last feature map."""
COURSE_MEMORY = 12e9
"""Bytes that must be free for it: the tree alone takes 6 GB in double precision, our copy in float32 another 2.5."""
COURSE_PIECE = 200
COURSE_QUERIES = 6
COLUMNS = (
    "vectors",
    "numbers each",
    "tree: ms",
    "looked at",
    "build s",
    "MB",
    "our scan: ms",
    "recall",
    "MB",
    "our graph: ms",
    "recall",
    "build s",
    "MB more",
)


@dataclass(frozen=True)
class Rows:
    """Vectors to search among, in pieces, and queries that are not among them."""

    count: int
    dimension: int
    pieces: Iterable[Matrix]
    queries: Matrix


def measure(rows: Rows) -> str:
    """One line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        graph_s = _store(Path(folder), rows)
        with Library.open(Path(folder, "library")) as library:
            view = library.vectors(MODEL)
            assert view.rows == rows.count
            ours, recalls, graph_bytes = _ours(library, view, rows.queries)
            tree = _tree(view.vectors(slice(None)), rows.queries)
    numbers = [
        f"{rows.count:,}",
        f"{rows.dimension:,}",
        f"{tree['ms']:.2f}",
        f"{tree['share']:.0%}",
        f"{tree['build']:.1f}",
        f"{tree['bytes'] / 1e6:,.0f}",
        f"{ours['scan']:.2f}",
        f"{recalls['scan']:.3f}",
        f"{rows.count * rows.dimension * 2 / 1e6:,.1f}",
        f"{ours['graph']:.2f}",
        f"{recalls['graph']:.3f}",
        f"{graph_s:.1f}",
        f"{graph_bytes / 1e6:.1f}",
    ]
    line = f"| {' | '.join(numbers)} |"
    print(line, flush=True)
    return line


def _store(folder: Path, rows: Rows) -> float:
    """Fill a library; seconds that its graph takes to build and to measure."""
    (pictures := folder / "pictures").mkdir()
    with LibraryWriter.open(folder / "library") as library:
        fill(library, pictures, iter(rows.pieces), dimension=rows.dimension)
        began = time.perf_counter()
        for _ in build_graph(library, MODEL, wanted=True):
            pass
        return time.perf_counter() - began


def _ours(library: Library, view: VectorView, queries: Matrix) -> tuple[dict[str, float], dict[str, float], int]:
    """Milliseconds and recall of the scan and of the graph, and bytes of the graph."""
    record, graph = library.graph_record(MODEL), library.open_graph(MODEL)
    assert record is not None
    assert graph is not None
    facts = GraphFacts(record.rows, record.candidates)
    way = route(Strategy.GRAPH, Metric.L2, TOP, rows=view.rows, dimension=view.dimension, graph=facts)

    def by_graph(query: Vector) -> Ranking:
        found = top_by_graph(graph, view, query, Metric.L2, TOP, candidates=way.candidates)
        return found or top(query, view, Metric.L2, TOP)

    by_scan = partial(_scan, view)
    times = in_turn({"scan": by_scan, "graph": by_graph}, queries)
    whole = view.vectors(slice(None))
    recalls: dict[str, list[float]] = {"scan": [], "graph": []}
    for query in queries:
        exact = _exact(whole, query)
        recalls["scan"].append(recall_of(by_scan(query), exact, Metric.L2))
        recalls["graph"].append(recall_of(by_graph(query), exact, Metric.L2))
    return (
        {name: median(spent) for name, spent in times.items()},
        {name: float(np.mean(of)) for name, of in recalls.items()},
        record.bytes,
    )


def _scan(view: VectorView, query: Vector) -> Ranking:
    return top(query, view, Metric.L2, TOP)


def _exact(whole: Matrix, query: Vector) -> Ranking:
    """By the definition, without any of ours."""
    step = max(1, COURSE_PIECE * COURSE[1] // whole.shape[1])
    wide = query.astype(np.float64)
    pieces = (whole[first : first + step].astype(np.float64) - wide for first in range(0, len(whole), step))
    distances = np.concatenate([np.sqrt(np.square(piece).sum(axis=1)) for piece in pieces])
    slots = np.argsort(distances, kind="stable")[:TOP]
    return Ranking(slots, distances[slots])


def _tree(whole: Matrix, queries: Matrix) -> dict[str, float]:
    """What the course does."""
    from sklearn.neighbors import KDTree

    wide = whole.astype(np.float64)
    began = time.perf_counter()
    tree = KDTree(wide, metric="euclidean")
    build = time.perf_counter() - began
    tree.reset_n_calls()
    tree.query(queries.astype(np.float64), k=TOP)
    share = tree.get_n_calls() / len(queries) / len(whole)
    times = in_turn({"tree": partial(_ask, tree)}, queries)
    return {
        "build": build,
        "share": share,
        "ms": median(times["tree"]),
        "bytes": float(sum(np.asarray(part).nbytes for part in tree.get_arrays())),
    }


def _ask(tree: Any, query: Vector) -> object:
    return tree.query(query[np.newaxis].astype(np.float64), k=TOP)


def reduced(vectors: VectorSet, count: int, axes: Matrix, mean: Vector) -> Rows:
    """In the coordinates of so many axes, each at length 1."""
    pieces = (_units((piece - mean) @ axes) for piece in vectors.rows(count))
    return Rows(count, axes.shape[1], pieces, _units((vectors.queries[:QUERIES] - mean) @ axes))


def _axes(number: int) -> tuple[Matrix, Vector]:
    """The directions in which real vectors differ most, [512, number], and their mean."""
    real = np.fromfile(REAL, np.float32).reshape(-1, 512)
    mean = real.mean(axis=0)
    _, directions = np.linalg.eigh(np.cov((real - mean).T))
    return np.ascontiguousarray(directions[:, ::-1][:, :number], np.float32), mean


def _units(rows: Matrix) -> Matrix:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def course_size() -> Rows:
    """Vectors as a flattened feature map gives them: not below 0, half of them 0; 25 kinds, each with a map of its own."""
    count, dimension = COURSE
    random = np.random.default_rng(5)
    kinds = random.standard_normal((25, dimension), dtype=np.float32)

    def some(number: int) -> Matrix:
        rows = kinds[random.integers(0, len(kinds), number)]
        rows = rows + random.standard_normal(rows.shape, dtype=np.float32)
        return _units(np.maximum(rows, 0, out=rows))

    def pieces() -> Iterator[Matrix]:
        for first in range(0, count, COURSE_PIECE):
            yield some(min(COURSE_PIECE, count - first))

    return Rows(count, dimension, pieces(), some(COURSE_QUERIES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the section into docs/course.md")
    parser.add_argument("--full", action="store_true", help="the course's own size, too")
    options = parser.parse_args()
    if not REAL.exists():
        print(ABSENT)
        return
    spread = next(one for one in vector_sets() if one.name == "spread")
    lines = [
        measured("python tests/benchmarks/kdtree_bench.py --full", "scikit-learn", "hnswlib", "numpy")
        + f" Medians of queries that are not in the library, {TOP} matches.",
        "",
        f"| {' | '.join(COLUMNS)} |",
        "|---" * len(COLUMNS) + "|",
    ]
    for dimension in DIMENSIONS:
        axes, mean = _axes(dimension)
        lines += [measure(reduced(spread, size, axes, mean)) for size in SIZES]
    if options.full and psutil.virtual_memory().available > COURSE_MEMORY:
        lines.append(measure(course_size()))
    elif options.full:
        print(f"Less than {COURSE_MEMORY / 1e9:.0f} GB of memory are free: the course's own size is left out.")
    publish("KD-tree", "\n".join(lines), write=options.write, on=COURSE_PAGE)


if __name__ == "__main__":
    main()
