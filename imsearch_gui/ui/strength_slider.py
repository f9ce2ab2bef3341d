"""How strong a match has to be to stand above the line: one in so many random pairs."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from imsearch_gui.domain.settings import STRENGTH
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.theme import SPACE, quiet

TENTHS = 10
"""Steps of the slider for a factor of ten."""
WEAKEST = 10
"""Tenths of log10: 1 in 10. What is commoner is no line worth drawing, so the step before it is off."""


class StrengthSlider(QWidget):
    """Reports -log10 of the share of random pairs that match as well; 0 for no line."""

    chosen = Signal(float)

    def __init__(self, tenths: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._able, self._several = True, False
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, (STRENGTH.maximum or 60) - WEAKEST + 1)
        self._slider.setSingleStep(1)
        self._slider.setPageStep(TENTHS)
        self._slider.setAccessibleName(self.tr("Match strength"))
        self._slider.setValue(_place(tenths))
        self._slider.valueChanged.connect(self._changed)
        name = QLabel(self.tr("Match &strength"), self)
        name.setBuddy(self._slider)
        self._off = quiet(QLabel(self))
        self._caption = quiet(QLabel(self))
        self._caption.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._off)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(head)
        layout.addWidget(self._slider)
        layout.addWidget(self._caption)
        self._say()

    @property
    def strength(self) -> float:
        return self.tenths / TENTHS

    @property
    def tenths(self) -> int:
        """As the setting has it."""
        place = self._slider.value()
        return place + WEAKEST - 1 if place else 0

    def show_tenths(self, tenths: int) -> None:
        """Show another strength; nothing is told."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(_place(tenths))
        self._say()

    def set_able(self, able: bool, *, several: bool = False) -> None:
        """Whether the answer that is shown tells how rare its scores are; `several`: it was asked by words or several examples."""
        self._able, self._several = able, several
        self._slider.setEnabled(able)
        self._say()

    def _changed(self) -> None:
        self._say()
        self.chosen.emit(self.strength)

    def _say(self) -> None:
        strength = self.strength
        pairs = count(_rounded(10**strength))
        rarity = self.tr("1 in {0}").format(pairs)
        self._off.setText((rarity if strength else self.tr("off")) if self._able else "–")
        if not self._able and self._several:
            text = self.tr(
                "For words, or several examples, this library has too few pictures to tell how rare a match is."
            )
        elif not self._able:
            text = self.tr("This library has too few pictures to tell how rare a match is.")
        elif strength:
            text = self.tr("Stronger matches are as rare as 1 in {0} random pairs.").format(pairs)
        else:
            text = ""
        self._caption.setText(text)
        self._caption.setVisible(bool(text))
        self._slider.setAccessibleDescription(text)
        # The one around the slider, which is never disabled itself, tells it.
        self.setToolTip(text or self.tr("Draw a line below the matches that are rarer than chance"))


def _place(tenths: int) -> int:
    """Of the slider's handle."""
    return max(0, tenths - WEAKEST + 1)


def _rounded(number: float) -> int:
    """To one digit, as one says such numbers: 316.2 -> 300"""
    digits = len(str(round(number))) - 1
    return int(round(number, -digits)) if digits else round(number)
