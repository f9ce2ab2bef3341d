"""Pictures in small sizes, as files of their own."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.views import shrunk, small_jpeg


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
