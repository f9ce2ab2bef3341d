"""The text files of Oxford5k and Paris6k."""

from __future__ import annotations

from typing import Any

import pytest

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import ApRule, GroundTruth, TruthForm
from imsearch_gui.domain.records import FileExample
from imsearch_gui.domain.region import Region
from imsearch_gui.searching.evaluation.truth import read_truth

BOX = "136.5 34.1 648.5 955.7"
"""Of the first question of Oxford5k."""


def write(shelf: Any, name: str, query: str, good: str = "", ok: str = "", junk: str = "") -> None:
    shelf.put(f"gt/{name}_query.txt", text=query)
    for kind, text in (("good", good), ("ok", ok), ("junk", junk)):
        shelf.put(f"gt/{name}_{kind}.txt", text="\n".join([*text.split(), ""]))


def read(shelf: Any) -> GroundTruth:
    return read_truth(shelf.library, shelf.folder / "gt")


@pytest.fixture
def oxford(shelf: Any) -> Any:
    shelf.hold(
        *(f"jpg/all_souls_{number:06}.jpg" for number in range(6)), "jpg/christ_church_000001.jpg", "jpg/other.jpg"
    )
    return shelf


def test_as_published(oxford: Any) -> None:
    write(
        *(oxford, "all_souls_1", f"oxc1_all_souls_000000 {BOX}\n"),
        good="all_souls_000000 all_souls_000001",
        ok="all_souls_000002",
        junk="all_souls_000003 all_souls_000001",
    )
    write(oxford, "all_souls_2", f"oxc1_all_souls_000002 {BOX}", good="all_souls_000000", ok="all_souls_000002")
    write(oxford, "christ_church_1", "christ_church_000001 0 0.5 10.5 11.5", ok="all_souls_000005")
    truth = read(oxford)
    assert (truth.form, truth.rule, truth.candidates) == (TruthForm.OXFORD, ApRule.TRAPEZOIDS, None)
    first, second, third = truth.questions
    assert [first.name, second.name, third.name] == ["all_souls_1", "all_souls_2", "christ_church_1"]
    assert [first.group, second.group, third.group] == ["all_souls", "all_souls", "christ_church"]
    # 136.5 and 648.5 go to the even neighbour, as Python and Pillow round them.
    assert first.example == FileExample(oxford.folder / "jpg/all_souls_000000.jpg", Region(136, 34, 512, 922))
    assert third.example == FileExample(oxford.folder / "jpg/christ_church_000001.jpg", Region(0, 0, 10, 12))
    # The question's own picture is right, so it is not left out.
    assert first.image_id is second.image_id is None
    judgements = truth.protocols[0].judgements
    assert oxford.names(judgements[0].relevant) == [f"jpg/all_souls_00000{number}.jpg" for number in (0, 1, 2)]
    assert oxford.names(judgements[0].junk) == ["jpg/all_souls_000003.jpg"]
    assert oxford.names(judgements[1].relevant) == [f"jpg/all_souls_00000{number}.jpg" for number in (0, 2)]
    assert truth.notices == ("As in the published program, a question's own picture is one of those that are right.",)


def test_pictures_that_the_library_lacks(oxford: Any) -> None:
    oxford.put("jpg/all_souls_000009.jpg")
    write(oxford, "all_souls_1", f"oxc1_all_souls_000009 {BOX}", good="all_souls_000009 all_souls_000001", junk="gone")
    write(oxford, "all_souls_2", f"oxc1_nowhere {BOX}", good="all_souls_000001")
    write(oxford, "all_souls_3", f"oxc1_all_souls_000001 {BOX}", junk="all_souls_000002")
    truth = read(oxford)
    assert [question.example.path for question in truth.questions if isinstance(question.example, FileExample)] == [
        oxford.folder / "jpg/all_souls_000009.jpg"
    ]
    judgement = truth.protocols[0].judgements[0]
    assert (oxford.names(judgement.relevant), judgement.absent, len(judgement.junk)) == (
        ["jpg/all_souls_000001.jpg"],
        1,
        0,
    )
    assert truth.notices[1:] == (
        "1 question had to be left out, since the picture is neither in the library nor beside the ground truth: nowhere.",
        "1 question had to be left out, since there is nothing right to be found.",
        "The library lacks 1 picture of the ground truth; where one would be right, it counts as never found.",
    )


@pytest.mark.parametrize(
    "query",
    ["", "all_souls_000001", "all_souls_000001 1 2 3", "all_souls_000001 1 2 3 4 5", "all_souls_000001 1 2 x 4"]
    + [f"all_souls_000001 {box}" for box in ("5 5 5 9", "9 9 1 1", "nan 0 5 5", "0 0 inf 5", "0 0 1e300 5")],
)
def test_query_files_that_cannot_be_used(oxford: Any, query: str) -> None:
    write(oxford, "all_souls_1", query or " ", good="all_souls_000002")
    with pytest.raises(EvaluationError, match=r"holds no query files .* choose the folder"):
        read(oxford)
    write(oxford, "all_souls_2", f"all_souls_000001 {BOX}", good="all_souls_000002")
    assert "1 query file had to be left out: all_souls_1_query.txt." in read(oxford).notices


def test_files_that_are_no_text(oxford: Any) -> None:
    write(oxford, "all_souls_1", f"all_souls_000001 {BOX}", good="all_souls_000002")
    oxford.put("gt/all_souls_2_query.txt", text=b"\xff\xfe \0")
    assert len(read(oxford).questions) == 1
    oxford.put("gt/all_souls_1_good.txt", text=b"\xff\xfe")
    with pytest.raises(EvaluationError, match="holds no query files"):
        read(oxford)


def test_another_library(shelf: Any) -> None:
    shelf.hold("1.jpg")
    write(shelf, "all_souls_1", f"all_souls_000001 {BOX}", good="all_souls_000002")
    with pytest.raises(EvaluationError, match="holds none of the pictures"):
        read(shelf)
    write(shelf, "all_souls_1", f"1 {BOX}", good="all_souls_000002")
    with pytest.raises(EvaluationError, match="asks nothing"):
        read(shelf)


def test_names_that_several_pictures_have(oxford: Any) -> None:
    oxford.hold("a/two.jpg", "b/two.jpg")
    write(oxford, "all_souls_1", f"all_souls_000001 {BOX}", good="all_souls_000002 two")
    truth = read(oxford)
    assert truth.protocols[0].judgements[0].total == 1
    assert truth.notices[-1] == "Left out, since several pictures of the library fit: 1 name (two)."
