"""Reading and decoding: kinds, turns, reduction, regions, and files that are no pictures."""

from __future__ import annotations

import struct
import threading
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import Image, PngImagePlugin

from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging import decoder, formats
from imsearch_gui.imaging.decoder import decode, pixels_of, read

pillow_heif.register_heif_opener()

# Upright -> as a camera stores it that writes this orientation: the inverse of Exif 2.32, tag 0x0112, in terms of arrays.
STORED: dict[int, Callable[[Pixels], Pixels]] = {
    1: lambda upright: upright,
    2: lambda upright: upright[:, ::-1],
    3: lambda upright: upright[::-1, ::-1],
    4: lambda upright: upright[::-1],
    5: lambda upright: upright.transpose(1, 0, 2),
    6: lambda upright: upright.transpose(1, 0, 2)[::-1],
    7: lambda upright: upright.transpose(1, 0, 2)[::-1, ::-1],
    8: lambda upright: upright.transpose(1, 0, 2)[:, ::-1],
}


@pytest.fixture(params=range(1, 9))
def orientation(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


def turned(upright: Pixels, orientation: int, form: str, encode: Callable[..., bytes]) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 95, "subsampling": 0} if form == "JPEG" else {"lossless": True} if form == "WEBP" else {}
    return encode(np.ascontiguousarray(STORED[orientation](upright)), form, exif=exif.tobytes(), **options)


def distance(one: Pixels, other: Pixels) -> float:
    return float(np.abs(one.astype(int) - other.astype(int)).mean())


# -- kinds -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["PNG", "BMP", "TIFF", "TGA", "PPM", "QOI"])
def test_kinds_that_lose_nothing_come_back_whole(form: str, encode: Callable[..., bytes], scene: Pixels) -> None:
    decoded = decode(encode(scene, form))
    np.testing.assert_array_equal(decoded.pixels, scene)
    assert (decoded.info.width, decoded.info.height, decoded.info.format) == (200, 120, form)
    assert decoded.pixels.dtype == np.uint8 and decoded.pixels.flags.c_contiguous and not decoded.grey


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF", "HEIF", "JPEG2000"])
def test_kinds_that_lose_something_come_back_alike(form: str, encode: Callable[..., bytes], scene: Pixels) -> None:
    decoded = decode(encode(scene, form))
    assert decoded.info.format == form and decoded.pixels.shape == scene.shape
    assert distance(decoded.pixels, scene) < 6


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP", "TIFF", "MPO"])
def test_the_first_frame_counts(form: str, encode: Callable[..., bytes]) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ((250, 0, 0), (0, 250, 0), (0, 0, 250))]
    data = encode(frames[0], form, save_all=True, append_images=frames[1:])
    assert distance(decode(data).pixels, np.full((16, 16, 3), (250, 0, 0), np.uint8)) < 5


def test_one_pixel(encode: Callable[..., bytes]) -> None:
    for form in ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"):
        decoded = decode(encode(Image.new("RGB", (1, 1), (255, 255, 255)), form), need=224)
        assert decoded.pixels.shape == (1, 1, 3) and decoded.info.width == 1


def test_the_same_file_always_gives_the_same_pixels(encode: Callable[..., bytes], scene: Pixels) -> None:
    for form in ("JPEG", "WEBP", "AVIF", "HEIF"):
        data = encode(scene, form)
        np.testing.assert_array_equal(decode(data, need=20).pixels, decode(data, need=20).pixels)


def test_the_kind_is_told_by_content_not_by_name(tmp_path: Path, encode: Callable[..., bytes], scene: Pixels) -> None:
    path = tmp_path / "in truth a PNG.jpg"
    path.write_bytes(encode(scene, "PNG"))
    assert decode(read(path)).info.format == "PNG"


def test_pixels_outlive_their_file(encode: Callable[..., bytes], scene: Pixels) -> None:
    pixels = [decode(encode(scene, "PNG")).pixels for _ in range(3)]
    assert all(distance(each, scene) == 0 for each in pixels)


# -- turns, reduction, regions -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["PNG", "TIFF", "WEBP", "JPEG"])
def test_every_orientation_comes_upright(
    form: str, orientation: int, encode: Callable[..., bytes], scene: Pixels
) -> None:
    decoded = decode(turned(scene, orientation, form, encode))
    assert decoded.pixels.shape == scene.shape
    assert (decoded.info.width, decoded.info.height) == (200, 120)
    assert distance(decoded.pixels, scene) < (2 if form == "JPEG" else 0.001)


def test_heic_is_turned_once(orientation: int, encode: Callable[..., bytes], scene: Pixels) -> None:
    decoded = decode(turned(scene, orientation, "HEIF", encode))
    assert decoded.pixels.shape == scene.shape and distance(decoded.pixels, scene) < 6


