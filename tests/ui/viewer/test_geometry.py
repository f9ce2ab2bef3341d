"""Where a picture lies while it is looked at."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imsearch_gui.ui.viewer.geometry import (
    FITTED,
    Point,
    Size,
    View,
    bounded,
    counterpart,
    fit_scale,
    limits,
    panned,
    placed,
    point_at,
    scale_of,
    stepped,
    zoomed,
)

ROOM = Size(800, 600)
rooms = st.builds(Size, st.integers(50, 4000), st.integers(50, 4000))
pictures = st.builds(Size, st.integers(1, 20_000), st.integers(1, 20_000))
shares = st.floats(0, 1)
scales = st.one_of(st.none(), st.floats(1e-3, 64))
views = st.builds(View, scales, shares, shares)


def overlap(view: View, room: Size, picture: Size) -> None:
    """No empty room beside what is larger than it, and what is smaller lies in the middle."""
    place = placed(view, room=room, picture=picture)
    slack = 1e-6 * max(place.width, place.height, room.width, room.height)
    for start, length, space in ((place.x, place.width, room.width), (place.y, place.height, room.height)):
        if length >= space:
            assert start <= slack
            assert start + length >= space - slack
        else:
            assert abs(start + length / 2 - space / 2) <= slack


@given(view=views, room=rooms, picture=pictures)
def test_a_bounded_view_wastes_no_room(view: View, room: Size, picture: Size) -> None:
    inside = bounded(view, room=room, picture=picture)
    overlap(inside, room, picture)
    again = bounded(inside, room=room, picture=picture)
    assert again.scale == inside.scale
    assert (again.x, again.y) == pytest.approx((inside.x, inside.y))


@given(view=views, room=rooms, picture=pictures, scale=st.floats(1e-3, 64), across=shares, down=shares)
def test_what_is_under_the_mouse_stays_there(
    view: View, room: Size, picture: Size, scale: float, across: float, down: float
) -> None:
    before = bounded(view, room=room, picture=picture)
    at = Point(across * room.width, down * room.height)
    after = zoomed(before, room=room, picture=picture, scale=scale, at=at)
    overlap(after, room, picture)
    # In a direction in which the bounds had a say the point may move.
    was, now = (point_at(one, room=room, picture=picture, at=at) for one in (before, after))
    free = placed(after, room=room, picture=picture)
    for start, length, space, one, other in (
        (free.x, free.width, room.width, was.x, now.x),
        (free.y, free.height, room.height, was.y, now.y),
    ):
        if start < -1 and start + length > space + 1:
            assert one == pytest.approx(other, abs=1e-6)


def test_zooming_about_a_corner_of_the_room_keeps_that_point() -> None:
    picture = Size(4000, 3000)
    begin = View(0.5, 0.5, 0.5)
    at = Point(100, 500)
    was = point_at(begin, room=ROOM, picture=picture, at=at)
    closer = zoomed(begin, room=ROOM, picture=picture, scale=2.0, at=at)
    now = point_at(closer, room=ROOM, picture=picture, at=at)
    assert closer.scale == 2
    assert (now.x, now.y) == pytest.approx((was.x, was.y))
    assert (closer.x, closer.y) != pytest.approx((0.5, 0.5))


@given(view=views, room=rooms, picture=pictures, x=st.floats(-1e5, 1e5), y=st.floats(-1e5, 1e5))
def test_the_picture_cannot_be_dragged_out_of_sight(view: View, room: Size, picture: Size, x: float, y: float) -> None:
    overlap(panned(view, room=room, picture=picture, by=Point(x, y)), room, picture)


def test_dragging_moves_the_picture_with_the_mouse() -> None:
    picture = Size(4000, 3000)
    view = View(1.0, 0.5, 0.5)
    before = placed(view, room=ROOM, picture=picture)
    after = placed(panned(view, room=ROOM, picture=picture, by=Point(30, -20)), room=ROOM, picture=picture)
    assert (after.x - before.x, after.y - before.y) == pytest.approx((30, -20))


@given(view=views, room=rooms, other_room=rooms, picture=pictures, other=pictures)
def test_two_pictures_go_together_both_ways(
    view: View, room: Size, other_room: Size, picture: Size, other: Size
) -> None:
    there = counterpart(view, room=room, picture=picture, other_room=other_room, other_picture=other)
    back = counterpart(there, room=other_room, picture=other, other_room=room, other_picture=picture)
    assert (back.x, back.y) == (view.x, view.y)
    assert back.scale == (None if view.scale is None else pytest.approx(view.scale))


@given(view=views, room=rooms, picture=pictures, smaller=st.integers(2, 16), across=shares, down=shares)
def test_two_sizes_of_a_picture_stay_aligned(
    view: View, room: Size, picture: Size, smaller: int, across: float, down: float
) -> None:
    copy = Size(picture.width / smaller, picture.height / smaller)
    there = counterpart(view, room=room, picture=picture, other_room=room, other_picture=copy)
    one, other = placed(view, room=room, picture=picture), placed(there, room=room, picture=copy)
    assert (one.x, one.y, one.width, one.height) == pytest.approx((other.x, other.y, other.width, other.height))


@given(scale=st.floats(1e-3, 30), room=rooms, picture=pictures, steps=st.sampled_from([-1.0, -0.5, 0.5, 1.0]))
def test_steps_end_where_it_is_worth_stopping(scale: float, room: Size, picture: Size, steps: float) -> None:
    low, high = limits(room=room, picture=picture)
    assume(low <= scale <= high)
    to = stepped(scale, room=room, picture=picture, steps=steps)
    assert low <= to <= high
    assert to >= scale if steps > 0 else to <= scale
    for stop in (1.0, fit_scale(room=room, picture=picture)):
        assert not (scale * (1 + 1e-5) < stop < to * (1 - 1e-5)) or to == 1.0 or to == pytest.approx(stop)


def test_steps_lead_through_the_fit_and_through_full_size() -> None:
    picture, seen = Size(4000, 3000), []
    scale = fit_scale(room=ROOM, picture=picture)
    while scale < 2:
        scale = stepped(scale, room=ROOM, picture=picture, steps=1)
        seen.append(scale)
    assert 1.0 in seen
    while scale > fit_scale(room=ROOM, picture=picture):
        scale = stepped(scale, room=ROOM, picture=picture, steps=-1)
    assert scale == fit_scale(room=ROOM, picture=picture)


def test_fitted_is_whole_and_in_the_middle() -> None:
    place = placed(FITTED, room=ROOM, picture=Size(20_000, 50))
    assert (place.x, place.width, place.y + place.height / 2) == pytest.approx((0, 800, 300))
    tiny = placed(FITTED, room=ROOM, picture=Size(1, 1))
    assert (tiny.x, tiny.width) == pytest.approx((100, 600))
    assert scale_of(FITTED, room=ROOM, picture=Size(1, 1)) == 600
