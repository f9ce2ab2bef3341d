"""What teachers say of the views: asked once, kept on disk, so that an epoch of training costs nothing but the student."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from teachers import BATCH, Answer, Numbers, Teacher
from views import Views, drawn, views

from imsearch_gui import disk
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.records import Pixels

SAMPLE = 2000
"""Pictures that the basis is fitted to."""
DIMENSION = 256
"""Of the vectors that are kept: 89 % of the variance of MobileNetV2's 1,280 numbers."""
MAP_DIMENSION = 128
LOGITS = 16
"""Classes that are kept of each answer, the likeliest."""
LARGEST = 127
_LIKELY = 99.9
"""Percentile of the map's numbers that its 8 bits reach to."""


@dataclass(frozen=True)
class Basis:
    """How vectors and maps are kept: centred, brought to a mean square length of 1, and turned to their main axes, of which the
    first are kept.

    Several teachers' vectors are laid side by side, each with the same weight, before they are turned.
    """

    mean: Numbers
    """[sum of d]"""
    axes: Numbers
    """[sum of d, dimension]"""
    scales: Numbers
    """[sum of d]: what each number is multiplied by before it is turned."""
    map_mean: Numbers
    """[channels]"""
    map_axes: Numbers
    """[channels, map dimension]"""
    map_step: Numbers
    """[map dimension]: what 1 of 127 means."""

    def vectors(self, answers: Sequence[Answer]) -> Numbers:
        joined = np.concatenate([answer.vectors for answer in answers], axis=1)
        return np.asarray((joined - self.mean) * self.scales @ self.axes, np.float32)

    def map(self, answers: Sequence[Answer]) -> npt.NDArray[np.int8] | None:
        maps = _map_of(answers)
        if maps is None:
            return None
        turned = (maps - self.map_mean) @ self.map_axes / self.map_step
        return np.clip(np.rint(turned), -LARGEST, LARGEST).astype(np.int8)


@dataclass(frozen=True)
class Answers:
    """Of one view of all pictures, as training reads them: mapped from files."""

    vectors: npt.NDArray[np.float16]
    """[n, d]"""
    map: npt.NDArray[np.int8] | None
    classes: npt.NDArray[np.uint16] | None
    """[n, LOGITS]: numbers of the likeliest classes."""
    logits: npt.NDArray[np.float16] | None
    """[n, LOGITS]"""


def _map_of(answers: Sequence[Answer]) -> Numbers | None:
    """Of the first teacher that has one."""
    return next((answer.map for answer in answers if answer.map is not None), None)


def _logits_of(answers: Sequence[Answer]) -> Numbers | None:
    return next((answer.logits for answer in answers if answer.logits is not None), None)


def fitted(answers: Sequence[Sequence[Answer]], dimension: int, map_dimension: int) -> Basis:
    """The basis of what all teachers said of a sample: one inner sequence a batch."""
    each = [np.concatenate(vectors) for vectors in zip(*[[a.vectors for a in batch] for batch in answers], strict=True)]
    scales = np.concatenate(
        [np.full(one.shape[1], 1 / np.sqrt(len(each) * max(1e-12, one.var(axis=0).sum()))) for one in each]
    )
    mean, axes = main_axes([np.concatenate(each, axis=1)], dimension, scales)
    maps = [one.reshape(-1, one.shape[2]) for one in (_map_of(batch) for batch in answers) if one is not None]
    map_mean, map_axes, step = np.zeros(0), np.zeros((0, 0)), np.zeros(0)
    if maps:
        map_mean, map_axes = main_axes(maps, map_dimension)
        turned = np.concatenate([(cells - map_mean) @ map_axes for cells in maps])
        length = np.sqrt(np.square(turned).sum(axis=1).mean())
        map_axes /= length
        step = np.maximum(1e-9, np.percentile(np.abs(turned / length), _LIKELY, axis=0) / LARGEST)
    return Basis(*(np.asarray(part, np.float32) for part in (mean, axes, scales, map_mean, map_axes, step)))


