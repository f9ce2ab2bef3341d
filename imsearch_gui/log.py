"""The log: a file that turns over, and the console for developers."""

from __future__ import annotations

import logging
import os
import platform
import sys
import threading
from logging.handlers import RotatingFileHandler
from types import TracebackType

from imsearch_gui import __version__, paths
from imsearch_gui.early_log import EarlyLog

_log = logging.getLogger(__name__)
_head: list[str] = []
_NAME = "imsearch"
_BYTES = 1_000_000
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def start_log(early: EarlyLog | None = None, *, console: bool = False) -> None:
    """Write to `paths.log_file()`, every error that nobody catches included; to the terminal as well where `console` says so.

    What `early` has held is written first.
    """
    root = logging.getLogger()
    if early is not None:
        root.removeHandler(early)
    for handler in [handler for handler in root.handlers if handler.name == _NAME]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.INFO)
    logging.getLogger("PIL").setLevel(logging.WARNING)
    try:
        file = paths.log_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        _add(_TurningFile(file, maxBytes=_BYTES, backupCount=2, encoding="utf-8"))
    except OSError as error:
        # Nowhere to write: at least a terminal shows it.
        console = True
        _log.warning("no log file: %s", error)
    if console:
        _add(logging.StreamHandler())
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    _head.clear()
    note_head(f"imsearch {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}")
    note_head(f"{platform.machine()}, {os.cpu_count()} cores")
    for record in early.records if early is not None else ():
        root.handle(record)


def note_head(line: str) -> None:
    """Write a line that says what the program runs on; it stands at the head of every file that follows, too. From any thread."""
    if line not in _head:
        _head.append(line)
        _log.info("%s", line)


class _TurningFile(RotatingFileHandler):
    """Begins each file with what whoever reads it must know, since the file before may be gone."""

    def doRollover(self) -> None:
        super().doRollover()
        assert self.stream is not None
        for line in _head:
            record = logging.LogRecord(_log.name, logging.INFO, __file__, 0, line, None, None)
            self.stream.write(f"{self.format(record)}\n")


def _add(handler: logging.Handler) -> None:
    handler.name = _NAME
    handler.setFormatter(logging.Formatter(_FORMAT))
    logging.getLogger().addHandler(handler)


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    # A thread may end itself by SystemExit; Python's own hook is silent then, too.
    if not issubclass(args.exc_type, SystemExit):
        _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("imsearch").error("uncaught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
