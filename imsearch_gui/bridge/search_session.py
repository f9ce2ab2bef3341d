"""The query of the window: intents in, frozen results out.

The state is one frozen `Query`; every intent makes a new one. It travels on a `NewestLane`, which keeps the generations: of what
waits only the newest is begun, so a burst of changes costs one search, and an answer of an older generation is dropped there.
An example that has to be made first (fetched, encoded, chosen from several files) and the preview travel on lanes of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.desk import Desk
from imsearch_gui.bridge.example_intake import ExampleIntake
from imsearch_gui.bridge.fetching import Fetch
from imsearch_gui.bridge.lane import NewestLane, Wanted
from imsearch_gui.bridge.preview import Preview, QueryPicture
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import (
    Example,
    FileExample,
    ImageRecord,
    LibraryState,
    Query,
    SearchResult,
    Strategy,
)
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.settings import METRIC, TOP

__all__ = ["QueryPicture", "SearchSession"]


class SearchSession(QObject):
    """What is asked, and what came of it."""

    query_changed = Signal(object)
    """Query | None: what is asked now; also when a failed query gives way to the one before."""
    picture_ready = Signal(object)
    """QueryPicture | None: what the query's panel shows."""
    searching = Signal(bool)
    """Whether the user is waiting for an answer. Repeating a query because the library grew goes unsaid."""
    answered = Signal(object)
    """SearchResult, always of the newest query."""
    cleared = Signal()
    """There is no query and no result any more."""
    failed = Signal(str)
    """One sentence; results and query are those from before."""
    notice = Signal(str)

    def __init__(
        self, settings: SettingsStore, parent: QObject | None = None, *, fetch: Callable[[str], Fetch] = Fetch
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._desk = Desk()
        self._lane = NewestLane("query", self, at_end=self._desk.close)
        self._preview = Preview(self)
        self._preview.ready.connect(self.picture_ready)
        self._intake = ExampleIntake(self, fetch=fetch)
        self._intake.brought.connect(self._ask)
        self._intake.failed.connect(self._not_brought)
        self._intake.notice.connect(self.notice)
        self._state: LibraryState | None = None
        self._model_id = ""
        self._strategy = Strategy.AUTOMATIC
        self._again = False
        self._silent = False
        self._said_busy = False
        self._answered_query: Query | None = None
        self.query: Query | None = None

    # -- the library ------------------------------------------------------------------------------------------------

    def use_library(self, state: LibraryState) -> None:
        """Search in another library from now on."""
        self._state = state
        self._model_id = ""
        self._choose_model()
        self.clear()
        # Whatever keeps it from being opened is said by the first query, which needs it.
        self._lane.submit(lambda: self._desk.open(state.folder))

    def library_changed(self, state: LibraryState) -> None:
        """The library has more or other images: the query, if there is one, is asked again."""
        self._state = state
        self._choose_model()
        self.repeat()

    @property
    def model_id(self) -> str:
        """The model that queries are made with; empty while the library has none."""
        return self._model_id

    def _choose_model(self) -> None:
        known = self._models()
        if self._state is None or self._model_id in known:
            return
        remembered = self._settings.model_of(self._state.folder)
        # The one that was added last: whoever indexes with another model wants to try it.
        self._model_id = remembered if remembered in known else known[-1] if known else ""

    def _models(self) -> list[str]:
        return [model.id for model in self._state.models if model.vectors] if self._state else []

    # -- intents ----------------------------------------------------------------------------------------------------

    def ask_files(self, files: Sequence[Path]) -> None:
        """Search for the picture in a file; of several, in the first that is a readable picture."""
        if len(files) == 1:
            self._ask(FileExample(Path(files[0])))
        elif files and self._can_ask():
            self._intake.choose([Path(file) for file in files])
            self._tell_busy()

    def ask_image(self, image: QImage, name: str = "pasted picture") -> None:
        """Search for a picture that has no file."""
        if image.isNull():
            self.failed.emit("The clipboard held a picture that cannot be read: copy it again, or save and drop it.")
        elif self._can_ask():
            self._intake.encode(image, name)
            self._tell_busy()

    def ask_url(self, url: str) -> None:
        """Search for a picture on the web, dropped from a browser. Meanwhile the query of before stays and may be changed."""
        if self._can_ask():
            self._intake.fetch(url)
            self._tell_busy()

    def find_similar(self, image: ImageRecord) -> None:
        """Search for what looks like an image of the library."""
        self._ask(FileExample(image.path))

    def set_region(self, region: Region | None) -> None:
        """Search for a part of the picture only, in its own pixels; None, or all of it: for the whole."""
        if self.query is None:
            return
        picture = self._preview.of(self.query.example)
        if region is not None and picture is not None and region.covers(picture.width, picture.height):
            region = None
        if region != self.query.example.region:
            self._change(replace(self.query, example=replace(self.query.example, region=region)))

    def set_metric(self, metric: Metric) -> None:
        self._settings.set(METRIC, metric.value)
        if self.query is not None and metric is not self.query.metric:
            self._change(replace(self.query, metric=metric))

    def set_top(self, top: int) -> None:
        """How many matches are shown."""
        self._settings.set(TOP, top)
        if self.query is not None and top != self.query.top:
            self._change(replace(self.query, top=top))

    def set_strategy(self, strategy: Strategy) -> None:
        self._strategy = strategy
        if self.query is not None and strategy is not self.query.strategy:
            self._change(replace(self.query, strategy=strategy))

    def set_model(self, model_id: str) -> None:
        """Search with another model of the library."""
        if self._state is None or model_id not in self._models():
            self.failed.emit(f"The library was not indexed with the model {model_id}: index its folders with it first.")
            return
        self._model_id = model_id
        self._settings.keep_model(self._state.folder, model_id)
        if self.query is not None and model_id != self.query.model_id:
            self._change(replace(self.query, model_id=model_id))

    def repeat(self) -> None:
        """Ask the same again, because the library has changed; a query that is at work is not disturbed."""
        if self.query is not None and self._lane.busy:
            self._again = True
        elif self.query is not None:
            self._start(self.query, silent=True)

    def clear(self) -> None:
        """Forget the query."""
        self._intake.forget()
        self._lane.forget()
        self._again = False
        self._answered_query = self.query = None
        self._preview.clear()
        self._tell_busy()
        self.query_changed.emit(None)
        self.cleared.emit()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        for part in (self._intake, self._preview, self._lane):
            part.stop()

    def close(self) -> None:
        """`stop`, then wait for the query at hand."""
        self.stop()
        for part in (self._intake, self._preview, self._lane):
            part.close()

    # -- one way to a query -----------------------------------------------------------------------------------------

    def _can_ask(self) -> bool:
        able = self._state is not None and bool(self._model_id)
        if not able:
            self.failed.emit("There is nothing to search in yet: index a folder of pictures first.")
        return able

    def _not_brought(self, sentence: str) -> None:
        self._tell_busy()
        self.failed.emit(sentence)

    def _ask(self, example: Example) -> None:
        if not self._can_ask():
            return
        self._intake.forget()
        if self._answered_query is not None:
            self._preview.keep(self._answered_query.example)
        self._change(
            Query(
                example=example,
                model_id=self._model_id,
                metric=Metric(str(self._settings.get(METRIC))),
                top=int(self._settings.get(TOP)),
                strategy=self._strategy,
            )
        )
        self._preview.load(example)

    def _change(self, query: Query) -> None:
        """Everything that is asked goes through here."""
        self.query = query
        self.query_changed.emit(query)
        self._start(query)

    # -- one way to a result ----------------------------------------------------------------------------------------

    def _start(self, query: Query, *, silent: bool = False) -> None:
        assert self._state is not None
        folder = self._state.folder
        self._again, self._silent = False, silent

        def work(wanted: Wanted) -> SearchResult | None:
            return self._desk.search(folder, query, wanted)

        self._lane.ask(work, self._finish, self._fail)
        self._tell_busy()

    def _finish(self, result: SearchResult | None) -> None:
        self._tell_busy()
        # None is a query that was given up, and nobody waits for that one.
        if result is not None:
            self._answered_query = result.query
            self.answered.emit(result)
        if self._again:
            self.repeat()

    def _fail(self, sentence: str) -> None:
        self._tell_busy()
        self._give_way()
        self.failed.emit(sentence)
        if self._again:
            self.repeat()

    def _give_way(self) -> None:
        """A query that failed leaves the one before in its place, with the picture and the options that it had."""
        query = self.query = self._answered_query
        self.query_changed.emit(query)
        if query is None:
            self._preview.clear()
            return
        self._model_id, self._strategy = query.model_id, query.strategy
        self._settings.set(METRIC, query.metric.value)
        self._settings.set(TOP, query.top)
        self._preview.go_back(query.example)

    def _tell_busy(self) -> None:
        busy = self._intake.busy or (self._lane.busy and not self._silent)
        if busy != self._said_busy:
            self._said_busy = busy
            self.searching.emit(busy)
