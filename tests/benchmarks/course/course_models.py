"""Models of the course that are no part of the catalogue, put together in a folder:

    python tests/benchmarks/course/course_models.py FOLDER

texture-3, texture-5    local standard deviation of brightness in windows of 3 x 3 and 5 x 5, averaged over a grid
mobilenetv2-flat        the last feature map of MobileNetV2 flattened, as the course does with VGG16 and EfficientNet, whose weights
                        are not always to be had; needs the model of ../shared/data

Each is a folder with a model.toml and its graph: `imsearch index ~/Pictures --library lib --model FOLDER/texture-3`. The raw
pixels of the course (pixels-80, pixels-86x128) need no graph and lie beside this file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2].parent / "shared" / "data"
MOBILENET = SHARED / "models" / "mobilenetv2-int8" / "model.onnx"
SIDE = 128
GRID = 16
"""Cells a side; each is the mean of the deviations of 8 x 8 pixels."""
LUMA = (0.299, 0.587, 0.114)
"""Brightness of red, green and blue (ITU-R BT.601), as OpenCV and Pillow make grey."""
FEATURE_MAP = "627"
"""What MobileNetV2 pools: [n, 1280, 7, 7], as the graph calls it."""

TEXTURE = """\
schema = 1
id = "texture-{window}"
title = "Texture: local standard deviation, {window} x {window}"
family = "descriptor"
dimension = {dimension}
summary = "How much the brightness varies around each pixel, averaged over a grid of 16 x 16."
licence = "MIT"
source = "tests/benchmarks/course/course_models.py"

[[files]]
path = "texture.onnx"

[input]
width = {side}
height = {side}
resize = "squash"
interpolation = "bilinear"
mean = [0.0, 0.0, 0.0]
std = [1.0, 1.0, 1.0]
"""

FLAT = """\
schema = 1
id = "mobilenetv2-flat"
title = "MobileNetV2, flattened"
family = "cnn"
dimension = 62720
summary = "The last feature map of 7 x 7 x 1280, flattened, so that place counts as much as content."
licence = "Apache-2.0"
source = "ONNX model zoo"

[[files]]
path = "model.onnx"

[output]
name = "{name}"
pooling = "flatten"
"""


def texture(window: int) -> onnx.ModelProto:
    """Picture [n, 3, 128, 128] in 0..1 -> [n, 256]: the standard deviation of brightness around each pixel, averaged over a grid.

    sqrt(mean(x^2) - mean(x)^2) over `window` x `window` pixels; at the border the window holds what there is.
    """
    border = window // 2
    around = {"kernel_shape": [window, window], "strides": [1, 1], "pads": [border] * 4}
    side = SIDE // GRID
    nodes = [
        helper.make_node("Conv", ["picture", "luma"], ["x"]),
        helper.make_node("Mul", ["x", "x"], ["square"]),
        helper.make_node("AveragePool", ["x"], ["mean"], **around),
        helper.make_node("AveragePool", ["square"], ["mean_square"], **around),
        helper.make_node("Mul", ["mean", "mean"], ["square_mean"]),
        helper.make_node("Sub", ["mean_square", "square_mean"], ["difference"]),
        # What rounding leaves below zero has no root.
        helper.make_node("Relu", ["difference"], ["variance"]),
        helper.make_node("Sqrt", ["variance"], ["deviation"]),
        helper.make_node("AveragePool", ["deviation"], ["cells"], kernel_shape=[side, side], strides=[side, side]),
        helper.make_node("Flatten", ["cells"], ["vector"]),
    ]
    luma = numpy_helper.from_array(_luma(), "luma")
    graph = helper.make_graph(
        nodes,
        "texture",
        [helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["n", 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", GRID * GRID])],
        [luma],
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9, producer_name="imsearch"
    )
    onnx.checker.check_model(model)
    return model


def _luma() -> object:
    import numpy as np

    return np.array(LUMA, np.float32).reshape(1, 3, 1, 1)


def flattened(graph: Path) -> onnx.ModelProto:
    """The graph of MobileNetV2 with its feature map among its outputs."""
    model = onnx.load(graph)
    model.graph.output.append(helper.make_tensor_value_info(FEATURE_MAP, TensorProto.FLOAT, ["n", 1280, 7, 7]))
    return model


def make(folder: Path) -> list[Path]:
    """Put the models together in `folder`; gives theirs. The one that needs a model of ../shared/data only where that is."""
    made = []
    for window in (3, 5):
        made.append(folder / f"texture-{window}")
        made[-1].mkdir(parents=True, exist_ok=True)
        onnx.save(texture(window), made[-1] / "texture.onnx")
        text = TEXTURE.format(window=window, dimension=GRID * GRID, side=SIDE)
        (made[-1] / "model.toml").write_text(text, encoding="utf-8")
    if MOBILENET.exists():
        made.append(folder / "mobilenetv2-flat")
        made[-1].mkdir(parents=True, exist_ok=True)
        onnx.save(flattened(MOBILENET), made[-1] / "model.onnx")
        (made[-1] / "model.toml").write_text(FLAT.format(name=FEATURE_MAP), encoding="utf-8")
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for folder in make(parser.parse_args().folder):
        print(folder)


if __name__ == "__main__":
    main()
