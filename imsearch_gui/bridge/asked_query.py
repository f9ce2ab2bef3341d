"""What is asked and what came of it: one frozen `Query`, the steps that led to it, and every change to it.

Each change makes a new Query. It travels on a `NewestLane`, which keeps the generations: of what waits only the newest is begun,
so a burst of changes costs one search, and an answer of an older generation is dropped there. A step is made when a query is
answered, so one that fails leaves none.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.example_list import ExampleList
from imsearch_gui.bridge.preview import QueryPicture
from imsearch_gui.bridge.query_run import QueryRun
from imsearch_gui.bridge.searched import Searched
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.filters import EVERYTHING, Filters
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.query_steps import Steps
from imsearch_gui.domain.records import Example, Query, SearchResult, Strategy
from imsearch_gui.domain.refinement import PLAIN, Refinement
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.settings import METRIC, TOP
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding


class AskedQuery(QObject):
    """The query of the window, as it is changed, undone and asked; `SearchSession` brings what it is made of."""

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
    filters_changed = Signal(object)
    """Filters: of the query, and of the next one while there is none."""
    refinement_changed = Signal(object)
    """Refinement: the same."""
    steps_changed = Signal(bool, bool)
    """Whether there is something to undo, and something to redo."""
    cleared = Signal()
    """There is no query and no result any more."""
    failed = Signal(str)
    """One sentence; results and query are those from before."""
    notice = Signal(str)

    def __init__(
        self, settings: SettingsStore, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._run = QueryRun(settings, self, decoding=decoding)
        self._run.asked.connect(self.asked)
        self._run.answered.connect(self._answered)
        self._run.failed.connect(self._fail)
        self._run.busy_changed.connect(self._tell_busy)
        self._examples = ExampleList(self, decoding=decoding)
        self._examples.shown.connect(self.examples_shown)
        self._searched = Searched(settings)
        self._strategy = Strategy.AUTOMATIC
        self._said_busy = False
        self._steps = Steps()
        self._next_steps = self._steps
        """What the steps will be once the newest query is answered."""
        self.filters = EVERYTHING
        self.refinement = PLAIN
        self.query: Query | None = None

    # -- its examples -----------------------------------------------------------------------------------------------

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

    def swap(self) -> None:
        """What was looked for is what matches should be far from, and the other way round."""
        self._edit(self._examples.swapped)

    def set_region(self, region: Region | None) -> None:
        """Search for a part of the current picture only, in its own pixels; None, or all of it: for the whole."""
        self._edit(lambda query: self._examples.cut(query, region), f"region {self._examples.place}")

    def picture_of(self, example: Example) -> QueryPicture | None:
        """The picture of an example of the query, where it was read already."""
        return self._examples.picture_of(example)

    # -- how it is asked --------------------------------------------------------------------------------------------

    def set_metric(self, metric: Metric) -> None:
        self._settings.set(METRIC, metric.value)
        if self.query is not None and metric is not self.query.metric:
            self._change(replace(self.query, metric=metric))

    def set_top(self, top: int) -> None:
        """How many matches are shown."""
        self._settings.set(TOP, top)
        if self.query is not None and top != self.query.top:
            self._change(replace(self.query, top=top), kind="top")

    def set_strategy(self, strategy: Strategy) -> None:
        self._strategy = strategy
        if self.query is not None and strategy is not self.query.strategy:
            self._change(replace(self.query, strategy=strategy))

    def set_filters(self, filters: Filters) -> None:
        """Which images may match, for this query and those that follow."""
        only_side = (
            filters != self.filters and replace(filters, shortest_side=self.filters.shortest_side) == self.filters
        )
        self._use_filters(filters)
        if self.query is not None and filters != self.query.filters:
            self._change(replace(self.query, filters=filters), kind="shortest side" if only_side else "")

    def set_refinement(self, refinement: Refinement) -> None:
        """What is done to the answer, for this query and those that follow."""
        self._use_refinement(refinement)
        if self.query is not None and refinement != self.query.refinement:
            self._change(replace(self.query, refinement=refinement))

    def _use_refinement(self, refinement: Refinement) -> None:
        if refinement != self.refinement:
            self.refinement = refinement
            self.refinement_changed.emit(refinement)

    def _use_filters(self, filters: Filters) -> None:
        if filters != self.filters:
            self.filters = filters
            self.filters_changed.emit(filters)

    # -- steps ------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Ask again what was asked before; a query that was cleared comes back."""
        self._walk(self._next_steps.undone())

    def redo(self) -> None:
        """Ask again what was undone."""
        self._walk(self._next_steps.redone())

    def ask_again(self, query: Query) -> None:
        """Ask a query from earlier as it was, filters and all."""
        if query.model_id not in self._searched.models():
            self.failed.emit(
                tr(
                    "That was asked with the model {0}, which this library does not have any more: "
                    "index its folders with it, then ask again."
                ).format(query.model_id)
            )
        elif query == self.query:
            self.repeat()
        else:
            self._adopt(query)
            self._change(query, anew=query.examples[0])

    def _walk(self, steps: Steps) -> None:
        if steps is self._next_steps:
            return
        query = steps.now
        if query is None:
            self._forget_query()
            self._take_steps(steps)
        elif query.model_id not in self._searched.models():
            self.failed.emit(
                tr("The library has no vectors of the model {0} any more: ask anew.").format(query.model_id)
            )
        else:
            self._adopt(query)
            self._change(query, steps=steps)

    def _take_steps(self, steps: Steps) -> None:
        self._steps = self._next_steps = steps
        self.steps_changed.emit(steps.can_undo, steps.can_redo)

    # -- one way to an answer ---------------------------------------------------------------------------------------

    def repeat(self) -> None:
        """Ask the same again, because the library has changed; a query that is at work is not disturbed."""
        if self.query is not None:
            self._run.repeat()

    def clear(self) -> None:
        """Forget the query; it can be had back by `undo`."""
        self._forget_query()
        self._take_steps(self._steps.recorded(None))

    def _forget_query(self) -> None:
        self._run.forget()
        self.query = None
        self.query_changed.emit(None)
        self._examples.show(None)
        self.cleared.emit()

    def _edit(self, change: Callable[[Query], Query], kind: str = "") -> None:
        """Ask with other examples than before; where that makes no query, say why and leave everything as it is."""
        if self.query is None:
            return
        try:
            changed = change(self.query)
        except QueryError as error:
            self.failed.emit(str(error))
            return
        if changed != self.query:
            self._change(changed, kind=kind)

    def _change(self, query: Query, *, anew: Example | None = None, kind: str = "", steps: Steps | None = None) -> None:
        """Everything that is asked goes through here. `kind` tells bursts; `steps` is where undoing or redoing leads."""
        self._next_steps = self._steps.recorded(query, kind, time.monotonic()) if steps is None else steps
        self.query = query
        self.query_changed.emit(query)
        self._examples.show(query, anew=anew)
        assert self._searched.state is not None
        self._run.ask(self._searched.state.folder, query)

    def _answered(self, result: SearchResult) -> None:
        self._take_steps(self._next_steps)
        self.answered.emit(result)

    def _fail(self, sentence: str) -> None:
        self._give_way()
        self.failed.emit(sentence)

    def _give_way(self) -> None:
        """A query that failed leaves the one before in its place, with the pictures and the options that it had."""
        assert self._searched.state is not None
        self._next_steps = self._steps
        query = self.query = self._steps.now
        self._run.go_back(self._searched.state.folder, query)
        if query is not None:
            self._adopt(query)
        self.query_changed.emit(query)
        self._examples.show(query)

    def _adopt(self, query: Query) -> None:
        """The options of a query are those of the next ones, too."""
        self._searched.model_id, self._strategy = query.model_id, query.strategy
        self._settings.set(METRIC, query.metric.value)
        self._settings.set(TOP, query.top)
        self._use_filters(query.filters)
        self._use_refinement(query.refinement)

    def _is_busy(self) -> bool:
        return self._run.busy

    def _tell_busy(self) -> None:
        busy = self._is_busy()
        if busy != self._said_busy:
            self._said_busy = busy
            self.searching.emit(busy)