def test_avif_is_turned_once(orientation: int, encode: Callable[..., bytes], scene: Pixels) -> None:
    decoded = decode(turned(scene, orientation, "AVIF", encode))
    assert decoded.pixels.shape == scene.shape and distance(decoded.pixels, scene) < 6


@pytest.mark.parametrize(
    ("need", "side"), [(None, 120), (121, 120), (120, 120), (61, 120), (60, 60), (31, 60), (30, 30), (15, 15), (1, 15)]
)
def test_a_jpeg_is_reduced_as_far_as_need_allows(
    need: int | None, side: int, orientation: int, encode: Callable[..., bytes], scene: Pixels
) -> None:
    decoded = decode(turned(scene, orientation, "JPEG", encode), need=need)
    assert decoded.pixels.shape[:2] == (side, side * 200 // 120)
    assert (decoded.info.width, decoded.info.height) == (200, 120)
    expected = np.asarray(Image.fromarray(scene).resize(decoded.pixels.shape[1::-1], Image.Resampling.BOX))
    assert distance(decoded.pixels, expected) < 3


def test_reduction_keeps_the_mode(encode: Callable[..., bytes], scene: Pixels) -> None:
    assert decode(encode(Image.fromarray(scene).convert("L"), "JPEG"), need=20).grey
    assert not decode(encode(scene, "JPEG"), need=20).grey


@pytest.mark.parametrize("region", [Region(10, 20, 80, 40), Region(150, 70, 50, 50), Region(0, 0, 8, 8)])
def test_a_region_is_exact_where_nothing_is_reduced(
    region: Region, orientation: int, encode: Callable[..., bytes], scene: Pixels
) -> None:
    decoded = decode(turned(scene, orientation, "PNG", encode), region=region)
    np.testing.assert_array_equal(decoded.pixels, scene[region.y : region.bottom, region.x : region.right])
    assert (decoded.info.width, decoded.info.height) == (200, 120)


@pytest.mark.parametrize("region", [Region(16, 24, 80, 40), Region(101, 33, 97, 83), Region(150, 70, 50, 50)])
def test_a_region_of_a_reduced_jpeg_lies_where_it_should(
    region: Region, orientation: int, encode: Callable[..., bytes], scene: Pixels
) -> None:
    decoded = decode(turned(scene, orientation, "JPEG", encode), region=region, need=10)
    assert min(decoded.pixels.shape[:2]) >= 10
    assert decoded.pixels.shape[0] < region.height
    part = Image.fromarray(scene[region.y : region.bottom, region.x : region.right])
    expected = np.asarray(part.resize(decoded.pixels.shape[1::-1], Image.Resampling.BOX))
    # A reduced pixel reaches up to 4 pixels beyond the region: 8 levels at most in this scene.
    assert distance(decoded.pixels, expected) < 6


def test_a_region_keeps_the_resolution_that_it_needs(encode: Callable[..., bytes], scene: Pixels) -> None:
    data = encode(scene, "JPEG")
    assert decode(data, need=60).pixels.shape[:2] == (60, 100)
    assert decode(data, need=60, region=Region(0, 0, 80, 70)).pixels.shape[:2] == (70, 80)
    # The part that lies outside gives no pixels, so it must not count.
    assert decode(data, need=30, region=Region(-500, 0, 580, 500)).pixels.shape[:2] == (60, 40)


def test_every_region_of_an_odd_picture_holds_what_it_needs(encode: Callable[..., bytes]) -> None:
    picture = np.random.default_rng(3).integers(0, 256, (37, 53, 3), np.uint8)
    data = {number: turned(picture, number, "JPEG", encode) for number in (1, 3, 6, 7)}
    for number, file in data.items():
        for x, y, width, height in ((0, 0, 53, 37), (1, 2, 17, 9), (52, 36, 1, 1), (30, 5, 23, 32), (0, 36, 53, 1)):
            for need in (1, 4, 9):
                pixels = decode(file, need=need, region=Region(x, y, width, height)).pixels
                assert min(pixels.shape[:2]) >= min(need, width, height), (number, x, y, width, height, need)


def test_a_region_that_reaches_out_is_cut_off(encode: Callable[..., bytes], scene: Pixels) -> None:
    decoded = decode(encode(scene, "PNG"), region=Region(-10, 100, 50, 400))
    np.testing.assert_array_equal(decoded.pixels, scene[100:120, 0:40])


@pytest.mark.parametrize("need", [None, 10])
def test_a_region_outside_is_a_mistake_of_the_query(
    need: int | None, encode: Callable[..., bytes], scene: Pixels
) -> None:
    with pytest.raises(QueryError):
        decode(encode(scene, "JPEG"), need=need, region=Region(300, 0, 10, 10))


# -- what is no picture ------------------------------------------------------------------------------------------------


def reason(data: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        decode(data)
    return caught.value.reason


def bomb(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in (header, data)
    )


def test_nothing_and_text() -> None:
    assert reason(b"") == "empty file"
    assert reason(b"Dear Sir or Madam, " * 50).startswith("not a picture")
    assert reason(b"<svg xmlns='http://www.w3.org/2000/svg'/>") == "SVG pictures cannot be read"


@pytest.mark.parametrize(("form", "said"), [("JPEG", "truncated JPEG"), ("PNG", "truncated PNG"), ("GIF", "GIF file")])
def test_a_picture_that_was_cut_off_is_none(form: str, said: str, encode: Callable[..., bytes], scene: Pixels) -> None:
    data = encode(scene, form)
    assert said in reason(data[: len(data) // 2])
    with pytest.raises(PictureError):
        decode(data[: len(data) // 2], need=16)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP", "AVIF", "HEIF"])
def test_damage_anywhere_gives_pixels_or_a_reason(form: str, encode: Callable[..., bytes], scene: Pixels) -> None:
    whole = encode(scene[:40, :40], form)
    random = np.random.default_rng(len(whole))
    for _ in range(60):
        data = bytearray(whole)
        for place in random.integers(0, min(len(data), 400), 3):
            data[place] = int(random.integers(0, 256))
        try:
            assert decode(bytes(data), need=8).pixels.size > 0
        except PictureError as error:
            assert error.reason and "\n" not in error.reason


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    assert reason(bomb(60_000, 60_000)) == "too large: 60000 x 60000 pixels"
    assert "too large" in reason(bomb(2**31 - 1, 2**31 - 1))


def test_a_bomb_within_an_icon_is_refused_too() -> None:
    inner = bomb(60_000, 60_000)
    icon = struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(inner), 22) + inner
    assert reason(icon) == "too large: 3600000000 pixels"


def test_a_large_jpeg_counts_by_what_is_decoded_of_it(
    encode: Callable[..., bytes], scene: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "MAX_PIXELS", 10_000)
    data = encode(scene, "JPEG")
    assert reason(data) == "too large: 200 x 120 pixels"
    assert decode(data, need=60).info.width == 200


def test_an_orientation_of_nonsense_is_upright(encode: Callable[..., bytes], scene: Pixels) -> None:
    for value in (0, 9, 65535):
        exif = Image.Exif()
        exif[0x0112] = value
        np.testing.assert_array_equal(decode(encode(scene, "PNG", exif=exif)).pixels, scene)


@pytest.mark.parametrize("junk", [b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0", b"Exif\0\0MM\0*" + b"\xff" * 300])
def test_broken_exif_is_no_metadata(junk: bytes, encode: Callable[..., bytes], scene: Pixels) -> None:
    for form in ("JPEG", "WEBP"):
        decoded = decode(encode(scene, form, exif=junk))
        assert decoded.info.taken is None and decoded.info.camera is None and decoded.info.width == 200


def test_a_png_with_much_text_is_still_a_picture(encode: Callable[..., bytes], scene: Pixels) -> None:
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", "history " * 400_000, zip=True)
    np.testing.assert_array_equal(decode(encode(scene, "PNG", pnginfo=text)).pixels, scene)


def test_a_mistake_of_our_own_is_not_blamed_on_the_file(
    encode: Callable[..., bytes], scene: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoder, "_turned", lambda *_: {}["missing"])
    with pytest.raises(KeyError):
        decode(encode(scene, "PNG"))


def test_no_warning_leaks_and_the_filters_stay_in_order(encode: Callable[..., bytes], scene: Pixels) -> None:
    malformed = encode(scene, "PNG").replace(b"IDAT", b"acTL\0\0\0\0\0\0\0\0IDAT", 1)
    files = [encode(scene, "JPEG"), encode(scene, "PNG"), encode(scene, "GIF"), malformed]
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for data in files * 5:
                try:
                    decode(data, need=30)
                except PictureError:
                    continue
        except BaseException as error:
            failures.append(error)
            raise

    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        warnings.warn("our own are heard", UserWarning, stacklevel=1)
    assert not failures
    assert [str(warning.message) for warning in heard] == ["our own are heard"]


@pytest.mark.parametrize("size", [(1, 1), (700, 900), (400_000, 2), (3, 200_000)])
def test_pixels_are_copied_strip_by_strip(size: tuple[int, int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (size[1], size[0], 3), np.uint8)
    copied = pixels_of(Image.fromarray(pixels))
    np.testing.assert_array_equal(copied, pixels)
    assert not copied.flags.writeable
