"""Some of the questions of a ground truth, where all of them would take days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from imsearch_gui.domain.evaluation import GroundTruth
from imsearch_gui.searching.evaluation.kin import Made

T = TypeVar("T")


def some_questions(truth: GroundTruth, most: int) -> GroundTruth:
    """`most` of its questions, taken evenly from the first to the last, always the same ones; all of them for 0, or where there are
    no more."""
    count = len(truth.questions)
    if not 0 < most < count:
        return truth
    places = np.linspace(0, count - 1, most).round().astype(int).tolist()

    protocols = tuple(replace(one, judgements=_chosen(one.judgements, places)) for one in truth.protocols)
    return replace(truth, questions=_chosen(truth.questions, places), protocols=protocols, taken_from=count)


def _chosen(every: Sequence[T], places: Sequence[int]) -> Sequence[T]:
    return Made(len(places), lambda number: every[places[number]])
