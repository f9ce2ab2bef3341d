"""Folders of classes: who asks, who may be found, what counts."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.domain.errors import EvaluationError, FolderError
from imsearch_gui.domain.evaluation import ApRule, GroundTruth, Judgement, TruthForm
from imsearch_gui.domain.records import FileExample
from imsearch_gui.searching.evaluation.forms import classes
from imsearch_gui.searching.evaluation.truth import read_truth


def right(shelf: Any, truth: GroundTruth) -> dict[str, tuple[list[str], int]]:
    """Question -> names of what is right, and how many more there are."""
    return {
        question.name: (shelf.names(judgement.relevant), judgement.absent)
        for question, judgement in zip(truth.questions, truth.protocols[0].judgements, strict=True)
    }


def test_each_asks_for_the_others(shelf: Any) -> None:
    shelf.hold("cat/1.jpg", "cat/2.jpg", "cat/3.jpg", "dog/1.jpg", "dog/2.jpg")
    truth = read_truth(shelf.library, shelf.folder)
    assert (truth.form, truth.source, truth.rule, truth.candidates) == (
        TruthForm.CLASSES,
        shelf.folder,
        ApRule.STEPS,
        None,
    )
    assert right(shelf, truth) == {
        "cat/1.jpg": (["cat/2.jpg", "cat/3.jpg"], 0),
        "cat/2.jpg": (["cat/1.jpg", "cat/3.jpg"], 0),
        "cat/3.jpg": (["cat/1.jpg", "cat/2.jpg"], 0),
        "dog/1.jpg": (["dog/2.jpg"], 0),
        "dog/2.jpg": (["dog/1.jpg"], 0),
    }
    question = truth.questions[3]
    assert question.example == FileExample(shelf.folder / "dog/1.jpg")
    assert (question.group, question.image_id) == ("dog", shelf.id("dog/1.jpg"))
    assert truth.group_of[shelf.id("cat/3.jpg")] == "cat"
    assert [protocol.name for protocol in truth.protocols] == [""]
    assert all(len(judgement.junk) == 0 and judgement.gains is None for judgement in truth.protocols[0].judgements)


def test_questions_can_be_taken_as_from_any_sequence(shelf: Any) -> None:
    shelf.hold("a/1.jpg", "a/2.jpg", "a/3.jpg")
    questions = read_truth(shelf.library, shelf.folder).questions
    assert [question.name for question in questions[1:]] == ["a/2.jpg", "a/3.jpg"]
    assert questions[-1] == questions[2]
    assert len(questions) == 3
    with pytest.raises(IndexError):
        questions[3]


@pytest.mark.parametrize(
    ("asks", "asked"),
    [("test", "train"), ("val", "train"), ("query", "gallery"), ("Test", "TRAIN"), ("probe", "database")],
)
def test_of_two_parts_one_asks_the_other(shelf: Any, asks: str, asked: str) -> None:
    shelf.hold(f"{asked}/cat/1.jpg", f"{asked}/cat/2.jpg", f"{asked}/dog/1.jpg", f"{asks}/cat/9.jpg")
    shelf.put(f"{asks}/dog/9.jpg")
    truth = read_truth(shelf.library, shelf.folder)
    assert right(shelf, truth) == {
        f"{asks}/cat/9.jpg": ([f"{asked}/cat/1.jpg", f"{asked}/cat/2.jpg"], 0),
        f"{asks}/dog/9.jpg": ([f"{asked}/dog/1.jpg"], 0),
    }
    held, lacking = truth.questions
    assert (held.image_id, lacking.image_id) == (shelf.id(f"{asks}/cat/9.jpg"), None)
    assert lacking.example == FileExample(shelf.folder / asks / "dog/9.jpg")
    assert (held.group, lacking.group) == ("cat", "dog")
    assert truth.candidates is not None
    assert shelf.names(truth.candidates) == [f"{asked}/{name}" for name in ("cat/1.jpg", "cat/2.jpg", "dog/1.jpg")]
    assert set(truth.group_of) == set(truth.candidates.tolist())
    assert f"The pictures in {asks} ask for those in {asked}." in truth.notices


def test_where_only_one_part_is_held_all_of_the_library_may_be_found(shelf: Any) -> None:
    shelf.hold("train/cat/1.jpg", "train/cat/2.jpg", root="train")
    shelf.put("test/cat/1.jpg", "test/dog/1.jpg")
    truth = read_truth(shelf.library, shelf.folder)
    assert truth.candidates is None
    assert list(right(shelf, truth)) == ["test/cat/1.jpg"]
    assert truth.notices[1:] == ("1 question had to be left out, since there is nothing right to be found.",)


def test_test_goes_before_val_and_a_part_that_nobody_asks_is_left_alone(shelf: Any) -> None:
    shelf.hold("train/cat/1.jpg", "test/cat/2.jpg", "val/cat/3.jpg")
    truth = read_truth(shelf.library, shelf.folder)
    assert right(shelf, truth) == {"test/cat/2.jpg": (["train/cat/1.jpg"], 0)}


@pytest.mark.parametrize("part", ["test", "train"])
def test_a_single_part_is_no_class(shelf: Any, part: str) -> None:
    shelf.hold(f"{part}/cat/1.jpg", f"{part}/cat/2.jpg", f"{part}/dog/1.jpg", f"{part}/dog/2.jpg")
    truth = read_truth(shelf.library, shelf.folder)
    assert {question.group for question in truth.questions} == {"cat", "dog"}


def test_a_class_may_be_called_train(shelf: Any) -> None:
    shelf.hold("train/1.jpg", "train/2.jpg", "bus/1.jpg", "bus/2.jpg")
    assert {question.group for question in read_truth(shelf.library, shelf.folder).questions} == {"train", "bus"}


def test_nested_classes_and_names_in_any_script(shelf: Any) -> None:
    names = [
        "Obst/Äpfel/1.jpg",
        "Obst/Äpfel/2.jpg",
        "Obst/1.jpg",
        "Obst/2.jpg",
        "猫/1.jpg",
        "猫/2.jpg",
        "قطة/1.jpg",
        "قطة/2.jpg",
    ]
    shelf.hold(*names)
    truth = read_truth(shelf.library, shelf.folder)
    assert {question.group for question in truth.questions} == {"Obst/Äpfel", "Obst", "猫", "قطة"}
    assert right(shelf, truth)["Obst/1.jpg"] == (["Obst/2.jpg"], 0)


def test_accents_are_written_in_two_ways(shelf: Any) -> None:
    shelf.hold(unicodedata.normalize("NFD", "train/Äpfel/1.jpg"))
    shelf.put(unicodedata.normalize("NFC", "test/Äpfel/1.jpg"))
    truth = read_truth(shelf.library, shelf.folder)
    assert [question.group for question in truth.questions] == [unicodedata.normalize("NFC", "Äpfel")]


def test_copies_are_told_since_they_find_each_other(shelf: Any) -> None:
    """Those of the same class; a copy in another class makes nothing look better than it is."""
    shelf.hold("cat/1.jpg", "cat/2.jpg", "dog/1.jpg", "dog/2.jpg")
    said = "Copies of other pictures find those at once, which flatters all figures: "
    assert not [one for one in read_truth(shelf.library, shelf.folder).notices if one.startswith(said)]
    shelf.hold("cat/a.jpg", "cat/b.jpg", "cat/c.jpg", "dog/a.jpg", content="the same")
    assert f"{said}2 pictures." in read_truth(shelf.library, shelf.folder).notices
    assert f"{said}2 pictures." in read_truth(shelf.library, None).notices


def test_a_folder_of_far_too_many_files_is_none(shelf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where somebody chose the whole disk."""
    monkeypatch.setattr(classes, "MOST_FILES", 4)
    shelf.hold("cat/1.jpg", "cat/2.jpg", "dog/1.jpg", "dog/2.jpg")
    assert len(read_truth(shelf.library, shelf.folder).questions) == 4
    shelf.put("dog/notes.txt")
    with pytest.raises(EvaluationError, match=r"holds more than 4 files, so it is no ground truth: choose the folder"):
        read_truth(shelf.library, shelf.folder)


