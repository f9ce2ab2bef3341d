"""Several examples to one vector."""

from __future__ import annotations

import numpy as np
import pytest

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.metrics import Matrix
from imsearch_gui.library.vectors import VectorView, stats_of
from imsearch_gui.searching.combine import UNLIKE, combined

DIMENSION = 16


def view_of(matrix: Matrix) -> VectorView:
    return VectorView(matrix, stats_of(matrix))


@pytest.fixture
def library() -> VectorView:
    random = np.random.default_rng(3)
    return view_of((5 * random.normal(size=(400, DIMENSION))).astype(np.float32))


def axis(number: int, length: float = 1.0) -> np.ndarray:
    vector = np.zeros(DIMENSION, np.float32)
    vector[number] = length
    return vector


def cosine(a: np.ndarray, b: np.ndarray) -> float:
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_two_examples_are_heard_alike_whatever_their_lengths(library: VectorView) -> None:
    vector = combined([axis(0, 1.0), axis(1, 300.0)], [], library)
    assert cosine(vector, axis(0)) == pytest.approx(cosine(vector, axis(1)), rel=0.15)


def test_the_vector_is_as_long_as_those_of_the_library(library: VectorView) -> None:
    vector = combined([axis(0)], [axis(1)], library)
    assert np.linalg.norm(vector) == pytest.approx(float(library.stats[:, 0].mean()), rel=1e-5)
    assert vector.dtype == np.float32


def test_what_is_not_wanted_is_taken_away_by_half(library: VectorView) -> None:
    vector = combined([axis(0)], [axis(1)], library)
    assert vector[0] > 0 > vector[1]
    assert -vector[1] / vector[0] == pytest.approx(UNLIKE, rel=0.2)


def test_an_example_whose_scores_hardly_spread_is_heard_all_the_same() -> None:
    """As words are beside pictures: all pictures score nearly alike against them."""
    random = np.random.default_rng(5)
    matrix = random.normal(size=(2000, DIMENSION)).astype(np.float32)
    matrix[:, 1] *= 0.1
    library = view_of(matrix)
    vector = combined([axis(0), axis(1)], [], library)
    units = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    by_picture, by_words = (units[:, number] * vector[number] for number in (0, 1))
    assert by_picture.std() == pytest.approx(by_words.std(), rel=0.1)


def test_only_live_rows_are_looked_at(library: VectorView) -> None:
    matrix = library.vectors(slice(None))
    matrix[200:] *= 1000
    live = np.arange(400) < 200
    vector = combined([axis(0)], [], VectorView(matrix, stats_of(matrix), live))
    assert np.linalg.norm(vector) == pytest.approx(float(library.stats[:200, 0].mean()), rel=1e-5)


@pytest.mark.parametrize("rows", [0, 1])
def test_a_library_too_small_to_tell(rows: int) -> None:
    vector = combined([axis(0), axis(1)], [], view_of(np.ones((rows, DIMENSION), np.float32)))
    assert vector[0] == pytest.approx(vector[1])
    assert np.isfinite(vector).all()


def test_examples_that_cancel_each_other(library: VectorView) -> None:
    with pytest.raises(QueryError, match="cancel each other"):
        combined([axis(0), -axis(0)], [], library)
    with pytest.raises(QueryError, match="cancel each other"):
        combined([np.zeros(DIMENSION, np.float32)], [], library)


def test_the_order_of_examples_does_not_matter(library: VectorView) -> None:
    random = np.random.default_rng(9)
    a, b, c = random.normal(size=(3, DIMENSION)).astype(np.float32)
    np.testing.assert_allclose(combined([a, b], [c], library), combined([b, a], [c], library), rtol=1e-5)
