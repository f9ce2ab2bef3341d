"""Page 3: which pictures are let in, and how much of the machine is used."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QStyle, QWidget

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.settings import WATCH_NEW, WORKERS
from imsearch_gui.ui.theme import SPACE, heading, indent_number, quiet
from imsearch_gui.ui.wizard.page import Page

LIKELY_SIDE = 64
"""Pixels: what is offered when small pictures are to stay out; icons end about there."""


class OptionsPage(Page):
    """The course's cleaning rules, all off; the number of cores; last, what will be done."""

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Any limits?"),
            self.tr(
                "Files that cannot be read are always left out and listed with the reason. This is for what can be read."
            ),
            parent,
        )
        self._settings = settings
        self._small = QCheckBox(self.tr("Leave out &small pictures: smallest side under"), self)
        self._side = QSpinBox(self)
        self._side.setRange(CleaningRules().min_side + 1, 10_000)
        self._side.setValue(LIKELY_SIDE)
        self._side.setSuffix(self.tr(" px"))
        self._side.setAccessibleName(self.tr("Smallest side in pixels"))
        self._side.setEnabled(False)
        self._small.toggled.connect(self._side.setEnabled)
        self._colour = QCheckBox(self.tr("Only &colour pictures"), self)
        self._watch = QCheckBox(self.tr("&Watch these folders"), self)
        self._watch.setChecked(bool(settings.get(WATCH_NEW)))
        self._cores = QSpinBox(self)
        self._cores.setRange(0, os.cpu_count() or 1)
        self._cores.setSpecialValueText(self.tr("all"))
        self._cores.setValue(int(settings.get(WORKERS)))
        self._cores.setAccessibleName(self.tr("Processor cores used for indexing"))
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setAccessibleName(self.tr("What will be done"))
        for number in (self._side, self._cores):
            indent_number(number)
        self._build()

    def _build(self) -> None:
        self._head(self.tr("Pictures"))
        self._row(self._small, self._side)
        self._explain(self._small, self.tr("Keeps out icons, buttons and thumbnails."))
        self._row(self._colour)
        self._explain(self._colour, self.tr("Keeps out files stored as grey or black and white, scans for example."))
        self.body.addSpacing(SPACE)
        self._head(self.tr("Afterwards"))
        self._row(self._watch)
        self._explain(
            self._watch,
            self.tr(
                "While the program runs, pictures added, changed, moved or deleted there are noticed without being asked for."
            ),
        )
        self.body.addSpacing(SPACE)
        self._head(self.tr("This computer"))
        label = QLabel(self.tr("&Processor cores used for indexing"), self)
        label.setBuddy(self._cores)
        self._row(label, self._cores)
        self._explain(self._cores, self.tr("Other programs go first in any case; fewer cores keep it cool and quiet."))
        self.body.addStretch(1)
        self._head(self.tr("What will be done"))
        self.body.addWidget(self._summary)

    def _head(self, text: str) -> None:
        self.body.addWidget(heading(QLabel(text, self)))

    def _row(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)

    def _explain(self, control: QWidget, text: str) -> None:
        control.setAccessibleDescription(text)
        label = quiet(QLabel(text, self))
        label.setWordWrap(True)
        label.setContentsMargins(self._indent() if isinstance(control, QCheckBox) else 0, 0, 0, SPACE)
        self.body.addWidget(label)

    def _indent(self) -> int:
        """Where the words of a check box begin."""
        metric = QStyle.PixelMetric
        return sum(
            self.style().pixelMetric(part) for part in (metric.PM_IndicatorWidth, metric.PM_CheckBoxLabelSpacing)
        )

    @property
    def rules(self) -> CleaningRules:
        default = CleaningRules()
        return CleaningRules(
            min_side=self._side.value() if self._small.isChecked() else default.min_side,
            rgb_only=self._colour.isChecked(),
        )

    @property
    def watch(self) -> bool:
        """Whether the folders are watched from now on."""
        return self._watch.isChecked()

    @property
    def workers(self) -> int:
        return self._cores.value()

    def show_summary(self, sentence: str) -> None:
        """What [Start indexing] will do."""
        self._summary.setText(sentence)

    def first_focus(self) -> QWidget:
        return self._small

    def keep(self) -> None:
        """Remember what is the same for every folder."""
        self._settings.set(WORKERS, self.workers)
        self._settings.set(WATCH_NEW, self.watch)
