"""Every mode that a file may be stored in, to sRGB."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageCms, TiffImagePlugin

from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.decoder import Decoded, decode

RAMP = np.linspace(0, 65535, 256).round().astype(np.uint16)


def corner(decoded: Decoded) -> list[int]:
    pixel: list[int] = decoded.pixels[0, 0].tolist()
    return pixel


def deep_png(values: np.ndarray[tuple[int, ...], np.dtype[np.uint16]]) -> bytes:
    """A 16-bit PNG, grey for [h, w], RGB for [h, w, 3]: Pillow writes no deep colours."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    height, width = values.shape[:2]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    header = struct.pack(">IIBBBBB", width, height, 16, 2 if values.ndim == 3 else 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def deep_tiff(values: np.ndarray[tuple[int, ...], np.dtype[np.uint16]]) -> bytes:
    """An uncompressed 16-bit RGB TIFF, little-endian (TIFF 6.0, section 6)."""
    height, width, _ = values.shape
    pixels = values.astype("<u2").tobytes()
    tags = [
        *((256, 4, 1, width), (257, 4, 1, height), (258, 3, 3, 8 + len(pixels)), (259, 3, 1, 1), (262, 3, 1, 2)),
        *((273, 4, 1, 8), (277, 3, 1, 3), (278, 4, 1, height), (279, 4, 1, len(pixels))),
    ]
    directory = 8 + len(pixels) + 6
    return (
        b"II*\0"
        + struct.pack("<I", directory)
        + pixels
        + struct.pack("<HHH", 16, 16, 16)
        + struct.pack("<H", len(tags))
        + b"".join(struct.pack("<HHII", *tag) for tag in tags)
        + bytes(4)
    )


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_a_deep_grey_ramp_is_scaled_and_not_clipped(form: str, encode: Callable[..., bytes]) -> None:
    decoded = decode(encode(np.tile(RAMP, (4, 1)), form))
    assert decoded.grey
    np.testing.assert_array_equal(decoded.pixels[0, :, 0], np.arange(256))
    assert (decoded.pixels == decoded.pixels[..., :1]).all()


def test_big_endian_deep_grey(encode: Callable[..., bytes]) -> None:
    image = Image.frombytes("I;16B", (256, 1), RAMP.astype(">u2").tobytes())
    np.testing.assert_array_equal(decode(encode(image, "TIFF")).pixels[0, :, 1], np.arange(256))


def test_deep_grey_that_counts_from_white(encode: Callable[..., bytes]) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    data = bytearray(encode(np.tile(RAMP, (2, 1)), "TIFF", tiffinfo=tags))
    place = data.index(struct.pack("<HHI", 262, 3, 1)) + 8
    assert data[place] == 1
    data[place] = 0
    np.testing.assert_array_equal(decode(bytes(data)).pixels[0, :, 0], np.arange(255, -1, -1))


@pytest.mark.parametrize("make", [deep_png, deep_tiff])
def test_deep_colours_keep_their_high_bytes(make: Callable[..., bytes]) -> None:
    values = np.stack([RAMP, RAMP[::-1], np.full_like(RAMP, 32896)], axis=-1)[np.newaxis].repeat(3, axis=0)
    decoded = decode(make(values))
    assert not decoded.grey
    expected = values / 257
    assert np.abs(decoded.pixels - expected).max() <= 1


def test_a_dark_deep_portable_map_stays_dark() -> None:
    values = np.full((4, 4), 200, ">u2")
    assert decode(b"P5\n4 4\n65535\n" + values.tobytes()).pixels.max() == 1


