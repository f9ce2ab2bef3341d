"""Where curves, cells and small pictures are. Pure: nothing here knows a widget. Lengths are pixels of the window."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from imsearch_gui.domain.region import Region

LEAST_TICK = 44
"""Between two ticks of an axis: room for a number with a digit behind the point, and as much air."""
STEPS = (0.1, 0.2, 0.25, 0.5)
"""Of the ticks of an axis from 0 to 1, the finest that fit are used."""
SMALLEST_CELL, LARGEST_CELL = 16, 56
"""Sides of a cell of a heat map: a line of a caption fits the one; larger ones than the other tell no more."""
BETWEEN = 3
"""Gaps between what came and what should have come."""
MOST_MISSED = 3
"""Small pictures that are kept for what should have come, where there is not room for all."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; its right and bottom edges do not belong to it."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """x, y, width, height, as QRectF takes them."""
        return self.x, self.y, self.width, self.height

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom


# -- curves -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Axes:
    """A square from 0 to 1 in both directions, stretched over `area`; the second axis goes up."""

    area: Box

    def x(self, value: float) -> float:
        return self.area.x + value * self.area.width

    def y(self, value: float) -> float:
        return self.area.bottom - value * self.area.height

    def place_at(self, x: float, places: int) -> int:
        """Which of so many values, evenly spread from 0 to 1, is next to a point; the first or last one beyond the ends."""
        if places < 2 or self.area.width <= 0:
            return 0
        share = (x - self.area.x) / self.area.width
        return min(max(round(share * (places - 1)), 0), places - 1)


def ticks(length: float) -> tuple[float, ...]:
    """Where an axis from 0 to 1 of this length has numbers."""
    step = next((step for step in STEPS if step * length >= LEAST_TICK), 1.0)
    return tuple(round(number * step, 2) for number in range(round(1 / step) + 1))


def polylines(axes: Axes, values: Sequence[float]) -> Iterator[tuple[tuple[float, float], ...]]:
    """The lines through values that are evenly spread from left to right; what is no number interrupts them."""
    step = 1 / max(1, len(values) - 1)
    line: list[tuple[float, float]] = []
    for place, value in enumerate(values):
        if math.isfinite(value):
            line.append((axes.x(place * step), axes.y(value)))
        elif line:
            yield tuple(line)
            line = []
    if line:
        yield tuple(line)


