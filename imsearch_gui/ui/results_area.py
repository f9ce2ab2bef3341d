"""The middle of the window: the status line and, under it, the grid or a sentence in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from imsearch_gui.bridge.arranging import AT_ONCE, Arranging
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.arrangement import BEST_FIRST, Arrangement, Places, strong_count
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import LibraryState, Match, SearchResult
from imsearch_gui.domain.settings import SHOW_LIST, THUMBNAIL_SIZE
from imsearch_gui.ui.empty_state import EmptyState
from imsearch_gui.ui.results_bar import ResultsBar
from imsearch_gui.ui.results_table import ResultsTable
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.status_line import StatusLine

HEADER = "columns"
NARROW = 560
"""Pixels of width below which the size of thumbnails is left to the keys."""


def _differ(before: Sequence[Match], now: Sequence[Match]) -> bool:
    """Whether other matches are to be shown; of very many it is quicker to show them than to compare all that is known of them."""
    return len(now) > AT_ONCE or before != now


class ResultsArea(QWidget):
    """Shows a result, or says why there is none and what to do next."""

    picture_wanted = Signal()
    paste_wanted = Signal()
    again_wanted = Signal()
    models_wanted = Signal()
    unfilter_wanted = Signal()
    """Ask again without filters."""
    nothing_wanted = Signal()
    """Show again what stands here while nothing was asked."""
    list_shown = Signal(bool)
    """The list or the grid was chosen."""

    def __init__(
        self,
        thumbnails: ThumbnailService,
        side: int,
        arranging: Arranging,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.status = StatusLine(self)
        self.bar = ResultsBar(side, self)
        self.status.add_controls(self.bar)
        self.view = ResultsView(thumbnails, side, self)
        self.table = ResultsTable(self.view, thumbnails, self)
        self.arranging = arranging
        self._arrangement = BEST_FIRST
        self._reordered = False
        self._strength = 0.0
        self._listed = False
        self.empty = EmptyState(drop_area=True, parent=self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.status)
        column.addWidget(self.pages, 1)
        self.result: SearchResult | None = None
        self.bar.arrangement_wanted.connect(self.set_arrangement)
        self.bar.list_wanted.connect(self.show_list)
        self.bar.side_wanted.connect(self.view.set_side)
        self.view.side_wanted.connect(self.bar.step)
        self.table.arrangement_wanted.connect(self.set_arrangement)
        self.arranging.ready.connect(self._arranged)
        self._show_bar(False)

    def keep(self, program: Program) -> None:
        """Take up how it was left the last time, and remember how it is left."""
        settings = program.settings
        self.bar.actions_for(self.window())
        self.bar.side_wanted.connect(lambda side: settings.set(THUMBNAIL_SIZE, side))
        self.list_shown.connect(lambda listed: settings.set(SHOW_LIST, listed))
        self.table.restore_header(settings.state(HEADER))
        self.table.header_left.connect(lambda state: settings.keep_state(HEADER, state))
        program.libraries.opened.connect(self._show_offline)
        program.libraries.changed.connect(self._show_offline)
        self.show_list(bool(settings.get(SHOW_LIST)))

    def _show_offline(self, state: LibraryState) -> None:
        self.view.set_offline([root.path for root in state.roots if not root.online])

    @property
    def current_view(self) -> QAbstractItemView:
        """The grid or the list, whichever is in use."""
        return self.table if self._listed else self.view

    def show_list(self, listed: bool) -> None:
        """The list, or the grid; the same pictures stay chosen, and in view."""
        shown = self.pages.currentWidget() is self.current_view
        focused = self.current_view.hasFocus()
        self._listed = listed
        self.bar.show_list(listed)
        self.view.renew_thumbnails()
        if shown:
            self.pages.setCurrentWidget(self.current_view)
            self._show_current()
        if focused:
            self.current_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list_shown.emit(listed)

    @property
    def listed(self) -> bool:
        """Whether the list is in use."""
        return self._listed

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Another order; it stays for the next queries."""
        self._arrangement = arrangement
        self.bar.show_arrangement(arrangement)
        self.table.show_arrangement(arrangement)
        self._reordered = self.result is not None
        self._arrange()

    def set_strength(self, strength: float) -> None:
        """Matches that are less strong (`domain.strength`) stand below a line; 0 for no line."""
        if strength != self._strength:
            self._strength = strength
            self._arrange()

    def focus_matches(self) -> None:
        """Bring the keyboard to the matches; the first one is what keys are for until another is chosen."""
        if self.result is not None and self.result.matches:
            selection = self.view.selectionModel()
            if not selection.currentIndex().isValid():
                selection.setCurrentIndex(self.view.results.index(0), selection.SelectionFlag.NoUpdate)
            self.current_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        if self.result is not None:
            self.arranging.arrange(self.result, self._arrangement, self._strong(self.result))

    def _arranged(self, result: SearchResult, places: Places | None, strong: int) -> None:
        if result is self.result:
            self.view.arrange(places, strong)
            if self.pages.currentWidget() is not self.empty:
                self._say_strong(strong)
            if self._reordered:
                self._reordered = False
                self._show_current()

    def _show_current(self) -> None:
        """What is chosen is in view, and else what is first now."""
        view, index = self.current_view, self.view.currentIndex()
        if index.isValid():
            view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            view.scrollToTop()

    def _strong(self, result: SearchResult) -> int:
        return strong_count(result, self._strength)

    def _say_strong(self, strong: int) -> None:
        asked = self._strength > 0 and self.result is not None and self.result.scale is not None
        self.status.show_strong(strong if asked else None)

    def _show_bar(self, shown: bool) -> None:
        self.bar.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.set_narrow(self.width() < NARROW)

    def show_nothing(self, state: LibraryState | None) -> None:
        """Nothing has been asked yet."""
        self.result = None
        images = state.images if state else 0
        self.status.show_library(images)
        self._show_bar(False)
        self.arranging.forget()
        self.view.show_result(None)
        self.empty.say(
            "image",
            self.tr("Drop, paste or open a picture"),
            tr("What looks like it among %Ln picture(s) is shown here, best first.", "", images),
            [(self.tr("Open a picture…"), self.picture_wanted.emit), (self.tr("Paste"), self.paste_wanted.emit)],
        )
        self.pages.setCurrentWidget(self.empty)

    def show_no_words(self, title: str) -> None:
        """Words were asked of a library whose models know pictures only; the last answer waits until one goes back."""
        if self.result is not None:
            self.status.show_library(self.result.library_size)
        self._show_bar(False)
        self.empty.say(
            "words",
            self.tr("This library cannot be searched with words yet"),
            self.tr(
                "{0} knows pictures, not words. Install a model that takes words, such as CLIP, and index the folders with"
                " it; then press Enter again."
            ).format(title),
            [(self.tr("Models…"), self.models_wanted.emit), (self.tr("Back"), self._go_back)],
        )
        self.pages.setCurrentWidget(self.empty)

    def _go_back(self) -> None:
        result, self.result = self.result, None
        if result is None:
            self.nothing_wanted.emit()
        else:
            self.show_result(result)

    def show_result(self, result: SearchResult) -> bool:
        """Show an answer; True where it is the answer to another query than the one shown before."""
        again = self.result is not None and self.result.query == result.query
        before, self.result = self.result, result
        self.status.show_result(result)
        if not again or before is None or before.scale != result.scale or _differ(before.matches, result.matches):
            self._show_matches(result, again)
        self._say_strong(self._strong(result))
        self._show_bar(bool(result.matches))
        if result.matches:
            self.pages.setCurrentWidget(self.current_view)
        elif result.query.filters.active:
            self.empty.say(
                "search",
                self.tr("No picture passes the filters"),
                self.tr(
                    "They leave nothing of this library to search in. Clear them, or change them beside the query."
                ),
                [(self.tr("Clear the filters"), self.unfilter_wanted.emit)],
            )
            self.pages.setCurrentWidget(self.empty)
        else:
            self.empty.say(
                "search",
                self.tr("Nothing was found"),
                self.tr("No picture of this library has been indexed with this model yet."),
                [(self.tr("Index again"), self.again_wanted.emit)],
            )
            self.pages.setCurrentWidget(self.empty)
        return not again

    def _show_matches(self, result: SearchResult, again: bool) -> None:
        """Best first at once; in another order as soon as that is known."""
        self.view.show_result(result, same_query=again, strong=self._strong(result))
        if self._arrangement != BEST_FIRST:
            self._arrange()
