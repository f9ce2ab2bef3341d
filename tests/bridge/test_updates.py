"""Newer versions are asked for where the user wants it, once a day, and only told."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import __version__
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.updates import Updates
from imsearch_gui.domain.settings import UPDATES, UPDATES_ASKED
from imsearch_gui.releases import VARIABLE, Release

PAGE = "https://example.org/releases/v99"
PATIENCE_MS = 30_000
asked: list[str] = []


@pytest.fixture
def newest(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """What a server answers; it is where this build asks."""
    answer = {"tag_name": "v99.0", "html_url": PAGE}
    asked.clear()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        monkeypatch.setenv(VARIABLE, f"http://127.0.0.1:{web.server_port}/latest")
        yield answer
        web.shutdown()
        thread.join()


@pytest.fixture
def updates(settings: SettingsStore) -> Iterator[Updates]:
    updates = Updates(settings)
    yield updates
    updates.close()


def found(updates: Updates, qtbot: QtBot) -> Updates:
    """Once it is known whom this build asks."""
    answers: list[None] = []
    updates.look()
    updates._lane.submit(lambda: None, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    return updates


def test_nobody_is_asked_until_the_user_wants_it(newest: dict[str, str], updates: Updates, qtbot: QtBot) -> None:
    assert UPDATES.default is False
    assert found(updates, qtbot).possible
    assert updates._job is None
    assert asked == []


def test_turned_on_it_answers_at_once(
    newest: dict[str, str], updates: Updates, settings: SettingsStore, qtbot: QtBot
) -> None:
    found(updates, qtbot)
    with qtbot.waitSignal(updates.newer, timeout=PATIENCE_MS) as told:
        settings.set(UPDATES, True)
    assert told.args == [Release("99.0", PAGE)]
    assert settings.get(UPDATES_ASKED) == date.today().isoformat()


def test_turned_on_where_there_is_nothing_newer_it_says_so(
    newest: dict[str, str], updates: Updates, settings: SettingsStore, qtbot: QtBot
) -> None:
    newest["tag_name"] = f"v{__version__}"
    found(updates, qtbot)
    with qtbot.waitSignal(updates.notice, timeout=PATIENCE_MS) as told:
        settings.set(UPDATES, True)
    assert told.args == ["This is the newest version."]


def test_a_start_asks_once_a_day(newest: dict[str, str], settings: SettingsStore, qtbot: QtBot) -> None:
    settings.set(UPDATES, True)
    for day, asks in (("", 1), (date.today().isoformat(), 0), ("2020-02-29", 1), ("rubbish", 1)):
        asked.clear()
        settings.set(UPDATES_ASKED, day)
        updates = Updates(settings)
        if asks:
            with qtbot.waitSignal(updates.newer, timeout=PATIENCE_MS):
                updates.look()
        else:
            found(updates, qtbot)
        updates.close()
        assert len(asked) == asks, day


def test_a_start_without_a_network_bothers_nobody_and_tries_again(
    monkeypatch: pytest.MonkeyPatch, settings: SettingsStore, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv(VARIABLE, f"http://127.0.0.1:{port}/")
    settings.set(UPDATES, True)
    updates = Updates(settings)
    said: list[str] = []
    updates.notice.connect(said.append)
    with caplog.at_level("INFO"):
        updates.look()
        qtbot.waitUntil(lambda: "could not be asked" in caplog.text, timeout=PATIENCE_MS)
    updates.close()
    assert said == []
    assert settings.get(UPDATES_ASKED) == ""


def test_a_silent_server_keeps_nothing_from_closing(
    monkeypatch: pytest.MonkeyPatch, settings: SettingsStore, qtbot: QtBot
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv(VARIABLE, f"http://127.0.0.1:{silent.getsockname()[1]}/")
        updates = found(Updates(settings), qtbot)
        settings.set(UPDATES, True)
        silent.settimeout(PATIENCE_MS / 1000)
        connection, _ = silent.accept()
        with connection:
            updates.close()  # pytest ends a test that waits for ever


def test_a_build_that_knows_nobody_asks_nobody(
    monkeypatch: pytest.MonkeyPatch, updates: Updates, settings: SettingsStore, qtbot: QtBot
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    settings.set(UPDATES, True)
    assert not found(updates, qtbot).possible
    settings.set(UPDATES, False)
    settings.set(UPDATES, True)
    assert updates._job is None
