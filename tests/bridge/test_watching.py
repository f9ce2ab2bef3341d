"""Watched roots: looked through once they are quiet, by jobs that give way, and told when they go and come back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import folder_notices
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.watching import Due, Pace, Watching, models_to_keep
from imsearch_gui.domain.library_facts import Way
from imsearch_gui.domain.records import IndexRequest, LibraryState, ModelRecord
from imsearch_gui.library import care
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter

Closing = Callable[[Any], Any]
A, B = Path("/a"), Path("/b")
QUICK = Pace(quiet=0.05, most=0.2, busy=0.3, look=0.05, tick=0.02, start=0.0)

linux = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


# -- when -----------------------------------------------------------------------------------------------------------


def test_a_root_is_due_once_it_has_been_quiet() -> None:
    due = Due(Pace())
    due.note(A, 100.0)
    due.note(A, 101.5)
    assert due.take(103.0) is None
    assert due.take(103.5) == A
    assert due.take(200.0) is None, "once"


def test_where_changes_go_on_and_on_it_is_due_every_fifteen_seconds() -> None:
    due = Due(Pace())
    taken = []
    for second in range(61):
        due.note(A, float(second))
        if due.take(float(second)) == A:
            taken.append(second)
    assert taken == [15, 31, 47], "a quarter of a minute after the first change since"


def test_a_later_change_waits_until_the_last_job_is_a_while_ago() -> None:
    due = Due(Pace())
    due.note(A, 0.0)
    assert due.take(2.0) == A
    due.note(A, 3.0)
    assert due.take(6.0) is None
    assert due.take(17.0) == A


def test_one_root_does_not_wait_for_another() -> None:
    due = Due(Pace())
    due.note(A, 0.0)
    due.note(B, 0.0)
    assert {due.take(2.0), due.take(2.0)} == {A, B}


def test_what_is_put_off_is_due_then_and_no_sooner() -> None:
    due = Due(Pace())
    due.delay(A, 30.0)
    assert due.take(29.9) is None
    assert due.take(30.0) == A


def test_models_that_were_given_up_half_way_are_left_alone() -> None:
    def state(**vectors: int) -> LibraryState:
        models = tuple(ModelRecord(name, name, 4, number, 0, A, "f") for name, number in vectors.items())
        return LibraryState(A, "a", 100, 0, (), models)

    assert models_to_keep(state(), "") == [""]
    assert models_to_keep(state(one=100, two=95, half=50), "two") == ["two", "one"]
    assert models_to_keep(state(one=100, half=50), "") == ["half", "one"], "the one that is searched with, in any case"


# -- with real files ------------------------------------------------------------------------------------------------


@pytest.fixture
def program(settings: SettingsStore, closing: Closing, monkeypatch: pytest.MonkeyPatch) -> Program:
    plain = Watching.__init__
    monkeypatch.setattr(Watching, "__init__", lambda self, *arguments: plain(self, *arguments, pace=QUICK))
    program: Program = closing(Program(settings))
    return program


@pytest.fixture
def watched(library: Path, pictures: Path) -> Path:
    """The library of five pictures, whose folder is watched."""
    with LibraryWriter.open(library) as writer:
        care.set_options(writer, pictures, recursive=True, exclude=(), watch=True)
    return library


def open_it(qtbot: QtBot, program: Program, library: Path) -> None:
    """Opened, listened to, and looked through once."""
    care.identify(library)
    with Library.open(library) as opened:
        watched = [(library, care.identity_of(opened), root.path) for root in opened.roots()]
    program.settings.keep_watched(watched)
    with qtbot.waitSignals([program.watching.armed, program.indexing.finished], timeout=60_000):
        program.libraries.open(library)
    qtbot.waitUntil(lambda: not program.indexing.running)


def images(program: Program) -> int:
    return program.libraries.current.images if program.libraries.current is not None else -1


@linux
def test_pictures_come_and_go_by_themselves(
    qtbot: QtBot, program: Program, watched: Path, pictures: Path, draw: Any, hear: Any
) -> None:
    open_it(qtbot, program, watched)
    assert program.watching.ways == {pictures: Way.NOTICED}
    requests = hear(program.indexing.started)
    draw(pictures / "deeper" / "6.png", 6)
    qtbot.waitUntil(lambda: images(program) == 6)
    (pictures / "1.png").unlink()
    qtbot.waitUntil(lambda: images(program) == 5)
    before = {image.path.name: image.id for image in _images(watched)}
    (pictures / "2.png").rename(pictures / "renamed.png")
    qtbot.waitUntil(lambda: "renamed.png" in {image.path.name for image in _images(watched)})
    assert {image.path.name: image.id for image in _images(watched)}["renamed.png"] == before["2.png"]
    assert all(request.background and request.folders == (pictures,) for request in requests)


def _images(library: Path) -> list[Any]:
    with Library.open(library) as opened:
        return list(opened.images())


@linux
def test_a_library_that_is_written_to_by_another_program_is_tried_again_without_a_word(
    qtbot: QtBot, program: Program, watched: Path, pictures: Path, draw: Any, hear: Any
) -> None:
    open_it(qtbot, program, watched)
    failed, sentences = hear(program.indexing.gave_up), hear(program.watching.failed)
    said = hear(program.indexing.failed)
    with FileLock(watched / "writer.lock"):
        draw(pictures / "6.png", 6)
        qtbot.waitUntil(lambda: len(failed) >= 2)
    qtbot.waitUntil(lambda: images(program) == 6)
    assert sentences == []
    assert said == []


@linux
def test_a_job_of_the_users_goes_first(
    qtbot: QtBot, program: Program, watched: Path, pictures: Path, tmp_path: Path, draw: Any, hear: Any, door: Any
) -> None:
    open_it(qtbot, program, watched)
    gate = door()
    plain = program.indexing._index

    def held(say: Any, folder: Path, request: IndexRequest) -> Any:
        if request.background and not gate.reached.is_set():
            gate.pass_through()
        return plain(say, folder, request)

    program.indexing._index = held  # type: ignore[method-assign]
    aside, reports = hear(program.indexing.set_aside), hear(program.indexing.finished)
    draw(pictures / "6.png", 6)
    qtbot.waitUntil(gate.reached.is_set)
    draw(tmp_path / "others" / "7.png", 7)
    assert program.indexing.start(watched, IndexRequest((tmp_path / "others",), "pixels", workers=1))
    assert [request.background for request in aside] == [True]
    gate.open()
    qtbot.waitUntil(lambda: images(program) == 7)
    assert reports[0].added == 1, "the user's job first, and whole"
    assert len(reports) >= 2, "then what was put aside"


@linux
def test_what_the_user_cancels_is_left_alone_until_it_changes(
    qtbot: QtBot, program: Program, watched: Path, pictures: Path, tmp_path: Path, draw: Any, hear: Any, door: Any
) -> None:
    open_it(qtbot, program, watched)
    gate, cancelled = door(), hear(program.indexing.cancelled)
    others = tmp_path / "others"
    draw(others / "7.png", 7)
    plain = program.indexing._drive

    def held(*arguments: Any) -> Any:
        if not gate.reached.is_set():
            # The root is there, and watched, before its first picture is.
            for _ in range(2):
                next(arguments[2])
            gate.pass_through()
        return plain(*arguments)

    program.indexing._drive = held  # type: ignore[method-assign]
    program.indexing.start(watched, IndexRequest((others,), "pixels", workers=1, watch=True))
    qtbot.waitUntil(gate.reached.is_set)
    program.libraries.refresh()
    qtbot.waitUntil(lambda: others in program.watching.ways)
    program.indexing.cancel()
    started = hear(program.indexing.started)
    gate.open()
    qtbot.waitUntil(lambda: bool(cancelled))
    assert others not in program.watching._due._first
    assert all(others not in request.folders for request in started)
    program.watching.note(others)
    qtbot.waitUntil(lambda: images(program) == 6)


@linux
def test_an_unplugged_disk_is_offline_and_back_again_without_a_loss(
    qtbot: QtBot, program: Program, watched: Path, pictures: Path, hear: Any, draw: Any
) -> None:
    open_it(qtbot, program, watched)
    offline, back, said = (
        hear(program.watching.went_offline),
        hear(program.watching.came_back),
        hear(program.watching.failed),
    )
    away = pictures.with_name("elsewhere")
    pictures.rename(away)
    qtbot.waitUntil(lambda: bool(offline))
    assert [(part.root.path, part.images) for part in offline[0]] == [(pictures, 5)]
    assert images(program) == 5
    draw(away / "6.png", 6)
    away.rename(pictures)
    qtbot.waitUntil(lambda: bool(back))
    qtbot.waitUntil(lambda: images(program) == 6)
    assert said == []


def test_what_tells_nothing_is_looked_through_on_a_schedule(
    qtbot: QtBot, program: Program, watched: Path, pictures: Path, draw: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_notices, "is_on_network", lambda *_: True)
    open_it(qtbot, program, watched)
    assert program.watching.ways == {pictures: Way.NETWORK}
    assert program.watching._rescans.isActive()
    assert program.watching._rescans.interval() == 15 * 60_000
    draw(pictures / "6.png", 6)
    program.watching._rescans.timeout.emit()
    qtbot.waitUntil(lambda: images(program) == 6)


def test_a_folder_that_is_not_watched_is_left_alone(
    qtbot: QtBot, program: Program, library: Path, pictures: Path, hear: Any
) -> None:
    started = hear(program.indexing.started)
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    program.watching.note(pictures)
    assert not program.watching._ticks.isActive()
    assert started == []


def test_rules_of_a_root_hold_for_jobs_of_the_program_itself(
    qtbot: QtBot, program: Program, watched: Path, pictures: Path, draw: Any, fill: Any
) -> None:
    from imsearch_gui.domain.cleaning import CleaningRules
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.library.indexing import index

    draw(pictures / "small.png", 9, size=(20, 20))
    with LibraryWriter.open(watched) as writer:
        request = IndexRequest((pictures,), "pixels", rules=CleaningRules(min_side=64), workers=1)
        for _ in index(writer, request, ModelStore().find("pixels")):
            pass
        assert len(writer.skipped()) == 1
    open_it(qtbot, program, watched)
    assert len(_images(watched)) == 5, "the small one stays out"
