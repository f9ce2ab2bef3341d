"""The queries that were answered, one behind the other, and which of them is asked now: what undo and redo walk on. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from imsearch_gui.domain.records import PixelsExample, Query

MOST = 100
"""Steps that can be undone."""
MOST_BYTES = 256 * 2**20
"""Of pictures without a file that the steps may hold; the oldest steps go first."""
BURST_S = 1.5
"""Changes of one kind that follow each other more quickly than this are one step."""


@dataclass(frozen=True, slots=True)
class Steps:
    """`now` is None where nothing is asked; that is a step only at the end, after a query was cleared."""

    past: tuple[Query, ...] = ()
    """The oldest first."""
    now: Query | None = None
    future: tuple[Query | None, ...] = ()
    """What was undone, the next one first."""
    kind: str = ""
    """Of the change that led to `now`; empty for one that stands for itself."""
    at: float = 0.0
    """When that was, in seconds of any clock that only goes forward."""

    @property
    def can_undo(self) -> bool:
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        return bool(self.future)

    def recorded(self, query: Query | None, kind: str = "", at: float = 0.0) -> Steps:
        """One step more, behind which nothing can be redone; in a burst it takes the place of the one before."""
        if query == self.now:
            return self
        if kind and kind == self.kind and at - self.at <= BURST_S:
            return replace(self, now=query, future=(), at=at)
        past = self.past if self.now is None else (*self.past, self.now)
        return Steps(_bounded(past, query), query, (), kind, at)

    def undone(self) -> Steps:
        """One step back; the same where there is none."""
        if not self.past:
            return self
        return Steps(self.past[:-1], self.past[-1], (self.now, *self.future))

    def redone(self) -> Steps:
        """One step forward again; the same where there is none."""
        if not self.future:
            return self
        past = self.past if self.now is None else (*self.past, self.now)
        return Steps(past, self.future[0], self.future[1:])


def _bounded(past: tuple[Query, ...], now: Query | None) -> tuple[Query, ...]:
    """The newest of the past, as many as may be kept."""
    kept = past[-MOST:]
    while kept and _bytes((*kept, now)) > MOST_BYTES:
        kept = kept[1:]
    return kept


def _bytes(queries: Iterable[Query | None]) -> int:
    """Of pictures without a file; one that is in several queries is held once."""
    examples = (example for query in queries if query is not None for example in query.examples)
    return sum(len(data) for data in {id(e.data): e.data for e in examples if isinstance(e, PixelsExample)}.values())
