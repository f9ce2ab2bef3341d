"""The estimate of match strength, against counts over all pairs of libraries whose vectors are known."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imsearch_gui.domain.metrics import Matrix, Metric, best_first, scores
from imsearch_gui.domain.records import FileExample, ModelRecord, Query, TextExample
from imsearch_gui.domain.strength import STRONGEST, StrengthScale
from imsearch_gui.library.vectors import view_of
from imsearch_gui.searching import strength
from imsearch_gui.searching.strength import LEAST, LEAST_SCORES, Strengths, sample_of, scale_of_pairs, scale_of_query

PICTURE, WORDS = FileExample("/a.jpg"), TextExample("a dog")  # type: ignore[arg-type]


def gaussian(rows: int, dimension: int = 24, seed: int = 0) -> Matrix:
    return np.random.default_rng(seed).standard_normal((rows, dimension)).astype(np.float32)


def model(fingerprint: str = "f1") -> ModelRecord:
    return ModelRecord("test", "Test", 24, 0, 0, "models", fingerprint)  # type: ignore[arg-type]


def counted(vectors: Matrix, metric: Metric) -> np.ndarray:
    """The scores of all pairs by the metric's own definition, best first."""
    found = np.concatenate([scores(vectors[row], vectors[row + 1 :], metric) for row in range(len(vectors) - 1)])
    return found[best_first(found, metric)]


@pytest.mark.parametrize("metric", list(Metric))
def test_strength_is_what_is_counted_in_a_larger_library(metric: Metric) -> None:
    scale = scale_of_pairs(gaussian(1200), metric)
    assert scale is not None
    # Other vectors of the same kind, more than twice as many pairs.
    true = counted(gaussian(2000, seed=1), metric)
    for wanted, error in ((0.5, 0.03), (1, 0.05), (2, 0.05), (3, 0.1), (4, 0.2), (5, 0.5)):
        reach = round(len(true) * 10**-wanted)
        score = float(true[reach - 1])
        assert scale.strength(score) == pytest.approx(-math.log10(reach / len(true)), abs=error)


@pytest.mark.parametrize("metric", list(Metric))
def test_beyond_what_the_sample_shows_the_tail_goes_on(metric: Metric) -> None:
    """From 700 vectors nothing beyond 1 in 4,900 can be counted well; 1 in 160,000 is read within a factor of ten."""
    scale = scale_of_pairs(gaussian(700), metric)
    assert scale is not None
    true = counted(gaussian(2500, seed=1), metric)
    reach = 20
    assert scale.strength(float(true[reach - 1])) == pytest.approx(-math.log10(reach / len(true)), abs=1.0)


@pytest.mark.parametrize("metric", list(Metric))
def test_an_exact_copy_is_at_the_strong_end_and_the_worst_at_the_weak_one(metric: Metric) -> None:
    scale = scale_of_pairs(gaussian(300), metric)
    assert scale is not None
    assert scale.falling is metric.is_distance
    assert scale.strength(0.0 if metric.is_distance else 1.0) == STRONGEST
    assert scale.strength(1e9 if metric.is_distance else -1.0) == 0.0


@pytest.mark.parametrize("metric", list(Metric))
def test_equal_vectors_of_many_contents_are_nothing_rare(metric: Metric) -> None:
    vectors = gaussian(400)
    vectors[:100] = vectors[0]
    scale = scale_of_pairs(vectors, metric)
    assert scale is not None
    share = 100 * 99 / (400 * 399)
    assert scale.strength(0.0 if metric.is_distance else 1.0) == pytest.approx(-math.log10(share), abs=0.02)


@pytest.mark.parametrize("metric", list(Metric))
def test_the_scale_of_words_is_their_own(metric: Metric) -> None:
    library, words = gaussian(4000), gaussian(1, seed=5)[0] * np.float32(0.5) + np.float32(1)
    scale = scale_of_query(words, library, metric)
    assert scale is not None
    others = scores(words, gaussian(200_000, seed=6), metric)
    true = others[best_first(others, metric)]
    for wanted, error in ((1, 0.05), (2, 0.1), (3, 0.25), (4, 0.6)):
        score = float(true[round(len(true) * 10**-wanted) - 1])
        assert scale.strength(score) == pytest.approx(wanted, abs=error)


