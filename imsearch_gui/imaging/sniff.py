"""What kind of picture a file is, told from its first bytes.

The name of a file says little (a PNG may be called .jpg), and trying one decoder after another says less when all refuse: the
first bytes tell a damaged PNG from a text, and a film from a picture, before anything else of the file is read.
"""

from __future__ import annotations

import re
import struct

HEAD_BYTES = 512
"""As much of a file as `sniff` wants to see."""

_MAGIC = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    # Either byte order, BigTIFF too.
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"\xff\x4f\xff\x51", "JPEG2000"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG2000"),
    (b"8BPS\0\x01", "PSD"),
    (b"8BPS\0\x02", "PSD"),
    (b"\x01\xda", "SGI"),
    (b"DDS ", "DDS"),
    (b"qoif", "QOI"),
    (b"icns", "ICNS"),
    (b"/* XPM */", "XPM"),
)

_ICON = {b"\0\0\x01\0": "ICO", b"\0\0\x02\0": "CUR"}
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_DIB_HEADERS = frozenset({12, 16, 40, 52, 56, 64, 108, 124})
"""Lengths of the header that follows the 14 bytes of a BMP file: its only sign beside the two letters."""
_PPM = re.compile(rb"P([1-6]|[fF])\s+(#|\d)")
_XBM = re.compile(rb"\s*#define[ \t]+\w+_width[ \t]+\d+")

_FOREIGN = (
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"FUJIFILMCCD-RAW", "camera raw"),
    (b"IIRO", "camera raw"),
    (b"IIRS", "camera raw"),
    (b"IIU\0", "camera raw"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"#?RADIANCE", "Radiance HDR"),
    (b"gimp xcf ", "GIMP"),
    (b"<svg", "SVG"),
    (b"%PDF-", "PDF"),
    (b"%!PS-Adobe", "PostScript"),
)


def sniff(head: bytes) -> str | None:
    """The kind, by Pillow's name of it, of a file that begins with `head`; None for what is no picture that can be read."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    return _by_brand(head) or _by_structure(head)


def foreign(head: bytes) -> str | None:
    """The name of a kind of picture that is known, but that nothing here can read."""
    if _brands(head)[:1] == [b"crx "]:
        return "camera raw"
    return next((name for magic, name in _FOREIGN if head.startswith(magic)), None)


def _brands(head: bytes) -> list[bytes]:
    """The brands of an ISO media file (ISO/IEC 14496-12, box `ftyp`): the major one, then the compatible ones."""
    if head[4:8] != b"ftyp":
        return []
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return [head[8:12]] + [head[start : start + 4] for start in range(16, end - 3, 4)]


def _by_brand(head: bytes) -> str | None:
    """AVIF and HEIF share a container with films; `mif1` and `msf1` as major brand say only that it is no film."""
    brands = _brands(head)
    if not brands:
        return None
    if brands[0] in _AVIF_BRANDS or (brands[0] in (b"mif1", b"msf1") and _AVIF_BRANDS.intersection(brands)):
        return "AVIF"
    return "HEIF" if brands[0] in _HEIF_BRANDS else None


def _by_structure(head: bytes) -> str | None:
    """Kinds whose first bytes are so plain that the fields behind them must make sense too."""
    tests = (_bitmap, _icon, _portable, _paintbrush, _flic, _targa)
    return next((kind for test in tests if (kind := test(head)) is not None), None)


def _bitmap(head: bytes) -> str | None:
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _DIB_HEADERS:
        return "BMP"
    # The same without a file header: its length, then width, height and the number of planes, which is 1.
    if int.from_bytes(head[:4], "little") in _DIB_HEADERS - {12, 16} and head[12:14] == b"\x01\0":
        return "DIB"
    return None


def _icon(head: bytes) -> str | None:
    """A directory with at least one entry, whose fourth byte is reserved."""
    kind = _ICON.get(head[:4])
    entries = int.from_bytes(head[4:6], "little")
    return kind if kind and 0 < entries <= 1024 and len(head) >= 22 and head[9] in (0, 255) else None


def _portable(head: bytes) -> str | None:
    if _PPM.match(head):
        return "PPM"
    return "XBM" if _XBM.match(head) else None


def _paintbrush(head: bytes) -> str | None:
    """Maker 10, a version, run lengths, a depth."""
    known = len(head) >= 128 and head[0] == 10 and head[1] in (0, 2, 3, 4, 5) and head[2] <= 1
    return "PCX" if known and head[3] in (1, 2, 4, 8) else None


def _flic(head: bytes) -> str | None:
    known = head[4:6] in (b"\x11\xaf", b"\x12\xaf") and len(head) >= 128 and head[14:16] in (b"\0\0", b"\x03\0")
    return "FLI" if known else None


def _targa(head: bytes) -> str | None:
    """TGA has no sign at its head; the fields of its header leave little room for chance."""
    if len(head) < 18:
        return None
    _, has_map, kind, first, length, entry, _, _, width, height, depth, flags = struct.unpack(
        "<BBBHHBHHHHBB", head[:18]
    )
    mapped = kind in (1, 9)
    if kind not in (1, 2, 3, 9, 10, 11) or has_map > 1 or (mapped and not has_map) or flags & 0xC0:
        return None
    if has_map:
        if entry not in (15, 16, 24, 32) or not 0 < length <= 65536 or first > length:
            return None
    elif first or length or entry:
        return None
    depths = {1: (8,), 2: (15, 16, 24, 32), 3: (1, 8, 16)}[kind & 7]
    return "TGA" if width and height and depth in depths else None
