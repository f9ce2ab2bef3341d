"""Fields of the form that describes a model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.theme import CONTROL, SPACE, quiet

T = TypeVar("T")

WIDTH = 36 * SPACE
"""Of a list to choose from."""
HALF = 22 * SPACE
"""Of one of two side by side."""
NUMBER = 11 * SPACE
"""Of a field for one number."""


LABELS = 13 * SPACE
"""Width of the names before the fields, the same in every part of the form."""


def style_form(form: QFormLayout) -> None:
    """The rhythm of all parts of the form."""
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(2 * SPACE)
    form.setVerticalSpacing(SPACE)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)


def even_labels(form: QFormLayout) -> None:
    """The fields of all parts begin at one line."""
    for row in range(form.rowCount()):
        item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        label = item.widget() if item is not None else None
        if label is not None:
            label.setFixedSize(LABELS, CONTROL)


class Choice(QComboBox, Generic[T]):
    """One of several values; the values are kept here, since Qt gives back a plain string for a StrEnum."""

    picked = Signal()
    """By the user."""

    def __init__(self, name: str, values: Iterable[tuple[T, str]], parent: QWidget, *, width: int = WIDTH) -> None:
        super().__init__(parent)
        self._values: list[T] = []
        self.setAccessibleName(name)
        self.setFixedSize(width, CONTROL)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(values)
        self.activated.connect(lambda _: self.picked.emit())

    def offer(self, values: Iterable[tuple[T, str]]) -> None:
        """Other values; the first one is chosen."""
        pairs = list(values)
        self._values = [value for value, _ in pairs]
        self.clear()
        self.addItems([text for _, text in pairs])

    @property
    def value(self) -> T:
        return self._values[self.currentIndex()]

    @property
    def values(self) -> Sequence[T]:
        return tuple(self._values)

    def choose(self, value: T) -> None:
        """A value that is not offered leaves the choice as it is."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls; what the mouse happens to be on does not change.
        event.ignore()


class Whole(QSpinBox):
    """A whole number."""

    def __init__(self, name: str, low: int, high: int, parent: QWidget, *, unit: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setFixedSize(NUMBER, CONTROL)
        self.setSuffix(unit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Real(QLineEdit):
    """A number with as many digits as one likes, a point before its decimals as in model.toml."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(NUMBER)
        validator = QDoubleValidator(self)
        validator.setLocale(QLocale.c())
        self.setValidator(validator)

    @property
    def number(self) -> float | None:
        """None while nothing sensible stands there."""
        return float(self.text()) if self.hasAcceptableInput() else None

    def show_number(self, number: float) -> None:
        # As many digits as it takes to read back the same number.
        self.setText(repr(number).removesuffix(".0"))
        self.setCursorPosition(0)


class Row(QWidget):
    """Fields side by side, words between them."""

    def __init__(self, parts: Sequence[QWidget | str], parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for part in parts:
            layout.addWidget(quiet(ElidedLabel(part, self)) if isinstance(part, str) else part)
        layout.addStretch(1)
