"""The examples of a query in its panel, and what adds to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import QueryPicture, ShownExample, Way
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, PixelsExample, Query, TextExample
from imsearch_gui.ui.adding import Adding, WordsLine
from imsearch_gui.ui.example_list import ExampleList, ExampleRow
from imsearch_gui.ui.query_panel import QueryPanel

FILE = FileExample(Path("/pictures/a holiday with a very long name, by the sea.jpg"))
WORDS = TextExample("a red balloon")


@pytest.fixture
def shown(picture: Callable[..., QImage]) -> tuple[ShownExample, ...]:
    return (
        ShownExample(FILE, True, QueryPicture(FILE, picture(), 4000, 3000)),
        ShownExample(WORDS, True, None),
        ShownExample(PixelsExample(b"png"), False, None),
    )


@pytest.fixture
def examples(qtbot: QtBot, shown: tuple[ShownExample, ...]) -> ExampleList:
    widget = ExampleList()
    qtbot.addWidget(widget)
    widget.show_examples(shown, 0)
    widget.show()
    return widget


def rows(widget: ExampleList) -> list[ExampleRow]:
    return [row for row in widget.findChildren(ExampleRow) if not row.isHidden()]


def test_each_example_has_a_row(examples: ExampleList) -> None:
    buttons = [row.button for row in rows(examples)]
    assert [button.accessibleName() for button in buttons] == [FILE.path.name, "“a red balloon”", "pasted picture"]
    assert [button.isChecked() for button in buttons] == [True, False, False]
    assert examples.grab().toImage().width() > 0


def test_rows_report_their_place(examples: ExampleList) -> None:
    said: list[tuple[str, int]] = []
    examples.chosen.connect(lambda place: said.append(("chosen", place)))
    examples.turned.connect(lambda place: said.append(("turned", place)))
    examples.removed.connect(lambda place: said.append(("removed", place)))
    row = rows(examples)[2]
    for button in (row.button, row.turn, row.remove):
        button.click()
    assert said == [("chosen", 2), ("turned", 2), ("removed", 2)]
    assert "Look for" in row.turn.accessibleName()
    assert "Look less for" in rows(examples)[0].turn.accessibleName()


def test_rows_come_and_go(examples: ExampleList, shown: tuple[ShownExample, ...]) -> None:
    first = rows(examples)[0]
    examples.show_examples(shown[1:], 1)
    assert [row.button.text() for row in rows(examples)] == ["“a red balloon”", "pasted picture"]
    assert rows(examples)[0] is first, "a row that stays keeps the focus"
    examples.show_examples(shown, 2)
    assert [row.button.isChecked() for row in rows(examples)] == [False, False, True]


def test_one_example_needs_no_list(qtbot: QtBot, shown: tuple[ShownExample, ...]) -> None:
    panel = QueryPanel(Metric.COSINE, 200)
    qtbot.addWidget(panel)
    panel.show_examples(shown[:1], 0)
    assert not panel.examples.isVisibleTo(panel)
    panel.show_examples(shown, 1)
    assert panel.examples.isVisibleTo(panel)
    assert panel.view.image.isNull(), "words have no picture"
    panel.show()
    assert panel.grab().toImage().width() > 0
    panel.show_examples(shown, 0)
    assert not panel.view.image.isNull()
    panel.show_examples((), -1)
    assert panel.view.image.isNull()


def test_what_can_be_added(qtbot: QtBot) -> None:
    adding = Adding()
    qtbot.addWidget(adding)
    adding.show()
    said: list[Any] = []
    adding.picture_wanted.connect(lambda way: said.append(("picture", way)))
    adding.paste_wanted.connect(lambda way: said.append(("paste", way)))
    adding.words_entered.connect(lambda words, way: said.append((words, way)))
    line = adding.findChild(WordsLine)
    for button in adding.findChildren(QToolButton):
        picture, paste, words = button.menu().actions()
        picture.trigger()
        paste.trigger()
        words.trigger()
        assert line.isVisible()
        qtbot.keyClicks(line, "at night")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert not line.isVisible()
    assert said == [(what, way) for way in (Way.LIKE, Way.UNLIKE) for what in ("picture", "paste", "at night")]
    words.trigger()
    qtbot.keyClicks(line, "no")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert len(said) == 6


def test_nothing_can_be_added_to_no_query(qtbot: QtBot) -> None:
    panel = QueryPanel(Metric.COSINE, 200)
    qtbot.addWidget(panel)
    panel.show_query(None)
    assert not panel.adding.isVisibleTo(panel)
    panel.show_query(Query((FILE,), "classic"))
    assert panel.adding.isVisibleTo(panel)


def test_keys_do_what_the_buttons_do(qtbot: QtBot, examples: ExampleList) -> None:
    said: list[tuple[str, int]] = []
    examples.chosen.connect(lambda place: said.append(("chosen", place)))
    examples.turned.connect(lambda place: said.append(("turned", place)))
    examples.removed.connect(lambda place: said.append(("removed", place)))
    first, second, third = (row.button for row in rows(examples))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Plus)
    assert said == [("chosen", 1)], "it is looked for already"
    qtbot.keyClick(second, Qt.Key.Key_Minus)
    qtbot.keyClick(third, Qt.Key.Key_Minus)
    qtbot.keyClick(third, Qt.Key.Key_Plus)
    qtbot.keyClick(third, Qt.Key.Key_Space)
    qtbot.keyClick(third, Qt.Key.Key_Delete)
    assert said == [("chosen", 1), ("turned", 1), ("turned", 2), ("turned", 2), ("removed", 2)]


def test_the_keyboard_goes_along_with_an_example_that_is_turned(
    qtbot: QtBot, examples: ExampleList, shown: tuple[ShownExample, ...]
) -> None:
    def turn(place: int) -> None:
        moved = ShownExample(shown[place].example, False, None)
        examples.show_examples((*(one for one in shown if one is not shown[place]), moved), 2)

    examples.turned.connect(turn)
    button = rows(examples)[0].button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert rows(examples)[2].button.hasFocus()


def test_sides_are_swapped_where_there_are_two(examples: ExampleList, shown: tuple[ShownExample, ...]) -> None:
    assert examples.swap.isVisible()
    examples.show_examples(shown[:2], 0)
    assert not examples.swap.isVisible()
