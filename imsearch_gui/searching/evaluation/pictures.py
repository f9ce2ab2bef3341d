"""The images of a library, found by what a ground truth calls them.

A name may be a whole path, a path below the folder of the ground truth or below a root, the end of a path, or the bare name of a
file, with its suffix or without. What is spelled exactly so comes before what is spelled alike (capitals, é as one sign or as two,
backslashes between folders), and a whole name before one without a suffix. Of images that are spelled equally well, the one that
lies nearest to the ground truth is meant; where that leaves two, the name says too little.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.image_columns import ImageColumns
from imsearch_gui.imaging.scanner import looks_like_picture
from imsearch_gui.library.image_table import KeptTable
from imsearch_gui.library.library import Library
from imsearch_gui.library.spelling import folded

Codes = npt.NDArray[np.int64]
Tier = frozenset[int] | None
"""Folders by their place in `ImageColumns.folders`; None for all of them."""
ANYWHERE: Tier = None
BESIDE = ("", "jpg", "images")
"""Folders beside a ground truth, or beside its folder, in which the pictures of published sets lie."""
SUFFIXES = (".jpg", ".jpeg", ".png", ".JPG", ".JPEG", ".PNG")
"""What the files of published sets end with, which call them without."""
LONGEST_NAME = 4096
"""Characters; no system opens a file by a longer path."""


@dataclass(frozen=True, slots=True)
class Named:
    """Which images some names mean. Those in neither are not in the library."""

    place_of: Mapping[str, int]
    """Name -> place of the image in the columns."""
    ambiguous: frozenset[str]
    """Names that fit several images."""

    def ids(self, columns: ImageColumns, names: Iterable[str]) -> npt.NDArray[np.int64]:
        """int64 [n], rising, each once: of those of `names` that are known."""
        places = {self.place_of[name] for name in names if name in self.place_of}
        return np.sort(columns.ids[np.fromiter(places, np.int64, len(places))])

    def absent(self, names: Iterable[str]) -> int:
        """How many of `names` are not in the library, each counted once."""
        return len({name for name in names if name not in self.place_of and name not in self.ambiguous})


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to compare names."""

    fold: Callable[[str], str]
    stem: bool


def _exactly(text: str) -> str:
    return text


def _alike(text: str) -> str:
    return folded(text.replace("\\", "/"))


WHOLE = (_Way(_exactly, stem=False), _Way(_alike, stem=False))
"""For names of files."""
WAYS = (*WHOLE, _Way(_exactly, stem=True), _Way(_alike, stem=True))
"""In this order; the next one is only for those names that the ones before have not found."""


class Pictures:
    """All images of one library, as they are when it is made."""

    def __init__(self, columns: ImageColumns, roots: Sequence[Path], near: Path | None = None) -> None:
        """`near` is the folder of the ground truth."""
        self.columns = columns
        self.roots = roots
        self.near = near
        self._folders: dict[Callable[[str], str], _Folders] = {}

    @classmethod
    def of(cls, library: Library, near: Path | None = None) -> Pictures:
        """Raises LibraryError."""
        columns, roots = library.steady(lambda: (KeptTable(library).table().columns, library.root_paths()))
        return cls(columns, [path for _, path in roots], near)

    def path(self, place: int) -> Path:
        return Path(self.columns.folders[self.columns.folder_of[place]], self.columns.names[place])

    def find(self, names: Iterable[str], ways: Sequence[_Way] = WAYS) -> Named:
        """All names at once, since each way of comparing goes through all images once."""
        places: dict[str, int] = {}
        ambiguous: set[str] = set()
        left = [name for name in dict.fromkeys(names) if "\0" not in name and len(name) <= LONGEST_NAME]
        for way in ways:
            unfound = []
            for name, fitting in self._fitting(left, way):
                if len(fitting) == 1:
                    places[name] = fitting[0]
                elif fitting:
                    ambiguous.add(name)
                else:
                    unfound.append(name)
            left = unfound
        return Named(places, frozenset(ambiguous))

    def file(self, name: str) -> Path | None:
        """A file of that name on the disk, for a picture that the library does not hold; None where there is none."""
        if len(name) > LONGEST_NAME:
            return None
        suffixes = ("",) if looks_like_picture(name) else ("", *SUFFIXES)
        for base in self._places_on_disk:
            for suffix in suffixes:
                path = os.path.normpath(base / f"{name}{suffix}")
                # Never an error, whatever the name.
                if os.path.isfile(path):  # noqa: PTH113
                    return Path(path)
        return None

    @cached_property
    def _places_on_disk(self) -> list[Path]:
        beside = (
            [] if self.near is None else [above / name for above in (self.near, self.near.parent) for name in BESIDE]
        )
        return [place for place in (*beside, *self.roots) if place.is_dir()]

    def _fitting(self, names: list[str], way: _Way) -> Iterator[tuple[str, list[int]]]:
        """Each name, and the places of the images that it fits best."""
        parts = {name: way.fold(name).rpartition("/") for name in names}
        named = self._named({last for _, _, last in parts.values()}, way) if names else {}
        if way.fold not in self._folders:
            self._folders[way.fold] = _Folders(self.columns.folders, self.roots, self.near, way.fold)
        folders = self._folders[way.fold]
        for name, (above, slash, last) in parts.items():
            by_folder = named.get(last)
            tiers = folders.tiers(above + slash) if by_folder else ()
            yield name, next((found for tier in tiers if (found := _within(by_folder or {}, tier))), [])

    def _named(self, wanted: set[str], way: _Way) -> dict[str, dict[int, list[int]]]:
        """Of the images that are called as one of `wanted`: name -> folder -> places."""
        # As one text: a million names are folded and parted in a fraction of a second.
        texts = way.fold(os.fsdecode(self.columns.names.data)).split("\0")[:-1]
        if way.stem:
            texts = [text.rpartition(".")[0] or text for text in texts]
        named: dict[str, dict[int, list[int]]] = {}
        for place, text in enumerate(texts):
            if text in wanted:
                named.setdefault(text, {}).setdefault(int(self.columns.folder_of[place]), []).append(place)
        return named


