"""What the tables of figures have in common: flat, a row at a time, sorted by a click on a title or by keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from imsearch_gui.ui.evaluate.figures_model import FiguresModel, Index
from imsearch_gui.ui.row_cells import outline_current
from imsearch_gui.ui.theme import SPACE, colour

PAD = SPACE


class FiguresTable(QTableView):
    """Shows a FiguresModel, in rows of one height."""

    def __init__(self, figures: FiguresModel, name: str, row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        figures.setParent(self)
        self.setModel(figures)
        self.setAccessibleName(name)
        self.setProperty("grid", True)
        self.setProperty("ways", True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.sort_by)

    def sort_by(self, column: int) -> None:
        """What is looked for first of a column comes first; by the same column again the other way round."""
        before, falling = self._figures.order
        falls = not falling if column == before else self.falls_first(column)
        self._figures.sort(column, Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder)

    def falls_first(self, column: int) -> bool:
        """Whether the greatest of a column is what is looked for first."""
        raise NotImplementedError

    def spread(self) -> None:
        """Share the width among the columns."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with an arrow to the side sorts by another column, as a click on its title does."""
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        columns = self._figures.columnCount()
        if event.key() in sides and event.modifiers() & Qt.KeyboardModifier.ControlModifier and columns:
            self.sort_by((self._figures.order[0] + sides[Qt.Key(event.key())]) % columns)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are for the actions of the window."""


class FigureCells(QStyledItemDelegate):
    """Text in the room that it has. The current row has the colour of what is chosen, and a bar at its left: it is the one that is
    looked into. Further chosen ones, which are only compared with it, are a little raised."""

    def __init__(self, view: FiguresTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if index.row() == self._view.currentIndex().row():
            self._paint_current(painter, cell, index.column())
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, colour("raised"))
        outline_current(painter, self._view, cell, index)
        room = self.paint_beside(painter, cell.adjusted(PAD, 0, -PAD, 0), index)
        font = self.font_of(index)
        painter.setFont(font)
        painter.setPen(colour("text"))
        text = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        painter.restore()

    def font_of(self, index: Index) -> QFont:
        """What the text of a cell is written in."""
        return self._view.font()

    def paint_beside(self, painter: QPainter, room: QRect, index: Index) -> QRect:
        """Paint what stands in a cell beside its text; returns the room that is left for that."""
        return room

    def _paint_current(self, painter: QPainter, cell: QRect, column: int) -> None:
        painter.fillRect(cell, colour("chosen"))
        if column == 0:
            painter.fillRect(QRect(cell.left(), cell.top() + 3, 3, cell.height() - 6), colour("accent"))
