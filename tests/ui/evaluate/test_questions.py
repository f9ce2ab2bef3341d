"""The worst questions of a way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.evaluation import EvaluationReport
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.ui.evaluate.page import EvaluatePage
from imsearch_gui.ui.evaluate.questions_model import facts, rows_of, spoken
from imsearch_gui.ui.evaluate.questions_painting import WORDS
from imsearch_gui.ui.evaluate.results import QUESTIONS
from imsearch_gui.ui.theme import colour, heading_font

Reports = Callable[..., EvaluationReport]
Shown = Callable[..., EvaluatePage]
Picture = Callable[..., QImage]


def test_the_worst_come_first_and_what_could_not_be_asked_before_them(report_of: Reports) -> None:
    rows = rows_of(report_of(unreadable=(4,), lonely=True), 11, 0)
    assert rows[0].place == 4
    assert facts(rows[0]) == ["truncated JPEG file"]
    values = [row.precision for row in rows[1:]]
    assert values == sorted(values)
    # The last question has nothing right, so there is nothing to do wrong.
    assert len(rows) == 19


def test_a_row_says_how_it_went(report_of: Reports) -> None:
    report = report_of(absent=2)
    row = next(row for row in rows_of(report, 0, 0) if row.place == 0)
    assert facts(row)[-1] == "5 right images, 2 of them not in the library"
    first = next(one for one in row.came if one.right)
    assert facts(row)[1] == f"First right one at rank {first.rank}"
    said = spoken(row)
    assert said.startswith("0.png; apples; AP ")
    assert f"{first.rank}: right, {first.path.name}" in said


def test_the_rank_that_is_said_is_the_one_beside_the_picture(report_of: Reports) -> None:
    """With junk before it, another rank is what counts; under another protocol only that one is known."""
    report = report_of(junk=2, noise=0.5, each=5, protocols=("easy", "hard"), models=("bad",), metrics=(Metric.L1,))
    counted = report.ways[0].protocols[0].columns["first"]
    rows = [row for row in rows_of(report, 0, 0) if row.first is not None and row.first != counted[row.place]]
    assert rows
    for row in rows:
        assert facts(row)[1] == f"First right one at rank {row.first}"
        assert next(one.rank for one in (*row.came, *row.missed) if one.right) == row.first
    for row in rows_of(report, 0, 1):
        rank = report.ways[0].protocols[1].columns["first"][row.place]
        assert facts(row)[1] == f"First right one at rank {rank:.0f} (junk left out)"


def test_small_pictures_are_asked_for_what_is_seen(qtbot: QtBot, shown: Shown, thumbnails: Any) -> None:
    page = shown(each=20)
    page.results.tabs.setCurrentIndex(QUESTIONS)
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    view = page.results.questions.view
    asked = {image_id for image_id, _, _ in thumbnails.requests}
    first, last = view.questions.row_at(0), view.questions.row_at(99)
    assert {image_id for image_id, _ in first.pictures} <= asked == thumbnails.retained
    assert last.picture not in asked or last.picture in {one.image_id for one in first.came}
    thumbnails.requests.clear()
    view.scrollToBottom()
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    assert last.picture in thumbnails.retained


def test_a_question_that_the_library_has_not_has_a_number_of_its_own(shown: Shown) -> None:
    from dataclasses import replace

    page = shown()
    row = page.results.questions.view.questions.row_at(0)
    stranger = replace(row, question=replace(row.question, image_id=None))
    assert stranger.picture < 0
    assert stranger.pictures[0] == (stranger.picture, row.question.example.path)


@pytest.mark.usefixtures("theme")
def test_borders_say_what_is_right_and_the_region_is_drawn(
    qtbot: QtBot, shown: Shown, thumbnails: Any, picture: Picture
) -> None:
    page = shown(regions=True)
    page.results.table.selectRow(11)
    page.results.tabs.setCurrentIndex(QUESTIONS)
    view = page.results.questions.view
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    image = view.grab().toImage()
    assert colour("accent").name() not in colours_of(image, view)
    for image_id, _, _ in thumbnails.requests:
        thumbnails.ready.emit(image_id, picture(80, 60, "#777777"))
    seen = colours_of(view.grab().toImage(), view)
    assert {colour("right").name(), colour("wrong").name(), colour("accent").name()} <= seen


def colours_of(image: QImage, view: Any) -> set[str]:
    height = min(image.height(), view.painting.height * 2)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(height)}


def test_a_picture_that_cannot_be_read_asks_no_more(qtbot: QtBot, shown: Shown, thumbnails: Any) -> None:
    page = shown()
    page.results.tabs.setCurrentIndex(QUESTIONS)
    qtbot.waitUntil(lambda: bool(thumbnails.requests))
    image_id = thumbnails.requests[0][0]
    thumbnails.failed.emit(image_id, "the file is empty")
    thumbnails.requests.clear()
    page.results.questions.view._ask_for_thumbnails()
    assert image_id not in {asked for asked, _, _ in thumbnails.requests}


def test_pointing_says_what_a_picture_is(shown: Shown) -> None:
    page = shown()
    page.results.tabs.setCurrentIndex(QUESTIONS)
    view = page.results.questions.view
    row, rect = view.questions.row_at(0), view.visualRect(view.questions.index(0))
    places = view.painting.places(rect, row)
    box, came = places.came[0], row.came[0]
    from PySide6.QtCore import QPoint

    said = view.painting.words_at(rect, row, QPoint(round(box.x + 5), round(box.y + 5)))
    assert str(came.path) in said
    assert said.startswith("1: ")
    question = view.painting.words_at(rect, row, QPoint(round(places.question.x + 5), round(places.question.y + 5)))
    assert str(row.question.example.path) in question
    assert view.painting.words_at(rect, row, QPoint(rect.right() - 1, rect.bottom() - 1)) == ""


def test_what_should_have_come_stands_in_one_column(shown: Shown) -> None:
    page = shown(noise=0.5, shown=4, each=6, models=("bad",), metrics=(Metric.L1,))
    page.results.tabs.setCurrentIndex(QUESTIONS)
    view = page.results.questions.view
    rows = [view.questions.row_at(place) for place in range(view.questions.rowCount())]
    assert len({len(row.missed) for row in rows}) > 1
    assert len({view.painting.places(QRect(0, 0, 900, 120), row).missed_words.x for row in rows}) == 1


def test_a_long_name_takes_the_free_width(shown: Shown) -> None:
    page = shown(names=("a folder with a long name/and a picture.jpg",), shown=2)
    page.results.tabs.setCurrentIndex(QUESTIONS)
    view = page.results.questions.view
    row = view.questions.row_at(0)
    widths = [view.painting.places(QRect(0, 0, width, 120), row).words.width for width in (300, 1600)]
    needed = QFontMetrics(heading_font()).horizontalAdvance("a folder with a long name/and a picture.jpg")
    assert widths[0] == WORDS < needed <= widths[1]


def test_enter_and_the_button_ask_for_the_question(qtbot: QtBot, shown: Shown) -> None:
    page = shown()
    page.results.tabs.setCurrentIndex(QUESTIONS)
    pane = page.results.questions
    asked: list[Any] = []
    pane.asked.connect(asked.append)
    page.asked.disconnect()
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    qtbot.mouseClick(pane.search, Qt.MouseButton.LeftButton)
    assert asked == [pane.view.questions.row_at(1)] * 2


def test_of_classes_that_were_never_mistaken_nothing_is_shown(shown: Shown) -> None:
    page = shown()
    page.results.tabs.setCurrentIndex(QUESTIONS)
    page.results.questions.show_pair(("apples", "no such class"))
    assert page.results.questions.nothing.isVisible()
    assert not page.results.questions.search.isEnabled()
    assert page.results.questions.line.text() == "0 questions of “apples” whose best match is of “no such class”"


def test_names_from_strangers_are_taken_letter_by_letter(shown: Shown) -> None:
    page = shown(names=("<b>bold</b>.png",), classes=("<i>one</i>", "two"), each=3, folder=Path("/pictures"))
    page.results.tabs.setCurrentIndex(QUESTIONS)
    page.results.questions.show_pair(("<i>one</i>", "two"))
    assert page.results.questions.line.textFormat() is Qt.TextFormat.PlainText
