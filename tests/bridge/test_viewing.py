"""Pictures to be looked at: what is read, in which order, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge import viewing as module
from imsearch_gui.bridge.viewing import Sight, Viewing, Wish, read_sight, wish_for
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import FileExample, PixelsExample
from imsearch_gui.domain.region import Region


def wish(name: str, side: int | None = 100) -> Wish:
    return Wish(FileExample(Path(name)), side)


def sight(side: int = 10) -> Sight:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(0)
    return Sight(image, side, side)


class Slow:
    """A reader that waits at the first picture until the test says go."""

    def __init__(self, door: Any) -> None:
        self.door = door
        self.seen: list[str] = []

    def __call__(self, wanted: Wish) -> Sight:
        assert isinstance(wanted.example, FileExample)
        self.seen.append(f"{wanted.example.path}{'' if wanted.side else ' full'}")
        if len(self.seen) == 1:
            self.door.pass_through()
        if wanted.example.path.name == "broken":
            raise PictureError("truncated JPEG file")
        if wanted.example.path.name == "bug":
            raise ZeroDivisionError("ours")
        return sight()


@pytest.fixture
def slow(door: Callable[[], Any]) -> Slow:
    return Slow(door())


def test_what_is_wished_for_most_is_read_next(
    qtbot: QtBot, slow: Slow, closing: Callable[[Any], Any], hear: Callable[[Any], Any]
) -> None:
    viewing = closing(Viewing(read=slow))
    ready = hear(viewing.ready)
    viewing.wish([wish("1"), wish("2"), wish("3")])
    slow.door.wait_until_reached()
    viewing.wish([wish("5"), wish("5", None), wish("6"), wish("2")])
    slow.door.open()
    qtbot.waitUntil(lambda: len(ready) == 5)
    assert slow.seen == ["1", "5", "5 full", "6", "2"]
    assert [str(wanted.example.path) for wanted, _ in ready] == ["1", "5", "5", "6", "2"]


def test_nothing_is_read_twice(
    qtbot: QtBot, slow: Slow, closing: Callable[[Any], Any], hear: Callable[[Any], Any]
) -> None:
    viewing = closing(Viewing(read=slow))
    ready = hear(viewing.ready)
    viewing.wish([wish("1"), wish("broken")])
    slow.door.wait_until_reached()
    viewing.wish([wish("1"), wish("broken")])
    slow.door.open()
    qtbot.waitUntil(lambda: viewing.problem(wish("broken")) != "")
    viewing.wish([wish("1"), wish("broken"), wish("2")])
    qtbot.waitUntil(lambda: len(ready) == 2)
    assert slow.seen == ["1", "broken", "2"]
    assert viewing.kept(wish("1")) is not None


def test_after_clear_no_earlier_answer_comes(
    qtbot: QtBot, slow: Slow, closing: Callable[[Any], Any], hear: Callable[[Any], Any]
) -> None:
    viewing = closing(Viewing(read=slow))
    ready = hear(viewing.ready)
    viewing.wish([wish("1"), wish("2")])
    slow.door.wait_until_reached()
    viewing.clear()
    viewing.wish([wish("3")])
    slow.door.open()
    qtbot.waitUntil(lambda: len(ready) == 1)
    assert slow.seen == ["1", "3"]
    assert viewing.kept(wish("1")) is None
    assert viewing.kept(wish("3")) is not None


def test_a_broken_picture_and_a_bug_stop_nothing(
    qtbot: QtBot, slow: Slow, closing: Callable[[Any], Any], hear: Callable[[Any], Any]
) -> None:
    viewing = closing(Viewing(read=slow))
    slow.door.open()
    failed, ready = hear(viewing.failed), hear(viewing.ready)
    viewing.wish([wish("broken"), wish("bug"), wish("good")])
    qtbot.waitUntil(lambda: len(ready) == 1)
    assert failed[0] == (wish("broken"), "truncated JPEG file")
    assert "ZeroDivisionError" in failed[1][1]


def test_memory_is_bounded(qtbot: QtBot, closing: Callable[[Any], Any], hear: Callable[[Any], Any]) -> None:
    one = sight(100).image.sizeInBytes()
    viewing = closing(Viewing(read=lambda _: sight(100), kept_bytes=3 * one))
    ready = hear(viewing.ready)
    for number in range(8):
        viewing.wish([wish(str(number)), wish("0")])
        qtbot.waitUntil(lambda number=number: viewing.kept(wish(str(number))) is not None)
        assert viewing.kept_bytes <= 3 * one
    # What is wished for all the time is not what gives way.
    assert [str(wanted.example.path) for wanted, _ in ready] == [str(number) for number in range(8)]
    viewing.clear()
    assert viewing.kept_bytes == 0


def test_a_picture_in_some_size(tmp_path: Path, draw: Callable[..., Path]) -> None:
    file = draw(tmp_path / "a.png", 1, size=(300, 200))
    small = read_sight(wish(str(file), 90))
    assert (small.image.width(), small.image.height(), small.width, small.height) == (90, 60, 300, 200)
    full = read_sight(wish(str(file), None))
    assert (full.image.width(), full.image.height()) == (300, 200)
    assert read_sight(wish(str(file), 4000)).image.width() == 300
    pasted = read_sight(wish_for(PixelsExample(file.read_bytes(), region=Region(5, 5, 20, 20)), None))
    assert pasted.image.width() == 300


def test_a_picture_that_is_too_large_to_be_kept(
    tmp_path: Path, draw: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_PIXELS", 5000)
    full = read_sight(wish(str(draw(tmp_path / "a.png", 1, size=(300, 200))), None))
    assert 4000 < full.image.width() * full.image.height() <= 5000
    assert (full.width, full.height) == (300, 200)


def test_odd_pictures(tmp_path: Path) -> None:
    Image.new("RGB", (1, 1), "red").save(tmp_path / "dot.png")
    Image.new("RGB", (20_000, 50), "red").save(tmp_path / "strip.png")
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("#ff0000", "#0000ff")]
    frames[0].save(tmp_path / "moves.gif", save_all=True, append_images=frames[1:])
    assert read_sight(wish(str(tmp_path / "dot.png"))).image.width() == 1
    strip = read_sight(wish(str(tmp_path / "strip.png"), 1000))
    assert (strip.image.width(), strip.image.height(), strip.height) == (1000, 2, 50)
    assert read_sight(wish(str(tmp_path / "clear.png"))).image.pixelColor(5, 5).name() == "#ffffff"
    assert read_sight(wish(str(tmp_path / "moves.gif"))).image.pixelColor(5, 5).name() == "#ff0000"


def test_a_photograph_that_lies_on_its_side(shared_data: Path) -> None:
    seen = read_sight(wish(str(shared_data / "large" / "IMG_1025.JPG"), 800))
    assert (seen.width, seen.height) == (3024, 4032)
    assert (seen.image.width(), seen.image.height()) == (600, 800)
