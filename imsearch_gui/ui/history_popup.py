"""What opens at the panel's heading: the saved searches and the history, and the line that names a search."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.kept_list import KeptList
from imsearch_gui.ui.kept_words import title_of
from imsearch_gui.ui.text_line import TextLine
from imsearch_gui.ui.theme import CONTROL, SPACE, heading, quiet

WIDTH = 42 * SPACE
HIGHEST = 56 * SPACE
LOWEST = 10 * SPACE


class Popup(QFrame):
    """Opens below a widget, inside the screen; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)

    def open_below(self, widget: QWidget) -> None:
        place = widget.mapToGlobal(QPoint(0, widget.height() + SPACE // 2))
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.adjustSize()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()


class HistoryPopup(Popup):
    """Reports what is wanted of the queries that are kept."""

    asked = Signal(object)
    removed = Signal(object)
    renamed = Signal(str, str)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Saved searches and history"))
        self.list = KeptList(self)
        self.list.asked.connect(self._ask)
        self.list.removed.connect(self.removed)
        self.list.renamed.connect(self.renamed)
        self.list.current_changed.connect(self._current_changed)
        self._nothing = quiet(QLabel(self.tr("What you search for is listed here."), self))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMinimumHeight(LOWEST)
        self._undo: Callable[[], None] | None = None
        self._said = quiet(QLabel(self))
        self._bring_back = QToolButton(self)
        self._bring_back.setText(self.tr("Undo"))
        self._bring_back.setAccessibleName(self.tr("Bring back what was deleted"))
        self._bring_back.clicked.connect(self._undone)
        self.clear = QToolButton(self)
        self.clear.setText(self.tr("Clear history"))
        self.clear.clicked.connect(self.clear_wanted)
        self.rename = self._tool("edit", self.tr("Rename (F2)"), lambda: self.list.edit(self.list.currentIndex()))
        self.remove = self._tool("clear", self.tr("Delete (Del)"), self._remove_current)
        said = QHBoxLayout()
        said.addWidget(self._said, 1)
        said.addWidget(self._bring_back)
        tools = QHBoxLayout()
        tools.addWidget(self.clear)
        tools.addStretch(1)
        tools.addWidget(self.rename)
        tools.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)
        layout.addLayout(said)
        layout.addLayout(tools)
        self.offer_undo("", None)
        self.show_lists((), ())

    def _tool(self, sign: str, name: str, work: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(sign))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(work)
        return button

    def show_lists(self, saved: Sequence[KeptQuery], history: Sequence[KeptQuery]) -> None:
        """List these."""
        self.list.show_lists(saved, history)
        anything = bool(saved or history)
        self.list.setVisible(anything)
        self._nothing.setVisible(not anything)
        self.clear.setEnabled(bool(history))
        self.list.setFixedHeight(max(LOWEST, min(HIGHEST, self.list.height_of_rows() + SPACE // 2)))
        if self.isVisible():
            self.adjustSize()

    def open_below(self, widget: QWidget) -> None:
        self.offer_undo("", None)
        super().open_below(widget)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer_undo(self, sentence: str, undo: Callable[[], None] | None) -> None:
        """Say what was deleted, and offer to bring it back."""
        self._undo = undo
        self._said.setText(
            self._said.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, WIDTH - 12 * SPACE)
        )
        self._said.setVisible(undo is not None)
        self._bring_back.setVisible(undo is not None)
        if self.isVisible():
            self.adjustSize()

    def say_removed(self, kept: KeptQuery, undo: Callable[[], None]) -> None:
        self.offer_undo(self.tr("“{0}” was deleted.").format(kept.name or title_of(kept.query)), undo)

    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self.offer_undo("", None)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if undo is not None:
            undo()

    def _ask(self, kept: KeptQuery) -> None:
        self.hide()
        self.asked.emit(kept)

    def _remove_current(self) -> None:
        if (kept := self.list.current()) is not None:
            self.removed.emit(kept)

    def _current_changed(self, kept: KeptQuery | None) -> None:
        self.rename.setEnabled(kept is not None and bool(kept.name))
        self.remove.setEnabled(kept is not None)


class SavePopup(Popup):
    """Asks for the name of a search."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(34 * SPACE)
        self.line = TextLine(self)
        self.line.setFixedHeight(CONTROL)
        self.line.setAccessibleName(self.tr("Name of the search"))
        self.line.setPlaceholderText(self.tr("Name of the search"))
        self.line.returnPressed.connect(self._agree)
        self._button = QPushButton(self.tr("Save"), self)
        self._button.setProperty("primary", True)
        self._button.clicked.connect(self._agree)
        self.line.textChanged.connect(lambda text: self._button.setEnabled(bool(text.strip())))
        about = quiet(QLabel(self.tr("Examples, regions and filters are kept with the library."), self))
        about.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(heading(QLabel(self.tr("Save this search"), self)))
        layout.addWidget(self.line)
        layout.addWidget(about)
        layout.addLayout(row)

    def ask(self, suggestion: str, widget: QWidget) -> None:
        """Open below a widget, with a name to begin with."""
        self.line.setText(suggestion)
        self.line.selectAll()
        self.open_below(widget)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _agree(self) -> None:
        name = self.line.text().strip()
        if name:
            self.hide()
            self.named.emit(name)
