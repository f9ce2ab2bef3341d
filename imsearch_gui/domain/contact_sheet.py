"""Where everything stands on a contact sheet: pictures in rows, a caption under each. Pure; the painter draws what is said here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

MOST_PIXELS = 100_000_000
"""Of one PNG: 400 MB of memory while it is drawn."""
MOST_SIDE = 32_000
"""Pixels; painters and viewers end at 32,767."""
MOST_COLUMNS = 20
SIDES = (128, 256, 512, 1024)
"""Longest side that pictures are drawn with, in pixels: those that thumbnails are kept in."""
DOTS = 300.0
"""Of a page, an inch."""
TALLEST = 1.25
"""Of a picture's place on a page, its height to its width."""
_MM = DOTS / 25.4


class Paper(StrEnum):
    """Of a page, upright."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return (210.0, 297.0) if self is Paper.A4 else (215.9, 279.4)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a contact sheet should look."""

    pdf: bool = True
    """Pages; else one picture, a PNG."""
    columns: int = 4
    side: int = 512
    """One of SIDES. Of a PNG it is also how large a picture stands there; on a page that follows from the columns."""
    paper: Paper = Paper.A4
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pixels of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a picture goes, and its caption of two lines."""

    picture: Box
    caption: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of a sheet are laid out alike."""

    width: float
    height: float
    cells: tuple[Cell, ...]
    """Of one page, row by row."""
    footer: Box | None
    """Where the number of the page stands."""
    letters: float
    """Height of the letters, in pixels."""
    pages: int

    @property
    def pixels(self) -> int:
        return round(self.width) * round(self.height)

    @property
    def fits(self) -> bool:
        """Whether a PNG can be so large; pages always can."""
        return self.footer is not None or (self.pixels <= MOST_PIXELS and max(self.width, self.height) <= MOST_SIDE)


def lay_out(sheet: Sheet, pictures: int) -> Layout:
    """The pages, or the one picture, for so many pictures."""
    return _pages(sheet, pictures) if sheet.pdf else _long(sheet, pictures)


def _pages(sheet: Sheet, pictures: int) -> Layout:
    width, height = (_MM * side for side in (sheet.paper.size[::-1] if sheet.landscape else sheet.paper.size))
    margin, foot = 12 * _MM, 6 * _MM
    gap = max(1.5, 5 - 0.25 * sheet.columns) * _MM
    side = (width - 2 * margin - (sheet.columns - 1) * gap) / sheet.columns
    letters = max(1.4 * _MM, min(2.6 * _MM, side / 12))
    caption = 3.2 * letters
    room = height - 2 * margin - foot
    # As many rows as come nearest to squares; what is left over or short is shared among them.
    rows = max(1, round((room + gap) / (side + caption + gap)))
    tall = min(TALLEST * side, (room + gap) / rows - caption - gap)
    return Layout(
        width,
        height,
        _cells(sheet.columns, rows, (side, tall), margin, gap, caption),
        Box(margin, height - margin - letters, width - 2 * margin, 2 * letters),
        letters,
        max(1, ceil(pictures / (sheet.columns * rows))),
    )


def _long(sheet: Sheet, pictures: int) -> Layout:
    margin, gap, side = 32.0, 20.0, float(sheet.side)
    letters = max(11.0, min(18.0, side / 16))
    caption = 3.2 * letters
    columns, rows = min(sheet.columns, max(1, pictures)), max(1, ceil(pictures / sheet.columns))
    return Layout(
        2 * margin + columns * (side + gap) - gap,
        2 * margin + rows * (side + caption + gap) - gap,
        _cells(columns, rows, (side, side), margin, gap, caption),
        None,
        letters,
        1,
    )


def _cells(
    columns: int, rows: int, cell: tuple[float, float], margin: float, gap: float, caption: float
) -> tuple[Cell, ...]:
    width, height = cell
    places = [
        (margin + column * (width + gap), margin + row * (height + caption + gap))
        for row in range(rows)
        for column in range(columns)
    ]
    return tuple(Cell(Box(x, y, width, height), Box(x, y + height, width, caption)) for x, y in places)
