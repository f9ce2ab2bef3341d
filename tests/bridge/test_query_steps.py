"""Undo, redo, swap and filters of the query in the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.search_session import SearchSession, Way
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.filters import EVERYTHING, Filters, Orientation
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import LibraryState, Query, SearchResult, Strategy, TextExample
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.domain.settings import METRIC

REFINED = Refinement(Expansion.AVERAGE, reciprocal=True)
TALL = Filters(orientations=(Orientation.PORTRAIT,))


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Words that cannot be searched for."""
    words: set[str] = set()

    def search(_: Desk, folder: Path, query: Query, wanted: Callable[[], bool]) -> SearchResult:
        if any(example.text in words for example in query.like if isinstance(example, TextExample)):
            raise QueryError("That cannot be answered: ask something else.")
        return SearchResult(query, (), Strategy.EXACT, 5)

    monkeypatch.setattr(Desk, "search", search)
    monkeypatch.setattr(Desk, "open", lambda *_: None)
    return words


@pytest.fixture
def session(
    settings: SettingsStore, closing: Any, failing: set[str], state_of: Callable[..., LibraryState]
) -> SearchSession:
    session: SearchSession = closing(SearchSession(settings))
    session.use_library(replace(state_of(models=("pixels", "classic")), word_models=("pixels", "classic")))
    return session


@pytest.fixture
def do(qtbot: QtBot, session: SearchSession) -> Callable[..., None]:
    """do(what, ...): let the session do it, and wait for the answer."""

    def run(what: Callable[..., None], *arguments: Any) -> None:
        with qtbot.waitSignal(session.answered):
            what(*arguments)

    return run


def words(session: SearchSession) -> list[str]:
    assert session.query is not None
    return [example.text for example in session.query.examples if isinstance(example, TextExample)]


def test_queries_are_undone_and_redone_with_all_that_belongs_to_them(
    session: SearchSession, do: Any, hear: Any
) -> None:
    can = hear(session.steps_changed)
    do(session.ask_text, "a boat")
    do(session.set_metric, Metric.L1)
    do(session.set_filters, TALL)
    do(session.ask_text, "a house")
    asked = session.query
    do(session.undo)
    assert words(session) == ["a boat"]
    do(session.undo)
    assert session.query is not None
    assert (session.query.filters, session.filters) == (EVERYTHING, EVERYTHING)
    do(session.undo)
    assert session.query.metric is Metric.COSINE
    assert session._settings.get(METRIC) == Metric.COSINE.value
    assert can[-1] == (False, True)
    session.undo()
    for _ in range(3):
        do(session.redo)
    assert session.query == asked
    assert can[-1] == (True, False)


def test_two_steps_back_in_a_row_need_no_answer_between(qtbot: QtBot, session: SearchSession, do: Any) -> None:
    for text in ("a", "b", "c"):
        do(session.ask_text, text)
    session.undo()
    do(session.undo)
    assert words(session) == ["a"]


def test_a_query_that_fails_leaves_no_step(qtbot: QtBot, session: SearchSession, do: Any, failing: set[str]) -> None:
    do(session.ask_text, "a boat")
    failing.add("nonsense")
    with qtbot.waitSignal(session.failed):
        session.ask_text("nonsense")
    assert words(session) == ["a boat"]
    session.undo()
    assert words(session) == ["a boat"], "there was nothing before"


def test_undoing_to_a_query_that_fails_now_stays_where_one_is(
    qtbot: QtBot, session: SearchSession, do: Any, failing: set[str]
) -> None:
    do(session.ask_text, "a boat")
    do(session.set_filters, TALL)
    do(session.ask_text, "a house")
    failing.add("a boat")
    with qtbot.waitSignal(session.failed):
        session.undo()
    assert words(session) == ["a house"]
    assert session.filters == TALL


def test_a_refinement_is_a_step_and_stays_for_the_next_query(session: SearchSession, do: Any, hear: Any) -> None:
    told = hear(session.refinement_changed)
    do(session.ask_text, "a boat")
    do(session.set_refinement, REFINED)
    assert session.query is not None
    assert session.query.refinement == REFINED
    do(session.ask_text, "a house")
    assert session.query.refinement == REFINED
    do(session.undo)
    do(session.undo)
    assert (words(session), session.query.refinement, session.refinement) == (["a boat"], PLAIN, PLAIN)
    do(session.redo)
    assert session.query.refinement == REFINED
    assert told == [REFINED, PLAIN, REFINED]


def test_the_same_refinement_asks_nothing(session: SearchSession, do: Any, hear: Any) -> None:
    do(session.ask_text, "a boat")
    asked = hear(session.asked)
    session.set_refinement(PLAIN)
    assert asked == []


def test_a_refinement_set_before_a_query_is_part_of_it_and_another_library_has_none(
    session: SearchSession, do: Any, state_of: Callable[..., LibraryState]
) -> None:
    session.set_refinement(REFINED)
    do(session.ask_text, "a boat")
    assert session.query is not None
    assert session.query.refinement == REFINED
    session.use_library(state_of(models=("classic",)))
    assert session.refinement == PLAIN


def test_turning_the_number_of_pictures_is_one_step(session: SearchSession, do: Any) -> None:
    do(session.ask_text, "a boat")
    for top in (201, 202, 203):
        do(session.set_top, top)
    do(session.undo)
    assert session.query is not None
    assert session.query.top == 200


def test_a_cleared_query_comes_back(session: SearchSession, do: Any, hear: Any) -> None:
    cleared = hear(session.cleared)
    do(session.ask_text, "a boat")
    session.clear()
    assert session.query is None
    do(session.undo)
    assert words(session) == ["a boat"]
    session.redo()
    assert session.query is None
    assert len(cleared) == 2


def test_another_library_has_no_steps_and_no_filters(
    session: SearchSession, do: Any, state_of: Callable[..., LibraryState], hear: Any
) -> None:
    do(session.ask_text, "a boat")
    do(session.set_filters, TALL)
    can, filters = hear(session.steps_changed), hear(session.filters_changed)
    session.use_library(state_of(models=("classic",)))
    assert can[-1] == (False, False)
    assert filters == [EVERYTHING]
    session.undo()
    assert session.query is None


def test_filters_set_before_a_query_are_part_of_it(session: SearchSession, do: Any) -> None:
    session.set_filters(TALL)
    do(session.ask_text, "a boat")
    assert session.query is not None
    assert session.query.filters == TALL


def test_the_sides_are_swapped(session: SearchSession, do: Any, hear: Any) -> None:
    failures, places = hear(session.failed), hear(session.examples_shown)
    do(session.ask_text, "a boat")
    session.swap()
    assert "Something must be looked for" in failures[0]
    do(session.ask_text, "a house", Way.UNLIKE)
    do(session.ask_text, "a tree", Way.LIKE)
    do(session.swap)
    assert session.query is not None
    assert [example.text for example in session.query.like] == ["a house"]  # type: ignore[union-attr]
    assert [example.text for example in session.query.unlike] == ["a boat", "a tree"]  # type: ignore[union-attr]
    shown, place = places[-1]
    assert shown[place].example.text == "a tree", "the current one stays the current one"


def test_a_query_from_earlier_is_asked_as_it_was(session: SearchSession, do: Any, hear: Any) -> None:
    failures = hear(session.failed)
    query = Query((TextExample("a boat"),), "pixels", Metric.L1, 17, filters=TALL)
    do(session.ask_again, query)
    assert session.query == query
    assert (session.model_id, session.filters) == ("pixels", TALL)
    session.ask_again(Query((TextExample("a boat"),), "gone"))
    assert "gone" in failures[0]
    assert session.query == query
