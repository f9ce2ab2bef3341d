"""The composition root of the window: the only place that builds and wires things."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from imsearch_gui import __version__, paths
from imsearch_gui.bridge.handing_over import Reception, hand_over
from imsearch_gui.bridge.opened_files import OpenedFiles
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.translations import use_language
from imsearch_gui.crash_file import CrashFile
from imsearch_gui.domain.settings import LANGUAGE
from imsearch_gui.early_log import EarlyLog
from imsearch_gui.ui.shell import Shell
from imsearch_gui.ui.theme import Theme
from imsearch_gui.wishes import Wishes, parse

if TYPE_CHECKING:
    from imsearch_gui.bridge.program import Program
    from imsearch_gui.ui.main_window import MainWindow

Watcher = Callable[["Program", "MainWindow"], None]
UNSEEN_MS = 1000
SIGNAL_CHECK_MS = 250
SETTLED_MS = 5000
"""By then the library of last time is open, and what the log says of this machine takes nothing away from that."""


def main(argv: Sequence[str] | None = None, *, watch: Watcher | None = None) -> int:
    """Start the program with a command line, and end when its window is closed; returns the exit status.

    `watch` is called once the window has its contents: the demo and the screenshots look on that way.
    """
    return run(parse(sys.argv[1:] if argv is None else argv), watch=watch)


def run(wishes: Wishes, *, watch: Watcher | None = None) -> int:
    """As `main`, with a command line that has been read."""
    early = EarlyLog()
    app = make_application()
    # Every event would pass through it, so it is there only where such events come.
    opened = OpenedFiles(app) if sys.platform == "darwin" else None
    reception = Reception()
    if not reception.open() and not wishes.new_window and hand_over(wishes):
        return 0  # another start was quicker
    settings = SettingsStore()
    use_language(app, str(settings.get(LANGUAGE)))
    theme = Theme(app, settings, dress=False)
    shell = Shell(settings)
    contents = _Contents(app, shell, theme, settings)

    def begin() -> None:
        if contents.begin(wishes):
            reception.receive(contents.come)
            if opened is not None:
                opened.receive(contents.come)

    contents.loading.connect(lambda: _start_log(early, wishes))
    # The contents are seen before what is heavy is loaded.
    shell.furnished.connect(begin)
    contents.there.connect(lambda: QTimer.singleShot(UNSEEN_MS, shell, begin))
    if watch is not None:
        contents.there.connect(lambda: watch(contents.program, contents.window))
    shell.painted.connect(contents.load)
    # Where nothing is painted, as in a window that starts as an icon (which is not hidden).
    QTimer.singleShot(UNSEEN_MS, shell, contents.load)
    shell.closed.connect(app.quit)
    shell.show()
    _end_on_ctrl_c(app)
    status = app.exec()
    reception.close()
    contents.close()
    settings.close()
    for part in (contents, shell):
        part.deleteLater()
    return status


class _Contents(QObject):
    """What is in the shell. Importing it takes longer than a bare window, so that is done once the user sees one."""

    loading = Signal()
    there = Signal()
    program: Program
    window: MainWindow

    def __init__(self, app: QApplication, shell: Shell, theme: Theme, settings: SettingsStore) -> None:
        super().__init__(app)
        self._app, self._shell, self._theme, self._settings = app, shell, theme, settings
        self._crash_file = CrashFile(paths.crashes())
        self._asked = False
        self._running = False
        self._begun = False

    def load(self) -> None:
        """Put the contents into the shell, once."""
        if self._asked or self._shell.isHidden():
            return
        self._asked = True
        try:
            self._load()
        except BaseException:
            # The log has the reason; an empty window would wait for ever.
            self._app.exit(1)
            raise
        self.there.emit()

    def _load(self) -> None:
        self.loading.emit()
        from imsearch_gui.bridge.program import Program
        from imsearch_gui.ui.icons import icon
        from imsearch_gui.ui.main_window import MainWindow

        self._crash_file.open()
        self._app.setWindowIcon(icon("app"))
        self.program = Program(self._settings)
        self._running = True
        self.window = MainWindow(self.program)
        self._theme.dress()
        self._shell.house(self.window)

    def begin(self, wishes: Wishes) -> bool:
        """See to what the program was started for, once; False where that has begun, or is no longer wanted."""
        if self._begun or not self._running or self._shell.isHidden():
            return False
        self._begun = True
        # Here, before another thread needs it: PySide loads it, too, in the first call that might take an array, by way of one of
        # its inner modules; and where two threads come from both ends neither gets it, and the next such call crashes.
        import numpy  # noqa: F401

        self.program.apart.warm()
        # What was opened the last time may be what brings the program down: of that somebody has to be told before it does again.
        self.program.crashes.look()
        self.program.arrivals.begin(wishes)
        for work in (self.program.about.ask, self.program.crashes.tidy, self.program.updates.look):
            QTimer.singleShot(SETTLED_MS, self.program, work)
        return True

    def come(self, wishes: Wishes) -> None:
        """See to what a later start was started for."""
        self.window.help.come_forward(wishes)
        self.program.arrivals.take(wishes)

    def close(self) -> None:
        """End what was begun."""
        if self._running:
            self.program.close()
        self._crash_file.close()


def _start_log(early: EarlyLog, wishes: Wishes) -> None:
    from imsearch_gui.log import start_log

    start_log(early, console=wishes.verbose)


def make_application() -> QApplication:
    """The QApplication, with what Qt must know before the first window."""
    if sys.platform == "win32":
        # The name that the installer's shortcut has: by it the taskbar knows that window and shortcut belong together.
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("imsearch")
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0]])
    app.setApplicationName("imsearch")
    app.setApplicationDisplayName("imsearch")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("imsearch")
    return app


def _end_on_ctrl_c(app: QApplication) -> None:
    """Python sees a signal only while it runs, so a timer lets it run now and then; only where there is a terminal."""
    if os.name == "nt" or not sys.stdin or not sys.stdin.isatty():
        return
    signal.signal(signal.SIGINT, lambda *_: app.closeAllWindows())
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(SIGNAL_CHECK_MS)
