"""Whether somebody works in the window just now, so that an indexing job can give way."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.choices import Manners
from imsearch_gui.domain.settings import WHILE_WORKING

RESTS_AFTER_S = 10.0
"""Somebody who looks at a result for so long is not kept waiting by anything."""
LOOKS_EVERY_MS = 500


class Presence(QObject):
    """Looks, while a job runs, whether the mouse moves, and is told of queries and of pictures that come into view.

    An event filter over the whole program would see more, and slow every single event.
    """

    def __init__(
        self, settings: SettingsStore, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._clock = clock
        self._last = float("-inf")
        self._mouse = QPoint()
        self._manners = Manners.ONE_LESS
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def watch(self) -> None:
        """A job begins."""
        self._mouse = QCursor.pos()
        self._take_manners()
        self._timer.start()

    def rest(self) -> None:
        """No job runs any more."""
        self._timer.stop()

    def note(self, *_: object) -> None:
        """Something was asked for."""
        self._last = self._clock()

    @property
    def working(self) -> bool:
        return self._clock() - self._last < RESTS_AFTER_S

    def workers(self, there: int) -> int:
        """Of so many workers, those that may be at work now. Called on the job's thread."""
        return self._manners.workers(there) if self.working else there

    def _look(self) -> None:
        where = QCursor.pos()
        if where != self._mouse:
            self._mouse = where
            self.note()
        self._take_manners()

    def _take_manners(self) -> None:
        self._manners = Manners(str(self._settings.get(WHILE_WORKING)))
