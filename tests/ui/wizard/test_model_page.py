"""Page 2: models as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.records import LibraryState, ModelCard
from imsearch_gui.ui.wizard.model_choice import ModelChoice, OtherModel
from imsearch_gui.ui.wizard.model_page import ModelPage

Asked = Callable[[Any], list[tuple[tuple[Any, ...], dict[str, Any]]]]
Cards = tuple[ModelCard, ...]


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> Iterator[ModelPage]:
    page = ModelPage(program.models)
    page.resize(700, 480)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    page.close()
    page.deleteLater()


@pytest.fixture
def filled(page: ModelPage, program: Program, cards: Cards) -> ModelPage:
    program.models.listed.emit(cards)
    return page


def choices(page: ModelPage) -> list[ModelChoice]:
    return page._choices


def test_cards_are_asked_for_and_the_recommended_one_is_chosen(
    page: ModelPage, program: Program, asked: Asked, cards: Cards
) -> None:
    assert asked(ModelSession.list) == [((), {})]
    assert not page.complete
    assert page.missing
    program.models.listed.emit(tuple(reversed(cards)))
    assert page.model == "classic"
    assert page.complete
    assert [choice.text() for choice in choices(page)] == ["Raw pixels", "Classic"]
    program.models.listed.emit(cards)
    assert len(choices(page)) == 2, "the list may come again"


def test_a_card_says_what_the_model_costs(filled: ModelPage, program: Program, asked: Asked) -> None:
    card = choices(filled)[0]
    assert asked(ModelSession.measure) == [(("classic",), {}), (("pixels",), {})]
    assert card.accessibleName() == "" and card.text() == "Classic"
    for words in ("recommended", "Colour and texture.", "932 numbers", "11.4 KB", "licence MIT", "measuring"):
        assert words in card.accessibleDescription()
    filled.show_pictures(48_212)
    assert card.speed is None
    program.models.measured.emit("classic", 41.2)
    assert card.speed == filled.speed == 41.2
    assert card._rate.text() == "41 pictures/s on this computer"
    assert card._time.text() == "about 20 min"
    filled.show_pictures(412)
    assert card._time.text() == "about 10 s"
    program.models.unmeasured.emit("pixels")
    assert choices(filled)[1]._rate.text() == "speed unknown"


def test_a_speed_that_is_known_is_not_measured_again(
    page: ModelPage, program: Program, asked: Asked, cards: Cards
) -> None:
    program.models.listed.emit((replace(cards[0], images_per_second=12.0),))
    assert asked(ModelSession.measure) == []
    assert page.speed == 12.0


def test_the_whole_card_is_the_button(filled: ModelPage, qtbot: QtBot) -> None:
    classic, pixels = choices(filled)
    with qtbot.waitSignal(filled.complete_changed):
        qtbot.mouseClick(pixels, Qt.MouseButton.LeftButton, pos=pixels.rect().bottomRight() - pixels.rect().topLeft())
    assert filled.model == "pixels"
    assert not classic.isChecked()


def test_arrow_keys_choose(filled: ModelPage, qtbot: QtBot) -> None:
    classic, pixels = choices(filled)
    first = filled.first_focus()
    assert first is classic
    first.setFocus()
    qtbot.keyClick(classic, Qt.Key.Key_Down)
    assert filled.model == "pixels"
    assert pixels.hasFocus()
    qtbot.keyClick(pixels, Qt.Key.Key_Up)
    assert filled.model == "classic"
    assert [choice.isChecked() for choice in choices(filled)] == [True, False]


def test_cards_are_radio_buttons_to_a_screen_reader(filled: ModelPage) -> None:
    for choice in choices(filled):
        seen = QAccessible.queryAccessibleInterface(choice)
        assert seen is not None
        assert seen.role() is QAccessible.Role.RadioButton
        assert seen.text(QAccessible.Text.Name) == choice.card.title
        assert choice.card.summary in seen.text(QAccessible.Text.Description)


def test_another_model_comes_from_a_folder(
    filled: ModelPage, qtbot: QtBot, program: Program, asked: Asked, cards: Cards, tmp_path: Path
) -> None:
    other = filled.findChild(OtherModel)
    assert other is not None
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    dialog = filled.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert asked(ModelSession.add_folder) == [((tmp_path,), {})]
    program.models.added.emit(replace(cards[1], id=str(tmp_path), title="Mine", recommended=False))
    assert filled.model == str(tmp_path)
    assert asked(ModelSession.measure)[-1] == ((str(tmp_path),), {})
    program.models.added.emit(replace(cards[1], id=str(tmp_path), title="Mine"))
    assert len(choices(filled)) == 3, "the same folder twice is one card"


def test_a_folder_without_a_model_gets_a_sentence(filled: ModelPage, program: Program, tmp_path: Path) -> None:
    filled._folder_chosen(str(tmp_path))
    program.models.failed.emit("There is no model in that folder: choose one with an .onnx file.")
    assert filled._problem.isVisible()
    assert filled.model == "classic"
    filled._folder_chosen(str(tmp_path))
    assert not filled._problem.isVisible()


def test_what_the_library_has_is_chosen(
    page: ModelPage, program: Program, cards: Cards, library_of: Callable[..., LibraryState]
) -> None:
    page.prefer(library_of(models=("pixels",)).models)
    program.models.listed.emit(cards)
    assert page.model == "pixels"
    assert "used in this library" in choices(page)[1].accessibleDescription()
    page.prefer(())
    assert page.model == "classic"
    assert "used in this library" not in choices(page)[1].accessibleDescription()


def test_the_users_own_choice_stays(filled: ModelPage, qtbot: QtBot, library_of: Callable[..., LibraryState]) -> None:
    filled.prefer(library_of(models=("pixels",)).models)
    qtbot.mouseClick(choices(filled)[0], Qt.MouseButton.LeftButton)
    filled.prefer(library_of(models=("pixels",)).models)
    assert filled.model == "classic"


def test_a_model_of_the_library_that_is_not_installed_is_fetched_from_its_folder(
    filled: ModelPage, program: Program, asked: Asked, cards: Cards, library_of: Callable[..., LibraryState]
) -> None:
    state = library_of(models=("mobilenet",))
    folder = state.models[0].folder
    filled.prefer(state.models)
    assert asked(ModelSession.add_folder) == [((folder,), {})]
    program.models.added.emit(replace(cards[1], id=str(folder), title="MobileNet"))
    assert filled.model == str(folder)


def test_many_cards_scroll_to_the_chosen_one(page: ModelPage, qtbot: QtBot, program: Program, cards: Cards) -> None:
    program.models.listed.emit(tuple(replace(cards[1], id=f"m{number}", title=f"M {number}") for number in range(12)))
    bar = page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert page._area.horizontalScrollBar().maximum() == 0
    choices(page)[-1].click()
    assert bar.value() > 0


def test_a_model_that_was_installed_meanwhile_appears(
    filled: ModelPage, program: Program, asked: Asked, cards: Cards, qtbot: QtBot
) -> None:
    qtbot.mouseClick(choices(filled)[1], Qt.MouseButton.LeftButton)
    new = replace(cards[1], id="clip", title="CLIP")
    program.models.listed.emit((*cards, new))
    assert [choice.card.id for choice in choices(filled)] == ["classic", "pixels", "clip"]
    assert filled.model == "pixels", "nobody has chosen the new one"
    assert asked(ModelSession.measure)[-1] == (("clip",), {})


def test_a_model_that_was_removed_meanwhile_is_gone(
    filled: ModelPage, program: Program, cards: Cards, qtbot: QtBot, tmp_path: Path
) -> None:
    program.models.added.emit(replace(cards[1], id=str(tmp_path), title="In a folder"))
    qtbot.mouseClick(choices(filled)[1], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(filled.complete_changed):
        program.models.listed.emit(cards[:1])
    assert [choice.card.id for choice in choices(filled)] == ["classic", str(tmp_path)], "folders are not installed"
    assert filled.model == "classic"
    assert len(filled.findChildren(ModelChoice)) == 2


def test_a_model_that_was_replaced_meanwhile_stays_chosen(
    filled: ModelPage, program: Program, cards: Cards, qtbot: QtBot
) -> None:
    qtbot.mouseClick(choices(filled)[1], Qt.MouseButton.LeftButton)
    program.models.listed.emit((cards[0], replace(cards[1], dimension=7)))
    assert filled.chosen is not None
    assert (filled.model, filled.chosen.dimension) == ("pixels", 7)


def test_more_models_are_a_click_away(filled: ModelPage, qtbot: QtBot) -> None:
    more = filled.findChild(QToolButton)
    assert more is not None
    assert more.text() == "More models…"
    with qtbot.waitSignal(filled.more_wanted):
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
