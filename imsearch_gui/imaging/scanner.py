"""Which files lie below a folder."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.reasons import NOT_TOLD, UNREADABLE_FOLDER

PICTURE_SUFFIXES = frozenset(
    f".{name}"
    for name in (
        *("jpg", "jpeg", "jpe", "jfif", "mpo", "png", "apng", "webp", "gif", "tif", "tiff", "bmp", "dib"),
        *("avif", "avifs", "heic", "heics", "heif", "heifs", "hif"),
        *("jp2", "j2k", "jpc", "jpf", "jpx", "j2c", "ppm", "pgm", "pbm", "pnm", "pfm", "tga", "icb", "vda", "vst"),
        *("psd", "sgi", "rgb", "rgba", "bw", "dds", "pcx", "fli", "flc", "qoi", "ico", "cur", "icns", "xbm", "xpm"),
    )
)
"""Only for counting and for what may be dropped: indexing looks into every file."""

_NOT_ENTERED = frozenset({"@eadir", "node_modules", "system volume information", "$recycle.bin", "__macosx"})
_COMPANIONS = frozenset({".xmp", ".aae", ".thm", ".pp3", ".dop", ".lrv", ".part", ".crdownload"})
"""Files that other programs lay beside pictures; nobody expects to find them listed."""
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_PASSING = (errno.ENOENT, errno.ELOOP, errno.ENOTDIR)
"""Why a file's status may rightly fail: a link to nowhere or to itself, or a file that was deleted this very moment."""
_NOT_ON_THIS_DISK = 0x1000 | 0x40000 | 0x400000
"""Windows: FILE_ATTRIBUTE_OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS; opening such a file would download it."""


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """What is left out."""

    recursive: bool = True
    exclude: tuple[str, ...] = ()
    """Globs, compared without regard to case to names and to paths below the folder (with forward slashes)."""


@dataclass(frozen=True, slots=True)
class UnreadableFolder:
    """A folder that could not be looked into."""

    path: Path
    reason: str


def looks_like_picture(name: str) -> bool:
    """Whether a file's suffix is that of a picture."""
    return os.path.splitext(name)[1].lower() in PICTURE_SUFFIXES  # noqa: PTH122 (called for every file of a folder)


def is_left_out(below: str, exclude: Sequence[str]) -> bool:
    """Whether globs leave out a file, named by its path below the root (with forward slashes), or a folder that it lies in."""
    folded = _folded_globs(exclude)
    parts = _folded(below).split("/")
    return any(_matches(parts[end - 1], "/".join(parts[:end]), folded) for end in range(1, len(parts) + 1))


def is_of_interest(below: str) -> bool:
    """Whether a change to what has this path below a root may change what a scan finds: not hidden files, nor companions."""
    parts = below.lower().replace(os.sep, "/").split("/")
    system = any(part.startswith(".") or part in _NOT_ENTERED or part in _SYSTEM_FILES for part in parts)
    return not system and os.path.splitext(parts[-1])[1] not in _COMPANIONS  # noqa: PTH122


def scan(root: Path, options: ScanOptions) -> Iterator[FoundFile | UnreadableFolder]:
    """Every file below `root` that may be a picture, sorted within each folder; links are followed, each folder walked once.

    Left out: hidden files and folders, system folders, companion files, cloud placeholders, and what `options` exclude.
    Raises FolderError when `root` is not there, cannot be read, or vanishes on the way.
    """
    top = str(root.absolute())
    exclude = _folded_globs(options.exclude)
    walked: set[tuple[int, int]] = set()
    waiting = [top]
    try:
        started_at = _identity(top)
    except OSError as error:
        raise _no_folder(top, error) from error
    while waiting:
        folder = waiting.pop()
        try:
            entries = _entries_once(folder, walked)
        except OSError as error:
            if folder == top or _identity_or_none(top) != started_at:
                raise _no_folder(top, error) from error
            yield UnreadableFolder(Path(folder), UNREADABLE_FOLDER.format(error.strerror))
            continue
        inner: list[str] = []
        yield from _files(entries, top, exclude, inner)
        if options.recursive:
            waiting += reversed(inner)
    if _identity_or_none(top) != started_at:
        # An unplugged disk leaves an empty folder where it was mounted; without this its pictures would count as deleted.
        sentence = tr("The folder {0} vanished while it was looked through: is its disk still connected?")
        raise FolderError(sentence.format(top))


def _files(
    entries: list[os.DirEntry[str]], top: str, exclude: Sequence[str], inner: list[str]
) -> Iterator[FoundFile | UnreadableFolder]:
    """The files among `entries`; folders go to `inner`."""
    for entry in entries:
        if _left_out(entry, top, exclude):
            continue
        try:
            if entry.is_dir():
                inner.append(entry.path)
            elif (found := _found(entry)) is not None:
                yield found
        except OSError as error:
            if error.errno not in _PASSING:
                yield UnreadableFolder(Path(entry.path), NOT_TOLD.format(error.strerror))


def _no_folder(top: str, error: OSError) -> FolderError:
    sentence = tr("The folder {0} cannot be read ({1}): is it there, and may you open it?")
    return FolderError(sentence.format(top, error.strerror))


def _identity(folder: str) -> tuple[int, int]:
    """Which folder this is, by whatever path."""
    status = os.stat(folder)  # noqa: PTH116 (paths are plain strings here, for speed)
    return status.st_dev, status.st_ino


def _identity_or_none(folder: str) -> tuple[int, int] | None:
    try:
        return _identity(folder)
    except OSError:
        return None


def _entries_once(folder: str, walked: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    """The sorted entries of a folder; nothing when it was walked before by another way."""
    identity = _identity(folder)
    if identity in walked and identity[1]:  # some network drives number nothing
        return []
    walked.add(identity)
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _folded(text: str) -> str:
    """For comparing names: without regard to case, and to the two ways of writing an accent (macOS writes the other one)."""
    return unicodedata.normalize("NFC", text).lower()


def _left_out(entry: os.DirEntry[str], top: str, exclude: Sequence[str]) -> bool:
    name = entry.name.lower()
    if name.startswith(".") or name in _NOT_ENTERED or name in _SYSTEM_FILES:
        return True
    if os.path.splitext(name)[1] in _COMPANIONS:  # noqa: PTH122
        return True
    if not exclude:
        return False
    below = _folded(entry.path[len(top) :].replace(os.sep, "/").strip("/"))
    return _matches(_folded(entry.name), below, exclude)


def _folded_globs(exclude: Sequence[str]) -> list[str]:
    return [_folded(pattern).removeprefix("./").rstrip("/") for pattern in exclude]


def _matches(name: str, below: str, exclude: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) or fnmatchcase(below, pattern) for pattern in exclude)


def _found(entry: os.DirEntry[str]) -> FoundFile | None:
    """None for what is no regular file and for files that are only in a cloud."""
    status = entry.stat()
    if not stat.S_ISREG(status.st_mode) or getattr(status, "st_file_attributes", 0) & _NOT_ON_THIS_DISK:
        return None
    return FoundFile(entry.path, status.st_size, status.st_mtime_ns)
