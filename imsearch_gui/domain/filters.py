"""Which images of a library a query is asked of. Pure: the library turns a filter into the images that pass it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Orientation(StrEnum):
    """How the upright picture lies."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    SQUARE = "square"
    """Sides that differ by less than 2 %."""


class Apart(StrEnum):
    """Which of the images that belong together are left out of an answer."""

    ANY = "any"
    """None of them."""
    OTHER_FOLDERS = "other_folders"
    """Those in the folder of a picture that is asked with."""
    ONE_A_BURST = "one_a_burst"
    """Of pictures that were taken within seconds of one another in one folder, all but the best match."""


@dataclass(frozen=True, slots=True)
class Filters:
    """All conditions hold together; within one of them any value will do. The default lets everything pass."""

    folders: tuple[Path, ...] = ()
    """Absolute; an image passes where it lies at or below one of them."""
    taken_from: str = ""
    """ISO 8601 day (YYYY-MM-DD), the first that passes; an image without a date of its own goes by its file's."""
    taken_to: str = ""
    """The last day that passes."""
    orientations: tuple[Orientation, ...] = ()
    shortest_side: int = 0
    """Pixels; a picture whose shorter side has fewer does not pass."""
    formats: tuple[str, ...] = ()
    """As in `PictureInfo.format`: JPEG, PNG ..."""
    labels: tuple[str, ...] = ()
    """Names, compared without regard to case."""
    colours: tuple[int, ...] = ()
    """1 to 9, as in `Marks.colour`."""
    rating: int = 0
    """The lowest that passes; 0 for all, those without one included."""
    apart: Apart = Apart.ANY

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return self != EVERYTHING


EVERYTHING = Filters()
"""Lets every image pass."""
