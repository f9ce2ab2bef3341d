"""Queries that are kept: those that were asked lately, and those that somebody gave a name."""

from __future__ import annotations

from dataclasses import dataclass

from imsearch_gui.domain.records import Query


@dataclass(frozen=True, slots=True)
class KeptQuery:
    """One of them, as a list shows it."""

    id: str
    query: Query
    """Its pictures without a file hold no bytes here; they are read when it is asked."""
    when: float
    """When it was asked, or saved; seconds since 1970."""
    name: str = ""
    """Empty for one that is only remembered."""
    thumbnail: bytes = b""
    """A small PNG of its first picture; empty where there is none."""
    missing: str = ""
    """Name of a file that it was asked with and that is gone; it cannot be asked then."""
