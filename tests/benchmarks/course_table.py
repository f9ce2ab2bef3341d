"""The models of the course with its four metrics: `python tests/benchmarks/course_table.py [--write]`.

Raw pixels in three sizes, a vision transformer's class token, a feature map flattened and pooled, texture, and template matching,
which has no vectors. Needs ../shared/data; writes its sections of docs/course.md.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from course.course_models import HERE, make
from evaluations import ABSENT, COURSE_PAGE, MODELS, asked, indexed, short
from page import DATA, measured, publish

from imsearch_gui.domain import measures
from imsearch_gui.domain.evaluation import EvaluationReport, TruthForm
from imsearch_gui.domain.metrics import Metric, scores

SETS = ("grocery60", "clothing")
SIDE = 80
PARTS = ((SIDE, "the whole picture"), (60, "its middle, 60 × 60, wherever it fits best"))
METHODS = {"normed correlation coefficient": cv2.TM_CCOEFF_NORMED, "normed cross-correlation": cv2.TM_CCORR_NORMED}

Picture = npt.NDArray[np.uint8]


def models_table(report: EvaluationReport) -> list[str]:
    """A line a model, a column a metric: P@1, P@5 and mAP; the best mAP of each model in bold."""
    lines = [f"| model | {' | '.join(Metric)} |", "|---" * (len(Metric) + 1) + "|"]
    for model in dict.fromkeys(way.way.model_id for way in report.ways):
        means = {way.way.metric: way.protocols[0].means for way in report.ways if way.way.model_id == model}
        best = max(mean["ap"] for mean in means.values())
        cells = []
        for metric in Metric:
            mean = means[metric]
            ap = f"**{short(mean['ap'])}**" if mean["ap"] == best else short(mean["ap"])
            cells.append(f"{short(mean['p@1'])} · {short(mean['p@5'])} · {ap}")
        lines.append(f"| {model} | {' | '.join(cells)} |")
    return lines


def models_section(folder: Path, made: Sequence[Path]) -> list[str]:
    named = {path.name: path for path in made}
    models = (
        "pixels",
        HERE / "pixels-80",
        HERE / "pixels-86x128",
        named["texture-3"],
        named["texture-5"],
        "classic",
        named["mobilenetv2-flat"],
        MODELS / "mobilenetv2-int8",
        MODELS / "deit-tiny-w3a3",
    )
    lines = [measured("python tests/benchmarks/course_table.py", "numpy", "opencv-python"), ""]
    for name in SETS:
        library = folder / name
        ids = indexed(library, [DATA / name / "train"], models)
        report = asked(library, DATA / name, TruthForm.CLASSES, models=ids)
        head = (
            f"**{name}**: {report.images} images, {len(report.truth.questions)} questions. Each cell: P@1 · P@5 · mAP."
        )
        lines += [head, "", *models_table(report), ""]
    return lines


def _pictures(folder: Path) -> tuple[list[Picture], list[str]]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    whole = [cv2.imread(str(path), cv2.IMREAD_COLOR) for path in paths]
    small = [cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for picture in whole]
    return small, [path.parent.name for path in paths]


def templates_section() -> list[str]:
    """Each question is slid over each picture; the best place is the score."""
    library, kinds = _pictures(DATA / "grocery60" / "train")
    questions, wanted = _pictures(DATA / "grocery60" / "test")
    lines = [
        measured("python tests/benchmarks/course_table.py", "opencv-python")
        + f" {len(library)} pictures and {len(questions)} questions of grocery60 at {SIDE} × {SIDE} in colour.",
        "",
        "| what is slid | score | P@1 | P@5 | mAP | ms a question |",
        "|---|---|---|---|---|---|",
    ]
    for side, title in PARTS:
        at = (SIDE - side) // 2
        for name, method in METHODS.items():
            began = time.perf_counter()
            ranked = []
            for question in questions:
                part = np.ascontiguousarray(question[at : at + side, at : at + side])
                best = [float(cv2.matchTemplate(picture, part, method).max()) for picture in library]
                ranked.append(np.argsort(-np.array(best), kind="stable"))
            spent = (time.perf_counter() - began) * 1e3 / len(questions)
            lines.append(f"| {title} | {name} | {_figures(ranked, kinds, wanted)} | {spent:.0f} |")
    alike = max(
        abs(float(cv2.matchTemplate(picture, questions[0], cv2.TM_CCORR_NORMED)[0, 0]) - _cosine(questions[0], picture))
        for picture in library
    )
    return [
        *lines,
        "",
        f"Of the whole picture, normed cross-correlation is our cosine: they differ by {alike:.1e} at most.",
    ]


def _cosine(one: Picture, other: Picture) -> float:
    return float(scores(one.ravel(), other.ravel(), Metric.COSINE)[0])


def _figures(ranked: Sequence[npt.NDArray[np.int64]], kinds: Sequence[str], wanted: Sequence[str]) -> str:
    of = np.array(kinds)
    places = [np.flatnonzero(of[order] == kind) for order, kind in zip(ranked, wanted, strict=True)]
    totals = [int(np.count_nonzero(of == kind)) for kind in wanted]
    pairs = list(zip(places, totals, strict=True))
    figures = [measures.mean([measures.precision_at(at, total, k) for at, total in pairs]) for k in (1, 5)]
    figures.append(measures.mean([measures.average_precision(at, total) for at, total in pairs]))
    return " | ".join(map(short, figures))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the sections into docs/course.md")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(ABSENT)
        return
    publish("template matching", "\n".join(templates_section()), write=options.write, on=COURSE_PAGE)
    with tempfile.TemporaryDirectory() as folder:
        lines = models_section(Path(folder), make(Path(folder, "models")))
        publish("course models", "\n".join(lines), write=options.write, on=COURSE_PAGE)


if __name__ == "__main__":
    main()
