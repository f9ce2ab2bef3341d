"""Batches: pictures, and what the teachers say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import torch
from losses import Said
from teachers import Answers, Basis
from torch import Tensor
from views import drawn, views

from imsearch_gui.domain.records import Pixels

HELD = 1000
"""Pictures that are kept apart, at most an eighth: how well the student does on them is how well it has learned to see."""


class Batches:
    """A batch is the same view of pictures that are drawn by lot; half of them are mirrored, and so are the teachers' maps."""

    def __init__(
        self, pictures: Pixels, answers: Mapping[int, Answers], basis: Basis, *, views_seed: int, size: int, seed: int
    ) -> None:
        """`answers` by the number of the view; `views_seed` is the one that they were asked with."""
        self._pictures, self._answers = pictures, answers
        self._seen = {number: views(len(pictures), number, views_seed) for number in answers}
        self._map_step = torch.from_numpy(basis.map_step)
        by_lot = np.random.default_rng(views_seed).permutation(len(pictures))
        apart = min(HELD, len(pictures) // 8)
        self._held, self._taught = np.sort(by_lot[:apart]), by_lot[apart:]
        self._size, self._seed = min(size, len(self._taught)), seed

    def of(self, step: int, sides: Sequence[int]) -> tuple[Tensor, Said]:
        """The batch of a step, always the same one, of one of the `sides`: pictures float32 [n, 3, side, side] in 0 ... 1."""
        random = np.random.default_rng((self._seed, step))
        side = sides[int(random.integers(len(sides)))]
        number = sorted(self._answers)[int(random.integers(len(self._answers)))]
        rows = np.sort(random.choice(self._taught, self._size, replace=False))
        return self._drawn(number, rows, side, torch.from_numpy(random.random(len(rows)) < 0.5))

    def held(self, side: int) -> tuple[Tensor, Said]:
        """The pictures that nothing is learned from, as they are."""
        return self._drawn(0, self._held, side, torch.zeros(len(self._held), dtype=torch.bool))

    def _drawn(self, number: int, rows: npt.NDArray[np.integer], side: int, mirrored: Tensor) -> tuple[Tensor, Said]:
        pixels = drawn(self._pictures, self._seen[number], rows, side)
        pictures = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255
        said = self._answers[number]
        return _mirrored(pictures, mirrored, 3), Said(
            torch.from_numpy(said.vectors[rows].astype(np.float32)),
            None if said.map is None else self._map(said.map[rows], mirrored),
            None if said.classes is None else torch.from_numpy(said.classes[rows].astype(np.int64)),
            None if said.logits is None else torch.from_numpy(said.logits[rows].astype(np.float32)),
        )

    def _map(self, cells: npt.NDArray[np.int8], mirrored: Tensor) -> Tensor:
        numbers = torch.from_numpy(np.asarray(cells)).float() * self._map_step
        rows = round(numbers.shape[1] ** 0.5)
        return _mirrored(numbers.unflatten(1, (rows, rows)), mirrored, 2).flatten(1, 2)

    def ahead(self, first: int, last: int, sides: Sequence[int]) -> Iterator[tuple[Tensor, Said]]:
        """The batches of the steps from `first` to before `last`; the next one is drawn while the network works on this one."""
        with ThreadPoolExecutor(1) as drawer:
            coming = drawer.submit(self.of, first, sides) if first < last else None
            for step in range(first, last):
                assert coming is not None
                batch = coming.result()
                coming = drawer.submit(self.of, step + 1, sides) if step + 1 < last else None
                yield batch


def _mirrored(values: Tensor, which: Tensor, axis: int) -> Tensor:
    values = values.clone()
    values[which] = values[which].flip(axis)
    return values
