"""What tests of models share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from imsearch_gui import paths
from imsearch_gui.domain.model_spec import HubSource
from imsearch_gui.encoding import hub
from imsearch_gui.encoding.install import install_model
from imsearch_gui.encoding.store import CatalogueEntry, ModelStore, read_model, write_spec

PADDING = 600_000
COMMIT = "0123456789abcdef0123456789abcdef01234567"
"""What the branch of the loopback hub stands for."""


@pytest.fixture
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the models that a test imports go."""
    monkeypatch.setattr(paths, "user_models", lambda: tmp_path / "data" / "models")
    return tmp_path / "data" / "models"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a graph may be put, nothing else beside it."""
    return tmp_path / "things" / "nice.onnx"


@dataclass
class Shop:
    """A hub with one model of two towers, its entry in a catalogue, and a place for what is installed."""

    padding: ClassVar[int] = PADDING
    """bytes of the larger file, at least"""
    commit: ClassVar[str] = COMMIT
    hub: Any
    entry: CatalogueEntry
    models: Path

    @property
    def store(self) -> ModelStore:
        return ModelStore([self.entry.folder.parent, self.models])

    def install(self, **more: Any) -> Any:
        return install_model(self.entry, report=more.pop("report", lambda _: None), target=self.models, **more)

    def change(self, **more: Any) -> None:
        spec = replace(self.entry.spec, **more)
        write_spec(spec, self.entry.folder)
        self.entry = CatalogueEntry(spec, self.entry.folder)

    def nothing_is_there(self) -> None:
        assert self.store.models() == []
        assert [entry.spec.id for entry in self.store.available()] == ["tiny-towers"]
        assert self.store.problems() == []
        assert not (self.models / "tiny-towers").exists()


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_towers: Any, hub_server: Any) -> Iterator[Shop]:
    repository = two_towers.make_tiny_towers(tmp_path / "hub" / "somebody" / "towers")
    described = read_model(repository).spec
    (repository / "model.toml").unlink()
    _pad(repository / "picture.onnx")
    spec = replace(described, hub=HubSource("somebody/towers"), licence_url="https://example.org/licence")
    folder = tmp_path / "catalogue" / spec.id
    folder.mkdir(parents=True)
    write_spec(spec, folder)
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    _impatient(monkeypatch)
    with hub_server.HubServer(tmp_path / "hub") as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield Shop(server, CatalogueEntry(spec, folder), tmp_path / "models")


def _pad(graph: Path) -> None:
    """Weights that nobody uses, so that the transfer takes several pieces."""
    model = onnx.load(graph)
    ballast = np.random.default_rng(0).integers(0, 256, PADDING, np.uint8)
    model.graph.initializer.append(numpy_helper.from_array(ballast, "ballast"))
    onnx.save(model, graph)


def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library waits ten seconds for an answer, five times; a test has not the time."""
    from huggingface_hub import constants, file_download

    monkeypatch.setattr(constants, "HF_HUB_DOWNLOAD_TIMEOUT", 0.5)
    monkeypatch.setattr(hub, "ANSWER_S", 0.5)
    monkeypatch.setattr(hub, "PIECE", 1 << 16)
    monkeypatch.setattr(file_download.time, "sleep", lambda _: None)