def _within(by_folder: dict[int, list[int]], tier: Tier) -> list[int]:
    if tier is None:
        return [place for places in by_folder.values() for place in places]
    few, many = (tier, by_folder) if len(tier) < len(by_folder) else (by_folder, tier)
    return [place for folder in few if folder in many for place in by_folder[folder]]


class _Folders:
    """The folders of a library by their paths, compared in one way."""

    def __init__(
        self, folders: Sequence[Path], roots: Sequence[Path], near: Path | None, fold: Callable[[str], str]
    ) -> None:
        self._fold = fold
        self._near = [] if near is None else list(dict.fromkeys((str(near.absolute()), os.path.realpath(near))))
        self._roots = [str(root) for root in roots]
        self._parts = [self._parted(folder) for folder in folders]
        self._by_path: dict[tuple[str, ...], list[int]] = {}
        self._by_last: dict[str, list[int]] = {}
        for code, parts in enumerate(self._parts):
            self._by_path.setdefault(parts, []).append(code)
            self._by_last.setdefault(parts[-1], []).append(code)
        self._below_near = self._below([self._parted(Path(base)) for base in self._near])
        self._known: dict[str, tuple[Tier, ...]] = {}

    def tiers(self, above: str) -> tuple[Tier, ...]:
        """Where an image may lie that is called `above` (with a slash behind it, or empty) and a name; the best first."""
        if above not in self._known:
            self._known[above] = tuple(self._tiers(above))
        return self._known[above]

    def _tiers(self, above: str) -> Iterator[Tier]:
        if Path(above).is_absolute():
            yield self._at([above, os.path.realpath(above)])
            return
        yield self._at([os.path.join(base, above) for base in self._near])  # noqa: PTH118 (texts, of which some are folded)
        yield self._at([os.path.join(root, above) for root in self._roots])  # noqa: PTH118
        ends = self._ending(tuple(part for part in above.split("/") if part not in ("", ".")))
        yield self._below_near if ends is None else ends & self._below_near
        yield ends

    def _at(self, paths: Iterable[str]) -> frozenset[int]:
        found = [self._by_path.get(self._parted(Path(os.path.normpath(path))), ()) for path in paths]
        return frozenset(code for codes in found for code in codes)

    def _parted(self, folder: Path) -> tuple[str, ...]:
        return tuple(self._fold(folder.as_posix()).rstrip("/").split("/"))

    def _ending(self, end: tuple[str, ...]) -> Tier:
        if not end:
            return ANYWHERE
        same = self._by_last.get(end[-1], ())
        return frozenset(code for code in same if self._parts[code][-len(end) :] == end)

    def _below(self, bases: Sequence[tuple[str, ...]]) -> frozenset[int]:
        return frozenset(
            code for code, parts in enumerate(self._parts) if any(parts[: len(base)] == base for base in bases)
        )
