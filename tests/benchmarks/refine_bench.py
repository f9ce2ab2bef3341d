"""What each refinement is worth, and what it takes: `python tests/benchmarks/refine_bench.py [--write] [--models ID|FOLDER ...]`.

Three sets of ../shared/data: groceries (60 classes, ten pictures each, one more of each asks), clothing (ten classes, forty each,
five more of each ask), and views of single things (ukbench, sceaux and holidays among 150 other pictures, each asking for the
others of its group). Indexed by the command line, asked through `Searcher` as the window does. None of the pictures that ask had
a part in choosing the constants, but for those of the views that decided between SIFT and ORB; with `--write` the table takes the
place of the marked part of docs/search.md.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from dataclasses import dataclass
from os import devnull
from pathlib import Path

import numpy as np
from page import DATA, ROOT, measured, median, publish

from imsearch_gui.cli import main as imsearch
from imsearch_gui.domain.measures import average_precision
from imsearch_gui.domain.records import FileExample, Query
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.apart import Apart
from imsearch_gui.library.library import Library
from imsearch_gui.library.passing import Only
from imsearch_gui.searching.refining import geometric
from imsearch_gui.searching.search import Searcher

WAYS = {
    "plain": PLAIN,
    "average expansion": Refinement(Expansion.AVERAGE),
    "alpha expansion": Refinement(Expansion.ALPHA),
    "shared neighbours": Refinement(reciprocal=True),
    "geometry": Refinement(geometry=True),
    "neighbours and geometry": Refinement(reciprocal=True, geometry=True),
}
EVERYTHING = 100_000
FIRST = 6
"""Queries whose geometry is timed as if their pictures were seen for the first time."""
Groups = dict[Path, str]
Asked = tuple[str, int | None]
"""Class of a question, and the id of its own picture where the library has it."""


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    folders: tuple[Path, ...]
    questions: Groups
    """Picture -> class."""


def class_of(path: Path) -> str:
    """The folder, or of ukbench the group of four; others stand for themselves."""
    if path.parent.name == "ukbench":
        return f"ukbench {int(path.stem[-5:]) // 4}"
    return path.name if path.parent.name == "imagenet_sample" else path.parent.name


def tasks() -> Iterator[Task]:
    for name, data, each in (("groceries", "grocery60", 1), ("clothing", "clothing", 5)):
        classes = sorted((DATA / data / "test").iterdir())
        asked = [path for folder in classes for path in sorted(folder.iterdir())[:each]]
        yield Task(name, (DATA / data / "train",), {path: path.parent.name for path in asked})
    views = tuple(DATA / name for name in ("ukbench", "sceaux", "holidays"))
    asked = [path for folder in views for path in sorted(folder.iterdir()) if path.suffix.lower() == ".jpg"]
    yield Task("views", (*views, DATA / "imagenet_sample"), {path: class_of(path) for path in asked})


def of_query(searcher: Searcher, model: str, way: Refinement, path: Path, asked: Asked) -> tuple[float, float, float]:
    """(whether the best match is right, average precision, milliseconds of the refinement)

    The picture itself, where the library has it, takes no part: it would be its own best neighbour.
    """
    group, own = asked
    query = Query((FileExample(path),), model, top=EVERYTHING, refinement=way)
    result = searcher.search(query, only=Only(without=own) if own is not None else None)
    found = [match.image.path for match in result.matches]
    right = np.array([class_of(one) == group for one in found if one != path])
    return float(right[0]), average_precision(np.flatnonzero(right), int(right.sum())), result.timings.refine


def index(library: Path, task: Task, model: str) -> str:
    """The id of the model."""
    with open(devnull, "w") as nowhere, redirect_stdout(nowhere):  # noqa: PTH123
        assert imsearch(["index", *map(str, task.folders), "--library", str(library), "--model", model]) == 0
    return ModelStore().find(model).spec.id


def of_task(task: Task, library: Path, models: list[str]) -> list[str]:
    """Lines of the table."""
    lines = []
    for model in models:
        model_id = index(library, task, model)
        with (
            closing(Apart()) as apart,
            Library.open(library) as opened,
            closing(Searcher(opened, ModelStore(), decoding=apart)) as searcher,
        ):
            ids = {image.path: image.id for image in opened.images()}
            questions = {path: (group, ids.get(path)) for path, group in task.questions.items()}
            rows = {
                name: [of_query(searcher, model_id, way, *one) for one in questions.items()]
                for name, way in WAYS.items()
            }
            times = {name: f"{median([row[2] for row in some]):.0f}" for name, some in rows.items()}
            times |= geometry_times(questions, searcher, model_id)
        for name, some in rows.items():
            right, precision = (float(np.mean([row[column] for row in some])) for column in (0, 1))
            lines.append(f"| {task.name} | {model_id} | {name} | {right:.3f} | {precision:.3f} | {times[name]} |")
            print(lines[-1], flush=True)
    return lines


def geometry_times(questions: dict[Path, Asked], searcher: Searcher, model: str) -> dict[str, str]:
    """Of pictures that are seen for the first time, and of those that are known."""
    some = list(questions.items())[:: max(1, len(questions) // FIRST)][:FIRST]
    geometry = searcher._refining._geometry
    first, known = [], []
    for one in some:
        geometry.clear()
        first.append(of_query(searcher, model, WAYS["geometry"], *one)[2])
        geometry._verdicts.clear()
        known.append(of_query(searcher, model, WAYS["geometry"], *one)[2])
    return {"geometry": f"{median(first):.0f}, then {median(known):.0f}"}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", nargs="*", default=["classic", str(DATA / "models" / "mobilenetv2-int8")])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    geometric._KEPT = 5000  # every picture is looked at once
    lines = ["| pictures | model | refinement | P@1 | mAP | ms |", "|---|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for task in tasks():
            lines += of_task(task, Path(folder, task.name), options.models)
    about = measured("python tests/benchmarks/refine_bench.py --write", "numpy", "opencv-python")
    publish("refinement", f"{about}\n\n" + "\n".join(lines), write=options.write, on=ROOT / "docs" / "search.md")


if __name__ == "__main__":
    main()
