"""The ways of a report as a flat table with named roles, sorted here."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from imsearch_gui.domain.evaluation import EvaluationReport, Measured, WayReport
from imsearch_gui.domain.evaluation_form import headline, measure_label, refinement_words
from imsearch_gui.domain.evaluation_words import (
    FEWER,
    NOTHING,
    begun,
    best_of,
    interval_words,
    measure_words,
    number_words,
)
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.wording import milliseconds
from imsearch_gui.ui.evaluate.figures_model import FiguresModel, Index
from imsearch_gui.ui.plain import tip


class Role(IntEnum):
    """What a view may ask of a cell, beside its text."""

    WAY = Qt.ItemDataRole.UserRole + 1
    """Number of the way in the report."""
    VALUE = Qt.ItemDataRole.UserRole + 2
    """float; nan where there is none."""
    BEST = Qt.ItemDataRole.UserRole + 3
    """Whether no other way has a value that reads better."""
    MORE = Qt.ItemDataRole.UserRole + 4
    """What stands behind the value, quieter: the 95 % interval."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what stands in it."""

    title: str
    text: Callable[[WayReport, Measured], str]
    value: Callable[[WayReport, Measured], float] | None = None
    """None for names."""
    more: Callable[[Measured], str] = lambda _: ""
    least_is_best: bool = False
    about: str = ""


def columns_of(report: EvaluationReport, titles: Mapping[str, str]) -> tuple[Column, ...]:
    """Those that have something to say of this report."""
    names = (
        Column(tr("Model"), lambda way, _: titles.get(way.way.model_id, way.way.model_id)),
        Column(tr("Metric"), lambda way, _: tr(way.way.metric.label)),
        Column(tr("Refinement"), lambda way, _: begun(refinement_words(way.way.refinement))),
    )
    measures = [_measure(name) for name in headline(report)]
    time = Column(
        tr("Time"),
        lambda way, _: milliseconds(way.times.total) if way.checked else NOTHING,
        lambda way, _: way.times.total if way.checked else math.nan,
        least_is_best=True,
        about=tr("Median of what one question takes: decoding, encoding and searching"),
    )
    graph = Column(
        tr("Graph"),
        lambda way, _: number_words(_recall(way), FEWER),
        lambda way, _: _recall(way),
        about=tr("Of the {0} best images, the share that the graph finds").format(report.top[-1]),
    )
    return (*names, *measures, time, *((graph,) if any(way.graph_recall for way in report.ways) else ()))


def _measure(name: str) -> Column:
    def value(_: WayReport, measured: Measured) -> float:
        return measured.means.get(name, math.nan)

    def text(way: WayReport, measured: Measured) -> str:
        never = name == "ap" and not way.checked
        return tr("not checked") if never else measure_words(name, value(way, measured))

    return Column(
        measure_label(name),
        text,
        value,
        (lambda measured: interval_words(measured.intervals.get(name))) if name == "ap" else (lambda _: ""),
        about=about_measure(name),
    )


def about_measure(name: str) -> str:
    """What a measure is, in a sentence."""
    kind, at, k = name.partition("@")
    if kind == "ap" and at:
        return tr("Mean average precision of the first {0} images alone").format(k)
    return {
        "p": tr("Of the first {0} images, the share that is right"),
        "r": tr("Of all right images, the share that is among the first {0}"),
        "ap": tr("Mean average precision, with its 95 % interval"),
        "ndcg": tr("What the first {0} images are worth, less the later they come"),
        "ns": tr("How many of the four pictures of an object are among the first four"),
    }[kind].format(k)


def _recall(way: WayReport) -> float:
    return way.graph_recall[max(way.graph_recall)] if way.graph_recall else math.nan


class WaysModel(FiguresModel):
    """Shows the ways of one report under one of its protocols."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: EvaluationReport | None = None
        self._protocol = 0
        self.columns: tuple[Column, ...] = ()
        self._rows: list[int] = []
        self._values: list[list[float]] = []
        """[column][way]; nothing for names."""
        self._best: list[frozenset[int]] = []
        """[column] ways"""

    def show_report(self, report: EvaluationReport, titles: Mapping[str, str]) -> None:
        """All its ways, best first; `titles` of models by id."""
        self.beginResetModel()
        self._report, self._protocol = report, 0
        self.columns = columns_of(report, titles)
        self.order = (self.column("mAP"), True)
        self._evaluate()
        self._rows = self._sorted()
        self.endResetModel()

    def show_protocol(self, protocol: int) -> None:
        """The same ways under another protocol, in the same column's order."""
        self._protocol = protocol
        self._evaluate()
        self.sort(self.order[0], _ORDERS[self.order[1]])
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def column(self, title: str) -> int:
        """Where a column is, by what it is called."""
        return [column.title for column in self.columns].index(title)

    def row_of(self, way: int) -> int:
        return self._rows.index(way)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order = (column, order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ways = [self._rows[index.row()] for index in before]
        self._rows = self._sorted()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        after = [self.index(self._rows.index(way), index.column()) for way, index in zip(ways, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self) -> list[int]:
        """Ways in order; those without a number stand last either way."""
        assert self._report is not None
        place, falling = self.order
        ways = range(len(self._report.ways))
        values = self._values[place]
        if not values:
            return sorted(ways, key=lambda way: self._text(place, way).casefold(), reverse=falling)
        known = sorted(
            (way for way in ways if math.isfinite(values[way])), key=lambda way: values[way], reverse=falling
        )
        return known + [way for way in ways if not math.isfinite(values[way])]

    def _evaluate(self) -> None:
        assert self._report is not None
        ways = self._report.ways
        self._values = [
            [column.value(way, way.protocols[self._protocol]) for way in ways] if column.value is not None else []
            for column in self.columns
        ]
        self._best = [
            best_of(values, [self._text(place, way) for way in range(len(ways))], least=column.least_is_best)
            if values
            else frozenset()
            for place, (column, values) in enumerate(zip(self.columns, self._values, strict=True))
        ]

    def _text(self, column: int, way: int) -> str:
        assert self._report is not None
        report = self._report.ways[way]
        return self.columns[column].text(report, report.protocols[self._protocol])

    def _more(self, column: int, way: int) -> str:
        assert self._report is not None
        return self.columns[column].more(self._report.ways[way].protocols[self._protocol])

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        way, column = self._rows[index.row()], index.column()
        match role:
            case Role.WAY:
                return way
            case Role.VALUE:
                return self._values[column][way] if self._values[column] else math.nan
            case Role.BEST:
                return way in self._best[column]
            case Role.MORE:
                return self._more(column, way)
            case Qt.ItemDataRole.DisplayRole:
                return self._text(column, way)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._text(column, way)) if not self._values[column] else None
            case Qt.ItemDataRole.AccessibleTextRole:
                said = " ".join(part for part in (self._text(column, way), self._more(column, way)) if part)
                return tr("{0}, the best").format(said) if way in self._best[column] else said
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
        return None


_ORDERS = {True: Qt.SortOrder.DescendingOrder, False: Qt.SortOrder.AscendingOrder}
