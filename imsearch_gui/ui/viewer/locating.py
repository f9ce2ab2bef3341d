"""Where in the match that is looked at the query is found again: asked for and shown while that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject

from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.records import ImageRecord, Match, SearchResult
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.viewer.viewer import Viewer


class Locating(QObject):
    """Connects a viewer with the search; what the user wants stays wanted from match to match, and from look to look."""

    def __init__(self, viewer: Viewer, search: SearchSession, messages: MessageBar) -> None:
        super().__init__(viewer)
        self._viewer, self._search, self._messages = viewer, search, messages
        self._image: ImageRecord | None = None
        """That is shown, or asked for."""
        viewer.bar.where_wanted.connect(self._set_wanted)
        viewer.match_shown.connect(self._show)
        viewer.closed.connect(self._forget)
        search.answered.connect(self._answered)
        search.localising.found.connect(self._take)
        search.localising.failed.connect(self._fail)

    def _answered(self, _: SearchResult) -> None:
        """Another query is found again elsewhere."""
        self._viewer.bar.where.setVisible(self._search.localises)
        self._forget()

    def _set_wanted(self, wanted: bool) -> None:
        if not wanted:
            self._forget()
        elif self._viewer.match is not None:
            self._show(self._viewer.match)

    def _show(self, match: Match) -> None:
        bar = self._viewer.bar
        if self._image is not None and self._image.id != match.image.id:
            self._forget()
        if self._image is None and bar.where.isChecked() and bar.where.isVisibleTo(bar):
            self._image = match.image
            self._search.localise(match.image)

    def _take(self, image: ImageRecord, likeness: Likeness) -> None:
        if self._image is not None and self._image.id == image.id:
            self._viewer.pane.canvas.show_likeness(likeness)

    def _fail(self, sentence: str) -> None:
        self._viewer.bar.where.setChecked(False)
        self._forget()
        self._messages.say(sentence, problem=True)

    def _forget(self) -> None:
        self._image = None
        self._search.localising.forget()
        self._viewer.pane.canvas.show_likeness(None)
