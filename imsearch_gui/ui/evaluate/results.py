"""What came of an evaluation: the table of all ways, and below it curves, classes and questions of those that are chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from imsearch_gui.bridge.evaluating import Evaluated
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.evaluation import WayReport
from imsearch_gui.domain.evaluation_classes import classes_of
from imsearch_gui.domain.evaluation_form import headline, notices_of
from imsearch_gui.domain.evaluation_words import how_words, way_words
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import Query
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.evaluate.classes_table import ClassesTable
from imsearch_gui.ui.evaluate.confusion import ConfusionPane
from imsearch_gui.ui.evaluate.curves import Curve, CurvesPane
from imsearch_gui.ui.evaluate.looks import looks
from imsearch_gui.ui.evaluate.notes import NotesPane
from imsearch_gui.ui.evaluate.questions_model import Row, rows_of
from imsearch_gui.ui.evaluate.questions_view import QuestionsPane
from imsearch_gui.ui.evaluate.ways_table import LEAST_ROWS, ROW, WaysTable
from imsearch_gui.ui.evaluate.words import protocol_words
from imsearch_gui.ui.theme import SPACE, colour, quiet

CURVES, CLASSES, QUESTIONS, NOTES = range(4)
FIGURES_SHARE = 0.6
"""Of the width for the figures of the classes, at most, unless somebody moves the border."""
TABLE_SHARE = 0.4
"""Of the height, at most, unless somebody moves the border: what is below needs more room."""
BELOW_TABLE = SPACE // 2
"""Between its last row and the border."""


class Tabs(QTabBar):
    """Names in a row, a line below the one that is shown, and a frame around it while it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent"), 1))
            frame = QRectF(self.tabRect(self.currentIndex())).adjusted(2.5, 0.5, -2.5, -0.5)
            painter.drawRoundedRect(frame, 4, 4)
            painter.end()


