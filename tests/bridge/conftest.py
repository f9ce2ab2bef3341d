"""Parts of the bridge without a window, engines whose every step the test decides, and small real libraries."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import IndexRequest, LibraryState, ModelRecord
from imsearch_gui.library.indexing import index
from imsearch_gui.library.writer import LibraryWriter

PATIENCE_S = 20.0


class _Closable(Protocol):
    def close(self) -> None: ...


class Door:
    """Holds a thread up where the test wants it."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self._open = threading.Event()

    def pass_through(self) -> None:
        self.reached.set()
        assert self._open.wait(PATIENCE_S), "nobody opened the door"

    def open(self) -> None:
        self._open.set()

    def wait_until_reached(self) -> None:
        assert self.reached.wait(PATIENCE_S), "nobody came to the door"


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.ini")


@pytest.fixture
def closing(qtbot: QtBot) -> Iterator[Callable[[Any], Any]]:
    """closing(part) -> part, closed at the end of the test."""
    with ExitStack() as stack:

        def later(part: _Closable) -> _Closable:
            stack.callback(part.close)
            return part

        yield later


@pytest.fixture
def door(closing: Callable[[Any], Any]) -> Iterator[Callable[[], Door]]:
    """door(): another one; all are opened before anything is closed, so that a failing test leaves no thread behind."""
    doors: list[Door] = []

    def make() -> Door:
        doors.append(Door())
        return doors[-1]

    yield make
    for one in doors:
        one.open()


class Heard(list[Any]):
    """What a signal brought, in order: the argument, or () for a signal without one."""

    def __call__(self, *arguments: Any) -> None:
        self.append(arguments[0] if len(arguments) == 1 else arguments)


@pytest.fixture
def hear() -> Callable[[Any], Heard]:
    """hear(signal) -> a list that fills."""

    def connect(signal: Any) -> Heard:
        heard = Heard()
        signal.connect(heard)
        return heard

    return connect


@pytest.fixture
def deliver(qtbot: QtBot) -> Callable[[], None]:
    """deliver(): every answer that has been sent so far arrives."""

    def run() -> None:
        for _ in range(5):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)

    return run


def _draw(path: Path, seed: int, size: tuple[int, int] = (96, 72)) -> Path:
    """A picture of large soft blots; the same seed gives the same picture."""
    random = np.random.default_rng(seed)
    blots = Image.fromarray(random.integers(0, 256, (6, 8, 3), dtype=np.uint8))
    path.parent.mkdir(parents=True, exist_ok=True)
    blots.resize(size, Image.Resampling.BICUBIC).save(path)
    return path


@pytest.fixture
def draw() -> Callable[..., Path]:
    """draw(path, seed, size=...) -> path, with a picture in it."""
    return _draw


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with five pictures."""
    folder = tmp_path / "pictures"
    for seed in range(5):
        _draw(folder / f"{seed}.png", seed)
    return folder


@pytest.fixture
def fill() -> Callable[..., None]:
    """fill(library folder, pictures, model="pixels"): index, here and now."""
    from imsearch_gui.encoding.store import ModelStore

    def run(folder: Path, pictures: Path, model: str = "pixels") -> None:
        with LibraryWriter.open(folder) as writer:
            for _ in index(writer, IndexRequest((pictures,), model, workers=1), ModelStore().find(model)):
                pass

    return run


@pytest.fixture
def library(tmp_path: Path, pictures: Path, fill: Callable[..., None]) -> Path:
    """A library of the five pictures, indexed with `pixels`."""
    folder = tmp_path / "library"
    fill(folder, pictures)
    return folder


@pytest.fixture
def state_of() -> Callable[..., LibraryState]:
    """state_of(folder, models): the state of a library that need not exist."""

    def make(folder: Path = Path("/library"), models: tuple[str, ...] = ("pixels",), images: int = 5) -> LibraryState:
        records = tuple(
            ModelRecord(name, name.title(), 4, images, 16 * images, Path("/models"), "f") for name in models
        )
        return LibraryState(folder, folder.name, images, 0, (), records)

    return make
