"""Numbers and paths as people read them. Pure."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imsearch_gui.domain.metrics import Metric

MINUTE_S = 60
HOUR_S = 60 * MINUTE_S
DAY_S = 24 * HOUR_S


def count(number: int) -> str:
    """48212 -> '48,212'"""
    return f"{number:,}"


def counted(number: int, one: str, many: str = "") -> str:
    """(1, 'picture') -> '1 picture'; (3, 'picture') -> '3 pictures'"""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def milliseconds(value: float) -> str:
    """9.3 -> '9 ms'; 0.31 -> '0.3 ms'; 1540 -> '1.5 s'"""
    if value >= 999.5:
        return f"{value / 1000:.1f} s"
    return f"{value:.0f} ms" if value >= 0.95 else f"{value:.1f} ms"


def duration(seconds: float) -> str:
    """42 -> '42 s'; 840 -> '14 min'; 9000 -> '2 h 30 min'; 200000 -> '2 d 8 h'"""
    if seconds < MINUTE_S - 0.5:
        return f"{max(0, round(seconds))} s"
    minutes = round(seconds / MINUTE_S)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    days, hours = divmod(round(seconds / HOUR_S), 24)
    return f"{days} d {hours} h" if hours else f"{days} d"


def roughly(seconds: float) -> str:
    """An estimate, no finer than it is good: 20 -> 'less than a minute'; 170 -> 'about 3 minutes'; 9000 -> 'about 3 hours'"""
    if seconds < 0.75 * MINUTE_S:
        return "less than a minute"
    minutes, hours, days = (math.floor(seconds / unit + 0.5) for unit in (MINUTE_S, HOUR_S, DAY_S))
    if minutes < 90:
        return f"about {counted(max(1, minutes), 'minute')}"
    return f"about {counted(hours, 'hour')}" if hours < 36 else f"about {counted(days, 'day')}"


def time_left(seconds: float | None) -> str:
    """'14 min left'; nothing while it cannot be said."""
    return "" if seconds is None else f"{duration(seconds)} left"


def roughly_left(seconds: float | None) -> str:
    """'about 3 minutes left'; nothing while it cannot be said."""
    return "" if seconds is None else f"{roughly(seconds)} left"


def size(number: float) -> str:
    """Bytes: 812 -> '812 bytes'; 1234567 -> '1.2 MB'; 181000000000 -> '181 GB'"""
    if number < 1000:
        return counted(round(number), "byte")
    units = ["KB", "MB", "GB", "TB"]
    number /= 1000
    # What would round to 1,000 of a unit is 1.0 of the next.
    while number >= 999.5 and len(units) > 1:
        number /= 1000
        del units[0]
    return f"{number:.1f} {units[0]}" if number < 99.95 else f"{number:,.0f} {units[0]}"


def rate(per_second: float) -> str:
    """41.2 -> '41 pictures/s'; 1.63 -> '1.6 pictures/s'"""
    return f"{per_second:,.0f} pictures/s" if per_second >= 9.95 else f"{per_second:.1f} pictures/s"


def score(value: float, metric: Metric) -> str:
    """Similarities with two digits behind the point, three near 1; distances with three digits in all.

    Only what is exactly 1 (or, of a distance, exactly 0) reads as '1.00' (or '0').
    """
    if not metric.is_distance:
        if 0.99 <= value < 1:
            return f"{math.floor(value * 1000) / 1000:.3f}"
        return f"{value:.2f}".replace("-0.00", "0.00")
    if value >= 99.95 or value == 0:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def homely(path: Path, home: Path) -> str:
    """A path below the user's home with ~ in its place; any other as it is."""
    try:
        return str(Path("~") / path.relative_to(home))
    except ValueError:
        return str(path)
