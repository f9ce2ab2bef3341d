"""Page 1: folders, count, library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.survey import FolderSurvey, SurveyCount
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.ui.wizard.folders_page import FoldersPage

Asked = Callable[[Any], list[tuple[tuple[Any, ...], dict[str, Any]]]]
Make = Callable[..., FoldersPage]


@pytest.fixture
def make(qtbot: QtBot, program: Program) -> Iterator[Make]:
    made: list[FoldersPage] = []

    def page(folders: tuple[Path, ...] = (), library: LibraryState | None = None) -> FoldersPage:
        page = FoldersPage(program.survey, library, program.libraries.folder_for)
        page._settle.setInterval(0)
        page.add_folders(folders)
        made.append(page)
        page.show()
        return page

    yield page
    for one in made:
        one.close()
        one.deleteLater()


def drop(page: FoldersPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(20, 20), actions, data, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(20, 20), actions, data, left, none)
    event.setDropAction(Qt.DropAction.MoveAction)
    page.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction, "the folder must stay where it is"


def test_an_empty_page_says_what_it_waits_for(make: Make) -> None:
    page = make()
    assert not page.complete
    assert page.missing == "Add at least one folder."
    assert not page._spinner.isVisible()


def test_counting_starts_when_things_have_settled(
    make: Make, qtbot: QtBot, asked: Asked, folders: tuple[Path, ...]
) -> None:
    page = make()
    page._settle.setInterval(50)
    page.add_folders(folders[:1])
    page.add_folders(folders)
    page._exclude.setText("*.thumb.jpg, backup/* ;\nraw")
    page._subfolders.setChecked(False)
    assert asked(FolderSurvey.start) == []
    assert page._spinner.turning
    with qtbot.waitSignal(page._settle.timeout):
        pass
    expected = {"recursive": False, "exclude": ("*.thumb.jpg", "backup/*", "raw")}
    assert asked(FolderSurvey.start) == [((folders,), expected)]


def test_each_change_stops_the_count_of_before(make: Make, asked: Asked, folders: tuple[Path, ...]) -> None:
    page = make(folders)
    before = len(asked(FolderSurvey.stop))
    page._survey.counted.emit(SurveyCount(5, 1000, done=True))
    page._subfolders.click()
    assert len(asked(FolderSurvey.stop)) == before + 1
    assert page.count == SurveyCount()
    assert page._found.text() == "Counting…"


def test_count_and_size_are_said_as_they_grow(make: Make, program: Program, folders: tuple[Path, ...]) -> None:
    page = make(folders)
    program.survey.counted.emit(SurveyCount(12_345, 41_000_000_000))
    assert page._found.text() == "12,345 pictures, 41.0 GB so far…"
    assert page._spinner.turning
    assert page.complete, "one need not wait for the count"
    program.survey.counted.emit(SurveyCount(48_212, 181_200_000_000, done=True))
    assert page._found.text() == "48,212 pictures, 181 GB"
    assert not page._spinner.turning


def test_nothing_named_like_a_picture_is_no_obstacle(make: Make, program: Program, folders: tuple[Path, ...]) -> None:
    page = make(folders)
    program.survey.counted.emit(SurveyCount(0, 0, done=True))
    assert "No file here is named like a picture" in page._found.text()
    assert page.complete


def test_a_folder_that_is_not_there_is_an_obstacle(
    make: Make, qtbot: QtBot, program: Program, folders: tuple[Path, ...]
) -> None:
    page = make(folders)
    sentence = "The folder /media/disk is not there: plug in the disk, or remove it from the list."
    with qtbot.waitSignal(page.complete_changed):
        program.survey.counted.emit(SurveyCount(0, 0, True, sentence))
    assert not page.complete
    assert page.problem == page._found.text() == sentence
    assert page._found.property("problem") is True
    page._list.setCurrentRow(0)
    page._remove.click()
    assert page.complete
    assert page._found.property("problem") is False


def test_a_folder_is_listed_once(make: Make, folders: tuple[Path, ...]) -> None:
    page = make((*folders, folders[0]))
    page.add_folders(folders)
    assert page.folders == folders


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_removes_what_is_chosen(make: Make, qtbot: QtBot, folders: tuple[Path, ...], key: Qt.Key) -> None:
    page = make(folders)
    assert not page._remove.isEnabled()
    page._list.setCurrentRow(0)
    assert page._remove.isEnabled()
    qtbot.keyClick(page._list, key)
    assert page.folders == folders[1:]
    page._list.selectAll()
    qtbot.keyClick(page._list, key)
    assert page.folders == ()
    assert page._found.isHidden()


def test_folders_are_added_by_a_dialog(make: Make, qtbot: QtBot, folders: tuple[Path, ...]) -> None:
    page = make()
    qtbot.mouseClick(page._add, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(folders[0]))
    dialog.close()
    assert page.folders == folders[:1]


def test_folders_are_added_by_drop(make: Make, folders: tuple[Path, ...]) -> None:
    page = make(folders[:1])
    drop(page, *folders)
    assert page.folders == folders


def test_a_dropped_picture_stands_for_its_folder(make: Make, folders: tuple[Path, ...]) -> None:
    pictures = [folders[0] / "a.jpg", folders[0] / "b.jpg"]
    for picture in pictures:
        picture.touch()
    page = make()
    drop(page, *pictures)
    assert page.folders == folders[:1]


def test_words_are_not_taken(make: Make) -> None:
    data = QMimeData()
    data.setText("no path at all")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, left, none)
    event.ignore()
    make().dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_new_library_is_named_after_the_first_folder(make: Make, qtbot: QtBot, folders: tuple[Path, ...]) -> None:
    page = make()
    page.add_folders(folders)
    assert page.library is None
    assert page.name == "Holidays"
    assert page._place.text().startswith("Will be kept in ")
    assert page._place.text().endswith("Holidays")
    page._name.clear()
    qtbot.keyClicks(page._name, "Mine")
    page._list.clearSelection()
    page.add_folders([Path("/somewhere/else")])
    assert page.name == "Mine", "a name that was typed is the user's"
    page._name.clear()
    assert not page.complete
    assert page.missing == "Give the new library a name."


def test_the_open_library_is_offered_first(
    make: Make, folders: tuple[Path, ...], library_of: Callable[..., LibraryState]
) -> None:
    state = library_of()
    page = make(folders, state)
    assert page.library is state
    assert page.name == state.name
    assert page._name.isHidden()
    assert page.complete
    page._into.setCurrentIndex(1)
    assert page.library is None
    assert page._name.isVisible()
    assert page.name == "Holidays"


def test_a_name_that_is_no_text_can_be_shown(make: Make, tmp_path: Path) -> None:
    folder = tmp_path / b"caf\xe9".decode("utf-8", "surrogateescape")
    page = make((folder,))
    page.grab()
    assert page.folders == (folder,)
