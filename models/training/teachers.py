"""What teachers say of the views: asked once, kept on disk, so that an epoch of training costs nothing but the student.

A teacher is any ONNX model that imsearch can run. Three things are taken from it where it has them: its vector, its map (of a CNN:
the feature map that is averaged into the vector), and what it says of classes (an output that is named for it).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import helper
from views import Views, drawn, views

from imsearch_gui import disk
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.providers import usable
from imsearch_gui.encoding.store import InstalledModel, read_model

Numbers = npt.NDArray[np.float32]

BATCH = 32
SAMPLE = 2000
"""Pictures that the basis is fitted to."""
DIMENSION = 256
"""Of the vectors that are kept: 89 % of the variance of MobileNetV2's 1,280 numbers."""
MAP_DIMENSION = 128
LOGITS = 16
"""Classes that are kept of each answer, the likeliest."""
LARGEST = 127
_PASSED_THROUGH = ("Flatten", "Reshape", "Squeeze", "DequantizeLinear", "QuantizeLinear", "Identity")
_AVERAGES = ("GlobalAveragePool", "ReduceMean", "QLinearGlobalAveragePool")
_LIKELY = 99.9
"""Percentile of the map's numbers that its 8 bits reach to."""


@dataclass(frozen=True)
class Answer:
    """Of some views."""

    vectors: Numbers
    """[n, d]"""
    map: Numbers | None
    """[n, rows * columns, channels]"""
    logits: Numbers | None
    """[n, classes]"""


class Teacher:
    """A loaded model. Raises ModelError where it cannot be read."""

    def __init__(self, folder: Path, classes: str | None = None) -> None:
        """`classes` names the output that holds the classes."""
        self.model: InstalledModel = read_model(folder)
        path = self.model.graph_path
        if path is None:
            raise KnownError(f"{folder} holds no network: a teacher is one.")
        graph = onnx.load(path)
        outputs = [output.name for output in graph.graph.output]
        self._vector = self.model.spec.output.name or outputs[0]
        self._map = _with_map(graph, self._vector)
        if classes is not None and classes not in outputs:
            raise KnownError(f"{path.name} has no output {classes!r}: it has {', '.join(outputs)}.")
        self._classes = classes
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = os.cpu_count() or 1
        self._session = onnxruntime.InferenceSession(
            graph.SerializeToString(), options, providers=[provider.name for provider in usable()]
        )
        tried = self._said_of(np.zeros((1, self.side, self.side, 3), np.uint8))
        if self._map is not None and tried[self._map].ndim != 4:
            self._map = None  # a mean over tokens, say
        self.classes = 0 if classes is None else int(tried[classes].shape[1])
        """How many it tells apart; 0 where it does not say."""

    @property
    def side(self) -> int:
        return self.model.spec.input.width

    def answer(self, pixels: Pixels) -> Answer:
        """Of uint8 [n, side, side, 3]."""
        found = self._said_of(pixels)
        maps = None
        if self._map is not None:
            maps = found[self._map].reshape(*found[self._map].shape[:2], -1).transpose(0, 2, 1)
        vectors = vectors_of(found[self._vector], self.model.spec.output)
        return Answer(vectors, maps, None if self._classes is None else found[self._classes])

    def _said_of(self, pixels: Pixels) -> dict[str, Numbers]:
        spec = self.model.spec.input
        wanted = [name for name in (self._vector, self._map, self._classes) if name is not None]
        name = spec.name or self._session.get_inputs()[0].name
        return dict(zip(wanted, self._session.run(wanted, {name: tensor(pixels, spec)}), strict=True))


def _with_map(graph: onnx.ModelProto, vector: str) -> str | None:
    """Make the map [n, c, h, w] that is averaged into the vector an output, too; its name, or None where there is no such map."""
    made_by = {output: node for node in graph.graph.node for output in node.output}
    node = made_by.get(vector)
    while node is not None and node.op_type in _PASSED_THROUGH:
        node = made_by.get(node.input[0])
    if node is None or node.op_type not in _AVERAGES:
        return None
    if any(item.name == "channels_last" and item.i for item in node.attribute):
        return None
    name = str(node.input[0])
    if node.op_type.startswith("QLinear"):
        plain = f"{name}_as_numbers"
        graph.graph.node.append(helper.make_node("DequantizeLinear", list(node.input[:3]), [plain]))
        name = plain
    graph.graph.output.append(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    return name


# -- kept ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Basis:
    """How vectors and maps are kept: centred, brought to a mean square length of 1, and turned to their main axes, of which the
    first are kept.

    Several teachers' vectors are laid side by side, each with the same weight, before they are turned.
    """

    mean: Numbers
    axes: Numbers
    """[sum of d, dimension]"""
    scales: Numbers
    """[sum of d]: what each number is multiplied by before it is turned."""
    map_mean: Numbers
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
    joined = np.concatenate(each, axis=1)
    mean = joined.mean(axis=0)
    scales = np.concatenate(
        [np.full(one.shape[1], 1 / np.sqrt(len(each) * max(1e-12, one.var(axis=0).sum()))) for one in each]
    )
    axes = main_axes((joined - mean) * scales, dimension)
    maps = [_map_of(batch) for batch in answers]
    map_mean, map_axes, step = np.zeros(0), np.zeros((0, 0)), np.zeros(0)
    if maps[0] is not None:
        cells = np.concatenate([one.reshape(-1, one.shape[2]) for one in maps if one is not None])
        map_mean = cells.mean(axis=0)
        map_axes = main_axes(cells - map_mean, map_dimension)
        map_axes /= np.sqrt(np.square((cells - map_mean) @ map_axes).sum(axis=1).mean())
        step = np.maximum(1e-9, np.percentile(np.abs((cells - map_mean) @ map_axes), _LIKELY, axis=0) / LARGEST)
    return Basis(*(np.asarray(part, np.float32) for part in (mean, axes, scales, map_mean, map_axes, step)))


def main_axes(centred: npt.NDArray[np.floating], dimension: int) -> npt.NDArray[np.float64]:
    """[d, at most dimension]: the directions of the largest variance, the largest first."""
    moments = centred.T.astype(np.float64) @ centred / len(centred)
    _, vectors = np.linalg.eigh(moments)
    return np.asarray(vectors[:, ::-1][:, :dimension], np.float64)


def ask(
    pictures: Pixels,
    teachers: Sequence[Teacher],
    folder: Path,
    numbers: Sequence[int],
    seed: int,
    say: Callable[[str], None],
) -> None:
    """Keep what the teachers say of these views in `folder`; views that are there are left as they are.

    A view is there whole or not at all. Raises KnownError where the folder holds answers of other teachers, pictures or views.
    """
    folder.mkdir(parents=True, exist_ok=True)
    about = {"pictures": len(pictures), "seed": seed, "teachers": [teacher.model.spec.id for teacher in teachers]}
    note = folder / "answers.json"
    if note.exists() and json.loads(note.read_text()) != about:
        raise KnownError(f"{folder} holds what was said of other pictures, or by other teachers: take another folder.")
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
