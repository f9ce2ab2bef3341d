"""Which library is open: the one asked for last, and news of it only."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge import libraries as module
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import LibraryState

Closing = Callable[[Any], Any]


@pytest.fixture
def session(settings: SettingsStore, closing: Closing) -> LibrarySession:
    session: LibrarySession = closing(LibrarySession(settings))
    return session


class Disk:
    """Stands in for what is read from the disk, by folder."""

    def __init__(self, state_of: Callable[..., LibraryState]) -> None:
        self.state_of = state_of
        self.images: dict[Path, int] = {}
        self.doors: dict[Path, Any] = {}
        self.reads: list[Path] = []

    def skipped(self, folder: Path) -> tuple[Skipped, ...]:
        return (Skipped(folder / "a.jpg", "empty file"),)

    def read(self, folder: Path) -> LibraryState:
        self.reads.append(folder)
        if folder in self.doors:
            self.doors[folder].pass_through()
        if folder not in self.images:
            raise LibraryError(f"There is no library in {folder}: choose another folder.")
        return self.state_of(folder, images=self.images[folder])


A, B = Path("/libraries/a"), Path("/libraries/b")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, state_of: Callable[..., LibraryState]) -> Disk:
    disk = Disk(state_of)
    disk.images = {A: 5, B: 7}
    monkeypatch.setattr(module, "_state_of", disk.read)
    monkeypatch.setattr(module, "_skipped_of", disk.skipped)
    return disk


def test_a_real_library_and_what_it_holds(
    qtbot: QtBot, session: LibrarySession, hear: Any, library: Path, pictures: Path, fill: Callable[..., None]
) -> None:
    opened, changed, listed = hear(session.opened), hear(session.changed), hear(session.skipped_listed)
    session.open(library)
    qtbot.waitUntil(lambda: bool(opened))
    state = opened[0]
    assert (state.name, state.images, state.skipped) == ("library", 5, 0)
    assert [model.id for model in state.models] == ["pixels"]
    assert [root.path for root in state.roots] == [pictures]
    assert session.current == state
    (pictures / "broken.jpg").write_bytes(b"")
    fill(library, pictures)
    session.refresh()
    qtbot.waitUntil(lambda: bool(changed))
    assert changed[0].skipped == 1
    session.list_skipped()
    qtbot.waitUntil(lambda: bool(listed))
    assert [item.path.name for item in listed[0]] == ["broken.jpg"]


def test_a_folder_without_a_library_leaves_the_open_one(
    qtbot: QtBot, session: LibrarySession, hear: Any, library: Path, tmp_path: Path
) -> None:
    opened, failed = hear(session.opened), hear(session.failed)
    session.open(library)
    qtbot.waitUntil(lambda: bool(opened))
    session.open(tmp_path)
    qtbot.waitUntil(lambda: bool(failed))
    assert session.current is opened[0]


def test_a_library_of_a_newer_version_is_refused_with_a_sentence(
    qtbot: QtBot, session: LibrarySession, hear: Any, library: Path
) -> None:
    with contextlib.closing(sqlite3.connect(library / "catalog.sqlite")) as catalog:
        catalog.execute("PRAGMA user_version = 999")
    opened, failed = hear(session.opened), hear(session.failed)
    session.open(library)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed == [
        f"The library {library} was made by a newer version of the program: update the program to open it."
    ]
    assert opened == []


def test_the_last_library_is_opened_at_the_next_start(
    qtbot: QtBot, settings: SettingsStore, session: LibrarySession, closing: Closing, hear: Any, disk: Disk
) -> None:
    assert not session.open_last()
    opened = hear(session.opened)
    session.open(A)
    qtbot.waitUntil(lambda: len(opened) == 1)
    session.open(B)
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert session.recent() == [B, A]
    later = closing(LibrarySession(settings))
    again = hear(later.opened)
    assert later.open_last()
    qtbot.waitUntil(lambda: bool(again))
    assert again[0].folder == B


def test_of_two_libraries_asked_for_the_last_one_is_opened(
    qtbot: QtBot, session: LibrarySession, hear: Any, disk: Disk, door: Any, deliver: Callable[[], None]
) -> None:
    opened = hear(session.opened)
    gate = disk.doors[A] = door()
    session.open(A)
    gate.wait_until_reached()
    session.open(B)
    gate.open()
    qtbot.waitUntil(lambda: bool(opened))
    deliver()
    assert [state.folder for state in opened] == [B]


def test_late_news_of_a_library_does_not_bring_it_back(
    qtbot: QtBot, session: LibrarySession, hear: Any, disk: Disk, door: Any
) -> None:
    opened, changed, listed = hear(session.opened), hear(session.changed), hear(session.skipped_listed)
    session.open(A)
    qtbot.waitUntil(lambda: len(opened) == 1)
    gate = disk.doors[A] = door()
    disk.images[A] = 6
    session.refresh()
    gate.wait_until_reached()
    session.open(B)
    qtbot.waitUntil(lambda: len(opened) == 2)
    # Answered after the news, which have then arrived.
    session.list_skipped()
    gate.open()
    qtbot.waitUntil(lambda: bool(listed))
    assert session.current is not None
    assert session.current.folder == B
    assert changed == []


def test_news_are_looked_for_once_and_once_more_however_often_they_are_asked_for(
    qtbot: QtBot, session: LibrarySession, hear: Any, disk: Disk, door: Any
) -> None:
    opened, changed = hear(session.opened), hear(session.changed)
    session.open(A)
    qtbot.waitUntil(lambda: bool(opened))
    gate = disk.doors[A] = door()
    session.refresh()
    gate.wait_until_reached()
    for _ in range(30):
        session.refresh()
    disk.images[A] = 9
    gate.open()
    qtbot.waitUntil(lambda: bool(changed) and len(disk.reads) == 3)
    assert disk.reads == [A, A, A]


def test_nothing_new_is_not_told(qtbot: QtBot, session: LibrarySession, hear: Any, disk: Disk) -> None:
    opened, changed, listed = hear(session.opened), hear(session.changed), hear(session.skipped_listed)
    session.open(A)
    qtbot.waitUntil(lambda: bool(opened))
    session.refresh()
    session.list_skipped()
    qtbot.waitUntil(lambda: bool(listed))
    assert disk.reads == [A, A]
    assert changed == []


def test_names_become_folders(session: LibrarySession) -> None:
    base = paths.default_libraries()
    assert session.folder_for("Holidays 2024") == base / "Holidays 2024"
    assert session.folder_for('a/b:c?"d"') == base / "a-b-c--d-"
    assert session.folder_for(" .. ") == base / "Library"
    (base / "Taken").mkdir(parents=True)
    assert session.folder_for("Taken") == base / "Taken 2"


def test_it_closes_while_a_library_is_read(
    session: LibrarySession, hear: Any, disk: Disk, door: Any, deliver: Callable[[], None]
) -> None:
    opened = hear(session.opened)
    gate = disk.doors[A] = door()
    session.open(A)
    gate.wait_until_reached()
    session.stop()
    gate.open()
    session.close()
    deliver()
    assert opened == []