def test_copies_are_what_their_folder_says(shelf: Any) -> None:
    shelf.hold("cat/1.jpg", "cat/copy.jpg", "dog/copy.jpg", "dog/1.jpg", content="the same")
    truth = read_truth(shelf.library, shelf.folder)
    assert right(shelf, truth) == {
        "cat/1.jpg": (["cat/copy.jpg"], 0),
        "cat/copy.jpg": (["cat/1.jpg"], 0),
        "dog/1.jpg": (["dog/copy.jpg"], 0),
        "dog/copy.jpg": (["dog/1.jpg"], 0),
    }


def test_what_the_library_lacks_counts_and_what_is_no_picture_does_not(shelf: Any) -> None:
    shelf.hold("cat/1.jpg", "cat/2.jpg", "dog/1.jpg", "odd/picture without suffix", "odd/1.jpg")
    shelf.put("cat/3.jpg", "dog/2.PNG", "cat/notes.txt", "LICENSE", "cat/.hidden.jpg", "cat/1.xmp")
    truth = read_truth(shelf.library, shelf.folder)
    assert right(shelf, truth) == {
        "cat/1.jpg": (["cat/2.jpg"], 1),
        "cat/2.jpg": (["cat/1.jpg"], 1),
        "dog/1.jpg": ([], 1),
        "odd/picture without suffix": (["odd/1.jpg"], 0),
        "odd/1.jpg": (["odd/picture without suffix"], 0),
    }
    assert truth.protocols[0].judgements[0].total == 2
    assert truth.notices[1:] == (
        "The library lacks 2 pictures of the ground truth; where one would be right, it counts as never found.",
        "Ignored, since not pictures: 2 files.",
    )


