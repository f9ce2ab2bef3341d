"""The sheet of shortcuts, and that no two of them are in each other's way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.records import LibraryState
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.shortcuts import ShortcutSheet
from imsearch_gui.ui.shortcuts.found import clashes, shortcuts

EVERYWHERE = "Everywhere in the window"


@pytest.fixture
def sheet(window: MainWindow) -> ShortcutSheet:
    window.help.shortcuts.trigger()
    (sheet,) = window.findChildren(ShortcutSheet)
    return sheet


def add(parent: QWidget, text: str, keys: str, context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut) -> None:
    action = QAction(text, parent)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(context)
    parent.addAction(action)


def test_no_two_things_answer_the_same_keys(window: MainWindow, searching: Callable[..., LibraryState]) -> None:
    searching()
    assert clashes(window) == []


def test_every_action_with_keys_is_in_it(window: MainWindow) -> None:
    found = {text for shortcut in shortcuts(window) for text in shortcut.keys}
    keys = [
        sequence.toString(QKeySequence.SequenceFormat.NativeText)
        for action in window.findChildren(QAction)
        for sequence in action.shortcuts()
    ]
    assert len(keys) > 10
    assert set(keys) <= found


def test_they_stand_under_the_part_in_which_they_work(window: MainWindow) -> None:
    parts = {shortcut.text: shortcut.part for shortcut in shortcuts(window)}
    assert parts["Open a picture"] == EVERYWHERE
    assert parts["Go to the next part of the window"] == EVERYWHERE
    assert parts["Copy path"] == window.results.accessibleName()
    assert parts["Search the whole picture again"] == window.query_panel.view.accessibleName()
    assert parts["Go to another match"] == window.results.accessibleName()
    assert shortcuts(window)[0].part == EVERYWHERE


def test_what_a_part_adds_is_in_it_with_the_next_opening(window: MainWindow) -> None:
    add(window.details, "Dance", "Ctrl+Alt+D")
    (found,) = [shortcut for shortcut in shortcuts(window) if shortcut.text == "Dance"]
    assert found.keys == ("Ctrl+Alt+D",)


@pytest.mark.parametrize(
    ("place", "context"),
    [
        ("window", Qt.ShortcutContext.WindowShortcut),
        ("results", Qt.ShortcutContext.WidgetShortcut),
        ("area", Qt.ShortcutContext.WidgetWithChildrenShortcut),
    ],
)
def test_a_clash_is_found(window: MainWindow, place: str, context: Qt.ShortcutContext) -> None:
    parent = window if place == "window" else getattr(window, place)
    add(parent, "Dance", "Ctrl+Shift+C", context)
    assert len(clashes(window)) == 1
    assert "Copy path" in clashes(window)[0]
    assert "Dance" in clashes(window)[0]


def test_the_same_keys_in_parts_that_do_not_meet_are_no_clash(window: MainWindow) -> None:
    add(window.details, "Dance", "Ctrl+Shift+C", Qt.ShortcutContext.WidgetWithChildrenShortcut)
    assert clashes(window) == []


def test_an_action_that_takes_the_keys_of_a_widget_is_a_clash(window: MainWindow) -> None:
    QShortcut(QKeySequence("Left"), window, window.close).setWhatsThis("Go back")
    assert any("Go back" in clash and "region" in clash for clash in clashes(window))


def test_the_sheet_is_searched_by_words_and_by_keys(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    everything = sheet.shown
    qtbot.keyClicks(sheet.search, "copy pa")
    assert sheet.shown == ["Copy path", "Copy paths and reasons"]
    sheet.search.setText("ctrl+shift+c")
    assert sheet.shown == ["Copy path"]
    sheet.search.setText("zebra")
    assert sheet.shown == []
    assert sheet._nothing.isVisible()
    qtbot.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.shown == everything
    qtbot.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_it_is_opened_once(window: MainWindow, sheet: ShortcutSheet) -> None:
    window.help.shortcuts.trigger()
    assert window.findChildren(ShortcutSheet) == [sheet]
    assert not sheet.isModal()


def test_a_question_mark_is_a_letter_where_text_is_written(window: MainWindow, qtbot: QtBot) -> None:
    window.top_bar.field.setFocus()
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert not window.findChildren(ShortcutSheet)
