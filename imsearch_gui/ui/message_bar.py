"""One quiet sentence under the top bar: a problem until it is closed or mended, a remark for as long as it takes to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.theme import SPACE, repolish

READING_MS = 10_000


class MessageBar(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(parent=self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setAccessibleName(self.tr("Message"))
        self._work: Callable[[], object] | None = None
        self._action = QPushButton(self)
        self._action.setAccessibleName(self.tr("Undo"))
        self._action.hide()
        self._action.clicked.connect(self._act)
        close = QToolButton(self)
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(close)
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.setInterval(READING_MS)
        self._read.timeout.connect(self.hide)
        self._problem = False
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(
        self,
        sentence: str,
        *,
        problem: bool = False,
        action: tuple[str, Callable[[], object]] | None = None,
        seconds: float | None = None,
    ) -> None:
        """Show a sentence; a problem in its own colour, and with a sign for those who do not see it.

        `action` is what a button beside it says and does. `seconds` is how long a remark stays.
        """
        self._work = None if action is None else action[1]
        self._action.setVisible(action is not None)
        if action is not None:
            self._action.setText(action[0])
            self._action.setAccessibleName(action[0])
        self._read.setInterval(READING_MS if seconds is None else round(seconds * 1000))
        self._sign.show_icon("warning" if problem else "info")
        self._text.setText(sentence)
        self._text.setProperty("problem", problem)
        repolish(self._text)
        self._problem = problem
        if problem:
            self._read.stop()
        else:
            self._read.start()
        self.show()

    def mended(self) -> None:
        """What was asked since has worked, so a problem from before is none any more."""
        if self._problem:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._work is not None:
            self._work()
