"""Which models there are, by what name they are found, and what tells one from another."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.encoding.store import InstalledModel, ModelStore, check_files, file_hash, read_model
from imsearch_gui.encoding.verify import verify

Install = Callable[..., Path]
PIXELS = """
schema = 1
id = "small"
title = "Small"
family = "pixel"
dimension = 12
[input]
width = 2
height = 2
[reference]
picture = "picture.npy"
vector = "vector.npy"
"""


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """install(place, id): a model of two files. Nothing here runs it, so its graph is none."""

    def build(place: str, name: str = "m", *, title: str = "M") -> Path:
        folder = tmp_path / place
        folder.mkdir(parents=True)
        (folder / "model.onnx").write_bytes(b"graph")
        (folder / "weights.bin").write_bytes(b"many weights")
        (folder / "model.toml").write_text(
            f'schema = 1\nid = "{name}"\ntitle = "{title}"\nfamily = "cnn"\ndimension = 3\n'
            '[[files]]\npath = "model.onnx"\n[[files]]\npath = "weights.bin"\n'
        )
        return folder

    return build


def test_models_come_folder_by_folder_and_the_first_of_an_id_counts(install: Install, tmp_path: Path) -> None:
    install("shipped/b", "two", title="Shipped")
    install("shipped/a", "one")
    install("own/c", "two", title="Own")
    install("own/d", "three")
    store = ModelStore([tmp_path / "shipped", tmp_path / "nowhere", tmp_path / "own"])
    assert [(model.spec.id, model.spec.title) for model in store.models()] == [
        ("one", "M"),
        ("two", "Shipped"),
        ("three", "M"),
    ]
    assert store.problems() == []


def test_a_model_knows_its_files(install: Install) -> None:
    folder = install("m")
    model = read_model(folder)
    assert model.graph_path == folder / "model.onnx"
    assert model.size == len(b"graph") + len(b"many weights")
    assert model.note == ""


def test_an_id_goes_before_a_folder_of_that_name(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("own/x", "one", title="By id")
    install("one", "another")
    monkeypatch.chdir(tmp_path)
    store = ModelStore([tmp_path / "own"])
    assert store.find("one").spec.title == "By id"
    by_folder = store.find("./one")
    assert by_folder.spec.id == "another"
    assert by_folder.folder.is_absolute(), "the library keeps the folder, and may be opened from elsewhere"


def test_a_folder_may_begin_with_the_home(install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install("models/mine", "mine")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert ModelStore([]).find("~/models/mine").spec.id == "mine"


@pytest.mark.parametrize("name", ["nothing", "~nobody-of-that-name/model", "x" * 5000, "a\0b", os.fsdecode(b"\xff")])
def test_what_is_no_model_is_said_to_be_none(name: str, install: Install, tmp_path: Path) -> None:
    install("own/m", "known")
    with pytest.raises(ModelError, match=r"There is no model .* known"):
        ModelStore([tmp_path / "own"]).find(name)


@pytest.mark.parametrize(("graphs", "said"), [([], " no ONNX file"), (["a.onnx", "b.onnx"], "more than one ONNX file")])
def test_a_folder_without_description_needs_one_graph(graphs: list[str], said: str, tmp_path: Path) -> None:
    for name in graphs:
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(ModelError, match=said):
        read_model(tmp_path)


@pytest.mark.parametrize("content", [b"id = ", b"id = '\xff'", b"\x89PNG\r\n\x1a\n"])
def test_a_description_that_is_none(content: bytes, install: Install) -> None:
    folder = install("m")
    (folder / "model.toml").write_bytes(content)
    with pytest.raises(ModelError, match=r"model\.toml cannot be read"):
        read_model(folder)


def test_a_description_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "model.toml").mkdir()
    with pytest.raises(ModelError, match=r"model\.toml cannot be read"):
        read_model(tmp_path)


@pytest.mark.parametrize("name", ["model.onnx", "weights.bin"])
def test_every_file_must_be_there(name: str, install: Install) -> None:
    folder = install("m")
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"the file {name} is missing"):
        read_model(folder)


@pytest.mark.parametrize("name", ["model.onnx", "weights.bin"])
def test_a_file_that_went_after_its_description_was_read(name: str, install: Install) -> None:
    model = read_model(install("m"))
    (model.folder / name).unlink()
    with pytest.raises(ModelError, match=f"{name} cannot be read"):
        check_files(model)
    with pytest.raises(ModelError, match=f"{name} cannot be read"):
        _ = model.fingerprint


@pytest.mark.parametrize("name", ["model.onnx", "weights.bin"])
def test_other_content_is_another_model(name: str, install: Install) -> None:
    one, other = install("one"), install("other")
    assert read_model(one).fingerprint == read_model(other).fingerprint, "the place changes no vector"
    (other / name).write_bytes(b"something else")
    assert read_model(one).fingerprint != read_model(other).fingerprint


def test_the_way_of_making_fingerprints_stays() -> None:
    """They are kept in every library: made in another way, all vectors of all users would be made anew.

    The raw pixels have no graph, so theirs changes only with their description, or with what a description can say.
    """
    pixels = ModelStore([paths.built_in_models()]).find("pixels")
    assert pixels.fingerprint == "777b8193e1eef5cb99ac0f95e3862010f1bcd8fd8f4b5c39bb34c7de099373d8"


def test_a_hash_follows_the_content(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for content in (b"one", b"another"):
        file.write_bytes(content)
        assert file_hash(file) == hashlib.sha256(content).hexdigest()
    file.unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        file_hash(file)


@pytest.fixture
def verifiable(tmp_path: Path) -> InstalledModel:
    """The raw pixels of 2 x 2, with their reference."""
    picture = np.arange(0, 240, 20, np.uint8).reshape(2, 2, 3)
    np.save(tmp_path / "picture.npy", picture)
    np.save(tmp_path / "vector.npy", picture.astype(np.float32).ravel() / 255)
    (tmp_path / "model.toml").write_text(PIXELS)
    return read_model(tmp_path)


def test_a_model_is_verified_by_its_reference(verifiable: InstalledModel) -> None:
    assert verify(verifiable) == pytest.approx(1.0, abs=1e-9)
    np.save(verifiable.folder / "vector.npy", np.arange(12, 0, -1, np.float32))
    assert verify(verifiable) < 0.9


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("picture.npy", np.zeros((3, 2, 3), np.uint8)),
        ("picture.npy", np.zeros((2, 2, 3), np.float32)),
        ("vector.npy", np.zeros(11, np.float32)),
        ("vector.npy", np.zeros((1, 12), np.float32)),
    ],
)
def test_a_reference_of_other_sizes(name: str, values: np.ndarray, verifiable: InstalledModel) -> None:
    np.save(verifiable.folder / name, values)
    with pytest.raises(ModelError, match="no picture and vector of its sizes"):
        verify(verifiable)


@pytest.mark.parametrize("content", [None, b"", b"\x93NUMPY", b"no array"])
@pytest.mark.parametrize("name", ["picture.npy", "vector.npy"])
def test_a_reference_that_cannot_be_read(name: str, content: bytes | None, verifiable: InstalledModel) -> None:
    (verifiable.folder / name).unlink()
    if content is not None:
        (verifiable.folder / name).write_bytes(content)
    with pytest.raises(ModelError, match="cannot be read"):
        verify(verifiable)


def test_without_a_reference_nothing_can_be_verified(install: Install) -> None:
    with pytest.raises(ModelError, match="without a reference"):
        verify(read_model(install("m")))
