"""The window of the models: two groups of cards, and the way through an import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.model_manager import IMPORT, ModelList, Uses
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.transfer import InstallState
from imsearch_gui.domain.progress import InstallProgress, InstallStage
from imsearch_gui.domain.proposal import Proposal
from imsearch_gui.domain.records import ModelCard
from imsearch_gui.ui.models import ModelsDialog, show_models
from imsearch_gui.ui.models.list_page import Trouble

Call = tuple[str, tuple[Any, ...], dict[str, Any]]
Cards = dict[str, ModelCard]


def order(dialog: ModelsDialog, models: Sequence[ModelCard]) -> list[str]:
    """Ids of the cards from top to bottom, of those that are in the same group as all of `models`."""
    views = [dialog.list.card(card.id) for card in models]
    assert all(view is not None and view.isVisible() for view in views)
    assert len({view.parentWidget() for view in views if view}) == 1
    return [view.card.id for view in sorted((view for view in views if view), key=lambda view: view.y())]


def page(dialog: ModelsDialog) -> QWidget:
    return dialog._stack.currentWidget()


# -- the list -----------------------------------------------------------------------------------------------------------


def test_the_list_is_asked_for_and_shown_in_two_groups(
    dialog: ModelsDialog, program: Program, asked: list[Call], model_list: ModelList
) -> None:
    assert asked[0] == ("refresh", (), {})
    program.model_manager.listed.emit(model_list)
    assert order(dialog, model_list.installed) == ["classic", "deit"]
    assert order(dialog, model_list.available) == ["clip", "mobileclip", "vgg16"]
    here, there = dialog.list.card("classic"), dialog.list.card("clip")
    assert here is not None and there is not None
    assert (here.parentWidget().accessibleName(), there.parentWidget().accessibleName()) == (
        "On this computer",
        "Available",
    )


def test_an_empty_group_says_so(dialog: ModelsDialog, program: Program, model_list: ModelList) -> None:
    program.model_manager.listed.emit(replace(model_list, available=()))
    said = [label.text() for label in dialog.list.findChildren(QLabel) if label.isVisible()]
    assert "Every model of the catalogue is on this computer." in said
    assert "No model is on this computer." not in said


def test_broken_folders_are_listed_with_what_to_do(
    dialog: ModelsDialog, program: Program, model_list: ModelList
) -> None:
    sentence = "/models/broken/model.toml: the file model.onnx is missing; install the model again."
    program.model_manager.listed.emit(replace(model_list, problems=(sentence,)))
    trouble = [part for part in dialog.list.findChildren(Trouble) if part.isVisible()]
    assert [label.text() for part in trouble for label in part.findChildren(QLabel)] == [sentence]
    program.model_manager.listed.emit(model_list)
    assert not [part for part in dialog.list.findChildren(Trouble) if part.isVisible()]


def test_speeds_that_are_not_known_are_measured_behind_the_window(
    filled: ModelsDialog, program: Program, asked: list[Call], model_list: ModelList
) -> None:
    assert [call for call in asked if call[0] == "measure"] == [("measure", ("deit",), {})]
    view = filled.list.card("deit")
    assert view is not None
    assert view._speed.text() == "measuring its speed…"
    program.models.measured.emit("deit", 88.0)
    assert view._speed.text() == "88 pictures/s on this computer"
    view.measure.click()
    assert asked[-1] == ("measure", ("deit",), {"again": True})
    program.models.unmeasured.emit("deit")
    assert view._speed.text() == ""
    # What could not be measured is not tried over and over.
    program.models._unmeasurable.add("deit")
    program.model_manager.listed.emit(model_list)
    assert [call for call in asked if call[0] == "measure"][2:] == []


def test_cards_that_are_as_before_stay_with_what_they_say(
    filled: ModelsDialog, program: Program, model_list: ModelList
) -> None:
    deit, clip = filled.list.card("deit"), filled.list.card("clip")
    assert deit is not None and clip is not None
    deit.remove.click()
    program.model_manager.failed.emit("clip", "The disk is full.")
    faster = tuple(replace(card, images_per_second=5.0) for card in model_list.installed)
    program.model_manager.listed.emit(replace(model_list, installed=faster))
    assert filled.list.card("deit") is deit
    assert deit.drawer is not None
    assert clip._status.text() == "The disk is full."


def test_cards_pass_on_what_they_are_asked_for(filled: ModelsDialog, asked: list[Call], program: Program) -> None:
    def view(name: str) -> Any:
        found = filled.list.card(name)
        assert found is not None
        return found

    view("clip").install.click()
    assert asked[-1] == ("install", ("clip",), {"accept_terms": False})
    view("mobileclip").install.click()
    view("mobileclip").drawer.fetch.click()
    assert asked[-1] == ("install", ("mobileclip",), {"accept_terms": True})
    view("mobileclip").drawer.page.click()
    assert asked[-1] == ("open_page", ("https://example.org/apple",), {})
    program.model_manager.install_changed.emit("clip", InstallState())
    view("clip").cancel.click()
    assert asked[-1] == ("cancel", ("clip",), {})
    view("deit").verify.click()
    assert asked[-1] == ("verify", ("deit",), {})
    program.model_manager.verify_changed.emit("deit", True)
    program.model_manager.verify_changed.emit("deit", False)
    program.model_manager.verified.emit("deit", 1.0)
    assert "As it should be" in view("deit")._status.text()
    view("deit").remove.click()
    assert asked[-1] == ("find_uses", ("deit",), {})
    program.model_manager.uses_found.emit("deit", Uses(("Holiday",)))
    view("deit").drawer.remove.click()
    assert asked[-1] == ("remove", ("deit",), {})
    view("vgg16").make.click()
    view("vgg16").drawer.done.click()
    assert asked[-1] == ("refresh", (), {})


def test_what_was_installed_moves_up_and_has_the_keyboard(
    filled: ModelsDialog, program: Program, model_list: ModelList, cards: Cards
) -> None:
    manager = program.model_manager
    manager.install_changed.emit("clip", InstallState(InstallProgress(InstallStage.FETCHING, "model.onnx", 1, 2)))
    manager.install_changed.emit("clip", None)
    manager.installed.emit("clip")
    clip = replace(cards["clip"], installed=True)
    manager.listed.emit(ModelList((*model_list.installed, clip), model_list.available[1:]))
    view = filled.list.card("clip")
    assert view is not None
    assert order(filled, (*model_list.installed, clip)) == ["classic", "deit", "clip"]
    assert view.verify.hasFocus()
    assert (
        filled.list.viewport()
        .rect()
        .contains(view.mapTo(filled.list.viewport(), QPoint(view.width() // 2, view.height() // 2)))
    )


def test_what_goes_on_is_seen_when_the_window_is_opened_again(
    qtbot: QtBot, program: Program, model_list: ModelList, cards: Cards
) -> None:
    manager = program.model_manager
    manager._installs["clip"] = InstallState(InstallProgress(InstallStage.FETCHING, "model.onnx", 300, 1000))
    manager._jobs["verify", "deit"] = object()  # type: ignore[assignment]
    dialog = ModelsDialog(program)
    dialog.show()
    manager.listed.emit(model_list)
    clip, deit = dialog.list.card("clip"), dialog.list.card("deit")
    assert clip is not None and deit is not None
    assert clip._bar.value() == 300
    assert deit._status.text() == "Verifying…"
    manager._jobs.clear()
    dialog.close()
    dialog.deleteLater()


def test_a_model_that_is_gone_has_no_card(filled: ModelsDialog, program: Program, model_list: ModelList) -> None:
    program.model_manager.listed.emit(replace(model_list, installed=model_list.installed[:1]))
    assert filled.list.card("deit") is None
    for signal, value in (
        ("verified", 1.0),
        ("uses_found", Uses()),
        ("failed", "Too late."),
        ("install_changed", None),
    ):
        getattr(program.model_manager, signal).emit("deit", value)
    program.models.measured.emit("deit", 1.0)


def test_tab_goes_down_the_window(filled: ModelsDialog, qtbot: QtBot, cards: Cards) -> None:
    recipe = filled.list.card("vgg16")
    assert recipe is not None
    recipe.make.click()
    first = filled.import_file
    first.setFocus()
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in seen:
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    buttons = [widget for widget in seen if isinstance(widget, QPushButton)]
    texts = [button.text().replace("&", "") for button in buttons]
    assert texts == [
        *("Import a file…", "Verify", "Verify", "Remove…", "Install", "Install"),
        *("Copy the commands", "Close", "Look again", "Close"),
    ]
    assert len([widget for widget in seen if isinstance(widget, QLabel)]) == 2, "the links"


def test_escape_closes(filled: ModelsDialog, qtbot: QtBot, asked: list[Call]) -> None:
    qtbot.keyClick(filled, Qt.Key.Key_Escape)
    assert not filled.isVisible()
    assert asked[-1] == ("forget_import", (), {})


def test_a_window_has_one_dialog(qtbot: QtBot, program: Program) -> None:
    window = QWidget()
    first = show_models(program, window)
    assert show_models(program, window) is first
    assert not first.isModal()
    first.close()
    second = show_models(program, window)
    assert second is not first
    second.close()
    window.deleteLater()


# -- importing ----------------------------------------------------------------------------------------------------------


def drop(dialog: ModelsDialog, *paths: Path) -> bool:
    """Whether the dialog wanted it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys, buttons, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(50, 50), copy, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(dialog, enter)
    if not enter.isAccepted():
        return False
    assert dialog.overlay.isVisible()
    assert dialog.overlay.text == "Import this model"
    QApplication.sendEvent(dialog, QDropEvent(QPointF(50, 50), copy, data, buttons, keys))
    assert not dialog.overlay.isVisible()
    return True


