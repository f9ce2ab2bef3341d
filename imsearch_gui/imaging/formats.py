"""Pillow, set up once: which kinds of picture are opened, how large they may be, and what its errors mean.

Everything that decodes goes through `opened` and `mishaps`, so that Pillow's global switches are set before its first use, its
warnings stay inside, and nothing that a hostile file brings about leaves as anything but a PictureError.
"""

from __future__ import annotations

import re
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.reasons import (
    DAMAGED,
    EMPTY,
    FAR_TOO_MANY_PIXELS,
    FOREIGN,
    IMPOSSIBLE_SIZE,
    NO_PICTURE,
    NO_PIXELS,
    TOO_LARGE,
    TOO_LARGE_FOR_MEMORY,
    TOO_MANY_PIXELS,
    TRUNCATED,
    UNKNOWN_VARIANT,
)
from imsearch_gui.imaging.sniff import foreign, sniff

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 180_000_000
"""Pixels that are decoded at most, after the reduction.

The largest cameras make 151 million. Pillow holds a pixel in 4 bytes, and a copy or two live beside it while colours are
converted: 180 million take up to 1.6 GB for a moment, which a worker may have, and 4 times as much no machine can spare.
"""

# Pillow's own name of a kind -> what the user calls it, where that differs.
_CALLED = {
    "JPEG2000": "JPEG 2000",
    "TGA": "Targa",
    "HEIF": "HEIC",
    "WEBP": "WebP",
    "DIB": "BMP",
    "CUR": "icon",
    "ICO": "icon",
}

_SIGNS_OF_TRUNCATION = ("truncated", "premature", "not enough image data", "unexpected end")
_SIGNS_OF_VARIANTS = ("unsupported", "not supported", "unknown", "not implemented")
_LONGEST_DETAIL = 80

DECODER_ERRORS: tuple[type[Exception], ...] = (
    OSError,  # broken streams, cut files, UnidentifiedImageError
    SyntaxError,  # most of what the readers of headers object to, XML in metadata
    ValueError,  # sizes, offsets, text (UnicodeError)
    TypeError,  # a field that is missing comes as None
    EOFError,
    LookupError,  # IndexError, KeyError: tables and tags
    ArithmeticError,  # OverflowError, ZeroDivisionError
    AttributeError,  # a part of a picture that was never set up
    AssertionError,  # Pillow says with these what it takes for granted of a file
    MemoryError,
    RuntimeError,  # NotImplementedError, RecursionError, libheif
    struct.error,
    zlib.error,
)
"""What decoders raise on damaged and hostile files. All of Pillow's readers turn a file's content into indices, sizes and
lookups without a check of their own, so nearly any built-in error may be the file's fault; only Pillow is called where they
are caught, never our own logic. DecompressionBombError has no base but Exception and is caught by its name."""

# As `warnings` keeps a filter: action, message, category, module, line.
_SILENT = ("ignore", None, Warning, re.compile(r"PIL\.|pi_heif\b"), 0)

_lock = threading.Lock()
_prepared = False


def kind_of(head: bytes) -> str:
    """The kind of the file that begins with `head` (`sniff.HEAD_BYTES` of it); PictureError where it is no picture."""
    if not head:
        raise PictureError(EMPTY)
    kind = sniff(head)
    if kind is None:
        name = foreign(head)
        raise PictureError(FOREIGN.format(name) if name else NO_PICTURE)
    return kind


@contextmanager
def opened(file: IO[bytes], kind: str) -> Iterator[Image.Image]:
    """The first frame of a picture of the `kind` that `kind_of` told, not decoded yet. PictureError where its head is damaged."""
    prepare()
    from PIL import Image, JpegImagePlugin

    # Called directly: Image.open would refuse a JPEG by its full size before it could be reduced, and says of every damaged
    # head only that it cannot identify the file. The first picture of an MPO file is an ordinary JPEG at its beginning.
    reader = JpegImagePlugin.JpegImageFile if kind == "JPEG" else Image.OPEN[kind][0]
    with mishaps(kind):
        image = reader(file, "")
    with image:
        yield image


@contextmanager
def mishaps(kind: str) -> Iterator[None]:
    """Turns whatever a decoder raises inside into a PictureError that says what is wrong with a file of that `kind`."""
    from PIL import Image

    try:
        yield
    except Image.DecompressionBombError as error:
        pixels = re.search(r"\d+", str(error))
        raise PictureError(TOO_MANY_PIXELS.format(pixels[0]) if pixels else FAR_TOO_MANY_PIXELS) from error
    except DECODER_ERRORS as error:
        raise PictureError(_reason(error, kind)) from error


def check_size(size: tuple[int, int]) -> None:
    """PictureError for a picture of `size` (width, height) that must not be decoded."""
    width, height = size
    if width < 1 or height < 1:
        raise PictureError(NO_PIXELS)
    if width * height > MAX_PIXELS:
        raise PictureError(TOO_LARGE.format(width, height))


def prepare() -> None:
    """Pillow's global switches. The process is ours alone, so they are set once and stay."""
    global _prepared
    _silence()
    with _lock:
        if _prepared:
            return
        import pi_heif
        from PIL import Image, ImageFile, PngImagePlugin

        Image.init()
        pi_heif.register_heif_opener()
        # `check_size` sees only the size that a file says first. Pillow's guard sees what lies within too: the PNG inside an
        # icon, the frame of a GIF, the tile of a TIFF. It warns above this number and raises above twice of it.
        Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        # Editors put several megabytes of history into a PNG's text; with Pillow's limit of one such pictures were refused.
        PngImagePlugin.MAX_TEXT_CHUNK = 32 << 20
        _prepared = True


def _silence() -> None:
    """Ignore the warnings of the decoders: a file's oddities are not the developer's.

    `warnings.catch_warnings` around each decode would not do: it swaps the filters of the whole process, so two threads that
    decode at once would leave them in disorder.
    """
    if _SILENT not in warnings.filters:
        warnings.filterwarnings("ignore", module=_SILENT[3].pattern)


def _reason(error: Exception, kind: str) -> str:
    """A few words for the list of skipped files."""
    name = _CALLED.get(kind, kind)
    text = str(error).rstrip(".")
    plain = text.lower()
    if isinstance(error, MemoryError):
        return TOO_LARGE_FOR_MEMORY
    if isinstance(error, EOFError) or any(sign in plain for sign in _SIGNS_OF_TRUNCATION):
        return TRUNCATED.format(name)
    # What Pillow says where a side has no length; it means its own drivers, of which the user knows nothing.
    detail = IMPOSSIBLE_SIZE if text == "not identified by this driver" else text or type(error).__name__
    detail = detail if len(detail) <= _LONGEST_DETAIL else f"{detail[:_LONGEST_DETAIL].rstrip()} …"
    if isinstance(error, NotImplementedError) or any(sign in plain for sign in _SIGNS_OF_VARIANTS):
        return UNKNOWN_VARIANT.format(name, detail)
    return DAMAGED.format(name, detail)
