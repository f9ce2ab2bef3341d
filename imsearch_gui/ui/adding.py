"""The two buttons that add to a query, and the line for words that they bring up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.bridge.search_session import Way
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.text_line import TextLine
from imsearch_gui.ui.theme import CONTROL, SPACE, caption_font


class WordsLine(TextLine):
    """Enter adds the words; Esc puts the line away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.hide()
            return
        super().keyPressEvent(event)


class Adding(QWidget):
    """Reports what should join the query, and on which side."""

    picture_wanted = Signal(object)
    """Way"""
    paste_wanted = Signal(object)
    """Way"""
    words_entered = Signal(str, object)
    """Words and Way"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way = Way.LIKE
        self._line = WordsLine(self)
        self._line.setFixedHeight(CONTROL)
        self._line.setAccessibleName(self.tr("Words to add"))
        self._line.returnPressed.connect(self._enter)
        self._line.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        row.addWidget(self._button(self.tr("+ More like…"), Way.LIKE))
        row.addWidget(self._button(self.tr("− Less like…"), Way.UNLIKE))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(row)
        layout.addWidget(self._line)

    def _button(self, text: str, way: Way) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setFont(caption_font())
        button.setProperty("flush", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(icon("open"), self.tr("A picture…")).triggered.connect(lambda: self.picture_wanted.emit(way))
        menu.addAction(icon("copy"), self.tr("The copied picture")).triggered.connect(
            lambda: self.paste_wanted.emit(way)
        )
        menu.addAction(icon("words"), self.tr("Words…")).triggered.connect(lambda: self._ask_words(way))
        button.setMenu(menu)
        return button

    def _ask_words(self, way: Way) -> None:
        self._way = way
        self._line.setPlaceholderText(
            self.tr("Words to look for, too") if way is Way.LIKE else self.tr("Words for what to avoid")
        )
        self._line.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        words = self._line.text().strip()
        self._line.clear()
        self._line.hide()
        if words:
            self.words_entered.emit(words, self._way)
