"""The classes of one way as a flat table, sorted here."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from imsearch_gui.domain.evaluation_classes import ClassFigures
from imsearch_gui.domain.evaluation_form import measure_label
from imsearch_gui.domain.evaluation_words import measure_words, taken_words
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.evaluate.figures_model import FiguresModel, Index
from imsearch_gui.ui.evaluate.ways_model import about_measure
from imsearch_gui.ui.plain import tip


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what stands in it."""

    title: str
    text: Callable[[ClassFigures], str]
    value: Callable[[ClassFigures], float] | None = None
    """None for names."""
    about: str = ""


def columns_of(measures: Sequence[str]) -> tuple[Column, ...]:
    """The class, its figures, and what it was taken for."""
    return (
        Column(tr("Class"), lambda of: of.name),
        Column(tr("Questions"), lambda of: count(of.questions), lambda of: float(of.questions)),
        *map(_measure, measures),
        Column(
            tr("Taken for"),
            lambda of: taken_words(of.taken_for, of.share),
            about=tr("The other class whose images came first most often, and the share of the questions"),
        ),
    )


def _measure(name: str) -> Column:
    def value(of: ClassFigures) -> float:
        return of.means.get(name, math.nan)

    return Column(measure_label(name), lambda of: measure_words(name, value(of)), value, about=about_measure(name))


class ClassesModel(FiguresModel):
    """Shows the classes that one way was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self._rows: list[ClassFigures] = []

    def show_classes(self, rows: Sequence[ClassFigures], measures: Sequence[str]) -> None:
        """Of another way, in the order that was chosen; the worst first until one is."""
        columns = columns_of(measures)
        self.beginResetModel()
        if [column.title for column in columns] != [column.title for column in self.columns]:
            titles = [column.title for column in columns]
            self.order = (titles.index(measure_label("ap")), False)
        self.columns = columns
        self._rows = list(rows)
        self._put_in_order()
        self.endResetModel()

    def row_at(self, place: int) -> ClassFigures:
        return self._rows[place]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self.order = (column, order is Qt.SortOrder.DescendingOrder)
        self._put_in_order()
        self.endResetModel()

    def _put_in_order(self) -> None:
        """Those without a number stand last either way."""
        place, falling = self.order
        column = self.columns[place]
        if column.value is None:
            self._rows.sort(key=lambda of: column.text(of).casefold(), reverse=falling)
            return
        value = column.value
        known = [of for of in self._rows if math.isfinite(value(of))]
        others = [of for of in self._rows if not math.isfinite(value(of))]
        self._rows = sorted(known, key=value, reverse=falling) + others

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(self._rows[index.row()])
            case Qt.ItemDataRole.ToolTipRole:
                return tip(column.text(self._rows[index.row()])) if column.value is None else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(index.column())
        return None
