"""Files to pixels. One read of a file serves all that is made of it."""

from __future__ import annotations

import io
import math
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import xxhash

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import PictureInfo, Pixels
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging.colour import is_grey, to_rgb
from imsearch_gui.imaging.formats import opened
from imsearch_gui.imaging.metadata import camera_of, exif_of, orientation_of, taken_of

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 1 << 30
"""Larger files are read by no camera's owner; the whole file is held in memory."""
MAX_PIXELS = 180_000_000
"""Pixels to decode, after the reduction: the largest cameras make 151 million, and 180 million take 540 MB as RGB."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded picture."""

    pixels: Pixels
    """The picture, or its region, perhaps reduced."""
    info: PictureInfo
    """Of the whole picture: width and height are those of the file, upright, however far `pixels` are reduced."""
    grey: bool
    """Stored without colour."""


def read(path: Path) -> bytes:
    """The bytes of a picture file; PictureError where it is empty, unreadable, far too large or no picture.

    The kind is told from the head of the file before the rest is read, so a film costs no more than a glance.
    """
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise PictureError("not a regular file")
            if status.st_size == 0:
                raise PictureError("empty file")
            with opened(file):
                pass
            if status.st_size > MAX_BYTES:
                raise PictureError(f"too large: {status.st_size / 1e9:.1f} GB")
            file.seek(0)
            return file.read()
    except FileNotFoundError:
        raise PictureError("there is no such file any more") from None
    except OSError as error:
        raise PictureError(f"cannot be read ({error.strerror or error})") from error


def _open_at_once(path: str, flags: int) -> int:
    """A pipe without a writer would keep us waiting for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def content_key(data: bytes) -> bytes:
    """16 bytes that tell this content from any other: xxh3-128."""
    return xxhash.xxh3_128_digest(data)


def decode(data: bytes, *, need: int | None = None, region: Region | None = None) -> Decoded:
    """The first frame, upright, in sRGB on white.

    `need`: pixels that the shortest side (of the region, where one is given) must at least have; libjpeg then decodes at 1/2,
    1/4 or 1/8 where that is enough. `region` is in pixels of the upright whole picture. Raises PictureError for what cannot be
    decoded, QueryError for a region outside the picture.
    """
    # A closed BytesIO would take the lazily loaded picture with it, so everything happens inside.
    with opened(io.BytesIO(data)) as image:
        full = image.size
        form = image.format or ""
        if need is not None:
            _reduce(image, need, region)
        _check_size(image)
        image.load()
        exif = exif_of(image)
        grey = is_grey(image)
        turned = _upright(to_rgb(image), orientation_of(exif))
        # A turn by 90 degrees swaps the sides of the whole picture too; TIFF files come turned from Pillow itself.
        width, height = full if orientation_of(exif) < 5 else full[::-1]
        pixels = np.asarray(turned)
        info = PictureInfo(width, height, form, taken_of(exif), camera_of(exif))
    if region is not None:
        pixels = _cut(pixels, region.clipped(width, height), width, height)
    return Decoded(np.ascontiguousarray(pixels), info, grey)


def _reduce(image: Image.Image, need: int, region: Region | None) -> None:
    """Ask the decoder for the smallest scale that leaves `need` pixels; formats that cannot reduce take no notice."""
    sides = image.size if region is None else (region.width, region.height)
    share = need / max(1, min(*sides, *image.size))
    if share < 1:
        width, height = image.size
        image.draft(None, (math.ceil(width * share), math.ceil(height * share)))


def _check_size(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise PictureError(f"too large: {width} x {height} pixels")
    if width < 1 or height < 1:
        raise PictureError("a picture without pixels")


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    """Undo the EXIF orientation (Exif 2.32, tag 0x0112)."""
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


def _cut(pixels: Pixels, region: Region, width: int, height: int) -> Pixels:
    """The region out of a picture that may be reduced: every pixel that it touches."""
    across, down = pixels.shape[1] / width, pixels.shape[0] / height
    left, top = math.floor(region.x * across), math.floor(region.y * down)
    right, bottom = math.ceil(region.right * across), math.ceil(region.bottom * down)
    return pixels[top:bottom, left:right]
