"""The window: puts its parts together and passes on what they report. It decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from imsearch_gui.bridge.intake import Drop, Kind, read_mime, read_text
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.search_session import Way
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import LibraryState, Match, Query, SearchResult
from imsearch_gui.domain.settings import METRIC, SHOW_DETAILS_PANEL, SHOW_QUERY_PANEL, THUMBNAIL_SIZE, TOP
from imsearch_gui.ui.acting import ActingParts
from imsearch_gui.ui.actions import main_menu, search_menu
from imsearch_gui.ui.asking import AskingParts
from imsearch_gui.ui.copying import Copying
from imsearch_gui.ui.details_panel import DetailsPanel
from imsearch_gui.ui.dialogs import Dialogs
from imsearch_gui.ui.dropping import Dropping
from imsearch_gui.ui.evaluate import EvaluateParts
from imsearch_gui.ui.libraries import Libraries
from imsearch_gui.ui.looking import Looking
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.progress_strip import ProgressStrip
from imsearch_gui.ui.query_panel import QueryPanel
from imsearch_gui.ui.results_area import ResultsArea
from imsearch_gui.ui.tab_order import has_focus_inside, step
from imsearch_gui.ui.text_line import line_with_focus
from imsearch_gui.ui.top_bar import TopBar
from imsearch_gui.ui.wait_line import WaitLine
from imsearch_gui.ui.welcome import Welcome
from imsearch_gui.ui.window_actions import window_actions
from imsearch_gui.ui.window_help import WindowHelp

PANELS = (248, 784, 248)
"""Query, results, details: at a width of 1280 the grid has 61 %, and more as the window grows."""


class MainWindow(QMainWindow):
    """The contents of the window; a `Shell` is around it."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.setWindowTitle("imsearch")
        self.program = program
        settings = program.settings
        self.dialogs = Dialogs(program, self)
        self.copying = Copying(program.pictures, self)
        self.top_bar = TopBar(self)
        self.messages = MessageBar(self)
        self.welcome = Welcome(self)
        self.query_panel = QueryPanel(Metric(str(settings.get(METRIC))), int(settings.get(TOP)), self)
        self.area = ResultsArea(program.thumbnails, int(settings.get(THUMBNAIL_SIZE)), program.arranging, self)
        self.results = self.area.view
        self.details = DetailsPanel(program.thumbnails, self)
        self.strip = ProgressStrip(program.indexing, self)
        self.dropping = Dropping(self, self.query_panel)
        self.overlay = self.dropping.overlay
        self._said: set[str] = set()
        self._filled = False
        self.actions_ = window_actions(self)
        self._build()
        self._connect()
        self.evaluate = EvaluateParts(self)
        self.help = WindowHelp(self)
        self.help.fill(self.menu)
        self.menu.addSeparator()
        self.menu.addAction(self.actions_.quit)
        self.libraries = Libraries(self)
        self.acting = ActingParts(self)
        self.asking = AskingParts(self)
        self.looking = Looking(self, program.viewing, program.details)
        for come_or_gone in (self.looking.viewer.opened, self.looking.viewer.closed):
            come_or_gone.connect(self._show_folds)
        kept = settings.state("splitter")
        if not kept.isEmpty():
            self.splitter.restoreState(kept)
        self.stack.currentChanged.connect(self._show_folds)
        self._show_library(None)

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        actions = self.actions_
        self.top_bar.add_search_menu(search_menu(self, actions))
        for action in (actions.index_folder, actions.query_panel, actions.details_panel):
            self.top_bar.add_button(action)
        self.menu = main_menu(self, actions, self.program.settings)
        self.top_bar.add_menu(self.menu, "menu", self.tr("Menu"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.query_panel, self.area, self.details):
            self.splitter.addWidget(widget)
        self.query_panel.setVisible(actions.query_panel.isChecked())
        self.details.setVisible(actions.details_panel.isChecked())
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(PANELS))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.splitter)
        central = QWidget(self)
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.top_bar, self.messages, self.stack, WaitLine(self.program.waits, self), self.strip):
            layout.addWidget(part)
        layout.setStretchFactor(self.stack, 1)
        self.setCentralWidget(central)
        self.top_bar.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        program, search = self.program, self.program.search
        self.top_bar.text_entered.connect(self._text_entered)
        self.welcome.folder_wanted.connect(self.open_wizard)
        self.welcome.samples_wanted.connect(program.open_samples)
        self.area.picture_wanted.connect(lambda: self.dialogs.open_picture())
        self.area.nothing_wanted.connect(self._show_no_result)
        self.area.paste_wanted.connect(self.paste)
        self.area.again_wanted.connect(program.index_again)
        self.area.models_wanted.connect(lambda: self.dialogs.open_models())
        self.query_panel.metric_chosen.connect(search.set_metric)
        self.query_panel.top_chosen.connect(search.set_top)
        self.query_panel.strategy_chosen.connect(search.set_strategy)
        self.top_bar.model_chosen.connect(search.set_model)
        self.query_panel.region_chosen.connect(search.set_region)
        self.query_panel.cleared.connect(search.clear)
        examples, adding = self.query_panel.examples, self.query_panel.adding
        examples.chosen.connect(search.choose_example)
        examples.turned.connect(search.turn_example)
        examples.removed.connect(search.remove_example)
        adding.picture_wanted.connect(self.dialogs.open_picture)
        adding.paste_wanted.connect(self._paste_picture)
        adding.words_entered.connect(search.ask_text)
        for part in (self.results, self.details):
            part.similar_requested.connect(search.find_similar)
            part.open_requested.connect(program.desktop.open)
            part.reveal_requested.connect(program.desktop.reveal)
        search.answered.connect(self._say_notices)
        self.results.join_requested.connect(search.find_similar)
        self.area.keep(program)
        self.results.match_chosen.connect(self._match_chosen)
        self.results.copy_requested.connect(self.copying.copy_pictures)
        search.query_changed.connect(self._show_query)
        search.examples_shown.connect(self.query_panel.show_examples)
        search.words_wanted.connect(self.area.show_no_words)
        self.dropping.dropped.connect(self.take)
        search.searching.connect(self.area.status.set_searching)
        search.answered.connect(self._show_result)
        search.cleared.connect(self._show_no_result)
        program.libraries.opened.connect(self._show_library)
        program.libraries.changed.connect(self._show_library)
        program.libraries.closed.connect(lambda: self._show_library(None))
        program.indexing.finished.connect(self._indexed)
        self.strip.skipped_requested.connect(self.dialogs.show_skipped)
        search.failed.connect(lambda sentence: self.messages.say(sentence, problem=True, topic="search"))
        sessions = (program.libraries, program.indexing, program.desktop, program.models)
        for behind in (*sessions, program.pictures, program.arranging):
            behind.failed.connect(lambda sentence: self.messages.say(sentence, problem=True))
        for source in (search, program.indexing):
            source.notice.connect(self.messages.say)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show_library(self, state: LibraryState | None) -> None:
        actions = self.actions_
        self._filled = state is not None and state.images > 0
        self.setWindowTitle(state.name if state else "imsearch")
        self.top_bar.show_library(state)
        actions.this_library.setEnabled(state is not None)
        actions.index_again.setEnabled(bool(state and state.roots))
        actions.skipped.setEnabled(bool(state and state.skipped))
        self.top_bar.show_models(state.models if state else (), self.program.search.model_id)
        self.evaluate.show_ground(self.splitter if self._filled else self.welcome)
        self._show_folds()
        if self.program.search.query is None:
            self._show_no_result()

    def _show_folds(self) -> None:
        """The panels beside the pictures can be folded only where they are seen."""
        seen = self._filled and not self.evaluate.shown and self.looking.viewer.isHidden()
        for fold in (self.actions_.query_panel, self.actions_.details_panel):
            fold.setVisible(seen)

    def _show_query(self, query: Query | None) -> None:
        self.dropping.joins = query is not None
        self.top_bar.show_query(query)
        self.query_panel.show_query(query)
        state = self.program.libraries.current
        self.top_bar.show_models(state.models if state else (), self.program.search.model_id)

    def _show_no_result(self) -> None:
        self.area.show_nothing(self.program.libraries.current)
        self.details.show_match(None, Metric.COSINE)

    def _show_result(self, result: SearchResult) -> None:
        if self.area.show_result(result):
            self.messages.mended("search")
            # What was pressed in the details is about to go, and Qt would bring the keyboard to the first button of the window.
            if any(has_focus_inside(part) for part in (self.top_bar.field, self.details, self.area.current_view)):
                # The question is asked: the arrow keys now go through the answers.
                self.area.focus_matches()
            self.details.show_match(None, result.query.metric)

    def _say_notices(self, result: SearchResult) -> None:
        for notice in set(result.notices) - self._said:
            self._said.add(notice)
            self.messages.say(notice)

    def _match_chosen(self, match: Match | None) -> None:
        if self.area.result is not None:
            results = self.results.results
            verdict = None if match is None else results.verdict_of(match.image.id)
            self.details.show_match(match, self.area.result.query.metric, verdict, results.digits)

    def _indexed(self, report: IndexReport) -> None:
        if report.changed:
            self.results.renew_thumbnails()

    # -- what is asked ----------------------------------------------------------------------------------------------

    def take(self, drop: Drop, way: Way = Way.ANEW) -> None:
        """Do with what was dropped or pasted what the overlay has promised."""
        search = self.program.search
        if drop.kind is Kind.FOLDERS:
            self.open_wizard(drop.paths)
        elif drop.kind is Kind.MODEL:
            self.dialogs.open_models(drop.paths)
        elif drop.kind is Kind.PICTURES:
            search.ask_files(drop.paths, way)
        elif drop.kind is Kind.IMAGE and drop.image is not None:
            search.ask_image(drop.image, way=way)
        elif drop.kind is Kind.URL:
            search.ask_url(drop.url, way)
        else:
            self.messages.say(self.tr("There is no picture in that: drop or paste a picture, a file or a folder."))

    def open_wizard(self, folders: Sequence[Path] = ()) -> None:
        """The wizard that indexes folders."""
        self.dialogs.open_wizard(folders)

    def paste(self) -> None:
        """Search for what is on the clipboard; into a line of text go words."""
        data, line = QGuiApplication.clipboard().mimeData(), line_with_focus()
        drop = read_mime(data)
        if line is not None and drop.kind is Kind.NOTHING and data.hasText():
            line.paste()
        else:
            self.take(drop)

    def _paste_picture(self, way: Way) -> None:
        self.take(read_mime(QGuiApplication.clipboard().mimeData()), way)

    def _text_entered(self, text: str) -> None:
        drop = read_text(text)
        if drop.kind is not Kind.NOTHING:
            self.take(drop)
        elif text.strip():
            self.program.search.ask_text(text)
        else:
            self.dialogs.open_picture()

    def focus_field(self) -> None:
        """Go to the field for the question."""
        self.top_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.field.selectAll()

    def fold_query(self, shown: bool) -> None:
        """Show the query panel or fold it away."""
        self.query_panel.setVisible(shown)
        self.program.settings.set(SHOW_QUERY_PANEL, shown)

    def fold_details(self, shown: bool) -> None:
        """Show the details panel or fold it away."""
        self.details.setVisible(shown)
        self.program.settings.set(SHOW_DETAILS_PANEL, shown)

    # -- events -----------------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.program.settings.keep_state("splitter", self.splitter.saveState())
        super().closeEvent(event)
        if not self.isWindow():
            self.window().close()  # no shell stays empty
