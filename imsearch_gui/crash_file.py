"""A crash of the program itself: what the interpreter can still say goes into a file, which the next start finds."""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
from datetime import datetime
from pathlib import Path
from typing import TextIO

from imsearch_gui import __version__

KEPT = 5
"""Reports, the newest ones."""
_HEAD = 1 << 16
"""Bytes of a report in which the sign stands, behind two lines of our own."""
_SIGN = "Fatal Python error"
_log = logging.getLogger(__name__)


class CrashFile:
    """Open while the program runs, and gone after a proper end."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{os.getpid()}.txt"
        self._file: TextIO | None = None

    def open(self) -> None:
        """From now on a crash writes there where each thread was. Where nothing can be written there will be no report."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
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
    """Reports of crashes nobody has been told of, the newest first; they are told once, and the newest KEPT stay on the disk.

    Files of programs that were killed without a word are taken away.
    """
    told = folder / "told"
    found = []
    for path in _plain_files(folder):
        if _runs(path):
            continue
        if _tells_of_crash(path):
            told.mkdir(exist_ok=True)
            found.append(path.replace(told / f"{path.stat().st_mtime_ns}.txt"))
        else:
            path.unlink(missing_ok=True)
    for path in sorted(_plain_files(told), key=_age, reverse=True)[KEPT:]:
        path.unlink(missing_ok=True)
    return sorted((path for path in found if path.exists()), key=_age, reverse=True)


def _plain_files(folder: Path) -> list[Path]:
    """Whatever else lies there is not ours: a pipe would never end, and a link leads elsewhere."""
    return [path for path in folder.glob("*.txt") if path.is_file() and not path.is_symlink()]


def _tells_of_crash(path: Path) -> bool:
    with path.open("rb") as file:
        return _SIGN.encode() in file.read(_HEAD)


def _age(path: Path) -> int:
    """Nanoseconds; 0 for a file that was put there by somebody else."""
    return int(path.stem) if path.stem.isascii() and path.stem.isdigit() else 0


def _runs(path: Path) -> bool:
    """Whether the program that the file is of still runs; its number may have been given to another one since."""
    import psutil

    try:
        began = psutil.Process(int(path.stem)).create_time()
    except (psutil.Error, ValueError):
        return False
    return bool(began <= path.stat().st_mtime)
