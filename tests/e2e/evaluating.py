"""How well a library answers: set up with the keyboard, watched, read, and looked into; played by driver.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from person import Person
from PySide6.QtWidgets import QCheckBox, QPushButton

if TYPE_CHECKING:
    from driver import Driver


def evaluating(driver: Driver) -> None:
    """The library has two folders, which are its classes."""
    who = Person(driver)
    driver.key("ctrl+shift+e")
    page = driver.widget("EvaluatePage")
    who.sees("without labels it says what to do", lambda: page.set_up.told.property("problem"))
    driver.key("Down")
    who.sees("the folders are read", lambda: "80 questions, 80 images, 2 classes" in page.set_up.told.text())
    driver.shot("evaluation-set-up")
    for name in ("L1", "L2", "Correlation"):
        who.presses(QCheckBox, name, inside=page)
    who.presses(QPushButton, "Evaluate", inside=page.set_up)
    who.sees("it is done", lambda: page.evaluated is not None and page.results.isVisible())
    table = page.results.table
    model = table.ways
    precision = driver.see(lambda: float(model.index(0, model.column("mAP")).data()))
    assert 0.5 < precision <= 1.0, precision
    assert driver.see(lambda: model.index(0, model.column("Metric")).data()) == "Cosine"
    driver.shot("evaluation-curves")
    _reads(who, page)
    _looks_further(who, page)


def _reads(who: Person, page: Any) -> None:
    """A cell of the heat map says its number and leads to its questions."""
    driver, results = who.driver, page.results
    driver.click(results.tabs, driver.see(lambda: results.tabs.tabRect(1)))
    heat = results.classes.map
    who.sees("the map is shown", lambda: heat.isVisible())
    box = driver.see(lambda: heat.map().cell(0, 0))
    at = driver.area(heat.viewport()).topLeft()
    at.setX(at.x() + round(box.x + box.width / 2))
    at.setY(at.y() + round(box.y + box.height / 2))
    driver.move(at)
    who.sees("the cell is told", lambda: results.classes.line.text().startswith("“round”: the best match of"))
    driver.shot("evaluation-classes")


def _looks_further(who: Person, page: Any) -> None:
    """A double click on a question asks for it in the window, and the page is as it was when one comes back."""
    driver, results = who.driver, page.results
    driver.click(results.tabs, driver.see(lambda: results.tabs.tabRect(2)))
    view = results.questions.view
    row = who.sees("a question is shown with its pictures", lambda: _row_with_pictures(view))
    driver.shot("evaluation-questions")
    driver.click(view.viewport(), driver.see(lambda: view.visualRect(view.questions.index(0))), times=2)
    name = row.question.example.path.name
    who.sees("it is searched for", lambda: who.window.area.isVisible() and who.names()[:1] == [name])
    driver.key("ctrl+shift+e")
    who.sees("the report is there still", lambda: results.isVisible())
    driver.key("Escape")
    who.sees("the pictures are back", lambda: who.window.area.isVisible())


def _row_with_pictures(view: Any) -> Any:
    questions = view.questions
    row = questions.row_at(0) if questions.rowCount() else None
    there = row is not None and all(image_id in questions.thumbnails for image_id, _ in row.pictures[:4])
    return row if there else None
