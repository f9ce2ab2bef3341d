"""What a picture's EXIF block says. A broken block means no metadata, never a broken picture."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from imsearch_gui.imaging.formats import DECODER_ERRORS

if TYPE_CHECKING:
    from PIL import Image

_log = logging.getLogger(__name__)

_LONGEST = 100
"""Characters of a text that is shown in one line."""


def exif_of(image: Image.Image) -> Image.Exif | None:
    """The EXIF block, or None where there is none that can be read."""
    try:
        return image.getexif()
    except DECODER_ERRORS as error:
        _log.debug("EXIF not read: %s", error)
        return None


def orientation_of(exif: Image.Exif | None) -> int:
    """The EXIF orientation, 1 to 8; 1 (upright) where it says nothing sensible."""
    from PIL.ExifTags import Base

    value = exif.get(Base.Orientation, 1) if exif is not None else 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def taken_of(exif: Image.Exif | None) -> str | None:
    """When the picture was taken, as ISO 8601, or None."""
    from PIL.ExifTags import IFD, Base

    if exif is None:
        return None
    try:
        written = exif.get_ifd(IFD.Exif).get(Base.DateTimeOriginal) or exif.get(Base.DateTime)
    except DECODER_ERRORS as error:
        _log.debug("EXIF date not read: %s", error)
        return None
    try:
        return datetime.strptime(str(written).strip("\0 "), "%Y:%m:%d %H:%M:%S").isoformat()
    except ValueError:
        return None  # no date, or one that nobody can read


def camera_of(exif: Image.Exif | None) -> str | None:
    """Maker and model, the maker left out where the model begins with it."""
    from PIL.ExifTags import Base

    if exif is None:
        return None
    maker, model = _text(exif.get(Base.Make)), _text(exif.get(Base.Model))
    if model.lower().startswith(maker.lower()):
        maker = ""
    return f"{maker} {model}".strip()[:_LONGEST] or None


def _text(value: object) -> str:
    if not isinstance(value, str):
        return ""
    return "".join(sign for sign in value if sign.isprintable()).strip()
