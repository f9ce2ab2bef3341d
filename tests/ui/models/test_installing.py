"""A model comes from a hub on this machine through the window: real processes, real files, real clicks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import numpy_helper
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.model_spec import HubSource, Terms
from imsearch_gui.encoding.store import read_model, write_spec
from imsearch_gui.ui.models import ModelsDialog
from imsearch_gui.ui.models.card_view import CardView
from imsearch_gui.ui.models.drawers import RemovalDrawer, TermsDrawer

BALLAST = 2_000_000
"""Bytes that nobody uses, so that a transfer can be given up in its middle."""
PATIENCE_MS = 30_000
MODEL = "tiny-towers"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_towers: Any, hub_server: Any) -> Iterator[Any]:
    """A hub with one model, for research only, and its description among the user's models."""
    repository = two_towers.make_tiny_towers(tmp_path / "hub" / "somebody" / "towers")
    spec = read_model(repository).spec
    (repository / "model.toml").unlink()
    graph = onnx.load(repository / "picture.onnx")
    ballast = np.random.default_rng(0).integers(0, 256, BALLAST, np.uint8)
    graph.graph.initializer.append(numpy_helper.from_array(ballast, "ballast"))
    onnx.save(graph, repository / "picture.onnx")
    entry = paths.user_models() / "an entry of the catalogue"
    entry.mkdir(parents=True)
    write_spec(replace(spec, hub=HubSource("somebody/towers"), terms=Terms.RESEARCH, licence="For trials"), entry)
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    with hub_server.HubServer(tmp_path / "hub") as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield server
    shutil.rmtree(paths.user_models())


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot, settings: SettingsStore, hub: Any) -> Iterator[ModelsDialog]:
    program = Program(settings)
    dialog = ModelsDialog(program)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.list.card(MODEL) is not None, timeout=PATIENCE_MS)
    yield dialog
    dialog.close()
    dialog.deleteLater()
    program.close()
    program.deleteLater()


def card(dialog: ModelsDialog) -> CardView:
    view = dialog.list.card(MODEL)
    assert view is not None
    return view


def install(dialog: ModelsDialog) -> None:
    card(dialog).install.click()
    drawer = card(dialog).drawer
    assert isinstance(drawer, TermsDrawer)
    drawer.fetch.click()


def test_given_up_gone_on_with_verified_and_removed(qtbot: QtBot, dialog: ModelsDialog, hub: Any) -> None:
    hub.faults.delay = 0.05
    install(dialog)
    qtbot.waitUntil(lambda: "left" in card(dialog)._status.text(), timeout=PATIENCE_MS)
    assert 0 < card(dialog)._bar.value() < 1000
    card(dialog).cancel.click()
    assert not card(dialog)._told.isVisible()
    assert not card(dialog).card.installed

    hub.faults.delay = 0.0
    install(dialog)
    qtbot.waitUntil(lambda: card(dialog).card.installed, timeout=PATIENCE_MS)
    spans = [span for method, path, span in hub.asked if method == "GET" and path.endswith("picture.onnx")]
    assert [span.partition("=")[0] for span in spans] == ["", "bytes"], "what had come in was not fetched again"
    assert card(dialog).card.text
    assert read_model(paths.user_models() / MODEL).spec.hub is not None

    card(dialog).verify.click()
    qtbot.waitUntil(lambda: "As it should be" in card(dialog)._status.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "on this computer" in card(dialog)._speed.text(), timeout=PATIENCE_MS)

    card(dialog).remove.click()
    drawer = card(dialog).drawer
    assert isinstance(drawer, RemovalDrawer)
    qtbot.waitUntil(drawer.remove.isEnabled, timeout=PATIENCE_MS)
    drawer.remove.click()
    qtbot.waitUntil(lambda: not card(dialog).card.installed, timeout=PATIENCE_MS)
    assert not (paths.user_models() / MODEL).exists()


def test_a_wrong_file_is_refused_on_its_card(qtbot: QtBot, dialog: ModelsDialog, hub: Any) -> None:
    hub.faults.wrong.add("picture.onnx")
    install(dialog)
    qtbot.waitUntil(lambda: "SHA-256" in card(dialog)._status.text(), timeout=PATIENCE_MS)
    assert card(dialog)._status.property("problem")
    assert not card(dialog).card.installed


def test_closing_the_program_does_not_wait_for_a_server_that_is_silent(
    qtbot: QtBot, dialog: ModelsDialog, hub: Any
) -> None:
    hub.faults.silent = True
    install(dialog)
    qtbot.waitUntil(lambda: bool(hub.asked), timeout=PATIENCE_MS)
    dialog._program.close()
    hub.stopped.set()
