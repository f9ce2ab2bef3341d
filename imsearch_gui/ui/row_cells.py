"""Cells of tables in which whole rows are chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from imsearch_gui.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex


class RowCells(QStyledItemDelegate):
    """No cell has the keyboard alone: lines above and below the current row say where it is."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        outline_current(painter, self._view, option.rect, index)


def outline_current(painter: QPainter, view: QAbstractItemView, cell: QRect, index: Index) -> None:
    """The lines of a cell in the current row, while the view has the keyboard."""
    if view.hasFocus() and index.row() == view.currentIndex().row():
        painter.save()
        painter.setPen(QPen(colour("accent"), 1))
        painter.drawLine(cell.topLeft(), cell.topRight())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.restore()
