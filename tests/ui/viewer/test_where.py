"""Where in the match that is looked at the query is found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, Query, SearchResult
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.viewer.locating import Locating
from imsearch_gui.ui.viewer.viewer import Viewer

LEFT = Likeness(np.array([[1.0, 1.0, 0.0, 0.0]], np.float32))
"""The left half."""


class Search(QObject):
    answered = Signal(object)
    failed = Signal(str)

    class Localising(QObject):
        found = Signal(object, object)
        failed = Signal(str)

        def forget(self) -> None:
            """Nothing comes by itself here."""

    def __init__(self) -> None:
        super().__init__()
        self.localising = self.Localising(self)
        self.able = True
        self.asked: list[Any] = []

    def localises(self, _: Query) -> bool:
        return self.able

    def localise(self, _: Query, image: Any) -> None:
        self.asked.append(image.id)


@pytest.fixture
def search(qtbot: QtBot) -> Search:
    return Search()


@pytest.fixture
def messages(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def looking(
    viewer: Viewer,
    viewing: Any,
    results: ResultsView,
    search: Search,
    messages: MessageBar,
    result_of: Callable[..., SearchResult],
) -> Iterator[Viewer]:
    """At the fourth of ten matches."""
    Locating(viewer, search, messages)  # type: ignore[arg-type]
    search.answered.emit(result_of(10))
    viewer.look()
    viewing.bring(viewing.wished[0])
    yield viewer


def brightness(viewer: Viewer, across: float) -> int:
    """In the middle of the height, at this share of the picture's width."""
    canvas = viewer.pane.canvas
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    place, ratio = canvas.place, canvas.devicePixelRatioF()
    x, y = (place.x + across * place.width) / ratio, (place.y + 0.5 * place.height) / ratio
    return QColor(image.pixel(round(x), round(y))).lightness()


def here(viewer: Viewer) -> Any:
    assert viewer.match is not None
    return viewer.match.image


def test_what_is_less_like_it_is_darker(looking: Viewer, search: Search, press: Callable[..., None]) -> None:
    viewer = looking
    plain = brightness(viewer, 0.3)
    assert search.asked == []
    press(Qt.Key.Key_W)
    assert search.asked == [here(viewer).id]
    assert brightness(viewer, 0.3) == plain, "it is not known yet"
    search.localising.found.emit(here(viewer), LEFT)
    left, middle, right = (brightness(viewer, across) for across in (0.3, 0.5, 0.7))
    assert left == plain
    assert right < plain // 2
    assert right < middle < left, "without a step"
    press(Qt.Key.Key_W)
    assert brightness(viewer, 0.7) == plain


def test_it_stays_wanted_from_match_to_match(looking: Viewer, search: Search, press: Callable[..., None]) -> None:
    viewer = looking
    viewer.bar.where.click()
    first = here(viewer)
    press(Qt.Key.Key_Right)
    second = here(viewer)
    assert search.asked == [first.id, second.id]
    search.localising.found.emit(first, LEFT)
    assert viewer.pane.canvas.shade.isNull(), "that was of another match"
    search.localising.found.emit(second, LEFT)
    assert not viewer.pane.canvas.shade.isNull()
    viewer.leave()
    assert viewer.pane.canvas.shade.isNull()
    viewer.look()
    assert search.asked == [first.id, second.id, second.id]


def test_the_same_answer_again_leaves_it_as_it_is(
    looking: Viewer, search: Search, result_of: Callable[..., SearchResult]
) -> None:
    """A library that grows asks the same again and again."""
    viewer, result = looking, result_of(10)
    viewer.bar.where.click()
    search.localising.found.emit(here(viewer), LEFT)
    search.answered.emit(result)
    search.answered.emit(replace(result, query=replace(result.query, metric=Metric.L1)))
    assert not viewer.pane.canvas.shade.isNull()
    assert len(search.asked) == 1
    # Another query is found again elsewhere.
    search.answered.emit(replace(result, query=replace(result.query, like=(FileExample(Path("other.png")),))))
    assert viewer.pane.canvas.shade.isNull()
    assert search.asked == [here(viewer).id] * 2
    search.able = False
    search.answered.emit(result)
    assert not viewer.bar.where.isVisible()
    assert viewer.pane.canvas.shade.isNull()


def test_what_a_query_took_the_place_of_is_asked_again_where_that_fails(looking: Viewer, search: Search) -> None:
    looking.bar.where.click()
    search.failed.emit("It is no picture.")
    assert search.asked == [here(looking).id] * 2
    search.localising.found.emit(here(looking), LEFT)
    search.failed.emit("It is no picture.")
    assert len(search.asked) == 2, "it is there"


def test_a_match_that_is_like_it_all_over_says_so(looking: Viewer, search: Search, messages: MessageBar) -> None:
    looking.bar.where.click()
    search.localising.found.emit(here(looking), Likeness(np.ones((2, 2), np.float32)))
    assert "nothing in it stands out" in messages.text


def test_where_it_cannot_be_found_out_there_is_no_button(
    looking: Viewer, search: Search, result_of: Callable[..., SearchResult], press: Callable[..., None]
) -> None:
    search.able = False
    search.answered.emit(result_of(10))
    press(Qt.Key.Key_W)
    assert search.asked == []


def test_what_goes_wrong_is_said_once(looking: Viewer, search: Search, messages: MessageBar) -> None:
    viewer = looking
    viewer.bar.where.click()
    search.localising.failed.emit("b.png: empty file")
    assert messages.text == "b.png: empty file"
    assert not viewer.bar.where.isChecked()
