"""The labels of a library: counted, renamed, made one, deleted, and undone; in a real catalog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.library import marks
from imsearch_gui.library.library import Library
from imsearch_gui.ui.acting.labels_dialog import LabelsDialog
from imsearch_gui.ui.main_window import MainWindow

from .test_acting import WAIT_MS, library, marks_in, shown

__all__ = ["library", "shown"]


@pytest.fixture
def dialog(shown: MainWindow, library: Path, qtbot: QtBot) -> LabelsDialog:
    """Sea on two pictures, Gold on one; Gold is chosen."""
    with Library.open(library) as opened:
        ids = [image.id for image in opened.images()]
    marks.note(library, ids[:2], MarkEdit(add=("Sea",)))
    marks.note(library, ids[1:2], MarkEdit(add=("Gold",)))
    shown.acting.extras.show_labels()
    shown.acting.extras.show_labels()
    (dialog,) = shown.findChildren(LabelsDialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2, timeout=WAIT_MS)
    # A list that was asked for between the two notes has chosen the only one that there was.
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    return dialog


def listed(dialog: LabelsDialog) -> list[tuple[str, str]]:
    items = (dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount()))
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def test_they_are_counted(dialog: LabelsDialog) -> None:
    assert listed(dialog) == [("Gold", "1"), ("Sea", "2")]
    assert not dialog.isModal()
    item = dialog.list.topLevelItem(0)
    assert item is not None
    assert dialog.list.headerItem().textAlignment(1) == item.textAlignment(1), "the heading stands above its numbers"


def rename(dialog: LabelsDialog, qtbot: QtBot, text: str) -> None:
    dialog.rename.click()
    (line,) = dialog.list.findChildren(QLineEdit)
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_renamed_to_another_two_become_one_in_its_spelling_and_undo_parts_them(
    dialog: LabelsDialog, shown: MainWindow, library: Path, program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        rename(dialog, qtbot, "sEA")
    qtbot.waitUntil(lambda: listed(dialog) == [("Sea", "2")], timeout=WAIT_MS)
    assert [each.labels for each in marks_in(library)] == [("Sea",), ("Sea",), ()]
    button = next(button for button in shown.messages.findChildren(QPushButton) if button.text() == "Undo")
    with qtbot.waitSignal(program.acting.undone, timeout=WAIT_MS):
        button.click()
    qtbot.waitUntil(lambda: listed(dialog) == [("Gold", "1"), ("Sea", "2")], timeout=WAIT_MS)
    assert [each.labels for each in marks_in(library)] == [("Sea",), ("Gold", "Sea"), ()]


def test_only_its_spelling_may_change(dialog: LabelsDialog, library: Path, program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        rename(dialog, qtbot, "GOLD")
    assert marks_in(library)[1].labels == ("GOLD", "Sea")


def test_a_name_that_is_none_is_refused_and_the_old_one_stays(
    dialog: LabelsDialog, shown: MainWindow, program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.acting.failed, timeout=WAIT_MS):
        rename(dialog, qtbot, "  ")
    assert "needs a name" in shown.messages.text
    qtbot.waitUntil(lambda: listed(dialog)[0] == ("Gold", "1"), timeout=WAIT_MS)


def test_deleted_with_the_key(
    dialog: LabelsDialog, shown: MainWindow, library: Path, program: Program, qtbot: QtBot
) -> None:
    dialog.list.setFocus()
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [each.labels for each in marks_in(library)] == [("Sea",), ("Sea",), ()]
    assert shown.acting.undo.text() == "&Undo deleting the label Gold"
    qtbot.waitUntil(lambda: listed(dialog) == [("Sea", "2")], timeout=WAIT_MS)


def test_with_no_label_it_says_how_to_give_one(window: MainWindow) -> None:
    window.acting.extras.show_labels()
    (dialog,) = window.findChildren(LabelsDialog)
    assert "press L" in dialog._hint.text()
    assert not dialog.rename.isEnabled()
    assert not dialog.delete.isEnabled()
