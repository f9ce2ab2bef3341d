"""Where cells are: against a grid that is laid out one cell after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imsearch_gui.ui.grid_geometry import Box, GridGeometry, fitted


@st.composite
def grids(draw: st.DrawFn) -> GridGeometry:
    rows = draw(st.integers(1, 60))
    split = draw(st.none() | st.integers(0, rows - 1))
    return GridGeometry(
        rows=rows,
        columns=draw(st.integers(1, 7)),
        cell_width=draw(st.integers(1, 9)),
        cell_height=draw(st.integers(1, 9)),
        split=split,
        divider=0 if split is None else draw(st.integers(1, 9)),
    )


def laid_out(grid: GridGeometry) -> list[Box]:
    """Every cell, as one would set them by hand."""
    boxes: list[Box] = []
    column, top = 0, 0
    for row in range(grid.rows):
        if row == grid.split:
            top += (grid.cell_height if column else 0) + grid.divider
            column = 0
        elif column == grid.columns:
            column, top = 0, top + grid.cell_height
        boxes.append(Box(column * grid.cell_width, top, grid.cell_width, grid.cell_height))
        column += 1
    return boxes


@given(grids())
def test_cells_are_where_setting_them_one_by_one_puts_them(grid: GridGeometry) -> None:
    boxes = laid_out(grid)
    assert [grid.box_of(row) for row in range(grid.rows)] == boxes
    assert grid.height == boxes[-1].top + grid.cell_height


@given(grids(), st.integers(-5, 80), st.integers(-5, 700))
def test_a_point_is_in_the_cell_that_holds_it(grid: GridGeometry, x: int, y: int) -> None:
    holding = [
        row
        for row, box in enumerate(laid_out(grid))
        if box.left <= x < box.left + box.width and box.top <= y < box.top + box.height
    ]
    assert grid.row_at(x, y) == (holding[0] if holding else None)


@given(grids(), st.integers(-50, 700), st.integers(0, 300))
def test_a_stripe_shows_the_rows_that_touch_it(grid: GridGeometry, top: int, height: int) -> None:
    bottom = top + height
    touching = [row for row, box in enumerate(laid_out(grid)) if box.top <= bottom and box.top + box.height > top]
    rows = grid.rows_between(top, bottom)
    assert set(touching) <= set(rows)
    # Whole lines, and of a divider that is touched the line below it: no more than that.
    assert len(rows) <= len(touching) + grid.columns


@given(grids(), st.data())
def test_a_place_is_the_way_back_to_its_row(grid: GridGeometry, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.rows - 1))
    line, column = grid.place_of(row)
    assert grid.row_in(line, column) == row
    assert grid.nearest_in(line, column) == row


def test_a_short_line_takes_its_last_cell() -> None:
    grid = GridGeometry(rows=8, columns=3, cell_width=10, cell_height=10, split=4, divider=5)
    assert grid.nearest_in(1, 2) == 3  # the line before the divider has one cell
    assert grid.nearest_in(2, 2) == 6
    assert grid.nearest_in(99, 0) == 7
    assert grid.nearest_in(-1, 1) == 1


@pytest.mark.parametrize(("width", "columns", "cell"), [(99, 1, 100), (100, 1, 100), (250, 2, 125), (50, 1, 100)])
def test_cells_share_the_width(width: int, columns: int, cell: int) -> None:
    grid = fitted(rows=10, width=width, cell_width=100, cell_height=120, split=None, divider=8)
    assert (grid.columns, grid.cell_width, grid.divider) == (columns, cell, 0)


def test_a_split_behind_the_last_row_is_none() -> None:
    assert fitted(rows=10, width=100, cell_width=10, cell_height=10, split=10, divider=8).split is None


def test_a_million_rows_in_one_column_fit_into_the_range_of_a_scroll_bar() -> None:
    grid = fitted(rows=1_000_000, width=100, cell_width=100, cell_height=420, split=None, divider=0)
    assert grid.height < 2**31
