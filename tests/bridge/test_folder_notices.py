"""What the system tells of changes in folders, with real files."""

from __future__ import annotations

import errno
import queue
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from watchdog.observers.polling import PollingObserver

from imsearch_gui.bridge import folder_notices
from imsearch_gui.bridge.folder_notices import Notices, is_on_network
from imsearch_gui.bridge.inotify import Inotify
from imsearch_gui.bridge.observing import Observing
from imsearch_gui.bridge.watched import Watched
from imsearch_gui.domain.library_facts import Way

PATIENCE_S = 20.0
NOWHERE = Path("/nowhere")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


class Told(queue.Queue[Path]):
    """What was told, in order; `next` waits for it."""

    def next(self) -> Path:
        return self.get(timeout=PATIENCE_S)

    def drain(self, after: Path) -> None:
        """Wait until a change that is made now has been told, and forget all that came before it."""
        after.write_bytes(b"now")
        self.next()
        while not self.empty():
            self.get_nowait()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def full() -> list[Watched]:
    return []


@pytest.fixture
def inotify(told: Told, full: list[Watched]) -> Iterator[Inotify]:
    listener = Inotify(told.put, full.append)
    yield listener
    listener.close()


def change_of(told: Told, work: Callable[[], object]) -> Path:
    while not told.empty():
        told.get_nowait()
    work()
    return told.next()


