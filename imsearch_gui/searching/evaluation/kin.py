"""Questions of images that belong to groups: each asks for the others of its group, or for those of the same name elsewhere.

A group of n images has n questions, each of which has its own n - 1 right answers: as arrays they are n times as large as the
group, so that they are made when they are asked for. What is kept is some numbers an image.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar, overload

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.evaluation import Ids, Judgement, Question

T = TypeVar("T")
Codes = npt.NDArray[np.int64]
NOTHING: Ids = np.empty(0, np.int64)


class Made(Sequence[T]):
    """Values that are made anew whenever they are asked for; `make` takes their place."""

    __slots__ = ("_length", "_make")

    def __init__(self, length: int, make: Callable[[int], T]) -> None:
        self._length = length
        self._make = make

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        # Of a range, which knows negative places, slices and where it ends.
        chosen = range(self._length)[place]
        return self._make(chosen) if isinstance(chosen, int) else tuple(map(self._make, chosen))


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Images of a library in groups, each image in one at most."""

    names: tuple[str, ...]
    members: tuple[Ids, ...]
    """Of each group, rising."""
    absent: tuple[int, ...]
    """Pictures of each group that the library does not hold."""

    @classmethod
    def of(cls, ids: Ids, codes: Codes, names: Sequence[str], absent: Mapping[int, int]) -> Groups:
        """`ids` [n] rise, `codes` [n] say which of `names` each belongs to, -1 for none; `absent` is counted by the same codes."""
        order = np.argsort(codes, kind="stable")
        bounds = np.searchsorted(codes[order], np.arange(len(names) + 1))
        parts = [ids[order[start:end]] for start, end in pairwise(bounds)]
        return cls(tuple(names), tuple(parts), tuple(absent.get(code, 0) for code in range(len(names))))

    def group_of(self) -> dict[int, str]:
        return {identity: name for name, ids in zip(self.names, self.members, strict=True) for identity in ids.tolist()}

    def without(self, code: int, own: int) -> Judgement:
        """All of a group but one are right."""
        ids = self.members[code]
        place = int(np.searchsorted(ids, own))
        return Judgement(np.concatenate([ids[:place], ids[place + 1 :]]), NOTHING, absent=self.absent[code])

    def all_of(self) -> tuple[Judgement, ...]:
        """Of each group: all of it is right."""
        return tuple(Judgement(ids, NOTHING, absent=lost) for ids, lost in zip(self.members, self.absent, strict=True))

    def answerable(self, others: bool) -> npt.NDArray[np.bool_]:
        """bool [groups]: whether anything is right for a question of each; with `others` the one that asks does not count."""
        sizes = np.array([len(ids) for ids in self.members], np.int64) + np.array(self.absent, np.int64)
        return np.asarray(sizes > others, np.bool_)


def leave_one_out(
    groups: Groups, places: Codes, ids: Ids, codes: Codes, question: Callable[[int, str], Question]
) -> tuple[Sequence[Question], Sequence[Judgement], int]:
    """Every image of a group asks for its others.

    `places`, `ids` and `codes` [n] belong together; `question` makes one of a place and the name of its group. Returns the
    questions, what is right for each, and how many images are alone in their group, which are not asked.
    """
    grouped = codes >= 0
    asks = grouped & groups.answerable(others=True)[codes] if groups.names else grouped
    where, asked, of = places[asks], ids[asks], codes[asks]
    return (
        Made(len(asked), lambda place: question(int(where[place]), groups.names[of[place]])),
        Made(len(asked), lambda place: groups.without(int(of[place]), int(asked[place]))),
        int(np.count_nonzero(grouped & ~asks)),
    )


def judged(
    relevant: Ids, junk: Ids, *, own: int | None = None, absent: int = 0, gains: Mapping[int, float] | None = None
) -> Judgement:
    """What would be right for a question that is asked by the image `own`. What is right is no junk, whatever else is said of it.

    `gains` says of ids what they are worth; 1 for those of which it says nothing.
    """
    relevant = relevant[relevant != own] if own is not None else relevant
    if len(junk):
        junk = np.setdiff1d(junk, relevant if own is None else np.append(relevant, own))
    worth = np.array([gains.get(identity, 1.0) for identity in relevant.tolist()]) if gains else None
    return Judgement(relevant, junk, worth, absent)
