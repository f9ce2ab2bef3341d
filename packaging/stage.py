"""What `screens.py` takes its pictures with: a home, a player for stories, and a camera."""

from __future__ import annotations

import shutil
import time
import traceback
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from imsearch_gui.bridge.program import Program
    from imsearch_gui.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
SAMPLES = ROOT / "resources" / "samples"
MANY = 2400
"""Pictures enough for a job that can be watched."""
DIALOGS_AT = (1280, 720)
"""The size of the window in which dialogs are taken: theirs does not change with it."""
LOOK_MS, LIMIT_S = 20, 60
QUALITY = 75
"""Of WebP: the pictures are small, and a letter is still sharp."""
Story = Generator[Callable[[], object], None, None]


def places_of(home: Path) -> dict[str, str]:
    """The environment of a home of its own, in which everything lies where it lies for everybody."""
    places = {"CONFIG": ".config", "CACHE": ".cache", "DATA": ".local/share", "STATE": ".local/state"}
    return {"HOME": str(home), **{f"XDG_{name}_HOME": str(home / place) for name, place in places.items()}}


def furnish(home: Path) -> None:
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


class Camera:
    """Takes each picture twice, light and dark."""

    def __init__(self, program: Program, size: tuple[int, int], scale: int) -> None:
        self.size = size
        self._program = program
        self._place = SCREENS / f"{size[0]}x{size[1]}@{scale}x"

    def takes(self, widget: QWidget, name: str, *over: QWidget, pause: float = 0.4) -> Story:
        """`widget`, with the popups that stand over it."""
        from imsearch_gui.domain.settings import STYLE

        for style in ("light", "dark"):
            self._program.settings.set(STYLE, style)
            yield pause_for(pause)
            self._save(widget, over, f"{style}/{name}")
        self._program.settings.set(STYLE, "light")
        yield pause_for(pause)

    def _save(self, widget: QWidget, over: Sequence[QWidget], name: str) -> None:
        from PySide6.QtGui import QPainter

        picture = widget.grab()
        painter = QPainter(picture)
        for popup in over:
            painter.drawPixmap(widget.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0))), popup.grab())
        painter.end()
        file = self._place / f"{name}.webp"
        file.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(file), "WEBP", QUALITY)
        print(file.relative_to(ROOT), flush=True)


class Player:
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


def pause_for(seconds: float) -> Callable[[], object]:
    """For what tells nobody that it has been painted."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def dialog_of(window: MainWindow, name: str) -> QDialog | None:
    from PySide6.QtWidgets import QDialog

    return next(
        (dialog for dialog in window.findChildren(QDialog) if type(dialog).__name__ == name and dialog.isVisible()),
        None,
    )


def press_default(dialog: QDialog) -> None:
    """The button that Enter would press."""
    from PySide6.QtWidgets import QPushButton

    next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()


def trigger(window: MainWindow, keys: str) -> None:
    """The action of the window that has these keys."""
    from PySide6.QtGui import QAction, QKeySequence

    wanted = QKeySequence(keys)
    next(action for action in window.findChildren(QAction) if wanted in action.shortcuts()).trigger()


def through_wizard(program: Program, window: MainWindow, folder: Path, camera: Camera | None = None) -> Story:
    """To the last page; its pages before that are taken where there is a camera for dialogs."""
    counts: list[bool] = []
    speeds: list[str] = []
    program.survey.counted.connect(lambda count: counts.append(count.done))
    program.models.measured.connect(lambda *measured: speeds.append(measured[0]))
    window.open_wizard([folder])
    yield lambda: counts and counts[-1]
    wizard = dialog_of(window, "IndexWizard")
    assert wizard is not None
    shots = camera is not None and camera.size == DIALOGS_AT
    for name in ("wizard-1-folders", "wizard-2-model", "wizard-3-options"):
        if name == "wizard-2-model" and shots:
            yield lambda: len(set(speeds)) >= 2
        yield pause_for(0.4)
        if camera is not None and shots:
            yield from camera.takes(wizard, name)
        press_default(wizard)
