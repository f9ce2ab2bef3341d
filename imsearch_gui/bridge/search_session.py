"""The query of the window: intents in, frozen results out.

The state is one frozen `Query`. Every intent makes a new one with the next generation number; an answer of an older
generation is dropped, here and nowhere else. While a query runs only the newest of those that wait is kept, so a burst of
changes costs one search.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.images import to_png, to_qimage
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import (
    Example,
    FileExample,
    ImageRecord,
    LibraryState,
    PixelsExample,
    Query,
    SearchResult,
    Strategy,
)
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.settings import METRIC, TOP

if TYPE_CHECKING:
    from imsearch_gui.library.library import Library
    from imsearch_gui.searching.search import Searcher

PREVIEW_SIDE = 1024
"""Pixels of the query's preview: as much as its panel ever shows, at double scale."""


@dataclass(frozen=True, slots=True)
class QueryPicture:
    """The picture of a query, to be shown with a region on it."""

    example: Example
    """Without its region."""
    image: QImage
    width: int
    """Of the whole upright picture, in its own pixels; `image` may be smaller."""
    height: int


@dataclass(slots=True)
class _Desk:
    """What the query thread has open. Only that thread touches it."""

    folder: Path | None = None
    library: Library | None = None
    searcher: Searcher | None = None

    def search(self, folder: Path, query: Query, wanted: Callable[[], bool]) -> SearchResult | None:
        """The result, or None once it is not wanted any more."""
        from imsearch_gui.searching.search import Superseded

        try:
            return self._open(folder).search(query, wanted=wanted)
        except Superseded:
            return None

    def _open(self, folder: Path) -> Searcher:
        from imsearch_gui.encoding.store import ModelStore
        from imsearch_gui.library.library import Library
        from imsearch_gui.searching.search import Searcher

        if self.searcher is None or self.folder != folder:
            self.close()
            self.library = Library.open(folder)
            self.searcher = Searcher(self.library, ModelStore())
            self.folder = folder
        return self.searcher

    def close(self) -> None:
        if self.searcher is not None:
            self.searcher.close()
        if self.library is not None:
            self.library.close()
        self.searcher = self.library = self.folder = None


