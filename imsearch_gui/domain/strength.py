"""Match strength: how rare a score is among random pairs of a library's images.

Scores of different metrics and models do not compare, and what counts as alike moves from library to library. What compares is how
seldom two images that have nothing to do with each other reach a score. The strength of a score is

    s = -log10 p,   p = share of random pairs that score as well or better

so 0 is what any pair reaches, 2 what one pair in a hundred does, 4 one in ten thousand. How p is estimated, also beyond what a
sample can show, is said in docs/search.md.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

STRONGEST = 8.0
"""One pair in a hundred millions; what is rarer cannot be told from a sample, and reads the same."""


@dataclass(frozen=True, slots=True)
class StrengthScale:
    """Between scores and strengths of one model, one metric and one library: a table, straight between its points."""

    scores: tuple[float, ...]
    """From the score that every pair reaches to the rarest one: falling for distances, rising for similarities."""
    strengths: tuple[float, ...]
    """Of each of these; rising, from 0 to at most STRONGEST."""

    def __post_init__(self) -> None:
        if len(self.scores) != len(self.strengths) or len(self.scores) < 2:
            raise ValueError("a scale needs at least two scores, and a strength for each")

    @property
    def falling(self) -> bool:
        """Whether small scores are strong (distances)."""
        return self.scores[0] > self.scores[-1]

    def strength(self, score: float) -> float:
        """How strong a match with this score is, from 0 to STRONGEST."""
        sign = -1.0 if self.falling else 1.0
        return _between([sign * value for value in self.scores], self.strengths, sign * score)

    def score(self, strength: float) -> float:
        """The score from which on matches have this strength."""
        return _between(self.strengths, self.scores, strength)


def _between(places: list[float] | tuple[float, ...], values: tuple[float, ...], place: float) -> float:
    """The value at `place`, straight between the nearest two of `places` (rising); the outermost ones beyond them."""
    after = bisect_left(places, place)
    if after == 0:
        return values[0]
    if after == len(places):
        return values[-1]
    low, high = places[after - 1], places[after]
    share = (place - low) / (high - low)
    return values[after - 1] + share * (values[after] - values[after - 1])
