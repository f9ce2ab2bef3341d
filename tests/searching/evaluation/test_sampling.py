"""Some of the questions, taken evenly."""

from __future__ import annotations

from typing import Any

import pytest

from imsearch_gui.searching.evaluation.sampling import some_questions
from imsearch_gui.searching.evaluation.truth import read_truth


def test_they_are_taken_evenly_with_what_is_right_for_them(shelf: Any) -> None:
    shelf.hold(*(f"{kind}/{number}.jpg" for kind in "abc" for number in range(4)))
    truth = read_truth(shelf.library, shelf.folder)
    some = some_questions(truth, 4)
    assert [question.name for question in some.questions] == ["a/0.jpg", "b/0.jpg", "b/3.jpg", "c/3.jpg"]
    (protocol,) = some.protocols
    assert [shelf.names(one.relevant) for one in protocol.judgements[:2]] == [
        ["a/1.jpg", "a/2.jpg", "a/3.jpg"],
        ["b/1.jpg", "b/2.jpg", "b/3.jpg"],
    ]
    assert some.taken_from == 12
    assert [one.name for one in some_questions(truth, 4).questions] == [one.name for one in some.questions]
    assert [one.name for one in some_questions(truth, 1).questions] == ["a/0.jpg"]


@pytest.mark.parametrize("most", [0, 12, 500])
def test_all_are_asked_where_there_are_no_more(shelf: Any, most: int) -> None:
    shelf.hold(*(f"{kind}/{number}.jpg" for kind in "abc" for number in range(4)))
    truth = read_truth(shelf.library, shelf.folder)
    assert some_questions(truth, most) is truth
    assert truth.taken_from == 0
