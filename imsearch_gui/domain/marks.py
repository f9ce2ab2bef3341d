"""What a person has noted of an image. It belongs to the image's content, so copies share it and a moved file keeps it."""

from __future__ import annotations

from dataclasses import dataclass

COLOURS = 9
"""Colour labels are numbered 1 to 9; 0 is none."""
BEST = 5
"""Ratings go from 1 to 5; 0 is none."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Labels, a colour and a rating."""

    labels: tuple[str, ...] = ()
    """In the order of their names, without regard to case."""
    colour: int = 0
    rating: int = 0

    @property
    def any(self) -> bool:
        """Whether anything was noted at all."""
        return self != UNMARKED


UNMARKED = Marks()
"""Of an image of which nothing was noted."""
