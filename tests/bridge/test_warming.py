"""What is opened while the user looks at the window, before anything is asked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, LibraryState, Query
from imsearch_gui.domain.region import Region
from imsearch_gui.searching import strength, tools

StateOf = Callable[..., LibraryState]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the models whose sessions were opened, in order."""
    ids: list[str] = []
    real = tools.open_encoder

    def noting(installed: Any, **options: Any) -> Any:
        ids.append(installed.spec.id)
        return real(installed, **options)

    monkeypatch.setattr(tools, "open_encoder", noting)
    return ids


def test_the_first_query_finds_the_model_open(library: Path, pictures: Path, opened: list[str]) -> None:
    desk = Desk()
    desk.warm(library, "pixels", "automatic")
    assert opened == ["pixels"]
    query = Query(like=(FileExample(pictures / "3.png", Region(2, 2, 20, 20)),), model_id="pixels", top=2)
    result = desk.search(library, query, lambda: True)
    assert result is not None
    assert len(result.matches) == 2
    assert opened == ["pixels"], "not a second time"
    desk.close()


def test_the_scale_of_strengths_is_there_before_the_first_answer(
    library: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes a tenth of a second, which nobody should wait for."""
    made: list[Metric] = []
    monkeypatch.setattr(strength, "scale_of_pairs", lambda _, metric: made.append(metric))
    desk = Desk()
    desk.warm(library, "pixels", "automatic", Metric.L1)
    query = Query(like=(FileExample(pictures / "3.png"),), model_id="pixels", metric=Metric.L1, top=2)
    assert desk.search(library, query, lambda: True) is not None
    assert made == [Metric.L1]
    desk.close()


def test_what_cannot_be_opened_is_left_to_the_query(
    library: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk()
    with caplog.at_level(logging.INFO):
        desk.warm(library, "no such model", "automatic")
        desk.warm(tmp_path / "no library", "pixels", "automatic")
    assert len([record for record in caplog.records if "not opened ahead" in record.message]) == 2
    desk.close()


def test_a_library_that_opens_has_its_model_opened_and_nothing_is_said(
    qtbot: QtBot,
    settings: SettingsStore,
    closing: Callable[[Any], Any],
    hear: Any,
    library: Path,
    state_of: StateOf,
    opened: list[str],
) -> None:
    session = closing(SearchSession(settings))
    answers, failures, busy = hear(session.answered), hear(session.failed), hear(session.searching)
    session.use_library(state_of(library))
    qtbot.waitUntil(lambda: opened == ["pixels"])
    session.set_model("pixels")
    assert not answers
    assert not failures
    assert not any(busy)
