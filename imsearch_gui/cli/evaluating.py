"""`imsearch evaluate LIBRARY [TRUTH]`: how well a library answers. Imports the engine, so it is imported when it runs."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from imsearch_gui.cli.output import CSV, JSON, Output, aligned, shown
from imsearch_gui.cli.progress_bar import follow_page, follow_questions
from imsearch_gui.domain.evaluation import EvaluationReport, TruthForm, WayReport
from imsearch_gui.domain.evaluation_form import (
    best_first,
    headline,
    lacking,
    measure_label,
    notices_of,
    questions_words,
    refinement_key,
    report_object,
    report_rows,
)
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.apart import Apart
from imsearch_gui.library.library import Library
from imsearch_gui.searching.evaluation import page
from imsearch_gui.searching.evaluation.run import evaluate, holdings, ways_of
from imsearch_gui.searching.evaluation.sampling import some_questions
from imsearch_gui.searching.evaluation.truth import read_truth

NOTHING = "-"
"""Where there is no number."""
NOT_CHECKED = "not checked"
"""Where the geometry of a way could not be checked, in place of its mean."""
_WORDS = 3
"""Columns before the numbers."""


def run(args: Namespace, output: Output) -> int:
    """Ask, measure and tell; returns the exit status."""
    if args.report is not None:
        page.check_place(args.report)
    with closing(Apart(kept=page.LANES)) as apart, Library.open(args.library) as library:
        metrics = [Metric(name) for name in args.metric]
        ways = ways_of(library, args.model or None, metrics or None, refinements_of(args))
        truth = read_truth(library, args.truth, None if args.truth_form is None else TruthForm(args.truth_form))
        truth = some_questions(truth, args.questions)
        # It may take hours, so that this is said first.
        warned = lacking(holdings(library, list(dict.fromkeys(way.model_id for way in ways)), truth))
        for sentence in warned:
            output.complain(sentence)
        top = tuple(sorted(set(args.top)))
        with closing(
            evaluate(library, ModelStore(), truth, ways, top=top, provider=args.provider, decoding=apart)
        ) as job:
            report = follow_questions(job)
        if args.report is not None:
            with closing(page.writing(report, args.report, apart)) as writing:
                follow_page(writing)
    for notice in notices_of(report):
        if notice not in warned:
            output.complain(notice)
    output.result(
        report_object(report) if args.form == JSON else {},
        report_text(report, args.report),
        list(report_rows(report)) if args.form == CSV else (),
    )
    return 0


def refinements_of(args: Namespace) -> tuple[Refinement, ...]:
    """The plain way, and each that is named by itself."""
    named = [Refinement(Expansion(how)) for how in args.expand]
    named += [Refinement(reciprocal=True)] if args.reciprocal else []
    named += [Refinement(geometry=True)] if args.verify else []
    return (PLAIN, *named)


def report_text(report: EvaluationReport, written: Path | None = None) -> Iterator[str]:
    """A table of the ways for each protocol, best first; `written` is the page, where there is one."""
    truth = report.truth
    head = _head(report)
    for place, protocol in enumerate(truth.protocols):
        if protocol.name:
            yield shown(protocol.name)
        rows = [_row(report, way, place) for way in best_first(report, place)]
        yield from aligned([head, *rows], right=range(_WORDS, len(head)))
        yield ""
    source = "" if truth.source is None else f" {shown(truth.source)}"
    yield (
        f"{questions_words(truth)} to {report.images} images, ground truth: {truth.form.value}{source};"
        f" {report.seconds:.1f} s"
    )
    if written is not None:
        yield f"The page was written to {shown(written)}."


def _head(report: EvaluationReport) -> list[str]:
    head = ["model", "metric", "refinement"]
    for name in headline(report):
        head += [measure_label(name), "95 % interval"] if name == "ap" else [measure_label(name)]
    return [*head, "median ms", *([f"graph recall@{report.top[-1]}"] if _has_graph(report) else [])]


def _row(report: EvaluationReport, way: WayReport, protocol: int) -> list[str]:
    measured = way.protocols[protocol]
    row = [way.way.model_id, way.way.metric.value, refinement_key(way.way.refinement)]
    for name in headline(report):
        row.append(NOT_CHECKED if name == "ap" and not way.checked else _number(measured.means[name]))
        if name == "ap":
            row.append(" - ".join(map(_number, measured.intervals[name])))
    row.append(f"{way.times.total:.1f}" if way.checked else NOTHING)
    if _has_graph(report):
        row.append(_number(way.graph_recall.get(report.top[-1], math.nan)))
    return row


def _has_graph(report: EvaluationReport) -> bool:
    return any(way.graph_recall for way in report.ways)


def _number(value: float) -> str:
    return f"{value:.3f}" if math.isfinite(value) else NOTHING
