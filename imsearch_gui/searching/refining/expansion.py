"""Query expansion: the best matches of a first search ask again, together with the query. Pure.

`AVERAGE` is the average query expansion of Chum, Philbin, Sivic, Isard, Zisserman (Total recall: automatic query expansion with a
generative feature model for object retrieval, 2007): the mean of the directions of the query and of its best matches. `ALPHA` is
the weighted one of Radenovic, Tolias, Chum (Fine-tuning CNN image retrieval with no human annotation, 2018): each match counts
(its similarity to the query) ^ alpha, the query itself 1.

What a direction is goes by the metric: for correlation that of the vector after it has lost its own mean, else that of the vector.
The similarity is the cosine of two directions, also for the distances, which have none of their own.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.metrics import Metric, Vector
from imsearch_gui.domain.refinement import Expansion
from imsearch_gui.library.vectors import VectorView
from imsearch_gui.searching.combine import units, usual_length
from imsearch_gui.searching.scoring import Ranking

NEIGHBOURS = {Expansion.AVERAGE: 2, Expansion.ALPHA: 3}
"""Matches that join the query. In libraries with nine more pictures of a class, or thirty-nine, more of them raise mean average
precision hardly any further, and cost the best match (docs/search.md); the papers' ten or fifty want as many right ones."""
ALPHA = 3.0

_Rows = npt.NDArray[np.float64]


def expanded(vector: Vector, best: Ranking, view: VectorView, metric: Metric, expansion: Expansion) -> Vector:
    """float32 [d]: what is asked in the second search, as long as the library's vectors are on the average.

    `best` are at least `neighbours` matches of `vector` [d] where there are so many. One that is the query itself (it scores
    as only equal vectors do) says nothing new and is left out. Where there is no other, the vector stays as it is.
    """
    itself = 0.0 if metric.is_distance else 1.0
    slots = best.slots[best.scores != itself][: NEIGHBOURS.get(expansion, 0)]
    if not len(slots):
        return vector
    directions = _directions(np.vstack([vector.astype(np.float64), view.exact(slots)]), metric)
    wanted = _weights(directions, expansion) @ directions
    length = float(np.linalg.norm(wanted))
    if not np.isfinite(length) or length == 0:
        return vector
    return np.asarray(wanted * (usual_length(view, [vector]) / length), np.float32)


def neighbours(expansion: Expansion) -> int:
    """How many matches of the first search are needed: one of them may be the query itself."""
    return NEIGHBOURS.get(expansion, 0) + 1


def _directions(rows: _Rows, metric: Metric) -> _Rows:
    return units(rows - rows.mean(axis=1, keepdims=True) if metric is Metric.CORRELATION else rows)


def _weights(directions: _Rows, expansion: Expansion) -> npt.NDArray[np.float64]:
    """[1 + n]: of the query, which comes first, and of its matches."""
    if expansion is Expansion.AVERAGE:
        return np.ones(len(directions))
    # What points away from the query does not speak for it.
    alike = np.clip(directions @ directions[0], 0.0, 1.0)
    alike[0] = 1.0
    return np.asarray(alike**ALPHA)
