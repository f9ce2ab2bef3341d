"""A part of a panel that folds: its name, what it says while it is folded, and what it holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import BESIDE, OUTSET, SPACE


class Fold(QWidget):
    """Folded at first. What stands in `beside` is seen either way, what stands in `inner` only while it is open.

    Its name begins `OUTSET` after its left edge, and so does what it holds.
    """

    opened = Signal(bool)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.head = QToolButton(self)
        self.head.setCheckable(True)
        self.head.setText(name)
        self.head.setAccessibleName(name)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(12 + BESIDE // 2, 12))
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.head.setProperty("fold", True)
        self.head.toggled.connect(self._open)
        self.inner = QWidget(self)
        self.inner.setContentsMargins(OUTSET, 0, 0, 0)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(0)
        self.beside.addWidget(self.head)
        self.beside.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE)
        self.body.addLayout(self.beside)
        self.body.addWidget(self.inner)
        self._open(False)

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    def say(self, text: str) -> None:
        """Another name, which may count what is in it."""
        self.head.setText(text or self._name)
        self.head.setAccessibleName(text or self._name)

    def set_open(self, opened: bool) -> None:
        self.head.setChecked(opened)

    def _open(self, opened: bool) -> None:
        self.head.setIcon(icon("chevron-down" if opened else "chevron-right"))
        self.inner.setVisible(opened)
        self.opened.emit(opened)
