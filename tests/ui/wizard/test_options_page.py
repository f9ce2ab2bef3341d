"""Page 3: the cleaning rules and the cores."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.settings import WORKERS
from imsearch_gui.ui.wizard.options_page import OptionsPage


@pytest.fixture
def page(qtbot: QtBot, settings: SettingsStore) -> Iterator[OptionsPage]:
    page = OptionsPage(settings)
    page.show()
    yield page
    page.close()
    page.deleteLater()


def test_every_readable_picture_enters_unless_asked(page: OptionsPage) -> None:
    assert page.rules == CleaningRules()
    assert page.workers == 0
    assert page._cores.text() == "all"
    assert not page._side.isEnabled()


def test_rules_by_keyboard(page: OptionsPage, qtbot: QtBot) -> None:
    page.first_focus().setFocus()
    qtbot.keyClick(page._small, Qt.Key.Key_Space)
    page._side.selectAll()
    qtbot.keyClicks(page._side, "200")
    qtbot.keyClick(page._colour, Qt.Key.Key_Space)
    assert page.rules == CleaningRules(min_side=200, rgb_only=True)
    qtbot.keyClick(page._small, Qt.Key.Key_Space)
    assert page.rules == CleaningRules(rgb_only=True)


def test_each_option_is_explained(page: OptionsPage) -> None:
    for control in (page._small, page._colour, page._cores):
        assert control.accessibleDescription().endswith(".")


def test_what_explains_an_option_stands_at_its_words(theme: object, page: OptionsPage, qtbot: QtBot) -> None:
    page.resize(700, 500)
    about = next(item for item in page.findChildren(QLabel) if item.text() == page._colour.accessibleDescription())
    following = next(item for item in page.findChildren(QLabel) if item.text() == "Afterwards")
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: about.x() > 0)
    box, words = page._colour.grab().toImage(), about.grab().toImage()
    # Behind the box, whose ink ends at its width.
    inked = [x for x in range(18, box.width()) if column_has_ink(box, x)]
    first = next(x for x in range(words.width()) if column_has_ink(words, x))
    assert abs((page._colour.x() + inked[0]) - (about.x() + first)) <= 2
    assert about.y() - page._colour.geometry().bottom() < following.y() - about.geometry().bottom()


def column_has_ink(image: QImage, x: int) -> bool:
    ground = image.pixelColor(image.width() - 1, 0).lightness()
    return any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in range(image.height()))


def test_the_cores_are_remembered(page: OptionsPage, settings: SettingsStore) -> None:
    assert page._cores.maximum() == os.cpu_count()
    page._cores.setValue(1)
    assert settings.get(WORKERS) == 0
    page.keep()
    assert settings.get(WORKERS) == 1
