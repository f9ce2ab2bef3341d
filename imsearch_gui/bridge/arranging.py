"""Another order of the matches, computed beside the window: sorting a million names takes seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.lane import NewestLane
from imsearch_gui.domain.arrangement import Arrangement, Places, arranged
from imsearch_gui.domain.records import SearchResult

AT_ONCE = 2000
"""Matches that are sorted within a frame."""


class Arranging(QObject):
    """Of what was asked only the newest is answered."""

    ready = Signal(object, object, int)
    """SearchResult, Places | None, and how many of the first are strong."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = NewestLane("arranging", self)

    def arrange(self, result: SearchResult, arrangement: Arrangement, strong: int) -> None:
        """Answers by `ready`, at once where there is little to do."""
        self._lane.forget()

        def work() -> Places | None:
            return arranged(result.matches, arrangement, strong)

        if len(result.matches) <= AT_ONCE or arrangement == Arrangement():
            self.ready.emit(result, work(), strong)
        else:
            self._lane.ask(lambda _: work(), lambda places: self.ready.emit(result, places, strong), self.failed.emit)

    def forget(self) -> None:
        """What was asked is not wanted any more."""
        self._lane.forget()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is at hand."""
        self._lane.close()
