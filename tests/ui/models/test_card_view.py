"""A model as a card: what it says, and what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.model_manager import Uses
from imsearch_gui.bridge.transfer import InstallState
from imsearch_gui.domain.model_spec import Terms
from imsearch_gui.domain.progress import InstallProgress, InstallStage
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.ui.models.card_view import CardView
from imsearch_gui.ui.models.drawers import RecipeDrawer, RemovalDrawer, TermsDrawer

SIGNALS = (
    *("install_wanted", "cancel_wanted", "uses_wanted", "remove_wanted", "verify_wanted", "measure_wanted"),
    *("page_wanted", "list_wanted"),
)


class Shown:
    """A card in a window, and what it has asked for."""

    def __init__(self, view: CardView) -> None:
        self.view = view
        self.wishes: list[tuple[Any, ...]] = []
        for name in SIGNALS:
            getattr(view, name).connect(lambda *arguments, name=name: self.wishes.append((name, *arguments)))

    @property
    def status(self) -> str:
        return self.view._status.text()

    @property
    def is_problem(self) -> bool:
        return bool(self.view._status.property("problem"))

    @property
    def buttons(self) -> list[str]:
        return [button.text() for button in self.view._buttons if button.isVisible()]

    def drawer(self, kind: type[Any]) -> Any:
        assert isinstance(self.view.drawer, kind)
        assert self.view.drawer.isVisible()
        return self.view.drawer


@pytest.fixture
def show(qtbot: QtBot, qapp: Any) -> Iterator[Callable[..., Shown]]:
    windows: list[QWidget] = []

    def make(card: ModelCard, command: str = "") -> Shown:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        view = CardView(card, command, window)
        column.addWidget(view)
        column.addStretch(1)
        window.resize(700, 400)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return Shown(view)

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


def state(done: int, total: int = 1_000_000, rate: float = 0.0) -> InstallState:
    return InstallState(InstallProgress(InstallStage.FETCHING, "model.onnx", done, total), bytes_per_second=rate)


# -- what it says -------------------------------------------------------------------------------------------------------


def test_a_card_says_all_there_is_to_know(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    said = show(cards["clip"]).view.accessibleDescription()
    for words in (
        "Pictures by words.",
        "154 MB to fetch",
        "512 numbers a picture",
        "takes words",
        "licence MIT",
        "Not verified: the content of its files, recall on COCO",
    ):
        assert words in said
    classic = show(cards["classic"]).view.accessibleDescription()
    for words in ("recommended", "ships with the program", "41.1 KB", "182 pictures/s on this computer"):
        assert words in classic
    assert "Not verified" not in classic


def test_facts_have_their_sources(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    tips = [label.toolTip() for label in show(cards["clip"]).view.findChildren(QLabel)]
    tip = next(text for text in tips if "recall on COCO" in text)
    assert "recall on COCO: 30.4 (from the paper), not verified" in tip
    assert "licence: MIT (from the repository)" in tip.splitlines()


def test_what_is_not_known_is_not_said(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    unknown = replace(cards["clip"], size=0, licence="")
    said = show(unknown).view.accessibleDescription()
    assert "size not known" in said
    assert "licence not stated" in said
    assert "0 bytes" not in said
    made = show(cards["vgg16"]).view.accessibleDescription()
    assert "size not known" not in made, "nothing is fetched for it"


def test_buttons_are_what_can_be_done(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    assert show(cards["classic"]).buttons == ["Verify"]
    assert show(cards["deit"]).buttons == ["Verify", "Remove…"]
    assert show(cards["clip"]).buttons == ["Install"]
    assert show(cards["vgg16"]).buttons == ["How to make it…"]
    assert show(cards["classic"]).view.measure.isVisible()
    assert not show(cards["clip"]).view.measure.isVisible()


def test_buttons_say_of_which_model_they_are(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    view = show(cards["deit"]).view
    names = []
    for button in (view.measure, view.verify, view.remove):
        seen = QAccessible.queryAccessibleInterface(button)
        assert seen is not None
        names.append(seen.text(QAccessible.Text.Name))
    assert names == ["Measure the speed of DeiT-tiny", "Verify DeiT-tiny", "Remove DeiT-tiny"]


def test_names_from_outside_are_no_markup(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    evil = replace(cards["clip"], title="<h1>Big</h1>", licence="<b>free</b>", licence_url="file:///etc/passwd")
    shown = show(evil)
    rich = [label.text() for label in shown.view.findChildren(QLabel) if label.textFormat() is Qt.TextFormat.RichText]
    assert len(rich) == 1
    assert "&lt;b&gt;free" in rich[0]
    assert "href" not in rich[0], "an address that is no page of the web is no link"


def test_the_licence_is_a_link(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    shown = show(cards["clip"])
    label = next(label for label in shown.view.findChildren(QLabel) if "href" in label.text())
    label.linkActivated.emit("https://example.org/licence")
    assert shown.wishes == [("page_wanted", "https://example.org/licence")]
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus, "the keyboard reaches it"


def test_a_long_name_does_not_make_the_window_wide(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    long = replace(cards["mobileclip"], title="MobileCLIP " * 40, summary="Words " * 100, unverified=("x " * 300,))
    assert show(long).view.minimumSizeHint().width() < 420


# -- installing ---------------------------------------------------------------------------------------------------------


def test_a_free_model_is_installed_at_once(
    show: Callable[..., Shown], cards: dict[str, ModelCard], qtbot: QtBot
) -> None:
    shown = show(cards["clip"])
    qtbot.mouseClick(shown.view.install, Qt.MouseButton.LeftButton)
    assert shown.wishes == [("install_wanted", "clip", False)]


@pytest.mark.parametrize("terms", [Terms.RESEARCH, Terms.GATED])
def test_terms_come_before_anything_is_fetched(
    show: Callable[..., Shown], cards: dict[str, ModelCard], qtbot: QtBot, terms: Terms
) -> None:
    shown = show(replace(cards["mobileclip"], terms=terms))
    shown.view.install.click()
    drawer = shown.drawer(TermsDrawer)
    assert drawer.accessibleName() == "Licence: Apple ML Research"
    assert ("research" in drawer.accessibleDescription()) == (terms is Terms.RESEARCH)
    assert shown.wishes == []
    assert shown.buttons == []
    drawer.page.click()
    assert shown.wishes == [("page_wanted", "https://example.org/apple")]
    assert drawer.fetch.hasFocus()
    qtbot.keyClick(drawer.fetch, Qt.Key.Key_Escape)
    assert shown.view.drawer is None
    assert shown.view.install.hasFocus()
    shown.view.install.click()
    shown.drawer(TermsDrawer).fetch.click()
    assert shown.wishes[1:] == [("install_wanted", "mobileclip", True)]
    shown.view.show_install(InstallState())
    assert shown.view.drawer is None


def test_progress_has_bytes_rate_and_time(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    shown = show(cards["clip"])
    shown.view.install.setFocus()
    shown.view.show_install(InstallState(waiting=True))
    assert shown.status == "Waits for the other installation"
    shown.view.show_install(InstallState())
    assert shown.status == "Connecting…"
    assert shown.view._bar.maximum() == 0, "it moves while nobody knows how far it is"
    shown.view.show_install(state(341_000, rate=31_000.0))
    assert shown.status == "341 KB of 1.0 MB  ·  31.0 KB/s  ·  21 s left"
    assert (shown.view._bar.value(), shown.view._bar.maximum()) == (341, 1000)
    shown.view.show_install(InstallState(InstallProgress(InstallStage.CHECKING, "", 1000, 1000), bytes_per_second=9.0))
    assert shown.status == "Checking its files…"
    shown.view.show_install(InstallState(InstallProgress(InstallStage.TRYING)))
    assert shown.status == "One picture goes through it…"
    assert shown.buttons == ["Cancel"]
    assert shown.view.cancel.hasFocus(), "the keyboard is not lost with the button"
    shown.view.cancel.click()
    assert shown.wishes == [("cancel_wanted", "clip")]
    shown.view.show_install(None)
    assert shown.buttons == ["Install"]
    assert shown.view.install.hasFocus()
    assert shown.status == ""


def test_more_bytes_than_an_int_holds(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    shown = show(cards["clip"])
    shown.view.show_install(state(5_000_000_000, 10_000_000_000))
    assert shown.view._bar.value() == 500


def test_a_failure_stays_to_be_read(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    shown = show(cards["clip"])
    shown.view.show_install(InstallState())
    shown.view.show_install(None)
    shown.view.show_problem("The disk is full: make room for 40 MB.")
    assert shown.status == "The disk is full: make room for 40 MB."
    assert shown.is_problem
    assert shown.status in shown.view.accessibleDescription()
    shown.view.show_install(InstallState())
    assert not shown.is_problem


def test_a_recipe_shows_its_commands(show: Callable[..., Shown], cards: dict[str, ModelCard], qtbot: QtBot) -> None:
    shown = show(cards["vgg16"], "pip install x\nimsearch models export vgg16")
    shown.view.make.click()
    drawer = shown.drawer(RecipeDrawer)
    drawer.copy.click()
    assert QGuiApplication.clipboard().text() == "pip install x\nimsearch models export vgg16"
    drawer.done.click()
    assert shown.wishes == [("list_wanted",)]
    qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    assert shown.buttons == ["How to make it…"]


# -- what is here -------------------------------------------------------------------------------------------------------


def test_removing_names_the_libraries_first(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    shown = show(cards["deit"])
    shown.view.remove.click()
    drawer = shown.drawer(RemovalDrawer)
    assert shown.wishes == [("uses_wanted", "deit")]
    assert not drawer.remove.isEnabled(), "not before one knows what it means"
    drawer.remove.click()
    assert shown.wishes == [("uses_wanted", "deit")]
    shown.view.show_uses(Uses(("Holiday", "Archive"), ("Old disk",)))
    text = drawer.text.text()
    assert "“Holiday” and “Archive” were indexed with it" in text
    assert "“Old disk” could not be looked at" in text
    assert "23.0 MB" in text
    drawer.remove.click()
    assert shown.wishes[1:] == [("remove_wanted", "deit")]
    shown.view.show_problem("The folder cannot be written.")
    assert shown.view.drawer is None
    assert shown.is_problem


def test_keeping_it_is_one_key_away(show: Callable[..., Shown], cards: dict[str, ModelCard], qtbot: QtBot) -> None:
    shown = show(cards["deit"])
    shown.view.remove.setFocus()
    shown.view.remove.click()
    drawer = shown.drawer(RemovalDrawer)
    assert drawer.keep.hasFocus(), "a second Enter must not remove it"
    qtbot.keyClick(drawer.keep, Qt.Key.Key_Escape)
    assert shown.buttons == ["Verify", "Remove…"]
    assert [wish[0] for wish in shown.wishes] == ["uses_wanted"]
    # The answer may come late.
    shown.view.show_uses(Uses(("Holiday",)))
    assert shown.view.drawer is None


def test_verifying_says_what_was_found(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    shown = show(cards["deit"])
    shown.view.verify.click()
    assert shown.wishes == [("verify_wanted", "deit")]
    shown.view.show_verifying(True)
    assert (shown.status, shown.buttons) == ("Verifying…", ["Cancel"])
    shown.view.cancel.click()
    assert shown.wishes[1:] == [("cancel_wanted", "deit")]
    shown.view.show_verifying(False)
    shown.view.show_verdict(0.99999)
    assert shown.status == "As it should be: cosine 1.000 to its reference"
    assert not shown.is_problem
    shown.view.show_verdict(0.87)
    assert shown.status.startswith("Wrong: cosine 0.870")
    assert shown.is_problem
    shown.view.show_verdict(float("nan"))
    assert shown.is_problem, "no number is no agreement"


def test_the_speed_is_said_and_measured_again(show: Callable[..., Shown], cards: dict[str, ModelCard]) -> None:
    shown = show(cards["deit"])
    assert shown.view._speed.text() == ""
    shown.view.measure.click()
    assert shown.wishes == [("measure_wanted", "deit")]
    shown.view.show_speed(None, measuring=True)
    assert shown.view._speed.text() == "measuring its speed…"
    assert not shown.view.measure.isEnabled()
    shown.view.show_speed(88.4)
    assert shown.view._speed.text() == "88 pictures/s on this computer"
    assert shown.view.measure.isEnabled()
