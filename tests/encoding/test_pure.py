"""Preprocessing, pooling and learning against the plainest form of the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from imsearch_gui.domain.model_spec import Channels, InputSpec, Layout, OutputSpec, Pooling
from imsearch_gui.encoding.learned import SMALLEST_DEVIATION, Learned, Learner
from imsearch_gui.encoding.pooling import pool, rmac_regions, vectors_of
from imsearch_gui.encoding.preprocess import tensor

floats = st.floats(-100, 100, width=32)


@given(arrays(np.uint8, (2, 3, 4, 3)), st.sampled_from(Layout), st.sampled_from(Channels))
def test_tensor(pixels: np.ndarray, layout: Layout, channels: Channels) -> None:
    spec = InputSpec(width=4, height=3, layout=layout, channels=channels)
    expected = (pixels.astype(np.float64) / 255 - spec.mean) / spec.std
    if channels is Channels.BGR:
        expected = expected[..., ::-1]
    if layout is Layout.NCHW:
        expected = np.moveaxis(expected, 3, 1)
    given_back = tensor(pixels, spec)
    assert given_back.dtype == np.float32
    np.testing.assert_allclose(given_back, expected, atol=1e-5)


def test_tensor_refuses_another_size() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        tensor(np.zeros((1, 5, 5, 3), np.uint8), InputSpec(width=4, height=4))


@given(arrays(np.float32, (2, 3, 4, 5), elements=floats))
def test_pooling_of_maps(maps: np.ndarray) -> None:
    np.testing.assert_allclose(pool(maps, Pooling.MEAN), maps.mean(axis=(2, 3)), atol=1e-3)
    np.testing.assert_array_equal(pool(maps, Pooling.MAX), maps.max(axis=(2, 3)))
    np.testing.assert_array_equal(pool(maps, Pooling.FLATTEN), maps.reshape(2, -1))
    positive = np.maximum(maps.astype(np.float64), 1e-6)
    np.testing.assert_allclose(pool(maps, Pooling.GEM), np.cbrt((positive**3).mean(axis=(2, 3))), rtol=1e-3)
    assert pool(maps, Pooling.RMAC).shape == (2, 3)


@given(arrays(np.float32, (2, 5, 4), elements=floats))
def test_pooling_of_tokens(tokens: np.ndarray) -> None:
    np.testing.assert_array_equal(pool(tokens, Pooling.CLS), tokens[:, 0])
    np.testing.assert_allclose(pool(tokens, Pooling.MEAN), tokens.mean(axis=1), atol=1e-3)


@pytest.mark.parametrize("pooling", [Pooling.CLS, Pooling.MEAN, Pooling.MAX, Pooling.GEM, Pooling.RMAC])
def test_pooling_that_does_not_fit(pooling: Pooling) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        pool(np.zeros((1, 4), np.float32), pooling)


def test_regions_of_rmac_are_squares_inside_the_map() -> None:
    for height, width in ((7, 7), (7, 12), (20, 9), (1, 1)):
        for top, left, side in rmac_regions(height, width):
            assert 0 <= top <= top + side <= height
            assert 0 <= left <= left + side <= width
    assert len(rmac_regions(7, 7)) == 1 + 4 + 9


@given(arrays(np.float32, (2, 3, 5, 8), elements=st.floats(0, 100, width=32)))
def test_rmac_is_the_sum_of_what_each_region_sees(maps: np.ndarray) -> None:
    expected = np.zeros((2, 3))
    for top, left, side in rmac_regions(5, 8):
        for picture in range(2):
            seen = maps[picture, :, top : top + side, left : left + side].reshape(3, -1).max(axis=1).astype(np.float64)
            expected[picture] += seen / max(np.sqrt((seen**2).sum()), 1e-12)
    np.testing.assert_allclose(pool(maps, Pooling.RMAC), expected, atol=1e-3)


@pytest.mark.parametrize(("shape", "squares"), [((9, 9), 1), ((7, 10), 2), ((14, 10), 2), ((8, 30), 6)])
def test_regions_of_rmac_cover_the_map_and_overlap(shape: tuple[int, int], squares: int) -> None:
    """On the largest scale by as near to 40 % as a whole number of squares allows: 8 x 30 by 45 % with six, 31 % with five."""
    regions = rmac_regions(*shape)
    assert sum(side == min(shape) for _, _, side in regions) == squares
    seen = np.zeros(shape, bool)
    for top, left, side in regions:
        seen[top : top + side, left : left + side] = True
    assert seen.all()


def test_a_map_of_one_position_is_a_vector() -> None:
    np.testing.assert_array_equal(pool(np.ones((2, 3, 1, 1), np.float32), Pooling.NONE), np.ones((2, 3)))
    with pytest.raises(ValueError, match="does not fit"):
        pool(np.ones((2, 3, 2, 1), np.float32), Pooling.NONE)


def test_normalised_vectors_have_length_one_and_zero_stays() -> None:
    rows = np.array([[3.0, 4.0], [0.0, 0.0]], np.float32)
    np.testing.assert_allclose(vectors_of(rows, OutputSpec(normalise=True)), [[0.6, 0.8], [0.0, 0.0]], rtol=1e-6)


@given(arrays(np.float32, st.tuples(st.integers(2, 20), st.just(3)), elements=floats), st.integers(1, 5))
def test_learning_in_pieces_is_learning_at_once(rows: np.ndarray, piece: int) -> None:
    learner = Learner()
    for start in range(0, len(rows), piece):
        learner.add(rows[start : start + piece])
    learned = Learned.from_bytes(learner.finish().to_bytes(), 3)
    wide = rows.astype(np.float64)
    np.testing.assert_allclose(learned.mean, wide.mean(axis=0), atol=1e-3)
    np.testing.assert_allclose(learned.std, np.maximum(wide.std(axis=0), SMALLEST_DEVIATION), atol=1e-3)
    assert np.isfinite(learned.z_score(rows)).all()


def test_nothing_learned_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing was learned"):
        Learner().finish()
