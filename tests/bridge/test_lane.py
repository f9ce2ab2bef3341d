"""Lanes: work on their thread, answers on ours, the newest question only, an end without a wait."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.lane import Lane, NewestLane
from imsearch_gui.domain.errors import QueryError

Closing = Callable[[Any], Any]


def test_work_runs_on_the_lane_and_the_answer_comes_here(qtbot: QtBot, closing: Closing) -> None:
    lane = closing(Lane("test"))
    seen: list[tuple[str, str]] = []
    lane.submit(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("imsearch test", "MainThread")]


def test_pieces_run_in_order(qtbot: QtBot, closing: Closing) -> None:
    lane = closing(Lane("test"))
    seen: list[int] = []
    for number in range(20):
        lane.submit(lambda number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_a_known_error_is_its_sentence(qtbot: QtBot, closing: Closing) -> None:
    lane = closing(Lane("test"))
    sentences: list[str] = []

    def work() -> None:
        raise QueryError("Ask for at least one match.")

    lane.submit(work, failed=sentences.append)
    qtbot.waitUntil(lambda: bool(sentences))
    assert sentences == ["Ask for at least one match."]


def test_a_bug_is_logged_and_told_as_one_and_the_lane_goes_on(
    qtbot: QtBot, closing: Closing, caplog: pytest.LogCaptureFixture
) -> None:
    lane = closing(Lane("test"))
    sentences: list[str] = []
    values: list[int] = []
    with caplog.at_level(logging.ERROR):
        lane.submit(lambda: 1 // 0, failed=sentences.append)
        lane.submit(lambda: 7, values.append)
        qtbot.waitUntil(lambda: bool(values))
    assert "inside the program" in sentences[0]
    assert "ZeroDivisionError" in sentences[0]
    assert caplog.records[0].exc_info is not None


def test_closing_while_busy_waits_for_the_piece_at_hand_and_begins_no_other(
    qtbot: QtBot, door: Any, deliver: Callable[[], None]
) -> None:
    lane, gate = Lane("test"), door()
    seen: list[str] = []
    lane.submit(gate.pass_through, lambda _: seen.append("answered"))
    lane.submit(lambda: seen.append("begun"))
    gate.wait_until_reached()
    lane.stop()
    gate.open()
    lane.close()
    deliver()
    assert seen == []
    assert not [thread for thread in threading.enumerate() if thread.name == "imsearch test"]


def test_what_is_submitted_after_the_end_is_not_begun(qtbot: QtBot, deliver: Callable[[], None]) -> None:
    for lane in (Lane("test"), NewestLane("test")):
        lane.close()
        seen: list[int] = []
        if isinstance(lane, NewestLane):
            lane.ask(lambda _: 1, seen.append)
            assert not lane.busy
        lane.submit(lambda: 1, seen.append)
        lane.close()
        deliver()
        assert seen == []


def test_the_thread_closes_what_it_has_opened(qtbot: QtBot, door: Any) -> None:
    closed_by: list[str] = []
    lane = Lane("test", at_end=lambda: closed_by.append(threading.current_thread().name))
    gate = door()
    lane.submit(gate.pass_through)
    gate.wait_until_reached()
    gate.open()
    lane.close()
    assert closed_by == ["imsearch test"]


def test_a_lane_that_was_never_used_has_no_thread(qtbot: QtBot) -> None:
    closed: list[int] = []
    lane = Lane("test", at_end=lambda: closed.append(1))
    lane.close()
    assert closed == []


def test_of_many_questions_the_first_and_the_newest_are_begun_and_one_is_answered(
    qtbot: QtBot, closing: Closing, door: Any
) -> None:
    lane, gate = closing(NewestLane("test")), door()
    begun: list[int] = []
    answers: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        if number == 0:
            gate.pass_through()
        return number

    lane.ask(lambda _: work(0), answers.append)
    gate.wait_until_reached()
    for number in range(1, 50):
        lane.ask(lambda _, number=number: work(number), answers.append)
    assert lane.busy
    gate.open()
    qtbot.waitUntil(lambda: bool(answers))
    assert begun == [0, 49]
    assert answers == [49]
    assert not lane.busy


def test_the_work_can_see_that_nobody_wants_it_any_more(qtbot: QtBot, closing: Closing, door: Any) -> None:
    lane, gate = closing(NewestLane("test")), door()
    wants: list[bool] = []

    def work(wanted: Callable[[], bool]) -> None:
        wants.append(wanted())
        gate.pass_through()
        wants.append(wanted())

    lane.ask(work)
    gate.wait_until_reached()
    lane.forget()
    assert not lane.busy
    gate.open()
    qtbot.waitUntil(lambda: len(wants) == 2)
    assert wants == [True, False]


def test_a_late_failure_is_dropped_as_a_late_answer_is(
    qtbot: QtBot, closing: Closing, door: Any, deliver: Callable[[], None]
) -> None:
    lane, gate = closing(NewestLane("test")), door()
    told: list[str] = []

    def work() -> None:
        gate.pass_through()
        raise QueryError("late")

    lane.ask(lambda _: work(), failed=told.append)
    gate.wait_until_reached()
    lane.ask(lambda _: "newest", told.append)
    gate.open()
    qtbot.waitUntil(lambda: bool(told))
    deliver()
    assert told == ["newest"]
