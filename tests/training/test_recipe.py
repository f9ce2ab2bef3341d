"""From pictures to a model that searches, and what an exported model promises."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from imsearch_gui.cli import main as imsearch
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import read_model
from imsearch_gui.encoding.verify import verify

Module = Callable[[str], Any]
Train = Callable[..., None]
PICTURES = 64


def test_from_pictures_to_a_model_that_searches(
    train: Train,
    trained: tuple[str, ...],
    asked: Path,
    run: Path,
    pictures: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert "broken.png" in json.loads((asked / "pictures.json").read_text())["skipped"]
    train("learn", "--run", run, "--steps", 4, "--side", 32, *trained)
    train("learn", "--run", run, "--steps", 7, "--side", 32, 48, *trained)
    assert "going on from step 4" in capfd.readouterr().out
    train("finish", "--run", run, "--steps", 3, "--side", 64)  # shape and plan as before
    train("export", "--run", run, "--to", tmp_path / "model", "--id", "our-own")
    model = read_model(tmp_path / "model")
    said = {fact.what: fact.value for fact in model.spec.facts}
    assert said["learned from"] == f"{PICTURES} pictures and a-teacher (licence not known)"
    assert said["steps of the training"] == "10"
    assert verify(model) == pytest.approx(1)
    capfd.readouterr()
    library = str(tmp_path / "library")
    assert imsearch(["index", str(pictures), "--model", str(tmp_path / "model"), "--library", library]) == 0
    capfd.readouterr()
    assert imsearch(["search", library, str(pictures / "07.png"), "--json"]) == 0
    first = json.loads(capfd.readouterr().out)["matches"][0]
    assert Path(first["path"]).name == "07.png"


@pytest.fixture(scope="session")
def both(
    module: Module, tiny: dict[str, Any], asked: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Any, Path]:
    """A network that has learned nothing, and the folder of the model that it becomes, with colour and layout beside it."""
    exporting, network = module("exporting"), module("network")
    module("torch").manual_seed(2)
    student, folder = network.SmallViT(network.Shape(**tiny, vector=24)).eval(), tmp_path_factory.mktemp("both")
    beside = exporting.descriptor(np.load(asked / "pictures.npy"), 0.5)
    exporting.exported(
        student, folder, exporting.Described("both", "Both", ""), beside=beside, precision="fp32", facts=()
    )
    return student, folder


def test_the_patches_of_an_exported_model_are_where_its_vector_comes_from(
    module: Module, both: tuple[Any, Path]
) -> None:
    student, folder = both
    spec = read_model(folder).spec
    assert spec.patches is not None
    assert (spec.dimension, spec.patches.rows, spec.patches.columns) == (24 + 96, 8, 8)
    session = onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
    values = np.random.default_rng(1).random((2, 3, 128, 128)).astype(np.float32)
    vectors, patches = session.run(["vector", "patches"], {"picture": values})
    assert patches.shape == (2, 64, 24)
    torch = module("torch")
    with torch.no_grad():
        seen = student(torch.from_numpy(values))
    assert np.allclose(seen.patches.mean(dim=1), seen.vectors, atol=1e-5)
    learned = vectors[:, :24] / np.linalg.norm(vectors[:, :24], axis=1, keepdims=True)
    assert np.allclose(learned, torch.nn.functional.normalize(seen.vectors, dim=1), atol=1e-4)
    assert np.allclose(np.linalg.norm(patches, axis=2), 1, atol=1e-4)


def test_colour_and_layout_stand_beside_what_was_learned(both: tuple[Any, Path]) -> None:
    pixels = np.random.default_rng(1).integers(256, size=(3, 128, 128, 3), dtype=np.uint8)
    vectors = open_encoder(read_model(both[1])).encode(pixels)
    lengths = [np.linalg.norm(part, axis=1) for part in (vectors, vectors[:, :24], vectors[:, 24:])]
    assert np.allclose(lengths[0], 1, atol=1e-4)
    assert np.allclose(lengths[2] / lengths[1], 0.5, atol=1e-4)


def test_what_is_refused_replaces_nothing(
    module: Module, tiny: dict[str, Any], both: tuple[Any, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting, errors = module("exporting"), module("imsearch_gui.domain.errors")
    student, folder = both[0], tmp_path / "model"
    shutil.copytree(both[1], folder)
    (folder / "README.md").write_text("by hand")

    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def again(described: str) -> None:
        said = exporting.Described("x", described, "")
        exporting.exported(student, folder, said, beside=None, precision="fp32", facts=())

    before = files()
    with monkeypatch.context() as patched:
        patched.setattr(exporting, "LARGEST_BYTES", 10)
        with pytest.raises(errors.ModelError, match="take a smaller network"):
            again("Too large")
    assert files() == before
    again("Another")
    assert read_model(folder).spec.title == "Another"
    assert (folder / "README.md").read_text() == "by hand"
    (folder / "model.toml").unlink()
    before = files()
    with pytest.raises(errors.ModelError, match="is no model"):
        again("Over somebody's files")
    assert files() == before


def test_a_network_that_is_too_large_is_refused(
    module: Module, tiny: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network, exporting, errors = module("network"), module("exporting"), module("imsearch_gui.domain.errors")
    student = network.SmallViT(network.Shape(**tiny, vector=24))

    def written(_: object, folder: Path) -> Path:
        (folder / "model.onnx").write_bytes(bytes(exporting.LARGEST_BYTES + 1))
        return folder / "model.onnx"

    monkeypatch.setattr(exporting, "export", written)
    described = exporting.Described("x", "X", "")
    with pytest.raises(errors.ModelError, match="take a smaller network"):
        exporting.exported(student, tmp_path, described, beside=None, precision="fp32", facts=())