class ResultsPane(QWidget):
    """Shows one report under one of its protocols."""

    asked = Signal(object)
    """Query: a question, to be searched for as the current way does."""

    def __init__(self, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluated: Evaluated | None = None
        self._titles: Mapping[str, str] = {}
        self._protocol = 0
        self._chosen_share = self._chosen_part = False
        self._asked: Counter[str] = Counter()
        """Class -> its questions."""
        self.table = WaysTable(self)
        self.curves = CurvesPane(self)
        self.classes = ConfusionPane(self)
        self.figures = ClassesTable(self)
        self.of_classes = self._side_by_side()
        self.questions = QuestionsPane(thumbnails, self)
        self.notes = NotesPane(self)
        self.tabs = Tabs(self)
        self.tabs.setAccessibleName(tr("What is shown of the chosen ways"))
        self.tabs.setProperty("quiet", True)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.way = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        quiet(self.way)
        self.pages = QStackedWidget(self)
        for page, name in (
            (self.curves, tr("Precision and recall")),
            (self.of_classes, tr("Classes")),
            (self.questions, tr("Worst questions")),
            (self.notes, tr("What to know")),
        ):
            self.pages.addWidget(page)
            self.tabs.addTab(name)
        self._build()
        self.table.chosen.connect(lambda _: self._show_curves())
        self.table.looked_at.connect(lambda _: self._show_way())
        self.tabs.currentChanged.connect(self._turn)
        self.classes.map.chosen.connect(self._show_pair)
        self.figures.chosen.connect(self._show_pair)
        self.questions.asked.connect(self._ask)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, SPACE // 2, 2 * SPACE, 0)
        head.setSpacing(2 * SPACE)
        head.addWidget(self.tabs)
        head.addWidget(self.way, 1)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        above = QWidget(self)
        margin = QVBoxLayout(above)
        margin.setContentsMargins(SPACE, 0, SPACE, BELOW_TABLE)
        margin.addWidget(self.table)
        self.splitter.addWidget(above)
        self.splitter.splitterMoved.connect(self._moved)
        self.splitter.addWidget(below)
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _side_by_side(self) -> QSplitter:
        """What was taken for what, and the figures of each class."""
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(self.classes)
        both.addWidget(self.figures)
        both.setStretchFactor(0, 1)
        both.splitterMoved.connect(self._parted)
        return both

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_evaluated(self, evaluated: Evaluated, titles: Mapping[str, str]) -> None:
        """Another report; `titles` of models by id."""
        self._evaluated, self._titles, self._protocol = evaluated, titles, 0
        report = evaluated.report
        self._asked = Counter(question.group for question in report.truth.questions) if report.groups else Counter()
        self.questions.show_pair(None)
        self.table.show_report(report, titles)
        self.tabs.setTabVisible(CLASSES, any(way.protocols[0].by_group for way in report.ways))
        notes = notices_of(report, titles)
        self.notes.show_notes(notes)
        self.tabs.setTabVisible(NOTES, bool(notes))
        self.tabs.setCurrentIndex(CURVES)
        self._share()
        self._show_curves()
        self._show_way()

    def show_protocol(self, protocol: int) -> None:
        """The same under another reading of the ground truth."""
        self._protocol = protocol
        self.table.ways.show_protocol(protocol)
        self._show_curves()
        self._show_way()

    def _share(self) -> None:
        """As many whole rows of the table as there are, within limits; as it was left once somebody has moved the border."""
        if self._chosen_share:
            return
        beside = self.table.horizontalHeader().sizeHint().height() + BELOW_TABLE
        fit = int(self.height() * TABLE_SHARE - beside) // ROW
        table = beside + ROW * max(LEAST_ROWS, min(fit, self.table.ways.rowCount()))
        self.splitter.setSizes([table, max(1, self.height() - table - self.splitter.handleWidth())])

    def _part(self) -> None:
        """As much for the figures as they need, within limits; the map has the rest as far as it can fill it."""
        if not self._chosen_part:
            wide = min(self.figures.wide, round(self.width() * FIGURES_SHARE))
            room = self.width() - self.of_classes.handleWidth()
            wide = max(wide, room - self.classes.widest)
            self.of_classes.setSizes([max(1, room - wide), wide])

    def _parted(self) -> None:
        self._chosen_part = True

    def _moved(self) -> None:
        self._chosen_share = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        self._part()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The title of the table is as high as its style says, which it has only now.
        self._share()

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self._say_way()

    def _show_curves(self) -> None:
        if self._evaluated is None:
            return
        ways = self._evaluated.report.ways
        look = looks([way.way for way in ways])
        self.curves.show_curves(
            [
                Curve(
                    self._titles.get(ways[number].way.model_id, ways[number].way.model_id),
                    how_words(ways[number].way),
                    look[ways[number].way],
                    tuple(ways[number].protocols[self._protocol].curve.tolist()),
                )
                for number in self.table.chosen_ways
            ]
        )

    def _show_way(self) -> None:
        """What there is to see of the current way."""
        number = self.table.way
        if self._evaluated is None or number is None:
            return
        report = self._evaluated.report
        way = report.ways[number]
        self.classes.setVisible(way.confusion is not None)
        self.figures.show_classes(classes_of(report, way, self._protocol), headline(report))
        if way.confusion is not None:
            self.classes.map.show_confusion(
                report.groups, way.confusion.tolist(), [self._asked[group] for group in report.groups]
            )
        # What came is kept as the first protocol judges it.
        judged = protocol_words(report.truth.protocols[0].name) if self._protocol else ""
        self._part()
        rows = rows_of(report, number, self._protocol)
        self.questions.show_rows(rows, report.truth.group_of, self._evaluated.sizes, judged)
        self._say_way()

    def _say_way(self) -> None:
        number = self.table.way
        looks_into = self.pages.currentIndex() in (CLASSES, QUESTIONS)
        if self._evaluated is not None and number is not None and looks_into:
            self.way.setText(way_words(self._evaluated.report.ways[number].way, self._titles))
        else:
            self.way.setText("")

    def _show_pair(self, asked: str, came: str) -> None:
        self.questions.show_pair((asked, came))
        self.tabs.setCurrentIndex(QUESTIONS)
        there = self.questions.view.questions.rowCount() > 0
        (self.questions.view if there else self.questions.all).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, row: Row) -> None:
        way = self._current()
        if way is not None:
            query = Query(
                like=(row.question.example,),
                model_id=way.way.model_id,
                metric=way.way.metric,
                refinement=way.way.refinement,
            )
            self.asked.emit(query)

    def _current(self) -> WayReport | None:
        number = self.table.way
        return self._evaluated.report.ways[number] if self._evaluated is not None and number is not None else None
