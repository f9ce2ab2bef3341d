"""What is published about a model, as far as a window that offers it must know; apart from all that running it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Terms(StrEnum):
    """What the licence of a model allows, as far as it matters before anything is fetched."""

    OPEN = "open"
    RESEARCH = "research"
    """Not for commercial use, or for research only."""
    GATED = "gated"
    """The publisher wants the user to accept terms, or to sign in."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something published about a model, with where it was read."""

    what: str
    value: str
    source: str
    verified: bool = False
    """Whether it was read from its source; else it is hearsay, and shown as such."""
