"""Files that are not in the library, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.domain.reasons import retold
from imsearch_gui.domain.wording import count, file_count
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.row_cells import RowCells
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.skipped_model import REASON, SkippedModel
from imsearch_gui.ui.tab_order import OrderedDialog
from imsearch_gui.ui.theme import SPACE, colour, quiet, title

ROW = 28
WIDTHS = (230, 330)
"""Of name and reason at the start; the folder takes the rest."""
EMPTY_SIGN = 48


class _Table(QTableView):
    """Says so where the filter lets nothing through; copies rows, not the one cell that Qt would."""

    copy_wanted = Signal()
    reveal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reveal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(colour("quiet"))
            nothing = self.tr("No file fits this filter.")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, nothing)
            painter.end()


class SkippedDialog(OrderedDialog):
    """A table that can be sorted, filtered and copied; does not block the window."""

    reveal_requested = Signal(object)
    """Path"""
    retry_requested = Signal(object)
    """tuple[Path, ...]: files that are to be tried again although they have not changed."""

    def __init__(self, skipped: Sequence[Skipped], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Skipped files"))
        self._model = SkippedModel(skipped, self)
        self._table = self._make_table()
        self._text = QLineEdit(self)
        self._text.setPlaceholderText(self.tr("Filter by name, folder or reason"))
        self._text.setAccessibleName(self.tr("Filter"))
        self._text.setClearButtonEnabled(True)
        self._kind = QComboBox(self)
        self._kind.setAccessibleName(self.tr("Kind of reason"))
        self._kind.addItem(self.tr("All reasons ({0})").format(count(len(skipped))), "")
        for kind, number in self._model.kinds():
            self._kind.addItem(f"{kind} ({count(number)})", kind)
        self._reveal = QPushButton(icon("reveal"), self.tr("&Show in file manager"), self)
        self._copy = QPushButton(icon("copy"), self.tr("&Copy as text"), self)
        self._again = QPushButton(icon("index"), self.tr("&Try all again"), self)
        self._close = QPushButton(self.tr("Close"), self)
        for button in (self._reveal, self._copy, self._again, self._close):
            button.setAutoDefault(False)
        self._build()
        self._connect()
        self._update_buttons()
        self.resize(860, 520)

    @property
    def shown(self) -> int:
        """Rows that pass the filter."""
        return self._model.rowCount()

    def _make_table(self) -> _Table:
        table = _Table(self)
        # Before anything that lets the style look at the header: what it has seen once it does not match anew.
        table.setProperty("grid", True)
        table.setModel(self._model)
        table.horizontalHeader().setSortIndicator(REASON, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setItemDelegate(RowCells(table))
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setAccessibleName(self.tr("Skipped files"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            head.resizeSection(column, width)
        return table

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        if self._model.total:
            files = file_count(self._model.total)
            layout.addWidget(title(QLabel(self.tr("{0} not in the library").format(files), self)))
            layout.addWidget(quiet(QLabel(self.tr("They are tried again when they change."), self)))
            layout.addSpacing(SPACE)
            filters = QHBoxLayout()
            filters.setSpacing(SPACE)
            filters.addWidget(self._text, 1)
            filters.addWidget(self._kind)
            layout.addLayout(filters)
            layout.addWidget(self._table, 1)
        else:
            self._build_empty(layout)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self._reveal)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout.addLayout(buttons)

    def _build_empty(self, layout: QVBoxLayout) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(1)
        layout.addWidget(Sign("check", EMPTY_SIGN, self), 0, centre)
        layout.addSpacing(SPACE)
        layout.addWidget(title(QLabel(self.tr("Nothing was skipped"), self)), 0, centre)
        layout.addWidget(quiet(QLabel(self.tr("Every picture that was found is in the library."), self)), 0, centre)
        layout.addStretch(1)
        for widget in (self._table, self._text, self._kind, self._reveal, self._copy, self._again):
            widget.hide()

    def _connect(self) -> None:
        self._text.textChanged.connect(lambda text: self._model.filter(text=text))
        self._kind.currentIndexChanged.connect(lambda: self._model.filter(kind=self._kind.currentData()))
        self._model.modelReset.connect(self._update_buttons)
        self._table.selectionModel().selectionChanged.connect(self._update_buttons)
        self._table.doubleClicked.connect(self.reveal)
        self._reveal.clicked.connect(self.reveal)
        self._copy.clicked.connect(self.copy_text)
        self._again.clicked.connect(self.try_again)
        self._close.clicked.connect(self.close)
        self._table.copy_wanted.connect(self.copy_text)
        self._table.reveal_wanted.connect(self.reveal)

    # -- what can be done -------------------------------------------------------------------------------------------

    def copy_text(self) -> None:
        """The selected rows, or all that are shown, on the clipboard: path, tab, reason."""
        items = [self._model.skipped_at(row) for row in self._selected() or range(self.shown)]
        QGuiApplication.clipboard().setText("\n".join(f"{item.path}\t{retold(item.reason)}" for item in items))

    def try_again(self) -> None:
        """The selected files, or all that are shown; the list is closed, since it is soon another one."""
        rows = self._selected() or range(self.shown)
        self.retry_requested.emit(tuple(self._model.skipped_at(row).path for row in rows))
        self.close()

    def reveal(self) -> None:
        """Ask for the file that the keyboard or the mouse is on to be shown in its folder."""
        index = self._table.currentIndex()
        if index.isValid():
            path: Path = self._model.skipped_at(index.row()).path
            self.reveal_requested.emit(path)

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self._table.selectionModel().selectedRows())

    def _update_buttons(self) -> None:
        number = len(self._table.selectionModel().selectedRows())
        self._reveal.setEnabled(number > 0)
        self._copy.setEnabled(self.shown > 0)
        self._again.setEnabled(self.shown > 0)
        files = file_count(number)
        self._again.setText(self.tr("&Try {0} again").format(files) if number else self.tr("&Try all again"))
        self._copy.setText(tr("&Copy %Ln row(s) as text", "", number) if number else self.tr("&Copy as text"))
