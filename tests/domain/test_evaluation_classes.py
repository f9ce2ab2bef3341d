"""How each class was answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.evaluation_classes import classes_of, mistaken


def test_what_a_class_was_taken_for() -> None:
    shares = np.array([[0.5, 0.2, 0.3], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    assert mistaken(("a", "b", "c"), shares) == {"a": ("c", pytest.approx(0.3))}


def test_the_worst_class_comes_first_with_its_figures(evaluation_reports: Any) -> None:
    plan = evaluation_reports.Plan(Path("/pictures"), noise=0.5, protocols=("easy", "hard"))
    report = evaluation_reports.make_report(plan)
    way = report.ways[-1]
    for protocol in (0, 1):
        rows = classes_of(report, way, protocol)
        assert [row.means for row in rows] == [way.protocols[protocol].by_group[row.name] for row in rows]
        assert sorted(row.name for row in rows) == list(report.groups)
        means = [row.means["ap"] for row in rows]
        assert means == sorted(means)
    assert {row.questions for row in rows} == {4}
    taken = {row.name: (row.taken_for, row.share) for row in rows if row.taken_for}
    assert taken == mistaken(report.groups, way.confusion)
    assert taken


def test_classes_without_a_map_have_figures_all_the_same(evaluation_reports: Any) -> None:
    """As landmarks do, whose images may be of several; those that were never answered stand last."""
    report = evaluation_reports.make_report(evaluation_reports.Plan(Path("/pictures")))
    measured = report.ways[0].protocols[0]
    nan = {**measured.by_group, "apples": dict.fromkeys(measured.means, float("nan"))}
    way = replace(report.ways[0], confusion=None, protocols=(replace(measured, by_group=nan),))
    rows = classes_of(report, way, 0)
    assert rows[-1].name == "apples"
    assert {row.taken_for for row in rows} == {""}
    bare = evaluation_reports.without_classes(report)
    assert classes_of(bare, bare.ways[0], 0) == ()
