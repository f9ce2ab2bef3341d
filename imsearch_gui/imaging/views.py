"""Pictures as the program wants them: from a file, or from the bytes of one, to what is used of it, in one call.

Each is one request to `Decoding`, so that what comes back from another process is no larger than it has to be.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from imsearch_gui.domain.model_spec import InputSpec
from imsearch_gui.domain.picture_details import PictureDetails
from imsearch_gui.domain.records import Pixels
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.imaging.metadata import details_of

Source = Path | bytes
"""A picture file, or what is in one."""
MOST_CELLS = 96
"""Of a side that is cut into windows: a picture that is longer than six times its width is drawn together."""
_QUALITY = 80
"""Of a small JPEG: at 128 pixels 5 KB, and no fault that is seen at that size."""


@dataclass(frozen=True, slots=True)
class View:
    """A picture, or a part of it, in some size."""

    pixels: Pixels
    width: int
    """Of the whole upright picture, in its own pixels."""
    height: int


@dataclass(frozen=True, slots=True)
class Windows:
    """Parts of a picture that overlap, each as a model takes it, over a grid of cells."""

    pixels: Pixels
    """[n, height, width, 3]"""
    places: tuple[tuple[int, int], ...]
    """Row and column of the first cell of each."""
    rows: int
    """Of cells in the whole upright picture."""
    columns: int


@dataclass(frozen=True, slots=True)
class SmallJpeg:
    """A picture in a small size, as a JPEG file."""

    data: bytes
    size: tuple[int, int]
    """Width and height of it."""
    full: tuple[int, int]
    """Of the whole upright picture, in its own pixels."""


def fitted(source: Source, spec: InputSpec, region: Region | None = None) -> View:
    """The picture, or a region of it, as a model takes it. Raises PictureError; QueryError for a region outside the picture."""
    decoded = decoder.decode(data_of(source), need=resize.need_of(spec), region=region)
    return View(resize.fit(decoded.image, spec), decoded.info.width, decoded.info.height)


def windows(
    source: Source, spec: InputSpec, grid: tuple[int, int], cells: int, region: Region | None = None
) -> Windows:
    """The picture, or a region of it, in windows of `grid` cells (rows, columns), so that its short side has `cells`.

    Where it takes several windows each lies half over the next. Nothing is left out, and but for the last cells nothing is
    stretched where a window is as square as `spec`. Raises PictureError; QueryError for a region outside the picture.
    """
    high, wide = grid
    need = math.ceil(cells * max(spec.height / high, spec.width / wide))
    image = decoder.decode(data_of(source), need=need, region=region).image
    cell = min(image.width, image.height) / cells
    rows, columns = (
        max(least, min(MOST_CELLS, round(side / cell))) for side, least in ((image.height, high), (image.width, wide))
    )
    places = tuple((row, column) for row in _steps(rows, high) for column in _steps(columns, wide))
    down, across = image.height / rows, image.width / columns
    boxes = ((column * across, row * down, (column + wide) * across, (row + high) * down) for row, column in places)
    pixels = np.stack([resize.part(image, box, (spec.width, spec.height), spec.interpolation) for box in boxes])
    return Windows(pixels, places, rows, columns)


def _steps(cells: int, window: int) -> list[int]:
    """Where windows begin that cover so many cells."""
    last = cells - window
    return [*range(0, last, max(1, window // 2)), last]


def shrunk(source: Source, side: int) -> View:
    """The picture with its long side at most `side` pixels. Raises PictureError."""
    decoded = decoder.decode(data_of(source), need=side)
    return View(resize.shrink(decoded.image, side), decoded.info.width, decoded.info.height)


def small_jpeg(source: Source, side: int) -> SmallJpeg:
    """`shrunk`, as a file of its own that tells nothing of the picture but how it looks. Raises PictureError."""
    from PIL import Image

    view = shrunk(source, side)
    file = io.BytesIO()
    Image.fromarray(view.pixels).save(file, "JPEG", quality=_QUALITY, optimize=True)
    height, width = view.pixels.shape[:2]
    return SmallJpeg(file.getvalue(), (width, height), (view.width, view.height))


def in_full(source: Source, most: int) -> View:
    """The picture in its own size, or with `most` pixels where it has more. Raises PictureError."""
    decoded = decoder.decode(data_of(source))
    width, height = decoded.info.width, decoded.info.height
    share = math.sqrt(min(1.0, most / (width * height)))
    return View(resize.shrink(decoded.image, max(1, math.floor(max(width, height) * share))), width, height)


def check(source: Source) -> None:
    """Raises PictureError for what is no readable picture."""
    decoder.decode(data_of(source), need=1)


def details(source: Source) -> PictureDetails:
    """How the picture was taken. Raises PictureError for what is no picture at all."""
    return details_of(data_of(source))


def data_of(source: Source) -> bytes:
    """The bytes of a picture file. Raises PictureError."""
    return source if isinstance(source, bytes) else decoder.read(source)
