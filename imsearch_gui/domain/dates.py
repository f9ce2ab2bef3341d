"""Days and clocks, for many images at once. Everything is in seconds since 1970 by the clock on the wall, as EXIF has no zone."""

from __future__ import annotations

import calendar
import time
from datetime import date, datetime, timedelta

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.language import tr

Times = npt.NDArray[np.int64]

DAY = 86_400
UNDATED = np.iinfo(np.int64).min
"""Stands for "no date" among seconds."""
_STEP = 900
"""Seconds: clocks are put forward and back at quarters of an hour."""
_SOUND = (0, 2**32 - 1)
"""Seconds that every system can tell the local time of (Windows none before 1970)."""
_EPOCH = datetime(1970, 1, 1)
_CALENDAR = tuple(int((end - _EPOCH).total_seconds()) for end in (datetime.min, datetime(9999, 12, 31, 23, 59, 59)))
"""Seconds of the first and the last moment that has a date."""


def start_of_day(day: str) -> int:
    """Seconds at which a day (YYYY-MM-DD) begins; QueryError where there is no such day."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        sentence = tr("{0!r} is no day: write it as year, month and day, such as 2024-05-31.")
        raise QueryError(sentence.format(day)) from None
    return (found - _EPOCH.date()).days * DAY


def local_seconds(instants_ns: Times) -> Times:
    """What the clock showed here at some instants [n] (nanoseconds since 1970, UTC, as `stat` gives them)."""
    seconds = instants_ns // 1_000_000_000
    clipped = np.clip(seconds, *_SOUND)
    if not len(clipped):
        return np.asarray(seconds, np.int64)
    days = clipped // DAY
    first = int(days.min())
    present = np.flatnonzero(np.bincount(days - first)) + first
    begins = np.array([_offset(int(day) * DAY) for day in present], np.int64)
    ends = np.array([_offset(int(day) * DAY + DAY - 1) for day in present], np.int64)
    offsets = begins[np.searchsorted(present, days)]
    # On the few days on which the clock is changed, each quarter of an hour is looked at.
    changing = np.flatnonzero(np.isin(days, present[begins != ends]))
    if len(changing):
        steps, of = np.unique(clipped[changing] // _STEP, return_inverse=True)
        offsets[changing] = np.array([_offset(int(step) * _STEP) for step in steps], np.int64)[of]
    return np.asarray(seconds + offsets, np.int64)


def iso_of(seconds: int) -> str | None:
    """`seconds` as ISO 8601 without a zone; None for UNDATED."""
    return None if seconds == UNDATED else (_EPOCH + timedelta(seconds=seconds)).isoformat()


def seconds_of(texts: list[str | None]) -> Times:
    """The other way round, for many; what is no date is UNDATED."""
    try:
        parsed = np.array([text or "NaT" for text in texts], "datetime64[s]")
    except ValueError:
        parsed = np.array([_parsed(text) for text in texts], "datetime64[s]")
    # NaT is the smallest number, which is what UNDATED is.
    seconds = parsed.astype(np.int64)
    return np.where((seconds >= _CALENDAR[0]) & (seconds <= _CALENDAR[1]), seconds, UNDATED)


def _parsed(text: str | None) -> np.datetime64:
    try:
        return np.datetime64(text or "NaT", "s")
    except ValueError:
        return np.datetime64("NaT", "s")


def _offset(instant: int) -> int:
    return calendar.timegm(time.localtime(min(max(instant, _SOUND[0]), _SOUND[1]))) - instant
