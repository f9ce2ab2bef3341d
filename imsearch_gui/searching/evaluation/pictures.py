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
from imsearch_gui.encoding.guard import always
from imsearch_gui.imaging.scanner import looks_like_picture
from imsearch_gui.library.image_table import KeptTable
from imsearch_gui.library.library import Library
from imsearch_gui.library.spelling import folded
from imsearch_gui.searching.evaluation.folders import Compared, Folders, Tier
from imsearch_gui.searching.query_vector import Wanted, check

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


WHOLE = (_Way(_exactly, stem=False), _Way(folded, stem=False))
"""For names of files."""
WAYS = (*WHOLE, _Way(_exactly, stem=True), _Way(folded, stem=True))
"""In this order; the next one is only for those names that the ones before have not found."""


class Pictures:
    """All images of one library, as they are when it is made."""

    def __init__(
        self,
        columns: ImageColumns,
        roots: Mapping[Path, bool],
        near: Path | None = None,
        *,
        contents: npt.NDArray[np.int64] | None = None,
        wanted: Wanted = always,
    ) -> None:
        """`roots` says of each whether it is there; `near` is the folder of the ground truth, `contents` [images] which content
        each image has. Whatever looks at the disk raises Superseded once `wanted` says no."""
        self.columns = columns
        self._contents = np.arange(len(columns)) if contents is None else contents
        self._wanted = wanted
        self.folders = Folders(columns.folders, roots)
        self.near = near
        self._compared: dict[Callable[[str], str], Compared] = {}

    @classmethod
    def of(cls, library: Library, near: Path | None = None, wanted: Wanted = always) -> Pictures:
        """Raises LibraryError, Superseded."""
        check(wanted)
        there = {root.path: root.online for root in library.roots()}
        table, roots = library.steady(lambda: (KeptTable(library).table(), library.root_paths()))
        online = {root: there.get(root, False) for _, root in roots}
        return cls(table.columns, online, near, contents=table.contents, wanted=wanted)

    def check(self) -> None:
        """Raises Superseded where nobody waits for the ground truth any more."""
        check(self._wanted)

    def copies(self, places: npt.NDArray[np.int64], codes: npt.NDArray[np.int64]) -> int:
        """How many of the images at `places` [n] are copies of another one with the same number of `codes` [n]."""
        return len(places) - int(np.unique(np.stack([codes, self._contents[places]]), axis=1).shape[1])

    def path(self, place: int) -> Path:
        return Path(self.columns.folders[self.columns.folder_of[place]], self.columns.names[place])

    def find(self, names: Iterable[str], ways: Sequence[_Way] = WAYS) -> Named:
        """All names at once, since each way of comparing goes through all images once."""
        places: dict[str, int] = {}
        ambiguous: set[str] = set()
        left = [name for name in dict.fromkeys(names) if "\0" not in name and len(name) <= LONGEST_NAME]
        for way in ways:
            self.check()
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
        self.check()
        if len(name) > LONGEST_NAME:
            return None
        suffixes = ("",) if looks_like_picture(name) else ("", *SUFFIXES)
        for base in self._places_on_disk:
            for suffix in suffixes:
                path = base / f"{name}{suffix}"
                # Never an error, whatever the name.
                if os.path.isfile(path):  # noqa: PTH113
                    return Path(os.path.realpath(path)) if ".." in path.parts else path
        return None

    @cached_property
    def _places_on_disk(self) -> list[Path]:
        above = [] if self.near is None else [self.near, self.near.parent]
        beside = [folder / name for folder in above for name in BESIDE]
        there = [root for root, online in self.folders.roots.items() if online]
        return [place for place in (*beside, *there) if place.is_dir()]

    def _fitting(self, names: list[str], way: _Way) -> Iterator[tuple[str, list[int]]]:
        """Each name, and the places of the images that it fits best."""
        exact = way.fold is _exactly
        parts = {name: (name if exact else name.replace("\\", "/")).rpartition("/") for name in names}
        named = self._named({way.fold(last) for _, _, last in parts.values()}, way) if names else {}
        if way.fold not in self._compared:
            self._compared[way.fold] = Compared(self.folders, self.near, way.fold)
        compared = self._compared[way.fold]
        for name, (above, slash, last) in parts.items():
            by_folder = named.get(way.fold(last))
            tiers = compared.tiers(above + slash) if by_folder else ()
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
