"""What a person does, step by step; played by driver.py on the real program."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from others import PYTHON, others_environment
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from imsearch_gui.library.library import Library
from imsearch_gui.ui.wizard.progress_page import State

if TYPE_CHECKING:
    from driver import Driver


CHILD = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("child")
label.show()
print(app.platformName())
"""


def _window(driver: Driver) -> Any:
    return driver.widget("MainWindow")


def _names(driver: Driver) -> list[str]:
    """The matches that are shown, best first."""
    model = _window(driver).results.results
    return driver.see(lambda: [model.match_at(row).image.path.name for row in range(model.rowCount())])


def _scores(driver: Driver) -> list[float]:
    model = _window(driver).results.results
    return driver.see(lambda: [model.match_at(row).score for row in range(model.rowCount())])


def _drop(driver: Driver, file: Path, promise: str) -> None:
    """Drag something from another program onto the window, which says before what it will do with it."""
    window = _window(driver)
    driver.drag_in(
        file,
        window,
        before_drop=lambda: driver.until(f"the window says {promise!r}", lambda: _overlay(window) == promise),
        after_drop=lambda: driver.until("the drop has arrived", lambda: not window.overlay.isVisible()),
    )


def _index_by_wizard(driver: Driver, folder: Path) -> Any:
    """Drag a folder onto the window and go through the pages, up to the last one."""
    _drop(driver, folder, "Index this folder")
    wizard = driver.widget("IndexWizard")
    driver.until("the wizard has the keyboard", wizard.isActiveWindow)
    driver.until("the pictures are counted", lambda: wizard.folders_page.count.done)
    driver.key("Return")
    driver.until("the model page is shown", lambda: wizard.page == 1 and wizard.model_page.complete)
    driver.shot("wizard-model")
    driver.key("Return")
    driver.until("the options page is shown", lambda: wizard.page == 2)
    driver.click(driver.widget(QPushButton, "Start indexing", inside=wizard))
    driver.until("the progress page is shown", lambda: wizard.page == 3)
    return wizard


def _overlay(window: Any) -> str:
    return str(window.overlay.text) if window.overlay.isVisible() else ""


def first_session(driver: Driver) -> None:
    """From the first start to a region query, in another metric."""
    window = _window(driver)
    driver.until("the first start invites", lambda: window.welcome.isVisible())
    driver.widget(QPushButton, "Try with sample pictures")
    driver.shot("first-start")

    wizard = _index_by_wizard(driver, driver.folder / "pictures")
    driver.until("the job is done", lambda: window.program.indexing.report is not None)
    driver.shot("wizard-done")
    driver.click(driver.widget(QPushButton, "Show my pictures", inside=wizard))
    driver.until("the wizard is closed", lambda: driver.find("IndexWizard") is None)
    del wizard
    driver.until("the library is open", lambda: window.program.libraries.current is not None)
    assert driver.see(lambda: window.program.libraries.current.images) == 60

    query = driver.folder / "query" / "boat 照片.png"
    _drop(driver, query, "Search for this picture")
    driver.until("results are shown", lambda: window.results.isVisible() and window.results.results.rowCount() == 60)
    assert _names(driver)[0] == "original.png", _names(driver)[:5]
    assert _scores(driver)[0] == 1.0
    view = window.query_panel.view
    driver.until("the query picture is shown", lambda: not view._image.isNull())

    area = driver.area(view, driver.see(lambda: view.picture_rect().toRect()))
    size = QPoint(area.width(), area.height())
    driver.drag(area.topLeft() + size * 0.25, area.topLeft() + size * 0.75)
    driver.until("the region is searched", lambda: _region_of_result(window) is not None)
    region = driver.see(lambda: _region_of_result(window))
    width, height = driver.see(lambda: (view._size.width(), view._size.height()))
    for part, whole, share in (
        (region.x, width, 0.25),
        (region.y, height, 0.25),
        (region.width, width, 0.5),
        (region.height, height, 0.5),
    ):
        assert abs(part - whole * share) <= max(4, whole * 0.03), region
    by_cosine = _scores(driver)
    driver.shot("region")

    metric = driver.widget(QComboBox, "Metric")
    driver.click(metric)
    driver.key("Down", "Return")
    driver.until("the other metric has answered", lambda: window.area.result.query.metric.value == "l2")
    assert driver.see(lambda: window.area.result.timings.encode) == 0.0, "another metric must not run the model again"
    assert _scores(driver) == sorted(_scores(driver)) != by_cosine
    driver.shot("metric")

    grid = window.results
    cell = driver.see(lambda: grid.visualRect(grid.results.index(1)))
    driver.click(grid.viewport(), cell)
    driver.until("details are shown", lambda: window.details.image is not None)
    driver.until("thumbnails are shown", lambda: not any(grid.results.lacks_thumbnail(row) for row in range(6)))
    driver.shot("details")


