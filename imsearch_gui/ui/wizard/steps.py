"""Where one is among the steps of the wizard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE, caption_font, colour

DISC = 22
"""Diameter of the disc with the number: room for a caption digit and some air."""
CHECK = 14


class Steps(QWidget):
    """A numbered disc and a name for each step, joined by lines. What is behind has a check mark."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """The step that one is at, from 0."""
        self._current = number
        self.setAccessibleName(
            self.tr("Step {0} of {1}: {2}").format(number + 1, len(self._names), self._names[number])
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width(name) for name in self._names) + 4 * SPACE * (len(self._names) - 1), DISC + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = (self.width() - sum(self._width(name) for name in self._names)) / max(1, len(self._names) - 1)
        x = 1.0
        for number, name in enumerate(self._names):
            self._paint_step(painter, x, number, name)
            x += self._width(name)
            if number + 1 < len(self._names):
                painter.setPen(QPen(colour("accent" if number < self._current else "line"), 1))
                middle = round(self.height() / 2) + 0.5
                painter.drawLine(QPointF(x + SPACE, middle), QPointF(x + gap - SPACE, middle))
            x += gap
        painter.end()

    def _paint_step(self, painter: QPainter, x: float, number: int, name: str) -> None:
        ahead, here = number > self._current, number == self._current
        disc = QRectF(x, (self.height() - DISC) / 2, DISC, DISC)
        painter.setPen(QPen(colour("quiet" if ahead else "accent"), 1))
        painter.setBrush(colour("accent") if not ahead else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(_name_font(bold=here))
        painter.setPen(colour("quiet" if ahead else "on_accent"))
        if number < self._current:
            inner = QRect(0, 0, CHECK, CHECK)
            inner.moveCenter(disc.center().toPoint())
            icon("check", on_accent=True).paint(painter, inner)
        else:
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.setPen(colour("text" if here else "quiet"))
        words = QRectF(disc.right() + SPACE, 0, self._width(name) - DISC - SPACE, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _width(self, name: str) -> int:
        # As wide as when it is bold, so that nothing moves when a step is taken.
        return DISC + SPACE + QFontMetrics(_name_font(bold=True)).horizontalAdvance(name) + 2


def _name_font(*, bold: bool) -> QFont:
    font = caption_font()
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
