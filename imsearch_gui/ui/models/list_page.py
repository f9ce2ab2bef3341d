"""The models as cards, in two groups: on this computer, and available."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from imsearch_gui.bridge.model_manager import IMPORT, ModelList, ModelManager, Uses
from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.transfer import InstallState
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.models import words
from imsearch_gui.ui.models.card_view import CardView
from imsearch_gui.ui.models.scroll import Scroll
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.tab_order import has_focus_inside
from imsearch_gui.ui.theme import ICON, SPACE, heading, quiet


class Group(QWidget):
    """A heading with a number, and what belongs under it."""

    def __init__(self, name: str, empty: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._number = quiet(QLabel(self))
        self._empty = quiet(QLabel(empty, self))
        self._empty.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(heading(QLabel(name, self)))
        head.addWidget(self._number)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addLayout(head)
        self._column.addWidget(self._empty)

    def show_widgets(self, widgets: Sequence[QWidget], *, number: int | None = None) -> None:
        """These, in this order, and nothing else; what is there already stays where it is on the screen.

        `number` stands beside the heading where it is not that of the widgets.
        """
        shown = len(widgets) if number is None else number
        self._number.setText(count(shown) if shown else "")
        self._empty.setVisible(not widgets)
        for place, widget in enumerate(widgets):
            self._column.insertWidget(2 + place, widget)
            # At once, not with the next event: what is not shown yet can neither be scrolled to nor take the keyboard.
            widget.show()


class Trouble(QWidget):
    """A folder of a model that cannot be used, and what to do."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        text = QLabel(sentence, self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(Sign("warning", ICON, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)


class ModelListPage(Scroll):
    """Shows what the manager lists, and passes on what the cards are asked for."""

    page_wanted = Signal(str)
    """Address of a page of the web."""
    rearranged = Signal()
    """Something was added or taken away."""

    def __init__(self, manager: ModelManager, models: ModelSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manager = manager
        self._models = models
        self._cards: dict[str, CardView] = {}
        self._wanted = ""
        self._inner = inner = QWidget(self)
        self._here = Group(self.tr("On this computer"), self.tr("No model is on this computer."), inner)
        self._there = Group(self.tr("Available"), self.tr("Every model of the catalogue is on this computer."), inner)
        self._broken = Group(self.tr("Cannot be used"), "", inner)
        self._here.hide()
        self._there.hide()
        self._broken.hide()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        for group in (self._here, self._broken, self._there):
            layout.addWidget(group)
        layout.addStretch(1)
        self.setWidget(inner)
        self._connect()

    def _connect(self) -> None:
        manager, models = self._manager, self._models
        manager.listed.connect(self.show_list)
        manager.install_changed.connect(self._show_install)
        manager.uses_found.connect(self._show_uses)
        manager.verify_changed.connect(self._show_verifying)
        manager.verified.connect(self._show_verdict)
        manager.failed.connect(self._show_problem)
        manager.installed.connect(self._want)
        manager.accepted.connect(self._want)
        models.measured.connect(self._show_speed)
        models.unmeasured.connect(self._unmeasured)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def card(self, model: str) -> CardView | None:
        return self._cards.get(model)

    def show_list(self, models: ModelList) -> None:
        """Cards that are as before stay as they are, with what they say and what is open below them."""
        focused = next((name for name, view in self._cards.items() if has_focus_inside(view)), "")
        cards = {card.id: card for card in (*models.available, *models.installed)}
        for name in [name for name, view in self._cards.items() if not _same(cards.get(name), view.card)]:
            view = self._cards.pop(name)
            view.hide()
            view.deleteLater()
        for card in models.installed + models.available:
            if card.id not in self._cards:
                self._cards[card.id] = self._make_card(card)
        self._here.show_widgets([self._cards[card.id] for card in models.installed])
        self._there.show_widgets([self._cards[card.id] for card in models.available if not cards[card.id].installed])
        self._show_problems(models.problems)
        self._here.show()
        self._there.show()
        self.rearranged.emit()
        self._measure(models.installed)
        self._show_wanted(focused)

    def _show_problems(self, sentences: Sequence[str]) -> None:
        for old in self._broken.findChildren(Trouble):
            old.hide()
            old.deleteLater()
        self._broken.show_widgets([Trouble(sentence, self._broken) for sentence in sentences])
        self._broken.setVisible(bool(sentences))

    def _make_card(self, card: ModelCard) -> CardView:
        manager = self._manager
        view = CardView(card, words.recipe_command(card), self._inner)
        view.install_wanted.connect(lambda model, terms: manager.install(model, accept_terms=terms))
        view.cancel_wanted.connect(manager.cancel)
        view.uses_wanted.connect(manager.find_uses)
        view.remove_wanted.connect(manager.remove)
        view.verify_wanted.connect(manager.verify)
        view.measure_wanted.connect(self._measure_again)
        view.page_wanted.connect(self.page_wanted)
        view.list_wanted.connect(manager.refresh)
        view.opened.connect(lambda: self._drawer_opened(view))
        view.show_install(manager.installs.get(card.id))
        if card.id in manager.verifying:
            view.show_verifying(True)
        if card.id in self._models.measuring:
            view.show_speed(None, measuring=True)
        return view

    def _measure(self, installed: Sequence[ModelCard]) -> None:
        """Speeds that are not known yet are measured behind the window, as in the wizard."""
        for card in installed:
            if card.images_per_second is None and card.id not in self._models.unmeasurable:
                self._cards[card.id].show_speed(None, measuring=True)
                self._models.measure(card.id)

    def _measure_again(self, model: str) -> None:
        self._cards[model].show_speed(None, measuring=True)
        self._models.measure(model, again=True)

    def _want(self, model: str) -> None:
        self._wanted = model

    def _show_wanted(self, focused: str) -> None:
        """What has just come in is scrolled to; the keyboard stays with the card that had it."""
        wanted, self._wanted = self._wanted, ""
        view = self._cards.get(wanted or focused)
        if view is not None and (wanted or not has_focus_inside(view)):
            view.focus()
            self._lay_out()
            self.ensureWidgetVisible(view, 0, SPACE)

    def _drawer_opened(self, view: CardView) -> None:
        self.rearranged.emit()
        self._lay_out()
        self.ensureWidgetVisible(view, 0, SPACE)

    def _lay_out(self) -> None:
        """Now, so that what has come has its place."""
        for part in (self._here, self._there, self._inner):
            layout = part.layout()
            if layout is not None:
                layout.activate()

    # -- what the bridge says ---------------------------------------------------------------------------------------

    def _show_install(self, model: str, state: InstallState | None) -> None:
        if model in self._cards:
            self._cards[model].show_install(state)

    def _show_uses(self, model: str, uses: Uses) -> None:
        if model in self._cards:
            self._cards[model].show_uses(uses)

    def _show_verifying(self, model: str, verifying: bool) -> None:
        if model in self._cards:
            self._cards[model].show_verifying(verifying)

    def _show_verdict(self, model: str, cosine: float) -> None:
        if model in self._cards:
            self._cards[model].show_verdict(cosine)

    def _show_problem(self, model: str, sentence: str) -> None:
        if model != IMPORT and model in self._cards:
            self._cards[model].show_problem(sentence)

    def _unmeasured(self, model: str) -> None:
        self._show_speed(model, None)

    def _show_speed(self, model: str, images_per_second: float | None) -> None:
        if model in self._cards:
            self._cards[model].show_speed(images_per_second)


def _same(card: ModelCard | None, shown: ModelCard) -> bool:
    """Whether a card may stay; its speed is told apart."""
    return card is not None and replace(card, images_per_second=shown.images_per_second) == shown
