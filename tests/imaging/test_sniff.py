"""The kind of a file from its first bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from imsearch_gui.imaging.sniff import HEAD_BYTES, foreign, sniff

pillow_heif.register_heif_opener()

WRITTEN = (
    *(
        "JPEG",
        "PNG",
        "GIF",
        "TIFF",
        "WEBP",
        "BMP",
        "DIB",
        "AVIF",
        "HEIF",
        "JPEG2000",
        "PPM",
        "SGI",
        "DDS",
        "PCX",
        "TGA",
    ),
    *("ICO", "ICNS", "QOI"),
)


@pytest.mark.parametrize("form", WRITTEN)
def test_every_kind_that_can_be_written_is_told(form: str, encode: Callable[..., bytes]) -> None:
    picture = Image.new("RGBA" if form in ("ICO", "ICNS") else "RGB", (32, 32), (200, 30, 60))
    assert sniff(encode(picture, form)[:HEAD_BYTES]) == form


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_targa_has_no_magic_but_is_told_in_every_mode(mode: str, encode: Callable[..., bytes]) -> None:
    picture = Image.new(mode, (5, 7))
    if mode == "P":
        picture.putpalette([0, 0, 0, 200, 100, 50])
    assert sniff(encode(picture, "TGA")[:HEAD_BYTES]) == "TGA"


def test_xbm_is_told_from_a_header_of_c(encode: Callable[..., bytes]) -> None:
    assert sniff(encode(Image.new("1", (8, 8)), "XBM")) == "XBM"
    assert sniff(b"#define PICTURE_LIMIT 100\n#define OTHER 7\n" + b" " * 200) is None


def ftyp(major: bytes, *compatible: bytes) -> bytes:
    brands = major + bytes(4) + b"".join(compatible)
    return struct.pack(">I", len(brands) + 8) + b"ftyp" + brands + bytes(64)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (ftyp(b"heic", b"mif1", b"heic"), "HEIF"),
        (ftyp(b"mif1", b"heic"), "HEIF"),
        (ftyp(b"mif1", b"avif", b"miaf"), "AVIF"),
        (ftyp(b"avis", b"msf1"), "AVIF"),
        (ftyp(b"isom", b"iso2", b"avc1", b"mp41"), None),
        (ftyp(b"qt  "), None),
        (ftyp(b"crx ", b"isom"), None),
    ],
)
def test_pictures_are_told_from_films_in_the_same_container(head: bytes, kind: str | None) -> None:
    assert sniff(head) == kind


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\xff",
        b"plain text, as it stands in a letter\n" * 20,
        b"BM is how this sentence begins, and it is no bitmap.",
        b"P1 was the first of the polytopes.",
        bytes(HEAD_BYTES),
        b"\xff" * HEAD_BYTES,
        b"\x00\x00\x00\x18ftypisom" + bytes(100),
        b"%PDF-1.7\n" + bytes(100),
        b"RIFF\x00\x00\x00\x00AVI LIST" + bytes(100),
        b"PK\x03\x04" + bytes(100),
        b"\x7fELF\x02\x01\x01" + bytes(100),
        b"SQLite format 3\0" + bytes(100),
    ],
)
def test_what_is_no_picture_is_not_taken_for_one(head: bytes) -> None:
    assert sniff(head[:HEAD_BYTES]) is None


def test_noise_is_hardly_ever_taken_for_a_picture() -> None:
    noise = np.random.default_rng(7).integers(0, 256, (20_000, 64), np.uint8)
    assert sum(sniff(row.tobytes()) is not None for row in noise) <= 20_000 // 1000


def test_every_beginning_of_a_head_can_be_asked_about(encode: Callable[..., bytes]) -> None:
    for form in WRITTEN:
        head = encode(Image.new("RGBA" if form in ("ICO", "ICNS") else "RGB", (32, 32)), form)[:140]
        for length in range(len(head)):
            assert sniff(head[:length]) in (form, None)


def test_pictures_that_nothing_here_reads_are_named() -> None:
    assert foreign(b"\xff\x0a" + bytes(20)) == "JPEG XL"
    assert foreign(ftyp(b"crx ", b"isom")) == "camera raw"
    assert foreign(b"<svg xmlns=") == "SVG"
    assert foreign(b"some text") is None
