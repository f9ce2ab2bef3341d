"""Where the cells of a grid are. Pure arithmetic, so that a million rows cost no more than ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle, in pixels of the window."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GridGeometry:
    """Rows fill lines of `columns` cells; with `split`, the rows from that one on begin a new line below a divider."""

    rows: int = 0
    columns: int = 1
    cell_width: int = 1
    cell_height: int = 1
    split: int | None = None
    """First row below the divider; None for no divider."""
    divider: int = 0
    """Height of the divider."""

    @property
    def lines_above(self) -> int:
        """Lines before the divider; all of them where there is none."""
        return self._lines(self.rows if self.split is None else self.split)

    @property
    def height(self) -> int:
        """Of everything."""
        if self.split is None:
            return self.lines_above * self.cell_height
        below = self._lines(self.rows - self.split)
        return (self.lines_above + below) * self.cell_height + self.divider

    @property
    def divider_top(self) -> int:
        """Where the divider begins; only where there is one."""
        return self.lines_above * self.cell_height

    def box_of(self, row: int) -> Box:
        """The cell of a row."""
        line, column = self.place_of(row)
        top = line * self.cell_height
        if self._below(row):
            top += self.divider
        return Box(column * self.cell_width, top, self.cell_width, self.cell_height)

    def place_of(self, row: int) -> tuple[int, int]:
        """(line, column) of a row, lines counted through the divider."""
        if self._below(row):
            line, column = divmod(row - (self.split or 0), self.columns)
            return self.lines_above + line, column
        return divmod(row, self.columns)

    def row_in(self, line: int, column: int) -> int | None:
        """The row in a line and column; None where there is none."""
        if line < 0 or not 0 <= column < self.columns:
            return None
        first, end = self._span(line)
        row = first + column
        return row if row < end else None

    def nearest_in(self, line: int, column: int) -> int:
        """The row in a line nearest to a column; the first or last line where there is no such line."""
        lines = self.lines_above if self.split is None else self.lines_above + self._lines(self.rows - self.split)
        first, end = self._span(min(max(line, 0), lines - 1))
        return min(first + column, end - 1)

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose cell holds a point; None between and beside them."""
        if x < 0 or y < 0:
            return None
        line = self._line_at(y)
        return None if line is None else self.row_in(line, x // self.cell_width)

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows whose cells touch the stripe from `top` to `bottom`."""
        if self.rows == 0 or bottom < 0:
            return range(0)
        first = self._line_from(max(0, top))
        last = self._line_from(max(0, bottom))
        return range(min(self.rows, self._span(first)[0]), max(0, self._span(last)[1]))

    def runs_in(self, box: Box) -> list[tuple[int, int]]:
        """The rows whose cells touch a rectangle, as (first, last), a run for each line."""
        rows = self.rows_between(box.top, box.top + box.height - 1)
        left = max(0, box.left // self.cell_width)
        right = min(self.columns - 1, (box.left + box.width - 1) // self.cell_width)
        if not rows or left > right:
            return []
        runs = []
        for line in range(self.place_of(rows.start)[0], self.place_of(rows.stop - 1)[0] + 1):
            first = self.row_in(line, left)
            if first is not None:
                runs.append((first, self.nearest_in(line, right)))
        return runs

    def _below(self, row: int) -> bool:
        return self.split is not None and row >= self.split

    def _lines(self, rows: int) -> int:
        return -(-rows // self.columns)

    def _span(self, line: int) -> tuple[int, int]:
        """The rows of a line: the first, and the one behind the last."""
        if self.split is None or line < self.lines_above:
            first, end = line * self.columns, self.rows if self.split is None else self.split
        else:
            first, end = self.split + (line - self.lines_above) * self.columns, self.rows
        return first, min(first + self.columns, end)

    def _line_at(self, y: int) -> int | None:
        if self.split is not None and y >= self.divider_top:
            y -= self.divider
            if y < self.divider_top:
                return None
        return y // self.cell_height

    def _line_from(self, y: int) -> int:
        """The line at `y`, or of the divider that is there the first one below it."""
        line = self._line_at(y)
        return self.lines_above if line is None else line


def fitted(
    *, rows: int, width: int, cell_width: int, cell_height: int, split: int | None, divider: int
) -> GridGeometry:
    """As many columns as fit into `width`, spread over all of it."""
    columns = max(1, width // cell_width)
    if split is not None and not 0 <= split < rows:
        split = None
    return GridGeometry(
        rows=rows,
        columns=columns,
        cell_width=max(cell_width, width // columns),
        cell_height=cell_height,
        split=split,
        divider=divider if split is not None else 0,
    )
