"""The matches as a list with columns that can be sorted; the same model, choice and actions as the grid."""

from __future__ import annotations

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QActionEvent, QContextMenuEvent, QImage, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.arrangement import BEST_FIRST, Arrangement, Column
from imsearch_gui.domain.marks import Marks
from imsearch_gui.ui.mark_colours import mark_colour
from imsearch_gui.ui.results_model import APART, COLUMNS, ResultsModel, Role
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.row_cells import RowCells, outline_current
from imsearch_gui.ui.theme import SPACE, colour

SIDE = 5 * SPACE
LINE = SIDE + SPACE
SETTLE_MS = 15
RESIZED_MS = 500
WIDTHS = {
    Column.SCORE: 104,
    Column.NAME: 152,
    Column.FOLDER: 136,
    Column.TAKEN: 124,
    Column.FILE_SIZE: 68,
    Column.PIXELS: 100,
    Column.RATING: 72,
}
FADED = 0.5

Index = QModelIndex | QPersistentModelIndex


class _Cells(RowCells):
    """A thumbnail before the score; what is weaker is faded, under a line where it begins."""

    def __init__(self, results: ResultsModel, view: QTableView) -> None:
        super().__init__(view)
        self._results = results

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if COLUMNS[index.column()] is Column.PIXELS:
            option.text += APART
        if COLUMNS[index.column()] in (Column.NAME, Column.FOLDER):
            option.textElideMode = Qt.TextElideMode.ElideMiddle

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        if index.data(Role.WEAK):
            painter.setOpacity(FADED)
        if index.column() == 0:
            self._paint_first(painter, option, index)
            outline_current(painter, self._view, option.rect, index)
        else:
            super().paint(painter, option, index)
        painter.restore()
        if index.row() == self._results.strong:
            painter.setPen(QPen(colour("quiet"), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())

    def _paint_first(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        cell: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, colour("chosen"))
        frame = QRect(cell.left() + SPACE, cell.top() + SPACE // 2, SIDE, SIDE)
        image = index.data(Role.THUMBNAIL)
        if isinstance(image, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = QSize(image.size()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(0, 0), size)
            place.moveCenter(frame.center())
            painter.drawImage(place, image)
        else:
            painter.fillRect(frame.adjusted(4, 4, -4, -4), colour("raised"))
        marks = index.data(Role.MARKS)
        if isinstance(marks, Marks) and marks.colour:
            painter.fillRect(QRect(cell.left() + 2, frame.top(), 3, SIDE), mark_colour(marks.colour))
        painter.setPen(colour("text"))
        text = cell.adjusted(SIDE + 3 * SPACE, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, str(index.data(Role.SCORE)))


class ResultsTable(QTableView):
    """Shares the model, the choice and the actions of `grid`."""

    arrangement_wanted = Signal(object)
    """Arrangement: a header was clicked."""
    header_left = Signal(QByteArray)
    """How the columns stand now, to be kept."""

    def __init__(self, grid: ResultsView, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._thumbnails = thumbnails
        self._results: ResultsModel = grid.results
        self.setModel(self._results)
        self.setSelectionModel(grid.selectionModel())
        self.setItemDelegate(_Cells(self._results, self))
        self.setAccessibleName(self.tr("List of matches"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("grid", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(LINE)
        # While a border is dragged there is one resize after the other.
        self._resized = QTimer(self, singleShot=True, interval=RESIZED_MS)
        self._resized.timeout.connect(self._tell_header)
        self._spreading = self._chosen = False
        self._build_header()
        self.addActions(grid.actions())
        grid.installEventFilter(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_thumbnails)
        self.verticalScrollBar().valueChanged.connect(self.look_soon)
        self._results.modelReset.connect(self.look_soon)
        self.doubleClicked.connect(lambda _: grid.preview_requested.emit())

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        self.verticalHeader().setAccessibleName(self.tr("Rows"))
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, WIDTHS[column])
        header.sectionClicked.connect(self._header_clicked)
        header.sectionMoved.connect(self._tell_header)
        header.sectionResized.connect(self._section_resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        self.show_arrangement(BEST_FIRST)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """The arrow in the header."""
        order = Qt.SortOrder.DescendingOrder if arrangement.descending else Qt.SortOrder.AscendingOrder
        self._arrangement = arrangement
        self.horizontalHeader().setSortIndicator(COLUMNS.index(arrangement.column), order)

    def restore_header(self, state: QByteArray) -> None:
        """As it was kept; nothing changes where it was kept by another version, with other columns."""
        header = self.horizontalHeader()
        before = header.saveState()
        self._spreading = True
        kept = not state.isEmpty() and header.restoreState(state) and header.count() == len(COLUMNS)
        if not kept:
            header.restoreState(before)
        self._spreading = False
        self._chosen = self._chosen or kept
        self.show_arrangement(self._arrangement)

    def _header_clicked(self, section: int) -> None:
        column = COLUMNS[section]
        # Numbers and dates are asked for from the top, names from the beginning.
        first = column in (Column.TAKEN, Column.FILE_SIZE, Column.PIXELS, Column.RATING)
        again = column is self._arrangement.column
        self.arrangement_wanted.emit(Arrangement(column, not self._arrangement.descending if again else first))

    def _section_resized(self, section: int, _before: int, _now: int) -> None:
        last = self.horizontalHeader().visualIndex(section) == len(COLUMNS) - 1
        if not self._spreading and not last:
            self._chosen = True
            self._resized.start()

    def _spread(self) -> None:
        """Names and folders take what a wide window leaves, until somebody chooses the widths."""
        if self._chosen:
            return
        spare = self.viewport().width() - sum(WIDTHS.values())
        self._spreading = True
        for column in (Column.NAME, Column.FOLDER):
            self.setColumnWidth(COLUMNS.index(column), WIDTHS[column] + max(0, spare) // 2)
        self._spreading = False

    def _tell_header(self) -> None:
        self.header_left.emit(self.horizontalHeader().saveState())

    def _header_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        header = self.horizontalHeader()
        for number, column in enumerate(COLUMNS[1:], start=1):
            action = menu.addAction(self._results.column_title(column))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.toggled.connect(lambda shown, number=number: header.setSectionHidden(number, not shown))
            action.toggled.connect(self._tell_header)
        menu.popup(header.mapToGlobal(point))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._grid and isinstance(event, QActionEvent) and event.type() is QEvent.Type.ActionAdded:
            self.addAction(event.action())
        return super().eventFilter(watched, event)

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are for the actions of the window."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()
        self.look_soon()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._grid.show_menu(event, self)

    def look_soon(self) -> None:
        """Ask for the thumbnails of what can be seen, not at every step of a scroll."""
        if self.isVisible() and not self._settle.isActive():
            self._settle.start()

    def visible_rows(self) -> range:
        """The rows that can be seen."""
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (last if last >= 0 else self._results.rowCount() - 1) + 1)

    def _ask_for_thumbnails(self) -> None:
        self._grid.ask_for_thumbnails(self.visible_rows(), SIDE)
