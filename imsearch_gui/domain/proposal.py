"""What a file of a model seems to be, before it is imported. Pure values."""

from __future__ import annotations

import math
from dataclasses import dataclass

from imsearch_gui.domain.model_spec import Channels, Family, Interpolation, Layout, ModelSpec, Pooling, Resize

LONGEST_VECTOR = 262_144
"""Numbers of a vector from which a flattened output is not offered any more; the course's longest has 125,440."""

Triple = tuple[float, float, float]
Shape = tuple[int | None, ...]
"""Of an input or output; None where it is free."""
Ways = tuple[tuple[Pooling, int | None], ...]
"""From an output to a vector: poolings, with the numbers that each gives."""


@dataclass(frozen=True, slots=True)
class Port:
    """An input or output of a graph."""

    name: str
    shape: Shape
    type: str
    """As onnxruntime writes it: 'tensor(float)'."""


@dataclass(frozen=True, slots=True)
class OutputChoice:
    """An output that may become the vector."""

    name: str
    shape: Shape
    """For one picture."""
    poolings: Ways
    """What fits it, the most usual first, and how many numbers each gives (None where only a run can tell)."""
    layout: Layout = Layout.NCHW
    """Of a map."""
    classes: bool = False
    """Whether it looks like the scores of classes, which say what a picture shows and little of how it looks."""

    def dimension(self, pooling: Pooling) -> int | None:
        """Numbers that `pooling` gives; KeyError where it does not fit."""
        return dict(self.poolings)[pooling]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was seen in the file and beside it, and what was taken for granted."""

    spec: ModelSpec
    notes: tuple[str, ...]
    """Sentences for the user, one for each guess."""
    inputs: tuple[Port, ...]
    outputs: tuple[OutputChoice, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says of a model; None where the file shall tell. Goes before everything that is seen or guessed."""

    id: str | None = None
    title: str | None = None
    family: Family | None = None
    width: int | None = None
    height: int | None = None
    resize: Resize | None = None
    resize_to: int | None = None
    interpolation: Interpolation | None = None
    mean: Triple | None = None
    std: Triple | None = None
    scale: float | None = None
    layout: Layout | None = None
    channels: Channels | None = None
    input: str | None = None
    output: str | None = None
    pooling: Pooling | None = None
    normalise: bool | None = None
    licence: str | None = None
    source: str | None = None


_OF_TOKENS = (Pooling.CLS, Pooling.MEAN, Pooling.MAX, Pooling.GEM)
_OF_MAPS = (Pooling.MEAN, Pooling.MAX, Pooling.GEM, Pooling.RMAC)


def poolings_of(shape: Shape, layout: Layout = Layout.NCHW) -> Ways:
    """What makes a vector of an output of `shape`, with the numbers it gives; () for what is no vector, tokens or map."""
    if 0 in shape:
        return ()
    match shape:
        case (_, length):
            return ((Pooling.NONE, length),)
        case (_, _, length):
            return _with_flatten(_OF_TOKENS, length, shape)
        case (_, first, second, third):
            length, *sides = (first, second, third) if layout is Layout.NCHW else (third, first, second)
            return ((Pooling.NONE, length),) if sides == [1, 1] else _with_flatten(_OF_MAPS, length, shape)
    return ()


def _with_flatten(poolings: tuple[Pooling, ...], length: int | None, shape: Shape) -> Ways:
    sizes = [size for size in shape[1:] if size is not None]
    whole = math.prod(sizes) if len(sizes) == len(shape) - 1 else None
    ways = tuple((pooling, length) for pooling in poolings)
    return ways if whole is not None and whole > LONGEST_VECTOR else (*ways, (Pooling.FLATTEN, whole))
