"""Candidates for a query: live slots near it, from the graph and from what was added since the graph was built."""

from __future__ import annotations

from math import ceil

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Metric, Vector
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.planner import MOST_SHARE
from imsearch_gui.searching.scoring import Ranking, top

Slots = npt.NDArray[np.int64]

_WIDEN = 4
ENOUGH = 0.9
"""Of the candidates that are wanted, so many do: they are four times what was calibrated, and asking again takes long."""
_MARGIN = 1.1
_FEW_SHARE = 0.2
"""Where fewer of the rows may match, the scan is given a list of them; else it goes over all and leaves out the others."""


def live_candidates(graph: Graph, view: VectorView, query: Vector, wanted: int) -> Slots:
    """About `wanted` live slots near `query`, nearest first, where the graph reaches so many.

    Slots whose images are gone, or do not pass a filter, take up room in the graph's answer. So it is asked for as many more as
    fewer are live, and again for more until enough live ones are among them, or until a scan would be quicker.
    """
    live = view.live
    asked = wanted if live is None else ceil(_MARGIN * wanted * view.rows / max(1, view.live_rows))
    asked = min(asked, max(wanted, ceil(graph.rows * MOST_SHARE)))
    while True:
        slots = graph.search(query, asked)
        slots = slots[(slots >= 0) & (slots < view.rows)]
        if live is not None:
            slots = slots[live[slots]]
        if len(slots) >= wanted * ENOUGH or asked >= max(wanted, graph.rows * MOST_SHARE):
            return slots
        asked *= _WIDEN


def top_by_graph(
    graph: Graph, view: VectorView, query: Vector, metric: Metric, k: int, *, candidates: int, all_of_them: bool = False
) -> Ranking | None:
    """The `k` best of the graph's candidates and of the slots behind the graph, scored exactly.

    None where the graph does not reach `k` of its live slots (deletions, copies that cut it into islands), or not even about
    all `candidates` where that is asked for (what passes a filter may lie far from the query): then a scan must answer.
    """
    covered = min(graph.rows, view.rows)
    live_covered = covered if view.live is None else int(np.count_nonzero(view.live[:covered]))
    slots = live_candidates(graph, view, query, candidates)
    if len(slots) < min(ceil(candidates * ENOUGH) if all_of_them else k, live_covered):
        return None
    if covered < view.rows:
        late = top(query, view.behind(covered), metric, k)
        slots = np.concatenate([slots, late.slots + covered])
    return top(query, view, metric, k, among=slots)


def few_live(view: VectorView) -> Slots | None:
    """The slots that are live, where they are few enough that a scan of a list of them is the quickest."""
    if view.live is None or view.live_rows > view.rows * _FEW_SHARE:
        return None
    return np.flatnonzero(view.live)
