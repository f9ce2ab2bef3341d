"""What an earlier run of the program has left when it crashed: a report, and thumbnails that it was writing."""

from __future__ import annotations

from collections.abc import Iterable
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
        self._reports: list[Path] = []
        self.report: Path | None = None
        """Where the newest report is just now."""

    def look(self) -> None:
        """Find out whether there was a crash that nobody has been told of."""
        self._lane.submit(_look, self._tell)

    def told(self) -> None:
        """The user has read of what was found, so that the next start does not tell of it again."""
        reports = tuple(self._reports)
        self._lane.submit(lambda: _mark(reports), self._keep)

    def tidy(self) -> None:
        """Take away what was half written. That takes longer, and nobody waits for it."""
        self._lane.submit(_tidy)

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is looked at."""
        self._lane.close()

    def _tell(self, reports: list[Path]) -> None:
        self._keep(reports)
        if self.report is not None:
            self.found.emit(self.report)

    def _keep(self, reports: list[Path]) -> None:
        self._reports = reports
        self.report = next(iter(reports), self.report)


def _look() -> list[Path]:
    """The newest first."""
    from imsearch_gui.crash_file import reports_left

    return reports_left(paths.crashes())


def _mark(reports: Iterable[Path]) -> list[Path]:
    from imsearch_gui.crash_file import mark_told

    return mark_told(paths.crashes(), reports)


def _tidy() -> None:
    from imsearch_gui.imaging.thumbnails import ThumbnailCache

    ThumbnailCache().clear_leftovers()
