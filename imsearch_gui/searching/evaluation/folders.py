"""The folders of a library, by the paths that lead to them.

`../pictures` as a root is kept as it was said, and a link leads to a folder by another path: so a folder has as many paths as its
root, which are the one that is kept, the same without `..`, and the real one. The last needs a look at the disk, which a server
that is gone may keep for minutes, so that it is taken only where the root is there.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

Parts = tuple[str, ...]
Tier = frozenset[int] | None
"""Folders by their number; None for all of them."""
ANYWHERE: Tier = None


def spellings(path: Path, *, look: bool = True) -> tuple[Path, ...]:
    """The paths to what lies at `path`, the given one first."""
    known = [path.absolute(), Path(os.path.normpath(path.absolute()))]
    return tuple(dict.fromkeys([*known, Path(os.path.realpath(path))] if look else known))


def parted(path: Path) -> Parts:
    """One spelling of the accents, whichever the disk has."""
    return _parts(path, lambda text: unicodedata.normalize("NFC", text))


def _parts(path: Path, fold: Callable[[str], str]) -> Parts:
    return tuple(fold(path.as_posix()).rstrip("/").split("/"))


class Folders:
    """All of them, by their numbers, which are their places in `ImageColumns.folders`."""

    def __init__(self, folders: Sequence[Path], roots: Mapping[Path, bool]) -> None:
        """`roots` says of each whether it is there."""
        self.roots = roots
        known = {root: spellings(root, look=there) for root, there in roots.items()}
        self.spelled = [_spelled(folder, known) for folder in folders]
        self.of_root = [_root_of(folder, roots) for folder in folders]

    def below(self, base: Path) -> list[Parts | None]:
        """Of each folder the way to it from `base`; None for one that lies elsewhere."""
        tops = [parted(top) for top in spellings(base)]
        return [next(_below(map(parted, paths), tops), None) for paths in self.spelled]


def _root_of(folder: Path, roots: Iterable[Path]) -> Path:
    """Of roots that lie in each other the inner one."""
    return max(
        (root for root in roots if folder.is_relative_to(root)), key=lambda root: len(root.parts), default=folder
    )


def _spelled(folder: Path, known: Mapping[Path, Sequence[Path]]) -> tuple[Path, ...]:
    root = _root_of(folder, known)
    return tuple(Path(top, folder.relative_to(root)) for top in known.get(root, (folder,)))


def _below(paths: Iterable[Parts], tops: Sequence[Parts]) -> Iterator[Parts]:
    for path in paths:
        for top in tops:
            if path[: len(top)] == top:
                yield path[len(top) :]


class Compared:
    """Folders by their paths, compared in one way."""

    def __init__(self, folders: Folders, near: Path | None, fold: Callable[[str], str]) -> None:
        """`near` is the folder of the ground truth."""
        self._fold = fold
        self._near = () if near is None else spellings(near)
        self._roots = [path for root, there in folders.roots.items() for path in spellings(root, look=there)]
        self._parts = [[_parts(path, fold) for path in paths] for paths in folders.spelled]
        self._by_path: dict[Parts, list[int]] = {}
        self._by_last: dict[str, set[int]] = {}
        for number, ways in enumerate(self._parts):
            for parts in ways:
                self._by_path.setdefault(parts, []).append(number)
                self._by_last.setdefault(parts[-1], set()).add(number)
        tops = [_parts(base, fold) for base in self._near]
        self._below_near = frozenset(
            number for number, ways in enumerate(self._parts) if next(_below(ways, tops), None) is not None
        )
        self._known: dict[str, tuple[Tier, ...]] = {}

    def tiers(self, above: str) -> tuple[Tier, ...]:
        """Where an image may lie that is called `above` (with a slash behind it, or empty) and a name; the best first."""
        if above not in self._known:
            self._known[above] = tuple(self._tiers(above))
        return self._known[above]

    def _tiers(self, above: str) -> Iterator[Tier]:
        path = Path(above)
        if path.is_absolute():
            yield self._at(spellings(path))
            return
        yield self._at([way for base in self._near for way in spellings(base / path)])
        yield self._at([way for root in self._roots for way in spellings(root / path, look=False)])
        ends = self._ending(_parts(path, self._fold) if path.parts else ())
        yield self._below_near if ends is None else ends & self._below_near
        yield ends

    def _at(self, paths: Iterable[Path]) -> frozenset[int]:
        return frozenset(number for path in paths for number in self._by_path.get(_parts(path, self._fold), ()))

    def _ending(self, end: Parts) -> Tier:
        if not end:
            return ANYWHERE
        same = self._by_last.get(end[-1], ())
        return frozenset(number for number in same if any(parts[-len(end) :] == end for parts in self._parts[number]))
