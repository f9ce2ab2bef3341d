"""The table of all ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.evaluation import EvaluationReport, TruthForm
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import PLAIN, Refinement
from imsearch_gui.ui.evaluate.looks import looks
from imsearch_gui.ui.evaluate.page import EvaluatePage
from imsearch_gui.ui.evaluate.ways_model import Role, WaysModel
from imsearch_gui.ui.evaluate.ways_table import LEAST_MODEL, ROW
from imsearch_gui.ui.theme import colour

Reports = Callable[..., EvaluationReport]
Shown = Callable[..., EvaluatePage]
TITLES = {"mobilenet-v2": "MobileNet V2"}


@pytest.fixture
def model(qapp: Any) -> WaysModel:
    return WaysModel()


def cells(model: WaysModel, title: str) -> list[str]:
    return [model.index(row, model.column(title)).data() for row in range(model.rowCount())]


def test_a_row_for_each_way_the_best_first(model: WaysModel, report_of: Reports) -> None:
    report = report_of(graph=True)
    model.show_report(report, TITLES)
    assert [column.title for column in model.columns] == [
        *("Model", "Metric", "Refinement", "P@1", "P@5", "R@10", "mAP", "mAP@10", "nDCG@10", "Time", "Graph")
    ]
    assert model.rowCount() == 12
    values = [float(text) for text in cells(model, "mAP")]
    assert values == sorted(values, reverse=True)
    assert cells(model, "Model")[0] == "MobileNet V2"
    assert "pixels" in cells(model, "Model")
    first = model.index(0, model.column("mAP"))
    means = report.ways[first.data(Role.WAY)].protocols[0]
    low, high = means.intervals["ap"]
    assert (first.data(), first.data(Role.MORE)) == (f"{means.means['ap']:.3f}", f"{low:.3f}–{high:.3f}")


def test_columns_without_numbers_are_left_out(model: WaysModel, report_of: Reports) -> None:
    model.show_report(report_of(), {})
    assert "Graph" not in [column.title for column in model.columns]
    model.show_report(report_of(form=TruthForm.UKBENCH, each=4), {})
    assert "N-S" in [column.title for column in model.columns]


def test_the_best_of_each_column_is_marked(model: WaysModel, report_of: Reports) -> None:
    model.show_report(report_of(graph=True), {})
    for title, best in (("mAP", max), ("P@1", max), ("Time", min)):
        column = model.column(title)
        values = [model.index(row, column).data(Role.VALUE) for row in range(12)]
        marked = [model.index(row, column).data(Role.BEST) for row in range(12)]
        read = [model.index(row, column).data() for row in range(12)]
        # Those that read alike are marked alike, whatever digit is not shown.
        assert marked == [text == read[values.index(best(values))] for text in read], title
    assert "the best" in model.index(0, model.column("mAP")).data(Qt.ItemDataRole.AccessibleTextRole)
    # All are alike in it, so none is better.
    assert not any(model.index(row, model.column("Graph")).data(Role.BEST) for row in range(12))


def test_the_only_way_is_not_the_best(model: WaysModel, report_of: Reports) -> None:
    model.show_report(report_of(models=("pixels",), metrics=(Metric.L1,)), {})
    assert not model.index(0, model.column("mAP")).data(Role.BEST)


def test_what_has_no_number_stands_last_either_way(model: WaysModel, report_of: Reports) -> None:
    report = report_of(graph=True, models=("pixels", "classic"), metrics=(Metric.L1,))
    report = replace(report, ways=(replace(report.ways[0], graph_recall={}), report.ways[1]))
    model.show_report(report, {})
    for order in Qt.SortOrder:
        model.sort(model.column("Graph"), order)
        assert cells(model, "Graph") == ["0.97", "–"]


def test_a_way_that_was_never_checked_has_no_figure_and_is_not_the_quickest(
    model: WaysModel, report_of: Reports
) -> None:
    ways = (Refinement(geometry=True), PLAIN)
    model.show_report(report_of(models=("pixels",), metrics=(Metric.L1,), refinements=ways, unchecked=(0,)), {})
    assert [cells(model, title)[1] for title in ("mAP", "mAP@10", "Time")] == ["not checked", "–", "–"]
    assert not model.index(1, model.column("Time")).data(Role.BEST)


def test_a_click_on_a_title_sorts_and_what_is_chosen_stays_so(shown: Shown) -> None:
    table = shown().results.table
    chosen, current = set(table.chosen_ways), table.way
    assert len(chosen) == 3
    table.horizontalHeader().sectionClicked.emit(table.ways.column("Time"))
    times = [table.ways.index(row, table.ways.column("Time")).data(Role.VALUE) for row in range(12)]
    assert times == sorted(times)
    assert table.ways.heading(table.ways.column("Time")) == "Time ↑"
    assert (set(table.chosen_ways), table.way) == (chosen, current)
    table.horizontalHeader().sectionClicked.emit(table.ways.column("Time"))
    assert table.ways.heading(table.ways.column("Time")) == "Time ↓"
    table.horizontalHeader().sectionClicked.emit(table.ways.column("Model"))
    assert cells(table.ways, "Model") == sorted(cells(table.ways, "Model"))


def test_keys_sort_too(qtbot: QtBot, shown: Shown) -> None:
    table = shown().results.table
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert table.ways.heading(table.ways.column("mAP@10")) == "mAP@10 ↓"
    qtbot.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert table.ways.heading(table.ways.column("mAP")) == "mAP ↓"


def test_another_protocol_has_other_numbers(shown: Shown) -> None:
    page = shown(protocols=("easy", "medium", "hard"))
    assert page.head.protocol.isVisible()
    assert [page.head.protocol.itemText(place) for place in range(3)] == ["Easy", "Medium", "Hard"]
    table = page.results.table
    before = dict(values_of(table.ways))
    page.head.protocol.setCurrentIndex(2)
    report = page.evaluated.report if page.evaluated is not None else None
    assert report is not None
    assert dict(values_of(table.ways)) == {
        number: way.protocols[2].means["ap"] for number, way in enumerate(report.ways)
    }
    assert dict(values_of(table.ways)) != before
    assert page.results.questions.line.text() == "20 questions, the worst first; right and wrong as in “Easy”"
    shown()
    assert not page.head.protocol.isVisible()


def values_of(model: WaysModel) -> list[tuple[int, float]]:
    column = model.column("mAP")
    indexes = [model.index(row, column) for row in range(model.rowCount())]
    return [(index.data(Role.WAY), index.data(Role.VALUE)) for index in indexes]


def test_everything_fits_at_the_smallest_size(shown: Shown, window: Any) -> None:
    window.window().resize(1280, 720)
    table = shown(graph=True, form=TruthForm.UKBENCH, folder=Path("/pictures")).results.table
    assert sum(table.columnWidth(column) for column in range(table.ways.columnCount())) <= table.viewport().width()


@pytest.mark.usefixtures("theme")
def test_it_begins_with_whole_rows(shown: Shown, window: Any) -> None:
    window.window().resize(1280, 720)
    page = shown()
    table, pages = page.results.table, page.results.pages
    assert table.viewport().height() % ROW == 0
    assert 2 * ROW < table.viewport().height() < table.ways.rowCount() * ROW
    window.window().resize(1280, 1200)
    assert table.viewport().height() == table.ways.rowCount() * ROW
    assert table.verticalScrollBar().maximum() == 0
    assert pages.height() > table.height()


@pytest.mark.usefixtures("theme")
def test_the_current_way_is_told_from_those_that_it_is_compared_with(shown: Shown) -> None:
    table = shown().results.table
    image = table.viewport().grab().toImage()

    def ground(way: int) -> str:
        return image.pixelColor(
            table.columnViewportPosition(1) + 2, table.rowViewportPosition(table.ways.row_of(way)) + 3
        ).name()

    assert table.way == table.chosen_ways[0]
    assert [ground(way) for way in table.chosen_ways[:2]] == [colour("chosen").name(), colour("raised").name()]
    others = set(range(12)) - set(table.chosen_ways)
    assert ground(min(others)) == colour("window").name()


def test_in_a_wide_window_the_numbers_stay_near_their_model(page: EvaluatePage, shown: Shown, window: Any) -> None:
    window.window().resize(2560, 1440)
    page.results.table.resize(2000, 300)
    table = shown().results.table
    needed = table.fontMetrics().horizontalAdvance("mobilenet-v2")
    assert needed < table.columnWidth(0) < LEAST_MODEL + needed
    assert sum(table.columnWidth(column) for column in range(table.ways.columnCount())) < table.viewport().width()


def test_no_two_ways_look_alike(report_of: Reports) -> None:
    refinements = (PLAIN, Refinement(reciprocal=True), Refinement(geometry=True))
    report = report_of(refinements=refinements, models=tuple("abcdefgh"), classes=("one", "two"), each=2)
    found = looks([way.way for way in report.ways])
    assert len(set(found.values())) == len(report.ways) == 8 * 4 * 3
