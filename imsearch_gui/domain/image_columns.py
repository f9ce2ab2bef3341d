"""Images as columns: what a million of them take is some numbers each, and a record is made only of the one that is looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.dates import UNDATED, iso_of, local_seconds, seconds_of
from imsearch_gui.domain.marks import UNMARKED, Marks
from imsearch_gui.domain.records import ImageRecord, PictureInfo

Whole = npt.NDArray[np.int64]
Small = npt.NDArray[np.int32]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Texts one after the other, each with a zero byte behind it; names of files hold none."""

    data: bytes
    starts: Whole
    """int64 [n + 1]"""

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        if not texts:
            return cls(b"", np.zeros(1, np.int64))
        data = os.fsencode("\0".join(texts) + "\0")
        ends = np.flatnonzero(np.frombuffer(data, np.uint8) == 0) + 1
        return cls(data, np.concatenate([np.zeros(1, np.int64), ends]))

    @classmethod
    def joined(cls, parts: Sequence[Texts]) -> Texts:
        shifts = np.cumsum([0, *(len(part.data) for part in parts)])
        starts = [part.starts[:-1] + shift for part, shift in zip(parts, shifts, strict=False)]
        return cls(b"".join(part.data for part in parts), np.concatenate([*starts, shifts[-1:]]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, place: int) -> str:
        return os.fsdecode(self.data[self.starts[place] : self.starts[place + 1] - 1])

    def every(self) -> list[str]:
        return os.fsdecode(self.data).split("\0")[:-1]


@dataclass(frozen=True, slots=True, eq=False)
class ImageColumns:
    """Some images, in the rising order of their ids. All columns are as long."""

    ids: Whole
    folders: tuple[Path, ...]
    """Each folder that holds one of them, once."""
    folder_of: Small
    """Index in `folders`."""
    names: Texts
    """Names of the files, without their folders."""
    sizes: Whole
    """bytes"""
    mtimes: Whole
    """nanoseconds"""
    widths: Small
    heights: Small
    formats: tuple[str, ...]
    format_of: Small
    taken: Whole
    """Seconds since 1970 by the clock on the wall; UNDATED where the picture does not say."""
    cameras: tuple[str | None, ...]
    camera_of: Small
    marks: Mapping[int, Marks] = field(default_factory=dict)
    """Image id -> marks, of those that have any."""

    @classmethod
    def of(cls, images: Iterable[ImageRecord]) -> ImageColumns:
        """Of records, each id once."""
        records = sorted(images, key=lambda image: image.id)
        folders, folder_of = coded([image.path.parent for image in records])
        formats, format_of = coded([image.info.format for image in records])
        cameras, camera_of = coded([image.info.camera for image in records])
        return cls(
            np.array([image.id for image in records], np.int64),
            folders,
            folder_of,
            Texts.of([image.path.name for image in records]),
            np.array([image.file_size for image in records], np.int64),
            np.array([image.mtime_ns for image in records], np.int64),
            np.array([image.info.width for image in records], np.int32),
            np.array([image.info.height for image in records], np.int32),
            formats,
            format_of,
            seconds_of([image.info.taken for image in records]),
            cameras,
            camera_of,
            {image.id: image.marks for image in records if image.marks.any},
        )

    def __len__(self) -> int:
        return len(self.ids)

    def record(self, place: int) -> ImageRecord:
        identity = int(self.ids[place])
        return ImageRecord(
            id=identity,
            path=Path(self.folders[self.folder_of[place]], self.names[place]),
            file_size=int(self.sizes[place]),
            mtime_ns=int(self.mtimes[place]),
            info=PictureInfo(
                int(self.widths[place]),
                int(self.heights[place]),
                self.formats[self.format_of[place]],
                iso_of(int(self.taken[place])),
                self.cameras[self.camera_of[place]],
            ),
            marks=self.marks.get(identity, UNMARKED),
        )

    def places(self, ids: npt.ArrayLike) -> Whole:
        """Where images with these ids stand; -1 for those that are not among them."""
        wanted = np.asarray(ids, np.int64)
        if not len(self.ids):
            return np.full(wanted.shape, -1, np.int64)
        at = np.minimum(np.searchsorted(self.ids, wanted), len(self.ids) - 1)
        return np.where(self.ids[at] == wanted, at, -1)

    def ratings(self) -> npt.NDArray[np.int8]:
        """0 for those without one."""
        ratings = np.zeros(len(self), np.int8)
        rated = [(identity, marks.rating) for identity, marks in self.marks.items() if marks.rating]
        places = self.places([identity for identity, _ in rated])
        # There may be marks of images that are not among these.
        there = places >= 0
        ratings[places[there]] = np.array([rating for _, rating in rated], np.int8)[there]
        return ratings

    def dates(self) -> Whole:
        """When each was taken, in seconds by the clock on the wall; where it does not say, the time of its file."""
        return np.where(self.taken == UNDATED, local_seconds(self.mtimes), self.taken)


def coded(values: Sequence[Value]) -> tuple[tuple[Value, ...], Small]:
    """Distinct values in the order in which they come, and the index of each."""
    codes: dict[Value, int] = {}
    of = [codes.setdefault(value, len(codes)) for value in values]
    return tuple(codes), np.array(of, np.int32)
