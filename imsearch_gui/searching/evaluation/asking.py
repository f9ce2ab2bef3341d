"""Questions of a ground truth are put to one searcher, and what came of them is kept for the measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from imsearch_gui.domain.errors import KnownError, PictureError, QueryError
from imsearch_gui.domain.evaluation import GroundTruth, Question, Ranking, Shown, Way
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Query, SearchResult, Strategy, Timings
from imsearch_gui.library.library import Library
from imsearch_gui.library.passing import Only
from imsearch_gui.searching.evaluation.judging import Answer, unanswered
from imsearch_gui.searching.refining.refining import unchecked_words, unread_words
from imsearch_gui.searching.search import Searcher

GRAPH_QUESTIONS = 200
"""Questions that the graph is asked, at most: its recall is then known to about two hundredths at worst."""


@dataclass(slots=True)
class Tally:
    """What came of the questions so far in one way."""

    way: Way
    rankings: list[tuple[Ranking, ...]] = field(default_factory=list)
    """Of each question: one for each protocol."""
    shown: list[Shown] = field(default_factory=list)
    timings: list[Timings] = field(default_factory=list)
    first: list[int | None] = field(default_factory=list)
    how: Counter[Strategy] = field(default_factory=Counter)
    """How the timed queries were answered."""
    found_by_graph: dict[int, list[float]] = field(default_factory=dict)
    """K -> of each question that the graph was asked, the share of the K best that it finds."""
    scanned: bool = False
    """Whether a question that the graph should have answered was answered by a scan."""
    unanswered: dict[int, str] = field(default_factory=dict)
    unchecked: int = 0
    """Questions of whose answers no geometry could be checked, although it should have been."""
    unread: int = 0
    """Images of answers whose geometry could not be checked, over all other questions."""

    @property
    def checked(self) -> bool:
        """Whether it did what its refinement says for one question at least; also where none could be asked."""
        return not self.unchecked or self.unchecked < len(self.timings)

    @property
    def graph_recall(self) -> dict[int, float]:
        """Empty where the graph did not answer."""
        return {} if self.scanned else {k: float(np.mean(shares)) for k, shares in self.found_by_graph.items()}


class Asking:
    """Puts questions to one searcher in all ways of its model."""

    def __init__(
        self,
        library: Library,
        searcher: Searcher,
        truth: GroundTruth,
        *,
        top: Sequence[int],
        shown: int,
        wanted: Callable[[], bool],
    ) -> None:
        self._searcher = searcher
        self._truth = truth
        self._top = top
        self._shown = shown
        self._wanted = wanted
        self._images = max(1, library.image_count())
        self._graphs = {model.id for model in library.models() if library.graph_record(model.id) is not None}
        count = len(truth.questions)
        evenly = np.linspace(0, count - 1, min(count, GRAPH_QUESTIONS)).round()
        self._of_graph = frozenset(evenly.astype(int).tolist())
        """Places of the questions that are put to the graph, too."""
        self._prepared: dict[int, Timings] = {}
        """Place of a question -> what decoding and encoding its picture took, which the other ways need not do again."""
        self.said: Counter[str] = Counter()
        """What searches had to say of the model -> of how many answers."""

    def every(self, tallies: Sequence[Tally]) -> Iterator[Way]:
        """Ask all questions in all ways; gives the way after each answer. Raises ModelError, LibraryError, Superseded."""
        for number in range(len(self._truth.questions)):
            for tally in tallies:
                self._ask(number, tally)
                yield tally.way

    def _ask(self, number: int, tally: Tally) -> None:
        truth, question = self._truth, self._truth.questions[number]
        query = self._query(question, tally.way)
        try:
            timed, full = self._answers(query, number)
        except (PictureError, QueryError) as error:
            self._nothing(number, tally, error)
            return
        first = truth.protocols[0].judgements[number]
        matches = _columns(full)
        answer = Answer(matches, question.image_id, truth.candidates)
        tally.rankings.append(tuple(answer.ranking(protocol.judgements[number]) for protocol in truth.protocols))
        tally.shown.append(answer.shown(number, first, self._shown))
        tally.first.append(answer.best(first))
        tally.timings.append(self._timings(number, timed.timings))
        tally.how[timed.how] += 1
        self._hear(tally, timed, full)
        if number in self._of_graph and not tally.way.refinement.any and tally.way.model_id in self._graphs:
            self._ask_graph(query, matches, tally)

    def _answers(self, query: Query, number: int) -> tuple[SearchResult, SearchResult]:
        """(as a user would ask, all images by exact scan).

        What refines an answer looks at other images than it brings, so that those that may not be found are left out of the search
        itself; of a plain answer they are as well taken out afterwards. Of geometry the timed answer is the second one: of every
        picture that it looks at the points are known then, whichever metric was asked first, and no verdict is.
        """
        full = replace(query, top=self._images, strategy=Strategy.EXACT)
        only = self._only(self._truth.questions[number]) if query.refinement.any else None
        if not query.refinement.geometry:
            timed = self._searcher.search(query, wanted=self._wanted, only=only)
            self._prepared.setdefault(number, timed.timings)
            return timed, self._searcher.search(full, wanted=self._wanted, only=only)
        everything = self._searcher.search(full, wanted=self._wanted, only=only)
        self._prepared.setdefault(number, everything.timings)
        self._searcher.forget_verdicts()
        return self._searcher.search(query, wanted=self._wanted, only=only), everything

    def _only(self, question: Question) -> Only | None:
        candidates, own = self._truth.candidates, question.image_id
        return None if candidates is None and own is None else Only(candidates, own)

    def _hear(self, tally: Tally, timed: SearchResult, full: SearchResult) -> None:
        """What the answers had to say beside their images."""
        of_geometry = {unchecked_words(), *(unread_words(result.unread) for result in (timed, full))}
        self.said.update({*timed.notices, *full.notices} - of_geometry)
        if tally.way.refinement.geometry and len(full.matches):
            if full.verified:
                tally.unread += full.unread
            else:
                tally.unchecked += 1

    def _ask_graph(self, query: Query, exact: Matches, tally: Tally) -> None:
        """How much of the best images by exact scan the graph finds; equal scores count as found."""
        try:
            found = self._searcher.search(replace(query, strategy=Strategy.GRAPH), wanted=self._wanted)
        except (PictureError, QueryError):
            return  # its picture is gone since a moment ago; the question has its answer all the same
        tally.scanned |= found.how is not Strategy.GRAPH
        for k in self._top:
            share = _share(_columns(found)[:k], exact[:k], tally.way.metric)
            tally.found_by_graph.setdefault(k, []).append(share)

    def _query(self, question: Question, way: Way) -> Query:
        return Query(
            like=(question.example,),
            model_id=way.model_id,
            metric=way.metric,
            top=min(max(self._top), self._images),
            refinement=way.refinement,
        )

    def _timings(self, number: int, timed: Timings) -> Timings:
        prepared = self._prepared[number]
        spent = timed.total - timed.decode - timed.encode
        return replace(
            timed, decode=prepared.decode, encode=prepared.encode, total=spent + prepared.decode + prepared.encode
        )

    def _nothing(self, number: int, tally: Tally, error: KnownError) -> None:
        judgements = [protocol.judgements[number] for protocol in self._truth.protocols]
        tally.rankings.append(tuple(unanswered(judgement) for judgement in judgements))
        tally.shown.append(Shown(number, (), ()))
        tally.first.append(None)
        tally.unanswered[number] = str(error)


def _columns(result: SearchResult) -> Matches:
    return result.matches if isinstance(result.matches, Matches) else Matches.of(result.matches)


def _share(found: Matches, exact: Matches, metric: Metric) -> float:
    if not len(exact):
        return 1.0
    limit = exact.scores[-1]
    good = found.scores <= limit if metric.is_distance else found.scores >= limit
    return int(np.count_nonzero(good)) / len(exact)
