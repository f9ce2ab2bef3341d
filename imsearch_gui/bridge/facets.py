"""What the open library has to filter by, counted while somebody wants to see it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from imsearch_gui.bridge.lane import Lane
from imsearch_gui.domain.facets import Facets
from imsearch_gui.domain.records import LibraryState

AGAIN_MS = 2000
"""A job commits several times a second; the counts follow at this distance."""


class FacetReader(QObject):
    """Counts when it is first wanted, and again after the library has changed, as long as it is."""

    counted = Signal(object)
    """Facets; empty ones for another library that has not been counted yet."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("facets", self)
        self._folder: Path | None = None
        self._wanted = self._stale = self._busy = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._read)

    def use_library(self, state: LibraryState) -> None:
        """Another library than before."""
        self._folder, self._stale = state.folder, True
        self._again.stop()
        self.counted.emit(Facets())
        self._read()

    def library_changed(self, state: LibraryState) -> None:
        """The same library, with more or other images."""
        self._folder = state.folder
        self.again()

    def again(self) -> None:
        """Something that is counted has changed, marks for one."""
        self._stale = True
        if self._wanted and not self._again.isActive():
            self._again.start()

    def leave(self) -> None:
        """There is no library any more."""
        self._folder = None
        self._again.stop()
        self.counted.emit(Facets())

    def want(self, wanted: bool) -> None:
        """Whether somebody looks at the counts."""
        self._wanted = wanted
        self._read()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._again.stop()
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the count at hand."""
        self.stop()
        self._lane.close()

    def _read(self) -> None:
        folder = self._folder
        if folder is None or self._busy or not (self._wanted and self._stale):
            return
        self._busy, self._stale = True, False

        def done(facets: Facets) -> None:
            self._busy = False
            if folder == self._folder:
                self.counted.emit(facets)
            self._read()

        def failed(sentence: str) -> None:
            self._busy, self._stale = False, True
            if folder == self._folder:
                self.failed.emit(sentence)
            else:
                self._read()

        self._lane.submit(lambda: _count(folder), done, failed)


def _count(folder: Path) -> Facets:
    from imsearch_gui.library.facets import facets_of
    from imsearch_gui.library.library import Library

    with Library.open(folder) as library:
        return facets_of(library)
