"""A root that is to be watched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Watched:
    """Where it is, and whether its subfolders count."""

    path: Path
    recursive: bool = True
