"""The examples of a query become one vector. Kept for the last few, so that another metric costs no inference."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Vector
from imsearch_gui.domain.records import Example, FileExample, ModelRecord, PictureExample, Query, TextExample
from imsearch_gui.imaging import decoder, views
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding
from imsearch_gui.library.library import Library
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.combine import combined
from imsearch_gui.searching.newest import Newest
from imsearch_gui.searching.tools import Tools

_REMEMBERED = 16
"""Vectors of examples that are kept: someone comparing a few pictures goes back and forth between them."""

Wanted = Callable[[], bool]


class Superseded(Exception):
    """The query is no longer wanted; it was given up between two stages. No error: somebody asked something newer."""


def check(wanted: Wanted) -> None:
    """Raises Superseded where the query is not wanted any more."""
    if not wanted():
        raise Superseded


def since(began: float) -> float:
    """Milliseconds."""
    return (perf_counter() - began) * 1e3


@dataclass(frozen=True, slots=True)
class QueryVector:
    """The vector of an example, or of all, and the milliseconds it took."""

    vector: Vector
    decode: float = 0.0
    encode: float = 0.0


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A vector that was made before, and the size and time of the file it was made from."""

    vector: Vector
    state: tuple[int, int] | None


class QueryVectors:
    """Makes them for one library; use it from one thread."""

    def __init__(self, library: Library, tools: Tools, decoding: Decoding = IN_PROCESS) -> None:
        self._library = library
        self._tools = tools
        self._decoding = decoding
        self._vectors: Newest[Hashable, _Remembered] = Newest(_REMEMBERED)

    def clear(self) -> None:
        self._vectors.clear()

    def of(self, query: Query, model: ModelRecord, view: VectorView, wanted: Wanted) -> QueryVector:
        """One vector for all examples; the times are sums. Raises as `Searcher.search` does."""
        if not query.like:
            raise QueryError(
                tr("Say what to look for, too: a query needs at least one example that matches should be like.")
            )
        like = [self._vector(example, model, wanted) for example in query.like]
        unlike = [self._vector(example, model, wanted) for example in query.unlike]
        every = like + unlike
        if len(every) == 1 and not isinstance(query.like[0], TextExample):
            return every[0]
        vector = combined([example.vector for example in like], [example.vector for example in unlike], view)
        return QueryVector(vector, sum(example.decode for example in every), sum(example.encode for example in every))

    def _vector(self, example: Example, model: ModelRecord, wanted: Wanted) -> QueryVector:
        key = (example, model.id, model.fingerprint)
        state = state_of(example)
        kept = self._vectors.get(key)
        # An example whose file is gone since keeps its vector: another metric must not need the file again.
        if kept is not None and state in (kept.state, None):
            return QueryVector(kept.vector)
        if isinstance(example, TextExample):
            found = self._text_vector(example, model, wanted)
        else:
            found = self._picture_vector(example, model, wanted)
        self._vectors.put(key, _Remembered(found.vector, state))
        return found

    def _text_vector(self, example: TextExample, model: ModelRecord, wanted: Wanted) -> QueryVector:
        began = perf_counter()
        encoder = self._tools.text_encoder(model)
        check(wanted)
        return QueryVector(encoder.encode([example.text])[0], encode=since(began))

    def _picture_vector(self, example: PictureExample, model: ModelRecord, wanted: Wanted) -> QueryVector:
        began = perf_counter()
        try:
            data = _data_of(example)
        except PictureError:
            stored = self._vector_of_offline(example, model)
            if stored is None:
                raise
            return QueryVector(stored, decode=since(began))
        content_key = decoder.content_key(data)
        stored = self._library.vector_of(model.id, content_key) if example.region is None else None
        if stored is not None:
            return QueryVector(stored, decode=since(began))
        check(wanted)
        encoder = self._tools.encoder(model)
        opened = perf_counter()
        try:
            # A file is read once more where it is decoded, which takes less time than to send what is in it.
            source = example.path if isinstance(example, FileExample) else data
            seen = self._decoding.run(views.fitted, source, encoder.spec.input, example.region)
        except PictureError as error:
            raise PictureError(error.reason, name=_name_of(example)) from error
        decode = since(opened)
        if example.region is not None and example.region.covers(seen.width, seen.height):
            stored = self._library.vector_of(model.id, content_key)
            if stored is not None:
                return QueryVector(stored, decode=decode)
        check(wanted)
        encoding = perf_counter()
        vector = encoder.encode(seen.pixels[np.newaxis])[0]
        # The session that was opened for this query belongs to its encoding.
        return QueryVector(vector, decode=decode, encode=since(encoding) + (opened - began) * 1e3)

    def _vector_of_offline(self, example: PictureExample, model: ModelRecord) -> Vector | None:
        """An image of the library whose disk is not there just now has its vector all the same."""
        if not isinstance(example, FileExample) or example.region is not None:
            return None
        content_key = self._library.content_at(example.path)
        return None if content_key is None else self._library.vector_of(model.id, content_key)


def _name_of(example: PictureExample) -> str:
    return example.path.name if isinstance(example, FileExample) else example.name


def _data_of(example: PictureExample) -> bytes:
    if not isinstance(example, FileExample):
        return example.data
    try:
        return decoder.read(example.path)
    except PictureError as error:
        raise PictureError(error.reason, name=example.path.name) from error


def state_of(example: Example) -> tuple[int, int] | None:
    """Tells a file that was changed since its vector was made; None for what has no file, or none just now."""
    if not isinstance(example, FileExample):
        return None
    try:
        status = example.path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
