"""One query on its way to the library and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.lane import NewestLane, Wanted
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import ImageRecord, Query, SearchResult
from imsearch_gui.domain.settings import METRIC, PROVIDER
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding


class QueryRun(QObject):
    """Of what waits only the newest is begun, so a burst of changes costs one search; an older answer never arrives."""

    answered = Signal(object)
    """SearchResult"""
    failed = Signal(str)
    """One sentence."""
    asked = Signal()
    busy_changed = Signal()

    def __init__(
        self, settings: SettingsStore, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._desk = Desk(decoding=decoding)
        self._lane = NewestLane("query", self, at_end=self._desk.close)
        self._asked: tuple[Path, Query] | None = None
        self._again = False
        self._silent = False

    @property
    def busy(self) -> bool:
        """Whether the user is waiting for an answer; repeating a query because the library grew goes unsaid."""
        return self._lane.busy and not self._silent

    def warm(self, folder: Path, model_id: str) -> None:
        """Open a library, its model and its graph while nobody waits for them; a query takes the place of what has not begun."""
        provider = str(self._settings.get(PROVIDER))
        if not self._lane.busy:
            self._lane.forget_waiting()  # to open another model, or another library, ahead
            metric = Metric(str(self._settings.get(METRIC)))
            self._lane.submit(lambda: self._desk.warm(folder, model_id, provider, metric))

    def ask(self, folder: Path, query: Query, *, silent: bool = False) -> None:
        """In the place of whatever was asked before."""
        self._asked = (folder, query)
        self._again, self._silent = False, silent
        self.asked.emit()
        provider = str(self._settings.get(PROVIDER))

        def work(wanted: Wanted) -> SearchResult | None:
            self._desk.run_on(provider)
            return self._desk.search(folder, query, wanted)

        self._lane.ask(work, self._finish, self._fail)
        self.busy_changed.emit()

    def localise(
        self,
        folder: Path,
        query: Query,
        image: ImageRecord,
        wanted: Wanted,
        done: Callable[[Likeness | None], None],
        failed: Callable[[str], None],
    ) -> None:
        """Where in an image a query is found again; nothing is begun that is not `wanted` any more."""
        provider = str(self._settings.get(PROVIDER))

        def work() -> Likeness | None:
            if not wanted():
                return None
            self._desk.run_on(provider)
            return self._desk.localise(folder, query, image, wanted)

        self._lane.submit(work, done, failed)

    def repeat(self) -> None:
        """Ask the same again, because the library has changed; a query that is at work is not disturbed."""
        if self._lane.busy:
            self._again = True
        elif self._asked is not None:
            self.ask(*self._asked, silent=True)

    def go_back(self, folder: Path, query: Query | None) -> None:
        """What is asked again from now on, where the library changes."""
        self._asked = None if query is None else (folder, query)

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._lane.forget()
        self._asked, self._again = None, False
        self.busy_changed.emit()

    def leave(self, done: Callable[[], None]) -> None:
        """Let go of the library that is open, so that its files can be deleted; then `done`."""
        self.forget()

        def close() -> int:
            self._desk.close()
            return 0

        self._lane.submit(close, lambda _: done())

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._desk.stopped = True
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the query at hand."""
        self._lane.close()

    def _finish(self, result: SearchResult | None) -> None:
        self.busy_changed.emit()
        # None is a query that was given up, and nobody waits for that one.
        if result is not None:
            self.answered.emit(result)
        if self._again:
            self.repeat()

    def _fail(self, sentence: str) -> None:
        self.busy_changed.emit()
        self.failed.emit(sentence)
        if self._again:
            self.repeat()
