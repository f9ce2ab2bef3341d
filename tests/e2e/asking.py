"""Several examples, undo, history, saved searches, filters, match strength.

By mouse and by keyboard; played by driver.py on a library that is indexed already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from person import Person, scroll_to
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QComboBox,
    QSlider,
    QToolButton,
    QWidget,
)

if TYPE_CHECKING:
    from driver import Driver


def asking(driver: Driver) -> None:
    """Several examples, undo, history, saved searches, filters, match strength."""
    who = Person(driver)
    who.asks(who.pictures / "round" / "03.jpg")
    _examples(who)
    _history(who)
    _filters(who)
    _strength(who)


def _query(who: Person) -> Any:
    return who.window.program.search.query


def _examples(who: Person) -> None:
    driver, panel = who.driver, who.window.query_panel
    cell = who.cell(3)
    start = driver.area(who.grid.viewport(), QRect(cell.center(), cell.center())).center()
    lower = driver.area(panel)
    lower.setTop(lower.center().y() + 20)
    overlay = who.window.overlay
    driver.drag(
        start,
        lower.center(),
        before_drop=lambda: who.sees("it says so", lambda: overlay.isVisible() and overlay.text == "Less like this"),
    )
    who.sees("a match is dragged to what is looked for less", lambda: len(_query(who).unlike) == 1)
    who.clicks_match(2)
    driver.key("plus")
    who.sees("a key takes one more", lambda: len(_query(who).like) == 2)
    who.sees("three are listed", lambda: _count(panel.examples, "ExampleRow") == 3)
    driver.click(panel.examples.swap)
    who.sees("both sides are swapped", lambda: (len(_query(who).like), len(_query(who).unlike)) == (1, 2))
    driver.key("ctrl+z", "ctrl+z")
    who.sees("a key undoes", lambda: (len(_query(who).like), len(_query(who).unlike)) == (1, 1))
    who.presses(QToolButton, "Forward to the query after", inside=panel)
    who.sees("a button redoes", lambda: len(_query(who).like) == 2)
    driver.key("ctrl+z", "ctrl+z", "ctrl+z")
    who.sees("all is undone", lambda: len(_query(who).examples) == 1)


def _count(widget: Any, kind: str) -> int:

    return sum(type(part).__name__ == kind and part.isVisible() for part in widget.findChildren(QWidget))


def _history(who: Person) -> None:
    driver, asking_parts = who.driver, who.window.asking
    driver.key("ctrl+s")
    saving = asking_parts.saving
    who.sees("a name is asked for", lambda: saving.isVisible() and saving.line.hasFocus())
    driver.key("ctrl+a")
    driver.type("Round ones")
    driver.key("Return")
    who.says("is saved")
    who.asks(who.pictures / "square" / "45.jpg")
    driver.key("ctrl+h")
    history = asking_parts.history
    who.sees("the history is shown", lambda: history.isVisible() and history.list.model().rowCount() > 2)
    driver.key("Home", "Return")
    who.sees("the saved search is asked", lambda: not history.isVisible() and who.names()[:1] == ["03.jpg"])
    who.presses(QToolButton, "Saved searches and history", inside=who.window.query_panel)
    who.sees("a button shows it, too", lambda: history.isVisible())
    driver.key("Escape")
    who.sees("Esc closes it", lambda: not history.isVisible())


def _filters(who: Person) -> None:
    driver, filters = who.driver, who.window.query_panel.filters
    driver.click(filters.head)
    who.sees("what there is has been counted", lambda: filters.tree.isVisible())
    before = len(driver.see(who.names))
    portrait = driver.widget(QToolButton, "Portrait", inside=filters)
    driver.click(portrait)
    who.sees("the mouse filters", lambda: 0 < len(who.names()) < before)
    driver.see(lambda: portrait.setFocus())
    driver.key("space")
    who.sees("the keyboard takes it away", lambda: len(who.names()) == before)
    apart = driver.widget(QComboBox, "belong together", inside=filters)
    driver.see(lambda: scroll_to(apart))
    driver.click(apart)
    driver.key("Down", "Return")
    who.sees("not from the same folder", lambda: _query(who).filters.apart.value != "any")
    driver.click(filters.clear)
    who.sees("all are cleared", lambda: not _query(who).filters.active)
    driver.click(filters.head)


def _strength(who: Person) -> None:
    driver, window = who.driver, who.window
    slider = driver.widget(QSlider, "Match strength")
    driver.see(lambda: (scroll_to(slider), slider.setFocus()))
    driver.key("Right", "Right")
    who.sees("keys draw the line", lambda: "strong of" in window.area.status._count.text())
    by_key = driver.see(slider.value)
    driver.click(slider, driver.see(lambda: QRect(slider.width() - 8, 0, 4, slider.height())))
    who.sees("so does the mouse", lambda: slider.value() > by_key)
    driver.key("Home")
    who.sees("it is off again", lambda: "strong of" not in window.area.status._count.text())
