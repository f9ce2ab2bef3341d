"""Where in the match that is looked at the query is found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.records import SearchResult
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.viewer.locating import Locating
from imsearch_gui.ui.viewer.viewer import Viewer

LEFT = Likeness(np.array([[1.0, 1.0, 0.0, 0.0]], np.float32))
"""The left half."""


class Search(QObject):
    answered = Signal(object)

    class Localising(QObject):
        found = Signal(object, object)
        failed = Signal(str)

        def forget(self) -> None:
            """Nothing comes by itself here."""

    def __init__(self) -> None:
        super().__init__()
        self.localising = self.Localising(self)
        self.localises = True
        self.asked: list[Any] = []

    def localise(self, image: Any) -> None:
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


def test_another_answer_is_another_question(
    looking: Viewer, search: Search, result_of: Callable[..., SearchResult]
) -> None:
    viewer = looking
    viewer.bar.where.click()
    search.localising.found.emit(here(viewer), LEFT)
    search.answered.emit(result_of(10))
    assert viewer.pane.canvas.shade.isNull()
    search.localises = False
    search.answered.emit(result_of(10))
    assert not viewer.bar.where.isVisible()


def test_where_it_cannot_be_found_out_there_is_no_button(
    looking: Viewer, search: Search, result_of: Callable[..., SearchResult], press: Callable[..., None]
) -> None:
    search.localises = False
    search.answered.emit(result_of(10))
    press(Qt.Key.Key_W)
    assert search.asked == []


def test_what_goes_wrong_is_said_once(looking: Viewer, search: Search, messages: MessageBar) -> None:
    viewer = looking
    viewer.bar.where.click()
    search.localising.failed.emit("b.png: empty file")
    assert messages.text == "b.png: empty file"
    assert not viewer.bar.where.isChecked()
