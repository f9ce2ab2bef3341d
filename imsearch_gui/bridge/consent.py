"""Whether folders are watched because somebody at this computer wants it, or only because a library says so.

A library may come from anybody, and it names its roots itself. One that was made elsewhere and asks for /home/anna/Letters to
be watched would have that folder looked through, and its pictures taken in, the moment it is opened. So what a library wants
watched is watched once its folders were chosen in this window, or once the user has said yes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.records import IndexRequest, LibraryState


class WatchConsent(QObject):
    """Remembers the libraries whose folders may be watched."""

    wanted = Signal(object)
    """tuple[Path, ...]: roots that the library that was just opened wants watched, and nobody here has said so."""
    given = Signal(object)
    """LibraryState: the open library, whose folders may be watched from now on."""

    def __init__(
        self, libraries: LibrarySession, indexing: IndexSession, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._libraries = libraries
        self._indexing = indexing
        self._settings = settings
        if settings.watched() is None:
            # Libraries of versions that did not ask.
            settings.keep_watched(settings.recent())
        libraries.opened.connect(self._opened)
        indexing.started.connect(self._started)

    def covers(self, library: Path) -> bool:
        """Whether what this library wants watched is watched."""
        return library in (self._settings.watched() or ())

    def give(self) -> None:
        """The user wants it for the open library."""
        state = self._libraries.current
        if state is not None and not self.covers(state.folder):
            self._remember(state.folder)
            self.given.emit(state)

    def _opened(self, state: LibraryState) -> None:
        roots = tuple(root.path for root in state.roots if root.watch)
        if roots and not self.covers(state.folder):
            self.wanted.emit(roots)

    def _started(self, request: IndexRequest) -> None:
        library = self._indexing.library
        # Indexing again says nothing of watching; choosing folders in the wizard does.
        if library is not None and request.watch is not None and not self.covers(library):
            self._remember(library)

    def _remember(self, library: Path) -> None:
        self._settings.keep_watched([library, *(self._settings.watched() or ())])
