"""The query of the window: intents in, frozen results out.

The state is one frozen `Query`; every intent makes a new one. It travels on a `NewestLane`, which keeps the generations: of what
waits only the newest is begun, so a burst of changes costs one search, and an answer of an older generation is dropped there.
An example that has to be made first (fetched, encoded, chosen from several files) and the preview travel on lanes of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.example_intake import ExampleIntake
from imsearch_gui.bridge.example_list import ExampleList
from imsearch_gui.bridge.fetching import Fetch
from imsearch_gui.bridge.preview import QueryPicture, ShownExample
from imsearch_gui.bridge.query_run import QueryRun
from imsearch_gui.bridge.searched import Searched
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import (
    Example,
    FileExample,
    ImageRecord,
    LibraryState,
    Query,
    SearchResult,
    Strategy,
    TextExample,
)
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.settings import METRIC, TOP

__all__ = ["QueryPicture", "SearchSession", "ShownExample", "Way"]


class Way(Enum):
    """What becomes of an example that comes in."""

    ANEW = "anew"
    """It is the whole question."""
    LIKE = "like"
    """It joins those that are looked for."""
    UNLIKE = "unlike"
    """It joins those that are not."""


class SearchSession(QObject):
    """What is asked, and what came of it."""

    query_changed = Signal(object)
    """Query | None: what is asked now; also when a failed query gives way to the one before."""
    examples_shown = Signal(object, int)
    """tuple[ShownExample, ...] and which of them is the current one, whose region is drawn; -1 where there is none."""
    searching = Signal(bool)
    """Whether the user is waiting for an answer. Repeating a query because the library grew goes unsaid."""
    asked = Signal()
    """A query, or the same one again, is on its way; `answered` follows for the last of them."""
    answered = Signal(object)
    """SearchResult, always of the newest query."""
    cleared = Signal()
    """There is no query and no result any more."""
    failed = Signal(str)
    """One sentence; results and query are those from before."""
    notice = Signal(str)
    words_wanted = Signal(str)
    """Words were asked of a library that has no model for them; the title of the model that it is searched with."""

    def __init__(
        self, settings: SettingsStore, parent: QObject | None = None, *, fetch: Callable[[str], Fetch] = Fetch
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._way: Way = Way.ANEW
        self._run = QueryRun(settings, self)
        self._run.asked.connect(self.asked)
        self._run.answered.connect(self._answered)
        self._run.failed.connect(self._fail)
        self._run.busy_changed.connect(self._tell_busy)
        self._examples = ExampleList(self)
        self._examples.shown.connect(self.examples_shown)
        self._intake = ExampleIntake(self, fetch=fetch)
        self._intake.brought.connect(lambda example: self._ask(example, self._way))
        self._intake.failed.connect(self._tell_busy)
        self._intake.failed.connect(self.failed)
        self._intake.notice.connect(self.notice)
        self._parts = (self._intake, self._examples, self._run)
        self._searched = Searched(settings)
        self._strategy = Strategy.AUTOMATIC
        self._said_busy = False
        self._answered_query: Query | None = None
        self.query: Query | None = None

    # -- the library ------------------------------------------------------------------------------------------------

    def use_library(self, state: LibraryState) -> None:
        """Search in another library from now on."""
        self._searched.use(state)
        self.clear()
        self._run.warm(state.folder, self.model_id)

    def library_changed(self, state: LibraryState) -> None:
        """The library has more or other images: the query, if there is one, is asked again."""
        had_model = bool(self.model_id)
        self._searched.update(state)
        if self.model_id and not had_model:
            self._run.warm(state.folder, self.model_id)
        self.repeat()

    def leave(self, done: Callable[[], None]) -> None:
        """Let go of the library, so that it can be deleted; then `done`."""
        self.clear()
        self._searched.forget()
        self._run.leave(done)

    @property
    def model_id(self) -> str:
        """The model that queries are made with; empty while the library has none."""
        return self._searched.model_id

    def ask_files(self, files: Sequence[Path], way: Way = Way.ANEW) -> None:
        """Search for the picture in a file; of several, in the first that is a readable picture. Several may join a query."""
        if way is not Way.ANEW and self.query is not None:
            for file in files:
                self._ask(FileExample(Path(file)), way)
        elif len(files) == 1:
            self._ask(FileExample(Path(files[0])), way)
        elif files and self._can_ask():
            self._way = way
            self._intake.choose([Path(file) for file in files])
            self._tell_busy()

    def ask_image(self, image: QImage, name: str = "pasted picture", way: Way = Way.ANEW) -> None:
        """Search for a picture that has no file."""
        if image.isNull():
            self.failed.emit("The clipboard held a picture that cannot be read: copy it again, or save and drop it.")
        elif self._can_ask():
            self._way = way
            self._intake.encode(image, name)
            self._tell_busy()

    def ask_url(self, url: str, way: Way = Way.ANEW) -> None:
        """Search for a picture on the web, dropped from a browser. Meanwhile the query of before stays and may be changed."""
        if self._can_ask():
            self._way = way
            self._intake.fetch(url)
            self._tell_busy()

    def ask_text(self, text: str, way: Way = Way.ANEW) -> None:
        """Search for what words say, with a model of the library that takes words."""
        words = " ".join(text.split())
        if words and self._can_ask() and self._use_words():
            self._ask(TextExample(words), way)

    def find_similar(self, image: ImageRecord, way: Way = Way.ANEW) -> None:
        """Search for what looks like an image of the library."""
        self._ask(FileExample(image.path), way)

    def choose_example(self, place: int) -> None:
        """Another example is the current one: the one that is shown large, and whose region can be drawn."""
        self._examples.choose(place)

    def remove_example(self, place: int) -> None:
        """One example less; with the last one goes the query."""
        if self.query is not None and len(self.query.examples) == 1:
            self.clear()
        else:
            self._edit(lambda query: self._examples.removed(query, place))

    def turn_example(self, place: int) -> None:
        """From looked for to not, or back."""
        self._edit(lambda query: self._examples.turned(query, place))

    def set_region(self, region: Region | None) -> None:
        """Search for a part of the current picture only, in its own pixels; None, or all of it: for the whole."""
        self._edit(lambda query: self._examples.cut(query, region))

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
        if model_id not in self._searched.models():
            self.failed.emit(f"The library was not indexed with the model {model_id}: index its folders with it first.")
            return
        self._searched.choose(model_id)
        if self.query is not None and model_id != self.query.model_id:
            self._change(replace(self.query, model_id=model_id))
        elif self._searched.state is not None:
            self._run.warm(self._searched.state.folder, model_id)

    def repeat(self) -> None:
        """Ask the same again, because the library has changed; a query that is at work is not disturbed."""
        if self.query is not None:
            self._run.repeat()

    def clear(self) -> None:
        """Forget the query."""
        self._intake.forget()
        self._run.forget()
        self._answered_query = self.query = None
        self.query_changed.emit(None)
        self._examples.show(None)
        self.cleared.emit()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        for part in self._parts:
            part.stop()

    def close(self) -> None:
        """`stop`, then wait for the query at hand."""
        self.stop()
        for part in self._parts:
            part.close()

    # -- one way to a query -----------------------------------------------------------------------------------------

    def _can_ask(self) -> bool:
        able = bool(self.model_id)
        if not able:
            self.failed.emit("There is nothing to search in yet: index a folder of pictures first.")
        return able

    def _use_words(self) -> bool:
        """Whether the model takes words; another one of the library that does takes its place, and that is said."""
        model_id = self._searched.model_for_words()
        if not model_id:
            self.words_wanted.emit(self._searched.title(self.model_id))
        elif model_id != self.model_id:
            self.set_model(model_id)
            self.notice.emit(f"Searching with {self._searched.title(model_id)}, which takes words.")
        return bool(model_id)

    def _ask(self, example: Example, way: Way = Way.ANEW) -> None:
        if not self._can_ask():
            return
        self._intake.forget()
        if self.query is not None and way is not Way.ANEW:
            self._edit(lambda query: self._examples.joined(query, example, like=way is Way.LIKE))
        elif way is Way.UNLIKE:
            self.failed.emit("Search for something first; then say what the matches should be less like.")
        else:
            query = Query(
                like=(example,),
                model_id=self.model_id,
                metric=Metric(str(self._settings.get(METRIC))),
                top=int(self._settings.get(TOP)),
                strategy=self._strategy,
            )
            self._change(query, anew=example)

    def _edit(self, change: Callable[[Query], Query]) -> None:
        """Ask with other examples than before; where that makes no query, say why and leave everything as it is."""
        if self.query is None:
            return
        try:
            changed = change(self.query)
        except QueryError as error:
            self.failed.emit(str(error))
            return
        if changed != self.query:
            self._change(changed)

    def _change(self, query: Query, *, anew: Example | None = None) -> None:
        """Everything that is asked goes through here."""
        self.query = query
        self.query_changed.emit(query)
        self._examples.show(query, anew=anew)
        assert self._searched.state is not None
        self._run.ask(self._searched.state.folder, query)

    def _answered(self, result: SearchResult) -> None:
        self._answered_query = result.query
        self.answered.emit(result)

    def _fail(self, sentence: str) -> None:
        self._give_way()
        self.failed.emit(sentence)

    def _give_way(self) -> None:
        """A query that failed leaves the one before in its place, with the pictures and the options that it had."""
        assert self._searched.state is not None
        query = self.query = self._answered_query
        self._run.go_back(self._searched.state.folder, query)
        self.query_changed.emit(query)
        if query is not None:
            self._searched.model_id, self._strategy = query.model_id, query.strategy
            self._settings.set(METRIC, query.metric.value)
            self._settings.set(TOP, query.top)
        self._examples.show(query)

    def _tell_busy(self) -> None:
        busy = self._intake.busy or self._run.busy
        if busy != self._said_busy:
            self._said_busy = busy
            self.searching.emit(busy)
