"""What a newcomer does, from the first start to the third search: the steps of docs/tour.md, played by driver.py.

Every step ends with a picture of the same name as in docs/tour.md. With IMSEARCH_TOUR_PAUSE the newcomer stops for so many seconds
at each step to read what is there; `packaging/tour.py` does that when it takes the pictures for the page.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from driver import Driver

PAUSE_S = float(os.environ.get("IMSEARCH_TOUR_PAUSE", "0"))
QUERY = Path("sailing boats", "sailing boats 8.jpg")
PICTURES = 100


class _Newcomer:
    """Looks at each step for a while and keeps a picture of it."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.window = driver.widget("MainWindow")
        self.began = time.monotonic()
        self.steps: dict[str, float] = {}

    def looks(self, name: str) -> None:
        self.driver.shot(name, self.driver.see(self._place))
        time.sleep(PAUSE_S)
        self.steps[name] = round(time.monotonic() - self.began, 1)

    def _place(self) -> QRect:
        return self.window.window().geometry()

    def drops(self, file: Path, promise: str, name: str) -> None:
        overlay = self.window.overlay

        def hovering() -> None:
            self.driver.until(f"the window says {promise!r}", lambda: overlay.isVisible() and overlay.text == promise)
            self.looks(name)

        self.driver.drag_in(
            file,
            self.window,
            before_drop=hovering,
            after_drop=lambda: self.driver.until("the drop has arrived", lambda: not overlay.isVisible()),
        )

    def sees_answers(self, what: str, fits: Any) -> None:
        """Wait for a result that fits, and for all its thumbnails that are in sight."""
        grid = self.window.results

        def waiting() -> bool:
            sight = grid.viewport().rect()
            return any(
                grid.results.lacks_thumbnail(row)
                for row in range(grid.results.rowCount())
                if sight.intersects(grid.visualRect(grid.results.index(row)))
            )

        self.driver.until(what, lambda: self.window.area.result is not None and fits(self.window.area.result))
        self.driver.until("thumbnails are shown", lambda: not waiting())

    def sees_details(self) -> None:
        """Wait for those of the chosen match, and for its preview."""
        details = self.window.details
        self.driver.until(
            "details are shown", lambda: details.image is not None and not details._preview.image.isNull()
        )


def newcomer(driver: Driver) -> None:
    """From the first start to the third search."""
    who = _Newcomer(driver)
    window = who.window
    driver.until("the first start invites", lambda: window.welcome.isVisible())
    who.looks("1-first-start")
    _indexes(who)
    _searches(who)
    (driver.folder / "tour.json").write_text(json.dumps(who.steps))


def _indexes(who: _Newcomer) -> None:
    driver, window = who.driver, who.window
    who.drops(driver.folder / "Pictures", "Index this folder", "2-drop-a-folder")
    wizard = driver.widget("IndexWizard")
    driver.until("the pictures are counted", lambda: wizard.folders_page.count.done)
    who.looks("3-folders")
    driver.click(driver.widget(QPushButton, "Next", inside=wizard))
    driver.until("a model is recommended and measured", lambda: wizard.page == 1 and bool(wizard.model_page.speed))
    who.looks("4-model")
    driver.click(driver.widget(QPushButton, "Next", inside=wizard))
    driver.until("the options page is shown", lambda: wizard.page == 2)
    driver.click(driver.widget(QPushButton, "Start indexing", inside=wizard))
    driver.until("the job is done", lambda: window.program.indexing.report is not None)
    who.looks("5-indexed")
    driver.click(driver.widget(QPushButton, "Show my pictures", inside=wizard))
    driver.until("the wizard is closed", lambda: driver.find("IndexWizard") is None)
    driver.until("the library is open", lambda: window.program.libraries.current is not None)
    assert driver.see(lambda: window.program.libraries.current.images) == PICTURES


def _searches(who: _Newcomer) -> None:
    driver, window = who.driver, who.window
    who.drops(driver.folder / "Pictures" / QUERY, "Search for this picture", "6-drop-a-picture")
    who.sees_answers("the first search is answered", lambda result: len(result.matches) == PICTURES)
    assert driver.see(lambda: window.area.result.matches[0].image.path.name) == QUERY.name
    who.looks("7-first-search")

    view = window.query_panel.view
    driver.until("the query picture is shown", lambda: not view._image.isNull())
    area = driver.area(view, driver.see(lambda: view.picture_rect().toRect()))
    width, height = area.width(), area.height()
    driver.drag(
        area.topLeft() + QPoint(round(0.62 * width), round(0.3 * height)),
        area.topLeft() + QPoint(round(0.9 * width), round(0.82 * height)),
    )
    who.sees_answers("the second search is answered", lambda result: result.query.like[0].region is not None)
    who.looks("8-second-search")

    grid = window.results
    chosen = driver.see(lambda: grid.results.match_at(2).image.path)
    driver.click(grid.viewport(), driver.see(lambda: grid.visualRect(grid.results.index(2))))
    who.sees_details()
    who.looks("9-a-result")
    driver.click(driver.widget(QPushButton, "Find similar", inside=window.details))
    who.sees_answers("the third search is answered", lambda result: result.matches[0].image.path == chosen)
    # No click: what was asked for has the keyboard.
    driver.until("the keyboard is at the answers", lambda: grid.hasFocus())
    driver.key("Right")
    who.sees_details()
    who.looks("10-third-search")

    driver.key("space")
    driver.until(
        "the picture is large", lambda: window.looking.viewer is not None and window.looking.viewer.isVisible()
    )
    who.looks("11-closely")
    driver.key("Escape")
