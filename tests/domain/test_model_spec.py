"""The description of a model: what is taken, what is refused, and the sentence for it."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    IMAGENET_MEAN,
    IMAGENET_STD,
    Channels,
    Family,
    InputSpec,
    Interpolation,
    Layout,
    ModelFile,
    ModelSpec,
    OutputSpec,
    Pooling,
    Reference,
    Resize,
    Rounding,
)
from imsearch_gui.domain.model_toml import model_table, parse_model

WHERE = "models/m/model.toml"
SHORTEST = """
schema = 1
id = "m"
title = "M"
family = "cnn"
dimension = 8
[[files]]
path = "model.onnx"
"""
EVERY_KEY = """
schema = 1
id = "Model_1.2-b"
title = "A model"
family = "clip"
dimension = 512
summary = "Good for much."
licence = "MIT"
source = "somewhere"
[[files]]
path = "tower/image.onnx"
sha256 = "ab"
size = 12
[[files]]
path = "weights.bin"
[input]
width = 320
height = 240
resize = "pad"
resize_to = 400
rounding = "transformers"
interpolation = "lanczos"
mean = [0, 0.5, 1]
std = [1, 2.5, 3]
scale = 1
layout = "nhwc"
channels = "bgr"
pad_value = 0
name = "pixel_values"
[output]
name = "embeds"
pooling = "gem"
normalise = true
[reference]
picture = "reference.npy"
vector = "vector.npy"
"""


def parsed(text: str) -> ModelSpec:
    return parse_model(tomllib.loads(text), where=WHERE)


def refusal(text: str) -> str:
    with pytest.raises(ModelError) as caught:
        parsed(text)
    sentence = str(caught.value)
    assert sentence.startswith(f"{WHERE}: "), "the user must know which file to mend"
    assert sentence.endswith(".")
    return sentence


def changed(key: str, value: Any) -> dict[str, Any]:
    """The description with every key, and one of them ('input.width') another."""
    data = tomllib.loads(EVERY_KEY)
    *tables, last = key.split(".")
    table = data
    for name in tables:
        table = table[name]
    table[last] = value
    return data


def test_the_shortest_description_follows_imagenet() -> None:
    spec = parsed(SHORTEST)
    assert spec == ModelSpec("m", "M", Family.CNN, 8, files=(ModelFile("model.onnx"),))
    assert (spec.input.width, spec.input.height, spec.input.resize_to) == (224, 224, 256)
    assert (spec.input.mean, spec.input.std, spec.input.scale) == (IMAGENET_MEAN, IMAGENET_STD, 1 / 255)
    assert (spec.output.pooling, spec.output.normalise, spec.reference) == (Pooling.NONE, False, None)


def test_every_key_arrives() -> None:
    assert parsed(EVERY_KEY) == ModelSpec(
        id="Model_1.2-b",
        title="A model",
        family=Family.CLIP,
        dimension=512,
        input=InputSpec(
            width=320,
            height=240,
            resize=Resize.PAD,
            resize_to=400,
            rounding=Rounding.TRANSFORMERS,
            interpolation=Interpolation.LANCZOS,
            mean=(0.0, 0.5, 1.0),
            std=(1.0, 2.5, 3.0),
            scale=1.0,
            layout=Layout.NHWC,
            channels=Channels.BGR,
            pad_value=0,
            name="pixel_values",
        ),
        output=OutputSpec("embeds", Pooling.GEM, normalise=True),
        files=(ModelFile("tower/image.onnx", "ab", 12), ModelFile("weights.bin")),
        summary="Good for much.",
        licence="MIT",
        source="somewhere",
        reference=Reference("reference.npy", "vector.npy"),
    )


def test_only_the_pixels_learn_and_need_no_file() -> None:
    spec = parsed(SHORTEST.replace('"cnn"', '"pixel"').replace('[[files]]\npath = "model.onnx"', ""))
    assert spec.learns_from_library
    assert spec.files == ()
    assert not parsed(SHORTEST).learns_from_library


def test_pixels_as_they_are_learn_nothing() -> None:
    pixels = SHORTEST.replace('"cnn"', '"pixel"').replace('[[files]]\npath = "model.onnx"', "")
    raw = parsed(pixels + "[output]\nzscore = false")
    assert not raw.output.zscore
    assert not raw.learns_from_library
    assert parsed(pixels + "[output]\nzscore = true") == parsed(pixels)
    assert "output.zscore is only for models of the family pixel" in refusal(SHORTEST + "[output]\nzscore = false")
    assert model_table(raw)["output"] == {"zscore": False}


@pytest.mark.parametrize("key", ["schema", "id", "title", "family", "dimension"])
def test_what_must_be_there_is_named(key: str) -> None:
    lines = [line for line in SHORTEST.splitlines() if not line.startswith(f"{key} ")]
    assert f"{key} is missing" in refusal("\n".join(lines))


def test_a_part_of_a_reference_is_none() -> None:
    assert "reference.vector is missing" in refusal(SHORTEST + '[reference]\npicture = "a.npy"')


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("colour = 1\n" + SHORTEST, "colour"),
        (SHORTEST + 'sha512 = "a"', r"files[0].sha512"),
        (SHORTEST + "[input]\nmeam = [0, 0, 0]\nsize = 3", "input.meam, input.size"),
        (SHORTEST + '[output]\npool = "cls"', "output.pool"),
        (SHORTEST + '[reference]\npicture = "a"\nvector = "b"\ncosine = 1', "reference.cosine"),
    ],
)
def test_what_is_not_known_is_named(text: str, names: str) -> None:
    assert refusal(text) == f"{WHERE}: not known: {names}."


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("schema", 2, "another schema than 1"),
        ("schema", True, "schema must be of type int"),
        ("family", "resnet", "use one of pixel, descriptor, cnn, vit, clip"),
        ("dimension", "8", "dimension must be of type int, not '8'"),
        ("dimension", 8.0, "dimension must be of type int"),
        ("files", "model.onnx", "files must be of type list"),
        ("files", ["model.onnx"], "[files[0]] must be a table"),
        ("input", 3, "[input] must be a table"),
        ("reference", "a.npy", "[reference] must be a table"),
        ("input.resize", "stretch", "input.resize 'stretch' is not known; use one of squash, short_side, pad"),
        ("input.mean", [1, 2], "input.mean must be three numbers"),
        ("input.std", ["1", 1, 1], "input.std must be three numbers"),
        ("input.std", [True, 1, 1], "input.std must be three numbers"),
        ("input.scale", "1/255", "input.scale must be of type float"),
        ("output.normalise", 1, "output.normalise must be of type bool"),
        ("output.zscore", "never", "output.zscore must be of type bool, not 'never'"),
    ],
)
def test_values_of_the_wrong_type(key: str, value: Any, said: str) -> None:
    with pytest.raises(ModelError) as caught:
        parse_model(changed(key, value), where=WHERE)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("id", "", "id must be"),
        ("id", "../up", "id must be"),
        ("id", ".hidden", "id must be"),
        ("id", "modèle", "id must be"),
        ("id", "m" * 101, "id must be"),
        ("dimension", 0, "dimension must be positive"),
        ("input.width", 0, "width and height"),
        ("input.height", 4097, "width and height"),
        ("input.std", [1, 0, 1], "std must"),
        ("input.std", [1, float("nan"), 1], "must be finite"),
        ("input.mean", [1, float("inf"), 1], "must be finite"),
        ("input.scale", float("nan"), "must be finite"),
        ("input.pad_value", 256, "pad_value must be between 0 and 255"),
        ("input.pad_value", -1, "pad_value must be between 0 and 255"),
        ("files", [], "needs a file"),
    ],
)
def test_values_that_make_no_sense(key: str, value: Any, said: str) -> None:
    with pytest.raises(ModelError) as caught:
        parse_model(changed(key, value), where=WHERE)
    assert said in str(caught.value)


def test_the_short_side_must_hold_the_cut() -> None:
    small = SHORTEST + '[input]\nwidth = 300\nresize_to = 299\nresize = "{}"'
    assert "resize_to" in refusal(small.format("short_side"))
    assert parsed(small.replace("299", "300").format("short_side")).input.resize_to == 300
    assert parsed(small.format("squash")).input.width == 300


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../m.onnx", "a/../../m.onnx", "a\\..\\m.onnx", "C:\\m.onnx", "\\m"]
)
def test_no_file_outside_the_folder(path: str) -> None:
    for key, value in (("files", [{"path": path}]), ("reference", {"picture": path, "vector": "v.npy"})):
        with pytest.raises(ModelError, match="inside the model's folder"):
            parse_model(changed(key, value), where=WHERE)
