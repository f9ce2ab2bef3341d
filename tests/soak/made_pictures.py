"""The files of the long run: made-up pictures, and what happens to files in the course of time."""

from __future__ import annotations

import io
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PIL import Image

SIZE = (64, 48)
FOLDERS = 100
"""Among which the half that is not in the large folder is spread."""
LARGE, SMALL = 2, 20
"""One in LARGE is in the one folder, one in SMALL in the root of its own."""
ASKED = 200
"""Files that are asked for, over and over: they keep their names. So many searches are made in a round."""


def drawn(seed: int, number: int) -> bytes:
    """Picture `number` as a file has it; no two are alike."""
    small = np.random.default_rng((seed, number)).integers(0, 256, (6, 8, 3), np.uint8)
    data = io.BytesIO()
    Image.fromarray(small).resize(SIZE, Image.Resampling.BILINEAR).save(data, "JPEG", quality=85)
    return data.getvalue()


def draw(path: str, seed: int, number: int) -> None:
    Path(path).write_bytes(drawn(seed, number))


def draw_all(works: list[tuple[str, int, int]]) -> None:
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for _ in pool.map(draw, *zip(*works, strict=True), chunksize=500):
            pass


@dataclass
class Pictures:
    """The files there are, and what is done to them."""

    folder: Path
    seed: int
    count: int
    files: list[str] = field(default_factory=list)
    """As text: paths keep more and more of what they are asked, and it is not their memory that is measured."""
    asked: list[Path] = field(default_factory=list)
    drawn: int = 0

    @property
    def small_root(self) -> Path:
        return self.folder / "visiting"

    @property
    def roots(self) -> tuple[Path, ...]:
        return (self.folder / "home", self.small_root)

    def make(self) -> None:
        self.files = [self._place(number) for number in range(self.count)]
        for folder in {Path(file).parent for file in self.files}:
            folder.mkdir(parents=True, exist_ok=True)
        draw_all([(file, self.seed, number) for number, file in enumerate(self.files)])
        self.drawn = self.count
        self.asked = [Path(file) for file in self.files[:: max(1, len(self.files) // ASKED)][:ASKED]]

    def _place(self, number: int) -> str:
        name = f"IMG_{number:07}.jpg"
        if number % SMALL == 1:
            return str(self.small_root / name)
        if number % LARGE == 0:
            return str(self.folder / "home" / "one large folder" / name)
        return str(self.folder / "home" / f"Holiday {number % FOLDERS:03}" / name)

    def change(self, random: np.random.Generator, share: float) -> set[Path]:
        """Of each kind of change as many; returns the asked files whose content is another one now."""
        some = max(1, round(self.count * share))
        settled = set(map(str, self.asked))
        order = [self.files[place] for place in random.permutation(len(self.files))]
        changed = order[:some]
        others = [file for file in order[some:] if file not in settled]
        gone, moved = others[:some], others[some : 2 * some]
        for file in gone:
            Path(file).unlink()
        # The stem grows no longer with every move.
        renamed = [f"{file[:-4].partition(' moved ')[0]} moved {self.drawn}.jpg" for file in moved]
        for file, name in zip(moved, renamed, strict=True):
            Path(file).rename(name)
        added = [self._place(self.drawn + number) for number in range(some)]
        for file in changed + added:
            draw(file, self.seed, self.drawn)
            self.drawn += 1
        left = set(gone) | set(moved)
        self.files = [file for file in self.files if file not in left] + renamed + added
        return {Path(file) for file in settled & set(changed)}
