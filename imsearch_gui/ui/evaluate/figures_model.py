"""What the models of figures have in common: columns with titles, of which one is the order of the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
RISING, FALLING = " ↑", " ↓"
"""Behind the title of a column: Qt paints its own arrow over a title that stands at the right."""


class FigureColumn(Protocol):
    """A column and what stands in it."""

    @property
    def title(self) -> str: ...
    @property
    def value(self) -> Callable[..., float] | None:
        """None for names."""

    @property
    def about(self) -> str:
        """A tip of its title, or nothing."""


class FiguresModel(QAbstractTableModel):
    """Rows of figures; who inherits it fills `columns` and `_rows`, keeps `order`, and gives what stands in a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[FigureColumn] = ()
        self.order = (0, False)
        """The column that it is sorted by, and whether the greatest comes first."""
        self._rows: list[Any] = []

    def heading(self, section: int) -> str:
        """What stands above a column, with an arrow where it is the one that the rows are sorted by."""
        column, falls = self.order
        arrow = (FALLING if falls else RISING) if section == column else ""
        return f"{self.columns[section].title}{arrow}"

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Numbers stand at the right, and so do their titles."""
        side = Qt.AlignmentFlag.AlignLeft if self.columns[column].value is None else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            match role:
                case Qt.ItemDataRole.DisplayRole:
                    return self.heading(section)
                case Qt.ItemDataRole.ToolTipRole:
                    return self.columns[section].about or None
                case Qt.ItemDataRole.TextAlignmentRole:
                    return self.alignment(section)
        return None
