"""Pictures are decoded apart: in processes of their own, so that one that crashes, hangs or eats memory costs a sentence.

A few of these processes wait for work; each does one piece at a time. Light to import: the window makes its `Apart` before
anything is painted.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from imsearch_gui.child_process import END_S, end, memory_of, value_of
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.reasons import CRASHED, NOT_STARTED, STOPPED, TOO_LARGE_FOR_MEMORY, TOOK_TOO_LONG

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from imsearch_gui.child_process import Answer
    from imsearch_gui.imaging.apart_child import Limits
    from imsearch_gui.imaging.parcels import Parcel

P = ParamSpec("P")
T = TypeVar("T")

Serve = Callable[["Connection", "Limits"], None]
"""What such a process does; see `apart_child.serve`."""

MOST = 12
"""Processes at the same time. Ten threads of the window may ask at once (two for thumbnails, and the lanes for the query, its
previews, several files, the large view, details, the clipboard, exports and the history), so nobody waits for anybody else."""
KEPT = 3
"""Processes that stay when nobody asks: a drop is decoded for the query and for its preview while thumbnails are still made."""
IDLE_S = 60.0
"""After so many seconds without work those beyond that are ended; each holds 40 MB."""
START_LIMIT_S = 60.0
"""Loading Python and Pillow takes a quarter of a second, or a few from a cold disk."""
TICK_S = 0.05
"""How often the memory and the time of a process at work are looked at; most pictures are done before the first look."""

_log = logging.getLogger(__name__)


class Lethal(PictureError):
    """A picture that brought its process down, twice: not by accident."""


class _Lost(Exception):
    """There is no answer: the process has to be replaced."""

    def __init__(self, reason: str, *, died: bool = False, started: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.died = died
        self._started = started

    def error(self, closed: bool) -> PictureError:
        """What is said of the picture; that the program is closing is not its fault, nor is a process that does not start."""
        if closed:
            return PictureError(STOPPED)
        return (Lethal if self.died and self._started else PictureError)(self.reason)


class _Child:
    """One process. One thread asks it at a time; `kill` may be called by any other."""

    def __init__(self, serve: Serve, limits: Limits) -> None:
        import multiprocessing

        # spawn, not fork: this process has threads, and a fork of those can lock up.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.idle_since = time.monotonic()
        self.ready = False
        self._limits = limits
        self._at_rest = 0
        self._process = context.Process(target=serve, args=(theirs, limits), name="imsearch decoding", daemon=True)
        try:
            self._process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            theirs.close()

    @property
    def usable(self) -> bool:
        """Whether it is still there, as far as can be told; an idle one may have been killed by somebody."""
        return self._process.is_alive()

    def ask(self, parcel: Parcel) -> Answer:
        """Its answer to a `Request`. Raises _Lost where there is none, and then the process is of no use any more."""
        from imsearch_gui.imaging.parcels import receive, send

        # Where nobody reads yet, a large request would wait for ever.
        if not self.ready:
            self._wait_until_ready()
        try:
            send(self.connection, parcel)
            self._watch()
            answer: Answer = receive(self.connection)
        except (EOFError, OSError):
            raise _Lost(CRASHED.format(self._exit_code()), died=True) from None
        except MemoryError:
            raise _Lost(TOO_LARGE_FOR_MEMORY) from None
        return answer

    def kill(self) -> None:
        """Its end, without waiting for it. Whoever waits for its answer is told."""
        with contextlib.suppress(ValueError):  # ended already
            self._process.kill()

    def end(self) -> None:
        """Its end, and what was held for it is let go. For the thread that asks it, or where none does."""
        end(self._process)
        self.connection.close()

    def _wait_until_ready(self) -> None:
        if not self.connection.poll(START_LIMIT_S):
            raise _Lost(NOT_STARTED.format(TOOK_TOO_LONG.format(f"{START_LIMIT_S:.0f}")))
        try:
            self._at_rest = self.connection.recv().memory
        except (EOFError, OSError):
            reason = NOT_STARTED.format(CRASHED.format(self._exit_code()))
            raise _Lost(reason, died=True, started=False) from None
        self.ready = True

    def _watch(self) -> None:
        """Until there is an answer, or nobody to give one."""
        deadline = time.monotonic() + self._limits.seconds
        while not self.connection.poll(TICK_S):
            if time.monotonic() > deadline:
                raise _Lost(TOOK_TOO_LONG.format(f"{self._limits.seconds:.0f}"))
            if memory_of(self._process.pid) > self._at_rest + self._limits.room:
                raise _Lost(TOO_LARGE_FOR_MEMORY)

    def _exit_code(self) -> int | None:
        self._process.join(END_S)
        return self._process.exitcode


class Apart:
    """Runs what decodes pictures in processes of its own; see `Decoding`. Safe to use from several threads.

    Processes are started when they are first needed, or ahead by `warm`, and replaced when they are lost.
    """

    def __init__(
        self,
        *,
        kept: int = KEPT,
        most: int = MOST,
        idle_s: float = IDLE_S,
        limits: Limits | None = None,
        serve: Serve | None = None,
    ) -> None:
        """`limits` and `serve` stand in for those of `apart_child`."""
        self._kept, self._most, self._idle_s = kept, most, idle_s
        self._limits, self._serve = limits, serve
        self._lock = threading.Lock()
        self._gate = threading.Condition(self._lock)
        """Whoever waits for an idle process, or for the last one to be gone."""
        self._for_keeper = threading.Condition(self._lock)
        self._idle: list[_Child] = []
        """The one that was used last is at the end, and is used next."""
        self._children: set[_Child] = set()
        self._count = 0
        """Of those and of those that are being started."""
        self._warm = False
        self._closed = False
        self._keeper: threading.Thread | None = None

    def warm(self) -> None:
        """Start the processes that are kept, so that nobody waits for them later. Answers at once."""
        with self._gate:
            self._warm = True
            self._have_keeper()

    def run(self, work: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
        """As `Decoding.run`. Raises PictureError also for what the process did not survive, and after `stop`."""
        from imsearch_gui.imaging.apart_child import Request
        from imsearch_gui.imaging.parcels import block, pack

        marked = tuple(block(one) if isinstance(one, bytes) else one for one in arguments)
        value: T = value_of(self._ask(pack(Request(work, marked, named))))
        return value

    def stop(self) -> None:
        """Nothing is decoded any more: what is at work ends, and whoever waits for it gets a PictureError. Answers at once."""
        with self._gate:
            self._closed = True
            for child in self._children:
                child.kill()
            self._gate.notify_all()
            self._for_keeper.notify()

    def close(self) -> None:
        """`stop`, and no process is left. Safe to call twice."""
        self.stop()
        with self._gate:
            keeper, self._keeper = self._keeper, None
            idle, self._idle = self._idle, []
        for child in idle:
            self._bury(child)
        if keeper is not None:
            keeper.join()
        with self._gate:
            # Those at work are ended by the threads that wait for them, which have just been told.
            self._gate.wait_for(lambda: not self._children, 2 * END_S)

    # -- asking ------------------------------------------------------------------------------------------------------

    def _ask(self, parcel: Parcel) -> Answer:
        died_before = False
        while True:
            child = self._take()
            try:
                answer = child.ask(parcel)
            except _Lost as lost:
                self._bury(child)
                if lost.died and not died_before and not self._closed:
                    # It may have died of something else (out of memory, killed by hand): a second chance.
                    _log.info("a decoding process was lost: %s", lost.reason)
                    died_before = True
                    continue
                raise lost.error(self._closed) from None
            except BaseException:
                self._bury(child)
                raise
            self._put_back(child)
            return answer

    def _take(self) -> _Child:
        """One that nobody else uses: an idle one, or one more; only where there are too many, the next that is idle."""
        with self._gate:
            self._gate.wait_for(lambda: self._closed or self._idle or self._count < self._most)
            if self._closed:
                raise PictureError(STOPPED)
            while self._idle:
                child = self._idle.pop()
                if child.usable:
                    return child
                child.end()
                self._forget(child)
            self._count += 1
        return self._start()

    def _start(self) -> _Child:
        """One more, which has been counted."""
        from imsearch_gui.imaging.apart_child import Limits, serve

        try:
            child = _Child(self._serve or serve, self._limits or Limits())
        except BaseException as error:
            with self._gate:
                self._count -= 1
                self._gate.notify()
            if isinstance(error, OSError):
                raise PictureError(NOT_STARTED.format(error.strerror or error)) from error
            raise
        with self._gate:
            self._children.add(child)
            if self._closed:
                child.kill()
            if self._count > self._kept:
                self._have_keeper()
        return child

    def _put_back(self, child: _Child, *, last: bool = True) -> None:
        child.idle_since = time.monotonic()
        with self._gate:
            if not self._closed:
                self._idle.insert(len(self._idle) if last else 0, child)
                self._gate.notify()
                return
        self._bury(child)

    def _bury(self, child: _Child) -> None:
        child.end()
        with self._gate:
            self._forget(child)
            self._gate.notify_all()
            self._for_keeper.notify()

    def _forget(self, child: _Child) -> None:
        self._children.discard(child)
        self._count -= 1

    # -- the keeper --------------------------------------------------------------------------------------------------

    def _have_keeper(self) -> None:
        """The thread that starts processes ahead and ends those that have been idle for long. Called with the gate held."""
        if self._keeper is None and not self._closed:
            self._keeper = threading.Thread(target=self._keep, name="imsearch decoding", daemon=True)
            self._keeper.start()
        self._for_keeper.notify()

    def _keep(self) -> None:
        while (task := self._next_task()) is not None:
            task()

    def _next_task(self) -> Callable[[], None] | None:
        with self._gate:
            while not self._closed:
                if self._warm and self._count < self._kept:
                    self._count += 1
                    return self._start_ahead
                over = self._count > self._kept
                if over and self._idle and time.monotonic() - self._idle[0].idle_since >= self._idle_s:
                    child = self._idle.pop(0)
                    return lambda: self._bury(child)
                self._for_keeper.wait(self._idle_s if over else None)
        return None

    def _start_ahead(self) -> None:
        try:
            child = self._start()
        except PictureError as error:
            # Whoever needs one tries again, and is told.
            _log.warning("no decoding process was started ahead: %s", error)
            self._warm = False
            return
        self._put_back(child, last=False)
