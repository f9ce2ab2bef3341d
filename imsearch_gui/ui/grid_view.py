"""A view of equal cells for any number of rows.

QListView lays out every row before it shows one: more than a second for a million of them, at each change of its width. Here a
cell's place is computed from its row (`grid_geometry`), so that nothing takes longer for a million rows than for a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from imsearch_gui.ui.grid_geometry import Box, GridGeometry, fitted
from imsearch_gui.ui.theme import SPACE, caption_font, colour

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
Hint = QAbstractItemView.ScrollHint
Action = QAbstractItemView.CursorAction

DIVIDER = 5 * SPACE
STEP = 3
"""Lines that one notch of a wheel goes over; Qt's wheel moves three single steps."""


def ranges_of(selection: QItemSelection) -> list[QItemSelectionRange]:
    """The ranges that a selection consists of."""
    return [selection.at(number) for number in range(selection.count())]


def selection_of(model: QAbstractItemModel, rows: Iterable[int]) -> QItemSelection:
    """A selection of whole rows; neighbours are one range of it, since Qt goes through the ranges at every look."""
    selection = QItemSelection()
    for first, last in _runs(rows):
        selection.append(QItemSelectionRange(model.index(first, 0), model.index(last, model.columnCount() - 1)))
    return selection


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    if isinstance(rows, range):
        if rows:
            yield rows[0], rows[-1]
        return
    # Neighbours are those that stand as far from their number in the sequence.
    for _, run in groupby(enumerate(sorted(rows)), key=lambda numbered: numbered[1] - numbered[0]):
        members = [row for _, row in run]
        yield members[0], members[-1]


