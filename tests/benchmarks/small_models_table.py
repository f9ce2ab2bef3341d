"""The small models, each on each set, by cosine: `python tests/benchmarks/small_models_table.py [--model FOLDER ...] [--write]`.

Whether the model that ships is good enough to be what a person meets first. Classes and groups, each picture asking for the others
of its own; and pictures that life has gone over, each asking for its original among all others. What `imsearch index` and `imsearch
evaluate` do. Needs ../shared/data; writes its section of docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation_table import TABLE_MODELS
from evaluations import ABSENT, EVALUATION_PAGE, asked, indexed, short
from kin import kin_of
from page import DATA, measured, publish
from PIL import Image, ImageEnhance, ImageOps

from imsearch_gui.domain.evaluation import TruthForm
from imsearch_gui.domain.metrics import Metric

EVERY = 5
"""One picture in so many asks, changed in each way."""
KEPT = 0.5
"""Area of the picture that a crop leaves."""
TURN = 10.0
QUALITY = 30
LIGHT = 0.4
FINE = 95
"""Quality of the JPEG in which a changed picture asks."""


@dataclass(frozen=True)
class Set:
    """Pictures in folders, and what is asked of them."""

    name: str
    about: str
    form: TruthForm
    lay: Callable[[Path], Path]
    """(empty folder) -> the ground truth; the folder is what is indexed."""


def _copied(source: Path, target: Path) -> None:
    """The file alone: the folders of shared pictures may not be written to."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _classes(name: str) -> Callable[[Path], Path]:
    """The pictures of both parts together."""

    def lay(folder: Path) -> Path:
        for source in sorted((DATA / name).glob("*/*/*")):
            _copied(source, folder / source.parent.name / f"{source.parent.parent.name} {source.name}")
        return folder

    return lay


def _views(folder: Path) -> Path:
    for source in sorted((DATA / "ukbench").glob("*.jpg")):
        _copied(source, folder / source.name)
    return folder


def _kin(folder: Path) -> Path:
    """Kin as classes; what has none lies in no folder, so that it can be found and does not ask."""
    for source in sorted((DATA / "imagenet_sample").iterdir()):
        _copied(source, folder / (kin_of(source.name) or ".") / source.name)
    return folder


SETS = (
    Set("clothing", "500 pictures of 10 kinds of clothes", TruthForm.CLASSES, _classes("clothing")),
    Set("grocery60", "660 pictures of 60 kinds of groceries", TruthForm.CLASSES, _classes("grocery60")),
    Set("ukbench", "14 things from four sides; P@5 is .6 at best", TruthForm.UKBENCH, _views),
    Set(
        "kin",
        "116 pictures of ImageNet, one a class, asking for classes of their kind among 150",
        TruthForm.CLASSES,
        _kin,
    ),
)


# -- what life does -----------------------------------------------------------------------------------------------------


def _cropped(picture: Image.Image) -> Image.Image:
    width, height = (side * (1 - KEPT**0.5) / 2 for side in picture.size)
    return picture.crop((round(width), round(height), round(picture.width - width), round(picture.height - height)))


def _compressed(picture: Image.Image) -> Image.Image:
    picture.save(file := io.BytesIO(), "JPEG", quality=QUALITY)
    return Image.open(file).convert("RGB")


CHANGES: Mapping[str, Callable[[Image.Image], Image.Image]] = {
    "cropped to half its area": _cropped,
    "turned by 10°": lambda picture: picture.rotate(TURN, Image.Resampling.BICUBIC),
    "JPEG of quality 30": _compressed,
    "40 % brighter": lambda picture: ImageEnhance.Brightness(picture).enhance(1 + LIGHT),
    "40 % darker": lambda picture: ImageEnhance.Brightness(picture).enhance(1 - LIGHT),
}


def originals() -> Iterator[tuple[str, Path]]:
    """(name among all, file) of every picture of all sets."""
    for part in ("clothing", "grocery60", "ukbench", "imagenet_sample", "holidays", "sceaux"):
        for source in sorted((DATA / part).rglob("*")):
            if source.is_file() and source.suffix.lower() in (".jpg", ".jpeg", ".png"):
                yield "-".join(source.relative_to(DATA).parts), source


def laid_out(folder: Path) -> Path:
    """Every original under its name among all; gives the folder."""
    for name, source in originals():
        _copied(source, folder / name)
    return folder


def asked_changed(change: str, folder: Path) -> Path:
    """Changed pictures in `folder`, which asks; gives the table that names their originals."""
    folder.mkdir()
    table = [("query", "relevant")]
    for name, source in list(originals())[::EVERY]:
        with Image.open(source) as opened:
            picture = CHANGES[change](ImageOps.exif_transpose(opened).convert("RGB"))
        picture.save(query := folder / f"{Path(name).stem}.jpg", quality=FINE)
        table.append((str(query), name))
    with (truth := folder / "truth.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(table)
    return truth


# -- the table ----------------------------------------------------------------------------------------------------------

Figures = dict[str, dict[str, str]]
"""By column, by model."""


def figures(folder: Path, models: Sequence[object]) -> Figures:
    found: Figures = {}

    def note(library: Path, truth: Path, form: TruthForm, names: list[str], columns: Mapping[str, str]) -> None:
        report = asked(library, truth, form, models=names, metrics=[Metric.COSINE])
        for column, measure in columns.items():
            found[column] = {way.way.model_id: short(way.protocols[0].means[measure]) for way in report.ways}

    for one in SETS:
        truth = one.lay(pictures := folder / one.name)
        names = indexed(library := folder / f"{one.name} library", [pictures], models)
        note(library, truth, one.form, names, {f"{one.name} P@1": "p@1", "P@5 " + one.name: "p@5"})
    names = indexed(library := folder / "library", [laid_out(folder / "all")], models)
    for number, change in enumerate(CHANGES):
        truth = asked_changed(change, folder / f"changed {number}")
        note(library, truth, TruthForm.TABLE, names, {change: "p@1"})
    return found


def lines_of(found: Figures) -> list[str]:
    """Two tables: of kinds, P@1 with P@5 in brackets; of changed pictures."""
    models = list(next(iter(found.values())))
    kinds = [one.name for one in SETS]
    lines = [f"| model | {' | '.join(kinds)} |", "|---|" + "---|" * len(kinds)]
    for model in models:
        cells = (f"{found[f'{kind} P@1'][model]} ({found[f'P@5 {kind}'][model]})" for kind in kinds)
        lines.append(f"| {model} | {' | '.join(cells)} |")
    lines += ["", f"| model | {' | '.join(CHANGES)} |", "|---|" + "---|" * len(CHANGES)]
    return lines + [f"| {model} | {' | '.join(found[change][model] for change in CHANGES)} |" for model in models]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", action="append", type=Path, default=[], help="folder of one more model")
    parser.add_argument("--write", action="store_true", help="write the section into docs/evaluation.md")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(ABSENT)
        return
    with tempfile.TemporaryDirectory() as folder:
        found = figures(Path(folder), [*TABLE_MODELS, *options.model])
    about = [f"{one.name}: {one.about}." for one in SETS]
    lines = [
        measured("python tests/benchmarks/small_models_table.py", "onnxruntime-gpu", "numpy"),
        "",
        *about,
        "",
        *lines_of(found),
    ]
    publish("small models", "\n".join(lines), write=options.write, on=EVALUATION_PAGE)


if __name__ == "__main__":
    main()
