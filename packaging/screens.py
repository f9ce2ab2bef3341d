"""`make screens`: plays the program on pictures of its own and saves what its windows show into docs/screens.

The real `main` runs, in a home that is made for it. A story is a generator: it yields conditions, and goes on when one holds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from imsearch_gui.bridge.program import Program
    from imsearch_gui.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
SAMPLES = ROOT / "resources" / "samples"
REGION = "405,135,160,205"
MANY = 2400
"""Pictures enough for a job that can be watched."""
LOOK_MS, LIMIT_S = 20, 60
Story = Generator[Callable[[], object], None, None]


def main() -> int:
    if len(sys.argv) == 2:
        return _run(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as home:
        _furnish(Path(home))
        SCREENS.mkdir(parents=True, exist_ok=True)
        own = {f"XDG_{name}_HOME": f"{home}/.{name.lower()}" for name in ("CONFIG", "CACHE", "DATA", "STATE")}
        quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
        environment = {**os.environ, **own, **quiet, "HOME": home, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        return subprocess.call([sys.executable, __file__, home], env=environment)


def _furnish(home: Path) -> None:
    """The sample pictures, some files that cannot be read, and an archive of smaller copies of what is not searched for."""
    from PIL import Image

    shutil.copytree(SAMPLES, home / "Pictures", ignore=shutil.ignore_patterns("*.md"))
    whole = (SAMPLES / "forests" / "forests 1.jpg").read_bytes()
    (home / "Pictures" / "forests" / "half a forest.jpg").write_bytes(whole[: len(whole) // 2])
    (home / "Pictures" / "planets" / "empty.png").write_bytes(b"")
    (home / "Pictures" / "sunsets" / "notes.jpg").write_text("west of the harbour, eight in the evening\n")
    archive = home / "Archive"
    archive.mkdir()
    pictures = sorted(path for path in (home / "Pictures").glob("*/* [1-9].*") if path.parent.name != "sailing boats")
    for number in range(MANY):
        with Image.open(pictures[number % len(pictures)]) as picture:
            left = number // len(pictures)
            part = picture.convert("RGB").reduce(2).crop((left, left, picture.width // 2 - left, picture.height // 2))
            part.save(archive / f"{number:04}.jpg", quality=70)


def _run(home: Path) -> int:
    from imsearch_gui import app

    players: list[_Player] = []
    status = app.main([], watch=lambda program, window: players.append(_Player(window, _story(program, window, home))))
    if players[0].problem:
        print(players[0].problem, file=sys.stderr)
    return status or bool(players[0].problem)


class _Player:
    """Goes on with a story whenever what it waits for has come true."""

    def __init__(self, window: MainWindow, story: Story) -> None:
        from PySide6.QtCore import QTimer

        self.problem = "The window was closed before the story was told."
        self._window, self._story = window, story
        self._condition = next(story)
        self._since = time.monotonic()
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        try:
            if self._condition():
                self._condition = next(self._story)
                self._since = time.monotonic()
            elif time.monotonic() - self._since > LIMIT_S:
                self._story.throw(TimeoutError("waited in vain"))
            return
        except StopIteration:
            self.problem = ""
        except Exception:  # noqa: BLE001 - whatever it was ends the show, and is told
            self.problem = traceback.format_exc()
        self._timer.stop()
        self._window.close()


def _save(widget: QWidget, name: str) -> None:
    widget.grab().save(str(SCREENS / f"{name}.png"))
    print(f"docs/screens/{name}.png", flush=True)


def _pause(seconds: float) -> Callable[[], object]:
    """For what tells nobody that it has been painted."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _dialog(window: MainWindow, name: str) -> QDialog | None:
    from PySide6.QtWidgets import QDialog

    return next(
        (dialog for dialog in window.findChildren(QDialog) if type(dialog).__name__ == name and dialog.isVisible()),
        None,
    )


def _press(dialog: QDialog) -> None:
    """The button that Enter would press."""
    from PySide6.QtWidgets import QPushButton

    next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()


def _shown(window: MainWindow) -> bool:
    view = window.results
    room = view.viewport().rect()
    seen = [row for row in range(view.results.rowCount()) if view.visualRect(view.results.index(row)).intersects(room)]
    return bool(seen) and not any(view.results.lacks_thumbnail(row) for row in seen)


def _story(program: Program, window: MainWindow, home: Path) -> Story:
    yield from _first_results(program, window, home)
    yield from _closely(program, window, home)
    yield from _dialogs(program, window)
    yield from _in_the_background(program, window, home)


def _first_results(program: Program, window: MainWindow, home: Path) -> Story:
    from imsearch_gui.domain.region import Region
    from imsearch_gui.domain.settings import STYLE

    program.settings.set(STYLE, "light")
    window.window().resize(
        1280, 800
    )  # the screen of Qt's offscreen platform is smaller, and a first start fits into it
    yield window.isVisible
    yield _pause(0.5)
    _save(window, "first-start")

    reports: list[object] = []
    program.indexing.finished.connect(reports.append)
    yield from _through_wizard(program, window, home / "Pictures", shots=True)
    yield lambda: reports
    yield _pause(1.0)
    wizard = _dialog(window, "IndexWizard")
    assert wizard is not None
    wizard.close()

    answers: list[object] = []
    program.search.answered.connect(answers.append)
    program.search.ask_files([home / "Pictures" / "sailing boats" / "sailing boats 8.jpg"])
    yield lambda: answers
    answers.clear()
    program.search.set_region(Region.parse(REGION))
    yield lambda: answers and _shown(window)
    window.results.setCurrentIndex(window.results.results.index(0))
    yield _pause(1.0)
    _save(window, "results")
    program.settings.set(STYLE, "dark")
    yield _pause(0.5)
    _save(window, "results-dark")
    program.settings.set(STYLE, "light")


