"""`imsearch evaluate`: what it writes, and that nothing half is left of what was interrupted."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import tqdm
from PIL import Image, ImageDraw

from imsearch_gui.cli import INTERRUPTED, evaluating, main
from imsearch_gui.cli.evaluating import refinements_of, report_text
from imsearch_gui.cli.parser import parse
from imsearch_gui.cli.progress_bar import follow_page, follow_questions
from imsearch_gui.domain.evaluation import EvaluationProgress, EvaluationReport, EvaluationStage, TruthForm, Way
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.searching.evaluation.page import PageProgress

CLASSES = {"discs": "ellipse", "boxes": "rectangle"}
COLOURS = ("red", "green", "blue", "yellow")


def run(*arguments: str | Path, code: int = 0) -> tuple[str, str]:
    """(standard output, standard error) of a command that ends with `code`."""
    done = subprocess.run(
        [sys.executable, "-m", "imsearch_gui.cli", *map(str, arguments)],
        capture_output=True,
        env=dict(os.environ),
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two classes of four pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    for name, shape in CLASSES.items():
        (folder / name).mkdir()
        for number, colour in enumerate(COLOURS):
            image = Image.new("RGB", (96, 72), "black" if name == "discs" else "white")
            getattr(ImageDraw.Draw(image), shape)((20 + number, 10, 70, 60), fill=colour)
            image.save(folder / name / f"{colour}, {name}.png")
    return folder


@pytest.fixture(scope="module")
def library(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two models side by side; read, never changed, by the tests."""
    folder = tmp_path_factory.mktemp("libraries") / "library"
    for model in ("pixels", "classic"):
        run("index", pictures, "--library", folder, "--model", model)
    return folder


def test_all_ways_stand_side_by_side_best_first(library: Path, pictures: Path) -> None:
    text, _ = run("evaluate", library, pictures)
    head, *rows = [line.split() for line in text.splitlines()[:9]]
    assert head[:5] == ["model", "metric", "refinement", "P@1", "P@5"]
    assert {(row[0], row[1], row[2]) for row in rows} == {
        (model, metric.value, "plain") for model in ("pixels", "classic") for metric in Metric
    }
    means = [float(row[6]) for row in rows]
    assert means == sorted(means, reverse=True)
    assert "8 questions to 8 images, ground truth: classes" in text


def test_json_and_csv_say_the_same(library: Path, pictures: Path) -> None:
    narrowed = (
        "evaluate",
        library,
        pictures,
        "--model",
        "pixels",
        "--metric",
        "l1",
        "--metric",
        "cosine",
        "--top",
        "3",
        "1",
    )
    told = json.loads(run(*narrowed, "--json")[0])
    assert told["truth"]["form"] == "classes"
    assert told["top"] == [1, 3]
    assert [(way["model"], way["metric"]) for way in told["ways"]] == [("pixels", "l1"), ("pixels", "cosine")]
    rows = list(csv.DictReader(io.StringIO(run(*narrowed, "--csv")[0], newline="")))
    assert len(rows) == 2 * 8
    said = [question for way in told["ways"] for question in way["protocols"][0]["questions"]]
    assert [float(row["ap"]) for row in rows] == [question["ap"] for question in said]
    assert [row["question"] for row in rows] == [question["name"] for question in said]
    assert {row["group"] for row in rows} == set(CLASSES)
    assert {"p@1", "p@3", "r@3", "ndcg@3", "first"} <= set(rows[0])
    for way in told["ways"]:
        mean = way["protocols"][0]["means"]["ap"]
        assert mean == pytest.approx(sum(question["ap"] for question in way["protocols"][0]["questions"]) / 8)


def test_some_of_the_questions_can_be_asked(library: Path, pictures: Path) -> None:
    options = ("evaluate", library, pictures, "--model", "pixels", "--metric", "l1", "--questions", "3")
    assert "3 of 8 questions to 8 images" in run(*options)[0]
    told = json.loads(run(*options, "--json")[0])["truth"]
    assert (told["asked"], told["asked_of"]) == (3, 8)
    assert len({question["group"] for question in told["questions"]}) == 2
    assert "is not a whole number" in run("evaluate", library, "--questions", "0", code=2)[1]


