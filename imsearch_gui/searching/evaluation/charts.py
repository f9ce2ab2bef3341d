"""The charts of the page of an evaluation, as the numbers that its template puts into SVG. Pure.

Curves and bars are drawn in a square of 100 by 100 that the page stretches, so that only lines and no letters are in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from imsearch_gui.domain.evaluation import Numbers, Way

COLOURS = 8
"""The style sheet has so many; lines of further models are thicker ones in the same colours."""
THIN = 1.6
"""Width of a line, in pixels."""
THICKER = 1.4
MOST_CLASSES = 100
"""Of a heat map: with more of them no name can be read."""
WIDE = 900
"""Pixels of the cells of a heat map, about: what a laptop shows beside the names."""
SMALLEST, LARGEST = 12, 34
"""Side of a cell in pixels: letters of nine pixels fit the one, a share in two digits the other."""
LETTERS = 24
"""Of a class's name beside the map; it is whole in its title."""
_LETTER = 0.62
"""Width of a letter to its height, at most as names go."""
_FAINT = 0.14
"""A share that is not 0 can be seen at least so much."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the line of a way is told from the others: the colour says the model, the dashes the metric."""

    colour: int
    """0 to COLOURS - 1"""
    dash: str
    """The metric, for which the style sheet has a pattern."""
    width: float
    """Pixels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A mean and its interval, 0 to 100."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A share that is not 0."""

    x: int
    y: int
    right: bool
    strength: float
    """0 to 1, of its colour."""
    row: str
    """The class that was asked for."""
    column: str
    """The class that came."""
    share: float


@dataclass(frozen=True, slots=True)
class Heat:
    """A confusion heat map, in pixels; the names of the classes are written outside of `side`."""

    classes: tuple[tuple[str, str], ...]
    """(as it is written, whole)"""
    cells: tuple[HeatCell, ...]
    step: int
    """Side of a cell."""
    numbers: bool
    """Whether shares fit into the cells."""
    letters: float
    """Height of the letters."""

    @property
    def edge(self) -> int:
        """Room for the names, above and to the left."""
        return round(max((len(short) for short, _ in self.classes), default=0) * self.letters * _LETTER) + 16

    @property
    def side(self) -> int:
        """Of the map without the names."""
        return self.step * len(self.classes)


def looks(ways: Sequence[Way]) -> dict[Way, Look]:
    """A look for each way; those that differ in their refinement only look alike, as each refinement has a chart of its own."""
    models = list(dict.fromkeys(way.model_id for way in ways))
    places = {model: place for place, model in enumerate(models)}
    return {
        way: Look(places[way.model_id] % COLOURS, way.metric.value, THIN + THICKER * (places[way.model_id] // COLOURS))
        for way in ways
    }


def curve_path(precision: Numbers) -> str:
    """The `d` of an SVG path from recall 0 at the left to 1 at the right; empty where there is no number."""
    step = 100 / (len(precision) - 1)
    points = [
        f"{place * step:.4g},{100 - 100 * value:.4g}"
        for place, value in enumerate(precision.tolist())
        if math.isfinite(value)
    ]
    return f"M{' '.join(points)}" if points else ""


def bar(value: float, interval: tuple[float, float]) -> Bar | None:
    """None where there is no number."""
    if not all(map(math.isfinite, (value, *interval))):
        return None
    return Bar(*(round(100 * number, 2) for number in (value, *interval)))


def heat(groups: Sequence[str], confusion: Numbers) -> Heat:
    """The map of all classes, or of the MOST_CLASSES that are confused most often: taken for others, or others for them."""
    wrong = (confusion.sum(axis=0) + confusion.sum(axis=1) - 2 * confusion.diagonal()).tolist()
    kept = sorted(sorted(range(len(groups)), key=lambda place: -wrong[place])[:MOST_CLASSES])
    step = max(SMALLEST, min(LARGEST, WIDE // max(1, len(kept))))
    cells = [
        HeatCell(x * step, y * step, row == column, _strength(share), groups[row], groups[column], share)
        for y, row in enumerate(kept)
        for x, column in enumerate(kept)
        if (share := float(confusion[row, column])) > 0
    ]
    names = tuple((_short(groups[place]), groups[place]) for place in kept)
    return Heat(names, tuple(cells), step, step >= LARGEST - 4, max(9.0, min(12.0, step * 0.8)))


def _strength(share: float) -> float:
    return round(_FAINT + (1 - _FAINT) * share, 3)


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else f"{name[: LETTERS // 2]}…{name[-(LETTERS - LETTERS // 2 - 1) :]}"
