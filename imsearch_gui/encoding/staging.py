"""A model is put together aside and then put in its place in one step: a half-made one is never seen.

`<models>/.staging/<id>-<random>/` is beside the place, so on the same disk. A file lock says that its maker is alive; what
a maker that died has left is cleared away by the next one.
"""

from __future__ import annotations

import logging
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from imsearch_gui import paths
from imsearch_gui.disk import make_folder, sync_file, sync_folder
from imsearch_gui.domain.errors import ModelError, StorageError
from imsearch_gui.domain.language import tr

STAGING = ".staging"
LOCK = ".lock"
BEFORE = "-before"

_log = logging.getLogger(__name__)


@contextmanager
def staged(identity: str, *, target: Path | None = None, replace: bool = False) -> Iterator[Path]:
    """An empty folder, which becomes `<target>/<identity>` when the block ends well and is gone when it does not.

    `target` is the user's models unless it is given. Raises ModelError where there is such a model already and `replace` is not
    set, StorageError where the disk is full or may not be written.
    """
    models = paths.user_models() if target is None else target
    place = models / identity
    if place.exists() and not replace:
        raise ModelError(tr("There is a model {0!r} already: remove it first, or choose another id.").format(identity))
    try:
        with _folder(models / STAGING, identity) as folder:
            yield folder
            _sync(folder)
            _put(folder, place)
    except OSError as error:
        sentence = tr("The model {0} cannot be written to {1} ({2}): make room, or check the folder.")
        raise StorageError(sentence.format(identity, models, error.strerror or str(error))) from error


def discard(folder: Path) -> None:
    """Take a model's folder out of sight in one step, then delete it; raises StorageError."""
    staging = folder.parent / STAGING
    try:
        with _folder(staging, folder.name) as aside:
            folder.rename(aside / "old")
            sync_folder(folder.parent)
    except OSError as error:
        raise StorageError(
            tr("The model in {0} cannot be removed ({1}).").format(folder, error.strerror or str(error))
        ) from error


def clear(models: Path) -> None:
    """Delete what makers that are no more have left among `models`, and bring back a model that one was about to replace."""
    staging = models / STAGING
    if staging.is_dir():
        _clear(staging)


@contextmanager
def _folder(staging: Path, identity: str) -> Iterator[Path]:
    """A folder of our own for as long as the block lasts, with a lock beside it that says so."""
    make_folder(staging)
    _clear(staging)
    name = f"{identity}-{secrets.token_hex(4)}"
    folder = staging / name
    lock = staging / f"{name}{LOCK}"
    try:
        with FileLock(lock, timeout=0):
            folder.mkdir()
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    finally:
        lock.unlink(missing_ok=True)


def _clear(staging: Path) -> None:
    """Delete what makers that are no more have left: whatever nobody holds the lock of, also where the lock itself is lost."""
    for name in {_maker_of(path.name) for path in staging.iterdir()}:
        lock = staging / f"{name}{LOCK}"
        try:
            with FileLock(lock, timeout=0):
                shutil.rmtree(staging / name, ignore_errors=True)
                _bring_back(staging / f"{name}{BEFORE}")
            lock.unlink(missing_ok=True)
        except Timeout:
            continue  # its maker is at work
        except OSError as error:
            _log.warning("what is left of %s could not be cleared: %s", name, error)


def _maker_of(name: str) -> str:
    return name.removesuffix(LOCK).removesuffix(BEFORE)


def _bring_back(before: Path) -> None:
    """A maker that died between the two renames has left the model of before: it goes back where nothing took its place."""
    place = before.parent.parent / before.name.removesuffix(BEFORE).rpartition("-")[0]
    if before.exists() and not place.exists():
        before.rename(place)
    shutil.rmtree(before, ignore_errors=True)


def _put(folder: Path, place: Path) -> None:
    """Rename into place; what was there goes the other way first, and comes back where the second step fails."""
    before = folder.with_name(f"{folder.name}{BEFORE}")
    if place.exists():
        place.rename(before)
    try:
        folder.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
    sync_folder(place.parent)
    shutil.rmtree(before, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Everything in the folder is on the disk when this returns."""
    for path in folder.rglob("*"):
        if path.is_file():
            sync_file(path)
        elif path.is_dir():
            sync_folder(path)
    sync_folder(folder)
