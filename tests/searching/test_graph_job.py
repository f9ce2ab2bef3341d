"""Building the graph, measuring it, and finding by it what the exact scan finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.metrics import Matrix, Metric
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import Library
from imsearch_gui.searching import graph_job
from imsearch_gui.searching.candidates import live_candidates, top_by_graph
from imsearch_gui.searching.graph_job import build_graph, recall_of, sample_queries
from imsearch_gui.searching.scoring import Ranking, top

MODEL = "test"
Clustered = Callable[..., Matrix]
LibraryOf = Callable[[Matrix], Any]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph_job, "CHUNK", 500)


def build(library: Any) -> list[Any]:
    return list(build_graph(library.writer, MODEL, wanted=True))


def test_small_library_needs_no_graph(library_of: LibraryOf, clustered: Clustered) -> None:
    library = library_of(clustered(100, 8))
    assert list(build_graph(library.writer, MODEL)) == []
    assert library.writer.graph_record(MODEL) is None


def test_empty_library(library_of: LibraryOf) -> None:
    library = library_of(np.empty((0, 8), np.float32))
    assert build(library) == []


def test_progress_leads_to_the_end(library_of: LibraryOf, clustered: Clustered) -> None:
    library = library_of(clustered(1_200, 16))
    steps = build(library)
    assert {step.stage for step in steps} == {Stage.GRAPH}
    assert sorted({step.done for step in steps}) == [0, 500, 1_000, 1_200]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert {step.total for step in steps} == {1_200}


def test_graph_reaches_its_recall_in_every_metric(library_of: LibraryOf, clustered: Clustered) -> None:
    library = library_of(clustered(3_000, 32))
    build(library)
    record = library.writer.graph_record(MODEL)
    assert record.rows == 3_000
    # These vectors are of about the same length and mean.
    assert set(record.candidates) == set(Metric)
    assert all(record.recall[metric] >= 0.99 for metric in Metric)
    graph, view = library.writer.open_graph(MODEL), library.writer.vectors(MODEL)
    queries = clustered(30, 32, seed=0)[:30] + np.float32(0.2)
    for metric in Metric:
        shares = [
            recall_of(
                top_by_graph(graph, view, query, metric, 10, candidates=record.candidates[metric]),  # type: ignore[arg-type]
                top(query, view, metric, 10),
                metric,
            )
            for query in queries
        ]
        assert np.mean(shares) >= 0.97, metric


def test_metric_that_the_graph_does_not_serve_is_left_out(
    library_of: LibraryOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Directions say nothing of distances where lengths run over four powers of ten."""
    monkeypatch.setattr(graph_job, "TRIED", (50, 100))
    random = np.random.default_rng(3)
    vectors = random.normal(size=(4_000, 16)) * 10.0 ** random.uniform(-2, 2, size=(4_000, 1))
    library = library_of(vectors.astype(np.float32))
    build(library)
    record = library.writer.graph_record(MODEL)
    assert Metric.COSINE in record.candidates
    assert Metric.L2 not in record.candidates
    assert record.recall[Metric.L2] < 0.99


def test_few_new_rows_wait_and_many_are_appended(library_of: LibraryOf, clustered: Clustered) -> None:
    library = library_of(clustered(1_000, 16))
    build(library)
    library.add(clustered(10, 16, seed=5))
    assert build(library) == []
    assert library.writer.graph_record(MODEL).rows == 1_000
    library.add(clustered(200, 16, seed=6))
    steps = build(library)
    assert steps[-1].total == 210
    assert library.writer.graph_record(MODEL).rows == 1_210


def test_cancelled_build_leaves_the_graph_that_was_there(library_of: LibraryOf, clustered: Clustered) -> None:
    library = library_of(clustered(1_000, 16))
    build(library)
    before = library.writer.graph_record(MODEL)
    library.add(clustered(1_000, 16, seed=7))
    job = build_graph(library.writer, MODEL, wanted=True)
    next(job)
    next(job)
    job.close()
    assert library.writer.graph_record(MODEL) == before
    assert library.writer.open_graph(MODEL).rows == 1_000


def test_damaged_graph_is_built_again(library_of: LibraryOf, clustered: Clustered, tmp_path: Path) -> None:
    library = library_of(clustered(1_000, 16))
    build(library)
    (file,) = (tmp_path / "library" / "graph").iterdir()
    file.write_bytes(file.read_bytes()[:-100])
    with Library.open(tmp_path / "library") as reader:
        assert reader.open_graph(MODEL) is None
    assert build(library)[-1].done == 1_000
    assert library.writer.open_graph(MODEL).rows == 1_000


