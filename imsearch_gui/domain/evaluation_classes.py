"""How each class of a ground truth was answered: what stands in the tables of classes. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imsearch_gui.domain.evaluation import EvaluationReport, Numbers, WayReport


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class in one way."""

    name: str
    questions: int
    means: Mapping[str, float]
    """Measure -> mean over its questions."""
    taken_for: str
    """The other class that came first most often in its place; empty where none did."""
    share: float
    """Of its questions, those to which that one came."""


def classes_of(report: EvaluationReport, way: WayReport, protocol: int) -> tuple[ClassFigures, ...]:
    """All that were asked for, the worst first; none where the ground truth has no classes."""
    asked = Counter(question.group for question in report.truth.questions)
    others = {} if way.confusion is None else mistaken(report.groups, way.confusion)
    by_group = way.protocols[protocol].by_group

    def order(group: str) -> tuple[float, str]:
        mean = by_group[group]["ap"]
        return (mean if math.isfinite(mean) else math.inf), group

    return tuple(
        ClassFigures(group, asked[group], by_group[group], *others.get(group, ("", 0.0)))
        for group in sorted(by_group, key=order)
    )


def mistaken(groups: Sequence[str], confusion: Numbers) -> Mapping[str, tuple[str, float]]:
    """Class -> the other class that its questions brought first most often, and the share of them; only where there is one."""
    found = {}
    for place, group in enumerate(groups):
        row = confusion[place].copy()
        row[place] = 0.0
        if row.any():
            other = int(row.argmax())
            found[group] = (groups[other], float(row[other]))
    return found
