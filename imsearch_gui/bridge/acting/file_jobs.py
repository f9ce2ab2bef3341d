"""Jobs with files, one after another, off the GUI thread; each can be given up between two steps."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.lane import Lane, nothing
from imsearch_gui.domain.deeds import FileProgress, Kind

T = TypeVar("T")
Tell = Callable[[int, int], bool]
"""(done, total) -> whether to go on"""
TELL_S = 0.1
"""Reports are passed on at most this often: more is not seen."""
GUESS_S = 1.0
"""A shorter time tells nothing of what is left."""


class FileJobs(QObject):
    """A lane whose work reports how far it is."""

    progressed = Signal(object)
    """FileProgress, or None once nothing is at work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("files", self)
        self._given_up: list[threading.Event] = []
        """One for each job that has not ended: a job that is begun after another was given up goes its own way."""

    def start(
        self,
        kind: Kind,
        work: Callable[[Tell], T],
        done: Callable[[T], None],
        failed: Callable[[str], None] = nothing,
        *,
        where: Path | None = None,
    ) -> None:
        """Run `work`, then `done(its value)` or `failed(one sentence)`. Given up, it still answers with what it did."""
        given_up = threading.Event()
        self._given_up.append(given_up)

        def run() -> T:
            return work(self._teller(kind, where, given_up))

        def end(tell: Callable[[T], None]) -> Callable[[T], None]:
            def ended(value: T) -> None:
                self._given_up.remove(given_up)
                if not self._given_up:
                    self.progressed.emit(None)
                tell(value)

            return ended

        self._lane.submit(run, end(done), end(failed))  # type: ignore[arg-type]

    def give_up(self) -> None:
        """End what is at work, and what waits behind it, at their next step."""
        for given_up in self._given_up:
            given_up.set()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self.give_up()
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the step at hand."""
        self.stop()
        self._lane.close()

    def _teller(self, kind: Kind, where: Path | None, given_up: threading.Event) -> Tell:
        began = time.monotonic()
        told = -TELL_S

        def tell(done: int, total: int) -> bool:
            nonlocal told
            now = time.monotonic() - began
            if now - told >= TELL_S:
                told = now
                left = now / done * (total - done) if done and now > GUESS_S else None
                self.progressed.emit(FileProgress(kind, done, total, where, left))
            return not given_up.is_set()

        return tell
