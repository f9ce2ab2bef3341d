"""What a model is called and takes in, by its name, by what lies beside it, and by what it does first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import helper

from imsearch_gui.domain.model_spec import (
    IMAGENET_MEAN,
    Channels,
    InputSpec,
    Interpolation,
    Layout,
    Resize,
    Rounding,
)
from imsearch_gui.domain.proposal import Proposal
from imsearch_gui.encoding.importing import propose

pytestmark = pytest.mark.usefixtures("own_models")


def said(proposal: Proposal) -> str:
    return "\n".join(proposal.notes)


# -- what it is called ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "identity"),
    [
        ("a/ResNet 50 (mine).onnx", "ResNet-50--mine-"),
        ("dinov2-small/onnx/model_quantized.onnx", "dinov2-small-quantized"),
        ("ViT-B-32__openai/visual/model.onnx", "ViT-B-32__openai"),
        (f"models--Xenova--clip-vit/snapshots/{'0a' * 20}/onnx/vision_model_fp16.onnx", "clip-vit-fp16"),
        ("日本/model.onnx", "model"),
        ("classic/model.onnx", "classic-2"),
    ],
)
def test_names(path: str, identity: str, graph_makers: Any, tmp_path: Path) -> None:
    assert propose(graph_makers.sound(tmp_path / path)).spec.id == identity


# -- what lies beside it ----------------------------------------------------------------------------------------------


def test_a_file_of_transformers_beside_it(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.tower(tmp_path / "dino" / "onnx" / "model.onnx", side=32)
    beside = {
        "crop_size": {"height": 32, "width": 32},
        "do_center_crop": True,
        "do_resize": True,
        "image_mean": [0.1, 0.2, 0.3],
        "image_std": [0.4, 0.5, 0.6],
        "resample": 2,
        "rescale_factor": 0.5,
        "size": {"shortest_edge": 40},
    }
    (tmp_path / "dino" / "preprocessor_config.json").write_text(json.dumps(beside))
    (tmp_path / "dino" / "README.md").write_text("---\ntags:\n- x\nlicense: apache-2.0\n---\n# Model\n")
    proposal = propose(path)
    assert proposal.spec.input == InputSpec(
        32,
        32,
        resize_to=40,
        rounding=Rounding.TRANSFORMERS,
        interpolation=Interpolation.BILINEAR,
        mean=(0.1, 0.2, 0.3),
        std=(0.4, 0.5, 0.6),
        scale=0.5,
        name="picture",
    )
    assert proposal.spec.licence == "apache-2.0"
    assert "taken from preprocessor_config.json beside it" in said(proposal)
    assert "Nothing says" not in said(proposal)


def test_a_file_beside_it_that_speaks_of_another_size(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.tower(tmp_path / "model.onnx", side=32)
    (tmp_path / "preprocess_cfg.json").write_text('{"size": [256, 256], "mean": [0, 0, 0], "std": [1, 1, 1]}')
    proposal = propose(path)
    assert (proposal.spec.input.width, proposal.spec.input.resize_to) == (32, 32)
    assert "say 256 x 256, and the graph takes 32 x 32" in said(proposal)


def test_a_file_beside_it_tells_the_size_where_the_graph_does_not(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.sound(tmp_path / "model.onnx", picture=("n", 3, "h", "w"))
    (tmp_path / "preprocess_cfg.json").write_text(
        '{"size": [48, 40], "mode": "RGB", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5], "interpolation": "bicubic",'
        ' "resize_mode": "squash", "fill_color": 0}'
    )
    given = propose(path).spec.input
    assert (given.width, given.height, given.resize) == (40, 48, Resize.SQUASH)


# -- graphs that scale the pixels themselves --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "scale", "channels", "words"),
    [
        ([("Mul", 1 / 255)], 1.0, Channels.RGB, "0 to 255"),
        ([("Div", 127.5), ("Sub", 1.0)], 1.0, Channels.RGB, "0 to 255"),
        ([("Sub", [103.939, 116.779, 123.68])], 1.0, Channels.BGR, "0 to 255"),
        ([("Sub", [123.68, 116.779, 103.939])], 1.0, Channels.RGB, "0 to 255"),
        ([("Sub", [0.485, 0.456, 0.406]), ("Div", [0.229, 0.224, 0.225])], 1 / 255, Channels.RGB, "0 to 1"),
    ],
)
def test_pixels_go_in_as_they_are(
    steps: list[tuple[str, Any]], scale: float, channels: Channels, words: str, graph_makers: Any, place: Path
) -> None:
    nodes, weights, name = [], {}, "picture"
    for number, (kind, value) in enumerate(steps):
        weights[f"w{number}"] = np.asarray(value, np.float32).reshape(1, -1, 1, 1)
        nodes.append(helper.make_node(kind, [name, f"w{number}"], [f"s{number}"]))
        name = f"s{number}"
    nodes += [helper.make_node("GlobalAveragePool", [name], ["p"]), helper.make_node("Flatten", ["p"], ["vector"])]
    proposal = propose(graph_makers.save(place, nodes, weights=weights))
    given = proposal.spec.input
    assert (given.scale, given.mean, given.std, given.channels) == (scale, (0.0,) * 3, (1.0,) * 3, channels)
    assert f"Pixels go in as {words}" in said(proposal)


def test_a_quantised_input_is_no_scaling(graph_makers: Any, place: Path) -> None:
    nodes = [helper.make_node("Div", ["picture", "w"], ["x"]), helper.make_node("GlobalAveragePool", ["x"], ["p"])]
    nodes.append(helper.make_node("Flatten", ["p"], ["vector"]))
    graph_makers.save(place, nodes, weights={"w": np.array(0.0207, np.float32)})
    assert propose(place).spec.input.mean == IMAGENET_MEAN


def test_models_of_keras(graph_makers: Any, tmp_path: Path) -> None:
    shape = ("n", 8, 8, 3)
    weights = {"steps": np.ones((1, 4), np.float32)}
    nodes = [
        helper.make_node("ReduceMean", ["picture"], ["mean"], keepdims=0),
        helper.make_node("Mul", ["steps", "mean"], ["vector"]),
    ]
    made = {"picture": shape, "outputs": {"vector": ("n", 4)}, "weights": weights, "producer": "tf2onnx 1.16"}
    vgg = propose(graph_makers.save(tmp_path / "VGG16_notop.onnx", nodes, **made)).spec.input
    assert (vgg.layout, vgg.channels, vgg.scale, vgg.resize) == (Layout.NHWC, Channels.BGR, 1.0, Resize.SQUASH)
    assert vgg.mean == (123.68, 116.779, 103.939)
    made["producer"] = "pytorch 2.5"
    assert propose(graph_makers.save(tmp_path / "VGG16_notop.onnx", nodes, **made)).spec.input.mean == IMAGENET_MEAN
