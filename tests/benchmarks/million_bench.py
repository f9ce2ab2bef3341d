"""A library of a million pictures: time and recall of a search, memory, disk, opening, building, adding. Writes its section of
docs/performance.md.

    .venv/bin/python tests/benchmarks/million_bench.py [--rows N] [--sets NAME ...] [--plain] [--write]

What a searching process takes is measured in a fresh one. `--plain` also builds hnswlib over the whole vectors, as the rival
(some minutes and 3 GB more).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from page import high, in_turn, measured, median, publish
from vector_sets import DIMENSION, MODEL, VectorSet, fill, vector_sets

from imsearch_gui.bridge.libraries import _state_of
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Strategy
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.candidates import top_by_graph
from imsearch_gui.searching.graph_job import build_graph, recall_of
from imsearch_gui.searching.planner import GraphFacts, route
from imsearch_gui.searching.scoring import top, top_many

TOP = 10
NEW = 10_000


def memory() -> dict[str, float]:
    """Megabytes of this process: its own, and of files that are mapped."""
    lines = Path("/proc/self/status").read_text().splitlines()
    of = {line.partition(":")[0]: int(line.split()[1]) / 1e3 for line in lines if line.startswith("Rss")}
    return {"own": of["RssAnon"], "mapped": of["RssFile"]}


def search(home: Path, name: str) -> dict[str, Any]:
    """Run in a process of its own: open the library as the window does, then ask."""
    vectors = next(item for item in vector_sets() if item.name == name)
    before = memory()
    began = time.perf_counter()
    _state_of(home)
    state = time.perf_counter()
    with Library.open(home) as library:
        view, record = library.vectors(MODEL), library.graph_record(MODEL)
        mapped = time.perf_counter()
        graph = library.open_graph(MODEL)
        loaded = time.perf_counter()
        facts = GraphFacts(record.rows, record.candidates) if record is not None else None
        answers: dict[str, dict[str, Any]] = {}
        found = {}
        for metric in Metric:
            way = route(Strategy.AUTOMATIC, metric, TOP, rows=view.rows, dimension=view.dimension, graph=facts)

            def ask(query: Any, metric: Metric = metric, candidates: int = way.candidates) -> Any:
                ranking = None
                if graph is not None and candidates:
                    ranking = top_by_graph(graph, view, query, metric, TOP, candidates=candidates)
                ranking = ranking or top(query, view, metric, TOP)
                library.images_at(MODEL, ranking.slots.tolist())
                return ranking

            times = in_turn({"ask": ask}, vectors.queries)["ask"]
            found[metric] = [ask(query) for query in vectors.queries]
            answers[metric.label] = {
                "way": way.how.value,
                "candidates": way.candidates,
                "median": median(times),
                "high": high(times),
            }
        after = memory()
        for metric in Metric:
            truths = top_many(vectors.queries, view, metric, TOP)
            pairs = zip(found[metric], truths, strict=True)
            answers[metric.label]["recall"] = float(np.mean([recall_of(some, truth, metric) for some, truth in pairs]))
            exact = in_turn({"ask": lambda query, metric=metric: top(query, view, metric, TOP)}, vectors.queries[:30])
            answers[metric.label]["exact"] = median(exact["ask"])
    return {
        "answers": answers,
        "memory": {"before": before, "after": after, "scanned": memory()},
        "state": state - began,
        "map": mapped - state,
        "graph": loaded - mapped,
    }


def in_a_process(home: Path, name: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, "--search", str(home), name], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def bytes_in(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()}


def plain_build(vectors: VectorSet, rows: int) -> float:
    """Seconds that hnswlib takes over the whole vectors."""
    import hnswlib

    index = hnswlib.Index(space="cosine", dim=DIMENSION)
    index.init_index(max_elements=rows, M=16, ef_construction=100, random_seed=100)
    spent = 0.0
    for chunk in vectors.rows(rows):
        began = time.perf_counter()
        index.add_items(chunk)
        spent += time.perf_counter() - began
    return spent


def report(vectors: VectorSet, rows: int, *, plain: bool) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        home, pictures = Path(folder, "library"), Path(folder, "pictures")
        pictures.mkdir()
        with LibraryWriter.open(home) as writer:
            began = time.perf_counter()
            fill(writer, pictures, vectors.rows(rows))
            fill_s = time.perf_counter() - began
            began = time.perf_counter()
            graph_s = 0.0
            for step in build_graph(writer, MODEL):
                graph_s = step.seconds
            whole_s = time.perf_counter() - began
        sizes = bytes_in(home)
        seen = in_a_process(home, vectors.name)
        with LibraryWriter.open(home) as writer:
            began = time.perf_counter()
            fill(writer, pictures, vectors.rows(NEW), rows)
            steps = len(list(build_graph(writer, MODEL)))
            added_s = time.perf_counter() - began
            last = writer.vectors(MODEL)
            assert top(last.vector(rows + NEW - 1), last, Metric.L2, 1).scores[0] == 0
    plain_s = plain_build(vectors, rows) if plain else None
    return _told(vectors, rows, seen, sizes, (fill_s, graph_s, whole_s, added_s, plain_s), steps)


def _told(
    vectors: VectorSet,
    rows: int,
    seen: dict[str, Any],
    sizes: dict[str, int],
    seconds: tuple[float, float, float, float, float | None],
    steps: int,
) -> list[str]:
    fill_s, graph_s, whole_s, added_s, plain_s = seconds
    groups = {
        "vectors": sum(size for name, size in sizes.items() if name.startswith("vectors")),
        "graph": sum(size for name, size in sizes.items() if name.startswith("graph")),
        "catalog": sum(size for name, size in sizes.items() if name.startswith("catalog")),
    }
    disk = ", ".join(f"{name} {size / rows:.0f}" for name, size in groups.items())
    before, after, scanned = (seen["memory"][name] for name in ("before", "after", "scanned"))
    against = (
        "" if plain_s is None else f" (hnswlib over all {DIMENSION}: {plain_s:.0f} s, {graph_s / plain_s:.2f} of it)"
    )
    return [
        f"### {vectors.title}: {rows:,} x {DIMENSION}",
        "",
        "| metric | its way | candidates | median, ms | 95th percentile, ms | recall@10 | exact scan, ms |",
        "|---|---|---|---|---|---|---|",
        *(
            f"| {label} | {of['way']} | {of['candidates'] or ''} | {of['median']:.1f} | {of['high']:.1f} |"
            f" {of['recall']:.4f} | {of['exact']:.1f} |"
            for label, of in seen["answers"].items()
        ),
        "",
        f"- Stored in {fill_s:.0f} s ({rows / fill_s:,.0f} pictures a second). Graph built in {graph_s:.0f} s{against}, measured"
        f" and saved in {whole_s - graph_s:.0f} s more.",
        f"- Disk: {sum(groups.values()) / rows:.0f} bytes a picture ({disk}).",
        f"- Opening: counts {seen['state']:.2f} s, vectors {seen['map']:.2f} s, graph {seen['graph']:.2f} s.",
        f"- Memory of the searching process: {after['own']:.0f} MB of its own and {after['mapped']:.0f} MB of mapped files, which"
        f" the system may take back ({before['own']:.0f} and {before['mapped']:.0f} before the library was opened;"
        f" {scanned['own']:.0f} and {scanned['mapped']:.0f} after exact scans of everything).",
        f"- {NEW:,} new pictures are stored and searchable after {added_s:.1f} s"
        + (
            f", the graph being appended in {steps} steps."
            if steps
            else "; the graph stays as it is, they are scanned beside it."
        ),
        "",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--sets", nargs="*", help="names of vector sets; all by default")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--search", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.search:
        print(json.dumps(search(Path(options.search[0]), options.search[1])))
        return
    command = "python tests/benchmarks/million_bench.py --plain"
    lines = ["## A million pictures", "", measured(command, "numpy", "hnswlib"), ""]
    for vectors in vector_sets():
        if not options.sets or vectors.name in options.sets:
            lines += report(vectors, options.rows, plain=options.plain)
    publish("million", "\n".join(lines), write=options.write)


if __name__ == "__main__":
    main()
