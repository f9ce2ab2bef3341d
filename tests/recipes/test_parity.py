"""Ours against the toolkit's, on small networks of each family; the real sizes are measured by benchmarks/parity_table.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.encoding.text import open_text_encoder
from imsearch_gui.encoding.verify import verify

PICTURES = 16
"""The fifty of the published figures take minutes with the real sizes."""


@pytest.fixture(scope="session")
def pictures(shared_data: Path) -> list[Path]:
    """Of both sets, JPEG and PNG, many sizes."""
    files = [path for name in ("imagenet_sample", "grocery60") for path in sorted((shared_data / name).rglob("*.*"))]
    return files[:: len(files) // PICTURES][:PICTURES]


@pytest.mark.parametrize("name", ["vit", "dinov2", "clip", "siglip2"])
def test_transformers(name: str, parity: Any, pictures: list[Path], shared_data: Path, tmp_path: Path) -> None:
    kind = parity.KINDS[name]
    source = parity.make_source(kind, tmp_path / "source", small=True, tokenizer=shared_data / "tokenizer_clip")
    model = parity.export(source, tmp_path / "model")
    assert verify(model) == pytest.approx(1)
    found = parity.agreement(model, parity.by_transformers(kind, source), pictures)
    assert len(found.pixels) == PICTURES
    assert min(found.pixels) >= 0.9999
    if model.spec.text is not None:
        sentences = (Path(__file__).parents[1] / "encoding" / "sentences.txt").read_text(encoding="utf-8").splitlines()
        assert len(sentences) >= 200
        sentences = [sentence for sentence in sentences if sentence.strip()]
        ours = open_text_encoder(model, threads=2).encode(sentences)
        assert min(parity.cosines(ours, parity.words_by_transformers(kind, source)(sentences))) >= 0.9999
    assert (model.spec.patches is not None) == (name in ("vit", "dinov2"))


@pytest.mark.parametrize(
    ("name", "entry", "dimension"),
    [("vgg16", "vgg16", 4096), ("efficientnet-b0", None, 1280), ("resnet50", "resnet50", 2048)],
)
def test_keras(name: str, entry: str | None, dimension: int, parity: Any, pictures: list[Path], tmp_path: Path) -> None:
    import keras

    from imsearch_gui import paths

    manifest = paths.built_in_models() / str(entry) / "model.toml"
    options = ["--entry", str(manifest)] if entry is not None else ["--recipe", name]
    weights = tmp_path / "random.weights.h5"
    application = {"vgg16": "VGG16", "efficientnet-b0": "EfficientNetB0", "resnet50": "ResNet50"}[name]
    side = (86, 128, 3) if name == "vgg16" else (224, 224, 3)
    keras.utils.set_random_seed(3)
    getattr(keras.applications, application)(include_top=False, weights=None, input_shape=side).save_weights(weights)
    model = parity.export(name, tmp_path / "model", *options, "--weights", str(weights))
    assert model.spec.dimension == dimension
    reference = parity.by_keras(name, weights, model.spec.input, model)
    assert min(parity.agreement(model, reference, pictures[:8]).pixels) >= 0.9999


@pytest.mark.parametrize("precision", ["fp16", "int8"])
def test_other_precisions_say_how_near_they_are(precision: str, parity: Any, shared_data: Path, tmp_path: Path) -> None:
    source = parity.make_source(
        parity.KINDS["clip"], tmp_path / "source", small=True, tokenizer=shared_data / "tokenizer_clip"
    )
    whole = parity.export(source, tmp_path / "whole")
    smaller = parity.export(source, tmp_path / "smaller", "--precision", precision)
    assert smaller.size < 0.7 * whole.size
    said = [fact.value for fact in smaller.spec.facts]
    assert len(said) == 2 and all(
        (precision in value and value.startswith("cosine 0.99")) or "1.0" in value for value in said
    )
    words = ["a red balloon", "two dogs"]
    ours, theirs = (open_text_encoder(one).encode(words) for one in (smaller, whole))
    assert min(parity.cosines(ours, theirs)) > 0.99
    assert not np.array_equal(ours, theirs)


def test_pooling_is_chosen_in_the_description(parity: Any, tmp_path: Path) -> None:
    model = parity.export(
        "vgg16", tmp_path / "m", "--weights", "random", "--pooling", "rmac", "--normalise", "--id", "mine"
    )
    assert (model.spec.id, model.spec.dimension, model.spec.output.pooling.value) == ("mine", 512, "rmac")
    assert model.spec.output.normalise
