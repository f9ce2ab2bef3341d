"""All pages, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.survey import FolderSurvey, SurveyCount
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.progress import IndexReport, Progress, Skipped, Stage
from imsearch_gui.domain.records import IndexRequest, LibraryState, ModelCard
from imsearch_gui.ui.skipped_dialog import SkippedDialog
from imsearch_gui.ui.wizard import IndexWizard

Asked = Callable[[Any], list[tuple[tuple[Any, ...], dict[str, Any]]]]
Open = Callable[..., IndexWizard]
REPORT = IndexReport(Path("/library"), "classic", 1, 0, 1, skipped=(Skipped(Path("/p/a.jpg"), "empty file"),))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()


def finish(program: Program, report: IndexReport = REPORT) -> None:
    program.indexing.report = report
    program.indexing._end(lambda: program.indexing.finished.emit(report))


def test_by_keyboard_alone(
    open_wizard: Open,
    qtbot: QtBot,
    program: Program,
    asked: Asked,
    folders: tuple[Path, ...],
    cards: tuple[ModelCard, ...],
) -> None:
    wizard = open_wizard(folders)
    assert not wizard.isModal()
    program.survey.counted.emit(SurveyCount(400, 1_000_000, done=True))
    program.models.listed.emit(cards)
    assert wizard.focusWidget() is wizard.folders_page._list
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.page == 1
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.page == 2
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Enter)
    assert wizard.page == 3
    request = IndexRequest(folders, "pixels", rules=CleaningRules(min_side=64), thumbnails=20_000, watch=True)
    ((arguments, _),) = asked(IndexSession.start)
    assert arguments == (program.libraries.folder_for("Holidays"), request)
    tell = Progress(Stage.ENCODING, 10, 400, 0, 1.0, 10.0)
    program.indexing._tell(tell)
    assert wizard._next.text() == "Continue in the &background"
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert not wizard.isVisible()
    assert program.indexing.running, "the job goes on"


def test_by_mouse_there_and_back(at_options: Open, qtbot: QtBot) -> None:
    wizard = at_options()
    assert wizard._steps.accessibleName() == "Step 3 of 4: Options"
    for page in (1, 0):
        qtbot.mouseClick(wizard._back, Qt.MouseButton.LeftButton)
        assert wizard.page == page
    assert not wizard._back.isVisible()
    for page in (1, 2):
        qtbot.mouseClick(wizard._next, Qt.MouseButton.LeftButton)
        assert wizard.page == page
    assert wizard._next.text() == "&Start indexing"
    qtbot.mouseClick(wizard._next, Qt.MouseButton.LeftButton)
    assert wizard.page == 3
    assert not wizard._back.isVisible()
    assert not wizard._close.isVisible()


def test_next_waits_for_a_folder(open_wizard: Open, qtbot: QtBot, folders: tuple[Path, ...]) -> None:
    wizard = open_wizard()
    assert not wizard._next.isEnabled()
    assert wizard._missing.text() == "Add at least one folder."
    assert wizard.focusWidget() is wizard.folders_page._add
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert wizard.page == 0
    wizard.folders_page.add_folders(folders)
    assert wizard._next.isEnabled()
    assert wizard._missing.text() == ""


@pytest.mark.parametrize("page", [0, 1, 2])
def test_esc_closes_and_nobody_counts_any_more(
    open_wizard: Open,
    qtbot: QtBot,
    program: Program,
    asked: Asked,
    folders: tuple[Path, ...],
    cards: tuple[ModelCard, ...],
    page: int,
) -> None:
    wizard = open_wizard(folders)
    program.models.listed.emit(cards)
    for _ in range(page):
        wizard._next.click()
    before = len(asked(FolderSurvey.stop))
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert len(asked(FolderSurvey.stop)) > before
    assert asked(IndexSession.start) == []


def test_a_folder_that_turns_out_to_be_gone_stops_a_later_page(at_options: Open, program: Program) -> None:
    wizard = at_options()
    program.survey.counted.emit(SurveyCount(0, 0, True, "The folder /media/disk is not there."))
    assert not wizard._next.isEnabled()
    assert wizard._missing.text() == "The folder /media/disk is not there."
    assert wizard._missing.property("problem") is True


def test_the_page_before_the_work_says_what_will_be_done(at_options: Open, program: Program) -> None:
    wizard = at_options()
    assert wizard.options_page._summary.text() == (
        "48,212 pictures from “Holidays and 1 more” into the library “Holidays”, with the model Classic, in about 20 min."
    )
    program.models.measured.emit("classic", 400.0)
    assert wizard.options_page._summary.text().endswith("in about 2 min.")


def test_the_open_library_gets_the_folders(
    program: Program, asked: Asked, library_of: Callable[..., LibraryState], indexing: Open
) -> None:
    program.libraries.current = library_of(models=("pixels",))
    indexing()
    ((arguments, _),) = asked(IndexSession.start)
    assert arguments[0] == program.libraries.current.folder
    assert arguments[1].model == "pixels", "what the library has already"


def test_another_job_is_waited_for(at_options: Open, program: Program) -> None:
    wizard = at_options()
    program.indexing.start(Path("/other"), IndexRequest((Path("/other"),), "classic"))
    assert not wizard._next.isEnabled()
    assert "Another folder is being indexed" in wizard._missing.text()
    finish(program)
    assert wizard._next.isEnabled()
    assert wizard.page == 2


def test_the_end_offers_the_pictures(
    indexing: Open, qtbot: QtBot, program: Program, asked: Asked, window: QWidget
) -> None:
    wizard = indexing(window)
    finish(program)
    assert wizard._next.text() == "&Show my pictures"
    assert wizard._close.text() == "Close"
    assert wizard._close.isVisible()
    assert not wizard._back.isVisible()
    qtbot.mouseClick(wizard._next, Qt.MouseButton.LeftButton)
    assert not wizard.isVisible()
    assert asked(LibrarySession.open) == [((program.indexing.library,), {})]


def test_a_library_that_is_open_is_not_opened_again(
    program: Program, asked: Asked, library_of: Callable[..., LibraryState], indexing: Open, qtbot: QtBot
) -> None:
    program.libraries.current = library_of()
    wizard = indexing()
    finish(program)
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert not wizard.isVisible()
    assert asked(LibrarySession.open) == []


def test_close_at_the_end_only_closes(indexing: Open, qtbot: QtBot, program: Program, asked: Asked) -> None:
    wizard = indexing()
    finish(program)
    qtbot.mouseClick(wizard._close, Qt.MouseButton.LeftButton)
    assert not wizard.isVisible()
    assert asked(LibrarySession.open) == []


def test_after_a_failure_one_can_go_back_and_try_again(
    indexing: Open, qtbot: QtBot, program: Program, asked: Asked
) -> None:
    wizard = indexing()
    library = program.indexing.library
    assert library is not None
    library.mkdir(parents=True)
    program.indexing._end(lambda: program.indexing.failed.emit("The disk is full."))
    assert wizard._next.text() == "Close"
    qtbot.mouseClick(wizard._back, Qt.MouseButton.LeftButton)
    assert wizard.page == 2
    wizard._next.click()
    assert wizard.page == 3
    first, second = asked(IndexSession.start)
    assert first == second, "the second try goes on with the library of the first"


def test_cancelled_and_closed(indexing: Open, qtbot: QtBot, program: Program) -> None:
    wizard = indexing()
    program.indexing._end(program.indexing.cancelled.emit)
    assert wizard._back.isVisible()
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert not wizard.isVisible()


def test_skipped_files_of_a_finished_job(indexing: Open, program: Program, window: QWidget, asked: Asked) -> None:
    wizard = indexing(window)
    finish(program)
    wizard.progress_page._skipped.click()
    dialog = window.findChild(SkippedDialog)
    assert dialog is not None
    assert dialog.shown == 1
    wizard.close()
    assert dialog.isVisible(), "the list stays when the wizard goes"
    dialog.close()
    assert asked(LibrarySession.list_skipped) == []


def test_skipped_files_of_a_running_job(indexing: Open, program: Program, asked: Asked) -> None:
    wizard = indexing()
    program.libraries.skipped_listed.emit(REPORT.skipped)
    assert wizard.findChild(SkippedDialog) is None, "somebody else has asked"
    program.indexing._tell(Progress(Stage.ENCODING, 1, 2, skipped=1))
    wizard.progress_page._skipped.click()
    assert asked(LibrarySession.list_skipped) == [((), {})]
    program.libraries.skipped_listed.emit(REPORT.skipped)
    dialog = wizard.findChild(SkippedDialog)
    assert dialog is not None
    assert not dialog.isModal()
    dialog.close()


def test_every_control_has_a_name(indexing: Open) -> None:
    wizard = indexing()
    for kind in (QAbstractButton, QListWidget, QAbstractSpinBox, QComboBox, QLineEdit, QProgressBar):
        for control in wizard.findChildren(kind):
            # A spin box has a line edit of its own, and a clear button belongs to its line edit.
            if isinstance(control.parent(), QAbstractSpinBox | QLineEdit):
                continue
            label = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or label, control
