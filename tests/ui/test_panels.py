"""The panels at both sides, the status line and the message bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import QueryPicture, ShownExample
from imsearch_gui.domain.filters import Filters
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, LibraryState, Query, SearchResult, Strategy, TextExample, Timings
from imsearch_gui.domain.region import Region
from imsearch_gui.ui.chips import Chip
from imsearch_gui.ui.details_panel import DetailsPanel
from imsearch_gui.ui.empty_state import EmptyState
from imsearch_gui.ui.example_list import ExampleRow
from imsearch_gui.ui.query_panel import QueryPanel
from imsearch_gui.ui.status_line import StatusLine
from imsearch_gui.ui.top_bar import TopBar


def texts(widget: QWidget) -> str:
    """Everything that can be read, without the marks of line breaks."""
    shown = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(shown).replace("\u200b", "")


def button(widget: QWidget, text: str) -> QPushButton:
    return next(item for item in widget.findChildren(QPushButton) if item.text() == text)


def named(widget: QWidget, kind: type[Any], name: str) -> Any:
    return next(item for item in widget.findChildren(kind) if item.accessibleName() == name)


@pytest.fixture
def details(qtbot: QtBot, thumbnails: Any) -> DetailsPanel:
    panel = DetailsPanel(thumbnails)
    qtbot.addWidget(panel)
    panel.resize(248, 640)
    return panel


@pytest.fixture
def top_bar(qtbot: QtBot) -> TopBar:
    bar = TopBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def query_panel(qtbot: QtBot) -> QueryPanel:
    panel = QueryPanel(Metric.COSINE, 200)
    qtbot.addWidget(panel)
    panel.resize(248, 640)
    return panel


def test_details_say_what_is_known(details: DetailsPanel, result_of: Callable[..., SearchResult]) -> None:
    match = result_of(3).matches[1]
    details.show_match(match, Metric.COSINE)
    said = texts(details)
    for words in ("picture 1.jpg", "0.75  (Cosine, rank 2)", "/pictures/2024", "640 × 480", "2024-08-03 12:13"):
        assert words in said
    assert "A camera" in said
    assert "123 KB" in said


def test_details_leave_out_what_is_not_known(details: DetailsPanel, result_of: Callable[..., SearchResult]) -> None:
    match = result_of(1).matches[0]
    bare = replace(match.image, info=replace(match.image.info, camera=None, taken=None))
    details.show_match(replace(match, image=bare), Metric.COSINE)
    assert "Camera" not in texts(details)
    assert "Taken" not in texts(details)


def test_details_ask_for_a_large_preview_and_keep_it(
    details: DetailsPanel,
    thumbnails: Any,
    result_of: Callable[..., SearchResult],
    picture: Callable[..., QImage],
) -> None:
    match = result_of(1, first=5).matches[0]
    details.show_match(match, Metric.COSINE)
    assert [(identity, side >= 512) for identity, _, side in thumbnails.requests] == [(5, True)]
    thumbnails.ready.emit(5, picture(160, 120))
    thumbnails.ready.emit(6, picture(400, 400))
    assert details._preview.image.width() == 160
    thumbnails.ready.emit(5, picture(512, 384))
    thumbnails.ready.emit(5, picture(160, 120))
    assert details._preview.image.width() == 512


def test_details_say_why_there_is_no_preview(
    details: DetailsPanel, thumbnails: Any, result_of: Callable[..., SearchResult]
) -> None:
    details.show_match(result_of(1, first=5).matches[0], Metric.COSINE)
    thumbnails.failed.emit(5, "truncated or damaged JPEG")
    assert "No preview: truncated or damaged JPEG" in texts(details)
    details.show_match(result_of(1, first=6).matches[0], Metric.COSINE)
    assert "No preview" not in texts(details)


def test_details_report_what_is_wanted(details: DetailsPanel, result_of: Callable[..., SearchResult]) -> None:
    wanted: list[Any] = []
    details.similar_requested.connect(lambda image: wanted.append(image.id))
    details.open_requested.connect(lambda path: wanted.append(("open", path)))
    details.reveal_requested.connect(lambda path: wanted.append(("show", path)))
    details.show_match(result_of(1, first=5).matches[0], Metric.COSINE)
    for text in ("Find similar", "Open", "Show file"):
        button(details, text).click()
    path = Path("/pictures/2024/picture 0.jpg")
    assert wanted == [5, ("open", path), ("show", path)]


def test_no_match_no_buttons(details: DetailsPanel) -> None:
    details.show_match(None, Metric.COSINE)
    assert not button(details, "Open").isVisibleTo(details)
    assert "Choose a picture" in texts(details)


def test_the_query_panel_offers_the_four_metrics(query_panel: QueryPanel) -> None:
    combo = named(query_panel, QComboBox, "Metric")
    chosen: list[Metric] = []
    query_panel.metric_chosen.connect(chosen.append)
    for position in range(combo.count()):
        combo.setCurrentIndex(position)
        combo.activated.emit(position)
    assert set(chosen) == set(Metric)
    assert all(isinstance(metric, Metric) for metric in chosen), "a mere string knows nothing of distances"


def test_showing_a_query_is_no_intent(query_panel: QueryPanel) -> None:
    said: list[Any] = []
    for signal in (
        query_panel.metric_chosen,
        query_panel.top_chosen,
        query_panel.strategy_chosen,
        query_panel.region_chosen,
    ):
        signal.connect(said.append)
    region = Region(1, 2, 30, 40)
    example = FileExample(Path("/a.jpg"), region)
    query_panel.show_query(Query((example,), "classic", Metric.L1, top=50, strategy=Strategy.GRAPH))
    query_panel.show_examples((ShownExample(example, True, None),), 0)
    assert said == []
    assert named(query_panel, QComboBox, "Metric").currentText() == Metric.L1.label
    assert named(query_panel, QComboBox, "Search").currentText() == "Graph"
    assert named(query_panel, QSpinBox, "Pictures shown").value() == 50
    assert query_panel.view.region == region


def test_the_number_of_pictures_is_told(query_panel: QueryPanel) -> None:
    said: list[int] = []
    query_panel.top_chosen.connect(said.append)
    named(query_panel, QSpinBox, "Pictures shown").setValue(40)
    assert said == [40]


def test_the_model_is_a_choice_only_where_there_are_several(
    top_bar: TopBar, library_of: Callable[..., LibraryState]
) -> None:
    chosen: list[str] = []
    top_bar.model_chosen.connect(chosen.append)
    top_bar.show_models(library_of(models=("classic",)).models, "classic")
    assert not top_bar.model.isVisibleTo(top_bar)
    top_bar.show_models(library_of(models=("classic", "pixels")).models, "pixels")
    assert top_bar.model.isVisibleTo(top_bar)
    classic, pixels = top_bar.model.menu().actions()
    assert pixels.isChecked() and not classic.isChecked()
    classic.trigger()
    assert chosen == ["classic"]


def test_the_whole_picture_is_one_click_away_while_there_is_a_region(query_panel: QueryPanel) -> None:
    said: list[Region | None] = []
    query_panel.region_chosen.connect(said.append)
    whole = next(item for item in query_panel.findChildren(QToolButton) if "whole" in item.text())
    query_panel.show_examples((ShownExample(FileExample(Path("/a.jpg")), True, None),), 0)
    assert not whole.isVisibleTo(query_panel)
    query_panel.show_examples((ShownExample(FileExample(Path("/a.jpg"), Region(1, 2, 30, 40)), True, None),), 0)
    assert whole.isVisibleTo(query_panel)
    whole.click()
    assert said == [None]


def test_the_picture_of_the_query_is_named(query_panel: QueryPanel, picture: Callable[..., QImage]) -> None:
    example = FileExample(Path("/a/holiday.jpg"))
    query_panel.show_examples((ShownExample(example, True, QueryPicture(example, picture(), 4000, 3000)),), 0)
    assert "holiday.jpg" in texts(query_panel)
    assert "4,000 × 3,000" in texts(query_panel)
    query_panel.show_examples((), -1)
    assert "holiday" not in texts(query_panel)


def test_an_example_that_is_not_wanted_says_so(query_panel: QueryPanel, picture: Callable[..., QImage]) -> None:
    wanted, unwanted = FileExample(Path("/a/sea.jpg")), FileExample(Path("/a/fish.jpg"))
    shown = tuple(
        ShownExample(one, one is wanted, QueryPicture(one, picture(), 4000, 3000)) for one in (wanted, unwanted)
    )
    words = ShownExample(TextExample("a net"), False, None)
    query_panel.show_examples((*shown, words), 0)
    assert "Less like" not in texts(query_panel)
    query_panel.show_examples((*shown, words), 1)
    assert "Less like: fish.jpg  4,000 × 3,000" in texts(query_panel)
    query_panel.show_examples((*shown, words), 2)
    assert query_panel.view._words == "Less like: “a net”"


def test_words_have_one_left_edge(theme: object, query_panel: QueryPanel, picture: Callable[..., QImage]) -> None:
    examples = [FileExample(Path("/a/sea.jpg")), FileExample(Path("/a/fish.jpg"))]
    query_panel.show_query(Query((examples[0],), "classic", Metric.COSINE))
    query_panel.show_examples([ShownExample(one, True, QueryPicture(one, picture(), 40, 30)) for one in examples], 0)
    query_panel.show()
    label = next(item for item in query_panel.findChildren(QLabel) if item.text() == "&Metric")
    more = next(item for item in query_panel.findChildren(QToolButton) if item.text() == "+ More like…")
    side = next(item for item in query_panel.findChildren(ExampleRow)).turn
    folds = (query_panel.filters, query_panel.refine)
    wanted = first_ink(query_panel, label)
    for widget in (more, side, *(fold.head for fold in folds)):
        assert abs(first_ink(query_panel, widget) - wanted) <= 2, widget
    for fold in folds:
        fold.set_open(True)
    query_panel.filters.show_filters(Filters(rating=3))
    chip = query_panel.filters.findChildren(Chip)[0]
    for field in (query_panel.filters.rating, query_panel.refine.expansion, chip):
        query_panel.grab()  # lays out
        assert field.mapTo(query_panel, QPoint(0, 0)).x() == label.mapTo(query_panel, QPoint(0, 0)).x()


def first_ink(panel: QWidget, widget: QWidget) -> int:
    """Where in the panel the leftmost pixel of a widget is drawn that is not its ground."""
    image = widget.grab().toImage()
    ground = image.pixelColor(0, image.height() // 2)
    ink = next(
        x
        for x in range(image.width())
        if any(abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60 for y in range(image.height()))
    )
    return widget.mapTo(panel, QPoint(0, 0)).x() + ink


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    return line


def test_the_status_line_says_how_many_how_and_how_long(
    status: StatusLine, result_of: Callable[..., SearchResult]
) -> None:
    status.show_result(result_of(200))
    assert "200 of 48,212 pictures" in texts(status)
    assert "exact, 9 ms (decode 21 ms, model 33 ms)" in texts(status)


def test_stages_that_were_not_needed_are_not_named(status: StatusLine, result_of: Callable[..., SearchResult]) -> None:
    status.show_result(result_of(1, how=Strategy.GRAPH, library_size=1, timings=Timings(search=0.3, total=0.3)))
    assert "1 of 1 picture" in texts(status)
    assert texts(status).endswith("graph, 0.3 ms")


def test_only_a_slow_search_moves_the_line(qtbot: QtBot, status: StatusLine) -> None:
    line = status.findChild(QProgressBar)
    status.show()
    status.set_searching(True)
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    status.set_searching(False)
    assert not line.isVisible()
    status.hide()


def test_steps_that_are_said_again_keep_their_buttons(qtbot: QtBot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    done: list[str] = []
    empty.say("image", "One", steps=[("Open", lambda: done.append("first")), ("Paste", lambda: None)])
    opening = button(empty, "Open")
    empty.say("image", "Two", steps=[("Open", lambda: done.append("second")), ("Paste", lambda: None)])
    assert button(empty, "Open") is opening
    opening.click()
    assert done == ["second"]
    empty.say("search", "Three", steps=[("Index again", lambda: done.append("third"))])
    shown = [item for item in empty.findChildren(QPushButton) if item.isVisibleTo(empty)]
    assert [item.text() for item in shown] == ["Index again"]
    shown[0].click()
    assert done[-1] == "third"


def test_an_open_list_of_models_stays_while_the_library_grows(
    top_bar: TopBar, library_of: Callable[..., LibraryState]
) -> None:
    top_bar.show_models(library_of(100, models=("classic", "pixels")).models, "pixels")
    before = top_bar.model.menu().actions()
    top_bar.show_models(library_of(200, models=("classic", "pixels")).models, "pixels")
    assert top_bar.model.menu().actions() == before
    top_bar.show_models(library_of(200, models=("classic", "pixels", "mobilenet")).models, "pixels")
    assert len(top_bar.model.menu().actions()) == 3
