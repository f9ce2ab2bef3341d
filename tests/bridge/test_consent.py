"""What a library wants watched is watched only where somebody here wants it, too: this root, of this library, at this place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import libraries
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import StorageError
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.library import care
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter

Closing = Callable[[Any], Any]


def identity_of(folder: Path) -> str:
    with Library.open(folder) as library:
        return care.identity_of(library)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder that nobody here has chosen."""
    (tmp_path / "Letters").mkdir()
    return tmp_path / "Letters"


@pytest.fixture
def asking(library: Path, pictures: Path) -> Path:
    """A library that asks for its folder to be watched."""
    with LibraryWriter.open(library) as writer:
        care.set_options(writer, pictures, recursive=True, exclude=(), watch=True)
    return library


@pytest.fixture
def program(settings: SettingsStore, closing: Closing) -> Program:
    program: Program = closing(Program(settings))
    return program


def open_it(qtbot: QtBot, program: Program, folder: Path) -> None:
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(folder)


def add(folder: Path, root: Path) -> None:
    with LibraryWriter.open(folder) as writer:
        writer.add_root(root, recursive=True, exclude=(), watch=True)


def test_a_library_from_elsewhere_is_not_watched_until_the_user_says_so(
    qtbot: QtBot, program: Program, asking: Path, pictures: Path, hear: Any
) -> None:
    wanted, jobs = hear(program.consent.wanted), hear(program.indexing.started)
    open_it(qtbot, program, asking)
    assert wanted == [(pictures,)]
    qtbot.wait(300)
    assert (program.watching.ways, jobs) == ({}, [])
    state = program.libraries.current
    assert state is not None
    with qtbot.waitSignal(program.watching.armed):
        program.consent.give(state, (pictures,))
    assert list(program.watching.ways) == [pictures]
    assert program.consent.covers(pictures)


def test_once_is_enough(
    qtbot: QtBot, settings: SettingsStore, program: Program, asking: Path, pictures: Path, hear: Any
) -> None:
    care.identify(asking)
    settings.keep_watched([(Path("/another"), "x", pictures), (asking, identity_of(asking), pictures)])
    wanted = hear(program.consent.wanted)
    with qtbot.waitSignal(program.watching.armed):
        program.libraries.open(asking)
    assert (list(program.watching.ways), wanted) == ([pictures], [])
    given, state = hear(program.consent.given), program.libraries.current
    assert state is not None
    program.consent.give(state, (pictures,))
    assert given == []


# -- choosing folders ---------------------------------------------------------------------------------------------------


def index(qtbot: QtBot, program: Program, library: Path, folder: Path, watch: bool | None) -> None:
    with qtbot.waitSignal(program.indexing.ended, timeout=60_000):
        program.indexing.start(library, IndexRequest((folder,), "pixels", watch=watch, as_before=watch is None))


@pytest.mark.parametrize("watch", [False, None])
def test_to_index_a_folder_is_not_to_have_it_watched(
    watch: bool | None, qtbot: QtBot, program: Program, asking: Path, pictures: Path, letters: Path
) -> None:
    """A foreign library wants another folder watched; the user adds one of their own and leaves the box unticked."""
    add(asking, letters)
    index(qtbot, program, asking, pictures, watch)
    qtbot.waitUntil(lambda: program.libraries.current is not None)
    assert not program.consent.covers(letters)
    assert not program.consent.covers(pictures)
    assert program.watching.ways == {}


def test_to_have_one_folder_watched_says_nothing_of_the_others(
    qtbot: QtBot, program: Program, asking: Path, pictures: Path, letters: Path, hear: Any
) -> None:
    add(asking, letters)
    wanted = hear(program.consent.wanted)
    index(qtbot, program, asking, pictures, watch=True)
    qtbot.waitUntil(lambda: list(program.watching.ways) == [pictures])
    assert (program.consent.covers(pictures), program.consent.covers(letters)) == (True, False)
    assert wanted == [(letters,)]


def test_a_new_library_is_watched_as_it_was_chosen(
    qtbot: QtBot, program: Program, pictures: Path, tmp_path: Path, hear: Any
) -> None:
    wanted = hear(program.consent.wanted)
    index(qtbot, program, tmp_path / "new", pictures, watch=True)
    qtbot.waitUntil(lambda: list(program.watching.ways) == [pictures])
    assert wanted == []


def test_a_box_that_is_cleared_takes_it_back(
    qtbot: QtBot, program: Program, asking: Path, pictures: Path, hear: Any
) -> None:
    index(qtbot, program, asking, pictures, watch=True)
    qtbot.waitUntil(lambda: program.consent.covers(pictures))
    index(qtbot, program, asking, pictures, watch=False)
    assert not program.consent.covers(pictures)
    wanted = hear(program.consent.wanted)
    state = program.libraries.current
    assert state is not None
    program.consent.give(state, (pictures,))
    program.consent.take_back(state, (pictures,))
    assert not program.consent.covers(pictures)
    assert wanted == []


