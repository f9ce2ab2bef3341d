"""What a picture's EXIF block says. A broken block, or a broken field of it, means no metadata, never a broken picture."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from imsearch_gui.domain.records import PictureInfo
from imsearch_gui.imaging.formats import DECODER_ERRORS

if TYPE_CHECKING:
    from PIL import Image

_log = logging.getLogger(__name__)

_LONGEST = 100
"""Characters of a text that is shown in one line."""


def orientation_of(image: Image.Image) -> int:
    """The EXIF orientation, 1 to 8 (Exif 2.32, tag 0x0112); 1, upright, where it says nothing sensible.

    What the decoder turned itself counts as upright: HEIC (its own boxes say how, and EXIF only repeats it), and TIFF once it
    is loaded. PNG is loaded by this, as its block may lie behind the pixels.
    """
    from PIL.ExifTags import Base

    value = _field(_exif_of(image), Base.Orientation)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def info_of(image: Image.Image, size: tuple[int, int], kind: str) -> PictureInfo:
    """The record of a picture whose upright full `size` is (width, height)."""
    exif = _exif_of(image)
    return PictureInfo(*size, kind, taken=_taken(exif), camera=_camera(exif))


def _exif_of(image: Image.Image) -> Image.Exif | None:
    try:
        return image.getexif()
    except DECODER_ERRORS as error:
        _log.debug("EXIF not read: %r", error)
        return None


def _field(exif: Image.Exif | None, tag: int, directory: int | None = None) -> object:
    """One value, or None; fields are read from the bytes only when they are asked for, so each may be broken by itself."""
    if exif is None:
        return None
    try:
        return (exif if directory is None else exif.get_ifd(directory)).get(tag)
    except DECODER_ERRORS as error:
        _log.debug("EXIF field %#x not read: %r", tag, error)
        return None


def _taken(exif: Image.Exif | None) -> str | None:
    """When the picture was taken, as ISO 8601, or None. The date of the last change counts where there is no better one."""
    from PIL.ExifTags import IFD, Base

    for written in (_field(exif, Base.DateTimeOriginal, IFD.Exif), _field(exif, Base.DateTime)):
        try:
            return datetime.strptime(_text(written), "%Y:%m:%d %H:%M:%S").isoformat()
        except ValueError:
            continue  # absent, or the zeros and blanks of a camera whose clock was never set
    return None


def _camera(exif: Image.Exif | None) -> str | None:
    """Maker and model, the maker left out where the model begins with it."""
    from PIL.ExifTags import Base

    maker, model = _text(_field(exif, Base.Make)), _text(_field(exif, Base.Model))
    if model.lower().startswith(maker.lower()):
        maker = ""
    return f"{maker} {model}".strip()[:_LONGEST] or None


def _text(value: object) -> str:
    """A line of text without what would disturb a line of text; a field of another type is none."""
    if not isinstance(value, str):
        return ""
    return "".join(sign for sign in value if sign.isprintable()).strip()
