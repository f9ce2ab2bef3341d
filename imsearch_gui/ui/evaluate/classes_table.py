"""The table of classes: sorted by a click on a column; a class leads to the questions that were taken for another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from imsearch_gui.domain.evaluation_classes import ClassFigures
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.evaluate.classes_model import ClassesModel
from imsearch_gui.ui.evaluate.figures_model import FALLING, Index
from imsearch_gui.ui.evaluate.figures_table import PAD, FigureCells, FiguresTable

ROW = 24
MOST_NAME = 160
"""Pixels of a name; the rest is in its tip."""
LEAST_NAME = 110
"""Where there is little room."""


class ClassesTable(FiguresTable):
    """Shows a ClassesModel."""

    chosen = Signal(str, str)
    """A class that was asked for, and the one that it was taken for most often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.classes = ClassesModel()
        super().__init__(self.classes, tr("Classes, with their figures"), ROW, parent)
        self.setItemDelegate(FigureCells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumSize(240, 140)
        self.doubleClicked.connect(self._choose)
        self._needed = 0

    @property
    def wide(self) -> int:
        """Pixels that all columns need."""
        return self._needed + self.verticalScrollBar().sizeHint().width()

    def show_classes(self, rows: Sequence[ClassFigures], measures: Sequence[str]) -> None:
        """Those of another way."""
        self.classes.show_classes(rows, measures)
        self.spread()

    def falls_first(self, column: int) -> bool:
        """The worst of a column first."""
        return False

    def spread(self) -> None:
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

    def _choose(self, index: Index) -> None:
        figures = self.classes.row_at(index.row())
        if figures.taken_for:
            self.chosen.emit(figures.name, figures.taken_for)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does as a double click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
