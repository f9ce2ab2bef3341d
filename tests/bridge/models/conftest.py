"""Models as they are offered, with processes that do what a test has written for them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge import model_manager as manager_module
from imsearch_gui.bridge import models as models_module
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.model_manager import ModelManager
from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.progress import InstallProgress, InstallStage

Closing = Callable[[Any], Any]
Script = Callable[..., Any]
PATIENCE_S = 20.0


class StagedJob:
    """Stands in for the process: does on the lane what the test has written for a kind of work."""

    scripts: dict[str, Script]

    def __init__(self, work: Callable[..., Any], *arguments: Any, unanswered: KnownError, name: str = "job") -> None:
        self.kind = work.__name__
        self.arguments = arguments
        self.unanswered = unanswered
        self.killed = threading.Event()

    def run(self, tell: Callable[[Any], None] | None = None) -> Any:
        if self.killed.is_set():
            raise self.unanswered
        return self.scripts[self.kind](self, tell or (lambda _: None), *self.arguments)

    def hang(self) -> None:
        """Until somebody cancels."""
        assert self.killed.wait(PATIENCE_S), "nobody cancelled"
        raise self.unanswered

    def cancel(self) -> None:
        self.killed.set()


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> dict[str, Script]:
    """stage["install"] = script(job, tell, *arguments): what the process does."""
    scripts: dict[str, Script] = {}
    staged = type("Staged", (StagedJob,), {"scripts": scripts})
    monkeypatch.setattr(models_module, "ProcessJob", staged)
    monkeypatch.setattr(manager_module, "ProcessJob", staged)
    return scripts


@pytest.fixture
def models(qtbot: QtBot, closing: Closing) -> ModelSession:
    models: ModelSession = closing(ModelSession())
    return models


@pytest.fixture
def parts(settings: SettingsStore, closing: Closing) -> tuple[LibrarySession, IndexSession]:
    return closing(LibrarySession(settings)), closing(IndexSession())


@pytest.fixture
def manager(models: ModelSession, parts: tuple[LibrarySession, IndexSession], closing: Closing) -> ModelManager:
    manager: ModelManager = closing(ModelManager(models, *parts))
    return manager


@pytest.fixture
def own_models() -> Iterator[Path]:
    """The folder of the user's own models, empty again afterwards."""
    folder = paths.user_models()
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def fetched() -> Callable[..., InstallProgress]:
    """fetched(bytes, of=1000): how far an installation is."""

    def make(done: int, of: int = 1000) -> InstallProgress:
        return InstallProgress(InstallStage.FETCHING, "model.onnx", done, of)

    return make


@pytest.fixture
def own_model(own_models: Path) -> str:
    """A model of the user's own, which is the pixel baseline under another name."""
    folder = own_models / "mine"
    shutil.copytree(paths.built_in_models() / "pixels", folder)
    manifest = folder / "model.toml"
    manifest.write_text(manifest.read_text().replace('id = "pixels"', 'id = "mine"'))
    return "mine"
