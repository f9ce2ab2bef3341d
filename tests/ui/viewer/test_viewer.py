"""The large view: keys, mouse, what is read, what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.search_session import ShownExample
from imsearch_gui.domain.records import FileExample, SearchResult
from imsearch_gui.ui.results_view import ResultsView
from imsearch_gui.ui.viewer import geometry
from imsearch_gui.ui.viewer.viewer import Viewer

Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def wheel(viewer: Viewer, at: QPointF, notches: int) -> None:
    canvas = viewer.pane.canvas
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_it_opens_at_the_current_match_and_walks_with_it(
    viewer: Viewer, results: ResultsView, press: Callable[..., None]
) -> None:
    viewer.look()
    assert viewer.match is not None and viewer.match.image.id == 1003
    assert viewer.bar.rank.text() == "4 of 10"
    for key, row in (
        (Key.Key_Right, 4),
        (Key.Key_PageDown, 5),
        (Key.Key_Down, 6),
        (Key.Key_Left, 5),
        (Key.Key_PageUp, 4),
        (Key.Key_Up, 3),
        (Key.Key_End, 9),
        (Key.Key_Right, 9),
        (Key.Key_Home, 0),
        (Key.Key_Left, 0),
    ):
        press(key)
        assert results.currentIndex().row() == row
        assert viewer.match.image.id == 1000 + row
    assert viewer.bar.rank.text() == "1 of 10"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Escape, Key.Key_Return, Key.Key_Enter])
def test_keys_that_close_it(
    key: Qt.Key, viewer: Viewer, results: ResultsView, press: Callable[..., None], viewing: Any
) -> None:
    viewer.look()
    press(Key.Key_Right)
    viewing.bring(viewing.wished[0])
    press(key)
    assert viewer.isHidden()
    assert viewer.match is None
    assert results.hasFocus()
    assert results.currentIndex().row() == 4
    assert viewing.kept_bytes == 0


def test_space_that_is_held_down_does_not_close_what_it_opened(viewer: Viewer) -> None:
    viewer.look()
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, NONE, " ", True)
    QApplication.sendEvent(viewer.pane.canvas, held)
    assert viewer.isVisible()


def test_what_is_on_the_screen_is_read_first_then_its_neighbours(
    viewer: Viewer, viewing: Any, press: Callable[..., None]
) -> None:
    viewer.look()
    assert viewing.names == ["3", "4", "2"]
    press(Key.Key_Left)
    assert viewing.names == ["2", "1", "3"], "the next one in the direction of walking comes first"
    press(Key.Key_Home)
    assert viewing.names[0] == "0"
    assert set(viewing.names) == {"0", "1"}


def test_the_thumbnail_is_shown_until_the_picture_is_there(
    viewer: Viewer, results: ResultsView, viewing: Any, picture: Callable[..., QImage]
) -> None:
    results.results.set_thumbnail(1003, picture(160, 120))
    viewer.look()
    assert [image.width() for image in viewer.pane.canvas.images] == [160]
    viewing.bring(viewing.wished[1])
    assert [image.width() for image in viewer.pane.canvas.images] == [160], "that was the neighbour"
    viewing.bring(viewing.wished[0])
    assert [image.width() for image in viewer.pane.canvas.images] == [160, 640]


def test_every_pixel_is_read_only_for_a_closer_look(
    qtbot: QtBot, viewer: Viewer, results: ResultsView, viewing: Any, press: Callable[..., None]
) -> None:
    viewer.look()
    viewing.bring(viewing.wished[0], 6400, 4800)
    assert not any(name.endswith("full") for name in viewing.names)
    press(Key.Key_1)
    qtbot.waitUntil(lambda: viewing.names[:2] == ["3", "3 full"])
    press(Key.Key_0)
    qtbot.waitUntil(lambda: not any(name.endswith("full") for name in viewing.names))


def test_zoom_by_keys(viewer: Viewer, viewing: Any, press: Callable[..., None]) -> None:
    viewer.look()
    viewing.bring(viewing.wished[0], 6400, 4800)
    canvas = viewer.pane.canvas
    fit = canvas.scale
    press(Key.Key_1)
    assert canvas.scale * canvas.devicePixelRatioF() == pytest.approx(canvas.devicePixelRatioF())
    assert viewer.bar.zoom.text() == "100 %"
    press(Key.Key_Z)
    assert canvas.scale == fit
    press(Key.Key_Z)
    assert canvas.scale == 1
    press(Key.Key_Plus, SHIFT)
    press(Key.Key_Plus)
    assert canvas.scale == pytest.approx(2, rel=1e-3)
    press(Key.Key_Minus)
    assert canvas.scale == pytest.approx(2**0.5, rel=1e-3)
    press(Key.Key_0)
    assert canvas.view == geometry.FITTED


def test_shift_and_arrows_move_what_is_enlarged(viewer: Viewer, viewing: Any, press: Callable[..., None]) -> None:
    viewer.look()
    viewing.bring(viewing.wished[0], 6400, 4800)
    press(Key.Key_1)
    before = viewer.pane.canvas.place
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    after = viewer.pane.canvas.place
    assert (after.x, after.y) == pytest.approx((before.x - 64, before.y - 64))


def test_the_wheel_zooms_about_the_mouse(viewer: Viewer, viewing: Any) -> None:
    viewer.look()
    viewing.bring(viewing.wished[0], 6400, 4800)
    canvas = viewer.pane.canvas
    at = QPointF(420, 250)
    point = geometry.Point(at.x() * canvas.devicePixelRatioF(), at.y() * canvas.devicePixelRatioF())
    wheel(viewer, at, 4)
    before = geometry.point_at(canvas.view, room=canvas.room, picture=canvas.picture, at=point)
    wheel(viewer, at, 1)
    after = geometry.point_at(canvas.view, room=canvas.room, picture=canvas.picture, at=point)
    assert (after.x, after.y) == pytest.approx((before.x, before.y))
    assert canvas.view.scale is not None
    wheel(viewer, at, -20)
    assert canvas.scale <= 1


def test_dragging_and_double_click(qtbot: QtBot, viewer: Viewer, viewing: Any, point_at: Callable[..., None]) -> None:
    viewer.look()
    viewing.bring(viewing.wished[0], 6400, 4800)
    canvas = viewer.pane.canvas
    left = Qt.MouseButton.LeftButton
    qtbot.mouseDClick(canvas, left, pos=QPoint(500, 300))
    qtbot.mouseRelease(canvas, left, pos=QPoint(500, 300))
    assert canvas.scale == 1
    before = canvas.place
    qtbot.mousePress(canvas, left, pos=QPoint(500, 300))
    point_at(canvas, QPoint(470, 320), left)
    qtbot.mouseRelease(canvas, left, pos=QPoint(470, 320))
    after = canvas.place
    assert (after.x, after.y) == pytest.approx((before.x - 30, before.y + 20))
    qtbot.mouseDClick(canvas, left, pos=QPoint(500, 300))
    assert canvas.view == geometry.FITTED


def test_another_match_is_shown_whole(viewer: Viewer, viewing: Any, press: Callable[..., None]) -> None:
    viewer.look()
    press(Key.Key_1)
    press(Key.Key_Plus)
    press(Key.Key_Right)
    assert viewer.pane.canvas.view == geometry.FITTED


def test_a_broken_file_is_said_in_its_place(viewer: Viewer, viewing: Any, press: Callable[..., None]) -> None:
    viewer.look()
    viewing.refuse(viewing.wished[0], "truncated JPEG file")
    assert "picture 3.jpg cannot be shown" in viewer.pane.canvas.said
    assert "truncated JPEG file" in viewer.pane.canvas.said
    assert "index again" in viewer.pane.canvas.accessibleDescription()
    press(Key.Key_Right)
    assert viewer.pane.canvas.said == ""
    press(Key.Key_Left)
    assert "cannot be shown" in viewer.pane.canvas.said


def test_an_offline_file_is_said_to_be_offline(viewer: Viewer, viewing: Any) -> None:
    viewer.panes.set_offline([Path("/pictures")])
    viewer.look()
    viewing.refuse(viewing.wished[0], "there is no such file")
    assert "picture 3.jpg is offline" in viewer.pane.canvas.said
    assert "connect the disk" in viewer.pane.canvas.said


def test_what_can_be_done_with_a_match(viewer: Viewer, press: Callable[..., None]) -> None:
    wanted: list[object] = []
    viewer.similar_requested.connect(lambda image: wanted.append(image.id))
    viewer.reveal_requested.connect(wanted.append)
    viewer.look()
    press(Key.Key_O, CTRL | SHIFT)
    viewer.bar.reveal.click()
    assert wanted == [Path("/pictures/2024/picture 3.jpg")] * 2
    press(Key.Key_Return, CTRL)
    assert wanted[2:] == [1003]
    assert viewer.isHidden()
    viewer.look()
    viewer.bar.similar.click()
    assert wanted[3:] == [1003]


def test_every_button_says_its_name_and_its_key(viewer: Viewer) -> None:
    viewer.look()
    for button in viewer.bar.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip().startswith(button.accessibleName())
        assert button.toolTip().endswith(")")


def test_tab_stays_inside_and_reaches_everything(
    examples: Callable[..., tuple[ShownExample, ...]], viewer: Viewer, press: Callable[..., None]
) -> None:
    viewer.show_examples(examples(FileExample(Path("/a.jpg")), FileExample(Path("/b.jpg"))), 0)
    viewer.look(comparing=True)
    seen = []
    for _ in range(12):
        press(Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None and viewer.isAncestorOf(focus)
        seen.append(focus)
    wanted = {button for button in viewer.bar.findChildren(QToolButton) if button.isVisible()}
    assert wanted | {viewer.pane.canvas, viewer.other.canvas} == set(seen)
    viewer.bar.swap.setFocus()
    press(Key.Key_Return)
    assert viewer.isVisible() and viewer.panes.swapped


def test_keys_of_the_window_give_way(viewer: Viewer) -> None:
    viewer.look()
    for key, taken in ((Key.Key_1, True), (Key.Key_C, True), (Key.Key_F9, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NONE)
        event.ignore()
        QApplication.sendEvent(viewer.pane.canvas, event)
        assert event.isAccepted() is taken


def test_the_same_result_anew_keeps_what_is_looked_at(
    qtbot: QtBot, viewer: Viewer, results: ResultsView, result_of: Callable[..., SearchResult]
) -> None:
    viewer.look()
    viewer.pane.canvas.zoom_to(2.0)
    results.show_result(result_of(12), same_query=True)
    qtbot.waitUntil(lambda: viewer.bar.rank.text() == "4 of 12")
    assert viewer.isVisible()
    assert viewer.pane.canvas.scale == 2


def test_another_result_closes_it(
    qtbot: QtBot, viewer: Viewer, results: ResultsView, result_of: Callable[..., SearchResult]
) -> None:
    viewer.look()
    results.show_result(result_of(5, first=50))
    qtbot.waitUntil(viewer.isHidden)


# -- painting -----------------------------------------------------------------------------------------------------------


def colours(viewer: Viewer) -> set[str]:
    image = viewer.pane.canvas.grab().toImage()
    step = max(1, image.width() // 200)
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), step) for y in range(0, image.height(), step)
    }


def test_single_pixels_are_squares_from_200_per_cent_on(viewer: Viewer, viewing: Any) -> None:
    chess = QImage(640, 480, QImage.Format.Format_RGB32)
    for y in range(480):
        for x in range(640):
            chess.setPixel(x, y, 0xFFFFFFFF if (x + y) % 2 else 0xFF000000)
    viewer.look()
    canvas = viewer.pane.canvas
    canvas.show_picture(640, 480, [chess])
    canvas.clearFocus()
    canvas.zoom_to(4.0)
    assert colours(viewer) <= {"#ffffff", "#000000"}
    canvas.zoom_to(1.5)
    assert len(colours(viewer)) > 2


def test_the_surround_is_dark_and_neutral(viewer: Viewer, theme: object) -> None:
    viewer.look()
    viewer.pane.canvas.clearFocus()
    assert colours(viewer) == {"#1c1c1c"}
