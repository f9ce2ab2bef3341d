"""The libraries of the list, one below the other: name, and smaller what is in it and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import LibraryEntry
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.libraries import words
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import ICON, SPACE, caption_font, colour

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
CURRENT = Qt.ItemDataRole.UserRole + 1
MORE = 4 * SPACE
"""Width of the place at the right end where the menu of a library opens."""
MOST_ROWS = 8


class EntryList(QListWidget):
    """Reports what was chosen; knows nothing of what is done with it."""

    chosen = Signal(object)
    """LibraryEntry"""
    menu_wanted = Signal(object, QPoint)
    """LibraryEntry, and where on the screen."""
    named = Signal(object, str)
    """LibraryEntry and its new name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Libraries"))
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def show_entries(self, entries: Sequence[LibraryEntry], current: Path | None) -> None:
        """These, in this order; the row that the keyboard is on stays the one of the same library."""
        before = self.entry
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.name, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(ENTRY, entry)
            item.setData(CURRENT, entry.folder == current)
            item.setToolTip(tip(str(entry.folder)))
            state = tr("open now") if entry.folder == current else ""
            about = ", ".join(part for part in (entry.name, words.entry_line(entry), state) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, about)
        rows = [row for row, entry in enumerate(entries) if before is not None and entry.folder == before.folder]
        self.setCurrentRow(rows[0] if rows else 0)
        row = self.sizeHintForRow(0) if entries else 0
        self.setFixedHeight(row * min(MOST_ROWS, max(1, len(entries))))

    @property
    def entry(self) -> LibraryEntry | None:
        """The library that the keyboard is on."""
        entry: LibraryEntry | None = self.currentIndex().data(ENTRY)
        return entry

    @property
    def editing(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def rename(self, folder: Path) -> None:
        """Let the user type another name in the place of this one."""
        for row in range(self.count()):
            if self.item(row).data(ENTRY).folder == folder:
                self.editItem(self.item(row))

    def open_menu(self) -> None:
        """The menu of the library that the keyboard is on."""
        rect = self.visualItemRect(self.currentItem())
        self._open_menu(QPoint(rect.right() - MORE, rect.center().y()))

    def _open_menu(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is not None:
            self.setCurrentItem(item)
            self.menu_wanted.emit(item.data(ENTRY), self.viewport().mapToGlobal(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.setCurrentItem(item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        item = self.itemAt(point)
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if point.x() > self.viewport().width() - MORE:
            self._open_menu(point)
        else:
            self.chosen.emit(item.data(ENTRY))


class _Row(QStyledItemDelegate):
    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self._view.font()).height() + QFontMetrics(caption_font()).height()
        return QSize(0, height + 2 * SPACE)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(tr("Name of the library"))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(ICON + 2 * SPACE, SPACE // 2, -MORE, -SPACE // 2))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        entry: LibraryEntry = index.data(ENTRY)
        if editor.text().strip() and editor.text() != entry.name:
            self._view.named.emit(entry, editor.text())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        entry: LibraryEntry = index.data(ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if on:
            painter.fillRect(rect, colour("raised"))
        current = bool(index.data(CURRENT))
        sign = "check" if current else "library" if entry.there else "warning"
        middle = rect.center().y() - ICON // 2
        icon(sign).paint(painter, QRect(rect.left() + SPACE + SPACE // 2, middle, ICON, ICON))
        if on:
            icon("more").paint(painter, QRect(rect.right() - MORE + SPACE // 2, middle, ICON, ICON))
        self._paint_lines(painter, rect, entry, bold=current)
        painter.restore()

    def _paint_lines(self, painter: QPainter, rect: QRect, entry: LibraryEntry, *, bold: bool) -> None:
        left, y = rect.left() + ICON + 2 * SPACE + 1, rect.top() + SPACE
        width = rect.right() - MORE - left
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        lines: list[tuple[QFont, str, str]] = [
            (font, entry.name, "text" if entry.there else "quiet"),
            (caption_font(), words.entry_line(entry), "quiet"),
        ]
        for one, text, role in lines:
            metrics = QFontMetrics(one)
            painter.setFont(one)
            painter.setPen(colour(role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(QRect(left, y, width, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            y += metrics.height()
