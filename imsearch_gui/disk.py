"""Files that appear whole or not at all, and are on the disk then; and what a program that was killed has left beside them.

A rename is atomic, but it may reach the disk before the data, and the data before the name: a file is synced before it is renamed,
and its folder afterwards. Until then it lies beside its place under a name that says which process makes it, so that the next
one can tell what nobody is going to finish.
"""

from __future__ import annotations

import errno
import itertools
import logging
import os
import platform
import re
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

SUFFIX = ".part"
"""Of what is being written; neither a picture nor anything else that is looked for."""
OLD_S = 7 * 86_400.0
"""Nobody writes one file for a week: what is older was left, also by another machine, or by a process whose number another one has
now."""
MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
"""Where a system keeps what it is called for good; its name may change with the network."""
_NOTE = ".place"
"""Of a file that names a place which is taken, but still empty."""
_LONGEST = 255
"""Bytes of a name."""
_NAME = re.compile(r"\.imsearch-([0-9a-f]{8})-(\d+)-\d+\.(part|place)")
_AT_FDCWD, _RENAME_NOREPLACE = -100, 1
"""Of Linux (fcntl.h, linux/fs.h)."""
_CANNOT = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
"""What a system or a disk says that knows no such rename."""
_numbers = itertools.count(1)
_log = logging.getLogger(__name__)


def aside(folder: Path) -> Path:
    """A name in `folder` that nobody else uses, for a file that is being written; not that of a link which somebody put there."""
    names = (f".imsearch-{_machine()}-{os.getpid()}-{number}{SUFFIX}" for number in _numbers)
    return next(path for path in (folder / name for name in names) if not os.path.lexists(path))


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Where to write what shall be `target`: it takes that place when the block ends well, and is on the disk afterwards.

    Whatever goes wrong before, `target` stays as it was. Raises OSError.
    """
    clear(target.parent)
    path = aside(target.parent)
    try:
        yield path
        sync_file(path)
        path.replace(target)
        sync_folder(target.parent)
    finally:
        _forget(path)


def write(target: Path, data: bytes) -> None:
    """`beside`, for a few bytes."""
    with beside(target) as path:
        path.write_bytes(data)


def sync_file(path: Path) -> None:
    """The contents of a file are on the disk when this returns."""
    with path.open("rb+") as file:  # Windows syncs only what is open for writing
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """The names in a folder are on the disk when this returns."""
    if os.name == "nt":
        return  # a folder cannot be opened there; names are kept by the journal
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """A folder and those above it; their names are on the disk when this returns."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def rename_if_free(source: Path, target: Path) -> bool:
    """Rename in one step, within one file system; FileExistsError where there is something already.

    False where the system or the disk cannot do that; then nothing was done.
    """
    rename = _renameat2()
    if rename is None:
        return False
    import ctypes

    if rename(_AT_FDCWD, os.fsencode(source), _AT_FDCWD, os.fsencode(target), _RENAME_NOREPLACE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(source), None, str(target))


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    if sys.platform != "linux":
        return None
    import ctypes

    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return None
    function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return function


@contextmanager
def held(target: Path, *, for_empty: bool = False) -> Iterator[None]:
    """An empty file holds the place while the block puts something there by a rename; FileExistsError where there is something.

    For disks where no rename refuses to replace. A note beside it tells `clear` to free the place where we are killed before;
    there is none `for_empty` files, which could not be told from the one that holds their place.
    """
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    note = aside(target.parent).with_suffix(_NOTE)
    try:
        if not for_empty:
            note.write_bytes(os.fsencode(target.name))
            sync_file(note)
            sync_folder(target.parent)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except OSError:
        _forget(note)
        raise
    try:
        yield
    except OSError:
        target.unlink()  # where that fails, too, the note stays
        _forget(note)
        raise
    sync_folder(target.parent)
    _forget(note)


def _forget(path: Path) -> None:
    """What cannot be deleted on a failing disk, the next `clear` deletes."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Delete what programs that are no more were writing into a folder: those of this machine, and whatever is old."""
    for path in folder.glob(".imsearch-*"):
        made = _NAME.fullmatch(path.name)
        try:
            if made is None or not _is_left(path, made[1], int(made[2])):
                continue
            if path.suffix == _NOTE:
                _free_place(path)
            path.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("%s was left by a program that is no more, and cannot be deleted: %s", path, error)


def _is_left(path: Path, machine: str, process: int) -> bool:
    if machine == _machine() and not _lives(process):
        return True
    try:
        return time.time() - path.lstat().st_mtime > OLD_S
    except FileNotFoundError:
        return False


def _free_place(note: Path) -> None:
    """Nothing but an empty file goes, and only in that folder: the note may come from anybody."""
    if not stat.S_ISREG(note.lstat().st_mode):
        return
    with note.open("rb") as file:
        name = os.fsdecode(file.read(_LONGEST + 1))
    if not 0 < len(os.fsencode(name)) <= _LONGEST or "\0" in name or Path(name).name != name:
        return
    place = note.with_name(name)
    with suppress(FileNotFoundError):
        status = place.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_size == 0:
            place.unlink()


def _lives(process: int) -> bool:
    import psutil

    return bool(psutil.pid_exists(process))


@cache
def _machine() -> str:
    """Tells apart machines that share a folder, and containers: the processes of another one cannot be seen from here."""
    return f"{zlib.crc32(f'{_machine_id()} {_process_space()}'.encode()):08x}"


def _machine_id() -> str:
    for file in MACHINE_IDS:
        with suppress(OSError, ValueError):  # ValueError: no text; the next one is as good
            text = file.read_text(encoding="ascii").strip()
            if re.fullmatch("[0-9a-f]{32}", text):
                return text
    return platform.node()


def _process_space() -> str:
    """Of a container that has numbers of its own for its processes; empty where the system has no such thing."""
    try:
        return os.readlink("/proc/self/ns/pid")  # noqa: PTH115 (its target is a text, not a path)
    except OSError:
        return ""
