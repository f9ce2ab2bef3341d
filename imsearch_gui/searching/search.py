"""A query becomes a ranked list of images.

`Searcher` belongs to one thread and one library. It keeps what makes the next query quick: the sessions of the models, the
vectors of the last few examples (so that another metric, number of matches or strategy costs no inference), the graph, and what
the filters let through.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.filters import EVERYTHING, Apart
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Metric, Vector
from imsearch_gui.domain.records import (
    FileExample,
    GraphRecord,
    ImageRecord,
    ModelRecord,
    Query,
    SearchResult,
    Strategy,
    Timings,
)
from imsearch_gui.encoding.encoder import Encoder
from imsearch_gui.encoding.guard import always
from imsearch_gui.encoding.providers import AUTOMATIC
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding
from imsearch_gui.library.answers import Answers
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import Library
from imsearch_gui.library.passing import Only, Passing
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.candidates import few_live, top_by_graph
from imsearch_gui.searching.localise import Localiser
from imsearch_gui.searching.planner import GraphFacts, Route, route
from imsearch_gui.searching.query_vector import QueryVectors, Superseded, check
from imsearch_gui.searching.refining.refining import Found, Refining, Rerank
from imsearch_gui.searching.scoring import Ranking, top
from imsearch_gui.searching.strength import Strengths
from imsearch_gui.searching.tools import Tools

__all__ = ["Searcher", "Superseded"]

_WIDEN = 2


@dataclass(frozen=True, slots=True)
class _OpenGraph:
    """A loaded graph, or None where it is damaged, and the record it was loaded by."""

    record: GraphRecord
    graph: Graph | None


class Searcher:
    """Answers queries to one library; use it from one thread."""

    def __init__(
        self,
        library: Library,
        store: ModelStore,
        provider: str = AUTOMATIC,
        *,
        decoding: Decoding = IN_PROCESS,
        trying: Callable[[], bool] = always,
    ) -> None:
        """`trying` as in `Tools`; another thread may let it say no."""
        self._library = library
        self._tools = Tools(library, store, provider, trying)
        self._vectors = QueryVectors(library, self._tools, decoding)
        self._answers = Answers(library)
        self._strengths = Strengths()
        self._refining = Refining(decoding)
        self._localiser = Localiser(decoding)
        self._models: dict[str, ModelRecord] = {}
        self._graphs: dict[str, _OpenGraph] = {}

    def close(self) -> None:
        """Let go of models, vectors and graphs; the library stays open, it belongs to the caller."""
        self._tools.close()
        self._vectors.clear()
        self._answers.clear()
        self._strengths.clear()
        self._refining.clear()
        self._localiser.clear()
        self._graphs.clear()

    def search(self, query: Query, *, wanted: Callable[[], bool] = always, only: Only | None = None) -> SearchResult:
        """The best `query.top` images of the library, or of those that alone may match.

        Raises PictureError (an example is no readable picture), QueryError (no example, a region outside it, words to a model
        that takes none, a model that the library does not know or knows in another version), ModelError, LibraryError;
        Superseded once `wanted` says no.
        """
        if query.top < 1:
            raise QueryError(tr("Ask for at least one match."))
        # Slots mean other images once the library was compacted: vectors, graph and images have to be of one state.
        return self._library.steady(lambda: self._search(query, wanted, only))

    def _search(self, query: Query, wanted: Callable[[], bool], only: Only | None) -> SearchResult:
        began = perf_counter()
        self._refresh()
        model = self._model(query.model_id)
        view = self._library.vectors(model.id)
        self._tools.begin()
        example = self._vectors.of(query, model, view, wanted)
        check(wanted)
        searching = perf_counter()
        among = self._passing(query, view, only)
        found = self._found(query, example.vector, view, among, wanted)
        ended = perf_counter()
        scale = self._strengths.scale(model, view, query, found.vector)
        return SearchResult(
            query=query,
            matches=found.matches,
            how=found.how,
            library_size=self._library.searchable_count(model.id) if among is None else among.count,
            timings=Timings(
                decode=example.decode,
                encode=example.encode,
                search=(ended - searching) * 1e3 - found.refine,
                total=(perf_counter() - began) * 1e3,
                refine=found.refine,
            ),
            provider=self._tools.provider,
            notices=self._tools.notices + found.notices,
            scale=scale,
            reordered=found.reordered,
            verified=found.verified,
            unread=found.unread,
        )

    def localise(self, query: Query, image: ImageRecord, *, wanted: Callable[[], bool] = always) -> Likeness:
        """Where in an image the pictures that `query` asks for are found again.

        Raises QueryError (it asks for words only, a model that the library does not know), ModelError (one without patches, too),
        PictureError, LibraryError; Superseded once `wanted` says no.
        """

        def opened() -> tuple[ModelRecord, Encoder]:
            self._refresh()
            model = self._model(query.model_id)
            return model, self._tools.encoder(model)

        # What is looked at then is files alone: the state of the catalog is not held for as long as that takes.
        return self._localiser.of(query, image, *self._library.steady(opened), wanted)

    def forget_verdicts(self) -> None:
        """What geometry has found out about pairs of pictures is found out anew; the points of the pictures stay known."""
        self._refining.forget_verdicts()

    def warm(self, model_id: str, metric: Metric = Metric.COSINE) -> None:
        """Open what the first query with a model would have to open: its session, the graph where it would be asked, the scale.

        Raises as `search` does.
        """
        self._library.steady(lambda: self._warm(model_id, metric))

    def _warm(self, model_id: str, metric: Metric) -> None:
        self._refresh()
        model = self._model(model_id)
        self._tools.encoder(model)
        query = Query(like=(), model_id=model.id, metric=metric)
        view, record = self._library.vectors(model.id), self._library.graph_record(model.id)
        if record is not None and _route(query, view, record).how is Strategy.GRAPH:
            self._graph(record)
        self._strengths.of_pairs(model, view, metric)

    def _refresh(self) -> None:
        """Look at what was committed since the last time."""
        if self._library.refresh():
            self._graphs = {key: kept for key, kept in self._graphs.items() if kept.graph is not None}
            self._answers.refresh()
            self._models = {}

    def _model(self, model_id: str) -> ModelRecord:
        # Counting their vectors takes a tenth of a second where there are a million.
        known = self._models = self._models or {model.id: model for model in self._library.models()}
        if not known:
            sentence = tr("The library {0} has no images yet: index a folder first.")
            raise QueryError(sentence.format(self._library.folder))
        if model_id not in known:
            sentence = tr(
                "This library was not indexed with the model {0!r} (it knows {1}): index it with that model first, or search with"
                " one it knows."
            )
            raise QueryError(sentence.format(model_id, ", ".join(known)))
        return known[model_id]

    # -- the images -------------------------------------------------------------------------------------------------

    def _passing(self, query: Query, view: VectorView, only: Only | None) -> Passing | None:
        """What may match; None where that is everything."""
        among = self._of_filters(query, view)
        return among if only is None else self._answers.narrowed(query.model_id, view.rows, among, only)

    def _of_filters(self, query: Query, view: VectorView) -> Passing | None:
        """What the query's filters let through; None where that is everything."""
        filters = query.filters
        apart = filters.apart is Apart.OTHER_FOLDERS
        asked_in = {example.path.parent for example in query.examples if apart and isinstance(example, FileExample)}
        if replace(filters, apart=Apart.ANY) == EVERYTHING and not asked_in:
            return None
        return self._answers.passing(query.model_id, view.rows, filters, asked_in)

    def _found(
        self, query: Query, vector: Vector, view: VectorView, among: Passing | None, wanted: Callable[[], bool]
    ) -> Found:
        if query.refinement.any:
            return self._refining.find(query, vector, view, _Finding(self, query, view, among), wanted)
        return Found(*self._matches(query, vector, view, among), vector)

    def _matches(
        self, query: Query, vector: Vector, view: VectorView, among: Passing | None, rerank: Rerank | None = None
    ) -> tuple[Matches, Strategy]:
        """The best images with their scores, and how they were found. Copies of a picture share a slot and a score.

        `rerank` may put the slots in another order before their images are looked up.
        """
        slots = query.top
        while True:
            ranking, how = self._nearest(query, vector, view, among, slots)
            matches = self._images(query, ranking if rerank is None else rerank(ranking), query.top, among)
            # A slot may have lost its images a moment ago, or all but one of a burst stand back; the next best ones move up.
            if len(matches) >= query.top or len(ranking.slots) < slots:
                return matches, how
            slots *= _WIDEN

    def _nearest(
        self, query: Query, vector: Vector, view: VectorView, among: Passing | None, slots: int
    ) -> tuple[Ranking, Strategy]:
        """The best slots of those that may match, and how they were found."""
        if among is not None:
            view = replace(view, live=among.slots if view.live is None else among.slots & view.live)
        record = self._library.graph_record(query.model_id)
        if record is None:
            self._graphs.pop(query.model_id, None)
        chosen = _route(query, view, record, filtered=among is not None)
        graph = self._graph(record) if record is not None and chosen.how is Strategy.GRAPH else None
        return _rank(query, vector, view, graph, chosen, slots, filtered=among is not None)

    def _images(self, query: Query, ranking: Ranking, most: int, among: Passing | None) -> Matches:
        """The first images at the slots of a ranking, in its order."""
        return self._answers.matches(
            query.model_id,
            ranking.slots,
            ranking.scores,
            most,
            among=among,
            one_a_burst=query.filters.apart is Apart.ONE_A_BURST,
        )

    def _graph(self, record: GraphRecord) -> Graph | None:
        """The graph, loaded when a query first needs it and kept until another one is saved."""
        kept = self._graphs.get(record.model_id)
        if kept is None or kept.record != record:
            kept = _OpenGraph(record, self._library.open_graph(record.model_id))
            self._graphs[record.model_id] = kept
        return kept.graph


