"""What a picture's file says of how it was taken, and how people write that. Pure but for the user's language."""

from __future__ import annotations

import math
from dataclasses import dataclass

from imsearch_gui.domain.language import spoken, tr
from imsearch_gui.domain.wording import count


@dataclass(frozen=True, slots=True)
class PictureDetails:
    """What is read from a file for one picture that is looked at; None for what it does not say."""

    taken: str | None = None
    """ISO 8601, without a zone."""
    camera: str | None = None
    lens: str | None = None
    exposure: float | None = None
    """seconds"""
    aperture: float | None = None
    """The f-number."""
    iso: int | None = None
    focal: float | None = None
    """mm"""
    focal_35mm: float | None = None
    """mm: the focal length that sees as much on 35 mm film."""
    latitude: float | None = None
    """Degrees, north is positive; it never comes without a longitude."""
    longitude: float | None = None
    """Degrees, east is positive."""


@dataclass(frozen=True, slots=True)
class ImageDetails:
    """What there is to know of one image of a library beside its record."""

    picture: PictureDetails = PictureDetails()
    problem: str = ""
    """Why the file says nothing, in a few words; empty where it was read."""
    models: tuple[str, ...] = ()
    """Titles of the models that have a vector of it."""


def exposure(seconds: float) -> str:
    """0.004 -> '1/250 s'; 0.3 -> '0.3 s'; 2.5 -> '2.5 s'"""
    if 0 < seconds < 0.29:
        # Cameras write 1/60 as 0.01667, or as 10/601.
        return f"1/{count(round(1 / seconds))} s"
    return f"{_short(seconds)} s"


def aperture(number: float) -> str:
    """2.8 -> 'f/2.8'; 8.0 -> 'f/8'"""
    return f"f/{_short(number)}"


def focal_length(millimetres: float, on_35mm: float | None = None) -> str:
    """(3.99, 28) -> '4 mm (28 mm on 35 mm film)'; (50, None) or (50, 50) -> '50 mm'"""
    plain = f"{_short(millimetres)} mm"
    if on_35mm is None or _short(on_35mm) == _short(millimetres):
        return plain
    return tr("{0} ({1} mm on 35 mm film)").format(plain, _short(on_35mm))


def coordinates(latitude: float, longitude: float) -> str:
    """Decimal degrees, as maps take them: (37.72, -119.6) -> '37.720000, -119.600000'. The last digit is 11 cm."""
    return f"{latitude:.6f}, {longitude:.6f}"


def megapixels(width: int, height: int) -> str:
    """(4032, 3024) -> '12.2 MP'; (640, 480) -> '0.3 MP'; (16, 16) -> '' as it would be '0.0 MP'"""
    million = width * height / 1e6
    return f"{_pointed(f'{million:.1f}')} MP" if million >= 0.05 else ""


def _short(number: float) -> str:
    """At most one digit behind the point, none where it is 0."""
    rounded = math.floor(number * 10 + 0.5) / 10
    return _pointed(f"{rounded:.1f}".removesuffix(".0"))


def _pointed(number: str) -> str:
    """With the point of the language."""
    return number.replace(".", spoken().point)
