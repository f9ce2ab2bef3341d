"""How well each model and metric finds, on four sets of real pictures: `python tests/benchmarks/evaluation_table.py [--write]`.

What `imsearch index` and `imsearch evaluate` do, set by set. Needs ../shared/data; writes its sections of docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluations import ABSENT, EVALUATION_PAGE, MODELS, asked, indexed, ways_table
from page import DATA, measured, publish

from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.evaluation import TruthForm
from imsearch_gui.domain.metrics import Metric

TABLE_MODELS = ("pixels", "classic", DEFAULT_MODEL, MODELS / "mobilenetv2-int8", MODELS / "deit-tiny-w3a3")


@dataclass(frozen=True)
class Set:
    """Pictures, and what is asked of them."""

    name: str
    about: str
    lay: Callable[[Path], tuple[list[Path], Path]]
    """(empty folder) -> (folders to index, ground truth)"""
    form: TruthForm
    measures: tuple[str, ...]
    metrics: tuple[Metric, ...] = tuple(Metric)


def _classes(name: str) -> Callable[[Path], tuple[list[Path], Path]]:
    return lambda _: ([DATA / name / "train"], DATA / name)


def _together(folder: Path) -> tuple[list[Path], Path]:
    """All pictures of clothes, no part of them apart."""
    for part in ("train", "test"):
        for source in sorted((DATA / "clothing" / part).iterdir()):
            _copy(source, folder / source.name)
    return [folder], folder


def _copy(source: Path, target: Path) -> None:
    """The files alone: the folders of shared pictures may not be written to."""
    target.mkdir(exist_ok=True)
    for path in sorted(source.iterdir()):
        shutil.copyfile(path, target / path.name)


def _groups(folder: Path) -> tuple[list[Path], Path]:
    """Both groups as classes, among pictures that belong to neither."""
    for name in ("holidays", "sceaux"):
        _copy(DATA / name, folder / name)
    return [folder, DATA / "imagenet_sample"], folder


SETS = (
    Set(
        "grocery60",
        "60 classes of groceries in a shop (GroceryStoreDataset): ten pictures a class in the library, one more a class asks."
        " Chance at P@1 is 1/60 = .017.",
        _classes("grocery60"),
        TruthForm.CLASSES,
        ("p@1", "p@5", "ap"),
    ),
    Set(
        "clothing",
        "10 kinds of clothes: 40 pictures a kind in the library, ten more a kind ask. Chance at P@1 is .1.",
        _classes("clothing"),
        TruthForm.CLASSES,
        ("p@1", "p@5", "ap"),
    ),
    Set(
        "clothing, leave one out",
        "The same 500 pictures together, each asking for the 49 others of its kind.",
        _together,
        TruthForm.CLASSES,
        ("p@1", "p@5", "ap"),
        (Metric.COSINE,),
    ),
    Set(
        "ukbench",
        "14 objects from four sides each: every picture asks for the other three. Only three can be right, so P@5 is .6 at best;"
        " N-S is 4 at best.",
        lambda _: ([DATA / "ukbench"], DATA / "ukbench"),
        TruthForm.UKBENCH,
        ("p@1", "p@5", "ap", "ns"),
    ),
    Set(
        "groups",
        "Three pictures of one place (INRIA Holidays) and five of one castle (Sceaux), each asking for the others of its group,"
        " among 150 pictures of other things. Eight questions: the intervals say how little eight can tell.",
        _groups,
        TruthForm.CLASSES,
        ("p@1", "p@5", "ap"),
    ),
)


def section(one: Set, folder: Path) -> list[str]:
    (pictures := folder / "pictures").mkdir(parents=True)
    folders, truth = one.lay(pictures)
    models = indexed(folder / one.name, folders, TABLE_MODELS)
    report = asked(folder / one.name, truth, one.form, models=models, metrics=one.metrics)
    head = f"{report.images} images, {len(report.truth.questions)} questions."
    return [f"### {one.name}", "", f"{one.about} {head}", "", *ways_table(report, one.measures), ""]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the sections into docs/evaluation.md")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(ABSENT)
        return
    lines = [measured("python tests/benchmarks/evaluation_table.py", "onnxruntime-gpu", "numpy"), ""]
    with tempfile.TemporaryDirectory() as folder:
        for one in SETS:
            lines += section(one, Path(folder, one.name))
    publish("measures of all ways", "\n".join(lines), write=options.write, on=EVALUATION_PAGE)


if __name__ == "__main__":
    main()
