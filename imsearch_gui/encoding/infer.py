"""A description worked out for an ONNX file that came without one.

The inputs and outputs of the graph tell layout, size and output; what they do not tell (mean, deviation, resizing) is taken
to be the convention of ImageNet, which most published image models follow. The note says so to the user.
"""

from __future__ import annotations

import re
from pathlib import Path

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.model_spec import Family, InputSpec, Layout, ModelFile, ModelSpec, OutputSpec, Pooling
from imsearch_gui.encoding.session import Port, Session

_GOOD_NAMES = ("embed", "pooler", "feature", "vector", "descriptor", "hidden", "pool")
_CLASS_NAMES = ("logits", "prob", "class", "softmax", "score")
_CLASS_COUNTS = (1000, 1001, 21841, 21843)
"""ImageNet-1k with and without background, ImageNet-21k: an output of such a width is one of classes."""
_DEFAULT_SIDE = 224
_RESIZE_SHARE = 256 / 224


def infer_spec(path: Path) -> tuple[ModelSpec, str]:
    """(spec, note for the user); ModelError where the graph takes no picture or gives no vector."""
    session = Session(path)
    port, layout, (height, width) = _picture_input(session.inputs, path)
    output, pooling = _vector_output(session.outputs, path)
    resize_to = round(max(width, height) * _RESIZE_SHARE)
    given = InputSpec(width=width, height=height, resize_to=resize_to, layout=layout, name=port.name)
    dimension = _dimension(output, pooling, path)
    name = re.sub(r"[^A-Za-z0-9._-]", "-", path.parent.absolute().name).lstrip("-_.") or "model"
    spec = ModelSpec(
        id=name,
        title=name,
        family=Family.VIT if pooling is Pooling.CLS else Family.CNN,
        dimension=dimension,
        input=given,
        output=OutputSpec(name=output.name, pooling=pooling),
        files=(ModelFile(path.name),),
        summary="A model without a description of its own.",
    )
    note = (
        f"{path.parent.name} has no model.toml: taken to be {width} x {height} with ImageNet's mean and deviation,"
        f" output {output.name!r}, {dimension} numbers."
    )
    return spec, note


def _picture_input(inputs: list[Port], path: Path) -> tuple[Port, Layout, tuple[int, int]]:
    """(input, layout, (height, width))"""
    port = inputs[0] if len(inputs) == 1 else None
    if port is None or len(port.shape) != 4 or port.type != "tensor(float)":
        raise ModelError(f"{path.name} does not take one picture as its only input: describe it in a model.toml.")
    layout = Layout.NHWC if port.shape[3] == 3 and port.shape[1] != 3 else Layout.NCHW
    channels, height, width = port.shape[1:] if layout is Layout.NCHW else (3, *port.shape[1:3])
    if channels not in (3, None):
        raise ModelError(f"{path.name} takes no pictures of three channels, so none in colour.")
    return port, layout, (height or width or _DEFAULT_SIDE, width or height or _DEFAULT_SIDE)


def _vector_output(outputs: list[Port], path: Path) -> tuple[Port, Pooling]:
    """The output that looks most like a vector: a telling name first, then the shape."""
    usable = [port for port in outputs if len(port.shape) in (2, 3, 4) and "float" in port.type]
    classes = [port for port in usable if _is_classes(port)]
    vectors = [port for port in usable if port not in classes]
    if not vectors and classes:
        raise ModelError(
            f"{path.name} is a classifier: it gives {classes[0].shape[-1]} class scores and no vector."
            " Export it with the layer before the classes as an output, or name the scores in a model.toml."
        )
    if not vectors:
        raise ModelError(f"{path.name} has no output that could be a vector: describe it in a model.toml.")
    best = min(vectors, key=lambda port: (not any(word in port.name.lower() for word in _GOOD_NAMES), len(port.shape)))
    return best, {2: Pooling.NONE, 3: Pooling.CLS, 4: Pooling.MEAN}[len(best.shape)]


def _is_classes(port: Port) -> bool:
    name = port.name.lower()
    if any(word in name for word in _GOOD_NAMES):
        return False
    return any(word in name for word in _CLASS_NAMES) or (len(port.shape) == 2 and port.shape[1] in _CLASS_COUNTS)


def _dimension(output: Port, pooling: Pooling, path: Path) -> int:
    size = output.shape[1] if pooling in (Pooling.NONE, Pooling.MEAN) else output.shape[-1]
    if size is None:
        raise ModelError(
            f"{path.name} does not say how long its output {output.name!r} is: describe it in a model.toml."
        )
    return size
