"""Fields for which output of a graph becomes the vector, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import OutputSpec, Pooling
from imsearch_gui.domain.proposal import OutputChoice
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.models.form_fields import Choice, even_labels, style_form
from imsearch_gui.ui.theme import quiet

Way = tuple[Pooling, int | None]
"""From an output to a vector, and the numbers that gives; None where only a run can tell."""


def pooling_words(pooling: Pooling) -> str:
    return {
        Pooling.NONE: tr("As it is"),
        Pooling.CLS: tr("First token (CLS)"),
        Pooling.MEAN: tr("Mean"),
        Pooling.MAX: tr("Largest (MAC)"),
        Pooling.GEM: tr("Generalised mean (GeM)"),
        Pooling.RMAC: tr("Regional largest (R-MAC)"),
        Pooling.FLATTEN: tr("All of it, in one row"),
    }[pooling]


class OutputFields(QWidget):
    """Only what fits is offered, each with the number of numbers that it gives."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._given = OutputSpec()
        self.output: Choice[OutputChoice] = Choice(tr("Output"), [], self)
        self.pooling: Choice[Way] = Choice(tr("Pooling"), [], self)
        self.normalise = QCheckBox(tr("&Scale every vector to length 1"), self)
        self.numbers = quiet(
            QLabel(tr("How many numbers that gives is seen when the first picture goes through."), self)
        )
        form = QFormLayout(self)
        style_form(form)
        form.addRow(tr("Output"), self.output)
        form.addRow(tr("Pooling"), self.pooling)
        form.addRow("", self.normalise)
        form.addRow("", self.numbers)
        even_labels(form)
        self.output.currentIndexChanged.connect(self._offer_ways)
        self.pooling.currentIndexChanged.connect(self._say_size)
        self.normalise.toggled.connect(lambda _: self.changed.emit())

    def show_output(self, offers: Sequence[OutputChoice], given: OutputSpec) -> None:
        """Offer these, `given` chosen."""
        self._given = given
        self.output.offer([(offer, _output_words(offer)) for offer in offers])
        chosen = next((offer for offer in offers if offer.name == given.name), offers[0] if len(offers) == 1 else None)
        if chosen is not None:
            self.output.choose(chosen)
        way = next((way for way in self.pooling.values if way[0] is given.pooling), None)
        if way is not None:
            self.pooling.choose(way)
        self.normalise.setChecked(given.normalise)

    @property
    def value(self) -> OutputSpec:
        # A description need not name the only output there is.
        unnamed = self._given.name is None and self.output.count() == 1
        return replace(
            self._given,
            name=None if unnamed else self.output.value.name,
            layout=self.output.value.layout,
            pooling=self.pooling.value[0],
            normalise=self.normalise.isChecked(),
        )

    @property
    def dimension(self) -> int | None:
        """Numbers of a vector; None where only a run can tell."""
        return self.pooling.value[1]

    def _offer_ways(self) -> None:
        if self.output.currentIndex() < 0:
            return
        before = self.pooling.value[0] if self.pooling.currentIndex() >= 0 else None
        ways = self.output.value.poolings
        self.pooling.offer([(way, _way_words(way)) for way in ways])
        kept = next((way for way in ways if way[0] is before), None)
        if kept is not None:
            self.pooling.choose(kept)
        self._say_size()

    def _say_size(self) -> None:
        if self.pooling.currentIndex() < 0:
            return
        self.numbers.setVisible(self.dimension is None)
        self.changed.emit()


def _output_words(output: OutputChoice) -> str:
    shape = " × ".join("?" if side is None else str(side) for side in output.shape)
    text = f"{output.name}   {shape}"
    return tr("{0}   (scores of classes)").format(text) if output.classes else text


def _way_words(way: Way) -> str:
    pooling, dimension = way
    name = pooling_words(pooling)
    return tr("{0}: {1} numbers").format(name, count(dimension)) if dimension is not None else name
