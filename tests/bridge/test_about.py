"""What the program says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import __version__, log
from imsearch_gui.bridge.about import About, AboutSession
from imsearch_gui.domain.records import FileExample, Query, SearchResult, Strategy, Timings


@pytest.fixture(autouse=True)
def _head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_head", [])


def test_it_names_what_it_is_made_with_and_the_log_has_it(
    qtbot: QtBot, closing: Callable[[Any], Any], hear: Callable[[Any], Any], caplog: pytest.LogCaptureFixture
) -> None:
    session = closing(AboutSession())
    told = hear(session.told)
    with caplog.at_level(logging.INFO):
        session.ask()
        qtbot.waitUntil(lambda: bool(told))
    about: About = told[0]
    parts = {part.name.lower(): part for part in about.parts}
    assert parts["numpy"].version.count(".") == 2
    assert "BSD-3-Clause" in parts["numpy"].licence
    for part in about.parts:
        # One spelling, that of SPDX, for each.
        assert all(re.fullmatch(r"[A-Za-z0-9.+-]+", name) for name in re.split(r" (?:AND|OR) ", part.licence)), part
    assert about.providers[-1] == "CPU"
    assert f"imsearch {__version__}\n" in about.text()
    assert f"numpy {parts['numpy'].version}" in about.text()
    assert "models can run on: " in caplog.text
    assert f"numpy {parts['numpy'].version}" in caplog.text


def test_what_models_really_run_on_is_written_down_when_it_changes(caplog: pytest.LogCaptureFixture) -> None:
    session = AboutSession()
    query = Query((FileExample(Path("/a.jpg")),), "classic")
    result = SearchResult(query, (), Strategy.EXACT, 1, Timings(0, 0, 0, 0), provider="CUDA")
    with caplog.at_level(logging.INFO):
        for provider in ("CUDA", "CUDA", "", "CPU"):
            session.note_provider(replace(result, provider=provider))
    assert [record.message for record in caplog.records] == ["models run on: CUDA", "models run on: CPU"]
