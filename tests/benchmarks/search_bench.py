"""A search among 100,000 vectors against its limit and its rivals: time, recall, filters. Writes its part of docs/performance.md.

    .venv/bin/python tests/benchmarks/search_bench.py [--rows N] [--write]

The limit is one matrix-vector product of numpy's BLAS over the same vectors in float32. Rivals: faiss-cpu and usearch (the extra
`bench`) and hnswlib over the whole vectors. Everything is asked in turn, query by query.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from page import in_turn, measured, median, publish
from vector_sets import DIMENSION, MODEL, QUERIES, VectorSet, fill, vector_sets

from imsearch_gui.domain.metrics import Matrix, Metric, Vector
from imsearch_gui.domain.records import Strategy
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import Library
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.candidates import few_live, top_by_graph
from imsearch_gui.searching.graph_job import build_graph, recall_of
from imsearch_gui.searching.planner import GraphFacts, route
from imsearch_gui.searching.scoring import top, top_many

TOP = 10
SHARES = (0.01, 0.1, 0.5)
AT_ONCE = 32


def scans(view: VectorView, queries: Matrix) -> list[str]:
    """The exact scan against the matrix product and against faiss and usearch."""
    whole = view.vectors(slice(None))
    works: dict[str, Callable[[Vector], object]] = {"one BLAS matrix-vector product": lambda query: whole @ query}
    works |= {f"exact, {metric.label}": partial(_exact, view, metric) for metric in Metric}
    works |= rivals(whole)
    times = {name: median(of) for name, of in in_turn(works, queries).items()}
    product = times["one BLAS matrix-vector product"]
    l1 = times.get("faiss IndexFlat, L1")
    lines = [
        f"| way | ms | to the product |{' to faiss in L1 |' if l1 else ''}",
        f"|---|---|---|{'---|' if l1 else ''}",
    ]
    for name, spent in times.items():
        against = "" if l1 is None else (f" {spent / l1:.2f} |" if name.endswith(("L1", "L1 (absolute)")) else " |")
        lines.append(f"| {name} | {spent:.2f} | {spent / product:.2f} |{against}")
    several = {metric: _several(view, metric, queries) for metric in Metric}
    told = ", ".join(f"{metric.label} {spent:.2f} ms" for metric, spent in several.items())
    return [*lines, "", f"{AT_ONCE} queries at once, each: {told}.", ""]


def _exact(view: VectorView, metric: Metric, query: Vector) -> object:
    return top(query, view, metric, TOP)


def _several(view: VectorView, metric: Metric, queries: Matrix) -> float:
    began = time.perf_counter()
    top_many(queries[:AT_ONCE], view, metric, TOP)
    return (time.perf_counter() - began) * 1e3 / AT_ONCE


def rivals(whole: Matrix) -> dict[str, Callable[[Vector], object]]:
    """Exact scans of others, where they are installed."""
    found: dict[str, Callable[[Vector], object]] = {}
    if importlib.util.find_spec("faiss"):
        import faiss

        for name, metric in (
            ("inner product", faiss.METRIC_INNER_PRODUCT),
            ("L2", faiss.METRIC_L2),
            ("L1", faiss.METRIC_L1),
        ):
            index = faiss.IndexFlat(DIMENSION, metric)
            index.add(whole)
            found[f"faiss IndexFlat, {name}"] = partial(_ask_faiss, index)
    if importlib.util.find_spec("usearch"):
        from usearch.index import search

        half = whole.astype(np.float16)
        found["usearch exact, float16, cosine"] = lambda query: search(half, query.astype(np.float16), TOP, exact=True)
    return found


def _ask_faiss(index: Any, query: Vector) -> object:
    return index.search(query[np.newaxis], TOP)


def filters(view: VectorView, queries: Matrix) -> list[str]:
    """Search among some of the pictures."""
    random = np.random.default_rng(2)
    some = {share: _passing(view, random.choice(view.rows, int(view.rows * share), replace=False)) for share in SHARES}
    lines = [f"| metric | all | {' | '.join(f'{share:.0%}' for share in SHARES)} |", "|---|---|" + "---|" * len(SHARES)]
    for metric in Metric:
        works: dict[str, Callable[[Vector], object]] = {"all": partial(_exact, view, metric)}
        works |= {f"{share}": partial(_among, narrowed, metric) for share, narrowed in some.items()}
        times = {name: median(of) for name, of in in_turn(works, queries).items()}
        cells = [f"{times[str(share)]:.2f} ({times[str(share)] / times['all']:.2f})" for share in SHARES]
        lines.append(f"| {metric.label} | {times['all']:.2f} | {' | '.join(cells)} |")
    return [
        "Search among some of the pictures, exact, ms; in brackets the ratio to all of them:",
        "",
        *lines,
        "",
    ]


def _passing(view: VectorView, slots: Any) -> VectorView:
    """As a filter narrows it that lets these slots pass."""
    live = np.zeros(view.rows, np.bool_)
    live[slots] = True
    return replace(view, live=live)


def _among(narrowed: VectorView, metric: Metric, query: Vector) -> object:
    """As `searching.search` does it."""
    return top(query, narrowed, metric, TOP, among=few_live(narrowed))


def graphs(view: VectorView, library: Library, queries: Matrix, build_s: float) -> list[str]:
    """The graph's candidates, scored exactly, against hnswlib over the whole vectors."""
    import hnswlib

    record, graph = library.graph_record(MODEL), library.open_graph(MODEL)
    assert record is not None
    assert graph is not None
    whole = view.vectors(slice(None))
    plain = hnswlib.Index(space="cosine", dim=DIMENSION)
    plain.init_index(max_elements=view.rows, M=16, ef_construction=100, random_seed=100)
    began = time.perf_counter()
    plain.add_items(whole)
    plain_s = time.perf_counter() - began
    plain.set_ef(200)
    facts = GraphFacts(record.rows, record.candidates)
    lines = ["| metric | candidates | ms | recall@10 |", "|---|---|---|---|"]
    for metric in Metric:
        way = route(Strategy.GRAPH, metric, TOP, rows=view.rows, dimension=view.dimension, graph=facts)
        ask = partial(_by_graph, graph, view, metric, way.candidates)
        times = in_turn({"graph": ask}, queries)["graph"]
        exact = top_many(queries, view, metric, TOP)
        recall = np.mean([recall_of(ask(query), truth, metric) for query, truth in zip(queries, exact, strict=True)])
        lines.append(f"| {metric.label} | {way.candidates} | {median(times):.2f} | {recall:.4f} |")
    found = [plain.knn_query(query, k=TOP, num_threads=1)[0][0] for query in queries]
    truths = top_many(queries, view, Metric.COSINE, TOP)
    recall = np.mean([len(set(a) & set(b.slots)) / TOP for a, b in zip(found, truths, strict=True)])
    times = in_turn({"plain": lambda query: plain.knn_query(query, k=TOP, num_threads=1)}, queries)["plain"]
    return [
        f"Graph over {graph.rotation.reduced} numbers of each vector: {build_s:.1f} s to build, measure and save"
        f" ({record.bytes / view.rows:.0f} bytes a picture). hnswlib over all {DIMENSION}: {plain_s:.1f} s to build; asked with"
        f" ef 200: {median(times):.2f} ms, recall@10 {recall:.4f}.",
        "",
        *lines,
        "",
    ]


