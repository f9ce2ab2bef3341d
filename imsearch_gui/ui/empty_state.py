"""What stands where pictures would be: one sentence, and the next step as a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.theme import SPACE, colour, quiet, title

SIGN = 6 * SPACE
Step = tuple[str, Callable[[], None]]


class EmptyState(QWidget):
    """An icon, a line, a quieter line, buttons; framed by a dashed line where things may be dropped."""

    def __init__(self, *, drop_area: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drop_area = drop_area
        self._sign = Sign(side=SIGN, parent=self)
        self._line = title(QLabel(self))
        self._more = quiet(QLabel(self))
        for label in (self._line, self._more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self._steps: list[Step] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._buttons)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 4 * SPACE, 6 * SPACE, 4 * SPACE)
        layout.setSpacing(SPACE)
        layout.addStretch(1)
        layout.addWidget(self._sign)
        layout.addSpacing(SPACE)
        layout.addWidget(self._line)
        layout.addWidget(self._more)
        layout.addSpacing(2 * SPACE)
        layout.addLayout(row)
        layout.addStretch(1)

    def say(self, sign: str, line: str, more: str = "", steps: Sequence[Step] = ()) -> None:
        """Show this; the first step is the one that is proposed."""
        self._sign.show_icon(sign)
        self._line.setText(line)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        before, self._steps = self._steps, list(steps)
        # Said again while a job reports: a button that is being pressed, or has the focus, stays.
        if [text for text, _ in before] != [text for text, _ in steps]:
            self._make_buttons()

    def _make_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                # It is deleted a moment later, and would be seen until then.
                old.hide()
                old.deleteLater()
        for number, (text, _) in enumerate(self._steps):
            button = QPushButton(text, self)
            button.setProperty("primary", number == 0)
            button.clicked.connect(lambda _=False, number=number: self._steps[number][1]())
            self._buttons.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_area:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("line"), 2, Qt.PenStyle.DashLine))
            edge = 3 * SPACE
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 12, 12)
            painter.end()
