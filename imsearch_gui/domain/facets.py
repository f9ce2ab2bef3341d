"""What there is in a library to filter by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FolderFacet:
    """A folder that holds images."""

    path: Path
    images: int
    """At or below it."""
    depth: int
    """0 for a root, 1 for a folder in it ..."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Values that images of a library have, each with the number of images that have it."""

    images: int = 0
    formats: tuple[tuple[str, int], ...] = ()
    """The most frequent first."""
    labels: tuple[tuple[str, int], ...] = ()
    """In the order of their names."""
    colours: tuple[tuple[int, int], ...] = ()
    """1 to 9, as far as they are in use."""
    ratings: tuple[tuple[int, int], ...] = ()
    """1 to 5, as far as they are in use; images that have this rating, not more."""
    folders: tuple[FolderFacet, ...] = ()
    """A root, then what is in it: each folder before those in it, in the order of their names."""
    first_day: str = ""
    """ISO 8601 day of the oldest image, by its own date or else its file's; empty where there is none."""
    last_day: str = ""
