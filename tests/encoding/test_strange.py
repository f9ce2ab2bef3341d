"""Models that a library or a user names and nobody has installed: looked at and tried in another process before they are used."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from onnx import helper

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import Family, InputSpec, ModelFile, ModelSpec, TextSpec
from imsearch_gui.encoding import infer, strange
from imsearch_gui.encoding.session import Session
from imsearch_gui.encoding.store import (
    EIGHT_BITS,
    EIGHT_BITS_NOTE,
    MANIFEST,
    InstalledModel,
    ModelStore,
    read_model,
    source_of,
    write_spec,
)
from imsearch_gui.encoding.strange import model_named, model_of_library, try_strange

Make = Callable[..., Path]
SPEC = ModelSpec("m", "M", Family.CNN, 3, files=(ModelFile("model.onnx"),), input=InputSpec(width=8, height=8))


@pytest.fixture
def store_(tmp_path: Path) -> ModelStore:
    """Without a model."""
    (tmp_path / "store").mkdir()
    return ModelStore([tmp_path / "store"])


@pytest.fixture
def strangers(tmp_path: Path, graph_makers: Any) -> Make:
    """strangers(name, **more of the description): a folder with a sound model."""

    def make(name: str = "m", **more: Any) -> Path:
        folder = tmp_path / "strangers" / name
        folder.mkdir(parents=True)
        graph_makers.sound(folder / "model.onnx")
        write_spec(
            ModelSpec(**{"id": name, "title": "M", "family": Family.CNN, "dimension": 3, **_rest(SPEC), **more}), folder
        )
        return folder

    return make


def _rest(spec: ModelSpec) -> dict[str, Any]:
    return {"files": spec.files, "input": spec.input}


@pytest.fixture
def not_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No graph is loaded in this process; others are not affected."""
    monkeypatch.setattr(Session, "__init__", lambda *_, **__: pytest.fail("loaded in this process"))


@pytest.fixture
def not_at_all(monkeypatch: pytest.MonkeyPatch, not_here: None) -> None:
    """Nor in another."""
    for module in (strange, infer):
        monkeypatch.setattr(module, "Guarded", lambda *_, **__: pytest.fail("tried"))


def model_of(folder: Path) -> InstalledModel:
    return InstalledModel(SPEC, folder)


# -- the trial ----------------------------------------------------------------------------------------------------------


def test_a_sound_graph_of_a_stranger_is_tried_once(
    graph_makers: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, not_here: None
) -> None:
    graph_makers.sound(tmp_path / "model.onnx")
    try_strange(model_of(tmp_path))
    monkeypatch.setattr(strange, "Guarded", lambda *_, **__: pytest.fail("tried again"))
    try_strange(model_of(tmp_path))


@pytest.mark.usefixtures("not_here")
def test_other_contents_are_tried_anew(graph_makers: Any, tmp_path: Path) -> None:
    graph_makers.external(tmp_path / "model.onnx", "weights.bin")
    try_strange(model_of(tmp_path))
    (tmp_path / "weights.bin").write_bytes(b"\xff" * 12)
    with pytest.raises(ModelError, match="not finite"):
        try_strange(model_of(tmp_path))


@pytest.mark.usefixtures("not_at_all")
def test_a_graph_that_reaches_out_of_its_folder_is_not_loaded(graph_makers: Any, tmp_path: Path) -> None:
    graph_makers.external(tmp_path / "model.onnx", "../../etc/passwd", write=False)
    with pytest.raises(ModelError, match="outside its own folder"):
        try_strange(model_of(tmp_path))


@pytest.mark.usefixtures("not_here")
def test_a_graph_that_does_not_load_does_so_elsewhere(graph_makers: Any, tmp_path: Path) -> None:
    graph_makers.save(tmp_path / "model.onnx", [helper.make_node("Nonsense", ["picture"], ["vector"])])
    with pytest.raises(ModelError, match="no ONNX model that runs here"):
        try_strange(model_of(tmp_path))


@pytest.mark.usefixtures("not_here")
def test_what_a_graph_does_with_a_picture_it_does_elsewhere(graph_makers: Any, tmp_path: Path) -> None:
    """It loads like any other, and asks for terabytes then."""
    graph_makers.large_tensor(tmp_path / "model.onnx", 10**12)
    with pytest.raises(ModelError, match="asked for more than"):
        try_strange(model_of(tmp_path))


