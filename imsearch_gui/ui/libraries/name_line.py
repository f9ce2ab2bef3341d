"""The name of a library, which can be changed in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.theme import SPACE, title


class NameLine(QWidget):
    """F2 or the button begin, Enter ends, Esc gives up."""

    named = Signal(str)
    """The new name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = ElidedLabel(parent=self)
        title(self.label)
        self.label.setAccessibleName(tr("Name of the library"))
        self.line = QLineEdit(self)
        self.line.setAccessibleName(tr("New name of the library"))
        self.line.hide()
        self.button = QPushButton(tr("&Rename"), self)
        self.button.setAutoDefault(False)
        self.button.setToolTip(tr("Rename (F2)"))
        self.button.clicked.connect(self.begin)
        self.line.returnPressed.connect(self._enter)
        QShortcut(QKeySequence(Qt.Key.Key_F2), parent, self.begin)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)

    @property
    def editing(self) -> bool:
        return self.line.isVisible()

    def show_name(self, name: str) -> None:
        self.label.setText(name)

    def begin(self) -> None:
        """Let the user type; a second time gives up."""
        if self.editing:
            self.end()
            return
        self.line.setText(self.label.text())
        self.label.hide()
        self.line.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Nobody types any more; what was typed is forgotten."""
        had_focus = self.line.hasFocus()
        self.line.hide()
        self.label.show()
        if had_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        name = " ".join(self.line.text().split())
        if name and name != self.label.text():
            self.label.setText(name)
            self.named.emit(name)
        self.end()
