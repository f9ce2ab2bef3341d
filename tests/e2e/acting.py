"""Marks, clipboard, folders, export, the trash, and what undoes it all.

By mouse and by keyboard; played by driver.py on a library that is indexed already.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

from others import PYTHON, others_environment
from person import Person, chooses_folder, other_menu
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QMenu,
    QMessageBox,
    QPushButton,
)

if TYPE_CHECKING:
    from driver import Driver


def acting(driver: Driver) -> None:
    """Marks, clipboard, folders, export, the trash and what undoes it all."""
    who = Person(driver)
    who.asks(who.pictures / "round" / "03.jpg")
    _marks(who)
    _files(who)
    _exports(who)
    _trash(who)
    _drags_out(who)


def _chosen_marks(who: Person) -> Any:
    window = who.window
    return window.program.acting.marking.marks_of(window.results.selected_matches()[0].image)


def _marks(who: Person) -> None:
    driver = who.driver
    who.clicks_match(0)
    driver.key("4")
    who.sees("a key rates", lambda: _chosen_marks(who).rating == 4)
    driver.key("ctrl+alt+4")
    who.sees("keys give a colour", lambda: _chosen_marks(who).colour == 4)
    driver.key("l")
    driver.widget("QInputDialog")
    driver.type("Garden")
    driver.key("Return")
    who.sees("it has a label", lambda: _chosen_marks(who).labels == ("Garden",))
    who.clicks_match(0, button=3)
    menu = driver.until("the menu is open", lambda: driver.find(QMenu))
    who.menu_item(menu, "Rating")
    inner = driver.until("the ratings are open", lambda: other_menu(driver, menu))
    who.menu_item(inner, "2 of 5")
    who.sees("the menu rates, too", lambda: _chosen_marks(who).rating == 2)
    driver.key("ctrl+alt+z")
    who.sees("undone", lambda: _chosen_marks(who).rating == 4)


def _files(who: Person) -> None:
    driver, window = who.driver, who.window
    target = driver.folder / "chosen"
    target.mkdir()
    who.clicks_match(0)
    driver.xdotool("keydown", "shift")
    who.clicks_match(2)
    driver.xdotool("keyup", "shift")
    who.sees("three are selected", lambda: len(window.results.selected_matches()) == 3)
    driver.key("ctrl+c")
    who.sees("files are on the clipboard", lambda: len(_clipboard_urls()) == 3)
    driver.key("ctrl+alt+c")
    chooses_folder(who, target)
    who.sees("they are copied", lambda: len(list(target.iterdir())) == 3)
    row = who.says("Copied 3 pictures")
    who.presses("QAbstractButton", "Undo", inside=row)
    who.sees("the copies are gone", lambda: not list(target.iterdir()))


def _clipboard_urls() -> list[str]:

    return [url.toLocalFile() for url in QGuiApplication.clipboard().mimeData().urls()]


def _exports(who: Person) -> None:
    driver = who.driver
    for form, name in (("Table, CSV", "list.csv"), ("Contact sheet, PNG", "sheet.png")):
        driver.key("ctrl+e")
        dialog = driver.widget("ExportDialog")
        driver.until("it has the keyboard", lambda dialog=dialog: dialog.isActiveWindow())
        driver.see(lambda dialog=dialog, form=form: dialog.form.setCurrentIndex(dialog.form.findText(form)))
        driver.click(dialog.export)
        chooses_folder(who, driver.folder / name)
        file = driver.folder / name
        who.sees(f"{name} is written", lambda file=file: file.exists() and file.stat().st_size > 100)


def _trash(who: Person) -> None:
    driver = who.driver
    who.clicks_match(1)
    name = driver.see(lambda: who.window.results.selected_matches()[0].image.path)
    driver.key("Delete")
    box = driver.widget(QMessageBox)
    assert "1 picture" in driver.see(lambda: box.text())
    who.presses(QPushButton, "Move to the trash", inside=box)
    who.sees("it is gone", lambda: not name.exists() and name.name not in who.names())
    driver.key("ctrl+alt+z")
    who.sees("it is back", lambda: name.exists())


def _drags_out(who: Person) -> None:
    """Onto another program, which takes the file."""

    driver = who.driver
    taken = driver.folder / "taken.txt"
    script = driver.here / "drop_target.py"
    target = subprocess.Popen([PYTHON, str(script), str(taken), "1470", "300"], env=others_environment())
    try:
        place = driver.place_of("drop target")
        cell = who.cell(0)
        start = driver.area(who.grid.viewport(), QRect(cell.center(), cell.center())).center()
        driver.drag(start, place + QPoint(60, 40))
        who.sees("the other program has the file", lambda: taken.exists() and taken.read_text().endswith(".jpg"))
    finally:
        target.terminate()
        target.wait(10)
