"""Looks after the roots of the open library: whether they are there, and whether something in them has changed.

A change begins a job of the program itself for that one root: once it has been quiet there for a moment, not too often, and never
while another job runs. It is done for every model of the library, the one that is searched with first: pictures that only
some of the models know would be missing whenever another model is chosen.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from imsearch_gui.bridge.consent import WatchConsent
from imsearch_gui.bridge.folder_notices import Notices
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.watched import Watched
from imsearch_gui.domain.errors import FolderOffline, KnownError, LibraryBusy
from imsearch_gui.domain.language import mark, tr
from imsearch_gui.domain.library_facts import RootFacts, Way
from imsearch_gui.domain.records import IndexRequest, LibraryState
from imsearch_gui.domain.settings import RESCAN_MINUTES

_OUR_FAULT = mark(
    "Something went wrong inside the program while a watched folder was looked through; the log has the details."
)
COMPLETE = 0.9
"""Share of the images that a model must know to be kept up to date: one that was given up half way is left alone."""

Begin = Callable[[Path, str], bool]
"""(root, model id) -> whether a job was begun."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds."""

    quiet: float = 2.0
    """Nothing may have changed for so long: a file that is being copied is not complete before."""
    most: float = 15.0
    """Where changes go on and on, a job begins all the same, and no sooner than this after the last one."""
    busy: float = 30.0
    """Until the next try, where another program writes to the library."""
    look: float = 10.0
    """Between two looks whether the roots are there."""
    tick: float = 0.5
    """How often it is seen whether something is due."""
    start: float = 5.0
    """A library that was just opened is searched first; then one looks what has changed while it was closed."""


