"""What was asked lately of the open library, and the searches that somebody saved there."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from imsearch_gui import paths
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.bridge.reasons import keep_reason
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.domain.errors import KnownError, PictureError
from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.domain.query_edits import bare
from imsearch_gui.domain.records import LibraryState, Query, SearchResult, TextExample
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

if TYPE_CHECKING:
    from imsearch_gui.library.kept import KeptQueries

HISTORY = 50
SAVED = 500
SETTLE_MS = 1500
"""A query that gives way to another one before this was on the way to that, and is not remembered."""
SIDE = 128
"""Pixels of a thumbnail: what a list shows, at double scale."""
Lists = tuple[tuple[KeptQuery, ...], tuple[KeptQuery, ...]]


class QueryKeeper(QObject):
    """The history lies in the user's state folder; what is saved lies in the library and goes where it goes."""

    listed = Signal(object, object)
    """The saved ones and the history, each a tuple[KeptQuery, ...], the newest first."""
    failed = Signal(str)

    def __init__(
        self, search: SearchSession, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS
    ) -> None:
        super().__init__(parent)
        self._decoding = decoding
        self._search = search
        self._lane = Lane("kept queries", self)
        self._folder: Path | None = None
        self._coming: Query | None = None
        self._noted: Query | None = None
        self._said: set[str] = set()
        """Of the lists of this library; they are read at each query, and are not said to be damaged as often."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._remember)
        search.answered.connect(self._note)

    def use_library(self, state: LibraryState) -> None:
        """Another library than before."""
        self._remember()
        self._folder, self._noted = state.folder, None
        self._said.clear()
        self.refresh()

    def leave(self) -> None:
        """There is no library any more."""
        self._settle.stop()
        self._folder = self._coming = self._noted = None
        self.listed.emit((), ())

    def refresh(self) -> None:
        """List them anew: files may have gone or come back."""
        self._do(lambda _: None)

    def save(self, name: str) -> None:
        """Keep the query of now under a name; what was saved under that name before gives way."""
        query, plain = self._search.query, " ".join(name.split())
        if query is None or not plain:
            return
        picture = self._thumbnail_of(query)
        now = time.time()
        self._do(lambda places: places.saved.add(query, now, thumbnail=picture(), name=plain))

    def rename(self, identity: str, name: str) -> None:
        """Call a saved search otherwise."""
        if plain := " ".join(name.split()):
            self._do(lambda places: places.saved.rename(identity, plain))

    def remove(self, kept: KeptQuery) -> Callable[[], None]:
        """Delete a saved search, or take a query out of the history; returns what brings it back."""
        found: list[Query] = []

        def work(places: _Places) -> None:
            place = places.of(kept)
            if not kept.missing:
                found.append(place.query(kept.id))
            place.remove(kept.id)

        def bring_back() -> None:
            self._do(
                lambda places: [
                    places.of(kept).add(query, kept.when, thumbnail=kept.thumbnail, name=kept.name)
                    for query in found or [kept.query]
                ]
            )

        self._do(work)
        return bring_back

    def clear_history(self) -> None:
        """Forget what was asked, and delete what was kept for it."""
        self._settle.stop()
        self._do(lambda places: places.history.clear())

    def ask(self, kept: KeptQuery) -> None:
        """Ask it again, as it was."""
        folder = self._folder
        if folder is None:
            return

        def ask(query: Query) -> None:
            if folder == self._folder:
                self._search.ask_again(query)

        self._lane.submit(lambda: _Places(folder).of(kept).query(kept.id), ask, self.failed.emit)

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._settle.stop()
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is being written."""
        self.stop()
        self._lane.close()

    def _note(self, result: SearchResult) -> None:
        # The library may have grown, and the same be asked again unasked: that is no news.
        if result.query != self._noted:
            self._coming = self._noted = result.query
            self._settle.start()

    def _remember(self) -> None:
        self._settle.stop()
        query, self._coming = self._coming, None
        if query is not None:
            picture, now = self._thumbnail_of(query), time.time()
            self._do(lambda places: places.history.add(query, now, thumbnail=picture()))

    def _do(self, work: Callable[[_Places], object]) -> None:
        """Change something, and list what is there then."""
        folder = self._folder
        if folder is None:
            return
        places = _Places(folder)

        def change() -> Lists:
            work(places)
            return places.listed(places.saved), places.listed(places.history)

        def done(lists: Lists) -> None:
            self._say_once(places)
            if folder == self._folder:
                self.listed.emit(*lists)

        def failed(sentence: str) -> None:
            self._say_once(places)
            self.failed.emit(sentence)

        self._lane.submit(change, done, failed)

    def _say_once(self, places: _Places) -> None:
        if places.folder == self._folder:
            for sentence in dict.fromkeys(places.said):
                if sentence not in self._said:
                    self._said.add(sentence)
                    self.failed.emit(sentence)

    def _thumbnail_of(self, query: Query) -> Callable[[], bytes]:
        """Makes a small PNG of its first picture, off this thread; empty where that has none."""
        example = next((one for one in query.examples if not isinstance(one, TextExample)), None)
        if example is None:
            return lambda: b""
        known, decoding = self._search.picture_of(example), self._decoding

        def make() -> bytes:
            from imsearch_gui.bridge.preview import read_preview

            try:
                shown = known or read_preview(bare(example), decoding)  # type: ignore[arg-type]
            except PictureError:
                return b""  # it may be offline; the name says what it was
            return _small(shown.image)

        return make


def _small(image: QImage) -> bytes:
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.scaled(SIDE, SIDE, keep, smooth).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class _Places:
    """Where the queries of a library are kept, and what is wrong there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []

    @property
    def saved(self) -> KeptQueries:
        from imsearch_gui.library.kept import SEARCHES, KeptQueries

        return KeptQueries(self.folder / SEARCHES, SAVED, self.said.append)

    @property
    def history(self) -> KeptQueries:
        from hashlib import sha256  # brings OpenSSL, which the first paint does without

        from imsearch_gui.library.kept import KeptQueries

        key = sha256(str(self.folder).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return KeptQueries(paths.history() / key, HISTORY, self.said.append)

    def of(self, kept: KeptQuery) -> KeptQueries:
        """Where one is kept."""
        return self.saved if kept.name else self.history

    def listed(self, place: KeptQueries) -> tuple[KeptQuery, ...]:
        """None of them where they cannot be read; the other list has no part in that."""
        try:
            return place.listed()
        except KnownError as error:
            keep_reason(str(error), error)
            self.said.append(str(error))
            return ()
