"""What the tables of quality share: libraries that are indexed by the command line, and how well they answer."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from page import DATA, ROOT

from imsearch_gui.cli import main as imsearch
from imsearch_gui.domain.evaluation import EvaluationReport, TruthForm, WayReport
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.library import Library
from imsearch_gui.searching.evaluation.run import evaluate, ways_of

COURSE_PAGE = ROOT / "docs" / "course.md"
EVALUATION_PAGE = ROOT / "docs" / "evaluation.md"
MODELS = DATA / "models"
ABSENT = (
    f"The real pictures and models are not on this machine ({DATA}): nothing was measured, the pages stay as they are."
)


def command(*words: object) -> dict[str, Any]:
    """One command line; what it printed."""
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(output):
        code = imsearch([*map(str, words), "--json"])
    assert code == 0, words
    output.seek(0)
    answer: dict[str, Any] = json.load(output)
    return answer


def indexed(library: Path, folders: Iterable[Path], models: Iterable[object]) -> list[str]:
    """Index the folders with each of the models, by id or folder; gives their ids."""
    folders = list(folders)
    names = []
    for model in models:
        report = command("index", *folders, "--library", library, "--model", model)
        assert report["skipped"] == [], report["skipped"]
        names.append(report["model"])
        print(f"{library.name}: {report['found']} pictures with {report['model']}, {report['seconds']} s", flush=True)
    return names


def asked(
    library: Path, source: Path, form: TruthForm | None = None, *, models: Sequence[str], metrics: Sequence[Metric] = ()
) -> EvaluationReport:
    """As `imsearch evaluate LIBRARY SOURCE` does it."""
    from imsearch_gui.searching.evaluation.truth import read_truth

    with Library.open(library) as opened:
        truth = read_truth(opened, source, form)
        job = evaluate(opened, ModelStore(), truth, ways_of(opened, models, metrics or None), top=(1, 5, 10))
        while True:
            try:
                next(job)
            except StopIteration as end:
                report: EvaluationReport = end.value
                return report


def figure(way: WayReport, measure: str) -> str:
    """Mean and 95 % interval of one measure."""
    of = way.protocols[0]
    low, high = of.intervals[measure]
    return f"{short(of.means[measure])} ({short(low)}–{short(high)})"


def short(value: float) -> str:
    return f"{value:.2f}" if value >= 1.005 else f"{value:.3f}".lstrip("0") if value < 0.9995 else "1"


MEASURES: Mapping[str, str] = {"p@1": "P@1", "p@5": "P@5", "ap": "mAP", "ns": "N-S"}


def ways_table(report: EvaluationReport, measures: Sequence[str]) -> list[str]:
    """A line for each way, in the order of the report."""
    lines = [
        f"| model | metric | {' | '.join(MEASURES[name] for name in measures)} | ms |",
        "|---|---|" + "---|" * (len(measures) + 1),
    ]
    for way in report.ways:
        cells = " | ".join(figure(way, name) for name in measures)
        lines.append(f"| {way.way.model_id} | {way.way.metric} | {cells} | {way.times.total:.0f} |")
    return lines
