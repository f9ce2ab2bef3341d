"""How fast a model comes in, and how long it will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imsearch_gui.domain.progress import InstallProgress

WINDOW_S = 5.0
"""Rates are those of the last seconds: what came before a pause, or from the disk, says nothing of what is to come."""
LEAST_S = 0.5
"""A shorter time gives no rate that would hold."""


@dataclass(frozen=True, slots=True)
class InstallState:
    """How far an installation is."""

    progress: InstallProgress | None = None
    """None while it waits for another one to end, or has only begun."""
    waiting: bool = False
    """Another model is being installed first."""
    bytes_per_second: float = 0.0
    """0.0 while unknown."""

    @property
    def seconds_left(self) -> float | None:
        """Estimated from the present rate; None while nothing can be said."""
        if self.progress is None or self.bytes_per_second <= 0 or self.progress.total <= 0:
            return None
        return max(0.0, (self.progress.total - self.progress.done) / self.bytes_per_second)


class Transfer:
    """Takes what an installation reports and adds the rate."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def take(self, progress: InstallProgress) -> InstallState:
        """The state after this report; may be called from any one thread."""
        now = self._clock()
        if self._seen and progress.done < self._seen[-1][1]:
            self._seen.clear()  # a file from its beginning again: what came before says nothing any more
        self._seen.append((now, progress.done))
        while now - self._seen[0][0] > WINDOW_S and len(self._seen) > 2:
            self._seen.popleft()
        since, before = self._seen[0]
        rate = (progress.done - before) / (now - since) if now - since >= LEAST_S else 0.0
        return InstallState(progress, bytes_per_second=rate)
