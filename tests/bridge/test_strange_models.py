"""Models that a library names and nobody has installed, in the window: whatever is done with them, they are tried first."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import Family, InputSpec, ModelFile, ModelSpec
from imsearch_gui.encoding.session import Session
from imsearch_gui.encoding.store import write_spec

Closing = Callable[[Any], Any]
SPEC = ModelSpec("m", "M", Family.CNN, 3, files=(ModelFile("model.onnx"),), input=InputSpec(width=8, height=8))


@pytest.fixture
def stranger(tmp_path: Path, graph_makers: Any) -> Path:
    """The folder of a model, which is sound as yet."""
    folder = tmp_path / "m"
    folder.mkdir()
    graph_makers.sound(folder / "model.onnx")
    write_spec(SPEC, folder)
    return folder


@pytest.fixture
def named(stranger: Path, tmp_path: Path, pictures: Path, fill: Callable[..., None]) -> Path:
    """A library that was indexed with it."""
    (pictures / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not much of a picture")
    fill(tmp_path / "library", pictures, str(stranger))
    return tmp_path / "library"


@pytest.fixture
def program(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, named: Path, stranger: Path, graph_makers: Any
) -> Program:
    """With that library open, whose model asks for terabytes by now."""
    graph_makers.large_tensor(stranger / "model.onnx", 10**12)
    program: Program = closing(Program(settings))
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(named)
    qtbot.waitUntil(lambda: program.search.model_id == "m")
    return program


@pytest.fixture(autouse=True)
def not_here(named: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Once the library is there no graph is loaded in this process."""
    monkeypatch.setattr(Session, "__init__", lambda *_, **__: pytest.fail("loaded in this process"))
    return named


def is_tried() -> bool:
    return any(child.name.startswith("imsearch trial") for child in multiprocessing.active_children())


@pytest.mark.parametrize("way", ["again", "roots", "retry"])
def test_indexing_again_tries_the_model_first(
    way: str, qtbot: QtBot, program: Program, pictures: Path, hear: Any
) -> None:
    failed = hear(program.indexing.failed)
    ways: dict[str, Callable[[], object]] = {
        "again": program.index_again,
        "roots": lambda: program.index_roots((pictures,), model_id="m"),
        "retry": lambda: program.retry([pictures / "broken.jpg"]),
    }
    with qtbot.waitSignal(program.indexing.ended, timeout=60_000):
        ways[way]()
    assert len(failed) == 1
    assert "asked for more than" in failed[0]


def test_so_does_a_job_of_the_program_itself(
    qtbot: QtBot, program: Program, pictures: Path, stranger: Path, graph_makers: Any, hear: Any
) -> None:
    graph_makers.external(stranger / "model.onnx", "../letter.bin", write=False)
    errors = hear(program.indexing.gave_up)
    with qtbot.waitSignal(program.indexing.ended, timeout=60_000):
        program._index_watched(pictures, "m")
    assert [type(error) for error in errors] == [ModelError]
    assert "outside its own folder" in str(errors[0])


def test_an_installed_model_of_that_id_goes_first(qtbot: QtBot, program: Program, hear: Any) -> None:
    own = paths.user_models() / "m"
    own.mkdir(parents=True)
    write_spec(ModelSpec("m", "Mine", Family.PIXEL, 192, input=SPEC.input), own)
    try:
        finished = hear(program.indexing.finished)
        with qtbot.waitSignal(program.indexing.ended, timeout=60_000):
            program.index_again()
        assert [report.model_id for report in finished] == ["m"]
    finally:
        (own / "model.toml").unlink()
        own.rmdir()


def test_a_job_that_is_cancelled_does_not_wait_for_the_trial(
    qtbot: QtBot, program: Program, stranger: Path, graph_makers: Any, hear: Any
) -> None:
    # The window tries the model on its own when the library is opened; only once that has ended is this trial the job's.
    ended: list[None] = []
    program.search._run._lane.submit(lambda: None, ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
    assert not is_tried()
    graph_makers.endless(stranger / "model.onnx")
    failed = hear(program.indexing.failed)
    program.index_again()
    qtbot.waitUntil(is_tried)
    with qtbot.waitSignal(program.indexing.cancelled):
        program.indexing.cancel()
    assert failed == []


def test_a_window_that_is_closed_does_not_wait_for_the_trial(
    qtbot: QtBot,
    settings: SettingsStore,
    closing: Closing,
    named: Path,
    stranger: Path,
    graph_makers: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    graph_makers.endless(stranger / "model.onnx")
    program: Program = closing(Program(settings))
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(named)
    qtbot.waitUntil(is_tried)
    with caplog.at_level(logging.INFO):
        program.close()
    assert "was not tried to the end" in caplog.text
