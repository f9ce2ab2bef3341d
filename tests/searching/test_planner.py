"""Which way a query takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Strategy
from imsearch_gui.searching.planner import (
    CANDIDATE_COST,
    EXACT,
    SCAN_AT_EASE,
    UNCALIBRATED,
    GraphFacts,
    Route,
    route,
    wants_graph,
)

MILLION = 1_000_000


def facts(rows: int = MILLION, **candidates: int) -> GraphFacts:
    return GraphFacts(rows, {Metric(name): count for name, count in (candidates or {"cosine": 50}).items()})


def chosen(
    strategy: Strategy = Strategy.AUTOMATIC,
    metric: Metric = Metric.COSINE,
    top: int = 10,
    *,
    rows: int = MILLION,
    dimension: int = 512,
    graph: GraphFacts | None = None,
    passing: int | None = None,
) -> Route:
    return route(strategy, metric, top, rows=rows, dimension=dimension, graph=graph, passing=passing)


@pytest.mark.parametrize("strategy", list(Strategy))
@pytest.mark.parametrize("metric", list(Metric))
def test_without_a_graph_there_is_only_the_scan(strategy: Strategy, metric: Metric) -> None:
    assert chosen(strategy, metric) == EXACT
    assert chosen(strategy, metric, graph=facts(0)) == EXACT


def test_exact_is_exact() -> None:
    assert chosen(Strategy.EXACT, graph=facts()).how is Strategy.EXACT


def test_a_large_library_takes_its_calibrated_graph() -> None:
    assert chosen(graph=facts(cosine=100)) == Route(400)
    assert chosen(graph=facts(cosine=100)).how is Strategy.GRAPH


def test_a_small_library_is_scanned() -> None:
    rows = SCAN_AT_EASE // 512
    assert chosen(rows=rows, graph=facts(rows)) == EXACT
    assert chosen(rows=2 * rows, graph=facts(2 * rows)).how is Strategy.GRAPH


def test_a_metric_without_recall_is_scanned_unless_the_graph_is_asked_for() -> None:
    graph = facts(cosine=50)
    assert chosen(metric=Metric.L2, graph=graph) == EXACT
    assert chosen(Strategy.GRAPH, Metric.L2, graph=graph) == Route(4 * UNCALIBRATED)


def test_more_matches_need_more_candidates() -> None:
    graph = facts(cosine=50)
    assert chosen(top=5, graph=graph) == Route(200)
    assert chosen(top=200, graph=graph) == Route(1_000)


def test_so_many_matches_that_a_scan_is_quicker() -> None:
    graph = facts(cosine=50)
    limit = MILLION // CANDIDATE_COST // 50 * 10
    assert chosen(top=limit - 10, graph=graph).how is Strategy.GRAPH
    assert chosen(top=limit + 10, graph=graph) == EXACT


def test_matches_near_the_number_of_rows_are_scanned_whatever_was_asked() -> None:
    assert chosen(Strategy.GRAPH, top=900, rows=1_000, graph=facts(1_000)) == EXACT
    assert chosen(Strategy.GRAPH, top=100, rows=1_000, graph=facts(1_000)).how is Strategy.GRAPH


@given(
    strategy=st.sampled_from(list(Strategy)),
    metric=st.sampled_from(list(Metric)),
    top=st.integers(1, 100_000),
    rows=st.integers(0, 10_000_000),
    dimension=st.integers(1, 20_000),
    candidates=st.dictionaries(st.sampled_from(list(Metric)), st.integers(1, 800)),
)
def test_candidates_always_suffice_for_the_matches(
    strategy: Strategy, metric: Metric, top: int, rows: int, dimension: int, candidates: dict[Metric, int]
) -> None:
    way = route(strategy, metric, top, rows=rows, dimension=dimension, graph=GraphFacts(rows, candidates))
    assert way.candidates < max(rows, 1)
    if way.how is Strategy.GRAPH:
        assert way.candidates >= top
        assert way.candidates >= min(candidates.get(metric, UNCALIBRATED) * max(4, top / 10), rows // 2)


def test_graphs_are_for_libraries_that_a_scan_takes_long_for() -> None:
    assert not wants_graph(1_000, 20_000)
    assert not wants_graph(300_000, 512)
    assert wants_graph(500_000, 512)
    assert wants_graph(20_000, 12_288)


def test_with_a_filter_the_scan_is_taken_where_little_passes() -> None:
    assert chosen(graph=facts(), passing=999_999).candidates == chosen(graph=facts()).candidates > 0
    assert chosen(graph=facts(), passing=SCAN_AT_EASE // 512) == EXACT
    assert chosen(graph=facts(), passing=0) == EXACT
    assert chosen(metric=Metric.L2, graph=facts(), passing=999_999) == EXACT, "not calibrated"


@pytest.mark.parametrize("passing", [450_000, 600_000, 999_999])
def test_with_a_filter_the_graph_has_to_be_the_quicker_way_all_the_same(passing: int) -> None:
    least = passing * passing // MILLION // CANDIDATE_COST
    few, many = facts(cosine=int(least * 0.9) // 4), facts(cosine=int(least * 1.1) // 4)
    assert chosen(graph=few, passing=passing).how is Strategy.GRAPH
    assert chosen(graph=many, passing=passing) == EXACT


def test_by_name_the_graph_is_taken_while_it_can_show_enough_of_what_passes() -> None:
    named = Strategy.GRAPH
    assert chosen(named, graph=facts(), passing=10_000).how is Strategy.GRAPH
    assert chosen(named, graph=facts(), passing=1_900) == EXACT, "it would be asked for more than a tenth of its rows"
    assert chosen(named, top=600, rows=2_000, graph=facts(2_000), passing=1_000) == EXACT, "more than half is wanted"
