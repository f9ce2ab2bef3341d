"""What is done to an answer beyond one search (`domain.refinement`): expansion first, then shared neighbours, then geometry.

Each looks at more matches than are wanted where few are wanted, and what is too many is cut off at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Protocol

import numpy as np

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Vector
from imsearch_gui.domain.records import Query, Strategy
from imsearch_gui.domain.refinement import Expansion, Refinement, Verified
from imsearch_gui.imaging.decoding import Decoding
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.query_vector import Wanted, check, since
from imsearch_gui.searching.refining import expansion, geometric, reciprocal
from imsearch_gui.searching.refining.geometric import Checked, Geometry, verified_first
from imsearch_gui.searching.scoring import Ranking

Rerank = Callable[[Ranking], Ranking]


class Finding(Protocol):
    """The search that is refined; filters and strategy are those of the query."""

    def nearest(self, vector: Vector, slots: int) -> Ranking:
        """The best slots."""

    def matches(self, vector: Vector, top: int, rerank: Rerank) -> tuple[Matches, Strategy]:
        """The best images, in the order in which `rerank` puts their slots."""

    def images(self, ranking: Ranking, most: int) -> int:
        """How many images that may match are at these slots, counted up to `most`."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An answer, with what the refinement has to tell of it."""

    matches: Matches
    how: Strategy
    vector: Vector
    """What the scores are those of."""
    refine: float = 0.0
    """Milliseconds."""
    reordered: int = 0
    verified: Mapping[int, Verified] = field(default_factory=dict)
    unread: int = 0
    """Matches that were not verified, since their files are gone or cannot be read."""
    notices: tuple[str, ...] = ()


class Refining:
    """Keeps what geometric verification has found out; use it from one thread."""

    def __init__(self, decoding: Decoding) -> None:
        self._geometry = Geometry(decoding)

    def clear(self) -> None:
        """Let go of everything that is kept."""
        self._geometry.clear()

    def forget_verdicts(self) -> None:
        """Pairs of pictures are compared anew."""
        self._geometry.forget_verdicts()

    def find(self, query: Query, vector: Vector, view: VectorView, finding: Finding, wanted: Wanted) -> Found:
        """The best matches of `vector` [d], refined as the query says. Raises Superseded once `wanted` says no."""
        wish, spent = query.refinement, _Spent()
        if wish.expansion is not Expansion.NONE:
            with spent.counted():
                best = finding.nearest(vector, expansion.neighbours(wish.expansion))
                vector = expansion.expanded(vector, best, view, query.metric, wish.expansion)
            check(wanted)
        found = self._searched(query, vector, view, finding, spent)
        if wish.geometry:
            check(wanted)
            with spent.counted():
                found = self._verified(query, found, wanted)
        matches = found.matches[: query.top]
        return replace(found, matches=matches, reordered=min(found.reordered, len(matches)), refine=spent.ms)

    def _searched(self, query: Query, vector: Vector, view: VectorView, finding: Finding, spent: _Spent) -> Found:
        """The search itself, with shared neighbours where they are asked for."""
        wish, anew = query.refinement, Ranking(np.empty(0, np.int64), np.empty(0, np.float64))

        def rerank(ranking: Ranking) -> Ranking:
            nonlocal anew
            if wish.reciprocal:
                with spent.counted():
                    ranking = anew = reciprocal.reranked(ranking, vector, view, query.metric)
            return ranking

        matches, how = finding.matches(vector, max(query.top, _looked_at(wish)), rerank)
        most = reciprocal.CANDIDATES
        if len(anew.slots) <= most:
            reordered = len(matches) if wish.reciprocal else 0
        else:
            # Copies share a slot and filters leave some out, so that slots and images are not the same number.
            reordered = finding.images(Ranking(anew.slots[:most], anew.scores[:most]), len(matches))
        return Found(matches, how, vector, reordered=reordered)

    def _verified(self, query: Query, found: Found, wanted: Wanted) -> Found:
        first = [match.image for match in found.matches[: geometric.CANDIDATES]]
        checked = self._geometry.check(query, first, wanted)
        matches, moved = verified_first(found.matches, checked.verified)
        return replace(
            found,
            matches=matches,
            reordered=max(found.reordered, moved),
            verified=checked.verified,
            unread=checked.unread,
            notices=_notices(checked),
        )


def _looked_at(wish: Refinement) -> int:
    """Matches that a refinement needs, however few are wanted."""
    return max(reciprocal.CANDIDATES if wish.reciprocal else 0, geometric.CANDIDATES if wish.geometry else 0)


def _notices(checked: Checked) -> tuple[str, ...]:
    if not checked.readable:
        return (unchecked_words(),)
    return (unread_words(checked.unread),) if checked.unread else ()


def unchecked_words() -> str:
    """What is said where no match could be verified."""
    return tr("The geometry was not checked: that needs a picture to look for, and its file.")


def unread_words(unread: int) -> str:
    """What is said where some matches could not be verified."""
    return tr("The geometry of %Ln picture(s) was not checked: files are gone or cannot be read.", "", unread)


class _Spent:
    """Time that adds up."""

    def __init__(self) -> None:
        self.ms = 0.0

    @contextmanager
    def counted(self) -> Iterator[None]:
        began = perf_counter()
        yield
        self.ms += since(began)
