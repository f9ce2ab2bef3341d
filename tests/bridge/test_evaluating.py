"""Evaluations of real libraries, and of one whose every step the test decides."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import evaluating as module
from imsearch_gui.bridge.evaluating import (
    FOLDERS,
    TOP,
    Evaluated,
    Evaluating,
    EvaluationRequest,
    TruthSource,
)
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.evaluation import EvaluationProgress, EvaluationStage, Way
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import PLAIN
from imsearch_gui.imaging import views
from imsearch_gui.searching.search import Superseded

Closing = Callable[[Any], Any]
REQUEST = EvaluationRequest(FOLDERS, ("pixels",), (Metric.COSINE, Metric.L1), (PLAIN,))
EACH = 3
NO_REPORT = SimpleNamespace(truth=SimpleNamespace(questions=()), ways=())


@pytest.fixture
def pictures(tmp_path: Path, draw: Callable[..., Path]) -> Path:
    """Three folders of three pictures each, those of a folder being alike."""
    folder = tmp_path / "pictures"
    for kind, name in enumerate(("apples", "boats", "clouds")):
        for number in range(EACH):
            draw(folder / name / f"{number}.png", 10 * kind, size=(96 + number, 72))
    return folder


@pytest.fixture
def evaluating(qtbot: QtBot, settings: SettingsStore, closing: Closing) -> Evaluating:
    evaluating: Evaluating = closing(Evaluating(settings))
    return evaluating


class Run:
    """Stands in for `searching.evaluation.run.evaluate`: a step each time the test lets it."""

    def __init__(self) -> None:
        self.doors: dict[int, Any] = {}
        self.closed = False
        self.error: Exception | None = None
        self.given: dict[str, Any] = {}
        self.truth: Any = None
        self.report: Any = None

    def __call__(
        self, library: Any, _store: Any, truth: Any, *_: Any, **given: Any
    ) -> Generator[EvaluationProgress, None, Any]:
        self.given, self.truth = given, truth
        try:
            for number in range(20):
                if number in self.doors:
                    self.doors[number].pass_through()
                if self.error is not None and number == 3:
                    raise self.error
                yield EvaluationProgress(number + 1, 20, Way("pixels", Metric.L1), 0.1 * number)
        except GeneratorExit:
            # The library is open still: a search may have something to put in order.
            self.closed = library.image_count() == 3 * EACH
            raise
        return self.report if self.report is not None else NO_REPORT


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    run = Run()
    monkeypatch.setattr("imsearch_gui.searching.evaluation.run.evaluate", run)
    return run


def test_an_evaluation_from_its_start_to_its_end(
    qtbot: QtBot, evaluating: Evaluating, library: Path, hear: Any
) -> None:
    started, finished, ended = hear(evaluating.started), hear(evaluating.finished), hear(evaluating.ended)
    progressed = hear(evaluating.progressed)
    evaluating.start(library, REQUEST)
    assert evaluating.running
    assert started == [REQUEST]
    qtbot.waitUntil(lambda: bool(ended))
    assert not evaluating.running
    (evaluated,) = finished
    assert isinstance(evaluated, Evaluated)
    assert [way.way for way in evaluated.report.ways] == [Way("pixels", Metric.COSINE), Way("pixels", Metric.L1)]
    # The other two of a folder are the same picture, but for its width.
    assert evaluated.report.ways[0].protocols[0].means["ap"] == 1.0
    assert evaluated.report.top == TOP
    assert evaluated.report.truth.taken_from == 0
    assert progressed[0].total == 2 * 9
    assert evaluated.sizes == {}


def test_some_of_the_questions_are_asked(
    qtbot: QtBot, evaluating: Evaluating, library: Path, run: Run, hear: Any
) -> None:
    ended = hear(evaluating.ended)
    evaluating.start(library, replace(REQUEST, questions=4))
    qtbot.waitUntil(lambda: bool(ended))
    assert (len(run.truth.questions), run.truth.taken_from) == (4, 9)


def test_it_runs_as_the_settings_say(qtbot: QtBot, evaluating: Evaluating, library: Path, run: Run, hear: Any) -> None:
    ended = hear(evaluating.ended)
    evaluating.start(library, REQUEST)
    qtbot.waitUntil(lambda: bool(ended))
    assert run.given["provider"] == "automatic"
    assert run.given["decoding"] is evaluating._decoding
    assert run.given["top"] == TOP


def test_it_is_cancelled_at_once_and_nothing_comes_of_it(
    qtbot: QtBot, evaluating: Evaluating, library: Path, run: Run, door: Any, deliver: Any, hear: Any
) -> None:
    finished, cancelled, ended = hear(evaluating.finished), hear(evaluating.cancelled), hear(evaluating.ended)
    progressed = hear(evaluating.progressed)
    run.doors[5] = door()
    evaluating.start(library, REQUEST)
    run.doors[5].wait_until_reached()
    evaluating.cancel()
    assert (len(cancelled), len(ended), evaluating.running) == (1, 1, False)
    told = len(progressed)
    run.doors[5].open()
    qtbot.waitUntil(lambda: run.closed)
    deliver()
    assert finished == []
    assert len(progressed) == told
    evaluating.cancel()
    assert len(cancelled) == 1


def test_it_is_left_within_a_question_without_a_word(
    qtbot: QtBot,
    evaluating: Evaluating,
    library: Path,
    run: Run,
    door: Any,
    deliver: Any,
    hear: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The search at hand asks whether it is wanted still, and says that it is not."""
    failed, finished = hear(evaluating.failed), hear(evaluating.finished)
    run.doors[3], run.error = door(), Superseded()
    evaluating.start(library, REQUEST)
    run.doors[3].wait_until_reached()
    assert run.given["wanted"]()
    evaluating.cancel()
    assert not run.given["wanted"]()
    run.doors[3].open()
    over = hear(evaluating.ended)
    evaluating._lane.submit(int, over.append)
    qtbot.waitUntil(lambda: bool(over))
    deliver()
    assert (failed, finished, caplog.text) == ([], [], "")


