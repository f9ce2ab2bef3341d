"""The measures of retrieval, held against scikit-learn, against the published definitions written out, and against counting."""

from __future__ import annotations

import math
import tracemalloc
from fractions import Fraction

import numpy as np
import pytest
from sklearn.metrics import average_precision_score, ndcg_score

from imsearch_gui.domain import measures
from imsearch_gui.domain.evaluation import ApRule, Numbers, Places

RANKINGS = 1_000
NONE: Places = np.empty(0, np.int64)


def places(*these: int) -> Places:
    return np.array(these, np.int64)


def report_of_the_course(answers: str) -> float:
    """AP of a row such as Y Y N Y N, of which all relevant pictures came."""
    right = [place for place, answer in enumerate(answers.split()) if answer == "Y"]
    return measures.average_precision(places(*right), len(right))


def random_rankings() -> list[list[bool]]:
    """Lists of 1 to 60 pictures, of which one at least is relevant."""
    random = np.random.default_rng(7)
    made = []
    for _ in range(RANKINGS):
        relevant = random.random(random.integers(1, 61)) < random.uniform(0.02, 0.9)
        relevant[random.integers(len(relevant))] = True
        made.append(relevant.tolist())
    return made


def ranked_by_scores_with_ties(relevant: list[bool], random: np.random.Generator) -> list[bool]:
    """The list put in the order of coarse scores, equal ones in their old order, as the program does it."""
    scores = random.integers(0, 5, len(relevant))
    return [relevant[at] for at in np.argsort(-scores, kind="stable")]


def where(relevant: list[bool]) -> Places:
    return np.flatnonzero(relevant).astype(np.int64)


def falling(relevant: list[bool]) -> Numbers:
    """Scores that make scikit-learn see the list in the order in which it stands, ties broken already."""
    return -np.arange(len(relevant), dtype=np.float64)


# -- average precision ------------------------------------------------------------------------------------------------


def test_the_example_of_the_course() -> None:
    assert report_of_the_course("Y Y N Y N") == pytest.approx((1 + 1 + 3 / 4) / 3)
    assert round(report_of_the_course("Y Y N Y N"), 2) == 0.92


def test_the_worked_example_of_the_page() -> None:
    """docs/evaluation.md: Y Y N Y N, three relevant in all."""
    at = places(0, 1, 3)
    assert measures.precision_at(at, 3, 1) == 1.0
    assert measures.precision_at(at, 3, 5) == 0.6
    assert measures.recall_at(at, 3, 5) == 1.0
    assert round(measures.average_precision(at, 3), 4) == 0.9167
    assert round(measures.average_precision(at, 3, ApRule.TRAPEZOIDS), 4) == 0.9028
    assert measures.average_precision(at, 3, k=2) == 1.0
    assert round(measures.ndcg_at(at, 3, 5), 4) == 0.9675
    assert measures.first_place(at, 3) == 1.0
    # The second is junk, so what follows moves up; then a fourth one that did not come.
    assert round(measures.average_precision(places(0, 2), 2), 4) == 0.8333
    assert measures.average_precision(at, 4) == 0.6875
    assert measures.recall_at(at, 4, 5) == 0.75


def test_average_precision_is_that_of_scikit_learn() -> None:
    random = np.random.default_rng(8)
    for made in random_rankings():
        relevant = ranked_by_scores_with_ties(made, random)
        expected = average_precision_score(relevant, falling(relevant))
        assert measures.average_precision(where(relevant), sum(relevant)) == pytest.approx(expected, abs=1e-12)


def walk_of_oxford(ranked: list[str], positive: set[str], junk: set[str]) -> float:
    """The area as the program published with Oxford5k sums it: along the list, picture by picture, by trapezoids between the last
    point of recall and precision and this one, from recall 0 and precision 1; junk is passed over."""
    area, seen, hits = 0.0, 0, 0
    last_recall, last_precision = 0.0, 1.0
    for name in ranked:
        if name in junk:
            continue
        seen += 1
        hits += name in positive
        recall, precision = hits / len(positive), hits / seen
        area += (recall - last_recall) * (last_precision + precision) / 2
        last_recall, last_precision = recall, precision
    return area


def sum_of_revisited(ranks: list[int], count: int) -> float:
    """The same as the revisited sets define it: over the ranks of the relevant pictures, from 0, junk taken out before."""
    area = 0.0
    for found, rank in enumerate(ranks):
        before = 1.0 if rank == 0 else found / rank
        area += (before + (found + 1) / (rank + 1)) / (2 * count)
    return area


