"""Page 4: the job as it runs."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import IndexReport, Progress
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.progress_words import (
    amount_words,
    folder_names,
    left_words,
    report_words,
    speed_words,
    stage_words,
)
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.theme import ICON, SPACE, heading, quiet, repolish
from imsearch_gui.ui.wizard.page import Page
from imsearch_gui.ui.wizard.wall import ThumbnailWall


class State(Enum):
    """Where the job of this wizard is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class ProgressPage(Page):
    """Bar, words, thumbnails as they come; pause, cancel, and what was skipped."""

    skipped_requested = Signal()
    ended = Signal()

    def __init__(self, indexing: IndexSession, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Indexing"), "", parent)
        self._indexing = indexing
        self.state = State.WAITING
        self._sign = Sign("", ICON, self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        heading(self._words)
        self._amount = heading(QLabel(self))
        self._amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of indexing"))
        self._pace = quiet(QLabel(self))
        self._pause = QPushButton(icon("pause"), self.tr("&Pause"), self)
        self._pause.clicked.connect(self._toggle)
        self._cancel = QPushButton(icon("stop"), self.tr("&Cancel"), self)
        self._cancel.clicked.connect(self._cancel_job)
        self._wall = ThumbnailWall(thumbnails, self)
        self._skipped = QToolButton(self)
        self._skipped.setIcon(icon("skipped"))
        self._skipped.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._skipped.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._skipped.clicked.connect(self.skipped_requested)
        self._build()
        indexing.progressed.connect(self._progressed)
        indexing.paused_changed.connect(self._paused)
        indexing.finished.connect(self._finished)
        indexing.cancelled.connect(self._cancelled)
        indexing.failed.connect(self._failed)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self._sign)
        top.addWidget(self._words, 1)
        top.addWidget(self._amount)
        self.body.addLayout(top)
        self.body.addWidget(self._bar)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._pace, 1)
        row.addWidget(self._pause)
        row.addWidget(self._cancel)
        self.body.addLayout(row)
        self.body.addSpacing(SPACE)
        self.body.addWidget(self._wall, 1)
        row = QHBoxLayout()
        row.addWidget(self._skipped)
        row.addStretch(1)
        self.body.addLayout(row)

    @property
    def running(self) -> bool:
        """Whether the job that was begun here still runs."""
        return self.state is State.RUNNING

    def begin(self) -> None:
        """The job was started."""
        request = self._indexing.request
        self.state = State.RUNNING
        self.heading.setText(
            self.tr("Indexing “{0}”").format(folder_names(request.folders)) if request else self.tr("Indexing")
        )
        self.more.setText(self.tr("You may close this window: the work goes on, and you can search meanwhile."))
        self._sign.hide()
        self._say("")
        for widget in (self._amount, self._bar, self._pace, self._pause, self._cancel):
            widget.show()
        self._cancel.setEnabled(True)
        self._wall.start()
        self._paused(self._indexing.paused)

    # -- what the job says ------------------------------------------------------------------------------------------

    def _progressed(self, progress: Progress) -> None:
        if not self.running:
            return
        paused = self._indexing.paused
        self._say(stage_words(progress, paused=paused))
        self._amount.setText(amount_words(progress))
        # An amount that is not known yet shows as a moving bar.
        self._bar.setRange(0, progress.total if progress.total and progress.done else 0)
        self._bar.setValue(progress.done)
        pace = (speed_words(progress, paused=paused), left_words(progress, paused=paused))
        self._pace.setText("  ·  ".join(part for part in pace if part))
        self._show_skipped(progress.skipped)
        self._wall.show_latest(progress.latest)

    def _paused(self, paused: bool) -> None:
        self._pause.setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        self._pause.setIcon(icon("play" if paused else "pause"))
        self._progressed(self._indexing.progress)

    def _finished(self, report: IndexReport) -> None:
        if self.running:
            self._show_skipped(len(report.skipped))
            self._end(State.DONE, self.tr("Done"), report_words(report), "check")

    def _cancelled(self) -> None:
        if self.running:
            words = self.tr("What was indexed so far is kept; the next time does the rest.")
            self._end(State.CANCELLED, self.tr("Cancelled"), words, "stop")

    def _failed(self, sentence: str) -> None:
        # A second job that is refused while this one runs is no failure of this one.
        if self.running and not self._indexing.running:
            self._end(State.FAILED, self.tr("Stopped"), sentence, "warning", problem=True)

    def _end(self, state: State, title: str, sentence: str, sign: str, *, problem: bool = False) -> None:
        self.state = state
        self._wall.stop()
        self.heading.setText(title)
        self.more.clear()
        self._sign.show_icon(sign)
        self._sign.show()
        self._say(sentence, problem=problem)
        for widget in (self._amount, self._bar, self._pace, self._pause, self._cancel):
            widget.hide()
        self.ended.emit()

    # -- words and buttons ------------------------------------------------------------------------------------------

    def _say(self, text: str, *, problem: bool = False) -> None:
        self._words.setText(text)
        if self._words.property("problem") != problem:
            self._words.setProperty("problem", problem)
            repolish(self._words)

    def _show_skipped(self, number: int) -> None:
        self._skipped.setVisible(number > 0)
        self._skipped.setText(tr("%Ln skipped: show why", "files", number))

    def _toggle(self) -> None:
        if self._indexing.paused:
            self._indexing.resume()
        else:
            self._indexing.pause()

    def _cancel_job(self) -> None:
        # The job ends a moment later, with the pictures at hand.
        self._cancel.setEnabled(False)
        self._indexing.cancel()
