"""Something is being done, nobody knows for how long."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imsearch_gui.ui.theme import colour

SIDE = 16
STEP_MS = 60
STEP_DEGREES = 24


class Spinner(QWidget):
    """An arc that turns while it is visible, and costs nothing while it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def turning(self) -> bool:
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(2, 2, SIDE - 4, SIDE - 4)
        pen = QPen(colour("line"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(ring)
        pen.setColor(colour("accent"))
        painter.setPen(pen)
        painter.drawArc(ring, -self._angle * 16, 100 * 16)
        painter.end()

    def _turn(self) -> None:
        self._angle = (self._angle + STEP_DEGREES) % 360
        self.update()
