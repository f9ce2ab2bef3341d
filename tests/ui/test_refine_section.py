"""The refinements of the query panel, and what is shown of what they found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.records import LibraryState, SearchResult, Timings
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement, Verified
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.refine_section import RefineSection
from imsearch_gui.ui.results_model import ResultsModel
from imsearch_gui.ui.status_line import StatusLine

CORNERS = ((0.1, 0.1), (0.9, 0.2), (0.8, 0.9), (0.2, 0.8))
ALL = Refinement(Expansion.ALPHA, reciprocal=True, geometry=True)


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[RefineSection]:
    """Open; what is wanted is shown, as the session would."""
    holder = QWidget()
    qtbot.addWidget(holder)
    section = RefineSection(holder)
    section.wanted.connect(section.show_refinement)
    section.set_open(True)
    holder.resize(232, 300)
    holder.show()
    yield section


def test_what_is_chosen_is_wanted_and_can_be_switched_off_at_once(qtbot: QtBot, section: RefineSection) -> None:
    wanted: list[Refinement] = []
    section.wanted.connect(wanted.append)
    assert section.head.text() == "Refine"
    assert not section.clear.isVisible()
    combo = section.findChild(QComboBox)
    assert [combo.itemText(place) for place in range(combo.count())] == [
        "Off",
        "Average of the best matches",
        "Alpha: by similarity",
    ]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    for switch in section.findChildren(QCheckBox):
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert wanted == [
        Refinement(Expansion.ALPHA),
        Refinement(Expansion.ALPHA, reciprocal=True),
        ALL,
    ]
    assert section.head.text() == "3 refinements"
    section.clear.click()
    assert wanted[-1] == section.refinement == PLAIN
    assert section.head.text() == "Refine"
    assert combo.currentIndex() == 0


def test_choosing_the_same_again_asks_nothing(section: RefineSection) -> None:
    wanted: list[Refinement] = []
    section.wanted.connect(wanted.append)
    combo = section.findChild(QComboBox)
    combo.activated.emit(combo.currentIndex())
    assert wanted == []


def test_each_says_what_it_does_and_has_a_name(section: RefineSection) -> None:
    for part in (*section.findChildren(QCheckBox), section.findChild(QComboBox)):
        assert part.accessibleName()
        assert "found" in part.toolTip()


def test_it_is_asked_and_shown_in_the_window(
    window: MainWindow, program: Program, searching: Callable[..., LibraryState], result_of: Callable[..., SearchResult]
) -> None:
    searching()
    section = window.query_panel.refine
    section.wanted.emit(Refinement(geometry=True))
    assert program.search.refinement == section.refinement == Refinement(geometry=True)
    query = replace(result_of(1).query, refinement=Refinement(reciprocal=True))
    program.search.query_changed.emit(query)
    assert section.refinement == query.refinement


def test_expanded_answers_have_a_strength_of_their_own_kind(
    window: MainWindow, program: Program, result_of: Callable[..., SearchResult]
) -> None:
    plain = result_of(3)
    program.search.answered.emit(plain)
    before = window.query_panel.strength.toolTip()
    program.search.answered.emit(replace(plain, query=replace(plain.query, refinement=Refinement(Expansion.ALPHA))))
    assert window.query_panel.strength.toolTip() != before


def test_the_status_line_says_how_long_it_took(qtbot: QtBot, result_of: Callable[..., SearchResult]) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(900, 40)
    line.show()
    line.show_result(result_of(3, timings=Timings(21.0, 0.0, 9.0, 1270.0, refine=1240.0)))
    assert "exact, 9 ms (decode 21 ms, refine 1.2 s)" in [label.text() for label in line.findChildren(QLabel)]
    line.show_result(result_of(3))
    assert not any("refine" in label.text() for label in line.findChildren(QLabel))


def verified(result: SearchResult) -> SearchResult:
    """The first match shows the same, the second only a few points of it."""
    first, second = (match.image.id for match in result.matches[:2])
    return replace(result, verified={first: Verified(37, CORNERS), second: Verified(4)}, reordered=1)


def test_a_row_says_how_much_agrees(qapp: Any, result_of: Callable[..., SearchResult]) -> None:
    model = ResultsModel()
    result = verified(result_of(3))
    model.set_result(result)
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said[0] == "1. picture 0.jpg, 1.00, 37 points agree"
    assert "agree" not in said[1] + said[2]
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).endswith("37 points agree")
    assert model.verdict_of(result.matches[0].image.id) == Verified(37, CORNERS)
    assert model.verdict_of(result.matches[1].image.id) is None
    model.set_result(None)
    assert model.verdict_of(result.matches[0].image.id) is None


def test_the_details_say_it_too(
    window: MainWindow, program: Program, searching: Callable[..., LibraryState], result_of: Callable[..., SearchResult]
) -> None:
    searching()
    program.search.answered.emit(verified(result_of(3)))
    facts = window.details._facts
    for row, said in ((0, "37 points agree"), (1, "")):
        window.results.setCurrentIndex(window.results.results.index(row))
        assert facts.text("geometry") == said
