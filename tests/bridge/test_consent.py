"""What a library wants watched is watched only where somebody here wants it, too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.library import care
from imsearch_gui.library.writer import LibraryWriter

Closing = Callable[[Any], Any]


@pytest.fixture
def asking(library: Path, pictures: Path) -> Path:
    """A library that asks for its folder to be watched."""
    with LibraryWriter.open(library) as writer:
        care.set_options(writer, pictures, recursive=True, exclude=(), watch=True)
    return library


def test_a_library_from_elsewhere_is_not_watched_until_the_user_says_so(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, asking: Path, pictures: Path, hear: Any
) -> None:
    program: Program = closing(Program(settings))
    wanted, jobs = hear(program.consent.wanted), hear(program.indexing.started)
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(asking)
    assert wanted == [(pictures,)]
    qtbot.wait(300)
    assert (program.watching.ways, jobs) == ({}, [])
    with qtbot.waitSignal(program.watching.armed):
        program.consent.give()
    assert list(program.watching.ways) == [pictures]
    assert program.consent.covers(asking)


def test_once_is_enough(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, asking: Path, pictures: Path, hear: Any
) -> None:
    settings.keep_watched([Path("/another"), asking])
    program: Program = closing(Program(settings))
    wanted = hear(program.consent.wanted)
    with qtbot.waitSignal(program.watching.armed):
        program.libraries.open(asking)
    assert (list(program.watching.ways), wanted) == ([pictures], [])
    given = hear(program.consent.given)
    program.consent.give()
    assert given == []


def test_libraries_of_before_anybody_was_asked_stay_as_they_were(
    qtbot: QtBot, settings: SettingsStore, closing: Closing, asking: Path, pictures: Path
) -> None:
    settings.used(asking)
    program: Program = closing(Program(settings))
    with qtbot.waitSignal(program.watching.armed):
        program.libraries.open(asking)
    assert list(program.watching.ways) == [pictures]


@pytest.mark.parametrize(("watch", "covered"), [(True, True), (False, True), (None, False)])
def test_choosing_folders_says_it_and_indexing_again_does_not(
    qtbot: QtBot,
    settings: SettingsStore,
    closing: Closing,
    asking: Path,
    pictures: Path,
    watch: bool | None,
    covered: bool,
) -> None:
    program: Program = closing(Program(settings))
    with qtbot.waitSignal(program.indexing.ended, timeout=60_000):
        program.indexing.start(asking, IndexRequest((pictures,), "pixels", watch=watch, as_before=watch is None))
    assert program.consent.covers(asking) is covered
