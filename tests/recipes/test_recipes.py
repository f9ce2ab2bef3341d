"""What the recipes do and refuse, on small networks; and the command that runs them."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from imsearch_gui import paths
from imsearch_gui.cli import main
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.encoding import recipes
from imsearch_gui.encoding.recipes import ExportWish, export_model
from imsearch_gui.encoding.store import InstalledModel, read_model
from imsearch_gui.encoding.text import open_text_encoder
from imsearch_gui.encoding.verify import verify


def _agreement(model: InstalledModel) -> list[float]:
    """The lowest cosines that the description says."""
    said = [fact.value for fact in model.spec.facts if fact.what.startswith("agreement")]
    return [float(value.split()[1]) for value in said]


# -- precisions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("precision", "share", "least"), [("fp16", 0.7, 0.999), ("int8", 0.6, 0.98)])
def test_a_lower_precision_is_smaller_and_says_how_near_it_is(
    precision: str,
    share: float,
    least: float,
    parity: Any,
    small_source: Callable[[str], Path],
    small_model: Callable[[str], InstalledModel],
    tmp_path: Path,
) -> None:
    whole = small_model("clip")
    model = parity.export(small_source("clip"), tmp_path / "model", "--precision", precision)
    graphs = [sum(file.size or 0 for file in one.spec.files if file.path.endswith(".onnx")) for one in (model, whole)]
    assert graphs[0] < share * graphs[1]
    said = _agreement(model)
    assert len(said) == 2
    assert least <= min(said) < 1 or precision == "fp16"
    assert verify(model) == pytest.approx(1)
    (ours,), (theirs,) = (open_text_encoder(one).encode(["a red balloon"]) for one in (model, whole))
    assert 0.98 < parity.cosine(ours[None], theirs[None]) < 1


def test_what_is_too_far_from_the_original_is_refused(
    parity: Any, small_source: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    towers = parity.recipe_module("towers")
    right = towers.export

    def wrong(tower: Any, folder: Path) -> Path:
        import onnx
        from onnx import numpy_helper

        path: Path = right(tower, folder)
        graph = onnx.load(path)
        largest = max(graph.graph.initializer, key=lambda item: len(item.raw_data))
        values = numpy_helper.to_array(largest)
        largest.CopyFrom(numpy_helper.from_array(values[::-1].copy(), largest.name))
        onnx.save(graph, path)
        return path

    monkeypatch.setattr(towers, "export", wrong)
    with pytest.raises(ModelError, match=r"fp32 export gives other vectors.*wanted 0\.99999"):
        parity.export(small_source("vit"), tmp_path / "model")


@pytest.mark.parametrize("precision", ["fp32", "fp16", "int8"])
def test_weights_of_a_large_network_lie_beside_the_graph(
    precision: str, parity: Any, small_source: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parity.recipe_module("towers"), "LARGEST_FILE", 10_000)
    model = parity.export(small_source("vit"), tmp_path / "model", "--precision", precision)
    assert [file.path for file in model.spec.files] == ["model.onnx", "model.onnx.data"]
    assert model.graph_path is not None
    assert model.graph_path.stat().st_size < (tmp_path / "model" / "model.onnx.data").stat().st_size
    assert verify(model) == pytest.approx(1)


def test_a_cnn_in_8_bits_is_refused(parity: Any, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="a CNN gets slower by it"):
        parity.export("vgg16", tmp_path / "model", "--weights", "random", "--precision", "int8")


# -- what it is made from -----------------------------------------------------------------------------------------------


def test_pooling_and_length_are_chosen(parity: Any, tmp_path: Path) -> None:
    manifest = str(paths.built_in_models() / "vgg16" / "model.toml")
    options = ("--entry", manifest, "--weights", "random", "--pooling", "rmac", "--normalise", "--id", "mine")
    spec = parity.export("vgg16", tmp_path / "model", *options).spec
    assert (spec.id, spec.dimension, spec.output.pooling.value, spec.output.normalise) == ("mine", 512, "rmac", True)


def test_a_pooling_that_does_not_fit_is_refused(
    parity: Any, small_source: Callable[[str], Path], tmp_path: Path
) -> None:
    with pytest.raises(ModelError, match="cannot be pooled like that"):
        parity.export(small_source("clip"), tmp_path / "model", "--pooling", "rmac")


def test_what_there_is_no_recipe_for(
    parity: Any, small_source: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    shutil.copytree(small_source("vit"), source)
    with pytest.raises(ModelError, match="There is no recipe 'nonsense': there are vit, dinov2"):
        parity.export(source, tmp_path / "model", "--recipe", "nonsense")
    (source / "config.json").write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(ModelError, match="no recipe for models of the type 'bert'"):
        parity.export(source, tmp_path / "model")
    with pytest.raises(ModelError, match="is no folder here, no entry of the catalogue"):
        parity.export("no-such-thing", tmp_path / "model")


def test_a_model_without_its_preprocessing_is_refused(
    parity: Any, small_source: Callable[[str], Path], tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(small_source("vit"), source)
    (source / "preprocessor_config.json").unlink()
    with pytest.raises(ModelError, match="source cannot be loaded"):
        parity.export(source, tmp_path / "model")


def test_a_tokenizer_that_fills_up_in_front_is_refused(
    parity: Any, small_source: Callable[[str], Path], tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(small_source("siglip2"), source)
    config = json.loads((source / "tokenizer_config.json").read_text())
    (source / "tokenizer_config.json").write_text(json.dumps({**config, "padding_side": "left"}))
    with pytest.raises(ModelError, match="fills up before the words"):
        parity.export(source, tmp_path / "model")


def test_from_the_hub(
    parity: Any,
    small_source: Callable[[str], Path],
    hub_server: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(small_source("vit"), tmp_path / "hub" / "somebody" / "small-vit")
    with hub_server.HubServer(tmp_path / "hub") as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
        # In a process of its own: the toolkit looks at the environment only when it is loaded.
        said: list[str] = []
        model = export_model(ExportWish("somebody/small-vit"), to=tmp_path / "model", say=said.append)
        with pytest.raises(ModelError, match="The hub has no model somebody/nothing"):
            export_model(ExportWish("somebody/nothing"), to=tmp_path / "other", say=said.append)
    assert (model.spec.id, model.spec.licence) == ("small-vit", "mit")
    assert model.spec.source == "https://huggingface.co/somebody/small-vit"
    assert [fact.value for fact in model.spec.facts if fact.what.startswith("revision")] == [hub_server.COMMIT]
    assert model.spec.recipe is not None
    assert (model.spec.recipe.name, model.spec.recipe.weights) == ("vit", "somebody/small-vit")
    assert said[0] == "loading somebody/small-vit"
    with pytest.raises(ModelError, match="The hub cannot be reached") as error:
        export_model(ExportWish("somebody/small-vit"), to=tmp_path / "other", say=said.append)
    assert "\n" not in str(error.value)
    assert not (tmp_path / "other").exists()


# -- the command --------------------------------------------------------------------------------------------------------


@pytest.fixture
def catalogue(small_source: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One entry that a recipe makes, of weights that are here; models are installed in `tmp_path`/models."""
    folder = tmp_path / "catalogue" / "course-vit"
    folder.mkdir(parents=True)
    weights = small_source("vit")
    assert "/" in str(weights)
    entry = {
        "schema": 1,
        "id": "course-vit",
        "title": "The vision transformer of the course",
        "family": "vit",
        "dimension": 64,
        "licence": "Apache-2.0",
        "files": [{"path": "model.onnx"}],
        "input": {"resize": "squash", "interpolation": "bilinear", "mean": [0.4, 0.4, 0.4], "std": [0.5, 0.5, 0.5]},
        "output": {"name": "last_hidden_state", "pooling": "mean", "normalise": True},
        "recipe": {"name": "vit", "weights": str(weights)},
        "facts": [{"what": "size", "value": "small", "source": "here"}],
    }
    (folder / "model.toml").write_text(tomli_w.dumps(entry))
    shutil.copytree(paths.built_in_models() / "recipes", tmp_path / "catalogue" / "recipes")
    monkeypatch.setattr(paths, "built_in_models", lambda: tmp_path / "catalogue")
    monkeypatch.setattr(paths, "user_models", lambda: tmp_path / "models")
    return folder


