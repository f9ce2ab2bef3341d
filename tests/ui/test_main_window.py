"""The window as a whole, with a silent engine behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import LibraryState, Query, SearchResult
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.shell import Shell

Calls = list[tuple[str, tuple[Any, ...]]]


def show(program: Program, result: SearchResult) -> None:
    program.search.query = result.query
    program.search.query_changed.emit(result.query)
    program.search.answered.emit(result)


def button_of(window: MainWindow, action: QAction) -> QToolButton:
    return next(button for button in window.findChildren(QToolButton) if button.defaultAction() is action)


def press(window: MainWindow, text: str) -> None:
    next(button for button in window.findChildren(QPushButton) if button.text() == text).click()


# -- what is shown --------------------------------------------------------------------------------------------------


def test_the_first_start_invites_to_drop_a_folder(window: MainWindow, calls: Calls) -> None:
    assert window.stack.currentWidget() is window.welcome
    assert not button_of(window, window.actions_.query_panel).isVisible()
    press(window, "Try with sample pictures")
    assert calls[-1][0] == "Program.open_samples"


def test_a_library_without_pictures_is_still_the_first_start(
    window: MainWindow, searching: Callable[..., LibraryState]
) -> None:
    searching(0)
    assert window.stack.currentWidget() is window.welcome


def test_an_open_library_asks_for_a_picture(window: MainWindow, searching: Callable[..., LibraryState]) -> None:
    searching(48_212)
    assert window.stack.currentWidget() is window.splitter
    assert button_of(window, window.actions_.query_panel).isVisible()
    assert window.area.pages.currentWidget() is window.area.empty
    assert "Holiday" in window.windowTitle()
    assert window.top_bar.library.text() == "Holiday"


def test_results_take_the_place_of_the_question(
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    show(program, result_of(20))
    assert window.area.pages.currentWidget() is window.results
    assert window.results.results.rowCount() == 20


def test_nothing_found_is_said_with_a_next_step(
    window: MainWindow,
    program: Program,
    calls: Calls,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    show(program, result_of(0))
    assert window.area.pages.currentWidget() is window.area.empty
    press(window, "Index again")
    assert calls[-1][0] == "Program.index_again"


def test_a_failed_query_leaves_the_results(
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    show(program, result_of(20))
    program.search.failed.emit("broken.jpg: truncated.")
    assert window.messages.text == "broken.jpg: truncated."
    assert window.messages.isVisible()
    assert window.results.results.rowCount() == 20
    show(program, result_of(5, metric=Metric.L2))
    assert not window.messages.isVisible()


def test_the_same_answer_anew_disturbs_nobody(
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    show(program, result_of(200))
    window.results.setCurrentIndex(window.results.results.index(7))
    program.indexing.notice.emit("A folder is not there.")
    show(program, result_of(200, library_size=50_000))
    assert window.results.currentIndex().row() == 7
    assert window.details.image is not None
    assert window.messages.isVisible()


def test_a_chosen_match_is_shown_in_detail(
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    show(program, result_of(20, metric=Metric.L1))
    window.results.setCurrentIndex(window.results.results.index(3))
    assert window.details.image is not None
    assert window.details.image.id == 1003
    show(program, result_of(20, metric=Metric.L2))
    assert window.details.image is None


def test_clearing_goes_back_to_the_question(
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    show(program, result_of(20))
    program.search.query = None
    program.search.cleared.emit()
    assert window.area.pages.currentWidget() is window.area.empty
    assert window.results.results.rowCount() == 0


# -- how it stands --------------------------------------------------------------------------------------------------


def test_the_grid_has_most_of_a_small_screen(
    qtbot: QtBot,
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    window.window().resize(1280, 720)
    searching(models=("classic", "pixels"))
    show(program, result_of(20))
    window.results.setCurrentIndex(window.results.results.index(0))
    qtbot.waitUntil(lambda: window.size() == QSize(1280, 720) and window.details.isVisible())
    assert window.area.width() >= 0.6 * window.width()


def test_panels_fold_and_are_remembered(
    window: MainWindow, program: Program, searching: Callable[..., LibraryState], thumbnails: Any
) -> None:
    searching()
    wide = window.area.width()
    window.actions_.query_panel.trigger()
    window.actions_.details_panel.trigger()
    QApplication.processEvents()
    assert window.area.width() > wide + 300
    window.close()
    another = MainWindow(program)
    assert not another.query_panel.isVisibleTo(another)
    assert not another.actions_.details_panel.isChecked()
    another.deleteLater()


def test_size_and_panels_are_as_they_were_left(
    window: MainWindow, program: Program, searching: Callable[..., LibraryState]
) -> None:
    searching()
    window.window().resize(800, 640)  # no larger than the screen of the offscreen platform
    window.splitter.setSizes([240, 300, 260])
    QApplication.processEvents()
    sizes = window.splitter.sizes()
    window.close()
    shell, another = Shell(program.settings), MainWindow(program)
    shell.house(another)
    shell.show()
    another._show_library(program.libraries.current)
    QApplication.processEvents()
    assert shell.size() == QSize(800, 640)
    assert another.splitter.sizes() == sizes
    shell.close()
    shell.deleteLater()


def test_every_control_has_a_name(window: MainWindow, searching: Callable[..., LibraryState]) -> None:
    searching()
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and not _internal(widget) and not (widget.accessibleName() or _text(widget))
    ]
    assert nameless == []


def _internal(widget: QWidget) -> bool:
    """Parts that Qt makes inside its own widgets."""
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox):
            return True
        parent = parent.parent()
    return widget.objectName().startswith(("qt_", "_q_"))


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_shortcuts_are_unique(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+F", "Ctrl+O", "Ctrl+V", "Ctrl+N", "F9", "F10"} <= set(keys)


def test_find_goes_to_the_field(qtbot: QtBot, window: MainWindow, searching: Callable[..., LibraryState]) -> None:
    searching()
    window.results.setFocus()
    window.actions_.find.trigger()
    qtbot.waitUntil(window.top_bar.field.hasFocus)


def test_answers_take_the_focus_from_the_field(
    qtbot: QtBot,
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    window.top_bar.field.setFocus()
    qtbot.waitUntil(window.top_bar.field.hasFocus)
    show(program, result_of(20))
    qtbot.waitUntil(window.results.hasFocus)
    qtbot.keyClick(window.results, Qt.Key.Key_Right)
    assert window.results.currentIndex().isValid()


def test_answers_take_the_focus_into_the_list_where_that_is_shown(
    qtbot: QtBot,
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> None:
    searching()
    window.area.show_list(True)
    window.top_bar.field.setFocus()
    qtbot.waitUntil(window.top_bar.field.hasFocus)
    show(program, result_of(20))
    qtbot.waitUntil(window.area.table.hasFocus)
    qtbot.keyClick(window.area.table, Qt.Key.Key_Down)
    assert window.results.current_match() is not None


def test_query_from_before_is_not_kept_by_the_type(result_of: Callable[..., SearchResult]) -> None:
    """Two results of equal queries are the same question, whatever object asked."""
    first, second = result_of(1).query, result_of(2).query
    assert isinstance(first, Query)
    assert first == second
