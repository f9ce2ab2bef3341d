"""The rows of the list of skipped files: filtered and sorted here, so that 50,000 of them answer at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.wording import homely
from imsearch_gui.ui.plain import tip

Index = QModelIndex | QPersistentModelIndex
NAME, REASON, FOLDER = range(3)
KIND_WORDS = 4
LONG_REASON = 8
"""Words; of a longer reason the first KIND_WORDS name the kind."""


def kind_of(reason: str) -> str:
    """What a reason has in common with others: 'too large: 30,000 x 30,000 pixels' differs in every file, 'too large' does not."""
    head = reason.split(":")[0].split("(")[0].strip()
    words = head.split()
    return " ".join(words[:KIND_WORDS]) if len(words) > LONG_REASON else head


@dataclass(frozen=True, slots=True)
class _Row:
    skipped: Skipped
    texts: tuple[str, str, str]
    """Name, reason, folder, as they are shown."""
    keys: tuple[str, str, str]
    """The same without the difference between capital and small letters."""
    kind: str


class SkippedModel(QAbstractTableModel):
    """Name, reason and folder of the files that pass the filter."""

    def __init__(self, skipped: Sequence[Skipped], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = sorted(map(_row, skipped), key=lambda row: (row.keys[FOLDER], row.keys[NAME]))
        self._shown = self._rows
        self._text = ""
        self._kind = ""
        self._order: tuple[int, bool] | None = None
        self._heads = (self.tr("Name"), self.tr("Reason"), self.tr("Folder"))

    @property
    def total(self) -> int:
        """Files, whether they pass the filter or not."""
        return len(self._rows)

    def kinds(self) -> list[tuple[str, int]]:
        """Each kind of reason with how many files it has, the most frequent first."""
        return Counter(row.kind for row in self._rows).most_common()

    def skipped_at(self, row: int) -> Skipped:
        return self._shown[row].skipped

    def filter(self, *, text: str | None = None, kind: str | None = None) -> None:
        """Show only files with `text` in name, folder or reason, and of this kind of reason; '' lets all through."""
        self._text = self._text if text is None else text.strip().casefold()
        self._kind = self._kind if kind is None else kind
        self.beginResetModel()
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [self._shown[index.row()] for index in before]
        self._choose()
        places = {id(row): number for number, row in enumerate(self._shown)} if rows else {}
        after = [self.index(places[id(row)], index.column()) for row, index in zip(rows, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _choose(self) -> None:
        """Those that pass; where the column says nothing they stand by folder and name."""
        self._shown = [row for row in self._rows if self._fits(row)]
        if self._order is not None:
            column, descending = self._order
            self._shown.sort(key=lambda row: row.keys[column], reverse=descending)

    def _fits(self, row: _Row) -> bool:
        if self._kind and row.kind != self._kind:
            return False
        return not self._text or any(self._text in key for key in row.keys)

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{_shown(str(row.skipped.path))}\n{row.texts[REASON]}")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


def _row(item: Skipped) -> _Row:
    said = retold(item.reason)
    texts = _shown(item.path.name), said, _shown(homely(item.path.parent, Path.home()))
    name, reason, folder = (text.casefold() for text in texts)
    return _Row(item, texts, (name, reason, folder), kind_of(said))


def _shown(name: str) -> str:
    """A file name that is no text (bytes of an old encoding) with signs for what cannot be read."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
