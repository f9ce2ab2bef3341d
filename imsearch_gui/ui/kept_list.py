"""The list of queries that are kept: a small picture, a name, and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.kept_words import details_of, title_of
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, caption_font, colour

KEPT = Qt.ItemDataRole.UserRole
DETAILS = Qt.ItemDataRole.UserRole + 1
THUMBNAIL = Qt.ItemDataRole.UserRole + 2
ROW = 7 * SPACE
SIDE = 5 * SPACE
HEAD = 4 * SPACE
Index = QModelIndex | QPersistentModelIndex


class KeptDelegate(QStyledItemDelegate):
    """Paints a row; a row without a query is a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(30 * SPACE, ROW if index.data(KEPT) is not None else HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        kept: KeptQuery | None = index.data(KEPT)
        if kept is None:
            painter.setFont(caption_font())
            painter.setPen(colour("quiet"))
            room = rect.adjusted(SPACE, 0, -SPACE, -SPACE // 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, str(index.data()))
            painter.restore()
            return
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            focused = state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(colour("accent"), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("raised"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        if kept.missing:
            painter.setOpacity(0.55)
        self._paint_picture(painter, QRect(rect.left() + SPACE, rect.top() + SPACE, SIDE, SIDE), index)
        text = self._text_rect(rect)
        half = text.height() // 2
        painter.setPen(colour("text"))
        painter.setFont(option.font)
        self._paint_line(painter, text.adjusted(0, 0, 0, -half), str(index.data()))
        painter.setFont(caption_font())
        painter.setPen(colour("quiet"))
        self._paint_line(painter, text.adjusted(0, half, 0, 0), str(index.data(DETAILS)))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(self.tr("Name of the search"))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        text = self._text_rect(option.rect)
        editor.setGeometry(text.adjusted(-SPACE, 0, 0, 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        name = " ".join(editor.text().split())
        if name and name != index.data():
            model.setData(model.index(index.row(), index.column()), name)

    def _text_rect(self, rect: QRect) -> QRect:
        return rect.adjusted(SIDE + 2 * SPACE + SPACE // 2, SPACE, -SPACE, -SPACE)

    def _paint_line(self, painter: QPainter, room: QRect, text: str) -> None:
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)

    def _paint_picture(self, painter: QPainter, box: QRect, index: Index) -> None:
        image: QImage = index.data(THUMBNAIL)
        if image.isNull():
            icon(str(index.data(Qt.ItemDataRole.WhatsThisRole))).paint(painter, box.adjusted(10, 10, -10, -10))
            return
        size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(box.center())
        painter.drawImage(place, image)


class KeptList(QListView):
    """Saved searches, then the history. Enter or a click asks, Delete takes away, F2 renames what was saved."""

    asked = Signal(object)
    """KeptQuery"""
    removed = Signal(object)
    """KeptQuery"""
    renamed = Signal(str, str)
    """Id and the new name."""
    current_changed = Signal(object)
    """KeptQuery | None"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._rows.itemChanged.connect(self._item_changed)
        self._filling = False
        self.setModel(self._rows)
        self.setItemDelegate(KeptDelegate(self))
        self.setAccessibleName(self.tr("Saved searches and history"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._ask)

    def show_lists(self, saved: Sequence[KeptQuery], history: Sequence[KeptQuery]) -> None:
        """List these; the current row stays at its place."""
        place = self.currentIndex().row()
        self._filling = True
        self._rows.clear()
        for name, several in ((self.tr("Saved"), saved), (self.tr("History"), history)):
            if several:
                head = QStandardItem(name)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self._rows.appendRow(head)
            for kept in several:
                self._rows.appendRow(self._item(kept))
        self._filling = False
        queries = [row for row in range(self._rows.rowCount()) if self.kept_at(row) is not None]
        if queries:
            nearest = min(queries, key=lambda row: abs(row - max(place, 0)))
            self.setCurrentIndex(self._rows.index(nearest, 0))
        else:
            self.current_changed.emit(None)

    def current(self) -> KeptQuery | None:
        return self.kept_at(self.currentIndex().row())

    def kept_at(self, row: int) -> KeptQuery | None:
        """The query in a row; None for a heading."""
        kept: KeptQuery | None = self._rows.index(row, 0).data(KEPT)
        return kept

    def height_of_rows(self) -> int:
        return sum(self.sizeHintForRow(row) for row in range(self._rows.rowCount()))

    def _item(self, kept: KeptQuery) -> QStandardItem:
        item = QStandardItem(kept.name or title_of(kept.query))
        details = self.tr("{0} is gone").format(kept.missing) if kept.missing else details_of(kept)
        image = QImage.fromData(kept.thumbnail) if kept.thumbnail else QImage()
        item.setData(kept, KEPT)
        item.setData(details, DETAILS)
        item.setData(image, THUMBNAIL)
        item.setData("image" if kept.missing else "words", Qt.ItemDataRole.WhatsThisRole)
        item.setData(f"{item.text()}, {details}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(tip(title_of(kept.query)))
        item.setEditable(bool(kept.name))
        return item

    def _ask(self, index: QModelIndex) -> None:
        kept: KeptQuery | None = index.data(KEPT)
        if kept is not None and not kept.missing:
            self.asked.emit(kept)

    def _item_changed(self, item: QStandardItem) -> None:
        kept: KeptQuery | None = item.data(KEPT)
        if not self._filling and kept is not None and item.text() != kept.name:
            self.renamed.emit(kept.id, item.text())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current.data(KEPT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kept = self.current()
        if kept is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        elif kept is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(kept)
        else:
            super().keyPressEvent(event)
