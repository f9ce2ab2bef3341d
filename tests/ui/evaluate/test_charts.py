"""Curves and the heat map, with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from imsearch_gui.ui.evaluate.page import EvaluatePage
from imsearch_gui.ui.evaluate.results import CLASSES, CURVES, QUESTIONS

Shown = Callable[..., EvaluatePage]
NEAR = 24
"""A thin line between two rows of pixels is a little paler."""


def test_the_chosen_ways_are_drawn(shown: Shown) -> None:
    page = shown()
    curves = page.results.curves.plot._curves
    assert [curve.words for curve in curves] == ["Mobilenet-V2, Cosine", "Classic, Cosine", "Pixels, Cosine"]
    page.results.table.selectAll()
    assert len(page.results.curves.plot._curves) == 12
    page.results.table.clearSelection()
    assert page.results.curves.plot._curves == ()
    assert page.results.curves.caption.text() == ""


def test_pointing_says_what_the_curves_are_worth(shown: Shown, point_at: Callable[..., None]) -> None:
    pane = shown().results.curves
    axes = pane.plot.axes()
    assert pane.caption.text() == "Point at the curves to read them"
    point_at(pane.plot, QPoint(round(axes.x(0.43)), round(axes.y(0.5))))
    assert pane.caption.text() == "Precision at recall 0.43"
    assert pane.legend._place == 43
    assert pane.plot._worth(43)[1].startswith(f"{pane.plot._curves[0].precision[43]:.3f}  Mobilenet-V2, Cosine")
    point_at(pane.plot, QPoint(2, 2))
    assert pane.legend._place is None


def test_keys_point_too(qtbot: QtBot, shown: Shown, window: Any) -> None:
    page = shown()
    plot = page.results.curves.plot
    plot.setFocus()
    for key, modifier, place in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 11),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 10),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 100),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 100),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
    ):
        qtbot.keyClick(plot, key, modifier)
        assert plot._place == place
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot._place is None
    assert window.evaluate.shown
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert not window.evaluate.shown


def test_curves_are_told_to_those_who_do_not_see_them(shown: Shown) -> None:
    plot = shown().results.curves.plot
    said = plot.accessibleDescription().split("; ")
    assert len(said) == 3
    best = plot._curves[0].precision
    assert said[0].startswith("Mobilenet-V2, Cosine: precision at recall: ")
    assert f"{best[50]:.2f} at 0.50" in said[0]


@pytest.mark.usefixtures("theme")
def test_every_curve_leaves_its_colour(shown: Shown) -> None:
    plot = shown().results.curves.plot
    image = plot.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    for curve in plot._curves:
        ink = curve.look.ink
        nearest = min(
            max(abs(ink.red() - one.red()), abs(ink.green() - one.green()), abs(ink.blue() - one.blue()))
            for one in map(QColor, seen)
        )
        assert nearest < NEAR, curve.words


def test_a_cell_says_its_number_and_leads_to_its_questions(
    qtbot: QtBot, shown: Shown, point_at: Callable[..., None]
) -> None:
    page = shown(each=6)
    page.results.table.selectRow(11)
    page.results.tabs.setCurrentIndex(CLASSES)
    heat, report = page.results.classes.map, page.evaluated.report if page.evaluated is not None else None
    assert report is not None
    assert page.results.table.way is not None
    shares = report.ways[page.results.table.way].confusion
    assert shares is not None
    row, column = next(
        (row, column) for row in range(5) for column in range(5) if row != column and shares[row, column]
    )
    box = heat.map().cell(row, column)
    middle = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
    point_at(heat.viewport(), middle)
    number = round(6 * shares[row, column])
    asked, came = report.groups[row], report.groups[column]
    assert page.results.classes.line.text().startswith(
        f"“{asked}”: the best match of {number} of 6 questions is of “{came}” ("
    )
    qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.results.tabs.currentIndex() == QUESTIONS
    questions = page.results.questions
    assert questions.view.questions.rowCount() == number
    assert f"of “{asked}” whose best match is of “{came}”" in questions.line.text()
    assert questions.view.hasFocus()
    questions.all.click()
    assert questions.view.questions.rowCount() == 30
    assert not questions.all.isVisible()


def test_nothing_happens_at_an_empty_cell(qtbot: QtBot, shown: Shown) -> None:
    page = shown(each=6)
    page.results.tabs.setCurrentIndex(CLASSES)
    heat = page.results.classes.map
    empty = next((row, column) for row in range(5) for column in range(5) if not heat._shares[row][column])
    box = heat.map().cell(*empty)
    qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(box.x + 3), round(box.y + 3)))
    assert page.results.tabs.currentIndex() == CLASSES


def test_the_keyboard_goes_through_the_cells(qtbot: QtBot, shown: Shown) -> None:
    page = shown(classes=[f"class {number:02}" for number in range(60)], each=2, models=("classic",))
    page.results.tabs.setCurrentIndex(CLASSES)
    heat = page.results.classes.map
    heat.setFocus()
    assert "“class 00”: the best match of" in page.results.classes.line.text()
    for _ in range(59):
        qtbot.keyClick(heat, Qt.Key.Key_Down)
    qtbot.keyClick(heat, Qt.Key.Key_End)
    assert heat._current == (59, 59)
    assert heat.verticalScrollBar().value() == heat.verticalScrollBar().maximum() > 0
    assert heat.accessibleDescription() == page.results.classes.line.text()
    assert "“class 59”" in heat.accessibleDescription()
    heat._current = next((row, row) for row in range(60) if heat._shares[row][row])
    qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert page.results.tabs.currentIndex() == QUESTIONS


def test_without_classes_there_is_no_map(shown: Shown, evaluation_reports: Any, report_of: Any) -> None:
    from imsearch_gui.bridge.evaluating import Evaluated

    page = shown()
    assert page.results.tabs.isTabVisible(CLASSES)
    page._evaluating.finished.emit(Evaluated(evaluation_reports.without_classes(report_of()), {}))
    assert not page.results.tabs.isTabVisible(CLASSES)
    assert page.results.tabs.currentIndex() == CURVES
