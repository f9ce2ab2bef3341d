"""Every question of a ground truth is put to a library in several ways.

Models come one after the other, so that only one is in memory; within a model each question is asked in all ways before the next,
so that its picture is decoded and encoded once. Every question is asked twice in each way: once as a user would ask it, which is
what is timed, and once for the exact ranking of all images, which is what is measured: measures of a graph's answer would mix how
good a model is with how well the graph finds. That is measured by itself (`WayReport.graph_recall`).
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from time import perf_counter

from imsearch_gui.domain.errors import ModelError, QueryError
from imsearch_gui.domain.evaluation import (
    EvaluationProgress,
    EvaluationReport,
    EvaluationStage,
    GroundTruth,
    Held,
    Measured,
    Way,
    WayReport,
)
from imsearch_gui.domain.evaluation_form import way_name
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Strategy
from imsearch_gui.domain.refinement import PLAIN, Refinement
from imsearch_gui.domain.wording import count
from imsearch_gui.encoding.guard import always
from imsearch_gui.encoding.providers import AUTOMATIC
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding
from imsearch_gui.library.answers import Answers
from imsearch_gui.library.care import name_of
from imsearch_gui.library.library import Library
from imsearch_gui.library.passing import Only
from imsearch_gui.searching.evaluation.asking import Asking, Tally
from imsearch_gui.searching.evaluation.judging import confusion
from imsearch_gui.searching.evaluation.measuring import measured, query_times, unmeasured
from imsearch_gui.searching.search import Searcher

MOST_GROUPS = 200
"""Classes of which it is told which are taken for which: nobody looks at a larger table, and UKBench would take 50 MB a way."""

Run = Generator[EvaluationProgress, None, EvaluationReport]


def ways_of(
    library: Library,
    models: Sequence[str] | None = None,
    metrics: Sequence[Metric] | None = None,
    refinements: Sequence[Refinement] = (PLAIN,),
) -> tuple[Way, ...]:
    """All models of the library with all metrics, or those that are named, in each refinement.

    Raises QueryError for a model that the library does not know.
    """
    known = [model.id for model in library.models()]
    for model in models or ():
        if model not in known:
            sentence = tr("This library was not indexed with the model {0!r}: it knows {1}.")
            raise QueryError(sentence.format(model, ", ".join(known)))
    return tuple(
        Way(model, metric, refinement)
        for model in dict.fromkeys(models or known)
        for metric in dict.fromkeys(metrics or Metric)
        for refinement in dict.fromkeys(refinements)
    )


def holdings(library: Library, models: Sequence[str], truth: GroundTruth) -> dict[str, Held]:
    """Of each model of the library, how many of the images that may be found it holds vectors of. Raises LibraryError."""
    if truth.candidates is None:
        images = library.image_count()
        return {model: Held(library.searchable_count(model), images) for model in models}
    answers, only = Answers(library), Only(truth.candidates)

    def count_of(model: str) -> int:
        return library.steady(lambda: answers.narrowed(model, library.vectors(model).rows, None, only).count)

    return {model: Held(count_of(model), len(truth.candidates)) for model in models}


def evaluate(
    library: Library,
    store: ModelStore,
    truth: GroundTruth,
    ways: Sequence[Way],
    *,
    top: Sequence[int] = (1, 5, 10),
    shown: int = 10,
    provider: str = AUTOMATIC,
    decoding: Decoding = IN_PROCESS,
    wanted: Callable[[], bool] = always,
) -> Run:
    """Ask and measure. Each `yield` is a place to stop; the report is what the generator returns.

    `top` are the K of the measures, `shown` the images that are kept of each answer. A question whose picture cannot be read counts
    as one to which nothing came; a model that cannot be used leaves its ways out, with a notice. Raises QueryError where there is
    nothing to ask or no way is left, LibraryError; Superseded within a question once `wanted` says no.
    """
    if not truth.questions:
        raise QueryError(tr("The ground truth asks nothing of this library: choose one that names its pictures."))
    began = perf_counter()
    of_model: dict[str, list[Way]] = {}
    for way in ways:
        of_model.setdefault(way.model_id, []).append(way)
    found = _Found(tuple(sorted(top)), len(ways) * len(truth.questions), began)
    for model, some in of_model.items():
        with closing(Searcher(library, store, provider, decoding=decoding)) as searcher:
            asking = Asking(library, searcher, truth, top=found.top, shown=shown, wanted=wanted)
            try:
                searcher.warm(model)
                yield from _asked(truth, asking, [Tally(way) for way in some], found)
            except (ModelError, QueryError) as error:
                found.notices.append(str(error))
        found.done += len(some) * len(truth.questions)
    if not found.reports:
        raise QueryError(
            found.notices[0] if found.notices else tr("There is no way to answer: choose a model and a metric.")
        )
    asked = list(dict.fromkeys(report.way.model_id for report in found.reports))
    return EvaluationReport(
        library=library.folder,
        library_name=name_of(library),
        images=library.image_count(),
        truth=truth,
        groups=_groups(truth),
        ways=tuple(found.reports),
        top=found.top,
        when=datetime.now().astimezone(),
        seconds=perf_counter() - began,
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        notices=tuple(found.notices),
        held=holdings(library, asked, truth),
        titles={model.id: model.title for model in library.models() if model.id in asked},
    )


@dataclass(slots=True)
class _Found:
    """What came of the models so far."""

    top: tuple[int, ...]
    total: int
    """Answers, all models together."""
    began: float
    done: int = 0
    """Answers of the models before."""
    reports: list[WayReport] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def asked(self, answers: int, way: Way) -> EvaluationProgress:
        return EvaluationProgress(self.done + answers, self.total, way, perf_counter() - self.began)

    def counted(self, done: int, total: int, way: Way) -> EvaluationProgress:
        return EvaluationProgress(done, total, way, perf_counter() - self.began, EvaluationStage.MEASURING)


def _asked(
    truth: GroundTruth, asking: Asking, tallies: Sequence[Tally], found: _Found
) -> Generator[EvaluationProgress, None, None]:
    """All questions in the ways of one model, and what is measured of the answers."""
    for answers, way in enumerate(asking.every(tallies), 1):
        yield found.asked(answers, way)
    protocols, reports = len(truth.protocols), []
    for done, tally in enumerate(tallies):
        parts = []
        for place in range(protocols):
            yield found.counted(done * protocols + place, len(tallies) * protocols, tally.way)
            parts.append(_measured(truth, tally, place, found.top))
        reports.append(_report(truth, tally, tuple(parts)))
    found.reports += reports
    model = tallies[0].way.model_id
    sentence = tr("{0}: {1} ({2})", "a model, what it had to say, and of how many answers")
    for said, answers in asking.said.items():
        found.notices.append(sentence.format(model, said, tr("%Ln answer(s)", "", answers)))
    found.notices += [said for tally in tallies for said in _of_geometry(tally)]


def _of_geometry(tally: Tally) -> Iterator[str]:
    """What of the geometry could not be checked."""
    name, asked = way_name(tally.way), len(tally.timings)
    if tally.unchecked:
        sentence = tr(
            "{0}: the geometry of {1} of %Ln answer(s) was not checked, since pictures cannot be read.", "", asked
        )
        yield sentence.format(name, count(tally.unchecked))
    if tally.unread:
        sentence = tr(
            "{0}: the geometry of %Ln found image(s) was not checked, since files cannot be read.", "", tally.unread
        )
        yield sentence.format(name)


def _groups(truth: GroundTruth) -> tuple[str, ...]:
    asked = {question.group for question in truth.questions}
    groups = asked | set(truth.group_of.values())
    return () if "" in asked or not truth.group_of or len(groups) > MOST_GROUPS else tuple(sorted(groups))


def _measured(truth: GroundTruth, tally: Tally, protocol: int, top: Sequence[int]) -> Measured:
    found = measured(
        truth.questions,
        [rankings[protocol] for rankings in tally.rankings],
        top=top,
        rule=truth.rule,
        form=truth.form,
        unanswered=tally.unanswered,
    )
    return found if tally.checked else unmeasured(found)


def _report(truth: GroundTruth, tally: Tally, protocols: tuple[Measured, ...]) -> WayReport:
    groups = _groups(truth) if tally.checked else ()
    pairs = [
        (question.group, None if first is None else truth.group_of.get(first))
        for question, first in zip(truth.questions, tally.first, strict=True)
    ]
    return WayReport(
        way=tally.way,
        protocols=protocols,
        times=query_times(tally.timings),
        how=tally.how.most_common(1)[0][0] if tally.how else Strategy.EXACT,
        graph_recall=tally.graph_recall,
        confusion=confusion(pairs, groups) if groups else None,
        shown=tuple(tally.shown),
        unanswered=tally.unanswered,
        checked=tally.checked,
    )
