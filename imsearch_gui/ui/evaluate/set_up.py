"""What is to be compared: the ground truth, and the ways to answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.evaluating import FOLDERS, LABELS, TOP, EvaluationRequest, TruthSource, TruthSummary
from imsearch_gui.domain.evaluation_form import lacking, refinement_words
from imsearch_gui.domain.evaluation_words import begun
from imsearch_gui.domain.language import tr, written
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import LibraryState, ModelRecord
from imsearch_gui.domain.refinement import PLAIN, Refinement
from imsearch_gui.ui.evaluate import words
from imsearch_gui.ui.flow import Flow, emptied
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.models.scroll import RIGHT, Scroll
from imsearch_gui.ui.plain import plain, tip
from imsearch_gui.ui.theme import CONTROL, SPACE, heading, indent_number, quiet, repolish

WIDTH = 760
"""Of the form at most: wider lines are hard to follow."""
LONGEST = 480
"""Pixels of a name beside a check mark."""
SPIN = 140
"""Pixels of the field for a number."""
MOST_QUESTIONS = 9_999_999
MOST_NOTICES = 4
"""Of a ground truth, that are shown; all are in its tip."""
T = TypeVar("T")


class Checks(QWidget, Generic[T]):
    """Values with a check mark each, in lines."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: list[tuple[QCheckBox, T]] = []
        title = heading(QLabel(name, self))
        self._name = name
        self._inner = QWidget(self)
        self._flow = Flow(self._inner, gap=2 * SPACE)
        # Else it would be at least as high as it is in its narrowest form.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._inner.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(title)
        layout.addWidget(self._inner)

    def offer(self, values: Sequence[tuple[T, str]], checked: Sequence[T], about: Sequence[str] = ()) -> None:
        """These, with what they are called, and what their tips say."""
        emptied(self._flow)
        self._boxes = []
        for place, (value, name) in enumerate(values):
            box = QCheckBox(self._inner)
            shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, LONGEST)
            box.setText(shown.replace("&", "&&"))
            more = about[place] if about else ""
            box.setToolTip(tip("\n".join(part for part in (name if shown != name else "", more) if part)))
            box.setAccessibleName(tr("{0}: {1}", "a group of choices, and one of them").format(self._name, name))
            box.setChecked(value in checked)
            box.toggled.connect(lambda _: self.changed.emit())
            self._flow.addWidget(box)
            self._boxes.append((box, value))

    @property
    def values(self) -> tuple[T, ...]:
        """Those that are checked."""
        return tuple(value for box, value in self._boxes if box.isChecked())


