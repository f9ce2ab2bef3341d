"""The indexing job of the window: started, paused, resumed, cancelled; its progress at a pace that a window can show."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from imsearch_gui.bridge.lane import bug_sentence
from imsearch_gui.bridge.reasons import keep_reason
from imsearch_gui.domain.errors import KnownError, ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import IndexReport, Progress, Skipped, Stage
from imsearch_gui.domain.records import IndexRequest

if TYPE_CHECKING:
    from imsearch_gui.encoding.store import InstalledModel
    from imsearch_gui.library.writer import LibraryWriter

R = TypeVar("R")

TELL_S = 0.1
"""Progress is told at most this often: more is not seen, and every telling wakes the window."""


COMMIT_TELL_S = 1.0
"""How often the window looks at what was committed."""


class _Cancelled(Exception):
    """The user has cancelled; not an error."""


class _Pace:
    """Lets progress through at most every TELL_S, and keeps the last one that had to wait."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._told = 0.0
        self._held: Progress | None = None

    def take(self, progress: Progress) -> None:
        self._held = progress
        if time.monotonic() - self._told >= TELL_S:
            self.flush()

    def flush(self) -> None:
        """Tell what was held back: nothing will follow it for a while."""
        if self._held is not None:
            self._tell(self._held)
            self._held, self._told = None, time.monotonic()


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Carries what a job has to say to the GUI thread, under the number of the job."""

    emit: Callable[[int, object], None]
    generation: int

    def __call__(self, what: Callable[[], object]) -> None:
        self.emit(self.generation, what)


class IndexSession(QObject):
    """One job at a time, on a thread of its own, which is the library's only writer meanwhile."""

    started = Signal(object)
    """IndexRequest"""
    writing = Signal(object, str, object)
    """Path of the library, its identity, and tuple[Path, ...], the folders of the request as the library spells them: the job
    is about to write."""
    library_ready = Signal(object)
    """Path of the library, as soon as it exists and may be opened."""
    progressed = Signal(object)
    """Progress, at most ten times a second, the last one always."""
    committed = Signal(object)
    """Path of the library: there is something new in it. At most once a second."""
    finished = Signal(object)
    """IndexReport"""
    failed = Signal(str)
    """One sentence; what was committed stays."""
    cancelled = Signal()
    paused_changed = Signal(bool)
    ended = Signal()
    """After finished, failed or cancelled: the next job may start."""
    notice = Signal(str)
    set_aside = Signal(object)
    """IndexRequest of a job of the program itself that gave way to one of the user's; what was committed stays."""
    gave_up = Signal(object)
    """The error (KnownError, or a bug that is in the log) that ended a job of the program itself; `failed` is for the user's."""

    _from_thread = Signal(int, object)

    def __init__(self, parent: QObject | None = None, *, share: Callable[[int], int] | None = None) -> None:
        """`share`: see `library.indexing.index`; called on the thread of the job."""
        super().__init__(parent)
        self._share = share
        self._gate = threading.Condition()
        self._thread: threading.Thread | None = None
        self._cancel = False
        self._quiet = False
        self._generation = 0
        self.paused = False
        self.request: IndexRequest | None = None
        self.library: Path | None = None
        self.progress = Progress(Stage.SCANNING)
        self.report: IndexReport | None = None
        self._from_thread.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        return self.request is not None

    @property
    def occupied(self) -> bool:
        """Whether a job of the user's runs; one of the program itself keeps nobody from starting another."""
        return self.request is not None and not self.request.background

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What the last job left out; empty until it has finished (meanwhile the library lists them)."""
        return self.report.skipped if self.report is not None else ()

    def start(self, library: Path, request: IndexRequest) -> bool:
        """Begin; False while another job runs. One that the program itself has begun gives way to one of the user's."""
        if self.occupied or (self.running and request.background):
            if not request.background:
                self.failed.emit(tr("Another folder is being indexed: wait until that has finished, or cancel it."))
            return False
        self._put_aside()
        self._cancel = self._quiet = False
        self.library, self.request, self.report = library, request, None
        self.progress = Progress(Stage.SCANNING)
        # The thread of the job before may need a moment to see that it is not wanted; the new one waits for it.
        arguments = (self._thread, self._generation, library, request)
        self._thread = threading.Thread(target=self._run, args=arguments, name="imsearch index", daemon=True)
        self._thread.start()
        self.started.emit(request)
        return True

    def give_way(self) -> Callable[[], None] | None:
        """End a job of the program itself, because its library is needed; None where there is none.

        Returns what waits for its last commit, which is not for the GUI thread.
        """
        thread = self._thread
        if self.request is None or self.occupied or thread is None:
            return None
        self._put_aside()
        self.ended.emit()
        return thread.join

    def _put_aside(self) -> None:
        """What a job of the program itself says from here on is of no interest; it sees so at its next step."""
        before, self.request = self.request, None
        with self._gate:
            self._generation += 1
            self.paused = False
            self._gate.notify_all()
        if before is not None:
            self.committed.emit(self.library)
            self.set_aside.emit(before)

    def pause(self) -> None:
        """Come to rest; the pictures in work are finished first."""
        self._set_paused(True)

    def resume(self) -> None:
        self._set_paused(False)

    def cancel(self) -> None:
        """Stop; what was committed stays. Answers at once, the thread ends by itself."""
        with self._gate:
            self._cancel = True
            self._gate.notify_all()

    def stop(self) -> None:
        """Cancel, and say nothing more. Answers at once."""
        self._quiet = True
        self.cancel()

    def close(self) -> None:
        """`stop`, then wait for the thread, which takes no longer than a commit."""
        self.stop()
        self._join()

    def _set_paused(self, paused: bool) -> None:
        if not self.running or self.paused == paused:
            return
        with self._gate:
            self.paused = paused
            self._gate.notify_all()
        self.paused_changed.emit(paused)

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # -- on the thread ----------------------------------------------------------------------------------------------

    def _run(self, before: threading.Thread | None, generation: int, library: Path, request: IndexRequest) -> None:
        if before is not None:
            before.join()
        say = _Speaker(self._from_thread.emit, generation)
        try:
            report = self._index(say, library, request)
        except _Cancelled:
            say(lambda: self._end(self.cancelled.emit))
        except KnownError as error:
            problem, sentence = error, str(error)
            keep_reason(sentence, error)
            say(lambda: self._fail(problem, sentence))
        except Exception as error:  # noqa: BLE001
            # Our bug: to the log, and to the user as one.
            bug, sentence = error, bug_sentence(error)
            say(lambda: self._fail(bug, sentence))
        else:
            say(lambda: self._finish(report))

    def _index(self, say: _Speaker, folder: Path, request: IndexRequest) -> IndexReport:
        from imsearch_gui.library.care import identify, identity_of
        from imsearch_gui.library.indexing import index
        from imsearch_gui.library.spelling import as_known
        from imsearch_gui.library.writer import LibraryWriter
        from imsearch_gui.searching.finishing import finish

        model = _model_for(request, lambda: not self._cancel and say.generation == self._generation)
        if model.note and not request.background:
            say(lambda: self.notice.emit(model.note))
        with LibraryWriter.open(folder) as writer:
            if not identity_of(writer):
                identify(folder)
            identity, known = identity_of(writer), [path for _, path in writer.root_paths()]
            roots = tuple(as_known(root, known) for root in request.folders)
            say(lambda: self.writing.emit(folder, identity, roots))
            if not request.background:
                say(lambda: self.library_ready.emit(folder))
            report = self._drive(say, writer, index(writer, request, model, self._share))
            self._drive(say, writer, finish(writer, report.model_id))
        return report

    def _drive(self, say: _Speaker, writer: LibraryWriter, job: Generator[Progress, None, R]) -> R:
        """Ask a job for the next step until it is done, unless the user says otherwise."""
        pace = _Pace(lambda progress: say(lambda: self._tell(progress)))
        committed, done = time.monotonic(), -1
        try:
            while True:
                self._wait_at_gate(pace, say.generation)
                try:
                    progress = next(job)
                except StopIteration as stop:
                    return stop.value  # type: ignore[no-any-return]
                pace.take(progress)
                now = time.monotonic()
                if progress.stage is Stage.ENCODING and progress.done != done and now - committed >= COMMIT_TELL_S:
                    committed, done = now, progress.done
                    say(lambda: self.committed.emit(writer.folder))
        finally:
            job.close()
            pace.flush()

    def _wait_at_gate(self, pace: _Pace, generation: int) -> None:
        with self._gate:
            if self.paused:
                pace.flush()
            self._gate.wait_for(lambda: self._cancel or generation != self._generation or not self.paused)
            if self._cancel or generation != self._generation:
                raise _Cancelled

    # -- on the GUI thread ------------------------------------------------------------------------------------------

    def _call(self, generation: int, what: object) -> None:
        if not self._quiet and generation == self._generation and callable(what):
            what()

    def _tell(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _finish(self, report: IndexReport) -> None:
        self.report = report
        if self.occupied:
            for folder in report.offline:
                self.notice.emit(tr("{0} is not there just now; what was indexed from it is kept.").format(folder))
            for notice in (*map(str, report.emptied), *report.notices):
                self.notice.emit(notice)
        self._end(lambda: self.finished.emit(report))

    def _fail(self, error: Exception, sentence: str) -> None:
        own = not self.occupied
        self._end(lambda: self.gave_up.emit(error) if own else self.failed.emit(sentence))

    def _end(self, say: object) -> None:
        self.request = None
        self.paused = False
        if self.library is not None:
            self.committed.emit(self.library)
        if callable(say):
            say()
        self.ended.emit()


def _model_for(request: IndexRequest, wanted: Callable[[], bool]) -> InstalledModel:
    """The model of a job; raises _Cancelled where one of a stranger was being tried and nobody waits for it any more."""
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.encoding.strange import model_named, model_of_library

    try:
        if request.model_folder is None:
            return model_named(ModelStore(), request.model, wanted=wanted)
        return model_of_library(ModelStore(), request.model, request.model_folder, wanted=wanted)
    except ModelError:
        if not wanted():
            raise _Cancelled from None
        raise
