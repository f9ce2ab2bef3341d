"""The grid of matches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.arrangement import Places
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.ui.dragging import MOST, drag_files
from imsearch_gui.ui.grid_view import GridView, ranges_of, selection_of
from imsearch_gui.ui.match_actions import add_match_actions
from imsearch_gui.ui.results_delegate import ResultsDelegate
from imsearch_gui.ui.results_model import ResultsModel, Role

AHEAD_LINES = 1
"""Lines of the grid above and below the visible ones whose thumbnails are asked for, too."""
SETTLE_MS = 15
MOST_KEPT = 10_000
"""Chosen images that stay chosen when the order changes; beyond that nobody chose them one by one."""
KEYS_ONLY = "keys only"
"""Property of an action that has keys here but stands deeper in the menu, or not at all."""


class ResultsView(GridView):
    """Shows a ResultsModel; asks for the thumbnails of what can be seen."""

    preview_requested = Signal()
    """The current match should be shown large."""
    open_requested = Signal(object)
    """Path of an image to be opened with the desktop's viewer."""
    open_all_requested = Signal(object)
    """list[Path]: the same for several."""
    similar_requested = Signal(object)
    """ImageRecord"""
    join_requested = Signal(object, object)
    """ImageRecord and Way: it should join the query."""
    reveal_requested = Signal(object)
    """Path"""
    copy_requested = Signal(object)
    """list[Path] of the chosen images, the current one first."""
    match_chosen = Signal(object)
    """Match | None: the current one."""
    side_wanted = Signal(int)
    """Thumbnails should be larger (+1) or smaller (-1): Ctrl with the wheel."""

    def __init__(self, thumbnails: ThumbnailService, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._delegate = ResultsDelegate(side, self)
        self._results = ResultsModel(self)
        self.setModel(self._results)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Matches, best first"))
        self.setProperty("grid", True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_thumbnails)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.verticalScrollBar().rangeChanged.connect(self._look_soon)
        self._results.modelReset.connect(self._look_soon)
        # Not `activated`: on some desktops that is a single click, and here a click chooses.
        self.doubleClicked.connect(lambda _: self.preview_requested.emit())
        add_match_actions(self)
        thumbnails.ready.connect(self._results.set_thumbnail)
        thumbnails.failed.connect(self._results.set_problem)
        self.set_cell(self._delegate.cell())

    @property
    def results(self) -> ResultsModel:
        return self._results

    def show_result(
        self,
        result: SearchResult | None,
        *,
        same_query: bool = False,
        places: Places | None = None,
        strong: int | None = None,
    ) -> None:
        """Show another result from its first row on; the answer to the same query anew keeps place and choice."""
        with self._choice_kept(same_query):
            self._results.set_result(result, places=places, strong=strong)
            self._divide()

    def arrange(self, places: Places | None, strong: int) -> None:
        """The same matches in another order, or with the weaker ones beginning elsewhere; what was chosen stays so."""
        with self._choice_kept(True):
            self._results.arrange(places, strong)
            self._divide()

    def _divide(self) -> None:
        rows, strong = self._results.rowCount(), self._results.strong
        text = self.tr("weaker matches") if strong else self.tr("no strong match; these are the best there are")
        self.set_split(strong if strong < rows else None, text)

    @contextmanager
    def _choice_kept(self, keep: bool) -> Iterator[None]:
        index = self.currentIndex()
        current = self._match(index).image.id if keep and index.isValid() else None
        chosen = [match.image.id for match in self.selected_matches(most=MOST_KEPT)] if keep else []
        place = self.verticalScrollBar().value() if keep else 0
        yield
        self._choose(chosen, current)
        self.verticalScrollBar().setValue(place)

    def _choose(self, image_ids: Sequence[int], current: int | None) -> None:
        row = self._results.row_of(current) if current is not None else None
        if row is not None:
            self.selectionModel().setCurrentIndex(self._results.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        rows = [row for image_id in image_ids if (row := self._results.row_of(image_id)) is not None]
        if rows:
            self.selectionModel().select(selection_of(self._results, rows), QItemSelectionModel.SelectionFlag.Select)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        index = self.currentIndex()
        self.match_chosen.emit(self._match(index) if index.isValid() and self.selectionModel().hasSelection() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_soon()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.side_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @property
    def side(self) -> int:
        """The longest side of a thumbnail, in pixels of the window."""
        return self._delegate.side

    def set_side(self, side: int) -> None:
        """Thumbnails of another size; what is chosen, or else what is in the middle, stays in view."""
        seen, current = self.visible_rows(), self.currentIndex()
        row = current.row() if current.isValid() and current.row() in seen else sum((seen.start, seen.stop)) // 2
        self._delegate.side = side
        self.set_cell(self._delegate.cell())
        if seen:
            self.scrollTo(self._results.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.viewport().update()
        self.renew_thumbnails()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.renew_thumbnails()
        return super().event(event)

    def renew_thumbnails(self) -> None:
        """Ask for all of them anew: the screen or the files have changed."""
        self._results.forget_thumbnails()
        self._look_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.set_cell(self._delegate.cell())

    def startDrag(self, actions: Qt.DropAction) -> None:
        paths = [match.image.path for match in self.selected_matches(most=MOST)]
        image = self.currentIndex().data(Role.THUMBNAIL)
        drag_files(self, paths, image if isinstance(image, QImage) else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_soon()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_menu(event, self)

    def show_menu(self, event: QContextMenuEvent, view: QAbstractItemView) -> None:
        """What can be done with the match under the mouse, or with the chosen one where the key asked; in any view of the model."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if self.current_match() is None or not (by_key or view.indexAt(event.pos()).isValid()):
            return
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action in self.actions() if not action.property(KEYS_ONLY)])
        centre = view.visualRect(view.currentIndex()).center()
        menu.popup(view.viewport().mapToGlobal(centre) if by_key else event.globalPos())

    def current_match(self) -> Match | None:
        """The current match, unless others are selected without it."""
        index, selection = self.currentIndex(), self.selectionModel()
        fits = index.isValid() and (selection.isSelected(index) or not selection.hasSelection())
        return self._match(index) if fits else None

    def update_marks(self, marks: Mapping[int, Marks]) -> None:
        """What was noted of some images has changed, by image id; shown at once."""
        self._results.update_marks(marks)
        index = self.currentIndex()
        if index.isValid() and self._match(index).image.id in marks:
            self.match_chosen.emit(self._match(index))

    def set_offline(self, roots: Sequence[Path]) -> None:
        """Images below these folders are not there just now."""
        self._results.set_offline(roots)

    def _look_soon(self) -> None:
        """Not at every step of a scroll, but not only at its end either."""
        if self.isVisible() and not self._settle.isActive():
            self._settle.start()

    def selected_matches(self, *, most: int | None = None) -> list[Match]:
        """Those that are selected, in the order that is shown; at most so many of them."""
        # By runs: Qt's list of selected indexes would hold one for each cell of a row, of a million rows.
        runs = sorted((part.top(), part.bottom() + 1) for part in ranges_of(self.selectionModel().selection()))
        rows = (row for first, end in runs for row in range(first, end))
        return [self._results.match_at(row) for row in islice(rows, most)]

    def _match(self, index: QModelIndex) -> Match:
        return self._results.match_at(index.row())

    def _ask_for_thumbnails(self) -> None:
        self.ask_for_thumbnails(self.visible_rows(around=AHEAD_LINES), self._delegate.side)

    def ask_for_thumbnails(self, rows: range, side: int) -> None:
        """Of these rows, `side` pixels of the window long; what was asked for and is seen no more is let go."""
        current = self.currentIndex()
        # The details show the current one, wherever the grid has been scrolled to.
        wanted = [*rows, current.row()] if current.isValid() else rows
        self._thumbnails.retain(self._results.match_at(row).image.id for row in wanted)
        pixels = round(side * self.devicePixelRatioF())
        # The newest request is served first, so the last row is asked for first.
        for row in reversed(rows):
            if self._results.lacks_thumbnail(row):
                image = self._results.match_at(row).image
                known = self._thumbnails.request(image.id, image.path, pixels)
                if known is not None:
                    self._results.set_thumbnail(image.id, known)
