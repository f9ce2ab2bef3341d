"""The log: a file that turns over, errors that nobody catches, and the console only on demand."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from imsearch_gui import __version__, log, paths
from imsearch_gui.early_log import EarlyLog


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the log is written; everything that `start_log` changes is put back."""
    file = tmp_path / "logs" / "imsearch.log"
    monkeypatch.setattr(paths, "log_file", lambda: file)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield file
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_it_is_written_once_however_often_it_is_started(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.start_log()
    log.start_log()
    logging.getLogger("imsearch_gui.test").warning("a word")
    assert file.read_text().count("a word") == 1
    assert "a word" not in capsys.readouterr().err


def test_the_console_on_demand(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.start_log(console=True)
    logging.getLogger("imsearch_gui.test").warning("a word")
    assert "a word" in capsys.readouterr().err


def test_it_turns_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_BYTES", 2000)
    log.start_log()
    for number in range(100):
        logging.getLogger("imsearch_gui.test").warning("word number %d", number)
    assert sorted(path.name for path in file.parent.iterdir()) == ["imsearch.log", "imsearch.log.1", "imsearch.log.2"]
    assert all(path.stat().st_size <= 2000 for path in file.parent.iterdir())
    assert "word number 99" in file.read_text()


def test_without_a_place_for_the_file_the_terminal_has_to_do(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.parent.write_text("a file where the folder should be")
    log.start_log()
    logging.getLogger("imsearch_gui.test").warning("a word")
    assert "a word" in capsys.readouterr().err


def test_what_nobody_catches_is_in_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.start_log()

    def fail() -> None:
        raise ZeroDivisionError("in a thread")

    def leave() -> None:
        raise SystemExit(3)

    for work in (fail, leave):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    for error in (ValueError("in the window"), KeyboardInterrupt("by Ctrl-C")):
        sys.excepthook(type(error), error, None)
    text = file.read_text()
    assert "ZeroDivisionError: in a thread" in text
    assert "ValueError: in the window" in text
    assert "SystemExit" not in text
    assert "KeyboardInterrupt" not in text


def test_every_file_begins_with_what_the_program_runs_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_BYTES", 2000)
    log.start_log()
    log.note_head("models run on: CUDA")
    log.note_head("models run on: CUDA")
    for number in range(100):
        logging.getLogger("imsearch_gui.test").warning("word number %d", number)
    assert len(list(file.parent.iterdir())) == 3
    for path in file.parent.iterdir():
        first, second, third, *_ = path.read_text().splitlines()
        assert f"imsearch {__version__}, Python 3." in first
        assert "cores" in second
        assert third.endswith("models run on: CUDA")
        assert path.read_text().count("CUDA") == 1


def test_what_was_said_before_the_log_is_written_first(file: Path) -> None:
    early = EarlyLog()
    logging.getLogger("imsearch_gui.bridge").warning("no place for a socket")
    log.start_log(early)
    logging.getLogger("imsearch_gui.bridge").warning("later")
    lines = file.read_text().splitlines()
    told = [line.rsplit(": ", 1)[1] for line in lines if "imsearch_gui.bridge" in line]
    assert told == ["no place for a socket", "later"]


def test_an_error_before_the_log_starts_it(file: Path) -> None:
    EarlyLog()
    try:
        raise RuntimeError("too early")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    assert "RuntimeError: too early" in file.read_text()
