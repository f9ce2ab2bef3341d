"""A report of an evaluation as other programs read it: the object that the command line writes, and the lines of its table. Pure.

JSON knows neither nan nor infinity: both become null. nan is a measure of a question that has nothing relevant (its `relevant` is
0), infinity the first rank of one to which nothing relevant came. In the table such a cell is empty.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from imsearch_gui import __version__
from imsearch_gui.domain.evaluation import (
    Came,
    EvaluationReport,
    GroundTruth,
    Held,
    Measured,
    Protocol,
    Way,
    WayReport,
)
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.refinement import Expansion, Refinement
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.wording import count

NULL_MEANS = (
    "No number: a measure of a question without relevant pictures (its relevant is 0), a mean where no question has any, the"
    " rank of what did not come (first of a question to which nothing relevant came), or any figure of a way whose geometry could"
    " not be checked (its checked is false)."
)
PLAIN = "plain"
"""The refinement that is none."""
TABLE = ("model", "metric", "refinement", "protocol", "question", "path", "group", "relevant")
"""The first columns of the table; the measures follow, and `unanswered` with the reason why a question could not be asked."""
_SHARES = 2
"""Precisions that a comparison has room for."""


def refinement_key(refinement: Refinement) -> str:
    """'plain'; 'average+reciprocal+geometry'"""
    parts = [] if refinement.expansion is Expansion.NONE else [refinement.expansion.value]
    parts += ["reciprocal"] if refinement.reciprocal else []
    parts += ["geometry"] if refinement.geometry else []
    return "+".join(parts) or PLAIN


def refinement_words(refinement: Refinement) -> str:
    """What is done beyond the plain search; 'plain search' where that is nothing."""
    expansions = {Expansion.AVERAGE: tr("average expansion"), Expansion.ALPHA: tr("alpha expansion")}
    parts = [expansions[refinement.expansion]] if refinement.expansion in expansions else []
    parts += [tr("shared neighbours")] if refinement.reciprocal else []
    parts += [tr("geometry checked")] if refinement.geometry else []
    return " + ".join(parts) or tr("plain search")


def way_name(way: Way) -> str:
    """'classic, Cosine'; with what is done beyond the search, where something is."""
    name = f"{way.model_id}, {tr(way.metric.label)}"
    return f"{name}, {refinement_words(way.refinement)}" if way.refinement.any else name


def lacking(held: Mapping[str, Held]) -> tuple[str, ...]:
    """A sentence on each model that holds vectors of some of the images only; by what the models are called."""
    sentence = tr(
        "{0} holds vectors of {1} of {2} pictures, so its figures do not compare: index the folders with it again first."
    )
    return tuple(
        sentence.format(name, count(its.images), count(its.of)) for name, its in held.items() if its.images < its.of
    )


def best_first(report: EvaluationReport, protocol: int = 0) -> tuple[WayReport, ...]:
    """The ways by their mean average precision under a protocol; equal ones stay as they are."""

    def badness(way: WayReport) -> float:
        mean = way.protocols[protocol].means["ap"]
        return math.inf if math.isnan(mean) else -mean

    return tuple(sorted(report.ways, key=badness))


def headline(report: EvaluationReport) -> tuple[str, ...]:
    """The measures that ways are compared by, as they stand in a table: 'p@1', 'p@5', 'r@10', 'ap', 'ap@10', 'ndcg@10', 'ns'."""
    last = report.top[-1]
    shares = (report.top[:-1] or report.top)[:_SHARES]
    known = report.ways[0].protocols[0].means if report.ways else {}
    means = "ap", f"ap@{last}", f"ndcg@{last}"
    return (*(f"p@{k}" for k in shares), f"r@{last}", *means, *(("ns",) if "ns" in known else ()))


def measure_label(name: str) -> str:
    """'p@5' -> 'P@5'; 'ap@10' -> 'mAP@10'; 'ndcg@10' -> 'nDCG@10': the mean of a measure, as it is called in every language."""
    kind, at, k = name.partition("@")
    return {"ap": "mAP", "ndcg": "nDCG", "ns": "N-S", "rr": "MRR"}.get(kind, kind.upper()) + at + k


def notices_of(report: EvaluationReport, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What the user should know of it, a sentence each and each once; `titles` of models by id, where they are called by those."""
    return tuple(dict.fromkeys([*report.truth.notices, *news_of(report, titles)]))


