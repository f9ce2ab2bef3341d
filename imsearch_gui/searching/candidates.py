"""Candidates for a query: live slots near it, from the graph and from what was added since the graph was built."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Metric, Vector
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.scoring import Ranking, top

Slots = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_WIDEN = 4
_MOST_SHARE = 0.1
"""Asking the graph for more than this share of its rows takes longer than scanning them all."""
_LEAST_OF_EXPECTED = 0.5
"""Half of the safety of the planner is left then."""


def live_candidates(graph: Graph, view: VectorView, query: Vector, wanted: int) -> Slots:
    """At least `wanted` live slots near `query`, nearest first, where the graph reaches so many.

    Slots whose images are gone take up room in the graph's answer, so it is asked for more until enough live ones are
    among them, or until a scan would be quicker.
    """
    live = view.live
    asked = wanted
    while True:
        slots = graph.search(query, asked)
        slots = slots[slots < view.rows]
        if live is not None:
            slots = slots[live[slots]]
        if len(slots) >= wanted or asked >= max(wanted, graph.rows * _MOST_SHARE):
            return slots
        asked *= _WIDEN


def top_by_graph(
    graph: Graph,
    view: VectorView,
    query: Vector,
    metric: Metric,
    k: int,
    *,
    candidates: int,
    passing: Mask | None = None,
) -> Ranking | None:
    """The `k` best of the graph's candidates and of the slots behind the graph, scored exactly.

    None where the graph does not reach `k` of its live slots (deletions, copies that cut it into islands): then a scan must
    answer.

    `passing`, bool [rows], leaves out the slots that a filter does not let pass. How many of the candidates pass is known by
    the share that passes of all; where much fewer do, the filter cuts away just what is near, and a scan must answer, too.
    """
    covered = min(graph.rows, view.rows)
    live_covered = covered if view.live is None else int(np.count_nonzero(view.live[:covered]))
    slots = live_candidates(graph, view, query, candidates)
    late_slots = None
    if passing is not None:
        expected = len(slots) * int(np.count_nonzero(passing[:covered])) / max(live_covered, 1)
        slots = slots[passing[slots]]
        live_covered = int(np.count_nonzero(passing[:covered]))
        late_slots = np.flatnonzero(passing[covered:])
        if len(slots) < expected * _LEAST_OF_EXPECTED:
            return None
    if len(slots) < min(k, live_covered):
        return None
    if covered < view.rows:
        late = top(query, view.behind(covered), metric, k, among=late_slots)
        slots = np.concatenate([slots, late.slots + covered])
    return top(query, view, metric, k, among=slots)
