"""A model that the library has vectors of, as the page of the library shows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import ModelFacts
from imsearch_gui.ui.libraries import words
from imsearch_gui.ui.libraries.card import Card
from imsearch_gui.ui.libraries.drawers import ModelRemovalDrawer


class ModelCard(Card):
    """Shows what it is told."""

    removal_wanted = Signal(str)
    """Id of the model."""

    def __init__(self, part: ModelFacts, parent: QWidget) -> None:
        super().__init__("model", parent)
        self.part = part
        self._holds = self.add_line()
        self.remove = self.add_button(tr("Remove vectors…"), self._ask_removal)

    def show_part(self, part: ModelFacts, *, only: bool) -> None:
        """What the library has of it now; the only one cannot be removed."""
        self.part = part
        self.name.setText(part.model.title)
        self._holds.setText(words.model_line(part))
        self.remove.setEnabled(not only)
        self.remove.setToolTip(tr("The only model: without it the library could not be searched") if only else "")
        self.describe(part.model.title, self._holds.text())

    def _ask_removal(self) -> None:
        drawer = ModelRemovalDrawer(self.part, self)
        self.open(drawer, lambda: self.removal_wanted.emit(self.part.model.id), drawer.keep)