def test_a_file_or_folder_is_dropped(filled: ModelsDialog, asked: list[Call], tmp_path: Path) -> None:
    file = tmp_path / "Model.ONNX"
    assert drop(filled, file)
    assert asked[-1] == ("propose", (file,), {})
    assert page(filled) is filled.looking
    filled.looking.cancel.click()
    assert asked[-1] == ("forget_import", (), {})
    assert drop(filled, tmp_path)
    assert asked[-1] == ("propose", (tmp_path,), {})


def test_what_is_no_model_is_not_taken(filled: ModelsDialog, tmp_path: Path) -> None:
    assert not drop(filled, tmp_path / "boat.jpg")
    assert not drop(filled, tmp_path / "a.onnx", tmp_path / "b.onnx")
    assert not drop(filled)


def test_a_file_is_chosen(filled: ModelsDialog, asked: list[Call], tmp_path: Path) -> None:
    filled.import_file.click()
    chooser = filled.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "model.onnx"))
    chooser.close()
    assert asked[-1] == ("propose", (tmp_path / "model.onnx",), {})


def test_a_file_that_is_refused_brings_back_the_list_and_says_why(
    filled: ModelsDialog, program: Program, tmp_path: Path
) -> None:
    filled.import_path(tmp_path / "model.onnx")
    program.model_manager.failed.emit(IMPORT, "model.onnx is no ONNX file: choose another.")
    assert page(filled) is filled._page
    assert filled.message.text == "model.onnx is no ONNX file: choose another."
    filled.import_path(tmp_path / "other.onnx")
    assert not filled.message.isVisible()


