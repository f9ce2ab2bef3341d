"""Numbers and paths as people read them, in the user's language. Pure but for that."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from imsearch_gui.domain.language import tr, written

if TYPE_CHECKING:
    from imsearch_gui.domain.metrics import Metric
    from imsearch_gui.domain.records import SearchResult

MINUTE_S = 60
HOUR_S = 60 * MINUTE_S
NEARLY_ONE = 0.99
COARSE, FINE = 2, 3
"""Digits behind the point of similarities, and of those that are nearly 1."""


def count(number: int) -> str:
    """48212 -> '48,212'"""
    return written(number)


def picture_count(number: int) -> str:
    """1 -> '1 picture'; 48212 -> '48,212 pictures'"""
    return tr("%Ln picture(s)", "", number)


def file_count(number: int) -> str:
    """3 -> '3 files'"""
    return tr("%Ln file(s)", "", number)


def folder_count(number: int) -> str:
    """3 -> '3 folders'"""
    return tr("%Ln folder(s)", "", number)


def filter_count(number: int) -> str:
    """3 -> '3 filters'"""
    return tr("%Ln filter(s)", "", number)


def points_agree(number: int) -> str:
    """37 -> '37 points agree': so much of a picture was found again in another one; never few."""
    return tr("%Ln points agree", "", number)


def milliseconds(value: float) -> str:
    """9.3 -> '9 ms'; 0.31 -> '0.3 ms'; 1540 -> '1.5 s'"""
    if value >= 999.5:
        return tr("{0} s", "seconds").format(written(value / 1000, 1))
    return f"{written(value)} ms" if value >= 0.95 else f"{written(value, 1)} ms"


def duration(seconds: float) -> str:
    """42 -> '42 s'; 840 -> '14 min'; 9000 -> '2 h 30 min'; 200000 -> '2 d 8 h'"""
    if seconds < MINUTE_S - 0.5:
        return tr("{0} s", "seconds").format(max(0, round(seconds)))
    minutes = round(seconds / MINUTE_S)
    if minutes < 60:
        return tr("{0} min").format(minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return tr("{0} h {1} min").format(hours, minutes) if minutes else tr("{0} h").format(hours)
    days, hours = divmod(round(seconds / HOUR_S), 24)
    return tr("{0} d {1} h").format(days, hours) if hours else tr("{0} d").format(days)


def time_left(seconds: float | None) -> str:
    """'14 min left'; nothing while it cannot be said."""
    return "" if seconds is None else tr("{0} left", "time").format(duration(seconds))


def size(number: float) -> str:
    """Bytes: 812 -> '812 bytes'; 1234567 -> '1.2 MB'; 181000000000 -> '181 GB'"""
    if number < 1000:
        return tr("%Ln byte(s)", "", round(number))
    units = [tr("{0} KB"), tr("{0} MB"), tr("{0} GB"), tr("{0} TB")]
    number /= 1000
    # What would round to 1,000 of a unit is 1.0 of the next.
    while number >= 999.5 and len(units) > 1:
        number /= 1000
        del units[0]
    return units[0].format(written(number, 1 if number < 99.95 else 0))


def rate(per_second: float) -> str:
    """41.2 -> '41 pictures/s'; 1.63 -> '1.6 pictures/s'"""
    return tr("{0} pictures/s").format(written(per_second, 0 if per_second >= 9.95 else 1))


def score(value: float, metric: Metric, digits: int | None = None) -> str:
    """Similarities with two digits behind the point, three near 1; distances with three digits in all.

    Only what is exactly 1 (or, of a distance, exactly 0) reads as '1.00' (or '0'). `digits` makes the similarities of one answer
    alike (`score_digits`).
    """
    if not metric.is_distance:
        near = NEARLY_ONE <= value < 1
        digits = digits or (FINE if near else COARSE)
        unit = 10**digits
        if near:
            return written(math.floor(value * unit) / unit, digits)
        return written(0.0 if -0.5 / unit < value < 0 else value, digits)  # no "-0.00"
    if value >= 99.95 or value == 0:
        return written(value)
    return written(value, 1 if value >= 9.995 else 2)


def score_digits(result: SearchResult) -> int:
    """How many digits behind the point the similarities of an answer have: one number for all, which tells apart those near 1."""
    scores = getattr(result.matches, "scores", None)
    if scores is None:
        near = any(NEARLY_ONE <= match.score < 1 for match in result.matches)
    else:
        near = bool(((scores >= NEARLY_ONE) & (scores < 1)).any())
    return FINE if near else COARSE


def homely(path: Path, home: Path) -> str:
    """A path below the user's home with ~ in its place; any other as it is."""
    try:
        return str(Path("~") / path.relative_to(home))
    except ValueError:
        return str(path)
