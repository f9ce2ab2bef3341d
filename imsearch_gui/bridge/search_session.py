"""The query of the window: intents in, frozen results out.

What is asked, and how it changes, is in `AskedQuery`. An example that has to be made first (fetched, encoded, chosen from several
files) and the preview travel on lanes of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.asked_query import AskedQuery
from imsearch_gui.bridge.example_intake import ExampleIntake
from imsearch_gui.bridge.fetching import Fetch
from imsearch_gui.bridge.localising import Localising
from imsearch_gui.bridge.preview import QueryPicture, ShownExample
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.filters import EVERYTHING
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.query_steps import Steps
from imsearch_gui.domain.records import PASTED, Example, FileExample, ImageRecord, LibraryState, Query, TextExample
from imsearch_gui.domain.refinement import PLAIN
from imsearch_gui.domain.settings import METRIC, TOP
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

__all__ = ["QueryPicture", "SearchSession", "ShownExample", "Way"]


class Way(Enum):
    """What becomes of an example that comes in."""

    ANEW = "anew"
    """It is the whole question."""
    LIKE = "like"
    """It joins those that are looked for."""
    UNLIKE = "unlike"
    """It joins those that are not."""


class SearchSession(AskedQuery):
    """The ways in: what the window and the libraries bring, and what a query is made of."""

    words_wanted = Signal(str)
    """Words were asked of a library that has no model for them; the title of the model that it is searched with."""

    def __init__(
        self,
        settings: SettingsStore,
        parent: QObject | None = None,
        *,
        fetch: Callable[[str], Fetch] = Fetch,
        decoding: Decoding = IN_PROCESS,
    ) -> None:
        super().__init__(settings, parent, decoding=decoding)
        self._way: Way = Way.ANEW
        self._intake = ExampleIntake(self, fetch=fetch, decoding=decoding)
        self._intake.brought.connect(lambda example: self._ask(example, self._way))
        self._intake.failed.connect(self._tell_busy)
        self._intake.failed.connect(self.failed)
        self._intake.notice.connect(self.notice)
        self._parts = (self._intake, self._examples, self._run)
        self.localising = Localising(self._run, self)

    # -- the library ------------------------------------------------------------------------------------------------

    def use_library(self, state: LibraryState) -> None:
        """Search in another library from now on."""
        self._searched.use(state)
        self.clear()
        self._use_filters(EVERYTHING)
        self._use_refinement(PLAIN)
        self._take_steps(Steps())
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

    def ask_image(self, image: QImage, name: str = "", way: Way = Way.ANEW) -> None:
        """Search for a picture that has no file; without a name it is called a pasted one."""
        if image.isNull():
            self.failed.emit(
                tr("The clipboard held a picture that cannot be read: copy it again, or save and drop it.")
            )
        elif self._can_ask():
            self._way = way
            self._intake.encode(image, name or PASTED)
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

    def localise(self, query: Query, image: ImageRecord) -> None:
        """Find out where in an image a query is found again; `localising` tells."""
        if self._searched.state is not None:
            self.localising.ask(self._searched.state.folder, query, image)

    def localises(self, query: Query) -> bool:
        """Whether that can be found out: pictures are asked for, of a model that sees patches."""
        state = self._searched.state
        return (
            state is not None
            and query.model_id in state.patch_models
            and any(not isinstance(example, TextExample) for example in query.like)
        )

    def set_model(self, model_id: str) -> None:
        """Search with another model of the library."""
        if model_id not in self._searched.models():
            self.failed.emit(
                tr("The library was not indexed with the model {0}: index its folders with it first.").format(model_id)
            )
            return
        self._searched.choose(model_id)
        if self.query is not None and model_id != self.query.model_id:
            self._change(replace(self.query, model_id=model_id))
        elif self._searched.state is not None:
            self._run.warm(self._searched.state.folder, model_id)

    def clear(self) -> None:
        """Forget the query, and what was on its way to join it; it can be had back by `undo`."""
        self._intake.forget()
        super().clear()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self.localising.forget()
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
            self.failed.emit(tr("There is nothing to search in yet: index a folder of pictures first."))
        return able

    def _use_words(self) -> bool:
        """Whether the model takes words; another one of the library that does takes its place, and that is said."""
        model_id = self._searched.model_for_words()
        if not model_id:
            self.words_wanted.emit(self._searched.title(self.model_id))
        elif model_id != self.model_id:
            self.set_model(model_id)
            self.notice.emit(tr("Searching with {0}, which takes words.").format(self._searched.title(model_id)))
        return bool(model_id)

    def _ask(self, example: Example, way: Way = Way.ANEW) -> None:
        if not self._can_ask():
            return
        self._intake.forget()
        if self.query is not None and way is not Way.ANEW:
            self._edit(lambda query: self._examples.joined(query, example, like=way is Way.LIKE))
        elif way is Way.UNLIKE:
            self.failed.emit(tr("Search for something first; then say what the matches should be less like."))
        else:
            query = Query(
                like=(example,),
                model_id=self.model_id,
                metric=Metric(str(self._settings.get(METRIC))),
                top=int(self._settings.get(TOP)),
                strategy=self._strategy,
                filters=self.filters,
                refinement=self.refinement,
            )
            self._change(query, anew=example)

    def _walk(self, steps: Steps) -> None:
        self._intake.forget()
        super()._walk(steps)

    def _is_busy(self) -> bool:
        return self._intake.busy or super()._is_busy()
