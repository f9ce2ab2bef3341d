"""Groups of four."""

from __future__ import annotations

from typing import Any

import pytest

from imsearch_gui.domain.errors import EvaluationError, FolderError
from imsearch_gui.domain.evaluation import TruthForm
from imsearch_gui.domain.records import FileExample
from imsearch_gui.searching.evaluation.forms import ukbench
from imsearch_gui.searching.evaluation.truth import read_truth


def numbered(*numbers: int, form: str = "ukbench{:05}.jpg") -> list[str]:
    return [form.format(number) for number in numbers]


def right(shelf: Any, truth: Any) -> dict[str, tuple[list[str], int]]:
    return {
        question.name: (shelf.names(judgement.relevant), judgement.absent)
        for question, judgement in zip(truth.questions, truth.protocols[0].judgements, strict=True)
    }


def test_four_after_each_other_belong_together(shelf: Any) -> None:
    shelf.hold(*numbered(*range(8)), "other.jpg")
    truth = read_truth(shelf.library, shelf.folder)
    assert truth.form is TruthForm.UKBENCH
    assert right(shelf, truth) == {
        f"ukbench{number:05}": (numbered(*sorted(set(range(number // 4 * 4, number // 4 * 4 + 4)) - {number})), 0)
        for number in range(8)
    }
    assert [question.group for question in truth.questions] == ["ukbench00000"] * 4 + ["ukbench00004"] * 4
    question = truth.questions[5]
    assert question.example == FileExample(shelf.folder / "ukbench00005.jpg")
    assert question.image_id == shelf.id("ukbench00005.jpg")
    assert truth.group_of[shelf.id("ukbench00007.jpg")] == "ukbench00004"
    assert truth.notices == ("Ignored, since not numbered as the others: 1 file.",)


def test_what_is_missing_in_the_library_and_what_is_missing_at_all(shelf: Any) -> None:
    shelf.hold(*numbered(0, 1, 2, 5, 6))
    shelf.put(*numbered(3, 12), "notes.txt")
    truth = read_truth(shelf.library, shelf.folder)
    assert right(shelf, truth) == {
        "ukbench00000": (numbered(1, 2), 1),
        "ukbench00001": (numbered(0, 2), 1),
        "ukbench00002": (numbered(0, 1), 1),
        "ukbench00005": (numbered(6), 0),
        "ukbench00006": (numbered(5), 0),
    }
    assert truth.notices == (
        "2 groups came without four pictures, so that the N-S score does not mean there what it should.",
        "Ignored, since not numbered as the others: 1 file.",
        "The library lacks 2 pictures of the ground truth; where one would be right, it counts as never found.",
    )


@pytest.mark.parametrize("form", ["{}.png", "object {:03}.JPG", "a-1-{}.jpeg"])
def test_any_name_before_the_number(shelf: Any, form: str) -> None:
    shelf.hold(*numbered(8, 9, 10, 11, form=form))
    truth = read_truth(shelf.library, shelf.folder, TruthForm.UKBENCH)
    assert len(truth.questions) == 4
    assert {question.group for question in truth.questions} == {form.format(8).rpartition(".")[0]}


def test_only_names_of_ukbench_are_taken_for_it_unasked(shelf: Any) -> None:
    shelf.hold(*numbered(0, 1, 2, 3, form="IMG_{}.jpg"), "cat/1.jpg", "cat/2.jpg")
    assert read_truth(shelf.library, shelf.folder).form is TruthForm.CLASSES


def test_the_published_set_has_thumbnails_beside(shelf: Any) -> None:
    full, small = "full/ukbench{:05}.jpg", "thumbnails/ukbench{:05}.jpg"
    shelf.hold(*numbered(0, 1, 2, 3, form=full), *numbered(0, 1, 2, 3, form=small))
    truth = read_truth(shelf.library, shelf.folder)
    assert truth.source == shelf.folder / "full"
    assert right(shelf, truth)["ukbench00000"] == (numbered(1, 2, 3, form=full), 0)


def test_pictures_that_were_indexed_elsewhere(shelf: Any, tmp_path: Any) -> None:
    shelf.hold(*numbered(0, 1, 2, 3))
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in numbered(0, 1, 2, 3):
        (copy / name).touch()
    truth = read_truth(shelf.library, copy)
    assert truth.questions[0].example == FileExample(shelf.folder / "ukbench00000.jpg")


def test_what_cannot_be_used(shelf: Any, tmp_path: Any) -> None:
    shelf.hold(*numbered(0, 4, 8))
    with pytest.raises(EvaluationError, match="asks nothing that this library could answer"):
        read_truth(shelf.library, shelf.folder)
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(EvaluationError, match="holds no numbered pictures"):
        read_truth(shelf.library, other, TruthForm.UKBENCH)
    (other / "x1.jpg").touch()
    with pytest.raises(EvaluationError, match="holds none of the pictures"):
        read_truth(shelf.library, other, TruthForm.UKBENCH)
    with pytest.raises(FolderError, match="cannot be read"):
        ukbench.is_there(tmp_path / "gone")
