"""Work in a process that can be ended at any moment, and whatever it does leaves the program alone."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from imsearch_gui.bridge.lane import bug_sentence
from imsearch_gui.bridge.process_job import ProcessJob
from imsearch_gui.domain.errors import BugError, ModelError

PATIENCE_S = 20.0


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "jobs"))
    import job_work  # type: ignore[import-not-found]

    return job_work  # type: ignore[no-any-return]


def job_of(function: Callable[..., Any], *arguments: Any) -> ProcessJob[Any]:
    return ProcessJob(function, *arguments, unanswered=ModelError("It ended before it had an answer: try again."))


def test_the_answer_comes_back(work: ModuleType) -> None:
    assert job_of(work.add, 2, 3).run() == 5


def test_reports_keep_their_order_and_the_last_one_is_told(work: ModuleType) -> None:
    told: list[int] = []
    assert job_of(work.count_to, 5000).run(told.append) == "counted"
    assert told == sorted(set(told))
    assert told[-1] == 4999
    assert len(told) < 1000, "nobody sees ten thousand a second"


def test_a_report_that_had_to_wait_is_told_while_the_work_is_silent(work: ModuleType, tmp_path: Path) -> None:
    sign = tmp_path / "go on"
    told: list[str] = []

    def tell(value: str) -> None:
        told.append(value)
        if value == "checking":
            sign.touch()

    assert job_of(work.say_and_think, sign).run(tell) == "done"
    assert told[-1] == "checking"


def test_what_the_user_can_mend_keeps_its_kind_and_its_sentence(work: ModuleType) -> None:
    with pytest.raises(ModelError, match="is no ONNX file: choose another"):
        job_of(work.refuse).run()


def test_a_bug_is_one_sentence_and_its_traceback_is_in_the_log(
    work: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BugError) as error:
        job_of(work.blunder).run()
    with caplog.at_level(logging.ERROR):
        sentence = bug_sentence(error.value)
    assert "ZeroDivisionError: by nothing" in sentence
    assert "\n" not in sentence
    assert "job_work.py" in caplog.text, "where it happened in the process"


def test_an_answer_that_cannot_be_sent_is_a_bug(work: ModuleType) -> None:
    with pytest.raises(BugError):
        job_of(work.unsendable).run()


def test_a_crash_is_a_sentence(work: ModuleType) -> None:
    with pytest.raises(ModelError, match="before it had an answer"):
        job_of(work.crash).run()


def test_an_end_in_the_middle_of_an_answer_is_a_sentence(work: ModuleType) -> None:
    with pytest.raises(ModelError, match="before it had an answer"):
        job_of(work.break_off).run()


def test_nobody_waits_for_a_process_whose_end_does_not_come(work: ModuleType, undying: list[Any]) -> None:
    job = job_of(work.hang)
    began, ended = threading.Event(), threading.Event()

    def run() -> None:
        with pytest.raises(ModelError):
            job.run(lambda _: began.set())
        ended.set()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert began.wait(PATIENCE_S)
    job.cancel()
    assert ended.wait(PATIENCE_S)
    thread.join()
    assert len(undying) == 1
    assert multiprocessing.active_children() == [], "the end of the program does not wait for it either"


def test_a_hang_is_ended_at_once(work: ModuleType) -> None:
    job = job_of(work.hang)
    pids: list[int] = []
    began, ended = threading.Event(), threading.Event()

    def run() -> None:
        with pytest.raises(ModelError):
            job.run(lambda pid: (pids.append(pid), began.set()))
        ended.set()

    thread = threading.Thread(target=run)
    thread.start()
    assert began.wait(PATIENCE_S)
    job.cancel()
    assert ended.wait(PATIENCE_S)
    thread.join()
    assert job.cancelled
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


def test_what_was_cancelled_before_it_began_does_not_begin(work: ModuleType, tmp_path: Path) -> None:
    job = job_of(work.add, 1, 1)
    job.cancel()
    job.cancel()
    with pytest.raises(ModelError):
        job.run()
    assert multiprocessing.active_children() == []


def test_a_listener_that_fails_ends_the_process(work: ModuleType) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("nobody listens")

    with pytest.raises(RuntimeError):
        job_of(work.hang).run(fail)
    assert multiprocessing.active_children() == []
