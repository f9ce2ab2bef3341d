"""Searching among the images that pass a filter, by scan and by graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from imsearch_gui.domain.filters import Apart, Filters
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.metrics import Matrix, Metric, best_first, scores
from imsearch_gui.domain.records import FileExample, PictureInfo, Query, SearchResult, Strategy
from imsearch_gui.library import answers
from imsearch_gui.library.library import Library
from imsearch_gui.searching import candidates, planner
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.search import Searcher

FOLDERS = 10
MODEL = "test"


class Desk:
    """A library of vectors in folders 0 to 9, slot after slot, and what searches in it."""

    def __init__(self, filled: Any, vectors: Matrix) -> None:
        self.filled, self.vectors = filled, vectors
        self.pictures: Path = filled.writer.root_paths()[0][1]
        self.library = Library.open(filled.writer.folder)
        # No model is asked: the vectors of all examples are in the library.
        self.searcher = Searcher(self.library, None)  # type: ignore[arg-type]

    def folder(self, *numbers: int) -> tuple[Path, ...]:
        return tuple(self.pictures / str(number) for number in numbers)

    def ask(self, slot: int, filters: Filters, **changes: Any) -> SearchResult:
        path = self.pictures / name_of(slot)
        return self.searcher.search(Query((FileExample(path),), MODEL, filters=filters, **changes))

    def expected(self, slot: int, metric: Metric, top: int, passes: Callable[[int], bool]) -> list[int]:
        slots = np.array([other for other in range(len(self.vectors)) if passes(other)])
        view = self.library.vectors(MODEL)
        order = best_first(scores(view.exact(np.array([slot]))[0], view.exact(slots), metric), metric)
        return [int(one) for one in slots[order[:top]]]


def name_of(slot: int) -> str:
    return f"{slot % FOLDERS}/{slot:06}.jpg"


def slots_of(result: SearchResult) -> list[int]:
    return [int(match.image.path.stem) for match in result.matches]


@pytest.fixture
def desk(library_of: Callable[[Matrix], Any], clustered: Callable[..., Matrix]) -> Iterator[Desk]:
    filled = library_of(np.zeros((0, 24), np.float32))
    vectors = clustered(3_000, 24)
    filled.add(vectors, name_of)
    desk = Desk(filled, vectors)
    yield desk
    desk.searcher.close()
    desk.library.close()


@pytest.mark.parametrize("metric", list(Metric))
@pytest.mark.parametrize("folders", [(3,), (1, 2, 3, 4, 5), tuple(range(9))])
def test_the_scan_finds_the_best_of_those_that_pass(desk: Desk, metric: Metric, folders: tuple[int, ...]) -> None:
    filters = Filters(folders=desk.folder(*folders))
    result = desk.ask(17, filters, metric=metric, top=40)
    assert slots_of(result) == desk.expected(17, metric, 40, lambda slot: slot % FOLDERS in folders)
    assert result.library_size == 300 * len(folders)
    everything = desk.ask(17, filters, metric=metric, top=5_000)
    assert len(everything.matches) == 300 * len(folders)


@pytest.mark.parametrize("folders", [(3,), (1, 2, 3, 4, 5), tuple(range(9))])
def test_the_graph_is_asked_for_more_where_fewer_pass(desk: Desk, folders: tuple[int, ...]) -> None:
    list(build_graph(desk.filled.writer, MODEL, wanted=True))
    filters = Filters(folders=desk.folder(*folders))
    ways, found, wanted = set(), 0, 0
    for slot in range(0, 200, 10):
        result = desk.ask(slot, filters, strategy=Strategy.GRAPH, top=5)
        ways.add(result.how)
        truth = desk.expected(slot, Metric.COSINE, 5, lambda other: other % FOLDERS in folders)
        found, wanted = found + len(set(slots_of(result)) & set(truth)), wanted + len(truth)
    assert found >= 0.98 * wanted


def test_the_graph_is_taken_where_most_pass(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (planner, candidates):
        monkeypatch.setattr(module, "MOST_SHARE", 0.9)
    list(build_graph(desk.filled.writer, MODEL, wanted=True))
    result = desk.ask(17, Filters(folders=desk.folder(*range(9))), strategy=Strategy.GRAPH, top=5)
    assert result.how is Strategy.GRAPH
    assert len(result.matches) == 5


def test_what_passes_far_from_the_query_is_scanned(desk: Desk) -> None:
    """The graph's candidates are all near the query, and none of them passes."""
    far = desk.vectors[:200] - np.float32(40)
    desk.filled.add(far, lambda slot: f"far/{slot:06}.jpg")
    list(build_graph(desk.filled.writer, MODEL, wanted=True))
    result = desk.ask(17, Filters(folders=(desk.pictures / "far",)), strategy=Strategy.GRAPH, top=50)
    assert result.how is Strategy.EXACT
    assert len(result.matches) == 50


