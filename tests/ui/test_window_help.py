"""What every window has: the log, who made it, and what it does for a start that came later."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from imsearch_gui import __version__, paths
from imsearch_gui.bridge.about import About, Part
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.domain.settings import UPDATES
from imsearch_gui.releases import Release
from imsearch_gui.ui.about_dialog import AboutDialog
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.settings import SettingsDialog
from imsearch_gui.ui.wizard import IndexWizard
from imsearch_gui.wishes import Wishes

Calls = list[tuple[str, tuple[Any, ...]]]


def entries(menu: QMenu) -> list[QAction]:
    """Of the menu and of those in it."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += entries(inner) if isinstance(inner, QMenu) else [action]
    return found


def test_everything_is_in_the_menu(window: MainWindow) -> None:
    texts = [action.text().replace("&", "") for action in entries(window.menu) if not action.isSeparator()]
    for text in ("Settings…", "Keyboard shortcuts", "Open the log", "Show the log’s folder", "About imsearch"):
        assert texts.count(text) == 1
    assert texts[-1] == "Quit"
    letters = [action.text().lower().partition("&")[2][:1] for action in window.menu.actions() if action.text()]
    assert len(set(letters)) == len(letters), "each entry has a letter of its own"


def test_the_log_is_opened_and_shown(window: MainWindow, calls: Calls) -> None:
    window.help.log.trigger()
    window.help.log_folder.trigger()
    window.messages.log_wanted.emit()
    log = (paths.log_file(),)
    assert calls == [("Desktop.open", log), ("Desktop.reveal", log), ("Desktop.open", log)]


def test_about_says_what_it_is_made_with_and_copies_it(window: MainWindow, program: Program) -> None:
    window.help.about.trigger()
    window.help.about.trigger()
    (dialog,) = window.findChildren(AboutDialog)
    parts = (Part("numpy", "2.1.0", "BSD-3-Clause"), Part("onnxruntime", "1.20.1", "MIT"))
    program.about.told.emit(About(__version__, "Linux 6.1", "3.11.7", "6.12.0", ("CUDA", "CPU"), parts))
    assert dialog.parts.topLevelItemCount() == 2
    assert dialog.parts.topLevelItem(1).text(2) == "MIT"
    assert "CUDA, CPU" in dialog._facts.text()
    dialog.copy.click()
    assert "numpy 2.1.0" in QGuiApplication.clipboard().text()
    dialog.close()


def test_a_newer_version_is_told_with_the_way_to_its_page(
    window: MainWindow, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    monkeypatch.setattr(program.desktop, "open_page", pages.append)
    program.updates.newer.emit(Release("99.0", "https://example.org/99"))
    assert window.messages.text == f"imsearch 99.0 is out; this is {__version__}."
    assert pages == [], "it only tells"
    next(b for b in window.messages.findChildren(QAbstractButton) if b.text() == "Show its &page").click()
    assert pages == ["https://example.org/99"]


@pytest.mark.parametrize("address", ["", "https://example.org/latest"])
def test_what_a_build_cannot_ask_is_no_setting(
    window: MainWindow, program: Program, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(program.updates, "_address", address)
    window.help.settings.trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    assert (UPDATES in [row.setting for row in dialog.rows()]) == bool(address)
    dialog.close()


def test_without_a_library_a_picture_is_told_what_to_do(window: MainWindow, program: Program) -> None:
    program.arrivals.library_wanted.emit((Path("/pictures/cat.jpg"),))
    assert "cat.jpg" in window.messages.text
    button = next(b for b in window.messages.findChildren(QAbstractButton) if b.text() == "Index a folder…")
    button.click()
    (wizard,) = window.findChildren(IndexWizard)
    wizard.close()


def test_a_folder_that_came_is_offered_to_be_indexed(window: MainWindow, program: Program, tmp_path: Path) -> None:
    program.arrivals.folders_came.emit((tmp_path,))
    (wizard,) = window.findChildren(IndexWizard)
    assert tmp_path in wizard.folders_page.folders
    wizard.close()


def test_the_window_comes_forward(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    window.window().showMinimized()
    window.help.come_forward(Wishes(token="token-7"))
    assert not window.window().isMinimized()
    qtbot.waitUntil(window.isActiveWindow)
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "token-7"


def test_f1_opens_the_sheet(window: MainWindow, qtbot: QtBot, searching: Callable[..., LibraryState]) -> None:
    searching()
    qtbot.waitUntil(window.isActiveWindow)
    window.results.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (sheet,) = [child for child in window.children() if type(child).__name__ == "ShortcutSheet"]
    sheet.close()
