"""What an earlier run of the program has left when it crashed: a report, and thumbnails that it was writing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imsearch_gui import paths
from imsearch_gui.bridge.lane import Lane


class CrashReports(QObject):
    """Looks once, beside the window."""

    found = Signal(object)
    """Path of the newest report"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("crashes", self)

    def look(self) -> None:
        """Tell of a crash that nobody has been told of."""
        self._lane.submit(_look, lambda path: self.found.emit(path) if path is not None else None)

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is looked at."""
        self._lane.close()


def _look() -> Path | None:
    """The newest report."""
    from imsearch_gui.crash_file import reports_left
    from imsearch_gui.imaging.thumbnails import ThumbnailCache

    ThumbnailCache().clear_leftovers()
    reports = reports_left(paths.crashes())
    return reports[0] if reports else None