# -- another library, other roots ---------------------------------------------------------------------------------------


def test_another_library_in_its_place_is_asked_about(
    qtbot: QtBot, program: Program, asking: Path, pictures: Path, fill: Callable[..., None], tmp_path: Path, hear: Any
) -> None:
    index(qtbot, program, asking, pictures, watch=True)
    qtbot.waitUntil(lambda: list(program.watching.ways) == [pictures])
    program.libraries.leave()
    shutil.rmtree(asking)
    fill(tmp_path / "theirs", pictures)
    with LibraryWriter.open(tmp_path / "theirs") as writer:
        care.set_options(writer, pictures, recursive=True, exclude=(), watch=True)
    (tmp_path / "theirs").rename(asking)
    wanted = hear(program.consent.wanted)
    open_it(qtbot, program, asking)
    assert wanted == [(pictures,)]
    assert not program.consent.covers(pictures)
    qtbot.waitUntil(lambda: program.watching.ways == {})


def test_a_root_that_comes_later_is_asked_about_once(
    qtbot: QtBot, program: Program, asking: Path, pictures: Path, letters: Path, hear: Any
) -> None:
    index(qtbot, program, asking, pictures, watch=True)
    qtbot.waitUntil(lambda: list(program.watching.ways) == [pictures])
    wanted = hear(program.consent.wanted)
    add(asking, letters)
    with qtbot.waitSignal(program.libraries.changed):
        program.libraries.refresh()
    assert wanted == [(letters,)]
    with LibraryWriter.open(asking) as writer:
        care.rename(writer, "another name")
    with qtbot.waitSignal(program.libraries.changed):
        program.libraries.refresh()
    assert wanted == [(letters,)]
    assert list(program.watching.ways) == [pictures]


def test_an_answer_is_for_the_library_that_was_asked_about(
    qtbot: QtBot, program: Program, asking: Path, pictures: Path, fill: Callable[..., None], tmp_path: Path, hear: Any
) -> None:
    open_it(qtbot, program, asking)
    state = program.libraries.current
    assert state is not None
    fill(tmp_path / "other", pictures)
    open_it(qtbot, program, tmp_path / "other")
    given = hear(program.consent.given)
    program.consent.give(state, (pictures,))
    assert given == []
    assert not program.consent.covers(pictures)


def test_a_root_that_was_found_again_stays_watched(
    qtbot: QtBot, program: Program, asking: Path, pictures: Path, tmp_path: Path
) -> None:
    index(qtbot, program, asking, pictures, watch=True)
    qtbot.waitUntil(lambda: list(program.watching.ways) == [pictures])
    place = tmp_path / "moved"
    pictures.rename(place)
    with qtbot.waitSignal(program.care.relinked):
        program.care.relink(pictures, place)
    qtbot.waitUntil(lambda: list(program.watching.ways) == [place])


# -- identities and settings --------------------------------------------------------------------------------------------


def test_a_library_gets_an_identity_and_keeps_it(qtbot: QtBot, program: Program, asking: Path) -> None:
    assert identity_of(asking) == ""
    open_it(qtbot, program, asking)
    state = program.libraries.current
    assert state is not None
    assert len(state.identity) == 32
    care.identify(asking)
    assert identity_of(asking) == state.identity


def test_a_library_that_cannot_be_written_is_opened_without_one(
    qtbot: QtBot, program: Program, asking: Path, monkeypatch: pytest.MonkeyPatch, hear: Any
) -> None:
    def read_only(_: Path) -> None:
        raise StorageError("read-only")

    monkeypatch.setattr(care, "identify", read_only)
    failed = hear(program.libraries.failed)
    open_it(qtbot, program, asking)
    assert libraries._state_of(asking).identity == ""
    assert failed == []


def test_what_earlier_versions_kept_of_whole_libraries_is_asked_about_once_more(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, asking: Path, pictures: Path, tmp_path: Path, hear: Any
) -> None:
    settings.used(asking)
    settings.close()
    earlier = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    earlier.setValue("window/watched_libraries", json.dumps([str(asking)]))
    earlier.sync()
    for answers in ([(pictures,)], []):
        program: Program = closing(Program(SettingsStore(tmp_path / "settings.ini")))
        wanted = hear(program.consent.wanted)
        open_it(qtbot, program, asking)
        assert wanted == answers
        state = program.libraries.current
        assert state is not None
        program.consent.give(state, (pictures,))
        program.close()


@pytest.mark.parametrize("kept", ["[", "{}", "[1, [], [1, 2, 3], ['a', 'b']]", '[["/a", "b", 5]]', "[" * 5000])
def test_settings_that_make_no_sense_allow_nothing(kept: str, settings: SettingsStore) -> None:
    settings._settings.setValue("window/watched_roots", kept)
    assert settings.watched() == []
