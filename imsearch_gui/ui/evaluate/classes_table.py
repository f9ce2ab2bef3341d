"""The table of classes: sorted by a click on a column; a class leads to the questions that were taken for another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from imsearch_gui.domain.evaluation_classes import ClassFigures
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.evaluate.classes_model import ClassesModel
from imsearch_gui.ui.evaluate.ways_model import FALLING
from imsearch_gui.ui.evaluate.ways_table import paint_current
from imsearch_gui.ui.theme import SPACE, colour

ROW = 24
PAD = SPACE
MOST_NAME = 160
"""Pixels of a name; the rest is in its tip."""
LEAST_NAME = 110
"""Where there is little room."""


Index = QModelIndex | QPersistentModelIndex


class ClassesTable(QTableView):
    """Shows a ClassesModel."""

    chosen = Signal(str, str)
    """A class that was asked for, and the one that it was taken for most often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = ClassesModel(self)
        self.setModel(self.classes)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(tr("Classes, with their figures"))
        self.setProperty("grid", True)
        self.setProperty("ways", True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setMinimumSize(240, 140)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.sort_by)
        self.doubleClicked.connect(self._choose)
        self._needed = 0

    @property
    def wide(self) -> int:
        """Pixels that all columns need."""
        return self._needed + self.verticalScrollBar().sizeHint().width()

    def show_classes(self, rows: Sequence[ClassFigures], measures: Sequence[str]) -> None:
        """Those of another way."""
        self.classes.show_classes(rows, measures)
        self._spread()

    def sort_by(self, column: int) -> None:
        """The worst of a column first; by the same column again the other way round."""
        before, falling = self.classes.order
        falls = not falling if column == before else False
        self.classes.sort(column, Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder)

    def _spread(self) -> None:
        """Numbers take what they need; the two names share what is left, as far as they need it."""
        if not self.classes.columns:
            return
        metrics, head = QFontMetrics(self.font()), QFontMetrics(self.horizontalHeader().font())
        needed = []
        for number, column in enumerate(self.classes.columns):
            texts = (self.classes.index(row, number).data() for row in range(self.classes.rowCount()))
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            widest = min(widest, MOST_NAME) if column.value is None else widest
            needed.append(max(widest, head.horizontalAdvance(column.title + FALLING)) + 2 * PAD + 2)
        self._needed = sum(needed)
        room = self.viewport().width() - sum(needed[1:-1])
        first = min(needed[0], max(LEAST_NAME, room // 2, room - needed[-1]))
        for number, width in enumerate([first, *needed[1:-1], max(LEAST_NAME, room - first)]):
            self.setColumnWidth(number, width)

    def _choose(self, index: QModelIndex) -> None:
        figures = self.classes.row_at(index.row())
        if figures.taken_for:
            self.chosen.emit(figures.name, figures.taken_for)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does as a double click; Ctrl with an arrow to the side sorts by another column."""
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.key() in sides and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.classes.columns:
            self.sort_by((self.classes.order[0] + sides[Qt.Key(event.key())]) % self.classes.columnCount())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are for the actions of the window."""


class _Cells(QStyledItemDelegate):
    """As those of the table of all ways."""

    def __init__(self, view: ClassesTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, state = option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, colour("raised"))
        if index.row() == self._view.currentIndex().row():
            paint_current(self._view, painter, cell, index.column())
        painter.setFont(self._view.font())
        painter.setPen(colour("text"))
        room = cell.adjusted(PAD, 0, -PAD, 0)
        text = QFontMetrics(self._view.font()).elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        painter.restore()
