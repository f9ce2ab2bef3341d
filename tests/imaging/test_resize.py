"""Bringing pixels to a model's size."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from imsearch_gui.domain.model_spec import InputSpec, Interpolation, Resize, Rounding
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging import resize
from imsearch_gui.imaging.resize import fit, need_of, picture_to_png, shrink

SPEC = InputSpec(width=32, height=32, resize=Resize.SHORT_SIDE, resize_to=36, rounding=Rounding.TORCHVISION)


def noise(height: int, width: int) -> Pixels:
    return np.random.default_rng(height * 1000 + width).integers(0, 256, (height, width, 3), np.uint8)


def as_torchvision(pixels: Pixels, size: int, crop: int) -> Pixels:
    """transforms.Resize(size, BICUBIC) and transforms.CenterCrop(crop) on a Pillow image, written out from their source."""
    image = Image.fromarray(pixels)
    width, height = image.size
    short, long = (width, height) if width <= height else (height, width)
    new_short, new_long = size, int(size * long / short)
    new_size = (new_short, new_long) if width <= height else (new_long, new_short)
    image = image.resize(new_size, Image.Resampling.BICUBIC)
    top, left = round((image.height - crop) / 2.0), round((image.width - crop) / 2.0)
    return np.asarray(image.crop((left, top, left + crop, top + crop)))


@pytest.mark.parametrize(
    ("height", "width"),
    [(50, 50), (36, 36), (36, 61), (61, 36), (50, 71), (101, 53), (37, 379), (20, 17), (1, 1), (3, 2)],
)
def test_short_side_is_what_torchvision_does(height: int, width: int) -> None:
    pixels = noise(height, width)
    np.testing.assert_array_equal(fit(pixels, SPEC), as_torchvision(pixels, 36, 32))


def test_an_odd_rest_is_rounded_to_even() -> None:
    # 341 - 224 = 117: torchvision cuts from round(58.5) = 58; 343 - 224 = 119 from round(59.5) = 60.
    spec = replace(SPEC, width=224, height=224, resize_to=256)
    for width, left in ((341, 58), (343, 60)):
        pixels = noise(256, width)
        np.testing.assert_array_equal(fit(pixels, spec), pixels[16:240, left : left + 224])


@pytest.mark.parametrize(
    ("rounding", "long", "left"),
    [(Rounding.TORCHVISION, 340, 58), (Rounding.TRANSFORMERS, 340, 58), (Rounding.NEAREST, 341, 58)],
)
def test_the_other_conventions(rounding: Rounding, long: int, left: int) -> None:
    # 256 x 340.9...: cut off to 340 or rounded to 341; half of the rest is 58 or 58.5.
    pixels = noise(375, 499)
    whole = np.asarray(Image.fromarray(pixels).resize((long, 256), Image.Resampling.BICUBIC))
    spec = InputSpec(rounding=rounding)
    assert int(256 * 499 / 375) == 340
    assert round(256 * 499 / 375) == 341
    np.testing.assert_array_equal(fit(pixels, spec), whole[16:240, left : left + 224])


def test_a_line_does_not_unfold(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[int, int]] = []
    genuine = Image.Image.resize

    def watched(image: Image.Image, size: tuple[int, int], *args: object, **kwargs: object) -> Image.Image:
        made.append(size)
        return genuine(image, size, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Image.Image, "resize", watched)
    for shape in ((1, 60_000, 3), (60_000, 1, 3), (2, 30_000, 3)):
        assert fit(np.full(shape, 90, np.uint8), SPEC).tolist() == np.full((32, 32, 3), 90).tolist()
    assert max(width * height for width, height in made) <= 32 * 32


@pytest.mark.parametrize("shape", [(40, 400), (400, 40), (37, 399)])
def test_the_short_cut_for_lines_gives_what_the_long_way_gives(
    shape: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = noise(*shape)
    whole = fit(pixels, SPEC).astype(int)
    monkeypatch.setattr(resize, "_LONGEST_STRIP", 2)
    assert np.abs(fit(pixels, SPEC).astype(int) - whole).max() <= 1


def test_squash_uses_the_whole_picture() -> None:
    pixels = noise(40, 90)
    spec = replace(SPEC, resize=Resize.SQUASH, width=20, height=10, interpolation=Interpolation.BOX)
    expected = np.asarray(Image.fromarray(pixels).resize((20, 10), Image.Resampling.BOX))
    np.testing.assert_array_equal(fit(pixels, spec), expected)


def test_pad_fills_beside_the_picture() -> None:
    spec = replace(SPEC, resize=Resize.PAD, pad_value=7)
    result = fit(np.full((20, 80, 3), 200, np.uint8), spec)
    assert (result[12:20] == 200).all() and (result[:12] == 7).all() and (result[20:] == 7).all()


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 300),
    st.integers(1, 300),
    st.sampled_from(Resize),
    st.sampled_from(Interpolation),
    st.tuples(st.integers(1, 40), st.integers(1, 40)),
)
def test_any_picture_gets_the_size_that_the_model_wants(
    width: int, height: int, mode: Resize, interpolation: Interpolation, size: tuple[int, int]
) -> None:
    spec = InputSpec(*size, resize=mode, resize_to=max(size), interpolation=interpolation)
    result = fit(np.full((height, width, 3), 50, np.uint8), spec)
    assert result.shape == (size[1], size[0], 3) and result.dtype == np.uint8
    assert need_of(spec) >= max(size)
    if mode is not Resize.PAD:
        assert (result == 50).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 200))
def test_shrink_keeps_the_long_side_and_never_enlarges(width: int, height: int, side: int) -> None:
    result = shrink(np.zeros((height, width, 3), np.uint8), side)
    long = max(width, height)
    assert max(result.shape[:2]) == min(long, side)
    if long > side:
        assert abs(result.shape[0] - height * side / long) <= 1 and abs(result.shape[1] - width * side / long) <= 1


def test_a_png_holds_the_pixels() -> None:
    pixels = noise(9, 14)
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(picture_to_png(pixels)))), pixels)
