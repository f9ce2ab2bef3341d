"""The form in which a proposal is corrected and accepted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import Family, ModelSpec
from imsearch_gui.domain.model_toml import check_model
from imsearch_gui.domain.proposal import Proposal
from imsearch_gui.domain.wording import homely
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.models.form_fields import Choice, even_labels, style_form
from imsearch_gui.ui.models.input_fields import InputFields
from imsearch_gui.ui.models.output_fields import OutputFields
from imsearch_gui.ui.models.scroll import RIGHT, Scroll
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.spinner import Spinner
from imsearch_gui.ui.theme import ICON, SPACE, heading, quiet, title

NAME_WIDTH = 46 * SPACE


class ImportForm(QWidget):
    """What a file seems to be, in words and in fields. Enter accepts, Esc goes back."""

    accepted = Signal(object, bool)
    """ModelSpec, and whether it takes the place of the model of its id."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: ModelSpec | None = None
        self._taken: Collection[str] = ()
        self._busy = False
        self._title = title(QLabel(self))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._path = ElidedLabel(parent=self)
        self._notes = QVBoxLayout()
        self.name = QLineEdit(self)
        self.id = QLineEdit(self)
        self.replace = QCheckBox(tr("&Replace the model of this id"), self)
        self.family = Choice(tr("Kind"), _families(), self)
        self.input = InputFields(self)
        self.output = OutputFields(self)
        self._problem = QLabel(self)
        self._problem.setProperty("problem", True)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(0, 0, RIGHT, 0)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._spinner = Spinner(self)
        self._state = quiet(QLabel(tr("One picture goes through it…"), self))
        self.back = QPushButton(tr("Back"), self)
        self.accept = QPushButton(tr("&Import"), self)
        self._build()
        self._connect()

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        layout.addWidget(quiet(self._path))
        layout.addSpacing(SPACE)
        self._area = Scroll(self)
        self._area.setWidget(self._make_inner())
        layout.addWidget(self._area, 1)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, RIGHT, 0)
        buttons.setSpacing(SPACE)
        for widget in (self._spinner, self._state):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        for button in (self.back, self.accept):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self.back.setAutoDefault(False)
        self.accept.setProperty("primary", True)
        self.accept.setAutoDefault(False)
        self.name.setAccessibleName(tr("Title"))
        self.id.setAccessibleName(tr("Id"))
        for line in (self.name, self.id):
            line.setFixedWidth(NAME_WIDTH)

    def _make_inner(self) -> QWidget:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self._notes.setSpacing(SPACE // 2)
        column.addLayout(self._notes)
        names = QFormLayout()
        style_form(names)
        names.addRow(tr("Title"), self.name)
        names.addRow(tr("Id"), self.id)
        names.addRow("", self.replace)
        names.addRow(tr("Kind"), self.family)
        even_labels(names)
        self._names = names
        for head, part in ((tr("Name"), names), (tr("Picture"), self.input), (tr("Vector"), self.output)):
            column.addSpacing(SPACE)
            column.addWidget(heading(QLabel(head, inner)))
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)
        return inner

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.accept.clicked.connect(self._accept)
        self.id.textChanged.connect(self._show_taken)
        for line in (self.name, self.id):
            line.textEdited.connect(lambda _: self.show_problem(""))
        for part in (self.input, self.output):
            part.changed.connect(lambda: self.show_problem(""))

    # -- what is told -----------------------------------------------------------------------------------------------

    def show_proposal(self, path: Path, proposal: Proposal, taken: Collection[str]) -> None:
        """Fill the form; `taken` are the ids of models that are there."""
        spec = proposal.spec
        self._spec, self._taken = spec, taken
        self._title.setText(tr("Import {0}").format(path.name))
        self._path.setText(homely(path.parent, Path.home()))
        self._show_notes(proposal.notes)
        self.name.setText(spec.title)
        self.id.setText(spec.id)
        self.replace.setChecked(False)
        self.family.choose(spec.family)
        self.input.show_input(spec.input)
        self.output.show_output([output for output in proposal.outputs if output.poolings], spec.output)
        self.show_busy(False)
        self.show_problem("")
        self._show_taken()
        self._area.verticalScrollBar().setValue(0)

    @property
    def busy(self) -> bool:
        """Whether a picture is going through the model."""
        return self._busy

    def show_busy(self, busy: bool) -> None:
        """While a picture goes through the model nothing can be changed."""
        self._busy = busy
        for widget in (self._spinner, self._state):
            widget.setVisible(busy)
        inner = self._area.widget()
        if inner is not None:
            inner.setEnabled(not busy)
        self.accept.setEnabled(not busy)
        if busy:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Why it was not imported; empty where nothing is wrong."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            self.show_busy(False)
            self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notes(self, notes: Collection[str]) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for note in notes:
            self._notes.addWidget(_Note(note, self))

    def _show_taken(self) -> None:
        # What was said of one id does not hold for the next.
        self.replace.setChecked(False)
        self._names.setRowVisible(self.replace, self.id.text() in self._taken)

    # -- what is asked ----------------------------------------------------------------------------------------------

    @property
    def spec(self) -> ModelSpec:
        """What the form says; raises ModelError with a sentence where that makes no sense."""
        assert self._spec is not None
        if problem := self.input.problem:
            raise ModelError(problem)
        spec = replace(
            self._spec,
            id=self.id.text().strip(),
            title=self.name.text().strip() or self.id.text().strip(),
            family=self.family.value,
            dimension=self.output.dimension or self._spec.dimension,
            input=self.input.value,
            output=self.output.value,
        )
        check_model(spec, tr("This form"))
        return spec

    def _accept(self) -> None:
        if self._busy:
            return
        try:
            spec = self.spec
        except ModelError as error:
            self.show_problem(str(error))
            return
        if spec.id in self._taken and not self.replace.isChecked():
            self.show_problem(
                tr("There is a model with the id {0}: choose another, or replace that one.").format(spec.id)
            )
            return
        self.show_problem("")
        self.show_busy(True)
        self.accepted.emit(spec, self.replace.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)


class _Note(QWidget):
    """What was seen in the file, or taken for granted."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        text = QLabel(sentence, self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(Sign("info", ICON, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)


def _families() -> list[tuple[Family, str]]:
    return [
        (Family.CNN, tr("Convolutional network")),
        (Family.VIT, tr("Vision transformer")),
        (Family.CLIP, tr("Trained with words (CLIP and kin)")),
        (Family.DESCRIPTOR, tr("Hand-made descriptor")),
    ]
