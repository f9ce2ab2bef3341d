"""The window on a real X server with a window manager: drop, region, metric, wizard, cancel, restart; words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from imsearch_gui.cli import main as imsearch


def draw(path: Path, seed: int, size: tuple[int, int] = (320, 240)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    image = Image.new("RGB", size, tuple(int(part) for part in random.integers(0, 256, 3)))
    pen = ImageDraw.Draw(image)
    for _ in range(12):
        x, y, side = (int(part) for part in random.integers(0, 240, 3))
        pen.ellipse((x, y, x + side, y + side), fill=tuple(int(part) for part in random.integers(0, 256, 3)))
    image.save(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("e2e")
    for number in range(59):
        draw(base / "pictures" / f"{number:02}.jpg", number)
    draw(base / "pictures" / "original.png", 1000)
    (base / "query").mkdir()
    shutil.copy(base / "pictures" / "original.png", base / "query" / "boat 照片.png")
    for number in range(1500):
        draw(base / "many" / f"{number:04}.jpg", 2000 + number, (640, 480))
    return base


@pytest.mark.parametrize("scenario", ["first_session", "cancel_session", "second_session"])
def test_main_job(play: Callable[..., None], scenario: str) -> None:
    play(scenario)


COLOURS = {"red": "#c81414", "green": "#14b414", "blue": "#1414d2", "yellow": "#d2c814", "night": "#0a0a0c"}


def test_words(play: Callable[..., None], folder: Path, two_towers: Any) -> None:
    model = two_towers.make_tiny_towers(folder / "tiny-towers")
    pictures, library = folder / "colours", folder / "colours.imsearch"
    pictures.mkdir()
    for name, colour in COLOURS.items():
        Image.new("RGB", (320, 240), colour).save(pictures / f"{name}.png")
    for name in (str(model), "classic"):
        assert imsearch(["index", str(pictures), "--library", str(library), "--model", name, "--workers", "1"]) == 0
    play("words_session", "--library", str(library), script="words.py")
