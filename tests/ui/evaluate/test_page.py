"""The page in the window: the way in and out, an evaluation from its start to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.evaluating import LABELS, Evaluated, TruthSummary
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.domain.evaluation import EvaluationProgress, EvaluationStage, Held, Way
from imsearch_gui.domain.evaluation_form import notices_of
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import LibraryState, Query, SearchResult
from imsearch_gui.domain.refinement import Refinement
from imsearch_gui.domain.settings import TOP
from imsearch_gui.ui.evaluate.page import EvaluatePage
from imsearch_gui.ui.evaluate.results import NOTES
from imsearch_gui.ui.libraries.page import LibraryPage
from imsearch_gui.ui.main_window import MainWindow

Asked = list[tuple[str, Any]]
Shown = Callable[..., EvaluatePage]


def test_it_can_be_opened_once_there_is_something_to_ask(
    window: MainWindow, asked: Asked, searching: Callable[..., LibraryState]
) -> None:
    action = window.actions_.evaluate
    assert action in window.menu.actions()
    assert not action.isEnabled()
    searching(0)
    assert not action.isEnabled()
    searching(5)
    assert action.isEnabled()
    assert window.evaluate.page is None


def test_it_stands_where_the_pictures_are_and_esc_brings_them_back(
    qtbot: QtBot, page: EvaluatePage, window: MainWindow
) -> None:
    assert page.isVisible()
    assert not window.area.isVisible()
    folds = (window.actions_.query_panel, window.actions_.details_panel)
    assert not any(fold.isVisible() for fold in folds), "there is nothing to fold here"
    qtbot.keyClick(page.set_up.source, Qt.Key.Key_Escape)
    assert window.area.isVisible()
    assert all(fold.isVisible() for fold in folds)
    assert window.top_bar.field.hasFocus()
    window.actions_.evaluate.trigger()
    qtbot.mouseClick(page.head.back, Qt.MouseButton.LeftButton)
    assert window.area.isVisible()


def test_news_of_the_library_leave_it_open_another_library_does_not(
    page: EvaluatePage, window: MainWindow, program: Program, asked: Asked, library_of: Any
) -> None:
    state = library_of(61, models=("classic",))
    program.libraries.changed.emit(state)
    assert page.isVisible()
    program.libraries.opened.emit(replace(state, folder=Path("/another")))
    assert window.area.isVisible()
    assert asked == [("read", LABELS), ("cancel", None)]
    window.actions_.evaluate.trigger()
    assert asked[2:] == [("read", LABELS)]
    program.libraries.closed.emit()
    assert window.welcome.isVisible()


def test_the_page_of_the_library_leads_to_it(
    window: MainWindow, program: Program, asked: Asked, searching: Callable[..., LibraryState]
) -> None:
    searching(5)
    window.actions_.this_library.trigger()
    library_page = window.findChild(LibraryPage)
    assert library_page is not None
    library_page.evaluation_wanted.emit()
    assert window.evaluate.shown
    assert not library_page.isVisible()


def test_progress_is_shown_and_can_be_stopped(qtbot: QtBot, page: EvaluatePage, program: Program, asked: Asked) -> None:
    program.evaluating.truth_read.emit(TruthSummary(LABELS, 60, 600, 60, ("",), ()))
    page.set_up.evaluate.click()
    assert page.pages.currentWidget() is page.running
    assert (page.running.bar.minimum(), page.running.bar.maximum()) == (0, 0)
    way = Way("classic", Metric.L2, Refinement(geometry=True))
    program.evaluating.progressed.emit(EvaluationProgress(180, 720, way, 20.0))
    assert (page.running.bar.value(), page.running.bar.maximum()) == (180, 720)
    assert page.running.way.text() == "Classic, L2, geometry checked"
    assert page.running.figures.text() == "180 of 720 answers  ·  1 min left"
    for stage, heading in (
        (EvaluationStage.MEASURING, "Measuring the answers"),
        (EvaluationStage.SIZES, "Looking at the regions"),
    ):
        program.evaluating.progressed.emit(EvaluationProgress(3, 12, way, 20.0, stage))
        assert page.running.heading.text() == heading
        assert page.running.figures.text() == "3 of 12"
        assert (page.running.bar.value(), page.running.bar.maximum()) == (3, 12)
    qtbot.mouseClick(page.running.cancel, Qt.MouseButton.LeftButton)
    assert asked[-1] == ("cancel", None)
    program.evaluating.cancelled.emit()
    assert page.pages.currentWidget() is page.set_up


def test_what_went_wrong_is_said_in_the_page(page: EvaluatePage, program: Program, window: MainWindow) -> None:
    window.messages.clear()
    program.evaluating.failed.emit("The model is gone: install it again.")
    assert page.message.text == "The model is gone: install it again."
    assert window.messages.text == ""
    window.evaluate.leave()
    program.evaluating.failed.emit("Another problem.")
    assert window.messages.text == "Another problem."


def test_who_looks_at_something_else_is_told_that_it_is_done(shown: Shown, window: MainWindow) -> None:
    window.evaluate.leave()
    shown()
    assert window.messages.text == "The evaluation is done."
    window.messages.rows[0]._action.click()
    assert window.evaluate.shown
    assert window.evaluate.page is not None
    assert window.evaluate.page.pages.currentWidget() is window.evaluate.page.results


def test_from_the_set_up_one_comes_back_to_the_report_first(qtbot: QtBot, shown: Shown, window: MainWindow) -> None:
    page = shown(notices=("The model x was left out.",))
    assert page.message.text == "The model x was left out."
    assert page.head.summary.text() == "20 questions  ·  20 pictures  ·  12 s"
    page.head.other.click()
    assert page.pages.currentWidget() is page.set_up
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.pages.currentWidget() is page.results
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.area.isVisible()


def test_everything_that_there_is_to_know_stands_below_the_table(qtbot: QtBot, shown: Shown) -> None:
    """What the ground truth had to leave out, what could not be asked, and what a model lacks: as in the file of the report."""
    page = shown(notices=("The library lacks 3 pictures of the ground truth.",), unreadable=(2,), taken_from=10_000)
    assert page.message.text == "1 question could not be asked: that counts as if nothing had come."
    assert page.head.summary.text().startswith("20 of 10,000 questions")
    page.results.tabs.setCurrentIndex(NOTES)
    assert page.results.notes.text.isVisible()
    assert page.evaluated is not None
    assert page.results.notes.text.text().split("\n\n") == list(notices_of(page.evaluated.report))
    report = replace(page.evaluated.report, held={"classic": Held(18, 20)})
    page._evaluating.finished.emit(Evaluated(report, {}))
    assert "Classic holds vectors of 18 of 20 pictures" in page.results.notes.text.text()
    assert any(row.sentence.startswith("Classic holds") for row in page.message.rows)
    assert page.results.notes.text.textFormat() is Qt.TextFormat.PlainText
    shown()
    assert not page.results.tabs.isTabVisible(NOTES)


def test_a_search_shows_the_pictures_again(
    page: EvaluatePage, window: MainWindow, program: Program, result_of: Callable[..., SearchResult]
) -> None:
    program.search.query_changed.emit(None)
    assert window.evaluate.shown
    program.search.query_changed.emit(result_of(3).query)
    assert not window.evaluate.shown


def test_a_question_is_searched_for_as_its_way_did(
    shown: Shown, window: MainWindow, program: Program, monkeypatch: Any
) -> None:
    queries: list[Query] = []
    monkeypatch.setattr(SearchSession, "ask_again", lambda _self, query: queries.append(query))
    page = shown(regions=True)
    page.results.table.selectRow(page.results.table.ways.row_of(1))
    row = page.results.questions.view.questions.row_at(0)
    page.results.questions.view.doubleClicked.emit(page.results.questions.view.questions.index(0))
    assert row.question.example.region is not None
    assert queries == [Query((row.question.example,), "mobilenet-v2", Metric.L2, top=int(program.settings.get(TOP)))]
    assert not window.evaluate.shown


def test_a_report_is_written_and_can_be_opened(
    qtbot: QtBot, shown: Shown, program: Program, asked: Asked, tmp_path: Path, calls: Any
) -> None:
    page = shown()
    page.write(tmp_path / "report.html")
    assert asked[-1] == ("write", tmp_path / "report.html")
    assert not page.head.save.isEnabled()
    assert not page.head.give_up.isVisible()
    qtbot.waitUntil(page.head.give_up.isVisible)
    program.evaluating.writing.emit(12, 140)
    assert page.head.writing.text() == "Writing: 12 of 140 pictures"
    page.head.give_up.click()
    assert asked[-1] == ("give_up_writing", None)
    program.evaluating.not_written.emit("")
    assert page.head.save.isEnabled()
    assert page.message.text == ""
    program.evaluating.written.emit(tmp_path / "report.html")
    assert page.message.text == "The report is saved as report.html."
    page.message.rows[0]._action.click()
    assert calls[-1] == ("Desktop.open", (tmp_path / "report.html",))
    program.evaluating.not_written.emit("The disk is full: choose another.")
    assert page.message.text == "The disk is full: choose another."
