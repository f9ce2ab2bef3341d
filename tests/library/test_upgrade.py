"""A catalog of an earlier schema is brought to the present one as a whole or not at all, and what it was is kept first."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from imsearch_gui.cli import main
from imsearch_gui.domain.errors import DiskFull, LibraryBusy, LibraryTooNew, StorageError
from imsearch_gui.library import upgrade
from imsearch_gui.library.connection import LOCK
from imsearch_gui.library.facts import facts_of
from imsearch_gui.library.library import CATALOG, Library
from imsearch_gui.library.marks import labels_in_use
from imsearch_gui.library.removal import delete_library
from imsearch_gui.library.schema import SCHEMA
from imsearch_gui.library.small_change import small_change
from imsearch_gui.library.upgrade import NotCopied, copies_of, copy_of
from imsearch_gui.library.writer import LibraryWriter

KEPT = Path(__file__).with_name("schemas")
IMAGES = 9


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library that schema 1 really wrote."""
    return Path(shutil.copytree(KEPT / "schema-1", tmp_path / "old"))


def schema_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def sound(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as db:
        whole = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return whole and db.execute("SELECT count(*) FROM image").fetchone()[0] == IMAGES


def test_what_was_committed_last_is_in_the_copy(old: Path) -> None:
    """It may still be in the log beside the catalog, where a copy of the file alone would miss it."""
    with closing(sqlite3.connect(old / CATALOG, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("INSERT INTO setting (key, value) VALUES ('late', 'yes')")
        assert (old / f"{CATALOG}-wal").stat().st_size > 0
        with Library.open(old) as library:
            assert library.rows("SELECT value FROM setting WHERE key = 'late'") == [("yes",)]
    with closing(sqlite3.connect(copy_of(old / CATALOG, 1))) as copy:
        assert copy.execute("SELECT value FROM setting WHERE key = 'late'").fetchone() == ("yes",)


def test_the_next_upgrade_replaces_the_copy_and_the_leavings_of_one_that_was_killed(old: Path) -> None:
    copy_of(old / CATALOG, 0).write_bytes(b"an earlier copy")
    (old / f"{CATALOG[:-7]}.schema-1.sqlite.new").write_bytes(b"half a copy")
    (old / "catalog.schema-mine.sqlite").write_text("somebody's own")
    with Library.open(old):
        pass
    assert copies_of(old / CATALOG) == [copy_of(old / CATALOG, 1)]
    assert sound(copy_of(old / CATALOG, 1))
    assert (old / "catalog.schema-mine.sqlite").read_text() == "somebody's own"


def test_of_a_new_library_there_is_no_copy(tmp_path: Path) -> None:
    with LibraryWriter.open(tmp_path / "new"):
        pass
    with Library.open(tmp_path / "new"):
        assert copies_of(tmp_path / "new" / CATALOG) == []


def test_the_copy_counts_for_the_library_and_goes_with_it(old: Path) -> None:
    with Library.open(old) as library:
        facts = facts_of(library)
        assert facts.copy_bytes == copy_of(old / CATALOG, 1).stat().st_size
        assert facts.bytes == facts.copy_bytes + facts.catalog_bytes + facts.vector_bytes + facts.graph_bytes
    delete_library(old)
    assert not old.exists()


def test_a_library_of_an_earlier_version_is_deleted_as_it_is(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that has no room for the copy is the very reason for deleting something."""
    monkeypatch.setattr(upgrade.disk.os, "fsync", refuse(errno.ENOSPC))
    delete_library(old)
    assert not old.exists()


def refuse(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, "room"), (errno.EIO, "Input/output error")])
@pytest.mark.parametrize("opened", [Library.open, LibraryWriter.open])
def test_without_a_copy_nothing_is_changed(
    number: int, kind: str, opened: Callable[[Path], Library], old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade.disk.os, "fsync", refuse(number))
    with pytest.raises(NotCopied, match=kind):
        opened(old)
    monkeypatch.undo()
    assert schema_of(old / CATALOG) == 1
    assert copies_of(old / CATALOG) == []
    with opened(old) as library:
        assert library.image_count() == IMAGES


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """small_disk(kilobytes): a disk of that size; only the administrator of a Linux system can have one."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(size: int) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(place)]
        if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a small disk cannot be mounted here")
        return place

    yield mount
    if place.is_mount():
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("free", [8, 80], ids=["for the copy", "for the tables"])
def test_a_full_disk_is_a_sentence_and_changes_nothing(
    free: int, old: Path, small_disk: Callable[[int], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    disk = small_disk(1000)
    library = Path(shutil.copytree(old, disk / "library"))
    room = shutil.disk_usage(disk).free
    (disk / "other").write_bytes(bytes(room - free * 1024))
    with pytest.raises((NotCopied, DiskFull), match="make room"):
        Library.open(library)
    assert main(["info", str(library)]) == 1
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "make room" in said
    (disk / "other").unlink()
    assert schema_of(library / CATALOG) == 1
    with Library.open(library) as opened:
        assert opened.image_count() == IMAGES


def test_a_disk_that_cannot_be_written_is_a_sentence(old: Path, small_disk: Callable[[int], Path]) -> None:
    disk = small_disk(1000)
    library = Path(shutil.copytree(old, disk / "library"))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(StorageError, match="copy it to a place where it can"):
        Library.open(library)
    with pytest.raises(StorageError, match="cannot be written"):
        LibraryWriter.open(library)


INTERRUPTED = """
import os, shutil, sys
from pathlib import Path
from imsearch_gui.library import upgrade
from imsearch_gui.library.library import Library

source, place = Path(sys.argv[1]), Path(sys.argv[2])
for number in range(1000):
    library = Path(shutil.copytree(source, place / str(number)))
    child = os.fork()
    if child == 0:
        left = iter(range(number))
        def step(frame, event, argument):
            # Every line of the upgrade is a moment at which the power may go.
            if frame.f_code.co_filename == upgrade.__file__:
                if event == "line" and next(left, None) is None:
                    os._exit(9)
                return step
        sys.settrace(step)
        Library.open(library).close()
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
print(number)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are cheap to end")
def test_whoever_is_killed_on_the_way_leaves_a_catalog_that_opens(old: Path, tmp_path: Path) -> None:
    place = tmp_path / "killed"
    place.mkdir()
    command = [sys.executable, "-c", INTERRUPTED, str(old), str(place)]
    moments = int(subprocess.run(command, capture_output=True, check=True, timeout=200).stdout)
    assert moments > 50
    schemas = set()
    for number in range(moments):
        library = place / str(number)
        schemas.add(schema_of(library / CATALOG))
        assert sound(library / CATALOG)
        for copy in copies_of(library / CATALOG):
            assert copy.suffix == ".new" or (sound(copy) and schema_of(copy) == 1)
        with Library.open(library) as opened:
            assert opened.image_count() == IMAGES
            assert opened.roots()[0].watch is False
            assert labels_in_use(opened.rows) == ()
        assert copies_of(library / CATALOG) == [copy_of(library / CATALOG, 1)]
    assert schemas == {1, SCHEMA}, "nobody ever sees a catalog half way"


OPENED = """
import sys
from pathlib import Path
from imsearch_gui.domain.errors import LibraryBusy
from imsearch_gui.library.library import Library
from imsearch_gui.library.small_change import small_change
from imsearch_gui.library.writer import LibraryWriter

folder, way = Path(sys.argv[1]), sys.argv[2]
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
try:
    if way == "change":
        with small_change(folder) as connection:
            print(connection.execute("SELECT count(*) FROM image").fetchone()[0])
    else:
        with (LibraryWriter if way == "write" else Library).open(folder) as library:
            print(library.image_count())
except LibraryBusy as error:
    print(error)
"""


def test_of_many_that_open_it_at_once_one_brings_it_up_to_date(old: Path) -> None:
    ways = ["read", "read", "change", "write", "read", "change"]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPENED, str(old), way], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for way in ways
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60)[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0] * len(ways)
    for way, answer in zip(ways, answers, strict=True):
        # Who wants to write for long is told at once that somebody is at it; the others wait for a moment.
        assert answer == str(IMAGES) or (way == "write" and "another window or command" in answer)
    assert schema_of(old / CATALOG) == SCHEMA
    assert sound(copy_of(old / CATALOG, 1))
    assert schema_of(copy_of(old / CATALOG, 1)) == 1


def test_while_another_writes_to_it_whoever_wants_to_write_is_told_at_once(old: Path) -> None:
    with FileLock(old / LOCK), pytest.raises(LibraryBusy, match="another window or command"):
        LibraryWriter.open(old)
    assert schema_of(old / CATALOG) == 1


def test_a_newer_library_is_refused_by_whoever_opens_it(old: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with Library.open(old):
        pass
    with closing(sqlite3.connect(old / CATALOG)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = (old / CATALOG).read_bytes()
    for opened in (Library.open, LibraryWriter.open, delete_library, lambda folder: small_change(folder).__enter__()):
        with pytest.raises(LibraryTooNew, match="update the program"):
            opened(old)
    pictures = KEPT / "pictures"
    for command in (["info", old], ["search", old, pictures / "cloth.jpg"], ["index", pictures, "--library", old]):
        assert main([str(part) for part in command]) == 1
        said = capfd.readouterr()
        assert (
            said.err
            == f"imsearch: The library {old} was made by a newer version of the program: update the program to open it.\n"
        )
        assert said.out == ""
    assert (old / CATALOG).read_bytes() == before
