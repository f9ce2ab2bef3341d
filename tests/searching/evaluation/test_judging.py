"""An answer against what would be right, followed by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from imsearch_gui.domain.evaluation import Judgement
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.records import ImageRecord, Match, PictureInfo
from imsearch_gui.searching.evaluation.judging import Answer, confusion, unanswered

INFO = PictureInfo(64, 48, "PNG")


def came(*ids: int) -> Matches:
    """An answer of images with these ids, best first."""
    return Matches.of(
        Match(rank, ImageRecord(number, Path(f"/p/{number}.png"), 10, 1, INFO), 1 - rank / 100)
        for rank, number in enumerate(ids, 1)
    )


def ids(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(sorted(numbers), np.int64)


def judged(*relevant: int, junk: tuple[int, ...] = (), absent: int = 0) -> Judgement:
    return Judgement(ids(*relevant), ids(*junk), absent=absent)


def test_places_count_from_0() -> None:
    ranking = Answer(came(5, 3, 9, 1), None, None).ranking(judged(1, 3))
    assert ranking.places.tolist() == [1, 3]
    assert ranking.total == 2


def test_junk_moves_up_what_comes_behind() -> None:
    answer = Answer(came(5, 3, 9, 1), None, None)
    assert answer.ranking(judged(1, 3, junk=(5, 9))).places.tolist() == [0, 1]
    assert answer.best(judged(1, junk=(5, 3))) == 9
    assert answer.best(judged(1, junk=(5, 3, 9, 1))) is None


def test_ranks_that_are_shown_count_junk() -> None:
    """What is measured does not: two numbers for one picture."""
    shown = Answer(came(5, 3, 9, 1), None, None).shown(0, judged(3, 1, junk=(5,)), 1)
    assert shown.first_right == 2
    assert Answer(came(5, 3), None, None).ranking(judged(3, junk=(5,))).places.tolist() == [0]
    assert Answer(came(5, 3), None, None).shown(0, judged(8), 2).first_right is None


def test_own_picture_and_those_that_are_no_candidates_do_not_count() -> None:
    answer = Answer(came(7, 5, 3, 9, 1), own=7, candidates=ids(1, 3, 9, 7))
    assert answer.ids.tolist() == [3, 9, 1]
    assert answer.ranking(judged(1)).places.tolist() == [2]
    assert answer.shown(0, judged(1), 2).first[0].rank == 1


def test_what_did_not_come_or_is_not_there_counts_as_never_found() -> None:
    ranking = Answer(came(5, 3), None, None).ranking(judged(3, 8, absent=2))
    assert (ranking.places.tolist(), ranking.total) == ([1], 4)


def test_gains_go_with_their_images() -> None:
    judgement = Judgement(ids(1, 3, 5), ids(9), gains=np.array([1.0, 3.0, 2.0]), absent=1)
    ranking = Answer(came(9, 5, 4, 1), None, None).ranking(judgement)
    assert ranking.places.tolist() == [0, 2]
    assert ranking.gains is not None
    assert ranking.gains.tolist() == [2.0, 1.0]
    assert ranking.ideal is not None
    assert ranking.ideal.tolist() == [3.0, 3.0, 2.0, 1.0]


def test_shown_are_the_first_and_what_was_missed() -> None:
    shown = Answer(came(4, 1, 8, 9, 3, 2), None, None).shown(6, judged(1, 2, 3, junk=(8,)), 3)
    assert [(one.image_id, one.right, one.junk, one.rank) for one in shown.first] == [
        (4, False, False, 1),
        (1, True, False, 2),
        (8, False, True, 3),
    ]
    assert [(one.image_id, one.rank) for one in shown.missed] == [(3, 5), (2, 6)]
    assert shown.question == 6
    assert shown.first[1].score == pytest.approx(0.98)
    assert shown.first[1].path == Path("/p/1.png")


def test_of_an_unanswered_question_nothing_is_found() -> None:
    assert len(unanswered(judged(1, 2, absent=1)).places) == 0
    graded = unanswered(Judgement(ids(1, 2), ids(), gains=np.array([1.0, 4.0])))
    assert graded.ideal is not None
    assert graded.ideal.tolist() == [4.0, 1.0]


def test_confusion_is_by_what_was_asked() -> None:
    table = confusion([("cat", "cat"), ("cat", "dog"), ("dog", None), ("dog", "dog")], ["bird", "cat", "dog"])
    assert table.tolist() == [[0, 0, 0], [0, 0.5, 0.5], [0, 0, 0.5]]
