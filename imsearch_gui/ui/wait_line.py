"""A line at the bottom of the window for what takes more than a second and counts nothing."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from imsearch_gui.bridge.waits import Kind, Wait, Waits
from imsearch_gui.domain.wording import time_left
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.theme import SPACE, quiet

PATIENCE_S = 1.0
"""What is done by then needs no words."""
LOOK_MS = 250
WIDTH = 240
STEPS = 100


class WaitLine(QWidget):
    """Shows the newest of what is waited for; hidden while that is nothing, or nothing yet to speak of."""

    def __init__(self, waits: Waits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Waiting"))
        self._waits = waits
        self._text = ElidedLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setFixedWidth(WIDTH)
        self._left = quiet(QLabel(self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, SPACE // 2)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        layout.addWidget(self._left)
        layout.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        waits.changed.connect(self._changed)
        self.hide()

    def look(self) -> None:
        """Show how things stand."""
        wait = next((wait for wait in self._waits.now if self._waits.seconds(wait) >= PATIENCE_S), None)
        self.setVisible(wait is not None)
        if wait is None:
            return
        self._text.setText(self._words(wait))
        left = self._waits.seconds_left(wait)
        self._left.setText(time_left(left))
        known = left is not None and wait.expected is not None
        # Where nobody knows how long it takes the bar only moves.
        self._bar.setRange(0, STEPS if known else 0)
        if left is not None and wait.expected is not None:
            self._bar.setValue(round(STEPS * (1 - left / wait.expected)))

    def _words(self, wait: Wait) -> str:
        if wait.kind is Kind.LIBRARY:
            return self.tr("Opening “{0}”").format(wait.name)
        return self.tr("Verifying {0}").format(wait.name)

    def _changed(self) -> None:
        if self._waits.now:
            self._timer.start()
        else:
            self._timer.stop()
        self.look()
