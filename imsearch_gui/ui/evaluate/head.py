"""The first line of the page: the way back, what is shown, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.evaluate.words import protocol_words
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import CONTROL, SPACE, heading, quiet

QUIETLY_MS = 1000
"""A page that is written sooner than this shows no progress."""


class Head(QWidget):
    """Reports what is wanted; shows what it is given."""

    left = Signal()
    protocol_chosen = Signal(int)
    save_wanted = Signal()
    give_up_wanted = Signal()
    set_up_wanted = Signal()
    """Other ways, or another ground truth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(icon("back"), tr("&Back"), self)
        self.back.setToolTip(tr("Back to the pictures (Esc)"))
        self.name = heading(QLabel(tr("Evaluation"), self))
        self.summary = ElidedLabel(parent=self)
        quiet(self.summary)
        self.protocol = QComboBox(self)
        self.protocol.setAccessibleName(tr("Protocol"))
        self.protocol.setToolTip(tr("Which images count as right, as neither, and as wrong"))
        self.protocol.setFixedHeight(CONTROL)
        self.writing = quiet(QLabel(self))
        self.give_up = QPushButton(icon("stop"), tr("Cancel"), self)
        self.save = QPushButton(icon("export"), tr("&Save report…"), self)
        self.other = QPushButton(icon("settings"), tr("&Change…"), self)
        self.other.setToolTip(tr("Choose other ways, or another ground truth"))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(QUIETLY_MS)
        self._late.timeout.connect(self._show_writing)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back)
        layout.addWidget(self.name)
        layout.addWidget(self.summary, 1)
        for widget in (self.protocol, self.writing, self.give_up, self.save, self.other):
            layout.addWidget(widget)
        self.back.clicked.connect(lambda: self.left.emit())
        self.save.clicked.connect(lambda: self.save_wanted.emit())
        self.give_up.clicked.connect(lambda: self.give_up_wanted.emit())
        self.other.clicked.connect(lambda: self.set_up_wanted.emit())
        self.protocol.currentIndexChanged.connect(self.protocol_chosen)
        self._has_report = False
        self.show_plain()

    def show_plain(self, summary: str = "") -> None:
        """There is no report to be seen."""
        self._show_report(False, summary)
        self.protocol.hide()

    def show_report(self, summary: str, protocols: Sequence[str]) -> None:
        """A report is seen; of several protocols the first."""
        with QSignalBlocker(self.protocol):
            self.protocol.clear()
            self.protocol.addItems([protocol_words(name) for name in protocols])
        self.protocol.setVisible(len(protocols) > 1)
        self._show_report(True, summary)

    def _show_report(self, there: bool, summary: str) -> None:
        self._has_report = there
        self.summary.setText(summary)
        self.save.setVisible(there)
        self.other.setVisible(there)
        self.end_writing()

    def begin_writing(self) -> None:
        """A page is being written."""
        self.save.setEnabled(False)
        self.writing.setText(tr("Writing…"))
        self._late.start()

    def show_writing(self, done: int, total: int) -> None:
        self.writing.setText(tr("Writing: {0} of {1} pictures").format(count(done), count(total)))

    def _show_writing(self) -> None:
        self.writing.show()
        self.give_up.show()

    def end_writing(self) -> None:
        """It is there, or never will be."""
        self._late.stop()
        self.save.setEnabled(True)
        self.writing.hide()
        self.give_up.hide()
