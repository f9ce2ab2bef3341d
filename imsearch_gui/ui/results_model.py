"""The matches as a flat table with named roles. Thumbnails are found again by image id, never by row.

A row shows one match; which one is a question of the arrangement. Nothing is made for a row before somebody looks at it, since
there may be a million.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, QUrl
from PySide6.QtGui import QImage

from imsearch_gui.domain.arrangement import Column, Places, rows_of, taken_of
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.domain.wording import count, homely, points_agree, score, score_digits, size
from imsearch_gui.ui.plain import tip

Index = QModelIndex | QPersistentModelIndex
KEPT = 800
"""Thumbnails held for painting; more than twice what the largest screen shows at the smallest size."""
COLUMNS = tuple(Column)
STAR = "★"
APART = "\u2003"
"""Behind the last of the numbers and its title: else it runs into what stands at the left of the next column."""


class Role(IntEnum):
    """What a view may ask of a row, beside the text for screen readers."""

    MATCH = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2
    SCORE = Qt.ItemDataRole.UserRole + 3
    THUMBNAIL = Qt.ItemDataRole.UserRole + 4
    PROBLEM = Qt.ItemDataRole.UserRole + 5
    MARKS = Qt.ItemDataRole.UserRole + 6
    OFFLINE = Qt.ItemDataRole.UserRole + 7
    WEAK = Qt.ItemDataRole.UserRole + 8


class ResultsModel(QAbstractTableModel):
    """Shows one SearchResult, in the order of its scores or another one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches: Sequence[Match] = ()
        self._places: Places | None = None
        self._rows_of_places: Places | None = None
        self._rows: dict[int, int] | None = None
        self._looked_at: tuple[int, Match] | None = None
        self._strong = 0
        self._marks: dict[int, Marks] = {}
        self._offline: tuple[Path, ...] = ()
        self._thumbnails: OrderedDict[int, QImage] = OrderedDict()
        self._problems: dict[int, str] = {}
        self._result: SearchResult | None = None
        self.digits: int | None = None
        """Of the scores that are shown, for `wording.score`."""

    @property
    def matches(self) -> Sequence[Match]:
        """Best first, whatever the order of the rows."""
        return self._matches

    def verdict_of(self, image_id: int) -> Verified | None:
        """Where the query's picture was found again in an image; None where it was not, or was not looked for."""
        result = self._result
        return result.verified[image_id] if result is not None and result.is_verified(image_id) else None

    @property
    def strong(self) -> int:
        """Rows before the weaker matches."""
        return self._strong

    def set_result(
        self, result: SearchResult | None, *, places: Places | None = None, strong: int | None = None
    ) -> None:
        """Show another result; None for nothing. `places` as `domain.arrangement.arranged` gives them."""
        self.beginResetModel()
        self._result = result
        self.digits = score_digits(result) if result else None
        self._matches = result.matches if result else ()
        self._rows = None
        self._marks.clear()
        self._problems.clear()
        self._place(places, strong)
        self.endResetModel()

    def arrange(self, places: Places | None, strong: int) -> None:
        """The same matches in another order."""
        self.beginResetModel()
        self._place(places, strong)
        self.endResetModel()

    def _place(self, places: Places | None, strong: int | None) -> None:
        self._places, self._rows_of_places = places, None
        self._looked_at = None
        self._strong = len(self._matches) if strong is None else strong

    def set_offline(self, roots: Sequence[Path]) -> None:
        """Images below these folders are not there just now."""
        if tuple(roots) != self._offline:
            self._offline = tuple(roots)
            self._tell_all()

    def update_marks(self, marks: Mapping[int, Marks]) -> None:
        """What was noted of some images has changed, by image id."""
        self._marks.update(marks)
        self._looked_at = None
        for image_id in marks:
            self._tell(image_id, Role.MARKS)

    def match_at(self, row: int) -> Match:
        """The match in a row, with what was noted of it since."""
        # A cell is painted with half a dozen questions about one row, and each would make the match anew.
        if self._looked_at is None or self._looked_at[0] != row:
            match = self._matches[row if self._places is None else int(self._places[row])]
            marks = self._marks.get(match.image.id)
            if marks is not None:
                match = replace(match, image=replace(match.image, marks=marks))
            self._looked_at = row, match
        return self._looked_at[1]

    def row_of(self, image_id: int) -> int | None:
        """Where an image is among the rows."""
        place = self._place_of(image_id)
        if place is None or self._places is None:
            return place
        if self._rows_of_places is None:
            self._rows_of_places = rows_of(self._places)
        return int(self._rows_of_places[place])

    def _place_of(self, image_id: int) -> int | None:
        find = getattr(self._matches, "row_of", None)
        if find is not None:
            return None if (place := find(image_id)) is None else int(place)
        if self._rows is None:
            self._rows = {match.image.id: place for place, match in enumerate(self._matches)}
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
        self._problems[image_id] = retold(reason)
        self._tell(image_id, Role.PROBLEM)

    def forget_thumbnails(self) -> None:
        """What was loaded does not fit any more: all of them are asked for anew."""
        self._thumbnails.clear()
        self._problems.clear()

    def lacks_thumbnail(self, row: int) -> bool:
        identity = self.match_at(row).image.id
        return identity not in self._thumbnails and identity not in self._problems

    def index(self, row: int, column: int = 0, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own)
        return super().index(row, column, parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._matches)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._matches):
            return None
        match = self.match_at(index.row())
        if role >= Role.MATCH:
            return self._own(match, index.row(), role)
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (str(match.image.path), self._agreement(match), self._problems.get(match.image.id, ""))
            return tip("\n".join(line for line in lines if line))
        if role == Qt.ItemDataRole.DisplayRole and index.column() > 0:
            return self._cell(match, COLUMNS[index.column()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if index.column() > 0:
                return self._cell(match, COLUMNS[index.column()])
            said = (f"{match.rank}. {match.image.path.name}", self._score(match), self._agreement(match))
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[index.column()])
        return None

    def _own(self, match: Match, row: int, role: int) -> Any:
        identity = match.image.id
        match role:
            case Role.THUMBNAIL:
                return self._thumbnails.get(identity)
            case Role.MATCH:
                return match
            case Role.PROBLEM:
                return self._problems.get(identity, "")
            case Role.SCORE:
                return self._score(match)
            case Role.NAME:
                return match.image.path.name
            case Role.MARKS:
                return match.image.marks
            case Role.OFFLINE:
                return any(match.image.path.is_relative_to(root) for root in self._offline)
            case Role.WEAK:
                return row >= self._strong
        return None

    def _cell(self, match: Match, column: Column) -> str:
        image = match.image
        match column:
            case Column.NAME:
                return image.path.name
            case Column.FOLDER:
                return homely(image.path.parent, _HOME)
            case Column.TAKEN:
                return taken_of(match)[:16].replace("T", " ")
            case Column.FILE_SIZE:
                return size(image.file_size)
            case Column.PIXELS:
                return f"{count(image.info.width)} × {count(image.info.height)}"
            case Column.RATING:
                return STAR * image.marks.rating
        return self._score(match)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.column_title(COLUMNS[section]) + (APART if COLUMNS[section] is Column.PIXELS else "")
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(COLUMNS[section])
        return None

    def column_title(self, column: Column) -> str:
        """What a column is called."""
        return {
            Column.SCORE: self.tr("Score"),
            Column.NAME: self.tr("Name"),
            Column.FOLDER: self.tr("Folder"),
            Column.TAKEN: self.tr("Date"),
            Column.FILE_SIZE: self.tr("Size"),
            Column.PIXELS: self.tr("Pixels"),
            Column.RATING: self.tr("Rating"),
        }[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        rows = sorted({index.row() for index in indexes})
        data.setUrls([QUrl.fromLocalFile(str(self.match_at(row).image.path)) for row in rows])
        return data

    def _score(self, match: Match) -> str:
        return score(match.score, self._result.query.metric, self.digits) if self._result else ""

    def _agreement(self, match: Match) -> str:
        verdict = self.verdict_of(match.image.id)
        return "" if verdict is None else points_agree(verdict.inliers)

    def _tell(self, image_id: int, role: Role) -> None:
        row = self.row_of(image_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row, len(COLUMNS) - 1), [role])

    def _tell_all(self) -> None:
        if self._matches:
            last = self.index(len(self._matches) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0), last, [Role.OFFLINE])


_HOME = Path.home()


def _alignment(column: Column) -> Qt.AlignmentFlag:
    """Numbers stand at the right, and so do their titles."""
    right = column in (Column.FILE_SIZE, Column.PIXELS)
    return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
