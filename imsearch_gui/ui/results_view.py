"""The grid of matches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QSize,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.results_delegate import ResultsDelegate
from imsearch_gui.ui.results_model import ResultsModel, Role

AHEAD_ROWS = 1
"""Lines of the grid above and below the visible ones whose thumbnails are asked for, too."""
BATCH = 1000
LAYOUT_SETTLE_MS = 15


class ResultsView(QListView):
    """Shows a ResultsModel; asks for the thumbnails of what can be seen."""

    opened = Signal(object)
    """Path of an image to be opened with the desktop's viewer."""
    similar_requested = Signal(object)
    """ImageRecord"""
    reveal_requested = Signal(object)
    """Path"""
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
        self.doubleClicked.connect(self._open)
        thumbnails.ready.connect(self._results.set_thumbnail)
        thumbnails.failed.connect(self._results.set_problem)

    @property
    def results(self) -> ResultsModel:
        return self._results

    def show_result(self, result: SearchResult | None, *, same_query: bool = False) -> None:
        """Show another result from its best match on; the answer to the same query anew keeps place and choice."""
        chosen = [match.image.id for match in self._selected()] if same_query else []
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
            self.selectionModel().setCurrentIndex(
                self._results.index(row), QItemSelectionModel.SelectionFlag.NoUpdate
            )
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_grid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_picture()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            index = self.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        match = self._match(index)
        for name, text, work in (
            ("similar", self.tr("Find similar"), lambda: self.similar_requested.emit(match.image)),
            ("open", self.tr("Open"), lambda: self.opened.emit(match.image.path)),
            ("reveal", self.tr("Show in file manager"), lambda: self.reveal_requested.emit(match.image.path)),
            ("copy", self.tr("Copy picture"), self.copy_picture),
            ("copy", self.tr("Copy path"), self.copy_path),
        ):
            action = QAction(icon(name), text, menu)
            action.triggered.connect(work)
            menu.addAction(action)
        menu.popup(event.globalPos())

    def copy_picture(self) -> None:
        """The selected files, and the thumbnail of the current one as an image, on the clipboard."""
        matches = self._selected()
        if not matches:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(match.image.path)) for match in matches])
        image = self.currentIndex().data(Role.THUMBNAIL)
        if isinstance(image, QImage):
            data.setImageData(image)
        QGuiApplication.clipboard().setMimeData(data)

    def copy_path(self) -> None:
        """The paths of the selected images as text, a line each."""
        QGuiApplication.clipboard().setText("\n".join(str(match.image.path) for match in self._selected()))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._match(index).image.path)

    def _look_soon(self) -> None:
        """Not at every step of a scroll, but not only at its end either."""
        if not self._settle.isActive():
            self._settle.start()

    def _selected(self) -> list[Match]:
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
            self.setGridSize(grid)

    def _ask_for_thumbnails(self) -> None:
        rows = self._visible_rows()
        self._thumbnails.retain(self._results.match_at(row).image.id for row in rows)
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
