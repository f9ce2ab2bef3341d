"""How far an evaluation has come."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.domain.evaluation import EvaluationProgress, EvaluationStage
from imsearch_gui.domain.evaluation_words import way_words
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.evaluate.words import progress_words, stage_words
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, quiet, title

WIDTH = 560


class RunningPane(QWidget):
    """A bar, what is being asked, and a way to stop."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = title(QLabel(self), 1.25)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the evaluation"))
        self.way = ElidedLabel(parent=self)
        self.figures = quiet(QLabel(self))
        self.cancel = QPushButton(icon("stop"), tr("Cancel"), self)
        self.cancel.clicked.connect(lambda: self.cancel_wanted.emit())
        note = quiet(QLabel(tr("The window can be used meanwhile; searches may take a little longer."), self))
        note.setWordWrap(True)
        inner = QWidget(self)
        inner.setMaximumWidth(WIDTH)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(inner)
        column.setSpacing(SPACE)
        for widget in (self.heading, self.bar, self.way, self.figures, note):
            column.addWidget(widget)
        column.addSpacing(SPACE)
        column.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.begin()

    def begin(self) -> None:
        """Nothing is known yet: the library and the first model are being opened."""
        self.heading.setText(stage_words(EvaluationStage.ASKING))
        self.bar.setRange(0, 0)
        self.way.setText(tr("Opening the model…"))
        self.figures.setText("")

    def show_progress(self, progress: EvaluationProgress, titles: Mapping[str, str]) -> None:
        """So many answers have come."""
        self.heading.setText(stage_words(progress.stage))
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        self.way.setText(way_words(progress.way, titles))
        self.figures.setText(progress_words(progress))
