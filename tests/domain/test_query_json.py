"""Queries that are kept come back as they were."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.query_json import from_json, picture_name, to_json
from imsearch_gui.domain.records import FileExample, PixelsExample, Query, Strategy, TextExample
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.domain.region import Region

NUMBERS = st.integers(1, 1000)
REGIONS = st.none() | st.builds(Region, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
EXAMPLES = st.one_of(
    st.builds(TextExample, st.text()),
    st.builds(lambda name, region: FileExample(Path("/p", name), region), st.text("äb ."), REGIONS),
    st.builds(PixelsExample, st.binary(), st.text(), REGIONS),
)
FILTERS = st.builds(
    Filters,
    folders=st.sampled_from([(), (Path("/a"), Path("/b"))]),
    taken_from=st.sampled_from(["", "2024-01-01"]),
    orientations=st.lists(st.sampled_from(list(Orientation)), unique=True).map(tuple),
    shortest_side=NUMBERS,
    formats=st.lists(st.text()).map(tuple),
    labels=st.lists(st.text()).map(tuple),
    colours=st.lists(st.integers(1, 9)).map(tuple),
    rating=st.integers(0, 5),
    apart=st.sampled_from(list(Apart)),
)
QUERIES = st.builds(
    Query,
    like=st.lists(EXAMPLES, min_size=1, max_size=3).map(tuple),
    unlike=st.lists(EXAMPLES, max_size=3).map(tuple),
    model_id=st.text(),
    metric=st.sampled_from(list(Metric)),
    top=NUMBERS,
    strategy=st.sampled_from(list(Strategy)),
    filters=FILTERS,
    refinement=st.builds(Refinement, st.sampled_from(list(Expansion)), st.booleans(), st.booleans()),
)


@given(QUERIES)
def test_there_and_back(query: Query) -> None:
    pictures = {picture_name(one.data): one.data for one in query.examples if isinstance(one, PixelsExample)}
    assert from_json(json.loads(json.dumps(to_json(query))), pictures.__getitem__) == query


@pytest.mark.parametrize(
    "change",
    [
        {"metric": "?"},
        {"like": None},
        {"top": []},
        {"filters": []},
        {"filters": {"apart": "?"}},
        {"filters": {"colours": [None]}},
        {"like": [3]},
        {"unlike": [{"file": "/a"}]},
        {"refinement": []},
        {"refinement": {"expansion": "?"}},
        {"refinement": {"reciprocal": 1}},
        {"refinement": {"geometry": "yes"}},
    ],
)
def test_what_is_no_query_is_refused(change: dict[str, Any]) -> None:
    value = {**to_json(Query((TextExample("a"),), "m")), **change}
    with pytest.raises(ValueError):
        from_json(value, lambda _: b"")
    with pytest.raises(ValueError, match="no query"):
        from_json([], lambda _: b"")


@pytest.mark.parametrize(
    "change",
    [
        {"top": 0},
        {"top": 10**30},
        {"top": float("inf")},
        {"filters": {"rating": 10**30}},
        {"filters": {"rating": 6}},
        {"filters": {"colours": [10]}},
        {"filters": {"shortest_side": -1}},
        {"filters": {"shortest_side": float("inf")}},
        {"like": [{"file": "/a", "region": [0, 0, 10**30, 1]}]},
    ],
)
def test_numbers_that_nobody_could_ask_for_are_refused(change: dict[str, Any]) -> None:
    value = {**to_json(Query((TextExample("a"),), "m")), **change}
    with pytest.raises(ValueError):
        from_json(value, lambda _: b"")


def test_queries_from_before_there_were_refinements_are_plain() -> None:
    value = to_json(Query((TextExample("a"),), "m", refinement=Refinement(geometry=True)))
    del value["refinement"]
    assert from_json(value, lambda _: b"").refinement == PLAIN
