"""Whether folders are watched because somebody at this computer wants it, or only because a library says so.

A library may come from anybody, and it names its roots itself. One that was made elsewhere and asks for /home/anna/Letters to
be watched would have that folder looked through, and its pictures taken in, the moment it is opened. So each root of a library is
watched once it was chosen in this window to be watched, or once the user has said yes to it. What was said is of that library at
that place: another one that is put there later, and roots that come to it later, are asked about anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.library_care import LibraryCare
from imsearch_gui.bridge.settings_store import SettingsStore, WatchedRoot
from imsearch_gui.domain.records import LibraryState, RootRecord


class WatchConsent(QObject):
    """Remembers the roots that may be watched, each with its library."""

    wanted = Signal(object)
    """tuple[Path, ...]: roots that the open library wants watched, and nobody here has said so; each once while it is open."""
    given = Signal(object)
    """LibraryState: the open library, of which more roots may be watched from now on."""

    def __init__(
        self,
        libraries: LibrarySession,
        indexing: IndexSession,
        care: LibraryCare,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._libraries = libraries
        self._indexing = indexing
        self._settings = settings
        self._asked: frozenset[Path] = frozenset()
        libraries.opened.connect(self._opened)
        libraries.changed.connect(self._ask)
        indexing.writing.connect(self._chosen)
        care.moved.connect(self._follow)

    def watched(self, state: LibraryState) -> tuple[RootRecord, ...]:
        """The roots that the library wants watched and that somebody here wants watched, too."""
        known = {root for library, identity, root in self._settings.watched() if (library, identity) == _of(state)}
        return tuple(root for root in state.roots if root.watch and root.path in known)

    def covers(self, root: Path) -> bool:
        """Whether this root of the open library is watched where the library wants it."""
        state = self._libraries.current
        return state is not None and (*_of(state), root) in self._settings.watched()

    def give(self, state: LibraryState, roots: Iterable[Path]) -> None:
        """The user wants these roots of a library watched."""
        self._remember(*_of(state), roots)

    def take_back(self, state: LibraryState, roots: Iterable[Path]) -> None:
        """The user does not want these roots of a library watched any more; whoever wants it again is asked."""
        self._forget(*_of(state), roots)

    def _opened(self, state: LibraryState) -> None:
        self._asked = frozenset()
        self._ask(state)

    def _ask(self, state: LibraryState) -> None:
        covered = {root.path for root in self.watched(state)} | self._asked
        roots = tuple(root.path for root in state.roots if root.watch and root.path not in covered)
        if roots:
            self._asked |= frozenset(roots)
            self.wanted.emit(roots)

    def _chosen(self, library: Path, identity: str, roots: tuple[Path, ...]) -> None:
        # Indexing again says nothing of watching, and a box that is not ticked says no.
        request = self._indexing.request
        if request is not None and request.watch is True:
            self._remember(library, identity, roots)
        elif request is not None and request.watch is False:
            self._forget(library, identity, roots)

    def _follow(self, before: Path, now: Path) -> None:
        """A root lies elsewhere, as somebody has said in this window."""
        state = self._libraries.current
        if state is not None and self.covers(before):
            self._remember(*_of(state), (now,))

    def _remember(self, library: Path, identity: str, roots: Iterable[Path]) -> None:
        before = self._settings.watched()
        new: list[WatchedRoot] = [(library, identity, root) for root in roots]
        if new := [one for one in new if one not in before]:
            self._settings.keep_watched([*new, *before])
            state = self._libraries.current
            if state is not None and _of(state) == (library, identity):
                self.given.emit(state)

    def _forget(self, library: Path, identity: str, roots: Iterable[Path]) -> None:
        gone = [(library, identity, root) for root in roots]
        # The library itself says otherwise for a moment, which is no reason to ask.
        self._asked |= frozenset(root for _, _, root in gone)
        self._settings.keep_watched([one for one in self._settings.watched() if one not in gone])


def _of(state: LibraryState) -> tuple[Path, str]:
    return state.folder, state.identity
