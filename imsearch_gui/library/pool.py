"""The worker processes of an indexing job, seen from the job.

Each worker holds a few tasks at a time (a bounded window), so a job that is paused comes to rest by itself. A worker that
dies or takes too long is replaced, and the file it was at is refused with the reason.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Self

from imsearch_gui.child_process import end, memory_of, received
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.reasons import CRASHED, TOO_LARGE_FOR_MEMORY, TOOK_TOO_LONG
from imsearch_gui.imaging.memory import ROOM, give_back
from imsearch_gui.library.records import Refused
from imsearch_gui.library.worker import START_LIMIT_S, TASK_LIMIT_S, Outcome, Ready, Unfit, WorkerSetup, work

WINDOW = 3
"""Tasks a worker holds: one at work, two waiting, so that it never idles while the job commits."""
TICK_S = 0.1
"""How long the job may be kept waiting: it is then asked whether to pause or cancel. As often, at most, workers are weighed."""
MEMORY_LIMIT = ROOM + (2 << 30)
"""Bytes of a worker besides what it holds once it is ready: what decoding may take, to which Linux holds it by itself, and 2 GB
for what the model computes from a picture (as much as `encoding.trial` allows)."""

Target = Callable[[Connection, WorkerSetup], None]
Share = Callable[[int], int]
"""Of so many workers, how many may be at work just now."""

_log = logging.getLogger(__name__)


class _Worker:
    """One process and what it has been given."""

    def __init__(self, setup: WorkerSetup, target: Target, limit_s: float) -> None:
        # spawn, not fork: the window's process has threads, and a fork of those can lock up.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.tasks: deque[FoundFile] = deque()
        self.ready = False
        self._limit_s = limit_s
        self.busy_since = time.monotonic()
        self._at_rest = 0
        self.process = context.Process(target=target, args=(theirs, setup), name="imsearch worker", daemon=True)
        self.process.start()
        theirs.close()

    def give(self, task: FoundFile) -> None:
        if not self.tasks:
            self.busy_since = time.monotonic()
        self.tasks.append(task)
        # A worker that has just died is noticed when its answer is asked for.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(task)

    def take(self) -> Outcome | Ready | Unfit | None:
        """The next answer; None when the process has died."""
        try:
            answer: Outcome | Ready | Unfit = received(self.connection)
        except EOFError:
            return None
        self.busy_since = time.monotonic()
        if isinstance(answer, Ready):
            self.ready, self._at_rest = True, memory_of(self.process.pid)
        elif not isinstance(answer, Unfit):
            self.tasks.popleft()
        return answer

    def overdue(self) -> bool:
        limit = self._limit_s if self.ready else START_LIMIT_S
        waiting = bool(self.tasks) or not self.ready
        return waiting and time.monotonic() - self.busy_since > limit

    def grown(self) -> int:
        """Bytes that it holds more than when it was ready; 0 where it is not at work."""
        return memory_of(self.process.pid) - self._at_rest if self.ready and self.tasks else 0

    @property
    def exit_code(self) -> int | None:
        self.process.join(1.0)
        return self.process.exitcode


def _end(*workers: _Worker) -> None:
    """Answers at once: whatever they are doing is of no use any more."""
    for worker in workers:
        worker.connection.close()
    end(*(worker.process for worker in workers))


class WorkerPool:
    """`run` sends files through the workers and yields what became of them, in the order in which they are done."""

    def __init__(
        self,
        setup: WorkerSetup,
        count: int,
        *,
        target: Target = work,
        limit_s: float = TASK_LIMIT_S,
        memory_limit: int = MEMORY_LIMIT,
    ) -> None:
        self._setup = setup
        self._target = target
        self._limit_s = limit_s
        self._memory_limit = memory_limit
        self._looked = time.monotonic()
        # The job that begins now is a long one: what it took to open the model and to plan need not stay.
        give_back()
        self._workers = [self._start() for _ in range(max(1, count))]
        self._suspects: set[Path] = set()
        self.provider = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> _Worker:
        return _Worker(self._setup, self._target, self._limit_s)

    def close(self) -> None:
        _end(*self._workers)
        self._workers.clear()

    def run(self, files: Iterable[FoundFile], share: Share | None = None) -> Iterator[Outcome | None]:
        """One outcome a file; None now and then, when nothing was done for a moment."""
        waiting = deque(files)
        while waiting or any(worker.tasks for worker in self._workers):
            self._fill(waiting, len(self._workers) if share is None else share(len(self._workers)))
            connections = {worker.connection: worker for worker in self._workers}
            answered = wait(list(connections), TICK_S)
            if not answered:
                yield None
            for connection in answered:
                assert isinstance(connection, Connection)
                yield from self._collect(connections[connection], waiting)
            for worker in [worker for worker in self._workers if worker.overdue()]:
                yield from self._collect_overdue(worker, waiting)
            for worker in self._too_large():
                yield from self._collect_too_large(worker, waiting)

    def _fill(self, waiting: deque[FoundFile], allowed: int) -> None:
        """A worker that may not go on finishes what it holds. One that has not been weighed at rest gets nothing yet: what its
        first picture takes would pass for its own weight."""
        for _ in range(WINDOW):
            for worker in self._workers[: max(1, allowed)]:
                if waiting and worker.ready and len(worker.tasks) < WINDOW:
                    worker.give(waiting.popleft())

    def _collect(self, worker: _Worker, waiting: deque[FoundFile]) -> Iterator[Outcome]:
        answer = worker.take()
        if answer is None:
            yield from self._bury(worker, waiting)
        elif isinstance(answer, Ready):
            self.provider = answer.provider
        elif isinstance(answer, Unfit):
            raise ModelError(answer.sentence)
        else:
            yield answer

    def _collect_overdue(self, worker: _Worker, waiting: deque[FoundFile]) -> Iterator[Outcome]:
        if worker.connection.poll():
            # The answer is there: it was the job that was away (paused), not the worker.
            yield from self._collect(worker, waiting)
        elif not worker.ready:
            sentence = tr("The model {0} did not start within {1:.0f} seconds: try again, or choose a smaller one.")
            raise ModelError(sentence.format(self._setup.model.spec.title, START_LIMIT_S))
        else:
            culprit = worker.tasks.popleft()
            self._restart(worker, waiting)
            yield Refused(culprit, TOOK_TOO_LONG.format(f"{self._limit_s:.0f}"))

    def _too_large(self) -> list[_Worker]:
        """Workers that hold more than they may; they are looked at now and then."""
        if time.monotonic() - self._looked < TICK_S:
            return []
        self._looked = time.monotonic()
        return [worker for worker in self._workers if worker.grown() > self._memory_limit]

    def _collect_too_large(self, worker: _Worker, waiting: deque[FoundFile]) -> Iterator[Outcome]:
        if worker.connection.poll():
            yield from self._collect(worker, waiting)
        else:
            # What the pictures before it have left may have a part in it.
            yield from self._lose(worker, waiting, TOO_LARGE_FOR_MEMORY)

    def _bury(self, worker: _Worker, waiting: deque[FoundFile]) -> Iterator[Outcome]:
        code = worker.exit_code
        if not worker.ready:
            sentence = tr(
                "The model {0} brought its process down when it was loaded (exit code {1}): verify it, or choose another."
            )
            raise ModelError(sentence.format(self._setup.model.spec.title, code))
        # It may have died of something else (out of memory, killed by hand).
        yield from self._lose(worker, waiting, CRASHED.format(code))

    def _lose(self, worker: _Worker, waiting: deque[FoundFile], reason: str) -> Iterator[Outcome]:
        """Replace a worker; the file that it was at gets a second chance."""
        suspect = worker.tasks[0] if worker.tasks else None
        if suspect is None or suspect.path not in self._suspects:
            _log.warning("a worker was lost (%s) at %s", reason, suspect.path if suspect else "nothing")
            if suspect is not None:
                self._suspects.add(suspect.path)
            self._restart(worker, waiting)
        else:
            worker.tasks.popleft()
            self._restart(worker, waiting)
            yield Refused(suspect, reason)

    def _restart(self, worker: _Worker, waiting: deque[FoundFile]) -> None:
        waiting.extendleft(reversed(worker.tasks))
        _end(worker)
        self._workers[self._workers.index(worker)] = self._start()


def worker_count(wanted: int, files: int) -> int:
    """Processes for a job: one a core unless the user says otherwise, and not more than the job is worth."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(wanted or cores, -(-files // 16)))
