"""What of the results is to be written, and how; then where. The window is not blocked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.domain.contact_sheet import MOST_COLUMNS, SIDES, Paper, Sheet, lay_out
from imsearch_gui.domain.exporting import Export, Form
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.domain.wording import count, picture_count
from imsearch_gui.ui.tab_order import OrderedDialog
from imsearch_gui.ui.theme import CONTROL, SPACE, indent_number, quiet

WIDTH = 460
SUFFIXES = {Form.CSV: ".csv", Form.JSON: ".json", Form.PDF: ".pdf", Form.PNG: ".png"}
Matches = Callable[[], Sequence[Match]]


class ExportDialog(OrderedDialog):
    """Gets the result as it is when the dialog is opened; reports one Export."""

    wanted = Signal(object)
    """Export"""

    def __init__(
        self, result: SearchResult, selected: int, chosen: Matches, name: str, parent: QWidget | None = None
    ) -> None:
        """`selected` matches are selected; `chosen` gives them, once they are asked for. `name` is proposed for a file."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._result, self._selected, self._chosen, self._name = result, selected, chosen, name
        self.what = self._combo(self.tr("What"))
        if selected:
            self.what.addItem(self.tr("The selection: {0}").format(picture_count(selected)), selected)
        total = len(result.matches)
        self.what.addItem(self.tr("All that is shown: {0}").format(picture_count(total)), total)
        self.form = self._combo(self.tr("As"))
        for form, text in (
            (Form.PDF, self.tr("Contact sheet, PDF")),
            (Form.PNG, self.tr("Contact sheet, PNG")),
            (Form.CSV, self.tr("Table, CSV")),
            (Form.JSON, self.tr("Table, JSON")),
            (Form.COPIES, self.tr("Folder of copies")),
            (Form.HARD_LINKS, self.tr("Folder of hard links")),
            (Form.SYMBOLIC_LINKS, self.tr("Folder of symbolic links")),
        ):
            self.form.addItem(text, form)
        self.columns = QSpinBox(self)
        self.columns.setAccessibleName(self.tr("Columns"))
        self.columns.setRange(1, MOST_COLUMNS)
        self.columns.setFixedHeight(CONTROL)
        indent_number(self.columns)
        self.side = self._combo(self.tr("Thumbnails"))
        for side in SIDES:
            self.side.addItem(self.tr("{0} pixels").format(count(side)), side)
        self.paper = self._combo(self.tr("Page"))
        for paper in Paper:
            self.paper.addItem(self.tr("{0}, portrait").format(paper.value), (paper, False))
            self.paper.addItem(self.tr("{0}, landscape").format(paper.value), (paper, True))
        self.about = quiet(QLabel(self))
        self.about.setWordWrap(True)
        self.export = QPushButton(self.tr("&Export…"), self)
        self.export.setProperty("primary", True)
        self.export.setDefault(True)
        self.export.setToolTip(self.tr("Choose where it should be written (Enter)"))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setAutoDefault(False)
        self._build()
        start = Sheet()
        self.columns.setValue(start.columns)
        self.side.setCurrentIndex(self.side.findData(start.side))
        self._connect()
        self._show()

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setFixedHeight(CONTROL)
        return combo

    def _build(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(3 * SPACE)
        rows.setVerticalSpacing(SPACE)
        fields = (self.what, self.form, self.columns, self.side, self.paper)
        widest = max(self.fontMetrics().horizontalAdvance(field.accessibleName()) for field in fields)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in fields:
            name = QLabel(field.accessibleName(), self)
            name.setMinimumHeight(CONTROL)
            # The fields stand where they are, whichever of them there are.
            name.setMinimumWidth(widest)
            name.setBuddy(field)
            rows.addRow(name, field)
        self._rows = rows
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(rows)
        # Two lines: what is said changes, and nothing below it moves.
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing() + 2)
        layout.addWidget(self.about)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        for combo in (self.what, self.form, self.side, self.paper):
            combo.currentIndexChanged.connect(self._show)
        self.columns.valueChanged.connect(self._show)
        self.export.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.close)

    @property
    def number(self) -> int:
        """Of pictures that are wanted."""
        return int(self.what.currentData())

    @property
    def sheet(self) -> Sheet:
        """As it is chosen now."""
        paper, landscape = self.paper.currentData()
        pdf = self.form.currentData() == Form.PDF
        return Sheet(pdf, self.columns.value(), int(self.side.currentData()), Paper(paper), bool(landscape))

    def _show(self) -> None:
        form = Form(self.form.currentData())
        for field in (self.columns, self.side):
            self._rows.setRowVisible(field, form.sheet)
        self._rows.setRowVisible(self.paper, form is Form.PDF)
        text, fits = self._said(form)
        self.about.setText(text)
        self.export.setEnabled(fits and self.number > 0)
        self.adjustSize()

    def _said(self, form: Form) -> tuple[str, bool]:
        """What will come of it, and whether it can."""
        if form.sheet:
            return self._said_of_sheet()
        texts = {
            Form.CSV: self.tr("A row for each picture: rank, path, score, strength, rating, colour and labels."),
            Form.JSON: self.tr("What “imsearch search --json” writes, with rating, colour and labels."),
            Form.COPIES: self.tr("Copies named by rank, such as “{0}”. Nothing is overwritten."),
            Form.HARD_LINKS: self.tr(
                "Second names of the same files, by rank, such as “{0}”; on the same disk only. They take no room."
            ),
            Form.SYMBOLIC_LINKS: self.tr(
                "Links named by rank, such as “{0}”, that lead to the pictures where they are."
            ),
        }
        return texts[form].format(self.tr("001 name.jpg")), True

    def _said_of_sheet(self) -> tuple[str, bool]:
        layout = lay_out(self.sheet, self.number)
        if layout.footer is not None:
            if layout.pages == 1:
                return self.tr("One page."), True
            each = picture_count(len(layout.cells))
            return self.tr("{0}, up to {1} each.").format(tr("%Ln page(s)", "", layout.pages), each), True
        said = self.tr("One picture of {0} × {1} pixels.")
        if not layout.fits:
            said = self.tr(
                "{0} × {1} pixels are too many for one PNG: choose smaller thumbnails, fewer pictures or a PDF."
            )
        return said.format(count(round(layout.width)), count(round(layout.height))), layout.fits

    def _choose(self) -> None:
        form = Form(self.form.currentData())
        dialog = QFileDialog(self, self.tr("Export to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if form.folder:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Export"))
        else:
            dialog.setDefaultSuffix(SUFFIXES[form].lstrip("."))
            dialog.selectFile(f"{self._name}{SUFFIXES[form]}")
        dialog.fileSelected.connect(lambda name: self.begin(Path(name)))
        dialog.open()

    def begin(self, target: Path) -> None:
        """Report what is wanted, for this place, and close."""
        matches = self._result.matches
        if self._selected and self.what.currentIndex() == 0:
            matches = sorted(self._chosen(), key=lambda match: match.rank)
        self.wanted.emit(Export(self._result, matches, Form(self.form.currentData()), target, self.sheet))
        self.close()