def test_a_few_near_ones_are_not_taken_for_all_that_pass(desk: Desk) -> None:
    """Three that pass lie near the query, the others far from it: the graph shows the three, and cannot know of better ones."""
    list(build_graph(desk.filled.writer, MODEL, wanted=True))
    graph, view = desk.library.open_graph(MODEL), desk.library.vectors(MODEL)
    assert graph is not None
    query = view.vector(17)
    ranked = best_first(scores(query, view.exact(slice(None)), Metric.COSINE), Metric.COSINE)
    live = np.zeros(view.rows, np.bool_)
    live[ranked[:3]] = live[ranked[-1_000:]] = True
    narrowed = replace(view, live=live)
    found = candidates.top_by_graph(graph, narrowed, query, Metric.COSINE, 3, candidates=50)
    assert found is not None
    assert candidates.top_by_graph(graph, narrowed, query, Metric.COSINE, 3, candidates=50, all_of_them=True) is None


def test_nothing_passes(desk: Desk) -> None:
    result = desk.ask(17, Filters(formats=("PNG",)))
    assert (len(result.matches), result.library_size) == (0, 0)


def test_a_copy_stands_in_where_its_twin_may_not_appear(desk: Desk) -> None:
    desk.filled.copy(17, "3/twin.jpg")
    names = [match.image.path.name for match in desk.ask(17, Filters(folders=desk.folder(3)), top=2).matches]
    assert names[0] == "twin.jpg"
    both = [match.image.path.name for match in desk.ask(17, Filters(), top=2).matches]
    assert both == ["000017.jpg", "twin.jpg"]


def test_other_folders_than_that_of_any_picture_asked_with(desk: Desk) -> None:
    apart = Filters(apart=Apart.OTHER_FOLDERS)
    result = desk.ask(17, apart, top=3_000)
    assert {slot % FOLDERS for slot in slots_of(result)} == set(range(FOLDERS)) - {7}
    assert result.library_size == 2_700
    query = replace(result.query, unlike=(FileExample(desk.pictures / name_of(4)),))
    both = desk.searcher.search(query)
    assert {slot % FOLDERS for slot in slots_of(both)} == set(range(FOLDERS)) - {7, 4}


def test_of_a_burst_only_the_best_stays_and_others_move_up(desk: Desk) -> None:
    """All without a date were written in one second, so each folder is a burst; dated ones stand by themselves."""
    result = desk.ask(17, Filters(apart=Apart.ONE_A_BURST), top=8)
    ranked = desk.expected(17, Metric.COSINE, 3_000, lambda slot: True)
    firsts = [next(slot for slot in ranked if slot % FOLDERS == folder) for folder in range(FOLDERS)]
    assert slots_of(result) == sorted(firsts, key=ranked.index)[:8]
    assert [match.rank for match in result.matches] == list(range(1, 9))
    assert result.library_size == 3_000
    for number in range(5):
        info = PictureInfo(640, 480, "JPEG", f"2024-05-01T10:00:{number * 10:02}")
        desk.filled.add(desk.vectors[17:18] * np.float32(2 + number), lambda slot: f"dated/{slot}.jpg", info)
    again = desk.ask(17, Filters(apart=Apart.ONE_A_BURST), top=50)
    assert len(again.matches) == FOLDERS + 5


def test_a_filter_goes_with_one_a_burst(desk: Desk) -> None:
    result = desk.ask(17, Filters(folders=desk.folder(2, 5), apart=Apart.ONE_A_BURST))
    assert [slot % FOLDERS for slot in slots_of(result)] in ([2, 5], [5, 2])
    assert result.library_size == 600


def test_what_is_committed_while_a_filter_is_on_is_found(desk: Desk) -> None:
    filters = Filters(folders=desk.folder(3))
    before = desk.ask(17, filters, top=1)
    desk.filled.add(desk.vectors[17:18], lambda slot: "3/closer.jpg")
    after = desk.ask(17, filters, top=1)
    assert after.matches[0].image.path.name == "closer.jpg"
    assert after.library_size == before.library_size + 1


@pytest.mark.parametrize("filters", [Filters(), Filters(shortest_side=480)])
def test_large_answers_are_the_small_ones_continued(
    desk: Desk, filters: Filters, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made from the columns of the library, or from a few rows of the catalog."""
    desk.filled.copy(17, "3/twin.jpg")
    desk.filled.remove([5, 1_001])
    with desk.filled.writer.changing() as connection:
        connection.execute("INSERT INTO label VALUES (18, 'sea')")
        connection.execute("INSERT INTO mark VALUES (18, 3, 4)")
    small = desk.ask(17, filters, top=4_000)
    monkeypatch.setattr(answers, "FEW", 0)
    large = desk.ask(17, filters, top=4_000)
    assert len(large.matches) == 2_999
    assert large.matches == small.matches
    assert tuple(large.matches) == tuple(small.matches)
    assert large.matches[0].image.marks == small.matches[1].image.marks == Marks(("sea",), 3, 4)
