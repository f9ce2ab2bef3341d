"""What the library button opens: the libraries to change to, found by typing, and what else can be done with libraries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import LibraryEntry
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.libraries import words
from imsearch_gui.ui.libraries.entry_list import EntryList
from imsearch_gui.ui.theme import BESIDE, SPACE, colour, quiet

WIDTH = 400


class Switcher(QFrame):
    """A popup; Enter opens what the keyboard is on, Esc closes it."""

    chosen = Signal(object)
    """Path"""
    renamed = Signal(object, str)
    """Path and the new name."""
    forgotten = Signal(object)
    """Path"""
    deletion_wanted = Signal(object)
    """Path"""
    reveal_wanted = Signal(object)
    """Path"""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        """`actions` stand below the list."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("switcher")
        self._entries: tuple[LibraryEntry, ...] = ()
        self._current: Path | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Find a library"))
        self.line.setAccessibleName(tr("Find a library"))
        self.line.setClearButtonEnabled(True)
        self.line.setAcceptDrops(False)
        self.list = EntryList(self)
        self._nothing = quiet(QLabel(self))
        self._nothing.setWordWrap(True)
        self.forget = QPushButton(tr("Take it off the list"), self)
        self.forget.setAutoDefault(False)
        self._gone = QWidget(self)
        self._sentence = quiet(QLabel(self._gone))
        self._sentence.setWordWrap(True)
        self._build(actions)
        self._connect()
        self.setFixedWidth(WIDTH)

    def _build(self, actions: Sequence[QAction]) -> None:
        gone = QHBoxLayout(self._gone)
        gone.setContentsMargins(SPACE, SPACE, SPACE, 0)
        gone.setSpacing(SPACE)
        gone.addWidget(self._sentence, 1)
        gone.addWidget(self.forget)
        self._gone.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, SPACE, 1, SPACE)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, 0, SPACE, SPACE)
        head.addWidget(self.line)
        layout.addLayout(head)
        self._nothing.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        for widget in (self.list, self._nothing, self._gone):
            layout.addWidget(widget)
        layout.addWidget(_Line(self))
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(20 + BESIDE, 20))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            action.triggered.connect(self.hide)
            layout.addWidget(button)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.chosen.connect(self._choose)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.named.connect(lambda entry, name: self.renamed.emit(entry.folder, name))
        self.list.currentRowChanged.connect(lambda _: self._gone.hide())
        self.forget.clicked.connect(self._forget_current)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_entries(self, entries: Sequence[LibraryEntry], current: Path | None) -> None:
        """The libraries that are remembered, the one used last first."""
        self._entries, self._current = tuple(entries), current
        self._filter()

    def open_below(self, button: QWidget) -> None:
        """Show it at the button, with the keyboard in the line."""
        self.line.clear()
        self._gone.hide()
        self._filter()
        # The one that was used before is what one most often changes to.
        self.list.setCurrentRow(1 if self.list.count() > 1 and self._is_current(0) else 0)
        self.move(button.mapToGlobal(QPoint(0, button.height() + SPACE // 2)))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _is_current(self, row: int) -> bool:
        shown = self._shown()
        return row < len(shown) and shown[row].folder == self._current

    def _shown(self) -> list[LibraryEntry]:
        text = self.line.text().strip().casefold()
        return [
            entry for entry in self._entries if text in entry.name.casefold() or text in str(entry.folder).casefold()
        ]

    def _filter(self) -> None:
        shown = self._shown()
        self._gone.hide()
        self.list.show_entries(shown, self._current)
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._nothing.setText(
            tr("No library is called like this.") if self._entries else tr("There is no library yet.")
        )
        self.adjustSize()

    # -- what is done -----------------------------------------------------------------------------------------------

    def _choose(self, entry: LibraryEntry | None) -> None:
        if entry is None:
            return
        if entry.there:
            self.hide()
            self.chosen.emit(entry.folder)
            return
        self._sentence.setText(words.gone_sentence(entry))
        self._gone.show()
        self.adjustSize()
        self.forget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_current(self) -> None:
        entry = self.list.entry
        if entry is not None:
            self._gone.hide()
            self.forgotten.emit(entry.folder)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_of(self, entry: LibraryEntry) -> QMenu:
        """What can be done with a library of the list."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(tr("&Rename"), lambda: self.list.rename(entry.folder))
        rename.setShortcut("F2")
        reveal = menu.addAction(
            icon("reveal"), tr("&Show its folder"), lambda: self._leave(self.reveal_wanted.emit, entry)
        )
        menu.addSeparator()
        forget = menu.addAction(tr("&Take it off the list"), lambda: self.forgotten.emit(entry.folder))
        forget.setShortcut("Del")
        delete = menu.addAction(tr("&Delete the library…"), lambda: self._leave(self.deletion_wanted.emit, entry))
        for action in (rename, reveal, delete):
            action.setEnabled(entry.there)
        return menu

    def _leave(self, tell: Callable[[Path], object], entry: LibraryEntry) -> None:
        self.hide()
        tell(entry.folder)

    def _open_menu(self, entry: LibraryEntry, point: QPoint) -> None:
        self.menu_of(entry).popup(point)

    # -- events -----------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._take_key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key, in_line = event.key(), watched is self.line
        if self.list.editing:
            # What the line of the name leaves over comes on to the list: Enter, with which the name is done.
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.entry)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and in_line and self.list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif key == Qt.Key.Key_F2 and (entry := self.list.entry) is not None and entry.there:
            self.list.rename(entry.folder)
        elif key == Qt.Key.Key_Menu and self.list.entry is not None:
            self.list.open_menu()
        elif key == Qt.Key.Key_Delete and not (in_line and self.line.text()):
            self._forget_current()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("base"))
        painter.setPen(colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Line(QWidget):
    """Between the libraries and what else can be done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(2 * SPACE + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, SPACE, self.width(), 1, colour("line"))
        painter.end()
