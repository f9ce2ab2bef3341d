"""The window and the page that is written of it say the same in the same words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from imsearch_gui.domain.evaluation import EvaluationReport, TruthForm
from imsearch_gui.domain.evaluation_classes import classes_of
from imsearch_gui.domain.evaluation_form import best_first, headline
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.searching.evaluation.page_parts import part
from imsearch_gui.searching.evaluation.page_words import words
from imsearch_gui.ui.evaluate.classes_model import ClassesModel
from imsearch_gui.ui.evaluate.ways_model import Role, WaysModel

Reports = Callable[..., EvaluationReport]
TITLES = {"mobilenet-v2": "MobileNet V2", "pixels": "Raw pixels"}


def test_the_table_of_ways(qapp: Any, report_of: Reports) -> None:
    report = report_of(titles=TITLES, form=TruthForm.UKBENCH, graph=True)
    model, page = WaysModel(), part(report, 0)
    model.show_report(report, TITLES)
    titles = [column.title for column in model.columns]
    assert titles == [words()[name] for name in ("model", "metric", "refinement")] + list(page.columns)
    for row, written in enumerate(page.ways):
        indexes = [model.index(row, column) for column in range(model.columnCount())]
        assert [index.data() for index in indexes[:3]] == [written.model, written.metric, written.refinement]
        assert [(index.data(), index.data(Role.MORE), index.data(Role.BEST)) for index in indexes[3:]] == [
            (cell.text, cell.note, cell.best) for cell in written.cells
        ]


def test_the_table_of_classes(qapp: Any, report_of: Reports) -> None:
    report = report_of(models=("bad",), metrics=(Metric.COSINE,), noise=0.5)
    model, page = ClassesModel(), part(report, 0)
    model.show_classes(classes_of(report, best_first(report)[0], 0), headline(report))
    titles = [column.title for column in model.columns]
    assert titles == [words()["class"], words()["questions"], *page.class_columns, words()["mistaken"]]
    shown = [[model.index(row, column).data() for column in range(len(titles))] for row in range(model.rowCount())]
    assert any(row[-1] for row in shown)
    assert shown == [
        [row.name, str(row.questions), *(cell.text for cell in row.cells), row.mistaken] for row in page.classes
    ]
