"""A model as a card of the manager: what it is, what it costs, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.model_manager import Uses
from imsearch_gui.bridge.transfer import InstallState
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import Terms
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.domain.wording import rate
from imsearch_gui.ui.card import paint_card
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.link_label import LinkLabel
from imsearch_gui.ui.models import words
from imsearch_gui.ui.models.drawers import Drawer, RecipeDrawer, RemovalDrawer, TermsDrawer
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.tab_order import has_focus_inside
from imsearch_gui.ui.theme import SPACE, heading, quiet, repolish

SMALL = 16
HEAD = 3 * SPACE
"""Height of the first line, whether there is a button in it or not."""
PROGRESS_STEPS = 1000
"""Of the bar: bytes of a large model are more than its int holds."""


class CardView(QWidget):
    """Shows what it is told; each wish is a signal with the id of the model."""

    install_wanted = Signal(str, bool)
    """Id, and whether the user has accepted the terms."""
    cancel_wanted = Signal(str)
    uses_wanted = Signal(str)
    remove_wanted = Signal(str)
    verify_wanted = Signal(str)
    measure_wanted = Signal(str)
    page_wanted = Signal(str)
    """Address of a page of the web."""
    list_wanted = Signal()
    opened = Signal()
    """A drawer has come, or says more than before."""

    def __init__(self, card: ModelCard, command: str, parent: QWidget) -> None:
        """`command` makes the model where it has a recipe."""
        super().__init__(parent)
        self.card = card
        self._command = command
        self.drawer: Drawer | None = None
        self._installing = self._verifying = False
        self._speed = quiet(QLabel(self))
        self._told = QWidget(self)
        self._status = QLabel(self._told)
        self._bar = QProgressBar(self._told)
        self.install = _button(self, self.tr("Install"), self._install)
        self.make = _button(self, self.tr("How to make it…"), self._show_recipe)
        self.measure = _measure_button(self)
        self.verify = _button(self, self.tr("Verify"), lambda: self.verify_wanted.emit(self.card.id))
        self.remove = _button(self, self.tr("Remove…"), self._ask_removal)
        self.cancel = _button(self, self.tr("Cancel"), lambda: self.cancel_wanted.emit(self.card.id))
        self._told.hide()
        self._build()
        self.show_speed(card.images_per_second)
        self._update()

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(self.card.title)
        self._status.setWordWrap(True)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of installing {0}").format(self.card.title))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE + SPACE // 2)
        self._layout.setSpacing(SPACE // 2)
        self._layout.addLayout(self._head())
        summary, *labels = self._labels()
        self._layout.addWidget(summary)
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, SPACE // 2, 0, 0)
        told.setSpacing(SPACE // 2)
        told.addWidget(self._bar)
        told.addWidget(self._status)
        column = QVBoxLayout()
        column.setSpacing(SPACE // 2)
        for widget in (*labels, self._told):
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addLayout(column, 1)
        for button in self._buttons:
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._layout.addLayout(foot)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.install, self.make, self.verify, self.remove, self.cancel

    def _head(self) -> QHBoxLayout:
        title = ElidedLabel(self.card.title, self)
        heading(title)
        tag = quiet(QLabel(words.tags(self.card), self))
        row = QHBoxLayout()
        # What ends the line is the icon, not the button around it.
        row.setContentsMargins(0, 0, -(HEAD - SMALL) // 2, 0)
        row.setSpacing(SPACE)
        row.addStrut(HEAD)
        row.addWidget(title)
        row.addWidget(tag)
        row.addStretch(1)
        row.addWidget(self._speed)
        row.addWidget(self.measure)
        return row

    def _labels(self) -> list[QLabel]:
        summary = QLabel(self.card.summary, self)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setWordWrap(True)
        about = quiet(LinkLabel(words.facts_html(self.card), self))
        about.setToolTip(tip(words.sources(self.card)))
        about.linkActivated.connect(self.page_wanted)
        summary.setVisible(bool(self.card.summary))
        labels: list[QLabel] = [summary, about]
        if doubt := words.unverified(self.card):
            line = ElidedLabel(doubt, self, mode=Qt.TextElideMode.ElideRight)
            line.set_about(words.sources(self.card))
            labels.append(quiet(line))
        return labels

    # -- what is told -----------------------------------------------------------------------------------------------

    def show_install(self, state: InstallState | None) -> None:
        """How far its installation is; None where there is none."""
        began = state is not None and not self._installing
        self._installing = state is not None
        if began:
            self.close_drawer()
        if state is not None:
            self._say(words.install_words(state))
            progress = state.progress
            known = progress is not None and progress.total > 0 and not state.waiting
            self._bar.setRange(0, PROGRESS_STEPS if known or state.waiting else 0)
            self._bar.setValue(PROGRESS_STEPS * progress.done // progress.total if known and progress else 0)
        elif not self._verifying:
            self._say("")
        self._update()

    def show_verifying(self, verifying: bool) -> None:
        self._verifying = verifying
        self._bar.setRange(0, 0)
        self._say(self.tr("Verifying…") if verifying else "")

    def show_verdict(self, cosine: float) -> None:
        """What verifying has found."""
        self._say(words.verdict(cosine), problem=not cosine >= words.RIGHT)

    def show_problem(self, sentence: str) -> None:
        """What did not work, here where it was asked for."""
        self._say(sentence, problem=True)
        self.close_drawer()

    def show_speed(self, images_per_second: float | None, *, measuring: bool = False) -> None:
        """Pictures a second on this machine; None while that is not known."""
        if images_per_second is not None:
            text = self.tr("{0} on this computer").format(rate(images_per_second))
        else:
            text = self.tr("measuring its speed…") if measuring else ""
        self._speed.setText(text)
        self.measure.setEnabled(not measuring)
        self._describe()

    def show_uses(self, uses: Uses) -> None:
        """Which libraries use the model, where that was asked for."""
        if isinstance(self.drawer, RemovalDrawer):
            self.drawer.show_uses(uses)
            self.opened.emit()

    def _say(self, sentence: str, *, problem: bool = False) -> None:
        self._status.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._show_problem_colour(problem)
        self._update()

    def _show_problem_colour(self, problem: bool) -> None:
        if self._status.property("problem") != problem:
            self._status.setProperty("problem", problem)
            repolish(self._status)

    def _describe(self) -> None:
        parts = [
            words.tags(self.card),
            self.card.summary,
            *words.facts(self.card),
            words.licence(self.card),
            words.unverified(self.card),
            self._speed.text(),
            self._status.text(),
        ]
        self.setAccessibleDescription(". ".join(part for part in parts if part))

    def _update(self) -> None:
        """Buttons as the state asks for; the focus goes to what takes the place of the button that had it."""
        card, busy, open_ = self.card, self._installing or self._verifying, self.drawer is not None
        had_focus = any(button.hasFocus() for button in self._buttons)
        self._bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.install.setVisible(not card.installed and not card.recipe and not busy and not open_)
        self.make.setVisible(not card.installed and bool(card.recipe) and not open_)
        self.measure.setVisible(card.installed)
        self.verify.setVisible(card.installed and not busy and not open_)
        self.remove.setVisible(card.installed and not card.built_in and not busy and not open_)
        self._describe()
        if had_focus and not any(button.hasFocus() and button.isVisibleTo(self) for button in self._buttons):
            self.focus()

    def focus(self) -> None:
        """Give the keyboard to the first thing that can be done here."""
        first = next((button for button in self._buttons if button.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- drawers ----------------------------------------------------------------------------------------------------

    def _install(self) -> None:
        if self.card.terms is Terms.OPEN:
            self.install_wanted.emit(self.card.id, False)
            return
        drawer = TermsDrawer(self.card, self)
        drawer.page_wanted.connect(self.page_wanted)
        self._open(drawer, lambda: self.install_wanted.emit(self.card.id, True))
        drawer.fetch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_removal(self) -> None:
        drawer = RemovalDrawer(self.card, self)
        self._open(drawer, lambda: self.remove_wanted.emit(self.card.id))
        # What cannot be undone is not what a second Enter does.
        drawer.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.uses_wanted.emit(self.card.id)

    def _show_recipe(self) -> None:
        drawer = RecipeDrawer(self.card, self._command, self)
        self._open(drawer, self.list_wanted.emit)
        drawer.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, drawer: Drawer, agreed: object) -> None:
        self.drawer = drawer
        self._say("")
        self._layout.addWidget(drawer)
        drawer.agreed.connect(agreed)
        drawer.closed.connect(self.close_drawer)
        drawer.show()
        self._update()
        self.opened.emit()

    def close_drawer(self) -> None:
        """Put away what was opened below the card."""
        drawer, self.drawer = self.drawer, None
        if drawer is None:
            return
        had_focus = has_focus_inside(drawer)
        drawer.hide()
        drawer.deleteLater()
        self._update()
        if had_focus:
            self.focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self)
        painter.end()


def _button(view: CardView, text: str, work: object) -> QPushButton:
    button = QPushButton(text, view)
    button.setAutoDefault(False)
    # Many cards have the same buttons: a screen reader says of which model this one is.
    button.setAccessibleName(tr("{0} {1}", "what a button does, and to what").format(text.rstrip("…"), view.card.title))
    button.clicked.connect(work)
    return button


def _measure_button(view: CardView) -> QToolButton:
    button = QToolButton(view)
    button.setIcon(icon("measure"))
    button.setIconSize(QSize(SMALL, SMALL))
    button.setFixedSize(HEAD, HEAD)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolTip(tr("Measure its speed on this computer"))
    button.setAccessibleName(tr("Measure the speed of {0}").format(view.card.title))
    button.clicked.connect(lambda: view.measure_wanted.emit(view.card.id))
    return button
