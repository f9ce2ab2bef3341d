"""A wizard whose engine is silent: what it asks for is written down, what it is told are the bridge's own signals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge.desktop import Desktop
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.survey import FolderSurvey, SurveyCount
from imsearch_gui.domain.progress import Progress, Stage
from imsearch_gui.domain.records import IndexRequest, ModelCard
from imsearch_gui.ui.wizard import IndexWizard

SILENT: dict[type, tuple[str, ...]] = {
    FolderSurvey: ("start", "stop"),
    ModelSession: ("list", "measure", "add_folder"),
    IndexSession: ("start", "pause", "resume", "cancel"),
    LibrarySession: ("open", "list_skipped"),
    Desktop: ("reveal",),
}


@pytest.fixture(autouse=True)
def _no_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Those of other tests would change the name of a new one."""
    monkeypatch.setattr(paths, "default_libraries", lambda: tmp_path / "libraries")


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    with mock.patch.multiple(IndexSession, **_specs(IndexSession)):
        patches = [mock.patch.multiple(kind, **_specs(kind)) for kind in SILENT if kind is not IndexSession]
        for patch in patches:
            patch.start()
        yield
        for patch in patches:
            patch.stop()


def _specs(kind: type) -> dict[str, Any]:
    return {name: mock.create_autospec(getattr(kind, name)) for name in SILENT[kind]}


@pytest.fixture
def program(qapp: QApplication, settings: SettingsStore, thumbnails: Any, tmp_path: Path) -> Iterator[Program]:
    program = Program(settings)
    program.thumbnails.close()
    program.thumbnails = thumbnails

    def start(indexing: IndexSession, library: Path, request: IndexRequest) -> bool:
        if indexing.running:
            return False
        indexing.library, indexing.request, indexing.report = library, request, None
        indexing.progress = Progress(Stage.SCANNING)
        indexing.started.emit(request)
        return True

    IndexSession.start.side_effect = start
    yield program
    program.close()
    program.deleteLater()


@pytest.fixture
def asked() -> Callable[[Any], list[tuple[tuple[Any, ...], dict[str, Any]]]]:
    """What a silent method was called with, without its object: asked(FolderSurvey.start)."""
    return lambda method: [(call.args[1:], call.kwargs) for call in method.call_args_list]


@pytest.fixture
def cards() -> tuple[ModelCard, ...]:
    classic = ModelCard("classic", "Classic", "Colour and texture.", "descriptor", 932, 11_438, "MIT", True)
    pixels = ModelCard("pixels", "Raw pixels", "Near copies.", "pixel", 12_288, 0, "MIT")
    return classic, pixels


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, ...]:
    made = (tmp_path / "Holidays", tmp_path / "Old scans")
    for folder in made:
        folder.mkdir()
    return made


@pytest.fixture
def open_wizard(qtbot: QtBot, program: Program) -> Iterator[Callable[..., IndexWizard]]:
    """Opens a wizard that is shown, and closes it in the end."""
    opened: list[IndexWizard] = []

    def make(folders: tuple[Path, ...] = (), parent: Any = None) -> IndexWizard:
        wizard = IndexWizard(program, folders, parent)
        opened.append(wizard)
        with qtbot.waitActive(wizard):
            wizard.show()
            wizard.activateWindow()
        return wizard

    yield make
    for wizard in opened:
        wizard.close()
        wizard.deleteLater()


@pytest.fixture
def at_options(
    open_wizard: Callable[..., IndexWizard], program: Program, folders: tuple[Path, ...], cards: tuple[ModelCard, ...]
) -> Callable[..., IndexWizard]:
    """A wizard on its third page: 48,212 pictures counted, the recommended model chosen and measured."""

    def make(parent: Any = None) -> IndexWizard:
        wizard = open_wizard(folders, parent)
        program.survey.counted.emit(SurveyCount(48_212, 181_200_000_000, done=True))
        program.models.listed.emit(tuple(replace(card, images_per_second=40.0) for card in cards))
        for _ in range(2):
            wizard._next.click()
        assert wizard.page == 2
        return wizard

    return make


@pytest.fixture
def indexing(at_options: Callable[..., IndexWizard]) -> Callable[..., IndexWizard]:
    """A wizard whose job has just begun."""

    def make(parent: Any = None) -> IndexWizard:
        wizard = at_options(parent)
        wizard._next.click()
        assert wizard.page == 3
        return wizard

    return make
