"""Pictures to be looked at closely: read off the GUI thread, a few of them kept."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imsearch_gui.bridge.images import to_qimage
from imsearch_gui.bridge.lane import Lane, bug_sentence
from imsearch_gui.bridge.preview import source_of
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.query_edits import bare
from imsearch_gui.domain.records import PictureExample, TextExample
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

KEPT_BYTES = 150 << 20
"""Pictures that are kept while somebody looks: what is on the screen, its neighbours, and what was on it a moment ago."""
LARGEST_PIXELS = 48_000_000
"""Of one picture in full, so that a single one fits into what is kept; of a larger one a copy of so many pixels is shown."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture in some size."""

    example: PictureExample
    """Without a region: the whole picture is shown."""
    side: int | None
    """Device pixels that its long side should have; None for all the pixels there are."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A picture that was read."""

    image: QImage
    """Upright; smaller than the picture where it was asked for smaller."""
    width: int
    """Of the whole picture, in its own pixels."""
    height: int


Reader = Callable[[Wish], Sight]
"""Raises PictureError."""


class Viewing(QObject):
    """Reads what is wished for, the first wish first; what is not wished for any more is not begun.

    An answer names its wish, so it cannot land on another picture; answers to what was asked before `clear` never come.
    """

    ready = Signal(object, object)
    """Wish and Sight"""
    failed = Signal(object, str)
    """Wish, and why there is no picture, in a few words."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        read: Reader | None = None,
        kept_bytes: int = KEPT_BYTES,
        decoding: Decoding = IN_PROCESS,
    ) -> None:
        super().__init__(parent)
        self._read = read or (lambda wish: read_sight(wish, decoding))
        self._most_bytes = kept_bytes
        self._lane = Lane("viewing", self)
        self._gate = threading.Lock()
        self._queue: deque[Wish] = deque()
        self._at_work: Wish | None = None
        self._kept: OrderedDict[Wish, Sight] = OrderedDict()
        self._problems: dict[Wish, str] = {}
        self._generation = 0

    @property
    def kept_bytes(self) -> int:
        """What the pictures that are kept take."""
        return sum(sight.image.sizeInBytes() for sight in self._kept.values())

    def kept(self, wish: Wish) -> Sight | None:
        """A picture that is in memory."""
        return self._kept.get(wish)

    def problem(self, wish: Wish) -> str:
        """Why there is no picture, where that is known already; else empty."""
        return self._problems.get(wish, "")

    def wish(self, wishes: Sequence[Wish]) -> None:
        """Read these, in this order, as far as they are not there; earlier wishes that have not begun are dropped."""
        for wish in reversed(wishes):
            if wish in self._kept:
                self._kept.move_to_end(wish)
        missing = [wish for wish in dict.fromkeys(wishes) if wish not in self._kept and wish not in self._problems]
        with self._gate:
            self._queue = deque(wish for wish in missing if wish != self._at_work)
            new = len(self._queue)
        for _ in range(new):
            self._lane.submit(self._next, self._take)

    def clear(self) -> None:
        """Nobody looks any more, or at other pictures: nothing is kept and nothing that was asked is answered."""
        with self._gate:
            self._generation += 1
            self._queue.clear()
            self._at_work = None
        self._kept.clear()
        self._problems.clear()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the picture at hand."""
        self._lane.close()

    def _next(self) -> _Answer | None:
        """Read what is wished for most at this moment. Called on the lane's thread."""
        with self._gate:
            if not self._queue:
                return None
            wish = self._at_work = self._queue.popleft()
            generation = self._generation
        try:
            return _Answer(wish, generation, self._read(wish), "")
        except PictureError as error:
            return _Answer(wish, generation, None, error.reason)
        except Exception as error:  # noqa: BLE001
            # Our bug, on one picture: it goes to the log, and the next one can be looked at.
            return _Answer(wish, generation, None, bug_sentence(error))

    def _take(self, answer: _Answer | None) -> None:
        if answer is None or answer.generation != self._generation:
            return
        with self._gate:
            if self._at_work == answer.wish:
                self._at_work = None
        if answer.sight is None:
            self._problems[answer.wish] = answer.problem
            self.failed.emit(answer.wish, answer.problem)
            return
        self._keep(answer.wish, answer.sight)
        self.ready.emit(answer.wish, answer.sight)

    def _keep(self, wish: Wish, sight: Sight) -> None:
        self._kept[wish] = sight
        while self.kept_bytes > self._most_bytes and len(self._kept) > 1:
            self._kept.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Answer:
    wish: Wish
    generation: int
    sight: Sight | None
    problem: str


def wish_for(example: PictureExample, side: int | None) -> Wish:
    """A wish for the whole picture of an example, `side` device pixels long or in full."""
    whole = bare(example)
    assert not isinstance(whole, TextExample)
    return Wish(whole, side)


def read_sight(wish: Wish, decoding: Decoding = IN_PROCESS) -> Sight:
    """Raises PictureError for what cannot be read."""
    from imsearch_gui.imaging import views

    source = source_of(wish.example)
    if wish.side is None:
        view = decoding.run(views.in_full, source, LARGEST_PIXELS)
    else:
        view = decoding.run(views.shrunk, source, wish.side)
    return Sight(to_qimage(view.pixels), view.width, view.height)
