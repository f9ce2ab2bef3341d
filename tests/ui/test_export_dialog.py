"""Export from the window: what is offered, what it will be, and what is said of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.exporting import Export, Form
from imsearch_gui.domain.marks import MarkEdit, Marks
from imsearch_gui.domain.records import LibraryState, SearchResult
from imsearch_gui.ui.acting.export_dialog import ExportDialog
from imsearch_gui.ui.main_window import MainWindow


@pytest.fixture
def shown(
    window: MainWindow,
    program: Program,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> MainWindow:
    """Forty matches, none of which has a file."""
    searching()
    program.search.answered.emit(result_of(40))
    window.results.setFocus()
    return window


def select(window: MainWindow, *rows: int) -> None:
    view = window.results
    flags = view.selectionModel().SelectionFlag
    for row in rows:
        view.selectionModel().setCurrentIndex(view.results.index(row), flags.Select | flags.Rows)


@pytest.fixture
def dialog(shown: MainWindow, qtbot: QtBot) -> ExportDialog:
    """With the third and the first match selected, in that order."""
    select(shown, 2, 0)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown.results, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = shown.findChildren(ExportDialog)
    return dialog


def choose(dialog: ExportDialog, form: Form) -> None:
    dialog.form.setCurrentIndex(dialog.form.findData(form))


def test_without_results_there_is_nothing_to_export(
    window: MainWindow, searching: Callable[..., LibraryState], program: Program, result_of: Callable[..., SearchResult]
) -> None:
    searching()
    assert not window.acting.extras.export.isEnabled()
    program.search.answered.emit(result_of(2))
    assert window.acting.extras.export.isEnabled()


def test_the_selection_or_all_in_the_order_of_ranks(dialog: ExportDialog, tmp_path: Path) -> None:
    heard: list[Export] = []
    dialog.wanted.disconnect()
    dialog.wanted.connect(heard.append)
    assert [dialog.what.itemData(row) for row in range(dialog.what.count())] == [2, 40]
    assert not dialog.isModal()
    choose(dialog, Form.COPIES)
    dialog.begin(tmp_path)
    assert [match.rank for match in heard[0].matches] == [1, 3]
    dialog.what.setCurrentIndex(1)
    dialog.begin(tmp_path)
    assert len(heard[1].matches) == 40
    assert (heard[1].form, heard[1].target) == (Form.COPIES, tmp_path)


def test_a_line_says_what_it_will_be(dialog: ExportDialog) -> None:
    dialog.what.setCurrentIndex(1)
    choose(dialog, Form.PDF)
    assert dialog.paper.isVisible()
    assert "2 pages, up to 20 pictures each" in dialog.about.text()
    dialog.columns.setValue(8)
    assert dialog.about.text() == "One page."
    choose(dialog, Form.PNG)
    assert not dialog.paper.isVisible()
    assert "One picture of" in dialog.about.text()
    dialog.side.setCurrentIndex(dialog.side.findData(1024))
    dialog.columns.setValue(20)
    assert dialog.export.isEnabled()
    choose(dialog, Form.CSV)
    assert not dialog.columns.isVisible()
    assert "A row for each picture" in dialog.about.text()


def test_what_cannot_be_is_not_offered(
    window: MainWindow, program: Program, searching: Callable[..., LibraryState], result_of: Callable[..., SearchResult]
) -> None:
    searching()
    program.search.answered.emit(result_of(200))
    window.acting.extras.show_export()
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.what.count() == 1
    choose(dialog, Form.PNG)
    dialog.side.setCurrentIndex(dialog.side.findData(1024))
    assert "too many for one PNG" in dialog.about.text()
    assert not dialog.export.isEnabled()
    choose(dialog, Form.PDF)
    assert dialog.export.isEnabled()


def test_a_file_or_a_folder_is_asked_for(dialog: ExportDialog) -> None:
    choose(dialog, Form.PDF)
    dialog.export.click()
    (files,) = dialog.findChildren(QFileDialog)
    assert files.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert files.defaultSuffix() == "pdf"
    files.close()
    choose(dialog, Form.HARD_LINKS)
    dialog.export.click()
    folders = dialog.findChildren(QFileDialog)[-1]
    assert folders.fileMode() is QFileDialog.FileMode.Directory
    folders.close()


def test_it_is_written_with_what_was_noted_just_now_and_can_be_shown(
    dialog: ExportDialog,
    shown: MainWindow,
    program: Program,
    tmp_path: Path,
    qtbot: QtBot,
    calls: list[tuple[str, tuple[object, ...]]],
) -> None:
    image = shown.results.results.match_at(0).image
    program.acting.marking._show({image.id: MarkEdit(rating=5).applied(Marks())})
    choose(dialog, Form.CSV)
    target = tmp_path / "out.csv"
    with qtbot.waitSignal(program.acting.done):
        dialog.begin(target)
    with target.open(newline="") as file:
        assert [(row["rank"], row["rating"]) for row in csv.DictReader(file)] == [("1", "5"), ("3", "")]
    assert shown.messages.text == "Exported 2 pictures to out.csv."
    button = next(button for button in shown.messages.findChildren(QPushButton) if button.text() == "Show file")
    button.click()
    assert ("Desktop.reveal", (target,)) in calls
    assert program.acting.deeds.last is None


def test_what_could_not_be_read_is_counted(
    dialog: ExportDialog, shown: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, Form.PNG)
    with qtbot.waitSignal(program.acting.done):
        dialog.begin(tmp_path / "a.png")
    assert "2 pictures could not be read, so only names stand there" in shown.messages.text
    assert (tmp_path / "a.png").exists()


def test_a_place_that_cannot_be_written_is_said(
    dialog: ExportDialog, shown: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, Form.JSON)
    with qtbot.waitSignal(program.acting.failed):
        dialog.begin(tmp_path / "gone" / "a.json")
    assert "so nothing was exported" in shown.messages.text