def spread(places: int, marks: int, number: int, of: int) -> tuple[int, ...]:
    """Places of about `marks` marks on one of `of` lines of so many places: those of other lines stand between them."""
    gap = max(1, places // max(1, marks))
    return tuple(range(round(gap * (number + 0.5) / max(1, of)), places, gap))


# -- heat map ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heat:
    """Cells beside the names of their rows and below those of their columns, which stay where they are when it scrolls."""

    classes: int
    wide: int
    """Of a cell."""
    high: int
    left: int
    """Room for the names of rows."""
    top: int
    """Room for the names of columns."""

    @property
    def extent(self) -> tuple[int, int]:
        """Width and height of all cells."""
        return self.classes * self.wide, self.classes * self.high

    def cell_at(self, x: float, y: float, scrolled: tuple[int, int] = (0, 0)) -> tuple[int, int] | None:
        """(row, column) at a point of the view; None beside the cells."""
        if x < self.left or y < self.top:
            return None
        column = int(x - self.left + scrolled[0]) // self.wide
        row = int(y - self.top + scrolled[1]) // self.high
        return (row, column) if row < self.classes and column < self.classes else None

    def cell(self, row: int, column: int, scrolled: tuple[int, int] = (0, 0)) -> Box:
        """Where a cell is in the view."""
        x = self.left + column * self.wide - scrolled[0]
        return Box(x, self.top + row * self.high - scrolled[1], self.wide, self.high)


def seen(side: int, number: int, start: int, room: int) -> range:
    """Of `number` cells in a row, those of which something is seen: `start` pixels are scrolled away, `room` are left."""
    return range(min(start // side, number), min(number, -(-(start + max(0, room)) // side)))


def scrolled_to(side: int, place: int, start: int, room: int) -> int:
    """How far to scroll so that the cell at `place` of a row is seen whole; as little as that takes."""
    begin, end = place * side, (place + 1) * side
    return begin if begin < start else max(start, end - room)


def heat(classes: int, width: float, height: float, names: int) -> Heat:
    """Cells as large as fit, within limits, where the names are `names` pixels long, or as long as there is room for."""
    left, top = min(names, int(width / 4)), min(names, int(height * 0.3))
    return Heat(classes, _side(width - left, classes), _side(height - top, classes), left, top)


def widest(classes: int, names: int) -> int:
    """How much width a heat map can fill."""
    return max(names + classes * LARGEST_CELL, 4 * names)


def _side(room: float, cells: int) -> int:
    return int(min(max(room / max(1, cells), SMALLEST_CELL), LARGEST_CELL))


# -- questions --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the small pictures of one question are in its row."""

    question: Box
    words: Box
    """Beside the question's picture."""
    came: tuple[Box, ...]
    missed: tuple[Box, ...]
    came_words: Box
    missed_words: Box


@dataclass(frozen=True, slots=True)
class Columns:
    """What all rows of a list have in common: what should have come begins at the same place in each."""

    came: int
    """The most that came to any question."""
    missed: int
    words: int
    """Width of the text beside a question, at least."""
    name: float
    """Width that the longest name would need: it has what the pictures leave."""
    heading: float
    """Width of the longest heading of what should have come."""


def row_places(room: Box, came: int, missed: int, *, columns: Columns, side: int, gap: int, line: int) -> RowPlaces:
    """`side` of a small picture, `gap` between two, `line` pixels of text above them."""
    y = room.y + gap + line
    question = Box(room.x + gap, y, side, side)
    across = room.right - question.right - 4 * gap - columns.words
    slots = max(0, int(across // (side + gap)))
    kept = min(columns.missed, MOST_MISSED, slots)
    # What is between both takes no more than one more picture would.
    shown = min(columns.came, max(0, slots - kept - (1 if kept else 0)))
    kept = max(0, min(columns.missed, slots - shown - 1) if shown else min(columns.missed, slots))
    between = (shown * (side + gap) + (BETWEEN - 1) * gap) if shown else 0
    free = across - between - max(kept * (side + gap) - gap, columns.heading)
    words = columns.words + max(0.0, min(free, columns.name - columns.words))
    text = Box(question.right + gap, room.y + gap, words, line + side)
    start = text.right + 2 * gap
    behind = start + between
    return RowPlaces(
        question,
        text,
        _in_a_row(start, y, min(came, shown), side, gap),
        _in_a_row(behind, y, min(missed, kept), side, gap),
        Box(start, room.y + gap, max(0.0, behind - gap - start), line),
        Box(behind, room.y + gap, max(0.0, room.right - gap - behind), line),
    )


def _in_a_row(x: float, y: float, number: int, side: int, gap: int) -> tuple[Box, ...]:
    return tuple(Box(x + place * (side + gap), y, side, side) for place in range(number))


def shortened(name: str, fits: Callable[[str], bool]) -> str:
    """A name with as many of its folders as fit, cut at a separator; what is left of it may be too long still."""
    parts = name.split("/")
    shorter = (name, *(f"…/{'/'.join(parts[first:])}" for first in range(1, len(parts))))
    return next(filter(fits, shorter), shorter[-1])


def fitted(width: float, height: float, box: Box) -> Box:
    """A picture as large as it fits into a box, in its middle; empty for one without a size."""
    if width <= 0 or height <= 0:
        return Box(box.x, box.y, 0, 0)
    scale = min(box.width / width, box.height / height)
    wide, high = width * scale, height * scale
    return Box(box.x + (box.width - wide) / 2, box.y + (box.height - high) / 2, wide, high)


def part_of(picture: Box, whole: tuple[int, int], region: Region) -> Box:
    """Where a region of a picture of size `whole` is in the picture as it is shown; without extent where it lies outside."""
    across, down = picture.width / whole[0], picture.height / whole[1]
    left, top = max(0, region.x), max(0, region.y)
    right, bottom = min(whole[0], region.right), min(whole[1], region.bottom)
    return Box(
        picture.x + left * across,
        picture.y + top * down,
        max(0, right - left) * across,
        max(0, bottom - top) * down,
    )
