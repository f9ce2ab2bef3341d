"""The revisited Oxford and Paris."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import ApRule, GroundTruth, TruthForm
from imsearch_gui.domain.records import FileExample
from imsearch_gui.domain.region import Region
from imsearch_gui.searching.evaluation.forms import revisited
from imsearch_gui.searching.evaluation.truth import read_truth

IMAGES = [f"all_souls_{number:06}" for number in range(8)]


def gnd(make: Callable[[list[int]], Any] = list, **changes: Any) -> dict[str, Any]:
    """As the published files are; `make` makes the lists."""
    first = {"bbx": [136.5, 34.1, 648.5, 955.7], "easy": make([0, 1]), "hard": make([2]), "junk": make([3, 4])}
    second = {"bbx": [0.0, 0.0, 10.0, 20.0], "easy": make([]), "hard": make([5]), "junk": make([])}
    return {"imlist": IMAGES, "qimlist": ["q_000001", "q_000002"], "gnd": [first, second]} | changes


def write(shelf: Any, value: object, protocol: int = 2) -> Any:
    return shelf.put("gnd_roxford5k.pkl", text=pickle.dumps(value, protocol))


@pytest.fixture
def oxford(shelf: Any) -> Any:
    shelf.hold(*(f"jpg/{name}.jpg" for name in IMAGES), "jpg/other.jpg")
    shelf.hold("jpg/q_000001.jpg")
    shelf.put("jpg/q_000002.jpg")
    return shelf


def judged(shelf: Any, truth: GroundTruth) -> dict[str, list[tuple[list[str], list[str]]]]:
    """Protocol -> for each question the numbers of what is right, and of what is neither."""

    def numbers(ids: Any) -> list[str]:
        return [name[-5] for name in shelf.names(ids)]

    return {
        protocol.name: [(numbers(one.relevant), numbers(one.junk)) for one in protocol.judgements]
        for protocol in truth.protocols
    }


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(
    "make", [list, tuple, np.array, lambda some: np.array(some, np.int32).reshape(1, -1) if some else []]
)
def test_as_published(oxford: Any, make: Callable[[list[int]], Any], protocol: int) -> None:
    truth = read_truth(oxford.library, write(oxford, gnd(make), protocol))
    assert (truth.form, truth.rule) == (TruthForm.REVISITED, ApRule.TRAPEZOIDS)
    assert judged(oxford, truth) == {
        "medium": [(["0", "1", "2"], ["3", "4"]), (["5"], [])],
        "easy": [(["0", "1"], ["2", "3", "4"]), ([], ["5"])],
        "hard": [(["2"], ["0", "1", "3", "4"]), (["5"], [])],
    }
    first, second = truth.questions
    assert first.example == FileExample(oxford.folder / "jpg/q_000001.jpg", Region(136, 34, 512, 922))
    assert second.example == FileExample(oxford.folder / "jpg/q_000002.jpg", Region(0, 0, 10, 20))
    assert (first.name, first.group, first.image_id) == ("q_000001", "", oxford.id("jpg/q_000001.jpg"))
    assert second.image_id is None
    assert truth.candidates is not None
    assert oxford.names(truth.candidates) == [*(f"jpg/{name}.jpg" for name in IMAGES), "jpg/other.jpg"]
    assert truth.notices == ()


def test_pictures_that_the_library_lacks(shelf: Any) -> None:
    shelf.hold(*(f"jpg/{name}.jpg" for name in IMAGES[1:5]))
    shelf.put("jpg/q_000001.jpg")
    truth = read_truth(shelf.library, write(shelf, gnd()))
    assert [question.name for question in truth.questions] == ["q_000001"]
    assert [protocol.judgements[0].absent for protocol in truth.protocols] == [1, 1, 0]
    assert truth.candidates is None
    assert truth.notices == (
        "1 question had to be left out, since the picture is neither in the library nor beside the ground truth: q_000002.",
        "The library lacks 1 picture of the ground truth; where one would be right, it counts as never found.",
    )


def test_a_picture_that_asks_and_may_be_found_is_not_right_for_itself(oxford: Any) -> None:
    truth = read_truth(oxford.library, write(oxford, gnd(qimlist=[IMAGES[0], "q_000001"])))
    assert judged(oxford, truth)["easy"][0] == (["1"], ["2", "3", "4"])
    assert truth.candidates is not None
    assert oxford.id(f"jpg/{IMAGES[0]}.jpg") in truth.candidates


def test_without_a_box_the_whole_picture_asks(oxford: Any) -> None:
    value = gnd()
    del value["gnd"][0]["bbx"]
    value["gnd"][1]["bbx"] = np.array([1, 2, 3, 5], np.float32)
    first, second = read_truth(oxford.library, write(oxford, value)).questions
    assert isinstance(first.example, FileExample)
    assert first.example.region is None
    assert second.example == FileExample(oxford.folder / "jpg/q_000002.jpg", Region(1, 2, 2, 3))


def test_numbers_of_every_kind_are_places(oxford: Any) -> None:
    value = gnd()
    value["gnd"][0] |= {"easy": [np.int64(0), 1.0, True], "hard": np.array([2.0])}
    assert judged(oxford, read_truth(oxford.library, write(oxford, value)))["easy"][0] == (["0", "1"], ["2", "3", "4"])


def changed(**changes: Any) -> dict[str, Any]:
    """The first question says otherwise."""
    value = gnd()
    value["gnd"][0] |= changes
    return value


class Runs:
    def __init__(self, command: str) -> None:
        self._command = command

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.system, (self._command,)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ([], "no dict"),
        ({}, "imlist is no list of names"),
        (gnd(imlist="all_souls"), "imlist is no list of names"),
        (gnd(imlist=[b"a"] * 8), "imlist is no list of names"),
        (gnd(imlist=["a" * 2000] * 8), "imlist is no list of names"),
        (gnd(qimlist=[1, 2]), "qimlist is no list of names"),
        (gnd(gnd={}), "gnd does not say"),
        (gnd(gnd=[{}]), "gnd does not say"),
        (gnd(gnd=[1, 2]), "other than dicts"),
        (gnd(gnd=[{}, {}]), "is not there"),
        (changed(easy=[8]), "not in imlist"),
        (changed(easy=[-1]), "not in imlist"),
        (changed(hard=[0.5]), "not in imlist"),
        (changed(junk=np.array([np.nan])), "not in imlist"),
        (changed(junk=[float("nan")]), "numbers are none"),
        (changed(junk=[2**70]), "numbers are none"),
        (changed(junk=["0"]), "numbers are none"),
        (changed(junk=[[0]]), "numbers are none"),
        (changed(junk="0"), "numbers are none"),
        (changed(bbx=[1, 2, 3]), "four coordinates"),
        (changed(bbx=[1, 2, 3, 4, 5]), "four coordinates"),
        (changed(bbx=[5, 5, 5, 9]), "four coordinates"),
        (changed(bbx=[0, 0, 1e300, 9]), "numbers are none"),
        (changed(bbx=np.array([0, 0, np.inf, 9])), "four coordinates"),
        (changed(bbx="abcd"), "numbers are none"),
        (changed(easy=np.zeros((2, 2), np.int64)), "several dimensions"),
        (changed(easy=np.array([0], object)), "other than numbers"),
        (changed(easy=Runs("true")), "names something to be run"),
    ],
)
def test_files_of_another_form(oxford: Any, value: object, why: str) -> None:
    with pytest.raises(
        EvaluationError, match=rf"is no ground truth of the revisited sets \(.*{why}.*\): take the published"
    ):
        read_truth(oxford.library, write(oxford, value))


def test_nothing_of_a_hostile_file_is_run(oxford: Any) -> None:
    mark = oxford.folder / "mark"
    for value in (
        Runs(f"touch {mark}"),
        changed(more=Runs(f"touch {mark}")),
        changed(easy=np.array([Runs(f"touch {mark}")])),
    ):
        with pytest.raises(EvaluationError):
            read_truth(oxford.library, write(oxford, value))
    assert not mark.exists()


def test_a_list_that_is_named_again_and_again(oxford: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte in the file makes a question of a million numbers."""
    one = {"easy": np.zeros(100_000, np.int8), "hard": [], "junk": []}
    with pytest.raises(EvaluationError, match="far too large"):
        read_truth(oxford.library, write(oxford, gnd(qimlist=["q_000001"] * 100, gnd=[one] * 100)))
    monkeypatch.setattr(revisited, "MOST_QUESTIONS", 1)
    with pytest.raises(EvaluationError, match="far too large"):
        read_truth(oxford.library, write(oxford, gnd()))


def test_another_library(shelf: Any) -> None:
    shelf.hold("1.jpg")
    with pytest.raises(EvaluationError, match="holds none of the pictures"):
        read_truth(shelf.library, write(shelf, gnd()))
    shelf.hold(f"{IMAGES[7]}.jpg")
    with pytest.raises(EvaluationError, match="asks nothing that this library could answer"):
        read_truth(shelf.library, write(shelf, gnd()))
