"""Everything behind the window, wired: who hears whom, and an end that leaves nothing running."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import FileExample, IndexRequest
from imsearch_gui.domain.settings import WORKERS

Closing = Callable[[Any], Any]


@pytest.fixture
def program(settings: SettingsStore, closing: Closing) -> Program:
    program: Program = closing(Program(settings))
    return program


def lanes() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("imsearch")]


def test_the_window_comes_before_the_engine() -> None:
    heavy = "PIL cv2 onnxruntime hnswlib pi_heif sqlite3 PySide6.QtWidgets imsearch_gui.library imsearch_gui.searching"
    code = f"""
import sys
import imsearch_gui.bridge.program
print([name for name in {heavy.split()!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_program_that_did_nothing_has_no_thread_and_can_be_closed_twice(program: Program) -> None:
    assert lanes() == []
    program.close()
    program.close()
    assert lanes() == []


def test_a_folder_is_indexed_opened_and_searched(
    qtbot: QtBot, program: Program, hear: Any, pictures: Path, tmp_path: Path
) -> None:
    opened, changed, answers = (
        hear(program.libraries.opened),
        hear(program.libraries.changed),
        hear(program.search.answered),
    )
    with qtbot.waitSignal(program.indexing.ended, timeout=60_000):
        program.indexing.start(tmp_path / "library", IndexRequest((pictures,), "pixels", workers=1))
    qtbot.waitUntil(lambda: program.libraries.current is not None and program.libraries.current.images == 5)
    assert [state.folder for state in opened] == [tmp_path / "library"]
    assert not changed or changed[-1].images == 5
    program.search.ask_files([pictures / "2.png"])
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[-1].matches[0].image.path == pictures / "2.png"
    program.close()
    assert lanes() == []


def test_a_query_is_asked_again_when_its_library_has_grown(
    qtbot: QtBot, program: Program, hear: Any, library: Path, pictures: Path, draw: Any
) -> None:
    answers = hear(program.search.answered)
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    program.search.ask_files([pictures / "2.png"])
    qtbot.waitUntil(lambda: len(answers) == 1)
    draw(pictures / "copy of 2.png", 2)
    with qtbot.waitSignal(program.indexing.ended, timeout=60_000):
        program.index_again()
    qtbot.waitUntil(lambda: answers[-1].library_size == 6)
    assert {match.image.path.name for match in answers[-1].matches[:2]} == {"2.png", "copy of 2.png"}


def test_indexing_again_takes_the_model_and_the_folders_of_the_library(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch, library: Path, pictures: Path
) -> None:
    started: list[tuple[Path, IndexRequest]] = []
    monkeypatch.setattr(program.indexing, "start", lambda *arguments: started.append(arguments))
    program.index_again()
    assert started == [], "there is no library yet"
    program.settings.set(WORKERS, 3)
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    program.index_again()
    program.open_samples()
    ways = {"workers": 3, "as_before": True, "thumbnails": 20_000}
    folder = paths.built_in_models() / "pixels"
    assert started[0] == (library, IndexRequest((pictures,), "pixels", model_folder=folder, **ways))
    assert started[1][0].name == "Sample pictures"
    assert started[1][1].workers == 3


def test_changed_files_lose_their_thumbnails(
    qtbot: QtBot, program: Program, hear: Any, pictures: Path, tmp_path: Path
) -> None:
    ready = hear(program.thumbnails.ready)
    program.thumbnails.request(1, pictures / "1.png", 128)
    qtbot.waitUntil(lambda: bool(ready))
    program.indexing.finished.emit(IndexReport(tmp_path, "pixels", added=3))
    assert program.thumbnails.request(1, pictures / "1.png", 128) is not None
    program.indexing.finished.emit(IndexReport(tmp_path, "pixels", changed=1))
    assert program.thumbnails.request(1, pictures / "1.png", 128) is None


def test_another_library_has_other_thumbnails(
    qtbot: QtBot, program: Program, hear: Any, library: Path, pictures: Path
) -> None:
    ready = hear(program.thumbnails.ready)
    program.thumbnails.request(1, pictures / "1.png", 128)
    qtbot.waitUntil(lambda: bool(ready))
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    assert program.thumbnails.request(1, pictures / "1.png", 128) is None


def test_closing_in_the_middle_of_everything_leaves_nothing(
    qtbot: QtBot, program: Program, pictures: Path, library: Path, draw: Any, tmp_path: Path
) -> None:
    for seed in range(100, 160):
        draw(pictures / "more" / f"{seed}.png", seed)
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    with qtbot.waitSignal(program.indexing.progressed):
        program.indexing.start(library, IndexRequest((pictures,), "pixels", workers=1))
    for number in range(5):
        program.thumbnails.request(number, pictures / f"{number}.png", 256)
    program.search.ask_files([pictures / "1.png", pictures / "2.png"])
    program.survey.start([tmp_path])
    program.models.list()
    program.libraries.refresh()
    program.close()
    assert lanes() == []


def test_a_result_can_be_the_next_question(qtbot: QtBot, program: Program, hear: Any, library: Path) -> None:
    answers = hear(program.search.answered)
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    state = program.libraries.current
    assert state is not None
    program.search.ask_files([state.roots[0].path / "0.png"])
    qtbot.waitUntil(lambda: len(answers) == 1)
    kin = answers[0].matches[1].image
    program.search.find_similar(kin)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1].query.like[0] == FileExample(kin.path)
    assert answers[1].matches[0].image == kin
