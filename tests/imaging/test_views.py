"""Pictures in small sizes, as files of their own."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.model_spec import InputSpec, Interpolation
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.views import shrunk, small_jpeg, windows


def test_a_small_jpeg_looks_like_the_picture(encode: Callable[..., bytes], scene: Pixels) -> None:
    data = encode(scene, "PNG")
    made = small_jpeg(data, 100)
    assert (made.size, made.full) == ((100, 60), (200, 120))
    with Image.open(io.BytesIO(made.data)) as image:
        assert (image.format, image.size) == ("JPEG", (100, 60))
        difference = np.asarray(image, np.int16) - shrunk(data, 100).pixels
    assert np.abs(difference).mean() < 4


def test_it_says_nothing_of_the_picture_but_how_it_looks(encode: Callable[..., bytes], scene: Pixels) -> None:
    exif = Image.Exif()
    exif[0x010E] = "at home"
    exif[0x0112] = 6  # a quarter turn to the right
    made = small_jpeg(encode(scene, "JPEG", exif=exif, comment=b"at home"), 60)
    assert b"at home" not in made.data
    assert (made.size, made.full) == ((36, 60), (120, 200))
    with Image.open(io.BytesIO(made.data)) as image:
        assert not image.getexif()


def test_what_is_no_picture_is_said() -> None:
    with pytest.raises(PictureError):
        small_jpeg(b"no picture", 64)


def test_a_picture_smaller_than_that_stays_as_it_is(encode: Callable[..., bytes], scene: Any) -> None:
    assert small_jpeg(encode(scene[:20, :30], "PNG"), 128).size == (30, 20)


@pytest.mark.parametrize(
    ("size", "rows", "columns", "count"),
    [
        ((320, 320), 16, 16, 9),
        ((640, 320), 16, 32, 21),
        ((300, 401), 21, 16, 15),
        ((4000, 40), 16, 96, 69),
        ((3, 2), 16, 24, 15),
    ],
)
def test_windows_leave_nothing_out(
    size: tuple[int, int], rows: int, columns: int, count: int, encode: Callable[..., bytes]
) -> None:
    """Of a picture whose red grows to the right and whose green grows downwards."""
    width, height = size
    across, down = np.meshgrid(np.linspace(0, 250, width), np.linspace(0, 250, height))
    ramps = np.stack([across, down, 0 * down], axis=2).astype(np.uint8)
    spec = InputSpec(width=64, height=64, interpolation=Interpolation.BILINEAR)
    seen = windows(encode(ramps, "PNG"), spec, (8, 8), 16)
    assert (seen.rows, seen.columns, len(seen.places)) == (rows, columns, count)
    assert seen.pixels.shape == (count, 64, 64, 3)
    covered = np.zeros((rows, columns), int)
    for pixels, (row, column) in zip(seen.pixels, seen.places, strict=True):
        covered[row : row + 8, column : column + 8] += 1
        if min(size) > 16:
            middle = pixels[31:33, 31:33].mean(axis=(0, 1))
            wanted = (250 * (column + 4) / columns, 250 * (row + 4) / rows, 0)
            np.testing.assert_allclose(middle, wanted, atol=6)
    assert covered.min() >= 1


def test_more_patches_than_a_picture_is_cut_into(encode: Callable[..., bytes]) -> None:
    seen = windows(encode(np.zeros((10, 1000, 3), np.uint8), "PNG"), InputSpec(width=128, height=128), (128, 128), 128)
    assert (seen.rows, seen.columns, seen.places) == (128, 128, ((0, 0),))
