"""Page 2: which model, as cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.domain.records import ModelCard, ModelRecord
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.theme import BESIDE, ICON, SPACE
from imsearch_gui.ui.wizard.model_choice import ModelChoice, OtherModel
from imsearch_gui.ui.wizard.page import Page

MORE_INDENT = 3
"""Pixels, with which the icon stands below that of the card above."""


class ModelPage(Page):
    """One card a model. The recommended one is chosen from the start, or one that the library has already."""

    chosen_changed = Signal()
    more_wanted = Signal()
    """The user wants to see what models there are besides."""

    def __init__(self, models: ModelSession, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Which model?"),
            self.tr(
                "The model decides what counts as alike. A library can be indexed with several, one after another."
            ),
            parent,
        )
        self._models = models
        self._choices: list[ModelChoice] = []
        self._pictures = 0
        self._used: tuple[ModelRecord, ...] = ()
        self._untouched = True
        self._wanted: Path | None = None
        self._folders: set[str] = set()
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        other = OtherModel(self._inner)
        other.clicked.connect(self._choose_folder)
        self._column.addWidget(other)
        more = QHBoxLayout()
        more.setContentsMargins(MORE_INDENT, 0, 0, 0)
        more.addWidget(self._more_button())
        more.addStretch(1)
        self._column.addLayout(more)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        self.body.addWidget(self._area, 1)
        self._problem = plain(QLabel(self))
        self._problem.setProperty("problem", True)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        models.listed.connect(self._show)
        models.measured.connect(self._measured)
        models.unmeasured.connect(self._unmeasured)
        models.added.connect(self._added)
        models.failed.connect(self._failed)
        models.list()

    def _more_button(self) -> QToolButton:
        button = QToolButton(self._inner)
        button.setText(self.tr("More models…"))
        button.setToolTip(self.tr("Models to be had, and what can be done with those that are here"))
        button.setIcon(icon("model"))
        button.setIconSize(QSize(ICON + BESIDE, ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self.more_wanted)
        return button

    # -- what was chosen --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> ModelCard | None:
        return next((choice.card for choice in self._choices if choice.isChecked()), None)

    @property
    def model(self) -> str:
        """Id or folder of the chosen model; empty while none is."""
        return self.chosen.id if self.chosen is not None else ""

    @property
    def speed(self) -> float | None:
        """Pictures a second of the chosen model, as measured here; None while that is not known."""
        return next((choice.speed for choice in self._choices if choice.isChecked()), None)

    @property
    def complete(self) -> bool:
        return self.chosen is not None

    @property
    def missing(self) -> str:
        return "" if self.complete else self.tr("Choose a model.")

    def first_focus(self) -> QWidget | None:
        return next((choice for choice in self._choices if choice.isChecked()), None)

    # -- what is told -----------------------------------------------------------------------------------------------

    def show_pictures(self, pictures: int) -> None:
        """Say for each model how long so many take."""
        self._pictures = pictures
        for choice in self._choices:
            choice.show_pictures(pictures)

    def prefer(self, used: Sequence[ModelRecord]) -> None:
        """The library that is added to has these: unless the user has chosen, one of them is what makes sense."""
        self._used = tuple(used)
        for choice in self._choices:
            choice.show_used(self._is_used(choice.card))
        self._choose_for_the_user()
        if self._choices:
            self._ask_for_used()

    def _choose_for_the_user(self) -> None:
        if not self._choices or not self._untouched:
            return
        likely = [choice for choice in self._choices if self._is_used(choice.card)] or self._choices
        best = next((choice for choice in likely if choice.card.recommended), likely[0])
        best.setChecked(True)

    def _is_used(self, card: ModelCard) -> bool:
        return any(card.id in (record.id, str(record.folder)) for record in self._used)

    def _show(self, cards: tuple[ModelCard, ...]) -> None:
        """The models that are installed; told again whenever there is one more or less."""
        chosen, here = self.model, {card.id: replace(card, images_per_second=None) for card in cards}
        gone = [
            choice
            for choice in self._choices
            if choice.card.id not in self._folders
            and here.get(choice.card.id) != replace(choice.card, images_per_second=None)
        ]
        for choice in gone:
            self._choices.remove(choice)
            choice.hide()
            choice.setParent(None)
            choice.deleteLater()
        for card in cards:
            choice = self._add(card)
            if card.id == chosen:
                choice.setChecked(True)
        if self.chosen is None:
            self._untouched = True
        self._choose_for_the_user()
        self._ask_for_used()
        if gone:
            self.complete_changed.emit()

    def _ask_for_used(self) -> None:
        """A model that the library has but that is not installed lies in a folder of its own."""
        known = {choice.card.id for choice in self._choices}
        for record in self._used:
            if record.id not in known and str(record.folder) not in known:
                self._models.add_folder(record.folder)

    def _add(self, card: ModelCard) -> ModelChoice:
        known = next((choice for choice in self._choices if choice.card.id == card.id), None)
        if known is not None:
            return known
        choice = ModelChoice(card, self._inner)
        choice.show_pictures(self._pictures)
        choice.show_used(self._is_used(card))
        choice.toggled.connect(lambda checked: self._toggled(choice) if checked else None)
        choice.clicked.connect(self._touched)
        self._column.insertWidget(len(self._choices), choice)
        before = self._choices[-1] if self._choices else None
        self._choices.append(choice)
        if before is not None:
            QWidget.setTabOrder(before, choice)
        if card.images_per_second is None:
            self._models.measure(card.id)
        return choice

    def _added(self, card: ModelCard) -> None:
        self._folders.add(card.id)
        choice = self._add(card)
        if self._wanted is not None and card.id == str(self._wanted):
            self._wanted = None
            self._problem.hide()
            self._touched()
            choice.setChecked(True)
            choice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._choose_for_the_user()

    def _touched(self) -> None:
        self._untouched = False

    def _toggled(self, choice: ModelChoice) -> None:
        self._area.ensureWidgetVisible(choice, 0, SPACE)
        self.complete_changed.emit()
        self.chosen_changed.emit()

    def _unmeasured(self, model: str) -> None:
        self._measured(model, None)

    def _measured(self, model: str, images_per_second: float | None) -> None:
        for choice in self._choices:
            if choice.card.id == model:
                choice.show_speed(images_per_second)
                self.chosen_changed.emit()

    def _failed(self, sentence: str) -> None:
        self._wanted = None
        self._problem.setText(sentence)
        self._problem.show()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of a model"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()

    def _folder_chosen(self, name: str) -> None:
        self._problem.hide()
        self._wanted = Path(name)
        self._models.add_folder(self._wanted)
