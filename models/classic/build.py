"""Builds classic.onnx: a hand-made descriptor of colour, layout, gradient orientations and texture, as an ONNX graph.

    python models/classic/build.py          writes classic.onnx, reference.npy, reference_vector.npy and model.toml beside itself

Five parts, each power-normalised (signed square root, which keeps a large flat area from drowning everything else), brought to
length 1 and weighted; together 932 numbers of length 1:

layout      mean of three opponent colours in 8 x 8 cells                                             192
histogram   soft 4 x 4 x 4 colour histogram over the whole picture                                     64
gradients   8 orientations in 8 x 8 cells, normalised over neighbouring cells (Dalal and Triggs, 2005) 512
coarse      the same in 4 x 4 cells of the half-size picture                                          128
texture     local standard deviation of three colours at three scales, mean over 2 x 2 cells           36

The weights were chosen by measurement, see docs/models.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE = 128
BINS = 8
LEVELS = 4
WEIGHTS = {"layout": 0.5, "histogram": 1.1, "gradients": 1.0, "coarse": 0.5, "texture": 1.0}
EPSILON = 1e-6
SHARED = 0.7
"""How much of what the orientations of a cell have in common is taken away."""
HERE = Path(__file__).resolve().parent

Array = npt.NDArray[np.float32]


class Net:
    """Collects nodes; every method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def const(self, values: Any, kind: Any = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, kind), name))
        return name

    def conv(self, x: str, kernel: Array, **attributes: Any) -> str:
        return self.op("Conv", x, self.const(kernel), **attributes)

    def mean(self, x: str, side: int, stride: int | None = None, pads: int = 0) -> str:
        """Mean over squares of `side`; a padded border does not count."""
        return self.op(
            "AveragePool",
            x,
            kernel_shape=[side, side],
            strides=[stride or side] * 2,
            pads=[pads] * 4,
            count_include_pad=0,
        )

    def times(self, x: str, factor: float) -> str:
        return self.op("Mul", x, self.const(factor))

    def root(self, x: str) -> str:
        """Signed square root."""
        return self.op("Mul", self.op("Sign", x), self.op("Sqrt", self.op("Abs", x)))

    def flat(self, x: str) -> str:
        return self.op("Flatten", x, axis=1)

    def unit(self, x: str) -> str:
        """Length 1 along the vector."""
        squares = self.op("ReduceSum", self.op("Mul", x, x), self.const([1], np.int64), keepdims=1)
        return self.op("Div", x, self.op("Sqrt", self.op("Add", squares, self.const(EPSILON))))

    def centred(self, x: str) -> str:
        return self.op("Sub", x, self.op("ReduceMean", x, self.const([1], np.int64), keepdims=1))


def opponent(net: Net, picture: str) -> str:
    """R, G, B in 0..1 -> lightness, red-green, blue-yellow, about equally wide in photographs."""
    mix = np.array([[1 / 3, 1 / 3, 1 / 3], [1.0, -1.0, 0.0], [0.5, 0.5, -1.0]], np.float32)
    return net.conv(picture, mix.reshape(3, 3, 1, 1))