def main_axes(
    batches: Sequence[npt.NDArray[np.floating]], dimension: int, scales: npt.NDArray[np.floating] | float = 1.0
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Principal components: (mean [d], axes [d, at most dimension]) of rows [n, d], the directions of the largest variance, the
    largest first, each number taken times its scale."""
    count = sum(len(rows) for rows in batches)
    mean = np.asarray(sum(rows.sum(axis=0, dtype=np.float64) for rows in batches) / count)
    moments = np.zeros((len(mean), len(mean)))
    for rows in batches:
        centred = (rows - mean) * scales
        moments += centred.T @ centred / count
    _, vectors = np.linalg.eigh(moments)
    return mean, np.asarray(vectors[:, ::-1][:, :dimension], np.float64)


def ask(
    pictures: Pixels,
    teachers: Sequence[Teacher],
    folder: Path,
    numbers: Sequence[int],
    seed: int,
    say: Callable[[str], None],
) -> None:
    """Keep what the teachers say of these views in `folder`; views that are there are left as they are.

    A view is there whole or not at all. Raises KnownError where the folder holds answers of other teachers, pictures, views or
    classes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "pictures": len(pictures),
        "seed": seed,
        "teachers": [f"{teacher.model.spec.id} {teacher.model.fingerprint}" for teacher in teachers],
        "classes": [teacher.classes for teacher in teachers],
    }
    note = folder / "answers.json"
    if note.exists() and json.loads(note.read_text()) != about:
        what = "of other pictures, by other teachers, or of other classes"
        raise KnownError(f"{folder} holds what was said {what}: ask as before, or take another folder.")
    disk.write(note, json.dumps(about).encode())
    for number in numbers:
        target = folder / f"view-{number:03}"
        if not target.exists():
            _ask_one(pictures, teachers, views(len(pictures), number, seed), target)
            say(f"view {number}: the teachers have said what they see")


def _ask_one(pictures: Pixels, teachers: Sequence[Teacher], seen: Views, target: Path) -> None:
    basis_file = target.parent / "basis.npz"
    if not basis_file.exists():
        some = np.linspace(0, len(pictures) - 1, min(len(pictures), SAMPLE)).astype(int)
        sample = list(_answers(pictures, teachers, seen, some))
        kept = fitted(sample, DIMENSION, MAP_DIMENSION)
        with disk.beside(basis_file) as half, half.open("wb") as file:
            np.savez(file, **{name: getattr(kept, name) for name in Basis.__dataclass_fields__})
    basis = read_basis(target.parent)
    vectors, maps, classes, logits = [], [], [], []
    for batch in _answers(pictures, teachers, seen, np.arange(len(pictures))):
        vectors.append(basis.vectors(batch).astype(np.float16))
        if (cells := basis.map(batch)) is not None:
            maps.append(cells)
        if (said := _logits_of(batch)) is not None:
            best = np.argsort(-said, axis=1)[:, :LOGITS]
            classes.append(best.astype(np.uint16))
            logits.append(np.take_along_axis(said, best, axis=1).astype(np.float16))
    half = target.with_name(f"{target.name}.part")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir()
    for name, parts in (("vectors", vectors), ("map", maps), ("classes", classes), ("logits", logits)):
        if parts:
            np.save(half / f"{name}.npy", np.concatenate(parts))
            disk.sync_file(half / f"{name}.npy")
    disk.sync_folder(half)
    half.rename(target)
    disk.sync_folder(target.parent)


def _answers(
    pictures: Pixels, teachers: Sequence[Teacher], seen: Views, rows: npt.NDArray[np.integer]
) -> Iterator[list[Answer]]:
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        by_side = {side: drawn(pictures, seen, some, side) for side in {teacher.side for teacher in teachers}}
        yield [teacher.answer(by_side[teacher.side]) for teacher in teachers]


def read_basis(folder: Path) -> Basis:
    with np.load(folder / "basis.npz") as file:
        return Basis(**{name: file[name] for name in Basis.__dataclass_fields__})


def read_answers(folder: Path) -> dict[int, Answers]:
    """By the number of the view."""

    def part(view: Path, name: str) -> Any:
        path = view / f"{name}.npy"
        return np.load(path, mmap_mode="r") if path.exists() else None

    found = sorted(path for path in folder.glob("view-*") if path.suffix != ".part")
    return {
        int(path.name.removeprefix("view-")): Answers(
            part(path, "vectors"), part(path, "map"), part(path, "classes"), part(path, "logits")
        )
        for path in found
    }
