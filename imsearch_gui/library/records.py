"""What travels between the indexing job, its workers and the writer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from imsearch_gui.domain.metrics import Vector
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import PictureInfo


@dataclass(frozen=True, slots=True)
class RootKey:
    """A root of the library, as the job that fills it needs it."""

    id: int
    path: Path


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture on its way into the library."""

    file: FoundFile
    content_key: bytes
    info: PictureInfo
    vector: Vector


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that will be listed as skipped."""

    file: FoundFile
    reason: str


@dataclass(frozen=True, slots=True)
class ModelKey:
    """A model as this library stores it."""

    id: int
    name: str
    dimension: int
