"""How often the brightest place lies on the thing: `python tests/benchmarks/where_table.py [--model FOLDER ...] [--write]`.

A picture is laid, small, on one of another kind at a place drawn by lot, and asked for: by itself, or by another of its kind. Right
is an answer whose best place lies within it (the pointing game; Zhang et al., Top-down neural attention by excitation backprop,
2018). Beside the windows of `searching.localise`: the whole picture as the model is shown it otherwise, and template matching.
Needs ../shared/data; writes its section of docs/search.md.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from evaluations import ABSENT
from page import DATA, measured, publish
from PIL import Image

from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.records import FileExample, Query
from imsearch_gui.encoding.encoder import Encoder, open_encoder
from imsearch_gui.encoding.guard import always
from imsearch_gui.encoding.store import InstalledModel, ModelStore, read_model
from imsearch_gui.imaging import views
from imsearch_gui.imaging.decoding import IN_PROCESS
from imsearch_gui.searching.localise import Localiser, shares

PAGE = Path(__file__).resolve().parents[2] / "docs" / "search.md"
SIDE = 320
"""Pixels of the picture that something is laid on."""
SHARES = (0.4, 0.25)
"""Of that side, that the thing has."""
ROUNDS = 120
SCALES = 10
"""Sizes that template matching tries: each 1.25 times as large as the one before, so that none is off by more than an eighth."""
SMALLEST = 40
Map = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Round:
    """Something laid on something else, and what asks for it."""

    asks: Path
    whole: Path
    place: tuple[float, float, float, float]
    """Left, top, right, bottom of what was laid on, in shares of the side."""


def rounds(folder: Path, classes: Mapping[str, Sequence[Path]], share: float, *, itself: bool) -> Iterator[Round]:
    """The same ones every time."""
    lot = random.Random(1)
    kinds = sorted(kind for kind, files in classes.items() if itself or len(files) > 1)
    for number in range(ROUNDS):
        kind, ground = lot.sample(kinds, 2)
        laid = lot.choice(classes[kind])
        asks = laid if itself else lot.choice([file for file in classes[kind] if file != laid])
        size = round(share * SIDE)
        left, top = lot.randrange(SIDE - size), lot.randrange(SIDE - size)
        picture = _square(_opened(lot.choice(classes[ground])), SIDE)
        picture.paste(_square(_opened(laid), size), (left, top))
        picture.save(whole := folder / f"{number}.png")
        place = (left / SIDE, top / SIDE, (left + size) / SIDE, (top + size) / SIDE)
        yield Round(asks, whole, place)


def _opened(file: Path, mode: str = "RGB") -> Image.Image:
    with Image.open(file) as opened:
        return opened.convert(mode)


def _square(picture: Image.Image, side: int) -> Image.Image:
    short = min(picture.size)
    left, top = (picture.width - short) // 2, (picture.height - short) // 2
    return picture.resize((side, side), Image.Resampling.LANCZOS, box=(left, top, left + short, top + short))


# -- ways ---------------------------------------------------------------------------------------------------------------


def in_windows(encoder: Encoder) -> Callable[[Round], Map]:
    """As the program does it."""
    model: Any = SimpleNamespace(id=encoder.spec.id, fingerprint="")

    def shown(one: Round) -> Map:
        image: Any = SimpleNamespace(path=one.whole)
        query = Query((FileExample(one.asks),), encoder.spec.id)
        return Localiser(IN_PROCESS).of(query, image, model, encoder, always).shares

    return shown


def at_once(encoder: Encoder) -> Callable[[Round], Map]:
    """The whole picture as the model is shown it."""

    def shown(one: Round) -> Map:
        asked, found = (
            encoder.patches(views.fitted(file, encoder.spec.input).pixels) for file in (one.asks, one.whole)
        )
        return shares([asked], found)

    return shown


def by_template(one: Round) -> Map:
    """Normed correlation coefficient in grey, the best over some sizes; each value at the middle of what it is of."""
    asked, whole = _opened(one.asks, "L"), np.asarray(_opened(one.whole, "L"))
    best = np.full(whole.shape, -1.0, np.float32)
    for size in (SMALLEST * 1.25 ** np.arange(SCALES)).round().astype(int):
        template = np.asarray(_square(asked, int(size)))
        found = np.nan_to_num(cv2.matchTemplate(whole, template, cv2.TM_CCOEFF_NORMED), posinf=-1, neginf=-1)
        top, left = (int(size) // 2,) * 2
        there = best[top : top + found.shape[0], left : left + found.shape[1]]
        np.maximum(there, found[: there.shape[0], : there.shape[1]], out=there)
    return best


def is_right(one: Round, found: Map) -> bool:
    row, column = np.unravel_index(int(found.argmax()), found.shape)
    left, top, right, bottom = one.place
    return left <= (column + 0.5) / found.shape[1] <= right and top <= (row + 0.5) / found.shape[0] <= bottom


# -- the table ----------------------------------------------------------------------------------------------------------


def classes_of(part: str) -> dict[str, list[Path]]:
    """By the name of the folder; where all lie in one, each is its own."""
    found: dict[str, list[Path]] = {}
    for file in sorted((DATA / part).rglob("*")):
        if file.suffix.lower() in (".jpg", ".jpeg", ".png"):
            found.setdefault(file.name if part == "imagenet_sample" else file.parent.name, []).append(file)
    return found


GAMES = (
    ("ImageNet, the same picture", "imagenet_sample", True),
    ("groceries, the same picture", "grocery60", True),
    ("groceries, another picture of its kind", "grocery60", False),
)


def lines_of(models: Sequence[InstalledModel]) -> list[str]:
    ways: dict[str, Callable[[Round], Map]] = {}
    for model in models:
        encoder = open_encoder(model, threads=2)
        ways[f"{model.spec.id}, in windows"], ways[f"{model.spec.id}, at once"] = in_windows(encoder), at_once(encoder)
    ways["template matching"] = by_template
    games = [
        (f"{name}, {share:g} of the side", part, share, itself) for name, part, itself in GAMES for share in SHARES
    ]
    rows = {way: [] for way in ways}
    spent = dict.fromkeys(ways, 0.0)
    for _, part, share, itself in games:
        with tempfile.TemporaryDirectory() as folder:
            asked = list(rounds(Path(folder), classes_of(part), share, itself=itself))
            for way, shown in ways.items():
                began = time.perf_counter()
                right = [is_right(one, shown(one)) for one in asked]
                spent[way] += time.perf_counter() - began
                rows[way].append(f"{np.mean(right):.2f}".removeprefix("0") if not all(right) else "1")
    by_lot = [f"{share**2:.2f}".removeprefix("0") for _, _, share, _ in games]
    lines = [f"| way | {' | '.join(name for name, *_ in games)} | ms |", "|---|" + "---|" * (len(games) + 1)]
    for way, cells in rows.items():
        lines.append(f"| {way} | {' | '.join(cells)} | {1e3 * spent[way] / ROUNDS / len(games):.0f} |")
    return [*lines, f"| by chance | {' | '.join(by_lot)} | |"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", action="append", type=Path, default=[], help="folder of one more model with patches")
    parser.add_argument("--write", action="store_true", help="write the section into docs/search.md")
    options = parser.parse_args()
    if not DATA.is_dir():
        print(ABSENT)
        return
    models = [ModelStore().find(DEFAULT_MODEL), *(read_model(folder) for folder in options.model)]
    head = measured("python tests/benchmarks/where_table.py", "onnxruntime-gpu", "opencv-python")
    publish("where", "\n".join([head, "", *lines_of(models)]), write=options.write, on=PAGE)


if __name__ == "__main__":
    main()
