"""Which files lie below a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.plan import FoundFile

PICTURE_SUFFIXES = frozenset(
    f".{name}"
    for name in (
        *("jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "tif", "tiff", "bmp", "dib", "avif"),
        *("heic", "heif", "hif", "mpo", "ico", "icns", "tga", "jp2", "j2k", "jpx", "ppm", "pgm", "pbm", "pnm"),
        *("psd", "sgi", "dds", "pcx", "fli", "flc", "qoi"),
    )
)
"""Only for counting and for what may be dropped: indexing looks into every file."""

_NOT_ENTERED = frozenset({"@eadir", "node_modules", "system volume information", "$recycle.bin", "__macosx"})
_COMPANIONS = frozenset({".xmp", ".aae", ".thm", ".pp3", ".dop", ".lrv", ".part", ".crdownload"})
"""Files that other programs lay beside pictures; nobody expects to find them listed."""
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
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


def scan(root: Path, options: ScanOptions) -> Iterator[FoundFile | UnreadableFolder]:
    """Every file below `root` that may be a picture, sorted within each folder; links are followed, each folder walked once.

    Left out: hidden files and folders, system folders, companion files, cloud placeholders, and what `options` exclude.
    Raises FolderError when `root` is not there, cannot be read, or vanishes on the way.
    """
    top = root.absolute()
    exclude = [pattern.lower().removesuffix("/") for pattern in options.exclude]
    walked: set[tuple[int, int]] = set()
    waiting = [str(top)]
    while waiting:
        folder = waiting.pop()
        try:
            entries = _entries_once(folder, walked)
        except OSError as error:
            if folder == str(top) or not top.is_dir():
                raise FolderError(
                    f"The folder {top} cannot be read ({error.strerror}): is it there, and may you open it?"
                ) from error
            yield UnreadableFolder(Path(folder), f"folder cannot be read ({error.strerror})")
            continue
        inner: list[str] = []
        for entry in entries:
            if _left_out(entry, str(top), exclude):
                continue
            if _is_folder(entry):
                inner.append(entry.path)
            elif (found := _found(entry)) is not None:
                yield found
        if options.recursive:
            waiting += reversed(inner)


def _entries_once(folder: str, walked: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    """The sorted entries of a folder; nothing when it was walked before by another way."""
    status = os.stat(folder)  # noqa: PTH116 (paths are plain strings here, for speed)
    identity = (status.st_dev, status.st_ino)
    if identity in walked and status.st_ino:
        return []
    walked.add(identity)
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _left_out(entry: os.DirEntry[str], top: str, exclude: Sequence[str]) -> bool:
    name = entry.name.lower()
    if name.startswith(".") or name in _NOT_ENTERED or name in _SYSTEM_FILES:
        return True
    if os.path.splitext(name)[1] in _COMPANIONS:  # noqa: PTH122
        return True
    if not exclude:
        return False
    below = entry.path[len(top) :].replace(os.sep, "/").strip("/").lower()
    return any(fnmatchcase(name, pattern) or fnmatchcase(below, pattern) for pattern in exclude)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to nowhere


def _found(entry: os.DirEntry[str]) -> FoundFile | None:
    """None for what is no regular file, for links to nowhere and for files that are only in a cloud."""
    try:
        status = entry.stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or getattr(status, "st_file_attributes", 0) & _NOT_ON_THIS_DISK:
        return None
    return FoundFile(Path(entry.path), status.st_size, status.st_mtime_ns)