def test_an_entry_of_the_catalogue(catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "export", "course-vit", "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["folder"] == str(tmp_path / "models" / "course-vit")
    assert "exporting model.onnx" in captured.err
    spec = read_model(tmp_path / "models" / "course-vit").spec
    assert (spec.title, spec.licence) == ("The vision transformer of the course", "Apache-2.0")
    assert (spec.input.mean, spec.output.pooling.value, spec.output.normalise) == ((0.4, 0.4, 0.4), "mean", True)
    assert spec.facts[0].what == "size"
    assert len(spec.facts) == 2
    # What is installed is not overwritten unawares, and the id is still that of the entry.
    assert main(["models", "export", "course-vit"]) == 1
    assert "There is a model 'course-vit' already" in capsys.readouterr().err
    assert main(["models", "export", "course-vit", "--precision", "int8", "--pooling", "cls"]) == 0
    other = read_model(tmp_path / "models" / "course-vit-int8").spec
    assert other.recipe is not None
    assert (other.id, other.recipe.precision, other.output.pooling.value) == ("course-vit-int8", "int8", "cls")


def test_a_recipe_that_crashes(catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "catalogue" / "recipes" / "export.py"
    script.write_text("import sys\nprint('x' * 200_000, file=sys.stderr)\nraise RuntimeError('no such thing')\n")
    with pytest.raises(ModelError, match=r"The recipe broke off \(RuntimeError: no such thing\)"):
        export_model(ExportWish("course-vit"), say=lambda line: None)
    assert not (tmp_path / "models" / "course-vit").exists()


def test_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ModelError, match="is not empty"):
        export_model(ExportWish("vgg16"), to=tmp_path, say=lambda line: None)
    assert (tmp_path / "file").read_text() == "mine"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(recipes.importlib.util, "find_spec", lambda name: None if name == "torch" else find(name))
    with pytest.raises(ModelError, match=r"needs torch: pip install 'imsearch-gui\[export\]'"):
        export_model(ExportWish("vgg16"), say=lambda line: None)


def test_in_a_frozen_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ModelError, match="The installed program cannot make models"):
        export_model(ExportWish("vgg16"), say=lambda line: None)
