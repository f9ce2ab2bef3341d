"""The grid of matches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from imsearch_gui.bridge.search_session import Way
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.ui.copying import copy_paths
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.results_delegate import ResultsDelegate
from imsearch_gui.ui.results_model import ResultsModel

AHEAD_ROWS = 1
"""Lines of the grid above and below the visible ones whose thumbnails are asked for, too."""
BATCH = 1000
LAYOUT_SETTLE_MS = 15


class ResultsView(QListView):
    """Shows a ResultsModel; asks for the thumbnails of what can be seen."""

    preview_requested = Signal()
    """The current match should be shown large."""
    open_requested = Signal(object)
    """Path of an image to be opened with the desktop's viewer."""
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

    def __init__(self, thumbnails: ThumbnailService, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._delegate = ResultsDelegate(side, self)
        self._results = ResultsModel(self)
        self.setModel(self._results)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Matches, best first"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("grid", True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(LAYOUT_SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_thumbnails)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.verticalScrollBar().rangeChanged.connect(self._look_soon)
        self._results.modelReset.connect(self._look_soon)
        # Not `activated`: on some desktops that is a single click, and here a click chooses.
        self.doubleClicked.connect(lambda _: self._preview())
        self._add_actions()
        thumbnails.ready.connect(self._results.set_thumbnail)
        thumbnails.failed.connect(self._results.set_problem)

    def _add_actions(self) -> None:
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        for sign, text, keys, work in (
            ("similar", self.tr("Find similar"), ["Ctrl+Return", "Ctrl+Enter"], self._find_similar),
            ("plus", self.tr("More like this"), ["+"], lambda: self._join(Way.LIKE)),
            ("minus", self.tr("Less like this"), ["-"], lambda: self._join(Way.UNLIKE)),
            ("image", self.tr("Preview"), ["Space", "Return", "Enter"], self._preview),
            ("open", self.tr("Open"), ["Shift+Return", "Shift+Enter"], self._open),
            ("reveal", self.tr("Show in file manager"), ["Ctrl+Shift+O"], self._reveal),
            ("copy", self.tr("Copy picture"), [copy], self._copy),
            ("copy", self.tr("Copy path"), ["Ctrl+Shift+C"], self._copy_path),
        ):
            action = QAction(icon(sign), text, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(work)
            self.addAction(action)

    @property
    def results(self) -> ResultsModel:
        return self._results

    def show_result(self, result: SearchResult | None, *, same_query: bool = False) -> None:
        """Show another result from its best match on; the answer to the same query anew keeps place and choice."""
        chosen = [match.image.id for match in self.selected_matches()] if same_query else []
        index = self.currentIndex()
        current = self._match(index).image.id if same_query and index.isValid() else None
        place = self.verticalScrollBar().value() if same_query else 0
        self._results.set_result(result)
        self._choose(chosen, current)
        # The rows are laid out anew before the scroll bar knows its new range.
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def _choose(self, image_ids: Sequence[int], current: int | None) -> None:
        row = self._results.row_of(current) if current is not None else None
        if row is not None:
            self.selectionModel().setCurrentIndex(self._results.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        for image_id in image_ids:
            row = self._results.row_of(image_id)
            if row is not None:
                self.selectionModel().select(self._results.index(row), QItemSelectionModel.SelectionFlag.Select)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        index = self.currentIndex()
        self.match_chosen.emit(self._match(index) if index.isValid() and self.selectedIndexes() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_grid()
        super().resizeEvent(event)
        self._look_soon()

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
            self._set_grid()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if self.current_match() is None or not (by_key or self.indexAt(event.pos()).isValid()):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        centre = self.visualRect(self.currentIndex()).center()
        menu.popup(self.viewport().mapToGlobal(centre) if by_key else event.globalPos())

    def current_match(self) -> Match | None:
        """The current match, unless others are selected without it."""
        index, selection = self.currentIndex(), self.selectionModel()
        fits = index.isValid() and (selection.isSelected(index) or not selection.hasSelection())
        return self._match(index) if fits else None

    def _find_similar(self) -> None:
        if match := self.current_match():
            self.similar_requested.emit(match.image)

    def _join(self, way: Way) -> None:
        if match := self.current_match():
            self.join_requested.emit(match.image, way)

    def _preview(self) -> None:
        if self.current_match() is not None:
            self.preview_requested.emit()

    def _open(self) -> None:
        if match := self.current_match():
            self.open_requested.emit(match.image.path)

    def _reveal(self) -> None:
        if match := self.current_match():
            self.reveal_requested.emit(match.image.path)

    def _paths(self) -> list[Path]:
        chosen = self.current_match()
        paths = [match.image.path for match in self.selected_matches()]
        if chosen is None:
            return paths
        return [chosen.image.path, *(path for path in paths if path != chosen.image.path)]

    def _copy(self) -> None:
        if paths := self._paths():
            self.copy_requested.emit(paths)

    def _copy_path(self) -> None:
        if paths := self._paths():
            copy_paths(paths)

    def _look_soon(self) -> None:
        """Not at every step of a scroll, but not only at its end either."""
        if not self._settle.isActive():
            self._settle.start()

    def selected_matches(self) -> list[Match]:
        """Those that are selected, best first."""
        return [self._match(index) for index in sorted(self.selectedIndexes(), key=lambda index: index.row())]

    def _match(self, index: QModelIndex) -> Match:
        return self._results.match_at(index.row())

    def _set_grid(self) -> None:
        """As many columns as fit, spread over the whole width."""
        cell = self._delegate.cell()
        width = self.viewport().width() - 1
        columns = max(1, width // cell.width())
        grid = QSize(max(cell.width(), width // columns), cell.height())
        if grid != self.gridSize():
            self._delegate.width = grid.width()
            self.setGridSize(grid)

    def _ask_for_thumbnails(self) -> None:
        rows = self._visible_rows()
        current = self.currentIndex()
        # The details show the current one, wherever the grid has been scrolled to.
        wanted = [*rows, current.row()] if current.isValid() else rows
        self._thumbnails.retain(self._results.match_at(row).image.id for row in wanted)
        side = round(self._delegate.side * self.devicePixelRatioF())
        # The newest request is served first, so the last row is asked for first.
        for row in reversed(rows):
            if self._results.lacks_thumbnail(row):
                image = self._results.match_at(row).image
                known = self._thumbnails.request(image.id, image.path, side)
                if known is not None:
                    self._results.set_thumbnail(image.id, known)

    def _visible_rows(self) -> range:
        total = self._results.rowCount()
        grid = self.gridSize()
        if total == 0 or grid.isEmpty():
            return range(0)
        columns = max(1, (self.viewport().width() - 1) // grid.width())
        top = self.verticalScrollBar().value() // grid.height() - AHEAD_ROWS
        lines = self.viewport().height() // grid.height() + 2 + 2 * AHEAD_ROWS
        return range(max(0, top * columns), min(total, (top + lines) * columns))
