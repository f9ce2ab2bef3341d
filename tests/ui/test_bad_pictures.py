"""A picture that brings its decoder down costs a sentence wherever it is looked at; the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import IndexRequest, SearchResult
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.apart import Apart
from imsearch_gui.library.indexing import index
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.ui.main_window import MainWindow

PATIENCE_MS = 30_000
CRASHED = "crashed the decoder (exit code -11)"


def draw(path: Path, colour: str, tail: bytes = b"") -> Path:
    image = Image.linear_gradient("L").resize((96, 72)).convert("RGB")
    image.paste(colour, (0, 0, 48, 72))
    image.save(path)
    path.write_bytes(path.read_bytes() + tail)
    return path


@pytest.fixture
def pictures(tmp_path: Path, decoders: ModuleType) -> Path:
    """Three good ones, and one that crashes the decoders of the window (those of the job are sound)."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for colour in ("red", "green", "blue"):
        draw(folder / f"{colour}.png", colour)
    draw(folder / "bad.png", "red", decoders.CRASH)
    return folder


@pytest.fixture
def library(tmp_path: Path, pictures: Path) -> Path:
    with LibraryWriter.open(tmp_path / "library") as writer:
        for _ in index(writer, IndexRequest((pictures,), "pixels", workers=1), ModelStore().find("pixels")):
            pass
    return tmp_path / "library"


@pytest.fixture
def program(qapp: QApplication, settings: SettingsStore, decoders: ModuleType) -> Iterator[Program]:
    program = Program(settings, apart=Apart(serve=decoders.serve))
    yield program
    program.close()
    program.deleteLater()


@pytest.fixture
def window(
    qtbot: QtBot, program: Program, housed: Callable[[Program], AbstractContextManager[MainWindow]]
) -> Iterator[MainWindow]:
    with housed(program) as window:
        yield window


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], Any]], None]:
    return partial(qtbot.waitUntil, timeout=PATIENCE_MS)


def said(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_each_place_says_it_and_the_window_goes_on(
    qtbot: QtBot,
    window: MainWindow,
    program: Program,
    library: Path,
    pictures: Path,
    tmp_path: Path,
    until: Any,
    decoders: ModuleType,
) -> None:
    answers: list[SearchResult] = []
    program.search.answered.connect(answers.append)
    with qtbot.waitSignal(program.libraries.opened, timeout=PATIENCE_MS):
        program.libraries.open(library)

    # The grid: the cell says it, the others have their thumbnails.
    program.search.ask_files([pictures / "red.png"])
    until(lambda: len(answers) == 1)
    model = window.results.results
    rows = {match.image.path.name: row for row, match in enumerate(answers[0].matches)}
    assert len(rows) == 4
    tip = Qt.ItemDataRole.ToolTipRole
    until(lambda: CRASHED in model.index(rows["bad.png"]).data(tip))
    until(lambda: not any(model.lacks_thumbnail(row) for row in rows.values()))
    assert "crashed" not in model.index(rows["blue.png"]).data(tip)

    # The details, and the large view.
    window.results.setCurrentIndex(model.index(rows["bad.png"]))
    until(lambda: CRASHED in said(window))
    window.results.setFocus()
    qtbot.keyClick(window.results, Qt.Key.Key_Space)
    pane = window.looking.viewer.pane
    until(lambda: CRASHED in pane.canvas.said)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Escape)

    # A query, and its preview; what was asked before stays.
    worse = draw(tmp_path / "worse.png", "green", decoders.CRASH)
    program.search.ask_files([worse])
    until(lambda: f"worse.png: {CRASHED}" in window.messages.text)
    assert len(answers) == 1 and window.area.result is answers[0]

    # The clipboard.
    copied: list[Any] = []
    program.pictures.read(worse, copied.append)
    program.pictures.failed.connect(copied.append)
    until(lambda: copied == [CRASHED])

    # And on it goes.
    program.search.ask_files([draw(tmp_path / "sound.png", "blue")])
    until(lambda: len(answers) == 2)
    assert answers[1].matches[0].image.path.name == "blue.png"
