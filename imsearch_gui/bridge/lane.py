"""A lane: one thread that does one kind of work, one piece after another, and answers on the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from imsearch_gui.bridge.reasons import keep_reason
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.language import tr

T = TypeVar("T")

Wanted = Callable[[], bool]

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
    What the thread has opened is closed by `at_end`, the last thing that it does.
    """

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None, *, at_end: Callable[[], None] | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._at_end = at_end
        self._gate = threading.Condition()
        self._waiting: deque[Callable[[], _Answer]] = deque()
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
        with self._gate:
            self._waiting.append(lambda: _answer(work, done, failed))
            self._gate.notify()

    def forget_waiting(self) -> None:
        """What has not begun yet never does, and nobody is told; the piece at hand goes on."""
        with self._gate:
            self._waiting.clear()

    def stop(self) -> None:
        """No answer comes after this, and nothing more is begun. Answers at once."""
        with self._gate:
            self._closed = True
            self._waiting.clear()
            self._gate.notify()

    def close(self) -> None:
        """`stop`, then wait for the piece at hand; safe to call twice."""
        self.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while (piece := self._next()) is not None:
            self._answered.emit(piece())
        if self._at_end is not None:
            _answer(self._at_end, nothing, nothing)

    def _next(self) -> Callable[[], _Answer] | None:
        with self._gate:
            self._gate.wait_for(lambda: self._closed or self._waiting)
            return None if self._closed else self._waiting.popleft()

    def _deliver(self, answer: _Answer) -> None:
        if not self._closed:
            answer.tell(answer.value)


class NewestLane(Lane):
    """A lane for questions of which only the newest counts: what waits is forgotten, what comes too late is dropped, here."""

    def __init__(self, name: str, parent: QObject | None = None, *, at_end: Callable[[], None] | None = None) -> None:
        super().__init__(name, parent, at_end=at_end)
        self._generation = 0
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether the newest question has no answer yet."""
        return self._busy

    def ask(
        self,
        work: Callable[[Wanted], T],
        done: Callable[[T], None] = nothing,
        failed: Callable[[str], None] = nothing,
    ) -> None:
        """As `submit`, in the place of whatever was asked before; `work` may ask whether its answer is wanted still."""
        self.forget()
        if self._closed:
            return
        generation = self._generation
        self._busy = True

        def wanted() -> bool:
            return generation == self._generation

        def if_wanted(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            def drop_or_tell(value: Any) -> None:
                if wanted():
                    self._busy = False
                    tell(value)

            return drop_or_tell

        self.submit(lambda: work(wanted), if_wanted(done), if_wanted(failed))

    def forget(self) -> None:
        """Nothing that was asked so far is answered any more."""
        self._generation += 1
        self._busy = False
        self.forget_waiting()

    def stop(self) -> None:
        self._generation += 1
        super().stop()


def _answer(work: Callable[[], T], done: Callable[[T], None], failed: Callable[[str], None]) -> _Answer:
    try:
        return _Answer(done, work())
    except KnownError as error:
        keep_reason(str(error), error)
        return _Answer(failed, str(error))
    except Exception as error:  # noqa: BLE001
        # Whatever is no KnownError is our bug: the log gets all of it, the user is told that it is not their fault.
        return _Answer(failed, bug_sentence(error))


def bug_sentence(error: BaseException) -> str:
    """Log a bug with its traceback; returns the sentence for the user."""
    _log.error("internal error", exc_info=error)
    sentence = tr("Something went wrong inside the program ({0}: {1}); the log has the details.").format(
        type(error).__name__, str(error)
    )
    keep_reason(sentence, error)
    return sentence
