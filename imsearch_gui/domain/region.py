"""The region of a picture that matters, and the geometry of changing it by mouse.

Coordinates are picture pixels of the upright picture (after the EXIF turn), whatever the zoom: x to the right, y down,
the origin in the upper left corner. Nothing here knows a widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.language import tr

MIN_SIDE = 4
"""Smallest side of a region in picture pixels: below it there is nothing left to compare."""


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of whole picture pixels."""

    x: int
    y: int
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width <= 0 or self.height <= 0:
            raise ValueError(f"a region has positive sides, not {self.width} x {self.height}")

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @classmethod
    def parse(cls, text: str) -> Region:
        """`"10,20,300,200"` -> Region(10, 20, 300, 200); raises QueryError for anything else."""
        try:
            x, y, width, height = (int(part) for part in text.split(","))
            return cls(x, y, width, height)
        except ValueError:
            sentence = tr(
                "The region {0!r} cannot be read: write it as X,Y,WIDTH,HEIGHT in pixels, for example 10,20,300,200."
            )
            raise QueryError(sentence.format(text)) from None

    def clipped(self, width: int, height: int) -> Region:
        """The part inside a picture of `width` x `height` pixels; raises QueryError where they do not overlap."""
        left, top = max(self.x, 0), max(self.y, 0)
        right, bottom = min(self.right, width), min(self.bottom, height)
        if right <= left or bottom <= top:
            sentence = tr(
                "The region {0},{1},{2},{3} lies outside the picture, which is {4} x {5} pixels: choose one inside it."
            )
            raise QueryError(sentence.format(self.x, self.y, self.width, self.height, width, height))
        return Region(left, top, right - left, bottom - top)

    def covers(self, width: int, height: int) -> bool:
        """Whether the region is the whole picture of `width` x `height` pixels."""
        return self.x <= 0 and self.y <= 0 and self.right >= width and self.bottom >= height


class Grip(Enum):
    """What of a region the mouse has hold of: (moves left, moves top, moves right, moves bottom)."""

    TOP_LEFT = (1, 1, 0, 0)
    TOP = (0, 1, 0, 0)
    TOP_RIGHT = (0, 1, 1, 0)
    RIGHT = (0, 0, 1, 0)
    BOTTOM_RIGHT = (0, 0, 1, 1)
    BOTTOM = (0, 0, 0, 1)
    BOTTOM_LEFT = (1, 0, 0, 1)
    LEFT = (1, 0, 0, 0)
    INSIDE = (1, 1, 1, 1)


CORNERS_FIRST = (
    Grip.TOP_LEFT,
    Grip.TOP_RIGHT,
    Grip.BOTTOM_RIGHT,
    Grip.BOTTOM_LEFT,
    Grip.TOP,
    Grip.RIGHT,
    Grip.BOTTOM,
    Grip.LEFT,
)


def grip_centre(region: Region, grip: Grip) -> tuple[float, float]:
    """Where the handle of `grip` is drawn, in picture pixels."""
    left, top, right, bottom = grip.value
    x = region.x if left > right else region.right if right > left else region.x + region.width / 2
    y = region.y if top > bottom else region.bottom if bottom > top else region.y + region.height / 2
    return x, y


def grip_at(region: Region, x: float, y: float, *, reach: float) -> Grip | None:
    """The grip under (x, y): a handle within `reach` picture pixels, corners before edges, else the inside, else None."""
    for grip in CORNERS_FIRST:
        grip_x, grip_y = grip_centre(region, grip)
        if abs(x - grip_x) <= reach and abs(y - grip_y) <= reach:
            return grip
    inside = region.x <= x <= region.right and region.y <= y <= region.bottom
    return Grip.INSIDE if inside else None


def dragged(region: Region, grip: Grip, dx: float, dy: float, *, width: int, height: int) -> Region:
    """`region` after `grip` has been dragged by (dx, dy), kept inside the picture and at least MIN_SIDE wide and high.

    A handle dragged past the opposite edge turns the region over, as people expect of a rubber band.
    """
    if grip is Grip.INSIDE:
        x = min(max(round(region.x + dx), 0), width - region.width)
        y = min(max(round(region.y + dy), 0), height - region.height)
        return Region(x, y, region.width, region.height)
    left, top, right, bottom = grip.value
    return spanned(
        region.x + left * dx,
        region.y + top * dy,
        region.right + right * dx,
        region.bottom + bottom * dy,
        width=width,
        height=height,
    )


def spanned(x0: float, y0: float, x1: float, y1: float, *, width: int, height: int) -> Region:
    """The region between two corners given in any order, kept inside the picture and at least MIN_SIDE wide and high."""
    left, right = _span(x0, x1, width)
    top, bottom = _span(y0, y1, height)
    return Region(left, top, right - left, bottom - top)


def _span(a: float, b: float, limit: int) -> tuple[int, int]:
    smallest = min(MIN_SIDE, limit)
    low = min(max(round(min(a, b)), 0), limit - smallest)
    high = max(min(round(max(a, b)), limit), low + smallest)
    return low, high
