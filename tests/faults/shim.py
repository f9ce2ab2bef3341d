"""The shim as Python sees it: built, preloaded, armed."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
PRELOADED = "IMSEARCH_FAULTS_SHIM"


class Kind(IntEnum):
    """What a call changes on the disk; the numbers are those of the shim."""

    OPEN = 1
    WRITE = 2
    SYNC = 3
    TRUNCATE = 4
    RENAME = 5
    LINK = 6
    UNLINK = 7
    MKDIR = 8
    RMDIR = 9
    MARK = 10


class Mode(IntEnum):
    """What happens at a point; the numbers are those of the shim."""

    COUNT = 0
    KILL = 1
    """SIGKILL instead of the call."""
    TORN = 2
    """SIGKILL after the call, or after the first half of what was to be written."""
    FAIL = 3
    """The call fails, this once."""
    FAIL_ON = 4
    """The call fails, and so does every one of its kind from then on: the disk stays full, or broken."""
    SHORT = 5
    """Half is written, which POSIX allows; no error."""


ERRORS = {
    errno.ENOSPC: {Kind.OPEN, Kind.WRITE, Kind.SYNC, Kind.TRUNCATE, Kind.RENAME, Kind.LINK, Kind.MKDIR},
    errno.EIO: set(Kind) - {Kind.MARK},
    errno.EACCES: {Kind.OPEN, Kind.RENAME, Kind.LINK, Kind.UNLINK, Kind.MKDIR, Kind.RMDIR},
}
"""Which calls may answer with which error."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong."""

    at: int
    """Number of the point, from 0."""
    mode: Mode
    error: int = 0

    def __str__(self) -> str:
        error = f" {errno.errorcode[self.error]}" if self.error else ""
        return f"{self.mode.name.lower()}{error} at {self.at}"


def compiler() -> str | None:
    """A C compiler, or None."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def unfit() -> str:
    """Why there can be no faults here; empty where there can."""
    if sys.platform != "linux":
        return "faults are injected by a preloaded library, on Linux"
    return "" if compiler() else "no C compiler to build the shim with"


def under_shim(argv: list[str]) -> subprocess.CompletedProcess[bytes]:
    """Run this very program again with the shim under it; its output goes where ours does."""
    with tempfile.TemporaryDirectory(prefix="imsearch-faults-") as folder:
        library = Path(folder) / "shim.so"
        tool = compiler()
        assert tool is not None, unfit()
        subprocess.run([tool, "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"], check=True)
        # One thread for each library that counts: processes are forked, which threads do not survive.
        alone = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        environment = {**os.environ, **alone, "LD_PRELOAD": str(library), PRELOADED: "1"}
        return subprocess.run([sys.executable, *argv], env=environment, check=False)


@cache
def _shim() -> ctypes.CDLL:
    assert os.environ.get(PRELOADED), "start me through under_shim"
    shim = ctypes.CDLL(None)
    shim.faults_arm.argtypes = (
        ctypes.c_char_p,
        ctypes.c_long,
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_int,
    )
    shim.faults_arm.restype = None
    shim.faults_disarm.restype = ctypes.c_long
    shim.faults_hit.restype = ctypes.c_char_p
    shim.faults_mark.argtypes = (ctypes.c_long,)
    shim.faults_mark.restype = None
    return shim


def arm(folder: Path, fault: Fault | None = None, *, log: int = -1) -> None:
    """From now on every point below `folder` counts, and the fault lies in wait; `log` is an open file for all of them."""
    wanted = fault or Fault(-1, Mode.COUNT)
    kinds = sum(1 << kind for kind in ERRORS.get(wanted.error, ()))
    _shim().faults_arm(os.fsencode(folder), wanted.at, wanted.mode, wanted.error, kinds, log)


def disarm() -> int:
    """Faults are over; how many points there were."""
    return int(_shim().faults_disarm())


def hit() -> str:
    """What the fault has hit: kind and path; empty where it was not reached."""
    return os.fsdecode(_shim().faults_hit())


def mark(number: int) -> None:
    """Note in the log that so much has been promised by now."""
    _shim().faults_mark(number)
