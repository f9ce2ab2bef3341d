"""A report of an evaluation as other programs read it."""

from __future__ import annotations

import csv
import io
import json
import math
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.evaluation import EvaluationReport, Held, TruthForm
from imsearch_gui.domain.evaluation_form import (
    NULL_MEANS,
    best_first,
    finite,
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
from imsearch_gui.domain.result_form import csv_line

ODD = os.fsdecode(b'caf\xe9, "two"\n.png')


@pytest.fixture
def report(evaluation_reports: Any) -> EvaluationReport:
    """Two protocols; the third question cannot be asked, the last one has nothing relevant."""
    plan = evaluation_reports.Plan(
        Path("/pictures"),
        models=("good", "bad"),
        metrics=(Metric.COSINE, Metric.L1),
        refinements=(PLAIN, Refinement(Expansion.ALPHA, geometry=True)),
        protocols=("easy", "hard"),
        names=(ODD,),
        unreadable=(2,),
        lonely=True,
        regions=True,
        graph=True,
        notices=("Three pictures are missing.",),
    )
    return evaluation_reports.make_report(plan)  # type: ignore[no-any-return]


def test_json_holds_every_number_of_the_report(report: EvaluationReport) -> None:
    told = json.loads(json.dumps(report_object(report), allow_nan=False))
    assert told["null_means"] == NULL_MEANS
    assert (told["library"], told["images"], told["when"]) == ("/library", 20, "2026-03-04T15:06:00+00:00")
    assert told["notices"] == [
        "Three pictures are missing.",
        "1 question could not be asked: that counts as if nothing had come.",
    ]
    assert [one["name"] for one in told["truth"]["protocols"]] == ["easy", "hard"]
    assert told["truth"]["questions"][0] == {
        "name": ODD,
        "path": f"/pictures/{ODD}",
        "region": [16, 12, 32, 24],
        "group": "apples",
        "in_library": True,
    }
    assert [(way["model"], way["metric"], way["refinement"]) for way in told["ways"][:2]] == [
        ("good", "cosine", "plain"),
        ("good", "cosine", "alpha+geometry"),
    ]
    for said, way in zip(told["ways"], report.ways, strict=True):
        assert said["graph_recall"] == {"1": 0.97, "5": 0.97, "10": 0.97}
        assert said["times_ms"]["total"] == round(way.times.total, 3)
        for protocol, measured in zip(said["protocols"], way.protocols, strict=True):
            assert protocol["means"] == measured.means
            assert {name: tuple(ends) for name, ends in protocol["intervals"].items()} == measured.intervals
            assert protocol["by_group"] == measured.by_group
            assert protocol["curve"]["precision"] == measured.curve.tolist()
            assert protocol["curve"]["recall"][50] == 0.5
            for name, values in measured.columns.items():
                said_values = [np.nan if one[name] is None else one[name] for one in protocol["questions"]]
                known = np.isfinite(values)
                assert np.array_equal(np.array(said_values)[known], values[known])


def test_json_says_what_the_figures_are_of(evaluation_reports: Any) -> None:
    """How many of the questions were asked, of how many pictures a model has vectors, and whether a way did what it says."""
    plan = evaluation_reports.Plan(
        Path("/pictures"), models=("half",), metrics=(Metric.L1,), taken_from=500, unchecked=(0,)
    )
    report = evaluation_reports.make_report(plan)
    report = replace(report, held={"half": Held(8, 12)})
    told = report_object(report)
    assert told["notices"][0].startswith("half holds vectors of 8 of 12 pictures")
    assert notices_of(report, {"half": "Half a model"})[0].startswith("Half a model holds vectors of 8 of 12")
    assert (told["truth"]["asked"], told["truth"]["asked_of"]) == (20, 500)
    assert told["held"] == {"half": {"images": 8, "of": 12}}
    (way,) = told["ways"]
    assert way["checked"] is False
    assert way["protocols"][0]["means"]["ap"] is None
    whole = report_object(evaluation_reports.make_report(replace(plan, taken_from=0, unchecked=())))
    assert (whole["truth"]["asked"], whole["truth"]["asked_of"]) == (20, 20)
    assert whole["ways"][0]["checked"] is True


def test_models_that_hold_some_only_are_named() -> None:
    assert lacking({"whole": Held(12, 12), "half": Held(1_008, 1_200)}) == (
        "half holds vectors of 1,008 of 1,200 pictures, so its figures do not compare: index the folders with it again first.",
    )


def test_questions_in_words(report: EvaluationReport) -> None:
    assert questions_words(report.truth) == "20 questions"
    assert questions_words(replace(report.truth, taken_from=10_000)) == "20 of 10,000 questions"


def test_what_is_no_number_is_null_and_can_be_told_apart(report: EvaluationReport) -> None:
    questions = report_object(report)["ways"][0]["protocols"][0]["questions"]
    unasked, lonely = questions[2], questions[-1]
    assert (unasked["relevant"], unasked["ap"], unasked["first"]) == (3, 0.0, None)
    assert (lonely["relevant"], lonely["ap"], lonely["first"]) == (0, None, None)
    assert report_object(report)["truth"]["protocols"][0]["asked"] == 19


def test_json_says_what_came_and_whether_it_was_right(report: EvaluationReport) -> None:
    answers = report_object(report)["ways"][0]["answers"]
    assert [answer["name"] for answer in answers[:2]] == [ODD, "1.png"]
    assert [one["rank"] for one in answers[0]["first"]] == list(range(1, 11))
    kin = {f"/pictures/{name}" for name in ("1.png", "2.png", "3.png")}
    came = answers[0]["first"] + answers[0]["missed"]
    assert {one["path"] for one in came if one["right"]} == kin
    assert answers[2]["unanswered"] == "truncated JPEG file"
    assert answers[2]["first"] == []


def test_confusion_is_of_classes_and_leaves_out_nothing(report: EvaluationReport) -> None:
    for said, way in zip(report_object(report)["ways"], report.ways, strict=True):
        whole = [[said["confusion"][row].get(column, 0.0) for column in report.groups] for row in report.groups]
        assert way.confusion is not None
        assert np.array_equal(whole, way.confusion)


def test_without_classes_there_is_no_confusion(evaluation_reports: Any, report: EvaluationReport) -> None:
    bare = evaluation_reports.without_classes(report)
    (first, *_) = json.loads(json.dumps(report_object(bare), allow_nan=False))["ways"]
    assert first["confusion"] is None
    assert first["protocols"][0]["by_group"] == {}


def test_the_table_has_a_line_for_each_way_protocol_and_question(report: EvaluationReport) -> None:
    data = b"".join(map(csv_line, report_rows(report))).decode("utf-8", "surrogateescape")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    assert len(rows) == 8 * 2 * 20
    assert list(rows[0])[:9] == [
        *("model", "metric", "refinement", "protocol", "question", "path", "group", "relevant", "ap")
    ]
    assert rows[0]["question"] == ODD
    of_hard = [row for row in rows if (row["model"], row["metric"], row["protocol"]) == ("bad", "l1", "hard")]
    plain = [row for row in of_hard if row["refinement"] == "plain"]
    measured = next(way for way in report.ways if (way.way.model_id, way.way.metric) == ("bad", Metric.L1)).protocols[1]
    read = [float(row["ap"]) for row in plain[:-1]]
    assert read == measured.columns["ap"][:-1].tolist()
    assert (plain[-1]["ap"], plain[-1]["relevant"]) == ("", "0")
    assert (plain[2]["first"], plain[2]["unanswered"]) == ("", "truncated JPEG file")


def test_best_first_is_by_the_protocol_that_is_asked_for(report: EvaluationReport) -> None:
    for protocol in (0, 1):
        means = [way.protocols[protocol].means["ap"] for way in best_first(report, protocol)]
        assert means == sorted(means, reverse=True)
    first = replace(report.ways[0], protocols=tuple(_without_mean(one) for one in report.ways[0].protocols))
    assert best_first(replace(report, ways=(first, *report.ways[1:])))[-1] is first


def _without_mean(measured: Any) -> Any:
    return replace(measured, means={**measured.means, "ap": math.nan})


@pytest.mark.parametrize(
    ("top", "form", "expected"),
    [
        ((1, 5, 10), TruthForm.CLASSES, ("p@1", "p@5", "r@10", "ap", "ap@10", "ndcg@10")),
        ((1, 4), TruthForm.UKBENCH, ("p@1", "r@4", "ap", "ap@4", "ndcg@4", "ns")),
        ((3,), TruthForm.LABELS, ("p@3", "r@3", "ap", "ap@3", "ndcg@3")),
        ((1, 2, 5, 10, 100), TruthForm.TABLE, ("p@1", "p@2", "r@100", "ap", "ap@100", "ndcg@100")),
    ],
)
def test_headline(evaluation_reports: Any, top: tuple[int, ...], form: TruthForm, expected: tuple[str, ...]) -> None:
    made = evaluation_reports.make_report(
        evaluation_reports.Plan(Path("/pictures"), models=("a",), metrics=(Metric.L2,), top=top, form=form)
    )
    assert headline(made) == expected
    assert set(expected) <= set(made.ways[0].protocols[0].means)


def test_refinements_have_short_names() -> None:
    assert refinement_key(PLAIN) == "plain"
    assert (
        refinement_key(Refinement(Expansion.AVERAGE, reciprocal=True, geometry=True)) == "average+reciprocal+geometry"
    )
    assert refinement_key(Refinement(geometry=True)) == "geometry"


@pytest.mark.parametrize(("value", "expected"), [(np.float64(0.5), 0.5), (math.nan, None), (math.inf, None), (0, 0.0)])
def test_finite(value: float, expected: float | None) -> None:
    assert finite(value) == expected
    assert type(finite(value)) in (float, type(None))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("p@5", "P@5"),
        ("r@10", "R@10"),
        ("ap", "mAP"),
        ("ap@5", "mAP@5"),
        ("ndcg@10", "nDCG@10"),
        ("ns", "N-S"),
        ("rr", "MRR"),
    ],
)
def test_measures_have_the_names_that_people_know(name: str, label: str) -> None:
    assert measure_label(name) == label
