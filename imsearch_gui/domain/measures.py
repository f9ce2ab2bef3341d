"""The measures of retrieval. Pure; docs/evaluation.md says the same in prose, with a worked example.

All take the places of the relevant images in a ranking, counted from 0, rising, after junk and the question's own picture were
taken out (Philbin et al., Object retrieval with large vocabularies and fast spatial matching, 2007), and `total`, the number of
relevant pictures. A relevant picture that did not come is not among the places, and counts.

Sources: Manning, Raghavan, Schuetze, Introduction to information retrieval, 2008, ch. 8 (P@k, R@k, AP, interpolated precision);
Jaervelin, Kekaelaeinen, Cumulated gain-based evaluation, 2002 (nDCG); Nister, Stewenius, Scalable recognition with a vocabulary
tree, 2006 (N-S score); Efron, Tibshirani, An introduction to the bootstrap, 1993, ch. 13 (percentile intervals).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.evaluation import ApRule, Numbers, Places

RECALLS = np.linspace(0.0, 1.0, 101)
"""The levels of recall at which a curve of precision is read."""
RESAMPLES = 1000
"""Samples of a bootstrap: the ends of an interval then move by about a twentieth of its width from seed to seed."""
CONFIDENCE = 0.95
SEED = 20061
"""The same questions give the same intervals."""
DRAWN_AT_ONCE = 4_000_000
"""Values of a bootstrap that are in memory together: 64 MB, however many questions there are."""


def precision_at(places: Places, total: int, k: int) -> float:
    """Relevant images among the first `k`, as a share of `k`, even where fewer came. 0 to 1; nan without relevant ones."""
    return float("nan") if total == 0 else int(np.count_nonzero(places < k)) / k


def recall_at(places: Places, total: int, k: int) -> float:
    """Relevant images among the first `k`, as a share of all relevant ones. 0 to 1; nan without relevant ones."""
    return float("nan") if total == 0 else int(np.count_nonzero(places < k)) / total


def average_precision(places: Places, total: int, rule: ApRule = ApRule.STEPS, k: int | None = None) -> float:
    """AP, 0 to 1; with `k` of the first `k` images only. nan without relevant ones.

    STEPS: the sum over the relevant images of (relevant ones up to here) / (images up to here), over `total`; for AP@k over
    min(total, k), so that 1 can be reached. TRAPEZOIDS: each of these terms is the mean of the precisions just before and at the
    relevant image, the first precision being 1 where nothing stands before it.
    """
    if total == 0:
        return float("nan")
    if k is not None:
        places, total = places[places < k], min(total, k)
    before = np.arange(len(places))
    at = (before + 1) / (places + 1)
    if rule is ApRule.TRAPEZOIDS:
        ahead = np.divide(before, places, out=np.ones(len(places)), where=places > 0)
        at = (ahead + at) / 2
    return float(at.sum() / total)


def ndcg_at(places: Places, total: int, k: int, gains: Numbers | None = None, ideal: Numbers | None = None) -> float:
    """Discounted gain of the first `k` images over that of the best possible ranking. 0 to 1; nan without relevant ones.

    The gain at place i (from 0) counts 1 / log2(i + 2). `gains` [found] belong to `places`, `ideal` [total] are those of all
    relevant pictures, falling; 1 each unless given.
    """
    if total == 0:
        return float("nan")
    near = places < k
    worth = np.ones(len(places)) if gains is None else gains
    best = (np.ones(total) if ideal is None else ideal)[:k]
    got = float((worth[near] / np.log2(places[near] + 2)).sum())
    possible = float((best / np.log2(np.arange(len(best)) + 2)).sum())
    return got / possible if possible > 0 else float("nan")


def first_place(places: Places, total: int) -> float:
    """Rank (from 1) of the first relevant image; infinite where none came, nan without relevant ones."""
    if total == 0:
        return float("nan")
    return float(places[0] + 1) if len(places) else float("inf")


def ns_score(places: Places, own: bool) -> float:
    """The N-S score of UKBench, 0 to 4: how many of the four pictures of an object are among the first four of the answer.

    The question's own picture, which was taken out of the ranking, is one of them and the best match (`own`), so of the others the
    first three places count; without it the first four.
    """
    return float(own) + float(np.count_nonzero(places < (3 if own else 4)))


def precision_curve(places: Places, total: int) -> Numbers:
    """[101] interpolated precision at `RECALLS`: the best precision at this recall or any higher one. nan without relevant ones."""
    if total == 0:
        return np.full(len(RECALLS), np.nan)
    precision = np.arange(1, len(places) + 1) / (places + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    # The relevant image at which a recall is reached; a hair less, since i / 100 * total is not always what it should be.
    at = np.maximum(np.ceil(RECALLS * total - 1e-9).astype(np.int64) - 1, 0)
    curve = np.zeros(len(RECALLS))
    there = at < len(best)
    curve[there] = best[at[there]]
    return curve


def mean(values: npt.ArrayLike) -> float:
    """Of those that are numbers; nan where none is. Infinity counts as such."""
    known = _known(values)
    return float(known.mean()) if len(known) else float("nan")


def interval(values: npt.ArrayLike) -> tuple[float, float]:
    """95 % interval of the mean, by the percentiles of a bootstrap. (nan, nan) where no value is a number."""
    return intervals([values])[0]


def intervals(columns: Sequence[npt.ArrayLike]) -> list[tuple[float, float]]:
    """`interval` of each column, all as long: one value a question. The samples are drawn once for those that have numbers in the
    same places, which most have."""
    rows = [np.asarray(values, np.float64) for values in columns]
    alike: dict[bytes, list[int]] = {}
    for number, row in enumerate(rows):
        alike.setdefault(np.isnan(row).tobytes(), []).append(number)
    ends = [(float("nan"), float("nan"))] * len(rows)
    for numbers in alike.values():
        known = np.stack([_known(rows[number]) for number in numbers])
        if known.shape[1]:
            low, high = _ends(known)
            for number, *both in zip(numbers, low.tolist(), high.tolist(), strict=True):
                ends[number] = (both[0], both[1])
    return ends


def _ends(known: Numbers) -> tuple[Numbers, Numbers]:
    """The ends of the interval of each row of `known` [m, n], n > 0."""
    random = np.random.default_rng(SEED)
    count = known.shape[1]
    at_once = max(1, DRAWN_AT_ONCE // count)
    of_samples = []
    for begun in range(0, RESAMPLES, at_once):
        samples = min(at_once, RESAMPLES - begun)
        drawn = random.integers(0, count, (samples, count)) + count * np.arange(samples)[:, np.newaxis]
        # How often each value was drawn: one product then gives the means of all columns.
        times = np.bincount(drawn.ravel(), minlength=samples * count).reshape(samples, count)
        of_samples.append(times.astype(np.float64) @ known.T / count)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(np.concatenate(of_samples), [tail, 1 - tail], axis=0)
    return low, high


def _known(values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    every = np.asarray(values, np.float64)
    return every[~np.isnan(every)]
