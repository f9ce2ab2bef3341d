"""From a proposal to a model: what is copied, tried and kept."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import helper

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError, StorageError
from imsearch_gui.domain.model_spec import (
    Family,
    InputSpec,
    Interpolation,
    ModelSpec,
    OutputSpec,
    PatchSpec,
    Pooling,
    TextSpec,
)
from imsearch_gui.domain.proposal import Wishes
from imsearch_gui.encoding import gathering
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.importing import accept, propose
from imsearch_gui.encoding.store import ModelStore, check_files, read_model
from imsearch_gui.encoding.verify import verify

pytestmark = pytest.mark.usefixtures("own_models")


# -- accepting --------------------------------------------------------------------------------------------------------


def test_a_model_that_was_imported(graph_makers: Any, place: Path, own_models: Path) -> None:
    graph_makers.external(place, "data/weights.bin")
    place.with_name("LICENSE").write_text("Do as you like.")
    model = accept(place, propose(place).spec)
    assert model.folder == own_models / "nice"
    assert model == ModelStore().find("nice")
    files = {item.path: item for item in model.spec.files}
    assert list(files) == ["nice.onnx", "data/weights.bin"]
    assert all(item.sha256 and item.size for item in files.values())
    check_files(model)
    assert (model.folder / "LICENSE").read_text() == "Do as you like."
    assert verify(model) > 0.999999
    picture = np.random.default_rng(0).integers(0, 256, (2, 8, 8, 3), np.uint8)
    place.unlink()
    shutil.rmtree(place.parent)
    assert open_encoder(model).encode(picture).shape == (2, 3)


def test_an_id_that_is_taken(graph_makers: Any, place: Path) -> None:
    spec = propose(graph_makers.sound(place)).spec
    accept(place, spec)
    with pytest.raises(ModelError, match="There is a model 'nice' already"):
        accept(place, spec)
    assert accept(place, replace(spec, title="Anew"), replace=True).spec.title == "Anew"
    for identity in ("classic", "CLASSIC"):
        with pytest.raises(ModelError, match="belongs to a model that comes with the program"):
            accept(place, replace(spec, id=identity), replace=True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"dimension": 4}, "gives 1 x 3 numbers .* where 1 x 4 were expected"),
        ({"output": OutputSpec("vector", Pooling.CLS)}, "gives no vector that way: pooling 'cls'"),
        ({"output": OutputSpec("other")}, "has no output 'other': name one of vector"),
        ({"input": InputSpec(9, 8, resize_to=9)}, r"failed: .*dimensions"),
        ({"input": InputSpec(8, 8, resize_to=9, name="other")}, "has no input 'other': name one of picture"),
        ({"id": "a/b"}, "id must be letters"),
        ({"patches": PatchSpec("vector", 1, 3)}, "are not 1 x 3 patches"),
        ({"text": TextSpec("t.onnx", "t.json")}, "text.file must be one of the files"),
    ],
)
def test_a_description_that_does_not_fit(
    change: dict[str, Any], sentence: str, graph_makers: Any, place: Path, own_models: Path
) -> None:
    spec = propose(graph_makers.sound(place)).spec
    with pytest.raises(ModelError, match=sentence):
        accept(place, replace(spec, **change))
    assert not (own_models / "nice").exists()
    assert not list(own_models.glob("*/*")), "nothing is left of a model that was refused"


def spec_of(name: str, **more: Any) -> ModelSpec:
    return ModelSpec("m", "M", Family.CNN, 3, input=InputSpec(8, 8, resize_to=9), files=_files(name), **more)


def _files(name: str) -> Any:
    from imsearch_gui.domain.model_spec import ModelFile

    return (ModelFile(name),)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (helper.make_node("Sub", ["means", "means"], ["vector"]), "nothing but zeros"),
        (helper.make_node("Identity", ["fixed"], ["vector"]), "the same vector for every picture"),
        (helper.make_node("Log", ["negative"], ["vector"]), "not finite"),
        (helper.make_node("Concat", ["means", "means"], ["vector"], axis=0), "2 x 3 numbers"),
    ],
)
def test_vectors_of_no_use(step: Any, sentence: str, graph_makers: Any, place: Path) -> None:
    weights = {"fixed": np.ones((1, 3), np.float32)}
    nodes = [
        *graph_makers.POOLED,
        helper.make_node("Abs", ["means"], ["a"]),
        helper.make_node("Neg", ["a"], ["negative"]),
    ]
    graph_makers.save(place, [*nodes, step], weights=weights, outputs={"vector": ("t", 3)})
    with pytest.raises(ModelError, match=sentence):
        accept(place, spec_of(place.name))


def test_a_file_that_changes_between_the_two(graph_makers: Any, place: Path) -> None:
    """The copy is what is tried, so a file that was exchanged meanwhile is seen."""
    spec = propose(graph_makers.sound(place)).spec
    graph_makers.external(place, "../outside.bin", write=False)
    with pytest.raises(ModelError, match="outside its own folder"):
        accept(place, spec)


def test_weights_that_are_called_as_something_of_ours(graph_makers: Any, place: Path) -> None:
    graph_makers.external(place, "Model.TOML")
    with pytest.raises(ModelError, match="called like another file"):
        accept(place, propose(place).spec)


def test_a_disk_that_is_full(graph_makers: Any, place: Path, own_models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = propose(graph_makers.sound(place)).spec

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(gathering.shutil, "copyfile", full)
    with pytest.raises(StorageError, match="No space left on device"):
        accept(place, spec)
    assert not (own_models / "nice").exists()


# -- folders ----------------------------------------------------------------------------------------------------------


def test_a_folder_that_describes_itself(own_models: Path) -> None:
    folder = paths.built_in_models() / "classic"
    proposal = propose(folder, wishes=Wishes(id="mine"))
    assert proposal.spec == replace(read_model(folder).spec, id="mine")
    assert [choice.name for choice in proposal.outputs] == ["vector"]
    model = accept(folder, proposal.spec)
    assert model.spec == proposal.spec
    for name in ("reference.npy", "reference_vector.npy", "classic.onnx", "LICENSE"):
        assert (model.folder / name).read_bytes() == (folder / name).read_bytes()
    assert verify(model) > 0.9999
    with pytest.raises(ModelError, match=r"describes itself in its model\.toml, so mean cannot be given"):
        propose(folder, wishes=Wishes(mean=(0.0, 0.0, 0.0)))


def test_a_folder_whose_reference_is_wrong(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(paths.built_in_models() / "classic", tmp_path / "mine"))
    vector = np.load(folder / "reference_vector.npy")
    np.save(folder / "reference_vector.npy", vector[::-1].copy())
    spec = replace(propose(folder).spec, id="mine")
    with pytest.raises(ModelError, match="gives another vector for its reference picture"):
        accept(folder, spec)
    # A description that was changed has another reference.
    changed = replace(spec, input=replace(spec.input, interpolation=Interpolation.BOX))
    assert verify(accept(folder, changed)) > 0.999999


def test_a_folder_without_a_graph_of_its_own() -> None:
    folder = paths.built_in_models() / "pixels"
    proposal = propose(folder, wishes=Wishes(id="squares"))
    assert (proposal.inputs, proposal.outputs) == ((), ())
    assert verify(accept(folder, proposal.spec)) > 0.999999


def test_a_folder_with_another_file_than_it_says(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(paths.built_in_models() / "classic", tmp_path / "mine"))
    (folder / "classic.onnx").write_bytes((folder / "classic.onnx").read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"bytes instead of|ends too early"):
        accept(folder, replace(read_model(folder).spec, id="mine"))


def test_weights_that_a_description_does_not_name(graph_makers: Any, place: Path) -> None:
    graph_makers.external(place, "weights.bin")
    model = accept(place, propose(place).spec)
    manifest = model.folder / "model.toml"
    text = manifest.read_text()
    start = text.index("[[files]]", text.index("[[files]]") + 1)
    manifest.write_text(text[:start] + text[text.index("[", start + 10) :])
    with pytest.raises(ModelError, match=r"needs weights\.bin, which is not among the files"):
        accept(model.folder, replace(read_model(model.folder).spec, id="again"))


def test_folders_of_graphs(graph_makers: Any, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"holds no \.onnx file"):
        propose(tmp_path)
    graph_makers.sound(tmp_path / "onnx" / "vision_model.onnx")
    graph_makers.words(tmp_path / "onnx" / "text_model.onnx")
    assert propose(tmp_path).spec.dimension == 3
    graph_makers.sound(tmp_path / "onnx" / "vision_model_int8.onnx")
    with pytest.raises(ModelError, match=r"holds 2 models \(onnx/vision_model.onnx, onnx/vision_model_int8.onnx\)"):
        propose(tmp_path)
