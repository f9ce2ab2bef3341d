"""A model appears whole or not at all."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from pathlib import Path

import pytest

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError, StorageError
from imsearch_gui.encoding.partial import partial_of
from imsearch_gui.encoding.staging import STAGING, discard, staged
from imsearch_gui.encoding.store import ModelStore


def left(models: Path) -> list[str]:
    return sorted(path.name for path in (models / STAGING).iterdir())


def test_a_model_appears_at_the_end(tmp_path: Path) -> None:
    with staged("m", target=tmp_path) as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "model.onnx").write_bytes(b"graph")
        assert not (tmp_path / "m").exists()
        assert folder.stat().st_dev == tmp_path.stat().st_dev
    assert (tmp_path / "m" / "inner" / "model.onnx").read_bytes() == b"graph"
    assert left(tmp_path) == []


def test_nothing_appears_when_it_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), staged("m", target=tmp_path) as folder:
        (folder / "model.onnx").write_bytes(b"half")
        raise ZeroDivisionError
    assert not (tmp_path / "m").exists()
    assert left(tmp_path) == []


def test_a_model_of_that_id_stays_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "old").touch()
    with pytest.raises(ModelError, match="already"), staged("m", target=tmp_path):
        pass
    assert (tmp_path / "m" / "old").exists()
    with staged("m", target=tmp_path, replace=True) as folder:
        (folder / "new").touch()
    assert [path.name for path in (tmp_path / "m").iterdir()] == ["new"]
    assert left(tmp_path) == []


def _die_in_the_middle(target: Path) -> None:
    with staged("dead", target=target) as folder:
        (folder / "half").touch()
        os._exit(1)


def test_what_a_dead_maker_left_is_cleared_and_a_living_one_is_not_disturbed(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_die_in_the_middle, args=(tmp_path,))
    process.start()
    process.join(30)
    assert process.exitcode == 1
    assert len(left(tmp_path)) == 2, "its folder and its lock"
    with staged("one", target=tmp_path) as one:
        (one / "file").touch()
        with staged("two", target=tmp_path):
            assert (one / "file").exists()
            assert not [name for name in left(tmp_path) if name.startswith("dead")]
    assert left(tmp_path) == []
    assert not (tmp_path / "dead").exists()


def test_a_model_that_was_set_aside_by_a_maker_that_died_comes_back(tmp_path: Path) -> None:
    aside = tmp_path / STAGING / "my-model-0123abcd-before"
    aside.mkdir(parents=True)
    (aside / "model.toml").touch()
    aside.with_name("my-model-0123abcd.lock").touch()
    with staged("other", target=tmp_path):
        pass
    assert (tmp_path / "my-model" / "model.toml").exists()
    assert left(tmp_path) == []


def test_discarding(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "model.onnx").touch()
    discard(tmp_path / "m")
    assert not (tmp_path / "m").exists()
    assert left(tmp_path) == []


def test_a_place_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "models").touch()
    with pytest.raises(StorageError, match="cannot be written"), staged("m", target=tmp_path / "models"):
        pass


def test_what_is_left_without_its_lock_is_cleared_too(tmp_path: Path) -> None:
    # A power cut may take the name of the lock, or a failing disk keep what should have been deleted.
    for name in ("m-0123abcd", "n-0123abcd-before"):
        (tmp_path / STAGING / name).mkdir(parents=True)
    with staged("other", target=tmp_path):
        assert all(name.startswith("other-") for name in left(tmp_path))
    assert left(tmp_path) == []


def test_a_model_whose_replacement_was_broken_off_is_there_when_models_are_listed(tmp_path: Path) -> None:
    models = tmp_path / "models"
    shutil.copytree(paths.built_in_models() / "pixels", models / STAGING / "pixels-0123abcd-before")
    assert [model.spec.id for model in ModelStore([models]).models()] == ["pixels"]
    assert left(models) == []


@pytest.mark.parametrize("downloaded", [False, True])
def test_the_folder_of_the_first_model_is_on_the_disk(
    downloaded: bool, tmp_path: Path, synced_folders: list[Path]
) -> None:
    models = tmp_path / "data" / "models"
    if downloaded:
        with partial_of(models, "m"):
            pass
    with staged("m", target=models) as folder:
        (folder / "model.onnx").write_bytes(b"graph")
    assert {tmp_path, tmp_path / "data"} <= set(synced_folders), "the names of the folders that were made"