def news_of(report: EvaluationReport, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Those that the ground truth did not have to say already."""
    called = titles or {}
    named = {called.get(model, model): its for model, its in report.held.items()}
    unanswered = max((len(way.unanswered) for way in report.ways), default=0)
    sentence = tr("%Ln question(s) could not be asked: that counts as if nothing had come.", "", unanswered)
    return (*lacking(named), *report.notices, *((sentence,) if unanswered else ()))


def questions_words(truth: GroundTruth) -> str:
    """'60 questions'; '500 of 10,000 questions'"""
    if not truth.taken_from:
        return tr("%Ln question(s)", "", len(truth.questions))
    return tr("{0} of %Ln question(s)", "", truth.taken_from).format(count(len(truth.questions)))


def report_object(report: EvaluationReport) -> dict[str, Any]:
    """All of it, for `json.dumps(..., allow_nan=False)`."""
    return {
        "version": __version__,
        "library": str(report.library),
        "name": report.library_name,
        "images": report.images,
        "when": report.when.isoformat(),
        "seconds": round(report.seconds, 3),
        "machine": report.machine,
        "null_means": NULL_MEANS,
        "notices": list(notices_of(report)),
        "top": list(report.top),
        "held": {model: {"images": its.images, "of": its.of} for model, its in report.held.items()},
        "groups": list(report.groups),
        "truth": _truth(report.truth),
        "ways": [_way(report, way) for way in report.ways],
    }


def report_rows(report: EvaluationReport) -> Iterator[tuple[Any, ...]]:
    """The names of the columns, then a row for each way, protocol and question."""
    measures = list(report.ways[0].protocols[0].columns) if report.ways else []
    yield (*TABLE, *measures, "unanswered")
    for way in report.ways:
        key = (way.way.model_id, way.way.metric.value, refinement_key(way.way.refinement))
        for protocol, measured in zip(report.truth.protocols, way.protocols, strict=True):
            for number, question in enumerate(report.truth.questions):
                numbers = (finite(measured.columns[name][number]) for name in measures)
                yield (
                    *key,
                    protocol.name,
                    question.name,
                    question.example.path,
                    question.group,
                    protocol.judgements[number].total,
                    *("" if value is None else value for value in numbers),
                    way.unanswered.get(number, ""),
                )


def finite(value: float) -> float | None:
    """The number itself, as Python's own; None for nan and infinity."""
    return float(value) if math.isfinite(value) else None


def _truth(truth: GroundTruth) -> dict[str, Any]:
    return {
        "form": truth.form.value,
        "source": None if truth.source is None else str(truth.source),
        "rule": truth.rule.value,
        "asked": len(truth.questions),
        "asked_of": truth.taken_from or len(truth.questions),
        "candidates": None if truth.candidates is None else len(truth.candidates),
        "protocols": [_protocol(protocol) for protocol in truth.protocols],
        "questions": [
            {
                "name": question.name,
                "path": str(question.example.path),
                "region": None if question.example.region is None else _corners(question.example.region),
                "group": question.group,
                "in_library": question.image_id is not None,
            }
            for question in truth.questions
        ],
    }


def _corners(region: Region) -> list[int]:
    return [region.x, region.y, region.width, region.height]


def _protocol(protocol: Protocol) -> dict[str, Any]:
    judgements = protocol.judgements
    return {
        "name": protocol.name,
        "asked": sum(one.total > 0 for one in judgements),
        "relevant": sum(one.total for one in judgements),
        "absent": sum(one.absent for one in judgements),
        "junk": sum(len(one.junk) for one in judgements),
    }


def _way(report: EvaluationReport, way: WayReport) -> dict[str, Any]:
    times = way.times
    refinement = way.way.refinement
    protocols = report.truth.protocols
    return {
        "model": way.way.model_id,
        "metric": way.way.metric.value,
        "refinement": refinement_key(refinement),
        "how": way.how.value,
        "checked": way.checked,
        "times_ms": {
            "decode": round(times.decode, 3),
            "encode": round(times.encode, 3),
            "search": round(times.search, 3),
            "refine": round(times.refine, 3),
            "total": round(times.total, 3),
            "total_95": round(times.total_95, 3),
        },
        "graph_recall": {str(k): finite(share) for k, share in way.graph_recall.items()},
        "protocols": [
            _measured(report, protocol, measured) for protocol, measured in zip(protocols, way.protocols, strict=True)
        ],
        "confusion": _confusion(report, way),
        "answers": _answers(report, way),
    }


def _measured(report: EvaluationReport, protocol: Protocol, measured: Measured) -> dict[str, Any]:
    from imsearch_gui.domain.measures import RECALLS

    return {
        "name": protocol.name,
        "means": _finite(measured.means),
        "intervals": {name: [finite(low), finite(high)] for name, (low, high) in measured.intervals.items()},
        "by_group": {group: _finite(means) for group, means in measured.by_group.items()},
        "curve": {"recall": RECALLS.tolist(), "precision": [finite(value) for value in measured.curve.tolist()]},
        "questions": [
            {
                "name": question.name,
                "relevant": protocol.judgements[number].total,
                **{name: finite(values[number]) for name, values in measured.columns.items()},
            }
            for number, question in enumerate(report.truth.questions)
        ],
    }


def _finite(numbers: Mapping[str, float]) -> dict[str, float | None]:
    return {name: finite(value) for name, value in numbers.items()}


def _confusion(report: EvaluationReport, way: WayReport) -> dict[str, dict[str, float]] | None:
    """Class that was asked for -> class that came first -> share; only what is not 0, since most of thousands of classes is."""
    if way.confusion is None:
        return None
    return {
        group: {report.groups[place]: float(row[place]) for place in row.nonzero()[0].tolist()}
        for group, row in zip(report.groups, way.confusion, strict=True)
    }


def _answers(report: EvaluationReport, way: WayReport) -> list[dict[str, Any]]:
    """What came to each question, right and wrong by the first protocol."""
    return [
        {
            "name": report.truth.questions[shown.question].name,
            "unanswered": way.unanswered.get(shown.question),
            "first": [_came(one) for one in shown.first],
            "missed": [_came(one) for one in shown.missed],
        }
        for shown in way.shown
    ]


def _came(one: Came) -> dict[str, Any]:
    return {
        "rank": one.rank,
        "path": str(one.path),
        "score": finite(one.score),
        "right": one.right,
        "junk": one.junk,
    }
