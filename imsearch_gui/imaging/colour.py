"""Any mode of Pillow to sRGB, the way an eye would see it on white paper."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL import Image

_log = logging.getLogger(__name__)

_DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")
_GREY = ("1", "L", "LA", "La", *_DEEP)
_PROFILED = ("RGB", "CMYK", "L")


def is_grey(image: Image.Image) -> bool:
    """Whether a picture is stored without colour; a palette of greys counts as that."""
    if image.mode == "P" and image.palette is not None:
        palette = np.frombuffer(image.palette.getdata()[1], np.uint8)
        width = len(image.palette.mode)
        colours = palette[: len(palette) // width * width].reshape(-1, width)[:, :3]
        return bool((colours == colours[:, :1]).all())
    return image.mode in _GREY


def to_rgb(image: Image.Image) -> Image.Image:
    """`image`, loaded, as mode RGB in sRGB: deep pictures scaled, transparency laid on white, profiles applied."""
    profile = image.info.get("icc_profile")
    if image.mode in _DEEP:
        image = _to_eight_bits(image)
    if image.mode == "1":
        image = image.convert("L")
    if image.mode in ("PA", "LA", "La", "RGBa", "RGBA") or "transparency" in image.info:
        image = _on_white(image.convert("RGBA"))
    if image.mode in ("P", "RGBX", "HSV", "YCbCr"):
        image = image.convert("RGB")
    if image.mode == "LAB":
        image = _from_lab(image)
    if profile and image.mode in _PROFILED:
        image = _to_srgb(image, profile)
    return image if image.mode == "RGB" else image.convert("RGB")


def _to_eight_bits(image: Image.Image) -> Image.Image:
    """Scale, where Pillow's own conversion would clip at 255.

    Sixteen-bit pictures by their full range. Integers of 32 bits by 255 or 65,535, whichever holds them, floats by 1, else both
    by what is there: such files do not say what white is.
    """
    from PIL import Image

    values = np.asarray(image).astype(np.float64)
    values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(values.min(initial=0.0)), float(values.max(initial=0.0))
    if image.mode.startswith("I;16"):
        low, high = 0.0, 65535.0
    elif low >= 0:
        for white in (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0):
            if high <= white:
                low, high = 0.0, white
                break
    span = high - low if high > low else 1.0
    return Image.fromarray(np.rint((values - low) * (255.0 / span)).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    from PIL import Image

    paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
    return Image.alpha_composite(paper, image).convert("RGB")


def _from_lab(image: Image.Image) -> Image.Image:
    from PIL import ImageCms

    converted = ImageCms.profileToProfile(
        image, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    assert converted is not None
    return converted


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Apply an embedded profile. One that is broken, or of another colour space, is left out: the picture is still good."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return image
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        _log.debug("colour profile not applied: %s", error)
        return image
    return image if converted is None else converted
