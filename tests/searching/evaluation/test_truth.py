"""What lies somewhere tells its form."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.evaluation import TruthForm
from imsearch_gui.searching.evaluation.truth import guessed, read_truth
from imsearch_gui.searching.search import Superseded


@pytest.mark.parametrize(
    ("there", "source", "form"),
    [
        ("truth.csv", "truth.csv", TruthForm.TABLE),
        ("TRUTH.CSV", "TRUTH.CSV", TruthForm.TABLE),
        ("truth.tsv", "truth.tsv", TruthForm.TABLE),
        ("gnd.pkl", "gnd.pkl", TruthForm.REVISITED),
        ("gt/all_souls_1_query.txt", "gt", TruthForm.OXFORD),
        ("set/ukbench00000.jpg", "set", TruthForm.UKBENCH),
        ("set/full/UKBench00000.JPG", "set", TruthForm.UKBENCH),
        ("set/ukbench.jpg", "set", TruthForm.CLASSES),
        ("set/cat/1.jpg", "set", TruthForm.CLASSES),
        ("set.csv/cat/1.jpg", "set.csv", TruthForm.CLASSES),
    ],
)
def test_the_form_is_told_by_what_is_there(tmp_path: Path, there: str, source: str, form: TruthForm) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).touch()
    assert guessed(tmp_path / source) is form


def test_what_is_of_no_form(tmp_path: Path) -> None:
    (tmp_path / "truth.txt").touch()
    with pytest.raises(
        EvaluationError, match=r"truth.txt is no ground truth that is known: choose a \.csv or \.pkl file"
    ):
        guessed(tmp_path / "truth.txt")
    with pytest.raises(EvaluationError, match=r"There is no .*gone\.csv: choose"):
        guessed(tmp_path / "gone.csv")


def test_a_form_may_be_said(shelf: Any) -> None:
    shelf.hold("1.jpg", "2.jpg")
    table = shelf.put("truth.txt", text="query,relevant\n1.jpg,2.jpg\n")
    assert len(read_truth(shelf.library, table, TruthForm.TABLE).questions) == 1
    with pytest.raises(EvaluationError, match=r"truth.txt is no folder"):
        read_truth(shelf.library, table, TruthForm.OXFORD)


def test_places_are_said_from_where_one_is(shelf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.hold("set/a/1.jpg", "set/a/2.jpg")
    monkeypatch.chdir(shelf.folder)
    truth = read_truth(shelf.library, Path("set"))
    assert truth.source == shelf.folder / "set"
    assert len(truth.questions) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("set/a/3.jpg", "unknown"),
        ("truth.csv", "query,relevant\nset/a/9.jpg,1.jpg\n"),
        ("gt/hall_1_query.txt", "set/a/9 0 0 5 5"),
    ],
)
def test_nobody_looks_any_further_once_it_is_not_wanted(shelf: Any, name: str, text: str) -> None:
    """Between two looks at the disk, however far they lead; here after as many as that takes."""
    shelf.hold("set/a/1.jpg", "set/a/2.jpg")
    place = shelf.put(name, text=text)
    source = place if name.endswith(".csv") else shelf.folder / Path(name).parts[0]
    looks = 0

    def wanted() -> bool:
        nonlocal looks
        looks += 1
        return True

    with suppress(EvaluationError):  # a question whose picture is nowhere
        read_truth(shelf.library, source, wanted=wanted)
    enough = looks - 1
    looks = 0
    with pytest.raises(Superseded):
        read_truth(shelf.library, source, wanted=lambda: wanted() and looks <= enough)
    assert looks == enough + 1
    assert enough > 3
