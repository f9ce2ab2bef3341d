"""Looking closely, put together: the viewer over the window, and what the details panel is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence

from imsearch_gui.bridge.details import DetailsReader
from imsearch_gui.bridge.viewing import Viewing
from imsearch_gui.domain.records import ImageRecord, LibraryState, SearchResult
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.viewer.locating import Locating
from imsearch_gui.ui.viewer.sides import rows_of, selected_count
from imsearch_gui.ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from imsearch_gui.ui.main_window import MainWindow

MOST_ADDED_UP = 10_000
"""Chosen matches whose sizes are added up; of more only the number is said."""


class Looking(QObject):
    """Owns the viewer of a window and connects it; reads details for its panel. Ends with the window's program."""

    def __init__(self, window: MainWindow, viewing: Viewing, details: DetailsReader) -> None:
        super().__init__(window)
        self._window = window
        self._details = details
        self._ground = window.stack.parentWidget() or window
        self.viewer = Viewer(window.results, viewing, self._ground)
        program, results, panel = window.program, window.results, window.details
        results.preview_requested.connect(self.viewer.look)
        self._add_compare()
        results.selectionModel().selectionChanged.connect(self._selection_changed)
        results.results.modelReset.connect(self._selection_changed)
        panel.preview_requested.connect(self.viewer.look)
        panel.details_wanted.connect(self._read)
        details.ready.connect(panel.show_details)
        details.failed.connect(lambda sentence: window.messages.say(sentence, problem=True))
        viewer = self.viewer
        viewer.similar_requested.connect(program.search.find_similar)
        viewer.reveal_requested.connect(program.desktop.reveal)
        program.search.examples_shown.connect(viewer.show_examples)
        program.search.answered.connect(self._answered)
        program.search.cleared.connect(viewer.leave)
        self.locating = Locating(viewer, program.search, window.messages)
        program.libraries.opened.connect(self._library_opened)
        program.libraries.changed.connect(self._library_changed)
        for part in (window.stack, self._ground):
            part.installEventFilter(self)

    def _add_compare(self) -> None:
        results = self._window.results
        action = QAction(icon("compare"), self.tr("Compare"), results)
        action.setShortcut(QKeySequence("C"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self.viewer.look(comparing=True))
        results.addAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return False

    def _fit(self) -> None:
        """Cover everything below the top bar; a message stays in sight."""
        ground = self._ground
        top = self._window.stack.mapTo(ground, QPoint(0, 0)).y()
        self.viewer.setGeometry(QRect(0, top, ground.width(), ground.height() - top))

    # -- the details ------------------------------------------------------------------------------------------------

    def _read(self, image: ImageRecord | None) -> None:
        if image is None:
            self._details.forget()
        else:
            state = self._window.program.libraries.current
            self._details.read(image, state.folder if state is not None else None)

    def _selection_changed(self, *_: QItemSelection) -> None:
        results = self._window.results
        selection = results.selectionModel().selection()
        chosen = selected_count(selection)
        if chosen < 2:
            self._window.details.show_several(0, None)
            return
        total = None
        if chosen <= MOST_ADDED_UP:
            rows = rows_of(selection, MOST_ADDED_UP)
            total = sum(results.results.match_at(row).image.file_size for row in rows)
        self._window.details.show_several(chosen, total)

    def _answered(self, result: SearchResult) -> None:
        self.viewer.set_metric(result.query.metric)

    def _library_opened(self, state: LibraryState) -> None:
        self.viewer.leave()
        self._library_changed(state)

    def _library_changed(self, state: LibraryState) -> None:
        offline = [root.path for root in state.roots if not root.online]
        self.viewer.panes.set_offline(offline)
        self._window.details.set_offline(offline)
