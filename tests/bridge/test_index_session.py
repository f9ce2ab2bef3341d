"""The job of the window: one at a time, paused and cancelled between two steps, its progress at a bearable pace."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import index_session
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.progress import IndexReport, Progress, Skipped, Stage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.library.writer import LibraryWriter

Closing = Callable[[Any], Any]
Steps = Generator[Progress, None, IndexReport]


class Job:
    """Stands in for `library.indexing.index`: yields what the test gives it, one step each time the test lets it."""

    def __init__(self) -> None:
        self.steps = [Progress(Stage.ENCODING, done, 10) for done in range(10)]
        self.doors: dict[int, Any] = {}
        self.error: Exception | None = None
        self.taken = 0
        self.closed = False
        self.report = IndexReport(Path("/library"), "pixels", found=10, added=10)

    def __call__(self, library: LibraryWriter, request: IndexRequest, model: object, share: object) -> Steps:
        try:
            for number, step in enumerate(self.steps):
                if number in self.doors:
                    self.doors[number].pass_through()
                self.taken += 1
                yield step
            if self.error is not None:
                raise self.error
            return self.report
        except GeneratorExit:
            # The library is still open: a job may have something to put in order.
            self.closed = library.image_count() == 0
            raise


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch) -> Job:
    job = Job()

    def no_graph(*_: object) -> Generator[Progress, None, None]:
        yield Progress(Stage.GRAPH, 1, 1)

    monkeypatch.setattr("imsearch_gui.library.indexing.index", job)
    monkeypatch.setattr("imsearch_gui.searching.finishing.finish", no_graph)
    return job


@pytest.fixture
def session(qtbot: QtBot, closing: Closing) -> IndexSession:
    session: IndexSession = closing(IndexSession())
    return session


REQUEST = IndexRequest((Path("/pictures"),), "pixels")


def test_a_job_from_its_start_to_its_end(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, tmp_path: Path
) -> None:
    started, finished, ready = hear(session.started), hear(session.finished), hear(session.library_ready)
    progress, committed = hear(session.progressed), hear(session.committed)
    with qtbot.waitSignal(session.ended):
        assert session.start(tmp_path / "library", REQUEST)
        assert session.running
    assert not session.running
    assert started == [REQUEST]
    assert ready == [tmp_path / "library"]
    assert finished == [job.report]
    assert session.report == job.report
    assert progress[-1].stage is Stage.GRAPH
    assert progress[-2] == job.steps[-1], "the last step of each stage is told"
    assert session.progress == progress[-1]
    assert committed[-1] == tmp_path / "library"


def test_progress_is_told_at_a_pace_and_the_last_one_always(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_session, "TELL_S", 3600.0)
    job.steps = [Progress(Stage.ENCODING, done, 5000) for done in range(5000)]
    progress = hear(session.progressed)
    with qtbot.waitSignal(session.ended):
        session.start(tmp_path / "library", REQUEST)
    told = [step.done for step in progress if step.stage is Stage.ENCODING]
    assert told[-1] == 4999
    assert len(told) <= 2


def test_a_paused_job_takes_no_step_and_shows_where_it_is(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, door: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_session, "TELL_S", 3600.0)
    paused, finished = hear(session.paused_changed), hear(session.finished)
    gate = job.doors[5] = door()
    session.start(tmp_path / "library", REQUEST)
    gate.wait_until_reached()
    session.pause()
    assert session.paused
    gate.open()
    # The step at hand is finished and told; then the job rests.
    qtbot.waitUntil(lambda: session.progress.done == 5)
    assert job.taken == 6
    session.resume()
    qtbot.waitUntil(lambda: bool(finished))
    assert job.taken == 10
    assert paused == [True, False]


def test_pausing_twice_or_without_a_job_says_nothing(session: IndexSession, hear: Any) -> None:
    paused = hear(session.paused_changed)
    session.pause()
    session.resume()
    assert paused == []


def test_cancelling_closes_the_job_and_keeps_no_report(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, door: Any, tmp_path: Path
) -> None:
    cancelled, finished, failed = hear(session.cancelled), hear(session.finished), hear(session.failed)
    gate = job.doors[3] = door()
    session.start(tmp_path / "library", REQUEST)
    gate.wait_until_reached()
    with qtbot.waitSignal(session.ended):
        session.cancel()
        gate.open()
    assert job.closed
    assert job.taken == 4
    assert (cancelled, finished, failed) == ([()], [], [])
    assert session.report is None
    # The writer is free again.
    LibraryWriter.open(tmp_path / "library").close()


def test_a_paused_job_can_be_cancelled(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, door: Any, tmp_path: Path
) -> None:
    gate = job.doors[2] = door()
    session.start(tmp_path / "library", REQUEST)
    gate.wait_until_reached()
    session.pause()
    gate.open()
    with qtbot.waitSignal(session.cancelled):
        session.cancel()
    assert job.closed
    assert not session.paused


def test_what_the_user_can_mend_is_one_sentence(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, tmp_path: Path
) -> None:
    job.error = FolderError("The folder /pictures has vanished: connect it and start again.")
    failed, committed = hear(session.failed), hear(session.committed)
    with qtbot.waitSignal(session.ended):
        session.start(tmp_path / "library", REQUEST)
    assert failed == ["The folder /pictures has vanished: connect it and start again."]
    assert committed, "what was indexed before is shown"


def test_a_bug_is_told_as_one(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    job.error = ZeroDivisionError("by nothing")
    failed = hear(session.failed)
    with qtbot.waitSignal(session.ended):
        session.start(tmp_path / "library", REQUEST)
    assert "inside the program" in failed[0]
    assert "internal error" in caplog.text


def test_an_unknown_model_is_a_sentence(qtbot: QtBot, session: IndexSession, hear: Any, tmp_path: Path) -> None:
    failed = hear(session.failed)
    with qtbot.waitSignal(session.ended):
        session.start(tmp_path / "library", IndexRequest((tmp_path,), "no such model"))
    assert "no such model" in failed[0]


def test_a_library_that_another_writes_to_is_a_sentence(
    qtbot: QtBot, session: IndexSession, hear: Any, tmp_path: Path
) -> None:
    failed, ready = hear(session.failed), hear(session.library_ready)
    with LibraryWriter.open(tmp_path / "library"), qtbot.waitSignal(session.ended):
        session.start(tmp_path / "library", REQUEST)
    assert "another window" in failed[0]
    assert ready == []


def test_one_job_at_a_time(qtbot: QtBot, session: IndexSession, job: Job, hear: Any, door: Any, tmp_path: Path) -> None:
    failed, finished = hear(session.failed), hear(session.finished)
    gate = job.doors[1] = door()
    session.start(tmp_path / "library", REQUEST)
    gate.wait_until_reached()
    assert not session.start(tmp_path / "other", REQUEST)
    assert len(failed) == 1
    gate.open()
    qtbot.waitUntil(lambda: bool(finished))
    with qtbot.waitSignal(session.ended):
        assert session.start(tmp_path / "other", REQUEST)
    assert len(finished) == 2


def test_what_was_not_there_is_said_and_what_was_left_out_is_kept(
    qtbot: QtBot, session: IndexSession, job: Job, hear: Any, tmp_path: Path
) -> None:
    skipped = (Skipped(Path("/pictures/a.jpg"), "empty file"),)
    job.report = IndexReport(tmp_path, "pixels", skipped=skipped, offline=(Path("/media/disk"),))
    notices = hear(session.notice)
    assert session.skipped == ()
    with qtbot.waitSignal(session.ended):
        session.start(tmp_path / "library", REQUEST)
    assert notices == [f"{Path('/media/disk')} is not there just now; what was indexed from it is kept."]
    assert session.skipped == skipped


def test_it_closes_while_the_job_is_at_work(
    session: IndexSession, job: Job, hear: Any, door: Any, tmp_path: Path, deliver: Callable[[], None]
) -> None:
    heard = [hear(signal) for signal in (session.finished, session.failed, session.cancelled, session.ended)]
    gate = job.doors[4] = door()
    session.start(tmp_path / "library", REQUEST)
    gate.wait_until_reached()
    session.stop()
    gate.open()
    session.close()
    deliver()
    assert job.closed
    assert heard == [[], [], [], []]


def test_it_closes_while_the_job_is_paused(session: IndexSession, job: Job, door: Any, tmp_path: Path) -> None:
    gate = job.doors[4] = door()
    session.start(tmp_path / "library", REQUEST)
    gate.wait_until_reached()
    session.pause()
    gate.open()
    session.close()
    assert job.closed


def test_a_real_folder_is_indexed_and_then_only_what_is_new(
    qtbot: QtBot, session: IndexSession, hear: Any, pictures: Path, draw: Any, tmp_path: Path
) -> None:
    finished = hear(session.finished)
    request = IndexRequest((pictures,), "pixels", workers=1)
    with qtbot.waitSignal(session.ended, timeout=60_000):
        session.start(tmp_path / "library", request)
    draw(pictures / "new.png", 77)
    with qtbot.waitSignal(session.ended, timeout=60_000):
        session.start(tmp_path / "library", request)
    assert [(report.added, report.unchanged) for report in finished] == [(5, 0), (1, 5)]
