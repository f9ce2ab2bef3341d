"""What stands in the tables and charts of the page of an evaluation: text and numbers, ready for its template. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imsearch_gui.domain.evaluation import EvaluationReport, Measured, Way, WayReport
from imsearch_gui.domain.evaluation_classes import ClassFigures, classes_of
from imsearch_gui.domain.evaluation_form import best_first, headline, measure_label, refinement_words
from imsearch_gui.domain.evaluation_words import (
    FEWER,
    NOTHING,
    begun,
    best_of,
    distinct,
    interval_words,
    measure_words,
    number_words,
    taken_words,
    way_words,
)
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.refinement import Refinement
from imsearch_gui.domain.wording import milliseconds
from imsearch_gui.searching.evaluation.charts import Bar, Look, bar, curve_path, looks

MOST_ROWS = 200
"""Classes in a table: the worst ones, where there are more."""
LEVELS = range(0, 101, 10)
"""Of recall, in the table of a curve: the eleven points."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table."""

    text: str
    sort: str
    """The number that the column is sorted by; empty where there is none, which comes last in either direction."""
    best: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class WayRow:
    """A way in the table of all ways."""

    look: Look
    model: str
    id: str
    """Of the model, as the command line takes it; empty where that is what it is called."""
    metric: str
    refinement: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class BarRow:
    """A way in the chart of means."""

    look: Look
    name: str
    text: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The line of a way."""

    look: Look
    name: str
    text: str
    path: str
    points: tuple[str, ...]
    """Precision at LEVELS."""


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A model, and the line that it has in each metric of the chart, where it was asked in that."""

    model: str
    curves: tuple[Curve | None, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart of precision and recall: all ways of one refinement."""

    title: str
    metrics: tuple[str, ...]
    legend: tuple[LegendRow, ...]

    @property
    def curves(self) -> list[Curve]:
        return [curve for row in self.legend for curve in row.curves if curve is not None]


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class in the table of the best way."""

    name: str
    questions: int
    cells: tuple[Cell, ...]
    mistaken: str
    """The class that came first most often in its place, with the share; empty where none did."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the page says under one protocol."""

    name: str
    """Empty where there is only one."""
    columns: tuple[str, ...]
    ways: tuple[WayRow, ...]
    bars: tuple[BarRow, ...]
    plots: tuple[Plot, ...]
    best: str
    """The way that the classes are of."""
    class_columns: tuple[str, ...]
    classes: tuple[ClassRow, ...]
    more: str
    """A sentence on the classes that are not in the table."""


def part(report: EvaluationReport, protocol: int) -> Part:
    """All that is said under one protocol."""
    names, titles = headline(report), distinct(report.titles)
    ways = best_first(report, protocol)
    look = looks([way.way for way in report.ways])
    classes = classes_of(report, ways[0], protocol)
    return Part(
        name=report.truth.protocols[protocol].name,
        columns=_columns(report, names),
        ways=_ways(report, ways, protocol, look),
        bars=tuple(
            BarRow(
                look[way.way],
                way_words(way.way, titles),
                _with_interval(way.protocols[protocol]),
                _bar(way.protocols[protocol]),
            )
            for way in ways
        ),
        plots=_plots(report, protocol, look),
        best=way_words(ways[0].way, titles),
        class_columns=tuple(measure_label(name) for name in names),
        classes=tuple(_class_row(figures, names) for figures in classes[:MOST_ROWS]),
        more=_more(len(classes) - MOST_ROWS),
    )


def _more(classes: int) -> str:
    return tr("%Ln class(es) that were answered better are not in this table.", "", classes) if classes > 0 else ""


def summary(report: EvaluationReport, protocol: int) -> str:
    """The best way in a sentence."""
    best = best_first(report, protocol)[0]
    measured = best.protocols[protocol]
    first = headline(report)[0]
    return tr("Best of %Ln way(s): {0} with an mAP of {1} and a {2} of {3}.", "", len(report.ways)).format(
        way_words(best.way, distinct(report.titles)),
        _with_interval(measured),
        measure_label(first),
        measure_words(first, measured.means[first]),
    )


def _with_interval(measured: Measured) -> str:
    mean, interval = number_words(measured.means["ap"]), interval_words(measured.intervals["ap"])
    return f"{mean} ({interval})" if interval else mean


def _bar(measured: Measured) -> Bar | None:
    return bar(measured.means["ap"], measured.intervals["ap"])


def _columns(report: EvaluationReport, names: Sequence[str]) -> tuple[str, ...]:
    graph = (tr("Graph"),) if _has_graph(report) else ()
    return (*map(measure_label, names), tr("Time"), *graph)


def _has_graph(report: EvaluationReport) -> bool:
    return any(way.graph_recall for way in report.ways)


def _ways(
    report: EvaluationReport, ways: Sequence[WayReport], protocol: int, look: Mapping[Way, Look]
) -> tuple[WayRow, ...]:
    titles = distinct(report.titles)
    columns = [_measure(name, ways, protocol) for name in headline(report)]
    times = [way.times.total if way.checked else math.nan for way in ways]
    texts = [milliseconds(time) if math.isfinite(time) else NOTHING for time in times]
    columns.append(_column(times, texts, least=True))
    if _has_graph(report):
        shares = [way.graph_recall.get(report.top[-1], math.nan) for way in ways]
        columns.append(_column(shares, [number_words(share, FEWER) for share in shares]))
    called = [titles.get(way.way.model_id, way.way.model_id) for way in ways]
    return tuple(
        WayRow(
            look[way.way],
            called[place],
            way.way.model_id if way.way.model_id != called[place] else "",
            tr(way.way.metric.label),
            begun(refinement_words(way.way.refinement)),
            tuple(column[place] for column in columns),
        )
        for place, way in enumerate(ways)
    )


def _measure(name: str, ways: Sequence[WayReport], protocol: int) -> list[Cell]:
    values = [way.protocols[protocol].means[name] for way in ways]
    texts = [measure_words(name, value) for value in values]
    if name != "ap":
        return _column(values, texts)
    texts = [text if way.checked else tr("not checked") for text, way in zip(texts, ways, strict=True)]
    return _column(values, texts, [interval_words(way.protocols[protocol].intervals["ap"]) for way in ways])


def _column(
    values: Sequence[float], texts: Sequence[str], notes: Sequence[str] = (), *, least: bool = False
) -> list[Cell]:
    best = best_of(values, texts, least=least)
    return [
        Cell(text, _sort(value), place in best, note)
        for place, (value, text, note) in enumerate(zip(values, texts, notes or [""] * len(values), strict=True))
    ]


def _sort(value: float) -> str:
    return f"{value:.9g}" if math.isfinite(value) else ""


def _plots(report: EvaluationReport, protocol: int, look: Mapping[Way, Look]) -> tuple[Plot, ...]:
    refinements = dict.fromkeys(way.way.refinement for way in report.ways)
    return tuple(_plot(report, protocol, look, refinement) for refinement in refinements)


def _plot(report: EvaluationReport, protocol: int, look: Mapping[Way, Look], refinement: Refinement) -> Plot:
    titles = distinct(report.titles)
    ways = [way for way in report.ways if way.way.refinement == refinement]
    metrics = list(dict.fromkeys(way.way.metric for way in ways))
    models = list(dict.fromkeys(way.way.model_id for way in ways))
    of = {(way.way.model_id, way.way.metric): _curve(way, protocol, look, titles) for way in ways}
    return Plot(
        begun(refinement_words(refinement)),
        tuple(tr(metric.label) for metric in metrics),
        tuple(
            LegendRow(titles.get(model, model), tuple(of.get((model, metric)) for metric in metrics))
            for model in models
        ),
    )


def _curve(way: WayReport, protocol: int, look: Mapping[Way, Look], titles: Mapping[str, str]) -> Curve:
    measured = way.protocols[protocol]
    points = tuple(number_words(float(measured.curve[place])) for place in LEVELS)
    name, mean = way_words(way.way, titles), number_words(measured.means["ap"])
    return Curve(look[way.way], name, mean, curve_path(measured.curve), points)


def _class_row(figures: ClassFigures, names: Sequence[str]) -> ClassRow:
    return ClassRow(
        figures.name,
        figures.questions,
        tuple(Cell(measure_words(name, figures.means[name]), _sort(figures.means[name])) for name in names),
        taken_words(figures.taken_for, figures.share),
    )