def test_too_few_images_tell_nothing() -> None:
    assert scale_of_pairs(gaussian(LEAST - 1), Metric.COSINE) is None
    assert scale_of_pairs(gaussian(LEAST), Metric.COSINE) is not None
    assert scale_of_query(gaussian(1)[0], gaussian(LEAST_SCORES - 1), Metric.L2) is None
    assert scale_of_query(gaussian(1)[0], gaussian(LEAST_SCORES), Metric.L2) is not None


@pytest.mark.parametrize("metric", list(Metric))
def test_a_library_whose_images_are_all_alike_has_no_scale(metric: Metric) -> None:
    assert scale_of_pairs(np.zeros((100, 8), np.float32), metric) is None
    assert scale_of_pairs(np.ones((100, 8), np.float32), metric) is None


@given(
    st.integers(LEAST, 120),
    st.integers(1, 6),
    st.integers(0, 10_000),
    st.sampled_from(["normal", "standard_cauchy", "standard_exponential"]),
    st.sampled_from(list(Metric)),
)
@settings(max_examples=150, deadline=None)
def test_a_better_score_is_never_weaker(rows: int, dimension: int, seed: int, kind: str, metric: Metric) -> None:
    random = np.random.default_rng(seed)
    vectors = getattr(random, kind)(size=(rows, dimension)).astype(np.float32)
    scale = scale_of_pairs(vectors, metric)
    if scale is not None:
        better = np.diff(scale.scores) * (-1 if metric.is_distance else 1)
        assert (better > 0).all()
        assert (np.diff(scale.strengths) > 0).all()
        assert scale.strengths[0] == 0
        assert scale.strengths[-1] <= STRONGEST


def test_the_sample_is_always_the_same_and_of_live_images_only() -> None:
    # Numbers that half a precision keeps.
    vectors = np.stack(np.divmod(np.arange(9_000, dtype=np.float32), 100), axis=1)
    live = np.arange(9_000) % 3 == 0
    view = view_of(vectors, live)
    sample = sample_of(view)
    assert np.array_equal(sample, sample_of(view))
    slots = np.round(sample @ [100, 1]).astype(int)
    assert len(sample) == len(np.unique(slots)) == 3_000
    assert live[slots].all()
    assert (np.diff(slots) < 0).any()
    assert len(sample_of(view_of(vectors))) == strength.SAMPLE


def test_the_scale_is_kept_until_the_library_has_grown_by_a_tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Metric] = []

    def made_of_pairs(sample: Matrix, metric: Metric) -> StrengthScale | None:
        made.append(metric)
        return scale_of_pairs(sample, metric)

    monkeypatch.setattr(strength, "scale_of_pairs", made_of_pairs)
    strengths, vectors = Strengths(), gaussian(1200)

    def ask(rows: int, metric: Metric = Metric.COSINE, fingerprint: str = "f1") -> StrengthScale | None:
        query = Query((PICTURE,), "test", metric)
        return strengths.scale(model(fingerprint), view_of(vectors[:rows]), query, vectors[0])

    first = ask(1000)
    assert ask(1100) is first
    assert ask(1000, Metric.L2) is not first
    assert made == [Metric.COSINE, Metric.L2]
    assert ask(1101) is not first
    assert made == [Metric.COSINE, Metric.L2, Metric.COSINE]
    ask(1101, fingerprint="f2")
    assert len(made) == 4


@pytest.mark.parametrize(
    ("query", "paired"),
    [
        (Query((PICTURE,), "test"), True),
        (Query((WORDS,), "test"), False),
        (Query((PICTURE, PICTURE), "test"), False),
        (Query((PICTURE,), "test", unlike=(PICTURE,)), False),
    ],
)
def test_only_one_picture_is_compared_as_a_picture(query: Query, paired: bool) -> None:
    vectors = gaussian(500)
    scale = Strengths().scale(model(), view_of(vectors), query, vectors[3])
    same: Callable[..., bool] = scale.__eq__
    assert same(Strengths().scale(model(), view_of(vectors), Query((PICTURE,), "test"), vectors[3])) is paired
