"""Evaluations of the open library: ground truth is read, its questions are put, and the page about it is written."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from imsearch_gui.bridge.lane import NewestLane, Wanted
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.evaluation import EvaluationProgress, EvaluationReport, EvaluationStage, Held, TruthForm
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.refinement import Refinement
from imsearch_gui.domain.settings import PROVIDER
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

if TYPE_CHECKING:
    from imsearch_gui.library.library import Library

S = TypeVar("S")
R = TypeVar("R")

TOP = (1, 5, 10)
"""The numbers of matches that are measured: the first one, what is seen at a glance, and a screen of them."""
TELL_S = 0.1
"""Progress is told at most this often: more is not seen, and every telling wakes the window."""


@dataclass(frozen=True, slots=True)
class TruthSource:
    """Where it is said which images belong together."""

    path: Path | None = None
    """A file or folder; None for the library itself."""
    form: TruthForm | None = None
    """None where it is told by what lies at `path`."""


LABELS = TruthSource(None, TruthForm.LABELS)
FOLDERS = TruthSource(None, TruthForm.CLASSES)


@dataclass(frozen=True, slots=True)
class TruthSummary:
    """What a ground truth holds."""

    source: TruthSource
    questions: int
    images: int
    """Of the library that may be found."""
    classes: int
    protocols: tuple[str, ...]
    notices: tuple[str, ...]
    held: Mapping[str, Held] = field(default_factory=dict)
    """Of each model of the library."""


@dataclass(frozen=True, slots=True)
class EvaluationRequest:
    """What is to be compared: all models with all metrics in all refinements."""

    source: TruthSource
    models: tuple[str, ...]
    """Ids"""
    metrics: tuple[Metric, ...]
    refinements: tuple[Refinement, ...]
    questions: int = 0
    """That are asked at most, taken evenly; 0 for all."""


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """A report, and what is needed to show it."""

    report: EvaluationReport
    sizes: Mapping[int, tuple[int, int]]
    """Place of a question with a region -> width and height of its upright picture in pixels, where that can be read."""


class Evaluating(QObject):
    """One evaluation at a time, on a lane of its own, which only reads the library; answers by signals."""

    truth_read = Signal(object)
    """TruthSummary, the answer to `read`."""
    truth_failed = Signal(str)
    """Why it cannot be used, in one sentence."""
    started = Signal(object)
    """EvaluationRequest"""
    progressed = Signal(object)
    """EvaluationProgress, at most ten times a second."""
    finished = Signal(object)
    """Evaluated"""
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()
    """After finished, failed or cancelled."""
    writing = Signal(int, int)
    """Pictures of the page that are read, and how many it needs; at most ten times a second."""
    written = Signal(object)
    """Path of the page."""
    not_written = Signal(str)
    """One sentence; empty where it was given up."""

    _from_thread = Signal(object, object)

    def __init__(
        self, settings: SettingsStore, parent: QObject | None = None, *, decoding: Decoding = IN_PROCESS
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._decoding = decoding
        self._truth_lane = NewestLane("ground truth", self)
        self._lane = NewestLane("evaluation", self)
        self._page_lane = NewestLane("page of an evaluation", self)
        self._lanes = (self._truth_lane, self._lane, self._page_lane)
        self.request: EvaluationRequest | None = None
        self._from_thread.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        return self.request is not None

    # -- what is asked for ------------------------------------------------------------------------------------------

    def read(self, library: Path, source: TruthSource) -> None:
        """Read a ground truth; of several that are asked for in a row, the last one."""
        self._truth_lane.ask(
            lambda wanted: _summary_of(library, source, wanted), self.truth_read.emit, self.truth_failed.emit
        )

    def start(self, library: Path, request: EvaluationRequest) -> None:
        """Begin, in the place of an evaluation that runs."""
        self.cancel()
        self.request = request
        provider, decoding = str(self._settings.get(PROVIDER)), self._decoding

        def work(wanted: Wanted) -> Evaluated | None:
            tell: Callable[[EvaluationProgress], None] = self._teller(wanted, self.progressed.emit)
            steps = _Steps(wanted, tell, lambda step: step.stage)
            return _evaluated(library, request, provider, decoding, steps)

        self._lane.ask(
            work, lambda done: self._end(self.finished.emit, done), lambda why: self._end(self.failed.emit, why)
        )
        self.started.emit(request)

    def cancel(self) -> None:
        """Stop. Answers at once; the thread ends with the question at hand."""
        if self.request is not None:
            self._lane.forget()
            self._end(self.cancelled.emit)

    def write(self, report: EvaluationReport, file: Path) -> None:
        """Write the page about a report, in the place of one that is being written."""
        decoding = self._decoding

        def work(wanted: Wanted) -> Path:
            from imsearch_gui.searching.evaluation.page import PageProgress, writing

            def say(step: PageProgress) -> None:
                self.writing.emit(step.done, step.total)

            with closing(writing(report, file, decoding)) as job:
                _Steps(wanted, self._teller(wanted, say)).through(job)
            return file

        self._page_lane.ask(work, self.written.emit, self.not_written.emit)

    def give_up_writing(self) -> None:
        """The page is not wanted any more; a file that was there before stays as it was."""
        if self._page_lane.busy:
            self._page_lane.forget()
            self.not_written.emit("")

    def leave(self, done: Callable[[], None]) -> None:
        """Let go of the library, so that it can be deleted; then `done`."""
        self.cancel()
        self._truth_lane.forget()
        # What is at work on a lane holds the library until it has ended, and what comes behind it waits for that.
        self._truth_lane.submit(int, lambda _: self._lane.submit(int, lambda _: done()))

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        for lane in self._lanes:
            lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is at hand."""
        self.stop()
        for lane in self._lanes:
            lane.close()

    # -- what comes of it -------------------------------------------------------------------------------------------

    def _teller(self, wanted: Wanted, say: Callable[[S], object]) -> Callable[[S], None]:
        """Called on a lane; says it on the GUI thread, where it is wanted still."""
        return lambda what: self._from_thread.emit(wanted, lambda: say(what))

    def _hear(self, wanted: Wanted, say: Callable[[], object]) -> None:
        if wanted():
            say()

    def _end(self, say: Callable[..., object], *what: object) -> None:
        self.request = None
        say(*what)
        self.ended.emit()


