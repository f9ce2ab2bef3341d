"""The list of questions: each with its picture, what came, and what should have come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.language import tr
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.evaluate.questions_model import QuestionsModel, Role, Row
from imsearch_gui.ui.evaluate.questions_painting import SIDE, RowPainter
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, quiet

Index = QModelIndex | QPersistentModelIndex
SETTLE_MS = 15
"""Small pictures are asked for once a scroll has come to rest for so long."""


class QuestionsView(QListView):
    """A double click, or Enter, asks for a question to be searched for in the window."""

    asked = Signal(object)
    """Row"""

    def __init__(self, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = QuestionsModel(self)
        self._thumbnails = thumbnails
        self._wanted: set[int] = set()
        self.setModel(self.questions)
        self.painting = RowPainter(self.questions)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName(tr("Questions, the worst first"))
        self.setProperty("grid", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(240, 140)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask_for_thumbnails)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.questions.modelReset.connect(self._look_soon)
        self.doubleClicked.connect(self._ask)
        thumbnails.ready.connect(self._take)
        thumbnails.failed.connect(self._take_problem)

    @property
    def row(self) -> Row | None:
        """The question that the keyboard is on."""
        index = self.currentIndex()
        return self.questions.row_at(index.row()) if index.isValid() else None

    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(self.questions.row_at(index.row()))

    # -- small pictures ---------------------------------------------------------------------------------------------

    def _look_soon(self) -> None:
        if self.isVisible() and not self._settle.isActive():
            self._settle.start()

    def visible_rows(self) -> range:
        """The rows of which something is seen."""
        if not self.questions.rowCount():
            return range(0)
        high = max(1, self.painting.height)
        start = self.verticalScrollBar().value()
        last = (start + self.viewport().height() - 1) // high
        return range(start // high, min(self.questions.rowCount(), last + 1))

    def _ask_for_thumbnails(self) -> None:
        pixels = round(SIDE * self.devicePixelRatioF())
        pictures = dict(picture for place in self.visible_rows() for picture in self.questions.row_at(place).pictures)
        self._wanted = set(pictures)
        self._thumbnails.retain(pictures)
        # The newest request is served first, so the last picture is asked for first.
        for image_id, path in reversed(pictures.items()):
            if image_id not in self.questions.thumbnails and image_id not in self.questions.problems:
                known = self._thumbnails.request(image_id, path, pixels)
                if known is not None:
                    self._take(image_id, known)

    def _take(self, image_id: int, image: QImage) -> None:
        if image_id in self._wanted:
            self.questions.thumbnails[image_id] = image
            self.viewport().update()

    def _take_problem(self, image_id: int, reason: str) -> None:
        if image_id in self._wanted:
            self.questions.problems[image_id] = reason
            self.viewport().update()

    # -- events -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.questions.forget_thumbnails()
            self._look_soon()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row is not None:
            self.asked.emit(self.row)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are for the actions of the window."""


class _Rows(QStyledItemDelegate):
    def __init__(self, view: QuestionsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.painting.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        self._view.painting.paint(
            painter,
            option.rect,
            index.data(Role.ROW),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            focused=bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus(),
        )

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return False
        said = self._view.painting.words_at(option.rect, row, event.pos())
        QToolTip.showText(event.globalPos(), tip(said), view)
        return True


class QuestionsPane(QWidget):
    """The list, what it is narrowed to, and what can be done with a question."""

    asked = Signal(object)
    """Row"""

    def __init__(self, thumbnails: ThumbnailService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judged = ""
        self.view = QuestionsView(thumbnails, self)
        self.line = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideRight)
        quiet(self.line)
        self.all = QPushButton(icon("clear"), tr("Show all"), self)
        self.search = QPushButton(icon("search"), tr("Search for this one"), self)
        self.search.setToolTip(tr("Search for the chosen question in the window (Enter, or a double click)"))
        self.nothing = quiet(QLabel(self))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        head.setSpacing(SPACE)
        head.addWidget(self.line, 1)
        head.addWidget(self.all)
        head.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        rows = QHBoxLayout()
        rows.setContentsMargins(SPACE, 0, SPACE, 0)
        rows.addWidget(self.view)
        layout.addLayout(rows, 1)
        layout.addWidget(self.nothing, 1)
        self.view.asked.connect(self.asked)
        self.all.clicked.connect(lambda: self.show_pair(None))
        self.search.clicked.connect(self._search)
        self.view.selectionModel().currentChanged.connect(self._show_able)
        self._show()

    def show_rows(
        self, rows: Sequence[Row], groups: Mapping[int, str], sizes: Mapping[int, tuple[int, int]], judged: str = ""
    ) -> None:
        """The questions of another way, worst first; `sizes` of those with a region.

        `judged` is the protocol by which it is said what of an answer is right, where that is not the one that they are counted by.
        """
        self._judged = judged
        self.view.painting.sizes = sizes
        self.view.questions.show_rows(rows, groups)
        self._show()

    def show_pair(self, pair: tuple[str, str] | None) -> None:
        """Only questions of one class whose best match is of another; None for all."""
        focused = self.all.hasFocus()
        self.view.questions.show_pair(pair)
        self._show()
        if focused:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        number, pair = self.view.questions.rowCount(), self.view.questions.pair
        if number:
            self.view.setCurrentIndex(self.view.questions.index(0))
        self.view.setVisible(number > 0)
        self.nothing.setVisible(number == 0)
        self.nothing.setText(tr("There is no such question in this way."))
        self.all.setVisible(pair is not None)
        questions = tr("%Ln question(s), the worst first", "", number)
        if pair is not None:
            sentence = tr("%Ln question(s) of “{0}” whose best match is of “{1}”", "", number)
            questions = sentence.format(*pair)
        if self._judged:
            questions += tr("; right and wrong as in “{0}”").format(self._judged)
        self.line.setText(questions)
        self._show_able()

    def _show_able(self) -> None:
        self.search.setEnabled(self.view.row is not None)

    def _search(self) -> None:
        if self.view.row is not None:
            self.asked.emit(self.view.row)
