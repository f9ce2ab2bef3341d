"""What an indexing job has done so far, and how quickly."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from imsearch_gui.domain.progress import Progress, Skipped, Stage

RATE_WINDOW_S = 5.0
"""The rate is that of the last seconds."""
LATEST = 12
"""Pictures that are shown while it runs."""


@dataclass(slots=True)
class Tally:
    """What the job has done so far."""

    started: float = field(default_factory=time.monotonic)
    done: int = 0
    total: int = 0
    added: int = 0
    changed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    latest: deque[Path] = field(default_factory=lambda: deque(maxlen=LATEST))
    marks: deque[tuple[float, int]] = field(default_factory=deque)

    def progress(self, stage: Stage) -> Progress:
        return Progress(
            stage=stage,
            done=self.done,
            total=self.total,
            skipped=len(self.skipped),
            seconds=time.monotonic() - self.started,
            images_per_second=self._rate(),
            latest=tuple(self.latest),
        )

    def _rate(self) -> float:
        now = time.monotonic()
        self.marks.append((now, self.done))
        while len(self.marks) > 2 and now - self.marks[0][0] > RATE_WINDOW_S:
            self.marks.popleft()
        then, before = self.marks[0]
        return (self.done - before) / (now - then) if now > then else 0.0
