"""Where in the match that is looked at the query is found again: asked for and shown while that is wanted."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject

from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.records import ImageRecord, Match, Query, SearchResult
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.viewer.viewer import Viewer


class Locating(QObject):
    """Connects a viewer with the search; what the user wants stays wanted from match to match, and from look to look."""

    def __init__(self, viewer: Viewer, search: SearchSession, messages: MessageBar) -> None:
        super().__init__(viewer)
        self._viewer, self._search, self._messages = viewer, search, messages
        self._query: Query | None = None
        """That the matches answer; another one may be on its way."""
        self._sought: Hashable = None
        """What is asked for, or shown."""
        self._is_shown = False
        viewer.bar.where_wanted.connect(self._set_wanted)
        viewer.match_shown.connect(self._show)
        viewer.closed.connect(self._forget)
        search.answered.connect(self._answered)
        # A query that is asked takes the place of what was sought, also where it fails.
        search.failed.connect(self._look_again)
        search.localising.found.connect(self._take)
        search.localising.failed.connect(self._fail)

    def _answered(self, result: SearchResult) -> None:
        self._query = result.query
        self._viewer.bar.where.setVisible(self._search.localises(result.query))
        self._look_again()

    def _look_again(self, _: str = "") -> None:
        if self._viewer.match is not None:
            self._show(self._viewer.match)

    def _set_wanted(self, wanted: bool) -> None:
        if wanted:
            self._look_again()
        else:
            self._forget()

    def _show(self, match: Match) -> None:
        bar, image = self._viewer.bar, match.image
        wanted = self._query is not None and bar.where.isChecked() and bar.where.isVisibleTo(bar)
        sought = self._key_of(image) if wanted else None
        if sought != self._sought:
            self._forget()
        # The same answer again, as when a library has grown, leaves what is shown as it is.
        if self._query is not None and sought is not None and not self._is_shown:
            self._sought = sought
            self._search.localise(self._query, image)

    def _key_of(self, image: ImageRecord) -> Hashable:
        """Another metric, or other filters, find the query again at the same place."""
        assert self._query is not None
        return self._query.like, self._query.model_id, image.id, image.mtime_ns

    def _take(self, image: ImageRecord, likeness: Likeness) -> None:
        if self._sought is None or self._sought != self._key_of(image):
            return
        self._is_shown = True
        self._viewer.pane.canvas.show_likeness(likeness)
        if float(likeness.shares.min()) == 1:
            self._messages.say(tr("{0} is like the query all over: nothing in it stands out.").format(image.path.name))

    def _fail(self, sentence: str) -> None:
        self._viewer.bar.where.setChecked(False)
        self._forget()
        self._messages.say(sentence, problem=True)

    def _forget(self) -> None:
        self._sought, self._is_shown = None, False
        self._search.localising.forget()
        self._viewer.pane.canvas.show_likeness(None)
