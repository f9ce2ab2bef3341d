"""What a long job says while it runs.

A long job is a generator that yields `Progress`: each `yield` is also where it may be paused (by not asking for the next
value) and cancelled (by closing the generator), so no job needs to look at a flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from imsearch_gui.domain.language import tr


class Stage(StrEnum):
    """Where an indexing job is."""

    SCANNING = "scanning"
    LEARNING = "learning"
    """The model takes what it needs from this library (the mean and deviation of the pixel baseline)."""
    ENCODING = "encoding"
    COMPACTING = "compacting"
    """Vectors of pictures that are gone are dropped."""
    GRAPH = "graph"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the library, and why, in a few words."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an indexing job has come."""

    stage: Stage
    done: int = 0
    total: int = 0
    """0 while unknown."""
    skipped: int = 0
    seconds: float = 0.0
    """Since the job began."""
    images_per_second: float = 0.0
    """Over the last few seconds; 0.0 while unknown."""
    latest: tuple[Path, ...] = ()
    """A few of the images that were committed last, newest first."""

    @property
    def seconds_left(self) -> float | None:
        """Estimated from the present rate; None while nothing can be said."""
        if self.images_per_second <= 0 or self.total <= 0:
            return None
        return max(0.0, (self.total - self.done) / self.images_per_second)


@dataclass(frozen=True, slots=True)
class Emptied:
    """A folder that had many images and has none now, which is more often a missing disk than a tidied folder."""

    path: Path
    images: int
    """What the library knows of it, and keeps."""

    def __str__(self) -> str:
        sentence = tr(
            "{0} had %Ln picture(s) and has none now (a disk that is not connected?): they are kept in the library until you say"
            " that they are gone.",
            "",
            self.images,
        )
        return sentence.format(self.path)


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an indexing job did. `found` = files seen that look like pictures; the rest counts images.

    found = unchanged + added + changed + moved + len(skipped); gone are those no longer found.
    """

    library: Path
    model_id: str
    found: int = 0
    unchanged: int = 0
    added: int = 0
    changed: int = 0
    moved: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    offline: tuple[Path, ...] = ()
    """Roots that were not there: their images are kept."""
    seconds: float = 0.0
    provider: str = ""
    """What the model ran on; empty where it did not have to."""
    notices: tuple[str, ...] = ()
    """What the user should know of how it ran, a sentence each."""
    emptied: tuple[Emptied, ...] = ()
    """Roots that have no picture any more: their images are kept, too."""

    @property
    def images_per_second(self) -> float:
        encoded = self.added + self.changed
        return encoded / self.seconds if self.seconds > 0 else 0.0


class InstallStage(StrEnum):
    """What an installation is busy with."""

    FETCHING = "fetching"
    CHECKING = "checking"
    """The content of the files against their hashes."""
    TRYING = "trying"
    """The model runs on one picture before it is taken."""
    QUICKENING = "quickening"
    """Its 8-bit form is made and measured; the model is installed already."""


@dataclass(frozen=True, slots=True)
class InstallProgress:
    """Where the installation of a model is: bytes of all its files together."""

    stage: InstallStage
    file: str = ""
    """The one at hand."""
    done: int = 0
    total: int = 0
    """0 while unknown."""
