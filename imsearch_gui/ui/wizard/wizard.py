"""The wizard: folders, model, options, and the job. It does not block the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.choices import Precision
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.domain.settings import PRECISION, PROVIDER, THUMBNAILS
from imsearch_gui.domain.wording import duration
from imsearch_gui.ui.models import show_models
from imsearch_gui.ui.progress_words import folder_names
from imsearch_gui.ui.skipped_dialog import SkippedDialog
from imsearch_gui.ui.theme import SPACE, quiet, repolish
from imsearch_gui.ui.wizard.folders_page import FoldersPage
from imsearch_gui.ui.wizard.model_page import ModelPage
from imsearch_gui.ui.wizard.options_page import OptionsPage
from imsearch_gui.ui.wizard.page import Page
from imsearch_gui.ui.wizard.progress_page import ProgressPage, State
from imsearch_gui.ui.wizard.steps import Steps

MODEL, OPTIONS, INDEXING = 1, 2, 3


class IndexWizard(QDialog):
    """Four pages; Enter goes on, Esc closes. Once the job runs, closing leaves it running."""

    def __init__(self, program: Program, folders: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Index folders"))
        self._program = program
        libraries = program.libraries
        self.folders_page = FoldersPage(program.survey, libraries.current, libraries.folder_for, self)
        self.model_page = ModelPage(program.models, self)
        self.options_page = OptionsPage(program.settings, self)
        self.progress_page = ProgressPage(program.indexing, program.thumbnails, self)
        self._pages: list[Page] = [self.folders_page, self.model_page, self.options_page, self.progress_page]
        self._steps = Steps(
            (self.tr("Folders"), self.tr("Model"), self.tr("Options"), self.tr("Indexing")),
            self,
        )
        self._stack = QStackedWidget(self)
        self._missing = quiet(QLabel(self))
        self._missing.setWordWrap(True)
        self._back = QPushButton(self.tr("&Back"), self)
        self._close = QPushButton(self)
        self._next = QPushButton(self)
        self._made: tuple[str, Path] | None = None
        self._lists_skipped = False
        self._build()
        self._connect()
        self.folders_page.add_folders(folders)
        self.resize(760, 600)
        self._show_page(0)

    @property
    def page(self) -> int:
        """Number of the page that is shown, from 0."""
        return self._stack.currentIndex()

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for page in self._pages:
            self._stack.addWidget(page)
        self._next.setDefault(True)
        self._next.setProperty("primary", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self._back)
        buttons.addWidget(self._missing, 1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._steps)
        layout.addSpacing(SPACE)
        layout.addWidget(self._stack, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        program = self._program
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._close.clicked.connect(self.close)
        for page in self._pages:
            page.complete_changed.connect(self._update)
        self.folders_page.complete_changed.connect(self._folders_changed)
        self.model_page.chosen_changed.connect(self._update_summary)
        self.model_page.more_wanted.connect(self._show_models)
        self.progress_page.ended.connect(self._update)
        self.progress_page.skipped_requested.connect(self._ask_for_skipped)
        program.indexing.started.connect(self._update)
        program.indexing.ended.connect(self._update)
        program.libraries.skipped_listed.connect(self._skipped_listed)

    # -- pages ------------------------------------------------------------------------------------------------------

    def _show_page(self, number: int) -> None:
        if number == MODEL:
            library = self.folders_page.library
            self.model_page.prefer(library.models if library is not None else ())
        self._stack.setCurrentIndex(number)
        self._steps.show_step(number)
        self._update()
        focus = self._pages[number].first_focus() or self._next
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._show_page(self.page - 1)

    def _go_on(self) -> None:
        if self.page == OPTIONS:
            self._start()
        elif self.page < OPTIONS:
            self._show_page(self.page + 1)
        else:
            if self.progress_page.state is State.DONE:
                self._show_pictures()
            self.close()

    def _update(self) -> None:
        """Buttons and the line beside them, as the page and the job ask for."""
        last = self.page == INDEXING
        state = self.progress_page.state
        hindrance = self._hindrance()
        self._missing.setText(hindrance or self._pages[self.page].missing)
        if self._missing.property("problem") != bool(hindrance):
            self._missing.setProperty("problem", bool(hindrance))
            repolish(self._missing)
        self._back.setVisible(self.page > 0 and (not last or state in (State.CANCELLED, State.FAILED)))
        self._close.setVisible(not last or state is State.DONE)
        self._close.setText(self.tr("Close") if last else self.tr("Cancel"))
        self._next.setText(self._next_words(state))
        self._next.setEnabled(last or (self._pages[self.page].complete and not hindrance))
        self._update_summary()

    def _next_words(self, state: State) -> str:
        if self.page < OPTIONS:
            return self.tr("&Next")
        if self.page == OPTIONS:
            return self.tr("&Start indexing")
        if state is State.RUNNING:
            return self.tr("Continue in the &background")
        return self.tr("&Show my pictures") if state is State.DONE else self.tr("Close")

    def _hindrance(self) -> str:
        """Why the work cannot begin, though this page is in order; one sentence."""
        if self.page == INDEXING:
            return ""
        if self.page > 0 and self.folders_page.problem:
            return self.folders_page.problem
        if self.page == OPTIONS and self._program.indexing.occupied:
            return self.tr("Another folder is being indexed: wait until that has finished, or cancel it.")
        return ""

    def _folders_changed(self) -> None:
        self.model_page.show_pictures(self.folders_page.count.pictures)

    def _update_summary(self) -> None:
        self.options_page.show_summary(self._summary() if self.page == OPTIONS else "")

    def _summary(self) -> str:
        """'48,212 pictures from “Holidays” into “Archive” with Classic, in about 20 min.'"""
        folders, card = self.folders_page, self.model_page.chosen
        if card is None:
            return ""
        pictures = folders.count.pictures
        speed = self.model_page.speed
        parts = [folder_names(folders.folders), folders.name, card.title]
        if not pictures:
            sentence = self.tr("Pictures from “{0}” into the library “{1}”, with the model {2}.")
        elif not speed:
            sentence = tr("%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}.", "", pictures)
        else:
            sentence = tr(
                "%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}, in about {3}.", "", pictures
            )
            parts.append(duration(max(1.0, pictures / speed)))
        return sentence.format(*parts)

    # -- the work ---------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        folders, options = self.folders_page, self.options_page
        request = IndexRequest(
            folders=folders.folders,
            model=self.model_page.model,
            recursive=folders.recursive,
            exclude=folders.exclude,
            rules=options.rules,
            workers=options.workers,
            provider=str(self._program.settings.get(PROVIDER)),
            precision=Precision(str(self._program.settings.get(PRECISION))),
            thumbnails=int(self._program.settings.get(THUMBNAILS)),
            watch=options.watch,
        )
        options.keep()
        self._program.survey.stop()
        if self._program.indexing.start(self._library(), request):
            self.progress_page.begin()
            self._show_page(INDEXING)

    def _library(self) -> Path:
        """Where the vectors go. A second try from here goes on with the library that the first one has made."""
        if self.folders_page.library is not None:
            return self.folders_page.library.folder
        name = self.folders_page.name
        if self._made is None or self._made[0] != name:
            self._made = name, self._program.libraries.folder_for(name)
        return self._made[1]

    def _show_pictures(self) -> None:
        indexed, libraries = self._program.indexing.library, self._program.libraries
        if indexed is not None and (libraries.current is None or libraries.current.folder != indexed):
            libraries.open(indexed)
        window = self.parentWidget()
        if window is not None:
            window.window().activateWindow()

    def _show_models(self) -> None:
        # It may stay when the wizard is closed.
        show_models(self._program, self.parentWidget() or self)

    def _ask_for_skipped(self) -> None:
        if self.progress_page.state is State.DONE:
            self._list_skipped(self._program.indexing.skipped)
        else:
            self._lists_skipped = True
            self._program.libraries.list_skipped()

    def _skipped_listed(self, skipped: Sequence[Skipped]) -> None:
        if self._lists_skipped:
            self._lists_skipped = False
            self._list_skipped(skipped)

    def _list_skipped(self, skipped: Sequence[Skipped]) -> None:
        # The list may stay when the wizard is closed.
        dialog = SkippedDialog(skipped, self.parentWidget() or self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reveal_requested.connect(self._program.desktop.reveal)
        dialog.retry_requested.connect(self._program.retry)
        dialog.show()

    def done(self, result: int) -> None:
        """However it is closed: nobody waits for the count any more."""
        self._program.survey.stop()
        super().done(result)