class _Steps(Generic[S]):
    """Goes through a job step by step for as long as it is wanted, and tells of them at a pace that a window can show."""

    def __init__(self, wanted: Wanted, tell: Callable[[S], None], stage_of: Callable[[S], object] = type) -> None:
        """The first step of a stage is told at once: the next one may be long in coming."""
        self.wanted = wanted
        self._stage_of = stage_of
        self._stage: object = None
        self._tell = tell
        self._told = 0.0

    def through(self, job: Generator[S, None, R]) -> R | None:
        """What the job gives at its end; None where it was given up, and nobody waits for an answer."""
        while self.wanted():
            try:
                step = next(job)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]
            now, stage = time.monotonic(), self._stage_of(step)
            if now - self._told >= TELL_S or stage != self._stage:
                self._told, self._stage = now, stage
                self._tell(step)
        return None


def _summary_of(folder: Path, source: TruthSource, wanted: Wanted) -> TruthSummary | None:
    """None where it was given up, and nobody waits for an answer."""
    from imsearch_gui.library.library import Library
    from imsearch_gui.searching.evaluation.run import holdings
    from imsearch_gui.searching.evaluation.truth import read_truth
    from imsearch_gui.searching.search import Superseded

    try:
        with Library.open(folder) as library:
            truth = read_truth(library, source.path, source.form, wanted=wanted)
            images = library.image_count() if truth.candidates is None else len(truth.candidates)
            held = holdings(library, [model.id for model in library.models()], truth)
    except Superseded:
        return None
    groups = {question.group for question in truth.questions} | set(truth.group_of.values())
    protocols = tuple(protocol.name for protocol in truth.protocols)
    return TruthSummary(source, len(truth.questions), images, len(groups - {""}), protocols, truth.notices, held)


def _evaluated(
    folder: Path, request: EvaluationRequest, provider: str, decoding: Decoding, steps: _Steps[EvaluationProgress]
) -> Evaluated | None:
    """None where it was given up."""
    from imsearch_gui.library.library import Library
    from imsearch_gui.searching.search import Superseded

    try:
        with Library.open(folder) as library:
            report = _reported(library, request, provider, decoding, steps)
            if report is None:
                return None
            with closing(_sizes(library, report, decoding)) as job:
                sizes = steps.through(job)
            return None if sizes is None else Evaluated(report, sizes)
    except Superseded:
        return None


def _reported(
    library: Library, request: EvaluationRequest, provider: str, decoding: Decoding, steps: _Steps[EvaluationProgress]
) -> EvaluationReport | None:
    from imsearch_gui.encoding.store import ModelStore
    from imsearch_gui.searching.evaluation.run import evaluate, ways_of
    from imsearch_gui.searching.evaluation.sampling import some_questions
    from imsearch_gui.searching.evaluation.truth import read_truth

    # Read anew: the library may have other images than when the user was told what is in it.
    truth = read_truth(library, request.source.path, request.source.form, wanted=steps.wanted)
    run = evaluate(
        library,
        ModelStore(),
        some_questions(truth, request.questions),
        ways_of(library, request.models, request.metrics, request.refinements),
        top=TOP,
        provider=provider,
        decoding=decoding,
        wanted=steps.wanted,
    )
    with closing(run) as job:
        return steps.through(job)


def _sizes(
    library: Library, report: EvaluationReport, decoding: Decoding
) -> Generator[EvaluationProgress, None, dict[int, tuple[int, int]]]:
    """Of the questions with a region. Each `yield` is a place to stop: a picture that the library has not is decoded."""
    from imsearch_gui.imaging.views import shrunk

    questions = report.truth.questions
    asked = [place for place, question in enumerate(questions) if question.example.region is not None]
    sizes = {}
    for done, place in enumerate(asked):
        yield EvaluationProgress(done, len(asked), report.ways[0].way, report.seconds, EvaluationStage.SIZES)
        question = questions[place]
        image = None if question.image_id is None else library.image(question.image_id)
        if image is not None:
            sizes[place] = image.info.width, image.info.height
            continue
        try:
            view = decoding.run(shrunk, question.example.path, 1)
        except PictureError:
            continue  # it is shown without its region, as a picture that cannot be read
        sizes[place] = view.width, view.height
    return sizes
