"""Files that appear whole or not at all, and are on the disk then; and what a program that was killed has left beside them.

A rename is atomic, but it may reach the disk before the data, and the data before the name: a file is synced before it is renamed,
and its folder afterwards. Until then it lies beside its place under a name that says which process makes it, so that the next
one can tell what nobody is going to finish.
"""

from __future__ import annotations

import itertools
import logging
import os
import platform
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SUFFIX = ".part"
"""Of what is being written; neither a picture nor anything else that is looked for."""
_NAME = re.compile(r"\.imsearch-([0-9a-f]{8})-(\d+)-\d+\.part")
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
        with suppress(OSError):  # what cannot be deleted on a failing disk, the next `clear` deletes
            path.unlink()


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


def clear(folder: Path) -> None:
    """Delete what processes of this machine that are no more were writing into a folder."""
    for path in folder.glob(f".imsearch-{_machine()}-*{SUFFIX}"):
        made = _NAME.fullmatch(path.name)
        if made is None or _lives(int(made[2])):
            continue
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("%s was left by a program that is no more, and cannot be deleted: %s", path, error)


def _lives(process: int) -> bool:
    import psutil

    return bool(psutil.pid_exists(process))


def _machine() -> str:
    """Tells apart machines that share a folder: the processes of another one cannot be seen from here."""
    return f"{zlib.crc32(platform.node().encode()):08x}"
