"""The bar at the top: which library, what to look for, everything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from imsearch_gui.domain.records import LibraryState, ModelRecord, Query, TextExample
from imsearch_gui.domain.wording import picture_count
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.text_line import TextLine
from imsearch_gui.ui.theme import BAR, BESIDE, ICON, SPACE

ARROW = 12


class _ArrowButton(QToolButton):
    """Opens something of its own; looks as those that open a menu."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(self.width() - ARROW - SPACE, (self.height() - ARROW) // 2, ARROW, ARROW)
        icon("chevron-down").paint(painter, place)
        painter.end()


class TopBar(QWidget):
    """Reports what was chosen; the actions of its menus come from the window."""

    text_entered = Signal(str)
    libraries_wanted = Signal()
    model_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = _ArrowButton(self)
        self.library.setIcon(icon("library"))
        self.library.setIconSize(QSize(ICON + BESIDE, ICON))
        self.library.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.library.setAccessibleName(self.tr("Library"))
        self.library.setProperty("arrow", True)
        self.library.clicked.connect(self.libraries_wanted)
        self.field = TextLine(self)
        self.field.setFixedHeight(BAR)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(self.tr("Search for a picture or for words"))
        self.field.returnPressed.connect(self._enter)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.model = QToolButton(self)
        self.model.setIcon(icon("model"))
        self.model.setIconSize(QSize(ICON + BESIDE, ICON))
        self.model.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.model.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setToolTip(self.tr("The model that is searched with"))
        self.model.setProperty("arrow", True)
        self.model.setMenu(QMenu(self.model))
        self.model.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.library)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.model)
        self._layout = layout
        self._models: tuple[object, ...] = ()
        self._entered = ""
        self.show_library(None)

    def add_search_menu(self, menu: QMenu) -> None:
        """The search button; its arrow opens `menu`."""
        button = QToolButton(self)
        button.setIcon(icon("search"))
        button.setIconSize(QSize(16 + BESIDE, 16))
        button.setFixedHeight(BAR)
        button.setText(self.tr("Search"))
        button.setToolTip(self.tr("Search for what the field names, or choose a picture (Enter)"))
        button.setAccessibleName(self.tr("Search"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("filled", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(menu)
        button.clicked.connect(self._enter)
        self._layout.addWidget(button)

    def add_button(self, action: QAction) -> None:
        """A button for an action, at the right end of the bar."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        # A menu leaves out what cannot be seen; a button would only turn grey.
        action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
        button.setIconSize(QSize(ICON, ICON))
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        self._layout.addWidget(button)

    def add_menu(self, menu: QMenu, sign: str, name: str) -> None:
        """A button that opens a menu, at the right end."""
        button = QToolButton(self)
        button.setIcon(icon(sign))
        button.setIconSize(QSize(ICON, ICON))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self._layout.addWidget(button)

    def _enter(self) -> None:
        self._entered = self.field.text()
        self.text_entered.emit(self.field.text())

    def show_query(self, query: Query | None) -> None:
        """The words of a query stand in the field, and nothing where there are none; what is being typed stays."""
        if self.field.isModified() and self.field.text() != self._entered:
            return
        words = [example.text for example in query.like if isinstance(example, TextExample)] if query else []
        self.field.setText(words[0] if len(words) == 1 else "")

    def show_library(self, state: LibraryState | None) -> None:
        takes_words = state is not None and bool(state.word_models)
        self.field.setPlaceholderText(
            self.tr("Drop, paste or open a picture, or type what you look for")
            if takes_words
            else self.tr("Drop, paste or open a picture, or enter its path or web address")
        )
        if state is None:
            self.library.setText(self.tr("No library"))
            self.library.setToolTip(self.tr("Open or make a library (Ctrl+L)"))
            return
        self.library.setText(self.fontMetrics().elidedText(state.name, Qt.TextElideMode.ElideMiddle, 220))
        pictures = picture_count(state.images)
        self.library.setToolTip(self.tr("{0}\n{1}; all libraries: Ctrl+L").format(state.folder, pictures))

    def show_models(self, models: Sequence[ModelRecord], current: str) -> None:
        """The models that the library can be searched with; the choice is there only where there is one."""
        usable = [model for model in models if model.vectors]
        shown = (tuple((model.id, model.title) for model in usable), current)
        # Told anew at every step of a running job: a menu that is open, and has not changed, stays as it is.
        if shown == self._models:
            return
        self._models = shown
        menu = self.model.menu()
        menu.clear()
        for model in usable:
            entry = menu.addAction(model.title.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(model.id == current)
            entry.triggered.connect(lambda _=False, identity=model.id: self.model_chosen.emit(identity))
        title = next((model.title for model in usable if model.id == current), "")
        self.model.setText(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 160))
        self.model.setVisible(len(usable) > 1)
