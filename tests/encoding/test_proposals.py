"""What a file seems to be, and what is said of it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from onnx import TensorProto, helper

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    Channels,
    Family,
    InputSpec,
    Interpolation,
    Layout,
    OutputSpec,
    PatchSpec,
    Pooling,
    Resize,
)
from imsearch_gui.domain.model_toml import check_model
from imsearch_gui.domain.proposal import Proposal, Wishes
from imsearch_gui.encoding.importing import accept, propose

pytestmark = pytest.mark.usefixtures("own_models")


def said(proposal: Proposal) -> str:
    return "\n".join(proposal.notes)


# -- proposals --------------------------------------------------------------------------------------------------------


def test_a_plain_graph(graph_makers: Any, place: Path) -> None:
    proposal = propose(graph_makers.sound(place))
    spec = proposal.spec
    assert (spec.id, spec.title, spec.family, spec.dimension) == ("nice", "nice", Family.CNN, 3)
    assert spec.input == InputSpec(8, 8, resize_to=9, name="picture")
    assert spec.output == OutputSpec("vector")
    assert [item.path for item in spec.files] == ["nice.onnx"]
    assert (spec.text, spec.patches, spec.reference) == (None, None, None)
    assert [port.name for port in proposal.inputs] == ["picture"]
    assert [(choice.name, choice.shape, choice.poolings) for choice in proposal.outputs] == [
        ("vector", (1, 3), ((Pooling.NONE, 3),))
    ]
    assert all(note.endswith(".") for note in proposal.notes)
    assert "taken to be ImageNet's mean and deviation, as for most models" in said(proposal)
    assert "Nothing says how a picture is fitted: the short side becomes 9 pixels" in said(proposal)
    assert "licence" in said(proposal)


def test_a_transformer(graph_makers: Any, tmp_path: Path) -> None:
    proposal = propose(graph_makers.tower(tmp_path / "deit-mini" / "model_fp16.onnx", side=32, patch=8, others=2))
    spec = proposal.spec
    assert (spec.id, spec.family, spec.dimension) == ("deit-mini-fp16", Family.VIT, 4)
    assert spec.output == OutputSpec("pooler_output")
    assert spec.patches == PatchSpec("last_hidden_state", 4, 4, 2)
    tokens = proposal.outputs[0]
    assert tokens.shape == (1, 18, 4)
    assert tokens.poolings == (
        *((pooling, 4) for pooling in (Pooling.CLS, Pooling.MEAN, Pooling.MAX, Pooling.GEM)),
        (Pooling.FLATTEN, 72),
    )
    assert "as is usual for deit" in said(proposal)
    assert "4 x 4 patches after 2 other tokens" in said(proposal)


def test_for_a_model_of_that_type_the_class_token_goes_first(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.tower(tmp_path / "model.onnx")
    (tmp_path / "config.json").write_text('{"model_type": "vit", "image_size": 32, "patch_size": 8}')
    spec = propose(path).spec
    assert spec.output == OutputSpec("last_hidden_state", Pooling.CLS)
    assert spec.input.mean == (0.5, 0.5, 0.5), "as is usual for this type"


def test_an_open_size(graph_makers: Any, place: Path) -> None:
    path = graph_makers.sound(place, picture=("n", 3, "h", "w"))
    proposal = propose(path)
    assert (proposal.spec.input.width, proposal.spec.input.height) == (224, 224)
    assert "takes pictures of any size: taken to be 224 x 224" in said(proposal)
    wished = propose(path, wishes=Wishes(width=40, height=30))
    assert (wished.spec.input.width, wished.spec.input.height) == (40, 30)
    assert "any size" not in said(wished)


def test_an_open_layout_is_found_by_trying(graph_makers: Any, place: Path) -> None:
    """Its kernels want colours last, which nothing in its input says."""
    kernel = np.random.default_rng(0).standard_normal((4, 3, 2, 2)).astype(np.float32)
    nodes = [
        helper.make_node("Transpose", ["picture"], ["turned"], perm=[0, 3, 1, 2]),
        helper.make_node("Conv", ["turned", "kernel"], ["maps"], strides=[2, 2]),
        helper.make_node("Transpose", ["maps"], ["vector"], perm=[0, 2, 3, 1]),
    ]
    graph_makers.save(
        place,
        nodes,
        picture=("n", "a", "b", "c"),
        outputs={"vector": ("n", "h", "w", 4)},
        weights={"kernel": kernel},
    )
    spec = propose(place).spec
    assert (spec.input.layout, spec.output.layout, spec.output.pooling) == (Layout.NHWC, Layout.NHWC, Pooling.MEAN)
    assert spec.dimension == 4
    assert accept(place, spec).spec.dimension == 4


@pytest.mark.parametrize(
    ("shape", "poolings", "dimension"),
    [
        ((1, 7), "none", 7),
        ((1, 7, 1, 1), "none", 7),
        ((1, 5, 7), "cls mean max gem flatten", 7),
        ((1, 7, 2, 2), "mean max gem rmac flatten", 7),
        ((1, 2, 2, 7), "mean max gem rmac flatten", 7),
        ((1, 100, 60, 60), "mean max gem rmac", 100),
    ],
)
def test_only_what_fits_is_offered(
    shape: tuple[int, ...], poolings: str, dimension: int, graph_makers: Any, place: Path
) -> None:
    proposal = propose(graph_makers.of_shapes(place, vector=shape))
    (choice,) = proposal.outputs
    assert [pooling.value for pooling, _ in choice.poolings] == poolings.split()
    assert proposal.spec.dimension == dimension
    for pooling, length in choice.poolings:
        spec = replace(proposal.spec, output=replace(proposal.spec.output, pooling=pooling), dimension=length or 0)
        assert accept(place, spec, replace=True).spec.dimension == length


def test_scores_of_classes_are_left_aside(graph_makers: Any, place: Path) -> None:
    proposal = propose(graph_makers.of_shapes(place, logits=(1, 12), vector=(1, 7)))
    assert proposal.spec.output.name == "vector"
    assert [(choice.name, choice.classes) for choice in proposal.outputs] == [("logits", True), ("vector", False)]
    assert "made to name classes" in said(proposal)


def test_a_classifier_is_told_by_what_it_gives(graph_makers: Any, place: Path) -> None:
    nodes = [*graph_makers.POOLED, helper.make_node("Softmax", ["means"], ["vector"], axis=1)]
    graph_makers.save(place, nodes)
    with pytest.raises(ModelError, match=r"is a classifier: it gives 3 class scores .*--output vector"):
        propose(place)


def test_a_classifier_is_told_by_what_lies_beside_it(graph_makers: Any, place: Path) -> None:
    graph_makers.sound(place)
    place.with_name("config.json").write_text('{"architectures": ["ResNetForImageClassification"]}')
    with pytest.raises(ModelError, match="is a classifier"):
        propose(place)


def test_scores_are_taken_when_they_are_asked_for(graph_makers: Any, place: Path) -> None:
    proposal = propose(graph_makers.of_shapes(place, logits=(1, 12)), wishes=Wishes(output="logits"))
    assert (proposal.spec.output.name, proposal.spec.dimension) == ("logits", 12)
    assert "scores of 12 classes, as you asked for" in said(proposal)
    assert accept(place, proposal.spec).spec.dimension == 12


def test_the_users_word_goes_before_everything(graph_makers: Any, tmp_path: Path) -> None:
    path = graph_makers.tower(tmp_path / "clip.onnx")
    (tmp_path / "preprocessor_config.json").write_text('{"image_mean": [0.1, 0.1, 0.1], "image_std": [1, 1, 1]}')
    wishes = Wishes(
        id="mine",
        title="My own",
        family=Family.CNN,
        resize=Resize.PAD,
        interpolation=Interpolation.BOX,
        mean=(1.0, 2.0, 3.0),
        std=(4.0, 5.0, 6.0),
        scale=1.0,
        channels=Channels.BGR,
        output="last_hidden_state",
        pooling=Pooling.GEM,
        normalise=True,
        licence="MIT",
        source="a friend",
    )
    proposal = propose(path, wishes=wishes)
    spec = proposal.spec
    assert (spec.id, spec.title, spec.family, spec.licence, spec.source) == (
        "mine",
        "My own",
        Family.CNN,
        "MIT",
        "a friend",
    )
    given = spec.input
    assert (given.resize, given.interpolation, given.channels) == (Resize.PAD, Interpolation.BOX, Channels.BGR)
    assert (given.mean, given.std, given.scale) == ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0), 1.0)
    assert spec.output == OutputSpec("last_hidden_state", Pooling.GEM, normalise=True)
    assert "Nothing says" not in said(proposal)


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [
        (Wishes(output="nothing"), r"has no output 'nothing': name one of last_hidden_state, pooler_output"),
        (Wishes(input="nothing"), "has no input 'nothing': name one of picture"),
        (Wishes(pooling=Pooling.RMAC), r"Pooling 'rmac' does not fit the output pooler_output \[1, 4\]"),
        (Wishes(width=64, height=64), "takes only pictures of 32 x 32 pixels"),
        (Wishes(layout=Layout.NHWC), "no pictures of three channels"),
        (Wishes(id="../up"), "id must be letters"),
        (Wishes(resize=Resize.SHORT_SIDE, resize_to=20), "resize_to must be at least the input size"),
        (Wishes(std=(0.0, 1.0, 1.0)), "std must not be zero"),
    ],
)
def test_wishes_that_cannot_be(wishes: Wishes, sentence: str, graph_makers: Any, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=sentence):
        propose(graph_makers.tower(tmp_path / "model.onnx"), wishes=wishes)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"kind": TensorProto.UINT8}, "takes its pictures as bytes"),
        ({"picture": (4, 3, 8, 8)}, "takes 4 pictures at once"),
        ({"picture": ("n", 1, 8, 8)}, "no pictures of three channels"),
        ({"picture": ("n", 3, 8)}, r"takes no picture: .* picture \[\?, 3, 8\]"),
        ({"picture": ("n", 3, 5000, 8)}, "a side of 5000 pixels"),
        ({"inputs": {"ids": (TensorProto.INT64, ("n", "t"))}}, r"words and a picture together \(picture, ids\)"),
        ({"inputs": {"depth": (TensorProto.FLOAT, ("n", 1))}}, "one picture as its only input, but picture, depth"),
        ({"metadata": {"task": "detect"}}, "no output that could be a vector"),
        ({"outputs": {"vector": ("n", 3), "boxes": ("n", 3)}}, None),
    ],
)
def test_what_takes_no_picture(more: Mapping[str, Any], sentence: str | None, graph_makers: Any, place: Path) -> None:
    if sentence is None:
        nodes = [*graph_makers.POOLED, *(helper.make_node("Neg", ["means"], [name]) for name in more["outputs"])]
        proposal = propose(graph_makers.save(place, nodes, **more))
        assert [choice.name for choice in proposal.outputs if choice.poolings] == ["vector"]
        return
    with pytest.raises(ModelError, match=sentence):
        propose(graph_makers.sound(place, **more))


def test_what_gives_no_vector(graph_makers: Any, place: Path) -> None:
    with pytest.raises(ModelError, match=r"no output that could be a vector.*deep \[1, 2, 3, 4, 5\]"):
        propose(graph_makers.of_shapes(place, deep=(1, 2, 3, 4, 5)))
    twice = [*graph_makers.POOLED, helper.make_node("Concat", ["means", "means"], ["vector"], axis=0)]
    graph_makers.save(place, twice, outputs={"vector": ("t", 3)})
    with pytest.raises(ModelError, match=r"no output that could be a vector.*vector \[2, 3\]"):
        propose(place)
    with pytest.raises(ModelError, match=r"output vector \[2, 3\] of nice\.onnx is no vector"):
        propose(place, wishes=Wishes(output="vector"))


def test_numbers_that_are_none(graph_makers: Any, place: Path) -> None:
    nodes = [
        *graph_makers.POOLED,
        helper.make_node("Sub", ["means", "means"], ["z"]),
        helper.make_node("Div", ["z", "z"], ["vector"]),
    ]
    with pytest.raises(ModelError, match="not finite"):
        propose(graph_makers.save(place, nodes))


def test_words_alone(graph_makers: Any, place: Path) -> None:
    with pytest.raises(ModelError, match=r"takes words and no picture.*--text"):
        propose(graph_makers.words(place))


def test_more_memory_than_there_is(graph_makers: Any, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph_makers.external(place, "weights.bin", numbers=500_000)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: type("Memory", (), {"available": 1_500_000}))
    with pytest.raises(ModelError, match=r"needs at least 2\.1 MB of memory, and only 1\.5 MB are free"):
        propose(place)


def test_the_real_ones(shared_data: Path) -> None:
    folder = shared_data / "models"
    small = propose(folder / "mobilenetv2-int8" / "model.onnx")
    assert (small.spec.id, small.spec.family, small.spec.dimension) == ("mobilenetv2-int8", Family.CNN, 1280)
    assert small.spec.output == OutputSpec("embedding")
    tiny = propose(folder / "deit-tiny-w3a3" / "model.onnx").spec
    assert (tiny.id, tiny.family, tiny.dimension) == ("deit-tiny-w3a3", Family.VIT, 192)
    for spec in (small.spec, tiny):
        assert spec.input == InputSpec(name=spec.input.name), (
            "224 pixels and ImageNet's numbers, as their golden vectors want"
        )
    with pytest.raises(ModelError, match="1000 class scores"):
        propose(folder / "mobilenetv2-int8-classifier")
    scores = propose(folder / "mobilenetv2-int8-classifier", wishes=Wishes(output="output"))
    assert scores.spec.dimension == 1000


# -- anything at all --------------------------------------------------------------------------------------------------


def test_flipped_bytes_are_refused_or_make_a_sound_model(graph_makers: Any, tmp_path: Path) -> None:
    """One byte in forty places of a small model, each tried for real: a sentence, or a proposal that holds."""
    path = tmp_path / "model.onnx"
    whole = graph_makers.tower(path, side=16, patch=4).read_bytes()
    chance = random.Random(3)
    seen = {"refused": 0, "proposed": 0}
    for _ in range(40):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            proposal = propose(path)
        except ModelError as error:
            assert str(error).endswith("."), error
            assert "\n" not in str(error)
            seen["refused"] += 1
        else:
            check_model(proposal.spec, "it")
            assert proposal.outputs
            seen["proposed"] += 1
    assert min(seen.values()) >= 5, seen
