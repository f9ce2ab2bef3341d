"""An answer held against what would be right. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from imsearch_gui.domain.evaluation import Came, Ids, Judgement, Ranking, Shown
from imsearch_gui.domain.matches import Matches

NOTHING: Ids = np.empty(0, np.int64)


class Answer:
    """The images of one answer, best first, without those that could not have been meant: the question's own and those that are no
    candidates."""

    def __init__(self, matches: Matches, own: int | None, candidates: Ids | None) -> None:
        ids = matches.ids
        stays = np.ones(len(ids), bool) if candidates is None else _among(ids, candidates)
        if own is not None:
            stays &= ids != own
        self._matches = matches
        self._rows = np.flatnonzero(stays)
        self.ids: Ids = ids[self._rows]
        """[n]"""

    def ranking(self, judgement: Judgement) -> Ranking:
        """Where the relevant images stand once the junk is taken out."""
        counted = self.ids[~_among(self.ids, judgement.junk)]
        places = np.flatnonzero(_among(counted, judgement.relevant))
        gains, ideal = judgement.gains, None
        if gains is not None:
            # Pictures that the library lacks are worth what the others are worth at best: nobody can say more of them.
            lacking = np.full(judgement.absent, gains.max() if len(gains) else 1.0)
            ideal = np.sort(np.concatenate([gains, lacking]))[::-1]
            gains = gains[np.searchsorted(judgement.relevant, counted[places])]
        return Ranking(places.astype(np.int64), judgement.total, gains, ideal)

    def shown(self, question: int, judgement: Judgement, most: int) -> Shown:
        """The first `most` images, and the first `most` of the relevant ones that are not among them."""
        right, junk = _among(self.ids, judgement.relevant), _among(self.ids, judgement.junk)
        later = np.flatnonzero(right)
        later = later[later >= most][:most]

        def came(place: int) -> Came:
            match = self._matches[int(self._rows[place])]
            return Came(match.image.id, match.image.path, place + 1, match.score, bool(right[place]), bool(junk[place]))

        first = tuple(came(place) for place in range(min(most, len(self.ids))))
        return Shown(question, first, tuple(came(int(place)) for place in later))

    def best(self, judgement: Judgement) -> int | None:
        """The first image that is no junk; None where nothing came."""
        counted = np.flatnonzero(~_among(self.ids[: len(judgement.junk) + 1], judgement.junk))
        return int(self.ids[counted[0]]) if len(counted) else None


def unanswered(judgement: Judgement) -> Ranking:
    """Of a question that could not be asked: nothing was found."""
    ideal = None if judgement.gains is None else np.sort(judgement.gains)[::-1]
    return Ranking(NOTHING, judgement.total, None if ideal is None else np.empty(0), ideal)


def confusion(
    pairs: Sequence[tuple[str, str | None]], groups: Sequence[str]
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """[groups, groups] of pairs (class that was asked for, class that came first): each row sums up to 1, or to less where nothing
    came or what came has no class."""
    number = {group: place for place, group in enumerate(groups)}
    counts = np.zeros((len(groups), len(groups)))
    asked = np.zeros(len(groups))
    for wanted, came in pairs:
        asked[number[wanted]] += 1
        if came is not None and came in number:
            counts[number[wanted], number[came]] += 1
    return np.divide(counts, asked[:, None], out=np.zeros_like(counts), where=asked[:, None] > 0)


def _among(ids: Ids, some: Ids) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """[n] whether each of `ids` is one of `some`, which rise."""
    if not len(some):
        return np.zeros(len(ids), bool)
    at = np.minimum(np.searchsorted(some, ids), len(some) - 1)
    return np.asarray(some[at] == ids)
