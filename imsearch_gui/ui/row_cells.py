"""Cells of tables in which whole rows are chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from imsearch_gui.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex


class RowCells(QStyledItemDelegate):
    """No cell has the keyboard alone: a line around the current row says where it is."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        outline_current(painter, self._view, option.rect, index)


def outline_current(painter: QPainter, view: QTableView, cell: QRect, index: Index) -> None:
    """A cell's share of the line around the current row, while the view has the keyboard."""
    if view.hasFocus() and index.row() == view.currentIndex().row():
        painter.save()
        painter.setPen(QPen(colour("accent"), 1))
        painter.drawLine(cell.topLeft(), cell.topRight())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        seen = _seen_columns(view.horizontalHeader())
        if index.column() == seen[0]:
            painter.drawLine(cell.topLeft(), cell.bottomLeft())
        if index.column() == seen[-1]:
            painter.drawLine(cell.topRight(), cell.bottomRight())
        painter.restore()


def _seen_columns(header: QHeaderView) -> list[int]:
    """From the left: columns can be moved and hidden."""
    columns = [header.logicalIndex(place) for place in range(header.count())]
    return [column for column in columns if not header.isSectionHidden(column)]
