"""One writes: a second writer is told so at once, small changes get in between, and a dead writer is in nobody's way."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.cli import main
from imsearch_gui.domain.errors import KnownError, LibraryBusy
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.library import connection
from imsearch_gui.library.care import rename
from imsearch_gui.library.connection import LOCK
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.marks import labels_in_use, note
from imsearch_gui.library.removal import delete_library, remove_model
from imsearch_gui.library.writer import LibraryWriter

PICTURES, BATCH = 24, 4
"""As in conftest.py."""
Run = Callable[..., IndexReport]
Counts = Callable[[Library], tuple[int, int]]
Begin = Callable[[Path, Path], Any]

NOTER = """
import sys
from pathlib import Path
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.library.marks import note

library, name = Path(sys.argv[1]), sys.argv[2]
sys.stdin.readline()
for number in range(40):
    for image in (1, 2, 3):
        note(library, [image], MarkEdit(add=(f"{name} {number}",)))
"""


def test_a_second_writer_is_told_at_once_in_one_sentence(
    counts: Counts, pictures: Path, tmp_path: Path, begin: Begin, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "library"
    writer = begin(pictures, folder)
    assert writer.step() == str(BATCH)
    with pytest.raises(LibraryBusy, match="is being indexed by another window or command"):
        LibraryWriter.open(folder)
    with pytest.raises(LibraryBusy, match="is being indexed by another window or command"):
        delete_library(folder)
    commands: list[list[str | Path]] = [
        ["index", pictures, "--library", folder],
        ["rename", folder, "another name"],
        ["roots", folder, "remove", pictures],
    ]
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "imsearch_gui.cli", *map(str, command)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.count("\n") == 1
        assert "is being indexed by another window or command: wait until that has finished." in done.stderr
    assert main(["search", str(folder), str(pictures / "00.png"), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["matches"][0]["path"] == str(pictures / "00.png")
    while writer.step() != "done":
        pass
    assert writer.end() == 0
    with Library.open(folder) as library:
        assert counts(library) == (PICTURES, PICTURES)


def test_notes_of_two_processes_while_a_third_indexes_are_all_there(
    counts: Counts, pictures: Path, tmp_path: Path, begin: Begin, start: Callable[..., Any]
) -> None:
    folder = tmp_path / "library"
    writer = begin(pictures, folder)
    assert writer.step() == str(BATCH)
    noters = [start(NOTER, folder, name) for name in ("left", "right")]
    for noter in noters:
        noter.tell()
    while writer.step() != "done":
        pass
    assert [noter.end() for noter in noters] == [0, 0]
    assert writer.end() == 0
    with Library.open(folder) as library:
        assert counts(library) == (PICTURES, PICTURES)
        noted = {label.name: label.images for label in labels_in_use(library.rows)}
    assert noted == {f"{name} {number}": 3 for name in ("left", "right") for number in range(40)}


def test_a_catalog_that_another_program_holds_is_a_sentence(
    run: Run,
    counts: Counts,
    library: Path,
    pictures: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_S", 0.01)
    more = tmp_path / "more"
    shutil.copytree(pictures, more)
    with closing(sqlite3.connect(library / CATALOG, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="Another program is writing to the library"):
            note(library, [1], MarkEdit(rating=3))
        with LibraryWriter.open(library) as writer:
            with pytest.raises(LibraryBusy, match="Another program is writing"):
                rename(writer, "another name")
            with pytest.raises(LibraryBusy, match="Another program is writing"):
                run(writer, more)
        assert main(["index", str(more), "--library", str(library)]) == 1
        assert "locked" not in capfd.readouterr().err
        with Library.open(library) as reader:
            assert counts(reader) == (PICTURES, PICTURES)
    note(library, [1], MarkEdit(rating=3))
    with LibraryWriter.open(library) as writer:
        assert run(writer, more).added == PICTURES


def test_a_writer_that_was_killed_locks_nobody_out(
    run: Run, counts: Counts, pictures: Path, tmp_path: Path, begin: Begin
) -> None:
    folder = tmp_path / "library"
    writer = begin(pictures, folder)
    assert writer.step() == str(BATCH)
    with pytest.raises(LibraryBusy):
        LibraryWriter.open(folder)
    writer.process.kill()
    writer.process.wait()
    assert (folder / LOCK).exists()
    note(folder, [1], MarkEdit(rating=5))
    with LibraryWriter.open(folder) as again:
        assert again.image_count() == BATCH
        assert run(again, pictures).added == PICTURES - BATCH
        assert counts(again) == (PICTURES, PICTURES)


def test_what_a_dead_process_left_in_the_lock_file_does_not_matter(library: Path) -> None:
    (library / LOCK).write_text("4194304\nanother-machine\n")
    with LibraryWriter.open(library) as writer:
        assert writer.image_count() == PICTURES


def test_a_sentence_and_nothing_else_where_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for opened in (Library.open, LibraryWriter.open, lambda folder: remove_model(LibraryWriter.open(folder), "x")):
        with pytest.raises(KnownError):
            opened(tmp_path / "file")
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
