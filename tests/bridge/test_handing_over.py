"""A second start: real processes, real sockets, and what strangers write to them."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import handing_over
from imsearch_gui.bridge.handing_over import Reception, address, hand_over
from imsearch_gui.wishes import Wishes

SECOND = """
import sys
from pathlib import Path
from imsearch_gui.bridge.handing_over import hand_over
from imsearch_gui.wishes import parse
taken = hand_over(parse(sys.argv[2:]), sys.argv[1])
heavy = {"PySide6.QtWidgets", "PySide6.QtGui", "numpy", "imsearch_gui.ui", "PIL", "sqlite3"}
print(taken, sorted(heavy & set(sys.modules)))
"""


@pytest.fixture
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("s") / "a.socket")


@pytest.fixture
def reception(qtbot: QtBot, where: str) -> Iterator[Reception]:
    reception = Reception(where)
    assert reception.open()
    reception.receive(lambda _: None)
    yield reception
    reception.close()
    reception.deleteLater()


@pytest.fixture
def wished(reception: Reception, hear: Callable[[Any], Any]) -> list[Wishes]:
    heard: list[Wishes] = hear(reception.wished)
    return heard


def second(where: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", SECOND, where, *arguments], stdout=subprocess.PIPE, text=True)


def said(qtbot: QtBot, process: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None)
    assert process.stdout is not None
    with process.stdout as stream:
        return stream.read()


def write(qtbot: QtBot, where: str, data: bytes) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(where)
    assert socket.waitForConnected(1000)
    socket.write(data)
    socket.flush()
    return socket


def test_a_second_process_hands_over_and_loads_nothing_heavy(
    qtbot: QtBot, where: str, wished: list[Wishes], tmp_path: Path
) -> None:
    picture = tmp_path / "two words é.jpg"
    assert said(qtbot, second(where, str(picture), "--library", str(tmp_path / "library"))) == "True []\n"
    assert wished == [Wishes(paths=(picture,), library=tmp_path / "library", token=wished[0].token)]


def test_without_a_window_nothing_is_handed_over(qtbot: QtBot, where: str) -> None:
    assert said(qtbot, second(where, "/a.jpg")) == "False []\n"


def test_a_socket_that_was_left_over_is_cleaned(qtbot: QtBot, where: str) -> None:
    code = "import os, socket, sys; s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(); os._exit(9)"
    subprocess.run([sys.executable, "-c", code, where], check=False)
    assert Path(where).exists()
    assert not hand_over(Wishes(), where)
    reception = Reception(where)
    assert reception.open()
    reception.close()
    assert not Path(where).exists()


def test_visitors_wait_until_there_is_somebody_to_receive_them(qtbot: QtBot, where: str, tmp_path: Path) -> None:
    reception = Reception(where)
    assert reception.open()
    patient, tired = second(where, str(tmp_path / "a.jpg")), QLocalSocket()
    tired.connectToServer(where)
    assert tired.waitForConnected(1000)
    tired.write(Wishes(samples=True).to_bytes() + b"\n")
    tired.flush()
    tired.abort()
    qtbot.waitUntil(lambda: reception._server.hasPendingConnections())
    qtbot.wait(300)
    heard: list[Wishes] = []
    reception.receive(heard.append)
    assert said(qtbot, patient).startswith("True")
    assert [wishes.paths for wishes in heard] == [(tmp_path / "a.jpg",)]
    reception.close()
    reception.deleteLater()


def test_there_is_one_reception(reception: Reception, where: str) -> None:
    other = Reception(where)
    assert not other.open()
    assert Path(where).exists()


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\n", b"\0\xff\n", b'{"version": 1}\n', b"\n"])
def test_garbage_is_ignored_with_a_line_in_the_log(
    qtbot: QtBot, where: str, wished: list[Wishes], caplog: pytest.LogCaptureFixture, data: bytes
) -> None:
    with caplog.at_level(logging.WARNING):
        socket = write(qtbot, where, data)
        qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert "ignored" in caplog.text
    assert bytes(socket.readAll().data()) == b""
    assert wished == []
    assert said(qtbot, second(where, "/a.jpg")) == "True []\n"


def test_a_flood_is_cut_off(
    qtbot: QtBot,
    where: str,
    wished: list[Wishes],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handing_over, "LONGEST", 10_000)
    socket = write(qtbot, where, b"x" * 1_000_000)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert "closed after" in caplog.text
    assert wished == []


def test_whoever_says_nothing_is_sent_away(
    qtbot: QtBot, reception: Reception, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_over, "PATIENCE_MS", 20)
    socket = write(qtbot, where, b"half a mess")
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)


def test_a_window_that_does_not_answer_is_none(qtbot: QtBot, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_over, "ANSWER_MS", 50)
    server = QLocalServer()
    assert server.listen(where)
    assert not hand_over(Wishes(), where)
    server.close()


def test_the_address_belongs_to_the_user_and_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    one, other = address(tmp_path / "one"), address(tmp_path / "other")
    assert one is not None
    assert one != other
    assert one == address(tmp_path / "one")
    assert Path(one).parent == runtime


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions of Unix")
def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared, own = tmp_path / "shared", tmp_path / "tmp"
    shared.mkdir()
    shared.chmod(0o777)
    own.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(shared))
    monkeypatch.setattr(handing_over.tempfile, "gettempdir", lambda: str(own))
    found = address(tmp_path)
    assert found is not None
    assert Path(found).parent.parent == own
    Path(found).parent.chmod(0o777)
    assert address(tmp_path) is None
    assert not hand_over(Wishes())
    assert not Reception().open()
