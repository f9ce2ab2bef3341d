"""A vision transformer with random weights: what it costs is what the real one costs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from imsearch_gui.domain.model_spec import Family, InputSpec, ModelFile, ModelSpec, OutputSpec, Pooling, Resize
from imsearch_gui.encoding.store import write_spec

OPSET = 17


@dataclass(frozen=True)
class Shape:
    """Of a transformer: CLIP's ViT-B/32 as it is published (openai/clip-vit-base-patch32, config.json)."""

    side: int = 224
    patch: int = 32
    width: int = 768
    heads: int = 12
    layers: int = 12
    dimension: int = 512


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._random = np.random.default_rng(0)
        self._count = 0

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        self._count += 1
        name = f"{kind.lower()}_{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def weight(self, values: np.ndarray) -> str:
        self._count += 1
        self.weights.append(numpy_helper.from_array(values, f"weight_{self._count}"))
        return self.weights[-1].name

    def normal(self, *shape: int, scale: float | None = None) -> str:
        spread = shape[0] ** -0.5 if scale is None else scale
        return self.weight((self._random.standard_normal(shape) * spread).astype(np.float32))

    def linear(self, value: str, inner: int, outer: int) -> str:
        return self.add("Add", self.add("MatMul", value, self.normal(inner, outer)), self.normal(outer, scale=0.02))

    def norm(self, value: str, width: int) -> str:
        ones, zeros = self.weight(np.ones(width, np.float32)), self.weight(np.zeros(width, np.float32))
        return self.add("LayerNormalization", value, ones, zeros, axis=-1, epsilon=1e-5)


def _attention(graph: _Graph, value: str, shape: Shape) -> str:
    size = shape.width // shape.heads
    split = graph.weight(np.array([0, 0, shape.heads, size], np.int64))

    def heads(order: list[int]) -> str:
        whole = graph.add("Reshape", graph.linear(value, shape.width, shape.width), split)
        return graph.add("Transpose", whole, perm=order)

    queries, keys, values = heads([0, 2, 1, 3]), heads([0, 2, 3, 1]), heads([0, 2, 1, 3])
    scaled = graph.add("Mul", queries, graph.weight(np.float32(size**-0.5)))
    shares = graph.add("Softmax", graph.add("MatMul", scaled, keys), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", shares, values), perm=[0, 2, 1, 3])
    joined = graph.add("Reshape", mixed, graph.weight(np.array([0, 0, shape.width], np.int64)))
    return graph.linear(joined, shape.width, shape.width)


def _mlp(graph: _Graph, value: str, width: int) -> str:
    inner = graph.linear(value, width, 4 * width)
    # QuickGELU, as CLIP has it.
    gate = graph.add("Sigmoid", graph.add("Mul", inner, graph.weight(np.float32(1.702))))
    return graph.linear(graph.add("Mul", inner, gate), 4 * width, width)


def make_vit(folder: Path, shape: Shape | None = None, *, title: str = "Random CLIP ViT-B/32") -> Path:
    """A folder with `model.onnx` and its `model.toml`."""
    shape = shape or Shape()
    graph = _Graph()
    kernel = graph.normal(shape.width, 3, shape.patch, shape.patch, scale=(3 * shape.patch**2) ** -0.5)
    patches = graph.add("Conv", "pixel_values", kernel, strides=[shape.patch] * 2)
    flat = graph.add("Reshape", patches, graph.weight(np.array([0, shape.width, -1], np.int64)))
    tokens = graph.add("Transpose", flat, perm=[0, 2, 1])
    one = graph.add("Slice", tokens, *(graph.weight(np.array([number], np.int64)) for number in (0, 1, 1)))
    first = graph.add(
        "Add", graph.add("Mul", one, graph.weight(np.float32(0))), graph.normal(1, 1, shape.width, scale=1)
    )
    tokens = graph.add("Concat", first, tokens, axis=1)
    count = (shape.side // shape.patch) ** 2 + 1
    value = graph.norm(graph.add("Add", tokens, graph.normal(1, count, shape.width, scale=0.1)), shape.width)
    for _ in range(shape.layers):
        value = graph.add("Add", value, _attention(graph, graph.norm(value, shape.width), shape))
        value = graph.add("Add", value, _mlp(graph, graph.norm(value, shape.width), shape.width))
    token = graph.add("Gather", value, graph.weight(np.int64(0)), axis=1)
    vector = graph.add("MatMul", graph.norm(token, shape.width), graph.normal(shape.width, shape.dimension))
    graph.nodes.append(helper.make_node("Identity", [vector], ["image_embeds"], name="out"))
    picture = helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["batch", 3, shape.side, shape.side])
    output = helper.make_tensor_value_info("image_embeds", TensorProto.FLOAT, ["batch", shape.dimension])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "vit", [picture], [output], graph.weights),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=9,
    )
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(model, folder / "model.onnx")
    return _describe(folder, shape, title)


def _describe(folder: Path, shape: Shape, title: str) -> Path:
    graph = folder / "model.onnx"
    data = graph.read_bytes()
    spec = ModelSpec(
        id=folder.name,
        title=title,
        family=Family.VIT,
        dimension=shape.dimension,
        input=InputSpec(
            width=shape.side,
            height=shape.side,
            resize=Resize.SHORT_SIDE,
            resize_to=shape.side,
            mean=(0.48145466, 0.4578275, 0.40821073),
            std=(0.26862954, 0.26130258, 0.27577711),
        ),
        output=OutputSpec(pooling=Pooling.NONE),
        files=(ModelFile("model.onnx", sha256=hashlib.sha256(data).hexdigest(), size=len(data)),),
    )
    write_spec(spec, folder)
    return folder
