"""A lane: one thread that does one kind of work, one piece after another, and answers on the GUI thread."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from imsearch_gui.domain.errors import KnownError

T = TypeVar("T")

_log = logging.getLogger(__name__)


def nothing(_: object) -> None:
    """For those who do not wait for an answer."""


@dataclass(frozen=True, slots=True)
class _Answer:
    tell: Callable[[Any], None]
    value: Any


class Lane(QObject):
    """Work goes in by `submit` on the GUI thread; the answer comes back to the GUI thread by a queued signal.

    The thread starts with the first piece of work and ends with `close`, which waits for no more than the piece at hand.
    """

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] = nothing,
        failed: Callable[[str], None] = nothing,
    ) -> None:
        """Run `work` on the thread, then `done(its value)` or `failed(one sentence)` here."""
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=f"imsearch {self.objectName()}", daemon=True)
            self._thread.start()
        self._work.put(lambda: self._answered.emit(_answer(work, done, failed)))

    def close(self) -> None:
        """No answer comes after this; safe to call twice."""
        self._closed = True
        thread, self._thread = self._thread, None
        if thread is not None:
            self._work.put(None)
            thread.join()

    def _run(self) -> None:
        while (piece := self._work.get()) is not None:
            if not self._closed:
                piece()

    def _deliver(self, answer: _Answer) -> None:
        if not self._closed:
            answer.tell(answer.value)


def _answer(work: Callable[[], T], done: Callable[[T], None], failed: Callable[[str], None]) -> _Answer:
    try:
        return _Answer(done, work())
    except KnownError as error:
        return _Answer(failed, str(error))
    except Exception as error:  # noqa: BLE001
        # Whatever is no KnownError is our bug: the log gets all of it, the user is told that it is not their fault.
        return _Answer(failed, bug_sentence(error))


def bug_sentence(error: BaseException) -> str:
    """Log a bug with its traceback; returns the sentence for the user."""
    _log.error("internal error", exc_info=error)
    return f"Something went wrong inside the program ({type(error).__name__}: {error}); the log has the details."
