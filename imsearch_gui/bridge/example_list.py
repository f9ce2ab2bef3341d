"""The examples of the query as its panel lists them: their pictures, and which of them is the current one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.preview import Preview, QueryPicture, ShownExample
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.query_edits import is_like, region_of, swapped, turned, with_example, with_region, without
from imsearch_gui.domain.records import Example, Query, TextExample
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

MOST = 12
"""More would not fit into the panel, and a mean of more says little."""


class ExampleList(QObject):
    """Knows the current example, and what a change to the list makes of the query; asks nothing itself.

    The changes raise QueryError where the query that they would make could not be answered.
    """

    shown = Signal(object, int)
    """tuple[ShownExample, ...] and which of them is the current one; -1 where there is none."""

    def __init__(self, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS) -> None:
        super().__init__(parent)
        self._preview = Preview(self, decoding=decoding)
        self._preview.ready.connect(lambda _: self._tell())
        self._query: Query | None = None
        self._place = 0

    def show(self, query: Query | None, *, anew: Example | None = None) -> None:
        """List the examples of a query; the picture of `anew` is read again, its file may have changed."""
        self._query = query
        if query is not None:
            self._preview.load(query.examples, anew=anew)
        self._tell()

    @property
    def place(self) -> int:
        """Of the current example."""
        return self._place

    def picture_of(self, example: Example) -> QueryPicture | None:
        """The picture of an example, where it was read already."""
        return None if isinstance(example, TextExample) else self._preview.of(example)

    def choose(self, place: int) -> None:
        """Another example is the current one: the one that is shown large, and whose region can be drawn."""
        self._place = place
        self._tell()

    def joined(self, query: Query, example: Example, *, like: bool) -> Query:
        """One example more, which becomes the current one."""
        changed = with_example(query, example, like=like)
        if not changed.like:
            raise QueryError(tr("Something must be looked for: add an example of that first."))
        if len(changed.examples) > MOST:
            raise QueryError(tr("A query takes at most %Ln example(s): remove one first.", "", MOST))
        self._place = changed.examples.index(example)
        return changed

    def removed(self, query: Query, place: int) -> Query:
        """One example less."""
        changed = without(query, place)
        if not changed.like:
            raise QueryError(tr("Something must be looked for: add an example of that first, or clear the query."))
        if place < self._place:
            self._place -= 1
        return changed

    def turned(self, query: Query, place: int) -> Query:
        """An example on the other side: no longer looked for, or looked for again."""
        changed = turned(query, place)
        if not changed.like:
            raise QueryError(tr("Something must be looked for: add an example of that first, then turn this one."))
        self._place = changed.examples.index(query.examples[place])
        return changed

    def swapped(self, query: Query) -> Query:
        """Every example on the other side; the current one stays the current one."""
        if not query.unlike:
            raise QueryError(
                tr("Something must be looked for: add an example of what matches should be less like first.")
            )
        self._place = (self._place - len(query.like)) % len(query.examples)
        return swapped(query)

    def cut(self, query: Query, region: Region | None) -> Query:
        """Another region of the current example; None, or all of its picture, for the whole."""
        example = query.examples[self._place]
        picture = self._preview.of(example)
        if region is not None and picture is not None and region.covers(picture.width, picture.height):
            region = None
        return query if region == region_of(example) else with_region(query, self._place, region)

    def stop(self) -> None:
        """No picture comes after this. Answers at once."""
        self._preview.stop()

    def close(self) -> None:
        """`stop`, then wait for the picture at hand."""
        self._preview.close()

    def _tell(self) -> None:
        query = self._query
        if query is None:
            self._place = 0
            self.shown.emit((), -1)
            return
        self._place = min(max(self._place, 0), len(query.examples) - 1)
        shown = tuple(
            ShownExample(example, is_like(query, place), self._preview.of(example))
            for place, example in enumerate(query.examples)
        )
        self.shown.emit(shown, self._place)
