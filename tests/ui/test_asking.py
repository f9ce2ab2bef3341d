"""Whatever is dropped, pasted or entered in the window, and what it asks of the engine for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.search_session import Way
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, LibraryState, Query, SearchResult, TextExample
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.theme import colour

Calls = list[tuple[str, tuple[Any, ...]]]
Searching = Callable[..., LibraryState]
MIDDLE = QPointF(400, 300)


def show(program: Program, result: SearchResult) -> None:
    program.search.query = result.query
    program.search.query_changed.emit(result.query)
    program.search.answered.emit(result)


def drop(window: MainWindow, data: QMimeData, place: QPointF = MIDDLE) -> str:
    """Drag something in and let it go; returns what the window promised."""
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, actions, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    promised = window.overlay.text if window.overlay.isVisible() else ""
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(place, actions, data, buttons, keys))
    assert not window.overlay.isVisible()
    return promised


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_dropped_file_is_searched_for(window: MainWindow, calls: Calls, tmp_path: Path) -> None:
    file = tmp_path / "ein Bild ä.jpg"
    file.touch()
    assert drop(window, urls(file)) == "Search for this picture"
    name, (paths, _) = calls[-1]
    assert name == "SearchSession.ask_files"
    assert list(paths) == [file]


def test_a_dropped_folder_opens_the_wizard(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(window.dialogs, "open_wizard", opened.append)
    folder = tmp_path / "2024-08.Summer"
    folder.mkdir()
    assert drop(window, urls(folder)) == "Index this folder"
    assert [tuple(folders) for folders in opened] == [(folder,)]


def test_an_image_from_a_browser_is_searched_for(
    window: MainWindow, calls: Calls, picture: Callable[..., QImage]
) -> None:
    data = QMimeData()
    data.setImageData(picture())
    assert drop(window, data) == "Search for this picture"
    assert calls[-1][0] == "SearchSession.ask_image"


def test_what_is_no_picture_is_not_accepted(window: MainWindow, calls: Calls) -> None:
    data = QMimeData()
    data.setData("application/x-something", QByteArray(b"x"))
    before = list(calls)
    assert drop(window, data) == ""
    assert calls == before


def test_dragging_out_again_uncovers_the_window(window: MainWindow, tmp_path: Path) -> None:
    # The event does not own its data.
    data = urls(tmp_path / "a.jpg")
    event = QDragEnterEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, event)
    assert window.overlay.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.overlay.isVisible()


def test_nothing_shines_through_what_a_drop_would_do(theme: object, window: MainWindow) -> None:
    bare = window.grab().toImage()
    window.overlay.announce("folder-add", "Index this folder")
    covered = window.grab().toImage()
    middle = window.rect().center()
    beside = range(middle.x() - 40, middle.x() + 40)
    # Above the sign, where the invitation of the first start stands.
    assert {covered.pixelColor(x, middle.y() - 50).name() for x in beside} == {colour("base").name()}
    assert covered.pixelColor(8, 8).lightness() < 0.6 * bare.pixelColor(8, 8).lightness(), "what is around it is dimmed"


def test_pasting_asks(window: MainWindow, calls: Calls, picture: Callable[..., QImage]) -> None:
    QGuiApplication.clipboard().setImage(picture())
    window.actions_.paste.trigger()
    assert calls[-1][0] == "SearchSession.ask_image"


def test_a_picture_is_pasted_whatever_has_the_focus(
    qtbot: QtBot,
    window: MainWindow,
    calls: Calls,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
    picture: Callable[..., QImage],
) -> None:
    searching()
    show(program, result_of(20))
    QGuiApplication.clipboard().setImage(picture())
    spin = window.query_panel.findChild(QAbstractSpinBox)
    for widget in (window.top_bar.field, spin, window.results):
        calls.clear()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert [name for name, _ in calls] == ["SearchSession.ask_image"], type(widget).__name__


def test_words_are_pasted_into_the_line_that_has_the_focus(
    qtbot: QtBot, window: MainWindow, calls: Calls, searching: Callable[..., LibraryState]
) -> None:
    searching()
    calls.clear()
    QGuiApplication.clipboard().setText("55")
    spin = window.query_panel.findChild(QAbstractSpinBox)
    for widget, line in ((window.top_bar.field, window.top_bar.field), (spin, spin.lineEdit())):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        line.selectAll()
        qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert line.text() == "55"
    assert calls == []


def test_nothing_takes_a_drop_from_the_window(window: MainWindow, searching: Callable[..., LibraryState]) -> None:
    searching()
    takers = [type(widget).__name__ for widget in window.findChildren(QWidget) if widget.acceptDrops()]
    assert takers == []


def test_a_path_in_the_field_asks(qtbot: QtBot, window: MainWindow, calls: Calls, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.touch()
    window.top_bar.field.setText(str(file))
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert calls[-1][0] == "SearchSession.ask_files"


def test_an_address_in_the_field_asks(qtbot: QtBot, window: MainWindow, calls: Calls) -> None:
    window.top_bar.field.setText("https://example.org/a.jpg")
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert calls[-1] == ("SearchSession.ask_url", ("https://example.org/a.jpg", Way.ANEW))


def test_words_are_searched_for(qtbot: QtBot, window: MainWindow, calls: Calls) -> None:
    window.top_bar.field.setText("a red balloon")
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert calls[-1] == ("SearchSession.ask_text", ("a red balloon",))


def test_the_field_promises_words_only_where_the_library_takes_them(
    window: MainWindow, program: Program, searching: Searching
) -> None:
    field = window.top_bar.field
    assert "path or web address" in field.placeholderText()
    searching()
    state = program.libraries.current
    assert state is not None and state.word_models == () and "path or web address" in field.placeholderText()
    program.libraries.changed.emit(replace(state, word_models=(state.models[0].id,)))
    assert "type what you look for" in field.placeholderText()


def test_without_a_model_for_words_the_grids_place_says_what_to_do(
    qtbot: QtBot, window: MainWindow, program: Program, searching: Searching, result_of: Callable[..., SearchResult]
) -> None:
    searching()
    show(program, result_of(20))
    qtbot.keyClicks(window.top_bar.field, "a boat at sunset")
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    program.search.words_wanted.emit("Classic")
    assert window.top_bar.field.text() == "a boat at sunset", "to be asked again"
    empty, status = window.area.empty, window.area.status
    assert status._count.text() == "48,212 pictures"
    assert not window.area.bar.isVisible()
    window.area.set_strength(1.0)
    assert status._count.text() == "48,212 pictures"
    assert window.area.pages.currentWidget() is empty
    words = " ".join(label.text() for label in empty.findChildren(QLabel))
    assert "Classic knows pictures, not words" in words
    buttons = {button.text(): button for button in empty.findChildren(QPushButton) if button.isVisibleTo(empty)}
    assert list(buttons) == ["Models…", "Back"]
    buttons["Back"].click()
    assert window.area.pages.currentWidget() is window.results
    assert window.results.results.rowCount() == 20
    assert status._count.text() == "20 of 48,212 pictures"
    assert window.area.bar.isVisible()


def test_a_drop_on_the_query_panel_joins_the_query(
    window: MainWindow,
    calls: Calls,
    program: Program,
    searching: Searching,
    result_of: Callable[..., SearchResult],
    tmp_path: Path,
) -> None:
    searching()
    panel = window.query_panel
    place = QPointF(panel.mapTo(window, panel.rect().center()))
    file = tmp_path / "a.jpg"
    file.touch()
    assert drop(window, urls(file), place) == "Search for this picture", "there is no query to join yet"
    show(program, result_of(20))
    assert drop(window, urls(file), place) == "More like this"
    assert calls[-1] == ("SearchSession.ask_files", ((file,), Way.LIKE))
    assert drop(window, urls(file), place + QPointF(0, panel.height() / 4)) == "Less like this"
    assert calls[-1] == ("SearchSession.ask_files", ((file,), Way.UNLIKE))
    assert drop(window, urls(file)) == "Search for this picture"
    assert calls[-1] == ("SearchSession.ask_files", ((file,), Way.ANEW))


def test_a_dropped_graph_is_offered_to_the_model_manager(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(window.dialogs, "open_models", opened.append)
    file = tmp_path / "model.onnx"
    file.touch()
    assert drop(window, urls(file)) == "Import this model"
    assert opened == [(file,)]


def test_an_empty_field_opens_a_file_dialog_that_does_not_block(qtbot: QtBot, window: MainWindow, calls: Calls) -> None:
    window.top_bar.field.clear()
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/pictures/a.jpg")
    assert calls[-1] == ("SearchSession.ask_files", ([Path("/pictures/a.jpg")], Way.ANEW))
    dialog.close()


def test_controls_reach_the_search(window: MainWindow, calls: Calls) -> None:
    panel = window.query_panel
    panel.metric_chosen.emit(Metric.L1)
    panel.region_chosen.emit(None)
    window.details.open_requested.emit(Path("/a.jpg"))
    window.results.reveal_requested.emit(Path("/b.jpg"))
    window.results.copy_requested.emit([Path("/c.jpg")])
    assert [name for name, _ in calls[-5:]] == [
        "SearchSession.set_metric",
        "SearchSession.set_region",
        "Desktop.open",
        "Desktop.reveal",
        "PictureReader.read",
    ]
    assert [url.toLocalFile() for url in QGuiApplication.clipboard().mimeData().urls()] == ["/c.jpg"]


def test_a_copied_picture_follows_its_file_to_the_clipboard(
    window: MainWindow, calls: Calls, picture: Callable[..., QImage]
) -> None:
    window.results.copy_requested.emit([Path("/c.jpg")])
    _, (_, arrived) = calls[-1]
    arrived(picture(640, 480))
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.hasUrls()
    QGuiApplication.clipboard().setText("something else")
    arrived(picture(640, 480))
    assert QGuiApplication.clipboard().text() == "something else"


def test_the_field_says_what_words_were_asked_and_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    field, bar = window.top_bar.field, window.top_bar
    words, picture = Query((TextExample("a red balloon"),), "clip"), Query((FileExample(Path("/a.jpg")),), "clip")
    qtbot.keyClicks(field, "/a.jpg")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    bar.show_query(picture)
    assert field.text() == ""
    bar.show_query(words)
    assert field.text() == "a red balloon"
    bar.show_query(picture)
    qtbot.keyClicks(field, "half a sent")
    bar.show_query(words)
    assert field.text() == "half a sent"
    field.setText("")
    bar.show_query(None)
    assert field.text() == ""
