"""From the vector of a query to the images of the answer: the way that is taken, what is left out, and widening."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.filters import Apart
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Vector
from imsearch_gui.domain.records import FileExample, GraphRecord, Query, Strategy
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import Library
from imsearch_gui.library.passing import Passing
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.candidates import top_by_graph
from imsearch_gui.searching.planner import GraphFacts, Route, route
from imsearch_gui.searching.scoring import Ranking, top

_WIDEN = 2


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best images, how they were found, and among how many."""

    matches: Matches
    how: Strategy
    among: int


def passing_of(library: Library, query: Query) -> Passing | None:
    """The images that may match; None where all may."""
    filters = query.filters
    if not filters.active:
        return None
    asked = tuple(example.path for example in query.examples if isinstance(example, FileExample))
    return library.passing(query.model_id, filters, asked if filters.apart is Apart.OTHER_FOLDERS else ())


def way_of(query: Query, view: VectorView, record: GraphRecord | None, passing: Passing | None = None) -> Route:
    """What the planner says to a query."""
    facts = None if record is None else GraphFacts(record.rows, record.candidates)
    return route(
        query.strategy,
        query.metric,
        query.top,
        rows=view.rows,
        dimension=view.dimension,
        graph=facts,
        passing=None if passing is None else len(passing.slots),
    )


def ranked(
    library: Library,
    query: Query,
    vector: Vector,
    view: VectorView,
    graph: Graph | None,
    way: Route,
    passing: Passing | None,
) -> Ranked:
    """The `query.top` best images that pass. Copies of a picture share a slot and a score."""
    slots = query.top
    while True:
        ranking, how = _rank(query, vector, view, graph, way, passing, slots)
        matches = _left(library, query, library.answer(query.model_id, ranking.slots, ranking.scores), passing)
        # A slot may have lost its images a moment ago, or a burst may leave one of ten; then the next best ones move up.
        if len(matches) >= query.top or len(ranking.slots) < slots:
            among = library.searchable_count(query.model_id) if passing is None else len(passing.ids)
            return Ranked(matches[: query.top], how, among)
        slots *= _WIDEN


def _rank(
    query: Query,
    vector: Vector,
    view: VectorView,
    graph: Graph | None,
    way: Route,
    passing: Passing | None,
    slots: int,
) -> tuple[Ranking, Strategy]:
    if graph is not None:
        candidates = max(way.candidates, slots)
        live = None if passing is None else passing.live
        ranking = top_by_graph(graph, view, vector, query.metric, slots, candidates=candidates, passing=live)
        if ranking is not None:
            return ranking, Strategy.GRAPH
    among = None if passing is None else passing.slots
    return top(vector, view, query.metric, slots, among=among), Strategy.EXACT


def _left(library: Library, query: Query, matches: Matches, passing: Passing | None) -> Matches:
    """Without the copies that do not pass, and one of each burst; ranks are counted anew."""
    if passing is None:
        return matches
    kept: npt.NDArray[np.int64] = np.flatnonzero(passing.keeps(matches.ids))
    if query.filters.apart is Apart.ONE_A_BURST:
        _, first = np.unique(library.bursts_of(matches.ids[kept]), return_index=True)
        kept = kept[np.sort(first)]
    return matches if len(kept) == len(matches) else matches.taken_at(kept).ranked_anew()
