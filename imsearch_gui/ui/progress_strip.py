"""The strip at the bottom of the window: the running job in one row. There only while there is something to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.domain.progress import IndexReport, Progress
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.domain.wording import count
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


class ProgressStrip(QWidget):
    """Shows an IndexSession and lets the user pause and cancel it."""

    skipped_requested = Signal()

    def __init__(self, indexing: IndexSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indexing = indexing
        self._title = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of indexing"))
        self._bar.setMinimumWidth(120)
        self._amount = quiet(QLabel(self))
        self._speed = quiet(QLabel(self))
        self._left = quiet(QLabel(self))
        self._pause = QPushButton(self)
        self._pause.clicked.connect(self._toggle)
        self._cancel = QPushButton(icon("stop"), self.tr("Cancel"), self)
        self._cancel.clicked.connect(indexing.cancel)
        self._skipped = QToolButton(self)
        self._skipped.setAccessibleName(self.tr("Skipped files"))
        self._skipped.clicked.connect(self.skipped_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, SPACE // 2)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self._bar, 1)
        for widget in (self._amount, self._speed, self._left, self._skipped, self._pause, self._cancel):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.hide)
        indexing.started.connect(self._started)
        indexing.progressed.connect(self._progressed)
        indexing.paused_changed.connect(lambda _: self._progressed(indexing.progress))
        indexing.finished.connect(self._finished)
        indexing.cancelled.connect(lambda: self._end(self.tr("Cancelled; what was indexed is kept.")))
        indexing.failed.connect(lambda _: self.hide() if not indexing.running else None)
        self.hide()

    def _toggle(self) -> None:
        if self._indexing.paused:
            self._indexing.resume()
        else:
            self._indexing.pause()

    def _started(self, request: IndexRequest) -> None:
        self._linger.stop()
        for widget in (self._bar, self._pause, self._cancel):
            widget.show()
        self._progressed(self._indexing.progress)
        self._title.setToolTip("\n".join(str(folder) for folder in request.folders))
        self.show()

    def _progressed(self, progress: Progress) -> None:
        request = self._indexing.request
        if request is None:
            return
        paused = self._indexing.paused
        self._title.setText(f"{stage_words(progress, paused=paused)}  “{folder_names(request.folders)}”")
        # An amount that is not known yet shows as a moving bar.
        self._bar.setRange(0, progress.total if progress.total and progress.done else 0)
        self._bar.setValue(progress.done)
        self._amount.setText(amount_words(progress))
        self._speed.setText(speed_words(progress))
        self._left.setText(left_words(progress, paused=paused))
        self._show_skipped(progress.skipped)
        self._pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self._pause.setIcon(icon("play" if paused else "pause"))

    def _show_skipped(self, number: int) -> None:
        self._skipped.setVisible(number > 0)
        self._skipped.setText(self.tr("{0} skipped").format(count(number)))

    def _finished(self, report: IndexReport) -> None:
        self._end(report_words(report))
        self._show_skipped(len(report.skipped))

    def _end(self, sentence: str) -> None:
        self._title.setText(sentence)
        for widget in (self._bar, self._pause, self._cancel, self._skipped):
            widget.hide()
        for label in (self._amount, self._speed, self._left):
            label.clear()
        self._linger.start()
