"""A network's first weights out of a model that was exported: what has been learned once need not be learned again.

A graph holds no names that could be relied on, since the exporter folds and shares, but it holds the network's parts in the order
in which a picture goes through them. What it does not hold is found from pictures: the statistics that were folded into the
convolutions, and the heads, which an export leaves out or which are of another teacher.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from exporting import LEARNED
from losses import Said, as_coarse
from network import Shape, SmallViT
from onnx import numpy_helper
from teachers import read_graph
from torch import Tensor, nn
from torch.nn import functional

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.encoding.store import read_model

STIFFNESS = 1e-3
"""Of heads that are fitted: how much of the mean variance of what goes in is added to each number's."""
AT_ONCE = 64
"""Pictures."""
FITTED_TO = 0.75
"""Share of the pictures; the others tell whether what came out is better than what was there."""

Values = npt.NDArray[np.float32]
Part = tuple[Values, Values | None]
"""(weights as PyTorch has them, bias)"""


def begun(folder: Path, shape: Shape, pictures: Tensor, said: Said) -> SmallViT:
    """A network that sees what the model of a folder sees.

    `pictures` float32 [n, 3, side, side] are such as it will learn from, a thousand or more, and `said` is of them. Raises
    ModelError where the model is no export of a network of this shape; the learned places may be more or fewer.
    """
    path = read_model(folder).graph_path
    parts = None if path is None else _parts(read_graph(path).graph)
    if parts is None or len(parts["places"]) != 1:
        raise ModelError(f"{folder} holds no network that models/training has exported in 32 or in 8 bits.")
    network = SmallViT(shape).eval()
    into = {
        "convolutions": _of_kind(network.stem, nn.Conv2d),
        "norms": [*_of_kind(network.blocks, nn.LayerNorm), network.normed],
        "products": [*_of_kind(network.blocks, nn.Linear), network.to_vector],
    }
    with torch.no_grad():
        for kind, modules in into.items():
            if len(modules) != len(parts[kind]):
                raise _of_another_shape(folder)
            for module, kept in zip(modules, parts[kind], strict=True):
                # The head may be of a teacher with another basis; it is fitted below in any case.
                if module is not network.to_vector or len(kept[0]) == len(module.weight):
                    _fill(module, kept, folder)
        _stretch(network, parts["places"][0][0], folder)
        _unfold(network, [bias for _, bias in parts["convolutions"]], pictures[: 4 * AT_ONCE])
        _fit_heads(network, pictures, said)
    return network.train()


def _of_kind(network: nn.Module, kind: type[nn.Module]) -> list[nn.Module]:
    return [module for module in network.modules() if isinstance(module, kind)]


def _of_another_shape(folder: Path) -> ModelError:
    return ModelError(f"{folder} is of a network of another shape: say which with --shape.")


# -- out of the graph -----------------------------------------------------------------------------------------------------


class _ForeignError(Exception):
    """A graph that has not what each export of such a network has."""