def test_every_kind_of_change_is_told(inotify: Inotify, told: Told, tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    (root / "deep" / "down").mkdir(parents=True)
    outside.mkdir()
    file = root / "deep" / "down" / "a.jpg"
    assert inotify.add(Watched(root), NOWHERE)
    assert change_of(told, lambda: file.write_bytes(b"1")) == root, "added"
    told.drain(root / "mark.jpg")

    def write_into() -> None:
        with file.open("ab") as stream:
            stream.write(b"2")

    assert change_of(told, write_into) == root, "changed in its place"
    told.drain(root / "mark.jpg")
    assert change_of(told, lambda: file.rename(file.with_name("b.jpg"))) == root, "renamed"
    told.drain(root / "mark.jpg")
    assert change_of(told, lambda: (root / "deep").rename(root / "else")) == root, "a folder renamed"
    told.drain(root / "mark.jpg")
    assert change_of(told, lambda: (root / "else" / "down" / "b.jpg").unlink()) == root, (
        "removed, where it was moved to"
    )
    told.drain(root / "mark.jpg")
    assert change_of(told, lambda: (root / "new" / "er").mkdir(parents=True)) == root
    told.drain(root / "mark.jpg")
    assert change_of(told, lambda: (root / "new" / "er" / "c.jpg").write_bytes(b"3")) == root, "in a folder that is new"
    told.drain(root / "mark.jpg")
    assert change_of(told, lambda: (root / "else").rename(outside / "gone")) == root, "moved away"
    told.drain(root / "mark.jpg")
    (outside / "gone" / "d.jpg").write_bytes(b"4")
    assert change_of(told, lambda: shutil.rmtree(root)) == root, "all of it"


def test_what_indexing_leaves_out_is_no_change(inotify: Inotify, told: Told, tmp_path: Path) -> None:
    library = tmp_path / "root" / "library"
    (library / "vectors").mkdir(parents=True)
    (tmp_path / "root" / ".hidden").mkdir()
    inotify.add(Watched(tmp_path / "root"), library)
    (library / "catalog.sqlite").write_bytes(b"1")
    (library / "vectors" / "a.f16").write_bytes(b"1")
    (tmp_path / "root" / ".hidden" / "a.jpg").write_bytes(b"1")
    (tmp_path / "root" / "a.xmp").write_bytes(b"1")
    inotify.add(Watched(tmp_path), library)
    (tmp_path / "last.jpg").write_bytes(b"1")
    assert told.next() == tmp_path, "nothing was told before the last file"


def test_links_are_followed_as_indexing_follows_them(inotify: Inotify, told: Told, tmp_path: Path) -> None:
    elsewhere, root = tmp_path / "elsewhere", tmp_path / "root"
    elsewhere.mkdir()
    root.mkdir()
    (root / "link").symlink_to(elsewhere)
    (elsewhere / "back").symlink_to(root)
    inotify.add(Watched(root), NOWHERE)
    assert change_of(told, lambda: (elsewhere / "a.jpg").write_bytes(b"1")) == root


def test_without_subfolders_only_the_folder_itself_counts(inotify: Inotify, told: Told, tmp_path: Path) -> None:
    (tmp_path / "root" / "sub").mkdir(parents=True)
    inotify.add(Watched(tmp_path / "root", recursive=False), NOWHERE)
    (tmp_path / "root" / "sub" / "a.jpg").write_bytes(b"1")
    other = tmp_path / "other"
    other.mkdir()
    inotify.add(Watched(other), NOWHERE)
    (other / "b.jpg").write_bytes(b"1")
    assert told.next() == other


def test_a_root_that_is_not_listened_to_any_more_gives_its_watches_back(inotify: Inotify, tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    inotify.add(Watched(tmp_path), NOWHERE)
    assert len(inotify._watches) == 3
    inotify.remove(Watched(tmp_path))
    assert inotify._watches == {}


class Scarce:
    """Stands in for the C library of a system that watches so many folders and no more."""

    def __init__(self, real: Any, most: int) -> None:
        self._real = real
        self.most = most
        self.given = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def inotify_add_watch(self, descriptor: int, path: bytes, mask: int) -> int:
        import ctypes

        if self.given >= self.most:
            ctypes.set_errno(errno.ENOSPC)
            return -1
        self.given += 1
        return int(self._real.inotify_add_watch(descriptor, path, mask))


def test_beyond_the_limit_nothing_is_half_watched(inotify: Inotify, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}").mkdir()
    inotify._library = Scarce(inotify._library, 3)
    assert not inotify.add(Watched(tmp_path), NOWHERE)
    assert inotify._watches == {}


def test_a_root_that_grows_beyond_the_limit_says_so(
    inotify: Inotify, told: Told, full: list[Watched], tmp_path: Path
) -> None:
    inotify._library = Scarce(inotify._library, 1)
    root = Watched(tmp_path)
    assert inotify.add(root, NOWHERE)
    (tmp_path / "new").mkdir()
    told.next()
    assert full == [root]


def test_other_systems_tell_the_same(told: Told, tmp_path: Path) -> None:
    library, root = tmp_path / "library", Watched(tmp_path)
    library.mkdir()
    observing = Observing(told.put, lambda: PollingObserver(timeout=0.05))
    assert observing.add(root, library)
    try:
        (library / "catalog.sqlite").write_bytes(b"1")
        (tmp_path / "a.jpg").write_bytes(b"1")
        assert told.next() == tmp_path
    finally:
        observing.close()
    assert observing._observers == {}


class Part(NamedTuple):
    mountpoint: str
    fstype: str
    opts: str = "rw"


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/home/a", False),
        ("/mnt/nas/photos", True),
        ("/mnt/nas/usb/photos", False),
        ("/mnt/nasty", False),
        ("/home/a/remote", True),
        ("/media/drive", True),
    ],
)
def test_which_folders_lie_on_another_computer(path: str, network: bool) -> None:
    mounted = [
        Part("/", "ext4"),
        Part("/mnt/nas", "nfs4"),
        Part("/mnt/nas/usb", "ext4"),
        Part("/home/a/remote", "fuse.sshfs"),
        Part("/media/drive", "NTFS", "rw,remote"),
    ]
    assert is_on_network(Path(path), mounted) is network


def test_how_each_root_is_watched(monkeypatch: pytest.MonkeyPatch, told: Told, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    monkeypatch.setattr(folder_notices, "partitions", lambda: [Part("/", "ext4"), Part(str(there), "cifs")])
    notices = Notices(told.put, told.put)
    try:
        assert notices.watch([Watched(here), Watched(there)], NOWHERE) == {here: Way.NOTICED, there: Way.NETWORK}
        (there / "a.jpg").write_bytes(b"1")
        (here / "a.jpg").write_bytes(b"1")
        assert told.next() == here
        assert notices.watch([], NOWHERE) == {}
        monkeypatch.setattr(Inotify, "add", lambda *_: False)
        assert notices.watch([Watched(here)], NOWHERE) == {here: Way.LIMIT}
    finally:
        notices.close()
