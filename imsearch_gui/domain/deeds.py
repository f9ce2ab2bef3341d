"""What was done to images or files on somebody's behalf, for sentences and for undoing. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from imsearch_gui.domain.progress import Skipped


class Kind(Enum):
    """Of a deed."""

    MARK = "mark"
    LABEL_RENAMED = "label renamed"
    LABEL_DELETED = "label deleted"
    COPY = "copy"
    MOVE = "move"
    TRASH = "trash"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done."""

    kind: Kind
    number: int
    """Of images or files it was done to."""
    where: Path | None = None
    """The folder or file that came of it or that they went to."""
    what: str = ""
    """The label, for those kinds."""
    failed: tuple[Skipped, ...] = ()
    """Files it could not be done to, and why."""
    cancelled: bool = False
    undoable: bool = False


@dataclass(frozen=True, slots=True)
class FileProgress:
    """How far a job with files has come."""

    kind: Kind
    done: int = 0
    total: int = 0
    where: Path | None = None
    seconds_left: float | None = None
