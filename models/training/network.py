"""The student: a small vision transformer whose tokens are made by a few convolutions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

STRIDE = 16
"""Pixels of a side of the picture that one token stands for."""


@dataclass(frozen=True)
class Shape:
    """How large the network is."""

    width: int = 256
    depth: int = 6
    head: int = 64
    """Numbers of one attention head."""
    stem: tuple[int, int, int] = (32, 64, 128)
    """Channels at a half, a quarter and an eighth of the side."""
    residual: tuple[int, int] = (0, 2)
    """Residual blocks at a quarter and at an eighth of the side."""
    grid: int = 8
    """Tokens a side that the learned places are kept for, as many as an exported graph has; they are stretched to other sizes."""
    vector: int = 256
    map: int = 0
    """Channels of the teacher's map; 0 where it has none."""
    classes: int = 0
    """That the teacher tells apart; 0 where it does not say."""

    def __post_init__(self) -> None:
        """Raises ValueError for what is no network."""
        for name in self.__dataclass_fields__:
            values = getattr(self, name)
            least = 0 if name in ("residual", "map", "classes") else 1
            for value in values if isinstance(values, tuple) else (values,):
                if type(value) is not int or value < least:
                    raise ValueError(f"{name} takes whole numbers from {least} on, not {value!r}")
        if len(self.stem) != 3 or len(self.residual) != 2:
            raise ValueError("stem takes three numbers, residual two")
        if self.width % self.head:
            raise ValueError(f"a width of {self.width} does not divide into heads of {self.head}")


@dataclass(frozen=True)
class Seen:
    """What the network says of pictures."""

    vectors: Tensor
    """[n, vector]"""
    patches: Tensor
    """[n, rows * columns, vector]: the vector's part that comes from each patch; their mean is the vector."""
    map: Tensor | None
    """[n, rows * columns, map]"""
    logits: Tensor | None
    """[n, classes]"""

    def as_float(self) -> Seen:
        """The same in 32 bits, which losses are computed in."""
        parts = (self.map, self.logits)
        return Seen(
            self.vectors.float(), self.patches.float(), *(None if part is None else part.float() for part in parts)
        )


def _convolved(channels: int, out: int, stride: int) -> list[nn.Module]:
    return [nn.Conv2d(channels, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU()]


class Residual(nn.Module):
    """Two convolutions beside the way straight on (He et al. 2016)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        *first, _ = _convolved(channels, channels, 1)
        *second, _ = _convolved(channels, channels, 1)
        self.convolved = nn.Sequential(*first, nn.ReLU(), *second)
        # Begins as nothing, so that the deep network begins as a shallow one.
        nn.init.zeros_(second[-1].weight)  # type: ignore[arg-type]

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(x + self.convolved(x))


class Block(nn.Module):
    """Attention, then a perceptron, each normalised before (Dosovitskiy et al. 2021)."""

    def __init__(self, width: int, head: int) -> None:
        super().__init__()
        self.heads = width // head
        self.before_attention, self.before_perceptron = nn.LayerNorm(width), nn.LayerNorm(width)
        self.asked, self.joined = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        for last in (self.joined, self.narrow):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self._attended(self.before_attention(x))
        return x + self.narrow(functional.gelu(self.wide(self.before_perceptron(x)), approximate="tanh"))

    def _attended(self, x: Tensor) -> Tensor:
        n, tokens, width = x.shape
        parts = self.asked(x).reshape(n, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        # Written out: for so few tokens PyTorch's own attention takes four times as long on a processor.
        near = (query * query.shape[-1] ** -0.5) @ key.transpose(-2, -1)
        mixed = near.softmax(dim=-1).to(value.dtype) @ value
        joined: Tensor = self.joined(mixed.transpose(1, 2).reshape(n, tokens, width))
        return joined


class SmallViT(nn.Module):
    """Pictures float32 [n, 3, side, side] in 0 ... 1 to what is `Seen`; any side that STRIDE divides."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        half, quarter, eighth = shape.stem
        self.stem = nn.Sequential(
            *_convolved(3, half, 2),
            *_convolved(half, quarter, 2),
            *(Residual(quarter) for _ in range(shape.residual[0])),
            *_convolved(quarter, eighth, 2),
            *(Residual(eighth) for _ in range(shape.residual[1])),
            nn.Conv2d(eighth, shape.width, 3, 2, 1),
        )
        self.places = nn.Parameter(0.02 * torch.randn(1, shape.width, shape.grid, shape.grid))
        self.blocks = nn.ModuleList(Block(shape.width, shape.head) for _ in range(shape.depth))
        self.normed = nn.LayerNorm(shape.width)
        self.to_vector = nn.Linear(shape.width, shape.vector)
        self.to_map = nn.Linear(shape.width, shape.map) if shape.map else None
        self.to_classes = nn.Linear(shape.width, shape.classes) if shape.classes else None
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1))
        self.register_buffer("deviation", torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1))

    def tokens(self, pictures: Tensor) -> Tensor:
        """[n, rows * columns, width]"""
        cells = self.stem((pictures - self.mean) / self.deviation)
        places: Tensor = self.places
        if cells.shape[2:] != places.shape[2:]:
            places = functional.interpolate(places, cells.shape[2:], mode="bilinear", align_corners=False)
        x = (cells + places).flatten(2).transpose(1, 2)
        for block in self.blocks:
            x = block(x)
        normed: Tensor = self.normed(x)
        return normed

    def forward(self, pictures: Tensor) -> Seen:
        tokens = self.tokens(pictures)
        patches = self.to_vector(tokens)
        return Seen(
            patches.mean(dim=1),
            patches,
            None if self.to_map is None else self.to_map(tokens),
            None if self.to_classes is None else self.to_classes(tokens.mean(dim=1)),
        )


def weights(network: nn.Module) -> int:
    """How many numbers are learned."""
    return sum(part.numel() for part in network.parameters())


def matrices(network: SmallViT) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """(the matrices of the transformer's blocks, everything else): they are learned in different ways."""
    inner = [part for part in network.blocks.parameters() if part.ndim == 2]
    known = {id(part) for part in inner}
    return inner, [part for part in network.parameters() if id(part) not in known]


def tupled(values: dict[str, Any]) -> dict[str, Any]:
    """Lists of JSON as the tuples that a shape has."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
