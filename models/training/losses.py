"""What the student is told of its mistakes. Each part is a mean over the pictures of a batch."""

from __future__ import annotations

from dataclasses import dataclass, fields

import torch
from network import Seen
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True)
class Weights:
    """How much each part counts. They are chosen so that each begins with a share of about the same size; the classes count less,
    since they know of what the teacher was trained on only."""

    vector: float = 1.0
    map: float = 0.7
    neighbours: float = 1.0
    classes: float = 0.2


@dataclass(frozen=True)
class Said:
    """What the teacher says of a batch."""

    vectors: Tensor
    """[n, d]"""
    map: Tensor | None
    """[n, rows * columns, channels], of a mean square length that is about 1"""
    classes: Tensor | None
    """int64 [n, k]"""
    logits: Tensor | None
    """[n, k], of those classes"""
    bank: Tensor
    """[m, d]: vectors of other pictures"""
    itself: Tensor
    """bool [n, m]: where one of those is of the picture itself, or of a piece in it"""

    def to(self, device: torch.device) -> Said:
        parts = (getattr(self, one.name) for one in fields(self))
        return Said(*(None if part is None else part.to(device) for part in parts))  # type: ignore[arg-type]


WARMTH = 0.05
"""What a cosine is divided by before the softmax: with MobileNetV2's vectors a picture then has some eight neighbours that count,
with .1 it would have eighty."""


def mistakes(seen: Seen, said: Said) -> dict[str, Tensor]:
    """By the names of `Weights`: 0 is best."""
    parts = {
        "vector": 1 - functional.cosine_similarity(seen.vectors, said.vectors).mean(),
        "neighbours": neighbours(seen.vectors, said),
    }
    if seen.map is not None and said.map is not None:
        parts["map"] = (seen.map - as_coarse(said.map, seen.map.shape[1])).square().sum(dim=2).mean()
    if seen.logits is not None and said.classes is not None and said.logits is not None:
        parts["classes"] = likeliest(seen.logits, said.classes, said.logits)
    return parts


def neighbours(vectors: Tensor, said: Said) -> Tensor:
    """How far the student is from the teacher in whom each picture would choose for its neighbour in the bank: the divergence
    between two softmaxes over cosines (Fang et al. 2021, SEED). Student and teacher share a space, so both look at the teacher's
    vectors of the bank."""
    bank = functional.normalize(said.bank, dim=1)

    def chosen(rows: Tensor) -> Tensor:
        near = functional.normalize(rows, dim=1) @ bank.T / WARMTH
        return functional.log_softmax(near.masked_fill(said.itself, -1e4), dim=1)

    return functional.kl_div(chosen(vectors), chosen(said.vectors), reduction="batchmean", log_target=True)


def likeliest(logits: Tensor, classes: Tensor, wanted: Tensor) -> Tensor:
    """Divergence from the teacher's likeliest classes; the others count as impossible (Hinton et al. 2015)."""
    ours = functional.log_softmax(logits, dim=1).gather(1, classes)
    return functional.kl_div(ours, functional.log_softmax(wanted, dim=1), reduction="batchmean", log_target=True)


def as_coarse(cells: Tensor, number: int) -> Tensor:
    """A square map [n, rows * rows, c] brought to `number` cells: each the mean of what lies in its place."""
    if cells.shape[1] == number:
        return cells
    rows, wanted = round(cells.shape[1] ** 0.5), round(number**0.5)
    square = cells.transpose(1, 2).unflatten(2, (rows, rows))
    brought = (
        functional.adaptive_avg_pool2d(square, wanted)
        if wanted < rows
        else functional.interpolate(square, (wanted, wanted))
    )
    return brought.flatten(2).transpose(1, 2)