def test_a_file_that_is_gone_is_still_what_the_library_knows(shelf: Any) -> None:
    shelf.hold("cat/1.jpg", "cat/2.jpg")
    (shelf.folder / "cat/2.jpg").unlink()
    assert right(shelf, read_truth(shelf.library, shelf.folder)) == {
        "cat/1.jpg": (["cat/2.jpg"], 0),
        "cat/2.jpg": (["cat/1.jpg"], 0),
    }


def test_others_of_the_library_are_wrong_answers(shelf: Any) -> None:
    shelf.hold("set/cat/1.jpg", "set/cat/2.jpg", "set/loose.jpg", "elsewhere/1.jpg", "set/alone/1.jpg")
    truth = read_truth(shelf.library, shelf.folder / "set")
    assert [question.name for question in truth.questions] == ["cat/1.jpg", "cat/2.jpg"]
    assert truth.candidates is None
    assert shelf.id("set/loose.jpg") not in truth.group_of
    assert truth.group_of[shelf.id("set/alone/1.jpg")] == "alone"
    assert truth.notices[1:] == (
        "1 question had to be left out, since there is nothing right to be found.",
        "1 picture without a class will count as wrong answers.",
    )


def test_a_class_behind_a_link(shelf: Any, tmp_path: Path) -> None:
    shelf.hold("cats/1.jpg", "cats/2.jpg", "dogs/1.jpg", "dogs/2.jpg")
    classes = tmp_path / "classes"
    classes.mkdir()
    (classes / "cat").symlink_to(shelf.folder / "cats")
    assert right(shelf, read_truth(shelf.library, classes)) == {
        "cats/1.jpg": (["cats/2.jpg"], 0),
        "cats/2.jpg": (["cats/1.jpg"], 0),
    }
    (tmp_path / "whole").symlink_to(shelf.folder)
    assert len(read_truth(shelf.library, tmp_path / "whole").questions) == 4


def test_the_root_was_said_otherwise_than_the_ground_truth(shelf: Any, tmp_path: Path) -> None:
    (shelf.folder / "here").mkdir()
    names = ("set/train/cat/1.jpg", "set/test/cat/1.jpg")
    shelf.hold(*(f"here/../{name}" for name in names), root="here/../set")
    (tmp_path / "link").symlink_to(shelf.folder / "set")
    for source in (shelf.folder / "set", shelf.folder / "here/../set", tmp_path / "link"):
        truth = read_truth(shelf.library, source)
        (question,) = truth.questions
        assert question.image_id == 2
        assert truth.protocols[0].judgements[0].relevant.tolist() == [1]
        assert truth.protocols[0].judgements[0].absent == 0


