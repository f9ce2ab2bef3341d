"""What the student is told of its mistakes. Each part is a mean over the pictures of a batch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from network import Seen
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True)
class Weights:
    """How much each part counts."""

    vector: float = 1.0
    map: float = 1.0
    kin: float = 1.0
    classes: float = 0.3


@dataclass(frozen=True)
class Said:
    """What the teacher says of a batch."""

    vectors: Tensor
    """[n, d]"""
    map: Tensor | None
    """[n, rows * columns, channels], of mean square length 1"""
    classes: Tensor | None
    """int64 [n, k]"""
    logits: Tensor | None
    """[n, k], of those classes"""

    def to(self, device: torch.device) -> Said:
        parts = (self.map, self.classes, self.logits)
        return Said(self.vectors.to(device), *(None if part is None else part.to(device) for part in parts))


WARMTH = 0.1
"""Of the likeness between pictures: what a cosine is divided by before the softmax."""


def mistakes(seen: Seen, said: Said) -> dict[str, Tensor]:
    """By the names of `Weights`: 0 is best."""
    parts = {
        "vector": 1 - functional.cosine_similarity(seen.vectors, said.vectors).mean(),
        "kin": kin(seen.vectors, said.vectors),
    }
    if seen.map is not None and said.map is not None:
        parts["map"] = (_as_large(seen.map, said.map.shape[1]) - said.map).square().sum(dim=2).mean()
    if seen.logits is not None and said.classes is not None and said.logits is not None:
        parts["classes"] = likeliest(seen.logits, said.classes, said.logits)
    return parts


def kin(vectors: Tensor, wanted: Tensor) -> Tensor:
    """How far the student is from the teacher in whom each picture of a batch would choose for its neighbour: the divergence
    between two softmaxes over cosines (relational distillation: Park et al. 2019, Passalis and Tefas 2018)."""

    def chosen(rows: Tensor) -> Tensor:
        unit = functional.normalize(rows, dim=1)
        near = unit @ unit.T / WARMTH
        itself = torch.eye(len(rows), dtype=torch.bool, device=rows.device)
        return functional.log_softmax(near.masked_fill(itself, -1e4), dim=1)

    return functional.kl_div(chosen(vectors), chosen(wanted), reduction="batchmean", log_target=True)


def likeliest(logits: Tensor, classes: Tensor, wanted: Tensor) -> Tensor:
    """Divergence from the teacher's likeliest classes; the others count as impossible (Hinton et al. 2015)."""
    ours = functional.log_softmax(logits, dim=1).gather(1, classes)
    return functional.kl_div(ours, functional.log_softmax(wanted, dim=1), reduction="batchmean", log_target=True)


def _as_large(cells: Tensor, number: int) -> Tensor:
    """A square map [n, rows * rows, c] brought to `number` cells."""
    if cells.shape[1] == number:
        return cells
    rows, wanted = round(cells.shape[1] ** 0.5), round(number**0.5)
    square = cells.transpose(1, 2).unflatten(2, (rows, rows))
    return (
        functional.interpolate(square, (wanted, wanted), mode="bilinear", align_corners=False)
        .flatten(2)
        .transpose(1, 2)
    )
