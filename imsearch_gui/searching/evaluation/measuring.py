"""From the rankings of one way to its measures. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
) -> Measured:
    """The measures of `rankings`, one for each question, with their means, intervals and classes."""
    columns = _columns(questions, rankings, top, rule, form)
    summed = {name: values for name, values in columns.items() if name not in UNSUMMED}
    curves = np.stack([measures.precision_curve(one.places, one.total) for one in rankings])
    asked = ~np.isnan(curves[:, 0])
    return Measured(
        columns=columns,
        means={name: measures.mean(values) for name, values in summed.items()},
        intervals={name: measures.interval(values) for name, values in summed.items()},
        by_group=_by_group([question.group for question in questions], summed),
        curve=curves[asked].mean(axis=0) if asked.any() else np.full(curves.shape[1], np.nan),
    )


def _columns(
    questions: Sequence[Question], rankings: Sequence[Ranking], top: Sequence[int], rule: ApRule, form: TruthForm
) -> dict[str, Numbers]:
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
    if form is TruthForm.UKBENCH:
        columns["ns"] = column(
            [
                measures.ns_score(one.places, question.image_id is not None)
                for question, one in zip(questions, rankings, strict=True)
            ]
        )
    return columns


def _by_group(groups: Sequence[str], columns: Mapping[str, Numbers]) -> dict[str, dict[str, float]]:
    of = np.array(groups, np.str_)
    return {
        str(group): {name: measures.mean(values[of == group]) for name, values in columns.items()}
        for group in np.unique(of)
        if group
    }


def query_times(timings: Sequence[Timings]) -> QueryTimes:
    """Over the questions that could be asked; all zero where none could."""
    if not timings:
        return QueryTimes(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    rows = np.array([(one.decode, one.encode, one.search, one.refine, one.total) for one in timings])
    decode, encode, search, refine, total = np.median(rows, axis=0).tolist()
    return QueryTimes(decode, encode, search, refine, total, float(np.percentile(rows[:, 4], 95)))
