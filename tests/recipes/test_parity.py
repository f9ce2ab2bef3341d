"""Ours against the toolkit's, on small networks of each family; the real sizes are measured by benchmarks/parity_table.py."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tomli_w
from PIL import Image

from imsearch_gui import paths
from imsearch_gui.domain.model_spec import Interpolation, Pooling
from imsearch_gui.domain.model_toml import model_table
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.preprocess import tensor
from imsearch_gui.encoding.store import InstalledModel, read_model
from imsearch_gui.encoding.text import open_text_encoder
from imsearch_gui.encoding.tokenizer import Tokenizer
from imsearch_gui.imaging import decoder, resize

PICTURES = 50
AGREED = 0.9999
KINDS = ("vit", "dinov2", "dinov2-registers", "clip", "siglip2")


@pytest.fixture(scope="session")
def pictures(shared_data: Path) -> list[Path]:
    """Of all sets, JPEG, PNG and WebP, of many sizes, with and without profiles."""
    sets = {"imagenet_sample": 28, "grocery60": 7, "clothing": 7, "ukbench": 3, "rclip_expected": 5}
    chosen = []
    for name, count in sets.items():
        files = sorted(path for path in (shared_data / name).rglob("*") if path.suffix.lower() in (".jpg", ".jpeg"))
        if name == "rclip_expected":
            files = sorted(path for path in (shared_data / name).rglob("*") if path.suffix in (".png", ".webp"))
        chosen += files[:: len(files) // count][:count]
    assert len(chosen) == PICTURES
    return chosen


@pytest.mark.parametrize("name", KINDS)
def test_pictures_as_transformers(
    name: str,
    parity: Any,
    small_source: Callable[[str], Path],
    small_model: Callable[[str], InstalledModel],
    pictures: list[Path],
) -> None:
    found = parity.agreement(
        small_model(name), parity.by_transformers(parity.KINDS[name], small_source(name)), pictures
    )
    assert found.apart < 0.99, "these weights do not tell pictures apart, so that they agree says nothing"
    assert len(found.pixels) == PICTURES
    assert min(found.pixels) >= AGREED
    assert len(found.whole) >= 30
    assert min(found.whole) >= AGREED


def test_another_preprocessing_is_noticed(
    parity: Any,
    small_source: Callable[[str], Path],
    small_model: Callable[[str], InstalledModel],
    pictures: list[Path],
) -> None:
    model = small_model("clip")
    other = replace(model.spec, input=replace(model.spec.input, interpolation=Interpolation.BILINEAR))
    reference = parity.by_transformers(parity.KINDS["clip"], small_source("clip"))
    found = parity.agreement(replace(model, spec=other), reference, pictures[:5])
    assert max(found.pixels) < AGREED


@pytest.mark.parametrize("name", ["clip", "siglip2"])
def test_words_as_transformers(
    name: str, parity: Any, small_source: Callable[[str], Path], small_model: Callable[[str], InstalledModel]
) -> None:
    model, sentences = small_model(name), parity.sentences()
    assert len(sentences) >= 200
    ours = open_text_encoder(model, threads=2).encode(sentences)
    reference = parity.words_by_transformers(parity.KINDS[name], small_source(name))
    theirs = [reference(sentence) for sentence in sentences]
    assert min(parity.cosine(one[None], other) for one, other in zip(ours, theirs, strict=True)) >= AGREED
    assert np.std(ours, axis=0).max() > 0.01


@pytest.mark.parametrize("name", ["clip", "siglip2"])
def test_token_ids_as_transformers(
    name: str, parity: Any, small_source: Callable[[str], Path], small_model: Callable[[str], InstalledModel]
) -> None:
    import transformers

    model = small_model(name)
    text = model.spec.text
    assert text is not None
    ours = Tokenizer(model.folder / text.tokenizer, text)
    theirs = transformers.AutoTokenizer.from_pretrained(str(small_source(name)))
    padding = "max_length" if text.pad_to_length else False
    for sentence in [*parity.sentences(), "word " * 200]:
        expected = theirs(sentence, truncation=True, max_length=text.length, padding=padding)["input_ids"]
        assert ours.encode(sentence).ids.tolist() == expected, sentence


def test_pictures_as_keras(parity: Any, pictures: list[Path], tmp_path: Path) -> None:
    """VGG16 as in the course; the others take a minute each and are measured by benchmarks/parity_table.py."""
    weights = parity.make_keras_weights("vgg16", tmp_path / "random.weights.h5", height=86, width=128)
    manifest = paths.built_in_models() / "vgg16" / "model.toml"
    model = parity.export("vgg16", tmp_path / "model", "--entry", str(manifest), "--weights", str(weights))
    assert model.spec.dimension == 4096
    found = parity.agreement(model, parity.by_keras("vgg16", weights, model), pictures[::5])
    assert found.apart < AGREED
    assert min(found.pixels) >= 0.999999


@pytest.mark.parametrize("name", ["vgg16", "resnet50", "efficientnet-b0", "efficientnet-b7", "efficientnet-v2l"])
def test_preprocessing_as_keras(name: str, parity: Any, pictures: list[Path]) -> None:
    import keras

    recipe = parity.recipe_module("from_keras")
    module = sys.modules[getattr(keras.applications, recipe.APPLICATIONS[name]).__module__]
    given = recipe.usual_input(name)
    pixels = decoder.decode(decoder.read(pictures[0])).pixels
    small = Image.fromarray(pixels).resize((given.width, given.height), Image.Resampling.BILINEAR)
    theirs = module.preprocess_input(keras.utils.img_to_array(small)[None])
    assert np.allclose(tensor(resize.fit(pixels, given)[None], given), theirs, atol=1e-4)


def test_a_batch_may_have_any_size(small_model: Callable[[str], InstalledModel], pictures: list[Path]) -> None:
    """The program itself gives one picture at a time; other programs may use the file, too."""
    import onnxruntime

    model = small_model("clip")
    assert model.graph_path is not None
    seen = [resize.fit(decoder.decode(decoder.read(file)).pixels, model.spec.input) for file in pictures[:3]]
    session = onnxruntime.InferenceSession(str(model.graph_path), providers=["CPUExecutionProvider"])
    (together,) = session.run(["image_embeds"], {"pixel_values": tensor(np.stack(seen), model.spec.input)})
    alone = open_encoder(model).encode(np.stack(seen))
    assert np.allclose(together / np.linalg.norm(together, axis=1, keepdims=True), alone, atol=1e-5)


@pytest.mark.parametrize("name", ["vit", "dinov2-registers"])
def test_patches_are_where_the_description_says(name: str, small_model: Callable[[str], InstalledModel]) -> None:
    """As many tokens as its rows, columns and those in front make."""
    model = small_model(name)
    patches = model.spec.patches
    assert patches is not None
    flat = replace(model.spec, output=replace(model.spec.output, pooling=Pooling.FLATTEN, name=patches.output))
    tokens = patches.skip + patches.rows * patches.columns
    flat = replace(flat, dimension=tokens * model.spec.dimension)
    vector = open_encoder(replace(model, spec=flat)).encode(np.zeros((1, 224, 224, 3), np.uint8))
    assert vector.shape == (1, tokens * model.spec.dimension)


def test_the_description_survives_its_file(small_model: Callable[[str], InstalledModel], tmp_path: Path) -> None:
    model = small_model("siglip2")
    assert tomli_w.dumps(model_table(model.spec)) == (model.folder / "model.toml").read_text(encoding="utf-8")
    assert read_model(model.folder).spec == model.spec
    assert model.spec.licence == "mit"
