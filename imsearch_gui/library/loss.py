"""A folder whose images are all gone at once: more often a disk that is not connected than a tidied folder."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.progress import Emptied
from imsearch_gui.imaging.scanner import ScanOptions, looks_like_picture, scan
from imsearch_gui.library.records import RootKey
from imsearch_gui.library.writer import LibraryWriter

MANY = 20
"""Images that do not all vanish at once unless their disk does."""


class Loss(Enum):
    """A loss that needs no question."""

    DISK = "disk"
    """There is nothing at all where images were: a mount point without its disk."""


def look_for_loss(
    library: LibraryWriter, root: RootKey, folder: Path, found: Sequence[FoundFile]
) -> Loss | Emptied | None:
    """None where what was `found` in a folder of a root may be believed."""
    if any(looks_like_picture(item.text) for item in found):
        return None
    known = library.count_images_below(root, folder)
    if known and next(iter(folder.iterdir()), None) is None:
        return Loss.DISK
    # Of a few pictures it is believed that somebody took them away, from beside other files.
    if known < MANY or _holds_images(library, folder, found):
        return None
    return Emptied(folder, known)


def has_vanished(folder: Path) -> bool:
    """Whether a folder that held pictures a moment ago is gone, or empty."""
    try:
        return next(iter(folder.iterdir()), None) is None
    except OSError:
        return True


def why_nothing(offline: Sequence[Path], emptied: Sequence[Emptied]) -> str:
    """The sentence where no folder is left to be indexed."""
    names = ", ".join(str(folder) for folder in offline)
    missing = tr("Not there just now: {0}. What was indexed from it is kept; connect the disk and start again.")
    return " ".join([missing.format(names)] * bool(names) + [str(folder) for folder in emptied])


def _holds_images(library: LibraryWriter, folder: Path, found: Sequence[FoundFile]) -> bool:
    """Whether some of what was found is named like no picture and is one, or the options leave pictures out that are there."""
    if any(library.content_at(item.path) is not None for item in found[:MANY]):
        return True
    return any(isinstance(item, FoundFile) and looks_like_picture(item.text) for item in scan(folder, ScanOptions()))