def test_trapezoids_are_those_of_oxford_and_of_its_revisited_form() -> None:
    random = np.random.default_rng(9)
    for _ in range(RANKINGS):
        names = [f"picture {number}" for number in range(random.integers(2, 80))]
        kinds = random.choice(["good", "junk", "other"], len(names), p=[0.3, 0.3, 0.4])
        kinds[random.integers(len(names))] = "good"
        positive = {name for name, kind in zip(names, kinds, strict=True) if kind == "good"}
        junk = {name for name, kind in zip(names, kinds, strict=True) if kind == "junk"}
        # The last part of the ranking did not come: what is relevant there was not found.
        ranked = random.permutation(names)[: random.integers(1, len(names) + 1)].tolist()
        counted = [name for name in ranked if name not in junk]
        ours = measures.average_precision(
            where([name in positive for name in counted]), len(positive), ApRule.TRAPEZOIDS
        )
        assert ours == pytest.approx(walk_of_oxford(ranked, positive, junk), abs=1e-12)
        ranks = [rank for rank, name in enumerate(counted) if name in positive]
        assert ours == pytest.approx(sum_of_revisited(ranks, len(positive)), abs=1e-12)


def test_trapezoids_begin_at_precision_1() -> None:
    """The only relevant picture comes second: from (0, 1), along recall 0 down to precision 0, then up to (1, 1/2)."""
    assert measures.average_precision(places(1), 1, ApRule.TRAPEZOIDS) == pytest.approx((0 + 1 / 2) / 2)
    assert measures.average_precision(places(0), 1, ApRule.TRAPEZOIDS) == 1.0


@pytest.mark.parametrize("k", [1, 3, 10, 100])
def test_ap_at_k_by_its_definition(k: int) -> None:
    for relevant in random_rankings()[:200]:
        seen = [sum(relevant[: place + 1]) / (place + 1) for place in range(min(k, len(relevant))) if relevant[place]]
        expected = sum(seen) / min(sum(relevant), k)
        assert measures.average_precision(where(relevant), sum(relevant), k=k) == pytest.approx(expected)


def test_what_did_not_come_counts() -> None:
    assert measures.average_precision(places(0, 1), 4) == 0.5
    assert measures.recall_at(places(0, 1), 4, 10) == 0.5
    assert measures.average_precision(NONE, 4) == 0.0


# -- precision, recall, N-S, the first ---------------------------------------------------------------------------------


@pytest.mark.parametrize("k", [1, 5, 10])
def test_precision_and_recall_by_counting(k: int) -> None:
    for relevant in random_rankings():
        at, total = where(relevant), sum(relevant)
        hits = len([1 for one in relevant[:k] if one])
        assert measures.precision_at(at, total, k) == hits / k, "of k, also where the list is shorter"
        assert measures.recall_at(at, total, k) == hits / total
        assert measures.first_place(at, total) == relevant.index(True) + 1


def test_ns_score_by_counting_the_first_four() -> None:
    """UKBench counts with the question's own picture in the list; here it is taken out first."""
    random = np.random.default_rng(10)
    for _ in range(RANKINGS):
        others = random.permutation([True, True, True] + [False] * 9).tolist()
        with_own = [True, *others]
        assert measures.ns_score(where(others), own=True) == sum(with_own[:4])
        strangers = random.permutation([True, True, True, True] + [False] * 9).tolist()
        assert measures.ns_score(where(strangers), own=False) == sum(strangers[:4])
    assert measures.ns_score(places(0, 1, 2), own=True) == 4.0
    assert measures.ns_score(NONE, own=True) == 1.0


# -- nDCG -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", [1, 5, 10, 100])
def test_ndcg_is_that_of_scikit_learn(k: int) -> None:
    random = np.random.default_rng(11)
    for made in random_rankings():
        relevant = ranked_by_scores_with_ties([*made, False], random)
        ours = measures.ndcg_at(where(relevant), sum(relevant), k)
        assert ours == pytest.approx(ndcg_score([relevant], [falling(relevant)], k=k), abs=1e-12)


@pytest.mark.parametrize("k", [1, 5, 100])
def test_ndcg_with_gains_is_that_of_scikit_learn(k: int) -> None:
    random = np.random.default_rng(12)
    for made in random_rankings():
        relevant = ranked_by_scores_with_ties([*made, False], random)
        worth = np.where(relevant, random.choice([0.5, 1.0, 2.0, 3.0], len(relevant)), 0.0)
        at = where(relevant)
        ideal = np.sort(worth[at])[::-1]
        ours = measures.ndcg_at(at, len(at), k, worth[at], ideal)
        assert ours == pytest.approx(ndcg_score([worth], [falling(relevant)], k=k), abs=1e-12)


def test_ndcg_by_hand() -> None:
    """Gains 3 and 1 of which the lesser came first and the greater third: (1 + 3 / 2) / (3 + 1 / log2 3)."""
    ours = measures.ndcg_at(places(0, 2), 2, 10, np.array([1.0, 3.0]), np.array([3.0, 1.0]))
    assert ours == pytest.approx((1 + 3 / 2) / (3 + 1 / math.log2(3)))


# -- the curve --------------------------------------------------------------------------------------------------------


