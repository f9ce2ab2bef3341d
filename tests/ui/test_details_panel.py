"""What the details panel says of one match beside the catalog, and of several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.picture_details import ImageDetails, PictureDetails
from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.ui.details_panel import DetailsPanel
from imsearch_gui.ui.fact_list import FactList

EVERYTHING = ImageDetails(
    PictureDetails("2023-07-14T18:30:05", "FUJIFILM X-T3", "XF35mmF2 R WR", 1 / 250, 2.8, 400, 35, 53, -33.86, 151.21),
    models=("Classic", "DINOv2"),
)


@pytest.fixture
def panel(qtbot: QtBot, thumbnails: Any) -> DetailsPanel:
    panel = DetailsPanel(thumbnails)
    qtbot.addWidget(panel)
    panel.resize(248, 800)
    panel.show()
    return panel


@pytest.fixture
def match(result_of: Callable[..., SearchResult]) -> Match:
    return result_of(1, first=5).matches[0]


def said(panel: DetailsPanel) -> str:
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    return "\n".join(shown).replace("\u200b", "")


def facts(panel: DetailsPanel) -> FactList:
    found = panel.findChild(FactList)
    assert isinstance(found, FactList)
    return found


def test_the_catalog_is_shown_at_once_and_the_file_when_it_is_read(panel: DetailsPanel, match: Match) -> None:
    wanted: list[Any] = []
    panel.details_wanted.connect(wanted.append)
    panel.show_match(match, Metric.COSINE)
    assert wanted == [match.image]
    assert "A camera" in said(panel) and "640 × 480  (0.3 MP)" in said(panel)
    assert "Lens" not in said(panel) and "Models" not in said(panel)
    panel.show_details(5, EVERYTHING)
    for words in (
        "FUJIFILM X-T3",
        "XF35mmF2 R WR",
        "1/250 s, f/2.8, ISO 400",
        "35 mm (53 mm on 35 mm film)",
        "-33.860000, 151.210000",
        "2023-07-14 18:30",
        "Classic\nDINOv2",
    ):
        assert words in said(panel)


def test_details_of_another_image_are_not_shown(panel: DetailsPanel, match: Match) -> None:
    panel.show_match(match, Metric.COSINE)
    panel.show_details(6, EVERYTHING)
    assert "FUJIFILM" not in said(panel)


def test_they_are_asked_for_once_and_given_up_with_the_match(panel: DetailsPanel, match: Match) -> None:
    wanted: list[Any] = []
    panel.details_wanted.connect(wanted.append)
    panel.show_match(match, Metric.COSINE)
    panel.show_details(5, EVERYTHING)
    panel.show_match(replace(match, rank=2), Metric.L1)
    assert "FUJIFILM" in said(panel), "what is known stays"
    changed = replace(match, image=replace(match.image, mtime_ns=7))
    panel.show_match(changed, Metric.L1)
    assert "FUJIFILM" not in said(panel), "the file is another one now"
    panel.show_match(None, Metric.L1)
    assert wanted == [match.image, changed.image, None]


def test_marks_are_shown_where_there_are_any(panel: DetailsPanel, match: Match) -> None:
    panel.show_match(match, Metric.COSINE)
    for name in ("Labels", "Colour", "Rating"):
        assert name not in said(panel)
    marked = replace(match.image, marks=Marks(("boats", "Norway"), colour=4, rating=3))
    panel.show_match(replace(match, image=marked), Metric.COSINE)
    for words in ("boats, Norway", "Green", "★★★"):
        assert words in said(panel)


def test_values_can_be_copied(qtbot: QtBot, panel: DetailsPanel, match: Match) -> None:
    panel.show_match(match, Metric.COSINE)
    panel.show_details(5, EVERYTHING)
    buttons = {button.accessibleName(): button for button in facts(panel).findChildren(QToolButton)}
    clipboard = QGuiApplication.clipboard()
    buttons["Copy the coordinates"].click()
    assert clipboard.text() == "-33.860000, 151.210000"
    buttons["Copy the path of the file"].click()
    assert clipboard.text() == str(Path("/pictures/2024/picture 0.jpg"))
    folder = next(label for label in panel.findChildren(QLabel) if label.accessibleName() == "Folder")
    assert folder.focusPolicy() & Qt.FocusPolicy.TabFocus
    folder.setFocus(Qt.FocusReason.TabFocusReason)
    assert folder.selectedText() != "", "what Tab comes to can be seen"
    qtbot.keyClick(folder, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == str(Path("/pictures/2024")), "no invisible marks"


def test_an_offline_image_says_so_and_keeps_what_is_known(panel: DetailsPanel, match: Match) -> None:
    panel.set_offline([Path("/pictures")])
    panel.show_match(match, Metric.COSINE)
    panel.show_details(5, ImageDetails(problem="there is no such file", models=("Classic",)))
    assert "Offline: its disk or folder is not there" in said(panel)
    assert "A camera" in said(panel) and "Classic" in said(panel)


def test_a_file_that_cannot_be_read_is_said(panel: DetailsPanel, match: Match) -> None:
    panel.show_match(match, Metric.COSINE)
    panel.show_details(5, ImageDetails(problem="truncated JPEG file"))
    assert "The file cannot be read: truncated JPEG file." in said(panel)
    assert "A camera" in said(panel)


def test_several_are_counted(panel: DetailsPanel, match: Match) -> None:
    panel.show_match(match, Metric.COSINE)
    panel.show_several(1234, 5_600_000)
    assert "1,234 pictures are selected, 5.6 MB in all" in said(panel)
    assert "A camera" not in said(panel)
    panel.show_several(2_000_000, None)
    assert "2,000,000 pictures are selected" in said(panel)
    panel.show_match(match, Metric.COSINE)
    assert "A camera" not in said(panel), "another current one among several is not the only one"
    panel.show_several(1, None)
    assert "A camera" in said(panel)
    assert "selected" not in said(panel)


def test_a_double_click_on_the_picture_shows_it_large(qtbot: QtBot, panel: DetailsPanel, match: Match) -> None:
    panel.show_match(match, Metric.COSINE)
    with qtbot.waitSignal(panel.preview_requested):
        qtbot.mouseDClick(panel._preview, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_no_height_makes_the_scroll_bar_come_and_go_for_ever(
    qtbot: QtBot, panel: DetailsPanel, match: Match, picture: Callable[..., QImage]
) -> None:
    panel.show_match(match, Metric.COSINE)
    panel._preview.set_picture(picture(), 640, 427)
    panel.resize(248, 300)
    panel.show()
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    seen = set()
    for height in range(300, 720, 3):
        panel.resize(248, height)
        QApplication.processEvents()
        seen.add((panel._preview.width(), area.verticalScrollBar().isEnabled()))
    # The picture is as wide with the bar as without it.
    assert {enabled for _, enabled in seen} == {True, False}
    assert len({width for width, _ in seen}) == 1


def test_long_words_make_the_panel_wider(panel: DetailsPanel, match: Match) -> None:
    panel.show_match(match, Metric.COSINE)
    panel.show()
    before = panel.minimumSizeHint().width()
    panel._buttons[1].setText("In einem anderen Programm öffnen")
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() > before
