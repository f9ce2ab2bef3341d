"""Work in a process of its own, which can be ended at any moment.

A server, a disk or the graph of a stranger may each hang for as long as they like, or take the program with them when they crash;
nothing but the end of a process ends the one and survives the other. The window must close, and go on, without waiting.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from imsearch_gui.child_process import Answer, Done, answer_of, end, received, value_of
from imsearch_gui.domain.errors import KnownError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")

Report = Callable[[Any], None]
"""What the work calls to say how far it is."""
Work = Callable[..., T]
"""A function of a module, called in the process as work(report, *arguments); arguments, reports and answer are pickled."""

TELL_S = 0.1
"""Reports are passed on at most this often, the newest one always: more is not seen. As often it is asked whether the answer is
still wanted."""


@dataclass(frozen=True, slots=True)
class _Told:
    value: Any


class ProcessJob(Generic[T]):
    """One piece of work; `run` on a lane, `cancel` from any thread."""

    def __init__(self, work: Work[T], *arguments: Any, unanswered: KnownError, name: str = "job") -> None:
        """`unanswered` is raised where no answer comes: after `cancel`, or when the process has died of something."""
        self._work = work
        self._arguments = arguments
        self._unanswered = unanswered
        self._name = name
        self._gate = threading.Lock()
        self._process: SpawnProcess | None = None
        self.cancelled = False

    def run(self, tell: Report | None = None) -> T:
        """The answer; KnownError with a sentence, BugError for what is our fault. `tell` is called on this thread."""
        import multiprocessing

        # spawn, not fork: this process has threads, and a fork of those can lock up.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(
            target=_run, args=(theirs, self._work, self._arguments), name=f"imsearch {self._name}", daemon=True
        )
        with ours:
            try:
                with self._gate, theirs:
                    if self.cancelled:
                        raise self._unanswered
                    process.start()
                    self._process = process
                return self._take(ours, tell or _nobody)
            finally:
                self._end(process)

    def cancel(self) -> None:
        """The answer is not wanted any more. Answers at once."""
        with self._gate:
            self.cancelled = True
            if self._process is not None:
                self._process.kill()

    def _take(self, ours: Connection, tell: Report) -> T:
        try:
            message = self._last_message(ours, tell)
        except (EOFError, ConnectionError):
            raise self._unanswered from None
        answer: T = value_of(message)
        return answer

    def _last_message(self, ours: Connection, tell: Report) -> Answer:
        """Pass reports on until what ends them comes; EOFError where the process ends without it, or nobody wants it any more."""
        held: _Told | None = None
        told = 0.0
        while True:
            if not ours.poll(TELL_S if held is None else max(0.0, told + TELL_S - time.monotonic())):
                if self.cancelled:
                    # One that waits for a disk that is gone does not end yet.
                    raise EOFError
                if held is not None:
                    tell(held.value)
                    held, told = None, time.monotonic()
                continue
            message = received(ours)
            if not isinstance(message, _Told):
                if held is not None:
                    tell(held.value)
                return message  # type: ignore[no-any-return]
            held = message

    def _end(self, process: SpawnProcess) -> None:
        with self._gate:
            started, self._process = self._process is not None, None
        if started:
            # What has answered has nothing more to do, and what failed to be heard must not go on.
            end(process)


def _nobody(_: Any) -> None:
    pass


def _run(theirs: Connection, work: Work[Any], arguments: tuple[Any, ...]) -> None:
    """The process: sends reports, then the answer or the error that kept it from coming."""
    # A pipe that is broken has nobody at its other end to be told anything.
    with theirs, contextlib.suppress(BrokenPipeError):
        # What cannot be sent is a bug like any other.
        outcome = answer_of(lambda: theirs.send(Done(work(lambda value: theirs.send(_Told(value)), *arguments))))
        if not isinstance(outcome, Done):
            theirs.send(outcome)
