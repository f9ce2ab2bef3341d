"""What is read of the one image that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.details import DetailsReader, read_details
from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.records import ImageRecord, PictureInfo
from imsearch_gui.library.library import Library


@pytest.fixture
def filled(tmp_path: Path, pictures: Path, fill: Callable[..., None]) -> Path:
    folder = tmp_path / "library"
    fill(folder, pictures)
    return folder


def first(folder: Path) -> ImageRecord:
    with Library.open(folder) as library:
        return next(library.images())


def test_models_that_know_an_image(filled: Path, pictures: Path, fill: Callable[..., None]) -> None:
    image = first(filled)
    (one,) = read_details(image, filled).models
    fill(filled, pictures, "classic")
    before, after = read_details(image, filled).models
    assert before == one
    assert after != one
    assert read_details(image, None).models == ()


def test_an_image_whose_file_is_away(filled: Path) -> None:
    image = first(filled)
    image.path.unlink()
    found = read_details(image, filled)
    assert found.problem == "there is no such file"
    assert len(found.models) == 1


def test_a_library_that_is_gone(tmp_path: Path, filled: Path) -> None:
    with pytest.raises(LibraryError, match="Which models know the picture cannot be said"):
        read_details(first(filled), tmp_path / "nowhere")


def test_only_the_newest_image_is_answered(
    qtbot: QtBot, closing: Callable[[Any], Any], hear: Callable[[Any], Any], draw: Callable[..., Path], tmp_path: Path
) -> None:
    reader = closing(DetailsReader())
    ready = hear(reader.ready)
    info = PictureInfo(96, 72, "PNG")
    for number in range(20):
        reader.read(ImageRecord(number, draw(tmp_path / "a.png", 1), 1, 1, info), None)
    qtbot.waitUntil(lambda: len(ready) > 0)
    assert [image_id for image_id, _ in ready] == [19]
