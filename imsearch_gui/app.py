"""The composition root of the window: the only place that builds and wires things."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from imsearch_gui import __version__
from imsearch_gui.bridge.program import Program
from imsearch_gui.log import start_log
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.main_window import MainWindow
from imsearch_gui.ui.theme import Theme

Watcher = Callable[[Program, MainWindow], None]
SIGNAL_CHECK_MS = 250


def main(argv: Sequence[str] | None = None, *, watch: Watcher | None = None) -> int:
    """Start the program, and end when its window is closed; returns the exit status.

    `watch` is called once the window is shown: the demo and the screenshots look on that way.
    """
    wishes = _parse(sys.argv[1:] if argv is None else argv)
    start_log(console=wishes.verbose)
    app = make_application()
    program = Program()
    Theme(app, program.settings)
    window = MainWindow(program)
    window.closed.connect(app.quit)
    window.show()
    # From here on the user sees the window; everything heavy is loaded behind it.
    QTimer.singleShot(0, window, lambda: _begin(program, wishes))
    if watch is not None:
        watch(program, window)
    _end_on_ctrl_c(app)
    status = app.exec()
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


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="imsearch-gui", description="Find pictures by what they look like.")
    parser.add_argument("pictures", nargs="*", type=Path, metavar="PICTURE", help="search for this picture")
    parser.add_argument("--library", type=Path, help="open this library instead of the last one")
    parser.add_argument("--samples", action="store_true", help="open the sample pictures")
    parser.add_argument("-v", "--verbose", action="store_true", help="write the log to the terminal too")
    parser.add_argument("--version", action="version", version=f"imsearch {__version__}")
    return parser.parse_args(argv)


def _begin(program: Program, wishes: argparse.Namespace) -> None:
    if wishes.samples:
        program.open_samples()
    elif wishes.library is not None:
        program.libraries.open(wishes.library.absolute())
    else:
        program.libraries.open_last()
    if wishes.pictures:
        pictures = [path.absolute() for path in wishes.pictures]
        _once(program, lambda: program.search.ask_files(pictures))


def _once(program: Program, work: Callable[[], None]) -> None:
    """Do something as soon as a library with pictures is open."""

    def when(state: object) -> None:
        if getattr(state, "images", 0):
            program.libraries.opened.disconnect(when)
            program.libraries.changed.disconnect(when)
            work()

    program.libraries.opened.connect(when)
    program.libraries.changed.connect(when)


def _end_on_ctrl_c(app: QApplication) -> None:
    """Python sees a signal only while it runs, so a timer lets it run now and then; only where there is a terminal."""
    if os.name == "nt" or not sys.stdin or not sys.stdin.isatty():
        return
    signal.signal(signal.SIGINT, lambda *_: app.closeAllWindows())
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(SIGNAL_CHECK_MS)