def _region_of_result(window: Any) -> Any:
    return window.area.result.query.like[0].region if window.area.result is not None else None


def cancel_session(driver: Driver) -> None:
    """A job that is cancelled on its page keeps what was committed; one in the background shows in the strip."""
    window = _window(driver)
    driver.until("the library of before is open", lambda: window.program.libraries.current is not None)
    wizard = _index_by_wizard(driver, driver.folder / "many")
    driver.until("something is committed", lambda: window.program.indexing.progress.done > 64)
    driver.shot("indexing")
    driver.click(driver.widget(QPushButton, "Cancel", inside=wizard.progress_page))
    driver.until("the job has ended", lambda: not wizard.progress_page.running)
    driver.until("the wizard has the keyboard", wizard.isActiveWindow)
    # What was found in the watched folders meanwhile is a job of its own.
    assert driver.see(lambda: wizard.progress_page.state) is State.CANCELLED
    driver.key("Escape")
    driver.until("the wizard is closed", lambda: driver.find("IndexWizard") is None)
    # The catalog itself is asked: what the window shows may for a moment still be what an earlier commit left.
    images = _images_on_disk(driver.see(lambda: window.program.libraries.current.folder))
    assert 60 < images < 60 + 1500, images
    driver.until("the window knows what was kept", lambda: window.program.libraries.current.images == images)
    (driver.folder / "kept.json").write_text(json.dumps(images))


def _images_on_disk(library: Path) -> int:
    with Library.open(library) as opened:
        return opened.image_count()


def second_session(driver: Driver) -> None:
    """After a restart everything is there; the search field and the keyboard do, too. cv2 breaks nothing."""
    window = _window(driver)
    driver.until("the library of before is open", lambda: window.program.libraries.current is not None)
    state = driver.see(lambda: window.program.libraries.current)
    assert state.images == json.loads((driver.folder / "kept.json").read_text())
    assert [root.path.name for root in state.roots] == ["pictures", "many"]

    import cv2

    assert cv2.__version__
    driver.key("ctrl+f")
    driver.type(str(driver.folder / "pictures" / "original.png"))
    driver.key("Return")
    driver.until("results are shown", lambda: window.results.isVisible() and window.results.results.rowCount() > 0)
    assert _names(driver)[0] == "original.png"

    # A child of this process, which has cv2 loaded, is a Qt program of its own and has to start on the same screen.
    child = subprocess.run(
        [PYTHON, "-c", CHILD],
        env=others_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert child.stdout.strip() == "xcb", child.stderr
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"

    driver.key("ctrl+n")
    wizard = driver.widget("IndexWizard")
    driver.until("the wizard has the keyboard", wizard.isActiveWindow)
    driver.key("Escape")
    driver.until("Esc closes the wizard", lambda: driver.find("IndexWizard") is None)
    del wizard
    area = driver.area(window.results.viewport(), QRect(4, 4, 2, 2))
    driver.move(area.center())
    driver.see(lambda: window.results.setFocus(Qt.FocusReason.OtherFocusReason))
    driver.key("Home", "Right", "Right")
    assert driver.until("keys walk through the grid", lambda: window.results.currentIndex().row() == 2)
