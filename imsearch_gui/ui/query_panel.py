"""What is asked: the picture with its region, the metric, how many, how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.search_session import ShownExample
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.query_edits import region_of
from imsearch_gui.domain.records import FileExample, Query, Strategy, TextExample
from imsearch_gui.domain.settings import TOP
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.adding import Adding
from imsearch_gui.ui.example_list import ExampleList, name_of
from imsearch_gui.ui.filter_section import FilterSection
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.refine_section import RefineSection
from imsearch_gui.ui.region_view import RegionView
from imsearch_gui.ui.side_scroll import SideScroll
from imsearch_gui.ui.strength_slider import StrengthSlider
from imsearch_gui.ui.text_line import TextLine
from imsearch_gui.ui.theme import BESIDE, CONTROL, HEADER, OUTSET, SPACE, caption_font, heading, indent_number, quiet

NARROWEST = 216


class QueryPanel(QWidget):
    """Reports intents; shows the query that it is given."""

    metric_chosen = Signal(object)
    top_chosen = Signal(int)
    strategy_chosen = Signal(object)
    region_chosen = Signal(object)
    cleared = Signal()

    def __init__(self, metric: Metric, top: int, parent: QWidget | None = None, *, strength: int = 0) -> None:
        super().__init__(parent)
        self.view = RegionView(self)
        self.view.region_changed.connect(self.region_chosen)
        self._name = quiet(QLabel(self))
        self._name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._metric = self._combo(self.tr("Metric"), [(tr(item.label), item) for item in Metric])
        self._metric.setCurrentIndex(self._metric.findData(metric))
        # Qt hands an enumeration of strings back as a plain string.
        self._metric.activated.connect(lambda: self.metric_chosen.emit(Metric(self._metric.currentData())))
        self._top = QSpinBox(self)
        self._top.setLineEdit(TextLine(self._top))
        indent_number(self._top)
        self._top.setFixedHeight(CONTROL)
        self._top.setAccessibleName(self.tr("Pictures shown"))
        self._top.setRange(TOP.minimum or 1, TOP.maximum or 1_000_000)
        self._top.setGroupSeparatorShown(True)
        self._top.setKeyboardTracking(False)
        self._top.setValue(top)
        self._top.valueChanged.connect(self.top_chosen)
        ways = [
            (self.tr("Automatic"), Strategy.AUTOMATIC),
            (self.tr("Exact scan"), Strategy.EXACT),
            (self.tr("Graph"), Strategy.GRAPH),
        ]
        self._strategy = self._combo(self.tr("Search"), ways)
        self._strategy.activated.connect(lambda: self.strategy_chosen.emit(Strategy(self._strategy.currentData())))
        self.examples = ExampleList(self)
        self.adding = Adding(self)
        self.strength = StrengthSlider(strength, self)
        self.filters = FilterSection(self)
        self.refine = RefineSection(self)
        self._build()
        self.show_query(None)

    def _combo(self, name: str, items: Sequence[tuple[str, object]]) -> QComboBox:
        combo = QComboBox(self)
        combo.setFixedHeight(CONTROL)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, value in items:
            combo.addItem(text, value)
        return combo

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        name = heading(QLabel(self.tr("Query"), self))
        name.setMinimumHeight(HEADER)
        top.addWidget(name, 1)
        self.tools = QHBoxLayout()
        """For what others put beside the heading."""
        self.tools.setSpacing(0)
        top.addLayout(self.tools)
        self._clear = QToolButton(self)
        self._clear.setIcon(icon("clear"))
        self._clear.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        self._clear.setToolTip(self.tr("Clear the query"))
        self._clear.setAccessibleName(self.tr("Clear the query"))
        self._clear.clicked.connect(self.cleared)
        top.addWidget(self._clear)
        self._whole = QToolButton(self)
        self._whole.setIcon(icon("crop"))
        self._whole.setIconSize(QSize(16 + BESIDE, 16))
        self._whole.setText(self.tr("Search the whole picture"))
        self._whole.setFont(caption_font())
        self._whole.setToolTip(self.tr("Clear the region (Esc, or double-click on the picture)"))
        self._whole.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._whole.clicked.connect(lambda: self.region_chosen.emit(None))
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        # Buttons without a ground begin further out by the room around their words: all words have one left edge.
        layout.setContentsMargins(2 * SPACE - OUTSET, SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        above, below = QVBoxLayout(), QVBoxLayout()
        for inset in (above, below):
            inset.setContentsMargins(OUTSET, 0, 0, 0)
            inset.setSpacing(SPACE)
        layout.addLayout(above)
        above.addLayout(top)
        above.addWidget(self.view)
        above.addWidget(self._name)
        above.addWidget(self._whole, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.examples)
        layout.addWidget(self.adding)
        layout.addSpacing(SPACE)
        layout.addLayout(below)
        below.addLayout(self._form())
        below.addWidget(self.strength)
        layout.addWidget(self.filters)
        layout.addWidget(self.refine)
        layout.addStretch(1)
        # Many examples in a low window: what does not fit is scrolled to, nothing is squeezed into its neighbour.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SideScroll(inner, NARROWEST, self))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Metric"), self._metric)
        form.addRow(self.tr("Sho&w"), self._top)
        form.addRow(self.tr("Sea&rch"), self._strategy)
        for field in (self._metric, self._top, self._strategy):
            # Level with the middle of its field; left alone, Qt puts it at the top.
            form.labelForField(field).setMinimumHeight(CONTROL)
        return form

    def show_metric(self, metric: Metric) -> None:
        """Show how a query is compared; nothing is emitted."""
        self._metric.setCurrentIndex(max(0, self._metric.findData(metric)))

    def show_top(self, top: int) -> None:
        """Show how many matches are wanted; nothing is emitted."""
        with QSignalBlocker(self._top):
            self._top.setValue(top)

    def show_query(self, query: Query | None) -> None:
        """Show how is asked now; nothing is emitted."""
        self._clear.setEnabled(query is not None)
        self.adding.setVisible(query is not None)
        if query is None:
            return
        self.show_metric(query.metric)
        self._strategy.setCurrentIndex(max(0, self._strategy.findData(query.strategy)))
        self.show_top(query.top)

    def show_examples(self, shown: Sequence[ShownExample], current: int) -> None:
        """Show what is asked now: the current example large, all of them in a list where there are several."""
        self.examples.show_examples(shown, current)
        self.examples.setVisible(len(shown) > 1)
        example = shown[current].example if shown else None
        region = None if example is None else region_of(example)
        picture = shown[current].picture if shown else None
        # A picture may get a region at any time, and what is below must not jump then.
        policy = self._whole.sizePolicy()
        policy.setRetainSizeWhenHidden(picture is not None)
        self._whole.setSizePolicy(policy)
        self._whole.setVisible(region is not None)
        self._name.setVisible(picture is not None or not isinstance(example, TextExample))
        # The list below may be scrolled out of sight, and a large picture says of itself that it is looked for.
        meant = tr("Less like: {0}") if shown and not shown[current].like else "{0}"
        if isinstance(example, TextExample):
            self.view.set_words(meant.format(name_of(example)))
        elif picture is None:
            self.view.set_picture(QImage(), 0, 0)
        elif self.view.image is not picture.image:
            shown_size = picture.image.size()
            self.view.set_picture(
                picture.image, picture.width or shown_size.width(), picture.height or shown_size.height()
            )
        self.view.set_region(region)
        # A part of a picture is named in its own pixels, which nobody knows while its file is away.
        self.view.setEnabled(picture is None or picture.width > 0)
        name = "" if example is None or isinstance(example, TextExample) else name_of(example)
        size = "" if picture is None else f"{count(picture.width)} × {count(picture.height)}"
        if picture is not None and not picture.width:
            size = self.tr("offline")
        measure = self._name.fontMetrics()
        room = max(120, self.width() - 120) - measure.horizontalAdvance(meant.format(""))
        short = measure.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self._name.setText(f"{meant.format(short) if name else ''}  {size}".strip())
        self._name.setToolTip(tip(str(example.path) if isinstance(example, FileExample) else name))
