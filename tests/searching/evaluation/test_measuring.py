"""From rankings to measures: columns, means, classes, times."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.evaluation import ApRule, Question, Ranking, TruthForm
from imsearch_gui.domain.records import FileExample, Timings
from imsearch_gui.searching.evaluation.measuring import measured, query_times


def question(group: str, image_id: int | None = None) -> Question:
    return Question("q", FileExample(Path("/q.png")), group, image_id)


def ranking(*places: int, total: int | None = None) -> Ranking:
    return Ranking(np.array(places, np.int64), len(places) if total is None else total)


QUESTIONS = (question("cat"), question("cat"), question("dog"), question("eel"))
RANKINGS = (ranking(0, 1), ranking(1, total=2), ranking(total=3), ranking(total=0))


def test_means_are_over_the_questions_that_have_an_answer() -> None:
    found = measured(QUESTIONS, RANKINGS, top=(1, 5), rule=ApRule.STEPS, form=TruthForm.CLASSES)
    assert found.columns["ap"].tolist()[:3] == [1.0, 0.25, 0.0]
    assert np.isnan(found.columns["ap"][3])
    assert found.means["ap"] == pytest.approx(1.25 / 3)
    assert found.means["p@1"] == pytest.approx(1 / 3)
    assert found.means["r@5"] == pytest.approx(0.5)
    assert found.means["rr"] == pytest.approx(0.5)
    low, high = found.intervals["ap"]
    assert 0 <= low < found.means["ap"] < high <= 1
    assert found.columns["first"].tolist()[:3] == [1.0, 2.0, np.inf]
    assert "first" not in found.means
    assert "ns" not in found.means
    assert found.curve[0] == pytest.approx(0.5)


def test_classes_have_means_of_their_own() -> None:
    found = measured(QUESTIONS, RANKINGS, top=(1,), rule=ApRule.STEPS, form=TruthForm.CLASSES)
    assert sorted(found.by_group) == ["cat", "dog", "eel"]
    assert found.by_group["cat"]["ap"] == pytest.approx(0.625)
    assert np.isnan(found.by_group["eel"]["ap"])


def test_groups_of_four_have_their_score() -> None:
    own, foreign = question("a", image_id=1), question("b")
    found = measured(
        (own, foreign),
        (ranking(0, 1, 3), ranking(0, 1, 3)),
        top=(1,),
        rule=ApRule.STEPS,
        form=TruthForm.UKBENCH,
    )
    assert found.columns["ns"].tolist() == [3.0, 3.0]


def test_a_question_that_could_not_be_asked_has_no_score() -> None:
    """Not even for its own picture, which nobody found."""
    asked = (question("a", image_id=1), question("a", image_id=2))
    found = measured(
        asked,
        (ranking(0, 1), ranking(total=3)),
        top=(1,),
        rule=ApRule.STEPS,
        form=TruthForm.UKBENCH,
        unanswered={1: "no"},
    )
    assert found.columns["ns"].tolist() == [3.0, 0.0]
    assert found.means["ns"] == 1.5


def test_nothing_to_judge_is_no_number() -> None:
    found = measured((question(""),), (ranking(total=0),), top=(1,), rule=ApRule.STEPS, form=TruthForm.LABELS)
    assert np.isnan(found.means["ap"])
    assert np.isnan(found.curve).all()
    assert found.by_group == {}


def test_times_are_medians() -> None:
    timings = [Timings(decode=1, encode=10, search=2, total=13 + extra, refine=3) for extra in range(5)]
    times = query_times(timings)
    assert (times.decode, times.encode, times.search, times.refine, times.total) == (1, 10, 2, 3, 15)
    assert times.total < times.total_95 <= 17
    assert query_times([]).total == 0
