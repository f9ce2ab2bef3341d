"""A worker that does what the name of the file says. In a folder of its own, so that spawned processes can import it."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from imsearch_gui.imaging import decoder
from imsearch_gui.library import worker
from imsearch_gui.library.records import Refused
from imsearch_gui.library.worker import Ready, Unfit, WorkerSetup


def obey(connection: Connection, setup: object) -> None:
    connection.send(Ready("test"))
    leaked: list[bytes] = []
    while True:
        try:
            file = connection.recv()
        except EOFError:
            return
        name = Path(file.path).name
        if name.startswith("crash"):
            os.kill(os.getpid(), signal.SIGSEGV)
        if name.startswith("broken off"):
            # The head of an answer says how long it is; what is there of it is less.
            os.write(connection.fileno(), struct.pack("!i", 1000) + b"half")
            os.kill(os.getpid(), signal.SIGKILL)
        if name.startswith("unlucky") and not Path(file.path).exists():
            Path(file.path).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if name.startswith("hang"):
            time.sleep(600)
        if name.startswith("hog"):
            eaten = [b"x" * (8 << 20) for _ in range(20)]
            time.sleep(600 * len(eaten))
        if name.startswith("leak") and not Path(file.path).exists():
            Path(file.path).touch()
            leaked.append(b"x" * (160 << 20))
            time.sleep(600)
        connection.send(Refused(file, "done"))


def unfit(connection: Connection, setup: object) -> None:
    connection.send(Unfit("The model is no model: choose another."))


def stillborn(connection: Connection, setup: object) -> None:
    os._exit(7)


def work_with_a_loop(connection: Connection, setup: WorkerSetup) -> None:
    """What the program starts, with a decoder that holds Python's lock for ever, as a loop in C does, and says so first."""

    def loop(data: bytes, **_: Any) -> None:
        Path(os.environ["IMSEARCH_TEST_SIGN"]).write_text(str(os.getpid()))
        ctypes.PyDLL(None).sleep(600)

    decoder.decode = loop  # type: ignore[assignment]
    worker.TASK_LIMIT_S = 1.0
    worker.GRACE_S = 1
    work(connection, setup)


def work(connection: Connection, setup: WorkerSetup) -> None:
    """By this name here, so that a process finds what was changed."""
    worker.work(connection, setup)
