"""A query becomes a ranked list of images.

`Searcher` belongs to one thread and one library. It keeps what makes the next query quick: the sessions of the models, the
vectors of the last few examples (so that another metric, number of matches or strategy costs no inference) and the graph.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.metrics import Vector
from imsearch_gui.domain.records import (
    Example,
    FileExample,
    GraphRecord,
    ModelRecord,
    PictureExample,
    Query,
    SearchResult,
    Strategy,
    TextExample,
    Timings,
)
from imsearch_gui.domain.strength import StrengthScale
from imsearch_gui.encoding.providers import AUTOMATIC
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.library.graph import Graph
from imsearch_gui.library.library import Library
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.combine import combined
from imsearch_gui.searching.ranked import passing_of, ranked, way_of
from imsearch_gui.searching.strength import GROWTH, scale_of_pairs, scale_of_query
from imsearch_gui.searching.tools import Tools

_REMEMBERED = 16
"""Vectors of examples that are kept: someone comparing a few pictures goes back and forth between them."""
_SCALES = 64
"""Scales of match strength that are kept."""


class Superseded(Exception):
    """The query is no longer wanted; it was given up between two stages. No error: somebody asked something newer."""


def always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Example:
    """The vector of an example, and the milliseconds it took."""

    vector: Vector
    decode: float = 0.0
    encode: float = 0.0


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A vector that was made before, and the size and time of the file it was made from."""

    vector: Vector
    state: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _OpenGraph:
    """A loaded graph, or None where it is damaged, and the record it was loaded by."""

    record: GraphRecord
    graph: Graph | None


@dataclass(frozen=True, slots=True)
class _Scale:
    """How rare scores are, and how many images there were when it was measured."""

    scale: StrengthScale | None
    rows: int