class _Graph:
    """The constants of a graph, and who consumes what."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._constants = {one.name: one for one in graph.initializer}
        self._consumers: dict[str, list[onnx.NodeProto]] = defaultdict(list)
        for node in graph.node:
            for name in node.input:
                self._consumers[name].append(node)

    def held(self, node: onnx.NodeProto) -> list[str]:
        """Names of the constants that a node takes."""
        return [name for name in node.input if name in self._constants]

    def values(self, name: str) -> Values:
        """Raises _ForeignError where the graph holds no such constant."""
        if name not in self._constants:
            raise _ForeignError
        return np.asarray(numpy_helper.to_array(self._constants[name]), np.float32)

    def parts_of(self, node: onnx.NodeProto, number: int) -> list[Values]:
        """The first constants that a node takes, in their order. Raises _ForeignError where there are fewer."""
        held = self.held(node)
        if len(held) < number:
            raise _ForeignError
        return [self.values(name) for name in held[:number]]

    def added(self, name: str) -> Values | None:
        """The constant that is added to an output, be it only after that was brought back from 8 bits."""
        for node in self._consumers[name]:
            if node.op_type in ("Cast", "Mul"):
                return self.added(node.output[0])
            if node.op_type == "Add":
                return next((self.values(other) for other in self.held(node)), None)
        return None


def _parts(proto: onnx.GraphProto) -> dict[str, list[Part]] | None:
    """Convolutions, norms, products and places, each kind in the order of the graph; colour and layout are left out. None where
    it is no graph of such a network."""
    try:
        return _parts_of(proto)
    except _ForeignError:
        return None


def _parts_of(proto: onnx.GraphProto) -> dict[str, list[Part]]:
    graph = _Graph(proto)
    learned = [node for node in proto.node if node.output[0].startswith(LEARNED)]
    found: dict[str, list[Part]] = {"convolutions": [], "norms": [], "products": [], "places": []}
    for node in learned or proto.node:
        held = graph.held(node)
        if node.op_type == "Conv":
            bias = graph.values(held[1]) if len(held) > 1 else None
            found["convolutions"].append((*graph.parts_of(node, 1), bias))
            if (places := graph.added(node.output[0])) is not None:
                found["places"].append((places, None))
        elif node.op_type == "LayerNormalization":
            weights, bias = graph.parts_of(node, 2)
            found["norms"].append((weights, bias))
        elif node.op_type == "MatMul" and held:
            found["products"].append((graph.values(held[0]).T, graph.added(node.output[0])))
        elif node.op_type == "MatMulInteger":
            weights, zero = graph.parts_of(node, 2)
            scale = graph.values(f"{held[0].removesuffix('_quantized')}_scale")
            found["products"].append((((weights - zero) * scale).T, graph.added(node.output[0])))
    return found


def _fill(module: nn.Module, kept: Part, folder: Path) -> None:
    for target, value in zip((module.weight, module.bias), kept, strict=True):
        if isinstance(target, Tensor) and value is not None:
            if tuple(target.shape) != value.shape:
                raise _of_another_shape(folder)
            target.copy_(torch.from_numpy(value.copy()))


def _stretch(network: SmallViT, places: Values, folder: Path) -> None:
    """An export holds them as many as its pictures have."""
    if places.ndim != 4 or places.shape[1] != network.shape.width:
        raise _of_another_shape(folder)
    size = network.places.shape[2:]
    network.places.copy_(functional.interpolate(torch.from_numpy(places.copy()), size, mode="bilinear"))


# -- from pictures --------------------------------------------------------------------------------------------------------


def _unfold(network: SmallViT, biases: Sequence[Values | None], pictures: Tensor) -> None:
    """Set the norms of the stem so that they do nothing but what was folded into the convolutions before them.

    A norm divides by what it finds in the pictures; so it is given just that to multiply by again.
    """
    parts = [part for part in network.stem.modules() if isinstance(part, nn.Conv2d | nn.BatchNorm2d)]
    convolutions = iter(biases)
    hooks = []
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        if isinstance(part, nn.BatchNorm2d):
            continue
        bias = next(convolutions)
        if isinstance(after, nn.BatchNorm2d):
            hooks.append(after.register_forward_pre_hook(_as_found(bias)))
    network.stem((pictures - network.mean) / network.deviation)
    for hook in hooks:
        hook.remove()


def _as_found(bias: Values | None) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
    def set_norm(norm: nn.Module, found: tuple[Tensor, ...]) -> None:
        mean, variance = found[0].mean(dim=(0, 2, 3)), found[0].var(dim=(0, 2, 3))
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.copy_(mean if bias is None else mean + torch.from_numpy(bias.copy()))

    return set_norm


def _fit_heads(network: SmallViT, pictures: Tensor, said: Said) -> None:
    """By least squares, from what the network sees to what the teacher says; classes are left to be learned."""
    tokens = torch.cat([network.tokens(some) for some in pictures.split(AT_ONCE)])
    vectors, taught = tokens.mean(dim=1), round(FITTED_TO * len(tokens))

    def loss(head: nn.Linear) -> float:
        return float(1 - functional.cosine_similarity(head(vectors[taught:]), said.vectors[taught:]).mean())

    fitted = _fitted(vectors[:taught], said.vectors[:taught])
    if loss(fitted) < loss(network.to_vector):
        network.to_vector.load_state_dict(fitted.state_dict())
    if network.to_map is not None and said.map is not None:
        wanted = as_coarse(said.map, tokens.shape[1])
        network.to_map.load_state_dict(_fitted(tokens.flatten(0, 1), wanted.flatten(0, 1)).state_dict())
    if network.to_classes is not None:
        # A head that says nothing yet sends nothing wrong back.
        nn.init.zeros_(network.to_classes.weight)
        nn.init.zeros_(network.to_classes.bias)


def _fitted(seen: Tensor, wanted: Tensor) -> nn.Linear:
    """Ridge regression: [n, a] to [n, b]."""
    centre, target = seen.mean(dim=0), wanted.mean(dim=0)
    moments = (seen - centre).T @ (seen - centre)
    moments += STIFFNESS * moments.diagonal().mean() * torch.eye(len(moments))
    weight = torch.linalg.solve(moments, (seen - centre).T @ (wanted - target)).T
    head = nn.Linear(seen.shape[1], wanted.shape[1])
    head.weight.copy_(weight)
    head.bias.copy_(target - weight @ centre)
    return head
