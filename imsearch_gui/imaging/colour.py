"""Any mode of Pillow to sRGB, the way an eye would see it on white paper."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageCms import ImageCmsProfile

_log = logging.getLogger(__name__)

_DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")
_GREY = ("1", "L", "LA", "La", *_DEEP)
_STRIP_VALUES = 1 << 22
"""Deep pictures are scaled this many values at a time: all at once as float64 would take eight times their memory."""
_PROFILE_MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""Colour space of an ICC profile (ICC.1:2010, 7.2.6) -> the mode of the pixels that it speaks of."""
_WHITE_IS_ZERO = 0
"""TIFF, PhotometricInterpretation."""


def is_grey(image: Image.Image) -> bool:
    """Whether a picture is stored without colour; a palette of greys counts as that."""
    if image.mode in ("P", "PA") and image.palette is not None:
        palette = np.frombuffer(image.palette.getdata()[1], np.uint8)
        width = len(image.palette.mode)
        colours = palette[: len(palette) // width * width].reshape(-1, width)[:, :3]
        return bool((colours == colours[:, :1]).all())
    return image.mode in _GREY


def to_rgb(image: Image.Image) -> Image.Image:
    """`image`, loaded, as mode RGB in sRGB: deep pictures scaled, transparency laid on white, profiles applied."""
    profile = image.info.get("icc_profile")
    was_grey = image.mode in _GREY
    if image.mode in _DEEP:
        image = _to_eight_bits(image)
    elif image.mode == "1":
        image = image.convert("L")
    if image.mode in ("PA", "LA", "La", "RGBa", "RGBA") or "transparency" in image.info:
        image = _on_white(image.convert("RGBA"))
        image = image.convert("L") if was_grey else image
    elif image.mode in ("P", "RGBX", "HSV", "YCbCr"):
        image = image.convert("RGB")
    if profile:
        image = _to_srgb(image, profile)
    if image.mode == "LAB":
        image = _from_lab(image)
    return image if image.mode == "RGB" else image.convert("RGB")


def _to_eight_bits(image: Image.Image) -> Image.Image:
    """Scale, where Pillow's own conversion would clip at 255."""
    from PIL import Image

    low, high = _black_and_white(image)
    factor = 255.0 / (high - low) if high > low else 0.0
    grey = np.empty((image.height, image.width), np.uint8)
    for top, strip in _strips(image):
        grey[top : top + len(strip)] = np.rint(np.clip((strip - low) * factor, 0.0, 255.0))
    tags = getattr(image, "tag_v2", None)
    if image.mode.startswith("I;16") and tags is not None and tags.get(262) == _WHITE_IS_ZERO:
        grey = 255 - grey  # Pillow turns such pictures round only where they have 8 bits or fewer
    return Image.fromarray(grey)


def _black_and_white(image: Image.Image) -> tuple[float, float]:
    """The values of a deep picture that mean black and white.

    Sixteen bits: their full range, which is also what Pillow makes of portable maps. Integers of 32 bits: 255 or 65,535,
    whichever holds them; floats: 1, 255 or 65,535; both, beyond or below that: what there is, as such files do not say.
    """
    if image.mode.startswith("I;16") or (image.format == "PPM" and image.mode == "I"):
        return 0.0, 65535.0
    bounds = [(strip.min(initial=np.inf), strip.max(initial=-np.inf)) for _, strip in _strips(image)]
    low, high = float(min(low for low, _ in bounds)), float(max(high for _, high in bounds))
    whites = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
    white = next((white for white in whites if high <= white), None)
    return (0.0, white) if low >= 0 and white is not None else (low, high)


def _strips(image: Image.Image) -> Iterator[tuple[int, npt.NDArray[np.float64]]]:
    """(first row, values [rows, width]) from top to bottom; what is no number counts as black."""
    rows = max(1, _STRIP_VALUES // image.width)
    for top in range(0, image.height, rows):
        strip = image.crop((0, top, image.width, min(top + rows, image.height)))
        yield top, np.nan_to_num(np.asarray(strip).astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)


def _on_white(image: Image.Image) -> Image.Image:
    from PIL import Image

    paper = Image.new("RGB", image.size, (255, 255, 255))
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _from_lab(image: Image.Image) -> Image.Image:
    from PIL import ImageCms

    return _transformed(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Apply an embedded profile. One that is broken, or of another colour space, is left out: the picture is still good."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = _PROFILE_MODES.get(source.profile.xcolor_space)
        if image.mode == "L" and mode == "RGB":
            image = image.convert("RGB")
        # Most profiles in the wild are sRGB by one of its many names; to convert those costs time and changes nothing.
        if image.mode != mode or "srgb" in ImageCms.getProfileDescription(source).lower():
            return image
        return _transformed(image, source)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        _log.debug("colour profile not applied: %s", error)
        return image


def _transformed(image: Image.Image, source: ImageCmsProfile) -> Image.Image:
    # A transform is made anew each time: it holds a cache of its own, so no two threads may share one.
    from PIL import ImageCms

    transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), image.mode, "RGB")
    return transform.apply(image)
