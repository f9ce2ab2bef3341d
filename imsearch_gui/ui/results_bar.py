"""The controls beside the status line: order, grid or list, size of thumbnails."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QToolButton, QWidget

from imsearch_gui.domain.arrangement import BEST_FIRST, Arrangement, Column
from imsearch_gui.domain.settings import THUMBNAIL_SIZE
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.theme import SPACE

STEP = 16
SLIDER = 12 * SPACE


class ResultsBar(QWidget):
    """Reports what is wanted; shows what is."""

    arrangement_wanted = Signal(object)
    """Arrangement"""
    list_wanted = Signal(bool)
    """The list (True) or the grid."""
    side_wanted = Signal(int)
    """Longest side of the grid's thumbnails, in pixels of the window."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = QToolButton(self)
        self.order.setIcon(icon("sort"))
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setAccessibleName(self.tr("Order of the matches"))
        self._orders = self._order_menu()
        self.grid = self._choice("grid", self.tr("Grid"), "Ctrl+1", False)
        self.list = self._choice("list", self.tr("List"), "Ctrl+2", True)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Size of thumbnails"))
        self.slider.setToolTip(self.tr("Size of thumbnails (Ctrl++, Ctrl+−, Ctrl with the wheel)"))
        self.slider.setRange(THUMBNAIL_SIZE.minimum or 80, THUMBNAIL_SIZE.maximum or 384)
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(4 * STEP)
        self.slider.setFixedWidth(SLIDER)
        self.slider.setValue(side)
        self.slider.valueChanged.connect(self.side_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE // 2)
        for widget in (self.order, self.grid, self.list, self.slider):
            line.addWidget(widget)
        self.show_arrangement(BEST_FIRST)
        self.show_list(False)

    def actions_for(self, window: QWidget) -> list[QAction]:
        """Grid, list, larger and smaller, with their keys, for as long as `window` is there."""
        made = [
            (self.tr("Grid"), ["Ctrl+1"], lambda: self.list_wanted.emit(False)),
            (self.tr("List"), ["Ctrl+2"], lambda: self.list_wanted.emit(True)),
            (self.tr("Larger thumbnails"), ["Ctrl++", "Ctrl+="], lambda: self.step(1)),
            (self.tr("Smaller thumbnails"), ["Ctrl+-"], lambda: self.step(-1)),
        ]
        actions = []
        for text, keys, work in made:
            action = QAction(text, window)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(work)
            window.addAction(action)
            actions.append(action)
        return actions

    def step(self, steps: int) -> None:
        """Thumbnails larger or smaller by so many steps."""
        if self.slider.isEnabled():
            self.slider.setValue(self.slider.value() + steps * STEP)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Which order is in use; one that only a header of the list gives is none of the menu's."""
        name = ""
        for action, meant in self._orders:
            action.setChecked(meant == arrangement)
            name = action.text() if meant == arrangement else name
        self.order.setProperty("chosen", arrangement != BEST_FIRST)
        self.order.setToolTip(self.tr("Order: {0}").format(name) if name else self.tr("Order of the matches"))
        self.order.setDown(False)

    def show_list(self, listed: bool) -> None:
        """Which view is shown; the list has one size only."""
        with QSignalBlocker(self.grid), QSignalBlocker(self.list):
            self.grid.setChecked(not listed)
            self.list.setChecked(listed)
        self.slider.setEnabled(not listed)

    def show_side(self, side: int) -> None:
        """The size as it is."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(side)

    def set_narrow(self, narrow: bool) -> None:
        """Without the slider where there is no room for it; the keys work all the same."""
        self.slider.setVisible(not narrow)

    def _choice(self, sign: str, text: str, keys: str, listed: bool) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(sign))
        button.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        button.setCheckable(True)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
        button.clicked.connect(lambda: self.list_wanted.emit(listed))
        return button

    def _order_menu(self) -> list[tuple[QAction, Arrangement]]:
        menu = QMenu(self.order)
        group = QActionGroup(menu)
        orders = []
        for text, arrangement in (
            (self.tr("Best first"), BEST_FIRST),
            (self.tr("Newest first"), Arrangement(Column.TAKEN, descending=True)),
            (self.tr("Oldest first"), Arrangement(Column.TAKEN)),
            (self.tr("By name"), Arrangement(Column.NAME)),
            (self.tr("By folder"), Arrangement(Column.FOLDER)),
            (self.tr("Largest first"), Arrangement(Column.PIXELS, descending=True)),
            (self.tr("Best rated first"), Arrangement(Column.RATING, descending=True)),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, meant=arrangement: self.arrangement_wanted.emit(meant))
            group.addAction(action)
            orders.append((action, arrangement))
        self.order.setMenu(menu)
        self.order.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        return orders
