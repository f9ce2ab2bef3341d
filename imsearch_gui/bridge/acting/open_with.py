"""Opens pictures with a program that somebody chooses, or all at once with the desktop's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeDatabase, QObject, Signal

from imsearch_gui.bridge.acting.desktop_entries import Desktop as Entries
from imsearch_gui.bridge.acting.desktop_entries import Program
from imsearch_gui.bridge.desktop import WAIT_S, Starter, check_there, file_uri, open_file
from imsearch_gui.bridge.lane import Lane, NewestLane
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.language import tr

MOST = 20
"""Pictures opened at once: each may be a window of its own."""
SEVERAL_WAIT_S = 0.5
"""Of several, none is waited for long: the others come after it."""
LISTS = sys.platform not in ("win32", "darwin")
"""Whether this system lets us list its programs; else it asks with a dialog of its own, or for a file."""
_TOO_GENERAL = ("application/octet-stream", "text/plain")


class OpenWith(QObject):
    """Lists programs and starts them; never waits on the GUI thread."""

    listed = Signal(object, object)
    """(tuple of Path, tuple of Program that open all of them): the answer to `list_programs`."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A program that is just starting is looked after for seconds; a menu must not wait for that.
        self._listing = NewestLane("programs", self)
        self._lane = Lane("opening", self)
        self._starter, self._quick = Starter(WAIT_S), Starter(SEVERAL_WAIT_S)

    def list_programs(self, files: Sequence[Path]) -> None:
        """Ask for the programs that open these files."""
        wanted = tuple(files)
        self._listing.ask(
            lambda _: programs_for(wanted), lambda found: self.listed.emit(wanted, found), self.failed.emit
        )

    def open_with(self, program: Program, files: Sequence[Path]) -> None:
        """Open files with a program that was listed."""
        calls = program.calls(files, [file_uri(file) for file in files])
        self._lane.submit(lambda: self._start(calls, files), failed=self.failed.emit)

    def open_all(self, files: Sequence[Path]) -> None:
        """Open each file with the program that the desktop has for it."""
        starter = self._starter if len(files) == 1 else self._quick

        def work() -> None:
            _check(files)
            for file in files:
                open_file(file, starter)

        self._lane.submit(work, failed=self.failed.emit)

    def ask_system(self, file: Path) -> None:
        """Windows: its own dialog for the choice."""
        call = ["rundll32", "shell32.dll,OpenAs_RunDLL", str(file)]
        self._lane.submit(lambda: self._start([call], [file]), failed=self.failed.emit)

    def open_with_app(self, app: Path, files: Sequence[Path]) -> None:
        """macOS: an application that somebody has chosen."""
        call = ["open", "-a", str(app), *map(str, files)]
        self._lane.submit(lambda: self._start([call], files), failed=self.failed.emit)

    def stop(self) -> None:
        """No answer comes after this; programs that were started go on. Answers at once."""
        for starter in (self._starter, self._quick):
            starter.stop()
        for lane in (self._listing, self._lane):
            lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the program that is just being started."""
        self.stop()
        for lane in (self._listing, self._lane):
            lane.close()

    def _start(self, calls: Sequence[Sequence[str]], files: Sequence[Path]) -> None:
        _check(files)
        starter = self._starter if len(calls) == 1 else self._quick
        for call in calls:
            try:
                status = starter.run(call)
            except OSError as error:
                raise KnownError(
                    tr("{0} could not be started ({1}): choose another program.").format(call[0], error.strerror)
                ) from error
            if status:
                raise KnownError(tr("{0} could not open {1}: choose another program.").format(call[0], call[-1]))


def _check(files: Sequence[Path]) -> None:
    for file in files:
        check_there(file)


def programs_for(files: Sequence[Path]) -> tuple[Program, ...]:
    """Programs that open every one of the files, in the order for the first one."""
    _check(files)
    database, entries = QMimeDatabase(), Entries(os.environ)
    kinds = dict.fromkeys(database.mimeTypeForFile(str(file)).name() for file in files)
    found: list[list[Program]] = []
    for kind in kinds:
        mime = database.mimeTypeForName(kind)
        names = [kind, *mime.aliases(), *mime.allAncestors()]
        found.append(entries.programs([name for name in names if name not in _TOO_GENERAL]))
    return tuple(program for program in found[0] if all(program in others for others in found[1:]))
