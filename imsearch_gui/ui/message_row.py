"""One message of the quiet bar: its sentence, what can be done about it, and what is behind it for those who ask."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.domain.language import tr
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.sign import Sign
from imsearch_gui.ui.tab_order import has_focus_inside
from imsearch_gui.ui.theme import SPACE, caption_font, quiet, repolish

READING_S = 10.0
"""How long a remark stays unless it says otherwise."""
MOST_LINES = 8
"""Of details, seen at once."""

Action = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class MessageRow(QWidget):
    """Goes by itself after its time, but not while somebody is at it with mouse or keyboard."""

    done = Signal()
    """It has been closed, its action was taken, or its time is over."""
    log_wanted = Signal()

    def __init__(
        self,
        sentence: str,
        parent: QWidget | None = None,
        *,
        problem: bool = False,
        action: Action | None = None,
        seconds: float | None = None,
        reason: str = "",
        topic: str = "",
    ) -> None:
        """`seconds`: how long it stays; None: a problem until it is closed, a remark for as long as it takes to read."""
        super().__init__(parent)
        self.sentence, self.problem, self.topic = sentence, problem, topic
        self.setProperty("problem", problem)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.times = 1
        self._reason = reason
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setAccessibleName(self.tr("Problem") if problem else self.tr("Message"))
        self._text.setProperty("problem", problem)
        repolish(self._text)
        self._count = quiet(QLabel(self))
        self._count.hide()
        self._over = False
        self._action = None if action is None else self._action_button(*action)
        self._details: QWidget | None = None
        self._unfold = self._details_button()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(self._line())
        self._layout = layout
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self._time_is_over)
        stays = seconds if seconds is not None else None if problem else READING_S
        if stays is not None:
            self._time.setInterval(round(stays * 1000))
        self._passes = stays is not None
        self.acts = action is not None
        self._show()

    def begin(self) -> None:
        """It is seen from now on: its time runs."""
        self.show()
        if self._passes and not self._time.isActive():
            self._time.start()

    def repeat(self) -> None:
        """The same was said again."""
        self.times += 1
        if self._time.isActive():
            self._time.start()
        self._show()

    def focus_first(self) -> None:
        """Bring the keyboard to its first button."""
        button = self._action or (self._unfold if self._reason else self._close)
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)

    # -- its parts --------------------------------------------------------------------------------------------------

    def _line(self) -> QHBoxLayout:
        sign = Sign("warning" if self.problem else "info", parent=self)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setToolTip(self.tr("Close this message (Esc)"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(self.done)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(sign)
        line.addWidget(self._text, 1)
        line.addWidget(self._count)
        if self._action is not None:
            line.addWidget(self._action)
        line.addWidget(self._unfold)
        line.addWidget(self._close)
        return line

    def _action_button(self, text: str, work: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        # What it was offered for is done; pressed twice it would be done twice.
        button.clicked.connect(lambda: self._act(work))
        return button

    def _act(self, work: Callable[[], object]) -> None:
        if self._over:
            return
        self._over = True
        self.done.emit()
        work()

    def _details_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("Details"))
        button.setIcon(icon("chevron-right"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(self.tr("Show what is behind this message"))
        button.setAccessibleName(self.tr("Details"))
        button.toggled.connect(self._show_details)
        button.setVisible(bool(self._reason))
        return button

    def _show_details(self, shown: bool) -> None:
        self._unfold.setIcon(icon("chevron-down" if shown else "chevron-right"))
        if self._details is None:
            self._details = self._make_details()
            self._layout.addWidget(self._details)
        self._details.setVisible(shown)

    def _make_details(self) -> QWidget:
        details = QWidget(self)
        text = QPlainTextEdit(self._reason, details)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setProperty("quiet", True)
        text.setAccessibleName(self.tr("What is behind this message"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(caption_font().pointSizeF())
        text.setFont(font)
        lines = min(MOST_LINES, self._reason.count("\n") + 1)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * lines + 2 * SPACE + 2)
        copy = QPushButton(icon("copy"), self.tr("&Copy"), details)
        copy.setAccessibleName(self.tr("Copy the message and its details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{self.sentence}\n\n{self._reason}\n"))
        log = QPushButton(icon("open"), self.tr("Open the &log"), details)
        log.clicked.connect(self.log_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(log)
        buttons.addWidget(copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(details)
        # Level with the sentence, which stands beside its sign.
        layout.setContentsMargins(3 * SPACE + SPACE // 2, 0, 0, SPACE // 2)
        layout.setSpacing(SPACE)
        layout.addWidget(text)
        layout.addLayout(buttons)
        return details

    def _show(self) -> None:
        self._text.setText(self.sentence)
        self._count.setText(f"× {self.times}")
        self._count.setToolTip(tr("This has been said %Ln time(s)", "", self.times))
        self._count.setAccessibleName(self.tr("Times"))
        self._count.setVisible(self.times > 1)

    def _time_is_over(self) -> None:
        if self.underMouse() or has_focus_inside(self):
            self._time.start()
        else:
            self.done.emit()
