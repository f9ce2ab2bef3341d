"""What a start asks for, this one or a later one: pictures to search for, folders to index, a library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.intake import is_folder
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.wishes import Wishes

if TYPE_CHECKING:
    from imsearch_gui.bridge.program import Program


class Arrivals(QObject):
    """Sees to wishes; pictures wait until there is a library to search in."""

    folders_came = Signal(object)
    """tuple[Path, ...] that somebody wants to have indexed"""
    library_wanted = Signal(object)
    """tuple[Path, ...]: these pictures wait for a library, and none is open"""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._lane = Lane("arrivals", self)
        self._waiting: tuple[Path, ...] = ()
        program.libraries.opened.connect(self._ask)
        program.libraries.changed.connect(self._ask)
        program.libraries.failed.connect(self._tell)

    def begin(self, wishes: Wishes) -> None:
        """See to the wishes that the program was started with."""
        if not wishes.samples and wishes.library is None:
            self._program.libraries.open_last()
        self.take(wishes)

    def take(self, wishes: Wishes) -> None:
        """See to wishes."""
        if wishes.samples:
            self._program.open_samples()
        elif wishes.library is not None:
            self._program.libraries.open(wishes.library)
        if wishes.paths:
            self._lane.submit(lambda: _sorted(wishes.paths), self._came)

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is looked at."""
        self._lane.close()

    def _came(self, came: tuple[tuple[Path, ...], tuple[Path, ...]]) -> None:
        folders, pictures = came
        if folders:
            self.folders_came.emit(folders)
        if pictures:
            self._waiting = pictures
            self._ask()
            self._tell()

    def _ask(self, *_: object) -> None:
        """Search for what waits, as soon as there is something to search in."""
        state = self._program.libraries.current
        if self._waiting and state is not None and state.images and not self._program.libraries.opening:
            pictures, self._waiting = self._waiting, ()
            self._program.search.ask_files(pictures)

    def _tell(self, *_: object) -> None:
        if self._waiting and not self._program.libraries.opening and not self._program.indexing.running:
            self.library_wanted.emit(self._waiting)


def _sorted(came: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Folders, and all else: what is no picture says so itself when it is read."""
    folders = tuple(path for path in came if is_folder(path))
    return folders, tuple(path for path in came if path not in folders)