def _by_graph(graph: Graph, view: VectorView, metric: Metric, candidates: int, query: Vector) -> Any:
    return top_by_graph(graph, view, query, metric, TOP, candidates=candidates) or top(query, view, metric, TOP)


def report(vectors: VectorSet, rows: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        home, pictures = Path(folder, "library"), Path(folder, "pictures")
        pictures.mkdir()
        with LibraryWriter.open(home) as writer:
            fill(writer, pictures, vectors.rows(rows))
            began = time.perf_counter()
            for _ in build_graph(writer, MODEL, wanted=True):
                pass
            build_s = time.perf_counter() - began
        with Library.open(home) as library:
            view = library.vectors(MODEL)
            lines = [f"### {vectors.title}: {rows:,} x {DIMENSION}", ""]
            if vectors.name == "clustered":
                lines += [*scans(view, vectors.queries), *filters(view, vectors.queries[: QUERIES // 2])]
            return lines + graphs(view, library, vectors.queries, build_s)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--write", action="store_true", help="write the section into docs/performance.md")
    options = parser.parse_args()
    command = "python tests/benchmarks/search_bench.py"
    lines = [
        "## Search",
        "",
        measured(command, "numpy", "hnswlib", "faiss-cpu", "usearch")
        + f" Medians of {QUERIES} queries that are not in the library, {TOP} matches, from vector to ranked slots.",
        "",
    ]
    for vectors in vector_sets():
        lines += report(vectors, options.rows)
    publish("search", "\n".join(lines), write=options.write)


if __name__ == "__main__":
    main()
