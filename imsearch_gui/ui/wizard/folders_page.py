"""Page 1: which folders, into which library."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.intake import Kind, promises, read_mime
from imsearch_gui.bridge.survey import FolderSurvey, SurveyCount
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.domain.wording import homely, picture_count, size
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.spinner import Spinner
from imsearch_gui.ui.theme import CONTROL, SPACE, quiet, repolish
from imsearch_gui.ui.wizard.folder_list import FolderList
from imsearch_gui.ui.wizard.page import Page

SETTLE_MS = 300
"""Counting starts when nothing has been changed for this long."""


class FoldersPage(Page):
    """Folders, subfolders, exclusions, the library; counts what is there while one waits."""

    def __init__(
        self,
        survey: FolderSurvey,
        library: LibraryState | None,
        folder_for: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        """`folder_for` says where a new library of a name is put."""
        super().__init__(
            self.tr("Which folders?"), self.tr("Add folders, or drop them here. Nothing in them is changed."), parent
        )
        self.setAcceptDrops(True)
        self._survey = survey
        self._folder_for = folder_for
        self._open_library = library
        self._count = SurveyCount()
        self._list = FolderList(self)
        self._add = QPushButton(icon("folder-add"), self.tr("&Add…"), self)
        self._remove = QPushButton(icon("minus"), self.tr("&Remove"), self)
        self._spinner = Spinner(self)
        self._found = plain(QLabel(self))
        self._found.setWordWrap(True)
        self._found.setAccessibleName(self.tr("Pictures found"))
        self._subfolders = QCheckBox(self.tr("Include &subfolders"), self)
        self._subfolders.setChecked(True)
        self._exclude = QLineEdit(self)
        self._exclude.setAccessibleName(self.tr("Leave out"))
        self._exclude.setPlaceholderText(self.tr("for example: *.thumb.jpg, backup/*"))
        self._into = QComboBox(self)
        self._into.setAccessibleName(self.tr("Library"))
        if library is not None:
            self._into.addItem(icon("library"), self.tr("{0} (open now)").format(library.name), library.folder)
        self._into.addItem(icon("plus"), self.tr("A new library"), None)
        self._name = QLineEdit(self)
        self._name.setAccessibleName(self.tr("Name of the new library"))
        self._place = ElidedLabel(parent=self)
        quiet(self._place)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._build()
        self._connect()
        self._changed()

    # -- what was chosen --------------------------------------------------------------------------------------------

    @property
    def folders(self) -> tuple[Path, ...]:
        return self._list.folders

    @property
    def recursive(self) -> bool:
        return self._subfolders.isChecked()

    @property
    def exclude(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in re.split(r"[,;\n\u2028]", self._exclude.text()) if part.strip())

    @property
    def library(self) -> LibraryState | None:
        """The library that is open now, or None for a new one of the name `name`."""
        return self._open_library if self._into.currentData() is not None else None

    def propose_new_library(self) -> None:
        """What the list of libraries proposes: the folders get a library of their own."""
        self._into.setCurrentIndex(self._into.count() - 1)

    @property
    def name(self) -> str:
        """The name of the library, open or new."""
        library = self.library
        return self._name.text().strip() if library is None else library.name

    @property
    def count(self) -> SurveyCount:
        """What is known of the folders just now."""
        return self._count

    @property
    def problem(self) -> str:
        """Why the folders cannot be indexed as they are; it stands below the list."""
        return self._count.problem

    @property
    def complete(self) -> bool:
        return bool(self.folders) and not self.problem and bool(self.name)

    @property
    def missing(self) -> str:
        if not self.folders:
            return self.tr("Add at least one folder.")
        return "" if self.name else self.tr("Give the new library a name.")

    def first_focus(self) -> QWidget:
        return self._list if self.folders else self._add

    def add_folders(self, folders: Sequence[Path]) -> None:
        """Add those that are not in the list yet."""
        self._list.add(folders)

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self._add, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._list, 1)
        row.addLayout(buttons)
        self.body.addLayout(row, 1)
        found = QHBoxLayout()
        found.setSpacing(SPACE)
        found.addWidget(self._spinner)
        found.addWidget(self._found, 1)
        self.body.addLayout(found)
        self.body.addSpacing(SPACE)
        self.body.addWidget(self._subfolders)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE // 2)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("&Leave out"), self._exclude)
        hint = quiet(QLabel(self.tr("Names or paths, separated by commas; * stands for anything."), self))
        hint.setContentsMargins(0, 0, 0, SPACE)
        form.addRow("", hint)
        form.addRow(self.tr("In&to"), self._into)
        form.addRow(self.tr("Na&me"), self._name)
        form.addRow("", self._place)
        self._form = form
        for field in (self._exclude, self._into, self._name):
            field.setFixedHeight(CONTROL)
            form.labelForField(field).setMinimumHeight(CONTROL)
        self.body.addLayout(form)

    def _connect(self) -> None:
        model = self._list.model()
        model.rowsInserted.connect(self._folders_changed)
        model.rowsRemoved.connect(self._folders_changed)
        self._list.itemSelectionChanged.connect(self._show_remove)
        self._add.clicked.connect(self._choose)
        self._remove.clicked.connect(self._list.remove_chosen)
        self._subfolders.toggled.connect(self._changed)
        self._exclude.textChanged.connect(self._changed)
        self._into.currentIndexChanged.connect(self._library_changed)
        self._name.textChanged.connect(self._show_place)
        self._settle.timeout.connect(self._start_counting)
        self._survey.counted.connect(self._counted)
        self._library_changed()
        self._show_remove()

    def _show_remove(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _folders_changed(self) -> None:
        if not self._name.isModified():
            # A name that the user has typed is theirs.
            self._name.setText(next((folder.name for folder in self.folders if folder.name), ""))
        self._changed()

    def _library_changed(self) -> None:
        new = self.library is None
        self._form.setRowVisible(self._name, new)
        self._form.setRowVisible(self._place, new)
        self._show_place()

    def _show_place(self) -> None:
        place = homely(self._folder_for(self.name), Path.home()) if self.name else ""
        self._place.setText(self.tr("Will be kept in {0}").format(place) if place else "")
        self.complete_changed.emit()

    # -- counting ---------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._survey.stop()
        self._count = SurveyCount()
        if self.folders:
            self._say(self.tr("Counting…"), counting=True)
            self._settle.start()
        else:
            self._settle.stop()
            self._say("")
        self.complete_changed.emit()

    def _start_counting(self) -> None:
        self._survey.start(self.folders, recursive=self.recursive, exclude=self.exclude)

    def _counted(self, count: SurveyCount) -> None:
        self._count = count
        if count.problem:
            self._say(count.problem, problem=True)
        elif count.done and not count.pictures:
            self._say(self.tr("No file here is named like a picture; indexing looks into the files all the same."))
        else:
            text = f"{picture_count(count.pictures)}, {size(count.bytes)}"
            self._say(text if count.done else self.tr("{0} so far…").format(text), counting=not count.done)
        self.complete_changed.emit()

    def _say(self, text: str, *, problem: bool = False, counting: bool = False) -> None:
        self._found.setText(text)
        self._found.setVisible(bool(text))
        self._spinner.setVisible(counting)
        if self._found.property("problem") != problem:
            self._found.setProperty("problem", problem)
            repolish(self._found)

    # -- events -----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.add_folders([Path(name)])
        # From here Enter goes on instead of asking for one more.
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if promises(event.mimeData()) in (Kind.FOLDERS, Kind.PICTURES):
            _accept(event)
            self._list.invite(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _accept(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._list.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._list.invite(False)
        _accept(event)
        drop = read_mime(event.mimeData())
        # A picture stands for the folder that it lies in.
        self.add_folders(drop.paths if drop.kind is Kind.FOLDERS else [path.parent for path in drop.paths])
        self.window().activateWindow()


def _accept(event: QDropEvent) -> None:
    """Whatever the source proposes: its files are never moved."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
