"""How a query is answered: by an exact scan, or by the graph's candidates scored exactly. Pure.

The numbers are measured (two cores, 512 dimensions; docs/performance.md): what matters is their ratio, which is steadier
from machine to machine than they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Strategy

CALIBRATED_TOP: Final = 10
"""A graph's candidates are calibrated for recall at this many matches; more matches need more candidates in proportion."""

SAFETY: Final = 4.0
"""At least this many times the calibrated candidates are taken: queries differ from the sample of the calibration, and a
candidate costs less than a microsecond."""

SCAN_AT_EASE: Final = 200_000_000
"""Numbers (rows x dimension) that an exact scan goes through in 6 ms on the machine it was measured on, and in less than 20
where the memory is a third as fast: nobody notices. L1 takes as long as the others."""

CANDIDATE_COST: Final = 40
"""Rows of 512 numbers that the exact scan goes through in the time that the graph takes to find and score one candidate."""

MOST_SHARE: Final = 0.1
"""Asking the graph for more than this share of its rows takes longer than scanning them all."""

UNCALIBRATED: Final = 800
"""Candidates where the graph was asked for by name in a metric in which it did not reach its recall."""


@dataclass(frozen=True, slots=True)
class GraphFacts:
    """What the planner needs to know of a graph."""

    rows: int
    """Slots it covers, counted from 0; later ones are scanned."""
    candidates: Mapping[Metric, int]
    """Per metric: candidates that reach the recall for CALIBRATED_TOP matches; a metric that did not get there is absent."""


@dataclass(frozen=True, slots=True)
class Route:
    """How to answer: `candidates` live slots from the graph, or the exact scan where that is 0."""

    candidates: int = 0

    @property
    def how(self) -> Strategy:
        return Strategy.GRAPH if self.candidates else Strategy.EXACT


EXACT: Final = Route()


def route(
    strategy: Strategy,
    metric: Metric,
    top: int,
    *,
    rows: int,
    dimension: int,
    graph: GraphFacts | None,
    passing: int | None = None,
) -> Route:
    """Choose. `rows` counts all slots of the model, `top` the matches that are wanted, `passing` the slots that may match where
    there is a filter.

    EXACT scans. GRAPH takes the graph wherever one exists, unless half of the rows are wanted. AUTOMATIC scans while that is
    quick; above, it takes the graph where it reached its recall in this metric and is the quicker way for that many matches.

    A filter makes the scan shorter and the graph's work longer, since of its candidates only those that pass are of use: it has to
    be asked for as many more as fewer pass, whatever was asked for by name.
    """
    if graph is None or graph.rows == 0 or strategy is Strategy.EXACT:
        return EXACT
    if passing is not None:
        return _route_among(strategy, metric, top, rows, dimension, graph, passing)
    calibrated = graph.candidates.get(metric)
    if strategy is Strategy.GRAPH:
        wanted = min(_for_top(calibrated or UNCALIBRATED, top), rows // 2)
        return Route(wanted) if wanted >= top else EXACT
    if calibrated is None or rows * dimension <= SCAN_AT_EASE:
        return EXACT
    wanted = _for_top(calibrated, top)
    # The slots behind the graph are scanned in either case.
    quicker = wanted * CANDIDATE_COST < graph.rows
    return Route(wanted) if quicker else EXACT


def _route_among(
    strategy: Strategy, metric: Metric, top: int, rows: int, dimension: int, graph: GraphFacts, passing: int
) -> Route:
    calibrated = graph.candidates.get(metric)
    named = strategy is Strategy.GRAPH
    if passing * dimension <= SCAN_AT_EASE and not named:
        return EXACT
    if calibrated is None and not named:
        return EXACT
    wanted = _for_top(calibrated or UNCALIBRATED, top)
    asked = wanted * rows / max(passing, 1)
    if wanted > passing // 2 or asked > rows * MOST_SHARE:
        return EXACT
    quicker = asked * CANDIDATE_COST < min(passing, graph.rows)
    return Route(wanted) if named or quicker else EXACT


def _for_top(candidates: int, top: int) -> int:
    return max(top, ceil(candidates * max(SAFETY, top / CALIBRATED_TOP)))


GRAPH_ROWS: Final = 10_000
"""Fewer rows are scanned at ease in any dimension that a model has."""


def wants_graph(rows: int, dimension: int) -> bool:
    """Whether a library of this size gets a graph: where a scan in the slowest metric is no longer at ease."""
    return rows >= GRAPH_ROWS and rows * dimension > SCAN_AT_EASE
