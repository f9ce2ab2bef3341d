"""Marks beside the picture: seen and changed, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.marks import MarkEdit, Marks
from imsearch_gui.ui.acting.marks_editor import MarksEditor
from imsearch_gui.ui.flow import Flow


@pytest.fixture
def editor(qtbot: QtBot, theme: object) -> Iterator[MarksEditor]:
    editor = MarksEditor()
    editor.resize(220, 200)
    editor.show_marks([Marks(("Gold", "sea"), 3, 4)])
    yield editor
    editor.close()
    editor.deleteLater()


@pytest.fixture
def edits(editor: MarksEditor) -> list[Any]:
    heard: list[Any] = []
    editor.edit_wanted.connect(heard.append)
    return heard


def test_of_several_it_shows_what_they_share(editor: MarksEditor) -> None:
    editor.show_marks([Marks(("Gold", "sea"), 3, 4), Marks(("SEA",), 3, 2)])
    assert [chip.text() for chip in editor.chips()] == ["sea"]
    assert (editor.dots.value, editor.stars.value) == (3, 0)
    editor.show_marks([])
    assert not editor.isVisible()


def test_stars_and_dots_by_mouse(editor: MarksEditor, edits: list[Any], qtbot: QtBot) -> None:
    for row, place in ((editor.stars, 2), (editor.dots, 9), (editor.stars, 4), (editor.dots, 3)):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.centre(place).toPoint())
    assert edits == [MarkEdit(rating=2), MarkEdit(colour=9), MarkEdit(rating=0), MarkEdit(colour=0)]
    edits.clear()
    qtbot.mouseClick(editor.stars, Qt.MouseButton.LeftButton, pos=QPoint(1, 3))
    assert edits == [MarkEdit(rating=1)]


def test_stars_and_dots_by_keyboard(editor: MarksEditor, edits: list[Any], qtbot: QtBot) -> None:
    qtbot.keyClick(editor.stars, Qt.Key.Key_Right)
    qtbot.keyClick(editor.stars, Qt.Key.Key_Space)
    qtbot.keyClick(editor.stars, Qt.Key.Key_0)
    qtbot.keyClick(editor.stars, Qt.Key.Key_9)
    qtbot.keyClick(editor.dots, Qt.Key.Key_9)
    qtbot.keyClick(editor.dots, Qt.Key.Key_3)
    assert edits == [MarkEdit(rating=5), MarkEdit(rating=0), MarkEdit(colour=9)]
    assert editor.stars.accessibleName() == "Rating: 4 of 5"
    assert editor.dots.accessibleName() == "Colour label: Yellow"


def test_chips_take_labels_away_and_keep_the_keyboard(editor: MarksEditor, edits: list[Any], qtbot: QtBot) -> None:
    first, second = editor.chips()
    assert "“Gold”" in first.accessibleName()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    editor.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert edits == [MarkEdit(remove=("sea",)), MarkEdit(remove=("Gold",))]
    editor.show_marks([Marks(("sea",))])
    assert [chip.text() for chip in editor.chips()] == ["sea"]
    assert editor.chips()[0].hasFocus()


def test_a_label_is_typed_with_those_in_use_to_choose_from(editor: MarksEditor, qtbot: QtBot) -> None:
    editor.set_labels(["Evening", "Sea"])
    heard = QSignalSpy(editor.label_wanted)
    editor.add.click()
    assert editor.field.isVisible()
    completer = editor.field.completer()
    qtbot.keyClicks(editor.field, "ven")
    completer.setCompletionPrefix("ven")
    assert completer.completionCount() == 1
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert heard.at(0) == ["ven"]
    qtbot.waitUntil(lambda: not editor.field.text())
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert not editor.field.isVisible()


def test_labels_fill_lines_within_the_width(qtbot: QtBot, theme: object) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    editor = MarksEditor(around)
    editor.show_marks([Marks((*(f"label {number:02}" for number in range(12)), "x" * 60))])
    assert editor.minimumSizeHint().width() <= 232 - 32, "the panel of the details is no wider"
    flow = editor.chips()[0].parentWidget().layout()
    assert isinstance(flow, Flow)
    assert flow.heightForWidth(200) > flow.heightForWidth(400) > flow.heightForWidth(2000) > 0
    editor.resize(200, editor.heightForWidth(200))
    editor.show()
    editor.layout().activate()
    assert all(chip.geometry().right() < 200 for chip in editor.chips())
