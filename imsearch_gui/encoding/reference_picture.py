"""A picture to try models with: always the same for a size."""

from __future__ import annotations

import numpy as np

from imsearch_gui.domain.records import Pixels

_SEED = 20_261_120
_BLOBS = 12


def draw_reference(width: int, height: int) -> Pixels:
    """uint8 [height, width, 3]: soft blobs of colour over a slope, with a little grain, always the same for a size."""
    random = np.random.default_rng(_SEED)
    down, across = np.mgrid[0:height, 0:width] / np.array([[[height]], [[width]]])
    picture = 90 * np.stack([down, across, 1 - down], axis=-1)
    for _ in range(_BLOBS):
        y, x, radius = random.random(3) * (1, 1, 0.25) + (0, 0, 0.05)
        bell = np.exp(-((down - y) ** 2 + (across - x) ** 2) / (2 * radius**2))
        picture += bell[..., None] * random.integers(-120, 200, 3)
    picture += random.normal(0, 4, picture.shape)
    return np.asarray(np.clip(picture, 0, 255), np.uint8)
