"""Reports of evaluations without a library: answers are made up, and judged and measured as true ones are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PIL import Image

from imsearch_gui.domain.evaluation import (
    ApRule,
    EvaluationReport,
    GroundTruth,
    Judgement,
    Protocol,
    Question,
    TruthForm,
    Way,
    WayReport,
)
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, ImageRecord, Match, PictureInfo, Strategy, Timings
from imsearch_gui.domain.refinement import PLAIN, Refinement
from imsearch_gui.domain.region import Region
from imsearch_gui.searching.evaluation.judging import Answer, confusion, unanswered
from imsearch_gui.searching.evaluation.measuring import measured, query_times, unmeasured

NONE = np.empty(0, np.int64)
INFO = PictureInfo(64, 48, "PNG")


@dataclass(frozen=True)
class Plan:
    """What a report should be of. The models that are named first are the better ones."""

    folder: Path
    """Where the pictures lie, or would lie."""
    models: Sequence[str] = ("mobilenet-v2", "classic", "pixels")
    metrics: Sequence[Metric] = tuple(Metric)
    refinements: Sequence[Refinement] = (PLAIN,)
    classes: Sequence[str] = ("apples", "boats", "clouds", "doors", "eggs")
    each: int = 4
    """Pictures of a class."""
    form: TruthForm = TruthForm.CLASSES
    protocols: Sequence[str] = ("",)
    """With more than one: every further one takes one of the relevant pictures for junk."""
    junk: int = 0
    """Relevant pictures of each question that every protocol takes for junk."""
    unchecked: Sequence[int] = ()
    """Ways whose geometry could not be checked."""
    taken_from: int = 0
    names: Sequence[str] = ()
    """Of the first pictures, in place of 0.png, 1.png ..."""
    noise: float = 0.08
    """Of the scores of the best way; what is right scores 0.3 more than what is not."""
    top: tuple[int, ...] = (1, 5, 10)
    shown: int = 10
    regions: bool = False
    absent: int = 0
    """Relevant pictures of the first question that the library lacks."""
    unreadable: Sequence[int] = ()
    """Questions that cannot be asked."""
    lonely: bool = False
    """The last question has nothing relevant."""
    graph: bool = False
    drawn: bool = False
    """The pictures are there."""
    notices: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def make_report(plan: Plan) -> EvaluationReport:
    """The same plan makes the same report."""
    truth = _truth(plan)
    groups = tuple(sorted(plan.classes))
    if plan.drawn:
        _draw(truth)
    ways = [
        Way(model, metric, refinement)
        for model in plan.models
        for metric in plan.metrics
        for refinement in plan.refinements
    ]
    return EvaluationReport(
        library=plan.folder.parent / "library",
        library_name="Test pictures",
        images=len(truth.questions),
        truth=truth,
        groups=groups,
        ways=tuple(
            _without_figures(one) if place in plan.unchecked else one
            for place, one in enumerate(_way(plan, truth, way, at / len(ways)) for at, way in enumerate(ways))
        ),
        top=plan.top,
        when=datetime(2026, 3, 4, 15, 6, tzinfo=UTC),
        seconds=12.5,
        machine="Linux x86_64, 2 cores",
        notices=plan.notices,
        titles=plan.titles,
    )


def _truth(plan: Plan) -> GroundTruth:
    of = [group for group in plan.classes for _ in range(plan.each)]
    names = [*plan.names, *(f"{number}.png" for number in range(len(plan.names), len(of)))]
    region = Region(16, 12, 32, 24) if plan.regions else None
    questions = tuple(
        Question(name, FileExample(plan.folder / name, region), group, number + 1)
        for number, (name, group) in enumerate(zip(names, of, strict=True))
    )
    return GroundTruth(
        plan.form,
        plan.folder,
        questions,
        tuple(Protocol(name, _judgements(plan, of, place)) for place, name in enumerate(plan.protocols)),
        {question.image_id: question.group for question in questions if question.image_id is not None},
        ApRule.TRAPEZOIDS if len(plan.protocols) > 1 else ApRule.STEPS,
        notices=plan.notices,
        taken_from=plan.taken_from,
    )


def _without_figures(way: WayReport) -> WayReport:
    return replace(way, protocols=tuple(map(unmeasured, way.protocols)), confusion=None, checked=False)


def _judgements(plan: Plan, of: Sequence[str], junk: int) -> tuple[Judgement, ...]:
    judgements = []
    for number, group in enumerate(of):
        kin = np.array([other + 1 for other, its in enumerate(of) if its == group and other != number], np.int64)
        judgements.append(
            Judgement(kin[junk + plan.junk :], kin[: junk + plan.junk], absent=plan.absent if number == 0 else 0)
        )
    if plan.lonely:
        judgements[-1] = Judgement(NONE, NONE)
    return tuple(judgements)


def _way(plan: Plan, truth: GroundTruth, way: Way, badness: float) -> WayReport:
    random = np.random.default_rng(7)
    images = [
        ImageRecord(number + 1, question.example.path, 1000, 1, INFO) for number, question in enumerate(truth.questions)
    ]
    rankings, shown, first = [], [], []
    for number, question in enumerate(truth.questions):
        judgements = [protocol.judgements[number] for protocol in truth.protocols]
        alike = np.array([question.group == other.group for other in truth.questions])
        scores = 0.4 + 0.3 * alike + (plan.noise + 0.3 * badness) * random.normal(size=len(images))
        answer = _answer(images, scores, question)
        if number in plan.unreadable:
            answer = Answer(Matches.of([]), None, None)
            rankings.append([unanswered(judgement) for judgement in judgements])
        else:
            rankings.append([answer.ranking(judgement) for judgement in judgements])
        shown.append(answer.shown(number, judgements[0], plan.shown))
        first.append(answer.best(judgements[0]))
    pairs = [
        (question.group, None if best is None else truth.group_of.get(best))
        for question, best in zip(truth.questions, first, strict=True)
    ]
    return WayReport(
        way=way,
        protocols=tuple(
            measured(truth.questions, [row[place] for row in rankings], top=plan.top, rule=truth.rule, form=truth.form)
            for place in range(len(truth.protocols))
        ),
        times=query_times([Timings(8.0, 20.0, 0.5 + badness, 29.0 + badness, 0.0)] * len(images)),
        how=Strategy.GRAPH if plan.graph else Strategy.EXACT,
        graph_recall=dict.fromkeys(plan.top, 0.97) if plan.graph else {},
        confusion=confusion(pairs, sorted(plan.classes)),
        shown=tuple(shown),
        unanswered=dict.fromkeys(plan.unreadable, "truncated JPEG file"),
    )


def _answer(
    images: Sequence[ImageRecord], scores: np.ndarray[tuple[int], np.dtype[np.float64]], question: Question
) -> Answer:
    order = np.argsort(-scores, kind="stable").tolist()
    matches = [Match(rank + 1, images[place], float(scores[place])) for rank, place in enumerate(order)]
    return Answer(Matches.of(matches), question.image_id, None)


def _draw(truth: GroundTruth) -> None:
    colours = {group: number for number, group in enumerate(dict.fromkeys(q.group for q in truth.questions))}
    for number, question in enumerate(truth.questions):
        path = question.example.path
        path.parent.mkdir(parents=True, exist_ok=True)
        colour = (40 + 200 * colours[question.group] // len(colours), 90, 30 + 200 * number // len(truth.questions))
        Image.new("RGB", (INFO.width, INFO.height), colour).save(path)


def without_classes(report: EvaluationReport) -> EvaluationReport:
    """The same of a ground truth whose images have no class."""
    truth = replace(
        report.truth, questions=tuple(replace(question, group="") for question in report.truth.questions), group_of={}
    )
    ways = tuple(
        replace(way, confusion=None, protocols=tuple(replace(one, by_group={}) for one in way.protocols))
        for way in report.ways
    )
    return replace(report, truth=truth, groups=(), ways=ways)
