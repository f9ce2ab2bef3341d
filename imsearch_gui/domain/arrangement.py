"""In which order matches are shown. Pure.

Matches come best first. Whoever sorts them by anything else wants the relevant ones sorted, not the whole library: the matches of
some strength are sorted among themselves, and so are the weaker ones behind them.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from imsearch_gui.domain.records import Match, SearchResult

if TYPE_CHECKING:
    # The window is painted before numpy is there, so only those who sort load it.
    import numpy as np
    import numpy.typing as npt

Places: TypeAlias = "npt.NDArray[np.int64]"
"""[n]: which match, counted from 0 in the order of the result, stands in each row."""


class Column(StrEnum):
    """What matches can be sorted by, and what a list of them shows."""

    SCORE = "score"
    NAME = "name"
    FOLDER = "folder"
    TAKEN = "taken"
    """EXIF date; the file's own where there is none."""
    FILE_SIZE = "file_size"
    PIXELS = "pixels"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """By which column, and which way. Best first is by score, rising in rank."""

    column: Column = Column.SCORE
    descending: bool = False
    """Of the score: worst first."""


BEST_FIRST = Arrangement()


def strong_count(result: SearchResult, strength: float) -> int:
    """How many of the matches stand before the weaker ones; all of them where nobody asks or it cannot be told.

    Those that a refinement has put in order stand as they are, so that weaker ones may be among them: the line is drawn below
    the last that is strong enough, or whose geometry was verified.
    """
    scale, matches = result.scale, result.matches
    if strength <= 0 or scale is None:
        return len(matches)
    limit, falling = scale.score(strength), scale.falling
    first = result.reordered
    # From there on scores go from best to worst, so that the weak ones are a tail.
    behind = bisect_left(range(first, len(matches)), True, key=lambda row: _weaker(matches[row].score, limit, falling))
    if behind or not first:
        return first + behind
    return next((row + 1 for row in reversed(range(first)) if _stands(result, matches[row], limit)), 0)


def _stands(result: SearchResult, match: Match, limit: float) -> bool:
    """Whether one of the first matches is strong, or known to show the same."""
    assert result.scale is not None
    return result.is_verified(match.image.id) or not _weaker(match.score, limit, result.scale.falling)


def _weaker(score: float, limit: float, falling: bool) -> bool:
    return score > limit if falling else score < limit


def arranged(matches: Sequence[Match], arrangement: Arrangement, strong: int) -> Places | None:
    """The rows of `matches` in another order, the first `strong` of them before all others; None for best first.

    Equals keep the order of their scores.
    """
    if arrangement == BEST_FIRST or not len(matches):
        return None
    import numpy as np

    keys = column_of(matches, arrangement.column)
    parts = [slice(0, strong), slice(strong, len(matches))]
    return np.concatenate([_sorted(keys[part], arrangement.descending) + part.start for part in parts])


def _sorted(keys: npt.NDArray[np.generic], descending: bool) -> Places:
    import numpy as np

    if not descending:
        return np.argsort(keys, kind="stable").astype(np.int64)
    # A stable sort backwards: equals would turn round, so they are turned before.
    return len(keys) - 1 - np.argsort(keys[::-1], kind="stable")[::-1].astype(np.int64)


def rows_of(places: Places) -> Places:
    """[n]: the row of each match, where `places` says which match stands in each row."""
    import numpy as np

    rows = np.empty_like(places)
    rows[places] = np.arange(len(places))
    return rows


def column_of(matches: Sequence[Match], column: Column) -> npt.NDArray[np.generic]:
    """[n] values that sort as a person would: names without regard to case, dates as text. Score is the rank."""
    import numpy as np

    if column is Column.SCORE:
        return np.arange(len(matches))
    # Answers of the engine have their columns; a handful of matches is gone through.
    ready: Callable[[str], npt.NDArray[np.generic]] | None = getattr(matches, "column", None)
    return ready(column.value) if ready is not None else np.array([_VALUES[column](match) for match in matches])


_VALUES: dict[Column, Callable[[Match], str | int]] = {
    Column.NAME: lambda match: match.image.path.name.casefold(),
    Column.FOLDER: lambda match: os.fspath(match.image.path.parent).casefold(),
    Column.TAKEN: lambda match: taken_of(match),
    Column.FILE_SIZE: lambda match: match.image.file_size,
    Column.PIXELS: lambda match: match.image.info.width * match.image.info.height,
    Column.RATING: lambda match: match.image.marks.rating,
}


def taken_of(match: Match) -> str:
    """When the picture was taken, as ISO 8601 without a zone; when its file was changed where it does not say.

    Empty for a file whose time no calendar has, as broken disks give them.
    """
    if match.image.info.taken:
        return match.image.info.taken
    from datetime import datetime

    try:
        return datetime.fromtimestamp(match.image.mtime_ns / 1e9).isoformat(timespec="seconds")
    except (OverflowError, OSError, ValueError):
        return ""
