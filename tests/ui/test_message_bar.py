"""The quiet bar: nothing that is said hides what was said before, and nothing goes before it can be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import reasons
from imsearch_gui.ui import message_bar
from imsearch_gui.ui.message_bar import MOST, MessageBar
from imsearch_gui.ui.message_row import MessageRow


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(800, 400)
    QLineEdit(holder).setFocus()
    bar = MessageBar(holder)
    bar.setGeometry(0, 150, 800, 200)  # not where the mouse is
    holder.show()
    yield bar


def button(row: QWidget, name: str) -> QAbstractButton:
    return next(
        button for button in row.findChildren(QAbstractButton) if name in (button.accessibleName(), button.text())
    )


def seen(bar: MessageBar) -> list[str]:
    return [row.sentence for row in bar.rows if row.isVisible()]


def test_a_problem_stays_until_it_is_closed(bar: MessageBar) -> None:
    assert bar.isHidden()
    bar.say("a.jpg: the file is empty.", problem=True, topic="search")
    assert bar.isVisible()
    assert bar.text == "a.jpg: the file is empty."
    bar.mended("library")
    assert bar.isVisible()
    button(bar, "Close this message").click()
    assert bar.isHidden()
    assert bar.text == ""


def test_what_works_again_is_no_problem_any_more(bar: MessageBar) -> None:
    bar.say("a.jpg: the file is empty.", problem=True, topic="search")
    bar.say("The disk is full.", problem=True)
    bar.mended("search")
    assert seen(bar) == ["The disk is full."]


def test_several_stand_below_each_other_and_more_of_them_wait(bar: MessageBar) -> None:
    for number in range(MOST + 2):
        bar.say(f"Problem {number}.", problem=True)
    assert seen(bar) == [f"Problem {number}." for number in range(MOST)]
    assert bar._more.text() == "2 messages waiting"
    button(bar.rows[0], "Close this message").click()
    assert seen(bar) == [f"Problem {number}." for number in range(1, MOST + 1)]
    assert bar._more.text() == "1 message waiting"


def test_what_is_said_again_is_counted(bar: MessageBar) -> None:
    for _ in range(3):
        bar.say("a.jpg: the file is empty.", problem=True)
    (row,) = bar.rows
    assert row.times == 3
    assert row._count.text() == "× 3"
    assert row._count.isVisible()


def test_a_remark_goes_by_itself_and_a_problem_does_not(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("Searching with CLIP.", seconds=0.05)
    bar.say("The disk is full.", problem=True)
    qtbot.waitUntil(lambda: seen(bar) == ["The disk is full."])


def test_a_remark_that_waits_has_its_full_time_once_it_is_seen(bar: MessageBar) -> None:
    for number in range(MOST):
        bar.say(f"Problem {number}.", problem=True)
    bar.say("A remark.")
    assert not bar.rows[-1]._time.isActive()
    bar.clear()
    bar.say("A remark.")
    assert bar.rows[-1]._time.isActive()


def test_a_remark_stays_while_the_keyboard_is_at_it(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("Searching with CLIP.", seconds=0.05)
    row = bar.rows[0]
    assert bar.focus_first()
    with qtbot.waitSignal(row._time.timeout):
        pass
    assert seen(bar) == ["Searching with CLIP."]
    qtbot.keyClick(button(row, "Close this message"), Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_an_action_is_done_once_and_comes_before_what_waits(bar: MessageBar) -> None:
    done: list[str] = []
    for number in range(MOST):
        bar.say(f"Problem {number}.", problem=True)
    bar.say("3 pictures moved to the bin.", action=("Undo", lambda: done.append("undo")), seconds=30)
    assert bar.text == seen(bar)[0] == "3 pictures moved to the bin."
    undo = button(bar.rows[0], "Undo")
    undo.click()
    undo.click()
    assert done == ["undo"]
    assert "3 pictures moved to the bin." not in seen(bar)


def test_two_actions_with_the_same_words_are_two(bar: MessageBar) -> None:
    done: list[int] = []
    for number in range(2):
        bar.say("1 picture moved to the bin.", action=("Undo", lambda number=number: done.append(number)))
    assert len(bar.rows) == 2
    button(bar.rows[1], "Undo").click()
    assert done == [1]


def test_closing_with_the_keyboard_goes_on_to_the_next(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("One.", problem=True)
    bar.say("Two.", problem=True)
    bar.focus_first()
    qtbot.keyClick(button(bar.rows[0], "Close this message"), Qt.Key.Key_Return)
    qtbot.keyClick(button(bar.rows[0], "Close this message"), Qt.Key.Key_Escape)
    assert button(bar.rows[0], "Close this message").hasFocus()
    assert seen(bar) == ["Two."]


def test_details_unfold_on_request(bar: MessageBar, qtbot: QtBot) -> None:
    try:
        raise ValueError("three is no colour")
    except ValueError as error:
        reasons.keep_reason("Something went wrong.", error)
    bar.say("Something went wrong.", problem=True)
    row = bar.rows[0]
    details = button(row, "Details")
    assert details.isVisible()
    assert not row.findChildren(QPlainTextEdit)
    details.click()
    text = row.findChild(QPlainTextEdit)
    assert text.isVisible()
    assert "ValueError: three is no colour" in text.toPlainText()
    assert "test_message_bar.py, line" in text.toPlainText()
    with qtbot.waitSignal(bar.log_wanted):
        button(row, "Open the &log").click()
    button(row, "Copy the message and its details").click()
    assert "Something went wrong.\n\nValueError" in QGuiApplication.clipboard().text()
    details.click()
    assert not text.isVisible()


def test_where_nothing_more_is_known_there_are_no_details(bar: MessageBar) -> None:
    bar.say("There is nothing to search in yet.", problem=True)
    assert not button(bar.rows[0], "Details").isVisible()


def test_messages_are_announced(bar: MessageBar, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []
    monkeypatch.setattr(
        message_bar.QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.message(), event.politeness())),
    )
    bar.say("Searching with CLIP.")
    bar.say("The disk is full.", problem=True)
    polite, assertive = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive
    assert told == [("Searching with CLIP.", polite), ("The disk is full.", assertive)]


def test_rows_are_gone_when_they_are_closed(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("One.")
    bar.clear()
    qtbot.waitUntil(lambda: not bar.findChildren(MessageRow))
