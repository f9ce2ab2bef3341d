"""What a picture's EXIF block says. A broken block, or a broken field of it, means no metadata, never a broken picture."""

from __future__ import annotations

import io
import logging
import math
from datetime import datetime
from typing import TYPE_CHECKING

from imsearch_gui.domain.picture_details import PictureDetails
from imsearch_gui.domain.records import PictureInfo
from imsearch_gui.imaging.formats import DECODER_ERRORS, kind_of, opened
from imsearch_gui.imaging.sniff import HEAD_BYTES

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


def details_of(data: bytes) -> PictureDetails:
    """How the picture in a file was taken, as far as its EXIF block says so (Exif 2.32, 4.6); no pixel is decoded.

    Raises PictureError for what is no picture at all.
    """
    from PIL.ExifTags import IFD, Base

    with opened(io.BytesIO(data), kind_of(data[:HEAD_BYTES])) as image:
        exif = _exif_of(image)
        if exif is not None and not exif and getattr(image, "format", "") == "PNG":
            # The block may lie behind the pixels, and is found once they are read.
            exif = _late_exif_of(image)
        latitude, longitude = _coordinates(exif)
        iso = _first(_field(exif, Base.ISOSpeedRatings, IFD.Exif))
        return PictureDetails(
            taken=_taken(exif),
            camera=_camera(exif),
            lens=_lens(exif),
            exposure=_positive(_field(exif, Base.ExposureTime, IFD.Exif)),
            aperture=_positive(_field(exif, Base.FNumber, IFD.Exif)),
            iso=round(iso) if iso is not None else None,
            focal=_positive(_field(exif, Base.FocalLength, IFD.Exif)),
            focal_35mm=_positive(_field(exif, Base.FocalLengthIn35mmFilm, IFD.Exif)),
            latitude=latitude,
            longitude=longitude,
        )


def _late_exif_of(image: Image.Image) -> Image.Exif | None:
    try:
        image.load()
    except DECODER_ERRORS as error:
        _log.debug("pixels not read for the EXIF behind them: %r", error)
        return None
    return _exif_of(image)


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


def _lens(exif: Image.Exif | None) -> str | None:
    """Maker and model of the lens, the maker left out where the model begins with it or the camera has the same."""
    from PIL.ExifTags import IFD, Base

    maker, model = (_text(_field(exif, tag, IFD.Exif)) for tag in (Base.LensMake, Base.LensModel))
    camera = _text(_field(exif, Base.Make))
    if model.lower().startswith(maker.lower()) or maker.lower() == camera.lower():
        maker = ""
    return f"{maker} {model}".strip()[:_LONGEST] or None


def _coordinates(exif: Image.Exif | None) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees; both or neither (Exif 2.32, 4.6.6: degrees, minutes, seconds and a letter)."""
    from PIL.ExifTags import GPS, IFD

    latitude = _degrees(exif, GPS.GPSLatitude, GPS.GPSLatitudeRef, IFD.GPSInfo, "NS", 90)
    longitude = _degrees(exif, GPS.GPSLongitude, GPS.GPSLongitudeRef, IFD.GPSInfo, "EW", 180)
    # Receivers without a fix write zeros: the middle of the sea off Ghana, where hardly anybody was.
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
        return None, None
    return latitude, longitude


def _degrees(
    exif: Image.Exif | None, tag: int, side_tag: int, directory: int, letters: str, most: float
) -> float | None:
    parts = _field(exif, tag, directory)
    if not isinstance(parts, tuple) or not 1 <= len(parts) <= 3:
        return None
    numbers = [_number(part) for part in parts]
    # A letter that is missing, or none of the two, would leave half of the world to choose from.
    side = _text(_field(exif, side_tag, directory)).upper()[:1]
    if side not in letters or not side or any(number is None or number < 0 for number in numbers):
        return None
    value = sum((number or 0.0) / float(60**place) for place, number in enumerate(numbers))
    if value > most:
        return None
    return -value if side == letters[1] else value


def _positive(value: object) -> float | None:
    """A number above 0; cameras write 0 for what they do not know, such as the focal length of an old lens."""
    number = _number(value)
    return number if number is not None and number > 0 else None


def _first(value: object) -> float | None:
    """The first of several numbers, or the only one, above 0."""
    return _positive(value[0] if isinstance(value, tuple) and value else value)


def _number(value: object) -> float | None:
    """A finite number; a rational with a denominator of 0 is none."""
    from PIL.TiffImagePlugin import IFDRational

    if isinstance(value, bool) or not isinstance(value, (int, float, IFDRational)):
        return None
    try:
        number = float(value)
    except (ArithmeticError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _text(value: object) -> str:
    """A line of text without what would disturb a line of text; a field of another type is none."""
    if not isinstance(value, str):
        return ""
    return "".join(sign for sign in value if sign.isprintable()).strip()
