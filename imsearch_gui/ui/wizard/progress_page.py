"""Page 4: the job as it runs."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.progress import IndexReport, Progress
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.progress_words import amount_words, left_words, report_words, speed_words, stage_words
from imsearch_gui.ui.theme import SPACE, colour, heading, quiet, repolish
from imsearch_gui.ui.wizard.page import Page

EACH_MS = 350
"""A thumbnail about three times a second: more cannot be seen, and each costs a decoding."""
FILLED = 6
"""Thumbnails that the end of a job brings, enough for the width of the page."""
SIDE = 128
GAP = SPACE


class _Filmstrip(QWidget):
    """The last thumbnails, newest at the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._images: deque[QImage] = deque(maxlen=24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pictures indexed last"))

    def add(self, image: QImage) -> None:
        self._images.appendleft(image)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(4 * SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x = 0.0
        for image in self._images:
            size = image.size().toSizeF().scaled(2 * SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
            if x + size.width() > self.width():
                break
            painter.drawImage(QRectF(x, (SIDE - size.height()) / 2, size.width(), size.height()), image)
            x += size.width() + GAP
        if not self._images:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("raised"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()


class ProgressPage(Page):
    """Bar, words, thumbnails as they come; pause, cancel, and what was skipped."""

    skipped_requested = Signal()
    ended = Signal()

    def __init__(self, indexing: IndexSession, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Indexing"),
            self.tr("You may close this window: the work goes on, and you can search meanwhile."),
            parent,
        )
        self._indexing = indexing
        self._thumbnails = thumbnails
        self._latest: tuple[Path, ...] = ()
        self._shown: set[Path] = set()
        self._asked: set[int] = set()
        self._next_id = -1
        self._state = heading(QLabel(self))
        self._amount = QLabel(self)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Progress of indexing"))
        self._speed = quiet(QLabel(self))
        self._left = quiet(QLabel(self))
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._film = _Filmstrip(self)
        self._skipped = QToolButton(self)
        self._skipped.setIcon(icon("skipped"))
        self._skipped.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._skipped.clicked.connect(self.skipped_requested)
        self._skipped.hide()
        self._pause = QPushButton(icon("pause"), self.tr("&Pause"), self)
        self._pause.clicked.connect(self._toggle)
        self._cancel = QPushButton(icon("stop"), self.tr("&Cancel"), self)
        self._cancel.clicked.connect(indexing.cancel)
        self._tick = QTimer(self)
        self._tick.setInterval(EACH_MS)
        self._tick.timeout.connect(self._ask_for_thumbnail)
        self._build()
        indexing.progressed.connect(self._progressed)
        indexing.paused_changed.connect(self._paused)
        indexing.finished.connect(self._finished)
        indexing.cancelled.connect(
            lambda: self._end(self.tr("Cancelled"), self.tr("What was indexed is kept; the next time does the rest."))
        )
        indexing.failed.connect(lambda sentence: self._end(self.tr("Stopped"), sentence, problem=True))
        thumbnails.ready.connect(self._thumbnail_ready)

    def _build(self) -> None:
        for left, right in ((self._state, self._amount), (self._speed, self._left)):
            row = QHBoxLayout()
            row.addWidget(left, 1)
            row.addWidget(right)
            self.body.addLayout(row)
            if left is self._state:
                left.setWordWrap(True)
                self.body.addWidget(self._bar)
        self.body.addSpacing(2 * SPACE)
        self.body.addWidget(self._film)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._skipped)
        row.addStretch(1)
        for button in (self._pause, self._cancel):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addLayout(row)

    def begin(self) -> None:
        """The job was started."""
        self._progressed(self._indexing.progress)
        self._tick.start()

    def _toggle(self) -> None:
        if self._indexing.paused:
            self._indexing.resume()
        else:
            self._indexing.pause()

    def _paused(self, paused: bool) -> None:
        self._pause.setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        self._pause.setIcon(icon("play" if paused else "pause"))
        self._progressed(self._indexing.progress)

    def _progressed(self, progress: Progress) -> None:
        paused = self._indexing.paused
        self._state.setText(stage_words(progress, paused=paused))
        self._amount.setText(amount_words(progress))
        self._bar.setRange(0, progress.total if progress.total and progress.done else 0)
        self._bar.setValue(progress.done)
        self._speed.setText(speed_words(progress))
        self._left.setText(left_words(progress, paused=paused))
        self._show_skipped(progress.skipped)
        self._latest = progress.latest or self._latest

    def _show_skipped(self, number: int) -> None:
        self._skipped.setVisible(number > 0)
        self._skipped.setText(self.tr("{0} skipped…").format(count(number)))

    def _ask_for_thumbnail(self) -> None:
        path = next((path for path in self._latest if path not in self._shown), None)
        if path is None:
            return
        self._shown.add(path)
        # Negative ids: these are no images of a result yet.
        self._next_id -= 1
        self._asked.add(self._next_id)
        self._thumbnails.request(self._next_id, path, round(SIDE * self.devicePixelRatioF()))

    def _thumbnail_ready(self, image_id: int, image: QImage) -> None:
        if image_id in self._asked:
            self._asked.discard(image_id)
            self._film.add(image)

    def _finished(self, report: IndexReport) -> None:
        self._show_skipped(len(report.skipped))
        self._end(self.tr("Done"), report_words(report))

    def _end(self, heading_text: str, sentence: str, *, problem: bool = False) -> None:
        if not self._tick.isActive():
            return
        self._tick.stop()
        # A job that was over in a moment has shown nothing yet.
        for _ in range(FILLED):
            self._ask_for_thumbnail()
        self.heading.setText(heading_text)
        self.more.clear()
        self._state.setText(sentence)
        self._state.setProperty("problem", problem)
        repolish(self._state)
        for label in (self._amount, self._speed, self._left):
            label.clear()
        for widget in (self._bar, self._pause, self._cancel):
            widget.hide()
        self.ended.emit()
