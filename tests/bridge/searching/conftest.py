"""A session whose engine answers as a test says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.records import (
    LibraryState,
    Query,
    SearchResult,
    Strategy,
)

Closing = Callable[[Any], Any]
StateOf = Callable[..., LibraryState]
Deliver = Callable[[], None]


class Engine:
    """Stands in for the library and the model: answers every query with nothing found, unless it is told otherwise."""

    def __init__(self) -> None:
        self.asked: list[Query] = []
        self.wanted: list[Callable[[], bool]] = []
        self.doors: dict[int, Any] = {}
        self.failing: Callable[[Query], bool] = lambda _: False

    def search(self, folder: Path, query: Query, wanted: Callable[[], bool]) -> SearchResult | None:
        number = len(self.asked)
        self.asked.append(query)
        self.wanted.append(wanted)
        if number in self.doors:
            self.doors[number].pass_through()
        if self.failing(query):
            raise QueryError("That cannot be answered: ask something else.")
        return SearchResult(query, (), Strategy.EXACT, 5)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = Engine()
    monkeypatch.setattr(Desk, "search", lambda _, *question: engine.search(*question))
    monkeypatch.setattr(Desk, "open", lambda *_: None)
    return engine


@pytest.fixture
def session(settings: SettingsStore, closing: Closing, engine: Engine, state_of: StateOf) -> SearchSession:
    """A session in a library that was indexed with two models."""
    session: SearchSession = closing(SearchSession(settings))
    session.use_library(state_of(models=("pixels", "classic")))
    return session