class Searcher:
    """Answers queries to one library; use it from one thread."""

    def __init__(self, library: Library, store: ModelStore, provider: str = AUTOMATIC) -> None:
        self._library = library
        self._tools = Tools(library, store, provider)
        self._vectors: OrderedDict[Hashable, _Remembered] = OrderedDict()
        self._graphs: dict[str, _OpenGraph] = {}
        self._scales: dict[Hashable, _Scale] = {}

    def close(self) -> None:
        """Let go of models, vectors and graphs; the library stays open, it belongs to the caller."""
        self._tools.close()
        self._vectors.clear()
        self._graphs.clear()

    def search(self, query: Query, *, wanted: Callable[[], bool] = always) -> SearchResult:
        """The best `query.top` images of the library.

        Raises PictureError (an example is no readable picture), QueryError (no example, a region outside it, words to a model
        that takes none, a model that the library does not know or knows in another version), ModelError, LibraryError;
        Superseded once `wanted` says no.
        """
        began = perf_counter()
        if query.top < 1:
            raise QueryError("Ask for at least one match.")
        if self._library.refresh():
            self._graphs = {key: kept for key, kept in self._graphs.items() if kept.graph is not None}
        model = self._model(query.model_id)
        view = self._library.vectors(model.id)
        self._tools.begin()
        example = self._query_vector(query, model, view, wanted)
        _check(wanted)
        searching = perf_counter()
        passing = passing_of(self._library, query)
        record = self._library.graph_record(query.model_id)
        way = way_of(query, view, record, passing)
        graph = self._graph(record) if record is not None and way.how is Strategy.GRAPH else None
        found = ranked(self._library, query, example.vector, view, graph, way, passing)
        ended = perf_counter()
        _check(wanted)
        scale = self._scale(query, model, example.vector, view)
        return SearchResult(
            query=query,
            matches=found.matches,
            how=found.how,
            library_size=found.among,
            timings=Timings(
                decode=example.decode,
                encode=example.encode,
                search=(ended - searching) * 1e3,
                total=(perf_counter() - began) * 1e3,
            ),
            provider=self._tools.provider,
            notices=self._tools.notices,
            scale=scale,
        )

    def warm(self, model_id: str) -> None:
        """Open what the first query with a model would have to open: its session, and the graph where it would be asked.

        Raises as `search` does.
        """
        model = self._model(model_id)
        self._tools.encoder(model)
        query = Query(like=(), model_id=model.id)
        view, record = self._library.vectors(model.id), self._library.graph_record(model.id)
        if record is not None and way_of(query, view, record).how is Strategy.GRAPH:
            self._graph(record)

    # -- the vector of the example ----------------------------------------------------------------------------------

    def _model(self, model_id: str) -> ModelRecord:
        known = {model.id: model for model in self._library.models()}
        if not known:
            raise QueryError(f"The library {self._library.folder} has no images yet: index a folder first.")
        if model_id not in known:
            raise QueryError(
                f"This library was not indexed with the model {model_id!r} (it knows {', '.join(known)}):"
                " index it with that model first, or search with one it knows."
            )
        return known[model_id]

    def _query_vector(self, query: Query, model: ModelRecord, view: VectorView, wanted: Callable[[], bool]) -> _Example:
        """One vector for all examples; the times are sums."""
        if not query.like:
            raise QueryError(
                "Say what to look for, too: a query needs at least one example that matches should be like."
            )
        like = [self._vector(example, model, wanted) for example in query.like]
        unlike = [self._vector(example, model, wanted) for example in query.unlike]
        every = like + unlike
        if len(every) == 1 and not isinstance(query.like[0], TextExample):
            return every[0]
        vector = combined([example.vector for example in like], [example.vector for example in unlike], view)
        return _Example(vector, sum(example.decode for example in every), sum(example.encode for example in every))

    def _vector(self, example: Example, model: ModelRecord, wanted: Callable[[], bool]) -> _Example:
        key = (example, model.id, model.fingerprint)
        state = _state_of(example)
        kept = self._vectors.get(key)
        # An example whose file is gone since keeps its vector: another metric must not need the file again.
        if kept is not None and state in (kept.state, None):
            self._vectors.move_to_end(key)
            return _Example(kept.vector)
        if isinstance(example, TextExample):
            found = self._text_vector(example, model, wanted)
        else:
            found = self._picture_vector(example, model, wanted)
        self._vectors[key] = _Remembered(found.vector, state)
        self._vectors.move_to_end(key)
        if len(self._vectors) > _REMEMBERED:
            self._vectors.popitem(last=False)
        return found

    def _text_vector(self, example: TextExample, model: ModelRecord, wanted: Callable[[], bool]) -> _Example:
        began = perf_counter()
        encoder = self._tools.text_encoder(model)
        _check(wanted)
        return _Example(encoder.encode([example.text])[0], encode=_since(began))

    def _picture_vector(self, example: PictureExample, model: ModelRecord, wanted: Callable[[], bool]) -> _Example:
        began = perf_counter()
        try:
            data = _data_of(example)
        except PictureError:
            stored = self._vector_of_offline(example, model)
            if stored is None:
                raise
            return _Example(stored, decode=_since(began))
        content_key = decoder.content_key(data)
        stored = self._library.vector_of(model.id, content_key) if example.region is None else None
        if stored is not None:
            return _Example(stored, decode=_since(began))
        _check(wanted)
        encoder = self._tools.encoder(model)
        opened = perf_counter()
        try:
            decoded = decoder.decode(data, need=resize.need_of(encoder.spec.input), region=example.region)
        except PictureError as error:
            raise PictureError(error.reason, name=_name_of(example)) from error
        pixels = resize.fit(decoded.pixels, encoder.spec.input)
        decode = _since(opened)
        if example.region is not None and example.region.covers(decoded.info.width, decoded.info.height):
            stored = self._library.vector_of(model.id, content_key)
            if stored is not None:
                return _Example(stored, decode=decode)
        _check(wanted)
        encoding = perf_counter()
        vector = encoder.encode(pixels[np.newaxis])[0]
        # The session that was opened for this query belongs to its encoding.
        return _Example(vector, decode=decode, encode=_since(encoding) + (opened - began) * 1e3)

    def _vector_of_offline(self, example: PictureExample, model: ModelRecord) -> Vector | None:
        """An image of the library whose disk is not there just now has its vector all the same."""
        if not isinstance(example, FileExample) or example.region is not None:
            return None
        content_key = self._library.content_at(example.path)
        return None if content_key is None else self._library.vector_of(model.id, content_key)

    # -- the answer -------------------------------------------------------------------------------------------------

    def _scale(self, query: Query, model: ModelRecord, vector: Vector, view: VectorView) -> StrengthScale | None:
        """Of pairs of pictures for one picture; else of this query, whose scores are of another kind."""
        alone = len(query.examples) == 1 and not isinstance(query.like[0], TextExample)
        key = (model.id, model.fingerprint, query.metric, None if alone else vector.tobytes())
        kept = self._scales.get(key)
        if kept is None or not kept.rows / GROWTH <= view.live_rows <= kept.rows * GROWTH:
            made = scale_of_pairs(view, query.metric) if alone else scale_of_query(vector, view, query.metric)
            if len(self._scales) >= _SCALES:
                self._scales.pop(next(iter(self._scales)))
            kept = self._scales[key] = _Scale(made, view.live_rows)
        return kept.scale

    def _graph(self, record: GraphRecord) -> Graph | None:
        """The graph, loaded when a query first needs it and kept until another one is saved."""
        kept = self._graphs.get(record.model_id)
        if kept is None or kept.record != record:
            kept = _OpenGraph(record, self._library.open_graph(record.model_id))
            self._graphs[record.model_id] = kept
        return kept.graph


def _check(wanted: Callable[[], bool]) -> None:
    if not wanted():
        raise Superseded


def _since(began: float) -> float:
    """Milliseconds."""
    return (perf_counter() - began) * 1e3


def _name_of(example: PictureExample) -> str:
    return example.path.name if isinstance(example, FileExample) else example.name


def _data_of(example: PictureExample) -> bytes:
    if not isinstance(example, FileExample):
        return example.data
    try:
        return decoder.read(example.path)
    except PictureError as error:
        raise PictureError(error.reason, name=example.path.name) from error


def _state_of(example: Example) -> tuple[int, int] | None:
    """Tells a file that was changed since its vector was made; None for what has no file, or none just now."""
    if not isinstance(example, FileExample):
        return None
    try:
        status = example.path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
