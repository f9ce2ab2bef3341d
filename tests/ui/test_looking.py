"""The viewer and the details in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.details import DetailsReader
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.viewing import Viewing
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.picture_details import ImageDetails, PictureDetails
from imsearch_gui.domain.records import LibraryState, SearchResult
from imsearch_gui.ui.main_window import MainWindow


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Path | None]]:
    """Images whose details were asked for, and in which library; no file is read."""
    made: list[tuple[int, Path | None]] = []
    monkeypatch.setattr(DetailsReader, "read", lambda _, image, library: made.append((image.id, library)))
    monkeypatch.setattr(Viewing, "wish", lambda *_: None)
    return made


@pytest.fixture
def answered(
    asked: object,
    qtbot: QtBot,
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> MainWindow:
    """The window with ten matches, the third one chosen."""
    searching()
    window.activateWindow()
    result = result_of(10, metric=Metric.L1)
    program.search.query = result.query
    program.search.answered.emit(result)
    window.results.setCurrentIndex(window.results.results.index(2))
    window.results.setFocus()
    return window


def said(window: MainWindow) -> str:
    labels = window.details.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible()).replace("\u200b", "")


def test_space_shows_the_match_large_over_everything_below_the_top_bar(qtbot: QtBot, answered: MainWindow) -> None:
    viewer = answered.looking.viewer
    qtbot.keyClick(answered.results, Qt.Key.Key_Space)
    assert viewer.isVisible()
    assert viewer.bar.score.text() != ""
    assert viewer.bar.score.toolTip() == "Score: L1 (absolute)"
    central = answered.centralWidget()
    assert central is not None
    assert viewer.geometry().top() == answered.stack.geometry().top()
    answered.messages.hide()
    qtbot.waitUntil(lambda: viewer.geometry().top() == answered.top_bar.geometry().bottom() + 1)
    assert (viewer.width(), viewer.geometry().bottom()) == (central.width(), central.height() - 1)
    answered.resize(1000, 640)
    qtbot.waitUntil(lambda: viewer.width() == central.width() == 1000)
    focus = QApplication.focusWidget()
    assert focus is viewer.pane.canvas
    qtbot.keyClick(focus, Qt.Key.Key_Right)
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    assert viewer.isHidden()
    assert answered.results.currentIndex().row() == 3
    assert answered.results.hasFocus()


def test_a_message_stays_in_sight(qtbot: QtBot, answered: MainWindow) -> None:
    answered.looking.viewer.look()
    answered.messages.say("Something to read.")
    qtbot.waitUntil(lambda: answered.looking.viewer.geometry().top() == answered.messages.geometry().bottom() + 1)


def test_c_compares_from_the_grid(qtbot: QtBot, answered: MainWindow) -> None:
    qtbot.keyClick(answered.results, Qt.Key.Key_C)
    assert answered.looking.viewer.panes.comparing
    assert answered.looking.viewer.isVisible()


def test_find_similar_closes_and_asks(qtbot: QtBot, answered: MainWindow, calls: list[Any]) -> None:
    answered.looking.viewer.look()
    answered.looking.viewer.bar.similar.click()
    assert calls[-1][0] == "SearchSession.find_similar"
    assert calls[-1][1][0].id == 1002
    assert answered.looking.viewer.isHidden()


def test_the_panels_are_offered_only_where_they_are_seen(answered: MainWindow) -> None:
    folds = (answered.actions_.query_panel, answered.actions_.details_panel)
    answered.looking.viewer.look()
    assert not any(fold.isVisible() for fold in folds)
    answered.looking.viewer.leave()
    assert all(fold.isVisible() and fold.isChecked() for fold in folds)


@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize("pressed", ["button", "key"])
def test_what_was_asked_for_from_a_match_has_the_keyboard(
    qtbot: QtBot,
    answered: MainWindow,
    program: Program,
    result_of: Callable[..., SearchResult],
    listed: bool,
    pressed: str,
) -> None:
    answered.area.show_list(listed)
    view = answered.area.current_view
    if pressed == "button":
        button = next(one for one in answered.details.findChildren(QPushButton) if one.text() == "Find similar")
        button.setFocus()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        view.setFocus()
    program.search.answered.emit(result_of(5, first=2000))
    assert QApplication.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Space)
    match = answered.looking.viewer.match
    assert match is not None
    assert match.image.id == 2000


def test_the_query_gone_or_another_library_closes_it(
    answered: MainWindow, program: Program, searching: Callable[..., LibraryState]
) -> None:
    viewer = answered.looking.viewer
    viewer.look()
    program.search.cleared.emit()
    assert viewer.isHidden()
    viewer.look()
    searching(50)
    assert viewer.isHidden()


def test_details_are_read_for_the_chosen_match(
    answered: MainWindow, program: Program, asked: list[tuple[int, Path | None]]
) -> None:
    assert program.libraries.current is not None
    assert asked == [(1002, program.libraries.current.folder)]
    program.details.ready.emit(1002, ImageDetails(PictureDetails(lens="A lens"), models=("Classic",)))
    assert "A lens" in said(answered) and "Classic" in said(answered)
    program.details.failed.emit("Which models know the picture cannot be said: the library is gone.")
    assert "Which models know the picture" in answered.messages.text


def test_several_matches_are_counted(qtbot: QtBot, answered: MainWindow) -> None:
    selection, model = answered.results.selectionModel(), answered.results.results
    flag = QItemSelectionModel.SelectionFlag
    selection.select(model.index(5), flag.Select | flag.Rows)
    assert "2 pictures are selected, 247 KB in all" in said(answered)
    answered.results.setCurrentIndex(model.index(5))
    assert "picture 5.jpg" in said(answered)


def test_what_is_offline_is_said_in_both(
    answered: MainWindow, program: Program, library_of: Callable[..., LibraryState]
) -> None:
    state = library_of()
    away = replace(state, roots=(replace(state.roots[0], path=Path("/pictures"), online=False),))
    program.libraries.changed.emit(away)
    assert "Offline:" in said(answered)
