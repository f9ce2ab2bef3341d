"""Every room of the window on a real X server: looking, asking, acting, evaluating, libraries and manners."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageDraw

from imsearch_gui.cli import main as imsearch

EACH = 40
"""Twice as many are enough to say how rare a score is."""


def draw(path: Path, number: int, *, round_: bool) -> None:
    """Every third one stands upright; all say where and with what they were taken."""
    random = np.random.default_rng(number)
    size = (240, 320) if number % 3 == 1 else (320, 240)
    image = Image.new("RGB", size, tuple(int(part) for part in random.integers(60, 200, 3)))
    pen = ImageDraw.Draw(image)
    for _ in range(10):
        x, y, side = (int(part) for part in random.integers(10, 220, 3))
        colour = tuple(int(part) for part in random.integers(0, 256, 3))
        (pen.ellipse if round_ else pen.rectangle)((x, y, x + side / 2, y + side / 2), fill=colour)
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Testcam", "Testcam 7"
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = f"2024:{1 + number % 12:02}:{1 + number % 28:02} 10:00:00"
    inner[ExifTags.Base.FNumber], inner[ExifTags.Base.ISOSpeedRatings] = 2.8, 100
    inner[ExifTags.Base.FocalLength], inner[ExifTags.Base.ExposureTime] = 50.0, 0.008
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (48.0, 51.0, 30.24)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (2.0, 17.0, 40.2)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, exif=exif)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("rooms")
    for number in range(EACH):
        draw(base / "pictures" / "round" / f"{number:02}.jpg", number, round_=True)
        draw(base / "pictures" / "square" / f"{EACH + number:02}.jpg", EACH + number, round_=False)
    draw(base / "spare" / "new.jpg", 1000, round_=False)
    shutil.copytree(base / "pictures" / "square", base / "others")
    for name, pictures in (("second", "others"), ("first", "pictures")):
        arguments = ["index", str(base / pictures), "--library", str(base / name), "--workers", "1"]
        assert imsearch(arguments) == 0
    return base


@pytest.mark.parametrize("room", ["looking", "asking", "acting", "evaluating"])
def test_room(play: Callable[..., None], folder: Path, room: str) -> None:
    play(room, "--library", str(folder / "first"), script=f"{room}.py")


def test_libraries(play: Callable[..., None], folder: Path) -> None:
    assert imsearch(["roots", str(folder / "first"), "set", str(folder / "pictures"), "--watch"]) == 0
    play("looks_in", "--library", str(folder / "second"), script="libraries.py")
    play("libraries", "--library", str(folder / "first"), script="libraries.py")
