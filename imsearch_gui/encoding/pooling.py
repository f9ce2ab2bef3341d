"""What a model puts out to one vector a picture. Pure.

Tokens are [n, t, d], the class token first; maps are [n, c, h, w]. A plain [n, d] needs nothing.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.domain.model_spec import Layout, OutputSpec, Pooling

GEM_POWER = 3.0
"""p of the generalised mean: Radenovic, Tolias and Chum, Fine-tuning CNN Image Retrieval (2018), section 3.2."""
RMAC_LEVELS = 3
"""Tolias, Sicre and Jegou, Particular Object Retrieval with Integral Max-Pooling (2016), section 3."""
_RMAC_OVERLAP = 0.4
_TINY = 1e-12

Array = npt.NDArray[np.float32]


class UnfitError(ValueError):
    """An output has not the shape that its pooling needs; the text says so in a few words."""

    def __str__(self) -> str:
        text: str = self.args[0]  # str() of another exception would copy its letters, and lose how it was made
        return text


def vectors_of(output: Array, spec: OutputSpec) -> Matrix:
    """Model output -> float32 [n, d], pooled and, where the spec says so, of length 1."""
    if output.ndim == 4 and spec.layout is Layout.NHWC and spec.pooling is not Pooling.FLATTEN:
        # Flattened, a map keeps the order in which it came: the vectors are those of the toolkit that made the model.
        output = output.transpose(0, 3, 1, 2)
    pooled = pool(output, spec.pooling)
    if spec.normalise:
        pooled = normalised(pooled)
    return np.ascontiguousarray(pooled, dtype=np.float32)


def normalised(vectors: Matrix) -> Matrix:
    """Each row at length 1; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, _TINY))


def pool(output: Array, pooling: Pooling) -> Matrix:
    """Raises UnfitError where the output has not the shape that the pooling needs."""
    if pooling is Pooling.FLATTEN:
        return np.reshape(output, (len(output), -1))
    if pooling is Pooling.NONE:
        # [n, d, 1, 1] is how some exports write [n, d].
        flat = output.reshape(output.shape[:2]) if output.ndim > 2 and output[0].size == output.shape[1] else output
        return np.asarray(_expect(flat, 2, pooling))
    if pooling is Pooling.CLS:
        return np.asarray(_expect(output, 3, pooling)[:, 0])
    maps = _as_positions(output, pooling)
    match pooling:
        case Pooling.MEAN:
            return np.asarray(maps.mean(axis=1))
        case Pooling.MAX:
            return np.asarray(maps.max(axis=1))
        case Pooling.GEM:
            return np.asarray(np.power(np.power(np.maximum(maps, 1e-6), GEM_POWER).mean(axis=1), 1 / GEM_POWER))
        case Pooling.RMAC:
            return rmac(_expect(output, 4, pooling))


def _expect(output: Array, dimensions: int, pooling: Pooling) -> Array:
    if output.ndim != dimensions:
        raise UnfitError(tr("pooling {0!r} does not fit an output of shape {1}").format(pooling.value, output.shape))
    return output


def _as_positions(output: Array, pooling: Pooling) -> Array:
    """[n, positions, channels] of tokens or of a map."""
    if output.ndim == 4:
        return output.reshape(*output.shape[:2], -1).transpose(0, 2, 1)
    return _expect(output, 3, pooling)


def rmac(maps: Array) -> Matrix:
    """[n, c, h, w] -> [n, c]: the sum of the length-normalised maxima of square regions on three scales."""
    total = np.zeros(maps.shape[:2], np.float32)
    for top, left, side in rmac_regions(*maps.shape[2:]):
        total += normalised(maps[:, :, top : top + side, left : left + side].max(axis=(2, 3)))
    return total


def rmac_regions(height: int, width: int) -> list[tuple[int, int, int]]:
    """(top, left, side) of each region; level l has squares of side 2 min(h, w) / (l + 1), spread to overlap by 40 %."""
    short, long = min(height, width), max(height, width)
    # How many squares of the first level go along the long side, so that neighbours overlap by about 40 %.
    counts = [2, 3, 4, 5, 6, 7]
    overlaps = [(short**2 - short * (long - short) / (count - 1)) / short**2 for count in counts]
    extra = 0 if long == short else int(np.argmin(np.abs(np.array(overlaps) - _RMAC_OVERLAP))) + 1
    regions = []
    for level in range(1, RMAC_LEVELS + 1):
        side = max(1, int(2 * short / (level + 1)))
        down = level + (extra if height > width else 0)
        across = level + (extra if width > height else 0)
        for top in _starts(height, side, down):
            for left in _starts(width, side, across):
                regions.append((top, left, side))
    return regions


def _starts(length: int, side: int, count: int) -> list[int]:
    if count == 1:
        return [0]
    return [int(step * (length - side) / (count - 1)) for step in range(count)]