def test_a_proposal_fills_the_form_and_is_accepted(
    filled: ModelsDialog, program: Program, asked: list[Call], proposal: Proposal, tmp_path: Path
) -> None:
    file = tmp_path / "model.onnx"
    filled.import_path(file)
    program.model_manager.proposed.emit(tmp_path / "another.onnx", proposal)
    assert page(filled) is filled.looking, "an answer to an earlier question"
    program.model_manager.proposed.emit(file, proposal)
    assert page(filled) is filled.form
    assert filled.form.name.hasFocus()
    filled.form.id.setText("mine")
    filled.form.accept.click()
    name, (path, spec), names = asked[-1]
    assert (name, path, spec.id, names) == ("accept", file, "mine", {"replace": False})
    assert filled.form.busy
    program.model_manager.failed.emit(IMPORT, "The model gives 1,000 numbers: choose another output.")
    assert page(filled) is filled.form
    assert not filled.form.busy
    assert filled.form._problem.text() == "The model gives 1,000 numbers: choose another output."
    filled.form.accept.click()
    program.model_manager.accepted.emit("mine")
    assert page(filled) is filled._page


def test_escape_leaves_the_form_not_the_window(
    filled: ModelsDialog, program: Program, qtbot: QtBot, proposal: Proposal, tmp_path: Path, asked: list[Call]
) -> None:
    filled.import_path(tmp_path / "model.onnx")
    program.model_manager.proposed.emit(tmp_path / "model.onnx", proposal)
    filled.form.id.setText("mine")
    filled.form.accept.click()
    qtbot.keyClick(filled.form, Qt.Key.Key_Escape)
    assert asked[-1] == ("forget_import", (), {})
    assert page(filled) is filled.form, "first the picture that is on its way is given up"
    assert not filled.form.busy
    qtbot.keyClick(filled.form, Qt.Key.Key_Escape)
    assert page(filled) is filled._page
    assert filled.isVisible()


@pytest.mark.parametrize("width", [640, 760, 1280])
def test_nothing_is_wider_than_the_window(
    filled: ModelsDialog, program: Program, width: int, proposal: Proposal, qtbot: QtBot, tmp_path: Path
) -> None:
    filled.resize(width, 700)
    filled.import_path(tmp_path / "model.onnx")
    program.model_manager.proposed.emit(tmp_path / "model.onnx", proposal)
    for area in (filled.list, filled.form._area):
        inner = area.widget()
        assert inner is not None
        qtbot.waitUntil(lambda: area.width() > width - 60)  # noqa: B023
        assert inner.minimumSizeHint().width() <= area.viewport().width()


def test_what_opens_below_a_card_is_scrolled_to(filled: ModelsDialog, program: Program, qtbot: QtBot) -> None:
    filled.resize(640, 420)
    filled.list.verticalScrollBar().setValue(0)
    view = filled.list.card("deit")
    assert view is not None
    view.remove.click()
    program.model_manager.uses_found.emit("deit", Uses(tuple(f"Library number {number}" for number in range(9))))
    drawer = view.drawer
    assert drawer is not None

    def seen() -> bool:
        port = filled.list.viewport()
        return port.rect().contains(drawer.mapTo(port, drawer.rect().bottomRight()))

    qtbot.waitUntil(seen)
