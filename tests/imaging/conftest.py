"""Pictures that are made, not kept: files as Pillow writes them, and their pixels."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.apart import Apart


@pytest.fixture(scope="session")
def encode() -> Callable[..., bytes]:
    """encode(picture, "PNG", **options of Pillow) -> the bytes of a file; the picture as Image or as array."""

    def write(picture: Image.Image | np.ndarray[Any, Any], form: str, **options: object) -> bytes:
        image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
        file = io.BytesIO()
        image.save(file, form, **options)
        return file.getvalue()

    return write


@pytest.fixture(scope="session")
def scene() -> Pixels:
    """[120, 200, 3], smooth, so that it survives JPEG and reduction, and different in every corner and along every side."""
    down, across = np.mgrid[0:120, 0:200].astype(np.float64)
    red, green = across / 199 * 255, down / 119 * 255
    blue = 127 + 120 * np.sin(across / 30) * np.cos(down / 40)
    return np.stack([red, green, blue], axis=-1).round().astype(np.uint8)


@pytest.fixture
def make(decoders: ModuleType) -> Iterator[Callable[..., Apart]]:
    """make(...): an `Apart` that is closed at the end, and whose processes can import the decoders that misbehave."""
    made: list[Apart] = []

    def build(**options: Any) -> Apart:
        made.append(Apart(**options))
        return made[-1]

    yield build
    for one in made:
        one.close()
