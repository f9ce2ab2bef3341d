"""One line while a job with files runs: what, how far, and a way to end it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from imsearch_gui.domain.deeds import FileProgress, Kind
from imsearch_gui.domain.wording import count, time_left
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.theme import SPACE, quiet


class JobStrip(QWidget):
    """Hidden while no job runs."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = plain(QLabel(self))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._left = quiet(QLabel(self))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setAccessibleName(self.tr("Cancel this job with files"))
        self._cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, SPACE // 2)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._what)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        row.addWidget(self._cancel)
        self.hide()

    def show_progress(self, progress: FileProgress | None) -> None:
        """How far it is; None where there is nothing at work."""
        self.setVisible(progress is not None)
        if progress is None:
            return
        texts = {
            Kind.COPY: self.tr("Copying {0} of {1}"),
            Kind.MOVE: self.tr("Moving {0} of {1}"),
            Kind.TRASH: self.tr("To the trash: {0} of {1}"),
            Kind.EXPORT: self.tr("Exporting {0} of {1}"),
        }
        self._what.setText(texts[progress.kind].format(count(progress.done), count(progress.total)))
        self._cancel.setToolTip(
            self.tr("Stop here; nothing is left of the export")
            if progress.kind is Kind.EXPORT
            else self.tr("Stop here; what is done stays and can be undone")
        )
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)
        self._left.setText(time_left(progress.seconds_left))
