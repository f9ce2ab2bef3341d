"""Teachers, and what they say of pictures.

A teacher is any ONNX model of square pictures that imsearch can run. Three things are taken from it where it has them: its vector,
its map (of a CNN: the feature map that is averaged into the vector), and what it says of classes (an output that is named for it).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from google.protobuf.message import DecodeError
from onnx import helper, numpy_helper

from imsearch_gui.domain.errors import KnownError, ModelError
from imsearch_gui.domain.model_spec import Layout, Pooling
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.encoder import choose_provider
from imsearch_gui.encoding.pooling import vectors_of
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.session import first_line
from imsearch_gui.encoding.store import InstalledModel, check_files, read_model

Numbers = npt.NDArray[np.float32]

BATCH = 32
_PASSED_THROUGH = ("Flatten", "Reshape", "Squeeze", "DequantizeLinear", "QuantizeLinear", "Identity")
_AVERAGES = ("GlobalAveragePool", "ReduceMean", "QLinearGlobalAveragePool")
_SPATIAL = (2, 3)
"""Axes of a map [n, c, h, w] that are averaged over."""
_SMALLEST_SHARE = 1e-9
_SAME = 1e-3
"""What an answer may differ by, as a share of its length, for who else was asked of at once."""


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
    """A loaded model. Raises ModelError where it cannot be read or run, KnownError where it is no teacher."""

    def __init__(self, folder: Path, classes: str | None = None) -> None:
        """`classes` names the output that holds the classes."""
        self.model: InstalledModel = read_model(folder)
        path = self.model.graph_path
        if path is None:
            raise KnownError(f"{folder} holds no network: a teacher is one.")
        given, taken = self.model.spec.input, self.model.spec.output
        if given.width != given.height:
            raise KnownError(f"{folder} takes pictures of {given.width} x {given.height}: a teacher takes square ones.")
        check_files(self.model)
        graph = read_graph(path)
        outputs = [output.name for output in graph.graph.output]
        self._vector = taken.name or outputs[0]
        # Where imsearch itself averages, what it averages is the map.
        self._map = self._vector if taken.pooling is Pooling.MEAN else _with_map(graph, self._vector)
        if classes is not None and classes not in outputs:
            raise KnownError(f"{path.name} has no output {classes!r}: it has {', '.join(outputs)}.")
        self._classes = classes
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = os.cpu_count() or 1
        with self._failing():
            self._session = onnxruntime.InferenceSession(
                graph.SerializeToString(), options, providers=_providers(self.model)
            )
        tried = self._said_of(np.zeros((1, self.side, self.side, 3), np.uint8))
        if self._map is not None and tried[self._map].ndim != 4:
            self._map = None  # a mean over tokens, say
        if classes is not None and tried[classes].ndim != 2:
            raise KnownError(
                f"The output {classes!r} of {path.name} holds no classes: its shape is {tried[classes].shape}."
            )
        self.classes = 0 if classes is None else int(tried[classes].shape[1])
        """How many it tells apart; 0 where it does not say."""
        self._gives_shares = classes is not None and _are_shares(tried[classes])
        self._at_once = BATCH if self._takes_several() else 1

    @property
    def side(self) -> int:
        return self.model.spec.input.width

    def __str__(self) -> str:
        """What is taken from it."""
        answer = self.answer(np.zeros((1, self.side, self.side, 3), np.uint8))
        parts = [
            f"{answer.vectors.shape[1]} numbers",
            "no map" if answer.map is None else f"a map of {answer.map.shape[1]} places",
            f"{self.classes} classes" if self.classes else "no classes",
        ]
        return f"{self.model.spec.id}: {', '.join(parts)}"

    def answer(self, pixels: Pixels) -> Answer:
        """Of uint8 [n, side, side, 3]."""
        pieces = [
            self._said_of(pixels[start : start + self._at_once]) for start in range(0, len(pixels), self._at_once)
        ]
        found = {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}
        maps = None
        if self._map is not None:
            maps = found[self._map]
            if self._map == self._vector and self.model.spec.output.layout is Layout.NHWC:
                maps = maps.transpose(0, 3, 1, 2)
            maps = maps.reshape(*maps.shape[:2], -1).transpose(0, 2, 1)
        vectors = vectors_of(found[self._vector], self.model.spec.output)
        return Answer(vectors, maps, None if self._classes is None else self._logits(found[self._classes]))

    def _logits(self, said: Numbers) -> Numbers:
        """Of classes [n, c]: what a softmax makes shares of, up to a constant a row."""
        return np.log(np.maximum(said, _SMALLEST_SHARE)) if self._gives_shares else said

    def _takes_several(self) -> bool:
        """Whether a picture's answer is the same beside others. Graphs whose 8 bits are fitted to what comes in see all of it at
        once, and some take one picture only."""
        some = np.random.default_rng(0).integers(256, size=(2, self.side, self.side, 3), dtype=np.uint8)
        some[0] //= 8  # its neighbour reaches farther than it does itself
        alone = self._said_of(some[:1])
        try:
            together = self._said_of(some)
        except ModelError:
            return False
        return all(
            len(together[name]) == 2
            and float(np.linalg.norm(together[name][0] - one[0])) <= _SAME * float(np.linalg.norm(one[0]))
            for name, one in alone.items()
        )

    def _said_of(self, pixels: Pixels) -> dict[str, Numbers]:
        spec = self.model.spec.input
        wanted = list(dict.fromkeys(name for name in (self._vector, self._map, self._classes) if name is not None))
        name = spec.name or self._session.get_inputs()[0].name
        with self._failing():
            return dict(zip(wanted, self._session.run(wanted, {name: tensor(pixels, spec)}), strict=True))

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """What goes wrong in the graph, as a sentence."""
        try:
            yield
        except Exception as error:
            # onnxruntime's own exceptions share no base class but Exception.
            if not type(error).__module__.startswith("onnxruntime"):
                raise
            raise ModelError(f"The teacher {self.model.spec.id} fails: {first_line(error)}") from error


def read_graph(path: Path) -> onnx.ModelProto:
    """The graph of a file. Raises ModelError where that is none."""
    try:
        return onnx.load(path)
    except (OSError, ValueError, DecodeError) as error:
        raise ModelError(
            f"{path} cannot be read as an ONNX graph ({first_line(error)}): fetch or export it again."
        ) from error


def _are_shares(said: Numbers) -> bool:
    """Whether classes [n, c] have gone through a softmax already, as in most exports of Keras."""
    return bool((said >= 0).all() and np.allclose(said.sum(axis=1), 1, atol=_SAME))


def _providers(model: InstalledModel) -> list[str]:
    """An accelerator where it answers as the processor does."""
    chosen = choose_provider(model).provider.name
    return list(dict.fromkeys((chosen, "CPUExecutionProvider")))


def _with_map(graph: onnx.ModelProto, vector: str) -> str | None:
    """Make the map [n, c, h, w] that is averaged into the vector an output, too; its name, or None where there is no such map."""
    made_by = {output: node for node in graph.graph.node for output in node.output}
    node = made_by.get(vector)
    while node is not None and node.op_type in _PASSED_THROUGH:
        node = made_by.get(node.input[0])
    if node is None or not _averages_places(node, graph):
        return None
    name = str(node.input[0])
    if node.op_type.startswith("QLinear"):
        plain = f"{name}_as_numbers"
        graph.graph.node.append(helper.make_node("DequantizeLinear", list(node.input[:3]), [plain]))
        name = plain
    graph.graph.output.append(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    return name


def _averages_places(node: onnx.NodeProto, graph: onnx.ModelProto) -> bool:
    """Whether a node gives the mean of a map [n, c, h, w] over its places."""
    said = {item.name: helper.get_attribute_value(item) for item in node.attribute}
    if node.op_type != "ReduceMean":
        return node.op_type in _AVERAGES and not said.get("channels_last")
    axes = said.get("axes")
    if axes is None and len(node.input) > 1:  # from opset 18 on
        constants = {one.name: one for one in graph.graph.initializer}
        axes = numpy_helper.to_array(constants[node.input[1]]).tolist() if node.input[1] in constants else None
    return axes is not None and sorted(axis % 4 for axis in axes) == list(_SPATIAL)


# -- kept ---------------------------------------------------------------------------------------------------------------
