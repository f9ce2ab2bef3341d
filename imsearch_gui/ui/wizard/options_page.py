"""Page 3: which pictures are let in, and how much of the machine is used."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.settings import WORKERS
from imsearch_gui.ui.theme import SPACE, heading, quiet
from imsearch_gui.ui.wizard.page import Page


class OptionsPage(Page):
    """The course's cleaning rules, all off; the number of cores."""

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Any limits?"),
            self.tr(
                "Files that cannot be read are always left out and listed with the reason. This is for what can be read."
            ),
            parent,
        )
        self._settings = settings
        self._small = QCheckBox(self.tr("Leave out &small pictures: shortest side under"), self)
        self._side = QSpinBox(self)
        self._side.setRange(3, 10_000)
        self._side.setValue(64)
        self._side.setSuffix(self.tr(" pixels"))
        self._side.setAccessibleName(self.tr("Shortest side in pixels"))
        self._side.setEnabled(False)
        self._small.toggled.connect(self._side.setEnabled)
        self._colour = QCheckBox(self.tr("Leave out pictures without &colour"), self)
        self._cores = QSpinBox(self)
        self._cores.setRange(0, os.cpu_count() or 1)
        self._cores.setSpecialValueText(self.tr("all"))
        self._cores.setValue(int(settings.get(WORKERS)))
        self._cores.setAccessibleName(self.tr("Processor cores used"))
        self.body.addWidget(heading(QLabel(self.tr("Pictures"), self)))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._small)
        row.addWidget(self._side)
        row.addStretch(1)
        self.body.addLayout(row)
        self._explain(self.tr("Icons and thumbnails, mostly."))
        self.body.addWidget(self._colour)
        self._explain(self.tr("Grey and black-and-white files, which some models see differently."))
        self.body.addSpacing(2 * SPACE)
        self.body.addWidget(heading(QLabel(self.tr("This computer"), self)))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(QLabel(self.tr("Processor cores used"), self))
        row.addWidget(self._cores)
        row.addStretch(1)
        self.body.addLayout(row)
        self._explain(self.tr("Other programs come first in any case; fewer cores make less noise."), indent=False)
        self.body.addStretch(1)

    def _explain(self, text: str, *, indent: bool = True) -> None:
        label = quiet(QLabel(text, self))
        label.setContentsMargins(3 * SPACE if indent else 0, 0, 0, SPACE)
        self.body.addWidget(label)

    @property
    def rules(self) -> CleaningRules:
        default = CleaningRules()
        return CleaningRules(
            min_side=self._side.value() if self._small.isChecked() else default.min_side,
            rgb_only=self._colour.isChecked(),
        )

    @property
    def workers(self) -> int:
        return self._cores.value()

    def keep(self) -> None:
        """Remember what is the same for every folder."""
        self._settings.set(WORKERS, self.workers)
