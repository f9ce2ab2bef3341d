"""Pictures that are there at once or never, as the test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import QueryPicture, ShownExample
from imsearch_gui.bridge.viewing import Sight, Viewing, Wish
from imsearch_gui.domain.records import Example, FileExample, SearchResult, TextExample
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.viewer.viewer import Viewer


class SilentViewing(Viewing):
    """Writes down what is wished for, and reads it only when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.wished: list[Wish] = []

    def wish(self, wishes: Sequence[Wish]) -> None:
        self.wished = list(wishes)

    def bring(self, wish: Wish, width: int = 640, height: int = 480) -> None:
        """Answer a wish for a picture of that size."""
        share = 1.0 if wish.side is None else min(1.0, wish.side / max(width, height))
        image = QImage(max(1, round(width * share)), max(1, round(height * share)), QImage.Format.Format_RGB32)
        image.fill(0xFF336699)
        sight = Sight(image, width, height)
        self._kept[wish] = sight
        self.ready.emit(wish, sight)

    def refuse(self, wish: Wish, reason: str) -> None:
        self._problems[wish] = reason
        self.failed.emit(wish, reason)

    @property
    def names(self) -> list[str]:
        """Of the files that are wished for; those in full are marked."""
        return [
            f"{wish.example.path.stem.split()[-1]}{'' if wish.side else ' full'}"
            for wish in self.wished
            if isinstance(wish.example, FileExample)
        ]


@pytest.fixture
def viewing(qtbot: QtBot) -> SilentViewing:
    return SilentViewing()


@pytest.fixture
def results(qtbot: QtBot, thumbnails: Any, result_of: Callable[..., SearchResult]) -> ResultsView:
    view = ResultsView(thumbnails, 160)
    view.show_result(result_of(10))
    return view


@pytest.fixture
def viewer(qtbot: QtBot, results: ResultsView, viewing: SilentViewing) -> Iterator[Viewer]:
    """Closed, over a grid of ten matches of 640 x 480 pixels, in a window of 1000 x 700."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    results.setParent(window)
    results.resize(1000, 700)
    viewer = Viewer(results, viewing, window)
    viewer.resize(1000, 700)
    window.show()
    window.activateWindow()
    results.setFocus()
    results.setCurrentIndex(results.results.index(3))
    # The window lives as long as this does.
    yield viewer


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """press(key, modifiers=none): to whatever has the keyboard."""

    def key(name: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, name, modifiers)

    return key


@pytest.fixture
def examples() -> Callable[..., tuple[ShownExample, ...]]:
    """examples(*examples, like=True): of a query, as its panel shows them; pictures are of 1280 x 960."""

    def make(*every: Example, like: bool = True) -> tuple[ShownExample, ...]:
        image = QImage(128, 96, QImage.Format.Format_RGB32)
        image.fill(0xFF808080)
        return tuple(
            ShownExample(one, like, None if isinstance(one, TextExample) else QueryPicture(one, image, 1280, 960))
            for one in every
        )

    return make
