"""The numbers behind the charts of a page."""

from __future__ import annotations

import math

import numpy as np
import pytest

from imsearch_gui.domain.evaluation import Way
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import Refinement
from imsearch_gui.searching.evaluation import charts


def test_models_have_colours_and_metrics_dashes() -> None:
    ways = [Way(f"model {number}", metric) for number in range(charts.COLOURS + 1) for metric in Metric]
    looks = charts.looks(ways)
    assert len(set(looks.values())) == len(ways)
    assert {looks[way].dash for way in ways} == set(Metric)
    first, ninth = looks[ways[0]], looks[ways[-1]]
    assert first.colour == ninth.colour
    assert first.width < ninth.width


def test_refinements_look_alike_since_they_have_charts_of_their_own() -> None:
    plain, other = Way("a", Metric.L1), Way("a", Metric.L1, Refinement(geometry=True))
    looks = charts.looks([plain, other])
    assert looks[plain] == looks[other]


def test_a_curve_goes_from_recall_0_to_1_and_precision_upwards() -> None:
    curve = np.linspace(1.0, 0.5, 101)
    points = [tuple(map(float, point.split(","))) for point in charts.curve_path(curve).removeprefix("M").split()]
    assert (points[0], points[-1]) == ((0, 0), (100, 50))
    assert len(points) == 101
    assert charts.curve_path(np.full(101, math.nan)) == ""


def test_a_bar_needs_numbers() -> None:
    assert charts.bar(0.5, (0.25, 0.625)) == charts.Bar(50, 25, 62.5)
    assert charts.bar(math.nan, (math.nan, math.nan)) is None


def test_a_small_map_shows_all_classes_and_what_is_not_nothing() -> None:
    shares = np.array([[0.75, 0.25, 0.0], [0.0, 1.0, 0.0], [0.5, 0.0, 0.5]])
    heat = charts.heat(("a", "b", "c"), shares)
    step = heat.step
    assert heat.numbers
    assert heat.side == 3 * step
    assert [(cell.row, cell.column, cell.share, cell.right) for cell in heat.cells] == [
        ("a", "a", 0.75, True),
        ("a", "b", 0.25, False),
        ("b", "b", 1.0, True),
        ("c", "a", 0.5, False),
        ("c", "c", 0.5, True),
    ]
    assert [(cell.x, cell.y) for cell in heat.cells[:2]] == [(0, 0), (step, 0)]
    assert (heat.cells[3].x, heat.cells[3].y) == (0, 2 * step)
    assert heat.cells[1].strength < heat.cells[0].strength < heat.cells[2].strength == 1


@pytest.mark.parametrize("classes", [60, 100])
def test_a_large_map_can_be_read(classes: int) -> None:
    heat = charts.heat([f"a class with a long name {number}" for number in range(classes)], np.eye(classes))
    assert len(heat.classes) == classes
    assert heat.letters >= 9
    assert heat.step >= heat.letters
    assert all(len(short) <= charts.LETTERS for short, _ in heat.classes)
    assert not heat.numbers


def test_of_too_many_classes_those_stay_that_were_confused() -> None:
    shares = np.eye(250)
    shares[200, 200], shares[200, 240] = 0.5, 0.5
    heat = charts.heat([f"{number:03}" for number in range(250)], shares)
    names = [name for _, name in heat.classes]
    assert len(names) == charts.MOST_CLASSES
    assert {"200", "240"} <= set(names)
    assert names == sorted(names)
    assert [(cell.row, cell.column) for cell in heat.cells if not cell.right] == [("200", "240")]
