"""Every setting of the table, a page for each of its groups. What is chosen holds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.settings import PAGES, SETTINGS, Setting, Value
from imsearch_gui.ui.message_bar import MessageBar
from imsearch_gui.ui.models.scroll import RIGHT, Scroll
from imsearch_gui.ui.one_dialog import show_one
from imsearch_gui.ui.settings.setting_row import SettingRow
from imsearch_gui.ui.tab_order import OrderedDialog
from imsearch_gui.ui.theme import SPACE, quiet, title

SIZE = QSize(720, 520)
PAGES_WIDTH = 144
UNDO_S = 30.0


class _Page(QWidget):
    """The rows of one group."""

    def __init__(self, name: str, rows: Sequence[Setting], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.rows = [SettingRow(setting, self) for setting in rows]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * SPACE)
        layout.setSpacing(0)
        layout.addWidget(title(QLabel(tr(name), self), 1.25))
        layout.addSpacing(SPACE)
        for row in self.rows:
            layout.addWidget(row)

    def filter(self, words: str) -> bool:
        """Show the rows that fit; False where none does."""
        for row in self.rows:
            row.setVisible(row.fits(words))
        return any(not row.isHidden() for row in self.rows)


class SettingsDialog(OrderedDialog):
    """Made from a table of settings; what another part of the program changes is shown at once, too."""

    def __init__(
        self, settings: SettingsStore, parent: QWidget | None = None, *, table: Sequence[Setting] = SETTINGS
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.messages = MessageBar(self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.search.setToolTip(self.tr("Find a setting ({0})").format(_native(QKeySequence.StandardKey.Find)))
        self.search.setClearButtonEnabled(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setFixedWidth(PAGES_WIDTH)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setProperty("pages", True)
        self._nothing = quiet(QLabel(self.tr("No setting fits these words."), self))
        self._restore = QPushButton(self.tr("Restore &defaults"), self)
        self._restore.setToolTip(self.tr("Give every setting of this page its default again"))
        self._close = QPushButton(self.tr("&Close"), self)
        shown = [setting for setting in table if setting.shown]
        names = dict.fromkeys([*PAGES.values(), *(setting.page_name for setting in shown)])
        groups = {name: [setting for setting in shown if setting.page_name == name] for name in names}
        self.pages = [_Page(name, rows, self) for name, rows in groups.items() if rows]
        self._list.addItems([tr(page.name) for page in self.pages])
        self._build()
        self._connect()
        self._list.setCurrentRow(0)
        self.resize(SIZE)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[SettingRow]:
        """All of them, shown or not."""
        return [row for page in self.pages for row in page.rows]

    def restore_defaults(self) -> None:
        """Of the page that is shown; a message offers to take it back."""
        page = self.pages[max(0, self._list.currentRow())]
        before = {row.setting: self._settings.get(row.setting) for row in page.rows}
        if all(value == setting.default for setting, value in before.items()):
            self.messages.say(self.tr("Every setting of the page “{0}” has its default already.").format(tr(page.name)))
            return
        for setting in before:
            self._settings.set(setting, setting.default)
        self.messages.say(
            self.tr("The settings of the page “{0}” have their defaults again.").format(tr(page.name)),
            action=(self.tr("&Undo"), lambda: self._put_back(before)),
            seconds=UNDO_S,
        )

    def _put_back(self, before: dict[Setting, Value]) -> None:
        for setting, value in before.items():
            self._settings.set(setting, value)

    # -- putting together -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setSpacing(0)
        for page in self.pages:
            column.addWidget(page)
        column.addWidget(self._nothing)
        column.addStretch(1)
        scroll = Scroll(self)
        scroll.setWidget(inner)
        self._scroll = scroll
        middle = QHBoxLayout()
        middle.setSpacing(3 * SPACE)
        middle.addWidget(self._list)
        middle.addWidget(scroll, 1)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, RIGHT, 0)
        head.addWidget(self.search)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, RIGHT, 0)
        buttons.addWidget(self._restore)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        body = QVBoxLayout()
        # The bar stands in the margin, and the controls end at the line of what is above and below.
        body.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE - RIGHT, 2 * SPACE)
        body.setSpacing(2 * SPACE)
        body.addLayout(head)
        body.addLayout(middle, 1)
        body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_page)
        self.search.textChanged.connect(self._filter)
        self._restore.clicked.connect(self.restore_defaults)
        self._close.clicked.connect(self.close)
        for button in (self._restore, self._close):
            button.setAutoDefault(False)  # Enter in a field ends the entry, not the window
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        for row in self.rows():
            row.control.show_value(self._settings.get(row.setting))
            row.control.wanted.connect(lambda value, setting=row.setting: self._settings.set(setting, value))
        self._settings.changed.connect(self._show_changed)

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show_page(self, number: int) -> None:
        self.search.clear()
        self._show(number)

    def _show(self, number: int) -> None:
        for place, page in enumerate(self.pages):
            page.filter("")
            page.setVisible(place == number)
        self._nothing.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def _filter(self, words: str) -> None:
        """Rows of all pages that fit; without words, the page that is chosen."""
        searching = bool(words.strip())
        self._restore.setEnabled(not searching)
        if not searching:
            self._show(self._list.currentRow())
            return
        found = [page.filter(words) for page in self.pages]
        for page, some in zip(self.pages, found, strict=True):
            page.setVisible(some)
        self._nothing.setVisible(not any(found))

    def _show_changed(self, key: str) -> None:
        for row in self.rows():
            if row.setting.key == key:
                row.control.show_value(self._settings.get(row.setting))

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _native(key: QKeySequence.StandardKey) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def show_settings(settings: SettingsStore, window: QWidget, *, without: Sequence[Setting] = ()) -> SettingsDialog:
    """The settings of a window, but for some: the dialog that is open already, or a new one that is gone when it is closed."""
    table = [setting for setting in SETTINGS if setting not in without]
    return show_one(window, SettingsDialog, lambda: SettingsDialog(settings, window, table=table))
