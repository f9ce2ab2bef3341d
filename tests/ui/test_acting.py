"""What is done with results in the window: keys, menus, the question before the trash, undo; with real files and a real trash."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.acting.open_with import LISTS
from imsearch_gui.bridge.program import Program
from imsearch_gui.domain.marks import MarkEdit, Marks
from imsearch_gui.domain.records import IndexRequest, LibraryState, SearchResult
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.shortcuts.found import shortcuts

WAIT_MS = 20_000


@pytest.fixture
def library(tmp_path: Path, samples: Path) -> Path:
    """Three sample pictures, indexed."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for number, file in enumerate(sorted(samples.glob("*/*.jpg"))[:3]):
        shutil.copy(file, pictures / f"{number}.jpg")
    folder = tmp_path / "Holiday"
    with LibraryWriter.open(folder) as writer:
        for _ in index(writer, IndexRequest((pictures,), "pixels", workers=1), ModelStore().find("pixels")):
            pass
    return folder


@pytest.fixture
def shown(
    window: MainWindow,
    program: Program,
    library: Path,
    searching: Callable[..., LibraryState],
    result_of: Callable[..., SearchResult],
) -> MainWindow:
    """The three pictures as results, all of them selected."""
    searching(3)
    with Library.open(library) as opened:
        images = list(opened.images())
    result = result_of(3)
    matches = tuple(replace(match, image=image) for match, image in zip(result.matches, images, strict=True))
    program.search.answered.emit(replace(result, matches=matches))
    window.results.setFocus()
    window.results.selectAll()
    return window


def marks_in(library: Path) -> list[Marks]:
    with Library.open(library) as opened:
        return [record[0].marks for record in opened.images_at("pixels", [0, 1, 2])]


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.jpg"))


def test_keys_note_things_of_all_that_is_selected_and_undo_takes_them_back(
    shown: MainWindow, program: Program, library: Path, qtbot: QtBot
) -> None:
    heard: list[object] = []
    program.acting.marking.marked.connect(heard.append)
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        qtbot.keyClick(shown.results, Qt.Key.Key_4)
        assert heard, "shown before it is written"
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        qtbot.keyClick(shown.results, Qt.Key.Key_7, keys)
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        program.acting.marking.add_label(shown.acting._images(), " at sea ")
    assert marks_in(library) == [Marks(("at sea",), 7, 4)] * 3
    for left in ([Marks((), 7, 4)] * 3, [Marks((), 0, 4)] * 3):
        with qtbot.waitSignal(program.acting.undone, timeout=WAIT_MS):
            qtbot.keyClick(shown, Qt.Key.Key_Z, keys)
        assert marks_in(library) == left


def test_a_label_that_is_none_is_refused_with_a_sentence(shown: MainWindow, program: Program) -> None:
    assert not program.acting.marking.add_label(shown.acting._images(), "x" * 99)
    assert "at most 60" in shown.messages.text


def test_moved_pictures_leave_the_results_and_undo_brings_them_back(
    shown: MainWindow, program: Program, library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "elsewhere"
    there.mkdir()
    with qtbot.waitSignal(program.acting.vanished, timeout=WAIT_MS):
        program.acting.move(shown.acting._images()[:2], there)
    assert (files_in(there), files_in(tmp_path / "pictures")) == (["0.jpg", "1.jpg"], ["2.jpg"])
    assert shown.results.results.rowCount() == 1
    assert program.acting.folders() == [there]
    button = next(button for button in shown.messages.findChildren(QPushButton) if button.text() == "Undo")
    with qtbot.waitSignal(program.acting.undone, timeout=WAIT_MS):
        button.click()
    assert files_in(tmp_path / "pictures") == ["0.jpg", "1.jpg", "2.jpg"]
    with Library.open(library) as opened:
        assert opened.image_count() == 3


def test_copies_can_be_undone_but_for_those_that_were_changed(
    shown: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "copies"
    there.mkdir()
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        program.acting.copy(shown.acting._images(), there)
    (there / "1.jpg").write_text("painted over")
    with qtbot.waitSignal(program.acting.undone, timeout=WAIT_MS):
        program.acting.undo()
    assert files_in(there) == ["1.jpg"]
    assert "changed since" in shown.messages.text


def test_the_trash_is_asked_about_and_undone(
    shown: MainWindow, program: Program, library: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    qtbot.keyClick(shown.results, Qt.Key.Key_Delete)
    (box,) = shown.findChildren(QMessageBox)
    assert "3 pictures" in box.text()
    with qtbot.waitSignal(program.acting.vanished, timeout=WAIT_MS):
        next(button for button in box.buttons() if "trash" in button.text()).click()
    assert files_in(tmp_path / "pictures") == []
    assert files_in(tmp_path / "data" / "Trash" / "files") == ["0.jpg", "1.jpg", "2.jpg"]
    with Library.open(library) as opened:
        assert opened.image_count() == 0
    with qtbot.waitSignal(program.acting.undone, timeout=WAIT_MS):
        program.acting.undo()
    assert files_in(tmp_path / "pictures") == ["0.jpg", "1.jpg", "2.jpg"]
    assert list((tmp_path / "data" / "Trash" / "info").iterdir()) == []
    with Library.open(library) as opened:
        assert opened.image_count() == 3


def test_without_a_trash_nothing_is_done(
    shown: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from imsearch_gui.bridge.acting import trash

    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    real = trash.QFile

    class NoTrashForOne:
        def __init__(self, name: str) -> None:
            self._file = real(name)

        def moveToTrash(self) -> bool:
            return not self._file.fileName().endswith("1.jpg") and bool(self._file.moveToTrash())

        def fileName(self) -> str:
            return self._file.fileName()

    monkeypatch.setattr(trash, "QFile", NoTrashForOne)
    with qtbot.waitSignal(program.acting.failed, timeout=WAIT_MS):
        program.acting.trash(shown.acting._images())
    assert "deletes nothing for good" in shown.messages.text
    assert files_in(tmp_path / "pictures") == ["0.jpg", "1.jpg", "2.jpg"]
    assert program.acting.deeds.last is None


def test_a_menu_offers_it_all(shown: MainWindow, qapp: QApplication) -> None:
    names = [action.text().partition("\t")[0].replace("&", "") for action in shown.results.actions()]
    for name in (
        "Add a label…",
        "Rating",
        "Colour label",
        "Copy to a folder",
        "Move to a folder",
        "Move to the trash…",
        "Open with",
        "Export…",
    ):
        assert name in names


def test_undo_says_what_it_undoes_also_in_the_menu_of_the_window(
    shown: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    undo = shown.acting.undo
    assert undo in shown.menu.actions()
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    there = tmp_path / "copies"
    there.mkdir()
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        program.acting.copy(shown.acting._images(), there)
    assert (undo.text(), undo.isEnabled()) == ("&Undo copying 3 pictures", True)
    listed = [shortcut.text for shortcut in shortcuts(shown) if shortcut.text.startswith("Undo")]
    assert listed == ["Undo what was done to pictures last"], "its name whatever the moment"
    with qtbot.waitSignal(program.acting.undone, timeout=WAIT_MS):
        undo.trigger()
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)


def test_a_newer_result_knows_its_marks_itself(
    shown: MainWindow, program: Program, library: Path, qtbot: QtBot
) -> None:
    marking, search = program.acting.marking, program.search
    result = shown.area.result
    assert result is not None
    image = result.matches[0].image
    search.asked.emit()
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        marking.mark([image], MarkEdit(rating=4))
    # It was asked before the mark was written, so it does not know it.
    search.answered.emit(replace(result, matches=result.matches[:2]))
    assert shown.results.results.match_at(0).image.marks.rating == 4
    search.asked.emit()
    # Somebody else has noted something meanwhile.
    newer = replace(result.matches[0], image=replace(image, marks=Marks(rating=1)))
    search.answered.emit(replace(result, matches=(newer, *result.matches[1:])))
    assert shown.results.results.match_at(0).image.marks.rating == 1
    assert marking.marks_of(newer.image).rating == 1
    assert shown.acting.extras.editor.stars.value == 0, "of three pictures, it is not shared"


def test_marks_are_shown_beside_the_picture_and_set_there(
    shown: MainWindow, program: Program, library: Path, qtbot: QtBot
) -> None:
    editor = shown.acting.extras.editor
    assert editor.isVisible()
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        qtbot.keyClick(editor.stars, Qt.Key.Key_3)
    with qtbot.waitSignal(program.acting.done, timeout=WAIT_MS):
        editor.label_wanted.emit(" at sea ")
    assert marks_in(library) == [Marks(("at sea",), 0, 3)] * 3
    assert (editor.stars.value, [chip.text() for chip in editor.chips()]) == (3, ["at sea"])
    assert sum(row.topic == "marks" for row in shown.messages.rows) == 1
    shown.results.clearSelection()
    assert not editor.isVisible()


def test_open_takes_all_that_is_selected_but_not_too_many(
    shown: MainWindow, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, ...]] = []
    monkeypatch.setattr(program.acting.opening, "open_all", lambda files: opened.append(tuple(files)))
    qtbot.keyClick(shown.results, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [path.name for path in opened[0]] == ["0.jpg", "1.jpg", "2.jpg"]
    result = shown.area.result
    assert result is not None
    many = tuple(
        replace(result.matches[0], rank=n + 1, image=replace(result.matches[0].image, id=500 + n)) for n in range(21)
    )
    program.search.answered.emit(replace(result, matches=many))
    shown.results.selectAll()
    qtbot.keyClick(shown.results, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert len(opened) == 1
    assert "More than 20 pictures" in shown.messages.text


@pytest.mark.skipif(not LISTS, reason="this system asks by itself")
def test_open_with_lists_programs_when_it_is_looked_at(
    shown: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    applications = tmp_path / "share" / "applications"
    applications.mkdir(parents=True)
    entry = "[Desktop Entry]\nType=Application\nName=Paint & Draw\nExec=true %F\n"
    (applications / "paint.desktop").write_text(entry)
    (applications / "mimeinfo.cache").write_text("[MIME Cache]\nimage/jpeg=paint.desktop;\n")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "none"))
    opened: list[tuple[str, int]] = []
    opening = program.acting.opening
    monkeypatch.setattr(opening, "open_with", lambda chosen, files: opened.append((chosen.name, len(files))))
    menu = shown.acting.extras.opening.menu
    with qtbot.waitSignal(opening.listed, timeout=WAIT_MS):
        menu.aboutToShow.emit()
        assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [("Looking…", False)]
    (action,) = menu.actions()
    assert action.text() == "Paint && Draw"
    action.trigger()
    assert opened == [("Paint & Draw", 3)]
