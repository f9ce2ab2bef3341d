"""Does a model still do here what it did where it was described? And how fast?"""

from __future__ import annotations

import time

import numpy as np

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.encoding.arrays import OtherArray, read_array
from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.store import InstalledModel


def verify(model: InstalledModel) -> float:
    """Cosine between the vector of the model's reference picture and the one that came with it; ModelError without one.

    The reference picture is a uint8 array [height, width, 3] of the input size, so that no decoder has a part in it.
    """
    reference = model.spec.reference
    if reference is None:
        raise ModelError(
            tr("The model {0} came without a reference picture, so it cannot be verified.").format(model.spec.id)
        )
    given = model.spec.input
    try:
        with (model.folder / reference.picture).open("rb") as file:
            picture = read_array(file, np.uint8, (given.height, given.width, 3))
        with (model.folder / reference.vector).open("rb") as file:
            expected = read_array(file, np.float32, (model.spec.dimension,))
    except OtherArray as error:
        raise ModelError(
            tr("The reference of the model {0} is no picture and vector of its sizes.").format(model.spec.id)
        ) from error
    except (OSError, ValueError) as error:
        raise ModelError(
            tr("The reference of the model {0} cannot be read: {1}.").format(model.spec.id, str(error))
        ) from error
    vector = open_encoder(model).encode(picture[np.newaxis])[0]
    return float(scores(expected, vector, Metric.COSINE)[0])


def measure(model: InstalledModel, *, seconds: float = 1.0) -> float:
    """Pictures a second that one thread encodes, decoding not counted; the first run, which warms up, neither."""
    given = model.spec.input
    picture = np.random.default_rng(0).integers(0, 256, (1, given.height, given.width, 3), np.uint8)
    encoder = open_encoder(model)
    encoder.encode(picture)
    began = time.perf_counter()
    count = 0
    while (spent := time.perf_counter() - began) < seconds:
        encoder.encode(picture)
        count += 1
    return count / spent
