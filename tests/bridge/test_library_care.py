"""What is done to libraries as a whole, by real libraries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import IndexRequest

Closing = Callable[[Any], Any]


@pytest.fixture
def program(qtbot: QtBot, settings: SettingsStore, closing: Closing, library: Path) -> Program:
    """With the library of five pictures open."""
    program: Program = closing(Program(settings))
    with qtbot.waitSignal(program.libraries.opened):
        program.libraries.open(library)
    return program


def test_facts_come_and_follow_a_change(
    qtbot: QtBot, program: Program, hear: Any, library: Path, pictures: Path
) -> None:
    found, changed = hear(program.care.found), hear(program.libraries.changed)
    program.care.look()
    qtbot.waitUntil(lambda: bool(found))
    assert (found[0].folder, found[0].images) == (library, 5)
    program.care.rename(library, "My trips")
    qtbot.waitUntil(lambda: bool(changed) and found[-1].name == "My trips")
    assert changed[-1].name == "My trips"
    done: list[bool] = []
    program.care.set_options(pictures, recursive=False, exclude=["*.tif"], watch=False, done=lambda: done.append(True))
    qtbot.waitUntil(lambda: found[-1].roots[0].root.exclude == ("*.tif",))
    assert done == [True]


def test_a_folder_that_the_facts_find_offline_is_so_for_the_window_too(
    qtbot: QtBot, program: Program, hear: Any, pictures: Path
) -> None:
    found, changed = hear(program.care.found), hear(program.libraries.changed)
    away = pictures.rename(pictures.with_name("away"))
    program.care.look()
    # Back before anybody else has looked: the window has to know of it, or it would never say so.
    qtbot.waitUntil(lambda: bool(changed) and not changed[-1].roots[0].online)
    assert not found[-1].roots[0].root.online
    away.rename(pictures)
    program.watching.look()
    qtbot.waitUntil(lambda: changed[-1].roots[0].online)


def test_what_would_be_left_out_is_told_for_the_newest_question(
    qtbot: QtBot, program: Program, hear: Any, pictures: Path
) -> None:
    counted = hear(program.care.counted)
    for globs in (["0*"], ["0*", "1*"], ["0*", "1*", "2.png"]):
        program.care.count_left_out(pictures, recursive=True, exclude=globs)
    qtbot.waitUntil(lambda: bool(counted))
    assert counted == [(pictures, 3)]


def test_a_root_is_relinked_and_removed(
    qtbot: QtBot, program: Program, hear: Any, pictures: Path, tmp_path: Path
) -> None:
    busy, relinked, removed = hear(program.care.relinking), hear(program.care.relinked), hear(program.care.removed)
    failed = hear(program.care.failed)
    there = tmp_path / "there"
    pictures.rename(there)
    program.care.relink(pictures, tmp_path)
    qtbot.waitUntil(lambda: bool(failed))
    assert "does not hold what was in" in failed[0]
    program.care.relink(pictures, there)
    qtbot.waitUntil(lambda: bool(relinked))
    assert relinked[0][0] == there
    assert relinked[0][1].found == 5
    assert busy == [(pictures, True), (pictures, False)] * 2
    program.care.remove_root(there)
    qtbot.waitUntil(lambda: program.libraries.current is not None and program.libraries.current.images == 0)
    assert removed == [(there, 5)]


def test_the_open_library_is_let_go_before_it_is_deleted(
    qtbot: QtBot, program: Program, settings: SettingsStore, hear: Any, library: Path, pictures: Path
) -> None:
    closed, deleted, answers = hear(program.libraries.closed), hear(program.care.deleted), hear(program.search.answered)
    program.search.ask_files([pictures / "1.png"])
    qtbot.waitUntil(lambda: bool(answers))
    program.care.delete(library)
    qtbot.waitUntil(lambda: bool(deleted))
    assert closed == [()]
    assert program.libraries.current is None
    assert program.search.query is None
    assert not library.exists()
    assert settings.recent() == []
    assert len(list(pictures.iterdir())) == 5
    assert not program.libraries.open_last()


def test_libraries_are_listed_with_those_that_are_gone(
    qtbot: QtBot, program: Program, settings: SettingsStore, hear: Any, library: Path, tmp_path: Path
) -> None:
    settings.used(tmp_path / "Gone")
    listed = hear(program.care.listed)
    program.care.list()
    qtbot.waitUntil(lambda: bool(listed))
    assert [(entry.name, entry.images, entry.there) for entry in listed[0]] == [
        ("Gone", 0, False),
        ("library", 5, True),
    ]
    program.libraries.forget(tmp_path / "Gone")
    assert settings.recent() == [library]


def test_nothing_is_changed_while_the_user_indexes(
    qtbot: QtBot, program: Program, hear: Any, library: Path, pictures: Path, door: Any
) -> None:
    failed, gate = hear(program.care.failed), door()
    plain = program.indexing._index

    def held(*arguments: Any) -> Any:
        gate.pass_through()
        return plain(*arguments)

    program.indexing._index = held  # type: ignore[method-assign]
    program.indexing.start(library, IndexRequest((pictures,), "pixels", workers=1))
    program.care.rename(library, "Other")
    program.care.delete(library)
    assert len(failed) == 2
    assert "being indexed just now" in failed[0]
    with qtbot.waitSignal(program.indexing.ended):
        gate.open()
    assert library.exists()


def test_a_job_of_the_program_itself_gives_way_to_a_change(
    qtbot: QtBot, program: Program, hear: Any, library: Path, pictures: Path, door: Any
) -> None:
    aside, ended, failed = hear(program.indexing.set_aside), hear(program.indexing.ended), hear(program.care.failed)
    gate = door()
    plain = program.indexing._index

    def held(*arguments: Any) -> Any:
        gate.pass_through()
        return plain(*arguments)

    program.indexing._index = held  # type: ignore[method-assign]
    assert program.index_roots((pictures,), background=True)
    gate.wait_until_reached()
    program.care.rename(library, "Other")
    assert (len(aside), len(ended)) == (1, 1)
    assert not program.indexing.running
    gate.open()
    qtbot.waitUntil(lambda: program.libraries.current is not None and program.libraries.current.name == "Other")
    assert failed == []


def test_another_program_that_writes_is_one_sentence(qtbot: QtBot, program: Program, hear: Any, library: Path) -> None:
    failed = hear(program.care.failed)
    with FileLock(library / "writer.lock"):
        program.care.rename(library, "Other")
        qtbot.waitUntil(lambda: bool(failed))
    assert "another window or command" in failed[0]
