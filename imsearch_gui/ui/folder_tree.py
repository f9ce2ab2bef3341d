"""The folders of a library, to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from imsearch_gui.domain.facets import FolderFacet
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, caption_font

PATH = Qt.ItemDataRole.UserRole
HIGHEST = 24 * SPACE
ROW = 3 * SPACE
LEVELS = 2 * SPACE


class FolderTree(QTreeWidget):
    """Folders with the number of images at or below each. What lies in a checked folder need not be checked, too."""

    chosen = Signal(object)
    """tuple[Path, ...]: those that are checked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: dict[Path, QTreeWidgetItem] = {}
        self._checked: tuple[Path, ...] = ()
        self.setAccessibleName(self.tr("Folders"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setProperty("quiet", True)
        self.setFont(caption_font())
        self.setIndentation(LEVELS)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        header = self.header()
        header.setAccessibleName(self.tr("Folders and their pictures"))
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(4 * SPACE)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._changed)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)

    def show_folders(self, folders: Sequence[FolderFacet]) -> None:
        """List these; what was open and checked stays so."""
        shut = {path for path, item in self._items.items() if item.childCount() and not item.isExpanded()}
        known = set(self._items)
        with QSignalBlocker(self):
            self.clear()
            self._items.clear()
            for folder in folders:
                self._add(folder)
            for path, item in self._items.items():
                # The roots are open at first, what lies in them is not.
                item.setExpanded(path not in shut if path in known else item.parent() is None)
        self.show_checked(self._checked)
        self._fit()

    def show_checked(self, checked: tuple[Path, ...]) -> None:
        """Check these; nothing is told."""
        self._checked = checked
        with QSignalBlocker(self):
            for path, item in self._items.items():
                item.setCheckState(0, Qt.CheckState.Checked if path in checked else Qt.CheckState.Unchecked)

    def _add(self, folder: FolderFacet) -> None:
        above = self._items.get(folder.path.parent) if folder.depth else None
        name = folder.path.name or str(folder.path)
        item = QTreeWidgetItem([name, count(folder.images)])
        item.setData(0, PATH, folder.path)
        item.setToolTip(0, tip(str(folder.path)))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, self.palette().placeholderText())
        item.setSizeHint(0, QSize(0, ROW))
        item.setCheckState(0, Qt.CheckState.Unchecked)
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        self._items[folder.path] = item

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        path, on = item.data(0, PATH), item.checkState(0) is Qt.CheckState.Checked
        if column == 0 and on != (path in self._checked):
            others = tuple(other for other in self._checked if other != path)
            self._checked = (*others, path) if on else others
            self.chosen.emit(self._checked)

    def _fit(self) -> None:
        """As high as what it holds, within a bound."""
        rows, item = 0, self.topLevelItem(0)
        while item is not None:
            rows, item = rows + 1, self.itemBelow(item)
        # No row is cut in half.
        self.setFixedHeight(min(HIGHEST // ROW, rows) * ROW + 2 * self.frameWidth())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            with QSignalBlocker(self):
                for item in self._items.values():
                    item.setForeground(1, self.palette().placeholderText())
