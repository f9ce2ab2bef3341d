"""What a graph does with its picture first: does it scale the pixels itself? And how large are its patches?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import onnx

_PASSES = frozenset({"Cast", "Identity", "Transpose", "Dropout"})
_LOOKS = frozenset({"Shape", "Size"})
"""Operators that take the picture, too, but only to see how large it is."""
_LONGEST = 12
"""Operators that are looked at from the input on."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scaling:
    """The first thing that the graph does: pixel * factor + offset, [3] each, in the order of the graph's channels."""

    factor: tuple[float, float, float]
    offset: tuple[float, float, float]


def scaling_of(graph: onnx.GraphProto, name: str) -> Scaling | None:
    """How the graph scales its input `name` before anything else; None where it does not."""
    constants = _constants(graph)
    factor, offset = np.ones(3), np.zeros(3)
    done = False
    for node in _chain(graph, name):
        step = _step(node, constants)
        if step is None:
            break
        factor, offset = factor * step[0], offset * step[0] + step[1]
        done = done or node.op_type not in _PASSES
    if not done or not (np.isfinite(factor).all() and np.isfinite(offset).all()):
        return None
    red, green, blue = factor.tolist()
    of_red, of_green, of_blue = offset.tolist()
    return Scaling((red, green, blue), (of_red, of_green, of_blue))


def patch_size(graph: onnx.GraphProto) -> tuple[int, int] | None:
    """(height, width) of the patches that the first convolution cuts the picture into; None where it cuts none."""
    for node in graph.node:
        if node.op_type in ("Conv", "ConvInteger", "QLinearConv"):
            found = {item.name: tuple(item.ints) for item in node.attribute if item.ints}
            kernel, strides = found.get("kernel_shape"), found.get("strides")
            if kernel == strides and kernel is not None and len(kernel) == 2 and min(kernel) > 1:
                return kernel[0], kernel[1]
            return None
    return None


def _chain(graph: onnx.GraphProto, name: str) -> Iterator[onnx.NodeProto]:
    """The operators from `name` on, as long as each is the only one that takes what the one before gives."""
    for _ in range(_LONGEST):
        takers = [node for node in graph.node if name in node.input and node.op_type not in _LOOKS]
        if len(takers) != 1 or not takers[0].output:
            return
        yield takers[0]
        name = takers[0].output[0]


def _step(node: onnx.NodeProto, constants: dict[str, Numbers]) -> tuple[Numbers, Numbers] | None:
    """(factor, offset) of one operator; None for one that does something else than scale."""
    if node.op_type in _PASSES:
        return np.ones(3), np.zeros(3)
    if node.op_type == "BatchNormalization":
        return _batch_normalisation(node, constants)
    if node.op_type not in ("Sub", "Add", "Mul", "Div") or len(node.input) != 2:
        return None
    known = Counter(name in constants for name in node.input)
    if known[True] != 1:
        return None
    first_is_constant = node.input[0] in constants
    number = constants[node.input[0 if first_is_constant else 1]]
    match node.op_type, first_is_constant:
        case "Sub", False:
            return np.ones(3), -number
        case "Sub", True:
            return -np.ones(3), number
        case "Add", _:
            return np.ones(3), number
        case "Mul", _:
            return number, np.zeros(3)
        case "Div", False if number.all():
            return 1 / number, np.zeros(3)
    return None


def _batch_normalisation(node: onnx.NodeProto, constants: dict[str, Numbers]) -> tuple[Numbers, Numbers] | None:
    if len(node.input) != 5 or not all(name in constants for name in node.input[1:]):
        return None
    scale, bias, mean, variance = (constants[name] for name in node.input[1:])
    epsilon = next((item.f for item in node.attribute if item.name == "epsilon"), 1e-5)
    deviation = np.sqrt(np.maximum(variance + epsilon, 0))
    if not deviation.all():
        return None
    factor = scale / deviation
    return factor, bias - mean * factor


def _constants(graph: onnx.GraphProto) -> dict[str, Numbers]:
    """Every constant of one number, or one for each of three channels, as [3]."""
    found = {}
    for tensor in graph.initializer:
        numbers = _three(tensor)
        if numbers is not None:
            found[tensor.name] = numbers
    for node in graph.node:
        if node.op_type == "Constant" and node.output:
            for item in node.attribute:
                numbers = _three(item.t) if item.name == "value" else _plain(item)
                if numbers is not None:
                    found[node.output[0]] = numbers
    return found


def _plain(item: onnx.AttributeProto) -> Numbers | None:
    return np.full(3, item.f, np.float64) if item.name == "value_float" else None


def _three(tensor: Any) -> Numbers | None:
    from onnx import TensorProto, numpy_helper

    floats = (TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.DOUBLE)
    size = 1
    for side in tensor.dims:
        size *= side
    if tensor.data_type not in floats or size not in (1, 3) or tensor.data_location == TensorProto.EXTERNAL:
        return None
    try:
        values = np.asarray(numpy_helper.to_array(tensor), np.float64).ravel()
    except (ValueError, TypeError):  # fewer numbers than its shape says: onnxruntime will tell
        return None
    return np.full(3, values[0]) if values.size == 1 else values if values.size == 3 else None
