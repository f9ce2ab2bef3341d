"""The smaller parts: survey, full pictures, QImages, settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.images import to_png, to_qimage
from imsearch_gui.bridge.pictures import PictureReader
from imsearch_gui.bridge.settings_store import RECENT, SettingsStore
from imsearch_gui.bridge.survey import FolderSurvey
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.settings import METRIC, TOP

Closing = Callable[[Any], Any]


# -- survey -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def survey(qtbot: QtBot, closing: Closing) -> FolderSurvey:
    survey: FolderSurvey = closing(FolderSurvey())
    return survey


def test_pictures_are_counted_with_their_bytes(
    qtbot: QtBot, survey: FolderSurvey, hear: Any, pictures: Path, draw: Any
) -> None:
    draw(pictures / "deep" / "6.jpg", 6)
    (pictures / "notes.txt").write_text("no picture")
    counts = hear(survey.counted)
    survey.start([pictures, pictures / "deep"])
    qtbot.waitUntil(lambda: bool(counts) and counts[-1].done)
    assert counts[-1].pictures == 6, "each once, though one folder lies in the other"
    assert counts[-1].bytes == sum(file.stat().st_size for file in pictures.rglob("*.[jp]*g"))
    survey.start([pictures], recursive=False, exclude=("0.*",))
    qtbot.waitUntil(lambda: len(counts) >= 2 and counts[-1].done and counts[-1].pictures != 6)
    assert counts[-1].pictures == 4


def test_only_the_newest_count_is_told(
    qtbot: QtBot, survey: FolderSurvey, hear: Any, pictures: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    counts = hear(survey.counted)
    for _ in range(20):
        survey.start([pictures])
    survey.start([tmp_path / "empty"])
    qtbot.waitUntil(lambda: bool(counts))
    assert [count.pictures for count in counts] == [0]
    survey.start([pictures])
    survey.stop()
    survey.start([tmp_path / "empty"])
    qtbot.waitUntil(lambda: len(counts) == 2)
    assert counts[1].pictures == 0


def test_a_folder_that_is_gone_is_a_sentence(qtbot: QtBot, survey: FolderSurvey, hear: Any, tmp_path: Path) -> None:
    counts = hear(survey.counted)
    survey.start([tmp_path / "gone"])
    qtbot.waitUntil(lambda: bool(counts))
    assert counts[0].done
    assert "gone" in counts[0].problem


# -- pictures and QImages -----------------------------------------------------------------------------------------------


def test_a_picture_in_full_and_why_there_is_none(
    qtbot: QtBot, closing: Closing, hear: Any, draw: Any, tmp_path: Path
) -> None:
    reader = closing(PictureReader())
    failed, images = hear(reader.failed), []
    reader.read(draw(tmp_path / "a.png", 1, (300, 200)), images.append)
    qtbot.waitUntil(lambda: bool(images))
    assert (images[0].width(), images[0].height()) == (300, 200)
    reader.read(tmp_path / "gone.png", images.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert len(images) == 1


def test_a_qimage_owns_its_pixels(qtbot: QtBot) -> None:
    pixels = np.zeros((3, 5, 3), np.uint8)
    pixels[1, 2] = (10, 200, 30)
    image = to_qimage(pixels[:, ::-1])
    pixels[:] = 255
    assert (image.width(), image.height()) == (5, 3)
    assert image.pixelColor(2, 1).getRgb()[:3] == (10, 200, 30)
    assert image.pixelColor(0, 0).getRgb()[:3] == (0, 0, 0)


def test_a_qimage_becomes_a_png_and_nothing_becomes_a_sentence(qtbot: QtBot) -> None:
    image = QImage(7, 5, QImage.Format.Format_ARGB32)
    image.fill(QColor(10, 200, 30, 128))
    back = QImage.fromData(to_png(image))
    assert back.size() == image.size()
    assert back.pixelColor(3, 3) == image.pixelColor(3, 3)
    with pytest.raises(PictureError):
        to_png(QImage())


# -- settings -----------------------------------------------------------------------------------------------------------


def test_settings_are_kept_and_changes_are_told(qtbot: QtBot, tmp_path: Path, hear: Any) -> None:
    file = tmp_path / "settings.ini"
    store = SettingsStore(file)
    changed = hear(store.changed)
    assert store.get(METRIC) == METRIC.default
    store.set(METRIC, "l1")
    store.set(METRIC, "l1")
    store.set(TOP, 50)
    assert changed == [METRIC.key, TOP.key]
    store.keep_state("geometry", QByteArray(b"\x00\x01"))
    store.close()
    later = SettingsStore(file)
    assert (later.get(METRIC), later.get(TOP)) == ("l1", 50)
    assert later.state("geometry") == QByteArray(b"\x00\x01")
    assert later.state("splitter").isEmpty()


def test_what_makes_no_sense_reads_as_the_default(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[search]\nmetric=nonsense\ntop=many\n[window]\nrecent_libraries=[[1\nmodels=[1]\n")
    store = SettingsStore(file)
    assert store.get(METRIC) == METRIC.default
    assert store.get(TOP) == TOP.default
    assert store.recent() == []
    assert store.model_of(Path("/library")) == ""


def test_libraries_and_their_models_are_remembered_up_to_a_number(settings: SettingsStore) -> None:
    for number in range(RECENT + 5):
        settings.used(Path(f"/libraries/{number}"))
        settings.keep_model(Path(f"/libraries/{number}"), f"model {number}")
    settings.used(Path(f"/libraries/{RECENT}"))
    assert settings.recent()[0] == Path(f"/libraries/{RECENT}")
    assert len(settings.recent()) == len(set(settings.recent())) == RECENT
    assert settings.model_of(Path(f"/libraries/{RECENT + 4}")) == f"model {RECENT + 4}"
    assert settings.model_of(Path("/libraries/0")) == ""
