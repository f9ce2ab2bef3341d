"""Words in the search field, a match dragged into the query, and what is looked for less; played by driver.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from driver import Driver


def _names(window: Any) -> list[str]:
    model = window.results.results
    return [model.match_at(row).image.path.stem for row in range(model.rowCount())]


def words_session(driver: Driver) -> None:
    """The library knows two models; the one that takes words is taken by itself."""
    window = driver.widget("MainWindow")
    driver.until("the library is open", lambda: window.program.libraries.current is not None)
    assert driver.see(lambda: window.program.search.model_id) == "classic"

    driver.key("ctrl+f")
    driver.type("a picture of green")
    driver.key("Return")
    driver.until("green is found", lambda: _names(window)[:1] == ["green"])
    assert driver.see(lambda: window.top_bar.model.text()) == "Tiny towers"
    assert "takes words" in driver.see(lambda: window.messages.text)
    driver.shot("words")

    grid, panel = window.results, window.query_panel
    cell = driver.see(lambda: grid.visualRect(grid.results.index(_names(window).index("red"))))
    start = driver.area(grid.viewport(), QRect(cell.center(), cell.center())).center()
    # The upper half of the panel takes what is looked for, the lower one what is not.
    upper = driver.area(panel)
    upper.setHeight(upper.height() // 2)
    driver.drag(
        start,
        upper.center(),
        before_drop=lambda: driver.until("it says where it lands", lambda: window.overlay.text == "More like this"),
    )
    driver.until("both are asked", lambda: len(window.area.result.query.like) == 2)
    driver.until("what they have in common is first", lambda: _names(window)[:1] == ["yellow"])
    driver.shot("words-and-picture")

    driver.click(driver.widget("QToolButton", "Look less for “a picture of green”", inside=panel.examples))
    driver.until("one is looked for less", lambda: len(window.area.result.query.unlike) == 1)
    driver.until("green is last or nearly so", lambda: _names(window).index("green") >= 3)
    driver.click(driver.widget("QToolButton", "Remove “a picture of green”", inside=panel.examples))
    driver.until("one is left", lambda: len(window.area.result.query.examples) == 1)
