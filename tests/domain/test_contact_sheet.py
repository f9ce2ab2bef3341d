"""Where everything stands on a contact sheet."""

from __future__ import annotations

from itertools import combinations

import pytest

from imsearch_gui.domain.contact_sheet import MOST_COLUMNS, MOST_PIXELS, Box, Paper, Sheet, lay_out


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x + 0.01
        or other.x + other.width <= one.x + 0.01
        or one.y + one.height <= other.y + 0.01
        or other.y + other.height <= one.y + 0.01
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("columns", [1, 2, 4, 7, MOST_COLUMNS])
def test_nothing_overlaps_or_leaves_the_page(paper: Paper, landscape: bool, columns: int) -> None:
    layout = lay_out(Sheet(True, columns, 512, paper, landscape), 1000)
    assert layout.footer is not None
    boxes = [layout.footer, *(box for cell in layout.cells for box in (cell.picture, cell.caption))]
    for box in boxes:
        assert box.width > 0
        assert box.height > 0
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= layout.width
        assert box.y + box.height <= layout.height
    assert all(apart(one, other) for one, other in combinations(boxes[:60], 2))
    assert layout.pages == -(-1000 // len(layout.cells))
    assert (layout.width > layout.height) is landscape


def test_a_page_is_used_to_its_end() -> None:
    for columns in range(2, 9):
        layout = lay_out(Sheet(True, columns), 1000)
        last = layout.cells[-1].caption
        assert last.y + last.height > 0.85 * layout.height, columns


def test_a_png_is_as_high_as_it_needs_to_be_and_no_larger_than_can_be_drawn() -> None:
    sheet = Sheet(False, 6, 256)
    layout = lay_out(sheet, 30)
    assert (len(layout.cells), layout.pages) == (30, 1)
    assert layout.fits
    assert layout.height < lay_out(sheet, 31).height
    assert lay_out(sheet, 3).width < layout.width, "no empty columns"
    large = lay_out(Sheet(False, 10, 1024), 100)
    assert large.pixels > MOST_PIXELS
    assert not large.fits
    assert not lay_out(Sheet(False, 1, 128), 300).fits, "painters end at 32,767 pixels"
