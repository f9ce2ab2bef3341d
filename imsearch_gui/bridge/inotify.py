"""Changes in folders as Linux tells them, by inotify(7); without Qt. One thread and one descriptor for all roots.

Not by `watchdog`: its 7.1 says nothing where the limit of watches is reached below the root, and keeps a thread for ever.
"""

from __future__ import annotations

import ctypes
import errno
import os
import select
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from imsearch_gui.bridge.watched import Watched
from imsearch_gui.imaging.scanner import is_of_interest

# linux/inotify.h
_MODIFY, _ATTRIB, _CLOSE_WRITE = 0x2, 0x4, 0x8
_MOVED_FROM, _MOVED_TO, _CREATE, _DELETE = 0x40, 0x80, 0x100, 0x200
_DELETE_SELF, _MOVE_SELF = 0x400, 0x800
_OVERFLOW, _IGNORED = 0x4000, 0x8000
_ONLYDIR, _ISDIR = 0x0100_0000, 0x4000_0000
_CHANGES = _MODIFY | _ATTRIB | _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE | _DELETE_SELF | _MOVE_SELF
_EVENT = struct.Struct("iIII")
"""wd, mask, cookie, length of the name that follows"""
_BUFFER = 1 << 16


class Inotify:
    """Tells of changes in the roots that were added; links are followed, as indexing follows them."""

    def __init__(self, tell: Callable[[Path], None], full: Callable[[Watched], None]) -> None:
        """`tell(root)` at every change, `full(root)` where a new folder cannot be watched any more; both on the thread.

        Raises OSError where the system gives no descriptor.
        """
        self._tell = tell
        self._full = full
        self._library = ctypes.CDLL(None, use_errno=True)
        self._descriptor: int = self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._descriptor < 0:
            raise OSError(ctypes.get_errno(), "no inotify descriptor")
        self._wake_read, self._wake_write = os.pipe()
        self._gate = threading.Lock()
        self._skips: dict[Watched, str] = {}
        self._watches: dict[int, dict[Watched, str]] = {}
        """Number of a watch -> the roots that it is for, and what its folder is called in each."""
        self._stopped = False
        self._thread: threading.Thread | None = None

    def add(self, root: Watched, skip: Path) -> bool:
        """Listen to a root, but for what is below `skip`; False, and nothing of it is listened to, where that is too much."""
        self._skips[root] = str(skip)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="imsearch inotify", daemon=True)
            self._thread.start()
        whole = self._add_tree(root, str(root.path))
        if not whole:
            self.remove(root)
        return whole

    def remove(self, root: Watched) -> None:
        """Listen to a root no more."""
        self._skips.pop(root, None)
        self._drop(root, "")

    def stop(self) -> None:
        """Listen to nothing any more, nor go on adding. Answers at once, from any thread."""
        if not self._stopped:
            self._stopped = True
            os.write(self._wake_write, b"!")

    def close(self) -> None:
        """`stop`, and wait for the thread."""
        self.stop()
        if self._thread is not None:
            self._thread.join()
        for descriptor in (self._descriptor, self._wake_read, self._wake_write):
            os.close(descriptor)

    # -- watches ----------------------------------------------------------------------------------------------------

    def _add_tree(self, root: Watched, top: str) -> bool:
        """Whether all of it could be added."""
        waiting, walked = [top], set[tuple[int, int]]()
        while waiting and not self._stopped:
            folder = waiting.pop()
            try:
                status = os.stat(folder)  # noqa: PTH116 (plain strings, for speed)
                if (status.st_dev, status.st_ino) in walked:
                    continue
                walked.add((status.st_dev, status.st_ino))
                if not self._add(root, folder):
                    return False
                if root.recursive:
                    waiting += self._inner(root, folder)
            except OSError:
                # Gone this very moment, or not ours to look into: indexing says so of the second, and the first is a change.
                continue
        return True

    def _inner(self, root: Watched, folder: str) -> Iterator[str]:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir() and self._matters(root, entry.path):
                    yield entry.path

    def _add(self, root: Watched, folder: str) -> bool:
        """Raises OSError where the folder cannot be watched for a reason of its own; False where the system has enough."""
        with self._gate:
            if root not in self._skips:
                return True
            number = self._library.inotify_add_watch(self._descriptor, os.fsencode(folder), _CHANGES | _ONLYDIR)
            if number >= 0:
                self._watches.setdefault(number, {})[root] = folder
                return True
        error = ctypes.get_errno()
        if error in (errno.ENOSPC, errno.ENOMEM):
            return False
        raise OSError(error, os.strerror(error), folder)

    def _drop(self, root: Watched, below: str) -> None:
        """Give the watches of a root back: all of them, or those of a folder and what is in it."""
        with self._gate:
            for number, holders in list(self._watches.items()):
                folder = holders.get(root)
                if folder is None or (below and folder != below and not folder.startswith(below + os.sep)):
                    continue
                del holders[root]
                if not holders:
                    del self._watches[number]
                    self._library.inotify_rm_watch(self._descriptor, number)

    def _matters(self, root: Watched, path: str) -> bool:
        skip = self._skips.get(root, "")
        if path == skip or path.startswith(skip + os.sep):
            return False
        return is_of_interest(os.path.relpath(path, root.path))

    # -- on the thread ----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        poll = select.poll()
        poll.register(self._descriptor, select.POLLIN)
        poll.register(self._wake_read, select.POLLIN)
        while not self._stopped:
            if any(number == self._descriptor for number, _ in poll.poll()):
                for number, mask, name in _events(os.read(self._descriptor, _BUFFER)):
                    self._take(number, mask, name)

    def _take(self, number: int, mask: int, name: str) -> None:
        if mask & _OVERFLOW:
            # Some were lost, among them perhaps new folders.
            for root in list(self._skips):
                self._add_again(root, str(root.path))
                self._tell(root.path)
            return
        with self._gate:
            holders = dict(self._watches.get(number, {}))
            if mask & _IGNORED:
                self._watches.pop(number, None)
        if not mask & _IGNORED:
            for root, folder in holders.items():
                self._changed(root, folder, mask, name)

    def _changed(self, root: Watched, folder: str, mask: int, name: str) -> None:
        path = os.path.join(folder, name) if name else folder  # noqa: PTH118
        if name and not self._matters(root, path):
            return
        if not name and folder != str(root.path):
            # A folder within, of itself: the folder that holds it says the same.
            return
        if mask & _ISDIR and root.recursive:
            if mask & _MOVED_FROM:
                self._drop(root, path)
            elif mask & (_CREATE | _MOVED_TO):
                self._add_again(root, path)
        self._tell(root.path)

    def _add_again(self, root: Watched, folder: str) -> None:
        if not self._add_tree(root, folder):
            self._full(root)


def _events(data: bytes) -> Iterator[tuple[int, int, str]]:
    place = 0
    while place < len(data):
        number, mask, _, length = _EVENT.unpack_from(data, place)
        place += _EVENT.size
        yield number, mask, os.fsdecode(data[place : place + length].rstrip(b"\0"))
        place += length
