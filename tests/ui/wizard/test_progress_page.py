"""Page 4: the job as it runs and ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.progress import IndexReport, Progress, Skipped, Stage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.ui.wizard.progress_page import ProgressPage, State

Asked = Callable[[Any], list[tuple[tuple[Any, ...], dict[str, Any]]]]
SKIPPED = (Skipped(Path("/p/a.jpg"), "empty file"), Skipped(Path("/p/b.jpg"), "not a picture"))


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> Iterator[ProgressPage]:
    page = ProgressPage(program.indexing, program.thumbnails)
    page.resize(700, 480)
    page.show()
    yield page
    page.close()
    page.deleteLater()


@pytest.fixture
def running(page: ProgressPage, program: Program) -> ProgressPage:
    program.indexing.start(Path("/library"), IndexRequest((Path("/p/Archive"), Path("/p/More")), "classic"))
    page.begin()
    return page


def tell(program: Program, progress: Progress) -> None:
    program.indexing._tell(progress)


def end(program: Program, emit: Callable[[], None]) -> None:
    program.indexing._end(emit)


def test_the_beginning(running: ProgressPage) -> None:
    assert running.running
    assert running.heading.text() == "Indexing “Archive and 1 more”"
    assert running._words.text() == "Looking for pictures"
    assert running._bar.maximum() == 0, "a moving bar while nothing is known"
    assert not running._skipped.isVisible()


def test_progress_in_words(running: ProgressPage, program: Program) -> None:
    tell(program, Progress(Stage.SCANNING, total=31_402))
    assert running._amount.text() == "31,402 found"
    tell(program, Progress(Stage.ENCODING, 12_345, 48_212, 2, 300.0, 41.2))
    assert running._words.text() == "Indexing"
    assert running._amount.text() == "12,345 / 48,212"
    assert running._pace.text() == "41 pictures/s  ·  15 min left", "as below the pictures"
    assert (running._bar.value(), running._bar.maximum()) == (12_345, 48_212)
    assert running._skipped.text() == "2 skipped: show why"
    tell(program, Progress(Stage.GRAPH, 100, 48_212, 2))
    assert running._words.text().startswith("Building the graph")
    assert running._pace.text() == ""


def test_thumbnails_come(running: ProgressPage, program: Program, thumbnails: Any) -> None:
    tell(program, Progress(Stage.ENCODING, 3, 10, latest=(Path("/p/3.jpg"), Path("/p/2.jpg"))))
    running._wall._tick.timeout.emit()
    assert thumbnails.requests[0][1] == Path("/p/3.jpg")


def test_pause_and_resume(running: ProgressPage, program: Program, qtbot: QtBot, asked: Asked) -> None:
    tell(program, Progress(Stage.ENCODING, 5, 10, 0, 1.0, 4.0))
    qtbot.mouseClick(running._pause, Qt.MouseButton.LeftButton)
    assert asked(IndexSession.pause) == [((), {})]
    program.indexing.paused = True
    program.indexing.paused_changed.emit(True)
    assert running._words.text() == "Paused"
    assert running._pause.text() == "&Resume"
    assert running._pace.text() == ""
    qtbot.mouseClick(running._pause, Qt.MouseButton.LeftButton)
    assert asked(IndexSession.resume) == [((), {})]
    program.indexing.paused = False
    program.indexing.paused_changed.emit(False)
    assert running._pause.text() == "&Pause"


def test_cancel(running: ProgressPage, program: Program, qtbot: QtBot, asked: Asked) -> None:
    qtbot.mouseClick(running._cancel, Qt.MouseButton.LeftButton)
    assert asked(IndexSession.cancel) == [((), {})]
    assert not running._cancel.isEnabled(), "once is enough"
    with qtbot.waitSignal(running.ended):
        end(program, program.indexing.cancelled.emit)
    assert running.state is State.CANCELLED
    assert "is kept" in running._words.text()
    assert not running._bar.isVisible()


def test_the_end(running: ProgressPage, program: Program, qtbot: QtBot) -> None:
    report = IndexReport(Path("/library"), "classic", 130, 20, 100, 5, 2, 1, SKIPPED, (), 125.0)
    with qtbot.waitSignal(running.ended):
        end(program, lambda: program.indexing.finished.emit(report))
    assert running.state is State.DONE
    assert running.heading.text() == "Done"
    assert running._words.text() == "100 pictures added, 5 changed, 2 moved, 1 gone, 2 skipped, in 2 min."
    assert running._skipped.text() == "2 skipped: show why"
    assert not running._pause.isVisible()
    with qtbot.waitSignal(running.skipped_requested):
        qtbot.keyClick(running._skipped, Qt.Key.Key_Space)


def test_a_failure_is_one_sentence(running: ProgressPage, program: Program) -> None:
    sentence = "The disk is full: free some space and index again."
    end(program, lambda: program.indexing.failed.emit(sentence))
    assert running.state is State.FAILED
    assert running._words.text() == sentence
    assert running._words.property("problem") is True


def test_a_refused_second_job_is_no_failure_of_this_one(running: ProgressPage, program: Program) -> None:
    program.indexing.failed.emit("Another folder is being indexed.")
    assert running.running


def test_a_second_try_starts_afresh(running: ProgressPage, program: Program) -> None:
    end(program, lambda: program.indexing.failed.emit("The disk is full."))
    program.indexing.start(Path("/library"), IndexRequest((Path("/p/Archive"),), "classic"))
    running.begin()
    assert running.running
    assert running.heading.text() == "Indexing “Archive”"
    assert running._words.property("problem") is False
    assert running._bar.isVisible()
    assert running._cancel.isEnabled()
    assert not running._sign.isVisible()


def test_the_job_of_another_wizard_is_not_shown(page: ProgressPage, program: Program) -> None:
    program.indexing.start(Path("/library"), IndexRequest((Path("/p"),), "classic"))
    tell(program, Progress(Stage.ENCODING, 5, 10))
    end(program, lambda: program.indexing.finished.emit(IndexReport(Path("/library"), "classic")))
    assert page.state is State.WAITING
    assert page._words.text() == ""
