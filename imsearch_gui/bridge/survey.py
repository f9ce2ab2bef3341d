"""How many pictures lie in some folders, counted while one waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from imsearch_gui.bridge.lane import Lane

TELL_S = 0.15


@dataclass(frozen=True, slots=True)
class SurveyCount:
    """What was seen so far."""

    pictures: int = 0
    """Files with the suffix of a picture."""
    bytes: int = 0
    done: bool = False
    problem: str = ""
    """One sentence where a folder cannot be read."""


class FolderSurvey(QObject):
    """Counts anew whenever it is started; counts of an earlier start are dropped."""

    counted = Signal(object)
    """SurveyCount, a few times a second, the last one with `done`."""

    _from_thread = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("survey", self)
        self._stop = threading.Event()
        self._generation = 0
        self._from_thread.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self, folders: Sequence[Path], *, recursive: bool = True, exclude: Sequence[str] = ()) -> None:
        self.stop()
        generation, stop = self._generation, threading.Event()
        self._stop = stop

        def count() -> None:
            for seen in _counts(tuple(folders), recursive, tuple(exclude), stop):
                self._from_thread.emit(generation, seen)

        self._lane.submit(count, failed=lambda sentence: self._take(generation, SurveyCount(0, 0, True, sentence)))

    def stop(self) -> None:
        """What is being counted is of no interest any more."""
        self._generation += 1
        self._stop.set()

    def close(self) -> None:
        self.stop()
        self._lane.close()

    def _take(self, generation: int, seen: SurveyCount) -> None:
        if generation == self._generation:
            self.counted.emit(seen)


def _counts(
    folders: tuple[Path, ...], recursive: bool, exclude: tuple[str, ...], stop: threading.Event
) -> Iterator[SurveyCount]:
    from imsearch_gui.imaging.scanner import ScanOptions, UnreadableFolder, looks_like_picture, scan

    pictures = size = 0
    told = time.monotonic()
    seen: set[Path] = set()
    for folder in folders:
        for file in scan(folder, ScanOptions(recursive, exclude)):
            if stop.is_set():
                return
            if isinstance(file, UnreadableFolder) or not looks_like_picture(file.path.name) or file.path in seen:
                continue
            seen.add(file.path)
            pictures += 1
            size += file.size
            if time.monotonic() - told > TELL_S:
                told = time.monotonic()
                yield SurveyCount(pictures, size)
    yield SurveyCount(pictures, size, done=True)
