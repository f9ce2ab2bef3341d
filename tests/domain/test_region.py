"""Geometry of the region."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.region import MIN_SIDE, Grip, Region, dragged, grip_at, grip_centre, spanned

WIDTH, HEIGHT = 640, 480


@st.composite
def regions_inside(draw: st.DrawFn) -> Region:
    x = draw(st.integers(0, WIDTH - MIN_SIDE))
    y = draw(st.integers(0, HEIGHT - MIN_SIDE))
    return Region(x, y, draw(st.integers(MIN_SIDE, WIDTH - x)), draw(st.integers(MIN_SIDE, HEIGHT - y)))


moves = st.floats(-2_000, 2_000)


def inside(region: Region, width: int = WIDTH, height: int = HEIGHT) -> bool:
    return region.x >= 0 and region.y >= 0 and region.right <= width and region.bottom <= height


@pytest.mark.parametrize("text", ["10,20,300,200", " 10, 20 ,300,200 "])
def test_parse(text: str) -> None:
    assert Region.parse(text) == Region(10, 20, 300, 200)


def test_parse_takes_a_corner_outside() -> None:
    assert Region.parse("-5,-6,10,10") == Region(-5, -6, 10, 10)


@pytest.mark.parametrize("text", ["", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1.5,2,3,4", "0,0,0,5", "0,0,5,-1", "1;2;3;4"])
def test_parse_refuses(text: str) -> None:
    with pytest.raises(QueryError, match="X,Y,WIDTH,HEIGHT"):
        Region.parse(text)


@pytest.mark.parametrize(("width", "height"), [(0, 1), (1, 0), (-1, 1)])
def test_sides_are_positive(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="positive sides"):
        Region(0, 0, width, height)


def test_clipped() -> None:
    assert Region(10, 20, 30, 40).clipped(100, 100) == Region(10, 20, 30, 40)
    assert Region(-10, -20, 30, 40).clipped(100, 100) == Region(0, 0, 20, 20)
    assert Region(90, 90, 30, 40).clipped(100, 95) == Region(90, 90, 10, 5)


@pytest.mark.parametrize(
    "region", [Region(100, 0, 5, 5), Region(0, 80, 5, 5), Region(-5, 0, 5, 5), Region(0, -9, 5, 9)]
)
def test_clipped_outside(region: Region) -> None:
    with pytest.raises(QueryError, match="100 x 80 pixels"):
        region.clipped(100, 80)


def test_covers() -> None:
    assert Region(0, 0, 100, 80).covers(100, 80)
    assert Region(-3, -3, 200, 200).covers(100, 80)
    assert not Region(1, 0, 99, 80).covers(100, 80)
    assert not Region(0, 0, 100, 79).covers(100, 80)


@given(regions_inside(), st.sampled_from([grip for grip in Grip if grip is not Grip.INSIDE]))
def test_grip_is_found_where_it_is_drawn(region: Region, grip: Grip) -> None:
    x, y = grip_centre(region, grip)
    assert grip_at(region, x, y, reach=0.5) is grip


def test_corners_before_edges_before_inside() -> None:
    small = Region(100, 100, 10, 10)
    assert grip_at(small, 105, 105, reach=8) in {Grip.TOP_LEFT, Grip.TOP_RIGHT, Grip.BOTTOM_LEFT, Grip.BOTTOM_RIGHT}
    large = Region(100, 100, 100, 100)
    assert grip_at(large, 150, 101, reach=8) is Grip.TOP
    assert grip_at(large, 150, 150, reach=8) is Grip.INSIDE
    assert grip_at(large, 50, 150, reach=8) is None


@given(regions_inside(), st.sampled_from(list(Grip)), moves, moves)
def test_dragging_stays_inside_and_large_enough(region: Region, grip: Grip, dx: float, dy: float) -> None:
    after = dragged(region, grip, dx, dy, width=WIDTH, height=HEIGHT)
    assert inside(after)
    assert after.width >= MIN_SIDE
    assert after.height >= MIN_SIDE


@given(regions_inside(), moves, moves)
def test_dragging_the_inside_keeps_the_size(region: Region, dx: float, dy: float) -> None:
    after = dragged(region, Grip.INSIDE, dx, dy, width=WIDTH, height=HEIGHT)
    assert (after.width, after.height) == (region.width, region.height)


@given(regions_inside(), st.sampled_from(list(Grip)))
def test_dragging_by_nothing_changes_nothing(region: Region, grip: Grip) -> None:
    assert dragged(region, grip, 0, 0, width=WIDTH, height=HEIGHT) == region


@pytest.mark.parametrize(
    ("grip", "expected"),
    [
        (Grip.TOP_LEFT, Region(110, 105, 90, 95)),
        (Grip.TOP, Region(100, 105, 100, 95)),
        (Grip.TOP_RIGHT, Region(100, 105, 110, 95)),
        (Grip.RIGHT, Region(100, 100, 110, 100)),
        (Grip.BOTTOM_RIGHT, Region(100, 100, 110, 105)),
        (Grip.BOTTOM, Region(100, 100, 100, 105)),
        (Grip.BOTTOM_LEFT, Region(110, 100, 90, 105)),
        (Grip.LEFT, Region(110, 100, 90, 100)),
        (Grip.INSIDE, Region(110, 105, 100, 100)),
    ],
)
def test_dragging_each_grip(grip: Grip, expected: Region) -> None:
    assert dragged(Region(100, 100, 100, 100), grip, 10, 5, width=WIDTH, height=HEIGHT) == expected


def test_dragging_past_the_other_edge_turns_over() -> None:
    after = dragged(Region(100, 100, 50, 50), Grip.RIGHT, -80, 0, width=WIDTH, height=HEIGHT)
    assert after == Region(70, 100, 30, 50)


@given(moves, moves, moves, moves)
def test_spanned_takes_the_corners_in_any_order(x0: float, y0: float, x1: float, y1: float) -> None:
    region = spanned(x0, y0, x1, y1, width=WIDTH, height=HEIGHT)
    assert region == spanned(x1, y1, x0, y0, width=WIDTH, height=HEIGHT)
    assert inside(region)
    assert min(region.width, region.height) >= MIN_SIDE


def test_spanned_in_a_picture_smaller_than_the_smallest_region() -> None:
    assert spanned(0, 0, 1, 1, width=2, height=3) == Region(0, 0, 2, 3)
