"""Puts the page of evaluations into the window, in the place of the pictures. The page is loaded when it is opened first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import LibraryState, Query
from imsearch_gui.domain.settings import TOP

if TYPE_CHECKING:
    from imsearch_gui.ui.evaluate.page import EvaluatePage
    from imsearch_gui.ui.main_window import MainWindow


class EvaluateParts(QObject):
    """Connects itself to the window; knows what stands in its middle."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._action = window.actions_.evaluate
        self._ground: QWidget = window.welcome
        self.page: EvaluatePage | None = None
        self.room = QWidget(window)
        """Where the page is put."""
        layout = QVBoxLayout(self.room)
        layout.setContentsMargins(0, 0, 0, 0)
        window.stack.addWidget(self.room)
        program = window.program
        self._action.triggered.connect(lambda: self.open())
        program.libraries.opened.connect(self._opened)
        program.libraries.changed.connect(self._show_able)
        program.libraries.closed.connect(lambda: self._show_able(None))
        program.search.query_changed.connect(self._query_changed)
        program.evaluating.finished.connect(lambda _: self._say(tr("The evaluation is done."), tr("Show")))
        program.evaluating.failed.connect(lambda sentence: self._say(sentence, tr("Show"), problem=True))
        self._show_able(program.libraries.current)

    @property
    def shown(self) -> bool:
        """Whether the page stands where the pictures would."""
        return self._window.stack.currentWidget() is self.room

    def show_ground(self, ground: QWidget) -> None:
        """What stands in the middle of the window while the page does not."""
        self._ground = ground
        if not self.shown:
            self._window.stack.setCurrentWidget(ground)

    def open(self) -> EvaluatePage:
        """Show the page, as it was left."""
        page = self.page if self.page is not None else self._make()
        self._window.stack.setCurrentWidget(self.room)
        page.come()
        return page

    def leave(self) -> None:
        """Show the pictures again."""
        if self.shown:
            self._window.stack.setCurrentWidget(self._ground)
            # The page has asked for smaller ones of the same images.
            self._window.results.renew_thumbnails()
            view = self._window.area.current_view
            (view if view.isVisible() else self._window.top_bar.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> EvaluatePage:
        from imsearch_gui.ui.evaluate.page import EvaluatePage

        page = self.page = EvaluatePage(self._window.program, self.room)
        layout = self.room.layout()
        assert layout is not None
        layout.addWidget(page)
        page.left.connect(self.leave)
        page.asked.connect(self._ask)
        return page

    def _opened(self, state: LibraryState) -> None:
        self.leave()
        self._show_able(state)
        if self.page is not None:
            self.page.use_library(state)

    def _show_able(self, state: LibraryState | None) -> None:
        able = state is not None and state.images > 0 and bool(state.models)
        self._action.setEnabled(able)
        if not able:
            self.leave()

    def _query_changed(self, query: Query | None) -> None:
        """Somebody searches: what comes is shown where the page was."""
        if query is not None:
            self.leave()

    def _ask(self, query: Query) -> None:
        program = self._window.program
        program.search.ask_again(replace(query, top=int(program.settings.get(TOP))))
        # The very question that was asked last changes nothing in the query.
        self.leave()

    def _say(self, sentence: str, deed: str, *, problem: bool = False) -> None:
        """News of an evaluation for those who look at something else meanwhile."""
        if not self.shown:
            self._window.messages.say(sentence, problem=problem, action=(deed, self.open))
