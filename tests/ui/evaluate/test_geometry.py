"""Where curves, cells and small pictures are."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.domain.region import Region
from imsearch_gui.ui.evaluate.geometry import (
    LARGEST_CELL,
    SMALLEST_CELL,
    Axes,
    Box,
    Columns,
    fitted,
    heat,
    part_of,
    polylines,
    row_places,
    scrolled_to,
    seen,
    shortened,
    spread,
    ticks,
)

AREA = Box(50, 10, 200, 100)


def test_axes_go_right_and_up() -> None:
    axes = Axes(AREA)
    assert (axes.x(0), axes.x(1), axes.y(0), axes.y(1)) == (50, 250, 110, 10)


@given(st.integers(0, 100))
def test_a_recall_that_is_pointed_at_is_the_one_that_is_drawn_there(place: int) -> None:
    axes = Axes(AREA)
    assert axes.place_at(axes.x(place / 100), 101) == place


def test_beyond_the_ends_is_the_end() -> None:
    axes = Axes(AREA)
    assert (axes.place_at(-1000, 101), axes.place_at(1000, 101), axes.place_at(60, 0)) == (0, 100, 0)


@pytest.mark.parametrize(("length", "number"), [(1000, 11), (300, 6), (150, 3), (40, 2)])
def test_ticks_become_fewer_where_there_is_little_room(length: float, number: int) -> None:
    values = ticks(length)
    assert (values[0], values[-1], len(values)) == (0, 1, number)
    assert all(length * (after - before) >= 40 for before, after in pairwise(values))


def test_what_is_no_number_interrupts_a_line() -> None:
    axes = Axes(Box(0, 0, 4, 1))
    assert list(polylines(axes, [1, 0, math.nan, 1, 1])) == [((0, 0), (1, 1)), ((3, 0), (4, 0))]
    assert list(polylines(axes, [math.nan] * 3)) == []


def test_marks_of_two_lines_stand_beside_each_other() -> None:
    one, other = (spread(101, 8, number, 2) for number in range(2))
    assert not set(one) & set(other)
    assert all(place < 101 for place in (*one, *other))


@given(st.integers(1, 300), st.integers(200, 3000), st.integers(150, 2000), st.integers(0, 400), st.data())
def test_a_cell_is_found_where_it_is(classes: int, width: int, height: int, names: int, data: st.DataObject) -> None:
    place = heat(classes, width, height, names)
    assert SMALLEST_CELL <= min(place.wide, place.high) <= max(place.wide, place.high) <= LARGEST_CELL
    row, column = data.draw(st.integers(0, classes - 1)), data.draw(st.integers(0, classes - 1))
    scrolled = (
        scrolled_to(place.wide, column, 0, width - place.left),
        scrolled_to(place.high, row, 0, height - place.top),
    )
    box = place.cell(row, column, scrolled)
    assert place.left <= box.x <= box.right <= max(width, place.left + place.wide)
    assert place.top <= box.y <= box.bottom <= max(height, place.top + place.high)
    assert place.cell_at(box.x + 1, box.y + 1, scrolled) == (row, column)
    assert row in seen(place.high, classes, scrolled[1], height - place.top)


def test_beside_the_cells_is_none() -> None:
    place = heat(5, 400, 300, 60)
    assert place.cell_at(place.left - 1, place.top + 1) is None
    assert place.cell_at(place.left + 1, place.top - 1) is None
    assert place.cell_at(place.left + place.extent[0], place.top + 1) is None


def test_sixty_classes_keep_their_least_size_and_scroll() -> None:
    place = heat(60, 1240, 270, 120)
    assert place.high == SMALLEST_CELL
    assert place.extent[1] > 270
    assert len(seen(place.high, 60, 0, 270 - place.top)) < 60


def test_it_scrolls_no_farther_than_it_must() -> None:
    assert scrolled_to(16, 3, 0, 200) == 0
    assert scrolled_to(16, 20, 0, 200) == 21 * 16 - 200
    assert scrolled_to(16, 2, 100, 200) == 32


@given(st.integers(300, 3000), st.integers(0, 30), st.integers(0, 30), st.integers(0, 900))
def test_a_row_holds_what_fits_and_nothing_overlaps(width: int, came: int, missed: int, name: int) -> None:
    columns = Columns(came, missed, 176, name, 190)
    places = row_places(Box(0, 0, width, 120), came, missed, columns=columns, side=80, gap=8, line=18)
    boxes = (places.question, *places.came, *places.missed)
    assert all(before.right < after.x for before, after in pairwise(boxes))
    assert all(box.right <= width for box in boxes[1:])
    assert 176 <= places.words.width <= max(176, name)
    assert len(places.came) <= came
    assert len(places.missed) <= missed
    room = width - boxes[-1].right >= 3 * (80 + 3 * 8)
    assert not room or (len(places.came), len(places.missed)) == (came, missed)


def test_what_should_have_come_has_room_beside_a_long_answer() -> None:
    columns = Columns(10, 10, 176, 176, 190)
    places = row_places(Box(0, 0, 1260, 120), 10, 10, columns=columns, side=80, gap=8, line=18)
    assert len(places.missed) == 3
    assert len(places.came) >= 6


def test_what_should_have_come_begins_at_the_same_place_in_each_row() -> None:
    columns = Columns(10, 7, 176, 300, 190)
    rows = [
        row_places(Box(0, 0, width, 120), came, missed, columns=columns, side=80, gap=8, line=18)
        for width in (1260, 1262)
        for came, missed in ((10, 7), (10, 2), (3, 1), (0, 0))
    ]
    for some in (rows[:4], rows[4:]):
        assert len({row.missed_words.x for row in some}) == 1
        assert {row.missed[0].x for row in some if row.missed} == {some[0].missed_words.x}
    assert [len(row.missed) for row in rows[:4]] == [3, 2, 1, 0]


def test_a_name_has_what_the_pictures_leave() -> None:
    wide = [
        row_places(
            Box(0, 0, 2540, 120), 10, 3, columns=Columns(10, 3, 176, name, 190), side=80, gap=8, line=18
        ).words.width
        for name in (100, 300, 5000)
    ]
    assert wide[:2] == [176, 300]
    assert 300 < wide[2] < 2540 - 13 * 88


def test_folders_are_cut_where_they_end() -> None:
    def within(letters: int) -> str:
        return shortened("holidays/brick walls/brick walls 5.jpg", lambda text: len(text) <= letters)

    assert within(40) == "holidays/brick walls/brick walls 5.jpg"
    assert within(32) == "…/brick walls/brick walls 5.jpg"
    assert within(20) == "…/brick walls 5.jpg"
    assert within(5) == "…/brick walls 5.jpg"
    assert shortened("alone.jpg", lambda _: False) == "alone.jpg"


def test_a_picture_is_as_large_as_it_fits() -> None:
    assert fitted(200, 100, Box(10, 10, 80, 80)) == Box(10, 30, 80, 40)
    assert fitted(100, 200, Box(0, 0, 80, 80)) == Box(20, 0, 40, 80)
    assert fitted(0, 0, Box(5, 5, 80, 80)).width == 0


def test_a_region_is_where_it_is_in_the_picture() -> None:
    shown = Box(10, 30, 80, 40)
    assert part_of(shown, (800, 400), Region(400, 100, 200, 100)) == Box(50, 40, 20, 10)
    assert part_of(shown, (800, 400), Region(700, 300, 500, 500)) == Box(80, 60, 10, 10)
    assert part_of(shown, (800, 400), Region(900, 500, 10, 10)).width == 0
