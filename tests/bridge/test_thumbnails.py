"""Thumbnails: newest first, forgotten when scrolled away, kept within bounds, never of another library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import thumbnails as module
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Pixels

Closing = Callable[[Any], Any]


class Loader:
    """Stands in for the thumbnail cache; the first load may be held up."""

    def __init__(self) -> None:
        self.loaded: list[str] = []
        self.gate: Any = None
        self.errors: dict[str, Exception] = {}

    def __call__(self, path: Path, side: int) -> Pixels:
        self.loaded.append(path.name)
        if self.gate is not None and len(self.loaded) == 1:
            self.gate.pass_through()
        if path.name in self.errors:
            raise self.errors[path.name]
        return np.full((side * 3 // 4, side, 3), (10, 20, 30), np.uint8)


@pytest.fixture
def loader(monkeypatch: pytest.MonkeyPatch) -> Loader:
    monkeypatch.setattr(module, "THREADS", 1)
    return Loader()


@pytest.fixture
def service(qtbot: QtBot, closing: Closing, loader: Loader) -> ThumbnailService:
    service: ThumbnailService = closing(ThumbnailService(make_loader=lambda: loader))
    return service


def path_of(number: int) -> Path:
    return Path(f"/pictures/{number}.jpg")


def test_a_thumbnail_comes_once_and_is_then_at_hand(
    qtbot: QtBot, service: ThumbnailService, loader: Loader, hear: Any
) -> None:
    ready = hear(service.ready)
    assert service.request(7, path_of(7), 160) is None
    assert service.request(7, path_of(7), 160) is None
    qtbot.waitUntil(lambda: bool(ready))
    image_id, image = ready[0]
    assert image_id == 7
    assert (image.width(), image.height()) == (160, 120)
    assert image.pixelColor(80, 60).getRgb()[:3] == (10, 20, 30)
    assert service.request(7, path_of(7), 160) is not None
    assert loader.loaded == ["7.jpg"]


def test_the_newest_request_is_served_first(
    qtbot: QtBot, service: ThumbnailService, loader: Loader, hear: Any, door: Any
) -> None:
    ready = hear(service.ready)
    loader.gate = door()
    for number in range(5):
        service.request(number, path_of(number), 100)
        if number == 0:
            loader.gate.wait_until_reached()
    service.request(1, path_of(1), 100)
    loader.gate.open()
    qtbot.waitUntil(lambda: len(ready) == 5)
    assert loader.loaded == ["0.jpg", "1.jpg", "4.jpg", "3.jpg", "2.jpg"]


def test_what_was_scrolled_away_is_not_loaded(
    qtbot: QtBot, service: ThumbnailService, loader: Loader, hear: Any, door: Any
) -> None:
    ready = hear(service.ready)
    loader.gate = door()
    service.request(0, path_of(0), 100)
    loader.gate.wait_until_reached()
    for number in range(1, 50):
        service.request(number, path_of(number), 100)
    service.retain([3, 4])
    loader.gate.open()
    qtbot.waitUntil(lambda: len(ready) == 3)
    assert loader.loaded == ["0.jpg", "4.jpg", "3.jpg"]


def test_a_picture_that_cannot_be_read_says_why(
    qtbot: QtBot, service: ThumbnailService, loader: Loader, hear: Any, caplog: pytest.LogCaptureFixture
) -> None:
    failed, ready = hear(service.failed), hear(service.ready)
    loader.errors = {"1.jpg": PictureError("empty file"), "2.jpg": ZeroDivisionError("a bug")}
    for number in (1, 2, 3):
        service.request(number, path_of(number), 100)
    qtbot.waitUntil(lambda: len(failed) == 2 and bool(ready))
    reasons = dict(failed)
    assert reasons[1] == "empty file"
    assert "ZeroDivisionError" in reasons[2]
    assert "internal error" in caplog.text


def test_memory_is_bounded_and_the_oldest_goes_first(qtbot: QtBot, closing: Closing, loader: Loader, hear: Any) -> None:
    one = 100 * 75 * 3
    service = closing(ThumbnailService(make_loader=lambda: loader, kept_bytes=3 * one))
    ready = hear(service.ready)
    for number in range(3):
        service.request(number, path_of(number), 100)
        qtbot.waitUntil(lambda number=number: len(ready) == number + 1)
    # Looked at again, so number 1 is now the oldest.
    assert service.request(0, path_of(0), 100) is not None
    service.request(3, path_of(3), 100)
    qtbot.waitUntil(lambda: len(ready) == 4)
    assert service.request(0, path_of(0), 100) is not None
    assert service.request(3, path_of(3), 100) is not None
    assert service.request(1, path_of(1), 100) is None


def test_an_id_of_another_library_is_another_picture(
    qtbot: QtBot, service: ThumbnailService, loader: Loader, hear: Any, door: Any
) -> None:
    ready = hear(service.ready)
    loader.gate = door()
    service.request(1, Path("/old/a.jpg"), 100)
    service.request(2, Path("/old/b.jpg"), 100)
    loader.gate.wait_until_reached()
    service.clear()
    service.request(1, Path("/new/c.jpg"), 100)
    loader.gate.open()
    qtbot.waitUntil(lambda: bool(ready))
    service.close()
    assert loader.loaded == ["a.jpg", "c.jpg"]
    assert len(ready) == 1
    assert service.request(1, Path("/old/a.jpg"), 100) is None


def test_what_changed_on_the_disk_is_loaded_again(
    qtbot: QtBot, service: ThumbnailService, loader: Loader, hear: Any
) -> None:
    ready = hear(service.ready)
    service.request(1, path_of(1), 100)
    qtbot.waitUntil(lambda: len(ready) == 1)
    service.forget_kept()
    assert service.request(1, path_of(1), 100) is None
    qtbot.waitUntil(lambda: len(ready) == 2)


def test_it_closes_while_busy(
    service: ThumbnailService, loader: Loader, hear: Any, door: Any, deliver: Callable[[], None]
) -> None:
    ready = hear(service.ready)
    loader.gate = door()
    for number in range(20):
        service.request(number, path_of(number), 100)
        if number == 0:
            loader.gate.wait_until_reached()
    service.stop()
    loader.gate.open()
    service.close()
    service.close()
    deliver()
    assert loader.loaded == ["0.jpg"]
    assert ready == []
    assert service.request(99, path_of(99), 100) is None


def test_real_thumbnails_by_two_threads(
    qtbot: QtBot, closing: Closing, pictures: Path, hear: Any, tmp_path: Path
) -> None:
    service = closing(ThumbnailService())
    ready, failed = hear(service.ready), hear(service.failed)
    for number in range(5):
        service.request(number, pictures / f"{number}.png", 160)
    service.request(5, tmp_path / "missing.png", 160)
    qtbot.waitUntil(lambda: len(ready) == 5 and bool(failed))
    assert {image_id for image_id, _ in ready} == set(range(5))
    assert failed[0][0] == 5
