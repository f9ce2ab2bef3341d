"""The table of all ways: sorted by a click on a column; the chosen ones are drawn, the current one is looked into."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from imsearch_gui.domain.evaluation import EvaluationReport, Way
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.evaluate.figures_model import FALLING, Index
from imsearch_gui.ui.evaluate.figures_table import PAD, FigureCells, FiguresTable
from imsearch_gui.ui.evaluate.looks import SAMPLE, Look, looks, paint_sample
from imsearch_gui.ui.evaluate.ways_model import Role, WaysModel
from imsearch_gui.ui.theme import SPACE, caption_font, colour

ROW = 28
LEAST_ROWS = 2
"""That are seen, however small the window is."""
LEAST_MODEL = 170
"""Pixels for the name of a model, which has what the other columns leave; what it does not show is in its tip."""
MOST_NAMES = 220
"""For a metric or a refinement."""
AIR = 40
"""Pixels that a column has beyond its need, at most: in a wide window the eye would lose the row on its way to the numbers."""
MOST_CHOSEN = 6
"""Ways that are chosen at first: more curves than these are a tangle."""


class WaysTable(FiguresTable):
    """Shows a WaysModel."""

    chosen = Signal(object)
    """tuple[int, ...]: numbers of the ways that are chosen, as they stand."""
    looked_at = Signal(int)
    """Number of the current way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.ways = WaysModel()
        super().__init__(self.ways, tr("All ways"), ROW, parent)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMinimumHeight(LEAST_ROWS * ROW + SPACE)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentRowChanged.connect(self._tell_current)

    def show_report(self, report: EvaluationReport, titles: Mapping[str, str]) -> None:
        """All ways of a report; the best one of each model is chosen, the best of all is the current one."""
        self._cells.looks = looks([way.way for way in report.ways])
        self._cells.ways = tuple(way.way for way in report.ways)
        self.ways.show_report(report, titles)
        self.spread()
        self._choose_best(report)

    @property
    def chosen_ways(self) -> tuple[int, ...]:
        """Numbers of the ways that are chosen, as they stand."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.ways.index(row, 0).data(Role.WAY) for row in rows)

    @property
    def way(self) -> int | None:
        """Number of the current way."""
        index = self.currentIndex()
        return index.data(Role.WAY) if index.isValid() else None

    def sort_by(self, column: int) -> None:
        super().sort_by(column)
        self.scrollTo(self.currentIndex())

    def falls_first(self, column: int) -> bool:
        """The best of a column first."""
        shown = self.ways.columns[column]
        return shown.value is not None and not shown.least_is_best

    def _choose_best(self, report: EvaluationReport) -> None:
        rows: dict[str, int] = {}
        for row in range(self.ways.rowCount()):
            rows.setdefault(report.ways[self.ways.index(row, 0).data(Role.WAY)].way.model_id, row)
        selection = QItemSelection()
        for row in list(rows.values())[:MOST_CHOSEN]:
            selection.select(self.ways.index(row, 0), self.ways.index(row, self.ways.columnCount() - 1))
        model = self.selectionModel()
        model.setCurrentIndex(self.ways.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def spread(self) -> None:
        """Everything takes what it needs, a little more where there is room; the names of models have what the others leave."""
        if not self.ways.columnCount():
            return
        widths = [self._cells.width_of(column, self.horizontalHeader()) for column in range(self.ways.columnCount())]
        for column, width in enumerate(widths[1:], 1):
            if self.ways.columns[column].value is None:
                widths[column] = min(width, MOST_NAMES)
        room = self.viewport().width() - sum(widths[1:])
        widths[0] = max(LEAST_MODEL, min(room, widths[0]))
        airy = min(AIR, max(0, room - widths[0]) // len(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + airy)

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.chosen_ways)

    def _tell_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(index.data(Role.WAY))


class _Cells(FigureCells):
    """A piece of its line before the name of the model; the best value bold; the interval quieter."""

    def __init__(self, view: WaysTable) -> None:
        super().__init__(view)
        self._ways = view.ways
        self.looks: dict[Way, Look] = {}
        self.ways: tuple[Way, ...] = ()

    def width_of(self, column: int, header: QHeaderView) -> int:
        """Room for the widest text of a column, its title and the arrow beside it."""
        bold = QFontMetrics(_bold(self._view.font()))
        quieter = QFontMetrics(caption_font())
        widest = 0
        for row in range(self._ways.rowCount()):
            index = self._ways.index(row, column)
            more = index.data(Role.MORE)
            wide = bold.horizontalAdvance(index.data()) + (quieter.horizontalAdvance(more) + PAD if more else 0)
            widest = max(widest, wide)
        if not column:
            widest += SAMPLE + PAD
        title = QFontMetrics(header.font()).horizontalAdvance(self._ways.columns[column].title + FALLING)
        # A text that fits to the pixel is elided all the same where its width was rounded.
        return max(widest, title) + 2 * PAD + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def font_of(self, index: Index) -> QFont:
        return _bold(self._view.font()) if index.data(Role.BEST) else self._view.font()

    def paint_beside(self, painter: QPainter, room: QRect, index: Index) -> QRect:
        if index.column() == 0 and self.ways:
            look = self.looks[self.ways[index.data(Role.WAY)]]
            paint_sample(painter, look, room.left(), room.center().y() + 0.5)
            room = room.adjusted(SAMPLE + PAD, 0, 0, 0)
        if more := index.data(Role.MORE):
            painter.setFont(caption_font())
            painter.setPen(colour("quiet"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, more)
            room = room.adjusted(0, 0, -QFontMetrics(caption_font()).horizontalAdvance(more) - PAD, 0)
        return room


def _bold(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    return strong
