"""Work that does what it is told. In a folder of its own, so that spawned processes can import it."""

from __future__ import annotations

import os
import signal
import struct
import time
from collections.abc import Callable
from pathlib import Path

from imsearch_gui.domain.errors import ModelError

Report = Callable[[object], None]


def add(_: Report, left: int, right: int) -> int:
    return left + right


def count_to(report: Report, number: int) -> str:
    for step in range(number):
        report(step)
    return "counted"


def say_and_think(report: Report, signs: Path) -> str:
    """Two reports at once, then a long silence that only the test ends."""
    report("fetching")
    report("checking")
    while not signs.exists():
        time.sleep(0.01)
    return "done"


def refuse(_: Report) -> None:
    raise ModelError("model.onnx is no ONNX file: choose another.")


def blunder(_: Report) -> None:
    raise ZeroDivisionError("by nothing")


def crash(_: Report) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def break_off(report: Report) -> None:
    """Dies in the middle of what it says: the head says how long it is, and what is there of it is less."""
    report("begun")
    connection = report.__closure__[0].cell_contents  # type: ignore[attr-defined]
    os.write(connection.fileno(), struct.pack("!i", 1000) + b"half")
    os.kill(os.getpid(), signal.SIGKILL)


def hang(report: Report) -> None:
    report(os.getpid())
    time.sleep(600)


def unsendable(_: Report) -> object:
    return lambda: None