def naive_curve(relevant: list[bool], total: int) -> list[float]:
    """For each level of recall, in whole numbers, the best precision of all beginnings of the list that reach it."""
    hits = [sum(relevant[: length + 1]) for length in range(len(relevant))]
    curve = []
    for level in range(101):
        reached = [
            Fraction(found, length)
            for length, found in enumerate(hits, start=1)
            if Fraction(found, total) >= Fraction(level, 100)
        ]
        curve.append(float(max(reached, default=Fraction(0))))
    return curve


def test_curve_by_its_definition() -> None:
    random = np.random.default_rng(13)
    for number, relevant in enumerate(random_rankings()[:300]):
        total = sum(relevant) + (int(random.integers(1, 9)) if number % 2 else 0)
        np.testing.assert_allclose(
            measures.precision_curve(where(relevant), total), naive_curve(relevant, total), atol=1e-12
        )


@pytest.mark.parametrize("total", [*range(1, 130), 1000, 1024])
def test_levels_of_recall_are_met_exactly(total: int) -> None:
    """Rounding must not ask for one picture more than a level of recall needs: the n-th of `total` comes at place 2 n."""
    curve = measures.precision_curve(2 * np.arange(total, dtype=np.int64), total)
    needed = [max(1, -(-level * total // 100)) for level in range(101)]
    last = total / (2 * total - 1)
    np.testing.assert_allclose(curve, [max(n / (2 * n - 1), last) for n in needed], atol=1e-12)


# -- means and intervals ------------------------------------------------------------------------------------------------


def test_without_anything_relevant_there_is_no_measure() -> None:
    for value in (
        measures.precision_at(NONE, 0, 5),
        measures.recall_at(NONE, 0, 5),
        measures.average_precision(NONE, 0),
        measures.average_precision(NONE, 0, ApRule.TRAPEZOIDS, 5),
        measures.ndcg_at(NONE, 0, 5),
        measures.first_place(NONE, 0),
    ):
        assert math.isnan(value)
    curve = measures.precision_curve(NONE, 0)
    assert curve.shape == (101,)
    assert np.isnan(curve).all()
    assert measures.first_place(NONE, 3) == math.inf, "it did not come, which is another thing"
    assert math.isnan(measures.ndcg_at(places(0), 1, 5, np.zeros(1), np.zeros(1))), "worth nothing at best"


def test_means_leave_out_what_is_no_number() -> None:
    nan = float("nan")
    assert measures.mean([1.0, nan, 0.0]) == 0.5
    assert math.isnan(measures.mean([nan, nan]))
    assert math.isnan(measures.mean([]))
    assert measures.mean([1.0, math.inf]) == math.inf
    assert measures.interval([0.2, nan, 0.7, 0.4, nan]) == measures.interval([0.2, 0.7, 0.4])
    assert all(math.isnan(end) for end in (*measures.interval([]), *measures.interval([nan])))
    assert measures.interval([0.3]) == (0.3, 0.3)


@pytest.mark.parametrize("count", [30, 200])
def test_intervals_hold_the_mean_as_often_as_they_say(count: int) -> None:
    """Of 600 samples of a law with mean 1 (exponential: skewed, as ranks are) 95 % should hold it; percentile intervals of few
    values are known to be a little short. A binomial share of 600 has a deviation of 0.009."""
    random = np.random.default_rng(14)
    ends = np.array([measures.interval(random.exponential(1.0, count)) for _ in range(600)])
    above, below = float(np.mean(ends[:, 0] > 1.0)), float(np.mean(ends[:, 1] < 1.0))
    assert 0.88 < 1 - above - below < 0.98
    assert above > 0, "both ends are ends"
    assert below > 0


def test_interval_of_shares_is_about_that_of_the_normal_law() -> None:
    values = np.arange(400) % 4 == 0
    low, high = measures.interval(values)
    half = 1.96 * math.sqrt(0.25 * 0.75 / 400)
    assert low == pytest.approx(0.25 - half, abs=half / 5)
    assert high == pytest.approx(0.25 + half, abs=half / 5)


def test_intervals_of_columns_are_those_of_each_and_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As each column resampled by itself, value by value; where other questions have numbers, other samples are drawn."""
    random = np.random.default_rng(15)
    whole, other, holed = random.random(40), random.random(40), random.random(40)
    holed[3] = np.nan
    made: list[int] = []
    generator = np.random.default_rng
    monkeypatch.setattr(measures.np.random, "default_rng", lambda seed: made.append(seed) or generator(seed))
    found = measures.intervals([whole, other, holed, np.full(40, np.nan)])
    assert made == [measures.SEED] * 2
    for values, ends in zip((whole, other, holed[~np.isnan(holed)]), found, strict=False):
        drawn = generator(measures.SEED).integers(0, len(values), (measures.RESAMPLES, len(values)))
        assert ends == pytest.approx(np.quantile(values[drawn].mean(axis=1), [0.025, 0.975]), abs=1e-12)
    assert all(math.isnan(end) for end in found[3])
    assert measures.intervals([]) == []


def test_interval_of_very_many_questions_stays_small() -> None:
    tracemalloc.start()
    try:
        measures.interval(np.linspace(0, 1, 60_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 200e6
