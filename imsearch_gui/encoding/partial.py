"""Where downloads wait to be gone on with: `<models>/.partial/<id>/`, with a lock beside it that says that somebody is fetching.

What was given up is gigabytes that nobody sees, so it goes after a while.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from imsearch_gui import disk

PARTIAL = ".partial"
"""Folder beside the installed models."""
OLD_S = 7 * 86_400.0
"""Who wants to go on with a download does so within a week."""
_LOCK = ".lock"

_log = logging.getLogger(__name__)


@contextmanager
def partial_of(models: Path, identity: str) -> Iterator[Path]:
    """The folder of one model's download, and nobody else fetches that. Raises Timeout where somebody does, OSError."""
    folder = models / PARTIAL / identity
    disk.make_folder(folder)
    with FileLock(_lock_of(folder), timeout=0):
        # Somebody may have cleared it away just before.
        folder.mkdir(exist_ok=True)
        yield folder


def clear_old(models: Path) -> None:
    """Delete downloads among `models` that nobody has gone on with for long."""
    place = models / PARTIAL
    if not place.is_dir():
        return
    for name in {path.name.removesuffix(_LOCK) for path in place.iterdir()}:
        if time.time() - _newest(place / name) > OLD_S:
            _delete(place / name)


def forget(models: Path, identity: str) -> None:
    """Delete what has come in of a model, unless somebody is fetching it."""
    folder = models / PARTIAL / identity
    if folder.is_dir():
        _delete(folder)


def _newest(folder: Path) -> float:
    """When something came in last, in seconds since 1970."""
    times = [0.0]
    for path in (folder, _lock_of(folder), *folder.rglob("*")):
        try:
            times.append(path.lstat().st_mtime)
        except FileNotFoundError:
            continue  # only one of the two is there, or it is gone meanwhile
    return max(times)


def _delete(folder: Path) -> None:
    lock = _lock_of(folder)
    try:
        with FileLock(lock, timeout=0):
            shutil.rmtree(folder, ignore_errors=True)
            if os.name == "posix":  # elsewhere what is open cannot be deleted
                lock.unlink(missing_ok=True)
    except Timeout:
        return  # somebody is at it
    except OSError as error:
        _log.warning("the download in %s was given up and cannot be deleted: %s", folder, error)


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{_LOCK}")
