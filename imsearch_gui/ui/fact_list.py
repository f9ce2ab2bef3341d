"""Facts with their names, one below the other; what is not known takes no room, and every value can be copied."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.plain import tip
from imsearch_gui.ui.theme import SPACE, caption_font, quiet

SIGN = 2 * SPACE
AROUND = (0, 1, 0, 2)
"""Left, top, right, bottom of a text: with these a line of it is as high as the button beside one, so that all rows are alike."""
INVISIBLE = "\u200b"


class FactList(QWidget):
    """Shows the facts that it was made for, in that order."""

    def __init__(self, names: Mapping[str, str], copied: Mapping[str, str], parent: QWidget | None = None) -> None:
        """`names`: a key and its name for each fact; `copied`: those with a button that copies them, and what it says."""
        super().__init__(parent)
        self._values: dict[str, QLabel] = {}
        self._rows: dict[str, QWidget] = {}
        self._whole: dict[str, str] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(2 * SPACE)
        self._form.setVerticalSpacing(1)
        for key, name in names.items():
            self._add(key, name, copied.get(key, ""))

    def _add(self, key: str, name: str, copies: str) -> None:
        value = _Value(self)
        value.setAccessibleName(name)
        row: QWidget = value
        if copies:
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(SPACE // 2)
            line.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
            line.addWidget(self._copy_button(key, copies), 0, Qt.AlignmentFlag.AlignTop)
        self._values[key], self._rows[key] = value, row
        label = quiet(QLabel(name, self))
        # Level with the first line of a value that wraps.
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(*AROUND)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._form.addRow(label, row)
        self._form.setRowVisible(row, False)

    def _copy_button(self, key: str, says: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("copy"))
        button.setIconSize(QSize(SIGN - 4, SIGN - 4))
        button.setFixedSize(SIGN, SIGN)
        button.setStyleSheet("QToolButton { padding: 0; }")
        button.setToolTip(tip(says))
        button.setAccessibleName(says)
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._whole[key]))
        return button

    def show_fact(self, key: str, text: str, *, copied: str | None = None) -> None:
        """A value, or "" for none; `copied` is what its button copies where that is not what is shown."""
        self._whole[key] = text if copied is None else copied
        value = self._values[key]
        if value.text() != text:
            value.setText(text)
        self._form.setRowVisible(self._rows[key], bool(text))

    def text(self, key: str) -> str:
        """What is shown of a fact; empty where it is not known."""
        return self._values[key].text().replace(INVISIBLE, "")


class _Value(QLabel):
    """Can be selected by mouse and keyboard; what is copied has no break marks in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(caption_font())
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setContentsMargins(*AROUND)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The panel sets the width; a long name wraps.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelection(0, len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.setSelection(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Qt's own menu would copy the marks, too.
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("copy"), self.tr("Copy"), self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        """What is selected, or else all of it."""
        chosen = self.selectedText() or self.text()
        QGuiApplication.clipboard().setText(chosen.replace(INVISIBLE, ""))


def breakable(text: str) -> str:
    """Let a long name break after separators: a zero-width space shows nothing."""
    for sign in "/\\_-.":
        text = text.replace(sign, f"{sign}{INVISIBLE}")
    return text
