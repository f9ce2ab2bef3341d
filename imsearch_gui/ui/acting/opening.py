"""Open, and Open with: one picture or several."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from imsearch_gui.bridge.acting.open_with import LISTS, MOST, OpenWith
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.results_area import ResultsArea
from imsearch_gui.ui.results_view import KEYS_ONLY

KEYS = "Ctrl+Shift+Return"


class OpeningParts(QObject):
    """Puts "Open with" behind "Open" in the menu of the results, filled when it is looked at."""

    def __init__(self, area: ResultsArea, opening: OpenWith, messages: MessageBar) -> None:
        super().__init__(area)
        view = area.view
        self._area, self._view, self._opening, self._messages = area, view, opening, messages
        self._asked: tuple[Path, ...] = ()
        self.menu = QMenu(self.tr("Open with"), view)
        self.menu.aboutToShow.connect(self._ask)
        keys = QAction(self.tr("Open with…"), view)
        keys.setShortcuts([QKeySequence(KEYS), QKeySequence("Ctrl+Shift+Enter")])
        keys.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        keys.triggered.connect(self.choose)
        shown = self.menu.menuAction() if LISTS else keys
        keys.setProperty(KEYS_ONLY, LISTS)
        view.addAction(keys)
        actions = view.actions()
        reveal = next((action for action in actions if action.shortcut() == QKeySequence("Ctrl+Shift+O")), None)
        view.insertAction(reveal, shown)  # type: ignore[arg-type]
        view.open_all_requested.connect(self._open_all)
        opening.listed.connect(self._fill)

    def choose(self) -> None:
        """Let somebody choose a program for what is selected."""
        files = self._files()
        if not files:
            return
        if LISTS:
            view = self._area.current_view
            self.menu.popup(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center()))
        elif sys.platform == "darwin":
            dialog = QFileDialog(self._view.window(), self.tr("Open with"), "/Applications")
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setNameFilter(self.tr("Applications (*.app)"))
            dialog.fileSelected.connect(lambda name: self._opening.open_with_app(Path(name), files))
            dialog.open()
        else:
            for file in files:
                self._opening.ask_system(file)

    def _files(self) -> tuple[Path, ...]:
        """What is selected; nothing, and a sentence, where that is too much at once."""
        files = tuple(match.image.path for match in self._view.selected_matches(most=MOST + 1))
        if len(files) > MOST:
            self._too_many()
            return ()
        return files

    def _too_many(self) -> None:
        self._messages.say(tr("More than %Ln picture(s) are not opened at once: select fewer.", "", MOST))

    def _open_all(self, files: Sequence[Path]) -> None:
        if len(files) > MOST:
            self._too_many()
        else:
            self._opening.open_all(files)

    def _ask(self) -> None:
        self._asked = tuple(match.image.path for match in self._view.selected_matches(most=MOST + 1))
        many = len(self._asked) > MOST
        self._say(tr("At most %Ln picture(s) at once", "", MOST) if many else self.tr("Looking…"))
        if not many:
            self._opening.list_programs(self._asked)

    def _say(self, text: str) -> None:
        self.menu.clear()
        self.menu.addAction(text).setEnabled(False)

    def _fill(self, files: tuple[Path, ...], programs: Sequence[object]) -> None:
        from imsearch_gui.bridge.acting.desktop_entries import Program

        if files != self._asked:
            return
        if not programs:
            self._say(self.tr("No program is known for it"))
            return
        self.menu.clear()
        for program in programs:
            assert isinstance(program, Program)
            # A sign of and in a name is no mark for a key.
            action = self.menu.addAction(QIcon.fromTheme(program.icon), program.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, program=program: self._opening.open_with(program, files))
        if self.menu.isVisible():
            # It was laid out for one line.
            self.menu.adjustSize()
