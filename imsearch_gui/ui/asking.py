"""Connects the query panel to what it asks for: steps, filters, match strength, history and saved searches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from imsearch_gui.domain.filters import EVERYTHING
from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.domain.records import Query, SearchResult, TextExample
from imsearch_gui.domain.refinement import Expansion
from imsearch_gui.domain.settings import STRENGTH
from imsearch_gui.ui.history_popup import HistoryPopup, SavePopup
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.kept_words import suggested
from imsearch_gui.ui.theme import SPACE

if TYPE_CHECKING:
    from imsearch_gui.ui.main_window import MainWindow


class AskingParts(QObject):
    """All that a window does with queries beside making one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.query_panel
        search = window.program.search
        self.history = HistoryPopup(window)
        self.saving = SavePopup(window)
        self.undo = self._action(self.tr("Back to the query before"), "back", search.undo, "Ctrl+Z", "Alt+Left")
        self.redo = self._action(
            self.tr("Forward to the query after"), "forward", search.redo, "Ctrl+Shift+Z", "Ctrl+Y", "Alt+Right"
        )
        self.show_history = self._action(self.tr("Saved searches and history"), "history", self._open_history, "Ctrl+H")
        self.save = self._action(self.tr("Save this search…"), "star", self._open_saving, "Ctrl+S")
        self._panel.strength.show_tenths(int(window.program.settings.get(STRENGTH)))
        window.area.set_strength(self._panel.strength.strength)
        self._connect()
        self._show_query(search.query)

    def _action(self, text: str, sign: str, work: Callable[[], object], *keys: str) -> QAction:
        """An action of the window with a button beside the heading of the panel."""
        action = QAction(icon(sign), text, self._window)
        action.setShortcuts([QKeySequence(one) for one in keys])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(self.tr("{0} ({1})").format(text.rstrip("…"), shown))
        action.triggered.connect(lambda: work())
        self._window.addAction(action)
        button = QToolButton(self._panel)
        button.setDefaultAction(action)
        button.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        button.setAccessibleName(text.rstrip("…"))
        self._panel.tools.addWidget(button)
        return action

    def _connect(self) -> None:
        program, panel, area = self._window.program, self._panel, self._window.area
        search, keeper = program.search, program.kept_queries
        search.query_changed.connect(self._show_query)
        search.steps_changed.connect(self._show_steps)
        search.filters_changed.connect(panel.filters.show_filters)
        search.refinement_changed.connect(panel.refine.show_refinement)
        search.answered.connect(self._show_result)
        search.cleared.connect(lambda: panel.strength.set_able(True))
        panel.examples.swap.clicked.connect(search.swap)
        panel.filters.wanted.connect(search.set_filters)
        panel.refine.wanted.connect(search.set_refinement)
        area.unfilter_wanted.connect(lambda: search.set_filters(EVERYTHING))
        panel.filters.opened.connect(program.facets.want)
        program.facets.counted.connect(panel.filters.show_facets)
        panel.strength.chosen.connect(area.set_strength)
        panel.strength.chosen.connect(lambda _: program.settings.set(STRENGTH, panel.strength.tenths))
        keeper.listed.connect(self.history.show_lists)
        self.history.asked.connect(keeper.ask)
        self.history.renamed.connect(keeper.rename)
        self.history.clear_wanted.connect(keeper.clear_history)
        self.history.removed.connect(self._remove)
        self.saving.named.connect(self._save)
        for source in (program.facets, keeper):
            source.failed.connect(lambda sentence: self._window.messages.say(sentence, problem=True))
        self._show_steps(False, False)

    def _show_query(self, query: Query | None) -> None:
        self.save.setEnabled(query is not None)
        if query is not None and query.filters != self._panel.filters.filters:
            self._panel.filters.show_filters(query.filters)
        if query is not None:
            self._panel.refine.show_refinement(query.refinement)

    def _show_steps(self, can_undo: bool, can_redo: bool) -> None:
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def _show_result(self, result: SearchResult) -> None:
        several = len(result.query.examples) > 1 or isinstance(result.query.examples[0], TextExample)
        expanded = result.query.refinement.expansion is not Expansion.NONE
        self._panel.strength.set_able(result.scale is not None, several=several or expanded)

    def _below(self, action: QAction) -> QWidget:
        """The button of an action; the top bar where the panel is folded away."""
        for button in self._panel.findChildren(QToolButton):
            # Also not one that is scrolled out of sight.
            if button.defaultAction() is action and not button.visibleRegion().isEmpty():
                return button
        return self._window.top_bar

    def _open_history(self) -> None:
        self._window.program.kept_queries.refresh()
        self.history.open_below(self._below(self.show_history))

    def _open_saving(self) -> None:
        query = self._window.program.search.query
        if query is not None:
            self.saving.ask(suggested(query), self._below(self.save))

    def _save(self, name: str) -> None:
        self._window.program.kept_queries.save(name)
        self._window.messages.say(self.tr("“{0}” is saved; it is listed above the history (Ctrl+H).").format(name))

    def _remove(self, kept: KeptQuery) -> None:
        self.history.say_removed(kept, self._window.program.kept_queries.remove(kept))
