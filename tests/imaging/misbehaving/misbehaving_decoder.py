"""Decoders that crash, hang, eat memory or wait. In a folder of their own, so that spawned processes can import them."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from imsearch_gui.imaging import apart_child
from imsearch_gui.imaging.apart_child import Limits

CRASH = b"this picture crashes its decoder"
HANG = b"this picture hangs its decoder"


def echo(value: Any) -> Any:
    return value


def pid() -> int:
    return os.getpid()


def abort() -> None:
    os.abort()


def segfault() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(7)


def unlucky(mark: Path) -> str:
    """Is killed the first time."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def hang() -> None:
    time.sleep(600)


def hang_with_the_lock() -> None:
    """As a loop in C does: no other thread of the process runs."""
    ctypes.PyDLL(None).sleep(600)


def eat(size: int) -> int:
    """Takes so many bytes, a little at a time, and uses them."""
    blocks = []
    for _ in range(size >> 23):
        blocks.append(bytearray(1 << 23))
        blocks[-1][:: 1 << 12] = b"x" * (1 << 11)
    return len(blocks)


def wait_for(door: Path, here: Path | None = None) -> str:
    """Says that it is here, and goes on when the door is there."""
    if here is not None:
        here.touch()
    while not door.exists():
        time.sleep(0.01)
    return door.name


def bug() -> None:
    raise ZeroDivisionError("a bug of ours")


def complain() -> None:
    os.write(2, b"noise of a decoder\n")


def stillborn(connection: Connection, limits: Limits) -> None:
    os._exit(3)


def serve(connection: Connection, limits: Limits) -> None:
    """What the program starts, with a PNG decoder that is not sound."""
    from PIL import PngImagePlugin

    sound = PngImagePlugin.PngImageFile._open

    def unsound(image: Any) -> None:
        data = image.fp.read()
        image.fp.seek(0)
        if CRASH in data:
            segfault()
        if HANG in data:
            hang_with_the_lock()
        sound(image)

    PngImagePlugin.PngImageFile._open = unsound  # type: ignore[method-assign]
    apart_child.serve(connection, limits)
