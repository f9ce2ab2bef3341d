"""The composition root of the window: the only place that builds and wires things."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from imsearch_gui import __version__
from imsearch_gui.bridge.handing_over import Reception, hand_over
from imsearch_gui.bridge.program import Program
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.translations import use_language
from imsearch_gui.domain.settings import LANGUAGE
from imsearch_gui.log import start_log
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.theme import Theme
from imsearch_gui.wishes import Wishes, parse

Watcher = Callable[[Program, MainWindow], None]
SIGNAL_CHECK_MS = 250
SETTLED_MS = 5000
"""By then the library of last time is open, and what the log says of this machine takes nothing away from that."""


def main(argv: Sequence[str] | None = None, *, watch: Watcher | None = None) -> int:
    """Start the program with a command line, and end when its window is closed; returns the exit status.

    `watch` is called once the window is shown: the demo and the screenshots look on that way.
    """
    return run(parse(sys.argv[1:] if argv is None else argv), watch=watch)


def run(wishes: Wishes, *, watch: Watcher | None = None) -> int:
    """As `main`, with a command line that has been read."""
    start_log(console=wishes.verbose)
    app = make_application()
    reception = Reception()
    if not reception.open() and not wishes.new_window and hand_over(wishes):
        return 0  # another start was quicker
    settings = SettingsStore()
    use_language(app, str(settings.get(LANGUAGE)))
    program = Program(settings)
    settings.setParent(program)
    theme = Theme(app, program.settings, dress=False)
    window = MainWindow(program)
    theme.dress()
    window.closed.connect(app.quit)
    reception.wished.connect(window.help.come_forward)
    reception.wished.connect(program.arrivals.take)
    window.show()
    # From here on the user sees the window; everything heavy is loaded behind it.
    QTimer.singleShot(0, window, lambda: program.arrivals.begin(wishes))
    QTimer.singleShot(SETTLED_MS, program, program.about.ask)
    if watch is not None:
        watch(program, window)
    _end_on_ctrl_c(app)
    status = app.exec()
    reception.close()
    program.close()
    window.deleteLater()
    return status


def make_application() -> QApplication:
    """The QApplication, with what Qt must know before the first window."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0]])
    app.setApplicationName("imsearch")
    app.setApplicationDisplayName("imsearch")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("imsearch")
    app.setWindowIcon(icon("app"))
    return app


def _end_on_ctrl_c(app: QApplication) -> None:
    """Python sees a signal only while it runs, so a timer lets it run now and then; only where there is a terminal."""
    if os.name == "nt" or not sys.stdin or not sys.stdin.isatty():
        return
    signal.signal(signal.SIGINT, lambda *_: app.closeAllWindows())
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(SIGNAL_CHECK_MS)
