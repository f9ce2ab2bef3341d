"""The pictures indexed last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.ui.wizard.wall import ThumbnailWall

PATHS = tuple(Path(f"/pictures/{number}.jpg") for number in range(20))


@pytest.fixture
def wall(qtbot: QtBot, thumbnails: Any) -> Iterator[ThumbnailWall]:
    wall = ThumbnailWall(thumbnails)
    wall.resize(700, 220)
    with qtbot.waitExposed(wall):
        wall.show()
    yield wall
    wall.close()
    wall.deleteLater()


def test_a_thumbnail_is_asked_for_at_each_tick(wall: ThumbnailWall, qtbot: QtBot, thumbnails: Any) -> None:
    wall.start()
    wall.show_latest(PATHS[:2])
    assert thumbnails.requests == []
    wall._tick.setInterval(0)
    qtbot.waitUntil(lambda: len(thumbnails.requests) == 2)
    assert [path for _, path, _ in thumbnails.requests] == list(PATHS[:2])
    wall.show_latest(())
    wall._ask()
    assert len(thumbnails.requests) == 2, "each picture once"


def test_ids_are_no_ids_of_images_and_never_the_same(wall: ThumbnailWall, qtbot: QtBot, thumbnails: Any) -> None:
    for _ in range(2):
        wall.start()
        wall.show_latest(PATHS[:3])
        for _ in range(3):
            wall._ask()
    ids = [image_id for image_id, _, _ in thumbnails.requests]
    assert len(set(ids)) == 6
    assert max(ids) < 0


def test_pictures_fill_the_cells_and_then_replace_the_oldest(
    wall: ThumbnailWall, thumbnails: Any, picture: Callable[..., QImage]
) -> None:
    assert wall.cells == 10
    wall.start()
    wall.show_latest(PATHS)
    for number in range(12):
        wall._ask()
        thumbnails.ready.emit(thumbnails.requests[-1][0], picture(colour=QColor(number, 0, 0).name()))
    assert [image.pixelColor(0, 0).red() for image in wall.images] == [10, 11, *range(2, 10)]


def test_what_is_kept_already_is_shown_at_once(
    wall: ThumbnailWall, thumbnails: Any, picture: Callable[..., QImage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "request", lambda *_: picture())
    wall.start()
    wall.show_latest(PATHS)
    wall._ask()
    assert len(wall.images) == 1


def test_thumbnails_of_others_are_not_taken(
    wall: ThumbnailWall, thumbnails: Any, picture: Callable[..., QImage]
) -> None:
    wall.start()
    wall.show_latest(PATHS)
    wall._ask()
    thumbnails.failed.emit(thumbnails.requests[-1][0], "gone")
    thumbnails.ready.emit(thumbnails.requests[-1][0], picture())
    thumbnails.ready.emit(1000, picture())
    assert wall.images == []


def test_a_short_job_shows_its_pictures_in_the_end(
    wall: ThumbnailWall, qtbot: QtBot, thumbnails: Any, picture: Callable[..., QImage]
) -> None:
    wall.start()
    wall.show_latest(PATHS[:4])
    wall.stop()
    assert [path for _, path, _ in thumbnails.requests] == list(PATHS[:4])
    dropped = list(thumbnails.requests)
    thumbnails.requests.clear()
    wall._tick.setInterval(0)
    qtbot.waitUntil(lambda: thumbnails.requests[:4] == dropped, timeout=2000)
    for image_id, _, _ in dropped[:3]:
        thumbnails.ready.emit(image_id, picture())
    thumbnails.failed.emit(dropped[3][0], "gone")
    qtbot.waitUntil(lambda: not wall._tick.isActive())
    assert len(wall.images) == 3


def test_a_wall_that_nobody_sees_asks_for_nothing(wall: ThumbnailWall) -> None:
    wall.start()
    wall.hide()
    assert not wall._tick.isActive()


def test_fewer_cells_keep_what_fits(wall: ThumbnailWall, thumbnails: Any, picture: Callable[..., QImage]) -> None:
    wall.start()
    wall.show_latest(PATHS)
    for _ in range(7):
        wall._ask()
        thumbnails.ready.emit(thumbnails.requests[-1][0], picture())
    wall.resize(300, 100)
    assert wall.cells == len(wall.images) == 2
    wall._ask()
    thumbnails.ready.emit(thumbnails.requests[-1][0], picture())
    assert len(wall.images) == 2
    wall.resize(700, 220)
    wall._ask()
    thumbnails.ready.emit(thumbnails.requests[-1][0], picture())
    assert len(wall.images) == 3
    wall.grab()
