"""The words and numbers of an evaluation, as they stand in the window and in the page that is written of it: one language. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from imsearch_gui.domain.evaluation import Way
from imsearch_gui.domain.evaluation_form import refinement_words
from imsearch_gui.domain.language import tr, written

NOTHING = "–"
"""Stands where there is no number."""
DIGITS = 3
"""Of a measure."""
FEWER = 2
"""Of the N-S score, which goes to 4, and of the share that a graph finds."""


def distinct(titles: Mapping[str, str]) -> dict[str, str]:
    """Titles of models by id; where several have the same, the id stands behind it."""
    often = Counter(titles.values())
    return {model: title if often[title] == 1 else f"{title} ({model})" for model, title in titles.items()}


def begun(text: str) -> str:
    """With a capital letter, as it stands by itself."""
    return text[:1].upper() + text[1:]


def way_words(way: Way, titles: Mapping[str, str]) -> str:
    """'MobileNet V2, Cosine, shared neighbours'; a plain search goes unsaid."""
    return f"{titles.get(way.model_id, way.model_id)}, {how_words(way)}"


def how_words(way: Way) -> str:
    """The same without the model; 'L2' for 'L2 (Euclidean)', as there is little room."""
    refined = [refinement_words(way.refinement)] if way.refinement.any else []
    return ", ".join([tr(way.metric.label).partition(" (")[0], *refined])


def number_words(value: float, digits: int = DIGITS) -> str:
    """0.8732 -> '0.873'; a dash for what is no number."""
    return written(value, digits) if math.isfinite(value) else NOTHING


def measure_words(name: str, value: float) -> str:
    """A measure with the digits that it is read with."""
    return number_words(value, FEWER if name == "ns" else DIGITS)


def interval_words(interval: tuple[float, float] | None) -> str:
    """'0.851–0.895'; nothing where it is not known."""
    if interval is None or not all(map(math.isfinite, interval)):
        return ""
    return f"{written(interval[0], DIGITS)}–{written(interval[1], DIGITS)}"


def share_words(share: float) -> str:
    """0.125 -> '12', in percent, as it stands in a cell of the heat map."""
    return written(100 * share)


def taken_words(group: str, share: float) -> str:
    """'pear (25 %)'; nothing where no other class came."""
    return tr("{0} ({1} %)").format(group, share_words(share)) if group else ""


def best_of(values: Sequence[float], texts: Sequence[str], *, least: bool = False) -> frozenset[int]:
    """Places of the best values of a column: all that read like the best one. None where all that have a number read alike.

    Who sees 0.933 three times and one of them marked looks for a difference that is not there.
    """
    known = [place for place, value in enumerate(values) if math.isfinite(value)]
    if len({texts[place] for place in known}) < 2:
        return frozenset()
    best = (min if least else max)(known, key=lambda place: values[place])
    return frozenset(place for place in known if texts[place] == texts[best])
