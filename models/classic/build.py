"""Builds classic.onnx: a hand-made descriptor of colour, layout, gradient orientations and texture, as an ONNX graph.

    python models/classic/build.py          writes classic.onnx, reference.npy, reference_vector.npy and model.toml beside itself

The parts, joined with the weights below and brought to length 1 (docs/models.md says how they were chosen):

histogram   soft histogram of lightness x red-green x blue-yellow (4 x 7 x 7), centre and strong colours first          196
gradients   8 orientations in 8 x 8 cells, normalised over neighbouring cells (Dalal and Triggs 2005)                   256
codes       which neighbours are brighter than a pixel: soft local binary patterns (Ojala et al. 2002), at two scales    64
deviation   local standard deviation of three colours at three scales, in 4 x 4 cells                                   72
layout      mean of three colours in 8 x 8 cells                                                                        96

The three parts on a grid are the mean of a picture and its mirror image, of which the left half says everything: a thing that looks
the other way stays kin.
"""

from __future__ import annotations

import argparse
import hashlib
import os
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE = 128
BINS = 8
LIGHTNESSES, CHROMAS = 4, 7
WEIGHTS = {"histogram": 1.7, "gradients": 1.23, "codes": 0.76, "deviation": 0.96, "layout": 0.73}
EPSILON = 1e-6
WIDEST = 0.8
"""Square root of the a* or b* (of 100) at which the axes of the histogram end."""
CENTRE = 0.22
"""Deviation, in sides of the picture, of the bell that weights the histogram."""
SHARED = 0.7
"""How much of what the orientations of a cell have in common is taken away: how busy a cell is, is texture's part."""
PLAIN = 0.3
"""Strength of gradients (as the mean of |slope| over a neighbourhood; white is 1) at which half of it counts."""
STEP = 0.02
"""Difference of brightness between clearly not and clearly brighter."""
DIMENSION = LIGHTNESSES * CHROMAS**2 + 8 * 4 * BINS + 2 * 2 * 16 + 3 * 3 * 4 * 2 + 3 * 8 * 4
CROSS = ((0, 1), (1, 2), (2, 1), (1, 0))
DIAGONAL = ((0, 0), (0, 2), (2, 2), (2, 0))
"""Neighbours of a pixel, as places in a 3 x 3 kernel."""
HERE = Path(__file__).resolve().parent


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

    def axes(self, *numbers: int) -> str:
        return self.const(numbers, np.int64)

    def conv(self, x: str, kernel: npt.ArrayLike, **attributes: Any) -> str:
        return self.op("Conv", x, self.const(kernel), **attributes)

    def plus(self, x: str, number: float) -> str:
        return self.op("Add", x, self.const(number))

    def times(self, x: str, number: float) -> str:
        return self.op("Mul", x, self.const(number))

    def power(self, x: str, exponent: float) -> str:
        """Of numbers that are not negative; what is lost to rounding below 0 counts as 0."""
        return self.op("Pow", self.op("Relu", x), self.const(exponent))

    def clipped(self, x: str, low: float, high: float) -> str:
        return self.op("Clip", x, self.const(low), self.const(high))

    def root(self, x: str) -> str:
        """Signed square root."""
        return self.op("Mul", self.op("Sign", x), self.op("Sqrt", self.op("Abs", x)))

    def channel(self, x: str, number: int) -> str:
        """[n, 1, h, w] of [n, c, h, w]."""
        return self.op("Gather", x, self.axes(number), axis=1)

    def padded(self, x: str, width: int) -> str:
        """The border repeated."""
        return self.op("Pad", x, self.axes(0, 0, width, width, 0, 0, width, width), mode="edge")

    def mean(self, x: str, side: int, stride: int | None = None) -> str:
        """Mean over squares of `side`."""
        return self.op("AveragePool", x, kernel_shape=[side, side], strides=[stride or side] * 2)

    def points(self, x: str, number: int) -> str:
        """[n, c, h, w] -> [n, c, h * w]."""
        return self.op("Reshape", x, self.axes(0, number, -1))

    def near(self, x: str, centres: npt.ArrayLike) -> str:
        """How near [n, 1, p] is to each of the centres, which are 1 apart: 1 at a centre, 0 at the next: [n, centres, p]."""
        away = self.op("Abs", self.op("Sub", x, self.const(np.reshape(centres, (1, -1, 1)))))
        return self.op("Relu", self.op("Sub", self.const(1.0), away))

    def pairs(self, a: str, b: str, number: int) -> str:
        """[n, i, p] and [n, j, p] -> [n, i * j, p], the products; number = i * j."""
        product = self.op("Mul", self.op("Unsqueeze", a, self.axes(2)), self.op("Unsqueeze", b, self.axes(1)))
        return self.op("Reshape", product, self.axes(0, number, -1))

    def flat(self, x: str) -> str:
        return self.op("Flatten", x, axis=1)

    def unit(self, x: str) -> str:
        """Length 1 along the vector; what has next to no length stays short."""
        squares = self.op("ReduceSum", self.op("Mul", x, x), self.axes(1), keepdims=1)
        return self.op("Div", x, self.op("Sqrt", self.plus(squares, EPSILON)))

    def less_mean(self, x: str, share: float = 1.0) -> str:
        """Less (a share of) the mean along the second axis."""
        return self.op("Sub", x, self.times(self.op("ReduceMean", x, self.axes(1), keepdims=1), share))

    def mirrored(self, x: str, width: int, order: list[int] | None = None) -> str:
        """Left half of the mean of [n, c, h, width] and its mirror image, whose channels stand in `order`."""
        turned = self.op("Gather", x, self.const(np.arange(width)[::-1], np.int64), axis=3)
        if order is not None:
            turned = self.op("Gather", turned, self.const(order, np.int64), axis=1)
        both = self.times(self.op("Add", x, turned), 0.5)
        return self.op("Slice", both, self.axes(0), self.axes(width // 2), self.axes(3))


def lab(net: Net, picture: str) -> str:
    """sRGB in 0..1 -> CIE L*a*b* (white D65) with L* / 100, a* / 100, b* / 100, [n, 3, h, w]."""
    low = net.times(picture, 1 / 12.92)
    high = net.power(net.times(net.plus(picture, 0.055), 1 / 1.055), 2.4)
    linear = net.op("Where", net.op("Greater", picture, net.const(0.04045)), high, low)
    mix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    mix /= np.array([[0.9505], [1.0], [1.089]])
    xyz = net.conv(linear, mix.astype(np.float32).reshape(3, 3, 1, 1))
    line = net.plus(net.times(xyz, 7.787), 16 / 116)
    bent = net.op("Where", net.op("Greater", xyz, net.const(0.008856)), net.power(xyz, 1 / 3), line)
    differences = np.array([[0, 1.16, 0], [5, -5, 0], [0, 2, -2]], np.float32).reshape(3, 3, 1, 1)
    return net.op("Conv", bent, net.const(differences), net.const([-0.16, 0, 0]))


def histogram(net: Net, colours: str) -> str:
    """Not brought to length 1: a picture without colour says little by its colours, so it has a short histogram."""
    side = SIDE // 2
    small = net.mean(colours, 2)
    flat = [net.points(net.channel(small, number), 1) for number in range(3)]
    lightness = net.near(net.times(flat[0], LIGHTNESSES - 1), np.arange(LIGHTNESSES))
    squares = net.op("Add", net.op("Mul", flat[1], flat[1]), net.op("Mul", flat[2], flat[2]))
    vivid = net.clipped(net.times(net.op("Sqrt", squares), 1.5), 0.0, 1.0)
    half = CHROMAS // 2
    steps = [
        net.near(
            net.times(net.clipped(net.times(net.root(axis), 1 / WIDEST), -1.0, 1.0), half),
            np.arange(-half, half + 1),
        )
        for axis in flat[1:]
    ]
    place = (np.arange(side) + 0.5) / side - 0.5
    bell = np.exp(-np.square(place) / (2 * CENTRE**2))
    weights = np.outer(bell, bell)
    weighted = net.op("Mul", net.op("Mul", lightness, vivid), net.const((weights / weights.sum()).reshape(1, 1, -1)))
    first = net.pairs(weighted, steps[0], LIGHTNESSES * CHROMAS)
    joint = net.op("MatMul", first, net.op("Transpose", steps[1], perm=[0, 2, 1]))
    return net.flat(net.power(joint, 0.5))


def gradients(net: Net, grey: str) -> str:
    """Energy of BINS orientations (0 to 180 degrees) in 8 x 8 cells of the quarter-size picture."""
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32) / 4
    slopes = net.conv(net.padded(net.mean(grey, 4), 1), np.stack([sobel, sobel.T])[:, None])
    dx, dy = (net.channel(slopes, number) for number in (0, 1))
    across, down, both = (net.op("Mul", one, other) for one, other in ((dx, dx), (dy, dy), (dx, dy)))
    strength = net.op("Sqrt", net.plus(net.op("Add", across, down), EPSILON))
    # The double angle makes a slope and its opposite the same direction.
    cosine = net.op("Div", net.op("Sub", across, down), strength)
    sine = net.op("Div", net.times(both, 2.0), strength)
    angles = np.arange(BINS) * 2 * np.pi / BINS
    mix = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32).reshape(BINS, 2, 1, 1)
    toward = net.op("Relu", net.conv(net.op("Concat", cosine, sine, axis=1), mix))
    # The eighth power is about as wide as linear shares between neighbouring orientations, and needs no angle.
    shares = net.op("Mul", net.power(net.op("Div", toward, strength), 8.0), strength)
    cells = net.mean(shares, 4)
    whole = net.op("ReduceSum", cells, net.axes(1), keepdims=1)
    around = net.mean(net.padded(whole, 1), 3, 1)
    relative = net.power(net.op("Div", cells, net.plus(around, PLAIN)), 0.5)
    rows = net.mirrored(net.less_mean(relative, SHARED), 8, [-number % BINS for number in range(BINS)])
    return net.unit(net.flat(rows))


