"""The whole path from file to vector against vectors that were computed elsewhere, with real models."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.domain.model_spec import Family
from imsearch_gui.domain.records import Pixels
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging import decoder, resize

MANIFEST = """
schema = 1
id = "{id}"
title = "{id}"
family = "{family}"
dimension = {dimension}
[[files]]
path = "model.onnx"
[output]
name = "embedding"
"""


@pytest.fixture(params=[("deit-tiny-w3a3", "vit", 192), ("mobilenetv2-int8", "cnn", 1280)], ids=lambda item: item[0])
def real(request: pytest.FixtureRequest, shared_data: Path, tmp_path: Path) -> tuple[Path, Path]:
    """(folder with a description, the golden vectors)"""
    name, family, dimension = request.param
    source = shared_data / "models" / name
    folder = tmp_path / name
    folder.mkdir()
    (folder / "model.onnx").symlink_to(source / "model.onnx")
    (folder / "model.toml").write_text(MANIFEST.format(id=name, family=family, dimension=dimension))
    return folder, source / "golden_imagenet_sample.npy"


def _as_the_reference_saw_it(path: Path) -> Pixels:
    """The reference, a plain Pillow script, knows no colour profiles."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def test_vectors_are_those_of_the_reference(real: tuple[Path, Path], shared_data: Path) -> None:
    folder, golden = real
    expected = np.load(golden)
    pictures = sorted(path for path in (shared_data / "imagenet_sample").iterdir() if path.is_file())
    assert len(pictures) == len(expected)
    model = ModelStore().find(str(folder))
    encoder = open_encoder(model, threads=2)
    assert encoder.provider == "CPU"
    # The slower model sees every third picture.
    chosen = range(0, len(pictures), 1 if model.spec.family is Family.CNN else 3)
    alike = 0
    for position in chosen:
        pixels = decoder.decode(decoder.read(pictures[position])).pixels
        seen = _as_the_reference_saw_it(pictures[position])
        alike += np.array_equal(pixels, seen)
        vector = encoder.encode(resize.fit(seen, model.spec.input)[None])[0]
        assert scores(expected[position], vector, Metric.COSINE)[0] >= 0.9999, pictures[position].name
    assert alike >= 0.9 * len(chosen), "only the few pictures with a profile of other colours may be decoded otherwise"


def test_a_vector_does_not_depend_on_its_neighbours(real: tuple[Path, Path]) -> None:
    encoder = open_encoder(ModelStore().find(str(real[0])))
    pictures = np.random.default_rng(0).integers(0, 256, (3, 224, 224, 3), np.uint8)
    pictures[1:] //= 8
    together = encoder.encode(pictures)
    alone = encoder.encode(pictures[:1])
    assert np.array_equal(together[0], alone[0])


def test_a_folder_with_only_a_graph_is_understood(real: tuple[Path, Path]) -> None:
    folder, _ = real
    described = ModelStore().find(str(folder)).spec
    (folder / "model.toml").unlink()
    model = ModelStore().find(str(folder))
    assert (model.spec.dimension, model.spec.output.name) == (described.dimension, "embedding")
    assert model.spec.input.width == 224
    assert "no model.toml" in model.note