def test_the_next_one_waits_for_the_one_that_was_cancelled(
    qtbot: QtBot, evaluating: Evaluating, library: Path, run: Run, door: Any, hear: Any
) -> None:
    failed, ended = hear(evaluating.failed), hear(evaluating.ended)
    run.doors[5] = door()
    evaluating.start(library, REQUEST)
    run.doors[5].wait_until_reached()
    evaluating.start(library, REQUEST)
    assert evaluating.running
    run.doors[5].open()
    run.error = QueryError("Of the second one.")
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert failed == ["Of the second one."]


def test_a_bug_is_told_as_one(
    qtbot: QtBot, evaluating: Evaluating, library: Path, run: Run, hear: Any, caplog: pytest.LogCaptureFixture
) -> None:
    failed, ended = hear(evaluating.failed), hear(evaluating.ended)
    run.error = ZeroDivisionError("one by none")
    evaluating.start(library, REQUEST)
    qtbot.waitUntil(lambda: bool(ended))
    assert failed[0].startswith("Something went wrong inside the program (ZeroDivisionError: one by none)")
    assert "internal error" in caplog.text


def test_a_model_that_the_library_lost_is_said(qtbot: QtBot, evaluating: Evaluating, library: Path, hear: Any) -> None:
    failed = hear(evaluating.failed)
    evaluating.start(library, EvaluationRequest(FOLDERS, ("gone",), (Metric.L1,), (PLAIN,)))
    qtbot.waitUntil(lambda: bool(failed))
    assert "'gone'" in failed[0]


def test_sizes_are_known_of_questions_with_a_region(
    qtbot: QtBot, evaluating: Evaluating, library: Path, tmp_path: Path, draw: Any, pictures: Path, hear: Any
) -> None:
    stranger = draw(tmp_path / "stranger.png", 5, size=(300, 200))
    (tmp_path / "half.png").write_bytes(b"no picture")
    known = pictures / "apples" / "1.png"
    table = tmp_path / "truth.csv"
    rows = [
        f'{query},{pictures / "boats" / "0.png"},"10,10,20,20"' for query in (known, stranger, tmp_path / "half.png")
    ]
    table.write_text("query,relevant,region\n" + "\n".join(rows) + "\n")
    finished = hear(evaluating.finished)
    evaluating.start(library, EvaluationRequest(TruthSource(table), ("pixels",), (Metric.L1,), (PLAIN,)))
    with qtbot.waitSignal(evaluating.ended):
        pass
    names = [question.name for question in finished[0].report.truth.questions]
    sizes = {Path(names[place]).name: size for place, size in finished[0].sizes.items()}
    assert sizes == {"1.png": (97, 72), "stranger.png": (300, 200)}


