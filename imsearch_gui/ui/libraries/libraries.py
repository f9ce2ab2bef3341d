"""Puts the libraries into the window: the list behind the button, the page, the question before one is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import LibraryEntry, LibraryFacts, RootFacts
from imsearch_gui.ui.libraries import words
from imsearch_gui.ui.libraries.switcher import Switcher
from imsearch_gui.ui.one_dialog import show_one

if TYPE_CHECKING:
    from imsearch_gui.ui.libraries.page import LibraryPage
    from imsearch_gui.ui.main_window import MainWindow

UNHURRIED_S = 60.0
"""A question about somebody's folders stays so long; it comes again with the library."""


class Libraries(QObject):
    """Connects itself to the window and to the program behind it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._program = window.program
        actions = window.actions_
        below = (actions.new_library, actions.open_library, actions.samples, actions.this_library)
        self.switcher = Switcher(below, window)
        self._entries: tuple[LibraryEntry, ...] = ()
        self._deleting: Path | None = None
        self._connect()

    def _connect(self) -> None:
        program, window, switcher = self._program, self._window, self.switcher
        care = program.care
        window.top_bar.libraries_wanted.connect(self.open_list)
        window.actions_.libraries.triggered.connect(self.open_list)
        window.actions_.this_library.triggered.connect(lambda: self.open_page())
        window.actions_.new_library.triggered.connect(lambda: window.dialogs.open_wizard(new=True))
        switcher.chosen.connect(program.libraries.open)
        switcher.renamed.connect(care.rename)
        switcher.renamed.connect(lambda *_: care.list())
        switcher.forgotten.connect(self._forget)
        switcher.deletion_wanted.connect(self.ask_deletion)
        switcher.reveal_wanted.connect(lambda folder: program.desktop.reveal(folder / "catalog.sqlite"))
        care.listed.connect(self._listed)
        care.weighed.connect(self._ask)
        care.deleted.connect(self._deleted)
        care.failed.connect(lambda sentence: window.messages.say(sentence, problem=True))
        program.watching.failed.connect(lambda sentence: window.messages.say(sentence, problem=True))
        program.watching.went_offline.connect(self._say_offline)
        program.watching.came_back.connect(self._say_back)
        program.consent.wanted.connect(self._ask_to_watch)

    def open_list(self) -> None:
        """The list of libraries, with what is known of them; what is new of them follows."""
        state = self._program.libraries.current
        known = {entry.folder: entry for entry in self._entries}
        recent = self._program.libraries.recent()
        self._entries = tuple(known.get(folder) or LibraryEntry(folder, folder.name) for folder in recent)
        self.switcher.show_entries(self._entries, state.folder if state else None)
        self.switcher.open_below(self._window.top_bar.library)
        self._program.care.list()

    def open_page(self) -> LibraryPage:
        """The page of the library; the one of a window, brought to the front where it is open already."""
        from imsearch_gui.ui.libraries.page import LibraryPage

        def make() -> LibraryPage:
            page = LibraryPage(self._program, self._window)
            page.folder_wanted.connect(self._window.dialogs.open_wizard)
            page.skipped_wanted.connect(self._window.dialogs.show_skipped)
            page.deletion_wanted.connect(self.ask_deletion)
            page.evaluation_wanted.connect(page.close)
            page.evaluation_wanted.connect(self._window.evaluate.open)
            return page

        return show_one(self._window, LibraryPage, make)

    def ask_deletion(self, folder: Path) -> None:
        """Ask before a library is deleted, once it is known what is in it."""
        self._deleting = folder
        self._program.care.weigh(folder)

    def _listed(self, entries: Sequence[LibraryEntry]) -> None:
        self._entries = tuple(entries)
        state = self._program.libraries.current
        self.switcher.show_entries(self._entries, state.folder if state else None)

    def _forget(self, folder: Path) -> None:
        self._program.libraries.forget(folder)
        self._program.care.list()

    def _ask(self, facts: LibraryFacts) -> None:
        if facts.folder != self._deleting:
            return
        self._deleting = None
        question, more = words.deletion(facts)
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(more)
        box.addButton(tr("Delete the library"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(
            lambda: self._program.care.delete(facts.folder)
        )
        keep = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.open()

    def _deleted(self, folder: Path) -> None:
        self._window.messages.say(
            tr("The library {0} is deleted; its pictures are where they were.").format(folder.name)
        )
        self._program.care.list()

    def _say_offline(self, parts: Sequence[RootFacts]) -> None:
        if parts:
            self._window.messages.say(" ".join(words.offline_line(part) for part in parts))

    def _ask_to_watch(self, roots: Sequence[Path]) -> None:
        """For a library that was made elsewhere: its folders are not watched just because it says so."""
        state = self._program.libraries.current
        if state is None:
            return
        names = ", ".join(str(root) for root in roots)
        sentence = tr(
            "This library, which may have been made elsewhere, asks for folders to be watched, so that their pictures are taken in"
            " by themselves: {0}. They are not watched unless you want it."
        )
        # Of this library, whichever is open when the answer comes.
        action = (tr("Watch them"), lambda: self._program.consent.give(state, roots))
        self._window.messages.say(sentence.format(names), action=action, seconds=UNHURRIED_S)

    def _say_back(self, roots: Sequence[Path]) -> None:
        names = ", ".join(root.name or str(root) for root in roots)
        self._window.messages.say(tr("Back again: {0}.").format(names))
