"""What stands in the tables and charts of the page of an evaluation: text and numbers, ready for its template. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imsearch_gui.domain.evaluation import EvaluationReport, Measured, Way, WayReport
from imsearch_gui.domain.evaluation_classes import ClassFigures, classes_of
from imsearch_gui.domain.evaluation_form import best_first, headline, measure_label, refinement_words, way_name
from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.refinement import Refinement
from imsearch_gui.domain.wording import milliseconds
from imsearch_gui.searching.evaluation.charts import Bar, Look, bar, curve_path, looks

DIGITS = 3
"""Of a measure."""
NONE = "–"
"""Where there is no number."""
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
    names = headline(report)
    ways = best_first(report, protocol)
    look = looks([way.way for way in report.ways])
    classes = classes_of(report, ways[0], protocol)
    return Part(
        name=report.truth.protocols[protocol].name,
        columns=_columns(report, names),
        ways=_ways(report, ways, protocol, look),
        bars=tuple(
            BarRow(
                look[way.way], way_name(way.way), _with_interval(way.protocols[protocol]), _bar(way.protocols[protocol])
            )
            for way in ways
        ),
        plots=_plots(report, protocol, look),
        best=way_name(ways[0].way),
        class_columns=tuple(measure_label(name) for name in names),
        classes=tuple(_class_row(figures, names) for figures in classes[:MOST_ROWS]),
        more=_more(len(classes) - MOST_ROWS),
    )


def _more(classes: int) -> str:
    return tr("%Ln class(es) that were answered better are not in this table.", "", classes) if classes > 0 else ""


def number(value: float, digits: int = DIGITS) -> str:
    """A measure as it is read; a dash where there is none."""
    return written(value, digits) if math.isfinite(value) else NONE


def summary(report: EvaluationReport, protocol: int) -> str:
    """The best way in a sentence."""
    best = best_first(report, protocol)[0]
    measured = best.protocols[protocol]
    first = headline(report)[0]
    return tr("Best of %Ln way(s): {0} with an mAP of {1} and a {2} of {3}.", "", len(report.ways)).format(
        way_name(best.way), _with_interval(measured), measure_label(first), number(measured.means[first])
    )


def _mean(way: WayReport, protocol: int) -> str:
    return number(way.protocols[protocol].means["ap"]) if way.checked else tr("not checked")


def _with_interval(measured: Measured) -> str:
    low, high = measured.intervals["ap"]
    mean = number(measured.means["ap"])
    return f"{mean} ({number(low)} – {number(high)})" if math.isfinite(low) else mean


def _bar(measured: Measured) -> Bar | None:
    return bar(measured.means["ap"], measured.intervals["ap"])


def _columns(report: EvaluationReport, names: Sequence[str]) -> tuple[str, ...]:
    graph = (f"{tr('Graph recall')}@{report.top[-1]}",) if _has_graph(report) else ()
    return (*map(measure_label, names), tr("Median time"), *graph)


def _has_graph(report: EvaluationReport) -> bool:
    return any(way.graph_recall for way in report.ways)


def _ways(
    report: EvaluationReport, ways: Sequence[WayReport], protocol: int, look: Mapping[Way, Look]
) -> tuple[WayRow, ...]:
    last = report.top[-1]
    columns = [_column([way.protocols[protocol].means[name] for way in ways]) for name in headline(report)]
    columns[list(headline(report)).index("ap")] = _column(
        [way.protocols[protocol].means["ap"] for way in ways],
        texts=[_mean(way, protocol) for way in ways],
        notes=[_ends(way.protocols[protocol]) for way in ways],
    )
    times = [way.times.total if way.checked else math.nan for way in ways]
    texts = [milliseconds(time) if math.isfinite(time) else NONE for time in times]
    columns.append(_column(times, texts=texts, least=True))
    if _has_graph(report):
        columns.append(_column([way.graph_recall.get(last, math.nan) for way in ways]))
    return tuple(
        WayRow(
            look[way.way],
            way.way.model_id,
            tr(way.way.metric.label),
            refinement_words(way.way.refinement),
            tuple(column[place] for column in columns),
        )
        for place, way in enumerate(ways)
    )


def _column(
    values: Sequence[float], *, texts: Sequence[str] = (), notes: Sequence[str] = (), least: bool = False
) -> list[Cell]:
    """The cells of a column. The best ones are marked, as they are read, unless they are most of the column."""
    texts = texts or [number(value) for value in values]
    notes = notes or [""] * len(values)
    known = [value for value in values if math.isfinite(value)]
    best = "" if not known else texts[values.index(min(known) if least else max(known))]
    rare = 2 * list(texts).count(best) <= len(texts)
    return [
        Cell(text, _sort(value), rare and text == best, note)
        for value, text, note in zip(values, texts, notes, strict=True)
    ]


def _sort(value: float) -> str:
    return f"{value:.9g}" if math.isfinite(value) else ""


def _ends(measured: Measured) -> str:
    low, high = measured.intervals["ap"]
    return f"{number(low)} – {number(high)}" if math.isfinite(low) else ""


def _plots(report: EvaluationReport, protocol: int, look: Mapping[Way, Look]) -> tuple[Plot, ...]:
    refinements = dict.fromkeys(way.way.refinement for way in report.ways)
    return tuple(_plot(report, protocol, look, refinement) for refinement in refinements)


def _plot(report: EvaluationReport, protocol: int, look: Mapping[Way, Look], refinement: Refinement) -> Plot:
    ways = [way for way in report.ways if way.way.refinement == refinement]
    metrics = list(dict.fromkeys(way.way.metric for way in ways))
    models = list(dict.fromkeys(way.way.model_id for way in ways))
    of = {(way.way.model_id, way.way.metric): _curve(way, protocol, look) for way in ways}
    return Plot(
        refinement_words(refinement),
        tuple(tr(metric.label) for metric in metrics),
        tuple(LegendRow(model, tuple(of.get((model, metric)) for metric in metrics)) for model in models),
    )


def _curve(way: WayReport, protocol: int, look: Mapping[Way, Look]) -> Curve:
    measured = way.protocols[protocol]
    points = tuple(number(float(measured.curve[place])) for place in LEVELS)
    return Curve(look[way.way], way_name(way.way), number(measured.means["ap"]), curve_path(measured.curve), points)


def _class_row(figures: ClassFigures, names: Sequence[str]) -> ClassRow:
    return ClassRow(
        figures.name,
        figures.questions,
        tuple(Cell(number(figures.means[name]), _sort(figures.means[name])) for name in names),
        f"{figures.taken_for} ({number(figures.share, 2)})" if figures.taken_for else "",
    )
