"""Undo and redo of whole queries: laws that hold for any way of asking, undoing and redoing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain import query_steps
from imsearch_gui.domain.filters import Filters
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.query_steps import BURST_S, MOST, Steps
from imsearch_gui.domain.records import PixelsExample, Query, TextExample

QUERIES = st.builds(
    lambda words, top, metric, rating: Query(
        (TextExample(words),), "model", metric, top, filters=Filters(rating=rating)
    ),
    st.sampled_from("abcdef"),
    st.integers(1, 4),
    st.sampled_from(list(Metric)),
    st.integers(0, 2),
)
MOVES = st.lists(
    st.one_of(
        st.just("undo"),
        st.just("redo"),
        st.just("clear"),
        st.tuples(QUERIES, st.sampled_from(["", "top", "region"]), st.floats(0, 5)),
    ),
    max_size=40,
)


def query(words: str) -> Query:
    return Query((TextExample(words),), "model")


def walk(moves: list[object]) -> Steps:
    steps, clock = Steps(), 0.0
    for move in moves:
        match move:
            case "undo":
                steps = steps.undone()
            case "redo":
                steps = steps.redone()
            case "clear":
                steps = steps.recorded(None)
            case (asked, kind, wait):
                clock += wait
                steps = steps.recorded(asked, kind, clock)
    return steps


def places(steps: Steps) -> tuple[object, object, object]:
    return steps.past, steps.now, steps.future


@given(MOVES)
def test_redo_takes_back_undo(moves: list[object]) -> None:
    steps = walk(moves)
    if steps.can_undo:
        assert places(steps.undone().redone()) == places(steps)
    else:
        assert steps.undone() is steps


@given(MOVES)
def test_undo_takes_back_redo(moves: list[object]) -> None:
    steps = walk(moves)
    if steps.can_redo and steps.now is not None:
        assert places(steps.redone().undone()) == places(steps)


@given(MOVES, QUERIES)
def test_a_step_is_undone_to_what_was_asked_before(moves: list[object], asked: Query) -> None:
    steps = walk(moves)
    after = steps.recorded(asked)
    assert after.now == asked
    if asked != steps.now:
        assert not after.can_redo
        if steps.now is not None:
            assert after.undone().now == steps.now


@given(MOVES)
def test_nothing_is_asked_twice_in_a_row_and_a_cleared_query_is_no_step_to_go_back_to(moves: list[object]) -> None:
    steps = walk(moves)
    assert None not in steps.past
    assert None not in steps.future[:-1]
    if steps.now is None:
        assert not steps.can_redo


# Sixty-fourths of a second, so that no sum is rounded.
@given(st.lists(st.integers(0, int(64 * BURST_S)).map(lambda ticks: ticks / 64), min_size=1, max_size=30))
def test_a_burst_is_one_step(waits: list[float]) -> None:
    before = Steps().recorded(query("a"))
    steps, clock = before, 10.0
    for number, wait in enumerate(waits):
        clock += wait
        steps = steps.recorded(replace(query("a"), top=number + 1), "top", clock)
    assert steps.undone().now == before.now
    assert len(steps.past) == 1


def test_what_comes_later_or_is_of_another_kind_is_a_step_of_its_own() -> None:
    steps = Steps().recorded(query("a")).recorded(query("b"), "top", 1.0)
    assert len(steps.recorded(query("c"), "top", 1.0 + BURST_S).past) == 1
    assert len(steps.recorded(query("c"), "top", 1.1 + BURST_S).past) == 2
    assert len(steps.recorded(query("c"), "region", 1.1).past) == 2
    assert len(steps.undone().recorded(query("c"), "top", 1.1).past) == 1, "undoing ends a burst"


def test_a_cleared_query_comes_back() -> None:
    steps = Steps().recorded(query("a")).recorded(None)
    assert steps.now is None
    assert steps.undone().now == query("a")
    assert steps.undone().redone().now is None


def test_the_past_has_an_end() -> None:
    steps = Steps()
    for number in range(MOST + 10):
        steps = steps.recorded(query(str(number)))
    assert len(steps.past) == MOST
    assert steps.past[0] == query("9")


def test_pictures_without_a_file_are_held_within_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_steps, "MOST_BYTES", 250)
    steps = Steps()
    for number in range(5):
        steps = steps.recorded(Query((PixelsExample(bytes([number]) * 100),), "model"))
    assert len(steps.past) == 1
    same = steps.now
    for top in range(1, 6):
        assert same is not None
        steps = steps.recorded(replace(same, top=top))
    assert len(steps.past) > 1, "the same picture again takes no more room"
