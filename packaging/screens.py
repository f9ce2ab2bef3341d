"""`make screens`: plays the program on pictures of its own and saves what its windows show into docs/screens.

Every view is taken light and dark, at 100 and 200 %, in a window of 1280 x 720 and in one of 2560 x 1440, and is put into
docs/screens/SIZE@SCALE/STYLE. The real `main` runs, in a home that is made for it. A story is a generator: it yields conditions,
and goes on when one holds.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from stage import (
    DIALOGS_AT,
    MANY,
    SCREENS,
    Camera,
    Player,
    Story,
    dialog_of,
    furnish,
    pause_for,
    places_of,
    through_wizard,
    trigger,
)

if TYPE_CHECKING:
    from imsearch_gui.bridge.program import Program
    from imsearch_gui.ui.main_window import MainWindow

REGION = "405,135,160,205"
SMALL = 112
"""Pixels of a thumbnail, so that there is room for the strong matches and for weaker ones."""
SIZES = ("1280x720", "2560x1440")
SCALES = (1, 2)
SCREEN = {
    "name": "large",
    "x": 0,
    "y": 0,
    "width": 5120,
    "height": 2880,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""Of Qt's offscreen platform; its own is smaller than the windows, and a popup would be moved."""


def main() -> int:
    if len(sys.argv) == 4:
        width, height = map(int, sys.argv[2].split("x"))
        return _run(Path(sys.argv[1]), (width, height), int(sys.argv[3]))
    shutil.rmtree(SCREENS, ignore_errors=True)
    for size in SIZES:
        for scale in SCALES:
            if status := _play(size, scale):
                return status
    return 0


