"""The labels in use: how many pictures have each; renamed, made one, or deleted on all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.acting.marking import Marking
from imsearch_gui.domain.deeds import Deed
from imsearch_gui.domain.marks import LabelCount
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.tab_order import OrderedDialog
from imsearch_gui.ui.theme import SPACE, quiet

SIZE = QSize(400, 440)
ROW = 28
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""Of numbers and what stands above them."""
_Index = QModelIndex | QPersistentModelIndex
_NAME = Qt.ItemDataRole.UserRole


class _Labels(QTreeWidget):
    """Delete deletes; F2 renames, as Qt has it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.state() is not QTreeWidget.State.EditingState:
            dialog = self.window()
            assert isinstance(dialog, LabelsDialog)
            dialog.delete_chosen()
        else:
            super().keyPressEvent(event)


class _Cell(QStyledItemDelegate):
    """The whole row shows that the keyboard is at it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        view = self.parent()
        assert isinstance(view, QTreeWidget)
        if view.hasFocus() and view.currentIndex().row() == index.row():
            option.state |= QStyle.StateFlag.State_HasFocus


class _NoEditor(_Cell):
    """A number is not for changing."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget | None:  # type: ignore[override]
        return None


class LabelsDialog(OrderedDialog):
    """Shows what the catalog says; does not block the window, whose messages offer to undo."""

    def __init__(self, marking: Marking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Labels"))
        self._marking = marking
        self.list = _Labels(self)
        self.list.setAccessibleName(self.tr("Labels in use"))
        self.list.setHeaderLabels([self.tr("Label"), self.tr("Pictures")])
        self.list.headerItem().setTextAlignment(1, RIGHT)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.list.setProperty("pages", True)
        self.list.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed | QTreeWidget.EditTrigger.DoubleClicked)
        self.list.setItemDelegateForColumn(0, _Cell(self.list))
        self.list.setItemDelegateForColumn(1, _NoEditor(self.list))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._hint = quiet(QLabel(self))
        self._hint.setWordWrap(True)
        self.rename = QPushButton(self.tr("&Rename"), self)
        self.rename.setToolTip(self.tr("Rename this label on all pictures (F2)"))
        self.delete = QPushButton(self.tr("&Delete"), self)
        self.delete.setToolTip(self.tr("Take this label from all pictures (Delete)"))
        self._close = QPushButton(self.tr("&Close"), self)
        for button in (self.rename, self.delete, self._close):
            button.setAutoDefault(False)
        self._build()
        self._connect()
        self.resize(SIZE)
        self.show_labels(())
        marking.list_labels()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.rename)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        marking = self._marking
        marking.labels_listed.connect(self.show_labels)
        marking.done.connect(self._changed)
        marking.undone.connect(self._changed)
        # What was typed and refused is shown no longer than that.
        marking.failed.connect(self._list_again)
        self.list.itemChanged.connect(self._renamed)
        self.list.itemSelectionChanged.connect(self._enable)
        self.rename.clicked.connect(self._edit)
        self.delete.clicked.connect(self.delete_chosen)
        self._close.clicked.connect(self.close)

    def _list_again(self, _: object) -> None:
        self._marking.list_labels()

    def show_labels(self, labels: Sequence[LabelCount]) -> None:
        """These, in the order of their names; the chosen one stays chosen."""
        if self.list.state() is QTreeWidget.State.EditingState:
            return
        chosen = self._chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for label in labels:
            item = QTreeWidgetItem([label.name, count(label.images)])
            item.setData(0, _NAME, label.name)
            item.setSizeHint(0, QSize(0, ROW))
            item.setTextAlignment(1, RIGHT)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addTopLevelItem(item)
            if label.name == chosen:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if first is not None and self.list.currentItem() is None:
            self.list.setCurrentItem(first)
        self.list.blockSignals(False)
        self._hint.setText(
            self.tr("Give a label the name of another one, and the two become one.")
            if labels
            else self.tr("No picture has a label yet: select pictures in the results and press L.")
        )
        self._enable()

    def delete_chosen(self) -> None:
        """Take the chosen label from all pictures."""
        if name := self._chosen():
            self._marking.delete_label(name)

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(0, _NAME))

    def _edit(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item, 0)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        name, to = str(item.data(0, _NAME)), item.text(0)
        if column == 0 and to != name:
            self._marking.rename_label(name, to)

    def _changed(self, _: Deed) -> None:
        self._marking.list_labels()

    def _enable(self) -> None:
        for button in (self.rename, self.delete):
            button.setEnabled(bool(self._chosen()))