def _dialogs(program: Program, window: MainWindow) -> Story:
    for keys, dialog, name in (
        ("Ctrl+Shift+L", "LibraryPage", "library"),
        ("Ctrl+,", "SettingsDialog", "settings"),
        ("F1", "ShortcutSheet", "shortcuts"),
    ):
        _trigger(window, keys)
        yield from _saved_and_closed(window, dialog, name)
    window.actions_.skipped.trigger()
    yield from _saved_and_closed(window, "SkippedDialog", "skipped")
    window.actions_.models.trigger()
    yield lambda: _dialog(window, "ModelsDialog") and not program.models.measuring
    yield from _saved_and_closed(window, "ModelsDialog", "models")


def _saved_and_closed(window: MainWindow, kind: str, name: str) -> Story:
    yield lambda: _dialog(window, kind)
    yield _pause(1.0)
    dialog = _dialog(window, kind)
    assert dialog is not None
    _save(dialog, name)
    dialog.close()


def _in_the_background(program: Program, window: MainWindow, home: Path) -> Story:
    from imsearch_gui.domain.settings import WORKERS

    program.settings.set(WORKERS, 1)  # slowly, to be looked at
    done: list[int] = []
    program.indexing.progressed.connect(lambda progress: done.append(progress.done))
    yield from _through_wizard(program, window, home / "Archive", shots=False)
    yield lambda: done and done[-1] > MANY // 2
    wizard = _dialog(window, "IndexWizard")
    assert wizard is not None
    _save(wizard, "wizard-4-indexing")
    wizard.close()
    program.search.ask_files([home / "Pictures" / "balloons" / "balloons 2.jpg"])
    yield lambda: done[-1] > MANY * 2 // 3 and _shown(window)
    _save(window, "indexing-in-the-background")
    program.indexing.cancel()
    yield lambda: not program.indexing.running


def _closely(program: Program, window: MainWindow, home: Path) -> Story:
    """Several examples, match strength, marks, the list, the large preview and the comparison."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from imsearch_gui.bridge.search_session import Way
    from imsearch_gui.domain.marks import Marks
    from imsearch_gui.domain.settings import STYLE

    pictures, answers = home / "Pictures", []
    program.search.answered.connect(answers.append)
    program.search.ask_files([pictures / "balloons" / "balloons 1.jpg"])
    yield lambda: answers
    window.query_panel.strength.show_tenths(15)
    window.area.set_strength(1.5)
    window.results.setCurrentIndex(window.results.results.index(1))
    yield lambda: _shown(window)
    window.results.verticalScrollBar().setValue(window.results.geometry_.divider_top - 240)
    yield _pause(1.0)
    _save(window, "strength")
    program.search.ask_files([pictures / "sailing boats" / "sailing boats 5.jpg"], Way.LIKE)
    program.search.ask_files([pictures / "fishes" / "fishes 5.jpg"], Way.UNLIKE)
    yield lambda: answers and len(answers[-1].query.examples) == 3
    window.area.set_strength(1.5)
    ids = [window.results.results.match_at(row).image.id for row in range(4)]
    window.results.update_marks({ids[0]: Marks(colour=3, rating=5), ids[2]: Marks(colour=6), ids[3]: Marks(rating=3)})
    window.results.setCurrentIndex(window.results.results.index(1))
    yield lambda: _shown(window)
    for style in ("light", "dark"):
        program.settings.set(STYLE, style)
        yield _pause(0.8)
        _save(window, "asked" if style == "light" else "asked-dark")
    program.settings.set(STYLE, "light")
    window.area.show_list(True)
    yield _pause(1.0)
    _save(window, "list")
    window.area.show_list(False)
    window.area.set_strength(0.0)
    window.query_panel.strength.show_tenths(0)
    window.results.preview_requested.emit()
    yield _pause(1.5)
    _save(window, "preview")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_C)
    yield _pause(1.5)
    _save(window, "compare")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    program.search.clear()


def _trigger(window: MainWindow, keys: str) -> None:
    """The action of the window that has these keys."""
    from PySide6.QtGui import QAction, QKeySequence

    wanted = QKeySequence(keys)
    next(action for action in window.findChildren(QAction) if wanted in action.shortcuts()).trigger()


def _through_wizard(program: Program, window: MainWindow, folder: Path, *, shots: bool) -> Story:
    """To the last page; its pages before that are saved where `shots` says so."""
    counts: list[bool] = []
    speeds: list[str] = []
    program.survey.counted.connect(lambda count: counts.append(count.done))
    program.models.measured.connect(lambda *measured: speeds.append(measured[0]))
    window.open_wizard([folder])
    yield lambda: counts and counts[-1]
    wizard = _dialog(window, "IndexWizard")
    assert wizard is not None
    for name in ("wizard-1-folders", "wizard-2-model", "wizard-3-options"):
        if name == "wizard-2-model" and shots:
            yield lambda: len(set(speeds)) >= 2
        yield _pause(0.4)
        if shots:
            _save(wizard, name)
        _press(wizard)


if __name__ == "__main__":
    sys.exit(main())