def _play(size: str, scale: int) -> int:
    """The story once, in a process of its own: scale and screen are set for a whole program."""
    with tempfile.TemporaryDirectory() as home:
        furnish(Path(home))
        screen = Path(home, "screens.json")
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        quiet = {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_LOGGING_RULES": "default.warning=false",
            "LC_ALL": "C.UTF-8",
        }
        scaled = {"QT_SCALE_FACTOR": str(scale)}
        own = {**places_of(Path(home)), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        environment = {**os.environ, **own, **quiet, **scaled}
        return subprocess.call([sys.executable, __file__, home, size, str(scale)], env=environment)


def _run(home: Path, size: tuple[int, int], scale: int) -> int:
    from imsearch_gui import app

    players: list[Player] = []

    def watch(program: Program, window: MainWindow) -> None:
        camera = Camera(program, size, scale)
        players.append(Player(window, _story(program, window, home, camera)))

    status = app.main([], watch=watch)
    if not players:
        return status or 1  # the log has said why
    if players[0].problem:
        print(players[0].problem, file=sys.stderr)
    return status or bool(players[0].problem)


def _shown(window: MainWindow) -> bool:
    view = window.results
    room = view.viewport().rect()
    seen = [row for row in range(view.results.rowCount()) if view.visualRect(view.results.index(row)).intersects(room)]
    return bool(seen) and not any(view.results.lacks_thumbnail(row) for row in seen)


def _story(program: Program, window: MainWindow, home: Path, camera: Camera) -> Story:
    yield from _first_results(program, window, home, camera)
    yield from _closely(program, window, home, camera)
    yield from _asked_again(program, window, home, camera)
    yield from _evaluated(program, window, home, camera)
    yield from _dialogs(program, window, home, camera)
    yield from _in_the_background(program, window, home, camera)


def _first_results(program: Program, window: MainWindow, home: Path, camera: Camera) -> Story:
    from imsearch_gui.domain.region import Region

    window.window().resize(*camera.size)
    yield window.isVisible
    yield from camera.takes(window, "first-start")
    window.overlay.announce("folder-add", window.overlay.tr("Index this folder"))
    yield from camera.takes(window, "drop-a-folder")
    window.overlay.hide()

    reports: list[object] = []
    program.indexing.finished.connect(reports.append)
    yield from through_wizard(program, window, home / "Pictures", camera)
    yield lambda: reports
    yield pause_for(1.0)
    wizard = dialog_of(window, "IndexWizard")
    assert wizard is not None
    wizard.close()
    yield from camera.takes(window, "no-query-yet")

    answers: list[object] = []
    program.search.answered.connect(answers.append)
    program.search.ask_files([home / "Pictures" / "sailing boats" / "sailing boats 8.jpg"])
    yield lambda: answers
    answers.clear()
    program.search.set_region(Region.parse(REGION))
    yield lambda: answers and _shown(window)
    window.results.setCurrentIndex(window.results.results.index(0))
    yield pause_for(1.0)
    yield from camera.takes(window, "results")
    yield from _found_again(window, camera)


def _found_again(window: MainWindow, camera: Camera) -> Story:
    """Where in a match that shows more than one thing the query is found again."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    names = [window.results.results.match_at(row).image.path.stem for row in range(12)]
    window.results.setCurrentIndex(window.results.results.index(names.index("sailing boats 2")))
    viewer = window.looking.viewer
    viewer.look(comparing=True)
    QTest.keyClick(viewer.pane.canvas, Qt.Key.Key_W)
    yield lambda: not viewer.pane.canvas.shade.isNull()
    yield pause_for(1.5)
    yield from camera.takes(window, "where")
    QTest.keyClick(viewer.pane.canvas, Qt.Key.Key_W)
    viewer.leave()


def _closely(program: Program, window: MainWindow, home: Path, camera: Camera) -> Story:
    """Several examples, match strength, marks, the list, the large preview and the comparison."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from imsearch_gui.bridge.search_session import Way
    from imsearch_gui.domain.arrangement import strong_count
    from imsearch_gui.domain.marks import Marks

    pictures, answers = home / "Pictures", []
    program.search.answered.connect(answers.append)
    program.search.ask_files([pictures / "balloons" / "balloons 1.jpg"])
    yield lambda: answers
    right = len(list((pictures / "balloons").glob("balloons *")))
    # The line stands where the balloons end.
    tenths = next(tenths for tenths in range(10, 40) if strong_count(answers[-1], tenths / 10) <= right)
    window.query_panel.strength.show_tenths(tenths)
    window.area.set_strength(tenths / 10)
    side = window.area.bar.slider.value()
    window.area.bar.slider.setValue(SMALL)
    window.results.setCurrentIndex(window.results.results.index(1))
    yield lambda: _shown(window)
    yield pause_for(1.0)
    yield from camera.takes(window, "strength")
    window.area.bar.slider.setValue(side)
    program.search.ask_files([pictures / "sailing boats" / "sailing boats 5.jpg"], Way.LIKE)
    program.search.ask_files([pictures / "fishes" / "fishes 5.jpg"], Way.UNLIKE)
    yield lambda: answers and len(answers[-1].query.examples) == 3
    program.search.choose_example(1)
    ids = [window.results.results.match_at(row).image.id for row in range(4)]
    window.results.update_marks({ids[0]: Marks(colour=3, rating=5), ids[2]: Marks(colour=6), ids[3]: Marks(rating=3)})
    window.results.setCurrentIndex(window.results.results.index(1))
    yield lambda: _shown(window)
    yield from camera.takes(window, "several-examples")
    window.area.show_list(True)
    yield pause_for(1.0)
    yield from camera.takes(window, "list")
    window.area.show_list(False)
    window.area.set_strength(0.0)
    window.query_panel.strength.show_tenths(0)
    window.results.preview_requested.emit()
    yield pause_for(1.5)
    yield from camera.takes(window, "preview")
    QTest.keyClick(window.looking.viewer.pane.canvas, Qt.Key.Key_C)
    yield pause_for(1.5)
    yield from camera.takes(window, "compare")
    window.looking.viewer.leave()


def _asked_again(program: Program, window: MainWindow, home: Path, camera: Camera) -> Story:
    """Labels and filters, what was asked before, a problem, words that no model here knows."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QScrollArea

    from imsearch_gui.domain.filters import EVERYTHING, Filters

    answers: list[object] = []
    program.search.answered.connect(answers.append)
    program.search.ask_files([home / "Pictures" / "flowers" / "flowers 1.jpg"])
    yield lambda: answers and _shown(window)
    images = [window.results.results.match_at(row).image for row in range(9)]
    program.acting.marking.add_label(images, "Garden")
    program.acting.marking.add_label(images[:4], "Summer")
    yield pause_for(1.5)
    for row in window.messages.rows:
        row.done.emit()
    filters = window.query_panel.filters
    filters.head.click()
    yield filters.tree.isVisible
    yield pause_for(1.0)
    program.search.set_filters(Filters(labels=("Garden",)))
    yield lambda: len(answers[-1].matches) == len(images) and _shown(window)
    scrolled = window.query_panel.findChild(QScrollArea)
    scrolled.verticalScrollBar().setValue(filters.y() - 8)
    window.results.setCurrentIndex(window.results.results.index(0))
    yield pause_for(0.5)
    yield from camera.takes(window, "filters")
    program.search.set_filters(EVERYTHING)
    yield lambda: len(answers[-1].matches) > len(images) and _shown(window)
    window.results.setCurrentIndex(window.results.results.index(0))
    filters.head.click()
    scrolled.verticalScrollBar().setValue(0)
    yield pause_for(0.3)
    program.kept_queries.save("Garden in summer")
    window.asking.show_history.trigger()
    yield window.asking.history.isVisible
    yield pause_for(0.5)
    yield from camera.takes(window, "history", window.asking.history)
    window.asking.history.hide()
    prints = home / "For printing"
    prints.mkdir()
    program.acting.copy(images[:3], prints)
    yield lambda: window.messages.rows
    program.search.ask_files([home / "Pictures" / "sunsets" / "notes.jpg"])
    yield lambda: len(window.messages.rows) == 2
    yield from camera.takes(window, "messages")
    for row in window.messages.rows:
        row.done.emit()
    field = window.top_bar.field
    QTest.keyClicks(field, "a boat at sunset")
    QTest.keyClick(field, Qt.Key.Key_Return)
    yield lambda: window.area.pages.currentWidget() is window.area.empty
    yield from camera.takes(window, "no-words")
    field.clear()
    program.search.clear()


def _evaluated(program: Program, window: MainWindow, home: Path, camera: Camera) -> Story:
    """How well the models that ship with the program answer, with the folders for classes."""
    from imsearch_gui.domain.records import IndexRequest

    state = program.libraries.current
    assert state is not None
    for there, model in enumerate(("classic", "pixels"), len(state.models) + 1):
        program.indexing.start(state.folder, IndexRequest((home / "Pictures",), model, as_before=True))
        yield lambda there=there: not program.indexing.running and len(program.libraries.current.models) == there
    # What was indexed is told for a while, below the page, which has so much less room.
    yield lambda: not window.strip.isVisible()
    page = window.evaluate.open()
    page.set_up.source.setCurrentIndex(1)
    yield page.set_up.evaluate.isEnabled
    yield pause_for(0.5)
    yield from camera.takes(window, "evaluate-set-up")
    page.set_up.evaluate.click()
    yield lambda: page.evaluated is not None and page.results.isVisible()
    for tab, name in enumerate(("curves", "classes", "questions")):
        page.results.tabs.setCurrentIndex(tab)
        yield pause_for(1.5)
        yield from camera.takes(window, f"evaluate-{name}")
    window.evaluate.leave()


def _dialogs(program: Program, window: MainWindow, home: Path, camera: Camera) -> Story:
    """Windows of their own; they do not grow with the screen, so one screen is enough for them."""
    if camera.size != DIALOGS_AT:
        return
    for keys, kind, name in (
        ("Ctrl+Shift+L", "LibraryPage", "library"),
        ("Ctrl+,", "SettingsDialog", "settings"),
        ("F1", "ShortcutSheet", "shortcuts"),
    ):
        trigger(window, keys)
        yield from _taken_and_closed(window, kind, name, camera)
    yield from _other_libraries(program, home)
    answers: list[object] = []
    program.search.answered.connect(answers.append)
    program.search.ask_files([home / "Pictures" / "balloons" / "balloons 2.jpg"])
    yield lambda: answers and _shown(window)
    trigger(window, "Ctrl+E")
    yield from _taken_and_closed(window, "ExportDialog", "export", camera)
    for action, kind, name in (
        (window.acting.extras.labels, "LabelsDialog", "labels"),
        (window.help.about, "AboutDialog", "about"),
        (window.actions_.skipped, "SkippedDialog", "skipped"),
    ):
        action.trigger()
        yield from _taken_and_closed(window, kind, name, camera)
    window.actions_.models.trigger()
    yield lambda: dialog_of(window, "ModelsDialog") and not program.models.measuring
    yield from _taken_and_closed(window, "ModelsDialog", "models", camera)
    window.actions_.libraries.trigger()
    yield lambda: window.libraries.switcher.isVisible()
    yield pause_for(0.5)
    yield from camera.takes(window, "libraries", window.libraries.switcher)
    window.libraries.switcher.hide()


def _other_libraries(program: Program, home: Path) -> Story:
    """Two more in the list; the one of all pictures is open again afterwards."""
    assert program.libraries.current is not None
    opened = program.libraries.current.folder
    for name, folders in (("Seaside", ("sailing boats", "fishes")), ("Textures", ("brick walls", "cloth"))):
        folder = program.libraries.folder_for(name)
        wanted = [str(home / "Pictures" / part) for part in folders]
        index = [sys.executable, "-m", "imsearch_gui.cli", "index", "--library", str(folder), "--model", "pixels"]
        subprocess.run([*index, *wanted], check=True, stdout=subprocess.DEVNULL)
        yield from _opened(program, folder)
    yield from _opened(program, opened)


def _opened(program: Program, folder: Path) -> Story:
    program.libraries.open(folder)
    yield lambda: program.libraries.current is not None and program.libraries.current.folder == folder
    yield pause_for(0.5)


def _taken_and_closed(window: MainWindow, kind: str, name: str, camera: Camera) -> Story:
    yield lambda: dialog_of(window, kind)
    yield pause_for(1.0)
    dialog = dialog_of(window, kind)
    assert dialog is not None
    yield from camera.takes(dialog, name)
    dialog.close()


def _in_the_background(program: Program, window: MainWindow, home: Path, camera: Camera) -> Story:
    from imsearch_gui.domain.settings import WORKERS

    program.settings.set(WORKERS, 1)  # slowly, to be looked at
    done: list[int] = []
    program.indexing.progressed.connect(lambda progress: done.append(progress.done))
    yield from through_wizard(program, window, home / "Archive")
    yield lambda: done and done[-1] > MANY // 3
    wizard = dialog_of(window, "IndexWizard")
    assert wizard is not None
    if camera.size == DIALOGS_AT:
        yield from camera.takes(wizard, "wizard-4-indexing", pause=0.2)
    wizard.close()
    program.search.ask_files([home / "Pictures" / "balloons" / "balloons 2.jpg"])
    yield lambda: _shown(window)
    yield pause_for(0.5)
    yield from camera.takes(window, "indexing-in-the-background", pause=0.2)
    program.indexing.cancel()
    yield lambda: not program.indexing.running


if __name__ == "__main__":
    sys.exit(main())
