"""The page of evaluations: set up, watched, read. It stays as it is while the pictures are shown in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from imsearch_gui.bridge.evaluating import Evaluated, EvaluationRequest, TruthSource
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.evaluation import EvaluationProgress
from imsearch_gui.domain.evaluation_form import news_of
from imsearch_gui.domain.evaluation_words import distinct
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import LibraryState
from imsearch_gui.ui.evaluate.head import Head
from imsearch_gui.ui.evaluate.results import ResultsPane
from imsearch_gui.ui.evaluate.running import RunningPane
from imsearch_gui.ui.evaluate.set_up import SetUp
from imsearch_gui.ui.evaluate.words import summary_words
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.theme import SPACE


class EvaluatePage(QWidget):
    """Follows the evaluations of the program; stands where the pictures are."""

    left = Signal()
    """Back to the pictures."""
    asked = Signal(object)
    """Query: a question of the ground truth."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._evaluating = program.evaluating
        self.evaluated: Evaluated | None = None
        """What was found out last."""
        self.setAccessibleName(tr("Evaluation"))
        self.head = Head(self)
        self.message = MessageBar(self)
        self.message.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        self.set_up = SetUp(self)
        self.running = RunningPane(self)
        self.results = ResultsPane(program.thumbnails, self)
        self.pages = QStackedWidget(self)
        for page in (self.set_up, self.running, self.results):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.message)
        layout.addWidget(self.pages, 1)
        self._connect()
        if program.libraries.current is not None:
            self.use_library(program.libraries.current)

    def _connect(self) -> None:
        head, evaluating = self.head, self._evaluating
        head.left.connect(self.go_back)
        head.protocol_chosen.connect(self.results.show_protocol)
        head.save_wanted.connect(self._choose_file)
        head.give_up_wanted.connect(evaluating.give_up_writing)
        head.set_up_wanted.connect(self._change)
        self.set_up.truth_wanted.connect(self._read)
        self.set_up.wanted.connect(self._start)
        self.running.cancel_wanted.connect(evaluating.cancel)
        self.results.asked.connect(self.asked)
        evaluating.truth_read.connect(self.set_up.show_truth)
        evaluating.truth_failed.connect(self.set_up.show_problem)
        evaluating.progressed.connect(self._progressed)
        evaluating.finished.connect(self._finished)
        evaluating.failed.connect(self._failed)
        evaluating.cancelled.connect(self.show_set_up)
        evaluating.writing.connect(head.show_writing)
        evaluating.written.connect(self._written)
        evaluating.not_written.connect(self._not_written)
        self._program.libraries.changed.connect(self._follow)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def use_library(self, state: LibraryState) -> None:
        """Another library: what was found out of the one before is gone."""
        self.evaluated = None
        self.message.clear()
        self.set_up.use_library(state)
        self.show_set_up()
        if self.isVisible():
            self.set_up.read()

    def _follow(self, state: LibraryState) -> None:
        self.set_up.use_library(state)

    def show_set_up(self) -> None:
        """What is to be compared; a report that there is can be had back."""
        self._show(self.set_up)
        self.head.show_plain()

    def show_results(self) -> None:
        """What was found out last."""
        if self.evaluated is None:
            return
        report = self.evaluated.report
        self._show(self.results)
        self.head.show_report(summary_words(report), [protocol.name for protocol in report.truth.protocols])

    def _show(self, page: QWidget) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.pages.setCurrentWidget(page)
        if had_focus and self.isVisible():
            self.take_keyboard()

    def come(self) -> None:
        """It is shown again: what is in the ground truth may have changed meanwhile."""
        if self.pages.currentWidget() is self.set_up:
            self.set_up.read()
        self.take_keyboard()

    def _change(self) -> None:
        self.show_set_up()
        self.set_up.read()

    def take_keyboard(self) -> None:
        """Bring the keyboard to where one would begin."""
        first = {self.set_up: self.set_up.source, self.running: self.running.cancel, self.results: self.results.table}
        page = self.pages.currentWidget()
        if page is not None:
            first[page].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _titles(self) -> dict[str, str]:
        state = self._program.libraries.current
        return distinct({model.id: model.title for model in state.models}) if state is not None else {}

    # -- what is done -----------------------------------------------------------------------------------------------

    def _with_library(self, work: Callable[[Path], object]) -> None:
        state = self._program.libraries.current
        if state is not None:
            work(state.folder)

    def _read(self, source: TruthSource) -> None:
        self._with_library(lambda folder: self._evaluating.read(folder, source))

    def _start(self, request: EvaluationRequest) -> None:
        self.message.clear()
        self.running.begin()
        self.head.show_plain()
        self._show(self.running)
        self._with_library(lambda folder: self._evaluating.start(folder, request))

    def _progressed(self, progress: EvaluationProgress) -> None:
        self.running.show_progress(progress, self._titles)

    def _finished(self, evaluated: Evaluated) -> None:
        self.evaluated = evaluated
        self.results.show_evaluated(evaluated, self._titles)
        self.show_results()
        # What was known before was told in the set-up; all of it stands below the table.
        for notice in news_of(evaluated.report, self._titles):
            self.message.say(notice)

    def _failed(self, sentence: str) -> None:
        self.show_set_up()
        self.message.say(sentence, problem=True)

    def _choose_file(self) -> None:
        if self.evaluated is None:
            return
        dialog = QFileDialog(self, tr("Save the report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.setNameFilters([tr("Page (*.html)")])
        dialog.selectFile(tr("Evaluation of {0}").format(self.evaluated.report.library_name) + ".html")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, file: Path) -> None:
        """Write the report that is shown as a page."""
        if self.evaluated is not None:
            self.head.begin_writing()
            self._evaluating.write(self.evaluated.report, file)

    def _written(self, file: Path) -> None:
        self.head.end_writing()
        opening = (tr("Open"), lambda: self._program.desktop.open(file))
        self.message.say(tr("The report is saved as {0}.").format(file.name), action=opening)

    def _not_written(self, sentence: str) -> None:
        self.head.end_writing()
        if sentence:
            self.message.say(sentence, problem=True)

    # -- events -----------------------------------------------------------------------------------------------------

    def go_back(self) -> None:
        """From the set-up to the report that there is; from there to the pictures."""
        if self.pages.currentWidget() is self.set_up and self.evaluated is not None:
            self.show_results()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
