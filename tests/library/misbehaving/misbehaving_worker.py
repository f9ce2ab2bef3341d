"""A worker that does what the name of the file says. In a folder of its own, so that spawned processes can import it."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from imsearch_gui.library.records import Refused
from imsearch_gui.library.worker import Ready, Unfit


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
