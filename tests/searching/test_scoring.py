"""The exact scan against the definition of the metrics, above all where float32 has little to offer."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.metrics import Matrix, Metric, Vector, best_first, scores
from imsearch_gui.library import vectors
from imsearch_gui.library.vectors import VectorView, stats_of, view_of
from imsearch_gui.searching import kernels, scoring
from imsearch_gui.searching.scoring import Ranking, rescore, top, top_many

METRICS = list(Metric)
MakeView = Callable[..., VectorView]


def single(matrix: Matrix, live: np.ndarray | None = None) -> VectorView:
    """Rows of float32, as libraries had them at first."""
    return VectorView(matrix=matrix, stats=stats_of(matrix), live=live)


VIEWS = [pytest.param(view_of, id="half"), pytest.param(single, id="single")]


def by_definition(query: Vector, view: VectorView, metric: Metric, k: int) -> Ranking:
    slots = np.arange(view.rows) if view.live is None else np.flatnonzero(view.live)
    values = scores(query, view.exact(slots), metric) if len(slots) else np.empty(0)
    order = best_first(values, metric)[:k]
    return Ranking(slots[order], values[order])


def assert_same(found: Ranking, expected: Ranking) -> None:
    assert found.slots.tolist() == expected.slots.tolist()
    assert found.scores.tolist() == expected.scores.tolist()
    assert found.slots.dtype == np.int64


@st.composite
def nasty_matrix(draw: st.DrawFn) -> Matrix:
    """Vectors that are hard to tell apart or to multiply: copies, neighbours by one ulp, zeros, constants, huge, tiny."""
    dimension = draw(st.integers(1, 9))
    rows = draw(st.integers(1, 40))
    seed = draw(st.integers(0, 2**32 - 1))
    random = np.random.default_rng(seed)
    base = random.normal(size=dimension).astype(np.float32)
    scale = np.float32(10.0 ** draw(st.sampled_from([-30, -16, -3, 0, 2, 6, 16, 30])))
    matrix = np.empty((rows, dimension), np.float32)
    for row in range(rows):
        match draw(st.integers(0, 6)):
            case 0:
                matrix[row] = base
            case 1:
                matrix[row] = np.nextafter(base, np.float32(np.inf), dtype=np.float32)
            case 2:
                matrix[row] = 0
            case 3:
                matrix[row] = random.normal()
            case 4:
                matrix[row] = base + 370
            case 5:
                matrix[row] = base * np.float32(1 + 1e-6 * random.normal())
            case _:
                matrix[row] = random.normal(size=dimension) * random.choice([1, 1e-7, 1e7])
    return matrix * scale


@settings(max_examples=300, deadline=None)
@given(matrix=nasty_matrix(), pick=st.integers(0, 39), k=st.integers(1, 45), moved=st.booleans(), data=st.data())
@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("make_view", VIEWS)
def test_scan_is_the_definition_on_nasty_vectors(
    make_view: MakeView, metric: Metric, matrix: Matrix, pick: int, k: int, moved: bool, data: st.DataObject
) -> None:
    live = data.draw(st.none() | hnp.arrays(np.bool_, len(matrix)))
    view = make_view(matrix, live)
    query = view.vector(pick % len(matrix))
    if moved:
        query = (query * np.float32(1.3) + np.float32(1e-3)).astype(np.float32)
    assert_same(top(query, view, metric, k), by_definition(query, view, metric, k))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), spread=st.sampled_from([0.0, 1e-6, 1e-4, 1e-2, 1.0]), k=st.integers(1, 30))
@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("make_view", VIEWS)
def test_scan_is_the_definition_where_all_is_nearly_alike(
    make_view: MakeView, metric: Metric, seed: int, spread: float, k: int
) -> None:
    """Lengths of about 370, as a vision transformer gives them, and differences down to a few ulps: cancellation."""
    random = np.random.default_rng(seed)
    centre = random.normal(scale=16, size=512)
    matrix = (centre + spread * random.normal(size=(300, 512))).astype(np.float32)
    query = (centre + spread * random.normal(size=512)).astype(np.float32)
    view = make_view(matrix)
    assert_same(top(query, view, metric, k), by_definition(query, view, metric, k))


@pytest.mark.parametrize("form", range(len(kernels.FORMS)))
@pytest.mark.parametrize("make_view", VIEWS)
@pytest.mark.parametrize("dimension", [1, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 100, 513])
def test_every_form_of_the_kernel_finds_the_same(make_view: MakeView, form: int, dimension: int) -> None:
    """Each has its own way with the numbers that are left over behind whole registers."""
    if form > kernels.best_form():
        pytest.skip(f"this processor has no {kernels.FORMS[form]}")
    random = np.random.default_rng(dimension)
    view = make_view(
        (random.normal(size=(300, dimension)) * 10.0 ** random.integers(-4, 4, (300, 1))).astype(np.float32)
    )
    queries = random.normal(size=(3, dimension)).astype(np.float32)
    for metric in Metric:
        found = kernels.scan(view, scoring._prepared(queries, metric), 5, form=form)
        for query, slots in zip(queries, found, strict=True):
            expected = by_definition(query, view, metric, 5)
            assert set(expected.slots.tolist()) <= set(slots.tolist())
            assert_same(rescore(query, view, slots, metric, 5), expected)


@pytest.mark.parametrize("metric", METRICS)
def test_several_threads_find_what_one_finds(metric: Metric, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "_WORTH_SHARING", 1)
    monkeypatch.setattr(kernels, "_THREADS", 3)
    random = np.random.default_rng(6)
    for rows in (4, 28, 65, 1_001):
        view = view_of(random.normal(size=(rows, 16)).astype(np.float32), random.random(rows) < 0.8)
        query = random.normal(size=16).astype(np.float32)
        assert_same(top(query, view, metric, 3), by_definition(query, view, metric, 3))


@pytest.mark.parametrize("metric", METRICS)
def test_several_queries_at_once_are_as_one_by_one(metric: Metric) -> None:
    random = np.random.default_rng(8)
    view = view_of(random.normal(size=(500, 24)).astype(np.float32), random.random(500) < 0.9)
    queries = random.normal(size=(70, 24)).astype(np.float32)
    among = np.flatnonzero(random.random(500) < 0.3)
    for chosen in (None, among):
        for query, found in zip(queries, top_many(queries, view, metric, 9, among=chosen), strict=True):
            assert_same(found, top(query, view, metric, 9, among=chosen))


@pytest.mark.parametrize("metric", METRICS)
def test_a_crowd_of_equals_finds_room(metric: Metric) -> None:
    """Every row may be the best, far more than there is room for at first; then come better ones, which push them out."""
    crowd = np.tile(np.arange(1, 9, dtype=np.float32), (20_000, 1))
    query = np.arange(8, 0, -1, dtype=np.float32)
    view = view_of(np.concatenate([crowd, query[None], crowd]))
    found = top(query, view, metric, 4)
    assert found.slots.tolist() == [20_000, 0, 1, 2]


def test_half_keeps_eleven_bits_of_every_size() -> None:
    random = np.random.default_rng(9)
    vectors = (random.normal(size=(200, 40)) * 10.0 ** random.uniform(-37, 37, (200, 1))).astype(np.float32)
    vectors[17] = 0
    view = view_of(vectors)
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    assert (np.abs(view.exact(np.arange(200)) - vectors) <= largest * 2.0**-11).all()
    assert (view.stats[:, 3] == 2.0 ** np.round(np.log2(view.stats[:, 3]))).all()


@pytest.mark.parametrize("metric", METRICS)
def test_vector_scores_exactly_against_itself(metric: Metric) -> None:
    matrix = np.random.default_rng(1).normal(scale=16, size=(2_000, 513)).astype(np.float32)
    view = view_of(matrix)
    for slot in (0, 777, 1_999):
        found = top(view.vector(slot), view, metric, 3)
        assert found.slots[0] == slot
        assert found.scores[0] == (0.0 if metric.is_distance else 1.0)


@pytest.mark.parametrize("metric", METRICS)
def test_copies_keep_the_order_of_their_slots(metric: Metric) -> None:
    matrix = np.tile(np.arange(1, 9, dtype=np.float32), (50, 1))
    found = top(matrix[0].copy(), view_of(matrix), metric, 7)
    assert found.slots.tolist() == list(range(7))


@pytest.mark.parametrize("metric", METRICS)
def test_dead_slots_are_never_found(metric: Metric) -> None:
    matrix = np.random.default_rng(2).normal(size=(100, 8)).astype(np.float32)
    live = np.ones(100, np.bool_)
    live[[5, 17]] = False
    view = view_of(matrix, live)
    for k in (1, 98, 99, 1_000):
        found = top(matrix[5].copy(), view, metric, k)
        assert not {5, 17} & set(found.slots.tolist())
        assert len(found.slots) == min(k, 98)
    everything = np.arange(100)
    assert not {5, 17} & set(rescore(matrix[5].copy(), view, everything, metric, 100).slots.tolist())


@pytest.mark.parametrize("metric", METRICS)
def test_among_restricts_the_scan(metric: Metric) -> None:
    matrix = np.random.default_rng(3).normal(size=(200, 16)).astype(np.float32)
    live = np.ones(200, np.bool_)
    live[30] = False
    among = np.array([150, 30, 7, 90, 8, 44])
    query = matrix[44].copy()
    found = top(query, view_of(matrix, live), metric, 3, among=among)
    only = np.zeros(200, np.bool_)
    only[among] = True
    assert_same(found, by_definition(query, view_of(matrix, only & live), metric, 3))
    assert found.slots[0] == 44


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("k", [0, 3])
def test_empty_library(metric: Metric, k: int) -> None:
    found = top(np.ones(4, np.float32), view_of(np.empty((0, 4), np.float32)), metric, k)
    assert found.slots.shape == found.scores.shape == (0,)


@pytest.mark.parametrize("metric", METRICS)
def test_all_slots_dead(metric: Metric) -> None:
    view = view_of(np.ones((5, 4), np.float32), np.zeros(5, np.bool_))
    assert len(top(np.ones(4, np.float32), view, metric, 3).slots) == 0


@pytest.mark.parametrize("metric", METRICS)
def test_zero_query(metric: Metric) -> None:
    view = view_of(np.random.default_rng(4).normal(size=(60, 5)).astype(np.float32))
    query = np.zeros(5, np.float32)
    assert_same(top(query, view, metric, 4), by_definition(query, view, metric, 4))


def test_scan_leaves_most_rows_unscored(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bounds are tight enough that on ordinary vectors little more than k rows are scored in float64."""
    random = np.random.default_rng(5)
    centres = random.normal(size=(50, 256))
    matrix = (centres[random.integers(0, 50, 20_000)] + 0.5 * random.normal(size=(20_000, 256))).astype(np.float32)
    scored: list[int] = []

    def counting(query: Vector, rows: Matrix, metric: Metric) -> np.ndarray:
        scored.append(len(rows))
        return scores(query, rows, metric)

    monkeypatch.setattr(scoring, "scores", counting)
    for metric in Metric:
        scored.clear()
        top((matrix[3] + 0.3 * random.normal(size=256)).astype(np.float32), view_of(matrix), metric, 10)
        assert 10 <= sum(scored) <= 100, metric


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VectorView:
    """Rows that are mapped from a file which is taken to be large."""
    if not hasattr(os, "pread"):
        pytest.skip("this system cannot read at a place")
    monkeypatch.setattr(vectors, "_LARGE_BYTES", 0)
    matrix = np.random.default_rng(8).normal(size=(900, 24)).astype(np.float32)
    vectors.write_rows(tmp_path / "m.f16", 0, matrix)
    live = np.random.default_rng(9).random(900) < 0.8
    return replace(vectors.map_rows(tmp_path / "m.f16", 900, 24), live=live)


