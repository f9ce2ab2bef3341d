"""A label for names of any length: what does not fit is left out, and shown in full when one points at it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from imsearch_gui.ui.plain import tip

FEWEST = 8
"""Characters that stay visible however little room there is."""


class ElidedLabel(QLabel):
    """One line that gives way; `text()` and the accessible name stay whole."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._about = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._update_tip()

    def set_about(self, about: str) -> None:
        """What pointing at the label says, besides the text that did not fit."""
        self._about = about
        self._update_tip()

    @property
    def elided(self) -> str:
        """What is painted."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        few = min(metrics.averageCharWidth() * FEWEST, metrics.horizontalAdvance(self.text()))
        return QSize(few, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment().value | Qt.TextFlag.TextSingleLine.value, self.elided)
        painter.end()

    def _update_tip(self) -> None:
        cut = self.text() if self.elided != self.text() else ""
        self.setToolTip(tip("\n".join(part for part in (cut, self._about) if part)))