def test_a_model_that_holds_some_pictures_only_is_told_before_anything_is_asked(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library"
    for model, below in (("pixels", pictures), ("classic", pictures / "discs")):
        assert main(["index", str(below), "--library", str(library), "--model", model]) == 0
    sentence = "classic holds vectors of 4 of 8 pictures, so its figures do not compare"
    said: list[str] = []
    follow = evaluating.follow_questions

    def followed(job: Any) -> Any:
        said.append(capsys.readouterr().err)
        return follow(job)

    monkeypatch.setattr(evaluating, "follow_questions", followed)
    assert main(["evaluate", str(library), str(pictures), "--metric", "l1", "--json"]) == 0
    told = capsys.readouterr()
    assert sentence in said[0]
    assert sentence not in told.err
    report = json.loads(told.out)
    assert report["held"] == {"pixels": {"images": 8, "of": 8}, "classic": {"images": 4, "of": 8}}
    assert any(notice.startswith(sentence) for notice in report["notices"])


def test_without_a_ground_truth_the_folders_are_it(library: Path) -> None:
    text, errors = run("evaluate", library, "--model", "classic", "--metric", "l1", "--json")
    assert set(json.loads(text)["groups"]) == set(CLASSES)
    assert errors.startswith("imsearch: "), "it says what was taken"


def test_the_page_is_written(library: Path, pictures: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("the older one")
    text, _ = run("evaluate", library, pictures, "--metric", "l2", "--report", page)
    assert text.endswith(f"The page was written to {page}.\n")
    written = page.read_text(encoding="utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert "boxes" in written
    assert list(tmp_path.iterdir()) == [page]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (
            ("--model", "none"),
            1,
            "imsearch: This library was not indexed with the model 'none': it knows pixels, classic.\n",
        ),
        (("--form", "oxford"), 1, "imsearch: "),
        (("--metric", "l3"), 2, "invalid choice: 'l3'"),
        (("--top", "0"), 2, "'0' is not a whole number of 1 or more"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(library: Path, options: tuple[str, ...], code: int, sentence: str) -> None:
    text, errors = run("evaluate", library, *options, code=code)
    assert text == ""
    assert sentence in errors
    assert "Traceback" not in errors


def test_a_place_for_the_page_is_looked_at_before_anything_is_asked(
    library: Path, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("asked before the place of the page was looked at")

    monkeypatch.setattr(evaluating, "evaluate", never)
    monkeypatch.setattr(evaluating, "read_truth", never)
    page = tmp_path / "none" / "page.html"
    assert main(["evaluate", str(library), str(pictures), "--report", str(page)]) == 1
    errors = capsys.readouterr().err
    assert errors == f"imsearch: {page} cannot be written (No such file or directory): choose another place.\n"


@pytest.mark.parametrize("while_writing", [False, True])
def test_an_interrupt_leaves_nothing_half_written(
    library: Path,
    pictures: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
    while_writing: bool,
) -> None:
    def interrupted(job: Generator[Any, None, Any]) -> None:
        next(job)
        raise KeyboardInterrupt

    page = tmp_path / "page.html"
    page.write_text("the older one")
    monkeypatch.setattr(evaluating, "follow_page" if while_writing else "follow_questions", interrupted)
    arguments = ["evaluate", str(library), str(pictures), "--model", "pixels", "--metric", "l2"]
    assert main([*arguments, "--report", str(page), "--json"]) == INTERRUPTED
    told = capsysbinary.readouterr()
    assert told.out == b""
    assert told.err == b"imsearch: Interrupted: nothing was changed.\n"
    assert page.read_text() == "the older one"
    assert list(tmp_path.iterdir()) == [page]


def test_each_refinement_that_is_named_is_measured_beside_the_plain_way() -> None:
    def ways(*options: str) -> tuple[Refinement, ...]:
        return refinements_of(parse(["evaluate", "library", *options]))

    assert ways() == (PLAIN,)
    assert ways("--verify", "--reciprocal", "--expand", "alpha", "--expand", "average") == (
        PLAIN,
        Refinement(Expansion.ALPHA),
        Refinement(Expansion.AVERAGE),
        Refinement(reciprocal=True),
        Refinement(geometry=True),
    )


def test_a_way_that_was_never_checked_has_no_figure(evaluation_reports: Any) -> None:
    ways = (PLAIN, Refinement(geometry=True))
    plan = evaluation_reports.Plan(Path("/p"), models=("a",), metrics=(Metric.L1,), refinements=ways, unchecked=(1,))
    _, plain, geometry, *_ = report_text(evaluation_reports.make_report(plan))
    assert plain.split()[2] == "plain"
    assert geometry.split()[2:] == ["geometry", "-", "-", "-", "not", "checked", "-", "-", "-", "-", "-", "-"]


def test_each_protocol_has_its_table(evaluation_reports: Any) -> None:
    plan = evaluation_reports.Plan(
        Path("/pictures"), protocols=("easy", "hard"), form=TruthForm.REVISITED, graph=True, unreadable=(3,)
    )
    report: EvaluationReport = evaluation_reports.make_report(plan)
    lines = list(report_text(report))
    assert [lines.index(name) for name in ("easy", "hard")] == [0, 15]
    for start, protocol in ((0, 0), (15, 1)):
        first = lines[start + 2].split()
        means = [way.protocols[protocol].means["ap"] for way in report.ways]
        assert first[6] == f"{max(means):.3f}"
        assert lines[start + 1].endswith("graph recall@10")
        assert first[-1] == "0.970"


def test_groups_of_four_have_their_score(evaluation_reports: Any) -> None:
    report = evaluation_reports.make_report(evaluation_reports.Plan(Path("/pictures"), form=TruthForm.UKBENCH))
    head, first, *_ = report_text(report)
    assert "N-S" in head
    score = report.ways[0].protocols[0].means["ns"]
    assert f"{score:.3f}" in first.split()


def test_what_has_no_number_is_a_dash(evaluation_reports: Any) -> None:
    report = evaluation_reports.make_report(evaluation_reports.Plan(Path("/pictures"), classes=("one",), each=1))
    assert list(report_text(report))[1].split()[3:] == ["-"] * 4 + ["-", "-", "-", "-", "-", "29.0"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Bar:
    """What would be drawn by tqdm, which draws when it likes."""

    made: ClassVar[list[Bar]] = []

    def __init__(self, **options: Any) -> None:
        self.title = options["desc"]
        self.n, self.total, self.open = 0, 0, True
        self.made.append(self)

    def set_description(self, title: str, *, refresh: bool = True) -> None:
        self.title = title

    def update(self, more: int) -> None:
        self.n += more

    def close(self) -> None:
        self.open = False


def test_a_terminal_is_shown_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def questions() -> Generator[EvaluationProgress, None, str]:
        for done in (1, 2, 4):
            yield EvaluationProgress(done, 4, Way("a\x1bmodel", Metric.L1), 0.1)
            assert (bars[0].n, bars[0].total, bars[0].title) == (done, 4, r"a\x1bmodel")
        yield EvaluationProgress(1, 3, Way("a\x1bmodel", Metric.L1), 0.2, EvaluationStage.MEASURING)
        assert (bars[0].n, bars[0].total, bars[0].title) == (4, 4, r"a\x1bmodel: measuring 2 of 3")
        return "the report"

    def pages() -> Generator[PageProgress, None, None]:
        yield PageProgress(2, 3)

    bars: list[Bar] = []
    monkeypatch.setattr(Bar, "made", bars)
    monkeypatch.setattr(tqdm, "tqdm", Bar)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert follow_questions(questions()) == "the report"
    follow_page(pages())
    assert (bars[1].n, bars[1].total, bars[1].title) == (2, 3, "Reading the pictures of the page")
    assert [bar.open for bar in bars] == [False, False]


def test_nothing_is_shown_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    def questions() -> Generator[EvaluationProgress, None, int]:
        yield EvaluationProgress(1, 1, Way("a", Metric.L1), 0.1)
        return 7

    assert follow_questions(questions()) == 7
    assert capsys.readouterr().err == ""
