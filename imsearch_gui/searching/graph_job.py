"""The job that builds the graph of a model, after indexing, and measures how well it does.

The graph is a cache over the directions of the vectors, reduced to a few numbers. It only brings candidates, so it is worth as
much as its candidates: after each build its recall is measured against the exact scan in each metric, and a metric in which it
does not reach `RECALL` is left to the exact scan (L1, L2 and correlation of a model whose vectors vary in length or mean may be
such).

Slots of images that are gone stay in the graph: it is the search that leaves them out, so a picture that comes back is found
again at once. The search counts candidates after that, and asks for more where many are gone.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from time import perf_counter
from typing import Final

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Matrix, Metric, Vector
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.rotation import REDUCED, Rotation, learn
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.candidates import live_candidates
from imsearch_gui.searching.planner import CALIBRATED_TOP, wants_graph
from imsearch_gui.searching.scoring import Ranking, top, top_many

RECALL: Final = 0.99
"""Recall at CALIBRATED_TOP from which the graph is trusted with a metric, in each kind of query that it is tried with."""
TRIED: Final = (100, 200, 400, 800, 1_600, 3_200, 6_400)
"""Candidates that are tried, fewest first."""
SAMPLE: Final = 50
"""Queries of each kind: 500 matches, so one lost match is 0.2 %."""
TOWARDS_ANOTHER: Final = (0.25, 0.35)
"""How far the harder queries are moved towards a vector that they have nothing to do with. With real CLIP vectors, pictures
that are not in the library needed as many candidates as queries moved by a quarter; a third is for safety, and half way
there is no kin left to be found."""
CHUNK: Final = 8_000
"""Rows between two `yield`s: less than half a second."""
CHUNK_NUMBERS: Final = 8 << 20
"""Numbers of such rows at most, so that flattened feature maps do not fill the memory."""
LEARN_FROM: Final = 20_000
LEARN_NUMBERS: Final = 64 << 20
"""Vectors, and numbers of them at most, from which a rotation is learned: more do not change it."""
OUTGROWN: Final = 4
"""A library that has grown to so many times what its rotation was learned from gets a new graph: what came since may differ in
directions that the rotation does not know."""
LATE_SHARE: Final = 0.02
"""New rows are appended when they are more than this share of the graph; until then the search scans them beside it."""
AT_ONCE: Final = 10
"""Queries between two `yield`s of the calibration."""
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
        library.drop_graph(model_id)
        return
    graph = library.open_graph(model_id)
    if graph is not None and view.rows > graph.rotation.rows * OUTGROWN:
        graph = None
    if graph is not None and view.rows - graph.rows <= graph.rows * LATE_SHARE:
        return
    graph = graph or Graph.empty(_learned(view), view.rows)
    built = yield from _add_rows(graph, view)
    calibration = yield from calibrate(graph, view, built)
    library.save_graph(model_id, graph, calibration.candidates, calibration.recall)


def _learned(view: VectorView) -> Rotation:
    slots = np.arange(view.rows) if view.live is None else np.flatnonzero(view.live)
    most = max(2 * REDUCED, min(LEARN_FROM, LEARN_NUMBERS // view.dimension))
    return learn(view.vectors(slots[:: -(-len(slots) // most)]), view.rows)


def _add_rows(graph: Graph, view: VectorView) -> Generator[Progress, None, Progress]:
    began = perf_counter()
    first = graph.rows
    total = view.rows - first
    progress = Progress(Stage.GRAPH, 0, total)
    yield progress
    step = max(1, min(CHUNK, CHUNK_NUMBERS // view.dimension))
    for start, stop in pairwise([*range(first, view.rows, step), view.rows]):
        graph.add(view.vectors(slice(start, stop)))
        seconds = perf_counter() - began
        done = stop - first
        progress = Progress(Stage.GRAPH, done, total, seconds=seconds, images_per_second=done / max(seconds, 1e-9))
        yield progress
    return progress


@dataclass(slots=True)
class Calibration:
    """How well a graph does, per metric."""

    candidates: dict[Metric, int] = field(default_factory=dict)
    """The fewest of TRIED whose recall reaches RECALL; a metric where none does is absent."""
    recall: dict[Metric, float] = field(default_factory=dict)
    """The recall with those, or with the most that were tried: the one of the kind of query that did worst."""


def calibrate(graph: Graph, view: VectorView, progress: Progress) -> Generator[Progress, None, Calibration]:
    """Measure the graph against the exact scan; yields `progress` after a few queries, so that it may be cancelled."""
    calibration = Calibration()
    kinds = sample_queries(view)
    for metric in Metric:
        truths: list[list[Ranking]] = []
        for queries in kinds:
            truths.append([])
            for start in range(0, len(queries), AT_ONCE):
                truths[-1] += top_many(np.stack(queries[start : start + AT_ONCE]), view, metric, CALIBRATED_TOP)
                yield progress
        for tried in TRIED:
            calibration.recall[metric] = min(
                _recall(graph, view, metric, queries, truth, tried)
                for queries, truth in zip(kinds, truths, strict=True)
            )
            yield progress
            if calibration.recall[metric] >= RECALL:
                calibration.candidates[metric] = tried
                break
    return calibration


def _recall(
    graph: Graph, view: VectorView, metric: Metric, queries: Sequence[Vector], truth: Sequence[Ranking], tried: int
) -> float:
    shares = []
    for query, exact in zip(queries, truth, strict=True):
        slots = live_candidates(graph, view, query, tried)
        shares.append(recall_of(top(query, view, metric, CALIBRATED_TOP, among=slots), exact, metric))
    return float(np.mean(shares))


def recall_of(found: Ranking, exact: Ranking, metric: Metric) -> float:
    """Share of the exact matches that were found; one that scores the same as the last exact one counts (a tie)."""
    if len(exact.slots) == 0:
        return 1.0
    last = exact.scores[-1]
    good = found.scores <= last if metric.is_distance else found.scores >= last
    return float(np.count_nonzero(good)) / len(exact.slots)


def sample_queries(view: VectorView) -> list[list[Vector]]:
    """SAMPLE queries of each kind that the library might be asked for but does not hold; for the same library the same.

    The first kind lies midway between a vector and its nearest neighbour, as another view of the same thing would. The others
    are vectors moved towards any other one (TOWARDS_ANOTHER): queries with little kin are the hard ones for a graph.
    """
    random = np.random.default_rng(_SEED)
    slots = np.arange(view.rows) if view.live is None else np.flatnonzero(view.live)
    near = [_midway(vector, view) for vector in _some(view, slots, random)]
    far = [
        list(start + (_some(view, slots, random) - start) * np.float32(share))
        for share in TOWARDS_ANOTHER
        for start in [_some(view, slots, random)]
    ]
    return [near, *far]


def _some(view: VectorView, slots: npt.NDArray[np.int64], random: np.random.Generator) -> Matrix:
    return view.vectors(random.choice(slots, SAMPLE))


def _midway(vector: Vector, view: VectorView) -> Vector:
    neighbour = view.vector(int(top(vector, view, Metric.COSINE, 2).slots[-1]))
    return np.asarray((vector + neighbour) * np.float32(0.5))
