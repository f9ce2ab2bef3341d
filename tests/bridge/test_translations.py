"""The translations that ship with the program are complete, and the window speaks the language that is asked for."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.translations import LANGUAGES, use_language
from imsearch_gui.domain.language import speak, spoken, tr
from imsearch_gui.domain.settings import LANGUAGE
from imsearch_gui.domain.wording import count, picture_count

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> Any:
    spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "packaging" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def language(qapp: QApplication) -> Iterator[None]:
    """Whatever is spoken in the test, the next one hears English."""
    before, locale = spoken(), QLocale()
    yield
    speak(before)
    QLocale.setDefault(locale)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_is_complete_and_up_to_date(tool: Any, code: str) -> None:
    assert tool.troubles_of(code) == []


def test_the_settings_offer_what_there_is(tool: Any) -> None:
    assert [value for value, _ in LANGUAGE.choices] == ["system", *LANGUAGES]
    assert tool.LANGUAGES == LANGUAGES


@pytest.mark.usefixtures("language")
def test_german(qtbot: QtBot, qapp: QApplication) -> None:
    assert use_language(qapp, "de") == "de"
    assert [picture_count(number) for number in (0, 1, 48212)] == ["0 Bilder", "1 Bild", "48.212 Bilder"]
    assert tr("{0} and {1} more").format("a", count(1234)) == "a und noch 1.234"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"


@pytest.mark.usefixtures("language")
def test_vietnamese(qapp: QApplication) -> None:
    assert use_language(qapp, "vi") == "vi"
    assert [picture_count(number) for number in (1, 48212)] == ["1 ảnh", "48.212 ảnh"]


@pytest.mark.usefixtures("language")
def test_english(qapp: QApplication) -> None:
    assert use_language(qapp, "en") == "en"
    assert [picture_count(number) for number in (1, 48212)] == ["1 picture", "48,212 pictures"]


@pytest.mark.usefixtures("language")
def test_the_first_language_of_the_system_that_there_is(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["fr-FR", "fr", "vi-VN", "de"])
    assert use_language(qapp, "system") == "vi"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["fr-FR"])
    assert use_language(qapp, "system") == "en"


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("system", ["fr_FR", "C"])
def test_numbers_and_dates_are_those_of_the_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert use_language(qapp, "system") == "en"
    assert QLocale().toString(QDate(2024, 5, 31), "dddd") == "Friday"
    assert picture_count(48212) == f"{count(48212)} pictures" == "48,212 pictures"


@pytest.mark.usefixtures("language")
def test_a_country_of_the_language_has_its_own_numbers(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    swiss = QLocale("de_CH")
    monkeypatch.setattr(QLocale, "system", lambda: swiss)
    assert use_language(qapp, "de") == "de"
    assert count(48212) == f"48{swiss.groupSeparator()}212"
    assert picture_count(48212) == f"{count(48212)} Bilder"


@pytest.mark.usefixtures("language")
def test_what_is_not_translated_yet_is_said_in_english(qapp: QApplication) -> None:
    use_language(qapp, "de")
    told = [tr(source, "", number) for source in ("%Ln xylophone(s)", "%Ln walrus(es)") for number in (1, 2)]
    assert told == ["1 xylophone", "2 xylophones", "1 walrus", "2 walruses"]
