"""Sets of pictures from their folders to the measures: drawn ones, and real ones where they are on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from imsearch_gui.domain.evaluation import EvaluationReport, GroundTruth
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.evaluation.run import evaluate, ways_of
from imsearch_gui.searching.evaluation.truth import read_truth

COLOURS = ("red", "green", "blue")


def ended(job: Any) -> Any:
    """What a generator returns."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def indexed(folder: Path, library: Path) -> Path:
    with LibraryWriter.open(library) as writer:
        request = IndexRequest(folders=(folder,), model="pixels", workers=1)
        ended(index(writer, request, ModelStore().find("pixels")))
    return library


def measured(folder: Path, source: Path | None) -> tuple[GroundTruth, EvaluationReport]:
    with Library.open(folder) as library:
        truth = read_truth(library, source)
        ways = ways_of(library, metrics=[Metric.COSINE])
        return truth, ended(evaluate(library, ModelStore(), truth, ways))


def draw(path: Path, colour: str, number: int) -> None:
    """Pictures of one colour are the more alike the nearer their numbers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", (64, 48), colour)
    ImageDraw.Draw(image).rectangle((2 * number, number, 2 * number + 9, number + 9), fill="white")
    image.save(path)


def test_drawn_classes_of_two_parts(tmp_path: Path) -> None:
    """The pictures that ask are in the library, too, and their own part would be in their way were it not left out."""
    for colour in COLOURS:
        for number in range(4):
            draw(tmp_path / "set/train" / colour / f"{number}.png", colour, number)
            draw(tmp_path / "set/test" / colour / f"{number}.png", colour, number + 4)
    truth, report = measured(indexed(tmp_path / "set", tmp_path / "library"), tmp_path / "set")
    assert len(truth.questions) == 12
    (way,) = report.ways
    assert way.protocols[0].means["p@1"] == way.protocols[0].means["ap"] == 1.0
    assert report.groups == tuple(sorted(COLOURS))
    found = {came.path.parent.parent.name for shown in way.shown for came in shown.first}
    assert found == {"train"}


def test_a_drawn_table_whose_query_is_no_image_of_the_library(tmp_path: Path) -> None:
    for colour in COLOURS:
        for number in range(3):
            draw(tmp_path / "set" / colour / f"{number}.png", colour, number)
        draw(tmp_path / "asked" / f"{colour}.png", colour, 9)
    lines = [f"{colour}.png,{colour}/0.png;{colour}/1.png;{colour}/2.png" for colour in COLOURS]
    table = tmp_path / "asked" / "truth.csv"
    table.write_text("\n".join(["query,relevant", *lines]))
    truth, report = measured(indexed(tmp_path / "set", tmp_path / "library"), table)
    assert [question.image_id for question in truth.questions] == [None] * 3
    assert report.ways[0].protocols[0].means["ap"] == 1.0
    assert not report.ways[0].unanswered


def test_ukbench(shared_data: Path, tmp_path: Path) -> None:
    source = shared_data / "ukbench"
    truth, report = measured(indexed(source, tmp_path / "library"), source)
    assert len(truth.questions) == 56
    assert truth.notices == ()
    # Raw pixels; 3.16 when this was written. Four pictures at random have 1.2.
    assert 3.0 < report.ways[0].protocols[0].means["ns"] < 3.4


@pytest.mark.parametrize(
    ("name", "questions", "classes", "right"), [("grocery60", 60, 60, 10), ("clothing", 100, 10, 40)]
)
def test_train_and_test(shared_data: Path, shelf: Any, name: str, questions: int, classes: int, right: int) -> None:
    source = shared_data / name
    hold_all(shelf, source)
    truth = read_truth(shelf.library, source)
    assert len(truth.questions) == questions
    assert len({question.group for question in truth.questions}) == classes
    assert {(len(one.relevant), one.absent) for one in truth.protocols[0].judgements} == {(right, 0)}
    assert truth.candidates is not None
    assert len(truth.candidates) == classes * right
    assert truth.notices == ("The pictures in test ask for those in train.",)


def test_folders_of_a_real_library_are_classes(shared_data: Path, shelf: Any) -> None:
    for name in ("holidays", "sceaux"):
        hold_all(shelf, shared_data / name)
    truth = read_truth(shelf.library, None)
    assert {question.group for question in truth.questions} == {"holidays", "sceaux"}
    assert [len(one.relevant) for one in truth.protocols[0].judgements] == [2] * 3 + [4] * 5


def hold_all(shelf: Any, folder: Path) -> None:
    """As if it had been indexed; who reads a ground truth looks at no picture."""
    shelf.know(sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".png")), folder)
