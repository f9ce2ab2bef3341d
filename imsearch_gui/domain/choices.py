"""What the user chooses once. The settings are read before the window is painted, so nothing else is here."""

from __future__ import annotations

from enum import StrEnum

DEFAULT_MODEL = "imsearch-vit"
"""What pictures are indexed with unless the user says otherwise, and what a library that knows it is searched with."""
DEFAULT_TOP = 200
"""Matches shown unless the user says otherwise: what one looks through before asking again."""


class Manners(StrEnum):
    """What an indexing job takes of the processor while somebody works in the window."""

    ALL = "all"
    ONE_LESS = "one_less"
    ONE = "one"

    def workers(self, there: int) -> int:
        """Of so many workers, those that may be at work; one always may."""
        return max(1, {Manners.ALL: there, Manners.ONE_LESS: there - 1, Manners.ONE: 1}[self])


class Precision(StrEnum):
    """In which form a model runs, for libraries that do not know it yet."""

    AUTOMATIC = "automatic"
    """With weights of 8 bits where that is much quicker here and agrees with the full form."""
    FULL = "full"
