"""Watching, offline folders, the list of libraries, settings, shortcuts, what a second start hands over.

By mouse and by keyboard; played by driver.py on a library that is indexed already.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from others import second_start
from person import Person
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
)

if TYPE_CHECKING:
    from driver import Driver


def libraries(driver: Driver) -> None:
    """Watching, offline folders, the list of libraries, settings, shortcuts, what a second start hands over."""
    who = Person(driver)
    _watches(who)
    _offline(who)
    _switches(who)
    _manners(who)


def _images(who: Person) -> int:
    state = who.window.program.libraries.current
    return -1 if state is None else int(state.images)


def _watches(who: Person) -> None:
    before = who.driver.see(lambda: _images(who))
    who.says("made elsewhere")
    who.presses("QPushButton", "Watch them")
    shutil.copy(who.driver.folder / "spare" / "new.jpg", who.pictures / "square" / "new.jpg")
    who.sees("a new file is noticed", lambda: _images(who) == before + 1)
    (who.pictures / "square" / "new.jpg").unlink()
    who.sees("so is one that is gone", lambda: _images(who) == before)


def _offline(who: Person) -> None:
    driver = who.driver
    away = who.pictures.with_name("unplugged")
    images = driver.see(lambda: _images(who))
    who.pictures.rename(away)
    driver.key("ctrl+shift+l")
    page = driver.widget("LibraryPage")
    who.sees("the folder is said to be offline", lambda: driver.find("QLabel", "Offline", inside=page))
    assert driver.see(lambda: _images(who)) == images
    away.rename(who.pictures)
    who.sees("it is back", lambda: driver.find("QLabel", "Offline", inside=page) is None)
    driver.key("Escape")
    driver.until("the page is closed", lambda: driver.find("LibraryPage") is None)


def _switches(who: Person) -> None:
    driver, window = who.driver, who.window
    driver.key("ctrl+l")
    switcher = window.libraries.switcher
    who.sees("the list is shown", lambda: switcher.isVisible() and switcher.list.count() > 1)
    driver.type("second")
    driver.key("Return")
    who.sees("the other library is open", lambda: window.program.libraries.current.name == "second")
    driver.click(window.top_bar.library)
    who.sees("the mouse opens it, too", lambda: switcher.isVisible())
    first = driver.see(lambda: switcher.list.visualItemRect(switcher.list.item(1)))
    driver.click(switcher.list.viewport(), first)
    who.sees("and chooses", lambda: window.program.libraries.current.name == "first")


def _manners(who: Person) -> None:
    driver = who.driver
    driver.key("F1")
    sheet = driver.widget("ShortcutSheet")
    driver.until("it has the keyboard", lambda: sheet.isActiveWindow())
    driver.type("trash")
    who.sees("keys are found by what they do", lambda: sheet.shown == ["Move to the trash"])
    driver.key("Escape", "Escape")
    driver.until("the sheet is closed", lambda: driver.find("ShortcutSheet") is None)
    driver.key("ctrl+comma")
    dialog = driver.widget("SettingsDialog")
    driver.until("it has the keyboard", lambda: dialog.isActiveWindow())
    style = driver.widget(QComboBox, "Style", inside=dialog)
    light = driver.see(lambda: who.window.palette().window().color().lightness())
    driver.see(lambda: style.setFocus())
    driver.key("End")
    who.sees("the window is dark", lambda: who.window.palette().window().color().lightness() < light)
    driver.key("Home")
    driver.widget(QLineEdit, "Find a setting", inside=dialog)
    driver.key("Escape")
    driver.until("the settings are closed", lambda: driver.find("SettingsDialog") is None)
    _second_start(who)


def _second_start(who: Person) -> None:
    """What the file manager does with a picture: it starts the program with it."""

    file = who.pictures / "square" / "47.jpg"
    assert second_start(str(file)) == 0
    who.sees("the open window searches for it", lambda: who.names()[:1] == [file.name])


def looks_in(driver: Driver) -> None:
    """Only opens a library, so that it is remembered."""
    Person(driver)
