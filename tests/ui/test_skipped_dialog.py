"""The list of skipped files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.language import Language, speak, spoken
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.ui.skipped_dialog import SkippedDialog
from imsearch_gui.ui.skipped_model import FOLDER, NAME, SkippedModel, kind_of
from imsearch_gui.ui.theme import Theme, colour

MANY = 50_000
SKIPPED = (
    Skipped(Path("/p/old/b.jpg"), "not a picture"),
    Skipped(Path("/p/new/A.jpg"), "too large: 30,000 x 30,000 pixels"),
    Skipped(Path("/p/old/a.mov"), "not a picture"),
    Skipped(Path("/p/new/c.png"), "too large: 40,000 x 30,000 pixels"),
    Skipped(Path("/p/new/d.png"), "empty file"),
)
Make = Callable[..., SkippedDialog]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[SkippedDialog] = []

    def dialog(skipped: tuple[Skipped, ...] = SKIPPED) -> SkippedDialog:
        made.append(SkippedDialog(skipped))
        made[-1].show()
        return made[-1]

    yield dialog
    for one in made:
        one.close()
        one.deleteLater()


def names(dialog: SkippedDialog) -> list[str]:
    model = dialog._model
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def choose(dialog: SkippedDialog, *rows: int) -> None:
    selection = dialog._table.selectionModel()
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        selection.setCurrentIndex(dialog._model.index(row, 0), flags.Select | flags.Rows)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("empty file", "empty file"),
        ("too large: 30,000 x 30,000 pixels", "too large"),
        ("damaged (line 12)", "damaged"),
        ("the reader of this format has said that there is no end", "the reader of this"),
    ],
)
def test_reasons_are_grouped_by_what_they_have_in_common(reason: str, kind: str) -> None:
    assert kind_of(reason) == kind


def test_the_model_keeps_qts_promises(qtbot: QtBot) -> None:
    model = SkippedModel(SKIPPED)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(NAME)
    model.filter(text="new")
    model.sort(FOLDER, Qt.SortOrder.DescendingOrder)
    model.filter(text="")
    del tester
    model.deleteLater()


def test_all_files_are_listed_by_reason_then_folder_and_name(make: Make) -> None:
    dialog = make()
    assert dialog.shown == len(SKIPPED)
    assert names(dialog) == ["d.png", "a.mov", "b.jpg", "A.jpg", "c.png"]
    heads = [dialog._model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["Name", "Reason", "Folder"]
    assert "/p/new/d.png\nempty file" in dialog._model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_every_column_sorts(make: Make) -> None:
    dialog = make()
    dialog._table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert names(dialog) == ["A.jpg", "a.mov", "b.jpg", "c.png", "d.png"]
    dialog._table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert names(dialog) == ["d.png", "c.png", "b.jpg", "a.mov", "A.jpg"]
    dialog._table.sortByColumn(FOLDER, Qt.SortOrder.AscendingOrder)
    assert names(dialog) == ["A.jpg", "c.png", "d.png", "a.mov", "b.jpg"]


def test_sorting_keeps_what_is_selected(make: Make) -> None:
    dialog = make()
    choose(dialog, 0, 3)
    before = {dialog._model.skipped_at(row) for row in dialog._selected()}
    dialog._table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert {dialog._model.skipped_at(row) for row in dialog._selected()} == before
    assert len(before) == 2


def test_filter_by_words_and_by_kind(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    words = [dialog._kind.itemText(row) for row in range(dialog._kind.count())]
    assert words[0] == "All reasons (5)"
    assert set(words[1:]) == {"not a picture (2)", "too large (2)", "empty file (1)"}
    qtbot.keyClicks(dialog._text, "OLD")
    assert names(dialog) == ["a.mov", "b.jpg"]
    dialog._text.clear()
    qtbot.keyClicks(dialog._text, "40,000")
    assert names(dialog) == ["c.png"]
    dialog._kind.setCurrentText("not a picture (2)")
    assert names(dialog) == []
    assert not dialog._copy.isEnabled()
    dialog.grab()
    dialog._text.clear()
    assert names(dialog) == ["a.mov", "b.jpg"]


def test_copy_what_is_shown_or_what_is_selected(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    clipboard = QGuiApplication.clipboard()
    dialog._kind.setCurrentText("empty file (1)")
    qtbot.mouseClick(dialog._copy, Qt.MouseButton.LeftButton)
    assert clipboard.text() == f"{Path('/p/new/d.png')}\tempty file"
    dialog._kind.setCurrentIndex(0)
    choose(dialog, 1, 2)
    assert dialog._copy.text() == "&Copy 2 rows as text"
    qtbot.keyClick(dialog._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [line.split("\t")[1] for line in clipboard.text().split("\n")] == ["not a picture"] * 2


def test_reasons_are_in_the_language_of_the_window(make: Make) -> None:
    german = {"too large: {0} x {1} pixels": "zu groß: {0} x {1} Pixel", "empty file": "leere Datei"}
    before = spoken()
    speak(Language(lambda source, comment, number: german.get(source, before.look_up(source, comment, number))))
    try:
        dialog = make()
        assert set(dialog._model.kinds()) == {("zu groß", 2), ("not a picture", 2), ("leere Datei", 1)}
        dialog._text.setText("leere")
        dialog.copy_text()
        assert QGuiApplication.clipboard().text() == f"{Path('/p/new/d.png')}\tleere Datei"
    finally:
        speak(before)


def test_show_in_the_file_manager(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    assert not dialog._reveal.isEnabled()
    dialog.reveal()
    choose(dialog, 0)
    with qtbot.waitSignal(dialog.reveal_requested) as asked:
        qtbot.mouseClick(dialog._reveal, Qt.MouseButton.LeftButton)
    assert asked.args == [Path("/p/new/d.png")]
    with qtbot.waitSignal(dialog.reveal_requested):
        qtbot.keyClick(dialog._table, Qt.Key.Key_Return)
    cell = dialog._table.visualRect(dialog._model.index(1, 0)).center()
    with qtbot.waitSignal(dialog.reveal_requested) as asked:
        qtbot.mouseClick(dialog._table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
        qtbot.mouseDClick(dialog._table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert asked.args == [Path("/p/old/a.mov")]


def test_nothing_was_skipped(make: Make, qtbot: QtBot) -> None:
    dialog = make(())
    assert not dialog._table.isVisible()
    assert not dialog._copy.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_names_that_are_no_text(make: Make) -> None:
    dialog = make((Skipped(Path(b"/p/caf\xe9.jpg".decode("utf-8", "surrogateescape")), "empty file"),))
    assert names(dialog) == ["caf�.jpg"]
    dialog.grab()
    dialog.copy_text()


def test_it_does_not_block_and_holds_many(make: Make) -> None:
    dialog = make(tuple(Skipped(Path(f"/p/{number % 97}/{number}.jpg"), "empty file") for number in range(MANY)))
    assert not dialog.isModal()
    assert dialog._table.model().rowCount() == MANY
    dialog._model.filter(text="/96")
    assert dialog.shown == MANY // 97
    dialog._table.selectAll()
    assert dialog._copy.text() == "&Copy 515 rows as text"


def test_files_are_tried_again_all_or_some(make: Make) -> None:
    dialog = make()
    wanted: list[tuple[Path, ...]] = []
    dialog.retry_requested.connect(wanted.append)
    choose(dialog, 1)
    assert dialog._again.text() == "&Try 1 file again"
    chosen = dialog._model.skipped_at(1).path
    dialog.try_again()
    assert wanted == [(chosen,)]
    assert not dialog.isVisible(), "what it lists is tried just now"
    again = make()
    again.retry_requested.connect(wanted.append)
    again._text.setText("too large")
    again._again.click()
    assert {path.name for path in wanted[1]} == {"A.jpg", "c.png"}


def test_the_header_is_flat_from_the_first_showing(theme: Theme, make: Make) -> None:
    head = make()._table.horizontalHeader().grab().toImage()
    # Left of the words, from below the upper edge to above the line under the header.
    edge = [head.pixelColor(1, y).name() for y in range(1, head.height() - 2)]
    assert set(edge) == {colour("window").name()}


def test_a_line_goes_around_the_whole_row(theme: Theme, make: Make, qtbot: QtBot) -> None:
    table = make()._table
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    # Selected and current, with the columns in another order.
    table.horizontalHeader().moveSection(FOLDER, NAME)
    table.selectRow(1)
    first, last = (table.visualRect(table.model().index(1, column)) for column in (FOLDER, 1))
    shown = table.viewport().grab().toImage()
    for point in (first.center(), last.center()):
        assert shown.pixelColor(point).name() != colour("accent").name()
    middle = first.center().y()
    for x, y in (
        (first.left(), middle),
        (last.right(), middle),
        (first.right(), first.top()),
        (last.left(), last.bottom()),
    ):
        assert shown.pixelColor(x, y).name() == colour("accent").name()
    assert shown.pixelColor(first.right(), middle).name() != colour("accent").name(), "and through no cell"
