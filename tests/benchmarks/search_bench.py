"""Time and recall of a search among 100,000 vectors; writes its section of docs/performance.md.

    .venv/bin/python tests/benchmarks/search_bench.py [--rows N] [--dry]

Two sets: clustered vectors made by a seeded generator, and, where ../shared/data is there, real CLIP vectors repeated with
noise. Queries are held out: none of them is in the library.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

import numpy as np

from imsearch_gui.domain.metrics import Matrix, Metric, Vector
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import GraphRecord, PictureInfo, Strategy
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.candidates import top_by_graph
from imsearch_gui.searching.graph_job import build_graph, recall_of
from imsearch_gui.searching.planner import GraphFacts, Route, route
from imsearch_gui.searching.scoring import Ranking, top

PROJECT = Path(__file__).resolve().parents[2]
REAL = PROJECT.parent / "shared" / "data" / "clip_vectors" / "embeddings_f32_Nx512.bin"
PAGE = PROJECT / "docs" / "performance.md"
BEGIN, END = "<!-- search: begin -->", "<!-- search: end -->"
MODEL = "benchmark"
DIMENSION = 512
QUERIES = 100
BATCH = 5_000


@dataclass(frozen=True)
class Row:
    """What was measured in one metric."""

    metric: Metric
    exact_ms: float
    graph_ms: float
    candidates: int | None
    graph_recall: float
    automatic_ms: float
    automatic_recall: float
    automatic_how: Strategy


def clustered(rows: int) -> tuple[Matrix, Matrix]:
    """Vectors round 500 centres, and queries from the same."""
    random = np.random.default_rng(0)
    centres = random.standard_normal((500, DIMENSION), dtype=np.float32)
    every = centres[random.integers(0, 500, rows + QUERIES)]
    every += np.float32(0.5) * random.standard_normal(every.shape, dtype=np.float32)
    return every[:rows], every[rows:]


def real(rows: int) -> tuple[Matrix, Matrix]:
    """Real CLIP vectors; the ones left after the queries are repeated with noise (cosine to the original about 0.9)."""
    random = np.random.default_rng(0)
    vectors = np.fromfile(REAL, np.float32).reshape(-1, DIMENSION)
    order = random.permutation(len(vectors))
    queries, rest = vectors[order[:QUERIES]], vectors[order[QUERIES:]]
    every = np.resize(rest, (rows, DIMENSION)).copy()
    every += np.float32(0.5 / np.sqrt(DIMENSION)) * random.standard_normal(every.shape, dtype=np.float32)
    every /= np.linalg.norm(every, axis=1, keepdims=True)
    return every, queries


def fill(library: LibraryWriter, pictures: Path, vectors: Matrix) -> None:
    root = library.add_root(pictures, recursive=True, exclude=())
    model = library.use_model(MODEL, title="Benchmark", dimension=DIMENSION, fingerprint="1", folder=pictures)
    info = PictureInfo(640, 480, "JPEG")
    for start in range(0, len(vectors), BATCH):
        items = [
            Encoded(FoundFile(pictures / f"{slot}.jpg", 1, 1), slot.to_bytes(16, "big"), info, row)
            for slot, row in enumerate(vectors[start : start + BATCH], start)
        ]
        library.store(model, {item.file.path: root for item in items}, items, [])


def milliseconds(work: Callable[[Vector], object], queries: Matrix) -> float:
    """Median over the queries, each asked once after one to warm up."""
    work(queries[0])
    times = []
    for query in queries:
        began = time.perf_counter()
        work(query)
        times.append((time.perf_counter() - began) * 1e3)
    return float(np.median(times))


def measure(view: VectorView, graph: Graph, record: GraphRecord, queries: Matrix) -> Iterator[Row]:
    facts = GraphFacts(record.rows, record.candidates)
    for metric in Metric:
        truth = [top(query, view, metric, 10) for query in queries]

        ways = {
            strategy: route(strategy, metric, 10, rows=view.rows, dimension=view.dimension, graph=facts)
            for strategy in Strategy
        }
        answer = {strategy: partial(answered, graph, view, metric, way) for strategy, way in ways.items()}
        recall = {
            strategy: float(
                np.mean([recall_of(ask(query), exact, metric) for query, exact in zip(queries, truth, strict=True)])
            )
            for strategy, ask in answer.items()
        }
        yield Row(
            metric=metric,
            exact_ms=milliseconds(answer[Strategy.EXACT], queries),
            graph_ms=milliseconds(answer[Strategy.GRAPH], queries),
            candidates=record.candidates.get(metric),
            graph_recall=recall[Strategy.GRAPH],
            automatic_ms=milliseconds(answer[Strategy.AUTOMATIC], queries),
            automatic_recall=recall[Strategy.AUTOMATIC],
            automatic_how=ways[Strategy.AUTOMATIC].how,
        )


def answered(graph: Graph, view: VectorView, metric: Metric, way: Route, query: Vector) -> Ranking:
    """As `Searcher` answers."""
    found = None
    if way.candidates:
        found = top_by_graph(graph, view, query, metric, 10, candidates=way.candidates)
    return found or top(query, view, metric, 10)


def report(title: str, vectors: Matrix, queries: Matrix) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        home, pictures = Path(folder, "library"), Path(folder, "pictures")
        pictures.mkdir()
        with LibraryWriter.open(home) as writer:
            fill(writer, pictures, vectors)
            began = time.perf_counter()
            steps = list(build_graph(writer, MODEL, wanted=True))
            build = time.perf_counter() - began
        with Library.open(home) as library:
            view, record = library.vectors(MODEL), library.graph_record(MODEL)
            began = time.perf_counter()
            graph = library.open_graph(MODEL)
            load = time.perf_counter() - began
            assert record is not None
            assert graph is not None
            matrix = np.asarray(view.matrix)
            product = milliseconds(lambda query: matrix @ query, queries)
            rows = list(measure(view, graph, record, queries))
    return [
        f"**{title}**: {len(vectors):,} x {vectors.shape[1]}, {len(queries)} queries that are not in the library, 10 "
        f"matches. One BLAS matrix-vector product of that size: {product:.1f} ms. Graph: {steps[-1].seconds:.0f} s to "
        f"build, {build - steps[-1].seconds:.0f} s to measure and save, {load:.1f} s to check and load, "
        f"{record.bytes / 1e6:.0f} MB.",
        "",
        "| metric | exact scan, ms | graph, ms | calibrated candidates | its recall@10 | automatic, ms | its way | its recall@10 |",
        "|---|---|---|---|---|---|---|---|",
        *(
            f"| {row.metric.label} | {row.exact_ms:.1f} | {row.graph_ms:.2f} | {row.candidates or 'not calibrated'} | "
            f"{row.graph_recall:.4f} | {row.automatic_ms:.2f} | {row.automatic_how} | {row.automatic_recall:.4f} |"
            for row in rows
        ),
        "",
    ]


def processor() -> str:
    source = Path("/proc/cpuinfo")
    names = (
        [line for line in source.read_text().splitlines() if line.startswith("model name")] if source.exists() else []
    )
    return names[0].partition(":")[2].strip() if names else platform.processor() or platform.machine()


def section(rows: int) -> str:
    parts = [
        "## Search",
        "",
        f"Measured on {date.today().isoformat()}: {processor()}, {os.cpu_count()} cores, {platform.system()}, Python "
        f"{platform.python_version()}, numpy {version('numpy')}, hnswlib {version('hnswlib')} (built for this processor). "
        "Medians of one query at a time, from vector to ranked slots, by `python tests/benchmarks/search_bench.py`. The graph is "
        "asked for twice its calibrated candidates.",
        "",
        *report("Clustered vectors", *clustered(rows)),
    ]
    if REAL.exists():
        parts += report("Real CLIP ViT-B/16 vectors, repeated with noise", *real(rows))
    return "\n".join(parts)


def write(text: str) -> None:
    """Put the section between its markers; at the end of the page where it is new."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Performance\n"
    block = f"{BEGIN}\n{text}{END}"
    if BEGIN in page:
        before, _, rest = page.partition(BEGIN)
        page = before + block + rest.partition(END)[2]
    else:
        page = f"{page.rstrip()}\n\n{block}\n"
    PAGE.write_text(page, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--dry", action="store_true", help="print the section instead of writing it")
    args = parser.parse_args()
    text = section(args.rows)
    if args.dry:
        print(text)
    else:
        write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
