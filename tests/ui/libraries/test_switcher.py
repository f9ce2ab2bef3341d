"""The list of libraries behind the button at the top left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.library_facts import LibraryEntry, LibraryFacts, RootFacts
from imsearch_gui.domain.records import LibraryState, RootRecord
from imsearch_gui.ui.libraries.entry_list import MORE
from imsearch_gui.ui.libraries.switcher import Switcher
from imsearch_gui.ui.main_window import MainWindow

Calls = list[tuple[str, tuple[Any, ...]]]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    return tmp_path / "Holiday", tmp_path / "Archive & more", tmp_path / "Gone"


@pytest.fixture
def switcher(
    window: MainWindow,
    settings: SettingsStore,
    searching: Callable[..., LibraryState],
    program: Program,
    folders: tuple[Path, Path, Path],
) -> Iterator[Switcher]:
    for folder in reversed(folders):
        settings.used(folder)
    searching()
    window.top_bar.library.click()
    holiday, archive, gone = folders
    program.care.listed.emit(
        (
            LibraryEntry(holiday, "Holiday", 100),
            LibraryEntry(archive, "The archive", 48_212),
            LibraryEntry(gone, "Gone", there=False),
        )
    )
    yield window.libraries.switcher
    window.libraries.switcher.hide()


def names(switcher: Switcher) -> list[str]:
    return [switcher.list.item(row).text() for row in range(switcher.list.count())]


def told(calls: Calls, name: str) -> list[tuple[Any, ...]]:
    return [arguments for called, arguments in calls if called == name]


def test_the_button_opens_the_list_at_the_one_used_before(
    switcher: Switcher, window: MainWindow, calls: Calls, folders: tuple[Path, Path, Path]
) -> None:
    assert switcher.isVisible()
    assert names(switcher) == ["Holiday", "The archive", "Gone"]
    assert switcher.list.entry == LibraryEntry(folders[1], "The archive", 48_212)
    about = [switcher.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert "100 pictures" in about[0]
    assert about[0].endswith("open now")
    assert "Not there any more" in about[2]
    assert window.top_bar.library.toolTip().endswith("all libraries: Ctrl+L")
    assert told(calls, "LibraryCare.list") == [()]


def test_by_keyboard_typing_finds_and_enter_opens(
    qtbot: QtBot, switcher: Switcher, window: MainWindow, calls: Calls, folders: tuple[Path, Path, Path]
) -> None:
    switcher.hide()
    window.actions_.libraries.trigger()
    assert window.actions_.libraries.shortcut().toString() == "Ctrl+L"
    assert switcher.isVisible()
    qtbot.keyClicks(switcher.line, "arch")
    assert names(switcher) == ["The archive"]
    qtbot.keyClick(switcher.line, Qt.Key.Key_Return)
    assert not switcher.isVisible()
    assert told(calls, "LibrarySession.open") == [(folders[1],)]


def test_arrows_go_through_the_list_and_around(qtbot: QtBot, switcher: Switcher) -> None:
    rows = []
    for _ in range(3):
        qtbot.keyClick(switcher.line, Qt.Key.Key_Down)
        rows.append(switcher.list.currentRow())
    assert rows == [2, 0, 1]
    qtbot.keyClick(switcher.line, Qt.Key.Key_Up)
    assert switcher.list.currentRow() == 0


def test_nothing_found_is_said(qtbot: QtBot, switcher: Switcher) -> None:
    qtbot.keyClicks(switcher.line, "xyz")
    assert not switcher.list.isVisible()
    assert switcher._nothing.text() == "No library is called like this."
    qtbot.keyClick(switcher.line, Qt.Key.Key_Return)
    assert switcher.isVisible()


def test_one_that_is_gone_says_so_and_can_be_forgotten(
    qtbot: QtBot, switcher: Switcher, calls: Calls, settings: SettingsStore, folders: tuple[Path, Path, Path]
) -> None:
    switcher.list.setCurrentRow(2)
    qtbot.keyClick(switcher.line, Qt.Key.Key_Return)
    assert switcher.isVisible()
    assert told(calls, "LibrarySession.open") == []
    assert "“Gone” is not there" in switcher._sentence.text()
    qtbot.mouseClick(switcher.forget, Qt.MouseButton.LeftButton)
    assert settings.recent() == list(folders[:2])


def test_the_mouse_opens_a_library_or_its_menu(
    qtbot: QtBot, switcher: Switcher, calls: Calls, folders: tuple[Path, Path, Path]
) -> None:
    wanted: list[LibraryEntry] = []
    switcher.list.menu_wanted.disconnect()
    switcher.list.menu_wanted.connect(lambda entry, _: wanted.append(entry))
    rect = switcher.list.visualItemRect(switcher.list.item(1))
    port = switcher.list.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(rect.right() - MORE // 2, rect.center().y()))
    assert [entry.folder for entry in wanted] == [folders[1]]
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=rect.center())
    assert told(calls, "LibrarySession.open") == [(folders[1],)]


def test_a_library_is_renamed_in_the_list(
    qtbot: QtBot, switcher: Switcher, calls: Calls, folders: tuple[Path, Path, Path]
) -> None:
    qtbot.keyClick(switcher.line, Qt.Key.Key_F2)
    editor = switcher.list.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("Old pictures")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told(calls, "LibraryCare.rename") == [(folders[1], "Old pictures")])
    assert told(calls, "LibrarySession.open") == []
    assert switcher.isVisible()


def test_what_can_be_done_with_one(switcher: Switcher, calls: Calls, folders: tuple[Path, Path, Path]) -> None:
    menu = switcher.menu_of(LibraryEntry(folders[1], "The archive", 48_212))
    actions = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert list(actions) == ["Rename", "Show its folder", "Take it off the list", "Delete the library…"]
    actions["Show its folder"].trigger()
    assert told(calls, "Desktop.reveal") == [(folders[1] / "catalog.sqlite",)]
    actions["Delete the library…"].trigger()
    assert told(calls, "LibraryCare.weigh") == [(folders[1],)]
    gone = switcher.menu_of(LibraryEntry(folders[2], "Gone", there=False))
    assert [action.isEnabled() for action in gone.actions() if action.text()] == [False, False, True, False]
    for one in (menu, gone):
        one.deleteLater()


def test_deleting_asks_once_and_names_what_goes(
    qtbot: QtBot,
    switcher: Switcher,
    window: MainWindow,
    program: Program,
    calls: Calls,
    folders: tuple[Path, Path, Path],
) -> None:
    root = RootRecord(1, Path("/pictures"), True, (), True)
    facts = LibraryFacts(folders[1], "The archive", 48_212, 3, 2_000_000, (RootFacts(root, 48_212, 3),), ())
    program.care.weighed.emit(facts)
    assert window.findChild(QMessageBox) is None, "nobody asked"
    window.libraries.ask_deletion(folders[1])
    program.care.weighed.emit(facts)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "Delete the library “The archive”?"
    assert "48,212 pictures in 1 folder" in box.informativeText()
    assert "2.0 MB" in box.informativeText()
    assert "stay where they are" in box.informativeText()
    buttons = {button.text().replace("&", ""): button for button in box.findChildren(QPushButton)}
    assert buttons["Keep it"].isDefault()
    buttons["Delete the library"].click()
    assert told(calls, "LibraryCare.delete") == [(folders[1],)]


def test_the_actions_below_close_the_list(
    switcher: Switcher, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [button.defaultAction() for button in switcher.findChildren(QToolButton) if button.text()]
    actions = window.actions_
    assert shown == [actions.new_library, actions.open_library, actions.samples, actions.this_library]
    wanted: list[dict[str, Any]] = []
    monkeypatch.setattr(window.dialogs, "open_wizard", lambda *_, **more: wanted.append(more))
    actions.new_library.trigger()
    assert wanted == [{"new": True}]
    assert not switcher.isVisible()
