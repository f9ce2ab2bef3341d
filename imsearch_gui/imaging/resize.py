"""From a decoded picture to the size that a model, a thumbnail or a preview needs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

from imsearch_gui.domain.model_spec import InputSpec, Interpolation, Resize, Rounding
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.decoder import pixels_of

if TYPE_CHECKING:
    from PIL import Image


_LONGEST_STRIP = 20
"""Times that a picture may be longer than wide and still be resized as a whole, which is what the models were trained on."""

_NEAR = 0.95
"""Of the side of a thumbnail: nobody sees the difference."""


def need_of(spec: InputSpec) -> int:
    """The shortest side, in pixels, that `fit` wants of a decoded picture."""
    if spec.resize is Resize.SHORT_SIDE:
        return spec.resize_to
    return max(spec.width, spec.height)


def fit(picture: Pixels | Image.Image, spec: InputSpec) -> Pixels:
    """`picture` [h, w, 3], or such an image -> uint8 [spec.height, spec.width, 3], as the model's description says.

    SHORT_SIDE rounds as `spec.rounding` says. torchvision (transforms/functional.py): the long side is
    `int(resize_to * long / short)`, `center_crop` cuts from `int(round((side - crop) / 2.0))`, halves to even. The image processors
    of transformers resize alike and cut from `(side - crop) // 2`.
    """
    image = _image(picture)
    method = _method(spec.interpolation)
    match spec.resize:
        case Resize.SQUASH:
            return np.asarray(image.resize((spec.width, spec.height), method))
        case Resize.SHORT_SIDE:
            return _short_side(image, spec, method)
        case Resize.PAD:
            return _pad(image, spec, method)


def part(
    picture: Pixels | Image.Image,
    box: tuple[float, float, float, float],
    size: tuple[int, int],
    interpolation: Interpolation,
) -> Pixels:
    """What is in `box` (left, top, right, bottom in pixels, a fraction of one may be meant) as uint8 of `size` (width, height)."""
    image = _image(picture)
    left, top, right, bottom = box
    inside = (max(0.0, left), max(0.0, top), min(image.width, right), min(image.height, bottom))
    return np.asarray(image.resize(size, _method(interpolation), box=inside))


def shrink(picture: Pixels | Image.Image, side: int) -> Pixels:
    """`picture` with the long side at most `side`; never enlarged."""
    from PIL.Image import Resampling

    image = _image(picture)
    share = side / max(image.size)
    if share >= 1:
        return picture if isinstance(picture, np.ndarray) else pixels_of(picture)
    size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return np.asarray(image.resize(size, Resampling.LANCZOS, reducing_gap=2.0))


def shrink_quickly(image: Image.Image, side: int) -> Pixels:
    """`image` with the long side at most `side`, in a ninth of the time of `shrink` where a whole number of pixels makes one.

    The long side may then be a little shorter than `side`.
    """
    from PIL import Image

    long = max(image.size)
    if long <= side:
        return np.asarray(image)
    factor = -(-long // side)
    if long / factor >= side * _NEAR and min(image.size) >= factor:
        return np.asarray(image.reduce(factor))
    share = side / long
    size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return np.asarray(image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0))


def picture_to_png(pixels: Pixels) -> bytes:
    """`pixels` as a PNG file."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    return file.getvalue()


def _image(picture: Pixels | Image.Image) -> Image.Image:
    from PIL import Image

    return Image.fromarray(picture) if isinstance(picture, np.ndarray) else picture


def _method(interpolation: Interpolation) -> Image.Resampling:
    from PIL.Image import Resampling

    return Resampling[interpolation.name]


def _short_side(image: Image.Image, spec: InputSpec, method: Image.Resampling) -> Pixels:
    width, height = image.size
    short, long = min(image.size), max(image.size)
    exact = spec.resize_to * long / short
    new_long = round(exact) if spec.rounding is Rounding.NEAREST else int(exact)
    new_width, new_height = (spec.resize_to, new_long) if width <= height else (new_long, spec.resize_to)
    left, top = (_offset(rest, spec.rounding) for rest in (new_width - spec.width, new_height - spec.height))
    if new_long > _LONGEST_STRIP * spec.resize_to:
        # A line of 1 x 60,000 pixels would become 256 x 15 million: only the part that is cut out is made.
        across, down = width / new_width, height / new_height
        box = (left * across, top * down, (left + spec.width) * across, (top + spec.height) * down)
        return np.asarray(image.resize((spec.width, spec.height), method, box=box))
    if short != spec.resize_to:
        image = image.resize((new_width, new_height), method)
    return np.asarray(image.crop((left, top, left + spec.width, top + spec.height)))


def _offset(rest: int, rounding: Rounding) -> int:
    """Where the cut begins, of `rest` pixels that are left over."""
    return round(rest / 2.0) if rounding is Rounding.TORCHVISION else rest // 2


def _pad(image: Image.Image, spec: InputSpec, method: Image.Resampling) -> Pixels:
    share = min(spec.width / image.width, spec.height / image.height)
    width, height = max(1, round(image.width * share)), max(1, round(image.height * share))
    pixels = np.full((spec.height, spec.width, 3), spec.pad_value, np.uint8)
    left, top = (spec.width - width) // 2, (spec.height - height) // 2
    pixels[top : top + height, left : left + width] = np.asarray(image.resize((width, height), method))
    return pixels