class GridView(QAbstractItemView):
    """Lines of equal cells, with a divider where the second part of the rows begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.geometry_ = GridGeometry()
        self._cell = QSize(1, 1)
        self._split: int | None = None
        self._divider_text = ""
        self._hovered = QPersistentModelIndex()
        self._band_from: QPoint | None = None
        self._band = QRect()
        self._before_band = QItemSelection()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # The same choice may be shown by a table, where half a row would look like a mistake.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    # -- layout -----------------------------------------------------------------------------------------------------

    def set_cell(self, size: QSize) -> None:
        """The smallest cell; cells are wider where there is room."""
        if size != self._cell:
            self._cell = size
            self.updateGeometries()

    def gridSize(self) -> QSize:
        """The cells as they are."""
        return QSize(self.geometry_.cell_width, self.geometry_.cell_height)

    def set_split(self, row: int | None, text: str = "") -> None:
        """The rows from `row` on stand below a divider that says `text`; None for no divider."""
        self._split, self._divider_text = row, text
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        # Qt lays out before it has a model, which its types do not know.
        model: QAbstractItemModel | None = self.model()
        self.geometry_ = fitted(
            rows=0 if model is None else model.rowCount(),
            width=self.viewport().width(),
            cell_width=self._cell.width(),
            cell_height=self._cell.height(),
            split=self._split,
            divider=DIVIDER,
        )
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self._cell.height() // STEP))
        bar.setRange(0, max(0, self.geometry_.height - height))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.geometry_.rows_between(self.verticalOffset(), self.verticalOffset())
        columns = self.geometry_.columns
        super().resizeEvent(event)
        self.updateGeometries()
        if columns != self.geometry_.columns and top and self.verticalOffset():
            # What was at the top stays there; as many pixels down would be other pictures now.
            self.verticalScrollBar().setValue(self.geometry_.box_of(top.start).top)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.updateGeometries()

    def visible_rows(self, *, around: int = 0) -> range:
        """The rows that can be seen, and `around` lines above and below."""
        top, more = self.verticalOffset(), around * self.geometry_.cell_height
        return self.geometry_.rows_between(top - more, top + self.viewport().height() - 1 + more)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return QRect(*self.geometry_.box_of(index.row())).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.geometry_.row_at(point.x(), point.y() + self.verticalOffset())
        model = self.model()
        return QModelIndex() if row is None else model.index(row, 0)

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        box, bar, height = self.geometry_.box_of(index.row()), self.verticalScrollBar(), self.viewport().height()
        top = bar.value()
        if hint is Hint.PositionAtTop or (hint is Hint.EnsureVisible and box.top < top):
            bar.setValue(box.top)
        elif hint is Hint.PositionAtBottom or (hint is Hint.EnsureVisible and box.top + box.height > top + height):
            bar.setValue(box.top + box.height - height)
        elif hint is Hint.PositionAtCenter:
            bar.setValue(box.top - (height - box.height) // 2)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    # -- the keyboard and the mouse -----------------------------------------------------------------------------------

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        model, geometry = self.model(), self.geometry_
        current = self.currentIndex()
        if geometry.rows == 0:
            return QModelIndex()
        if not current.isValid():
            return model.index(0, 0)
        row = current.row()
        line, column = geometry.place_of(row)
        page = max(1, self.viewport().height() // geometry.cell_height)
        last = geometry.rows - 1
        target = {
            Action.MoveLeft: max(0, row - 1),
            Action.MovePrevious: max(0, row - 1),
            Action.MoveRight: min(last, row + 1),
            Action.MoveNext: min(last, row + 1),
            Action.MoveHome: 0,
            Action.MoveEnd: last,
            Action.MoveUp: row if line == 0 else geometry.nearest_in(line - 1, column),
            Action.MoveDown: geometry.nearest_in(line + 1, column),
            Action.MovePageUp: geometry.nearest_in(line - page, column),
            Action.MovePageDown: geometry.nearest_in(line + page, column),
        }[action]
        return model.index(target, 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies between two corners in reading order, as Shift with a click or an arrow means it."""
        ends = [self.indexAt(point) for point in (rect.topLeft(), rect.bottomRight())]
        rows = [index.row() for index in ends if index.isValid()]
        selection = selection_of(self.model(), range(min(rows), max(rows) + 1)) if rows else QItemSelection()
        self.selectionModel().select(selection, command | Flag.Rows)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        seen, region = self.visible_rows(), QRegion()
        for part in ranges_of(selection):
            for row in range(max(part.top(), seen.start), min(part.bottom() + 1, seen.stop)):
                region += self.visualRect(self.model().index(row, 0))
        return region

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and not self.indexAt(point).isValid():
            keep = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            if not keep:
                self.clearSelection()
            self._before_band = QItemSelection(self.selectionModel().selection())
            self._band_from = point + QPoint(0, self.verticalOffset())
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._band_from is not None:
            self._pull_band(point)
            return
        self._hover(self.indexAt(point))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._band_from is not None:
            self._band_from, self._band = None, QRect()
            self._before_band = QItemSelection()
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are for the actions of the window."""

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            before, self._hovered = self._hovered, QPersistentModelIndex(index)
            for changed in (before, index):
                if changed.isValid():
                    self.viewport().update(self.visualRect(changed))

    def _pull_band(self, point: QPoint) -> None:
        """The band goes from where it began to the mouse; near an edge the grid moves along."""
        assert self._band_from is not None
        beyond = min(0, point.y()) + max(0, point.y() - self.viewport().height())
        self.verticalScrollBar().setValue(self.verticalOffset() + beyond)
        here = point + QPoint(0, self.verticalOffset())
        self._band = QRect(self._band_from, here).normalized()
        selection = QItemSelection(self._before_band)
        band = self._band
        for first, last in self.geometry_.runs_in(Box(band.left(), band.top(), band.width(), band.height())):
            selection.merge(selection_of(self.model(), range(first, last + 1)), Flag.Select)
        self.selectionModel().select(selection, Flag.ClearAndSelect)
        self.viewport().update()

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset, area = self.verticalOffset(), event.rect()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        base, focused = option.state, self.currentIndex() if self.hasFocus() else QModelIndex()
        selection, model = self.selectionModel(), self.model()
        for row in self.geometry_.rows_between(area.top() + offset, area.bottom() + offset):
            index = model.index(row, 0)
            option.rect = self.visualRect(index)
            if not option.rect.intersects(area):
                continue
            state = base & ~QStyle.StateFlag.State_HasFocus
            if selection.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if index == focused:
                state |= QStyle.StateFlag.State_HasFocus
            if index == self._hovered and self._band_from is None:
                state |= QStyle.StateFlag.State_MouseOver
            option.state = state
            self.itemDelegate().paint(painter, option, index)
        if self.geometry_.split is not None:
            top = self.geometry_.divider_top - offset
            _paint_divider(painter, QRect(0, top, self.viewport().width(), DIVIDER), self._divider_text)
        if self._band_from is not None and not self._band.isNull():
            _paint_band(painter, self._band.translated(0, -offset))
        painter.end()


def _paint_divider(painter: QPainter, area: QRect, text: str) -> None:
    """A line to both sides of a few words."""
    area = area.adjusted(2 * SPACE, 0, -2 * SPACE, 0)
    painter.setFont(caption_font())
    words = painter.fontMetrics().horizontalAdvance(text)
    middle = area.center().y()
    painter.setPen(colour("quiet"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.setPen(QPen(colour("line"), 1))
    half = (area.width() - words) // 2 - 2 * SPACE
    painter.drawLine(area.left(), middle, area.left() + half, middle)
    painter.drawLine(area.right() - half, middle, area.right(), middle)


def _paint_band(painter: QPainter, band: QRect) -> None:
    accent = colour("accent")
    painter.setPen(QPen(accent, 1))
    accent.setAlpha(40)
    painter.setBrush(accent)
    painter.drawRect(band)
