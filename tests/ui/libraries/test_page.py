"""The page of the open library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.library_facts import Emptiness, LibraryFacts, ModelFacts, Relinked, RootFacts, Way
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import LibraryState, ModelRecord, RootRecord
from imsearch_gui.ui.libraries.drawers import ModelRemovalDrawer, OptionsDrawer, RootRemovalDrawer
from imsearch_gui.ui.libraries.page import LibraryPage
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.message_row import MessageRow

Calls = list[tuple[str, tuple[Any, ...]]]
A, B = Path("/pictures/Holidays"), Path("/disk/Archive")


def facts_of(state: LibraryState, **more: Any) -> LibraryFacts:
    roots = (
        RootFacts(RootRecord(1, A, True, (), True, watch=True), 8_000, 2),
        RootFacts(RootRecord(2, B, False, ("*.tmp",), True), 345, 0),
    )
    models = tuple(
        ModelFacts(ModelRecord(name, name.title(), 8, 8_300, 132_800, Path("/models"), "f"), 4_000)
        for name in ("classic", "pixels")
    )
    return replace(LibraryFacts(state.folder, "Holidays", 8_345, 2, 1_000_000, roots, models), **more)


@pytest.fixture
def page(window: MainWindow, program: Program, searching: Callable[..., LibraryState]) -> Iterator[LibraryPage]:
    state = searching()
    program.settings.keep_watched([(state.folder, state.identity, A)])
    window.actions_.this_library.trigger()
    page = window.findChild(LibraryPage)
    assert page is not None
    program.care.found.emit(facts_of(state))
    yield page
    if shiboken6.isValid(page):
        page.close()


def told(calls: Calls, name: str) -> list[tuple[Any, ...]]:
    return [arguments for called, arguments in calls if called == name]


def test_it_says_what_is_in_the_library_and_what_it_takes(page: LibraryPage, window: MainWindow, calls: Calls) -> None:
    assert window.actions_.this_library.shortcut().toString() == "Ctrl+Shift+L"
    assert not page.isModal()
    assert page.name.label.text() == "Holidays"
    assert page.contents.text() == (
        "8,345 pictures  ·  2 models  ·  1.3 MB on the disk: catalog 1.0 MB, vectors 266 KB, graph 8.0 KB"
    )
    holidays, archive = page.roots[A], page.roots[B]
    assert holidays._holds.text() == "8,000 pictures  ·  2 skipped"
    assert holidays._state.text() == "Watched: changes are noticed without being asked for"
    assert archive._holds.text() == "345 pictures  ·  without subfolders  ·  without *.tmp"
    assert archive._state.text().startswith("Not watched")
    assert [card.name.text() for card in page.models.values()] == ["Classic", "Pixels"]
    window.actions_.this_library.trigger()
    assert len(window.findChildren(LibraryPage)) == 1


def test_the_catalog_that_an_upgrade_kept_is_counted(page: LibraryPage, program: Program) -> None:
    assert page.facts is not None
    program.care.found.emit(replace(page.facts, copy_bytes=900_000))
    assert page.contents.text().endswith(
        "2.2 MB on the disk: catalog 1.0 MB, vectors 266 KB, graph 8.0 KB, catalog of the version before 900 KB"
    )


def test_how_a_folder_is_watched_is_said(page: LibraryPage, program: Program) -> None:
    words = []
    for way in (Way.NETWORK, Way.LIMIT):
        program.watching.ways = {A: way}
        program.watching.ways_changed.emit()
        words.append(page.roots[A]._state.text())
    assert words == [
        "On the network, so looked through every 15 min",
        "The system watches no more folders, so looked through every 15 min",
    ]


def test_a_folder_that_only_the_library_wants_watched_is_not(page: LibraryPage, program: Program) -> None:
    program.settings.keep_watched([])
    program.watching.ways_changed.emit()
    assert page.roots[A]._state.text().startswith("Not watched yet")
    state = program.libraries.current
    assert state is not None
    program.consent.give(state, (A,))
    assert page.roots[A]._state.text().startswith("Watched")


def test_it_is_asked_whether_a_library_from_elsewhere_may_watch(
    window: MainWindow, program: Program, searching: Callable[..., LibraryState]
) -> None:
    state = searching()
    program.consent.wanted.emit((A, B))
    row = window.messages.findChildren(MessageRow)[-1]
    assert f"{A}, {B}" in row.sentence
    assert not any(map(program.consent.covers, (A, B)))
    next(button for button in row.findChildren(QPushButton) if button.text() == "Watch them").click()
    assert all(map(program.consent.covers, (A, B)))
    assert (state.folder, state.identity, A) in program.settings.watched()


def test_a_folder_that_is_offline_can_be_said_to_have_moved(
    qtbot: QtBot, page: LibraryPage, program: Program, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.facts is not None
    away = replace(page.facts.roots[1], root=replace(page.facts.roots[1].root, online=False))
    program.care.found.emit(replace(page.facts, roots=(page.facts.roots[0], away)))
    card = page.roots[B]
    assert card._state.text() == "Offline: its pictures are kept, and found as before"
    assert card.place.isVisible()
    assert not card.index.isVisible()
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: asked.append(dialog.windowTitle()))
    qtbot.mouseClick(card.place, Qt.MouseButton.LeftButton)
    assert asked == ["Where is Archive now?"]
    program.care.relinking.emit(B, True)
    assert card._state.text() == "Looking whether it is there…"
    program.care.relinking.emit(B, False)
    program.care.relinked.emit(Path("/new/Archive"), Relinked(345, 32, 31, 8))
    assert "of 32 pictures that were looked for there 31 were found, and all 345 keep" in page.message.text


def test_an_emptied_folder_asks_what_is_to_become_of_its_pictures(
    qtbot: QtBot, page: LibraryPage, program: Program, calls: Calls
) -> None:
    assert page.facts is not None
    for emptiness in (Emptiness.ASKED, Emptiness.KEPT):
        emptied = replace(page.facts.roots[1], emptiness=emptiness)
        program.care.found.emit(replace(page.facts, roots=(page.facts.roots[0], emptied)))
        card = page.roots[B]
        assert card.keep.isVisible() is (emptiness is Emptiness.ASKED)
        if emptiness is Emptiness.ASKED:
            assert card._question.text().startswith("It had 345 pictures and has none now.")
            qtbot.mouseClick(card.keep, Qt.MouseButton.LeftButton)
            qtbot.mouseClick(card.gone, Qt.MouseButton.LeftButton)
    assert told(calls, "LibraryCare.keep_emptied") == [(B,)]
    assert told(calls, "Program.index_roots") == [((B,),)]
    assert card._state.text() == "There are no pictures in it now; the 345 it had are kept."


def test_options_say_what_they_leave_out_before_they_are_applied(
    qtbot: QtBot, page: LibraryPage, program: Program, calls: Calls
) -> None:
    card = page.roots[A]
    qtbot.mouseClick(card.options, Qt.MouseButton.LeftButton)
    drawer = card.drawer
    assert isinstance(drawer, OptionsDrawer)
    assert drawer.watch.isChecked()
    qtbot.keyClicks(drawer.exclude_line, "backup, *.tmp")
    qtbot.waitUntil(lambda: bool(told(calls, "LibraryCare.count_left_out")))
    program.care.counted.emit(A, 1234)
    assert drawer.text.text() == "This leaves 1,234 of its 8,000 pictures out of the library."
    qtbot.keyClick(drawer.exclude_line, Qt.Key.Key_Return)
    assert told(calls, "LibraryCare.set_options") == [(A,)]
    assert card.drawer is None


def test_what_is_applied_is_kept_and_then_indexed(
    page: LibraryPage, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[dict[str, Any]] = []
    indexed: list[Any] = []
    monkeypatch.setattr(program.care, "set_options", lambda _, **more: kept.append(more))
    monkeypatch.setattr(program, "index_roots", indexed.append)
    page._set_options(A, True, ("backup",), False)
    page._set_options(A, True, (), False)
    assert not program.consent.covers(A)
    page._set_options(B, True, (), True)
    assert (program.consent.covers(A), program.consent.covers(B)) == (False, True)
    assert [{name: more[name] for name in ("recursive", "exclude", "watch")} for more in kept[:2]] == [
        {"recursive": True, "exclude": ("backup",), "watch": False},
        {"recursive": True, "exclude": (), "watch": False},
    ]
    kept[1]["done"]()
    assert indexed == [], "only how it is watched has changed"
    kept[0]["done"]()
    assert indexed == [(A,)]


def test_removing_a_folder_says_how_many_pictures_leave(
    qtbot: QtBot, page: LibraryPage, program: Program, calls: Calls
) -> None:
    card = page.roots[A]
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    drawer = card.drawer
    assert isinstance(drawer, RootRemovalDrawer)
    assert drawer.text.text().startswith("8,000 pictures leave the library; the files stay")
    assert page.focusWidget() is drawer.keep
    qtbot.keyClick(drawer.keep, Qt.Key.Key_Escape)
    assert card.drawer is None
    assert page.isVisible()
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    assert isinstance(card.drawer, RootRemovalDrawer)
    qtbot.mouseClick(card.drawer.remove, Qt.MouseButton.LeftButton)
    assert told(calls, "LibraryCare.remove_root") == [(A,)]
    assert page.facts is not None
    program.care.found.emit(replace(page.facts, roots=page.facts.roots[1:]))
    assert list(page.roots) == [B]


def test_vectors_of_a_model_are_removed_but_never_the_last(
    qtbot: QtBot, page: LibraryPage, program: Program, calls: Calls
) -> None:
    card = page.models["pixels"]
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    assert isinstance(card.drawer, ModelRemovalDrawer)
    assert card.drawer.text.text().startswith("Its 8,300 vectors are deleted (137 KB).")
    qtbot.mouseClick(card.drawer.remove, Qt.MouseButton.LeftButton)
    assert told(calls, "LibraryCare.remove_model") == [("pixels",)]
    assert page.facts is not None
    program.care.found.emit(replace(page.facts, models=page.facts.models[:1]))
    assert not page.models["classic"].remove.isEnabled()


def test_the_name_is_changed_in_its_place(qtbot: QtBot, page: LibraryPage, calls: Calls) -> None:
    assert page.facts is not None
    qtbot.keyClick(page, Qt.Key.Key_F2)
    qtbot.waitUntil(page.name.line.isVisible)
    page.name.line.setText("never mind")
    qtbot.keyClick(page.name.line, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert not page.name.editing
    qtbot.mouseClick(page.name.button, Qt.MouseButton.LeftButton)
    page.name.line.setText("  My  trips ")
    qtbot.keyClick(page.name.line, Qt.Key.Key_Return)
    assert told(calls, "LibraryCare.rename") == [(page.facts.folder, "My trips")]


def test_all_skipped_files_are_tried_again(qtbot: QtBot, page: LibraryPage, program: Program, calls: Calls) -> None:
    program.libraries.skipped_listed.emit((Skipped(A / "x.jpg", "empty file"),))
    assert told(calls, "Program.retry") == [], "asked for elsewhere"
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    program.libraries.skipped_listed.emit((Skipped(A / "x.jpg", "empty file"),))
    assert told(calls, "Program.retry") == [([A / "x.jpg"],)]


def test_a_problem_is_said_on_the_page(page: LibraryPage, program: Program) -> None:
    program.care.failed.emit("Something is in the way.")
    assert page.message.isVisible()
    assert page.message.text == "Something is in the way."


def test_it_closes_with_its_library(page: LibraryPage, program: Program, window: MainWindow) -> None:
    program.libraries.current = None
    hidden: list[int] = []
    page.finished.connect(hidden.append)
    program.libraries.closed.emit()
    assert hidden == [0]
    assert window.windowTitle() == "imsearch"


def test_every_control_has_a_name(page: LibraryPage) -> None:
    page.roots[A]._open_options()
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in page.findChildren(kind)
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []
    assert page.roots[A].index.accessibleName() == "Index now Holidays"


def test_a_folder_that_went_offline_is_one_quiet_line(window: MainWindow, program: Program) -> None:
    root = RootRecord(2, B, True, (), False)
    program.watching.went_offline.emit((RootFacts(root, 12_345, 0),))
    assert window.messages.text == "Archive is offline: its 12,345 pictures are kept."
    program.watching.came_back.emit((B,))
    assert window.messages.text == "Back again: Archive."


def test_a_page_that_is_gone_hears_of_nothing_more(qtbot: QtBot, page: LibraryPage, program: Program) -> None:
    """What lives longer than the page goes on telling; a call into the page would be an error in the window."""
    state = program.libraries.current
    page.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(page))
    program.consent.given.emit(state)
    program.watching.ways_changed.emit()
    program.care.counted.emit(A, 3)
    program.care.failed.emit("A sentence.")
    program.indexing.failed.emit("A sentence.")
