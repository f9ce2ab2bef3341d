"""The windows that the main window opens. None of them blocks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.search_session import Way
from imsearch_gui.domain.progress import Skipped


class Dialogs(QObject):
    """Opens dialogs of one window; each is gone when it is closed."""

    def __init__(self, program: Program, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._window = window
        self._lists_skipped = False
        program.libraries.skipped_listed.connect(self._skipped_listed)

    def open_picture(self, way: Way = Way.ANEW) -> None:
        """Choose a picture to search for, or to join the query."""
        self._choose(
            self.tr("Open a picture"),
            QFileDialog.FileMode.ExistingFile,
            lambda path: self._program.search.ask_files([path], way),
        )

    def open_library(self) -> None:
        """Choose the folder of a library."""
        self._choose(self.tr("Open a library"), QFileDialog.FileMode.Directory, self._program.libraries.open)

    def open_wizard(self, folders: Sequence[Path] = (), *, new: bool = False) -> None:
        """The wizard that indexes folders; `new` proposes a new library for them."""
        from imsearch_gui.ui.wizard import IndexWizard

        open_now = next((wizard for wizard in self._window.findChildren(IndexWizard) if wizard.isVisible()), None)
        if open_now is not None and open_now.page == 0:
            # A second wizard beside the first would count with the same survey.
            open_now.folders_page.add_folders(folders)
            if new:
                open_now.folders_page.propose_new_library()
            open_now.activateWindow()
            return
        wizard = IndexWizard(self._program, folders=tuple(folders), parent=self._window)
        if new:
            wizard.folders_page.propose_new_library()
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.show()

    def show_skipped(self) -> None:
        """List the skipped files, as soon as the library has told them."""
        self._lists_skipped = True
        self._program.libraries.list_skipped()

    def open_models(self, files: Sequence[Path] = ()) -> None:
        """What models there are, and how to have more; the first of `files` is offered to be imported."""
        from imsearch_gui.ui.models import show_models

        dialog = show_models(self._program, self._window)
        if files:
            dialog.import_path(files[0])

    def _skipped_listed(self, skipped: Sequence[Skipped]) -> None:
        from imsearch_gui.ui.skipped_dialog import SkippedDialog

        if not self._lists_skipped:
            return
        self._lists_skipped = False
        dialog = SkippedDialog(skipped, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reveal_requested.connect(self._program.desktop.reveal)
        dialog.retry_requested.connect(self._program.retry)
        dialog.show()

    def _choose(self, title: str, mode: QFileDialog.FileMode, take: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.open()
