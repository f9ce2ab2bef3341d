"""Which library is open, and what the window needs to know of it."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imsearch_gui import paths
from imsearch_gui.bridge.lane import Lane, NewestLane
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.domain.settings import LAST_LIBRARY

SAMPLES = "Sample pictures"
_log = logging.getLogger(__name__)


class LibrarySession(QObject):
    """At most one library is open; opening another one closes it."""

    opened = Signal(object)
    """LibraryState: another library than before."""
    changed = Signal(object)
    """LibraryState: the same library, after something was committed."""
    failed = Signal(str)
    """A library could not be opened; the one before stays."""
    closed = Signal()
    """No library is open any more."""
    skipped_listed = Signal(object)
    """tuple[Skipped, ...], the answer to `list_skipped`."""

    opening_changed = Signal(object)
    """Path of the library that is on its way; None once it is open, or could not be opened."""

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lane = NewestLane("library", self)
        self._state_lane = Lane("library state", self)
        self._looking = self._look_again = False
        self.current: LibraryState | None = None

    def open(self, folder: Path) -> None:
        """Open the library in `folder`; of several that are asked for in a row, the last one."""
        self.opening_changed.emit(folder)
        self._lane.ask(lambda _: _state_of(folder), self._opened, self._not_opened)

    @property
    def opening(self) -> bool:
        """Whether a library is on its way."""
        return self._lane.busy

    def open_last(self) -> bool:
        """Open the library used last; False where there is none to be remembered."""
        name = str(self._settings.get(LAST_LIBRARY))
        if name:
            self.open(Path(name))
        return bool(name)

    def refresh(self) -> None:
        """Look again at what is in the open library."""
        if self.current is None:
            return
        if self._looking:
            self._look_again = True
            return
        folder = self.current.folder
        self._looking, self._look_again = True, False
        self._state_lane.submit(lambda: _state_of(folder), self._refreshed, self._refresh_failed)

    def list_skipped(self) -> None:
        """Ask for the skipped files of the open library."""
        if self.current is not None:
            folder = self.current.folder
            self._state_lane.submit(lambda: _skipped_of(folder), self.skipped_listed.emit, self.failed.emit)

    def leave(self) -> None:
        """Close the open library; what is asked about it is not answered any more."""
        self._lane.forget()
        self._settings.set(LAST_LIBRARY, "")
        if self.current is not None:
            self.current = None
            self.closed.emit()

    def forget(self, folder: Path) -> None:
        """Take a library off the list; it stays on the disk."""
        self._settings.forget(folder)

    def recent(self) -> list[Path]:
        """Libraries that were open before, the last one first."""
        return self._settings.recent()

    def folder_for(self, name: str) -> Path:
        """Where a new library of this name is put: a folder that is not there yet."""
        plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", name).strip(" .") or "Library"
        base = paths.default_libraries()
        candidates = [base / plain, *(base / f"{plain} {number}" for number in range(2, 1000))]
        return next((folder for folder in candidates if not folder.exists()), candidates[-1])

    def samples_folder(self) -> Path:
        """The library of the sample pictures."""
        return paths.default_libraries() / SAMPLES

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()
        self._state_lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is being read."""
        self.stop()
        self._lane.close()
        self._state_lane.close()

    def _opened(self, state: LibraryState) -> None:
        self.opening_changed.emit(None)
        self._take(state)

    def _not_opened(self, sentence: str) -> None:
        self.opening_changed.emit(None)
        self.failed.emit(sentence)

    def _refreshed(self, state: LibraryState) -> None:
        # A library that was opened meanwhile is not given up for news of the one before.
        if self.current is not None and self.current.folder == state.folder:
            self._take(state)
        self._looked()

    def _refresh_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)
        self._looked()

    def _looked(self) -> None:
        self._looking = False
        if self._look_again:
            self.refresh()

    def _take(self, state: LibraryState) -> None:
        before, self.current = self.current, state
        self._settings.set(LAST_LIBRARY, str(state.folder))
        self._settings.used(state.folder)
        if before is None or before.folder != state.folder:
            self.opened.emit(state)
        elif before != state:
            self.changed.emit(state)


def _state_of(folder: Path) -> LibraryState:
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.library.care import identity_of, name_of
    from imsearch_gui.library.library import Library
    from imsearch_gui.searching.tools import abilities

    with Library.open(folder) as library:
        if not identity_of(library):
            _identify(folder)
        # Once: counting their vectors takes a tenth of a second where there are a million.
        models = tuple(library.models())
        able = abilities(models, ModelStore())
        return LibraryState(
            folder=folder,
            name=name_of(library),
            images=library.image_count(),
            skipped=library.skipped_count(),
            roots=tuple(library.roots()),
            models=models,
            word_models=able.words,
            patch_models=able.patches,
            identity=identity_of(library),
        )


def _identify(folder: Path) -> None:
    from imsearch_gui.domain.errors import LibraryError
    from imsearch_gui.library.care import identify

    try:
        identify(folder)
    except LibraryError as error:
        # Read-only, or busy with a long change: it is looked at all the same, and asked again the next time.
        _log.info("%s gets no identity: %s", folder, error)


def _skipped_of(folder: Path) -> tuple[Skipped, ...]:
    from imsearch_gui.library.library import Library

    with Library.open(folder) as library:
        return tuple(library.skipped())
