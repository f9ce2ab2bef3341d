"""What a graph without a description tells of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import IMAGENET_MEAN, Family, Layout, Pooling, Resize
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import InstalledModel, read_model

Shape = tuple[object, ...]
Bare = Callable[..., InstalledModel]


@pytest.fixture
def bare(tmp_path: Path) -> Bare:
    """bare(picture, name=shape, ...): a folder whose only graph gives zeros of those shapes."""

    def build(
        picture: Shape, *, kind: int = TensorProto.FLOAT, folder: str = "model", **outputs: Shape
    ) -> InstalledModel:
        nodes, infos = [helper.make_node("Shape", ["picture"], ["unused"])], []
        for name, shape in outputs.items():
            sizes = [size if isinstance(size, int) else 1 for size in shape]
            value = helper.make_tensor(name, TensorProto.FLOAT, sizes, np.zeros(sizes, np.float32).ravel())
            nodes.append(helper.make_node("Constant", [], [name], value=value))
            infos.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape)))
        graph = helper.make_graph(nodes, "g", [helper.make_tensor_value_info("picture", kind, list(picture))], infos)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
        place = tmp_path / folder
        place.mkdir()
        onnx.save(model, place / "graph.onnx")
        return read_model(place)

    return build


@pytest.mark.parametrize(
    ("picture", "layout", "width", "height"),
    [
        (("n", 3, 96, 96), Layout.NCHW, 96, 96),
        (("n", 96, 96, 3), Layout.NHWC, 96, 96),
        (("n", 3, 3, 3), Layout.NCHW, 3, 3),
        (("n", 3, 48, 96), Layout.NCHW, 96, 48),
        (("n", 48, 96, 3), Layout.NHWC, 96, 48),
        (("n", 3, "h", "w"), Layout.NCHW, 224, 224),
        (("n", "h", "w", 3), Layout.NHWC, 224, 224),
        (("n", "c", 160, "w"), Layout.NCHW, 160, 160),
        ((1, 3, "h", 160), Layout.NCHW, 160, 160),
    ],
)
def test_layout_and_size(picture: Shape, layout: Layout, width: int, height: int, bare: Bare) -> None:
    model = bare(picture, embedding=(1, 7))
    given = model.spec.input
    assert (given.layout, given.width, given.height, given.name) == (layout, width, height, "picture")
    assert open_encoder(model).encode(np.zeros((1, height, width, 3), np.uint8)).shape == (1, 7)


def test_the_rest_is_the_convention_of_imagenet(bare: Bare) -> None:
    model = bare(("n", 3, 448, 448), folder="DINOv2 (small)", embedding=("n", 7))
    given = model.spec.input
    assert (given.resize, given.resize_to, given.mean) == (Resize.SHORT_SIDE, 512, IMAGENET_MEAN)
    assert model.spec.id == "DINOv2--small-"
    assert "448 x 448 with ImageNet's mean" in model.note
    assert "'embedding', 7 numbers" in model.note


def test_a_folder_of_signs_is_still_a_model(bare: Bare) -> None:
    assert bare(("n", 3, 32, 32), folder="日本", embedding=("n", 7)).spec.id == "model"


@pytest.mark.parametrize(
    ("outputs", "name", "pooling", "dimension", "family"),
    [
        ({"x": ("n", 7)}, "x", Pooling.NONE, 7, Family.CNN),
        ({"x": ("n", 5, 7)}, "x", Pooling.CLS, 7, Family.VIT),
        ({"x": ("n", 7, 2, 2)}, "x", Pooling.MEAN, 7, Family.CNN),
        # A telling name goes before a plain shape, a plain shape before others.
        ({"x": ("n", 6), "last_hidden_state": ("n", 5, 7)}, "last_hidden_state", Pooling.CLS, 7, Family.VIT),
        ({"last_hidden_state": ("n", 5, 6), "pooler_output": ("n", 7)}, "pooler_output", Pooling.NONE, 7, Family.CNN),
        ({"logits": ("n", 10), "x": ("n", 7)}, "x", Pooling.NONE, 7, Family.CNN),
        ({"y": ("n", 1000), "x": ("n", 7)}, "x", Pooling.NONE, 7, Family.CNN),
        ({"embedding": ("n", 1000)}, "embedding", Pooling.NONE, 1000, Family.CNN),
        ({"x": ("n",), "y": ("n", 7)}, "y", Pooling.NONE, 7, Family.CNN),
    ],
)
def test_the_output_that_looks_most_like_a_vector(
    outputs: dict[str, Shape], name: str, pooling: Pooling, dimension: int, family: Family, bare: Bare
) -> None:
    model = bare(("n", 3, 8, 8), **outputs)
    assert (model.spec.output.name, model.spec.output.pooling) == (name, pooling)
    assert (model.spec.dimension, model.spec.family) == (dimension, family)
    assert open_encoder(model).encode(np.zeros((2, 8, 8, 3), np.uint8)).shape == (2, dimension)


@pytest.mark.parametrize(
    ("picture", "kind", "said"),
    [
        (("n", 77), TensorProto.FLOAT, "does not take one picture"),
        (("n", 3, 8, 8), TensorProto.INT64, "does not take one picture"),
        (("n", 3, 8, 8), TensorProto.FLOAT16, "does not take one picture"),
        (("n", 1, 28, 28), TensorProto.FLOAT, "no pictures of three channels"),
        (("n", 28, 28, 1), TensorProto.FLOAT, "no pictures of three channels"),
    ],
)
def test_inputs_that_are_no_colour_picture(picture: Shape, kind: int, said: str, bare: Bare) -> None:
    with pytest.raises(ModelError, match=said):
        bare(picture, kind=kind, embedding=("n", 7))


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        ({"y": ("n", 1000)}, "1000 class scores"),
        ({"probabilities": ("n", 12)}, "12 class scores"),
        ({"boxes": ("n",)}, "no output that could be a vector"),
    ],
)
def test_outputs_that_are_no_vector(outputs: dict[str, Shape], said: str, bare: Bare) -> None:
    with pytest.raises(ModelError, match=said):
        bare(("n", 3, 8, 8), **outputs)


def save(folder: Path, node: onnx.NodeProto, inputs: dict[str, Shape], output: Shape) -> Path:
    ports = [helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape)) for name, shape in inputs.items()]
    result = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, list(output))
    graph = helper.make_graph([node], "g", ports, [result])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.save(model, folder / "graph.onnx")
    return folder


def test_two_inputs_need_a_description(tmp_path: Path) -> None:
    node = helper.make_node("Add", ["one", "two"], ["embedding"])
    shape = ("n", 3, 8, 8)
    with pytest.raises(ModelError, match="one picture as its only input"):
        read_model(save(tmp_path, node, {"one": shape, "two": shape}, shape))


def test_a_vector_of_unknown_length_needs_a_description(tmp_path: Path) -> None:
    node = helper.make_node("Flatten", ["picture"], ["embedding"])
    with pytest.raises(ModelError, match="does not say how long its output 'embedding' is"):
        read_model(save(tmp_path, node, {"picture": ("n", 3, "h", "w")}, ("n", "d")))
