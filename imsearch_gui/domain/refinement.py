"""What may be done to an answer to make it better: each kind is switched by itself, and together they run in this order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from imsearch_gui.domain.language import mark


class Expansion(StrEnum):
    """Whether the best matches of a first search ask again together with the query."""

    NONE = "none"
    AVERAGE = "average"
    """All of them alike (Chum et al., Total recall, 2007)."""
    ALPHA = "alpha"
    """Each by its similarity to the query, to the power of alpha (Radenovic et al., 2018)."""

    @property
    def label(self) -> str:
        """Its name in English, for `domain.language.tr`."""
        return {
            "none": mark("Off"),
            "average": mark("Average of the best matches"),
            "alpha": mark("Alpha: by similarity"),
        }[self]


@dataclass(frozen=True, slots=True)
class Refinement:
    """What is done beyond one search in one metric."""

    expansion: Expansion = Expansion.NONE
    reciprocal: bool = False
    """The best matches are put in order anew by the neighbours that they share with the query (k-reciprocal re-ranking, Zhong
    et al. 2017)."""
    geometry: bool = False
    """The best matches are put in order anew by how many points of the picture are found again in the same arrangement (SIFT and
    RANSAC; Philbin et al. 2007)."""

    @property
    def any(self) -> bool:
        return self != PLAIN

    @property
    def reorders(self) -> bool:
        """Whether the best matches stand in another order than that of their scores."""
        return self.reciprocal or self.geometry


PLAIN = Refinement()


@dataclass(frozen=True, slots=True)
class Verified:
    """What geometric verification found out about one match."""

    inliers: int
    """Points of the query that were found again in one arrangement."""
    outline: tuple[tuple[float, float], ...] = ()
    """The corners of the query's picture, or of its region, in the match: in shares of the match's width and height (0 to 1, and
    beyond where it is cut off), clockwise from the upper left; empty where nothing was verified."""
