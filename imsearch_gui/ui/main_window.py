"""The window: puts its parts together and passes on what they report. It decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from imsearch_gui.bridge.intake import Drop, Kind, promises, read_mime, read_text
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.progress import IndexReport, Skipped
from imsearch_gui.domain.records import LibraryState, Match, SearchResult
from imsearch_gui.domain.settings import METRIC, SHOW_DETAILS_PANEL, SHOW_QUERY_PANEL, THUMBNAIL_SIZE, TOP
from imsearch_gui.domain.wording import counted
from imsearch_gui.ui.actions import Actions, main_menu, make_action
from imsearch_gui.ui.details_panel import DetailsPanel
from imsearch_gui.ui.drop_overlay import DropOverlay
from imsearch_gui.ui.empty_state import EmptyState
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.progress_strip import ProgressStrip
from imsearch_gui.ui.query_panel import QueryPanel
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.status_line import StatusLine
from imsearch_gui.ui.top_bar import TopBar

SIZE = QSize(1280, 800)
PANELS = (264, 752, 264)
"""Query, results, details: at 1280 the grid keeps just under 60 %, and more as the window grows."""


class MainWindow(QMainWindow):
    """The main window of the program."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.setWindowTitle("imsearch")
        self.setAcceptDrops(True)
        self.program = program
        settings = program.settings
        self.top_bar = TopBar(self)
        self.messages = MessageBar(self)
        self.query_panel = QueryPanel(Metric(str(settings.get(METRIC))), int(settings.get(TOP)), self)
        self.status = StatusLine(self)
        self.results = ResultsView(program.thumbnails, int(settings.get(THUMBNAIL_SIZE)), self)
        self.empty = EmptyState(drop_area=True, parent=self)
        self.details = DetailsPanel(program.thumbnails, self)
        self.strip = ProgressStrip(program.indexing, self)
        self.overlay = DropOverlay(self)
        self.actions_ = self._make_actions()
        self._result: SearchResult | None = None
        self._lists_skipped = False
        self._build()
        self._connect()
        self._restore()
        self._show_library(None)

    # -- putting together -------------------------------------------------------------------------------------------

    def _make_actions(self) -> Actions:
        settings = self.program.settings
        actions = Actions(
            open_picture=make_action(
                self, self.tr("&Open a picture…"), self._open_picture, sign="open", keys=QKeySequence.StandardKey.Open
            ),
            paste=make_action(
                self, self.tr("&Paste a picture"), self._paste, sign="copy", keys=QKeySequence.StandardKey.Paste
            ),
            find=make_action(self, self.tr("&Find"), self._focus_field, keys=QKeySequence.StandardKey.Find),
            index_folder=make_action(
                self, self.tr("&Index a folder…"), lambda: self.open_wizard(), sign="folder-add", keys="Ctrl+N"
            ),
            index_again=make_action(
                self,
                self.tr("Index &again"),
                self.program.index_again,
                sign="index",
                keys=QKeySequence.StandardKey.Refresh,
            ),
            open_library=make_action(self, self.tr("Open another &library…"), self._open_library, sign="library"),
            samples=make_action(self, self.tr("Sample pictures"), self.program.open_samples, sign="image"),
            skipped=make_action(self, self.tr("&Skipped files…"), self.show_skipped, sign="skipped"),
            query_panel=make_action(
                self, self.tr("&Query panel"), self._fold_query, sign="panel-left", keys="F9", checkable=True
            ),
            details_panel=make_action(
                self, self.tr("&Details panel"), self._fold_details, sign="panel-right", keys="F10", checkable=True
            ),
            quit=make_action(self, self.tr("&Quit"), self.close, keys=QKeySequence.StandardKey.Quit),
        )
        actions.query_panel.setChecked(bool(settings.get(SHOW_QUERY_PANEL)))
        actions.details_panel.setChecked(bool(settings.get(SHOW_DETAILS_PANEL)))
        return actions

    def _build(self) -> None:
        self.top_bar.add_button(self.actions_.open_picture)
        self.top_bar.add_button(self.actions_.index_folder)
        self.top_bar.add_button(self.actions_.query_panel)
        self.top_bar.add_button(self.actions_.details_panel)
        self.top_bar.add_menu(main_menu(self, self.actions_, self.program.settings), "menu", self.tr("Menu"))
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.results)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.status)
        column.addWidget(self.pages, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.query_panel, middle, self.details):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(PANELS))
        central = QWidget(self)
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.messages)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.strip)
        self.setCentralWidget(central)
        self.resize(SIZE)

    def _connect(self) -> None:
        program, search = self.program, self.program.search
        self.top_bar.text_entered.connect(self._text_entered)
        self.top_bar.library_chosen.connect(program.libraries.open)
        self.query_panel.metric_chosen.connect(search.set_metric)
        self.query_panel.top_chosen.connect(search.set_top)
        self.query_panel.strategy_chosen.connect(search.set_strategy)
        self.query_panel.model_chosen.connect(search.set_model)
        self.query_panel.region_chosen.connect(search.set_region)
        self.query_panel.cleared.connect(search.clear)
        self.results.similar_requested.connect(search.find_similar)
        self.results.opened.connect(program.desktop.open)
        self.results.reveal_requested.connect(program.desktop.reveal)
        self.results.match_chosen.connect(self._match_chosen)
        self.details.similar_requested.connect(search.find_similar)
        self.details.open_requested.connect(program.desktop.open)
        self.details.reveal_requested.connect(program.desktop.reveal)
        search.query_changed.connect(self.query_panel.show_query)
        search.picture_ready.connect(self.query_panel.show_picture)
        search.searching.connect(self.status.set_searching)
        search.answered.connect(self._show_result)
        search.cleared.connect(self._show_no_result)
        program.libraries.opened.connect(self._show_library)
        program.libraries.changed.connect(self._show_library)
        program.libraries.skipped_listed.connect(self._skipped_listed)
        program.indexing.finished.connect(self._indexed)
        self.strip.skipped_requested.connect(self.show_skipped)
        for source in (search, program.libraries, program.indexing, program.desktop, program.models):
            source.failed.connect(lambda sentence: self.messages.say(sentence, problem=True))
        for source in (search, program.indexing):
            source.notice.connect(self.messages.say)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show_library(self, state: LibraryState | None) -> None:
        self.top_bar.show_library(state)
        current = state.folder if state else None
        entries = [self.actions_.index_folder, self.actions_.open_library, self.actions_.samples]
        self.top_bar.show_recent(self.program.libraries.recent(), current, entries)
        self.actions_.index_again.setEnabled(bool(state and state.roots))
        self.actions_.skipped.setEnabled(bool(state and state.skipped))
        self.query_panel.show_models(state.models if state else (), self.program.search.model_id)
        if self.program.search.query is None:
            self._show_no_result()

    def _show_no_result(self) -> None:
        self._result = None
        self.results.results.set_result(None)
        self.details.show_match(None, Metric.COSINE)
        state = self.program.libraries.current
        self.status.show_library(state.images if state else 0)
        if state is None or not state.images:
            self.empty.say(
                "folder-add",
                self.tr("Drop a folder of pictures here"),
                self.tr("imsearch learns what they look like; then any picture finds its kin among them."),
                [
                    (self.tr("Choose a folder…"), lambda: self.open_wizard()),
                    (self.tr("Try with sample pictures"), self.program.open_samples),
                ],
            )
        else:
            self.empty.say(
                "search",
                self.tr("What are you looking for?"),
                self.tr("Drop or paste a picture, and {0} are searched for what looks like it.").format(
                    counted(state.images, self.tr("picture"))
                ),
                [
                    (self.tr("Open a picture…"), self._open_picture),
                    (self.tr("Index a folder…"), lambda: self.open_wizard()),
                ],
            )
        self.pages.setCurrentWidget(self.empty)

    def _show_result(self, result: SearchResult) -> None:
        self._result = result
        self.messages.hide()
        self.status.show_result(result)
        self.results.results.set_result(result)
        self.results.scrollToTop()
        self.details.show_match(None, result.query.metric)
        if result.matches:
            self.pages.setCurrentWidget(self.results)
        else:
            self.empty.say(
                "image",
                self.tr("Nothing was found"),
                self.tr("The library has no pictures that this model knows."),
                [(self.tr("Index again"), self.program.index_again)],
            )
            self.pages.setCurrentWidget(self.empty)

    def _match_chosen(self, match: Match | None) -> None:
        if self._result is not None:
            self.details.show_match(match, self._result.query.metric)

    def _indexed(self, report: IndexReport) -> None:
        state = self.program.libraries.current
        if state is not None and report.skipped:
            self.actions_.skipped.setEnabled(True)

    # -- what is asked ----------------------------------------------------------------------------------------------

    def take(self, drop: Drop) -> None:
        """Do with what was dropped or pasted what the overlay has promised."""
        if drop.kind is Kind.FOLDERS:
            self.open_wizard(drop.paths)
        elif drop.kind is Kind.PICTURES:
            self.program.search.ask_files(drop.paths)
        elif drop.kind is Kind.IMAGE and drop.image is not None:
            self.program.search.ask_image(drop.image)
        elif drop.kind is Kind.URL:
            self.program.search.ask_url(drop.url)
        else:
            self.messages.say(self.tr("There is no picture in that: drop or paste a picture, a file or a folder."))

    def open_wizard(self, folders: Sequence[Path] = ()) -> None:
        """The wizard that indexes folders; it does not block the window."""
        from imsearch_gui.ui.wizard import IndexWizard

        wizard = IndexWizard(self.program, folders=tuple(folders), parent=self)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.show()

    def show_skipped(self) -> None:
        """List the skipped files, as soon as the library has told them."""
        self._lists_skipped = True
        self.program.libraries.list_skipped()

    def _skipped_listed(self, skipped: Sequence[Skipped]) -> None:
        from imsearch_gui.ui.skipped_dialog import SkippedDialog

        if not self._lists_skipped:
            return
        self._lists_skipped = False
        dialog = SkippedDialog(skipped, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reveal_requested.connect(self.program.desktop.reveal)
        dialog.show()

    def _open_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.program.search.ask_files([Path(name)]))
        dialog.open()

    def _open_library(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a library"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.program.libraries.open(Path(name)))
        dialog.open()

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if self.top_bar.field.hasFocus() and data.hasText() and read_mime(data).kind is Kind.NOTHING:
            self.top_bar.field.paste()
        else:
            self.take(read_mime(data))

    def _text_entered(self, text: str) -> None:
        drop = read_text(text)
        if drop.kind is not Kind.NOTHING:
            self.take(drop)
        elif text.strip():
            self.messages.say(
                self.tr("The models of this library know pictures, not words: enter the path or address of a picture.")
            )

    def _focus_field(self) -> None:
        self.top_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.field.selectAll()

    def _fold_query(self, shown: bool) -> None:
        self.query_panel.setVisible(shown)
        self.program.settings.set(SHOW_QUERY_PANEL, shown)

    def _fold_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.program.settings.set(SHOW_DETAILS_PANEL, shown)

    # -- events -----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # A match dragged out of the grid is not a new query while it is still over this window.
        kind = promises(event.mimeData()) if event.source() is None else Kind.NOTHING
        if kind is Kind.NOTHING:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        folder = kind is Kind.FOLDERS
        self.overlay.announce(self.tr("Index this folder") if folder else self.tr("Search for this picture"))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(read_mime(event.mimeData()))
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlay.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        settings = self.program.settings
        settings.keep_state("geometry", self.saveGeometry())
        settings.keep_state("splitter", self.splitter.saveState())
        # The window goes at once; what runs behind it ends a moment later.
        self.hide()
        super().closeEvent(event)

    def _restore(self) -> None:
        geometry: QByteArray = self.program.settings.state("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        splitter = self.program.settings.state("splitter")
        if not splitter.isEmpty():
            self.splitter.restoreState(splitter)