def codes(net: Net, grey: str) -> str:
    """For the four nearest and the four diagonal neighbours: how often each of the 16 patterns of "brighter" occurs."""
    parts = []
    for neighbours in (CROSS, DIAGONAL):
        kernel = np.zeros((4, 1, 3, 3), np.float32)
        kernel[:, 0, 1, 1] = -1
        for number, place in enumerate(neighbours):
            kernel[number, 0][place] = 1
        differences = net.conv(net.padded(grey, 1), kernel)
        brighter = net.clipped(net.plus(net.times(differences, 1 / STEP), 0.25), 0.0, 1.0)
        patterns = ""
        for number in range(4):
            one = net.points(net.channel(brighter, number), 1)
            either = net.op("Concat", one, net.op("Sub", net.const(1.0), one), axis=1)
            patterns = net.pairs(patterns, either, 2 << number) if patterns else either
        parts.append(net.op("ReduceMean", patterns, net.axes(2), keepdims=0))
    # The fourth root of a share (a square root of a square root) lets rare patterns speak beside the flat ones.
    return net.unit(net.less_mean(net.power(net.op("Concat", *parts, axis=1), 0.25)))


def deviation(net: Net, colours: str) -> str:
    parts = []
    squares = net.op("Mul", colours, colours)
    for window, stride in ((3, 1), (7, 2), (15, 4)):
        mean, square = (net.mean(net.padded(plane, window // 2), window, stride) for plane in (colours, squares))
        variance = net.op("Relu", net.op("Sub", square, net.op("Mul", mean, mean)))
        parts.append(net.mean(net.op("Sqrt", net.plus(variance, EPSILON)), SIDE // stride // 4))
    cells = net.mirrored(net.power(net.op("Concat", *parts, axis=1), 0.5), 4)
    return net.unit(net.less_mean(net.flat(cells)))


def layout(net: Net, colours: str) -> str:
    cells = net.op("Sub", net.mean(colours, SIDE // 8), net.const(np.reshape([0.5, 0, 0], (1, 3, 1, 1))))
    return net.unit(net.flat(net.mirrored(cells, 8)))


def build() -> onnx.ModelProto:
    net = Net()
    colours = lab(net, "picture")
    grey = net.op("ReduceMean", "picture", net.axes(1), keepdims=1)
    parts = {
        "histogram": histogram(net, colours),
        "gradients": gradients(net, grey),
        "codes": net.op("Concat", codes(net, grey), codes(net, net.mean(grey, 2)), axis=1),
        "deviation": deviation(net, colours),
        "layout": layout(net, colours),
    }
    weighted = [net.times(part, WEIGHTS[name]) for name, part in parts.items()]
    joined = net.unit(net.op("Concat", *weighted, axis=1))
    net.nodes.append(helper.make_node("Identity", [joined], ["vector"], name="vector"))
    graph = helper.make_graph(
        net.nodes,
        "classic",
        [helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["n", 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", DIMENSION])],
        net.constants,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9, producer_name="imsearch"
    )
    onnx.checker.check_model(model)
    return model


def reference_picture() -> npt.NDArray[np.uint8]:
    """Something with colour, edges and texture, drawn by formula: [SIDE, SIDE, 3]."""
    down, across = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    red = 0.5 + 0.5 * np.sin(12 * across + 5 * down)
    green = np.where((across - 0.6) ** 2 + (down - 0.4) ** 2 < 0.06, 0.9, down)
    blue = 0.3 + 0.4 * np.random.default_rng(1).random((SIDE, SIDE))
    picture: npt.NDArray[np.uint8] = np.rint(np.stack([red, green, blue], axis=2) * 255).astype(np.uint8)
    return picture


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
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    # Else it reports its use to its maker.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    model = build()
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
