"""Thumbnails whose pictures are decoded apart."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.imaging.apart import Apart, Lethal
from imsearch_gui.imaging.thumbnails import ThumbnailCache, ThumbnailLoader


@pytest.fixture
def bad(decoders: ModuleType, tmp_path: Path, encode: Callable[..., bytes]) -> Path:
    """A picture that crashes a decoder that is not sound."""
    path = tmp_path / "bad.png"
    path.write_bytes(encode(np.zeros((30, 50, 3), np.uint8), "PNG") + decoders.CRASH)
    return path


def test_thumbnails_are_made_and_kept_apart(make: Callable[..., Apart], tmp_path: Path, samples: Path) -> None:
    path = next(samples.rglob("*.jpg"))
    ours, theirs = ThumbnailCache(tmp_path / "ours"), ThumbnailCache(tmp_path / "theirs")
    apart = make()
    load = ThumbnailLoader(apart, theirs)
    np.testing.assert_array_equal(load(path, 200), ours.load(path, 200))
    (kept,) = (tmp_path / "theirs" / "large").iterdir()
    assert kept.read_bytes() == (tmp_path / "ours" / "large" / kept.name).read_bytes()
    apart.close()
    np.testing.assert_array_equal(load(path, 200), ours.load(path, 200))
    with pytest.raises(PictureError, match="closing"):
        load(path, 500)


def test_thumbnails_of_other_programs_and_of_before_are_not_read_here(
    make: Callable[..., Apart], tmp_path: Path, encode: Callable[..., bytes]
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(encode(np.zeros((30, 50, 3), np.uint8), "PNG"))
    cache = ThumbnailCache(tmp_path / "cache")
    load = ThumbnailLoader(make(), cache)
    assert cache.own(path, 128) is None
    assert load(path, 128).shape == (30, 50, 3)
    assert cache.own(path, 128) is not None
    (kept,) = (tmp_path / "cache" / "normal").iterdir()
    with Image.open(kept) as image:
        texts = PngImagePlugin.PngInfo()
        for key, value in image.info.items():
            texts.add_text(key, value)
    Image.new("RGB", (7, 5), "red").save(kept, pnginfo=texts)
    assert cache.own(path, 128) is None
    assert load(path, 128).shape == (5, 7, 3), "read by a decoder, apart"
    path.write_bytes(encode(np.zeros((20, 10, 3), np.uint8), "PNG"))
    os.utime(path, (1, 1))
    assert load(path, 128).shape == (20, 10, 3)
    os.utime(path, (2, 2))
    assert cache.own(path, 128) is None, "it is of another state of the file"


def test_a_picture_that_crashed_is_not_tried_again(
    make: Callable[..., Apart], decoders: ModuleType, tmp_path: Path, bad: Path, encode: Callable[..., bytes]
) -> None:
    cache = ThumbnailCache(tmp_path / "cache")
    with pytest.raises(Lethal, match="crashed the decoder"):
        ThumbnailLoader(make(serve=decoders.serve), cache)(bad, 128)
    with pytest.raises(PictureError, match="crashed the decoder"):
        cache.load(bad, 128)
    bad.write_bytes(encode(np.ones((30, 50, 3), np.uint8), "PNG"))
    os.utime(bad, (1, 1))
    assert cache.load(bad, 128).shape == (30, 50, 3), "a picture that was mended is tried again"


def test_one_that_is_gone_when_that_is_to_be_remembered(tmp_path: Path) -> None:
    ThumbnailCache(tmp_path / "cache").forgo(tmp_path / "gone.png", "crashed the decoder (exit code -11)")
    assert not (tmp_path / "cache").exists()