class Due:
    """Which roots are to be looked through when."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._first: dict[Path, float] = {}
        self._last: dict[Path, float] = {}
        self._begun: dict[Path, float] = {}

    def __bool__(self) -> bool:
        return bool(self._first)

    def note(self, root: Path, now: float) -> None:
        """Something has changed in it."""
        self._first.setdefault(root, now)
        self._last[root] = max(now, self._last.get(root, now))

    def delay(self, root: Path, until: float) -> None:
        """Look through it, but not before then."""
        self.note(root, until - self._pace.quiet)
        self._begun[root] = until - self._pace.most

    def take(self, now: float) -> Path | None:
        """A root whose time has come; it is not due any more then."""
        for root, first in self._first.items():
            quiet = now - self._last[root] >= self._pace.quiet or now - first >= self._pace.most
            if quiet and now - self._begun.get(root, float("-inf")) >= self._pace.most:
                self.forget(root)
                self._begun[root] = now
                return root
        return None

    def forget(self, root: Path) -> None:
        self._first.pop(root, None)
        self._last.pop(root, None)

    def clear(self) -> None:
        for kept in (self._first, self._last, self._begun):
            kept.clear()


class Watching(QObject):
    """Begins jobs, tells which roots have gone and come back, and how each watched one is watched."""

    ways_changed = Signal()
    """`ways` says something else than before."""
    went_offline = Signal(object)
    """tuple[RootFacts, ...] of roots that are not there any more, or were not when the library was opened."""
    came_back = Signal(object)
    """tuple[Path, ...]"""
    armed = Signal()
    """The system listens to what it was told to."""
    failed = Signal(str)
    """One sentence, each once in a library."""

    _noticed = Signal(object)
    _overflowed = Signal(object)

    def __init__(
        self,
        libraries: LibrarySession,
        indexing: IndexSession,
        settings: SettingsStore,
        consent: WatchConsent,
        begin: Begin,
        parent: QObject | None = None,
        *,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._libraries = libraries
        self._indexing = indexing
        self._settings = settings
        self._consent = consent
        self._begin = begin
        self._pace = pace or Pace()
        self._clock = clock
        self._due = Due(self._pace)
        self._notices = Notices(self._noticed.emit, self._overflowed.emit)
        # Setting up the watch of a hundred thousand folders, and asking a dead network folder, take their time.
        self._lane = Lane("watch", self, at_end=self._notices.close)
        self._look_lane = Lane("look", self)
        self._looking = False
        self._waiting: deque[tuple[Path, str]] = deque()
        self._job: tuple[Path, str] | None = None
        self._folders: tuple[Path, ...] = ()
        """Of the job that was begun last."""
        self._offline: frozenset[Path] = frozenset()
        self._asked_for: tuple[Watched, ...] = ()
        self._said: set[str] = set()
        self.ways: Mapping[Path, Way] = {}
        """Of the watched roots that are there."""
        self._ticks = _timer(self, self._pace.tick, self._tick)
        self._looks = _timer(self, self._pace.look, self.look)
        self._rescans = _timer(self, 60.0, self._rescan)
        self._connect()

    def _connect(self) -> None:
        self._noticed.connect(self.note, Qt.ConnectionType.QueuedConnection)
        self._overflowed.connect(
            lambda root: self._armed({**self.ways, root: Way.LIMIT}), Qt.ConnectionType.QueuedConnection
        )
        self._libraries.opened.connect(self._opened)
        self._libraries.changed.connect(self._changed)
        self._libraries.closed.connect(self._closed)
        self._consent.given.connect(self._changed)
        self._settings.changed.connect(lambda key: self._armed(self.ways) if key == RESCAN_MINUTES.key else None)
        indexing = self._indexing
        indexing.started.connect(self._started)
        indexing.ended.connect(self._tick)
        indexing.finished.connect(lambda _: self._forget_job())
        indexing.cancelled.connect(self._give_up)
        indexing.gave_up.connect(self._failed)
        indexing.set_aside.connect(self._set_aside)

    def note(self, root: Path) -> None:
        """Something has changed in a root; it is looked through in a moment."""
        if any(watched.path == root for watched in self._asked_for):
            self._due.note(root, self._clock())
            self._start_ticking()

    def look(self) -> None:
        """See whether the roots are there."""
        state = self._libraries.current
        if state is None or self._looking or not state.roots:
            return
        self._looking = True
        self._look_lane.submit(lambda: _online(state), lambda online: self._looked(state, online), self._look_failed)

    def stop(self) -> None:
        """No answer comes after this, and no job is begun. Answers at once."""
        for timer in (self._ticks, self._looks, self._rescans):
            timer.stop()
        self._due.clear()
        self._waiting.clear()
        self._notices.stop()
        self._lane.stop()
        self._look_lane.stop()

    def close(self) -> None:
        """`stop`, then wait until nothing is listened to any more."""
        self.stop()
        self._lane.close()
        self._look_lane.close()

    # -- which roots ------------------------------------------------------------------------------------------------

    def _opened(self, state: LibraryState) -> None:
        self._forget()
        self._looks.start()
        self._follow(state)
        for watched in self._asked_for:
            self._due.delay(watched.path, self._clock() + self._pace.start)
        if self._due:
            self._start_ticking()

    def _changed(self, state: LibraryState) -> None:
        before = {watched.path for watched in self._asked_for}
        self._follow(state)
        for watched in self._asked_for:
            # What has come back, or is watched from now on, may have changed meanwhile.
            if watched.path not in before:
                self.note(watched.path)

    def _closed(self) -> None:
        self._forget()
        self._listen((), Path())

    def _forget(self) -> None:
        for timer in (self._ticks, self._looks, self._rescans):
            timer.stop()
        self._due.clear()
        self._waiting.clear()
        self._said.clear()
        self._job, self._offline = None, frozenset()

    def _follow(self, state: LibraryState) -> None:
        self._tell_offline(state)
        roots = [root for root in self._consent.watched(state) if root.online]
        self._listen(tuple(Watched(root.path, root.recursive) for root in roots), state.folder)

    def _listen(self, roots: tuple[Watched, ...], library: Path) -> None:
        if roots == self._asked_for:
            return
        self._asked_for = roots
        self._lane.submit(lambda: self._notices.watch(roots, library), self._armed, self.failed.emit)

    def _armed(self, ways: Mapping[Path, Way]) -> None:
        if ways != self.ways:
            self.ways = ways
            self.ways_changed.emit()
        if any(way.scheduled for way in ways.values()):
            self._rescans.start(int(self._settings.get(RESCAN_MINUTES)) * 60_000)
        else:
            self._rescans.stop()
        self.armed.emit()

    def _rescan(self) -> None:
        for root, way in self.ways.items():
            if way.scheduled:
                self.note(root)

    # -- whether they are there -------------------------------------------------------------------------------------

    def _tell_offline(self, state: LibraryState) -> None:
        offline = frozenset(root.path for root in state.roots if not root.online)
        gone, back = offline - self._offline, self._offline - offline
        self._offline = offline
        if gone:
            self._look_lane.submit(lambda: _facts_of(state.folder, gone), self.went_offline.emit, self.failed.emit)
        still = {root.path for root in state.roots}
        if known := tuple(sorted(back & still)):
            self.came_back.emit(known)

    def _looked(self, state: LibraryState, online: Sequence[bool]) -> None:
        self._looking = False
        if self._libraries.current is state and [root.online for root in state.roots] != list(online):
            self._libraries.refresh()

    def _look_failed(self, sentence: str) -> None:
        self._looking = False
        self._say(sentence)

    def _start_ticking(self) -> None:
        # Started anew at every change, it would never come to an end while a folder is copied.
        if not self._ticks.isActive():
            self._ticks.start()

    # -- jobs -------------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        """Begin what is due, unless a job runs: its end brings us back here."""
        if not self._waiting and not self._due:
            self._ticks.stop()
            return
        if self._indexing.running:
            return
        if not self._waiting and (root := self._due.take(self._clock())) is not None:
            state = self._libraries.current
            remembered = self._settings.model_of(state.folder) if state is not None else ""
            self._waiting.extend((root, model) for model in models_to_keep(state, remembered))
        if self._waiting:
            self._job = self._waiting.popleft()
            if not self._begin(*self._job):
                self._forget_job()

    def _started(self, request: IndexRequest) -> None:
        self._folders = request.folders

    def _forget_job(self) -> None:
        self._job = None

    def _give_up(self) -> None:
        """Cancelled by the user, whoever has begun it: those folders are left alone until something changes in them."""
        for root in self._folders:
            self._drop_waiting(root)
            self._due.forget(root)
        self._forget_job()

    def _set_aside(self, request: IndexRequest) -> None:
        self._forget_job()
        for root in request.folders:
            self._drop_waiting(root)
            self.note(root)

    def _failed(self, error: Exception) -> None:
        job = self._job
        self._forget_job()
        if job is not None and isinstance(error, LibraryBusy):
            # Whoever writes there just now may be at the same; nobody is told, and it is tried again.
            self._drop_waiting(job[0])
            self._due.delay(job[0], self._clock() + self._pace.busy)
            self._start_ticking()
            return
        self._libraries.refresh()
        # That a folder is not there is told as that.
        if not isinstance(error, FolderOffline):
            self._say(str(error) if isinstance(error, KnownError) else tr(_OUR_FAULT))

    def _drop_waiting(self, root: Path) -> None:
        self._waiting = deque(job for job in self._waiting if job[0] != root)

    def _say(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said.add(sentence)
            self.failed.emit(sentence)


def _timer(parent: QObject, seconds: float, work: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(round(seconds * 1000))
    timer.timeout.connect(work)
    return timer


def models_to_keep(state: LibraryState | None, remembered: str) -> list[str]:
    """Models of a library that are kept up to date, the one that is searched with first; '' where it has none yet.

    `remembered` is the one that was chosen last, or ''.
    """
    models = [model for model in state.models if model.vectors] if state is not None else []
    if not models:
        return [""]
    searched = next((model for model in models if model.id == remembered), models[-1])
    most = max(model.vectors for model in models)
    others = [model for model in models if model is not searched and model.vectors >= COMPLETE * most]
    return [model.id for model in (searched, *others)]


def _online(state: LibraryState) -> list[bool]:
    from imsearch_gui.library.library import Library

    with Library.open(state.folder) as library:
        online = {root.path: root.online for root in library.roots()}
    return [online.get(root.path, root.online) for root in state.roots]


def _facts_of(folder: Path, roots: frozenset[Path]) -> tuple[RootFacts, ...]:
    from imsearch_gui.library.facts import facts_of
    from imsearch_gui.library.library import Library

    with Library.open(folder) as library:
        return tuple(part for part in facts_of(library).roots if part.root.path in roots)
