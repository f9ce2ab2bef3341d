"""Where in a match what was asked for lies, by the vectors that a model gives for each patch of a picture.

A patch counts as much as it is like what was asked for: the cosine of its vector and of the mean of the query's, all of length 1.
Of a model whose vector is the mean of its patches (`imsearch-vit`) that is what each adds to the score, but for its length; such
maps are known as class activation maps (Zhou et al., Learning deep features for discriminative localization, 2016). The match is
looked at in windows, so that all of it is seen, and, by models of few patches, small things as large as the model knows them.
How often the most like patch lies on the thing, and what windows bring: docs/search.md.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.records import FileExample, ImageRecord, ModelRecord, PictureExample, Query, TextExample
from imsearch_gui.encoding.encoder import Encoder
from imsearch_gui.imaging import views
from imsearch_gui.imaging.decoding import Decoding
from imsearch_gui.searching.combine import units
from imsearch_gui.searching.newest import Newest
from imsearch_gui.searching.query_vector import Wanted, check, state_of

Patches = npt.NDArray[np.float64]
"""[rows, columns, d]"""

_REMEMBERED = 16
"""Examples whose patches are kept."""
LEAST_SPREAD = 0.02
"""Between the cosines of the most and the least like patch, below which a picture is alike all over."""
CELLS = 16
"""Of the short side of a match, at least: where a model sees 8 patches a side, a window is half as wide as the match."""


class Localiser:
    """Use it from one thread."""

    def __init__(self, decoding: Decoding) -> None:
        self._decoding = decoding
        self._asked: Newest[Hashable, Patches] = Newest(_REMEMBERED)

    def clear(self) -> None:
        """Let go of everything that is kept."""
        self._asked.clear()

    def of(self, query: Query, image: ImageRecord, model: ModelRecord, encoder: Encoder, wanted: Wanted) -> Likeness:
        """Where the pictures that `query` asks for are found again in an image, by the encoder of a model.

        Raises QueryError where it asks for words only, PictureError, ModelError; Superseded between two windows.
        """
        pictures = [example for example in query.like if not isinstance(example, TextExample)]
        if not pictures:
            raise QueryError(
                tr("Words are not to be found at a place of a picture: search with a picture to see where.")
            )
        grid = _grid_of(encoder)
        asked = []
        for example in pictures:
            key = (example, state_of(example), model.id, model.fingerprint)
            patches = self._asked.get(key)
            if patches is None:
                patches = self._patches_of(example, encoder, min(grid), wanted)
                self._asked.put(key, patches)
            asked.append(patches)
        return Likeness(shares(asked, self._patches_of(FileExample(image.path), encoder, max(CELLS, *grid), wanted)))

    def _patches_of(self, example: PictureExample, encoder: Encoder, cells: int, wanted: Wanted) -> Patches:
        """What is seen of a picture, or its region, in windows, `cells` along its short side. Raises PictureError with its name.

        Where windows overlap, what lies nearer to the middle of its window counts more: it is seen with all that is around it,
        and no edges of windows are left to be seen.
        """
        check(wanted)
        grid = _grid_of(encoder)
        source = example.path if isinstance(example, FileExample) else example.data
        try:
            seen = self._decoding.run(views.windows, source, encoder.spec.input, grid, cells, example.region)
        except PictureError as error:
            name = example.path.name if isinstance(example, FileExample) else example.name
            raise PictureError(error.reason, name=name) from error
        weights = _tent(grid[0])[:, np.newaxis, np.newaxis] * _tent(grid[1])[:, np.newaxis]
        total: Patches | None = None
        often = np.zeros((seen.rows, seen.columns, 1))
        for pixels, (row, column) in zip(seen.pixels, seen.places, strict=True):
            check(wanted)
            patches = units(encoder.patches(pixels).astype(np.float64))
            total = np.zeros((seen.rows, seen.columns, patches.shape[2])) if total is None else total
            there = slice(row, row + grid[0]), slice(column, column + grid[1])
            total[there] += weights * patches
            often[there] += weights
        assert total is not None
        return total / often


def _tent(cells: int) -> npt.NDArray[np.float64]:
    """Weights that rise to the middle and fall again."""
    places = np.arange(cells) + 0.5
    return np.asarray(np.minimum(places, cells - places))


def _grid_of(encoder: Encoder) -> tuple[int, int]:
    """Rows and columns of patches; a model that has none says so where it is asked for them."""
    kept = encoder.spec.patches
    return (1, 1) if kept is None else (kept.rows, kept.columns)


def shares(asked: Sequence[Patches], found: Patches) -> npt.NDArray[np.float32]:
    """[rows, columns], 0 ... 1, of the patches `found`; 1 everywhere where they are alike all over. Pure."""
    wanted = units(np.stack([units(patches).mean(axis=(0, 1)) for patches in asked])).mean(axis=0)
    alike = units(found) @ units(wanted)
    least, most = float(alike.min()), float(alike.max())
    if most - least < LEAST_SPREAD:
        return np.ones(alike.shape, np.float32)
    return np.asarray((alike - least) / (most - least), np.float32)
