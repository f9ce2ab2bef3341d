"""Which files lie below a folder."""

from __future__ import annotations

import errno
import inspect
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.imaging import scanner
from imsearch_gui.imaging.scanner import PICTURE_SUFFIXES, ScanOptions, UnreadableFolder, looks_like_picture, scan


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")


def names(root: Path, *exclude: str, recursive: bool = True) -> list[str]:
    """Paths of what was found, below `root`; a folder that could not be read ends in a question mark."""
    found = scan(root, ScanOptions(recursive, exclude))
    return [item.path.relative_to(root).as_posix() + "?" * isinstance(item, UnreadableFolder) for item in found]


def test_files_come_sorted_folder_by_folder(tmp_path: Path) -> None:
    make(tmp_path, "b.jpg", "a.png", "z/2.jpg", "z/1.jpg", "m/deep/er/x.gif", "notes.txt")
    expected = ["a.png", "b.jpg", "notes.txt", "m/deep/er/x.gif", "z/1.jpg", "z/2.jpg"]
    assert names(tmp_path) == expected
    assert names(tmp_path, recursive=False) == expected[:3]


def test_a_file_is_found_with_size_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"12345")
    os.utime(tmp_path / "a.jpg", ns=(1, 1_700_000_000_123_456_700))
    assert list(scan(tmp_path, ScanOptions())) == [FoundFile(tmp_path / "a.jpg", 5, 1_700_000_000_123_456_700)]


def test_paths_are_absolute_but_links_are_not_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "real/a.jpg")
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    assert [item.path for item in scan(Path("link"), ScanOptions())] == [tmp_path / "link" / "a.jpg"]


def test_what_nobody_looks_for_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", ".hidden.jpg", "._a.jpg", ".cache/b.jpg", "@eaDir/c.jpg", "node_modules/d.png", "Thumbs.db")
    make(tmp_path, "System Volume Information/e", "$RECYCLE.BIN/f.jpg", "desktop.ini", ".DS_Store")
    make(tmp_path, *(f"a{suffix}" for suffix in (".xmp", ".AAE", ".thm", ".jpg.pp3", ".dop", ".lrv")))
    assert names(tmp_path) == ["a.jpg"]


def test_a_hidden_folder_is_walked_when_it_is_asked_for(tmp_path: Path) -> None:
    make(tmp_path, ".pictures/a.jpg")
    assert names(tmp_path / ".pictures") == ["a.jpg"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("*.PNG", ["a.jpg", "Raw/c.jpg", "raw2/d.jpg", "x/raw/e.jpg"]),
        ("raw", ["a.jpg", "b.png", "raw2/d.jpg"]),
        ("raw/", ["a.jpg", "b.png", "raw2/d.jpg"]),
        ("./x", ["a.jpg", "b.png", "Raw/c.jpg", "raw2/d.jpg"]),
        ("x/raw", ["a.jpg", "b.png", "Raw/c.jpg", "raw2/d.jpg"]),
        ("x/*", ["a.jpg", "b.png", "Raw/c.jpg", "raw2/d.jpg"]),
        ("*/c.*", ["a.jpg", "b.png", "raw2/d.jpg", "x/raw/e.jpg"]),
        ("[ab].*", ["Raw/c.jpg", "raw2/d.jpg", "x/raw/e.jpg"]),
        ("nothing", ["a.jpg", "b.png", "Raw/c.jpg", "raw2/d.jpg", "x/raw/e.jpg"]),
    ],
)
def test_exclusions(pattern: str, left: list[str], tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "b.png", "Raw/c.jpg", "raw2/d.jpg", "x/raw/e.jpg")
    assert names(tmp_path, pattern) == left


def test_an_excluded_folder_is_not_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "out/a.jpg", "in/b.jpg")
    refuse(monkeypatch, tmp_path / "out", errno.EACCES)
    assert names(tmp_path, "out") == ["in/b.jpg"]


def test_an_accent_may_be_written_in_two_ways(tmp_path: Path) -> None:
    make(tmp_path, unicodedata.normalize("NFD", "Été/a.jpg"), "b.jpg")
    assert names(tmp_path, unicodedata.normalize("NFC", "été")) == ["b.jpg"]


def test_links_are_followed_and_each_folder_walked_once(tmp_path: Path) -> None:
    make(tmp_path, "root/a/1.jpg", "elsewhere/2.jpg")
    (tmp_path / "root" / "a" / "up").symlink_to("..")
    (tmp_path / "root" / "again").symlink_to("a")
    (tmp_path / "root" / "self").symlink_to("self")
    (tmp_path / "root" / "gone.jpg").symlink_to("nowhere")
    (tmp_path / "root" / "out").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "root" / "file.jpg").symlink_to(tmp_path / "elsewhere" / "2.jpg")
    assert names(tmp_path / "root") == ["file.jpg", "a/1.jpg", "out/2.jpg"]


