"""What is to be compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.evaluating import FOLDERS, LABELS, EvaluationRequest, TruthSource, TruthSummary
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.evaluation import Held
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import PLAIN, Refinement
from imsearch_gui.ui.evaluate.page import EvaluatePage
from imsearch_gui.ui.main_window import MainWindow

Asked = list[tuple[str, Any]]
TRUTH = TruthSummary(LABELS, 60, 600, 60, ("",), ("12 pictures have no label.",))


def check(page: EvaluatePage, name: str) -> QCheckBox:
    return next(box for box in page.set_up.findChildren(QCheckBox) if name in box.accessibleName())


def test_the_labels_are_read_when_the_page_is_opened(page: EvaluatePage, asked: Asked) -> None:
    assert asked == [("read", LABELS)]
    assert page.set_up.told.text() == "Reading…"
    assert not page.set_up.evaluate.isEnabled()


def test_they_are_read_again_when_one_comes_back(page: EvaluatePage, asked: Asked, window: MainWindow) -> None:
    page.set_up.show_problem("The library has no labels: give some.")
    window.evaluate.leave()
    window.evaluate.open()
    assert asked == [("read", LABELS)] * 2
    assert page.set_up.told.text() == "Reading…"


def test_what_was_read_is_said_in_one_line(page: EvaluatePage, program: Program) -> None:
    program.evaluating.truth_read.emit(TRUTH)
    assert page.set_up.told.text() == "60 questions, 600 images, 60 classes"
    assert page.set_up.notices.text() == "12 pictures have no label."
    assert page.set_up.evaluate.isEnabled()


def test_why_it_cannot_be_used_is_said_and_nothing_can_begin(page: EvaluatePage, program: Program) -> None:
    program.evaluating.truth_read.emit(TRUTH)
    program.evaluating.truth_failed.emit("The library has no labels: give some.")
    assert page.set_up.told.text() == "The library has no labels: give some."
    assert page.set_up.told.property("problem")
    assert not page.set_up.evaluate.isEnabled()
    page.set_up.source.setCurrentIndex(1)
    assert not page.set_up.told.property("problem")


def test_another_source_is_read_at_once(page: EvaluatePage, asked: Asked) -> None:
    page.set_up.source.setCurrentIndex(1)
    page.set_up.choose(Path("/truth/gnd.pkl"))
    page.set_up.choose(Path("/truth/gnd.pkl"))
    file = TruthSource(Path("/truth/gnd.pkl"))
    assert asked[1:] == [("read", FOLDERS), ("read", file), ("read", file)]
    assert page.set_up.source.currentText() == "gnd.pkl"
    assert page.set_up.source.count() == 3


def test_all_models_and_metrics_are_compared_unless_somebody_says_otherwise(
    qtbot: QtBot, page: EvaluatePage, program: Program, asked: Asked
) -> None:
    program.evaluating.truth_read.emit(TRUTH)
    assert page.set_up.cost.text() == "3 models × 4 metrics × 1 refinement: 12 ways, 60 questions each"
    for name in ("Mobilenet-V2", "L1", "Correlation"):
        check(page, name).click()
    check(page, "Shared neighbours").click()
    assert page.set_up.cost.text() == "2 models × 2 metrics × 2 refinements: 8 ways, 60 questions each"
    qtbot.mouseClick(page.set_up.evaluate, Qt.MouseButton.LeftButton)
    wanted = EvaluationRequest(
        LABELS, ("classic", "pixels"), (Metric.COSINE, Metric.L2), (PLAIN, Refinement(reciprocal=True))
    )
    assert asked[-1] == ("start", wanted)


def test_models_that_hold_some_pictures_only_are_named_before_anything_is_asked(
    page: EvaluatePage, program: Program
) -> None:
    held = {"mobilenet-v2": Held(60, 60), "classic": Held(48, 60), "pixels": Held(60, 60)}
    program.evaluating.truth_read.emit(replace(TRUTH, held=held))
    assert page.set_up.lacking.isVisible()
    assert page.set_up.lacking.text().startswith("Classic holds vectors of 48 of 60 pictures, so its figures")
    check(page, "Classic").click()
    assert not page.set_up.lacking.isVisible()


def test_some_of_the_questions_can_be_asked(qtbot: QtBot, page: EvaluatePage, program: Program, asked: Asked) -> None:
    program.evaluating.truth_read.emit(TRUTH)
    assert page.set_up.questions.text() == "all"
    page.set_up.questions.setValue(1_000)
    assert page.set_up.cost.text().endswith("60 questions each")
    page.set_up.questions.setValue(25)
    assert page.set_up.cost.text().endswith("25 questions each")
    qtbot.mouseClick(page.set_up.evaluate, Qt.MouseButton.LeftButton)
    assert asked[-1][1].questions == 25


def test_without_a_model_nothing_can_begin(page: EvaluatePage, program: Program) -> None:
    program.evaluating.truth_read.emit(TRUTH)
    for name in ("Mobilenet-V2", "Classic", "Pixels"):
        check(page, name).click()
    assert not page.set_up.evaluate.isEnabled()
    assert page.set_up.cost.text() == "Choose a model, a metric and a refinement at least."


def test_what_is_checked_outlives_news_of_the_library(page: EvaluatePage, program: Program, library_of: Any) -> None:
    check(page, "Classic").click()
    program.libraries.changed.emit(library_of(70, models=("mobilenet-v2", "classic", "pixels")))
    assert page.set_up.request.models == ("mobilenet-v2", "pixels")
    program.libraries.changed.emit(library_of(70, models=("classic",)))
    assert page.set_up.request.models == ("classic",)


def test_a_long_name_is_elided_and_told_whole(page: EvaluatePage) -> None:
    page.set_up.models.offer([("long", "A model with a very long name " * 5)], ["long"])
    box = check(page, "A model with")
    assert "…" in box.text()
    assert box.toolTip() == "A model with a very long name " * 5
