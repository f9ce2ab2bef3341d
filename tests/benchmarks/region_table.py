"""What choosing a region gains: `python tests/benchmarks/region_table.py [--write]`.

Each picture that grocery60 asks with is pasted, smaller, somewhere on a photograph of something else. The library is asked with
the whole of it, with the region alone, and with the picture as it was. Needs ../shared/data; writes its section of docs/course.md.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluations import ABSENT, COURSE_PAGE, MODELS, asked, figure, indexed
from page import DATA, measured, publish
from PIL import Image

from imsearch_gui.domain.evaluation import EvaluationReport, TruthForm
from imsearch_gui.domain.metrics import Metric

TRAIN, TEST = DATA / "grocery60" / "train", DATA / "grocery60" / "test"
LIBRARY_MODELS = ("pixels", "classic", MODELS / "mobilenetv2-int8", MODELS / "deit-tiny-w3a3")
BACKGROUND = (1200, 900)
PASTED = 240
"""Longer side of what is pasted: a nineteenth of the background's area, where it is square."""
FORMS = ("as it was", "pasted, the whole picture", "pasted, the region")


@dataclass(frozen=True)
class Pasted:
    """A question: a class, the picture as it was, the one that it was pasted into, and where."""

    kind: str
    before: Path
    picture: Path
    region: tuple[int, int, int, int]


def paste(folder: Path) -> list[Pasted]:
    """One for each picture of the test; always the same."""
    random = np.random.default_rng(3)
    backgrounds = sorted((DATA / "imagenet_sample").iterdir())
    made = []
    for number, path in enumerate(sorted(TEST.rglob("*.*"))):
        with Image.open(backgrounds[2 * number]) as image:
            whole = image.convert("RGB").resize(BACKGROUND, Image.Resampling.BICUBIC)
        with Image.open(path) as image:
            small = image.convert("RGB")
            small.thumbnail((PASTED, PASTED), Image.Resampling.LANCZOS)
        x = int(random.integers(0, BACKGROUND[0] - small.width + 1))
        y = int(random.integers(0, BACKGROUND[1] - small.height + 1))
        whole.paste(small, (x, y))
        file = folder / f"{number:02} {path.parent.name}.png"
        whole.save(file)
        made.append(Pasted(path.parent.name, path, file, (x, y, *small.size)))
    return made


def table_of(questions: Sequence[Pasted], form: str, file: Path) -> Path:
    """A ground truth in CSV."""
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("query", "region", "relevant"))
        for question in questions:
            query = question.before if form == FORMS[0] else question.picture
            region = ",".join(map(str, question.region)) if form == FORMS[2] else ""
            for relevant in sorted((TRAIN / question.kind).iterdir()):
                writer.writerow((query.absolute(), region, relevant.absolute()))
    return file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the section into docs/course.md")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(ABSENT)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pasted").mkdir()
        questions = paste(folder / "pasted")
        models = indexed(folder / "library", [TRAIN], LIBRARY_MODELS)
        reports: dict[str, EvaluationReport] = {}
        for number, form in enumerate(FORMS):
            truth = table_of(questions, form, folder / f"truth {number}.csv")
            reports[form] = asked(folder / "library", truth, TruthForm.TABLE, models=models, metrics=(Metric.COSINE,))
    lines = [
        measured("python tests/benchmarks/region_table.py", "pillow")
        + f" {len(questions)} questions, cosine; what is pasted is {PASTED} pixels long, on {BACKGROUND[0]} × {BACKGROUND[1]}.",
        "",
        "| model | asked with | P@1 | P@5 | mAP |",
        "|---|---|---|---|---|",
    ]
    for model in models:
        for form, report in reports.items():
            way = next(way for way in report.ways if way.way.model_id == model)
            cells = " | ".join(figure(way, measure) for measure in ("p@1", "p@5", "ap"))
            lines.append(f"| {model} | {form} | {cells} |")
    publish("region", "\n".join(lines), write=options.write, on=COURSE_PAGE)


if __name__ == "__main__":
    main()
