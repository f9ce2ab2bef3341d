"""A match beside the query, or beside another match."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import ShownExample
from imsearch_gui.domain.records import FileExample, TextExample
from imsearch_gui.domain.region import Region
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.viewer import geometry
from imsearch_gui.ui.viewer.viewer import Viewer

Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_the_query_is_left_with_its_region(
    examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer, press: Callable[..., None], viewing: Any
) -> None:
    region = Region(10, 20, 300, 200)
    viewer.show_examples(examples(FileExample(Path("/query 99.jpg"), region)), 0)
    viewer.look()
    assert viewer.other.isHidden()
    press(Key.Key_C)
    assert viewer.other.isVisible()
    assert viewer.other.x() < viewer.pane.x() or viewer.panes.sides == (viewer.other, viewer.pane)
    assert viewer.other.canvas.region == region
    assert viewer.other.caption.text() == "Query: query 99.jpg"
    assert viewing.names[:2] == ["3", "99"]
    assert viewing.wished[1].example == FileExample(Path("/query 99.jpg")), "the whole picture, not its region"
    press(Key.Key_X)
    assert viewer.panes.sides == (viewer.pane, viewer.other)
    press(Key.Key_C)
    assert viewer.other.isHidden()


def test_both_are_zoomed_together_until_they_are_let_loose(
    examples: Callable[..., tuple[ShownExample, ...]],
    qtbot: QtBot,
    viewer: Viewer,
    press: Callable[..., None],
    viewing: Any,
) -> None:
    viewer.show_examples(examples(FileExample(Path("/query.jpg"))), 0)
    viewer.look(comparing=True)
    qtbot.waitUntil(lambda: abs(viewer.other.width() - viewer.pane.width()) <= 1 and viewer.other.width() > 300)
    viewer.pane.canvas.zoom_to(4.0)
    viewer.pane.canvas.pan(100, 50)
    one, other = viewer.pane.canvas, viewer.other.canvas
    # 640 x 480 and 1280 x 960 of the same picture: half the scale shows the same.
    assert other.scale == pytest.approx(one.scale / 2, rel=0.01)
    assert (other.view.x, other.view.y) == pytest.approx((one.view.x, one.view.y), abs=0.01)
    other.pan(-60, 10)
    assert (other.view.x, other.view.y) == pytest.approx((one.view.x, one.view.y), abs=0.01)
    press(Key.Key_L)
    assert not viewer.bar.lock.isChecked()
    kept = other.view
    one.zoom_by(1)
    assert other.view == kept
    press(Key.Key_L)
    assert other.scale == pytest.approx(one.scale / 2, rel=0.01)


def test_walking_on_shows_the_same_place_of_the_next(
    examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer, press: Callable[..., None], viewing: Any
) -> None:
    viewer.show_examples(examples(FileExample(Path("/query.jpg"))), 0)
    viewer.look(comparing=True)
    viewer.pane.canvas.zoom_to(4.0)
    press(Key.Key_Right)
    assert viewer.match is not None and viewer.match.image.id == 1004
    assert viewer.pane.canvas.scale == pytest.approx(4.0, rel=0.02)
    press(Key.Key_L)
    press(Key.Key_Right)
    assert viewer.pane.canvas.view == geometry.FITTED


def test_several_examples_take_turns(
    examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer, press: Callable[..., None]
) -> None:
    every = examples(FileExample(Path("/a.jpg")), TextExample("a boat"), FileExample(Path("/b.jpg")))
    viewer.show_examples(every, 2)
    viewer.look(comparing=True)
    assert viewer.other.caption.text() == "Query: b.jpg"
    assert viewer.bar.example.text() == "Example 2 of 2"
    press(Key.Key_E)
    assert viewer.other.caption.text() == "Query: a.jpg"
    viewer.bar.example.click()
    assert viewer.other.caption.text() == "Query: b.jpg"
    viewer.show_examples(every, 0)
    assert viewer.other.caption.text() == "Query: a.jpg"


def test_words_cannot_be_compared_with_and_that_is_said(
    examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer
) -> None:
    viewer.show_examples(examples(TextExample("a boat")), 0)
    viewer.look(comparing=True)
    assert "made of words" in viewer.other.canvas.said
    assert viewer.bar.example.isHidden()


def test_a_query_that_is_being_read(examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer) -> None:
    one = FileExample(Path("/a.jpg"))
    viewer.show_examples((ShownExample(one, True, None),), 0)
    viewer.look(comparing=True)
    assert "being read" in viewer.other.canvas.said
    viewer.show_examples(examples(one), 0)
    assert viewer.other.canvas.said == ""


def test_two_selected_matches_are_compared_with_each_other(
    examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer, results: ResultsView, press: Callable[..., None]
) -> None:
    viewer.show_examples(examples(FileExample(Path("/query.jpg"))), 0)
    selection, flag = results.selectionModel(), QItemSelectionModel.SelectionFlag
    for row in (5, 7, 8):
        selection.select(results.results.index(row), flag.Select | flag.Rows)
    selection.select(results.results.index(3), flag.Deselect | flag.Rows)
    viewer.look(comparing=True)
    assert viewer.other.caption.text() == "Match: picture 5.jpg"
    assert viewer.match is not None and viewer.match.image.path.name == "picture 7.jpg"
    press(Key.Key_Right)
    assert viewer.match.image.path.name == "picture 8.jpg"
    assert viewer.other.caption.text() == "Match: picture 5.jpg"
    press(Key.Key_C)
    press(Key.Key_C)
    assert viewer.other.caption.text() == "Query: query.jpg"


def test_what_is_not_wanted_is_called_so(examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer) -> None:
    viewer.show_examples(examples(FileExample(Path("/a.jpg"))) + examples(FileExample(Path("/b.jpg")), like=False), 1)
    viewer.look(comparing=True)
    assert viewer.other.caption.text() == "Less like: b.jpg"
    viewer.next_example()
    assert viewer.other.caption.text() == "Query: a.jpg"