def test_rows_behind_the_graph_are_found(library_of: LibraryOf, clustered: Clustered) -> None:
    library = library_of(clustered(1_000, 16))
    build(library)
    graph = library.writer.open_graph(MODEL)
    library.add(clustered(15, 16, seed=8))
    view = library.writer.vectors(MODEL)
    for slot in (1_000, 1_014):
        found = top_by_graph(graph, view, view.vector(slot), Metric.L1, 5, candidates=50)
        assert found is not None
        assert (found.slots[0], found.scores[0]) == (slot, 0.0)


def test_images_that_are_gone_are_passed_over_and_come_back(library_of: LibraryOf, clustered: Clustered) -> None:
    vectors = clustered(2_000, 16, clusters=5)
    library = library_of(vectors)
    build(library)
    graph = library.writer.open_graph(MODEL)
    query = vectors[7].copy()
    near = top(query, library.writer.vectors(MODEL), Metric.COSINE, 100).slots
    library.remove(near.tolist())
    view = library.writer.vectors(MODEL)
    slots = live_candidates(graph, view, query, 50)
    assert len(slots) >= 50
    assert not set(slots.tolist()) & set(near.tolist())
    found = top_by_graph(graph, view, query, Metric.COSINE, 10, candidates=50)
    assert found is not None
    assert found.slots.tolist() == top(query, view, Metric.COSINE, 10).slots.tolist()
    library.copy(7, "back.jpg")
    again = top_by_graph(graph, library.writer.vectors(MODEL), query, Metric.COSINE, 1, candidates=50)
    assert again is not None
    assert again.slots.tolist() == [7]


def test_graph_that_does_not_reach_enough_says_so(clustered: Clustered, library_of: LibraryOf) -> None:
    """A graph cut off from most of its slots (here: it knows them, but answers with a few) must not give a short answer."""
    library = library_of(clustered(500, 8))
    build(library)
    graph = library.writer.open_graph(MODEL)
    view = library.writer.vectors(MODEL)

    class Island(Graph):
        def search(self, query: Any, candidates: int) -> Any:
            return graph.search(query, 3)

    island = Island(None, 8, 500)
    assert top_by_graph(island, view, np.ones(8, np.float32), Metric.COSINE, 10, candidates=50) is None


def test_copies_do_not_break_it(library_of: LibraryOf) -> None:
    vectors = np.tile(np.arange(1, 17, dtype=np.float32), (1_500, 1))
    vectors[:100] = np.random.default_rng(9).normal(size=(100, 16))
    library = library_of(vectors)
    build(library)
    graph, view = library.writer.open_graph(MODEL), library.writer.vectors(MODEL)
    found = top_by_graph(graph, view, vectors[500].copy(), Metric.COSINE, 10, candidates=100)
    assert found is None or found.scores.tolist() == [1.0] * 10


def test_queries_of_the_sample_are_new_and_always_the_same(library_of: LibraryOf, clustered: Clustered) -> None:
    view = library_of(clustered(300, 12)).writer.vectors(MODEL)
    kinds, again = sample_queries(view), sample_queries(view)
    assert [len(kind) for kind in kinds] == [graph_job.SAMPLE] * (1 + len(graph_job.TOWARDS_ANOTHER))
    queries = [query for kind in kinds for query in kind]
    assert all(query.dtype == np.float32 for query in queries)
    assert np.array_equal(queries, [query for kind in again for query in kind])
    members = {row.tobytes() for row in view.vectors(slice(None))}
    # A vector may be drawn together with itself.
    assert sum(query.tobytes() in members for query in queries) <= 3


def test_recall_is_that_of_the_worst_kind(
    library_of: LibraryOf, clustered: Clustered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Vectors near their kin alone would make any graph look good."""
    library = library_of(clustered(2_000, 16))
    build(library)
    graph, view = library.writer.open_graph(MODEL), library.writer.vectors(MODEL)
    recall = iter([1.0, 0.5, 0.9] + [1.0] * 100)
    monkeypatch.setattr(graph_job, "_recall", lambda *_: next(recall))
    job = graph_job.calibrate(graph, view, Progress(Stage.GRAPH))
    with pytest.raises(StopIteration) as end:
        while True:
            next(job)
    calibration = end.value.value
    assert calibration.candidates[next(iter(Metric))] == graph_job.TRIED[1]


def test_recall_counts_ties() -> None:
    exact = Ranking(np.array([1, 2, 3]), np.array([0.0, 1.0, 1.0]))
    assert recall_of(Ranking(np.array([1, 9, 2]), np.array([0.0, 1.0, 1.0])), exact, Metric.L2) == 1.0
    assert recall_of(Ranking(np.array([1, 8]), np.array([0.0, 1.5])), exact, Metric.L2) == pytest.approx(1 / 3)
    assert recall_of(Ranking(np.empty(0, np.int64), np.empty(0)), exact, Metric.L2) == 0.0
    nothing = Ranking(np.empty(0, np.int64), np.empty(0))
    assert recall_of(nothing, nothing, Metric.L2) == 1.0