def test_sizes_are_looked_up_one_after_the_other_for_as_long_as_they_are_wanted(
    qtbot: QtBot,
    evaluating: Evaluating,
    library: Path,
    tmp_path: Path,
    draw: Any,
    pictures: Path,
    hear: Any,
    door: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "TELL_S", 1e6)  # each stage is told of all the same
    strangers = [draw(tmp_path / f"stranger{number}.png", number, size=(300, 200)) for number in range(3)]
    table = tmp_path / "truth.csv"
    rows = [f'{stranger},{pictures / "boats" / "0.png"},"10,10,20,20"' for stranger in strangers]
    table.write_text("query,relevant,region\n" + "\n".join(rows) + "\n")
    first, looked, shrunk = door(), [], views.shrunk

    def slowly(path: Path, *more: Any) -> Any:
        looked.append(path)
        first.pass_through()
        return shrunk(path, *more)

    monkeypatch.setattr(views, "shrunk", slowly)
    progressed = hear(evaluating.progressed)
    evaluating.start(library, EvaluationRequest(TruthSource(table), ("pixels",), (Metric.L1,), (PLAIN,)))
    first.wait_until_reached()
    qtbot.waitUntil(lambda: bool(progressed) and progressed[-1].stage is EvaluationStage.SIZES)
    assert (progressed[-1].done, progressed[-1].total) == (0, 3)
    assert [step.stage for step in progressed] == list(EvaluationStage)
    evaluating.cancel()
    first.open()
    over: list[int] = []
    evaluating._lane.submit(int, over.append)
    qtbot.waitUntil(lambda: bool(over))
    assert looked == strangers[:1]


def test_the_page_is_written_and_can_be_given_up(
    qtbot: QtBot, evaluating: Evaluating, evaluation_reports: Any, tmp_path: Path, hear: Any
) -> None:
    report = evaluation_reports.make_report(evaluation_reports.Plan(tmp_path / "drawn", drawn=True, unreadable=(3,)))
    written, not_written, writing = hear(evaluating.written), hear(evaluating.not_written), hear(evaluating.writing)
    evaluating.write(report, tmp_path / "report.html")
    qtbot.waitUntil(lambda: bool(written))
    assert written == [tmp_path / "report.html"]
    assert "apples" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert writing[0][1] > 0
    evaluating.write(report, tmp_path / "nowhere" / "report.html")
    qtbot.waitUntil(lambda: bool(not_written))
    assert str(tmp_path / "nowhere" / "report.html") in not_written[0]
    evaluating.write(report, tmp_path / "given up.html")
    evaluating.give_up_writing()
    assert not_written[1:] == [""]
    evaluating.give_up_writing()
    assert not_written[1:] == [""]
    evaluating.close()
    assert not (tmp_path / "given up.html").exists()


@pytest.fixture
def program(qtbot: QtBot, settings: SettingsStore, closing: Closing, library: Path) -> Program:
    """With the library of nine pictures open."""
    program: Program = closing(Program(settings))
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    return program


def test_a_library_that_is_deleted_is_let_go_of_first(
    qtbot: QtBot, program: Program, library: Path, run: Run, door: Any, hear: Any
) -> None:
    cancelled, deleted = hear(program.evaluating.cancelled), hear(program.care.deleted)
    run.doors[5] = door()
    program.evaluating.start(library, REQUEST)
    run.doors[5].wait_until_reached()
    program.care.delete(library)
    assert len(cancelled) == 1
    # Until the question at hand is answered the library is open.
    held = hear(program.facets.failed)
    qtbot.wait(50)
    assert (library / "catalog.sqlite").exists()
    assert held == []
    run.doors[5].open()
    qtbot.waitUntil(lambda: bool(deleted))
    assert run.closed
    assert not library.exists()


def test_another_library_ends_it(
    qtbot: QtBot,
    program: Program,
    library: Path,
    run: Run,
    door: Any,
    hear: Any,
    tmp_path: Path,
    fill: Any,
    pictures: Path,
) -> None:
    cancelled = hear(program.evaluating.cancelled)
    fill(tmp_path / "other", pictures)
    run.doors[5] = door()
    program.evaluating.start(library, REQUEST)
    run.doors[5].wait_until_reached()
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(tmp_path / "other")
    assert len(cancelled) == 1
    run.doors[5].open()


def test_the_end_of_the_program_waits_for_no_more_than_the_question_at_hand(
    qtbot: QtBot, evaluating: Evaluating, library: Path, run: Run, door: Any, hear: Any, deliver: Any
) -> None:
    finished, failed, cancelled = hear(evaluating.finished), hear(evaluating.failed), hear(evaluating.cancelled)
    run.doors[5] = door()
    evaluating.start(library, REQUEST)
    run.doors[5].wait_until_reached()
    evaluating.stop()
    run.doors[5].open()
    evaluating.close()
    deliver()
    assert run.closed
    assert (finished, failed, cancelled) == ([], [], [])
