"""Where in a match what was asked for lies, as far as a model sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How much each part of a match has of what was asked for."""

    shares: npt.NDArray[np.float32]
    """[rows, columns] of the upright picture, 0 ... 1: 1 is the part that is most like the query, 0 the one that is least."""
