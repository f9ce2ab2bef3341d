"""What is to be logged before there is a log: opening one takes as long as a tenth of a bare window."""

from __future__ import annotations

import logging
import sys
from types import TracebackType


class EarlyLog(logging.Handler):
    """Holds records until `log.start_log` writes them; an error that nobody catches starts the log at once."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []
        root = logging.getLogger()
        root.setLevel(logging.INFO)
        root.addHandler(self)
        sys.excepthook = self._uncaught

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from imsearch_gui.log import start_log

        start_log(self)
        sys.excepthook(kind, error, trace)
