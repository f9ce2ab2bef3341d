"""The job that builds the graph of a model, after indexing, and measures how well it does.

The graph is a cache over length-normalised vectors. It only brings candidates, so it is worth as much as its candidates:
after each build its recall is measured against the exact scan in each metric, and a metric in which it does not reach
`RECALL` is left to the exact scan (L1, L2 and correlation of a model whose vectors vary in length or mean may be such).

Slots of images that are gone stay in the graph: it is the search that leaves them out, so a picture that comes back is found
again at once. The search counts candidates after that, and asks for more where many are gone.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from itertools import pairwise
from time import perf_counter
from typing import Final

import numpy as np

from imsearch_gui.domain.metrics import Matrix, Metric, Vector
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.candidates import live_candidates
from imsearch_gui.searching.planner import CALIBRATED_TOP, wants_graph
from imsearch_gui.searching.scoring import Ranking, rescore, top

RECALL: Final = 0.99
"""Recall at CALIBRATED_TOP from which the graph is trusted with a metric."""
TRIED: Final = (50, 100, 200, 400, 800)
"""Candidates that are tried, fewest first."""
SAMPLE: Final = 64
"""Queries that recall is measured with: 640 matches, so one lost match is 0.2 %."""
CHUNK: Final = 2_000
"""Rows between two `yield`s: about half a second."""
LATE_SHARE: Final = 0.02
"""New rows are appended when they are more than this share of the graph; until then the search scans them beside it."""
_SEED: Final = 20


def build_graph(
    library: LibraryWriter, model_id: str, *, wanted: bool | None = None
) -> Generator[Progress, None, None]:
    """Bring the graph of `model_id` up to date: build, append or leave it, then measure and save it.

    `wanted` says whether there shall be a graph; None: where the library is large enough for it to pay. Closing the
    generator leaves the graph that was there.
    """
    view = library.vectors(model_id)
    if view.live_rows == 0 or not (wants_graph(view.rows, view.dimension) if wanted is None else wanted):
        return
    graph = library.open_graph(model_id)
    if graph is not None and view.rows - graph.rows <= graph.rows * LATE_SHARE:
        return
    yield from _add_rows(graph := graph or Graph.empty(view.dimension, view.rows), view)
    candidates, recall = calibrate(graph, view)
    library.save_graph(model_id, graph, candidates, recall)


def _add_rows(graph: Graph, view: VectorView) -> Generator[Progress, None, None]:
    began = perf_counter()
    first = graph.rows
    total = view.rows - first
    yield Progress(Stage.GRAPH, 0, total)
    for start, stop in pairwise([*range(first, view.rows, CHUNK), view.rows]):
        graph.add(np.asarray(view.matrix[start:stop]))
        seconds = perf_counter() - began
        done = stop - first
        yield Progress(Stage.GRAPH, done, total, seconds=seconds, images_per_second=done / max(seconds, 1e-9))


def calibrate(graph: Graph, view: VectorView) -> tuple[dict[Metric, int], dict[Metric, float]]:
    """Per metric: the fewest candidates of TRIED whose recall reaches RECALL (absent where none does), and that recall.

    For a metric without such a number the recall is the one of the most candidates tried.
    """
    queries = sample_queries(view)
    candidates: dict[Metric, int] = {}
    recall: dict[Metric, float] = {}
    for metric in Metric:
        truth = [top(query, view, metric, CALIBRATED_TOP) for query in queries]
        for tried in TRIED:
            recall[metric] = _recall(graph, view, metric, queries, truth, tried)
            if recall[metric] >= RECALL:
                candidates[metric] = tried
                break
    return candidates, recall


def _recall(
    graph: Graph, view: VectorView, metric: Metric, queries: Sequence[Vector], truth: Sequence[Ranking], tried: int
) -> float:
    shares = []
    for query, exact in zip(queries, truth, strict=True):
        slots = live_candidates(graph, view, query, tried)
        shares.append(recall_of(rescore(query, view, slots, metric, CALIBRATED_TOP), exact, metric))
    return float(np.mean(shares))


def recall_of(found: Ranking, exact: Ranking, metric: Metric) -> float:
    """Share of the exact matches that were found; one that scores the same as the last exact one counts (a tie)."""
    if len(exact.slots) == 0:
        return 1.0
    last = exact.scores[-1]
    good = found.scores <= last if metric.is_distance else found.scores >= last
    return float(np.count_nonzero(good)) / len(exact.slots)


def sample_queries(view: VectorView) -> list[Vector]:
    """Vectors that the library might be asked for but does not hold, always the same for the same library.

    Half lie midway between a vector and its nearest neighbour, as another view of the same thing would. The other half lie a
    quarter of the way to any other vector: queries that have no near kin are the hard ones for a graph.
    """
    random = np.random.default_rng(_SEED)
    slots = np.arange(view.rows) if view.live is None else np.flatnonzero(view.live)
    picked: Matrix = np.asarray(view.matrix[np.sort(random.choice(slots, SAMPLE))])
    others: Matrix = np.asarray(view.matrix[random.choice(slots, SAMPLE)])
    queries: list[Vector] = []
    for position, (vector, other) in enumerate(zip(picked, others, strict=True)):
        if position % 2:
            queries.append(vector + (other - vector) * np.float32(0.25))
        else:
            near = top(vector, view, Metric.COSINE, 2).slots[-1]
            queries.append((vector + view.matrix[near]) * np.float32(0.5))
    return queries
