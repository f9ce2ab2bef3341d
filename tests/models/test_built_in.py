"""The models that ship."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui import paths
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import DEFAULT_MODEL, ModelStore
from imsearch_gui.encoding.verify import verify
from imsearch_gui.imaging import decoder, resize


def test_both_are_there_and_sound() -> None:
    store = ModelStore([paths.built_in_models()])
    assert store.problems() == []
    assert {model.spec.id for model in store.models()} == {"classic", "pixels"}
    assert DEFAULT_MODEL == "classic"


@pytest.mark.parametrize("name", ["classic", "pixels"])
def test_the_reference_vector_comes_out(name: str) -> None:
    assert verify(ModelStore().find(name)) > 0.99999


def test_the_graph_is_what_its_script_builds() -> None:
    folder = paths.built_in_models() / "classic"
    spec = importlib.util.spec_from_file_location("build", folder / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    built = module.build()[0].SerializeToString(deterministic=True)
    described = ModelStore().find("classic").spec.files[0].sha256
    assert hashlib.sha256((folder / "classic.onnx").read_bytes()).hexdigest() == described
    session_of = importlib.import_module("onnxruntime").InferenceSession
    picture = np.random.default_rng(0).random((1, 3, 128, 128), np.float32)
    vectors = [
        session_of(graph, providers=["CPUExecutionProvider"]).run(["vector"], {"picture": picture})[0]
        for graph in (built, (folder / "classic.onnx").read_bytes())
    ]
    np.testing.assert_array_equal(vectors[0], vectors[1])


def test_a_sample_picture_finds_its_kin(samples: Path) -> None:
    model = ModelStore().find("classic")
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
    assert np.mean(kin) >= 0.8
