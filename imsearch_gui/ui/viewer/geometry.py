"""Where a picture lies in the room that it is looked at in. Pure: nothing here knows a widget.

Lengths are device pixels, so that a scale of 1 shows one pixel of the picture on one of the screen. What is looked at is told in
the picture's own terms, as shares of its width and height: they mean the same place in a smaller copy of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

LARGEST = 32.0
"""Device pixels for one of the picture: enough to see single ones; a picture that is smaller than its room may fill it."""
STEP = 1.41421356
"""What a key changes the scale by; a notch of the wheel does half of that."""
NOTCH = 120
"""Eighths of a degree: one notch of a common mouse wheel."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height, both positive."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the room, or a shift."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where the picture is, from the upper left corner of the room; it may reach beyond it."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at: the point of the picture in the middle of the room, and how large."""

    scale: float | None = None
    """Device pixels for one of the picture; None for the whole picture as large as it fits."""
    x: float = 0.5
    """Share of the picture's width that lies left of the middle of the room."""
    y: float = 0.5


FITTED = View()


def fit_scale(*, room: Size, picture: Size) -> float:
    """The scale at which the whole picture just fits, be it smaller or larger than the room."""
    return min(room.width / picture.width, room.height / picture.height)


def scale_of(view: View, *, room: Size, picture: Size) -> float:
    """The scale of a view, also of a fitted one."""
    return fit_scale(room=room, picture=picture) if view.scale is None else view.scale


def limits(*, room: Size, picture: Size) -> tuple[float, float]:
    """The smallest and the largest scale there is a sense in."""
    fit = fit_scale(room=room, picture=picture)
    return min(fit, 1.0), max(fit, LARGEST)


def bounded(view: View, *, room: Size, picture: Size) -> View:
    """The nearest view that leaves no empty room beside a picture that is larger than it; a smaller one lies in the middle."""
    low, high = limits(room=room, picture=picture)
    scale = None if view.scale is None else min(max(view.scale, low), high)
    size = scale_of(replace(view, scale=scale), room=room, picture=picture)
    return View(
        scale,
        _inside(view.x, room.width / (size * picture.width)),
        _inside(view.y, room.height / (size * picture.height)),
    )


def placed(view: View, *, room: Size, picture: Size) -> Place:
    """Where the picture lies."""
    scale = scale_of(view, room=room, picture=picture)
    width, height = scale * picture.width, scale * picture.height
    return Place(room.width / 2 - view.x * width, room.height / 2 - view.y * height, width, height)


def point_at(view: View, *, room: Size, picture: Size, at: Point) -> Point:
    """The shares of the picture's width and height that lie left of and above a point of the room."""
    place = placed(view, room=room, picture=picture)
    return Point((at.x - place.x) / place.width, (at.y - place.y) / place.height)


def zoomed(view: View, *, room: Size, picture: Size, scale: float | None, at: Point | None = None) -> View:
    """Another scale, with the point of the picture `at` a point of the room where it was, as far as the bounds allow.

    Without `at` the middle of the room stays.
    """
    if scale is None:
        return FITTED
    low, high = limits(room=room, picture=picture)
    scale = min(max(scale, low), high)
    middle = Point(room.width / 2, room.height / 2)
    at = at or middle
    seen = point_at(view, room=room, picture=picture, at=at)
    x = seen.x - (at.x - middle.x) / (scale * picture.width)
    y = seen.y - (at.y - middle.y) / (scale * picture.height)
    return bounded(View(scale, x, y), room=room, picture=picture)


def panned(view: View, *, room: Size, picture: Size, by: Point) -> View:
    """The picture moved by so much, as far as the bounds allow."""
    scale = scale_of(view, room=room, picture=picture)
    x = view.x - by.x / (scale * picture.width)
    y = view.y - by.y / (scale * picture.height)
    return bounded(replace(view, x=x, y=y), room=room, picture=picture)


def stepped(scale: float, *, room: Size, picture: Size, steps: float) -> float:
    """So many steps larger, or smaller where negative; a step that would jump over 100 % or over the fit ends there."""
    low, high = limits(room=room, picture=picture)
    wanted = min(max(scale * float(STEP**steps), low), high)
    for stop in (1.0, fit_scale(room=room, picture=picture)):
        crossed = scale < stop < wanted or wanted < stop < scale
        # A scale that is a stop but for rounding has been there already.
        if crossed and abs(scale - stop) > 1e-6 * stop:
            return stop
    return wanted


def counterpart(view: View, *, room: Size, picture: Size, other_room: Size, other_picture: Size) -> View:
    """The view of another picture that shows the same part of it, as many times as large as it fits.

    Two sizes of one picture then lie the same way in rooms of one size.
    """
    if view.scale is None:
        return view
    times = view.scale / fit_scale(room=room, picture=picture)
    scale = times * fit_scale(room=other_room, picture=other_picture)
    return View(scale, view.x, view.y)


def _inside(share: float, seen: float) -> float:
    """The middle of what is seen, with the edges of the picture not inside it; `seen` is a share of the picture's side."""
    return 0.5 if seen >= 1 else min(max(share, seen / 2), 1 - seen / 2)
