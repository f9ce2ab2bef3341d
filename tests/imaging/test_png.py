"""The PNG writer of thumbnails, read back by Pillow and by the reader that knows nothing else."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.imaging.png import read_png, write_png


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (7, 1), (256, 192), (3, 300)])
def test_pixels_come_back(size: tuple[int, int]) -> None:
    width, height = size
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    with Image.open(io.BytesIO(write_png(pixels, {}))) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", size)
        np.testing.assert_array_equal(np.asarray(image), pixels)


def test_a_view_is_written_as_it_is_seen() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (20, 30, 3), np.uint8)[::-2, 3:]
    with Image.open(io.BytesIO(write_png(pixels, {}))) as image:
        np.testing.assert_array_equal(np.asarray(image), pixels)


def test_texts_come_back() -> None:
    texts = {"Thumb::URI": "file:///a%20b.jpg", "Reason": "d\xe9j\xe0 vu", "Other": "図 of nothing"}
    with Image.open(io.BytesIO(write_png(np.zeros((2, 2, 3), np.uint8), texts))) as image:
        assert dict(image.text) == texts


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (7, 1), (2, 2), (256, 192), (3, 300), (255, 3)])
def test_what_was_written_is_read(size: tuple[int, int]) -> None:
    width, height = size
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    texts = {"Thumb::URI": "file:///a%20b.jpg", "Reason": "d\xe9j\xe0 vu", "Other": "図 of nothing"}
    read = read_png(write_png(pixels, texts))
    assert read is not None
    np.testing.assert_array_equal(read.pixels, pixels)
    assert read.texts == texts


@pytest.fixture
def written() -> bytes:
    return write_png(np.random.default_rng(0).integers(0, 256, (9, 8, 3), np.uint8), {"Key": "value"})


def test_what_is_damaged_is_not_read(written: bytes) -> None:
    for place in range(len(written)):
        assert read_png(written[:place]) is None
        assert read_png(written[:place] + bytes([written[place] ^ 0x55]) + written[place + 1 :]) is None


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_what_another_program_wrote_is_not_read(form: str, encode: Callable[..., bytes]) -> None:
    scene = np.random.default_rng(0).integers(0, 256, (9, 8, 3), np.uint8)
    assert read_png(encode(scene, form)) is None
    assert read_png(encode(Image.new("RGBA", (8, 9)), "PNG")) is None


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize(
    ("width", "height", "packed"),
    [
        (8, 9, b"\1" * (9 * 25 + 1)),
        (8, 9, b"\1" * (9 * 25 - 1)),
        (8, 9, b"\0" * (9 * 25)),
        (0, 9, b""),
        (1 << 31, 1 << 31, b""),
        (1 << 10, 1 << 10, b"\1" * 1000),
        (1, 1, b"\0" * (64 << 20)),
    ],
    ids=["too much", "too little", "another filter", "no pixels", "far too many", "fewer than it says", "a bomb"],
)
def test_what_says_one_thing_and_holds_another_is_not_read(width: int, height: int, packed: bytes) -> None:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(packed)), chunk(b"IEND", b""))
    assert read_png(b"\x89PNG\r\n\x1a\n" + b"".join(parts)) is None
