"""Page 1: which folders, into which library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.intake import Kind, promises, read_mime
from imsearch_gui.bridge.survey import FolderSurvey, SurveyCount
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.domain.wording import counted, size
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, quiet, repolish
from imsearch_gui.ui.wizard.page import Page

SETTLE_MS = 300
"""Counting starts when nothing has been changed for this long."""


class _FolderList(QListWidget):
    """Delete removes what is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        else:
            super().keyPressEvent(event)

    def remove_chosen(self) -> None:
        for item in self.selectedItems():
            self.takeItem(self.row(item))


class FoldersPage(Page):
    """Folders, subfolders, exclusions, the library; counts what is there while one waits."""

    def __init__(
        self, survey: FolderSurvey, library: LibraryState | None, folders: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Which folders?"), self.tr("Add folders, or drop them here. Nothing in them is changed."), parent
        )
        self.setAcceptDrops(True)
        self._survey = survey
        self._count = SurveyCount()
        self._list = _FolderList(self)
        self._list.setAccessibleName(self.tr("Folders"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setMinimumHeight(96)
        self._subfolders = QCheckBox(self.tr("Include &subfolders"), self)
        self._subfolders.setChecked(True)
        self._exclude = QLineEdit(self)
        self._exclude.setAccessibleName(self.tr("Leave out"))
        self._exclude.setPlaceholderText(self.tr("for example: *.thumb.jpg, backup/*"))
        self._found = QLabel(self)
        self._found.setWordWrap(True)
        self._found.setAccessibleName(self.tr("Pictures found"))
        self._into = QComboBox(self)
        self._into.setAccessibleName(self.tr("Library"))
        if library is not None:
            self._into.addItem(self.tr("{0} (open now)").format(library.name), library.folder)
        self._into.addItem(self.tr("A new library"), None)
        self._name = QLineEdit(self)
        self._name.setAccessibleName(self.tr("Name of the new library"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._build()
        self._connect()
        self.add_folders(folders)
        self._changed()

    # -- what was chosen --------------------------------------------------------------------------------------------

    @property
    def folders(self) -> tuple[Path, ...]:
        return tuple(self._list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._list.count()))

    @property
    def recursive(self) -> bool:
        return self._subfolders.isChecked()

    @property
    def exclude(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in re.split(r"[,;\n]", self._exclude.text()) if part.strip())

    @property
    def library(self) -> Path | None:
        """The folder of the library that is open now, or None for a new one of the name `name`."""
        folder = self._into.currentData()
        return folder if isinstance(folder, Path) else None

    @property
    def name(self) -> str:
        return self._name.text().strip()

    @property
    def count(self) -> SurveyCount:
        """What is known of the folders just now."""
        return self._count

    @property
    def complete(self) -> bool:
        return bool(self.folders) and not self._count.problem and (self.library is not None or bool(self.name))

    def add_folders(self, folders: Sequence[Path]) -> None:
        known = set(self.folders)
        for folder in dict.fromkeys(folders):
            if folder not in known:
                item = QListWidgetItem(icon("folder"), str(folder))
                item.setToolTip(str(folder))
                item.setData(Qt.ItemDataRole.UserRole, folder)
                self._list.addItem(item)
        if folders and not self._name.isModified():
            self._name.setText(folders[0].name)

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE)
        add = QPushButton(icon("folder-add"), self.tr("&Add…"), self)
        add.clicked.connect(self._choose)
        self._remove = QPushButton(icon("minus"), self.tr("&Remove"), self)
        self._remove.clicked.connect(self._list.remove_chosen)
        for button in (add, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._list, 1)
        row.addLayout(buttons)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._found)
        self.body.addSpacing(SPACE)
        self.body.addWidget(self._subfolders)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        form.addRow(self.tr("&Leave out"), self._exclude)
        form.addRow("", quiet(QLabel(self.tr("Names or paths, separated by commas; * stands for anything."), self)))
        form.addRow(self.tr("In&to"), self._into)
        form.addRow(self.tr("&Name"), self._name)
        self._form = form
        self.body.addLayout(form)

    def _connect(self) -> None:
        model = self._list.model()
        model.rowsInserted.connect(self._changed)
        model.rowsRemoved.connect(self._changed)
        self._list.itemSelectionChanged.connect(self._show_remove)
        self._subfolders.toggled.connect(self._changed)
        self._exclude.textChanged.connect(self._changed)
        self._into.currentIndexChanged.connect(self._library_changed)
        self._name.textChanged.connect(lambda: self.complete_changed.emit())
        self._settle.timeout.connect(self._start_counting)
        self._survey.counted.connect(self._counted)
        self._library_changed()
        self._show_remove()

    def _show_remove(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _library_changed(self) -> None:
        self._form.setRowVisible(self._name, self.library is None)
        self.complete_changed.emit()

    # -- counting ---------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._survey.stop()
        self._count = SurveyCount()
        self._say(self.tr("Counting…") if self.folders else self.tr("No folder yet."))
        self._settle.start()
        self.complete_changed.emit()

    def _start_counting(self) -> None:
        if self.folders:
            self._survey.start(self.folders, recursive=self.recursive, exclude=self.exclude)

    def _counted(self, count: SurveyCount) -> None:
        self._count = count
        if count.problem:
            self._say(count.problem, problem=True)
        else:
            text = f"{counted(count.pictures, self.tr('picture'))}, {size(count.bytes)}"
            self._say(text if count.done else self.tr("{0} so far…").format(text))
        self.complete_changed.emit()

    def _say(self, text: str, *, problem: bool = False) -> None:
        self._found.setText(text)
        self._found.setProperty("problem", problem)
        repolish(self._found)

    # -- events -----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.add_folders([Path(name)]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if promises(event.mimeData()) in (Kind.FOLDERS, Kind.PICTURES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        drop = read_mime(event.mimeData())
        # A picture stands for the folder that it lies in.
        folders = drop.paths if drop.kind is Kind.FOLDERS else tuple(path.parent for path in drop.paths)
        self.add_folders(folders)
        event.acceptProposedAction()
