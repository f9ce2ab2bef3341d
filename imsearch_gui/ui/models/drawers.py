"""What opens below a card when something has to be said before it is done. Nothing here blocks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.model_manager import Uses
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.models import words
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, colour, heading


class Drawer(QWidget):
    """A line of weight, a sentence, and what can be done; Esc puts it back."""

    agreed = Signal()
    closed = Signal()

    def __init__(self, head: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(head)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 2 * SPACE, 0, 0)
        self.body.setSpacing(SPACE)
        title = heading(QLabel(head, self))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        self.body.addWidget(title)
        self.body.addWidget(self.text)
        self.row = QHBoxLayout()
        self.row.setSpacing(SPACE)

    def say(self, sentence: str) -> None:
        self.text.setText(sentence)
        self.setAccessibleDescription(sentence)

    def add_buttons(self, agree: str, close: str) -> tuple[QPushButton, QPushButton]:
        """The row that ends the drawer; returns the button that agrees and the one that closes."""
        self.row.addStretch(1)
        shut = QPushButton(close, self)
        button = QPushButton(agree, self)
        button.setProperty("primary", True)
        for one in (shut, button):
            one.setAutoDefault(False)
            self.row.addWidget(one)
        shut.clicked.connect(self.closed)
        button.clicked.connect(self.agreed)
        self.body.addLayout(self.row)
        return button, shut

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, SPACE // 2, self.width(), 1, colour("line"))
        painter.end()


class TermsDrawer(Drawer):
    """The licence of a model that is not free for every use, before anything is fetched."""

    page_wanted = Signal(str)

    def __init__(self, card: ModelCard, parent: QWidget) -> None:
        super().__init__(tr("Licence: {0}").format(card.licence or tr("not stated")), parent)
        self.say(words.terms_sentence(card))
        self.page = QPushButton(tr("Read the terms…"), self)
        self.page.setAutoDefault(False)
        self.page.setToolTip(tip(card.licence_url))
        self.page.clicked.connect(lambda: self.page_wanted.emit(card.licence_url))
        self.page.setVisible(words.is_page(card.licence_url))
        self.row.addWidget(self.page)
        self.fetch, _ = self.add_buttons(tr("Fetch under these terms"), tr("Cancel"))


class RemovalDrawer(Drawer):
    """Which libraries need the model, before it is gone."""

    def __init__(self, card: ModelCard, parent: QWidget) -> None:
        super().__init__(tr("Remove {0}?").format(card.title), parent)
        self._card = card
        self.remove, self.keep = self.add_buttons(tr("Remove"), tr("Keep it"))
        self.remove.setEnabled(False)
        self.say(tr("Looking which libraries use it…"))

    def show_uses(self, uses: Uses) -> None:
        self.say(words.removal_sentence(self._card, uses))
        self.remove.setEnabled(True)


class RecipeDrawer(Drawer):
    """The command that makes a model which nobody hands out ready-made."""

    def __init__(self, card: ModelCard, command: str, parent: QWidget) -> None:
        super().__init__(tr("It is made on this computer, from published weights"), parent)
        self.say(
            tr(
                "Nobody hands it out in the form that is needed here. Run this in a terminal; the first line is needed once."
            )
        )
        self.command = command
        lines = command.splitlines()
        for line in lines:
            field = QLineEdit(line, self)
            field.setReadOnly(True)
            field.setAccessibleName(tr("Command for the terminal"))
            field.setCursorPosition(0)
            self.body.addWidget(field)
        self.copy = QPushButton(icon("copy"), tr("Copy the commands") if len(lines) > 1 else tr("Copy"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.row.addWidget(self.copy)
        self.done, _ = self.add_buttons(tr("Look again"), tr("Close"))
        self.done.setToolTip(tr("Look whether the model is there now"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command)
