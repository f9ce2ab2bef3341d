"""The folders that are to be indexed: name and place of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from imsearch_gui.domain.wording import homely
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import ICON, SPACE, caption_font, colour

INVITING = 40
"""Side of the icon in the empty list."""


class FolderList(QListWidget):
    """Each folder once. Delete removes what is chosen; an empty list invites."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inviting = False
        self.setAccessibleName(self.tr("Folders"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Row(self))
        self.setMinimumHeight(96)

    @property
    def folders(self) -> tuple[Path, ...]:
        return tuple(self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count()))

    def add(self, folders: Sequence[Path]) -> None:
        known = set(self.folders)
        for folder in dict.fromkeys(folders):
            if folder not in known:
                item = QListWidgetItem(str(folder))
                item.setToolTip(tip(str(folder)))
                item.setData(Qt.ItemDataRole.UserRole, folder)
                self.addItem(item)
                self.scrollToItem(item)

    def remove_chosen(self) -> None:
        for item in self.selectedItems():
            self.takeItem(self.row(item))

    def invite(self, inviting: bool) -> None:
        """Show that what is dragged over the page may be dropped."""
        if inviting != self._inviting:
            self._inviting = inviting
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.viewport().rect()
        if self.count() == 0:
            self._paint_invitation(painter, area)
        if self._inviting:
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), 4, 4)
        painter.end()

    def _paint_invitation(self, painter: QPainter, area: QRect) -> None:
        line = QFontMetrics(self.font()).height()
        top = area.center().y() - (INVITING + SPACE + line) // 2
        painter.setOpacity(0.7)
        icon("folder-add").paint(painter, QRect(area.center().x() - INVITING // 2, top, INVITING, INVITING))
        painter.setOpacity(1.0)
        painter.setPen(colour("accent" if self._inviting else "quiet"))
        words = QRect(area.left(), top + INVITING + SPACE, area.width(), line)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.tr("Drop folders here"))


class _Row(QStyledItemDelegate):
    """The name, and below it, smaller, where the folder lies."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = QFontMetrics(_name_font()).height() + QFontMetrics(caption_font()).height() + SPACE
        return QSize(0, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        folder: Path = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        elif state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        left = rect.left() + SPACE
        icon("folder", on_accent=chosen).paint(painter, QRect(left, rect.center().y() - ICON // 2, ICON, ICON))
        left += ICON + SPACE
        width = rect.right() - SPACE - left
        y = rect.top() + SPACE // 2
        for font, words, role in (
            (_name_font(), folder.name or str(folder), "text"),
            (caption_font(), homely(folder.parent, Path.home()), "quiet"),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(colour("on_accent" if chosen else role))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(QRect(left, y, width, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            y += metrics.height()
        painter.restore()


def _name_font() -> QFont:
    return QGuiApplication.font()