@dataclass(frozen=True, slots=True)
class _Finding:
    """A search of a `Searcher`, for what refines it."""

    searcher: Searcher
    query: Query
    view: VectorView
    among: Passing | None

    def nearest(self, vector: Vector, slots: int) -> Ranking:
        return self.searcher._nearest(self.query, vector, self.view, self.among, slots)[0]

    def matches(self, vector: Vector, top: int, rerank: Rerank) -> tuple[Matches, Strategy]:
        return self.searcher._matches(replace(self.query, top=top), vector, self.view, self.among, rerank)

    def images(self, ranking: Ranking, most: int) -> int:
        return len(self.searcher._images(self.query, ranking, most, self.among))


def _route(query: Query, view: VectorView, record: GraphRecord | None, *, filtered: bool = False) -> Route:
    facts = None if record is None else GraphFacts(record.rows, record.candidates)
    return route(
        query.strategy,
        query.metric,
        query.top,
        rows=view.rows,
        dimension=view.dimension,
        graph=facts,
        passing=view.live_rows if filtered else None,
    )


def _rank(
    query: Query, vector: Vector, view: VectorView, graph: Graph | None, chosen: Route, slots: int, *, filtered: bool
) -> tuple[Ranking, Strategy]:
    if graph is not None:
        candidates = max(chosen.candidates, slots)
        ranking = top_by_graph(graph, view, vector, query.metric, slots, candidates=candidates, all_of_them=filtered)
        if ranking is not None:
            return ranking, Strategy.GRAPH
    among = few_live(view) if filtered else None
    return top(vector, view, query.metric, slots, among=among), Strategy.EXACT
