"""Fields for how a picture becomes what a model takes in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import Channels, InputSpec, Interpolation, Layout, Resize, Rounding
from imsearch_gui.domain.model_toml import LARGEST_SIDE
from imsearch_gui.ui.models.form_fields import HALF, WIDTH, Choice, Real, Row, Whole, even_labels, style_form
from imsearch_gui.ui.models.presets import Preset, presets
from imsearch_gui.ui.theme import SPACE

OWN = None
"""Stands for numbers of one's own in the list of presets."""


def _resizes() -> list[tuple[Resize, str]]:
    return [
        (Resize.SHORT_SIDE, tr("Short side to a length, then the centre")),
        (Resize.SQUASH, tr("Squashed, whatever its shape")),
        (Resize.PAD, tr("Whole, with a border")),
    ]


def _interpolations() -> list[tuple[Interpolation, str]]:
    return [
        (Interpolation.BICUBIC, tr("Bicubic")),
        (Interpolation.BILINEAR, tr("Bilinear")),
        (Interpolation.LANCZOS, tr("Lanczos")),
        (Interpolation.BOX, tr("Box")),
        (Interpolation.NEAREST, tr("Nearest")),
    ]


def _roundings() -> list[tuple[Rounding, str]]:
    return [
        (Rounding.TORCHVISION, tr("rounded as torchvision does")),
        (Rounding.TRANSFORMERS, tr("rounded as transformers does")),
        (Rounding.NEAREST, tr("rounded to the nearest pixel")),
    ]


class InputFields(QWidget):
    """Size, resizing, and the numbers that pixels become."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._given = InputSpec()
        self.width_ = Whole(tr("Width of the input in pixels"), 1, LARGEST_SIDE, self)
        self.height_ = Whole(tr("Height of the input in pixels"), 1, LARGEST_SIDE, self)
        self.resize_ = Choice(tr("How a picture is fitted"), _resizes(), self)
        self.resize_to = Whole(tr("Length of the short side in pixels"), 1, 8 * LARGEST_SIDE, self)
        self.pad_value = Whole(tr("Grey of the border"), 0, 255, self)
        self.interpolation = Choice(tr("Sampling"), _interpolations(), self, width=HALF)
        self.rounding = Choice(tr("How the short side is rounded"), _roundings(), self, width=WIDTH - SPACE)
        known: list[tuple[Preset | None, str]] = [(preset, preset.name) for preset in presets()]
        self.preset = Choice(tr("What pixels become"), [*known, (OWN, tr("Numbers of my own"))], self)
        self.mean = [Real(tr("Mean of {0}").format(name), self) for name in _channel_names()]
        self.std = [Real(tr("Deviation of {0}").format(name), self) for name in _channel_names()]
        self.scale = Real(tr("Factor"), self)
        self.channels = Choice(
            tr("Order of the colours"),
            [(Channels.RGB, tr("Red, green, blue")), (Channels.BGR, tr("Blue, green, red"))],
            self,
        )
        self.layout_ = Choice(
            tr("Layout"),
            [(Layout.NCHW, tr("Colours first (NCHW)")), (Layout.NHWC, tr("Colours last (NHWC)"))],
            self,
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self._form = QFormLayout(self)
        style_form(self._form)
        self._to = Row([tr("to", "a number of pixels"), self.resize_to, tr("px")], self)
        self._grey = Row([tr("of grey"), self.pad_value], self)
        self._means = Row([*self.mean, tr("taken off red, green, blue")], self)
        self._stds = Row([*self.std, tr("what is left is divided by")], self)
        self._factor = Row([self.scale, tr("times the pixel, first of all")], self)
        for name, field in (
            (tr("Input"), Row([self.width_, "×", self.height_, tr("px")], self)),
            (tr("Fitting"), Row([self.resize_, self._to, self._grey], self)),
            (tr("Sampling"), Row([self.interpolation, self.rounding], self)),
            (tr("Pixels become"), self.preset),
            (tr("Mean"), self._means),
            (tr("Deviation"), self._stds),
            (tr("Factor"), self._factor),
            (tr("Colours"), self.channels),
            (tr("Layout"), self.layout_),
        ):
            self._form.addRow(name, field)
        even_labels(self._form)

    def _connect(self) -> None:
        for number in (self.width_, self.height_, self.resize_to, self.pad_value):
            number.valueChanged.connect(self._update)
        for choice in (self.resize_, self.interpolation, self.rounding, self.channels, self.layout_):
            choice.currentIndexChanged.connect(self._update)
        for real in (*self.mean, *self.std, self.scale):
            real.textChanged.connect(self._update)
        self.preset.picked.connect(self._take_preset)
        self.channels.picked.connect(self._show_preset)

    # -- values -----------------------------------------------------------------------------------------------------

    def show_input(self, given: InputSpec) -> None:
        """Fill the fields."""
        self._given = given
        self.width_.setValue(given.width)
        self.height_.setValue(given.height)
        self.resize_.choose(given.resize)
        self.resize_to.setValue(given.resize_to)
        self.pad_value.setValue(given.pad_value)
        self.interpolation.choose(given.interpolation)
        self.rounding.choose(given.rounding)
        self.channels.choose(given.channels)
        self.layout_.choose(given.layout)
        self._show_numbers(given)
        self._show_preset()

    @property
    def problem(self) -> str:
        """What keeps the fields from being a description; one sentence."""
        if any(real.number is None for real in (*self.mean, *self.std, self.scale)):
            return tr("Mean, deviation and factor must be numbers: write 0.5, with a point.")
        return ""

    @property
    def value(self) -> InputSpec:
        """What the fields say; a number that is none counts as 0, `problem` says so."""
        mean, std = ([real.number or 0.0 for real in triple] for triple in (self.mean, self.std))
        return replace(
            self._given,
            width=self.width_.value(),
            height=self.height_.value(),
            resize=self.resize_.value,
            resize_to=self.resize_to.value(),
            rounding=self.rounding.value,
            interpolation=self.interpolation.value,
            mean=(mean[0], mean[1], mean[2]),
            std=(std[0], std[1], std[2]),
            scale=self.scale.number or 0.0,
            layout=self.layout_.value,
            channels=self.channels.value,
            pad_value=self.pad_value.value(),
        )

    def _show_numbers(self, given: InputSpec) -> None:
        for real, number in zip(
            (*self.mean, *self.std, self.scale), (*given.mean, *given.std, given.scale), strict=True
        ):
            real.show_number(number)

    def _take_preset(self) -> None:
        preset = self.preset.value
        if preset is not None:
            given = preset.put_into(self.value)
            self._show_numbers(given)
            self.channels.choose(given.channels)
        self._update()
        if preset is OWN:
            self.mean[0].setFocus()

    def _show_preset(self) -> None:
        """The preset that the numbers are those of."""
        given = self.value
        self.preset.choose(next((preset for preset in self.preset.values if preset and preset.fits(given)), OWN))
        self._update()

    def _update(self) -> None:
        """Only what matters is shown."""
        short = self.resize_.value is Resize.SHORT_SIDE
        self._to.setVisible(short)
        self.rounding.setVisible(short)
        self._grey.setVisible(self.resize_.value is Resize.PAD)
        for row in (self._means, self._stds, self._factor):
            self._form.setRowVisible(row, self.preset.value is OWN)
        self.changed.emit()


def _channel_names() -> tuple[str, str, str]:
    return tr("red"), tr("green"), tr("blue")
