"""The page of evaluations with reports that were made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.bridge.evaluating import Evaluated, Evaluating
from imsearch_gui.domain.evaluation import EvaluationReport
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.ui.evaluate.page import EvaluatePage
from imsearch_gui.ui.main_window import MainWindow

MODELS = ("mobilenet-v2", "classic", "pixels")


@pytest.fixture
def report_of(evaluation_reports: Any) -> Callable[..., EvaluationReport]:
    """report_of(...): a report as planned, of pictures in the folder /pictures."""

    def make(**plan: Any) -> EvaluationReport:
        report: EvaluationReport = evaluation_reports.make_report(
            evaluation_reports.Plan(**{"folder": Path("/pictures"), **plan})
        )
        return report

    return make


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any]]:
    """What the page has asked of the bridge: ("start", request)."""
    made: list[tuple[str, Any]] = []
    for name in ("read", "start", "write"):
        monkeypatch.setattr(Evaluating, name, lambda _self, _first, what, name=name: made.append((name, what)))
    for name in ("cancel", "give_up_writing"):
        monkeypatch.setattr(Evaluating, name, lambda _self, *, name=name: made.append((name, None)))
    return made


@pytest.fixture
def page(
    asked: list[tuple[str, Any]], window: MainWindow, searching: Callable[..., LibraryState]
) -> Iterator[EvaluatePage]:
    """The page of a library that knows three models, opened in the window."""
    searching(60, models=MODELS)
    asked.clear()
    window.actions_.evaluate.trigger()
    assert window.evaluate.page is not None
    yield window.evaluate.page


@pytest.fixture
def shown(page: EvaluatePage, report_of: Callable[..., EvaluationReport]) -> Callable[..., EvaluatePage]:
    """shown(...): the page with a report as planned."""

    def show(**plan: Any) -> EvaluatePage:
        report = report_of(**plan)
        sizes = dict.fromkeys(range(len(report.truth.questions)), (64, 48)) if plan.get("regions") else {}
        page._evaluating.finished.emit(Evaluated(report, sizes))
        return page

    return show
