"""The job in one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.domain.progress import IndexReport, Progress, Skipped, Stage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.ui.progress_strip import ProgressStrip

REQUEST = IndexRequest((Path("/p/Archive"),), "classic")
HALF_WAY = Progress(Stage.ENCODING, 12_345, 48_212, 3, 300.0, 41.2)
REPORT = IndexReport(Path("/library"), "classic", 2, added=1, skipped=(Skipped(Path("/p/a"), "empty file"),), seconds=3)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[IndexSession]:
    with mock.patch.multiple(
        IndexSession,
        **{name: mock.create_autospec(getattr(IndexSession, name)) for name in ("pause", "resume", "cancel")},
    ):
        session = IndexSession()
        yield session
        session.deleteLater()


@pytest.fixture
def strip(qtbot: QtBot, session: IndexSession) -> ProgressStrip:
    strip = ProgressStrip(session)
    qtbot.addWidget(strip)
    strip.resize(1200, 40)
    return strip


@pytest.fixture
def running(strip: ProgressStrip, session: IndexSession) -> ProgressStrip:
    begin(session)
    session._tell(HALF_WAY)
    return strip


def begin(session: IndexSession) -> None:
    session.request, session.progress = REQUEST, Progress(Stage.SCANNING)
    session.started.emit(REQUEST)


def figures(strip: ProgressStrip) -> list[str]:
    return [figure.text() for figure in strip._figures]


def test_it_is_there_only_while_a_job_runs(strip: ProgressStrip, session: IndexSession, qtbot: QtBot) -> None:
    assert strip.isHidden()
    begin(session)
    assert strip.isVisible()
    assert strip._title.text() == "Looking for pictures “Archive”"
    strip._linger.setInterval(0)
    with qtbot.waitSignal(strip._linger.timeout):
        session._end(lambda: session.finished.emit(REPORT))
    assert strip.isHidden()


def test_one_row_says_it_all(running: ProgressStrip) -> None:
    assert running._title.text() == "Indexing “Archive”"
    assert "/p/Archive" in running._title.toolTip().replace("\\", "/")
    assert figures(running) == ["12,345 / 48,212", "41 pictures/s", "15 min left"]
    assert (running._bar.value(), running._bar.maximum()) == (12_345, 48_212)
    assert running._skipped.text() == "3 skipped"


def test_figures_never_shrink_while_a_job_runs(running: ProgressStrip, session: IndexSession) -> None:
    wide = running._figures[0].minimumWidth()
    assert wide > 0
    session._tell(Progress(Stage.ENCODING, 1, 2))
    assert running._figures[0].minimumWidth() == wide
    session.request = None
    begin(session)
    assert running._figures[0].minimumWidth() < wide


def test_pause_and_resume(running: ProgressStrip, session: IndexSession, qtbot: QtBot) -> None:
    qtbot.mouseClick(running._pause, Qt.MouseButton.LeftButton)
    IndexSession.pause.assert_called_once_with(session)
    session.paused = True
    session.paused_changed.emit(True)
    assert running._pause.text() == "Resume"
    assert running._title.text() == "Paused “Archive”"
    assert figures(running) == ["12,345 / 48,212", "", ""]
    qtbot.mouseClick(running._pause, Qt.MouseButton.LeftButton)
    IndexSession.resume.assert_called_once_with(session)


def test_cancel(running: ProgressStrip, session: IndexSession, qtbot: QtBot) -> None:
    qtbot.mouseClick(running._cancel, Qt.MouseButton.LeftButton)
    IndexSession.cancel.assert_called_once_with(session)
    assert not running._cancel.isEnabled()
    session._end(session.cancelled.emit)
    assert running._title.text().startswith("Cancelled.")
    assert not running._bar.isVisible()
    assert running._linger.isActive()
    begin(session)
    assert running._cancel.isEnabled()
    assert running._bar.isVisible()
    assert not running._linger.isActive()


def test_the_end_sentence_and_the_skipped(running: ProgressStrip, session: IndexSession, qtbot: QtBot) -> None:
    session._end(lambda: session.finished.emit(REPORT))
    assert running._title.text() == "1 picture added, 1 skipped, in 3 s."
    assert not any(widget.isVisible() for widget in running._running_only)
    with qtbot.waitSignal(running.skipped_requested):
        qtbot.mouseClick(running._skipped, Qt.MouseButton.LeftButton)


def test_a_failure_hides_it_but_a_refused_second_job_does_not(running: ProgressStrip, session: IndexSession) -> None:
    session.failed.emit("Another folder is being indexed.")
    assert running.isVisible()
    session._end(lambda: session.failed.emit("The disk is full."))
    assert running.isHidden()


def test_it_fits_a_narrow_window(running: ProgressStrip, session: IndexSession) -> None:
    long = IndexRequest((Path("/p/" + "a folder with a long name " * 6),), "classic")
    session.request = long
    session.progressed.emit(HALF_WAY)
    assert running.minimumSizeHint().width() <= 800
    running.resize(800, 40)
    running.grab()
    assert "…" in running._title.elided


def test_a_job_of_the_program_itself_shows_once_there_is_something_to_do(
    strip: ProgressStrip, session: IndexSession
) -> None:
    quiet = replace(REQUEST, background=True)
    nothing = IndexReport(Path("/library"), "classic", 2, unchanged=2)
    for progress, shown in ((Progress(Stage.SCANNING, total=9), False), (HALF_WAY, True)):
        session.request, session.progress = quiet, Progress(Stage.SCANNING)
        session.started.emit(quiet)
        session._tell(progress)
        assert strip.isVisible() is shown
        session._finish(REPORT if shown else nothing)
        assert strip.isVisible() is shown
        strip.hide()


def test_what_gives_way_is_gone(strip: ProgressStrip, session: IndexSession) -> None:
    session.request = replace(REQUEST, background=True)
    session.started.emit(session.request)
    session._tell(HALF_WAY)
    assert strip.isVisible()
    session.set_aside.emit(session.request)
    assert strip.isHidden()
