"""What takes more than a second is said, with the time that is left where it was seen before."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.waits import Waits
from imsearch_gui.ui.wait_line import WaitLine

LIBRARY = Path("/libraries/Holiday")


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(qtbot: QtBot, program: Program, clock: Clock) -> WaitLine:
    line = WaitLine(Waits(program, clock=clock))
    qtbot.addWidget(line)
    return line


def opening(program: Program, folder: Path | None) -> None:
    program.libraries.opening_changed.emit(folder)


def pass_time(line: WaitLine, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    line.look()


def test_what_is_quick_is_not_spoken_of(program: Program, line: WaitLine, clock: Clock) -> None:
    opening(program, LIBRARY)
    pass_time(line, clock, 0.9)
    assert line.isHidden()
    opening(program, None)
    pass_time(line, clock, 5)
    assert line.isHidden()


def test_what_was_never_seen_moves_and_what_was_seen_says_how_long(
    program: Program, line: WaitLine, clock: Clock
) -> None:
    opening(program, LIBRARY)
    pass_time(line, clock, 1.5)
    assert line._text.text() == "Opening “Holiday”"
    assert (line._left.text(), line._bar.maximum()) == ("", 0)
    pass_time(line, clock, 8.5)
    opening(program, None)
    assert line.isHidden()
    opening(program, LIBRARY)
    pass_time(line, clock, 4)
    assert not line.isHidden()
    assert (line._left.text(), line._bar.value(), line._bar.maximum()) == ("6 s left", 40, 100)
    pass_time(line, clock, 7)
    assert (line._left.text(), line._bar.maximum()) == ("", 0), "longer than the last time"


def test_a_library_that_gave_way_says_nothing_of_its_time(
    program: Program, line: WaitLine, clock: Clock, settings: SettingsStore
) -> None:
    opening(program, LIBRARY)
    pass_time(line, clock, 2)
    opening(program, Path("/libraries/Other"))
    pass_time(line, clock, 3)
    assert line._text.text() == "Opening “Other”"
    opening(program, None)
    assert settings.seconds_of(f"library {LIBRARY}") is None
    assert settings.seconds_of("library /libraries/Other") == 3


def test_verifying_is_remembered_where_it_came_to_its_end(
    program: Program, line: WaitLine, clock: Clock, settings: SettingsStore
) -> None:
    for verified in (False, True):
        program.model_manager.verify_changed.emit("clip", True)
        pass_time(line, clock, 2)
        assert line._text.text() == "Verifying clip"
        program.model_manager.verify_changed.emit("clip", False)
        if verified:
            program.model_manager.verified.emit("clip", 1.0)
        assert settings.seconds_of("verify clip") == (2 if verified else None)


def test_a_real_library_tells_when_it_is_on_its_way(qtbot: QtBot, settings: SettingsStore, tmp_path: Path) -> None:
    from imsearch_gui.bridge.libraries import LibrarySession

    session = LibrarySession(settings)
    told: list[Path | None] = []
    session.opening_changed.connect(told.append)
    session.open(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [tmp_path / "nowhere", None]
    session.close()
