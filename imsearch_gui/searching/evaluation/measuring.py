"""From the rankings of one way to its measures. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import numpy as np

from imsearch_gui.domain import measures
from imsearch_gui.domain.evaluation import ApRule, Measured, Numbers, QueryTimes, Question, Ranking, TruthForm
from imsearch_gui.domain.records import Timings

UNSUMMED = ("first",)
"""Columns without a mean: ranks, where one question without an answer would drown all others."""


def measured(
    questions: Sequence[Question],
    rankings: Sequence[Ranking],
    *,
    top: Sequence[int],
    rule: ApRule,
    form: TruthForm,
    unanswered: Container[int] = (),
) -> Measured:
    """The measures of `rankings`, one for each question, with their means, intervals and classes.

    `unanswered` are the places of questions that could not be asked.
    """
    columns = _columns(rankings, top, rule)
    if form is TruthForm.UKBENCH:
        # To a question that could not be asked nothing came, its own picture included.
        own = [question.image_id is not None and at not in unanswered for at, question in enumerate(questions)]
        scores = [measures.ns_score(one.places, its) for one, its in zip(rankings, own, strict=True)]
        columns["ns"] = np.array(scores, np.float64)
    summed = {name: values for name, values in columns.items() if name not in UNSUMMED}
    curves = np.stack([measures.precision_curve(one.places, one.total) for one in rankings])
    asked = ~np.isnan(curves[:, 0])
    return Measured(
        columns=columns,
        means={name: measures.mean(values) for name, values in summed.items()},
        intervals=dict(zip(summed, measures.intervals(list(summed.values())), strict=True)),
        by_group=_by_group([question.group for question in questions], summed),
        curve=curves[asked].mean(axis=0) if asked.any() else np.full(curves.shape[1], np.nan),
    )


def unmeasured(found: Measured) -> Measured:
    """The same without a single figure: of a way that did not do what it says."""
    nan = float("nan")
    return Measured(
        columns={name: np.full(len(values), nan) for name, values in found.columns.items()},
        means=dict.fromkeys(found.means, nan),
        intervals=dict.fromkeys(found.intervals, (nan, nan)),
        by_group={},
        curve=np.full(len(found.curve), nan),
    )


def _columns(rankings: Sequence[Ranking], top: Sequence[int], rule: ApRule) -> dict[str, Numbers]:
    def column(values: list[float]) -> Numbers:
        return np.array(values, np.float64)

    first = column([measures.first_place(one.places, one.total) for one in rankings])
    columns = {
        "ap": column([measures.average_precision(one.places, one.total, rule) for one in rankings]),
        "rr": 1 / first,
        "first": first,
    }
    for k in top:
        columns[f"p@{k}"] = column([measures.precision_at(one.places, one.total, k) for one in rankings])
        columns[f"r@{k}"] = column([measures.recall_at(one.places, one.total, k) for one in rankings])
        columns[f"ap@{k}"] = column([measures.average_precision(one.places, one.total, rule, k) for one in rankings])
        columns[f"ndcg@{k}"] = column(
            [measures.ndcg_at(one.places, one.total, k, one.gains, one.ideal) for one in rankings]
        )
    return columns


def _by_group(groups: Sequence[str], columns: Mapping[str, Numbers]) -> dict[str, dict[str, float]]:
    """Sums by class, all classes of a column together: there may be thousands of them."""
    names, code_of = np.unique(np.array(groups, np.str_), return_inverse=True)
    means = {}
    for measure, values in columns.items():
        known = ~np.isnan(values)
        counts = np.bincount(code_of[known], minlength=len(names))
        sums = np.bincount(code_of[known], values[known], minlength=len(names))
        means[measure] = np.divide(sums, counts, out=np.full(len(names), np.nan), where=counts > 0).tolist()
    return {str(name): {measure: of[code] for measure, of in means.items()} for code, name in enumerate(names) if name}


def query_times(timings: Sequence[Timings]) -> QueryTimes:
    """Over the questions that could be asked; all zero where none could."""
    if not timings:
        return QueryTimes(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    rows = np.array([(one.decode, one.encode, one.search, one.refine, one.total) for one in timings])
    decode, encode, search, refine, total = np.median(rows, axis=0).tolist()
    return QueryTimes(decode, encode, search, refine, total, float(np.percentile(rows[:, 4], 95)))
