"""A card of the page of a library: lines, buttons, and a drawer below them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.ui.card import paint_card
from imsearch_gui.ui.elided_label import ElidedLabel
from imsearch_gui.ui.models.drawers import Drawer
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.tab_order import has_focus_inside
from imsearch_gui.ui.theme import ICON, SPACE, heading, quiet


class Card(QWidget):
    """A sign, a name, quieter lines; what can be done stands at the right."""

    rearranged = Signal()
    """A drawer has come or gone, or buttons have."""

    def __init__(self, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawer: Drawer | None = None
        self.sign = Sign(sign, ICON, self)
        self.name = ElidedLabel(parent=self)
        heading(self.name)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(SPACE // 4)
        self.lines.addWidget(self.name)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE)
        head = QHBoxLayout()
        head.setSpacing(SPACE + SPACE // 2)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self.lines, 1)
        head.addLayout(self.buttons)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * SPACE, SPACE + SPACE // 2, 2 * SPACE, SPACE + SPACE // 2)
        self.body.setSpacing(SPACE)
        self.body.addLayout(head)

    def add_line(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> QLabel:
        """Another line below the name, quieter."""
        line = ElidedLabel(parent=self, mode=mode)
        quiet(line)
        self.lines.addWidget(line)
        return line

    def add_button(self, text: str, work: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: work())
        self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def describe(self, name: str, *lines: str) -> None:
        """For those who do not see it; many cards have the same buttons, so that each says whose it is."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join(line for line in lines if line))
        for button in self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            deed = button.text().replace("&", "").rstrip("…")
            button.setAccessibleName(tr("{0} {1}", "what a button does, and to what").format(deed, name))

    def open(self, drawer: Drawer, agreed: Callable[[], object], focus: QWidget) -> None:
        """Let a drawer out, in the place of one that is out."""
        self.close_drawer()
        self.drawer = drawer
        self.body.addWidget(drawer)
        drawer.agreed.connect(agreed)
        drawer.closed.connect(self.close_drawer)
        drawer.show()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rearranged.emit()

    def close_drawer(self) -> None:
        drawer, self.drawer = self.drawer, None
        if drawer is None:
            return
        had_focus = has_focus_inside(drawer)
        drawer.hide()
        drawer.deleteLater()
        buttons = self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if had_focus and (first := next((button for button in buttons if button.isVisible()), None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rearranged.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self)
        painter.end()
