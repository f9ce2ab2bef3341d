"""Files that are not in the library, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.wording import count, counted
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, quiet, title

Index = QModelIndex | QPersistentModelIndex
KIND_WORDS = 4
"""Reasons that begin with the same words are one kind: 'too large: 30,000 x 30,000 pixels' differs in every file."""


def kind_of(reason: str) -> str:
    """What a reason has in common with others of its kind."""
    head = reason.split(":")[0].split("(")[0].strip()
    return " ".join(head.split()[:KIND_WORDS]) if len(head.split()) > 2 * KIND_WORDS else head


class SkippedModel(QAbstractTableModel):
    """Name, folder, reason."""

    def __init__(self, skipped: Sequence[Skipped], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._skipped = tuple(skipped)
        self._heads = (self.tr("Name"), self.tr("Reason"), self.tr("Folder"))

    def skipped_at(self, row: int) -> Skipped:
        return self._skipped[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._skipped)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._skipped[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.path}\n{item.reason}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (item.path.name, item.reason, str(item.path.parent))[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class _Filter(QSortFilterProxyModel):
    """By text in any column, and by kind of reason."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.text = ""
        self.kind = ""

    def apply(self, *, text: str | None = None, kind: str | None = None) -> None:
        self.beginFilterChange()
        self.text = self.text if text is None else text.lower()
        self.kind = self.kind if kind is None else kind
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        assert isinstance(model, SkippedModel)
        item = model.skipped_at(source_row)
        if self.kind and kind_of(item.reason) != self.kind:
            return False
        return not self.text or self.text in f"{item.path} {item.reason}".lower()


class SkippedDialog(QDialog):
    """A table that can be sorted, filtered and copied; does not block the window."""

    reveal_requested = Signal(object)
    """Path"""

    def __init__(self, skipped: Sequence[Skipped], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Skipped files"))
        self._model = SkippedModel(skipped, self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(self._model)
        self._filter.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._table = self._make_table()
        self._kind = QComboBox(self)
        self._kind.setAccessibleName(self.tr("Kind of reason"))
        self._kind.addItem(self.tr("All reasons ({0})").format(count(len(skipped))), "")
        for kind, number in Counter(kind_of(item.reason) for item in skipped).most_common():
            self._kind.addItem(f"{kind} ({count(number)})", kind)
        self._kind.activated.connect(lambda: self._filter.apply(kind=self._kind.currentData()))
        self._text = QLineEdit(self)
        self._text.setPlaceholderText(self.tr("Filter by name, folder or reason"))
        self._text.setAccessibleName(self.tr("Filter"))
        self._text.setClearButtonEnabled(True)
        self._text.textChanged.connect(lambda text: self._filter.apply(text=text))
        self._build(len(skipped))
        self.resize(860, 520)

    @property
    def shown(self) -> int:
        """Rows that pass the filter."""
        return self._filter.rowCount()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._filter)
        table.setSortingEnabled(True)
        table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setAccessibleName(self.tr("Skipped files"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.resizeSection(0, 230)
        head.resizeSection(1, 330)
        table.doubleClicked.connect(lambda: self._reveal())
        return table

    def _build(self, number: int) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(SPACE)
        filters.addWidget(self._text, 1)
        filters.addWidget(self._kind)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for sign, text, work in (
            ("reveal", self.tr("Show in file manager"), self._reveal),
            ("copy", self.tr("Copy as text"), self.copy_text),
        ):
            button = QPushButton(icon(sign), text, self)
            button.setAutoDefault(False)
            button.setEnabled(number > 0)
            button.clicked.connect(work)
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        if number:
            layout.addWidget(
                title(QLabel(self.tr("{0} not in the library").format(counted(number, self.tr("file"))), self))
            )
            layout.addWidget(quiet(QLabel(self.tr("They are tried again when they change."), self)))
        else:
            layout.addWidget(title(QLabel(self.tr("Nothing was skipped"), self)))
        layout.addSpacing(SPACE)
        layout.addLayout(filters)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)

    def copy_text(self) -> None:
        """The selected rows, or all that are shown, on the clipboard: path, tab, reason."""
        rows = sorted({index.row() for index in self._table.selectionModel().selectedRows()}) or range(self.shown)
        items = [self._skipped_at(row) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(f"{item.path}\t{item.reason}" for item in items))

    def _reveal(self) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            path: Path = self._skipped_at(index.row()).path
            self.reveal_requested.emit(path)

    def _skipped_at(self, row: int) -> Skipped:
        return self._model.skipped_at(self._filter.mapToSource(self._filter.index(row, 0)).row())
