"""The models that ship."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui import paths
from imsearch_gui.domain.choices import DEFAULT_MODEL
from imsearch_gui.domain.metrics import Metric, best_first, scores
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.encoding.verify import verify
from imsearch_gui.imaging import decoder, resize


def test_they_are_there_and_sound() -> None:
    store = ModelStore([paths.built_in_models()])
    assert store.problems() == []
    assert {model.spec.id for model in store.models()} == {DEFAULT_MODEL, "classic", "pixels"}


@pytest.mark.parametrize("name", [DEFAULT_MODEL, "classic", "pixels"])
def test_the_reference_vector_comes_out(name: str) -> None:
    assert verify(ModelStore().find(name)) > 0.99999


def test_the_graph_is_what_its_script_builds() -> None:
    folder = paths.built_in_models() / "classic"
    spec = importlib.util.spec_from_file_location("build", folder / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    built = module.build().SerializeToString(deterministic=True)
    described = ModelStore().find("classic").spec.files[0].sha256
    assert hashlib.sha256((folder / "classic.onnx").read_bytes()).hexdigest() == described
    session_of = importlib.import_module("onnxruntime").InferenceSession
    picture = np.random.default_rng(0).random((1, 3, 128, 128), np.float32)
    vectors = [
        session_of(graph, providers=["CPUExecutionProvider"]).run(["vector"], {"picture": picture})[0]
        for graph in (built, (folder / "classic.onnx").read_bytes())
    ]
    np.testing.assert_array_equal(vectors[0], vectors[1])


@pytest.mark.parametrize("name", [DEFAULT_MODEL, "classic"])
def test_a_sample_picture_finds_its_kin(samples: Path, name: str) -> None:
    model = ModelStore().find(name)
    encoder = open_encoder(model)
    files = sorted(path for path in samples.glob("*/*") if path.is_file())
    rows = []
    for file in files:
        decoded = decoder.decode(decoder.read(file), need=resize.need_of(model.spec.input))
        rows.append(encoder.encode(resize.fit(decoded.pixels, model.spec.input)[None])[0])
    likeness = np.stack(rows) @ np.stack(rows).T
    np.fill_diagonal(likeness, -1)
    nearest = likeness.argmax(axis=1)
    kin = [files[row].parent == files[other].parent for row, other in enumerate(nearest)]
    assert np.mean(kin) >= 0.9


def classic(*pictures: np.ndarray) -> np.ndarray:
    return open_encoder(ModelStore().find("classic")).encode(np.stack(pictures))


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (119, 119, 119), (255, 0, 0)])
def test_a_picture_of_nothing_has_a_vector(colour: tuple[int, int, int]) -> None:
    vector = classic(np.full((128, 128, 3), colour, np.uint8))[0]
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("metric", Metric)
def test_what_looks_the_other_way_is_kin(metric: Metric, samples: Path) -> None:
    """The picture in a mirror is more like the picture than any other sample of its kind is."""
    spec = ModelStore().find("classic").spec.input
    files = sorted((samples / "fishes").iterdir())
    fishes = [resize.fit(decoder.decode(decoder.read(file)).pixels, spec) for file in files]
    rows = classic(fishes[0][:, ::-1], *fishes)
    assert best_first(scores(rows[0], rows[1:], metric), metric)[0] == 0


def stripes(angle: float, *, colour: tuple[int, int, int] = (200, 40, 40)) -> np.ndarray:
    down, across = np.mgrid[0:128, 0:128]
    wave = np.sin((np.cos(angle) * across + np.sin(angle) * down) / 4) > 0
    return np.where(wave[..., None], colour, (230, 230, 230)).astype(np.uint8)


def test_direction_and_colour_are_told_apart() -> None:
    upright, other_phase, lying, blue = classic(
        stripes(0.0), np.roll(stripes(0.0), 5, axis=1), stripes(np.pi / 2), stripes(0.0, colour=(40, 40, 200))
    )
    assert upright @ other_phase > upright @ lying
    assert upright @ other_phase > upright @ blue
