"""One name, written in several ways: é as one sign or as two (macOS), capitals where a file system does not tell them apart.

On Linux these are names of different files, so that they are only taken for each other where the disk says that they are one, or
where there is no file of the very name.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path


def folded(text: str) -> str:
    """The same for all ways of writing a name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def as_known(folder: Path, roots: Sequence[Path]) -> Path:
    """A folder as the library spells it, where it is one of its `roots`; else its absolute path.

    A root may be of another system ("C:\\\\Photos"), whose paths are not absolute on this one.
    """
    if folder in roots:
        return folder
    whole = folder.absolute()
    return next((root for root in roots if _is_same(root, whole)), whole)


def _is_same(root: Path, folder: Path) -> bool:
    if root == folder or folded(str(root)) != folded(str(folder)):
        return root == folder
    try:
        return root.samefile(folder)
    except OSError:
        return False


class Spelling:
    """How names that came from another disk are written in the folder `place`."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._listed: dict[str, dict[str, list[str]]] = {}

    def of(self, name: str) -> str:
        """The name (below the folder, with forward slashes) as it is written there; unchanged where there is none, or several."""
        if os.path.lexists(self._place / name):
            return name
        found = ""
        for part in name.split("/"):
            ways = self._ways(found).get(folded(part), [])
            if part in ways:
                ways = [part]
            if len(ways) != 1:
                return name
            found = f"{found}/{ways[0]}" if found else ways[0]
        return found

    def _ways(self, below: str) -> dict[str, list[str]]:
        """Of a folder below the place: the names in it, by what they are the same as."""
        if below not in self._listed:
            ways: dict[str, list[str]] = {}
            try:
                names = os.listdir(self._place / below)  # noqa: PTH208 (names, of which there may be many)
            except OSError:
                names = []
            for entry in names:
                ways.setdefault(folded(entry), []).append(entry)
            self._listed[below] = ways
        return self._listed[below]
