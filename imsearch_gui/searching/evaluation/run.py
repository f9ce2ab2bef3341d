"""Every question of a ground truth is put to a library in several ways.

Models come one after the other, so that only one is in memory; within a model each question is asked in all ways before the next,
so that its picture is decoded and encoded once. Every question is asked twice in each way: once as a user would ask it, which is
what is timed, and once for the exact ranking of all images, which is what is measured: measures of a graph's answer would mix how
good a model is with how well the graph finds. That is measured by itself (`WayReport.graph_recall`).
"""

from __future__ import annotations

import os
import platform
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import perf_counter

import numpy as np

from imsearch_gui.domain.errors import KnownError, ModelError, PictureError, QueryError
from imsearch_gui.domain.evaluation import (
    EvaluationProgress,
    EvaluationReport,
    GroundTruth,
    Question,
    Ranking,
    Shown,
    Way,
    WayReport,
)
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Query, SearchResult, Strategy, Timings
from imsearch_gui.domain.refinement import PLAIN, Refinement
from imsearch_gui.encoding.providers import AUTOMATIC
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding
from imsearch_gui.library.care import name_of
from imsearch_gui.library.library import Library
from imsearch_gui.searching.evaluation.judging import Answer, confusion, unanswered
from imsearch_gui.searching.evaluation.measuring import measured, query_times
from imsearch_gui.searching.search import Searcher

GRAPH_QUESTIONS = 200
"""Questions that the graph is asked, at most: its recall is then known to about two hundredths at worst."""

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
) -> Run:
    """Ask and measure. Each `yield` is a place to stop; the report is what the generator returns.

    `top` are the K of the measures, `shown` the images that are kept of each answer. A question whose picture cannot be read counts
    as one to which nothing came; a model that cannot be used leaves its ways out, with a notice. Raises QueryError where there is
    nothing to ask or no way is left, LibraryError.
    """
    if not truth.questions:
        raise QueryError(tr("The ground truth asks nothing of this library: choose one that names its pictures."))
    began = perf_counter()
    reports: list[WayReport] = []
    notices: list[str] = []
    of_model: dict[str, list[Way]] = {}
    for way in ways:
        of_model.setdefault(way.model_id, []).append(way)
    done = 0
    for model, some in of_model.items():
        tallies = [_Tally(way) for way in some]
        asked = 0
        with closing(Searcher(library, store, provider, decoding=decoding)) as searcher:
            asking = _Asking(library, searcher, truth, top=max(top), shown=shown)
            try:
                searcher.warm(model)
                for way in asking.every(tallies):
                    asked += 1
                    yield EvaluationProgress(
                        done + asked, len(ways) * len(truth.questions), way, perf_counter() - began
                    )
                reports += [_report(truth, tally, top, asking.graph_recall(tally, top)) for tally in tallies]
            except (ModelError, QueryError) as error:
                notices.append(str(error))
        done += len(some) * len(truth.questions)
    if not reports:
        raise QueryError(notices[0] if notices else tr("There is no way to answer: choose a model and a metric."))
    return EvaluationReport(
        library=library.folder,
        library_name=name_of(library),
        images=library.image_count(),
        truth=truth,
        groups=_groups(truth),
        ways=tuple(reports),
        top=tuple(sorted(top)),
        when=datetime.now().astimezone(),
        seconds=perf_counter() - began,
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        notices=tuple(notices),
    )


@dataclass(slots=True)
class _Tally:
    """What came of the questions so far in one way."""

    way: Way
    rankings: list[tuple[Ranking, ...]] = field(default_factory=list)
    """Of each question: one for each protocol."""
    shown: list[Shown] = field(default_factory=list)
    timings: list[Timings] = field(default_factory=list)
    first: list[int | None] = field(default_factory=list)
    exact: list[Matches | None] = field(default_factory=list)
    """The best images of each question by exact scan; None where it could not be asked."""
    how: Strategy = Strategy.EXACT
    unanswered: dict[int, str] = field(default_factory=dict)


