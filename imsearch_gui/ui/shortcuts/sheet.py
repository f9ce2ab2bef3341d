"""Every shortcut on one page, to be searched."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.ui.one_dialog import show_one
from imsearch_gui.ui.shortcuts.found import Shortcut, shortcuts
from imsearch_gui.ui.tab_order import OrderedDialog
from imsearch_gui.ui.theme import SPACE, caption_font, colour, quiet

SIZE = QSize(640, 640)
ROW = 30
HEAD = 36
BESIDE = 3
"""Pixels before the text, as Qt leaves them."""
CAP = 20
"""Height of the picture of a key."""
KEYS = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _Row(QStyledItemDelegate):
    """What a shortcut does, and at the right end each way to press it as a small key; either takes the room that it needs."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        text, whole.text = whole.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, option.widget)
        painter.save()
        left = self._paint_keys(painter, option, index.data(KEYS))
        room = option.rect.adjusted(BESIDE, 0, 0, 0)
        room.setRight(round(left))
        painter.setFont(whole.font)
        painter.setPen(colour("text"))
        shown = QFontMetrics(whole.font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _paint_keys(self, painter: QPainter, option: QStyleOptionViewItem, shortcut: Shortcut | None) -> float:
        """Draws them from the right; returns where the room for the text ends."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = caption_font()
        painter.setFont(font)
        right = option.rect.right() - SPACE + 0.5
        for keys in reversed(shortcut.keys if shortcut is not None else ()):
            width = max(CAP, QFontMetricsF(font).horizontalAdvance(keys) + 1.5 * SPACE)
            cap = QRectF(right - width, option.rect.center().y() - CAP / 2 + 0.5, width, CAP)
            painter.setPen(QPen(colour("line"), 1))
            painter.setBrush(colour("base"))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(colour("text"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
            right -= width + SPACE / 2
        return right - SPACE / 2


class _Search(QLineEdit):
    """The arrow keys go to the list below; Esc first empties the field."""

    def __init__(self, tree: QTreeWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._tree = tree

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._tree.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ShortcutSheet(OrderedDialog):
    """Made anew from the actions of `window` each time it is opened."""

    def __init__(self, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent or window)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._shortcuts = shortcuts(window)
        self.tree = self._make_tree()
        self.search = _Search(self.tree, self)
        self.search.setPlaceholderText(self.tr("Find a shortcut by what it does or by its keys"))
        self.search.setAccessibleName(self.tr("Find a shortcut"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._nothing = quiet(QLabel(self.tr("No shortcut fits these words."), self))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.search)
        layout.addWidget(self._nothing)
        layout.addWidget(self.tree, 1)
        self._fill()
        self._filter("")
        self.resize(SIZE)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> list[str]:
        """What can be read in the list, without the headings."""
        return [
            item.text(0)
            for group in self._groups()
            for item in _members(group)
            if not (group.isHidden() or item.isHidden())
        ]

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(self.tr("Shortcuts"))
        tree.setColumnCount(1)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setIndentation(0)
        tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        tree.setProperty("pages", True)
        tree.setItemDelegate(_Row(tree))
        return tree

    def _fill(self) -> None:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for part, members in groupby(self._shortcuts, key=lambda shortcut: shortcut.part):
            group = QTreeWidgetItem(self.tree, [part])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFont(0, bold)
            group.setSizeHint(0, QSize(0, HEAD))
            for shortcut in members:
                self._add(group, shortcut)
        self.tree.expandAll()

    def _add(self, group: QTreeWidgetItem, shortcut: Shortcut) -> None:
        item = QTreeWidgetItem(group, [shortcut.text])
        item.setData(0, KEYS, shortcut)
        # For screen readers: the keys are painted, not written.
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{shortcut.text}: {', '.join(shortcut.keys)}")
        item.setSizeHint(0, QSize(0, ROW))

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [group for group in found if group is not None]

    def _filter(self, words: str) -> None:
        for group in self._groups():
            items = _members(group)
            for item in items:
                item.setHidden(not item.data(0, KEYS).fits(words))
            group.setHidden(all(item.isHidden() for item in items))
        first = next((item for group in self._groups() for item in _members(group) if not item.isHidden()), None)
        if first is not None:
            self.tree.setCurrentItem(first)
            self.tree.scrollToTop()
        empty = all(group.isHidden() for group in self._groups())
        self._nothing.setVisible(empty)


def _members(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(row) for row in range(group.childCount()))
    return [member for member in found if member is not None]


def show_shortcuts(window: QWidget) -> ShortcutSheet:
    """The sheet of a window: the one that is open already, or a new one that is gone when it is closed."""
    return show_one(window, ShortcutSheet, lambda: ShortcutSheet(window))
