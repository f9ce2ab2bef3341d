"""The matches as a flat list with named roles. Thumbnails are found again by image id, never by row."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, QUrl
from PySide6.QtGui import QImage

from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.domain.wording import score

Index = QModelIndex | QPersistentModelIndex
KEPT = 800
"""Thumbnails held for painting; more than twice what the largest screen shows at the smallest size."""


class Role(IntEnum):
    """What a view may ask of a row, beside the text for screen readers."""

    MATCH = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2
    SCORE = Qt.ItemDataRole.UserRole + 3
    THUMBNAIL = Qt.ItemDataRole.UserRole + 4
    PROBLEM = Qt.ItemDataRole.UserRole + 5


class ResultsModel(QAbstractListModel):
    """Shows one SearchResult."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches: Sequence[Match] = ()
        self._rows: dict[int, int] = {}
        self._thumbnails: OrderedDict[int, QImage] = OrderedDict()
        self._problems: dict[int, str] = {}
        self._result: SearchResult | None = None

    def set_result(self, result: SearchResult | None) -> None:
        """Show another result; None for nothing."""
        self.beginResetModel()
        self._result = result
        self._matches = result.matches if result else ()
        self._rows = {match.image.id: row for row, match in enumerate(self._matches)}
        self._problems.clear()
        self.endResetModel()

    def match_at(self, row: int) -> Match:
        return self._matches[row]

    def row_of(self, image_id: int) -> int | None:
        """Where an image is among the matches."""
        return self._rows.get(image_id)

    def set_thumbnail(self, image_id: int, image: QImage) -> None:
        """Take a thumbnail in; one row and one role change.

        A larger one, made for another part of the window, does not take the place of the one that fits: it would be
        scaled down anew at every painting.
        """
        known = self._thumbnails.get(image_id)
        if known is not None and known.width() < image.width():
            return
        self._thumbnails[image_id] = image
        self._thumbnails.move_to_end(image_id)
        if len(self._thumbnails) > KEPT:
            self._thumbnails.popitem(last=False)
        self._problems.pop(image_id, None)
        self._tell(image_id, Role.THUMBNAIL)

    def set_problem(self, image_id: int, reason: str) -> None:
        """There is no thumbnail, and this is why."""
        self._problems[image_id] = reason
        self._tell(image_id, Role.PROBLEM)

    def forget_thumbnails(self) -> None:
        """What was loaded does not fit any more: all of them are asked for anew."""
        self._thumbnails.clear()
        self._problems.clear()

    def lacks_thumbnail(self, row: int) -> bool:
        identity = self._matches[row].image.id
        return identity not in self._thumbnails and identity not in self._problems

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._matches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._matches):
            return None
        match = self._matches[index.row()]
        identity = match.image.id
        if role == Role.THUMBNAIL:
            return self._thumbnails.get(identity)
        if role == Role.MATCH:
            return match
        if role == Role.PROBLEM:
            return self._problems.get(identity, "")
        if role == Role.SCORE:
            return self._score(match)
        if role == Role.NAME:
            return match.image.path.name
        if role == Qt.ItemDataRole.ToolTipRole:
            problem = self._problems.get(identity, "")
            return f"{match.image.path}\n{problem}" if problem else str(match.image.path)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{match.rank}. {match.image.path.name}, {self._score(match)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._matches[index.row()].image.path)) for index in indexes])
        return data

    def _score(self, match: Match) -> str:
        return score(match.score, self._result.query.metric) if self._result else ""

    def _tell(self, image_id: int, role: Role) -> None:
        row = self._rows.get(image_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [role])
