"""A crash of the program itself: what the interpreter can still say goes into a file, which the next start finds."""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from imsearch_gui import __version__

KEPT = 5
"""Reports, the newest ones."""
_HEAD = 1 << 16
"""Bytes of a report in which the sign stands, behind two lines of our own."""
_SIGNS = (b"Fatal Python error", b"Windows fatal exception")
"""How the interpreter begins to tell; the second is that of Windows, for most of what ends a program there."""
_log = logging.getLogger(__name__)


class CrashFile:
    """Open while the program runs, and gone after a proper end."""

    def __init__(self, folder: Path) -> None:
        # The number of a process comes again, and what an earlier one has left may not have been told.
        self._path = folder / f"{os.getpid()}-{time.time_ns()}.txt"
        self._file: TextIO | None = None

    def open(self) -> None:
        """From now on a crash writes there where each thread was. Where nothing can be written there will be no report."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("x", encoding="utf-8")
            self._file.write(
                f"imsearch {__version__}, {datetime.now().astimezone().isoformat(timespec='seconds')}\n"
                f"Python {platform.python_version()}, {platform.system()} {platform.release()}\n\n"
            )
            self._file.flush()
        except OSError as error:
            _log.warning("a crash would leave no report: %s", error)
            return
        faulthandler.enable(self._file)

    def close(self) -> None:
        """The program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)


def reports_left(folder: Path) -> list[Path]:
    """Reports of crashes nobody has been told of, the newest first; see `mark_told`. Only the newest KEPT stay on the disk.

    Files of programs that were killed without a word are taken away.
    """
    found = []
    for path in _plain_files(folder):
        if _runs(path):
            continue
        with suppress(FileNotFoundError):  # another window has told of it meanwhile
            if _tells_of_crash(path):
                found.append((path.stat().st_mtime_ns, path))
            else:
                path.unlink()
    reports = [path for _, path in sorted(found, reverse=True)]
    for path in reports[KEPT:]:
        path.unlink(missing_ok=True)
    return reports[:KEPT]


def mark_told(folder: Path, reports: Iterable[Path]) -> list[Path]:
    """The user has been told of these; returns where they are from now on. The newest KEPT of those that were told stay."""
    told = folder / "told"
    told.mkdir(exist_ok=True)
    places = []
    for path in reports:
        with suppress(FileNotFoundError):  # as above
            places.append(path.replace(told / f"{path.stat().st_mtime_ns}-{path.name}"))
    for path in sorted(_plain_files(told), key=_age, reverse=True)[KEPT:]:
        path.unlink(missing_ok=True)
    return places


def _plain_files(folder: Path) -> list[Path]:
    """Whatever else lies there is not ours: a pipe would never end, and a link leads elsewhere."""
    return [path for path in folder.glob("*.txt") if path.is_file() and not path.is_symlink()]


def _tells_of_crash(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return any(sign in head for sign in _SIGNS)


def _age(path: Path) -> int:
    """Nanoseconds; 0 for a file that was put there by somebody else."""
    number = path.stem.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() else 0


def _runs(path: Path) -> bool:
    """Whether the program that the file is of still runs; its number may have been given to another one since."""
    import psutil

    try:
        began = psutil.Process(int(path.stem.partition("-")[0])).create_time()
    except (psutil.Error, ValueError):
        return False
    return bool(began <= path.stat().st_mtime)
