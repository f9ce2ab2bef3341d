"""What a match is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionRange

from imsearch_gui.bridge.search_session import ShownExample
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.query_edits import region_of
from imsearch_gui.domain.records import TextExample
from imsearch_gui.ui.example_list import name_of
from imsearch_gui.ui.viewer.pane import Subject


class Sides:
    """The picture on the other side: an example of the query, or the first of two matches that were selected."""

    def __init__(self) -> None:
        self._shown: tuple[ShownExample, ...] = ()
        self._places: list[int] = []
        self._chosen = 0
        self.pinned: Subject | None = None
        """A match in the place of the query."""

    def show_examples(self, shown: Sequence[ShownExample], current: int) -> None:
        """The examples of the query, and which of them its panel shows; that one is compared with, unless it is words."""
        before = [one.example for one in self._shown]
        self._shown = tuple(shown)
        self._places = [place for place, one in enumerate(shown) if not isinstance(one.example, TextExample)]
        if [one.example for one in shown] != before or current in self._places:
            self._chosen = self._places.index(current) if current in self._places else 0

    def turn(self) -> None:
        """On to the next example."""
        if self._places:
            self._chosen = (self._chosen + 1) % len(self._places)

    @property
    def examples(self) -> int:
        """Pictures in the query; 0 while a match stands in their place."""
        return 0 if self.pinned is not None else len(self._places)

    @property
    def chosen(self) -> int:
        """Which of them, counted from 0."""
        return self._chosen

    def caption(self, name: str) -> str:
        """What is said above the picture of this name: what it is to the match."""
        if self.pinned is not None:
            return tr("Match: {0}").format(name)
        like = not self._places or self._shown[self._places[self._chosen]].like
        return (tr("Query: {0}") if like else tr("Less like: {0}")).format(name)

    @property
    def subject(self) -> Subject | None:
        """What is to be shown; None where there is no picture, or where it is being read."""
        if self.pinned is not None or not self._places:
            return self.pinned
        one = self._shown[self._places[self._chosen]]
        if one.picture is None or isinstance(one.example, TextExample):
            return None
        picture = one.picture
        return Subject(
            name_of(one.example),
            one.example,
            picture.width,
            picture.height,
            region_of(one.example),
            thumbnail=picture.image,
        )

    @property
    def words(self) -> tuple[str, str]:
        """What stands in the place of the picture."""
        if self._places:
            return tr("The picture of the query is being read"), tr("It appears here as soon as it is there.")
        return (
            tr("The query is made of words"),
            tr(
                "There is no picture to compare with. Select two matches and compare them with each other, or add a picture"
                " to the query."
            ),
        )


def rows_of(selection: QItemSelection, most: int) -> list[int]:
    """The first rows that are selected, at most so many, in the order that is shown; a selection may hold a million."""
    parts = (range(part.top(), min(part.bottom() + 1, part.top() + most)) for part in _parts(selection))
    return sorted({row for part in parts for row in part})[:most]


def selected_count(selection: QItemSelection) -> int:
    """How many rows are selected."""
    spans = {(part.top(), part.bottom()) for part in _parts(selection)}
    return sum(bottom - top + 1 for top, bottom in spans)


def _parts(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(place) for place in range(selection.count())]
