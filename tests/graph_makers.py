"""ONNX graphs for tests, sound ones and others. Each takes `picture` [n, 3, 8, 8] unless it is told otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE = 8
Shape = Sequence[object]
PICTURE: Shape = ("n", 3, SIDE, SIDE)
POOLED = (
    helper.make_node("GlobalAveragePool", ["picture"], ["places"]),
    helper.make_node("Flatten", ["places"], ["means"]),
)
"""`means` [n, 3], the mean of each colour."""


def save(
    path: Path,
    nodes: Sequence[onnx.NodeProto],
    *,
    picture: Shape = PICTURE,
    outputs: Mapping[str, Shape] | None = None,
    inputs: Mapping[str, tuple[int, Shape]] | None = None,
    weights: Mapping[str, Any] | None = None,
    kind: int = TensorProto.FLOAT,
    output_kind: int = TensorProto.FLOAT,
    tensors: Sequence[onnx.TensorProto] = (),
    functions: Sequence[onnx.FunctionProto] = (),
    domains: Sequence[str] = (),
    producer: str = "",
    metadata: Mapping[str, str] | None = None,
) -> Path:
    """Write a graph of `nodes`; `inputs` come besides the picture, `weights` are arrays."""
    taken = {"picture": (kind, picture), **(inputs or {})} if picture else dict(inputs or {})
    given = outputs or {"vector": ("n", 3)}
    graph = helper.make_graph(
        list(nodes),
        "test",
        [helper.make_tensor_value_info(name, number, list(shape)) for name, (number, shape) in taken.items()],
        [helper.make_tensor_value_info(name, output_kind, list(shape)) for name, shape in given.items()],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in (weights or {}).items()] + list(tensors),
    )
    opsets = [helper.make_opsetid("", 18), *(helper.make_opsetid(domain, 1) for domain in domains)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9, functions=list(functions))
    model.producer_name = producer
    helper.set_model_props(model, dict(metadata or {}))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString())
    return path


def sound(path: Path, **more: Any) -> Path:
    """Three numbers, those of the mean colour with weights of their own."""
    weights = {"weights": np.array([1.0, 2.0, 3.0], np.float32)}
    nodes = [*POOLED, helper.make_node("Mul", ["means", "weights"], ["vector"])]
    return save(path, nodes, weights=weights, **more)


def of_shapes(path: Path, *, picture: Shape = PICTURE, **outputs: Shape) -> Path:
    """Outputs of these shapes for one picture, each depending on it; what is no number counts as 1."""
    nodes = [helper.make_node("ReduceMean", ["picture"], ["mean"], keepdims=0)]
    weights = {}
    for name, shape in outputs.items():
        sizes = [size if isinstance(size, int) else 1 for size in shape]
        weights[f"{name}_steps"] = np.linspace(1, 2, int(np.prod(sizes)), dtype=np.float32).reshape(sizes)
        nodes.append(helper.make_node("Mul", [f"{name}_steps", "mean"], [name]))
    return save(path, nodes, picture=picture, outputs=outputs, weights=weights)


def tower(path: Path, *, side: int = 32, patch: int = 8, length: int = 4, others: int = 1) -> Path:
    """A little transformer's shape: `last_hidden_state` of a class token (and others) and patches, and `pooler_output`."""
    rng = np.random.default_rng(0)
    weights = {
        "kernel": rng.standard_normal((length, 3, patch, patch)).astype(np.float32),
        "first": rng.standard_normal((1, others, length)).astype(np.float32),
        "lines": np.array([0, length, -1]),
    }
    nodes = [
        helper.make_node("Conv", ["picture", "kernel"], ["maps"], kernel_shape=[patch, patch], strides=[patch, patch]),
        helper.make_node("Reshape", ["maps", "lines"], ["flat"]),
        helper.make_node("Transpose", ["flat"], ["patches"], perm=[0, 2, 1]),
        helper.make_node("GlobalAveragePool", ["flat"], ["mean"]),
        helper.make_node("Transpose", ["mean"], ["middle"], perm=[0, 2, 1]),
        helper.make_node("Add", ["first", "middle"], ["tokens"]),
        helper.make_node("Concat", ["tokens", "patches"], ["last_hidden_state"], axis=1),
        helper.make_node("Flatten", ["mean"], ["pooler_output"]),
    ]
    outputs = {"last_hidden_state": ("n", "t", length), "pooler_output": ("n", length)}
    return save(path, nodes, picture=("n", 3, side, side), outputs=outputs, weights=weights)


def words(path: Path, *, length: int = 3, tokens: object = "t", mask: bool = True) -> Path:
    """A text tower: the mean of the vectors of its tokens."""
    table = np.random.default_rng(1).standard_normal((64, length)).astype(np.float32)
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("Transpose", ["rows"], ["turned"], perm=[0, 2, 1]),
        helper.make_node("GlobalAveragePool", ["turned"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["text_embeds"]),
    ]
    inputs = {"input_ids": (TensorProto.INT64, ("n", tokens))}
    if mask:
        inputs["attention_mask"] = (TensorProto.INT64, ("n", tokens))
        nodes.append(helper.make_node("Shape", ["attention_mask"], ["unused"]))
    return save(
        path, nodes, picture=(), inputs=inputs, outputs={"text_embeds": ("n", length)}, weights={"table": table}
    )


def external(path: Path, location: str, *, write: bool = True, numbers: int = 3) -> Path:
    """As `sound`, with its weights in another file."""
    tensor = onnx.TensorProto(name="weights", data_type=TensorProto.FLOAT, dims=[numbers], data_location=1)
    for key, value in (("location", location), ("offset", "0"), ("length", str(4 * numbers))):
        tensor.external_data.add(key=key, value=value)
    if write:
        target = path.parent / location
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(np.arange(1, numbers + 1, dtype=np.float32).tobytes())
    nodes = [*POOLED, helper.make_node("Mul", ["means", "weights"], ["vector"])]
    return save(path, nodes, tensors=[tensor])


def large_tensor(path: Path, numbers: int) -> Path:
    """As `sound`, with so many zeros made on the way, as many as no computer holds if asked."""
    nodes = [
        *POOLED,
        helper.make_node("ConstantOfShape", ["many"], ["zeros"]),
        helper.make_node("ReduceSum", ["zeros"], ["sum"], keepdims=0),
        helper.make_node("Add", ["means", "sum"], ["vector"]),
    ]
    return save(path, nodes, weights={"many": np.array([numbers])})


def endless(path: Path) -> Path:
    """A loop of 2^62 rounds."""
    value = helper.make_tensor_value_info
    body = helper.make_graph(
        [helper.make_node("Identity", ["on"], ["go_on"]), helper.make_node("Identity", ["before"], ["after"])],
        "body",
        [
            value("round", TensorProto.INT64, []),
            value("on", TensorProto.BOOL, []),
            value("before", TensorProto.FLOAT, ["n", 3]),
        ],
        [value("go_on", TensorProto.BOOL, []), value("after", TensorProto.FLOAT, ["n", 3])],
    )
    nodes = [*POOLED, helper.make_node("Loop", ["rounds", "on", "means"], ["vector"], body=body)]
    return save(path, nodes, weights={"rounds": np.array(2**62), "on": np.array(True)})
