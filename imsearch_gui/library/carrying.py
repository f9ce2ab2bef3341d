"""Files to another folder: copied, moved or linked. Nothing is ever overwritten, and nothing is half there.

A file is copied beside its place first, compared in size, and put there in one step; a moved one leaves its old place last.
"""

from __future__ import annotations

import errno
import itertools
import os
import shutil
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from imsearch_gui import disk
from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import Skipped

CHUNK = 4 << 20
"""Bytes copied between two looks at whether to go on."""
_Placer = Callable[[Path], object]


class Carry(Enum):
    """What becomes of the files."""

    COPY = "copy"
    MOVE = "move"
    HARD_LINK = "hard link"
    SYMBOLIC_LINK = "symbolic link"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file, and what it should be called in the folder."""

    source: Path
    name: str = ""
    """Empty: as it is called."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a file was, and where it is now."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class CarryProgress:
    """Files that are done, of how many."""

    done: int
    total: int


class _Full(Exception):
    """The disk takes no more: the files that follow need not be tried."""


@dataclass(slots=True)
class Carrying:
    """One job. What it has done so far stands in it, also when it is given up: close the generator that `run` is."""

    files: Sequence[Wanted]
    folder: Path
    way: Carry
    carried: list[Carried] = field(default_factory=list)
    failed: list[Skipped] = field(default_factory=list)
    full: bool = False
    """Whether the disk took no more."""

    def run(self) -> Generator[CarryProgress, None, None]:
        """FolderError where nothing can be put into the folder; what is wrong with single files is listed in `failed`."""
        _check(self.folder)
        disk.clear(self.folder)
        total = len(self.files)
        for number, file in enumerate(self.files):
            yield CarryProgress(number, total)
            try:
                yield from self._carry(file, CarryProgress(number, total))
            except _Full:
                self.full = True
                reason = tr("the disk is full")
                self.failed += [Skipped(left.source, reason) for left in self.files[number:]]
                break
            except OSError as error:
                self.failed.append(Skipped(file.source, _why(error)))
        yield CarryProgress(total, total)

    def _carry(self, file: Wanted, progress: CarryProgress) -> Generator[CarryProgress, None, None]:
        source, name = file.source, file.name or file.source.name
        try:
            if self.way is Carry.MOVE and source.parent.resolve() == self.folder.resolve():
                self.failed.append(Skipped(source, tr("it lies in that folder already")))
                return
            match self.way:
                case Carry.COPY:
                    target = yield from self._copy(source, name, progress)
                case Carry.MOVE:
                    target = yield from self._move(source, name, progress)
                case Carry.HARD_LINK:
                    target = _named(self.folder, name, lambda place: _link(source, place, hard=True), source)
                case Carry.SYMBOLIC_LINK:
                    target = _named(self.folder, name, lambda place: _link(source, place, hard=False), source)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise _Full from error
            raise
        self.carried.append(Carried(source, target))

    def _move(self, source: Path, name: str, progress: CarryProgress) -> Generator[CarryProgress, None, Path]:
        try:
            return _named(self.folder, name, lambda place: put(source, place), source)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
        target = yield from self._copy(source, name, progress)
        # On another disk its name may still be on its way when the old one has gone for good.
        disk.sync_folder(self.folder)
        try:
            source.unlink()
        except OSError:
            # Nothing is there twice because it could not be taken away.
            target.unlink()
            raise
        return target

    def _copy(self, source: Path, name: str, progress: CarryProgress) -> Generator[CarryProgress, None, Path]:
        aside = disk.aside(self.folder)
        try:
            with source.open("rb") as reading, aside.open("xb") as writing:
                while chunk := reading.read(CHUNK):
                    writing.write(chunk)
                    yield progress
                writing.flush()
                os.fsync(writing.fileno())
            shutil.copystat(source, aside)
            if aside.stat().st_size != source.stat().st_size:
                raise OSError(errno.EIO, tr("it was changed meanwhile, or the disk lost a part of it"))
            return _named(self.folder, name, lambda place: put(aside, place), source)
        finally:
            with suppress(FileNotFoundError):
                aside.unlink()


def _link(source: Path, place: Path, *, hard: bool) -> None:
    try:
        if hard:
            os.link(source.resolve(), place)
        else:
            place.symlink_to(source.absolute())
    except PermissionError as error:
        # What memory sticks say of a thing they do not know.
        if error.errno != errno.EPERM:
            raise
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP)) from error


def put(source: Path, target: Path) -> None:
    """Rename, but FileExistsError where there is something already; within one file system only."""
    if os.name == "nt":
        source.rename(target)
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        # Memory sticks and some shares know no second names.
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK):
            raise
        if not disk.rename_if_free(source, target):
            with disk.held(target, for_empty=source.lstat().st_size == 0):
                source.replace(target)
        return
    try:
        source.unlink()
    except OSError:
        target.unlink()
        raise


def free_name(name: str, number: int) -> str:
    """'a.jpg' -> 'a (2).jpg'"""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem or name} ({number}){dot + suffix if stem else ''}"


def _named(folder: Path, name: str, place: _Placer, source: Path) -> Path:
    """Place a file under its name, or the first like it that is free."""
    source.lstat()  # says at once that it is not there
    for number in itertools.count(1):
        target = folder / (name if number == 1 else free_name(name, number))
        try:
            place(target)
        except FileExistsError:
            continue
        return target
    raise AssertionError


def _check(folder: Path) -> None:
    if not folder.is_dir():
        raise FolderError(tr("{0} does not exist or is no folder: choose another one.").format(folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        sentence = tr("{0} cannot be written: choose another folder, or change its permissions.")
        raise FolderError(sentence.format(folder))


def _why(error: OSError) -> str:
    """In a few words, for a list."""
    known = {
        errno.ENOENT: tr("it is not there"),
        errno.EACCES: tr("no permission"),
        errno.EPERM: tr("no permission"),
        errno.EROFS: tr("the disk is read-only"),
        errno.ENAMETOOLONG: tr("its name is too long for that disk"),
        errno.EISDIR: tr("it is a folder"),
        errno.EXDEV: tr("a hard link must lie on the same disk as its picture"),
        errno.EOPNOTSUPP: tr("that disk has no such links"),
    }
    return known.get(error.errno or 0, error.strerror or str(error))