@pytest.mark.parametrize("metric", METRICS)
def test_rows_of_a_large_file_are_read_apart_and_score_the_same(large: VectorView, metric: Metric) -> None:
    assert large.file is not None
    mapped = replace(large, file=None)
    random = np.random.default_rng(10)
    query = random.normal(size=24).astype(np.float32)
    for count in (1, 5, 40, 900):
        among = random.permutation(900)[:count]
        assert_same(top(query, large, metric, 12, among=among), top(query, mapped, metric, 12, among=among))
    np.testing.assert_array_equal(large.exact(among[:7]), mapped.exact(among[:7]))
    np.testing.assert_array_equal(large.vectors(among), mapped.vectors(among))


def test_a_disk_that_fails_is_told(large: VectorView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert large.file is not None
    query, among = np.ones(24, np.float32), np.arange(300)
    (tmp_path / "short").write_bytes(b"too short")
    monkeypatch.setattr(large.file, "number", os.open(tmp_path / "short", os.O_RDONLY))
    with pytest.raises(LibraryError, match="cannot be read"):
        top(query, large, Metric.COSINE, 3, among=among)
    with pytest.raises(LibraryError, match="shorter"):
        large.exact(among[:3])
    os.close(large.file.number)
    with pytest.raises(LibraryError, match="cannot be read"):
        large.exact(among[:3])
    with pytest.raises(LibraryError, match="cannot be read"):
        top(query, large, Metric.COSINE, 3, among=among)
