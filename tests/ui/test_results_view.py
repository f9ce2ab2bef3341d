"""The grid: what it asks for, what it reports, what it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.records import SearchResult
from imsearch_gui.ui.results_view import ResultsView


@pytest.fixture
def view(qtbot: QtBot, thumbnails: Any) -> Iterator[ResultsView]:
    view = ResultsView(thumbnails, 160)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    yield view
    view.hide()


def asked(thumbnails: Any) -> list[int]:
    return [identity for identity, _, _ in thumbnails.requests]


def test_only_what_can_be_seen_is_asked_for(
    qtbot: QtBot, view: ResultsView, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(100_000, first=0))
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    wanted = set(asked(thumbnails))
    assert 0 in wanted
    assert len(wanted) < 60
    assert wanted == thumbnails.retained
    assert {side for _, _, side in thumbnails.requests} == {160}


def test_the_best_match_is_asked_for_last_because_the_newest_is_served_first(
    qtbot: QtBot, view: ResultsView, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(50, first=0))
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    assert asked(thumbnails) == sorted(asked(thumbnails), reverse=True)


def test_scrolling_asks_for_other_rows_and_lets_go_of_the_first(
    qtbot: QtBot, view: ResultsView, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(1000, first=0))
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    thumbnails.requests.clear()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 999 in thumbnails.retained)
    assert 999 in asked(thumbnails)
    assert 0 not in thumbnails.retained


def test_the_preview_of_the_current_one_is_not_let_go(
    qtbot: QtBot, view: ResultsView, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(1000, first=0))
    view.setCurrentIndex(view.results.index(2))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 999 in thumbnails.retained)
    assert 2 in thumbnails.retained
    assert 1 not in thumbnails.retained


def test_what_is_asked_for_is_what_is_on_the_screen(
    qtbot: QtBot, view: ResultsView, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(900, first=0))
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
    seen = {row for row in range(900) if view.visualRect(view.results.index(row)).intersects(view.viewport().rect())}
    qtbot.waitUntil(lambda: seen <= thumbnails.retained)


@pytest.mark.parametrize("width", [420, 700, 800, 1270])
def test_cells_fill_the_width_from_the_left_edge_on(
    qtbot: QtBot, view: ResultsView, result_of: Callable[..., SearchResult], width: int
) -> None:
    view.resize(width, 600)
    view.show_result(result_of(50))
    cell = view.gridSize().width()
    qtbot.waitUntil(lambda: view.visualRect(view.results.index(0)).width() == cell)
    assert view.visualRect(view.results.index(0)).left() == 0
    assert view.visualRect(view.results.index(1)).left() == cell
    columns = view.viewport().width() // cell
    assert view.visualRect(view.results.index(columns - 1)).top() == view.visualRect(view.results.index(0)).top()
    assert view.visualRect(view.results.index(columns)).left() == 0
    assert view.viewport().width() - columns * cell <= columns + 1


def test_a_thumbnail_in_memory_is_shown_without_a_request(
    qtbot: QtBot,
    view: ResultsView,
    thumbnails: Any,
    result_of: Callable[..., SearchResult],
    picture: Callable[..., QImage],
) -> None:
    thumbnails.known[3] = picture()
    view.show_result(result_of(10, first=0))
    qtbot.waitUntil(lambda: not view.results.lacks_thumbnail(3))


def test_a_broken_thumbnail_is_painted_as_one(
    qtbot: QtBot, view: ResultsView, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(1, first=7))
    before = view.grab().toImage()
    thumbnails.failed.emit(7, "truncated")
    assert view.grab().toImage() != before


def test_enter_space_and_double_click_ask_for_the_preview(
    qtbot: QtBot, view: ResultsView, result_of: Callable[..., SearchResult]
) -> None:
    seen: list[str] = []
    view.preview_requested.connect(lambda: seen.append(view.current_match().image.path.name))
    view.show_result(result_of(10))
    view.setCurrentIndex(view.results.index(2))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    centre = view.visualRect(view.results.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert seen == ["picture 2.jpg"], "a single click only chooses"
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert seen[1:] == ["picture 1.jpg", "picture 1.jpg"]


def test_shift_and_enter_open_with_the_desktops_program(
    qtbot: QtBot, view: ResultsView, result_of: Callable[..., SearchResult]
) -> None:
    opened: list[Path] = []
    view.open_requested.connect(opened.append)
    view.show_result(result_of(10))
    view.setCurrentIndex(view.results.index(2))
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened == [Path("/pictures/2024/picture 2.jpg")]


def test_the_menu_offers_what_can_be_done(
    qtbot: QtBot, view: ResultsView, result_of: Callable[..., SearchResult]
) -> None:
    asked_for: list[tuple[str, Any]] = []
    view.similar_requested.connect(lambda image: asked_for.append(("similar", image.id)))
    view.join_requested.connect(lambda image, way: asked_for.append((way.value, image.id)))
    view.open_requested.connect(lambda path: asked_for.append(("open", path.name)))
    view.reveal_requested.connect(lambda path: asked_for.append(("reveal", path.name)))
    view.copy_requested.connect(lambda paths: asked_for.append(("copy", [path.name for path in paths])))
    view.show_result(result_of(10))
    view.setCurrentIndex(view.results.index(4))
    point = view.visualRect(view.results.index(4)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    assert texts == [
        "Find similar",
        "More like this",
        "Less like this",
        "Preview",
        "Open",
        "Show in file manager",
        "Copy picture",
        "Copy path",
    ]
    for action in menu.actions():
        action.trigger()
    menu.close()
    name = "picture 4.jpg"
    kin = [("similar", 1004), ("like", 1004), ("unlike", 1004)]
    assert asked_for == [*kin, ("open", name), ("reveal", name), ("copy", [name])]
    assert QGuiApplication.clipboard().text() == f"/pictures/2024/{name}"


def test_no_menu_without_a_chosen_picture(view: ResultsView, result_of: Callable[..., SearchResult]) -> None:
    view.show_result(result_of(1))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(700, 500), QPoint(700, 500))
    QApplication.sendEvent(view.viewport(), event)
    assert QApplication.activePopupWidget() is None


def test_copying_puts_the_current_one_first(view: ResultsView, result_of: Callable[..., SearchResult]) -> None:
    copied: list[list[Path]] = []
    view.copy_requested.connect(copied.append)
    view.show_result(result_of(10))
    view.selectAll()
    view.selectionModel().setCurrentIndex(view.results.index(3), view.selectionModel().SelectionFlag.NoUpdate)
    next(action for action in view.actions() if action.text() == "Copy picture").trigger()
    assert copied[0][0].name == "picture 3.jpg"
    assert len(copied[0]) == 10


def test_choosing_is_told(view: ResultsView, result_of: Callable[..., SearchResult]) -> None:
    chosen: list[Any] = []
    view.match_chosen.connect(chosen.append)
    view.show_result(result_of(5))
    view.setCurrentIndex(view.results.index(3))
    assert chosen[-1].rank == 4
    view.clearSelection()
    assert chosen[-1] is None


def test_another_query_begins_at_the_top(
    qtbot: QtBot, view: ResultsView, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(500))
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 1000)
    view.verticalScrollBar().setValue(1000)
    view.show_result(result_of(500, first=9000))
    assert view.verticalScrollBar().value() == 0
    assert not view.selectedIndexes()


def test_the_same_query_anew_keeps_place_and_choice(
    qtbot: QtBot, view: ResultsView, result_of: Callable[..., SearchResult]
) -> None:
    view.show_result(result_of(500, first=100))
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 1000)
    view.setCurrentIndex(view.results.index(30))
    view.verticalScrollBar().setValue(1000)
    # While indexing runs, other images come in before the one that was chosen.
    view.show_result(result_of(500, first=90), same_query=True)
    assert view.verticalScrollBar().value() == 1000
    assert {index.row() for index in view.selectedIndexes()} == {40}
    assert view.currentIndex().row() == 40


def test_changed_files_get_new_thumbnails(
    qtbot: QtBot,
    view: ResultsView,
    thumbnails: Any,
    result_of: Callable[..., SearchResult],
    picture: Callable[..., QImage],
) -> None:
    view.show_result(result_of(1, first=7))
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    thumbnails.ready.emit(7, picture())
    thumbnails.requests.clear()
    view.renew_thumbnails()
    qtbot.waitUntil(lambda: asked(thumbnails) == [7])
