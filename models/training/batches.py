"""Batches: pictures, and what the teachers say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import torch
from answers import Answers, Basis
from losses import Said
from torch import Tensor
from views import MOST_TURN, drawn, turned, views

from imsearch_gui.domain.records import Pixels

Rows = npt.NDArray[np.int64]
Degrees = npt.NDArray[np.float64]

HELD = 1000
"""Pictures that are kept apart, at most an eighth: how well the student does on them is how well it has learned to see."""
BANK = 4096
"""Pictures that each of a batch is compared with. A batch alone hardly ever holds somebody's nearest neighbours: among 255 the
nearest of the teacher's vectors has a cosine of .42 in the middle, among 27,000 of .64."""

ASKEW = 0.4
"""Share of the pictures that are seen as they are, which the student sees turned by hand. The teacher has said what it sees in
the upright one: who straightens a photograph wants to find it again."""
GROUNDS = (0, 0, 255)
"""Of the corners: mostly black."""


class Batches:
    """Pictures that are drawn by lot, each in a view of its own; half of them are mirrored, and so are the teachers' maps."""

    def __init__(
        self, pictures: Pixels, answers: Mapping[int, Answers], basis: Basis, *, views_seed: int, size: int, seed: int
    ) -> None:
        """`answers` by the number of the view; `views_seed` is the one that they were asked with."""
        self._pictures, self._answers = pictures, answers
        self._seen = {number: views(len(pictures), number, views_seed) for number in answers}
        self._map_step = torch.from_numpy(basis.map_step)
        by_lot = np.random.default_rng(views_seed).permutation(len(pictures))
        apart = min(HELD, len(pictures) // 8)
        self._held, self._taught = np.sort(by_lot[:apart]), np.sort(by_lot[apart:])
        self._is_held = np.zeros(len(pictures), bool)
        self._is_held[self._held] = True
        self._bank = torch.from_numpy(answers[0].vectors[self._taught].astype(np.float32))
        self._size, self._seed = min(size, len(self._taught)), seed

    def of(self, step: int, sides: tuple[int, ...], plain: float) -> tuple[Tensor, Said]:
        """The batch of a step, always the same one: pictures float32 [n, 3, side, side] in 0 ... 1, of one of the `sides`.

        `plain` is the share of pictures that are seen as they are.
        """
        random = np.random.default_rng((self._seed, step))
        side = sides[int(random.integers(len(sides)))]
        rows = np.sort(random.choice(self._taught, self._size, replace=False))
        numbers = random.choice(sorted(self._answers), len(rows))
        numbers[random.random(len(rows)) < plain] = 0
        for number in set(numbers.tolist()):
            # A piece of a picture that is kept apart would be learned from.
            shown = self._seen[number].partners[rows]
            numbers[(numbers == number) & (shown != rows) & self._is_held[shown]] = 0
        bank = np.sort(random.choice(len(self._taught), min(BANK, len(self._taught)), replace=False))
        mirrored = torch.from_numpy(random.random(len(rows)) < 0.5)
        degrees = random.uniform(-MOST_TURN, MOST_TURN, len(rows))
        degrees[(random.random(len(rows)) >= ASKEW) | (numbers != 0)] = 0
        return self._drawn(rows, numbers, side, mirrored, bank, degrees if plain else None)

    def held(self, side: int) -> tuple[Tensor, Said]:
        """The pictures that nothing is learned from, as they are."""
        return self._as_they_are(self._held, side)

    def plain(self, count: int, side: int) -> tuple[Tensor, Said]:
        """At most so many of the pictures that are learned from, as they are."""
        return self._as_they_are(self._taught[_evenly(len(self._taught), count)], side)

    def _as_they_are(self, rows: Rows, side: int) -> tuple[Tensor, Said]:
        count, bank = len(rows), _evenly(len(self._taught), BANK)
        return self._drawn(rows, np.zeros(count, np.int64), side, torch.zeros(count, dtype=torch.bool), bank)

    def _drawn(
        self, rows: Rows, numbers: Rows, side: int, mirrored: Tensor, bank: Rows, degrees: Degrees | None = None
    ) -> tuple[Tensor, Said]:
        pixels = np.empty((len(rows), side, side, 3), np.uint8)
        partners = rows.copy()
        for number in set(numbers.tolist()):
            which = numbers == number
            pixels[which] = drawn(self._pictures, self._seen[number], rows[which], side)
            partners[which] = self._seen[number].partners[rows[which]]
        for place in [] if degrees is None else np.flatnonzero(degrees):
            pixels[place] = turned(pixels[place], degrees[place], GROUNDS[rows[place] % len(GROUNDS)])
        pictures = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255
        there = self._taught[bank]
        vectors = self._of_views(rows, numbers, lambda said: said.vectors)
        assert vectors is not None
        return _mirrored(pictures, mirrored, 3), Said(
            torch.from_numpy(vectors.astype(np.float32)),
            self._map(self._of_views(rows, numbers, lambda said: said.map), mirrored),
            _tensor(self._of_views(rows, numbers, lambda said: said.classes), np.int64),
            _tensor(self._of_views(rows, numbers, lambda said: said.logits), np.float32),
            self._bank[torch.from_numpy(bank)],
            torch.from_numpy((there == rows[:, None]) | (there == partners[:, None])),
        )

    def _of_views(
        self, rows: Rows, numbers: Rows, part: Callable[[Answers], npt.NDArray[np.generic] | None]
    ) -> npt.NDArray[np.generic] | None:
        """What was said of each picture in its view."""
        first = part(self._answers[0])
        if first is None:
            return None
        found = np.empty((len(rows), *first.shape[1:]), first.dtype)
        for number in set(numbers.tolist()):
            said = part(self._answers[number])
            assert said is not None
            found[numbers == number] = said[rows[numbers == number]]
        return found

    def _map(self, cells: npt.NDArray[np.generic] | None, mirrored: Tensor) -> Tensor | None:
        if cells is None:
            return None
        numbers = torch.from_numpy(cells).float() * self._map_step
        rows = round(numbers.shape[1] ** 0.5)
        return _mirrored(numbers.unflatten(1, (rows, rows)), mirrored, 2).flatten(1, 2)

    def ahead(
        self, first: int, last: int, sides: tuple[int, ...], plain: float, *, beside: bool = True
    ) -> Iterator[tuple[Tensor, Said]]:
        """The batches of the steps from `first` to before `last`.

        `beside`: the next one is drawn while the network works on this one. That is for an accelerator; where the network works on
        the same cores, its threads wait for each other in every product, and one that has to share a core makes all of them late.
        """
        if not beside:
            for step in range(first, last):
                yield self.of(step, sides, plain)
            return
        with ThreadPoolExecutor(1) as drawer:
            coming = drawer.submit(self.of, first, sides, plain) if first < last else None
            for step in range(first, last):
                assert coming is not None
                batch = coming.result()
                coming = drawer.submit(self.of, step + 1, sides, plain) if step + 1 < last else None
                yield batch


def _evenly(number: int, most: int) -> Rows:
    """At most so many of `number` places, from all over: names that lie together are often of pictures of one kind."""
    return np.linspace(0, number - 1, min(most, number)).astype(np.int64)


def _tensor(values: npt.NDArray[np.generic] | None, kind: type[np.generic]) -> Tensor | None:
    return None if values is None else torch.from_numpy(values.astype(kind))


def _mirrored(values: Tensor, which: Tensor, axis: int) -> Tensor:
    values = values.clone()
    values[which] = values[which].flip(axis)
    return values
