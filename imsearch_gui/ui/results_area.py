"""The middle of the window: the status line and, under it, the grid or a sentence in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.records import LibraryState, SearchResult
from imsearch_gui.domain.wording import counted
from imsearch_gui.ui.empty_state import EmptyState
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.status_line import StatusLine


class ResultsArea(QWidget):
    """Shows a result, or says why there is none and what to do next."""

    picture_wanted = Signal()
    paste_wanted = Signal()
    again_wanted = Signal()
    models_wanted = Signal()
    nothing_wanted = Signal()
    """Show again what stands here while nothing was asked."""

    def __init__(self, thumbnails: ThumbnailService, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = StatusLine(self)
        self.view = ResultsView(thumbnails, side, self)
        self.empty = EmptyState(drop_area=True, parent=self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.status)
        column.addWidget(self.pages, 1)
        self.result: SearchResult | None = None

    def show_nothing(self, state: LibraryState | None) -> None:
        """Nothing has been asked yet."""
        self.result = None
        images = state.images if state else 0
        self.status.show_library(images)
        self.view.show_result(None)
        self.empty.say(
            "image",
            self.tr("Drop, paste or open a picture"),
            self.tr("What looks like it among {0} is shown here, best first.").format(
                counted(images, self.tr("picture"))
            ),
            [(self.tr("Open a picture…"), self.picture_wanted.emit), (self.tr("Paste"), self.paste_wanted.emit)],
        )
        self.pages.setCurrentWidget(self.empty)

    def show_no_words(self, title: str) -> None:
        """Words were asked of a library whose models know pictures only."""
        self.empty.say(
            "words",
            self.tr("This library cannot be searched with words yet"),
            self.tr(
                "{0} knows pictures, not words. Install a model that takes words, such as CLIP, and index the folders with"
                " it; then type again."
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
        if not again or before is None or before.matches != result.matches:
            self.view.show_result(result, same_query=again)
        if result.matches:
            self.pages.setCurrentWidget(self.view)
        else:
            self.empty.say(
                "search",
                self.tr("Nothing was found"),
                self.tr("No picture of this library has been indexed with this model yet."),
                [(self.tr("Index again"), self.again_wanted.emit)],
            )
            self.pages.setCurrentWidget(self.empty)
        return not again
