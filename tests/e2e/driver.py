"""Plays a scenario on the real program: `python driver.py SCENARIOS.py NAME FOLDER [ARGUMENT OF THE PROGRAM...]`.

The main thread runs the program's own `main()`. The scenario runs on a second thread and touches the program as a person does:
with the mouse and the keyboard of the X server (xdotool). It looks at widgets, on the GUI thread, only to know where they are and
what they show. Each start of the program is a process of its own, so that a restart is a real one.
"""

from __future__ import annotations

import faulthandler
import importlib.util
import os
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from others import PYTHON, others_environment
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtWidgets import QWidget

T = TypeVar("T")
WAIT_S = 25.0
STEP_S = 0.05
HANGS_S = 100.0 + 12 * float(os.environ.get("IMSEARCH_TOUR_PAUSE", "0"))
"""A program that is still there after this long is stuck, and says where; a newcomer who reads takes longer."""


class _Messenger(QObject):
    """Carries a function to the thread that it was made on."""

    errand = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.errand.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def _do(self, function: Callable[[], None]) -> None:
        function()


class Driver:
    """Mouse, keyboard and eyes of a scenario."""

    def __init__(self, folder: Path, here: Path) -> None:
        """Made on the main thread, which will be the GUI thread; `here` is where the other programs of a scenario lie."""
        self.folder = folder
        self.here = here
        self._messenger = _Messenger()
        self._errand = self._messenger.errand

    # -- eyes -------------------------------------------------------------------------------------------------------

    def see(self, look: Callable[[], T]) -> T:
        """What `look` returns, called on the GUI thread."""
        answer: list[T] = []
        failure: list[BaseException] = []
        done = threading.Event()

        def run() -> None:
            try:
                answer.append(look())
            except BaseException as error:
                failure.append(error)
            done.set()

        self._errand.emit(run)
        assert done.wait(WAIT_S), "the GUI thread does not answer"
        if failure:
            raise failure[0]
        return answer[0]

    def until(self, what: str, look: Callable[[], T], *, seconds: float = WAIT_S) -> T:
        """Wait until `look` gives something true; what it gave."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := self.see(look):
                return value
            time.sleep(STEP_S)
        self.shot("in-vain")
        raise AssertionError(f"waited {seconds:.0f} s in vain until {what}")

    def widget(self, kind: type[Any] | str, text: str | None = None, *, inside: QWidget | None = None) -> Any:
        """The visible widget of a class (or class name), whose text, title or accessible name contains `text`."""
        return self.until(f"there is a {kind} {text or ''}", lambda: self.find(kind, text, inside=inside))

    def find(self, kind: type[Any] | str, text: str | None = None, *, inside: QWidget | None = None) -> Any:
        """As `widget`, on the GUI thread, or None."""
        from PySide6.QtWidgets import QApplication, QWidget

        for candidate in QApplication.allWidgets():
            # While a dialog is being built, PySide may give another object in place of a widget.
            if not isinstance(candidate, QWidget):
                continue
            if inside is not None and not inside.isAncestorOf(candidate):
                continue
            names = {base.__name__ for base in type(candidate).__mro__}
            fits = kind in names if isinstance(kind, str) else isinstance(candidate, kind)
            if fits and candidate.isVisible() and (text is None or any(text in word for word in _words(candidate))):
                return candidate
        return None

    def area(self, widget: QWidget, rect: QRect | None = None) -> QRect:
        """Where a widget, or a part of it, is on the screen."""
        from PySide6.QtCore import QRect

        def look() -> QRect:
            inner = rect if rect is not None else widget.rect()
            return QRect(widget.mapToGlobal(inner.topLeft()), inner.size())

        return self.see(look)

    def shot(self, name: str, part: QRect | None = None) -> Path:
        """A picture of the screen, or of a part of it, as the X server shows it."""
        from PySide6.QtGui import QGuiApplication

        path = self.folder / f"{name}.png"
        cut = (part.x(), part.y(), part.width(), part.height()) if part is not None else ()
        self.see(lambda: QGuiApplication.primaryScreen().grabWindow(0, *cut).save(str(path)))
        return path

    # -- hands ------------------------------------------------------------------------------------------------------

    def click(self, widget: QWidget, rect: QRect | None = None, *, button: int = 1, times: int = 1) -> None:
        before = None
        # A layout that has just changed settles within a turn of the event loop or two.
        while (now := self.area(widget, rect)) != before:
            before = now
            time.sleep(STEP_S)
        self.move(now.center())
        self.xdotool("click", "--repeat", str(times), "--delay", "60", str(button))

    def drag(self, start: QPoint, end: QPoint, *, before_drop: Callable[[], object] | None = None) -> None:
        """Press at `start`, move in small steps, let go at `end`; `before_drop` is called with the button still down."""
        self.move(start)
        self.xdotool("mousedown", "1")
        for step in range(1, 21):
            self.move(start + (end - start) * (step / 20))
            # Drag and drop on X is a talk between two programs, which takes a moment at every move.
            time.sleep(0.02)
        if before_drop is not None:
            before_drop()
        self.xdotool("mouseup", "1")

    def drag_in(
        self, file: Path, target: QWidget, *, before_drop: Callable[[], object], after_drop: Callable[[], object]
    ) -> None:
        """Drag a file or folder from the window of another program onto the middle of `target`."""
        from PySide6.QtCore import QPoint

        x, y = 1470, 600
        script = self.here / "drag_source.py"
        source = subprocess.Popen([PYTHON, str(script), str(file), str(x), str(y)], env=others_environment())
        try:
            place = self.place_of("drag source")
            self.drag(place + QPoint(60, 60), self.area(target).center(), before_drop=before_drop)
            # The data is fetched from the source after the drop, so it has to live until then.
            after_drop()
        finally:
            source.terminate()
            source.wait(10)

    def place_of(self, title: str) -> QPoint:
        """Where the window of another program is, once it is there."""
        from PySide6.QtCore import QPoint

        self.xdotool("search", "--sync", "--onlyvisible", "--name", f"^{title}$")
        told = self.xdotool("search", "--name", f"^{title}$", "getwindowgeometry", "--shell")
        known = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
        return QPoint(int(known["X"]), int(known["Y"]))

    def move(self, point: QPoint) -> None:
        self.xdotool("mousemove", str(point.x()), str(point.y()))

    def key(self, *keys: str) -> None:
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "5", text)

    def xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], check=True, capture_output=True, text=True, timeout=30)
        return done.stdout


def _words(widget: Any) -> list[str]:
    """Everything a widget says of itself."""
    words = [widget.accessibleName(), widget.objectName(), widget.windowTitle()]
    for name in ("text", "currentText", "placeholderText"):
        say = getattr(widget, name, None)
        if callable(say):
            try:
                words.append(str(say()))
            except TypeError:  # a method of that name with another meaning
                continue
    return [word.replace("&", "") for word in words]


def main(arguments: list[str]) -> int:
    faulthandler.dump_traceback_later(HANGS_S, exit=True)
    scenarios, name, folder, *program = arguments
    here = Path(scenarios).resolve().parent
    if str(here) not in sys.path:
        sys.path.insert(0, str(here))  # scenarios share modules; a frozen program knows them not
    spec = importlib.util.spec_from_file_location("scenarios", scenarios)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    driver = Driver(Path(folder), here)
    failures: list[str] = []
    played: list[str] = []

    def play() -> None:
        from PySide6.QtWidgets import QApplication

        try:
            while QApplication.instance() is None:
                time.sleep(STEP_S)
            driver.widget("MainWindow")
            getattr(module, name)(driver)
            played.append(name)
        except BaseException:
            failures.append(traceback.format_exc())
            driver.shot("failed")
        finally:
            # Closing every window is how a person leaves; a program that stays is the test's time limit's affair.
            driver.see(QApplication.closeAllWindows)

    thread = threading.Thread(target=play, name="scenario", daemon=True)
    thread.start()
    from imsearch_gui.app import main as program_main

    code = program_main(program)
    thread.join(WAIT_S)
    print("\n".join(failures), file=sys.stderr)
    return code if played and not failures else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
