"""Numbers as people read them. Pure."""

from __future__ import annotations

from imsearch_gui.domain.metrics import Metric


def count(number: int) -> str:
    """48212 -> '48,212'"""
    return f"{number:,}"


def counted(number: int, one: str, many: str = "") -> str:
    """(1, 'picture') -> '1 picture'; (3, 'picture') -> '3 pictures'"""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def milliseconds(value: float) -> str:
    """9.3 -> '9 ms'; 0.31 -> '0.3 ms'; 1540 -> '1.5 s'"""
    if value >= 1000:
        return f"{value / 1000:.1f} s"
    return f"{value:.0f} ms" if value >= 1 else f"{value:.1f} ms"


def duration(seconds: float) -> str:
    """42 -> '42 s'; 840 -> '14 min'; 9000 -> '2 h 30 min'; 200000 -> '2 d 8 h'"""
    if seconds < 60:
        return f"{max(0, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    days, hours = divmod(hours, 24)
    return f"{days} d {hours} h" if hours else f"{days} d"


def time_left(seconds: float | None) -> str:
    """'14 min left'; nothing while it cannot be said."""
    return "" if seconds is None else f"{duration(seconds)} left"


def size(number: float) -> str:
    """Bytes: 1234567 -> '1.2 MB'"""
    for unit in ("bytes", "KB", "MB", "GB"):
        if number < 1000:
            return f"{number:.0f} {unit}" if unit == "bytes" or number >= 100 else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.1f} TB"


def rate(per_second: float) -> str:
    """41.2 -> '41 pictures/s'; 1.63 -> '1.6 pictures/s'"""
    return f"{per_second:.0f} pictures/s" if per_second >= 10 else f"{per_second:.1f} pictures/s"


def score(value: float, metric: Metric) -> str:
    """Similarities with two digits behind the point, three near 1; distances with three digits in all."""
    if not metric.is_distance:
        return f"{value:.3f}" if 0.99 <= value < 1 else f"{value:.2f}"
    if value >= 100 or value == 0:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