def layout(net: Net, colours: str) -> str:
    cells = net.mean(colours, SIDE // 8)
    centred = net.op("Sub", cells, net.const(np.array([0.5, 0, 0]).reshape(1, 3, 1, 1)))
    return net.flat(centred)


def histogram(net: Net, picture: str) -> str:
    small = net.mean(picture, 4)
    centres = net.const(np.arange(LEVELS).reshape(1, 1, LEVELS, 1, 1))
    levels = net.op("Mul", net.op("Unsqueeze", small, net.const([2], np.int64)), net.const(LEVELS - 1))
    near = net.op("Relu", net.op("Sub", net.const(1.0), net.op("Abs", net.op("Sub", levels, centres))))
    channels = []
    for channel, shape in enumerate(((LEVELS, 1, 1), (1, LEVELS, 1), (1, 1, LEVELS))):
        one = net.op("Gather", near, net.const(channel, np.int64), axis=1)
        channels.append(net.op("Reshape", one, net.const([0, *shape, -1], np.int64)))
    joint = net.op("Mul", net.op("Mul", channels[0], channels[1]), channels[2])
    return net.flat(net.op("ReduceMean", joint, net.const([4], np.int64), keepdims=0))


def gradients(net: Net, grey: str, cells: int, side: int) -> str:
    """Energy of BINS orientations (0 to 180 degrees) in `cells` x `cells`, each normalised by its neighbourhood."""
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32) / 4
    padded = net.op("Pad", grey, net.const([0, 0, 1, 1, 0, 0, 1, 1], np.int64), mode="edge")
    slopes = net.conv(padded, np.stack([sobel, sobel.T])[:, None])
    dx, dy = (net.op("Gather", slopes, net.const([axis], np.int64), axis=1) for axis in (0, 1))
    strength = net.op(
        "Sqrt", net.op("Add", net.op("Add", net.op("Mul", dx, dx), net.op("Mul", dy, dy)), net.const(EPSILON))
    )
    # The double angle makes a slope and its opposite the same direction.
    cosine = net.op("Div", net.op("Sub", net.op("Mul", dx, dx), net.op("Mul", dy, dy)), strength)
    sine = net.op("Div", net.times(net.op("Mul", dx, dy), 2.0), strength)
    angles = np.arange(BINS) * 2 * np.pi / BINS
    mix = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32).reshape(BINS, 2, 1, 1)
    toward = net.op("Relu", net.conv(net.op("Concat", cosine, sine, axis=1), mix))
    # Squared and divided by the strength: narrow enough that neighbouring orientations share, others do not.
    energy = net.op("Div", net.op("Mul", toward, toward), strength)
    grid = net.mean(energy, side // cells)
    whole = net.op("ReduceSum", grid, net.const([1], np.int64), keepdims=1)
    around = net.mean(whole, 3, 1, pads=1)
    shares = net.root(net.op("Div", grid, net.op("Add", around, net.const(0.02))))
    # What all orientations of a cell have in common is how busy it is: that is texture's part, here it only blurs.
    return net.flat(
        net.op("Sub", shares, net.times(net.op("ReduceMean", shares, net.const([1], np.int64), keepdims=1), SHARED))
    )


def texture(net: Net, colours: str) -> list[str]:
    """Local standard deviation of the three opponent colours at three scales, mean over 2 x 2 cells."""
    parts = []
    for window, stride in ((3, 2), (7, 4), (15, 8)):
        mean = net.mean(colours, window, stride, pads=window // 2)
        square = net.mean(net.op("Mul", colours, colours), window, stride, pads=window // 2)
        variance = net.op("Relu", net.op("Sub", square, net.op("Mul", mean, mean)))
        deviation = net.op("Sqrt", net.op("Add", variance, net.const(EPSILON)))
        side = SIDE // stride
        cell = side // 2
        parts.append(net.flat(net.mean(deviation, cell)))
    return parts


def build(extra_outputs: Sequence[str] = ()) -> tuple[onnx.ModelProto, dict[str, str]]:
    """The graph, and the names of its parts."""
    net = Net()
    colours = opponent(net, "picture")
    grey = net.op("Gather", colours, net.const([0], np.int64), axis=1)
    half = net.mean(grey, 2)
    parts = {
        "layout": net.unit(net.root(layout(net, colours))),
        "histogram": net.unit(net.centred(net.root(histogram(net, "picture")))),
        "gradients": net.unit(gradients(net, grey, 8, SIDE)),
        "coarse": net.unit(gradients(net, half, 4, SIDE // 2)),
        "texture": net.unit(net.centred(net.root(net.op("Concat", *texture(net, colours), axis=1)))),
    }
    weighted = [net.times(parts[name], WEIGHTS[name]) for name in parts]
    joined = net.unit(net.op("Concat", *weighted, axis=1))
    net.nodes.append(helper.make_node("Identity", [joined], ["vector"], name="vector"))
    graph = helper.make_graph(
        net.nodes,
        "classic",
        [helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["n", 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", None])]
        + [helper.make_tensor_value_info(parts[name], TensorProto.FLOAT, ["n", None]) for name in extra_outputs],
        net.constants,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9, producer_name="imsearch"
    )
    onnx.checker.check_model(model)
    return model, parts


def reference_picture() -> npt.NDArray[np.uint8]:
    """Something with colour, edges and texture, drawn by formula: [SIDE, SIDE, 3]."""
    down, across = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    red = 0.5 + 0.5 * np.sin(12 * across + 5 * down)
    green = np.where((across - 0.6) ** 2 + (down - 0.4) ** 2 < 0.06, 0.9, down)
    blue = 0.3 + 0.4 * np.random.default_rng(1).random((SIDE, SIDE))
    return np.rint(np.stack([red, green, blue], axis=2) * 255).astype(np.uint8)


MANIFEST = """\
# Written by build.py; every key is explained in models/README.md.
schema = 1
id = "classic"
title = "Classic"
family = "descriptor"
dimension = {dimension}
summary = "Colour, layout, edges and texture, without any learning: quick, and good where colours and patterns decide."
licence = "MIT"
source = "models/classic/build.py"

[[files]]
path = "classic.onnx"
sha256 = "{sha256}"
size = {size}

[input]
width = {side}
height = {side}
resize = "squash"
interpolation = "bilinear"
mean = [0.0, 0.0, 0.0]
std = [1.0, 1.0, 1.0]
name = "picture"

[output]
name = "vector"
pooling = "none"

[reference]
picture = "reference.npy"
vector = "reference_vector.npy"
"""


def main() -> None:
    import onnxruntime

    model, _ = build()
    data = model.SerializeToString(deterministic=True)
    picture = reference_picture()
    values = (picture.astype(np.float32) / 255).transpose(2, 0, 1)[None]
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    vector = session.run(["vector"], {"picture": values})[0][0]
    (HERE / "classic.onnx").write_bytes(data)
    np.save(HERE / "reference.npy", picture)
    np.save(HERE / "reference_vector.npy", vector)
    text = MANIFEST.format(dimension=len(vector), sha256=hashlib.sha256(data).hexdigest(), size=len(data), side=SIDE)
    (HERE / "model.toml").write_text(text)
    print(f"{len(vector)} numbers, {len(data)} bytes")


if __name__ == "__main__":
    main()
