"""Labels as ground truth."""

from __future__ import annotations

from typing import Any

import pytest

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import TruthForm
from imsearch_gui.domain.records import FileExample
from imsearch_gui.searching.evaluation.truth import read_truth


def right(shelf: Any, truth: Any) -> dict[str, list[str]]:
    """Name of the file that asks -> names of what is right."""
    return {
        question.example.path.name: shelf.names(judgement.relevant)
        for question, judgement in zip(truth.questions, truth.protocols[0].judgements, strict=True)
    }


@pytest.fixture
def five(shelf: Any) -> Any:
    shelf.hold("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg")
    return shelf


def test_one_label_each_makes_classes(five: Any) -> None:
    for name, label in (("1.jpg", "cat"), ("2.jpg", "cat"), ("3.jpg", "cat"), ("4.jpg", "dog")):
        five.label(name, label)
    truth = read_truth(five.library, None)
    assert (truth.form, truth.source, truth.candidates) == (TruthForm.LABELS, None, None)
    assert right(five, truth) == {
        "1.jpg": ["2.jpg", "3.jpg"],
        "2.jpg": ["1.jpg", "3.jpg"],
        "3.jpg": ["1.jpg", "2.jpg"],
    }
    question = truth.questions[0]
    assert question.example == FileExample(five.folder / "1.jpg")
    assert (question.group, question.image_id) == ("cat", five.id("1.jpg"))
    assert truth.group_of == dict.fromkeys(five.ids("1.jpg", "2.jpg", "3.jpg"), "cat") | {five.id("4.jpg"): "dog"}
    assert truth.notices == (
        "What shares a label with a picture is right for it; each is left out of its own answer.",
        "1 question had to be left out, since there is nothing right to be found.",
        "1 picture without a label will count as wrong answers.",
    )


def test_with_several_labels_one_shared_is_enough(five: Any) -> None:
    for name, labels in (
        ("1.jpg", ("cat", "old")),
        ("2.jpg", ("cat",)),
        ("3.jpg", ("old", "red")),
        ("4.jpg", ("blue",)),
    ):
        five.label(name, *labels)
    truth = read_truth(five.library, None, TruthForm.LABELS)
    assert right(five, truth) == {"1.jpg": ["2.jpg", "3.jpg"], "2.jpg": ["1.jpg"], "3.jpg": ["1.jpg"]}
    assert [question.group for question in truth.questions] == [""] * 3
    assert truth.group_of == {}
    assert len(truth.notices) == 3


def test_copies_share_their_labels(shelf: Any) -> None:
    shelf.hold("1.jpg", "2.jpg", content="the same")
    shelf.label("1.jpg", "cat")
    assert right(shelf, read_truth(shelf.library, None)) == {"1.jpg": ["2.jpg"], "2.jpg": ["1.jpg"]}


def test_capitals_make_no_other_label(five: Any) -> None:
    five.label("1.jpg", "Äpfel")
    # SQLite tells these apart, and whatever wrote them may, too.
    five.library._db.execute(
        "INSERT INTO label (content_id, name) SELECT content_id, 'äPFEL' FROM image WHERE path IN ('1.jpg', '2.jpg')"
    )
    truth = read_truth(five.library, None)
    assert right(five, truth) == {"1.jpg": ["2.jpg"], "2.jpg": ["1.jpg"]}
    assert len({question.group for question in truth.questions}) == 1


def test_colours_and_ratings_are_no_labels(five: Any) -> None:
    five.label("1.jpg", colour=2, rating=4)
    five.label("2.jpg", colour=2, rating=4)
    with pytest.raises(EvaluationError, match="No picture of this library has a label: label some"):
        read_truth(five.library, None, TruthForm.LABELS)
    five.hold("a/6.jpg", "a/7.jpg", "b/8.jpg")
    assert read_truth(five.library, None).form is TruthForm.CLASSES


def test_labels_that_nobody_shares(five: Any) -> None:
    five.label("1.jpg", "a")
    five.label("2.jpg", "b")
    with pytest.raises(EvaluationError, match="No two pictures of this library share a label: label more"):
        read_truth(five.library, None)
    five.label("2.jpg", "c")
    with pytest.raises(EvaluationError, match="No two pictures of this library share a label: label more"):
        read_truth(five.library, None)


def test_labels_are_not_read_from_elsewhere(five: Any) -> None:
    with pytest.raises(EvaluationError, match="read from the library itself: leave out"):
        read_truth(five.library, five.folder, TruthForm.LABELS)


@pytest.mark.parametrize("form", [TruthForm.TABLE, TruthForm.OXFORD, TruthForm.REVISITED, TruthForm.UKBENCH])
def test_other_forms_are_read_from_somewhere(five: Any, form: TruthForm) -> None:
    with pytest.raises(EvaluationError, match="has to be read from somewhere: choose its file or folder"):
        read_truth(five.library, None, form)
