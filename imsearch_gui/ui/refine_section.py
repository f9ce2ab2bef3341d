"""What is done to an answer to make it better: quiet while nothing is, and never forgotten while something is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.ui.filter_fields import combo
from imsearch_gui.ui.fold import Fold
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, quiet


class RefineSection(Fold):
    """Reports the refinement that is wanted; shows the one that it is given."""

    wanted = Signal(object)
    """Refinement"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Refine"), parent)
        self.refinement = PLAIN
        self.clear = QToolButton(self)
        self.clear.setIcon(icon("clear"))
        self.clear.setToolTip(self.tr("Switch all refinements off"))
        self.clear.setAccessibleName(self.tr("Switch all refinements off"))
        self.clear.clicked.connect(lambda: self.wanted.emit(PLAIN))
        self.beside.addWidget(self.clear)
        name = quiet(QLabel(self.tr("Query &expansion"), self.inner))
        self.expansion = combo(self.inner, self.tr("Query expansion"))
        self.expansion.setToolTip(
            tip(
                self.tr(
                    "Searches a second time with the picture and its best matches together: more of the same kind are found in"
                    " twice the time, but wrong first matches lead astray."
                )
            )
        )
        name.setBuddy(self.expansion)
        for kind in Expansion:
            self.expansion.addItem(tr(kind.label), kind.value)
        self.expansion.activated.connect(lambda: self._want(expansion=Expansion(self.expansion.currentData())))
        self.reciprocal = self._switch(
            self.tr("Shared &neighbours"),
            self.tr(
                "Of the best 200 matches, those come first that have their neighbours in common with the picture: more of"
                " the same kind are found in a few hundredths of a second, but the best match may be lost."
            ),
        )
        self.reciprocal.clicked.connect(lambda on: self._want(reciprocal=on))
        self.geometry_ = self._switch(
            self.tr("Check &geometry"),
            self.tr(
                "Of the best 50 matches, those come first in which points of the picture are found again in the same"
                " arrangement: the same thing is found from another side, in some seconds for pictures that are looked at for"
                " the first time."
            ),
        )
        self.geometry_.clicked.connect(lambda on: self._want(geometry=on))
        layout = QVBoxLayout(self.inner)
        layout.setContentsMargins(0, 0, 0, SPACE)
        layout.setSpacing(SPACE // 2)
        for widget in (name, self.expansion):
            layout.addWidget(widget)
        layout.addSpacing(SPACE // 2)
        for switch in (self.reciprocal, self.geometry_):
            layout.addWidget(switch)
        self.show_refinement(PLAIN)

    def _switch(self, text: str, about: str) -> QCheckBox:
        switch = QCheckBox(text, self.inner)
        switch.setAccessibleName(text.replace("&", ""))
        switch.setAccessibleDescription(about)
        switch.setToolTip(tip(about))
        return switch

    def show_refinement(self, refinement: Refinement) -> None:
        """Show what is asked; nothing is told."""
        self.refinement = refinement
        self.expansion.setCurrentIndex(self.expansion.findData(refinement.expansion.value))
        self.reciprocal.setChecked(refinement.reciprocal)
        self.geometry_.setChecked(refinement.geometry)
        on = sum((refinement.expansion is not Expansion.NONE, refinement.reciprocal, refinement.geometry))
        self.say(tr("%Ln refinement(s)", "", on) if on else "")
        self.clear.setVisible(on > 0)

    def _want(self, **changed: Any) -> None:
        refinement = replace(self.refinement, **changed)
        if refinement != self.refinement:
            self.wanted.emit(refinement)
