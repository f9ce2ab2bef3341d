"""Files that appear whole or not at all, and leftovers that do not stay."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from imsearch_gui import disk


def test_what_was_written_takes_the_place_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("before")
    with disk.beside(target) as aside:
        aside.write_text("after")
        assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert target.read_text() == "after"


def test_what_goes_wrong_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("before")
    with pytest.raises(ZeroDivisionError), disk.beside(target) as aside:
        aside.write_text("half")
        raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert target.read_text() == "before"


def test_the_contents_are_synced_before_the_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, done = tmp_path / "a", []
    sync, replace = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        done.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")  # noqa: PTH112
        sync(handle)

    def noted_replace(path: Path, to: Path) -> Path:
        done.append("rename")
        return replace(path, to)

    monkeypatch.setattr(disk.os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    disk.write(target, b"data")
    assert done == ["file", "rename", "folder"]


def test_what_a_killed_program_was_writing_is_deleted_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from imsearch_gui import disk; path = disk.aside(Path(sys.argv[1]))"
    code += "; path.write_text('half'); print(path)"
    left = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert Path(left).exists()
    own, foreign, other = disk.aside(tmp_path), tmp_path / ".imsearch-00000000-1-1.part", tmp_path / "my.part"
    for path in (own, foreign, other):
        path.write_text("at work")
    disk.clear(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([own, foreign, other]), (
        "another machine's, and what only looks like it, stay"
    )


def test_what_is_a_week_old_was_left_whoever_made_it(tmp_path: Path) -> None:
    old, young = tmp_path / ".imsearch-00000000-1-1.part", tmp_path / ".imsearch-00000000-1-2.part"
    reused, foreign = disk.aside(tmp_path), tmp_path / ".imsearch-mine.part"
    for path in (old, young, reused, foreign):
        path.write_text("half")
    for path in (old, reused, foreign):
        os.utime(path, (time.time() - 8 * 86_400,) * 2)
    disk.clear(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([young, foreign])


def test_a_machine_is_the_same_under_another_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(disk, "MACHINE_IDS", (tmp_path / "none", tmp_path / "id"))
    (tmp_path / "id").write_text("0123456789abcdef0123456789abcdef\n")

    def machine(name: str) -> str:
        disk._machine.cache_clear()
        monkeypatch.setattr(disk.platform, "node", lambda: name)
        return disk._machine()

    try:
        known = machine("a")
        assert machine("b") == known
        (tmp_path / "id").write_text("f" * 32)
        assert machine("b") != known
        (tmp_path / "id").write_text("uninitialized\n")
        assert machine("a") != machine("b"), "where the system has no id, its name has to do"
    finally:
        disk._machine.cache_clear()


@pytest.mark.skipif(not Path("/proc/self/ns/pid").exists(), reason="there are no such namespaces")
def test_the_processes_of_a_container_are_not_those_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    disk._machine.cache_clear()
    known = disk._machine()
    monkeypatch.setattr(disk.os, "readlink", lambda _: "pid:[1]")
    disk._machine.cache_clear()
    assert disk._machine() != known
    disk._machine.cache_clear()


@pytest.mark.parametrize("name", ["", "..", "/etc/passwd", "folder/inside", "a\0b", "folder", "letter", "x" * 300])
def test_a_note_from_somebody_else_takes_nothing_away(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inside").touch()
    (tmp_path / "letter").write_text("dear")
    note = tmp_path / ".imsearch-00000000-1-1.place"
    note.write_bytes(os.fsencode(name))
    os.utime(note, (1, 1))
    disk.clear(tmp_path)
    assert not note.exists()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "inside", "letter"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_nobody_waits_for_a_note_that_is_a_pipe(tmp_path: Path) -> None:
    note = tmp_path / ".imsearch-00000000-1-1.place"
    os.mkfifo(note)
    os.utime(note, (1, 1))
    disk.clear(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_deleted_is_said_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(disk, "_lives", lambda _: False)
    disk.aside(tmp_path).mkdir()
    with caplog.at_level(logging.WARNING):
        disk.clear(tmp_path)
    assert "cannot be deleted" in caplog.text


def test_folders_are_made_with_those_above_them(tmp_path: Path) -> None:
    disk.make_folder(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()
    disk.make_folder(tmp_path / "a")


def test_nothing_is_written_through_a_link_that_lies_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter, folder = tmp_path / "letter", tmp_path / "folder"
    letter.write_text("dear")
    folder.mkdir()
    monkeypatch.setattr(disk, "_numbers", iter(range(1, 100)))
    for _ in range(4):
        disk.aside(folder).symlink_to(letter)
    assert len(list(folder.iterdir())) == 4
    monkeypatch.setattr(disk, "_numbers", iter(range(1, 100)))
    disk.write(folder / "a", b"data")
    assert letter.read_text() == "dear"
    assert (folder / "a").read_bytes() == b"data"
    assert not (folder / "a").is_symlink()
