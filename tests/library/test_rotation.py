"""Where a vector lies along the main directions of a library."""

from __future__ import annotations

import numpy as np
import pytest

from imsearch_gui.library.rotation import REDUCED, RotationDamaged, learn, units


def spread(rows: int, dimension: int, *, seed: int = 0) -> np.ndarray:
    """Vectors that differ less from direction to direction, as those of pictures do, turned at random."""
    random = np.random.default_rng(seed)
    turn, _ = np.linalg.qr(random.normal(size=(dimension, dimension)))
    steep = random.normal(size=(rows, dimension)) / np.arange(1, dimension + 1)
    return (steep @ turn + 3).astype(np.float32)


def test_it_keeps_as_much_as_the_principal_components_do() -> None:
    vectors = spread(2_000, 200)
    rotation = learn(vectors, 2_000)
    assert rotation.reduced == REDUCED
    np.testing.assert_allclose(rotation.axes.T @ rotation.axes, np.eye(REDUCED), atol=1e-5)
    directions = units(vectors) - units(vectors).mean(axis=0)
    whole = np.linalg.svd(directions, compute_uv=False) ** 2
    assert (rotation.apply(vectors) ** 2).sum() == pytest.approx(whole[:REDUCED].sum(), rel=1e-3)


def test_fewer_vectors_than_numbers_in_each() -> None:
    """Flattened feature maps have a hundred thousand numbers."""
    vectors = spread(60, 3_000)
    rotation = learn(vectors, 60)
    places = rotation.apply(vectors)
    directions = units(vectors)
    near = ((places[:1] - places) ** 2).sum(axis=1)
    np.testing.assert_allclose(near, ((directions[:1] - directions) ** 2).sum(axis=1), atol=0.1 * near.max())


def test_small_vectors_stay_as_they_are() -> None:
    vectors = spread(50, REDUCED)
    np.testing.assert_allclose(learn(vectors, 50).apply(vectors), units(vectors), rtol=1e-6)


def test_lengths_do_not_count_however_large_or_small() -> None:
    vectors = spread(100, 60)
    rotation = learn(vectors, 100)
    with np.errstate(all="raise", under="ignore"):
        for scale in (1e-30, 1e30):
            scaled = vectors * np.float32(scale)
            np.testing.assert_allclose(rotation.apply(scaled), rotation.apply(vectors), atol=1e-5)
    assert np.isfinite(rotation.apply(np.zeros((1, 60), np.float32))).all()


def test_the_same_sample_gives_the_same_rotation_and_it_comes_back_from_bytes() -> None:
    vectors = spread(300, 100)
    first, second = learn(vectors, 5_000), learn(vectors.copy(), 5_000)
    assert first.to_bytes() == second.to_bytes()
    back = type(first).from_bytes(first.to_bytes(), 100)
    assert back.rows == 5_000
    np.testing.assert_array_equal(back.axes, first.axes)
    np.testing.assert_array_equal(back.mean, first.mean)


def test_what_is_no_rotation_of_these_vectors_is_refused() -> None:
    data = learn(spread(300, 100), 300).to_bytes()
    read = type(learn(spread(300, 100), 300)).from_bytes
    for wrong in (b"", b"PK\x03\x04", data[: len(data) // 2], b"x" * 5_000):
        with pytest.raises(RotationDamaged):
            read(wrong, 100)
    with pytest.raises(RotationDamaged, match="does not fit"):
        read(data, 101)
