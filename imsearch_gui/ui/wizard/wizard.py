"""The wizard: folders, model, options, and the job. It does not block the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.ui.theme import SPACE, caption_font, quiet
from imsearch_gui.ui.wizard.folders_page import FoldersPage
from imsearch_gui.ui.wizard.model_page import ModelPage
from imsearch_gui.ui.wizard.options_page import OptionsPage
from imsearch_gui.ui.wizard.page import Page
from imsearch_gui.ui.wizard.progress_page import ProgressPage

LAST_CHOICE = 2
"""The page after which the work begins."""


class IndexWizard(QDialog):
    """Four pages; Enter goes on, Esc closes. Once the job runs, closing leaves it running."""

    def __init__(self, program: Program, *, folders: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Index folders"))
        self._program = program
        self.folders_page = FoldersPage(program.survey, program.libraries.current, folders, self)
        self.model_page = ModelPage(program.models, self)
        self.options_page = OptionsPage(program.settings, self)
        self.progress_page = ProgressPage(program.indexing, program.thumbnails, self)
        self._pages: list[Page] = [self.folders_page, self.model_page, self.options_page, self.progress_page]
        self._stack = QStackedWidget(self)
        self._steps: list[QLabel] = []
        self._back = QPushButton(self.tr("&Back"), self)
        self._next = QPushButton(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._build()
        for page in self._pages:
            page.complete_changed.connect(self._show_buttons)
        self.progress_page.ended.connect(self._show_buttons)
        self.progress_page.skipped_requested.connect(program.libraries.list_skipped)
        program.survey.counted.connect(lambda count: self.model_page.show_pictures(count.pictures))
        program.libraries.skipped_listed.connect(self._list_skipped)
        self._lists_skipped = False
        self.progress_page.skipped_requested.connect(self._want_skipped)
        self.resize(720, 560)
        self._show_page(0)

    @property
    def page(self) -> int:
        """Number of the page that is shown, from 0."""
        return self._stack.currentIndex()

    def _build(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(3 * SPACE)
        for number, name in enumerate((self.tr("Folders"), self.tr("Model"), self.tr("Options"), self.tr("Indexing"))):
            label = quiet(QLabel(f"{number + 1}  {name}", self))
            self._steps.append(label)
            steps.addWidget(label)
        steps.addStretch(1)
        for page in self._pages:
            self._stack.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        self._back.setAutoDefault(False)
        self._cancel.setAutoDefault(False)
        self._next.setDefault(True)
        self._next.setProperty("primary", True)
        self._back.clicked.connect(lambda: self._show_page(self.page - 1))
        self._next.clicked.connect(self._go_on)
        self._cancel.clicked.connect(self.close)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(steps)
        layout.addWidget(self._stack, 1)
        layout.addLayout(buttons)

    def _show_page(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        for position, label in enumerate(self._steps):
            font = caption_font()
            font.setBold(position == number)
            label.setFont(font)
            label.setEnabled(position <= number)
        self._show_buttons()
        if number:
            self._pages[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        last = self.page == len(self._pages) - 1
        running = self._program.indexing.running
        self._back.setVisible(not last and self.page > 0)
        self._cancel.setVisible(not last)
        if last:
            self._next.setText(self.tr("Continue in the background") if running else self.tr("Show my pictures"))
        else:
            self._next.setText(self.tr("&Start indexing") if self.page == LAST_CHOICE else self.tr("&Next"))
        self._next.setEnabled(self._pages[self.page].complete)

    def _go_on(self) -> None:
        if self.page == len(self._pages) - 1:
            self.close()
        elif self.page == LAST_CHOICE:
            self._start()
        else:
            self._show_page(self.page + 1)

    def _start(self) -> None:
        folders, options = self.folders_page, self.options_page
        request = IndexRequest(
            folders=folders.folders,
            model=self.model_page.model,
            recursive=folders.recursive,
            exclude=folders.exclude,
            rules=options.rules,
            workers=options.workers,
        )
        options.keep()
        library = folders.library or self._program.libraries.folder_for(folders.name)
        if self._program.indexing.start(library, request):
            self._show_page(len(self._pages) - 1)
            self.progress_page.begin()
            self._show_buttons()

    def _want_skipped(self) -> None:
        self._lists_skipped = True

    def _list_skipped(self, skipped: object) -> None:
        from imsearch_gui.ui.skipped_dialog import SkippedDialog

        if self._lists_skipped and isinstance(skipped, tuple):
            self._lists_skipped = False
            dialog = SkippedDialog(skipped, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.reveal_requested.connect(self._program.desktop.reveal)
            dialog.show()

    def done(self, result: int) -> None:
        """However it is closed: nobody waits for the count any more."""
        self._program.survey.stop()
        super().done(result)
