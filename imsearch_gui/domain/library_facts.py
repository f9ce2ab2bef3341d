"""What there is to know of a library as a whole, for whoever looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from imsearch_gui.domain.records import ModelRecord, RootRecord


@dataclass(frozen=True, slots=True)
class RootFacts:
    """A root and what the library holds of it."""

    root: RootRecord
    images: int
    skipped: int


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

    @property
    def vector_bytes(self) -> int:
        return sum(part.model.bytes for part in self.models)

    @property
    def graph_bytes(self) -> int:
        return sum(part.graph_bytes for part in self.models)

    @property
    def bytes(self) -> int:
        """All of it together."""
        return self.catalog_bytes + self.vector_bytes + self.graph_bytes