def test_floats_and_long_integers_are_scaled_by_what_they_hold(encode: Callable[..., bytes]) -> None:
    unit = np.linspace(0, 1, 256, dtype=np.float32)[np.newaxis]
    np.testing.assert_array_equal(decode(encode(unit, "TIFF")).pixels[0, :, 0], np.arange(256))
    wide = np.linspace(-1000, 3_000_000, 256, dtype=np.int32)[np.newaxis]
    np.testing.assert_allclose(decode(encode(wide, "TIFF")).pixels[0, :, 0], np.arange(256), atol=1)
    byte = np.arange(256, dtype=np.int32)[np.newaxis]
    np.testing.assert_array_equal(decode(encode(byte, "TIFF")).pixels[0, :, 0], np.arange(256))


def test_what_is_no_number_is_black(encode: Callable[..., bytes]) -> None:
    odd = np.array([[np.nan, np.inf, 0.5, 1.0]], np.float32)
    assert decode(encode(odd, "TIFF")).pixels[0, :, 0].tolist() == [0, 0, 128, 255]


def test_a_flat_deep_picture_divides_by_nothing(encode: Callable[..., bytes]) -> None:
    assert decode(encode(np.full((3, 3), -7, np.int32), "TIFF")).pixels.shape == (3, 3, 3)


def test_transparency_lies_on_white(encode: Callable[..., bytes]) -> None:
    assert corner(decode(encode(Image.new("RGBA", (4, 4), (255, 0, 0, 0)), "PNG"))) == [255, 255, 255]
    assert corner(decode(encode(Image.new("RGBA", (4, 4), (255, 0, 0, 255)), "PNG"))) == [255, 0, 0]
    half = corner(decode(encode(Image.new("RGBA", (4, 4), (0, 0, 0, 128)), "PNG")))
    assert half == [127, 127, 127]


def test_grey_with_alpha(encode: Callable[..., bytes]) -> None:
    decoded = decode(encode(Image.new("LA", (4, 4), (0, 0)), "PNG"))
    assert corner(decoded) == [255, 255, 255] and decoded.grey


@pytest.mark.parametrize("transparency", [1, bytes([255, 0])])
def test_a_palette_with_a_transparent_colour(transparency: int | bytes, encode: Callable[..., bytes]) -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([10, 20, 30, 0, 0, 0])
    image.putpixel((1, 0), 1)
    pixels = decode(encode(image, "PNG", transparency=transparency)).pixels
    assert pixels.tolist() == [[[10, 20, 30], [255, 255, 255]]]


def test_a_colour_that_counts_as_transparent(encode: Callable[..., bytes]) -> None:
    image = Image.new("RGB", (2, 1), (9, 9, 9))
    image.putpixel((1, 0), (200, 0, 0))
    pixels = decode(encode(image, "PNG", transparency=(9, 9, 9))).pixels
    assert pixels.tolist() == [[[255, 255, 255], [200, 0, 0]]]


def test_one_bit(encode: Callable[..., bytes]) -> None:
    image = Image.new("1", (2, 1))
    image.putpixel((1, 0), 1)
    decoded = decode(encode(image, "PNG"))
    assert decoded.pixels.tolist() == [[[0, 0, 0], [255, 255, 255]]] and decoded.grey


def test_grey_is_told_from_colour(encode: Callable[..., bytes], scene: Pixels) -> None:
    colour = Image.fromarray(scene)
    grey = colour.convert("L")
    assert decode(encode(grey, "JPEG")).grey
    assert decode(encode(grey.convert("P"), "GIF")).grey
    assert not decode(encode(colour.quantize(16), "GIF")).grey
    # As it is stored counts, not how it looks.
    assert not decode(encode(grey.convert("RGB"), "PNG")).grey


def test_a_cmyk_jpeg_of_adobe_is_not_inverted(encode: Callable[..., bytes], scene: Pixels) -> None:
    data = encode(Image.fromarray(scene).convert("CMYK"), "JPEG", quality=95)
    assert b"Adobe" in data
    for need in (None, 30):
        pixels = decode(data, need=need).pixels
        ours = np.asarray(Image.fromarray(pixels).resize((20, 12))).astype(int)
        assert np.abs(ours - np.asarray(Image.fromarray(scene).resize((20, 12))).astype(int)).mean() < 6


