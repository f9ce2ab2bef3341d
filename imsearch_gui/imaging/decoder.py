"""Files to pixels. One read of a file serves all that is made of it."""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import xxhash

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.reasons import GONE, NOT_REGULAR, TOO_LARGE_FOR_MEMORY, TOO_MANY_BYTES, UNREADABLE
from imsearch_gui.domain.records import PictureInfo, Pixels
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging.colour import is_grey, to_rgb
from imsearch_gui.imaging.formats import check_size, kind_of, mishaps, opened
from imsearch_gui.imaging.metadata import info_of, orientation_of
from imsearch_gui.imaging.sniff import HEAD_BYTES

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 1 << 30
"""Larger files are made by no camera; the whole file is held in memory, once for each worker."""

PIECE = 1 << 20
"""Bytes of a file that are held to compute its key."""
_STRIP_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded picture."""

    image: Image.Image
    """The picture, or its region, perhaps reduced; for what goes on in Pillow, as each copy out of it and back takes time."""
    info: PictureInfo
    """Of the whole picture: width and height are those of the file, upright, however far `image` is reduced."""
    grey: bool
    """Stored without colour."""

    @property
    def pixels(self) -> Pixels:
        """A copy of the image. Read-only."""
        return pixels_of(self.image)


def pixels_of(image: Image.Image) -> Pixels:
    """A copy of an image of mode RGB. Read-only.

    By strips that stay in the processor's cache: Pillow puts a whole picture together from pieces first, which takes three times as
    long (12 megapixels: 50 ms) and as much memory once more.
    """
    rows = max(1, _STRIP_BYTES // (3 * image.width))
    if rows >= image.height:
        return np.asarray(image)
    pixels = np.empty((image.height, image.width, 3), np.uint8)
    for top in range(0, image.height, rows):
        pixels[top : top + rows] = np.asarray(image.crop((0, top, image.width, min(top + rows, image.height))))
    pixels.flags.writeable = False
    return pixels


def read(path: Path) -> bytes:
    """The bytes of a picture file; PictureError where it is empty, unreadable, far too large or no picture.

    The kind is told from the head of the file before the rest is read, so a film costs no more than a glance.
    """
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise PictureError(NOT_REGULAR)
            kind_of(file.read(HEAD_BYTES))
            if status.st_size > MAX_BYTES:
                raise PictureError(TOO_MANY_BYTES.format(f"{status.st_size / 1e9:.1f}"))
            file.seek(0)
            # As long as it was: one that somebody goes on writing to would be read for ever, and is read again by the next job.
            # Files of the kernel say that they are empty, and some never end.
            data = file.read(status.st_size or MAX_BYTES + 1)
    except (FileNotFoundError, ValueError):
        # ValueError: a name that no file can have
        raise PictureError(GONE) from None
    except OSError as error:
        raise PictureError(UNREADABLE.format(error.strerror or error)) from error
    except MemoryError as error:
        raise PictureError(TOO_LARGE_FOR_MEMORY) from error
    if len(data) > MAX_BYTES:
        raise PictureError(TOO_MANY_BYTES.format(f"{len(data) / 1e9:.1f}"))
    return data


def _open_at_once(path: str, flags: int) -> int:
    """A pipe without a writer would keep us waiting for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def content_key(data: bytes) -> bytes:
    """16 bytes that tell this content from any other: xxh3-128."""
    return xxhash.xxh3_128_digest(data)


def key_of(path: Path) -> bytes | None:
    """The content key of a file, of which only a piece is held at a time; None for what is not read as a picture either."""
    hashed = xxhash.xxh3_128()
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
                return None
            left = status.st_size
            while left > 0 and (piece := file.read(min(left, PIECE))):
                hashed.update(piece)
                left -= len(piece)
    except (OSError, ValueError):
        return None  # ValueError: a name that no file can have
    return hashed.digest()


def decode(data: bytes, *, need: int | None = None, region: Region | None = None) -> Decoded:
    """The first frame, upright, in sRGB on white.

    `need`: pixels that the shortest side (of the region, where one is given) must at least have, as far as the file has them;
    a smaller picture is then decoded where that is enough. `region` is in pixels of the upright whole picture; what of it
    lies outside is cut off. The same data and arguments always give the same pixels. Raises PictureError for what cannot be
    decoded, QueryError for a region that lies outside the picture altogether.
    """
    kind = kind_of(data[:HEAD_BYTES])
    with opened(io.BytesIO(data), kind) as image:
        full = image.size
        # HEIC files offer the small copy they hold, which is another picture: it agrees with the true one to 27 dB only.
        reduced = need is not None and kind == "JPEG" and _reduce(image, need, region)
        check_size(image.size)
        with mishaps(kind):
            image.load()
        if not reduced:
            full = image.size  # some decoders learn the true size only now
            check_size(full)
        orientation = orientation_of(image)
        upright = _swapped(full, orientation)
        grey = is_grey(image)
        with mishaps(kind):
            flat = to_rgb(image)
        if region is not None:
            flat = flat.crop(_box(region.clipped(*upright), full, flat.size, orientation))
        return Decoded(_turned(flat, orientation), info_of(image, upright, kind), grey)


def _reduce(image: Image.Image, need: int, region: Region | None) -> bool:
    """Let libjpeg decode at 1/2, 1/4 or 1/8 where that leaves `need` pixels to the shortest side; whether it will."""
    width, height = image.size
    short = min(image.size)
    if region is not None:
        part = region.clipped(*_swapped(image.size, orientation_of(image)))
        short = min(part.width, part.height)
    scale = next((scale for scale in (8, 4, 2) if short // scale >= max(need, 1)), 1)
    if scale == 1:
        return False
    with mishaps("JPEG"):
        # No mode is asked for: grey would save time, but a decoder must not change what the picture is. Pillow takes the
        # smallest scale that is not below the size asked for, which for this size is ours.
        image.draft(None, (width // scale, height // scale))
    return image.size != (width, height)


def _swapped(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """(width, height) before or after the turn that `orientation` says: those from 5 on swap the sides."""
    return size if orientation < 5 else (size[1], size[0])


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    """Stored -> upright (Exif 2.32, tag 0x0112)."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _box(region: Region, full: tuple[int, int], size: tuple[int, int], orientation: int) -> tuple[int, int, int, int]:
    """`region` of the upright picture -> (left, top, right, bottom) in the stored one of `size`, reduced from `full`.

    Every reduced pixel that the region touches is in it.
    """
    left, top, right, bottom = region.x, region.y, region.right, region.bottom
    if orientation >= 5:  # mirrored at the diagonal
        left, top, right, bottom = top, left, bottom, right
    if orientation in (2, 3, 7, 8):
        left, right = full[0] - right, full[0] - left
    if orientation in (3, 4, 6, 7):
        top, bottom = full[1] - bottom, full[1] - top
    # libjpeg rounds its sides up, so the sides of a tiny picture fit several scales; the longer one tells best.
    long = 0 if full[0] >= full[1] else 1
    scale = next(scale for scale in (1, 2, 4, 8) if -(-full[long] // scale) == size[long])
    return left // scale, top // scale, -(-right // scale), -(-bottom // scale)