def test_arrays_of_a_class_are_shared_and_each_is_made_when_it_is_asked_for(shelf: Any) -> None:
    shelf.hold(*(f"train/cat/{number}.jpg" for number in range(5)))
    shelf.put(*(f"test/cat/{number}.jpg" for number in range(3)))
    first, *others = read_truth(shelf.library, shelf.folder).protocols[0].judgements
    assert all(judgement is first for judgement in others)
    one = read_truth(shelf.library, shelf.folder / "train/..").protocols[0].judgements
    assert isinstance(one[0], Judgement)


def test_what_cannot_be_used(shelf: Any, tmp_path: Path) -> None:
    shelf.hold("one/1.jpg", "two/1.jpg")
    other = tmp_path / "other"
    (other / "cat").mkdir(parents=True)
    (other / "cat/1.jpg").touch()
    (other / "cat/2.jpg").touch()
    with pytest.raises(EvaluationError, match=r"^The library holds none of the pictures that .*other names: index "):
        read_truth(shelf.library, other)
    with pytest.raises(EvaluationError, match="asks nothing that this library could answer"):
        read_truth(shelf.library, shelf.folder)
    with pytest.raises(EvaluationError, match=r"one for each class: choose the folder above"):
        read_truth(shelf.library, shelf.folder / "one")
    with pytest.raises(EvaluationError, match="There is no"):
        read_truth(shelf.library, shelf.folder / "gone")
    with pytest.raises(EvaluationError, match="is no folder"):
        read_truth(shelf.library, shelf.folder / "one/1.jpg", TruthForm.CLASSES)
    with pytest.raises(FolderError, match=r"gone.* cannot be read") as told:
        from imsearch_gui.searching.evaluation.forms.classes import read
        from imsearch_gui.searching.evaluation.pictures import Pictures

        read(Pictures.of(shelf.library), shelf.folder / "gone")
    assert str(told.value).endswith("?")


# -- the library's own folders --------------------------------------------------------------------------------------------


def test_folders_below_the_root(shelf: Any) -> None:
    shelf.hold("cat/1.jpg", "cat/2.jpg", "dog/1.jpg", "dog/2.jpg", "dog/small/1.jpg", "loose.jpg")
    shelf.put("cat/3.jpg")
    truth = read_truth(shelf.library, None)
    assert (truth.form, truth.source) == (TruthForm.CLASSES, None)
    assert right(shelf, truth) == {
        "cat/1.jpg": (["cat/2.jpg"], 0),
        "cat/2.jpg": (["cat/1.jpg"], 0),
        "dog/1.jpg": (["dog/2.jpg"], 0),
        "dog/2.jpg": (["dog/1.jpg"], 0),
    }
    assert truth.notices[-1].startswith("No picture of this library has a label, so the folders ")
    asked_for = read_truth(shelf.library, None, TruthForm.CLASSES)
    assert asked_for.notices == truth.notices[:-1], "whoever asks for folders knows that"


def test_roots_are_classes_where_there_are_several(shelf: Any) -> None:
    shelf.hold("cats/1.jpg", "cats/2.jpg", "cats/wild/1.jpg", root="cats")
    shelf.hold("dogs/1.jpg", "dogs/2.jpg", "dogs/wild/1.jpg", root="dogs")
    truth = read_truth(shelf.library, None)
    assert {question.group for question in truth.questions} == {"cats", "dogs", "wild"}
    assert shelf.names(truth.protocols[0].judgements[-1].relevant) == ["cats/wild/1.jpg"]


def test_parts_of_a_set_are_no_classes(shelf: Any) -> None:
    shelf.hold("train/cat/1.jpg", "train/dog/1.jpg", "test/cat/1.jpg", "test/dog/1.jpg")
    truth = read_truth(shelf.library, None)
    assert {question.group for question in truth.questions} == {"cat", "dog"}
    assert len(truth.questions) == 4


def test_a_library_whose_folders_tell_nothing_apart(shelf: Any) -> None:
    with pytest.raises(EvaluationError, match="label some, or choose a file"):
        read_truth(shelf.library, None)
    shelf.hold("1.jpg", "2.jpg")
    with pytest.raises(EvaluationError, match="label some, or choose a file"):
        read_truth(shelf.library, None, TruthForm.CLASSES)
    shelf.hold("a/1.jpg", "b/2.jpg")
    with pytest.raises(EvaluationError, match="In no folder of this library are two pictures"):
        read_truth(shelf.library, None)