class SetUp(QWidget):
    """Reports which ground truth is to be read, and what is to be begun."""

    truth_wanted = Signal(object)
    """TruthSource"""
    wanted = Signal(object)
    """EvaluationRequest"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._truth: TruthSummary | None = None
        self.source = QComboBox(self)
        self.source.setAccessibleName(tr("Ground truth"))
        self.source.setFixedHeight(CONTROL)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.folder = QPushButton(icon("folder"), tr("A &folder…"), self)
        self.file = QPushButton(icon("open"), tr("A fi&le…"), self)
        self.told = quiet(QLabel(self))
        self.told.setWordWrap(True)
        self.notices = quiet(QLabel(self))
        self.notices.setWordWrap(True)
        self.models: Checks[str] = Checks(tr("Models"), self)
        self.metrics: Checks[Metric] = Checks(tr("Metrics"), self)
        self.refinements: Checks[Refinement] = Checks(tr("Refinements"), self)
        self.lacking = plain(QLabel(self))
        self.lacking.setWordWrap(True)
        self.lacking.setProperty("problem", True)
        self.questions = QSpinBox(self)
        self.questions.setAccessibleName(tr("Questions, at most"))
        self.questions.setRange(0, MOST_QUESTIONS)
        self.questions.setSpecialValueText(tr("all", "questions"))
        self.questions.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        self.questions.setGroupSeparatorShown(True)
        self.questions.setFixedSize(SPIN, CONTROL)
        indent_number(self.questions)
        self.cost = plain(QLabel(self))
        self.cost.setWordWrap(True)
        self.evaluate = QPushButton(tr("&Evaluate"), self)
        self.evaluate.setProperty("primary", True)
        self._build()
        self.metrics.offer([(metric, tr(metric.label)) for metric in Metric], list(Metric))
        refinements = [(one, begun(refinement_words(one))) for one in words.REFINEMENTS]
        self.refinements.offer(refinements, [PLAIN], list(map(words.refinement_about, words.REFINEMENTS)))
        self.source.addItem(tr("Labels in the library"), LABELS)
        self.source.addItem(tr("Folders of the library"), FOLDERS)
        self._connect()
        self._show_able()

    def _build(self) -> None:
        choose = QHBoxLayout()
        choose.setSpacing(SPACE)
        choose.addWidget(self.source, 1)
        choose.addWidget(self.folder)
        choose.addWidget(self.file)
        truth = QVBoxLayout()
        truth.setSpacing(SPACE)
        truth.addWidget(heading(QLabel(tr("Ground truth"), self)))
        truth.addLayout(choose)
        truth.addWidget(self.told)
        truth.addWidget(self.notices)
        inner = QWidget()
        form = QVBoxLayout()
        form.setSpacing(3 * SPACE)
        form.addLayout(truth)
        for part in (self._with_lacking(), self.metrics, self.refinements, self._questions()):
            form.addWidget(part)
        measured = tr("Measured at the first {0} matches.").format(", ".join(written(k) for k in TOP))
        form.addWidget(quiet(QLabel(measured, inner)))
        form.addStretch(1)
        scroll = Scroll(self)
        inner.setLayout(form)
        scroll.setWidget(inner)
        foot = QHBoxLayout()
        foot.setSpacing(2 * SPACE)
        foot.setContentsMargins(0, 0, RIGHT, 0)  # level with what is scrolled
        foot.addWidget(self.cost, 1)
        foot.addWidget(self.evaluate)
        column = QVBoxLayout()
        column.setSpacing(2 * SPACE)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        centred = QWidget(self)
        centred.setMaximumWidth(WIDTH)
        centred.setLayout(column)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.addStretch(1)
        layout.addWidget(centred, 100)
        layout.addStretch(1)

    def _with_lacking(self) -> QWidget:
        """The models, and which of them do not compare."""
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.models)
        column.addWidget(self.lacking)
        return part

    def _questions(self) -> QWidget:
        """How many are asked."""
        part = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.questions)
        row.addWidget(quiet(QLabel(tr("at most, taken evenly from all of them"), part)), 1)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(heading(QLabel(tr("Questions"), part)))
        column.addLayout(row)
        return part

    def _connect(self) -> None:
        self.questions.valueChanged.connect(lambda _: self._show_able())
        self.source.currentIndexChanged.connect(lambda _: self.read())
        self.folder.clicked.connect(lambda: self._choose(QFileDialog.FileMode.Directory))
        self.file.clicked.connect(lambda: self._choose(QFileDialog.FileMode.ExistingFile))
        for part in (self.models, self.metrics, self.refinements):
            part.changed.connect(self._show_able)
        self.evaluate.clicked.connect(lambda: self.wanted.emit(self.request))

    # -- what is told -----------------------------------------------------------------------------------------------

    def show_models(self, models: Sequence[ModelRecord]) -> None:
        """Those of the library, all of them checked; nothing changes where they are the same as before."""
        offered = [(model.id, model.title) for model in models]
        if offered != [(value, name) for value, name in self._offered]:
            self._offered = offered
            self.models.offer(offered, [value for value, _ in offered])
            self._show_able()

    _offered: Sequence[tuple[str, str]] = ()

    def use_library(self, state: LibraryState) -> None:
        """Another library, or the same one after a change."""
        self.show_models(state.models)

    def read(self) -> None:
        """Ask for what is in the chosen ground truth."""
        self._truth = None
        self._tell(tr("Reading…"))
        self._show_able()
        self.truth_wanted.emit(self.source.currentData())

    def show_truth(self, truth: TruthSummary) -> None:
        """It was read."""
        self._truth = truth
        self._tell(words.truth_words(truth), truth.notices)
        self._show_able()

    def show_problem(self, sentence: str) -> None:
        """It cannot be used."""
        self._truth = None
        self._tell(sentence, problem=True)
        self._show_able()

    def _tell(self, sentence: str, notices: Sequence[str] = (), *, problem: bool = False) -> None:
        self.told.setText(sentence)
        self.told.setProperty("problem", problem)
        self.told.setProperty("quiet", not problem)
        repolish(self.told)
        self.notices.setText("\n".join(notices[:MOST_NOTICES]))
        self.notices.setToolTip(tip("\n".join(notices)) if len(notices) > MOST_NOTICES else "")
        self.notices.setVisible(bool(notices))

    # -- what is chosen ---------------------------------------------------------------------------------------------

    @property
    def request(self) -> EvaluationRequest:
        """What is chosen now."""
        source: TruthSource = self.source.currentData()
        chosen = self.models.values, self.metrics.values, self.refinements.values
        return EvaluationRequest(source, *chosen, questions=self.questions.value())

    def choose(self, path: Path) -> None:
        """Take a file or a folder for the ground truth."""
        source = TruthSource(path)
        known = [self.source.itemData(place) for place in range(self.source.count())]
        place = known.index(source) if source in known else len(known)
        if place == len(known):
            with QSignalBlocker(self.source):
                self.source.addItem(path.name or str(path), source)
            self.source.setItemData(place, tip(str(path)), Qt.ItemDataRole.ToolTipRole)
        if place == self.source.currentIndex():
            self.read()
        else:
            self.source.setCurrentIndex(place)

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, tr("Choose a ground truth"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.ExistingFile:
            dialog.setNameFilters([tr("Ground truth (*.csv *.tsv *.pkl)"), tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def _show_able(self) -> None:
        request = self.request
        ways = len(request.models) * len(request.metrics) * len(request.refinements)
        questions = self._truth.questions if self._truth is not None else 0
        self.evaluate.setEnabled(ways > 0 and questions > 0)
        held = self._truth.held if self._truth is not None else {}
        said = lacking({name: held[model] for model, name in self._offered if model in {*request.models} & held.keys()})
        self.lacking.setText("\n".join(said))
        self.lacking.setVisible(bool(said))
        if not ways:
            self.cost.setText(tr("Choose a model, a metric and a refinement at least."))
        elif questions:
            self.cost.setText(words.cost_words(request, questions))
        else:
            self.cost.setText("")
