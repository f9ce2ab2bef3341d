"""The questions that the page of an evaluation shows with their pictures: those that the best way answered worst. Pure."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from imsearch_gui.domain.evaluation import Came, EvaluationReport, WayReport
from imsearch_gui.domain.evaluation_words import number_words
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.region import Region
from imsearch_gui.domain.wording import count, score
from imsearch_gui.imaging.views import SmallJpeg

WORST = 20
"""Questions that are shown."""

Pictures = Mapping[Path, SmallJpeg | str]
"""Path -> the picture in a small size, or why it cannot be read."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A region, in percent of its picture."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture that is part of the page."""

    name: str
    """Of its file."""
    path: str
    uri: str = ""
    """Empty where it cannot be read."""
    width: int = 0
    height: int = 0
    reason: str = ""
    """Why it cannot be read."""
    outline: Outline | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An image that came, or that should have come."""

    picture: Picture
    verdict: str
    """"right", "wrong" or "junk"."""
    rank: str
    score: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what came."""

    name: str
    group: str
    facts: tuple[str, ...]
    """How well it was answered; at which rank, as it is shown here, the first right image came."""
    picture: Picture
    unanswered: str
    came: tuple[Answered, ...]
    missed: tuple[Answered, ...]
    rest: tuple[str, ...]
    """A sentence each on right images that are not shown."""


def worst(way: WayReport) -> tuple[int, ...]:
    """Places of the questions that were answered worst by the first protocol, the worst first; none without a fault."""
    columns = way.protocols[0].columns
    ap, first = columns["ap"].tolist(), columns["first"].tolist()
    faulty = [place for place, value in enumerate(ap) if not math.isnan(value) and value < 1]
    return tuple(sorted(faulty, key=lambda place: (ap[place], -first[place]))[:WORST])


def needed(report: EvaluationReport, way: WayReport, places: Sequence[int]) -> tuple[Path, ...]:
    """The pictures that are shown with these questions, each once."""
    shown = {one.question: one for one in way.shown}
    paths: dict[Path, None] = {}
    for place in places:
        paths[report.truth.questions[place].example.path] = None
        paths |= dict.fromkeys(came.path for came in (*shown[place].first, *shown[place].missed))
    return tuple(paths)


def asked(report: EvaluationReport, way: WayReport, places: Sequence[int], pictures: Pictures) -> tuple[Asked, ...]:
    """The questions at these places of the ground truth."""
    return tuple(_asked(report, way, place, pictures) for place in places)


def _asked(report: EvaluationReport, way: WayReport, place: int, pictures: Pictures) -> Asked:
    question = report.truth.questions[place]
    shown = next(one for one in way.shown if one.question == place)
    first = shown.first_right
    metric = way.way.metric
    return Asked(
        name=question.name,
        group=question.group,
        facts=(
            tr("AP {0}").format(number_words(float(way.protocols[0].columns["ap"][place]))),
            tr("Nothing right came") if first is None else tr("First right one at rank {0}").format(count(first)),
        ),
        picture=_picture(question.example.path, pictures, question.example.region),
        unanswered=way.unanswered.get(place, ""),
        came=tuple(_answered(one, metric, pictures) for one in shown.first),
        missed=tuple(_answered(one, metric, pictures) for one in shown.missed),
        rest=_rest(report, place, [*shown.first, *shown.missed]),
    )


def _rest(report: EvaluationReport, place: int, shown: Sequence[Came]) -> tuple[str, ...]:
    judgement = report.truth.protocols[0].judgements[place]
    more = len(judgement.relevant) - sum(one.right for one in shown)
    sentences = [tr("%Ln right image(s) not shown", "", more)] if more > 0 else []
    if judgement.absent:
        sentences.append(tr("%Ln right picture(s) the library does not hold", "", judgement.absent))
    return tuple(sentences)


def _answered(one: Came, metric: Metric, pictures: Pictures) -> Answered:
    return Answered(
        picture=_picture(one.path, pictures),
        verdict="right" if one.right else "junk" if one.junk else "wrong",
        rank=count(one.rank),
        score=score(one.score, metric) if math.isfinite(one.score) else "",
    )


def _picture(path: Path, pictures: Pictures, region: Region | None = None) -> Picture:
    made = pictures[path]
    if isinstance(made, str):
        return Picture(path.name, str(path), reason=made)
    width, height = made.size
    uri = f"data:image/jpeg;base64,{base64.b64encode(made.data).decode('ascii')}"
    return Picture(path.name, str(path), uri, width, height, outline=_outline(region, made.full))


def _outline(region: Region | None, full: tuple[int, int]) -> Outline | None:
    """None without a region, and for one that lies outside of the picture or is all of it."""
    if region is None:
        return None
    left, top = max(region.x, 0), max(region.y, 0)
    width, height = min(region.right, full[0]) - left, min(region.bottom, full[1]) - top
    if width <= 0 or height <= 0 or region.covers(*full):
        return None
    return Outline(
        *(round(100 * part, 2) for part in (left / full[0], top / full[1], width / full[0], height / full[1]))
    )