class _Asking:
    """Puts questions to one searcher."""

    def __init__(self, library: Library, searcher: Searcher, truth: GroundTruth, *, top: int, shown: int) -> None:
        self._library = library
        self._searcher = searcher
        self._truth = truth
        self._top = top
        self._shown = shown
        self._images = max(1, library.image_count())
        self._prepared: dict[int, Timings] = {}
        """Place of a question -> what decoding and encoding its picture took, which the other ways need not do again."""

    def every(self, tallies: Sequence[_Tally]) -> Iterator[Way]:
        """Ask all questions in all ways; gives the way after each answer. Raises ModelError, LibraryError."""
        for number in range(len(self._truth.questions)):
            for tally in tallies:
                self._ask(number, tally)
                yield tally.way

    def _ask(self, number: int, tally: _Tally) -> None:
        truth, question = self._truth, self._truth.questions[number]
        query = self._query(question, tally.way)
        try:
            timed = self._searcher.search(query)
            full = self._searcher.search(replace(query, top=self._images, strategy=Strategy.EXACT))
        except (PictureError, QueryError) as error:
            self._nothing(number, tally, error)
            return
        first = truth.protocols[0].judgements[number]
        matches = _columns(full)
        answer = Answer(matches, question.image_id, truth.candidates)
        tally.rankings.append(tuple(answer.ranking(protocol.judgements[number]) for protocol in truth.protocols))
        tally.shown.append(answer.shown(number, first, self._shown))
        tally.first.append(answer.best(first))
        tally.exact.append(matches[: self._top])
        tally.timings.append(self._timings(number, timed.timings))
        tally.how = timed.how

    def graph_recall(self, tally: _Tally, top: Sequence[int]) -> dict[int, float]:
        """K -> share of the K best by exact scan that the graph finds; equal scores count as found. Empty without a graph."""
        if tally.way.refinement.any or self._library.graph_record(tally.way.model_id) is None:
            return {}
        shares: dict[int, list[float]] = {k: [] for k in top}
        for number, exact in list(enumerate(tally.exact))[:GRAPH_QUESTIONS]:
            if exact is None:
                continue
            query = self._query(self._truth.questions[number], tally.way)
            found = self._searcher.search(replace(query, strategy=Strategy.GRAPH))
            if found.how is not Strategy.GRAPH:
                return {}
            for k in top:
                shares[k].append(_share(_columns(found)[:k], exact[:k], tally.way.metric))
        return {k: float(np.mean(values)) for k, values in shares.items() if values}

    def _query(self, question: Question, way: Way) -> Query:
        return Query(
            like=(question.example,),
            model_id=way.model_id,
            metric=way.metric,
            top=min(self._top, self._images),
            refinement=way.refinement,
        )

    def _timings(self, number: int, timed: Timings) -> Timings:
        prepared = self._prepared.setdefault(number, timed)
        spent = timed.total - timed.decode - timed.encode
        return replace(
            timed, decode=prepared.decode, encode=prepared.encode, total=spent + prepared.decode + prepared.encode
        )

    def _nothing(self, number: int, tally: _Tally, error: KnownError) -> None:
        judgements = [protocol.judgements[number] for protocol in self._truth.protocols]
        tally.rankings.append(tuple(unanswered(judgement) for judgement in judgements))
        tally.shown.append(Shown(number, (), ()))
        tally.first.append(None)
        tally.exact.append(None)
        tally.unanswered[number] = str(error)


def _columns(result: SearchResult) -> Matches:
    return result.matches if isinstance(result.matches, Matches) else Matches.of(result.matches)


def _share(found: Matches, exact: Matches, metric: Metric) -> float:
    if not len(exact):
        return 1.0
    limit = exact.scores[-1]
    good = found.scores <= limit if metric.is_distance else found.scores >= limit
    return int(np.count_nonzero(good)) / len(exact)


def _groups(truth: GroundTruth) -> tuple[str, ...]:
    asked = {question.group for question in truth.questions}
    groups = asked | set(truth.group_of.values())
    return () if "" in asked or not truth.group_of or len(groups) > MOST_GROUPS else tuple(sorted(groups))


def _report(truth: GroundTruth, tally: _Tally, top: Sequence[int], recall: dict[int, float]) -> WayReport:
    groups = _groups(truth)
    pairs = [
        (question.group, None if first is None else truth.group_of.get(first))
        for question, first in zip(truth.questions, tally.first, strict=True)
    ]
    return WayReport(
        way=tally.way,
        protocols=tuple(
            measured(
                truth.questions,
                [rankings[number] for rankings in tally.rankings],
                top=sorted(top),
                rule=truth.rule,
                form=truth.form,
            )
            for number in range(len(truth.protocols))
        ),
        times=query_times(tally.timings),
        how=tally.how,
        graph_recall=recall,
        confusion=confusion(pairs, groups) if groups else None,
        shown=tuple(tally.shown),
        unanswered=tally.unanswered,
    )
