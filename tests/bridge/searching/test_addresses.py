"""Pictures of the web: fetched while everything else goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import (
    FileExample,
    LibraryState,
    PixelsExample,
)

Closing = Callable[[Any], Any]
StateOf = Callable[..., LibraryState]
Deliver = Callable[[], None]


class Web:
    """Stands in for the fetching process."""

    def __init__(self, gate: Any, data: bytes) -> None:
        self.gate = gate
        self.data = data
        self.cancelled = False

    def run(self) -> bytes:
        self.gate.pass_through()
        if not self.data:
            raise QueryError("The picture could not be fetched: save it and drop the file.")
        return self.data

    def cancel(self) -> None:
        self.cancelled = True


@pytest.fixture
def browsing(settings: SettingsStore, closing: Closing, engine: Any, state_of: StateOf, door: Any) -> Any:
    """browsing(data) -> a session whose addresses hold `data`, and the list of its fetches."""

    def make(data: bytes = b"a picture") -> tuple[SearchSession, list[Web]]:
        fetches: list[Web] = []

        def fetch(url: str) -> Any:
            fetches.append(Web(door(), data))
            return fetches[-1]

        session = closing(SearchSession(settings, fetch=fetch))
        session.use_library(state_of())
        return session, fetches

    return make


def test_an_address_is_fetched_and_asked(qtbot: QtBot, browsing: Any, hear: Any) -> None:
    session, fetches = browsing()
    answers, busy = hear(session.answered), hear(session.searching)
    session.ask_url("https://example.org/pictures/boat.jpg")
    assert busy == [True]
    fetches[0].gate.open()
    qtbot.waitUntil(lambda: len(answers) >= 1)
    assert answers[0].query.like[0] == PixelsExample(b"a picture", "boat.jpg")
    assert busy == [True, False]


def test_a_late_address_does_not_take_the_place_of_a_newer_question(
    qtbot: QtBot, browsing: Any, hear: Any, engine: Any
) -> None:
    session, fetches = browsing()
    answers, passed = hear(session.answered), []
    session.ask_url("https://example.org/slow.jpg")
    fetches[0].gate.wait_until_reached()
    session.ask_files([Path("/newer.jpg")])
    assert fetches[0].cancelled
    qtbot.waitUntil(lambda: len(answers) >= 1)
    # The lane answers in order: when this has come, so has the address.
    session._intake._lane.submit(lambda: True, passed.append)
    fetches[0].gate.open()
    qtbot.waitUntil(lambda: bool(passed))
    assert [query.like[0] for query in engine.asked] == [FileExample(Path("/newer.jpg"))]


def test_options_may_change_while_an_address_is_fetched(qtbot: QtBot, browsing: Any, hear: Any) -> None:
    session, fetches = browsing()
    answers, busy = hear(session.answered), hear(session.searching)
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    session.ask_url("https://example.org/b.jpg")
    session.set_metric(Metric.L2)
    qtbot.waitUntil(lambda: len(answers) >= 2)
    assert answers[1].query == replace(answers[0].query, metric=Metric.L2)
    assert busy[-1] is True, "the address is still on its way"
    fetches[0].gate.open()
    qtbot.waitUntil(lambda: len(answers) >= 3)
    assert isinstance(answers[2].query.like[0], PixelsExample)
    assert answers[2].query.metric is Metric.L2
    assert busy[-1] is False


def test_an_address_that_fails_leaves_everything_as_it_was(qtbot: QtBot, browsing: Any, hear: Any) -> None:
    session, fetches = browsing(b"")
    answers, failures = hear(session.answered), hear(session.failed)
    session.ask_files([Path("/a.jpg")])
    qtbot.waitUntil(lambda: len(answers) >= 1)
    before, cleared = session.query, hear(session.query_changed)
    session.ask_url("https://example.org/b.jpg")
    fetches[0].gate.open()
    qtbot.waitUntil(lambda: bool(failures))
    assert session.query is before
    assert cleared == []


def test_it_closes_while_an_address_is_fetched(browsing: Any, hear: Any) -> None:
    session, fetches = browsing()
    session.ask_url("https://example.org/slow.jpg")
    fetches[0].gate.wait_until_reached()
    session.stop()
    assert fetches[0].cancelled
