"""The strip at the bottom of the window: the running job in one row. There only while there is something to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import IndexReport, Progress, Stage
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.progress_words import (
    amount_words,
    folder_names,
    left_words,
    report_words,
    speed_words,
    stage_words,
)
from imsearch_gui.ui.theme import SPACE, quiet

LINGER_MS = 8000
"""How long the sentence at the end stays."""
LEAST_BAR = 80
"""A longer bar says nothing more, and takes the numbers away from the words."""


class _Figure(QLabel):
    """A number that changes: as wide as the widest so far, so that nothing beside it jumps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        quiet(self)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_figure(self, text: str) -> None:
        self.setText(text)
        self.setMinimumWidth(max(self.minimumWidth(), self.fontMetrics().horizontalAdvance(text)))

    def forget(self) -> None:
        self.clear()
        self.setMinimumWidth(0)


class ProgressStrip(QWidget):
    """Shows an IndexSession and lets the user pause and cancel it."""

    skipped_requested = Signal()

    def __init__(self, indexing: IndexSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Indexing"))
        self._indexing = indexing
        self._title = ElidedLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of indexing"))
        self._bar.setMinimumWidth(LEAST_BAR)
        self._figures = (_Figure(self), _Figure(self), _Figure(self))
        self._pause = QPushButton(icon("pause"), self.tr("Pause"), self)
        self._pause.clicked.connect(self._toggle)
        self._cancel = QPushButton(icon("stop"), self.tr("Cancel"), self)
        self._cancel.clicked.connect(self._cancel_job)
        for button in (self._pause, self._cancel):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._skipped = QToolButton(self)
        self._skipped.setAccessibleName(self.tr("Skipped files"))
        self._skipped.setIcon(icon("skipped"))
        self._skipped.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._skipped.setToolTip(self.tr("Show which files were skipped, and why"))
        self._skipped.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._skipped.clicked.connect(self.skipped_requested)
        self._running_only = (self._bar, self._pause, self._cancel, *self._figures)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.hide)
        self._build()
        indexing.started.connect(self._started)
        indexing.progressed.connect(self._progressed)
        indexing.paused_changed.connect(lambda _: self._progressed(indexing.progress))
        indexing.finished.connect(self._finished)
        indexing.cancelled.connect(lambda: self._end(self.tr("Cancelled. What was indexed so far is kept.")))
        # The sentence of a failure stays elsewhere until it has been read.
        indexing.failed.connect(lambda _: self.hide() if not indexing.running else None)
        indexing.gave_up.connect(lambda _: self.hide())
        indexing.set_aside.connect(lambda _: self.hide())
        self.hide()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, SPACE // 2)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self._bar, 1)
        for widget in (*self._figures, self._pause, self._cancel, self._skipped):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _toggle(self) -> None:
        if self._indexing.paused:
            self._indexing.resume()
        else:
            self._indexing.pause()

    def _cancel_job(self) -> None:
        # The job ends a moment later, with the pictures at hand.
        self._cancel.setEnabled(False)
        self._indexing.cancel()

    def _started(self, request: IndexRequest) -> None:
        self._linger.stop()
        for figure in self._figures:
            figure.forget()
        for widget in self._running_only:
            widget.show()
        self._cancel.setEnabled(True)
        self._title.set_about("\n".join(str(folder) for folder in request.folders))
        self._progressed(self._indexing.progress)
        # A job that the program itself has begun is shown once there is something to be done.
        self.setVisible(not request.background)

    def _progressed(self, progress: Progress) -> None:
        request = self._indexing.request
        if request is None:
            return
        if request.background and not self.isVisible() and progress.stage is Stage.ENCODING and progress.total:
            self.show()
        paused = self._indexing.paused
        self._title.setText(
            self.tr("{0} “{1}”").format(stage_words(progress, paused=paused), folder_names(request.folders))
        )
        # An amount that is not known yet shows as a moving bar.
        self._bar.setRange(0, progress.total if progress.total and progress.done else 0)
        self._bar.setValue(progress.done)
        words = amount_words(progress), speed_words(progress, paused=paused), left_words(progress, paused=paused)
        for figure, text in zip(self._figures, words, strict=True):
            figure.show_figure(text)
        self._show_skipped(progress.skipped)
        self._pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self._pause.setIcon(icon("play" if paused else "pause"))

    def _show_skipped(self, number: int) -> None:
        self._skipped.setVisible(number > 0)
        self._skipped.setText(tr("%Ln skipped", "files", number))

    def _finished(self, report: IndexReport) -> None:
        if self.isHidden():
            return
        self._end(report_words(report))
        self._show_skipped(len(report.skipped))

    def _end(self, sentence: str) -> None:
        self._title.set_about("")
        self._title.setText(sentence)
        for widget in self._running_only:
            widget.hide()
        self._skipped.hide()
        self._linger.start()
