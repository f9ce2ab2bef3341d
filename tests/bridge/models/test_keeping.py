"""Removing, verifying and importing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.model_manager import IMPORT, ModelManager, Uses
from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.model_spec import Family, ModelSpec
from imsearch_gui.domain.records import IndexRequest

Script = Callable[..., Any]


def test_a_model_is_removed(
    qtbot: QtBot, manager: ModelManager, models: ModelSession, hear: Any, own_model: str
) -> None:
    removed, listed, cards = hear(manager.removed), hear(manager.listed), hear(models.listed)
    manager.refresh()
    qtbot.waitUntil(lambda: bool(listed))
    assert "mine" in {card.id for card in listed[0].installed if not card.built_in}
    manager.remove("mine")
    qtbot.waitUntil(lambda: bool(removed) and len(listed) == 2 and bool(cards))
    assert removed == ["mine"]
    assert "mine" not in {card.id for card in (*listed[1].installed, *cards[-1])}
    assert not (paths.user_models() / "mine").exists()


def test_downloads_that_were_given_up_go_when_models_are_looked_at(
    qtbot: QtBot, manager: ModelManager, hear: Any, own_models: Path
) -> None:
    folder = own_models / ".partial" / "given up"
    folder.mkdir(parents=True)
    os.utime(folder, (1, 1))
    listed = hear(manager.listed)
    manager.refresh()
    qtbot.waitUntil(lambda: bool(listed))
    assert not folder.exists()


def test_what_ships_with_the_program_stays(qtbot: QtBot, manager: ModelManager, hear: Any) -> None:
    failed, removed = hear(manager.failed), hear(manager.removed)
    manager.remove("classic")
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0][0] == "classic"
    assert removed == []
    assert (paths.built_in_models() / "classic" / "model.toml").exists()


def test_a_model_at_work_is_not_removed(
    manager: ModelManager, parts: tuple[LibrarySession, IndexSession], hear: Any, own_model: str
) -> None:
    parts[1].request = IndexRequest((Path("/pictures"),), own_model)
    failed = hear(manager.failed)
    manager.remove(own_model)
    assert failed[0][0] == own_model
    assert "indexed with this model" in failed[0][1]
    assert (paths.user_models() / "mine").exists()


def test_libraries_that_use_a_model_are_named(
    qtbot: QtBot,
    manager: ModelManager,
    settings: SettingsStore,
    hear: Any,
    pictures: Path,
    fill: Callable[..., None],
    tmp_path: Path,
) -> None:
    fill(tmp_path / "Holiday", pictures)
    fill(tmp_path / "Other", pictures, "classic")
    default = paths.default_libraries() / "Never opened here"
    fill(default, pictures)
    (tmp_path / "Damaged").mkdir()
    (tmp_path / "Damaged" / "catalog.sqlite").write_bytes(b"no catalog" * 100)
    for name in ("Holiday", "Other", "Unplugged", "Damaged"):
        settings.used(tmp_path / name)
    found = hear(manager.uses_found)
    try:
        manager.find_uses("pixels")
        qtbot.waitUntil(lambda: bool(found))
    finally:
        shutil.rmtree(default)
    assert found == [("pixels", Uses(("Holiday", "Never opened here"), ("Damaged", "Unplugged")))]


def test_a_model_is_verified_in_a_process(qtbot: QtBot, manager: ModelManager, hear: Any) -> None:
    verified, states, failed = hear(manager.verified), hear(manager.verify_changed), hear(manager.failed)
    manager.verify("classic")
    manager.verify("classic")
    assert manager.verifying == {"classic"}
    manager.verify("no-such-model")
    qtbot.waitUntil(lambda: bool(verified and failed))
    assert [model for model, _ in verified] == ["classic"]
    assert verified[0][1] == pytest.approx(1.0, abs=1e-4)
    assert failed[0][0] == "no-such-model"
    names = ("classic", "no-such-model")
    assert states == [(name, begins) for begins in (True, False) for name in names]


def test_verifying_a_model_that_hangs_can_be_given_up(
    manager: ModelManager, hear: Any, stage: dict[str, Script]
) -> None:
    stage["verify"] = lambda job, _tell, _model: job.hang()
    states, failed = hear(manager.verify_changed), hear(manager.failed)
    manager.verify("classic")
    manager.cancel("classic")
    assert states == [("classic", True), ("classic", False)]
    manager.close()
    assert failed == []


def test_of_two_files_only_the_last_one_is_answered(
    qtbot: QtBot, manager: ModelManager, hear: Any, stage: dict[str, Script]
) -> None:
    stage["propose"] = lambda job, _tell, path: job.hang() if path.name == "slow.onnx" else SimpleNamespace(of=path)
    proposed, failed = hear(manager.proposed), hear(manager.failed)
    manager.propose(Path("slow.onnx"))
    manager.propose(Path("quick.onnx"))
    qtbot.waitUntil(lambda: bool(proposed))
    assert [path.name for path, _ in proposed] == ["quick.onnx"]
    assert failed == []


def test_a_file_that_is_refused_is_a_sentence(qtbot: QtBot, manager: ModelManager, hear: Any, tmp_path: Path) -> None:
    """Through a real process."""
    file = tmp_path / "notes.onnx"
    file.write_text("west of the harbour")
    failed, proposed = hear(manager.failed), hear(manager.proposed)
    manager.propose(file)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0][0] == IMPORT
    assert "notes.onnx" in failed[0][1]
    assert proposed == []


def test_what_was_accepted_is_on_the_list(
    qtbot: QtBot, manager: ModelManager, hear: Any, stage: dict[str, Script], own_models: Path
) -> None:
    def accept(_job: Any, _tell: Any, path: Path, spec: ModelSpec, replace: bool) -> str:
        assert (path.name, replace) == ("model.onnx", True)
        return spec.id

    stage["accept"] = accept
    accepted, changed, listed = hear(manager.accepted), hear(manager.changed), hear(manager.listed)
    manager.accept(Path("model.onnx"), ModelSpec("mine", "Mine", Family.CNN, 4), replace=True)
    qtbot.waitUntil(lambda: bool(listed))
    assert (accepted, len(changed)) == (["mine"], 1)


def test_an_import_that_was_left_is_not_answered(
    qtbot: QtBot, manager: ModelManager, hear: Any, door: Any, stage: dict[str, Script]
) -> None:
    gate = door()

    def accept(job: Any, *_: Any) -> str:
        gate.reached.set()
        job.hang()
        return ""

    stage["accept"] = accept
    stage["propose"] = lambda _job, _tell, path: path.name
    accepted, failed, proposed = hear(manager.accepted), hear(manager.failed), hear(manager.proposed)
    manager.accept(Path("model.onnx"), ModelSpec("mine", "Mine", Family.CNN, 4))
    gate.wait_until_reached()
    manager.forget_import()
    manager.forget_import()
    manager.propose(Path("other.onnx"))
    qtbot.waitUntil(lambda: bool(proposed))
    assert (accepted, failed) == ([], [])
