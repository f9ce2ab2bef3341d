"""A process that decodes one picture after the other, as it is asked to.

Decoders are somebody else's C: a picture that brings one down costs this process, never the program.
"""

from __future__ import annotations

import contextlib
import importlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from imsearch_gui import child_process
from imsearch_gui.child_process import Answer, answer_of
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.reasons import TOO_LARGE_FOR_MEMORY
from imsearch_gui.imaging.memory import ROOM, bounded, give_back
from imsearch_gui.imaging.parcels import pack, receive, send

LIMIT_S = 30.0
"""For one picture. A 24-megapixel photo takes 0.3 s; what takes a hundred times that is broken or hostile."""
GRACE_S = 5
"""After the limit the process ends by itself, where the program that should have ended it is gone."""
REST_S = 0.2
"""Without a request for so long, what large pictures left is given back; between two of them it would only cost time."""
GROWN = 64 << 20
"""Bytes more than at the start from which that pays."""
_NEEDED = ("numpy", "PIL.Image", "imsearch_gui.imaging.views", "imsearch_gui.imaging.thumbnails")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one picture may cost."""

    seconds: float = LIMIT_S
    room: int = ROOM
    """Bytes besides what the process holds at rest."""
    bound: bool = True
    """Whether the process has the system hold it to that; else whoever started it looks how large it becomes."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has loaded what it needs."""

    memory: int
    """Bytes that it holds."""


@dataclass(frozen=True, slots=True)
class Request:
    """A call; see `Decoding.run`."""

    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]


def serve(connection: Connection, limits: Limits) -> None:
    """Say that it is ready, then answer every `Request`, until the other side hangs up."""
    child_process.behave()
    # Several of these work at a time: threads of one's matrix products would only wait for those of another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in _NEEDED:
        importlib.import_module(name)
    from imsearch_gui.imaging.formats import prepare

    prepare()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        _answer_all(connection, limits)


def _answer_all(connection: Connection, limits: Limits) -> None:
    import psutil

    ourselves = psutil.Process()
    at_rest = ourselves.memory_info().rss
    connection.send(Ready(at_rest))
    while True:
        # No name is kept for any of it: a picture must not stay until the next one comes.
        send(connection, pack(_answer(receive(connection, copied=True), limits)))
        if not connection.poll(REST_S) and ourselves.memory_info().rss > at_rest + GROWN:
            give_back()


def _answer(request: Request, limits: Limits) -> Answer:
    child_process.alarm(round(limits.seconds) + GRACE_S)
    try:
        with bounded(limits.room) if limits.bound else contextlib.nullcontext():
            return answer_of(
                lambda: request.work(*request.arguments, **request.named),
                without_memory=PictureError(TOO_LARGE_FOR_MEMORY),
            )
    finally:
        child_process.alarm(0)
