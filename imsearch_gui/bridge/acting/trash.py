"""The trash of the desktop. A file that cannot go there stays where it is: nothing is ever deleted for good here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from imsearch_gui.domain.errors import FolderError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.progress import Skipped
from imsearch_gui.library.carrying import Carried, free_name, put

Tell = Callable[[int, int], bool]
"""(done, total) -> whether to go on"""


@dataclass(slots=True)
class Trashing:
    """What went to the trash."""

    trashed: list[Carried] = field(default_factory=list)
    failed: list[Skipped] = field(default_factory=list)


def to_trash(files: Sequence[Path], tell: Tell) -> Trashing:
    """Move files to the trash, all of them or none.

    FolderError where one of them lies on a disk without a trash: those that went before it are brought back first. A file that is
    not there any more is listed as failed, and the others go on.
    """
    work = Trashing()
    _make_home()
    for number, file in enumerate(files):
        if not tell(number, len(files)):
            break
        if not os.path.lexists(file):
            work.failed.append(Skipped(file, tr("it is not there")))
            continue
        entry = QFile(str(file))
        if not entry.moveToTrash():
            left = from_trash(work.trashed).failed
            raise FolderError(_refusal(file, left))
        work.trashed.append(Carried(file, Path(entry.fileName())))
    tell(len(files), len(files))
    return work


def _make_home() -> None:
    """Qt makes the trash of a user, but not the folder that it stands in, and calls that a disk without a trash."""
    if sys.platform not in ("win32", "darwin"):
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
        with suppress(OSError):  # Qt tries the trash of the disk next
            Path(place).mkdir(mode=0o700, parents=True, exist_ok=True)


def _refusal(file: Path, left: Sequence[Skipped]) -> str:
    if left:
        names = ", ".join(str(item.path) for item in left)
        return tr(
            "{0} cannot be moved to a trash, and {1} could not be brought back from it: look into the trash."
        ).format(file, names)
    return tr(
        "{0} has no trash that can be used, and this program deletes nothing for good, so nothing was moved: delete"
        " the files in the file manager if you are sure."
    ).format(file.parent)


def from_trash(trashed: Sequence[Carried], tell: Tell = lambda _done, _total: True) -> Trashing:
    """Bring files back to where they were, or beside it where something else has that name now; last in, first out."""
    work = Trashing()
    for number, item in enumerate(reversed(trashed)):
        if not tell(number, len(trashed)):
            break
        try:
            work.trashed.append(Carried(item.target, _bring_back(item)))
        except OSError as error:
            work.failed.append(Skipped(item.source, error.strerror or str(error)))
    return work


def _bring_back(item: Carried) -> Path:
    item.source.parent.mkdir(parents=True, exist_ok=True)
    target, number = item.source, 1
    while True:
        try:
            put(item.target, target)
            break
        except FileExistsError:
            number += 1
            target = item.source.with_name(free_name(item.source.name, number))
    with suppress(FileNotFoundError):
        if note := _note_of(item.target):
            note.unlink()
    return target


def _note_of(place: Path) -> Path | None:
    """What the trash has written down of a file; None where it keeps no such notes that are ours to remove."""
    if sys.platform == "win32":
        return place.with_name("$I" + place.name.removeprefix("$R"))
    if sys.platform == "darwin":
        return None
    return place.parent.parent / "info" / f"{place.name}.trashinfo"
