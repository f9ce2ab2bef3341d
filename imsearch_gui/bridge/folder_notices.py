"""What the system tells of changes in folders, for roots of any size. Without Qt; slow, so not for the GUI thread.

Qt's own QFileSystemWatcher does not do: on Linux it is not told that a file in a folder was written to, so that a picture that
is still being copied when its folder is looked through would stay half a picture in the library; and it wants every subfolder
by name.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from imsearch_gui.bridge.watched import Watched
from imsearch_gui.domain.library_facts import Way

NETWORK_TYPES = frozenset(
    (
        *(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smbfs",
            "smb2",
            "smb3",
            "afs",
            "afpfs",
            "ncpfs",
            "9p",
            "ceph",
            "lustre",
            "beegfs",
        ),
        *("gpfs", "webdav", "davfs", "vboxsf", "prl_fs", "drvfs", "ocfs2", "gfs2"),
        *("sshfs", "rclone", "gvfsd-fuse", "glusterfs", "s3fs", "davfs2", "vmhgfs-fuse", "curlftpfs", "mergerfs"),
    )
)
"""File systems that another computer changes without this one's system hearing of it; those of FUSE without their `fuse.`."""
TELL_S = 0.1
"""A copied disk changes thousands of times a second; who hears of it waits for a quiet moment anyway."""


class Partition(Protocol):
    """As `psutil.disk_partitions` gives them."""

    @property
    def mountpoint(self) -> str: ...
    @property
    def fstype(self) -> str: ...
    @property
    def opts(self) -> str: ...


class Listener(Protocol):
    """What listens on this system."""

    def add(self, root: Watched, skip: Path) -> bool: ...
    def remove(self, root: Watched) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class Notices:
    """Listens to roots, as far as their systems tell anything."""

    def __init__(self, tell: Callable[[Path], None], full: Callable[[Path], None]) -> None:
        """`tell(root)` after changes; `full(root)` where a root has grown beyond what the system watches. On other threads."""
        self._tell = tell
        self._told: dict[Path, float] = {}
        self._full = full
        self._listener: Listener | None = None
        self._ways: dict[Watched, Way] = {}
        self._skip = Path()
        self._stopped = False

    def watch(self, roots: Iterable[Watched], skip: Path) -> dict[Path, Way]:
        """Listen to these roots and no others; how each is listened to. What is below `skip` is no change."""
        wanted = list(dict.fromkeys(roots))
        for root in [root for root in self._ways if root not in wanted or skip != self._skip]:
            if self._ways.pop(root) is not Way.NETWORK and self._listener is not None:
                self._listener.remove(root)
        self._skip = skip
        for root in wanted:
            if root not in self._ways and not self._stopped:
                self._ways[root] = self._begin(root, skip)
        return {root.path: self._ways[root] for root in wanted if root in self._ways}

    def stop(self) -> None:
        """Give up what is being set up. Answers at once, from any thread."""
        self._stopped = True
        if (listener := self._listener) is not None:
            listener.stop()

    def close(self) -> None:
        """Listen to nothing any more."""
        self.stop()
        if self._listener is not None:
            self._listener.close()
        self._listener = None

    def _begin(self, root: Watched, skip: Path) -> Way:
        if is_on_network(root.path, partitions()):
            return Way.NETWORK
        if self._listener is None:
            try:
                self._listener = self._make_listener()
            except OSError:
                return Way.LIMIT  # the system gives no more descriptors to listen with
        return Way.NOTICED if self._listener.add(root, skip) else Way.LIMIT

    def _make_listener(self) -> Listener:
        if platform.system() == "Linux":
            from imsearch_gui.bridge.inotify import Inotify

            return Inotify(self._heard, self._overflowed)
        from imsearch_gui.bridge.observing import Observing

        return Observing(self._heard)

    def _heard(self, root: Path) -> None:
        now = time.monotonic()
        if now - self._told.get(root, float("-inf")) >= TELL_S:
            self._told[root] = now
            self._tell(root)

    def _overflowed(self, root: Watched) -> None:
        """Some of its folders are not listened to, so it is looked through on a schedule; the others tell still."""
        self._ways[root] = Way.LIMIT
        self._full(root.path)


def partitions() -> Sequence[Partition]:
    """What is mounted, network drives included."""
    import psutil

    found: Sequence[Partition] = psutil.disk_partitions(all=True)
    return found


def is_on_network(path: Path, mounted: Iterable[Partition]) -> bool:
    """Whether a folder lies on another computer."""
    if platform.system() == "Windows" and str(path).startswith("\\\\"):
        return True
    holding = [part for part in mounted if path.is_relative_to(part.mountpoint)]
    if not holding:
        return False
    # Of two mounted at the same place, the later one is seen.
    innermost = max(enumerate(holding), key=lambda part: (len(Path(part[1].mountpoint).parts), part[0]))[1]
    kind = innermost.fstype.lower().removeprefix("fuse.")
    return kind in NETWORK_TYPES or "remote" in innermost.opts.split(",")