def test_lab(encode: Callable[..., bytes]) -> None:
    image = Image.new("LAB", (4, 4), (255, 128, 128))
    assert min(corner(decode(encode(image, "TIFF")))) >= 250
    red = decode(encode(Image.new("LAB", (4, 4), (138, 208, 195)), "TIFF"))
    assert corner(red)[0] > 230 and corner(red)[1] < 80


def icc_profile(primaries: tuple[tuple[float, float, float], ...], gamma: float) -> bytes:
    """A matrix profile (ICC.1:2001-04) whose `primaries` are XYZ columns for D50 and whose curves are `gamma`."""

    def fixed(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(values: tuple[float, float, float]) -> bytes:
        return b"XYZ " + bytes(4) + b"".join(fixed(value) for value in values)

    curve = b"curv" + bytes(4) + struct.pack(">IHxx", 1, round(gamma * 256))
    name = b"Wide test colours\0"
    description = b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(78)
    description += bytes(-len(description) % 4)
    tags = {b"desc": description, b"wtpt": xyz((0.9642, 1.0, 0.8249)), b"cprt": b"text" + bytes(4) + b"none\0\0\0\0"}
    tags |= {name: xyz(column) for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, body = b"", b""
    for signature, data in tags.items():
        table += struct.pack(">4sII", signature, 132 + 12 * len(tags) + len(body), len(data))
        body += data
    size = 132 + 12 * len(tags) + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02400000, b"mntr", b"RGB ", b"XYZ ") + bytes(12)
    header += b"acsp" + bytes(28) + fixed(0.9642) + fixed(1.0) + fixed(0.8249)
    return header + bytes(128 - len(header)) + struct.pack(">I", len(tags)) + table + body


P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))
"""The primaries of Display P3, adapted to D50."""


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_an_embedded_profile_is_applied(form: str, encode: Callable[..., bytes]) -> None:
    options = {"quality": 100} if form in ("JPEG", "WEBP") else {}
    picture = Image.new("RGB", (16, 16), (100, 160, 100))
    with_profile = decode(encode(picture, form, icc_profile=icc_profile(P3, 2.2), **options))
    plain = decode(encode(picture, form, **options))
    # P3's green reaches further than that of sRGB: the same colour takes less red and more green there.
    assert corner(with_profile)[0] < corner(plain)[0] - 10
    assert corner(with_profile)[1] >= corner(plain)[1]


def test_srgb_by_profile_changes_nothing(encode: Callable[..., bytes], scene: Pixels) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    np.testing.assert_array_equal(decode(encode(scene, "PNG", icc_profile=srgb)).pixels, scene)


@pytest.mark.parametrize("profile", [b"no profile at all", icc_profile(P3, 2.2)[:200]])
def test_a_broken_profile_costs_nothing_but_itself(profile: bytes, encode: Callable[..., bytes], scene: Pixels) -> None:
    np.testing.assert_array_equal(decode(encode(scene, "PNG", icc_profile=profile)).pixels, scene)


def test_a_profile_of_another_colour_space_is_left_out(encode: Callable[..., bytes], scene: Pixels) -> None:
    cmyk = Image.fromarray(scene).convert("CMYK")
    plain = decode(encode(cmyk, "TIFF")).pixels
    np.testing.assert_array_equal(decode(encode(cmyk, "TIFF", icc_profile=icc_profile(P3, 2.2))).pixels, plain)


def test_a_grey_picture_with_a_profile_of_colours_stays_grey(encode: Callable[..., bytes]) -> None:
    decoded = decode(encode(Image.new("L", (4, 4), 90), "PNG", icc_profile=icc_profile(P3, 1.0)))
    red, green, blue = corner(decoded)
    assert decoded.grey and max(red, green, blue) - min(red, green, blue) <= 1 and red > 120