@pytest.mark.usefixtures("not_here")
def test_the_8_bit_form_is_tried_as_well(graph_makers: Any, strangers: Make) -> None:
    folder = strangers()
    graph_makers.large_tensor(folder / EIGHT_BITS, 10**12)
    data = (folder / EIGHT_BITS).read_bytes()
    note = {"taken": True, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    (folder / EIGHT_BITS_NOTE).write_text(tomli_w.dumps({**note, "source": source_of(read_model(folder))}))
    with pytest.raises(ModelError, match="asked for more than"):
        try_strange(read_model(folder))


@pytest.mark.usefixtures("not_here")
def test_the_text_tower_is_tried_as_well(graph_makers: Any, strangers: Make) -> None:
    folder = strangers(
        files=(ModelFile("model.onnx"), ModelFile("text.onnx"), ModelFile("tokenizer.json")),
        text=TextSpec("text.onnx", "tokenizer.json"),
    )
    (folder / "tokenizer.json").write_text("[" * 100_000)
    graph_makers.words(folder / "text.onnx")
    with pytest.raises(ModelError, match="cannot be read"):
        try_strange(read_model(folder))


@pytest.mark.usefixtures("not_here")
def test_a_trial_that_nobody_waits_for_ends(graph_makers: Any, tmp_path: Path) -> None:
    graph_makers.endless(tmp_path / "model.onnx")
    with pytest.raises(ModelError, match="was not tried to the end"):
        try_strange(model_of(tmp_path), wanted=lambda: False)


# -- a folder without a description -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("not_here")
def test_what_a_bare_graph_gives_is_asked_elsewhere(graph_makers: Any, tmp_path: Path) -> None:
    graph_makers.sound(tmp_path / "model.onnx", outputs={"vector": ("n", "numbers")})
    assert read_model(tmp_path).spec.dimension == 3


@pytest.mark.usefixtures("not_here")
def test_a_bare_graph_that_does_not_load_does_so_elsewhere(graph_makers: Any, tmp_path: Path) -> None:
    nodes = [helper.make_node("Nonsense", ["picture"], ["vector"])]
    graph_makers.save(tmp_path / "model.onnx", nodes, outputs={"vector": ("n", "numbers")})
    with pytest.raises(ModelError, match="no ONNX model that runs here"):
        read_model(tmp_path)


# -- who is meant -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("not_here")
def test_a_folder_that_a_library_or_a_user_names_is_tried(
    graph_makers: Any, strangers: Make, store_: ModelStore
) -> None:
    sound, worse = strangers("sound"), strangers("worse")
    graph_makers.large_tensor(worse / "model.onnx", 10**12)
    assert model_of_library(store_, "sound", sound).folder == sound
    assert model_named(store_, str(sound)).folder == sound
    for find in (lambda: model_of_library(store_, "worse", worse), lambda: model_named(store_, str(worse))):
        with pytest.raises(ModelError, match="asked for more than"):
            find()


@pytest.mark.usefixtures("not_at_all")
def test_an_installed_model_goes_first_and_is_not_tried(strangers: Make, tmp_path: Path) -> None:
    there = strangers("m")
    installed = tmp_path / "store" / "m"
    installed.parent.mkdir()
    there.rename(installed)
    store = ModelStore([installed.parent])
    other = strangers("m")
    assert model_of_library(store, "m", other).folder == installed
    assert model_named(store, "m").folder == installed
    assert model_named(store, str(installed)).folder == installed


@pytest.mark.usefixtures("not_at_all")
def test_what_a_library_calls_its_model_is_no_place(
    strangers: Make, store_: ModelStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = strangers("m")
    (folder / MANIFEST).unlink()
    monkeypatch.chdir(folder.parent)
    for name in (str(folder), "m", "./m"):
        for place in (None, Path("m"), tmp_path / "gone", folder / "model.onnx", Path("/" + "x" * 5000)):
            with pytest.raises(ModelError, match="There is no model"):
                model_of_library(store_, name, place)
