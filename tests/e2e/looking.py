"""Grid and list, large preview and comparison, details.

By mouse and by keyboard; played by driver.py on a library that is indexed already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from person import Person
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QToolButton,
)

if TYPE_CHECKING:
    from driver import Driver


def looking(driver: Driver) -> None:
    """Grid and list, large preview and comparison, details."""
    who = Person(driver)
    who.asks(who.pictures / "round" / "03.jpg")
    _preview(who)
    _compare(who)
    _sizes_and_list(who)
    _details(who)


def _preview(who: Person) -> None:
    driver, viewer = who.driver, who.window.looking.viewer
    who.clicks_match(0)
    driver.key("space")
    who.sees("space makes it large", lambda: viewer.isVisible())
    driver.key("Right", "Right")
    who.sees("arrows walk through the results", lambda: who.row() == 2)
    who.presses(QToolButton, "Previous", inside=viewer)
    who.sees("a button walks, too", lambda: who.row() == 1)
    before = driver.see(lambda: viewer.bar.zoom.text())
    driver.key("plus", "plus")
    who.sees("it comes closer", lambda: viewer.bar.zoom.text() != before)
    closer = driver.see(lambda: viewer.bar.zoom.text())
    driver.move(driver.area(viewer.pane).center())
    driver.xdotool("click", "4")
    who.sees("the wheel zooms, too", lambda: viewer.bar.zoom.text() != closer)
    who.presses(QToolButton, "Close the preview", inside=viewer)
    who.sees("it is closed", lambda: not viewer.isVisible())
    driver.click(who.grid.viewport(), who.cell(1), times=2)
    who.sees("a double click makes it large, too", lambda: viewer.isVisible())
    driver.key("Escape")
    who.sees("Esc closes it", lambda: not viewer.isVisible())


def _compare(who: Person) -> None:
    driver, viewer = who.driver, who.window.looking.viewer
    driver.key("c")
    who.sees("C compares with the query", lambda: viewer.isVisible() and viewer.panes.comparing)
    who.sees("both are there", lambda: viewer.other.isVisible())
    sides = (viewer.pane.canvas, viewer.other.canvas)
    before = driver.see(lambda: [side.scale for side in sides])
    driver.key("plus", "plus", "plus")
    who.sees("both zoom", lambda: all(side.scale > old for side, old in zip(sides, before, strict=True)))
    who.presses(QToolButton, "Where in the match it is like the query", inside=viewer)
    who.sees("what is not like it is dark", lambda: not viewer.pane.canvas.shade.isNull())
    driver.key("w")
    who.sees("a key ends that", lambda: viewer.pane.canvas.shade.isNull())
    left = driver.see(lambda: viewer.pane.geometry().left())
    who.presses(QToolButton, "Swap sides", inside=viewer)
    who.sees("the sides are swapped", lambda: viewer.pane.geometry().left() != left)
    who.presses(QToolButton, "Compare with the query", inside=viewer)
    who.sees("the button ends it", lambda: not viewer.panes.comparing)
    driver.key("Escape")


def _sizes_and_list(who: Person) -> None:
    driver, window = who.driver, who.window
    bar = window.area.bar
    side = driver.see(lambda: bar.slider.value())
    driver.key("ctrl+plus")
    who.sees("a key makes thumbnails larger", lambda: bar.slider.value() > side)
    driver.click(bar.slider, driver.see(lambda: QRect(bar.slider.width() - 6, 0, 4, bar.slider.height())))
    who.sees("so does the slider", lambda: bar.slider.value() > side + 8)
    driver.key("ctrl+2")
    table = window.area.table
    who.sees("a key shows the list", lambda: table.isVisible())
    header = table.horizontalHeader()
    by_score = driver.see(who.names)

    def name_head() -> QRect:
        return QRect(header.sectionViewportPosition(1) + 8, 0, 40, header.height())

    driver.click(header.viewport(), driver.see(name_head))
    who.sees("a header sorts", lambda: who.names() == sorted(by_score))
    who.presses(QToolButton, "Grid", inside=bar)
    who.sees("a button shows the grid", lambda: who.grid.isVisible())
    who.presses(QToolButton, "Order of the matches", inside=bar)
    menu = driver.widget(QMenu)
    who.menu_item(menu, "Newest first")
    who.sees("a menu orders by date", lambda: "Newest" in bar.order.toolTip())
    driver.see(lambda: bar.order.setFocus())
    driver.key("space")
    driver.widget(QMenu)
    driver.key("Down", "Return")
    who.sees("keys do, too", lambda: who.names() == by_score)


def _details(who: Person) -> None:
    driver, details = who.driver, who.window.details
    who.clicks_match(0)
    who.sees("details are read", lambda: details.image is not None and "Testcam" in _facts(details))
    facts = driver.see(lambda: _facts(details))
    for word in ("320 × 240", "f/2.8", "ISO 100", "50 mm", "48.8584", "imsearch vit"):
        assert word in facts, facts
    who.presses(QToolButton, "Copy the coordinates", inside=details)
    who.sees("the coordinates are on the clipboard", lambda: "48.8584" in _clipboard())
    who.clicks_match(0)
    driver.key("ctrl+shift+c")
    who.sees("so is the path", lambda: _clipboard().endswith("03.jpg"))


def _facts(details: Any) -> str:

    return (
        " | ".join(label.text() for label in details.findChildren(QLabel) if label.isVisible())
        .lower()
        .replace("testcam", "Testcam")
        .replace("iso", "ISO")
    )


def _clipboard() -> str:

    return QGuiApplication.clipboard().text()
