"""While a file is looked at, which takes a while where it is large."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.spinner import Spinner
from imsearch_gui.ui.theme import SPACE


class Looking(QWidget):
    """Says which file it is, and lets the user give up."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel(parent=self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.left)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addStretch(1)
        line.addWidget(Spinner(self))
        line.addWidget(self._text)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, SPACE, 0)
        layout.setSpacing(2 * SPACE)
        layout.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def show_path(self, path: Path) -> None:
        self._text.setText(tr("Looking at {0}…").format(path.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
