"""Draws the sample pictures: `python resources/draw_samples.py [FOLDER]`, by default into `resources/samples`.

Every picture has a seed of its own, so the same script gives the same pictures, and changing one kind leaves the others alone.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image

from drawing.canvas import Canvas
from drawing.landscapes import forest, house, sailing, skyline, sunset
from drawing.textures import bricks, cloth
from drawing.things import balloons, citrus, fishes, flowers, planet

KINDS: dict[str, tuple[Callable[[Canvas], None], int]] = {
    "balloons": (balloons, 9),
    "brick walls": (bricks, 8),
    "citrus": (citrus, 8),
    "city at night": (skyline, 8),
    "cloth": (cloth, 8),
    "fishes": (fishes, 9),
    "flowers": (flowers, 9),
    "forests": (forest, 8),
    "houses": (house, 8),
    "planets": (planet, 8),
    "sailing boats": (sailing, 8),
    "sunsets": (sunset, 9),
}
SIZES = [(640, 480), (640, 427), (480, 640), (640, 360), (560, 560), (600, 450)]
FLAT = {"brick walls", "cloth"}
"""Surfaces that fill the picture: they are drawn without a darker rim."""
ENDINGS = {3: ".webp", 6: ".png"}
"""What is not a JPEG, by number within the kind."""
TURNED, DATED = 5, {1, 5}
"""By number within the kind: lies on its side and says so; tells when and with which camera it was taken."""

ORIENTATION, DATE_TIME, MAKE, MODEL, EXIF_IFD, TAKEN = 0x0112, 0x0132, 0x010F, 0x0110, 0x8769, 0x9003


def draw(kind: str, number: int) -> Image.Image:
    random = np.random.default_rng([zlib.crc32(kind.encode()), number])
    width, height = SIZES[int(random.integers(len(SIZES)))]
    canvas = Canvas(width, height, random, number)
    KINDS[kind][0](canvas)
    return canvas.finish(vignette=0.0 if kind in FLAT else 0.1)


def exif(kind: str, number: int) -> Image.Exif:
    """A date, a camera, and for one of them "the camera was held on its side"."""
    data = Image.Exif()
    taken = f"2025:{1 + sorted(KINDS).index(kind):02}:{7 + number:02} 16:4{number}:00"
    data[MAKE], data[MODEL], data[DATE_TIME] = "imsearch", "Pencil 100", taken
    data.get_ifd(EXIF_IFD)[TAKEN] = taken
    if number == TURNED:
        data[ORIENTATION] = 6
    return data


def save(kind: str, number: int, folder: Path) -> Path:
    picture = draw(kind, number)
    path = folder / kind / f"{kind} {number}{ENDINGS.get(number, '.jpg')}"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".webp":
        picture.save(path, quality=82, method=6)
    elif path.suffix == ".png":
        # 256 colours: a third of the size, and a kind of PNG that a decoder has to know.
        picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS).quantize(256).save(
            path, optimize=True
        )
    elif number == TURNED:
        picture.transpose(Image.Transpose.ROTATE_90).save(path, quality=80, exif=exif(kind, number), optimize=True)
    elif number in DATED:
        picture.save(path, quality=80, exif=exif(kind, number), optimize=True)
    else:
        picture.save(path, quality=80, optimize=True, progressive=number == 2)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the sample pictures.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent / "samples")
    parser.add_argument("--kind", choices=sorted(KINDS), help="only this kind")
    arguments = parser.parse_args()
    kinds = [arguments.kind] if arguments.kind else sorted(KINDS)
    jobs = [(kind, number) for kind in kinds for number in range(1, KINDS[kind][1] + 1)]
    with ProcessPoolExecutor() as pool:
        written = list(pool.map(save, *zip(*jobs, strict=True), [arguments.folder] * len(jobs)))
    print(
        f"{len(written)} pictures, {sum(path.stat().st_size for path in written) / 1e6:.1f} MB, in {arguments.folder}"
    )


if __name__ == "__main__":
    main()
