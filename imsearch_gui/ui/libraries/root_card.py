"""A folder of the library, as the page of the library shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import Emptiness, RootFacts, Way
from imsearch_gui.ui.libraries import words
from imsearch_gui.ui.libraries.card import Card
from imsearch_gui.ui.libraries.drawers import OptionsDrawer, RootRemovalDrawer
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.theme import SPACE, repolish


class RootCard(Card):
    """Shows what it is told; each wish is a signal with the path of the root."""

    index_wanted = Signal(object)
    options_wanted = Signal(object, bool, object, bool)
    """Path, with subfolders, globs to leave out, watched."""
    count_wanted = Signal(object, bool, object)
    """Path, with subfolders, globs to leave out."""
    place_wanted = Signal(object)
    """It has moved, and the user is to say where it is."""
    removal_wanted = Signal(object)
    keep_wanted = Signal(object)
    """Its pictures are gone, and are kept."""
    gone_wanted = Signal(object)
    """Its pictures are gone, and are to leave the library."""

    def __init__(self, part: RootFacts, parent: QWidget) -> None:
        super().__init__("folder", parent)
        self.part = part
        self._relinking = False
        self._place = self.add_line(Qt.TextElideMode.ElideMiddle)
        self._holds = self.add_line()
        self._state = self.add_line()
        self._asks = QWidget(self)
        self._question = plain(QLabel(self._asks))
        self.keep = QPushButton(tr("Keep them"), self._asks)
        self.gone = QPushButton(tr("They are gone"), self._asks)
        self.index = self.add_button(tr("Index now"), lambda: self.index_wanted.emit(self.path))
        self.place = self.add_button(tr("It has moved…"), lambda: self.place_wanted.emit(self.path))
        self.options = self.add_button(tr("Options…"), self._open_options)
        self.remove = self.add_button(tr("Remove…"), self._ask_removal)
        self._build_question()

    @property
    def path(self) -> Path:
        return self.part.root.path

    def _build_question(self) -> None:
        self._question.setWordWrap(True)
        self._question.setProperty("problem", True)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        for button, signal in ((self.keep, self.keep_wanted), (self.gone, self.gone_wanted)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.path))
            row.addWidget(button)
        layout = QVBoxLayout(self._asks)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._question)
        layout.addLayout(row)
        self._asks.hide()
        self.body.addWidget(self._asks)

    # -- what is told -----------------------------------------------------------------------------------------------

    def show_part(self, part: RootFacts, way: Way | None, minutes: int) -> None:
        """What the library knows of it now."""
        self.part = part
        offline = not part.root.online
        self.sign.show_icon("offline" if offline else "folder")
        self.name.setText(part.root.path.name or str(part.root.path))
        self._place.setText(words.place(part.root.path.parent))
        self._holds.setText(words.root_line(part))
        kept = part.emptiness is Emptiness.KEPT and not offline
        state = words.emptied_line(part) if kept else words.watch_line(part, way, minutes)
        if offline:
            state = tr("Offline: its pictures are kept, and found as before")
        self._state.setText(tr("Looking whether it is there…") if self._relinking else state)
        if self._state.property("problem") != offline:
            self._state.setProperty("problem", offline)
            repolish(self._state)
        asks = part.emptiness is Emptiness.ASKED and not offline
        self._question.setText(words.emptied_line(part) if asks else "")
        self._asks.setVisible(asks)
        self.index.setVisible(not offline)
        self.options.setVisible(not offline)
        self.place.setVisible(offline)
        self.describe(
            self.name.text(), str(part.root.path), self._holds.text(), self._state.text(), self._question.text()
        )

    def show_relinking(self, relinking: bool) -> None:
        """Its new place is being looked at."""
        self._relinking = relinking
        self.place.setEnabled(not relinking)
        if relinking:
            self._state.setText(tr("Looking whether it is there…"))

    def show_left_out(self, number: int) -> None:
        if isinstance(self.drawer, OptionsDrawer):
            self.drawer.show_left_out(number)

    # -- drawers ----------------------------------------------------------------------------------------------------

    def _open_options(self) -> None:
        drawer = OptionsDrawer(self.part, self)
        drawer.count_wanted.connect(lambda recursive, globs: self.count_wanted.emit(self.path, recursive, globs))
        self.open(drawer, lambda: self._apply(drawer), drawer.exclude_line)

    def _apply(self, drawer: OptionsDrawer) -> None:
        self.options_wanted.emit(self.path, drawer.subfolders.isChecked(), drawer.exclude, drawer.watch.isChecked())
        self.close_drawer()

    def _ask_removal(self) -> None:
        drawer = RootRemovalDrawer(self.part, self)
        # What takes pictures out of the library is not what a second Enter does.
        self.open(drawer, lambda: self.removal_wanted.emit(self.path), drawer.keep)
