"""The region, drawn and changed by mouse and keyboard; always in picture pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.domain.region import Region
from imsearch_gui.ui.region_view import RegionView

Drag = Callable[[tuple[int, int], tuple[int, int]], None]
WIDTH, HEIGHT = 4000, 3000
"""The picture; the widget shows it at a tenth, from an image that is smaller still."""


@pytest.fixture
def view(qtbot: QtBot, picture: Callable[..., QImage]) -> Iterator[RegionView]:
    view = RegionView()
    qtbot.addWidget(view)
    view.setMaximumHeight(300)
    view.resize(400, 300)
    view.set_picture(picture(200, 150), WIDTH, HEIGHT)
    view.show()
    assert view.picture_rect().toRect().getRect() == (0, 0, 400, 300)
    yield view
    view.hide()


@pytest.fixture
def told(view: RegionView) -> list[Region | None]:
    regions: list[Region | None] = []
    view.region_changed.connect(regions.append)
    return regions


@pytest.fixture
def press(qtbot: QtBot, view: RegionView, point_at: Callable[..., None]) -> Drag:
    """press(start, end): drag, and hold."""

    def hold(start: tuple[int, int], end: tuple[int, int]) -> None:
        left = Qt.MouseButton.LeftButton
        qtbot.mousePress(view, left, pos=QPoint(*start))
        point_at(view, QPoint((start[0] + end[0]) // 2, (start[1] + end[1]) // 2), left)
        point_at(view, QPoint(*end), left)

    return hold


@pytest.fixture
def drag(qtbot: QtBot, view: RegionView, press: Drag) -> Drag:
    """drag(start, end)"""

    def let_go(start: tuple[int, int], end: tuple[int, int]) -> None:
        press(start, end)
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(*end))

    return let_go


def test_dragging_draws_a_region_in_picture_pixels(view: RegionView, told: list[Region | None], drag: Drag) -> None:
    drag((50, 60), (150, 200))
    assert told == [Region(500, 600, 1000, 1400)]
    assert view.region == told[0]


def test_nothing_is_told_before_the_mouse_is_let_go(
    qtbot: QtBot, view: RegionView, told: list[Region | None], press: Drag
) -> None:
    press((50, 60), (150, 200))
    assert view.region == Region(500, 600, 1000, 1400)
    assert told == []
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 200))
    assert len(told) == 1


def test_a_click_is_no_region(qtbot: QtBot, view: RegionView, told: list[Region | None]) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert told == []
    assert view.region is None


def test_moving_keeps_the_size_and_stays_inside(view: RegionView, told: list[Region | None], drag: Drag) -> None:
    view.set_region(Region(1000, 1000, 1000, 1000))
    drag((150, 150), (190, 130))
    assert told == [Region(1400, 800, 1000, 1000)]
    drag((190, 130), (390, 290))
    assert told[-1] == Region(3000, 2000, 1000, 1000)


def test_a_corner_resizes(view: RegionView, told: list[Region | None], drag: Drag) -> None:
    view.set_region(Region(1000, 1000, 1000, 1000))
    drag((200, 200), (250, 280))
    assert told == [Region(1000, 1000, 1500, 1800)]


def test_an_edge_resizes_one_side(view: RegionView, told: list[Region | None], drag: Drag) -> None:
    view.set_region(Region(1000, 1000, 1000, 1000))
    drag((100, 150), (60, 180))
    assert told == [Region(600, 1000, 1400, 1000)]


def test_dragging_outside_the_region_draws_another(view: RegionView, told: list[Region | None], drag: Drag) -> None:
    view.set_region(Region(1000, 1000, 500, 500))
    drag((300, 200), (350, 250))
    assert told == [Region(3000, 2000, 500, 500)]


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, Region(101, 100, 200, 200)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, Region(100, 99, 200, 200)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, Region(100, 110, 200, 200)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, Region(100, 100, 201, 200)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, Region(100, 100, 200, 199)),
    ],
)
def test_arrows_nudge_and_resize(
    qtbot: QtBot,
    view: RegionView,
    told: list[Region | None],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    expected: Region,
) -> None:
    view.set_region(Region(100, 100, 200, 200))
    qtbot.keyClick(view, key, modifier)
    assert told == [expected]


def test_escape_clears(qtbot: QtBot, view: RegionView, told: list[Region | None]) -> None:
    view.set_region(Region(100, 100, 200, 200))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert told == [None]
    assert view.region is None


def test_double_click_clears(qtbot: QtBot, view: RegionView, told: list[Region | None]) -> None:
    view.set_region(Region(100, 100, 200, 200))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert told == [None]


def test_escape_while_dragging_takes_the_drag_back(
    qtbot: QtBot, view: RegionView, told: list[Region | None], press: Drag
) -> None:
    view.set_region(Region(1000, 1000, 500, 500))
    press((125, 125), (225, 125))
    assert view.region != Region(1000, 1000, 500, 500)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(225, 125))
    assert view.region == Region(1000, 1000, 500, 500)
    assert told == []


def test_setting_a_region_tells_nobody(view: RegionView, told: list[Region | None]) -> None:
    view.set_region(Region(1, 2, 3, 4))
    assert view.region == Region(1, 2, 3, 4)
    assert told == []


def test_an_answer_does_not_take_the_region_out_of_the_hand(qtbot: QtBot, view: RegionView, press: Drag) -> None:
    press((50, 60), (150, 200))
    view.set_region(None)
    assert view.region == Region(500, 600, 1000, 1400)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 200))


def test_without_a_picture_nothing_can_be_drawn(view: RegionView, told: list[Region | None], drag: Drag) -> None:
    view.set_picture(QImage(), 0, 0)
    drag((50, 60), (150, 200))
    assert told == []


def test_outside_is_darkened_and_inside_is_not(
    view: RegionView, told: list[Region | None], picture: Callable[..., QImage]
) -> None:
    view.set_region(Region(1000, 500, 2000, 2000))
    shown = view.grab().toImage()
    scale = shown.width() / 400
    inside = shown.pixelColor(round(140 * scale), round(90 * scale))
    outside = shown.pixelColor(round(20 * scale), round(20 * scale))
    assert inside == picture().pixelColor(0, 0)
    assert outside.lightness() < inside.lightness() * 0.7


def test_the_cursor_says_what_the_mouse_would_do(qtbot: QtBot, view: RegionView, point_at: Callable[..., None]) -> None:
    view.set_region(Region(1000, 1000, 1000, 1000))
    for point, shape in (
        ((150, 150), Qt.CursorShape.SizeAllCursor),
        ((200, 200), Qt.CursorShape.SizeFDiagCursor),
        ((200, 150), Qt.CursorShape.SizeHorCursor),
        ((300, 50), Qt.CursorShape.CrossCursor),
    ):
        point_at(view, QPoint(*point))
        qtbot.waitUntil(lambda shape=shape: view.cursor().shape() is shape)


def test_a_tall_picture_does_not_take_the_panel(view: RegionView, picture: Callable[..., QImage]) -> None:
    view.set_picture(picture(100, 1000), 100, 1000)
    assert view.maximumHeight() <= 320
    rect = view.picture_rect()
    assert abs(rect.width() / rect.height() - 0.1) < 0.01