class SearchSession(QObject):
    """What is asked, and what came of it."""

    query_changed = Signal(object)
    """Query | None: what is asked now; also when a failed query gives way to the one before."""
    picture_ready = Signal(object)
    """QueryPicture | None: what the query's panel shows."""
    searching = Signal(bool)
    answered = Signal(object)
    """SearchResult, always of the newest query."""
    cleared = Signal()
    """There is no query and no result any more."""
    failed = Signal(str)
    """One sentence; results and query are those from before."""
    notice = Signal(str)

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lane = Lane("query", self)
        self._preview_lane = Lane("preview", self)
        self._desk = _Desk()
        self._state: LibraryState | None = None
        self._model_id = ""
        self._strategy = Strategy.AUTOMATIC
        self._generation = 0
        self._running = False
        self._waiting: Query | None = None
        self._answered_query: Query | None = None
        self._picture: QueryPicture | None = None
        self.query: Query | None = None

    # -- the library ------------------------------------------------------------------------------------------------

    def use_library(self, state: LibraryState) -> None:
        """Search in another library from now on."""
        self._state = state
        self.clear()
        self._choose_model()

    def library_changed(self, state: LibraryState) -> None:
        """The library has more or other images: the query, if there is one, is asked again."""
        self._state = state
        self._choose_model()
        if self.query is not None:
            self._change(self.query)

    @property
    def model_id(self) -> str:
        """The model that queries are made with; empty while the library has none."""
        return self._model_id

    def _choose_model(self) -> None:
        known = [model.id for model in self._state.models if model.vectors] if self._state else []
        if self._model_id not in known:
            # The model that was used last: whoever indexes with another one wants to try it.
            self._model_id = known[-1] if known else ""

    # -- intents ----------------------------------------------------------------------------------------------------

    def ask_files(self, files: Sequence[Path]) -> None:
        """Search for the picture in the first file."""
        if not files:
            return
        if len(files) > 1:
            self.notice.emit(f"{len(files)} pictures were given; the search is for the first one, {files[0].name}.")
        self._ask(FileExample(Path(files[0])))

    def ask_image(self, image: QImage, name: str = "pasted picture") -> None:
        """Search for a picture that has no file."""
        if image.isNull():
            self.failed.emit("The clipboard held a picture that cannot be read: copy it again, or save and drop it.")
            return
        self._preview_lane.submit(lambda: PixelsExample(to_png(image), name), self._ask, self.failed.emit)

    def ask_url(self, url: str) -> None:
        """Search for a picture on the web, dropped from a browser."""

        def fetch() -> PixelsExample:
            from imsearch_gui.imaging.remote import fetch

            return PixelsExample(fetch(url), url.rpartition("/")[2] or url)

        self.searching.emit(True)
        self._preview_lane.submit(fetch, self._ask, self._fetch_failed)

    def find_similar(self, image: ImageRecord) -> None:
        """Search for what looks like an image of the library."""
        self._ask(FileExample(image.path))

    def set_region(self, region: Region | None) -> None:
        """Search for a part of the picture only; None, or all of it: for the whole."""
        if self.query is None:
            return
        picture = self._picture
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
        self._model_id = model_id
        if self.query is not None and model_id != self.query.model_id:
            self._change(replace(self.query, model_id=model_id))

    def clear(self) -> None:
        """Forget the query."""
        self._generation += 1
        self._waiting = self._answered_query = self.query = None
        self._show(None)
        self.searching.emit(False)
        self.query_changed.emit(None)
        self.cleared.emit()

    def close(self) -> None:
        """Stop; waits for no more than the query at hand."""
        self._generation += 1
        self._preview_lane.close()
        self._lane.submit(self._desk.close)
        self._lane.close()

    # -- one way to a result ----------------------------------------------------------------------------------------

    def _ask(self, example: Example) -> None:
        if self._state is None or not self._model_id:
            self.searching.emit(False)
            self.failed.emit("There is nothing to search in yet: index a folder of pictures first.")
            return
        self._change(
            Query(
                example=example,
                model_id=self._model_id,
                metric=Metric(str(self._settings.get(METRIC))),
                top=int(self._settings.get(TOP)),
                strategy=self._strategy,
            )
        )
        self._load_preview(example)

    def _change(self, query: Query) -> None:
        """Everything that is asked goes through here: the next generation, and the newest one only."""
        self._generation += 1
        self.query = query
        self.query_changed.emit(query)
        self.searching.emit(True)
        if self._running:
            self._waiting = query
        else:
            self._start(query)

    def _start(self, query: Query) -> None:
        assert self._state is not None
        self._running, self._waiting = True, None
        generation, folder = self._generation, self._state.folder

        def wanted() -> bool:
            return generation == self._generation

        self._lane.submit(
            lambda: self._desk.search(folder, query, wanted),
            lambda result: self._finish(generation, result, ""),
            lambda sentence: self._finish(generation, None, sentence),
        )

    def _finish(self, generation: int, result: SearchResult | None, sentence: str) -> None:
        """The one place where answers come in and stale ones are dropped."""
        self._running = False
        if generation != self._generation:
            if self._waiting is not None:
                self._start(self._waiting)
            return
        self.searching.emit(False)
        if result is not None:
            self._answered_query = result.query
            self.answered.emit(result)
        elif sentence:
            self._give_way()
            self.failed.emit(sentence)

    def _give_way(self) -> None:
        """A query that failed leaves the one before in its place."""
        self.query = self._answered_query
        self.query_changed.emit(self.query)
        if self.query is None:
            self._show(None)
        elif self._picture is None or self._picture.example != replace(self.query.example, region=None):
            self._load_preview(self.query.example)

    def _fetch_failed(self, sentence: str) -> None:
        self.searching.emit(False)
        self.failed.emit(sentence)

    # -- the picture of the query -----------------------------------------------------------------------------------

    def _load_preview(self, example: Example) -> None:
        bare = replace(example, region=None)

        def shown(picture: QueryPicture) -> None:
            if self.query is not None and replace(self.query.example, region=None) == picture.example:
                self._show(picture)

        # An example that cannot be decoded fails as a query, too, and that is where it is said.
        self._preview_lane.submit(lambda: _preview(bare), shown)

    def _show(self, picture: QueryPicture | None) -> None:
        self._picture = picture
        self.picture_ready.emit(picture)


def _preview(example: Example) -> QueryPicture:
    from imsearch_gui.imaging import decoder
    from imsearch_gui.imaging.resize import shrink

    data = decoder.read(example.path) if isinstance(example, FileExample) else example.data
    decoded = decoder.decode(data, need=PREVIEW_SIDE)
    image = to_qimage(shrink(decoded.pixels, PREVIEW_SIDE))
    return QueryPicture(example, image, decoded.info.width, decoded.info.height)
