"""What scenarios have in common: somebody who knows the window, and how to get to an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QScrollArea,
)

if TYPE_CHECKING:
    from driver import Driver


class Person:
    """Knows the window, and how to get to an answer."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.window = driver.widget("MainWindow")
        driver.until("the library is open", lambda: self.window.program.libraries.current is not None)
        driver.until("the window has the keyboard", lambda: self.window.isActiveWindow())
        self.pictures: Path = driver.folder / "pictures"

    @property
    def grid(self) -> Any:
        return self.window.results

    def names(self) -> list[str]:
        model = self.grid.results
        return [model.match_at(row).image.path.name for row in range(model.rowCount())]

    def asks(self, file: Path) -> None:
        """By the field for the question."""
        self.driver.key("ctrl+f")
        self.driver.type(str(file))
        self.driver.key("Return")
        self.sees(f"{file.name} is answered", lambda: self.names()[:1] == [file.name])

    def sees(self, what: str, look: Callable[[], Any]) -> Any:
        return self.driver.until(what, look)

    def cell(self, row: int) -> QRect:
        return self.driver.see(lambda: self.grid.visualRect(self.grid.results.index(row)))

    def clicks_match(self, row: int, *, button: int = 1) -> None:
        self.driver.click(self.grid.viewport(), self.cell(row), button=button)

    def presses(self, kind: Any, text: str, *, inside: Any = None) -> None:
        self.driver.click(self.driver.widget(kind, text, inside=inside))

    def row(self) -> int:
        return int(self.grid.currentIndex().row())

    def menu_item(self, menu: QMenu, text: str) -> None:
        """Click an item of an open menu."""

        def place() -> QRect:
            action = next(action for action in menu.actions() if text in action.text().replace("&", ""))
            return menu.actionGeometry(action)

        self.driver.click(menu, self.driver.see(place))

    def says(self, words: str) -> Any:
        """The message that says so."""

        def look() -> Any:
            return next((row for row in self.window.messages.rows if words in row._text.text()), None)

        return self.sees(f"the window says {words!r}", look)


def scroll_to(widget: Any) -> None:

    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def chooses_folder(who: Person, folder: Path) -> None:
    """In Qt's own dialog: its line has the keyboard."""
    driver = who.driver
    dialog = driver.widget("QFileDialog")
    driver.until("the dialog has the keyboard", lambda: dialog.isActiveWindow())
    driver.key("ctrl+a")
    driver.type(str(folder))
    driver.key("Return")


def other_menu(driver: Driver, menu: QMenu) -> QMenu | None:

    return next(
        (one for one in QApplication.allWidgets() if isinstance(one, QMenu) and one.isVisible() and one is not menu),
        None,
    )
