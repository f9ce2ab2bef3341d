"""Pictures of any kind and size, packed once into one array of squares that training reads at random."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from imsearch_gui import disk
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.model_spec import InputSpec, Interpolation, Resize
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.imaging.scanner import looks_like_picture

PACKED = "pictures.npy"
NOTE = "pictures.json"


@dataclass(frozen=True)
class Source:
    """A picture that has not been decoded."""

    name: str
    size: int
    """In bytes."""
    read: Callable[[], bytes]


def packed(source: Path, folder: Path, side: int) -> Pixels:
    """The pictures below `source`, a folder or a .zip, as uint8 [n, side, side, 3], mapped from a file in `folder`.

    Each is the square in its middle, brought to `side`, in the order of the names. What cannot be decoded is left out and named in
    the note beside the array. A run that finds the array of the same files takes it as it is. Raises KnownError where nothing is
    left, and where the folder holds other pictures, of which a teacher may have been asked.
    """
    sources = list(_sources(source))
    about = {"files": len(sources), "side": side, "content": _content(sources)}
    note = folder / NOTE
    if note.exists():
        kept = json.loads(note.read_text(encoding="utf-8"))
        if {key: kept.get(key) for key in about} != about:
            raise KnownError(f"{folder} holds other pictures, or the same in another size: take another folder.")
    else:
        folder.mkdir(parents=True, exist_ok=True)
        skipped = _pack(sources, folder / PACKED, side)
        disk.write(note, json.dumps(about | {"skipped": skipped}, indent=1).encode())
    pixels: Pixels = np.load(folder / PACKED, mmap_mode="r")
    return pixels


def _content(sources: list[Source]) -> str:
    """By which the same files are known again."""
    return hashlib.sha256("\n".join(f"{one.name} {one.size}" for one in sources).encode("utf-8", "replace")).hexdigest()


def _sources(source: Path) -> Iterator[Source]:
    if source.is_dir():
        for path in sorted(source.rglob("*")):
            if looks_like_picture(path.name) and path.is_file():
                yield Source(str(path.relative_to(source)), path.stat().st_size, partial(decoder.read, path))
    elif zipfile.is_zipfile(source):
        archive = zipfile.ZipFile(source)
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            if looks_like_picture(entry.filename):
                yield Source(entry.filename, entry.file_size, partial(archive.read, entry))
    else:
        raise KnownError(f"{source} is neither a folder nor a .zip: give one that holds pictures.")


def _pack(sources: list[Source], target: Path, side: int) -> dict[str, str]:
    """Write the array; gives the reason of each picture that is not in it."""
    how = InputSpec(
        width=side, height=side, resize=Resize.SHORT_SIDE, resize_to=side, interpolation=Interpolation.LANCZOS
    )
    skipped: dict[str, str] = {}
    squares = []
    for one in sources:
        try:
            squares.append(resize.fit(decoder.decode(one.read(), need=resize.need_of(how)).pixels, how))
        except (KnownError, OSError, zipfile.BadZipFile, zlib.error) as error:
            skipped[one.name] = str(error)
    if not squares:
        raise KnownError(f"None of {len(sources)} files could be read as a picture: there is nothing to train on.")
    with disk.beside(target) as half, half.open("wb") as file:
        np.save(file, np.stack(squares))
    return skipped
