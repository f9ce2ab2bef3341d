"""What takes a while and counts nothing: how long it took the last time says how long it will take now."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from imsearch_gui.bridge.program import Program


class Kind(Enum):
    """What is waited for."""

    LIBRARY = "library"
    """A library that is being opened."""
    VERIFY = "verify"
    """A model that shows whether it gives what it must."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that is on its way."""

    kind: Kind
    name: str
    """As the user knows it."""
    what: str
    """Under which is remembered how long it took."""
    began: float
    expected: float | None
    """Seconds that it took the last time; None where it was never seen."""


class Waits(QObject):
    """Knows what is on its way, the newest first, and how far it ought to be."""

    changed = Signal()

    def __init__(self, program: Program, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(program)
        self._settings = program.settings
        self._clock = clock
        self._waits: dict[str, Wait] = {}
        self._library = ""
        self._verified: dict[str, float] = {}
        program.libraries.opening_changed.connect(self._opening)
        program.model_manager.verify_changed.connect(self._verifying)
        program.model_manager.verified.connect(self._was_verified)

    @property
    def now(self) -> tuple[Wait, ...]:
        return tuple(reversed(self._waits.values()))

    def seconds(self, wait: Wait) -> float:
        """Since it began."""
        return self._clock() - wait.began

    def seconds_left(self, wait: Wait) -> float | None:
        """None where nobody knows: it was never seen, or takes longer than it did."""
        left = None if wait.expected is None else wait.expected - self.seconds(wait)
        return left if left is not None and left > 0 else None

    def _begin(self, kind: Kind, name: str, subject: str) -> None:
        what = f"{kind.value} {subject}"
        self._waits.pop(what, None)
        self._waits[what] = Wait(kind, name, what, self._clock(), self._settings.seconds_of(what))
        self.changed.emit()

    def _end(self, what: str) -> float | None:
        """Seconds that it took."""
        wait = self._waits.pop(what, None)
        if wait is None:
            return None
        self.changed.emit()
        return self.seconds(wait)

    def _opening(self, folder: Path | None) -> None:
        if self._library:
            # Another one that takes its place was not waited for to its end.
            took = self._end(self._library)
            if folder is None and took is not None:
                self._settings.keep_seconds(self._library, took)
        self._library = "" if folder is None else f"{Kind.LIBRARY.value} {folder}"
        if folder is not None:
            self._begin(Kind.LIBRARY, folder.name, str(folder))

    def _verifying(self, model: str, running: bool) -> None:
        if running:
            self._begin(Kind.VERIFY, model, model)
        elif (took := self._end(f"{Kind.VERIFY.value} {model}")) is not None:
            self._verified[model] = took

    def _was_verified(self, model: str, _: float) -> None:
        """One that was given up says nothing of how long it takes; this one came to its end."""
        if (took := self._verified.pop(model, None)) is not None:
            self._settings.keep_seconds(f"{Kind.VERIFY.value} {model}", took)
