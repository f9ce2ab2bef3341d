"""VGG16, ResNet-50 and EfficientNet of keras.applications, without their top: the last feature map."""

from __future__ import annotations

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

from pathlib import Path
from typing import Any

import keras
import torch
from towers import Made, Tower

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import (
    Channels,
    Family,
    InputSpec,
    Interpolation,
    Layout,
    ModelFile,
    ModelSpec,
    OutputSpec,
    Pooling,
    Resize,
)

CAFFE_MEAN = (123.68, 116.779, 103.939)
"""Of red, green and blue: keras.applications.imagenet_utils, mode `caffe`."""
APPLICATIONS = {
    "vgg16": "VGG16",
    "resnet50": "ResNet50",
    **{f"efficientnet-b{number}": f"EfficientNetB{number}" for number in range(8)},
    **{f"efficientnet-v2{size}": f"EfficientNetV2{size.upper()}" for size in "sml"},
}
NAMES = tuple(APPLICATIONS)


class Map(torch.nn.Module):
    """picture [n, h, w, 3] -> feature map [n, h', w', c]."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, picture: torch.Tensor) -> Any:
        return self.model(picture, training=False)


def make(name: str, weights: str, given: InputSpec | None, output: OutputSpec | None) -> Made:
    """`weights`: 'imagenet', a file of Keras weights, or 'random'. Without `given`: the usual preprocessing at 224 x 224."""
    given = given or usual_input(name)
    output = output or OutputSpec(pooling=Pooling.GEM, normalise=True, layout=Layout.NHWC)
    model = load(name, weights, given)
    high, wide, channels = (int(size) for size in model.output_shape[1:])
    spec = ModelSpec(
        id=name,
        title=APPLICATIONS[name],
        family=Family.CNN,
        dimension=high * wide * channels if output.pooling is Pooling.FLATTEN else channels,
        input=given,
        output=output,
        files=(ModelFile("model.onnx"),),
        summary=f"The last feature map of {APPLICATIONS[name]}, made by a recipe.",
        source="https://keras.io/api/applications/",
    )
    example = torch.zeros(2, given.height, given.width, 3)
    return Made(spec, Tower("model.onnx", Map(model), {"picture": example}, "feature_map"))


def load(name: str, weights: str, given: InputSpec) -> Any:
    """The Keras model; raises ModelError where its weights cannot be had."""
    build = getattr(keras.applications, APPLICATIONS[name])
    shape = (given.height, given.width, 3)
    if weights not in ("random", "imagenet") and not Path(weights).is_file():
        raise ModelError(f"There is no file of weights {weights}: name one, or take `imagenet`.")
    keras.utils.set_random_seed(0)  # for `random`, so that it is the same each time
    try:
        return build(include_top=False, weights=None if weights == "random" else weights, input_shape=shape)
    except Exception as error:
        # Keras wraps whatever the network or the file gave it into plain exceptions.
        lines = str(error).strip().splitlines() or [type(error).__name__]
        raise ModelError(f"The weights {weights!r} of {name} cannot be loaded: {lines[0]}") from error


def usual_input(name: str) -> InputSpec:
    """What keras.applications does before the network sees a picture. EfficientNet scales its input itself."""
    inside = name.startswith("efficientnet")
    return InputSpec(
        width=224,
        height=224,
        resize=Resize.SQUASH,
        interpolation=Interpolation.BILINEAR,
        scale=1.0,
        mean=(0.0, 0.0, 0.0) if inside else CAFFE_MEAN,
        std=(1.0, 1.0, 1.0),
        layout=Layout.NHWC,
        channels=Channels.RGB if inside else Channels.BGR,
    )
