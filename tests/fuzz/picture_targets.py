"""Pictures: every kind that is decoded, and bombs of every kind."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache

import numpy as np
from making import Chooser, Target
from PIL import Image, PngImagePlugin

from imsearch_gui.domain.errors import KnownError, PictureError
from imsearch_gui.domain.model_spec import InputSpec
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.imaging.metadata import details_of

KINDS = (
    *(
        ("JPEG", {}),
        ("PNG", {}),
        ("GIF", {}),
        ("WEBP", {}),
        ("BMP", {}),
        ("TGA", {}),
        ("PPM", {}),
        ("PCX", {}),
        ("SGI", {}),
    ),
    *(("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}), ("TIFF", {"compression": "jpeg"})),
    *(("TIFF", {"compression": "tiff_adobe_deflate"}), ("TIFF", {"big_tiff": True})),
    *(("ICO", {}), ("ICNS", {}), ("JPEG2000", {}), ("DDS", {}), ("AVIF", {}), ("HEIF", {}), ("DIB", {}), ("QOI", {})),
    *(("JPEG", {"progressive": True}), ("JPEG", {"mode": "CMYK"}), ("PNG", {"mode": "P"}), ("PNG", {"mode": "I;16"})),
    *(("TIFF", {"mode": "F"}), ("TIFF", {"mode": "LAB"}), ("PNG", {"mode": "1"}), ("WEBP", {"lossless": True})),
    *(("XBM", {"mode": "1"}), ("GIF", {"frames": 40}), ("MPO", {"frames": 2}), ("PNG", {"frames": 3})),
)


@cache
def _scene(mode: str) -> Image.Image:
    rows = np.random.default_rng(4).integers(0, 256, (24, 32, 3), np.uint8)
    image = Image.fromarray(np.repeat(np.repeat(rows, 2, axis=0), 2, axis=1))
    if mode == "F":
        return image.convert("L").convert("F")
    if mode == "LAB":
        return Image.frombytes("LAB", image.size, image.tobytes())
    return image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode)


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112], exif[0x0132] = "Maker", "Model", 6, "2024:05:01 10:00:00"
    exif.get_ifd(0x8769).update({0x829A: (1, 100), 0x829D: (28, 10), 0x8827: 200, 0x9003: "2024:05:01 10:00:00"})
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 0.0), 3: "E", 4: (13.0, 20.0, 0.0)})
    return exif


def _written(form: str, options: dict[str, object]) -> bytes:
    given = dict(options)
    image = _scene(str(given.pop("mode", "RGB")))
    frames = int(str(given.pop("frames", 1)))
    if frames > 1:
        given |= {"save_all": True, "append_images": [image.rotate(10 * turn) for turn in range(1, frames)]}
    if form in ("JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"):
        given["exif"] = _exif()
    buffer = io.BytesIO()
    image.save(buffer, form, **given)  # type: ignore[arg-type]
    return buffer.getvalue()


@cache
def pictures() -> tuple[bytes, ...]:
    from pillow_heif import register_heif_opener

    register_heif_opener()
    return tuple(_written(form, options) for form, options in KINDS)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _png(*chunks: bytes, width: int = 8, height: int = 8) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = _chunk(b"IDAT", zlib.compress(bytes((3 * 8 + 1) * 8)))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + data + _chunk(b"IEND", b"")


def _tiff(entries: list[tuple[int, int, int, int]]) -> bytes:
    """Entries are (tag, type, count, value)."""
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + body + struct.pack("<I", 8) + bytes(64)


@cache
def bombs() -> tuple[bytes, ...]:
    """What unfolds, repeats or points to itself."""
    zeros = zlib.compress(bytes(64 << 20), 9)
    inner = _png(width=50_000, height=50_000)
    frames = _written("GIF", {"frames": 2})
    whole = ((256, 4, 1, 50_000), (257, 4, 1, 50_000), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1))
    small = ((256, 4, 1, 8), (257, 4, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1))
    strips = ((273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, 2**32 - 1), (279, 4, 1, 2**32 - 1))
    return (
        inner,
        _png(_chunk(b"zTXt", b"Comment\0\0" + zeros)),
        _png(_chunk(b"iTXt", b"Comment\0\1\0\0\0" + zeros)),
        _png(*[_chunk(b"zTXt", b"c%d\0\0" % number + zlib.compress(bytes(8 << 20), 9)) for number in range(20)]),
        _png(_chunk(b"iCCP", b"icc\0\0" + zeros)),
        _png(_chunk(b"eXIf", b"II*\0" + struct.pack("<IH", 8, 65535) + bytes(65535))),
        _tiff([*whole, *strips]),
        _tiff([*small, *strips]),
        _tiff([*small, (273, 4, 2**31, 8), (279, 4, 2**31, 8)]),
        _tiff([*small, *strips, (34665, 4, 1, 8), (330, 4, 1, 8)]),
        struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(inner), 22) + inner,
        b"icns" + struct.pack(">I", 16 + len(inner)) + b"ic10" + struct.pack(">I", 8 + len(inner)) + inner,
        frames[:-1] + frames[13:-1] * 2000 + b";",
        b"P6 99999 99999 255\n" + bytes(100),
        b"P5 2147483647 2147483647 65535\n",
        b"P1 10000 10000\n",
        b"#define a_width 99999\n#define a_height 99999\nstatic char a_bits[] = {\n",
        b'/* XPM */\nstatic char *x[] = {\n"99999 99999 256 2",\n' + b'"aa c #000000",\n' * 300,
        b"BM" + bytes(12) + struct.pack("<IiiHHIIiiII", 40, 2**31 - 1, -(2**31), 1, 32, 0, 0, 0, 0, 0, 0),
        b"qoif" + struct.pack(">IIBB", 100_000, 100_000, 4, 0) + bytes(8),
        b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 300_000, 300_000, 8, 3) + bytes(20),
        struct.pack("<BBBHHBHHHHBB", 0, 0, 10, 0, 0, 0, 0, 0, 65535, 65535, 32, 0) + b"\xff\0\0\0\0" * 100,
    )


def picture(data: bytes) -> str:
    """All that is made of the bytes of a picture."""
    words = []
    works: tuple[Callable[[], object], ...] = (
        lambda: _decoded(data, None, None),
        lambda: _decoded(data, 16, Region(5, 5, 20, 20)),
        lambda: details_of(data),
    )
    for work in works:
        try:
            work()
            words.append("taken")
        except PictureError as error:
            assert error.reason, "no reason"
            assert len(error.reason) < 300
            words.append("refused")
        except KnownError:
            words.append("refused")
    return words[0]


def _decoded(data: bytes, need: int | None, region: Region | None) -> None:
    decoded = decoder.decode(data, need=need, region=region)
    assert decoded.pixels.ndim == 3
    assert decoded.info.width > 0
    resize.fit(decoded.image, InputSpec(width=16, height=16, resize_to=16))


def made_up_picture(data: bytes) -> str:
    """Text, profiles and metadata of any kind in a picture that is sound."""
    choose = Chooser(data)
    image = _scene("RGB")
    exif = Image.Exif()
    for _ in choose.some(6):
        tag = choose.pick((0x010F, 0x0110, 0x0112, 0x0132, 0x8769, 0x8825, 0x9003, 0x829A, 0x829D, 2, 4))
        exif[tag] = choose.pick((choose.value(), (1, 0), (0, 0), b"", -1, ("a", 1)))
    text = PngImagePlugin.PngInfo()
    options: dict[str, object] = {"icc_profile": choose.bytes(200) or None, "pnginfo": text}
    buffer = io.BytesIO()
    try:
        text.add_text("Comment", str(choose.value()), zip=True)
        options["exif"] = exif.tobytes()
        image.save(buffer, choose.pick(("PNG", "JPEG", "WEBP", "TIFF")), **options)  # type: ignore[arg-type]
    except Exception:
        return "not written"
    return picture(buffer.getvalue())


TARGETS = (
    Target("pictures", pictures, picture),
    Target("picture bombs", bombs, picture),
    Target("metadata, made up", lambda: (b"",), made_up_picture, raw=True),
)
