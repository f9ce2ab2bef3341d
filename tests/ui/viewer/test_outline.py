"""Where the query lies in a match that was verified is outlined, and may be hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.records import SearchResult
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.viewer.viewer import Viewer

CORNERS = ((0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75))


@pytest.fixture
def outlined(viewer: Viewer, results: ResultsView, result_of: Callable[..., SearchResult], viewing: Any) -> Viewer:
    """At the first of ten matches, the only one that was verified."""
    result = result_of(10)
    results.show_result(replace(result, verified={result.matches[0].image.id: Verified(37, CORNERS)}, reordered=1))
    results.setCurrentIndex(results.results.index(0))
    viewer.look()
    viewing.bring(viewing.wished[0])
    return viewer


def colours_on_the_line(viewer: Viewer) -> set[int]:
    """What stands in the middle of the left side of the outline."""
    canvas = viewer.pane.canvas
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    place, ratio = canvas.place, canvas.devicePixelRatioF()
    x, y = round((place.x + 0.25 * place.width) / ratio), round((place.y + 0.5 * place.height) / ratio)
    return {image.pixel(near, y) for near in range(x - 3, x + 4)}


def test_it_is_drawn_until_it_is_hidden(outlined: Viewer, press: Callable[..., None]) -> None:
    viewer = outlined
    plain = 0xFF336699
    assert viewer.bar.points.text() == "37 points agree"
    assert viewer.bar.outline.isVisible()
    assert colours_on_the_line(viewer) != {plain}
    press(Qt.Key.Key_G)
    assert not viewer.bar.outline.isChecked()
    assert colours_on_the_line(viewer) == {plain}
    viewer.bar.outline.click()
    assert colours_on_the_line(viewer) != {plain}


def test_it_stays_hidden_from_match_to_match(outlined: Viewer, press: Callable[..., None]) -> None:
    viewer = outlined
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_Right)
    assert viewer.pane.canvas.outline == ()
    press(Qt.Key.Key_Left)
    assert not viewer.bar.outline.isChecked()
    assert viewer.pane.canvas.outline == ()
    press(Qt.Key.Key_G)
    assert viewer.pane.canvas.outline == CORNERS


def test_a_match_that_was_not_verified_has_none(outlined: Viewer, press: Callable[..., None]) -> None:
    viewer = outlined
    press(Qt.Key.Key_Right)
    assert viewer.pane.canvas.outline == ()
    assert viewer.bar.points.text() == ""
    assert not viewer.bar.outline.isVisible()
    press(Qt.Key.Key_G)
    assert viewer.bar.outline.isChecked(), "there is nothing to hide"


def test_beside_the_query_the_match_keeps_it(qtbot: QtBot, outlined: Viewer, press: Callable[..., None]) -> None:
    viewer = outlined
    press(Qt.Key.Key_C)
    assert viewer.pane.canvas.outline == CORNERS
    assert viewer.other.canvas.outline == ()
