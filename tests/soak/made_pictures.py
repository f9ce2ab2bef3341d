"""The files of the long run: made-up pictures, and what happens to files in the course of time."""

from __future__ import annotations

import io
from concurrent.futures import ProcessPoolExecutor
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


class Pictures:
    """The files there are, and what is done to them.

    They are kept as numbers: it is not the memory of a hundred thousand names, made anew by and by, that is to be measured.
    """

    def __init__(self, folder: Path, seed: int, count: int) -> None:
        self.folder, self.seed, self.count = folder, seed, count
        self.drawn = count
        """How many pictures there were so far."""
        self._numbers = np.arange(count)
        self._moved = np.zeros(count, np.int64)
        """How often each was renamed."""
        self._asked = self._numbers[:: max(1, count // ASKED)][:ASKED]
        self.asked = [Path(self._place(number)) for number in self._asked.tolist()]

    @property
    def small_root(self) -> Path:
        return self.folder / "visiting"

    @property
    def roots(self) -> tuple[Path, ...]:
        return (self.folder / "home", self.small_root)

    def make(self) -> None:
        files = [self._place(number) for number in range(self.count)]
        for folder in {Path(file).parent for file in files}:
            folder.mkdir(parents=True, exist_ok=True)
        draw_all([(file, self.seed, number) for number, file in enumerate(files)])

    def change(self, random: np.random.Generator, share: float) -> set[Path]:
        """Of each kind of change as many; returns the asked files whose content is another one now."""
        some = max(1, round(self.count * share))
        order = random.permutation(self.count)
        changed, others = order[:some], order[some:]
        others = others[~np.isin(self._numbers[others], self._asked)]
        gone, moved = others[:some], others[some : 2 * some]
        for place in gone:
            self._file(place).unlink()
        for place in moved:
            before = self._file(place)
            self._moved[place] += 1
            before.rename(self._file(place))
        for place in changed:
            self._draw(self._file(place))
        # A new one takes the place of each that is gone.
        for place in gone:
            self._numbers[place], self._moved[place] = self.drawn, 0
            self._draw(self._file(place))
        return {self._file(place) for place in changed[np.isin(self._numbers[changed], self._asked)]}

    def _draw(self, file: Path) -> None:
        draw(str(file), self.seed, self.drawn)
        self.drawn += 1

    def _file(self, place: int) -> Path:
        return Path(self._place(int(self._numbers[place]), int(self._moved[place])))

    def _place(self, number: int, moved: int = 0) -> str:
        name = f"IMG_{number:07}-{moved:02}.jpg"
        if number % SMALL == 1:
            return str(self.small_root / name)
        if number % LARGE == 0:
            return str(self.folder / "home" / "one large folder" / name)
        return str(self.folder / "home" / f"Holiday {number % FOLDERS:03}" / name)
