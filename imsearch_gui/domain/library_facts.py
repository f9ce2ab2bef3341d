"""What there is to know of a library as a whole, for whoever looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from imsearch_gui.domain.records import ModelRecord, RootRecord


class Emptiness(StrEnum):
    """A root that had many images and had none when it was looked through last; they are kept."""

    ASKED = "asked"
    """Nobody has said yet what is to become of them."""
    KEPT = "kept"
    """They are kept, and nobody is asked again."""


class Way(StrEnum):
    """How changes in a watched root are noticed."""

    NOTICED = "noticed"
    """The system tells them."""
    NETWORK = "network"
    """It lies on another computer, where systems tell nothing: it is looked through on a schedule."""
    LIMIT = "limit"
    """The system watches no more folders: it is looked through on a schedule."""
    UNASKED = "unasked"
    """They are not: the library asks for it, but nobody at this computer does."""

    @property
    def scheduled(self) -> bool:
        return self in (Way.NETWORK, Way.LIMIT)


@dataclass(frozen=True, slots=True)
class RootFacts:
    """A root and what the library holds of it."""

    root: RootRecord
    images: int
    skipped: int
    emptiness: Emptiness | None = None
    """None where it is as one expects."""


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """A model and what it takes on the disk."""

    model: ModelRecord
    graph_bytes: int
    """0 where there is no graph."""


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """A library: what is in it, and what it takes on the disk."""

    folder: Path
    name: str
    images: int
    skipped: int
    catalog_bytes: int
    roots: tuple[RootFacts, ...]
    models: tuple[ModelFacts, ...]
    copy_bytes: int = 0
    """Of the copy of the catalog that was made before it was brought up to date, where there is one."""

    @property
    def vector_bytes(self) -> int:
        return sum(part.model.bytes for part in self.models)

    @property
    def graph_bytes(self) -> int:
        return sum(part.graph_bytes for part in self.models)

    @property
    def bytes(self) -> int:
        """All of it together."""
        return self.catalog_bytes + self.vector_bytes + self.graph_bytes + self.copy_bytes


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A library as a list of them names it."""

    folder: Path
    name: str
    images: int = 0
    there: bool = True
    """False where its folder is gone, or holds no library that can be read."""


@dataclass(frozen=True, slots=True)
class Relinked:
    """What was seen before a root was believed to be elsewhere."""

    images: int
    looked_for: int
    found: int
    read: int
