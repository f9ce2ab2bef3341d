"""The middle of the window: grid and list, order, the line of weaker matches, marks, offline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.arranging import AT_ONCE, Arranging
from imsearch_gui.domain.arrangement import BEST_FIRST, Arrangement, Column
from imsearch_gui.domain.filters import Filters
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.records import FileExample, Query, SearchResult
from imsearch_gui.domain.strength import StrengthScale
from imsearch_gui.ui.grid_view import ranges_of, selection_of
from imsearch_gui.ui.results_area import ResultsArea
from imsearch_gui.ui.results_model import COLUMNS, Role

SCALE = StrengthScale((0.0, 0.5, 1.0), (0.0, 2.0, 8.0))


@pytest.fixture
def area(qtbot: QtBot, thumbnails: Any) -> Iterator[ResultsArea]:
    arranging = Arranging()
    area = ResultsArea(thumbnails, 160, arranging)
    qtbot.addWidget(area)
    area.resize(800, 600)
    area.show()
    yield area
    area.hide()
    arranging.close()


@pytest.fixture
def graded(result_of: Callable[..., SearchResult]) -> SearchResult:
    """20 matches with scores from 1 down to 1/21."""
    return replace(result_of(20, first=0), scale=SCALE)


def names(area: ResultsArea) -> list[str]:
    model = area.view.results
    return [model.match_at(row).image.path.name for row in range(model.rowCount())]


def said(area: ResultsArea) -> str:
    return area.status._count.text()


def test_weaker_matches_stand_below_a_line_and_are_faded(area: ResultsArea, graded: SearchResult) -> None:
    area.show_result(graded)
    assert said(area) == "20 of 48,212 pictures"
    area.set_strength(2.0)
    model = area.view.results
    strong = [row for row in range(20) if not model.index(row).data(Role.WEAK)]
    assert strong == [row for row in range(20) if model.match_at(row).score >= 0.5]
    assert area.view.geometry_.split == len(strong)
    assert said(area) == f"{len(strong)} strong of 20 shown"
    above, below = (area.view.visualRect(model.index(row)) for row in (len(strong) - 1, len(strong)))
    assert below.left() == 0
    assert below.top() > above.bottom() + 1, "there is room for the line"
    area.set_strength(0.0)
    assert area.view.geometry_.split is None
    assert said(area) == "20 of 48,212 pictures"


def test_the_line_is_there_for_the_next_result_too(
    area: ResultsArea, graded: SearchResult, result_of: Callable[..., SearchResult]
) -> None:
    area.set_strength(8.0)
    area.show_result(graded)
    assert area.view.geometry_.split == 1
    area.show_result(result_of(5, first=100))
    assert area.view.geometry_.split is None, "without a scale nothing can be said"
    assert said(area) == "5 of 48,212 pictures"


def test_where_nothing_is_strong_that_is_said_and_all_is_shown(
    area: ResultsArea, result_of: Callable[..., SearchResult]
) -> None:
    result = replace(result_of(4), scale=StrengthScale((2.0, 3.0), (0.0, 8.0)))
    area.set_strength(1.0)
    area.show_result(result)
    assert area.view.geometry_.split == 0
    assert "no strong match" in area.view._divider_text
    assert area.view.indexAt(area.view.visualRect(area.view.results.index(3)).center()).row() == 3


def test_another_order_keeps_what_is_chosen(area: ResultsArea, graded: SearchResult) -> None:
    area.show_result(graded)
    area.view.setCurrentIndex(area.view.results.index(3))
    area.set_arrangement(Arrangement(Column.NAME, descending=True))
    assert names(area)[:2] == ["picture 9.jpg", "picture 8.jpg"]
    chosen = area.view.current_match()
    assert chosen is not None
    assert chosen.image.path.name == "picture 3.jpg"
    assert [match.image.id for match in area.view.selected_matches()] == [3]
    assert names(area)[area.view.currentIndex().row()] == "picture 3.jpg"


def test_the_order_stays_for_the_next_query_and_ranks_are_what_they_were(
    area: ResultsArea, graded: SearchResult, result_of: Callable[..., SearchResult]
) -> None:
    area.set_arrangement(Arrangement(Column.SCORE, descending=True))
    area.show_result(graded)
    assert area.view.results.match_at(0).rank == 20
    area.show_result(result_of(5, first=100))
    assert [area.view.results.match_at(row).rank for row in range(5)] == [5, 4, 3, 2, 1]
    area.set_arrangement(BEST_FIRST)
    assert area.view.results.match_at(0).rank == 1


def test_many_are_sorted_beside_the_window(
    qtbot: QtBot, area: ResultsArea, result_of: Callable[..., SearchResult]
) -> None:
    area.show_result(result_of(AT_ONCE + 1, first=0))
    area.set_arrangement(Arrangement(Column.SCORE, descending=True))
    assert area.view.results.match_at(0).rank == 1, "not yet"
    qtbot.waitUntil(lambda: area.view.results.match_at(0).rank == AT_ONCE + 1)


def test_an_order_that_comes_too_late_is_dropped(
    qtbot: QtBot, area: ResultsArea, result_of: Callable[..., SearchResult]
) -> None:
    area.show_result(result_of(AT_ONCE + 1, first=0))
    area.set_arrangement(Arrangement(Column.SCORE, descending=True))
    area.show_nothing(None)
    with qtbot.assertNotEmitted(area.arranging.ready, wait=100):
        area.set_arrangement(BEST_FIRST)
    assert area.view.results.rowCount() == 0


def test_the_menu_and_a_click_on_a_header_give_the_same_order(
    qtbot: QtBot, area: ResultsArea, graded: SearchResult
) -> None:
    area.show_result(graded)
    action = next(action for action in area.bar.order.menu().actions() if action.text() == "By name")
    action.trigger()
    by_menu = names(area)
    area.set_arrangement(BEST_FIRST)
    area.show_list(True)
    header = area.table.horizontalHeader()
    place = header.sectionViewportPosition(COLUMNS.index(Column.NAME)) + 10
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))
    assert names(area) == by_menu
    assert action.isChecked()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))
    assert names(area) == by_menu[::-1]
    assert not action.isChecked()


def test_grid_and_list_share_what_is_chosen_and_what_can_be_done(
    qtbot: QtBot, area: ResultsArea, graded: SearchResult
) -> None:
    seen: list[str] = []
    area.view.preview_requested.connect(lambda: seen.append(area.view.current_match().image.path.name))
    area.show_result(graded)
    area.view.setCurrentIndex(area.view.results.index(4))
    area.view.addAction(QAction("Something of another part", area.view))
    area.show_list(True)
    assert area.pages.currentWidget() is area.table
    assert area.table.currentIndex().row() == 4
    assert {action.text() for action in area.table.actions()} == {action.text() for action in area.view.actions()}
    area.table.setFocus()
    qtbot.keyClick(area.table, Qt.Key.Key_Down)
    qtbot.keyClick(area.table, Qt.Key.Key_Return)
    assert seen == ["picture 5.jpg"]
    assert [match.image.id for match in area.view.selected_matches()] == [5]
    area.show_list(False)
    assert area.view.currentIndex().row() == 5


def test_the_list_asks_for_what_it_shows(
    qtbot: QtBot, area: ResultsArea, thumbnails: Any, graded: SearchResult
) -> None:
    area.show_list(True)
    area.show_result(graded)
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    assert {side for _, _, side in thumbnails.requests} == {40}
    assert {identity for identity, _, _ in thumbnails.requests} == set(area.table.visible_rows())


def test_names_and_folders_take_what_a_wide_window_leaves_until_somebody_chooses(
    area: ResultsArea, graded: SearchResult
) -> None:
    area.show_result(graded)
    area.show_list(True)
    table, kept = area.table, []
    table.header_left.connect(kept.append)
    name, folder = COLUMNS.index(Column.NAME), COLUMNS.index(Column.FOLDER)
    narrow = table.columnWidth(name), table.columnWidth(folder)
    area.resize(2000, 700)
    QApplication.processEvents()
    wide = table.columnWidth(name), table.columnWidth(folder)
    assert min(wide) > max(narrow) + 200
    assert not kept, "nobody has chosen anything"
    table.restore_header(QByteArray(b"of another version"))
    area.resize(1990, 700)
    QApplication.processEvents()
    assert table.columnWidth(name) > max(narrow) + 200, "what could not be restored was no choice"
    table.setColumnWidth(name, 300)
    area.resize(1900, 700)
    QApplication.processEvents()
    assert table.columnWidth(name) == 300


def test_a_new_order_shows_what_is_chosen_and_else_the_first(area: ResultsArea, graded: SearchResult) -> None:
    area.show_result(graded)
    area.set_arrangement(Arrangement(Column.NAME))
    area.view.verticalScrollBar().setValue(area.view.verticalScrollBar().maximum())
    area.set_arrangement(BEST_FIRST)
    assert area.view.verticalScrollBar().value() == 0
    last = area.view.results.rowCount() - 1
    area.view.setCurrentIndex(area.view.results.index(last))
    area.view.verticalScrollBar().setValue(0)
    area.set_arrangement(Arrangement(Column.NAME, descending=True))
    room = area.view.viewport().rect()
    assert room.intersects(area.view.visualRect(area.view.currentIndex()))


def test_columns_can_be_hidden_and_that_is_told(area: ResultsArea, graded: SearchResult) -> None:
    told: list[Any] = []
    area.table.header_left.connect(told.append)
    area.show_list(True)
    area.show_result(graded)
    area.table._header_menu(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Folder").trigger()
    menu.close()
    assert area.table.isColumnHidden(COLUMNS.index(Column.FOLDER))
    area.table.setColumnHidden(COLUMNS.index(Column.FOLDER), False)
    area.table.restore_header(told[-1])
    assert area.table.isColumnHidden(COLUMNS.index(Column.FOLDER))


def test_thumbnails_grow_and_the_chosen_one_stays_in_view(
    qtbot: QtBot, area: ResultsArea, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    area.show_result(result_of(500, first=0))
    area.view.setCurrentIndex(area.view.results.index(250))
    area.view.scrollTo(area.view.currentIndex())
    area.bar.step(4)
    assert area.view.side == 224
    view = area.view
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    thumbnails.requests.clear()
    view.renew_thumbnails()
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    assert {side for _, _, side in thumbnails.requests} == {224}


def test_ctrl_and_the_wheel_change_the_size(area: ResultsArea, graded: SearchResult) -> None:
    area.show_result(graded)
    place = QPointF(100, 100)
    for turn, side in ((120, 176), (-120, 160)):
        event = QWheelEvent(
            place,
            area.view.viewport().mapToGlobal(place),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(area.view.viewport(), event)
        assert area.view.side == side


def test_marks_show_at_once(area: ResultsArea, graded: SearchResult) -> None:
    area.show_result(graded)
    area.view.setCurrentIndex(area.view.results.index(0))
    told: list[Any] = []
    area.view.match_chosen.connect(told.append)
    before = area.view.grab().toImage()
    area.view.update_marks({0: Marks(colour=3, rating=4)})
    assert area.view.grab().toImage() != before
    assert area.view.results.index(0).data(Role.MARKS).rating == 4
    assert told[-1].image.marks == Marks(colour=3, rating=4), "the details show it, too"
    assert area.view.results.index(0, COLUMNS.index(Column.RATING)).data() == "★★★★"


def test_offline_pictures_are_dimmed(
    area: ResultsArea, graded: SearchResult, picture: Callable[..., QImage], thumbnails: Any
) -> None:
    area.show_result(graded)
    thumbnails.ready.emit(0, picture())
    before = area.view.grab().toImage()
    area.view.set_offline([Path("/pictures/2024")])
    assert area.view.results.index(0).data(Role.OFFLINE)
    assert area.view.grab().toImage() != before
    area.view.set_offline([Path("/pictures/20")])
    assert not area.view.results.index(0).data(Role.OFFLINE), "a folder is no prefix"


def rows_chosen(area: ResultsArea) -> list[int]:
    return [match.rank - 1 for match in area.view.selected_matches()]


@pytest.fixture
def grid(area: ResultsArea, result_of: Callable[..., SearchResult]) -> ResultsArea:
    """Four columns of 23 matches."""
    area.show_result(result_of(23, first=0))
    assert area.view.geometry_.columns == 4
    area.view.setFocus()
    area.view.setCurrentIndex(area.view.results.index(0))
    return area


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_Down, Qt.Key.Key_Right], 5),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up], 4),
        ([Qt.Key.Key_Up], 0),
        ([Qt.Key.Key_End], 22),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], 22),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 5], 22),
        ([Qt.Key.Key_PageDown], 8),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], 0),
    ],
)
def test_the_keyboard_walks_the_grid(qtbot: QtBot, grid: ResultsArea, keys: list[Qt.Key], row: int) -> None:
    for key in keys:
        qtbot.keyClick(grid.view, key)
    assert grid.view.currentIndex().row() == row
    assert rows_chosen(grid) == [row]
    assert grid.view.viewport().rect().intersects(grid.view.visualRect(grid.view.currentIndex()))


def test_shift_extends_in_reading_order(qtbot: QtBot, grid: ResultsArea) -> None:
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    qtbot.keyClick(grid.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert rows_chosen(grid) == [1, 2, 3, 4, 5]
    centre = grid.view.visualRect(grid.view.results.index(2)).center()
    qtbot.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, pos=centre)
    assert rows_chosen(grid) == [1, 2]
    qtbot.keyClick(grid.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert rows_chosen(grid) == list(range(23))


def test_ctrl_and_a_click_add_and_take_away(qtbot: QtBot, grid: ResultsArea) -> None:
    for row in (5, 2, 5):
        centre = grid.view.visualRect(grid.view.results.index(row)).center()
        qtbot.mouseClick(
            grid.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=centre
        )
    assert rows_chosen(grid) == [0, 2]


def test_a_band_takes_what_it_touches(qtbot: QtBot, grid: ResultsArea, point_at: Callable[..., None]) -> None:
    grid.set_strength(0)
    view = grid.view
    # Drawn from the empty place behind the last match, up to the left.
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    empty = QPoint(view.geometry_.cell_width * 3 + 60, view.visualRect(view.results.index(22)).center().y())
    target: QRect = view.visualRect(view.results.index(17))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=empty)
    assert rows_chosen(grid) == []
    point_at(view.viewport(), target.center(), Qt.MouseButton.LeftButton)
    assert rows_chosen(grid) == [17, 18, 19, 21, 22]
    point_at(view.viewport(), view.visualRect(view.results.index(22)).center(), Qt.MouseButton.LeftButton)
    assert rows_chosen(grid) == [22]
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target.center())
    assert rows_chosen(grid) == [22]


def test_where_filters_leave_nothing_they_can_be_cleared(
    qtbot: QtBot, area: ResultsArea, result_of: Callable[..., SearchResult]
) -> None:
    query = Query((FileExample(Path("q.jpg")),), "classic", filters=Filters(formats=("GIF",)))
    area.show_result(result_of(0, query=query))
    # The layout shows it in the next turn of the event loop.
    qtbot.waitUntil(lambda: any(button.isVisible() for button in area.empty.findChildren(QPushButton)))
    button = next(button for button in area.empty.findChildren(QPushButton) if button.isVisible())
    assert button.text() == "Clear the filters"
    with qtbot.waitSignal(area.unfilter_wanted):
        button.click()


def test_what_is_chosen_is_few_ranges(area: ResultsArea, result_of: Callable[..., SearchResult]) -> None:
    """Qt goes through all of them for each cell that it paints."""
    area.show_result(result_of(30, first=0))
    model = area.view.results
    for rows, ranges in (([3, 1, 2], [(1, 3)]), ([9, 0, 1, 5], [(0, 1), (5, 5), (9, 9)]), (range(4, 4), [])):
        found = ranges_of(selection_of(model, rows))
        assert [(part.top(), part.bottom()) for part in found] == ranges
        assert all((part.left(), part.right()) == (0, len(COLUMNS) - 1) for part in found)
