"""Page 3: which pictures are let in, and how much of the machine is used."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

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
            self.tr("Anything else?"),
            self.tr(
                "What is set here suits most folders. Files that cannot be read are left out in any case, and listed"
                " with the reason."
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
        self._indented: list[tuple[QCheckBox, QHBoxLayout]] = []
        """What stands below a check box begins where its words do."""
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setAccessibleName(self.tr("What will be done"))
        for number in (self._side, self._cores):
            indent_number(number)
        self._build()

    def _build(self) -> None:
        self._head(self.tr("Pictures"))
        self._option(self.tr("Keeps out icons, buttons and thumbnails."), self._small, self._side)
        self._option(self.tr("Keeps out files stored as grey or black and white, scans for example."), self._colour)
        self._head(self.tr("Afterwards"))
        self._option(
            self.tr(
                "While the program runs, pictures added, changed, moved or deleted there are noticed without being asked for."
            ),
            self._watch,
        )
        self._head(self.tr("This computer"))
        label = QLabel(self.tr("&Processor cores used for indexing"), self)
        label.setBuddy(self._cores)
        cool = self.tr("Other programs go first in any case; fewer cores keep it cool and quiet.")
        self._cores.setAccessibleDescription(cool)
        self._option(cool, label, self._cores)
        self.body.addStretch(1)
        self._head(self.tr("What will be done"))
        self.body.addWidget(self._summary)

    def _head(self, text: str) -> None:
        self.body.addWidget(heading(QLabel(text, self)))

    def _option(self, about: str, control: QWidget, *beside: QWidget) -> None:
        """One thing to choose, and close below it, where its words begin, what it does."""
        control.setAccessibleDescription(about)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for widget in (control, *beside):
            row.addWidget(widget)
        row.addStretch(1)
        label = quiet(QLabel(about, self))
        label.setWordWrap(True)
        below = QHBoxLayout()
        below.addWidget(label)
        if isinstance(control, QCheckBox):
            self._indented.append((control, below))
        option = QVBoxLayout()
        option.setContentsMargins(0, 0, 0, SPACE)
        option.setSpacing(SPACE // 2)
        option.addLayout(row)
        option.addLayout(below)
        self.body.addLayout(option)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The style says so only of what it has dressed; the margins of a label are the style's own.
        for box, below in self._indented:
            option = QStyleOptionButton()
            box.initStyleOption(option)
            words = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box)
            below.setContentsMargins(words.left(), 0, 0, 0)

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
