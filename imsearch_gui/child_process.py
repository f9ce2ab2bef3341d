"""A process that works for the program: how it behaves, and how it tells what came of its work. Light to import."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from imsearch_gui.domain.errors import BugError, KnownError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

END_S = 1.0
"""How long the end of a process that was killed is waited for: one that waits for a disk that is gone ends when that is back."""


def behave() -> None:
    """First thing in such a process: it is quiet, ends with its parent, and leaves nothing behind when it crashes."""
    # Ctrl+C goes to the whole process group; it is the parent that decides what happens then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    # Libraries write their complaints straight to standard error; what matters of them comes back as a sentence.
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 2)
    if sys.platform != "win32":
        import resource

        # A crash is foreseen; nobody wants a gigabyte of it on the disk.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def received(connection: Connection) -> Any:
    """What the other end has sent; EOFError where it is gone, also where it went in the middle of that.

    An array names a module inside of numpy, and that name would be the first that this thread asks for. Where another thread is
    just loading numpy, Python sees two that wait for each other and lets one go on with half a numpy: an ImportError, now and
    then (four times in eighteen where both began together). Who asks for numpy itself waits until it is whole.
    """
    try:
        data = connection.recv_bytes()
    except OSError as error:
        raise EOFError(str(error)) from error
    ready_for(data)
    return pickle.loads(data)


def ready_for(data: bytes) -> None:
    """numpy is whole, where `data` is a pickle that asks for it."""
    if b"numpy" in data:
        import numpy  # noqa: F401


def alarm(seconds: int) -> None:
    """End in so many seconds, also where a library holds Python's lock and the parent is gone; 0: not any more."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def end(*processes: BaseProcess) -> None:
    """Kill them, and wait for their end together, but not longer than END_S: what ends later is let go."""
    for process in processes:
        process.kill()
    deadline = time.monotonic() + END_S
    for process in processes:
        process.join(max(0.0, deadline - time.monotonic()))
        if process.exitcode is not None:
            process.close()
        else:
            _let_go(process)


def _let_go(process: BaseProcess) -> None:
    """Nobody waits for its end any more, nor does Python when the program ends, which it would for every process that it knows."""
    import multiprocessing.process

    multiprocessing.process._children.discard(process)  # type: ignore[attr-defined]


def _end_with_parent() -> None:
    """Between two pieces of work the end of a pipe says it; in the middle of one nobody listens to that."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


@dataclass(frozen=True, slots=True)
class Done:
    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    error: KnownError


@dataclass(frozen=True, slots=True)
class Bug:
    summary: str
    trace: str


Answer = Done | Failed | Bug


class InTheProcess(Exception):
    """Carries the traceback of the process into the log of the program."""

    def __str__(self) -> str:
        return f"in the process:\n{self.args[0]}"


def answer_of(work: Callable[[], Any], *, without_memory: KnownError | None = None) -> Answer:
    """Do the work; `without_memory` is what is said where it gets none."""
    try:
        return Done(work())
    except KnownError as error:
        return Failed(error)
    except Exception as error:  # noqa: BLE001
        if isinstance(error, MemoryError) and without_memory is not None:
            return Failed(without_memory)
        # A bug must be told by the process that has the log.
        return Bug(f"{type(error).__name__}: {error}", traceback.format_exc())


def value_of(answer: Answer) -> Any:
    """What the work gave; raises the error that it raised, BugError for a bug."""
    if isinstance(answer, Failed):
        raise answer.error
    if isinstance(answer, Bug):
        raise BugError(answer.summary) from InTheProcess(answer.trace)
    return answer.value


def memory_of(process: int | None) -> int:
    """Bytes that a process holds; 0 for one that is gone, which shows when its answer is asked for."""
    import psutil

    try:
        return int(psutil.Process(process).memory_info().rss)
    except psutil.Error:
        return 0
