"""The PNG writer of thumbnails, read back by Pillow."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.imaging.png import write_png


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
