"""The table of classes: sorted by a click on a column; a class leads to the questions that were taken for another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from imsearch_gui.domain.evaluation_classes import ClassFigures
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.evaluate.classes_model import ClassesModel
from imsearch_gui.ui.evaluate.ways_model import FALLING
from imsearch_gui.ui.theme import SPACE

ROW = 24
MOST_NAME = 180
"""Pixels of a name; the rest is in its tip."""


class ClassesTable(QTableView):
    """Shows a ClassesModel."""

    chosen = Signal(str, str)
    """A class that was asked for, and the one that it was taken for most often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = ClassesModel(self)
        self.setModel(self.classes)
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

    @property
    def wide(self) -> int:
        """Pixels that all columns need."""
        columns = sum(self.columnWidth(column) for column in range(self.classes.columnCount()))
        return columns + self.verticalScrollBar().sizeHint().width()

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
        """Every column takes what it needs, names no more than some."""
        metrics, head = QFontMetrics(self.font()), QFontMetrics(self.horizontalHeader().font())
        for number, column in enumerate(self.classes.columns):
            texts = (self.classes.index(row, number).data() for row in range(self.classes.rowCount()))
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            widest = min(widest, MOST_NAME) if column.value is None else widest
            title = head.horizontalAdvance(column.title + FALLING)
            self.setColumnWidth(number, max(widest, title) + 2 * SPACE + 2)

    def _choose(self, index: QModelIndex) -> None:
        figures = self.classes.row_at(index.row())
        if figures.taken_for:
            self.chosen.emit(figures.name, figures.taken_for)

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
