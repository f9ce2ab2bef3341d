"""Pictures of any kind and size, packed once into one array of squares that training reads at random."""

from __future__ import annotations

import hashlib
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

import numpy as np

from imsearch_gui import disk
from imsearch_gui.domain.errors import KnownError, PictureError
from imsearch_gui.domain.model_spec import InputSpec, Interpolation, Resize
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.imaging.scanner import looks_like_picture

PACKED = "pictures.npy"
NOTE = "pictures.json"
FEWEST = 16
"""Pictures that something can be learned from: an eighth of them is kept apart."""


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
    the note beside the array. A run that finds the array of the same files takes it as it is. Raises KnownError where next to
    nothing is left, and where the folder holds other pictures, of which a teacher may have been asked.
    """
    sources = list(_sources(source))
    if not sources:
        raise KnownError(f"{source} holds no pictures: there is nothing to train on.")
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
        try:
            archive = zipfile.ZipFile(source)
        except zipfile.BadZipFile as error:
            raise KnownError(f"{source} is damaged ({error}): pack it again.") from error
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            if looks_like_picture(entry.filename):
                yield Source(entry.filename, entry.file_size, partial(_unpacked, archive, entry))
    else:
        raise KnownError(f"{source} is neither a folder nor a .zip: give one that holds pictures.")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Raises PictureError."""
    if entry.file_size > decoder.MAX_BYTES:
        raise PictureError(f"too large ({entry.file_size / 1e9:.1f} GB)")
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError) as error:
        raise PictureError(f"damaged in its archive: {error}") from error
    except (RuntimeError, NotImplementedError) as error:
        # That is how zipfile says "encrypted" and "packed in a way that is not known".
        raise PictureError(str(error)) from error


def _pack(sources: list[Source], target: Path, side: int) -> dict[str, str]:
    """Write the array; gives the reason of each picture that is not in it."""
    how = InputSpec(
        width=side, height=side, resize=Resize.SHORT_SIDE, resize_to=side, interpolation=Interpolation.LANCZOS
    )
    skipped: dict[str, str] = {}
    count = 0
    with disk.beside(target) as half, half.open("wb") as file:
        # One after the other: a hundred thousand squares take 4 GB. NumPy leaves room in the head for another number of them.
        _write_head(file, len(sources), side)
        for one in sources:
            try:
                square = resize.fit(decoder.decode(one.read(), need=resize.need_of(how)).pixels, how)
            except (KnownError, OSError) as error:
                skipped[one.name] = str(error)
            else:
                file.write(square.tobytes())
                count += 1
        if count < FEWEST:
            raise KnownError(
                f"{count} of {len(sources)} files could be read as pictures: training takes {FEWEST} at least."
            )
        file.seek(0)
        _write_head(file, count, side)
    return skipped


def _write_head(file: BinaryIO, count: int, side: int) -> None:
    """Of a .npy file."""
    about = {"descr": "|u1", "fortran_order": False, "shape": (count, side, side, 3)}
    np.lib.format.write_array_header_1_0(file, about)
