"""What a start asks for, and when it is seen to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.wishes import Wishes


class Asked(list[Any]):
    """What was asked of the engine."""

    def __init__(self) -> None:
        super().__init__()
        self.order: list[str] = []
        """Who heard of a library when."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked()

    def ask_files(_: object, files: tuple[Path, ...]) -> None:
        made.append(tuple(files))
        made.order.append("pictures")

    session = "imsearch_gui.bridge.search_session.SearchSession"
    monkeypatch.setattr(f"{session}.ask_files", ask_files)
    monkeypatch.setattr(f"{session}.use_library", lambda *_: made.order.append("library"))
    monkeypatch.setattr(Program, "open_samples", lambda _: made.append("samples"))
    return made


@pytest.fixture
def program(settings: SettingsStore, asked: Asked) -> Iterator[Program]:
    program = Program(settings)
    yield program
    program.close()
    program.deleteLater()


def opened(program: Program, images: int) -> None:
    state = LibraryState(Path("/library"), "Library", images, 0, (), ())
    program.libraries.current = state
    program.libraries.opened.emit(state)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.jpg").write_bytes(b"x")
    return tmp_path / "a.jpg"


def test_pictures_wait_for_a_library_with_pictures(
    qtbot: QtBot, program: Program, asked: Asked, picture: Path, hear: Callable[[Any], Any]
) -> None:
    wanted = hear(program.arrivals.library_wanted)
    program.arrivals.begin(Wishes(paths=(picture,)))
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [(picture,)]
    opened(program, 0)
    assert asked == []
    opened(program, 10)
    assert asked == [(picture,)]
    opened(program, 10)
    assert asked == [(picture,)], "once"


def test_pictures_that_come_later_are_asked_for_at_once(
    qtbot: QtBot, program: Program, asked: Asked, picture: Path, hear: Callable[[Any], Any]
) -> None:
    wanted = hear(program.arrivals.library_wanted)
    opened(program, 10)
    program.arrivals.take(Wishes(paths=(picture,)))
    qtbot.waitUntil(lambda: asked == [(picture,)])
    assert not wanted


def test_folders_are_to_be_indexed_and_the_rest_is_asked_for(
    qtbot: QtBot, program: Program, asked: Asked, picture: Path, hear: Callable[[Any], Any]
) -> None:
    folders = hear(program.arrivals.folders_came)
    opened(program, 10)
    gone = picture.parent / "gone.jpg"
    program.arrivals.take(Wishes(paths=(picture.parent / "folder", picture, gone)))
    qtbot.waitUntil(lambda: bool(folders) and bool(asked))
    assert folders == [(picture.parent / "folder",)]
    assert asked == [(picture, gone)]


def test_a_library_that_cannot_be_opened_leaves_the_pictures_waiting(
    qtbot: QtBot, program: Program, asked: Asked, picture: Path, hear: Callable[[Any], Any]
) -> None:
    failed, wanted = hear(program.libraries.failed), hear(program.arrivals.library_wanted)
    program.arrivals.begin(Wishes(paths=(picture,), library=picture.parent / "folder"))
    qtbot.waitUntil(lambda: bool(failed) and bool(wanted))
    assert asked == []


def test_samples(program: Program, asked: Asked) -> None:
    program.arrivals.begin(Wishes(samples=True))
    assert asked == ["samples"]


def test_the_search_takes_up_the_library_before_it_is_asked(
    qtbot: QtBot, program: Program, asked: Asked, picture: Path, hear: Callable[[Any], Any]
) -> None:
    """Asked the other way round it would say that there is nothing to search in."""
    wanted = hear(program.arrivals.library_wanted)
    program.arrivals.begin(Wishes(paths=(picture,)))
    qtbot.waitUntil(lambda: bool(wanted))
    opened(program, 10)
    assert asked.order == ["library", "pictures"]
