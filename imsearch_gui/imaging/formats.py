"""Pillow, set up once: which formats are opened, and what its errors mean.

Everything that decodes goes through `opened`, so that Pillow's global switches are set before its first use and its warnings
stay inside.
"""

from __future__ import annotations

import struct
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from imsearch_gui.domain.errors import PictureError

if TYPE_CHECKING:
    from PIL import Image

FORMATS = (
    *("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "DIB", "AVIF", "HEIF"),
    *("ICO", "ICNS", "TGA", "JPEG2000", "PPM", "PSD", "SGI", "DDS", "PCX", "FLI", "QOI", "CUR", "XBM", "XPM"),
)
"""Left out on purpose: EPS, PDF and WMF (they start other programs), MPEG (no picture), BUFR, GRIB and HDF5 (no decoder)."""

# What Pillow's and pillow-heif's decoders raise on damaged and hostile files, found by running them over such files.
DECODER_ERRORS: tuple[type[Exception], ...] = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    EOFError,
    LookupError,
    ArithmeticError,
    AttributeError,
    MemoryError,
    RuntimeError,
    struct.error,
)

_lock = threading.Lock()
_prepared = False


def _prepare() -> None:
    """Global switches of Pillow."""
    global _prepared
    with _lock:
        if _prepared:
            return
        import pillow_heif
        from PIL import Image, ImageFile

        pillow_heif.register_heif_opener()
        # Our own limit counts the pixels after the reduction, see decoder.MAX_PIXELS.
        Image.MAX_IMAGE_PIXELS = None
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        Image.init()
        _prepared = True


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Image.Image]:
    """The first frame of a picture, not decoded yet; everything that goes wrong inside becomes a PictureError."""
    _prepare()
    from PIL import Image

    form = ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=FORMATS) as image:
                form = image.format or ""
                yield image
    except DECODER_ERRORS as error:
        raise PictureError(_reason(error, form)) from error


def _reason(error: Exception, form: str) -> str:
    """A few words for the list of skipped files."""
    from PIL import UnidentifiedImageError

    text = str(error)
    if isinstance(error, UnidentifiedImageError):
        return "not a picture, or of a kind that cannot be read"
    if isinstance(error, MemoryError):
        return "too large for the memory of this machine"
    if "truncated" in text.lower() or isinstance(error, EOFError) or "premature" in text.lower():
        return f"truncated {form} file"
    if isinstance(error, NotImplementedError) or "unsupported" in text.lower() or "not supported" in text.lower():
        return f"{form} of an unknown variant ({text})"
    return f"damaged {form} file ({text or type(error).__name__})"
