"""The table of classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.evaluating import Evaluated
from imsearch_gui.domain.evaluation import EvaluationReport
from imsearch_gui.domain.evaluation_classes import classes_of
from imsearch_gui.domain.evaluation_form import headline
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.ui.evaluate.classes_model import ClassesModel
from imsearch_gui.ui.evaluate.geometry import LARGEST_CELL
from imsearch_gui.ui.evaluate.page import EvaluatePage
from imsearch_gui.ui.evaluate.results import CLASSES, QUESTIONS
from imsearch_gui.ui.theme import SPACE

Reports = Callable[..., EvaluationReport]
Shown = Callable[..., EvaluatePage]
BAD = {"models": ("bad",), "metrics": (Metric.COSINE, Metric.L1), "noise": 0.5}


def column(model: ClassesModel, title: str) -> list[str]:
    place = [one.title for one in model.columns].index(title)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_each_class_has_the_figures_that_the_report_has(qapp: Any, report_of: Reports) -> None:
    report = report_of(**BAD)
    model, rows = ClassesModel(), classes_of(report, report.ways[1], 0)
    model.show_classes(rows, headline(report))
    assert [one.title for one in model.columns] == [
        *("Class", "Questions", "P@1", "P@5", "R@10", "mAP", "mAP@10", "nDCG@10", "Taken for")
    ]
    assert column(model, "Class") == [row.name for row in rows]
    assert column(model, "mAP") == [f"{row.means['ap']:.3f}" for row in rows]
    assert column(model, "mAP@10") == [f"{row.means['ap@10']:.3f}" for row in rows]
    assert column(model, "Questions") == ["4"] * 5
    assert column(model, "Taken for")[0] == f"{rows[0].taken_for} ({100 * rows[0].share:.0f} %)"


def test_a_click_on_a_title_sorts_by_it(shown: Shown) -> None:
    table = shown(**BAD).results.figures
    values = column(table.classes, "mAP")
    assert values == sorted(values)
    assert table.classes.heading(5) == "mAP ↑"
    table.horizontalHeader().sectionClicked.emit(5)
    assert column(table.classes, "mAP") == values[::-1]
    table.horizontalHeader().sectionClicked.emit(0)
    assert column(table.classes, "Class") == ["apples", "boats", "clouds", "doors", "eggs"]


def test_another_way_and_another_protocol_have_other_figures(shown: Shown) -> None:
    page = shown(**BAD, protocols=("easy", "hard"), each=5)
    table, report = page.results.figures, page.evaluated.report  # type: ignore[union-attr]
    page.results.table.selectRow(0)
    for protocol in (0, 1):
        page.head.protocol.setCurrentIndex(protocol)
        rows = classes_of(report, report.ways[page.results.table.way or 0], protocol)
        assert column(table.classes, "mAP") == [f"{row.means['ap']:.3f}" for row in rows]
    before = column(table.classes, "mAP")
    page.results.table.selectRow(1)
    assert column(table.classes, "mAP") != before


@pytest.mark.parametrize("with_keys", [False, True])
def test_a_class_leads_to_the_questions_that_were_taken_for_another(
    qtbot: QtBot, shown: Shown, with_keys: bool
) -> None:
    page = shown(**BAD)
    page.results.tabs.setCurrentIndex(CLASSES)
    table = page.results.figures
    figures = table.classes.row_at(0)
    table.setCurrentIndex(table.classes.index(0, 0))
    if with_keys:
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_Return)
    else:
        table.doubleClicked.emit(table.classes.index(0, 0))
    assert page.results.tabs.currentIndex() == QUESTIONS
    assert page.results.questions.view.questions.pair == (figures.name, figures.taken_for)
    assert page.results.questions.view.questions.rowCount() == round(figures.share * figures.questions)


def test_keys_sort_too(qtbot: QtBot, shown: Shown) -> None:
    page = shown(**BAD)
    page.results.tabs.setCurrentIndex(CLASSES)
    table = page.results.figures
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert table.classes.heading(6) == "mAP@10 ↑"
    qtbot.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert table.classes.heading(5) == "mAP ↑"


def test_classes_without_a_map_have_their_table(page: EvaluatePage, report_of: Reports) -> None:
    """Landmarks, whose images may show several; or more classes than a map has room for."""
    report = report_of(**BAD)
    ways = tuple(replace(way, confusion=None) for way in report.ways)
    page._evaluating.finished.emit(Evaluated(replace(report, ways=ways, groups=()), {}))
    assert page.results.tabs.isTabVisible(CLASSES)
    page.results.tabs.setCurrentIndex(CLASSES)
    assert page.results.figures.isVisible()
    assert not page.results.classes.isVisible()
    assert column(page.results.figures.classes, "Taken for") == [""] * 5


def test_without_classes_there_is_nothing_of_them(
    page: EvaluatePage, report_of: Reports, evaluation_reports: Any
) -> None:
    page._evaluating.finished.emit(Evaluated(evaluation_reports.without_classes(report_of()), {}))
    assert not page.results.tabs.isTabVisible(CLASSES)


@pytest.mark.usefixtures("theme")
def test_the_figures_begin_where_the_map_ends(shown: Shown, window: Any) -> None:
    """In a wide window too: what neither can fill stands to the right of both."""
    window.window().resize(2560, 1440)
    page = shown(**BAD)
    page.results.tabs.setCurrentIndex(CLASSES)
    pane, place = page.results.classes, page.results.classes.map.map()
    assert pane.line.fontMetrics().horizontalAdvance(pane.line.text()) <= pane.line.width()
    assert place.wide == place.high == LARGEST_CELL
    rule = pane.line.fontMetrics().horizontalAdvance(pane.line.text())
    assert pane.width() <= max(place.left + place.extent[0], rule) + 5 * SPACE


@pytest.mark.usefixtures("theme")
def test_everything_fits_beside_the_map_at_the_smallest_size(shown: Shown, window: Any) -> None:
    window.window().resize(1280, 720)
    page = shown(**BAD, classes=("a class with quite a long name", "another class with a long name"), each=6)
    page.results.tabs.setCurrentIndex(CLASSES)
    table = page.results.figures
    assert sum(table.columnWidth(column) for column in range(table.classes.columnCount())) <= table.viewport().width()
    assert page.results.classes.width() >= 400
