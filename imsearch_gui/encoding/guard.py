"""Somebody else's graph is run in a process of its own first, with as much memory and time as a sound model needs.

Graphs are programs: one may ask for a terabyte, never end, or crash the engine. Then the process ends, and a sentence is left.
"""

from __future__ import annotations

import contextlib
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from imsearch_gui.child_process import alarm, answer_of, behave, end, memory_of, received, value_of
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.wording import size
from imsearch_gui.encoding.graph_facts import MOST_SHARE

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from imsearch_gui.encoding.graph_facts import GraphFacts

T = TypeVar("T")

LIMIT_S = 120.0
"""A large model loads from a cold disk and sees a few pictures; a sound one needs a tenth of that."""
TICK_S = 0.05
"""How often the memory of the process is looked at."""
ROOM = 2 * 2**30
"""Bytes for what a graph computes from one picture, besides its weights; EfficientNet-B7 and VGG16 take a tenth of that."""
SHARE = 0.9
"""Of the memory that is free may be taken at most."""
_START_S = 30.0
"""Besides the limit: Python and the engine are loaded in that."""
NO_MEMORY = re.compile(r"bad.alloc|allocat(e|ion)|out of memory|MemoryError", re.IGNORECASE)
"""How the engine says that it got none."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may take."""

    memory: int
    """Bytes, besides what Python and the engine take."""
    seconds: float = LIMIT_S


def limits_for(facts: Iterable[GraphFacts], *, seconds: float = LIMIT_S) -> Limits:
    """What a sound model of this size needs, if there is as much."""
    import psutil

    wanted = ROOM + MOST_SHARE * sum(graph.size for graph in facts)
    return Limits(round(min(wanted, SHARE * psutil.virtual_memory().available)), seconds)


def always() -> bool:
    """For work that nobody gives up half way."""
    return True


class Guarded(Generic[T]):
    """One piece of work; `run` on any thread, `cancel` from another."""

    def __init__(self, name: str, work: Callable[..., T], *arguments: Any, limits: Limits) -> None:
        """`name` is that of the model's file, for the sentence; `work` a function of a module, arguments and answer are pickled."""
        self._name = name
        self._work = work
        self._arguments = arguments
        self._limits = limits
        self._gate = threading.Lock()
        self._process: SpawnProcess | None = None
        self._cancelled = False

    def run(self, wanted: Callable[[], bool] = always) -> T:
        """The answer; ModelError for what the process would not survive, after `cancel`, and once `wanted` says no."""
        import multiprocessing

        # spawn, not fork: this process has threads, and a fork of those can lock up.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(
            target=_run,
            args=(theirs, self._limits, self._work, self._arguments),
            name=f"imsearch trial of {self._name}",
            daemon=True,
        )
        with ours:
            try:
                with self._gate, theirs:
                    if self._cancelled:
                        raise self._given_up()
                    with _allowed_children():
                        process.start()
                    self._process = process
                return self._answer(ours, process, wanted)
            finally:
                self._end(process)

    def cancel(self) -> None:
        """The answer is not wanted any more. Answers at once."""
        with self._gate:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def _answer(self, ours: Connection, process: SpawnProcess, wanted: Callable[[], bool]) -> T:
        deadline = time.monotonic() + _START_S + self._limits.seconds
        base: int | None = None
        while True:
            if ours.poll(TICK_S):
                try:
                    message = received(ours)
                except EOFError:
                    raise self._died(process) from None
                if not isinstance(message, _Begins):
                    return self._opened(message)
                base, deadline = message.memory, time.monotonic() + self._limits.seconds
            if self._cancelled or not wanted():
                # One that waits for a disk that is gone does not end yet.
                raise self._given_up()
            if time.monotonic() > deadline:
                raise self._too_long()
            if base is not None and memory_of(process.pid) > base + self._limits.memory:
                raise self._too_much()

    def _opened(self, message: Any) -> T:
        try:
            answer: T = value_of(message)
        except ModelError as error:
            if NO_MEMORY.search(str(error)):
                raise self._too_much() from error
            raise
        return answer

    def _too_much(self) -> ModelError:
        sentence = tr(
            "{0} asked for more than the {1} of memory that it could have for one picture: it is broken, or too large for this"
            " computer."
        )
        return ModelError(sentence.format(self._name, size(self._limits.memory)))

    def _too_long(self) -> ModelError:
        sentence = tr(
            "{0} was still at work on one picture after %Ln second(s): it is broken, or too large for this computer.",
            "",
            round(self._limits.seconds),
        )
        return ModelError(sentence.format(self._name))

    def _died(self, process: SpawnProcess) -> ModelError:
        if self._cancelled:
            return self._given_up()
        process.join(1.0)
        sentence = tr(
            "{0} brought down the process in which it was tried (exit code {1}): it is damaged, or asks for more than this"
            " computer has."
        )
        return ModelError(sentence.format(self._name, process.exitcode))

    def _given_up(self) -> ModelError:
        return ModelError(tr("{0} was not tried to the end: try it again.").format(self._name))

    def _end(self, process: SpawnProcess) -> None:
        with self._gate:
            started, self._process = self._process is not None, None
        if started:
            end(process)


@contextlib.contextmanager
def _allowed_children() -> Iterator[None]:
    """A process of the kind that ends with its parent may have no children, since they would go on; ours ends with its own."""
    import multiprocessing

    ourselves = multiprocessing.current_process()
    before = ourselves.daemon
    if not before:
        yield
        return
    ourselves.daemon = False
    try:
        yield
    finally:
        ourselves.daemon = before


@dataclass(frozen=True, slots=True)
class _Begins:
    memory: int
    """Bytes that the process held when the work began."""


def _run(theirs: Connection, limits: Limits, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """The process: says that it begins, then sends the answer or the error that kept it from coming."""
    behave()
    with theirs, contextlib.suppress(BrokenPipeError):
        theirs.send(_Begins(_bound(limits)))
        theirs.send(answer_of(lambda: work(*arguments), without_memory=ModelError("MemoryError")))


def _bound(limits: Limits) -> int:
    """Have the system hold the limits as far as it can; returns the memory held now, in bytes."""
    import onnxruntime  # noqa: F401 (what it takes itself is not the model's)
    import psutil

    held = psutil.Process().memory_info()
    # Ends it even where the engine holds Python's lock and the parent is gone.
    alarm(round(_START_S + limits.seconds))
    if sys.platform == "linux":
        import resource

        # Memory of one's own, not address space: libraries and mapped files may be as large as they like.
        resource.setrlimit(resource.RLIMIT_DATA, (held.data + limits.memory,) * 2)
    return int(held.rss)
