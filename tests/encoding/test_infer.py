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
        ({"last_hidden_state": ("n", 5, 6), "pooler_output": ("n", 7)}, "pooler_output", Pooling.NONE, 7, Family.VIT),
        ({"image_embeds": ("n", 7)}, "image_embeds", Pooling.NONE, 7, Family.CLIP),
        ({"x": ("n", 7, 1, 1)}, "x", Pooling.NONE, 7, Family.CNN),
        ({"x": ("n", 2, 2, 7)}, "x", Pooling.MEAN, 7, Family.CNN),
        ({"x": ("n", 196, 7)}, "x", Pooling.MEAN, 7, Family.VIT),
        ({"x": ("n", 197, 7)}, "x", Pooling.CLS, 7, Family.VIT),
        ({"attentions": ("n", 2, 5, 5), "x": ("n", 5, 7)}, "x", Pooling.CLS, 7, Family.VIT),
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
        (("n", 77), TensorProto.FLOAT, "takes no picture"),
        (("n", 77), TensorProto.INT64, "takes words and no picture"),
        (("n", 3, 8, 8), TensorProto.INT64, "takes its pictures as int64"),
        (("n", 3, 8, 8), TensorProto.FLOAT16, "takes its pictures as numbers of 16 bits"),
        ((2, 3, 8, 8), TensorProto.FLOAT, "takes 2 pictures at once"),
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


def test_a_vector_whose_length_only_the_engine_can_tell(tmp_path: Path) -> None:
    node = helper.make_node("Flatten", ["picture"], ["embedding"])
    assert read_model(save(tmp_path, node, {"picture": ("n", 3, 4, 4)}, ("n", "d"))).spec.dimension == 48


def test_nothing_is_run(bare: Bare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imsearch_gui.encoding.infer.Session", None)
    assert bare(("n", 3, 8, 8), embedding=("n", 7)).spec.dimension == 7


def test_what_lies_beside_the_graph_counts(bare: Bare) -> None:
    folder = bare(("n", 3, 8, 8), embedding=("n", 7)).folder
    (folder / "preprocessor_config.json").write_text(
        '{"image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5], "size": {"height": 8, "width": 8}}'
    )
    model = read_model(folder)
    assert (model.spec.input.mean, model.spec.input.resize) == ((0.5, 0.5, 0.5), Resize.SQUASH)
    assert "with what preprocessor_config.json says" in model.note


def test_the_name_of_the_folder_counts(bare: Bare) -> None:
    model = bare(("n", 3, 8, 8), folder="siglip2-base", embedding=("n", 7))
    assert (model.spec.input.mean, model.spec.family) == ((0.5, 0.5, 0.5), Family.CLIP)
    assert model.spec.output.normalise
    assert "with -1 to 1 (mean and deviation 0.5)" in model.note