@pytest.mark.skipif(os.name == "nt", reason="names are text on this system")
def test_names_of_any_bytes(tmp_path: Path) -> None:
    for name in (b"caf\xe9.jpg", b"\xff\xfe.png", "日本語.gif".encode(), b"a\nb.jpg"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    found = [os.fsencode(item.path.name) for item in scan(tmp_path, ScanOptions(exclude=("*.tif",)))]
    assert sorted(found) == sorted([b"caf\xe9.jpg", b"\xff\xfe.png", "日本語.gif".encode(), b"a\nb.jpg"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_only_regular_files_count(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert names(tmp_path) == ["a.jpg"]


def test_files_that_are_only_in_a_cloud_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Status:
        def __init__(self, status: os.stat_result, attributes: int) -> None:
            self.st_mode, self.st_size, self.st_mtime_ns = status.st_mode, status.st_size, status.st_mtime_ns
            self.st_file_attributes = attributes

    class Entry:
        def __init__(self, path: Path, attributes: int) -> None:
            self.path, self.name, self._attributes = str(path), path.name, attributes

        def is_dir(self) -> bool:
            return False

        def stat(self) -> Status:
            return Status(Path(self.path).stat(), self._attributes)

    make(tmp_path, "here.jpg", "offline.jpg", "recall.jpg", "recall on open.jpg")
    attributes = {"here.jpg": 0x20, "offline.jpg": 0x1020, "recall.jpg": 0x400020, "recall on open.jpg": 0x40020}
    entries = [Entry(tmp_path / name, number) for name, number in attributes.items()]
    monkeypatch.setattr(scanner, "_entries_once", lambda folder, walked: entries)
    assert names(tmp_path) == ["here.jpg"]


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path, number: int) -> None:
    """Reading `folder` fails with this error, as it would for another user (root may read everything)."""
    genuine = os.scandir

    def scandir(path: str) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if path == str(folder):
            raise OSError(number, os.strerror(number), path)
        return genuine(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a/1.jpg", "b/2.jpg", "c/3.jpg")
    refuse(monkeypatch, tmp_path / "b", errno.EACCES)
    assert names(tmp_path) == ["a/1.jpg", "b?", "c/3.jpg"]
    [unreadable] = [item for item in scan(tmp_path, ScanOptions()) if isinstance(item, UnreadableFolder)]
    assert unreadable.reason == "folder cannot be read (Permission denied)"


def test_a_root_that_is_not_there(tmp_path: Path) -> None:
    make(tmp_path, "file.jpg")
    for root in (tmp_path / "nowhere", tmp_path / "file.jpg"):
        with pytest.raises(FolderError, match=root.name):
            list(scan(root, ScanOptions()))


def test_a_root_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, tmp_path, errno.EACCES)
    with pytest.raises(FolderError, match="Permission denied"):
        list(scan(tmp_path, ScanOptions()))


@pytest.mark.parametrize("empty_folder_stays", [False, True])
def test_a_root_that_vanishes_on_the_way(empty_folder_stays: bool, tmp_path: Path) -> None:
    root = tmp_path / "disk"
    make(root, "a.jpg", "b/c.jpg", "d/e.jpg")
    walk = scan(root, ScanOptions())
    assert next(walk) == FoundFile(root / "a.jpg", 1, (root / "a.jpg").stat().st_mtime_ns)
    root.rename(tmp_path / "taken away")
    if empty_folder_stays:  # what is left of a mount point
        root.mkdir()
    with pytest.raises(FolderError, match="disk"):
        list(walk)
    shutil.rmtree(tmp_path / "taken away")


def test_a_file_that_cannot_be_looked_at_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.jpg", "b.jpg", "c.jpg")
    genuine = scanner._found

    def found(entry: os.DirEntry[str]) -> Any:
        if entry.name == "b.jpg":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if entry.name == "c.jpg":
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return genuine(entry)

    monkeypatch.setattr(scanner, "_found", found)
    assert names(tmp_path) == ["a.jpg", "b.jpg?"]


def test_a_large_folder_is_read_in_one_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5000):
        (tmp_path / f"{number:04}.jpg").touch()
    calls: list[str] = []
    genuine = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: calls.append(path) or genuine(path))
    found = [item.path.name for item in scan(tmp_path, ScanOptions())]
    assert found == [f"{number:04}.jpg" for number in range(5000)] and calls == [str(tmp_path)]


def test_folders_within_folders_need_no_stack(tmp_path: Path) -> None:
    depth = 150
    make(tmp_path, "d/" * depth + "a.jpg")
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + depth - 50)
    try:
        [found] = scan(tmp_path, ScanOptions())
    finally:
        sys.setrecursionlimit(before)
    assert isinstance(found, FoundFile) and found.path.name == "a.jpg"


def test_pictures_by_their_names() -> None:
    for name in ("a.jpg", "A.JPEG", "x.y.HeIc", "scan.tif", "日本.webp", "a.avif"):
        assert looks_like_picture(name)
    for name in ("a.txt", "jpg", ".jpg", "a.jpg.part", "film.mp4", ""):
        assert not looks_like_picture(name)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in PICTURE_SUFFIXES)
