"""Tables of queries."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import GroundTruth, TruthForm
from imsearch_gui.domain.records import FileExample
from imsearch_gui.domain.region import Region
from imsearch_gui.searching.evaluation.pictures import Pictures
from imsearch_gui.searching.evaluation.truth import read_truth


@pytest.fixture
def few(shelf: Any) -> Any:
    shelf.hold("1.jpg", "2.jpg", "3.jpg", "sub/4.jpg", "sub/5.jpg")
    return shelf


def read(shelf: Any, text: str | bytes, name: str = "truth.csv") -> GroundTruth:
    return read_truth(shelf.library, shelf.put(name, text=text))


def right(shelf: Any, truth: GroundTruth) -> dict[str, list[str]]:
    return {
        question.name: shelf.names(judgement.relevant)
        for question, judgement in zip(truth.questions, truth.protocols[0].judgements, strict=True)
    }


def test_a_pair_a_line_or_several_at_once(few: Any) -> None:
    text = "query,relevant\n1.jpg,2.jpg\n1.jpg,sub/4.jpg\n\n2.jpg,1.jpg;3.jpg|5.jpg\n"
    truth = read(few, text)
    assert (truth.form, truth.source) == (TruthForm.TABLE, few.folder / "truth.csv")
    assert right(few, truth) == {"1.jpg": ["2.jpg", "sub/4.jpg"], "2.jpg": ["1.jpg", "3.jpg", "sub/5.jpg"]}
    question = truth.questions[0]
    assert question.example == FileExample(few.folder / "1.jpg")
    assert (question.group, question.image_id) == ("", few.id("1.jpg"))
    assert (truth.notices, truth.group_of, truth.candidates) == ((), {}, None)
    assert truth.protocols[0].judgements[0].gains is None


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_spreadsheets_write(few: Any, sign: str, start: bytes, end: str) -> None:
    lines = ['"Relevant"', " QUERY "], ["2.jpg", '"1.jpg"'], ["sub/4.jpg", "2.jpg"]
    text = end.join(sign.join(line) for line in lines)
    assert right(few, read(few, start + text.encode())) == {"1.jpg": ["2.jpg"], "2.jpg": ["sub/4.jpg"]}


def test_several_between_semicolons_in_a_table_of_semicolons(few: Any) -> None:
    text = 'query;relevant\n1.jpg;2.jpg;3.jpg\n2.jpg;"1.jpg;3.jpg"\n3.jpg;1.jpg|2.jpg\n'
    assert right(few, read(few, text)) == {
        "1.jpg": ["2.jpg", "3.jpg"],
        "2.jpg": ["1.jpg", "3.jpg"],
        "3.jpg": ["1.jpg", "2.jpg"],
    }


def test_a_name_may_hold_the_signs_that_stand_between_names(few: Any) -> None:
    few.hold("a;b|c, d.jpg")
    truth = read(few, 'query,relevant\n1.jpg,"a;b|c, d.jpg"\n"a;b|c, d.jpg",1.jpg;2.jpg\n')
    assert right(few, truth) == {"1.jpg": ["a;b|c, d.jpg"], "a;b|c, d.jpg": ["1.jpg", "2.jpg"]}


def test_regions_make_questions_of_their_own(few: Any) -> None:
    text = 'query,region,relevant\n1.jpg,"10,20,30,40",2.jpg\n1.jpg,,3.jpg\n1.jpg,"10,20,30,40",5.jpg\n'
    truth = read(few, text)
    assert [question.example for question in truth.questions] == [
        FileExample(few.folder / "1.jpg", Region(10, 20, 30, 40)),
        FileExample(few.folder / "1.jpg"),
    ]
    assert [few.names(one.relevant) for one in truth.protocols[0].judgements] == [["2.jpg", "sub/5.jpg"], ["3.jpg"]]


def test_grades_are_what_each_is_worth(few: Any) -> None:
    lines = ["query;grade;relevant", "1.jpg;2;sub/5.jpg", "1.jpg;0,5;2.jpg", "1.jpg;;3.jpg", "1.jpg;0;sub/4.jpg"]
    text = "\n".join([*lines, "1.jpg;1;5.jpg", "2.jpg;;1.jpg"])
    graded, plain = read(few, text).protocols[0].judgements
    assert graded.gains is not None
    worth = dict(zip(graded.relevant.tolist(), graded.gains.tolist(), strict=True))
    assert worth == {few.id("sub/5.jpg"): 2.0, few.id("2.jpg"): 0.5, few.id("3.jpg"): 1.0}
    assert plain.gains is None


@pytest.mark.parametrize("yes", ["1", "yes", "TRUE", "x"])
def test_junk_is_named_or_said_of_a_line(few: Any, yes: str) -> None:
    text = f"query,relevant,junk\n1.jpg,2.jpg,3.jpg|4.jpg\n2.jpg,1.jpg,no\n2.jpg,3.jpg;5.jpg,{yes}\n3.jpg,1.jpg,1.jpg\n"
    judgements = read(few, text).protocols[0].judgements
    assert [few.names(one.relevant) for one in judgements] == [["2.jpg"], ["1.jpg"], ["1.jpg"]]
    assert [few.names(one.junk) for one in judgements] == [["3.jpg", "sub/4.jpg"], ["3.jpg", "sub/5.jpg"], []]


def test_a_picture_is_not_right_for_itself(few: Any) -> None:
    truth = read(few, "query,relevant,junk\n1.jpg,1.jpg;2.jpg,\n2.jpg,2.jpg,\n3.jpg,1.jpg,3.jpg\n")
    assert right(few, truth) == {"1.jpg": ["2.jpg"], "3.jpg": ["1.jpg"]}
    assert all(len(one.junk) == 0 for one in truth.protocols[0].judgements)
    assert truth.notices == ("1 question had to be left out, since there is nothing right to be found.",)


def test_pictures_are_named_in_many_ways(few: Any, tmp_path: Any) -> None:
    outside = tmp_path / "outside.png"
    outside.touch()
    few.put("on disk.jpg")
    lines = ["query,relevant", f"{few.folder}/1.jpg,4.jpg", "../outside.png,sub/4.jpg", "on disk.jpg,SUB/5.JPG"]
    text = "\n".join([*lines, "sub\\4.jpg,2", f"{outside},1.jpg"])
    truth = read(few, text)
    assert [question.example.path for question in truth.questions] == [
        few.folder / "1.jpg",
        outside,
        few.folder / "on disk.jpg",
        few.folder / "sub/4.jpg",
    ]
    assert [question.image_id is None for question in truth.questions] == [False, True, True, False]
    assert [few.names(one.relevant) for one in truth.protocols[0].judgements] == [
        ["sub/4.jpg"],
        ["1.jpg", "sub/4.jpg"],
        ["sub/5.jpg"],
        ["2.jpg"],
    ]


def test_what_the_library_lacks_is_counted_once(few: Any) -> None:
    few.put("lacking.jpg")
    text = "query,relevant\n1.jpg,2.jpg;lacking.jpg;gone.jpg\n1.jpg,GONE.jpg\n2.jpg,gone.jpg;1.jpg\n3.jpg,gone.jpg\n"
    truth = read(few, text)
    assert [one.absent for one in truth.protocols[0].judgements] == [2, 1, 1]
    assert truth.notices == (
        "The library lacks 2 pictures of the ground truth; where one would be right, it counts as never found.",
    )


def test_lines_that_cannot_be_used_are_named(few: Any) -> None:
    few.hold("a/same.jpg", "b/same.jpg")
    lines = [
        "query,relevant,region,grade",
        "nowhere.jpg,1.jpg,,",
        "1.jpg,,,",
        ",1.jpg,,",
        '1.jpg,2.jpg,"1,2,3",',
        "1.jpg,2.jpg,,much",
        "1.jpg,2.jpg,,-1",
        "1.jpg,2.jpg,,nan",
        "same.jpg,2.jpg,,",
        "2.jpg,3.jpg;same.jpg,,",
        "short",
    ]
    truth = read(few, "\n".join(lines))
    assert right(few, truth) == {"2.jpg": ["3.jpg"]}
    unusable, ambiguous = truth.notices
    assert unusable.startswith(
        "9 lines of the table had to be left out: line 2 (there is no picture nowhere.jpg), line 3 (it "
    )
    assert unusable.endswith("line 6 (its grade is no number from 0 on) and others.")
    assert ambiguous == "Left out, since several pictures of the library fit: 1 name (same.jpg)."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "does not name the columns query and relevant"),
        ("1.jpg,2.jpg\n", "does not name the columns query and relevant"),
        ("query,relevant\n", "No line of "),
        ("query,relevant\ngone.jpg,1.jpg\n", r"\(line 2 \(there is no picture gone.jpg\)\)"),
        ("query,relevant\n1.jpg,gone.jpg\n", "asks nothing that this library could answer"),
        (b"query,relevant\n\xff.jpg,1.jpg", r"not written in UTF-8 \(byte 15\): save it"),
        ("query,relevant\n1.jpg,2.jpg\n".encode("utf-16"), "not written in UTF-8"),
        ('query,relevant\n1.jpg,"' + "x" * 200_000, r"Line \d+ of .* cannot be read \(field larger"),
        ("x" * 200_000, "does not name the columns query and relevant"),
    ],
)
def test_tables_that_are_of_no_use(few: Any, text: str | bytes, why: str) -> None:
    with pytest.raises(EvaluationError, match=why):
        read(few, text)


def test_places_of_which_nothing_is_read(few: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imsearch_gui.searching.evaluation.forms.table.LARGEST", 10)
    with pytest.raises(EvaluationError, match="too large for a ground truth"):
        read(few, "query,relevant\n1.jpg,2.jpg")
    with pytest.raises(EvaluationError, match="is a folder: choose the file"):
        read_truth(few.library, few.folder, TruthForm.TABLE)
    with pytest.raises(EvaluationError, match=r"cannot be read \(No such file"):
        read_truth(few.library, few.folder / "gone.csv", TruthForm.TABLE)
    link = few.folder / "zero.csv"
    link.symlink_to("/dev/zero")
    with pytest.raises(EvaluationError, match="no file that can be read"):
        read_truth(few.library, link)


names = st.text(
    st.characters(exclude_characters="/\0\r\n;|", exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12
)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pairs=st.lists(st.tuples(names, names), min_size=1, max_size=8), sign=st.sampled_from(",;\t"), bom=st.booleans())
def test_whatever_a_spreadsheet_writes_is_read_as_it_was_meant(
    few: Any, pairs: list[tuple[str, str]], sign: str, bom: bool
) -> None:
    """Names that nothing has: who is told that they are not there has read them aright."""
    asked: list[str] = []

    class Listening(Pictures):
        def find(self, names: Any, *more: Any) -> Any:
            asked.extend(names := list(names))
            return super().find(names, *more)

    text = io.StringIO()
    csv.writer(text, delimiter=sign).writerows([("query", "relevant"), *pairs])
    file = few.put("made.csv", text=text.getvalue().encode("utf-8-sig" if bom else "utf-8"))
    from imsearch_gui.searching.evaluation.forms import table

    with pytest.raises(EvaluationError):
        table.read(Listening.of(few.library, few.folder), file)
    assert set(asked) == {name for pair in pairs for name in pair}


def test_gains_belong_to_the_rising_ids(few: Any) -> None:
    judgement = (
        read(few, "query,relevant,grade\n1.jpg,5.jpg,5\n1.jpg,2.jpg,2\n1.jpg,3.jpg,3\n").protocols[0].judgements[0]
    )
    assert np.all(np.diff(judgement.relevant) > 0)
    assert judgement.gains is not None
    assert judgement.gains.tolist() == [2.0, 3.0, 5.0]
