"""What models of a kind usually do with pixels, for those that do not say it. Pure.

Sources: the preprocessing that torchvision, timm, transformers and Keras (keras.applications.*.preprocess_input) publish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from imsearch_gui.domain.language import mark, tr
from imsearch_gui.domain.model_spec import (
    IMAGENET_MEAN,
    IMAGENET_STD,
    Channels,
    Family,
    Interpolation,
    Resize,
)
from imsearch_gui.encoding.graph_head import Scaling

CLIP_MEAN = (0.48145466, 0.4578275, 0.40821073)
CLIP_STD = (0.26862954, 0.26130258, 0.27577711)
CAFFE_MEAN = (123.68, 116.779, 103.939)
"""Of ImageNet, in steps of 0 to 255, red first."""
_ZEROS, _ONES, _HALVES = (0.0,) * 3, (1.0,) * 3, (0.5,) * 3
_BYTE = 1 / 255


@dataclass(frozen=True, slots=True)
class Convention:
    """What a kind of model takes."""

    numbers: str
    """What pixels become, in words; to be looked up where it is shown."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """Fields of InputSpec."""
    resize_share: float = 256 / 224
    """For SHORT_SIDE: how much longer than the input the short side becomes."""
    family: Family | None = None


def _numbers(mean: tuple[float, ...], std: tuple[float, ...], scale: float = _BYTE) -> dict[str, Any]:
    return {"mean": mean, "std": std, "scale": scale}


_SQUASHED = {"resize": Resize.SQUASH, "interpolation": Interpolation.BILINEAR}
_IMAGENET = Convention(mark("ImageNet's mean and deviation"), _numbers(IMAGENET_MEAN, IMAGENET_STD))
_HALF = mark("-1 to 1 (mean and deviation 0.5)")
_RAW = Convention(mark("0 to 255, as they are"), {**_numbers(_ZEROS, _ONES, 1.0), **_SQUASHED})

_BY_NAME = (
    (
        r"mobileclip",
        Convention(
            mark("0 to 1"), {**_numbers(_ZEROS, _ONES), "interpolation": Interpolation.BILINEAR}, 1.0, Family.CLIP
        ),
    ),
    (r"siglip-?2", Convention(_HALF, {**_numbers(_HALVES, _HALVES), **_SQUASHED}, family=Family.CLIP)),
    (
        r"siglip|webli",
        Convention(_HALF, {**_numbers(_HALVES, _HALVES), "resize": Resize.SQUASH}, family=Family.CLIP),
    ),
    (
        r"(?:^|[^a-z]|open|tiny|eva|meta|jina)clip|laion|datacomp|openai",
        Convention(mark("CLIP's mean and deviation"), _numbers(CLIP_MEAN, CLIP_STD), 1.0, Family.CLIP),
    ),
    (
        r"deit|dino|(?:^|[^a-z])swin",
        Convention(_IMAGENET.numbers, _IMAGENET.given, family=Family.VIT),
    ),
    (
        r"(?:^|[^a-z])(?:vit|beit)(?:[^a-z]|$)",
        Convention(_HALF, {**_numbers(_HALVES, _HALVES), **_SQUASHED}, family=Family.VIT),
    ),
)
_OF_KERAS = (
    (
        r"vgg|resnet(?!.*v2)",
        Convention(
            mark("0 to 255 less the Caffe means, blue first"),
            {**_numbers(CAFFE_MEAN, _ONES, 1.0), **_SQUASHED, "channels": Channels.BGR},
            family=Family.CNN,
        ),
    ),
    (r"efficientnet|convnext|mobilenet-?v3", _RAW),
    (
        r"inception|xception|mobilenet|nasnet|resnet",
        Convention(_HALF, {**_numbers(_HALVES, _HALVES), **_SQUASHED}, family=Family.CNN),
    ),
)
_CAFFE = (r"caffe", _OF_KERAS[0][1])


def convention_for(name: str, *, tensorflow: bool) -> tuple[Convention, str]:
    """(what a model of this name usually takes, the part of the name that tells it, empty where none does)."""
    lowered = re.sub(r"[\s_.]+", "-", name.lower())
    for pattern, convention in (_CAFFE, *_BY_NAME, *(_OF_KERAS if tensorflow else ())):
        found = re.search(pattern, lowered)
        if found:
            return convention, found[0].strip("-/")
    return _IMAGENET, ""


def numbers_of_scaling(scaling: Scaling, *, largest_gap: float = 8.0) -> tuple[dict[str, Any], str] | None:
    """(fields of InputSpec, words) for a graph that scales the pixels itself; None where what it does first is something else.

    (pixel - mean) / deviation tells by its size which numbers the pixels are: of 0 to 255 or of 0 to 1.
    """
    factor, offset = np.asarray(scaling.factor), np.asarray(scaling.offset)
    if not factor.all():
        return None
    mean, deviation = -offset / factor, 1 / factor
    if (mean < -1e-6).any():
        return None
    plain = (np.abs(deviation - 1) < 1e-6).all()
    if (mean <= 255).all() and (((deviation >= 20) & (deviation <= 260)).all() or (plain and (mean > 50).all())):
        caffe = np.asarray(CAFFE_MEAN[::-1])
        blue_first = bool((np.abs(mean - caffe) < largest_gap).all() and mean[2] > mean[0])
        order = {"channels": Channels.BGR} if blue_first else {}
        return {**_numbers(_ZEROS, _ONES, 1.0), **order}, tr(
            "0 to 255, as they are, since the graph scales them itself"
        )
    if (mean <= 1).all() and mean.any() and ((deviation >= 0.1) & (deviation <= 1.0 + 1e-6)).all():
        return _numbers(_ZEROS, _ONES), tr("0 to 1, since the graph takes off the mean itself")
    return None
