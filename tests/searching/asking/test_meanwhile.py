"""A search sees one state of the library, however often slots are numbered anew meanwhile."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from typing import Any

import numpy as np

from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import SearchResult, Strategy
from imsearch_gui.library.compaction import Compacted, compact
from imsearch_gui.library.library import Library
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.search import Searcher

ROUNDS = 60


def compacted(shelf: Any) -> Compacted:
    job = compact(shelf.writer, share=0.0, least=1)
    while True:
        try:
            next(job)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]


def names(result: SearchResult) -> list[str]:
    return [match.image.path.name for match in result.matches]


def test_compaction_between_the_stages_of_a_search(shelf: Any) -> None:
    """`wanted` is asked between them."""
    for colour in shelf.colours[:3]:
        shelf.forget(f"{colour}.png")
    query = shelf.query(shelf.pictures / "white.png", top=7)
    expected = shelf.searcher.search(query)
    assert len(expected.matches) == 7
    done = []

    def wanted() -> bool:
        if not done:
            done.append(compacted(shelf))
        return True

    fresh = Searcher(shelf.library, shelf.store)  # type: ignore[arg-type]
    assert fresh.search(query, wanted=wanted).matches == expected.matches
    assert done[0].vectors == 3
    assert fresh.search(query).matches == expected.matches
    assert shelf.library.vectors(shelf.spec.id).rows == 7


def test_a_graph_of_as_many_slots_is_another_one(shelf: Any) -> None:
    random = np.random.default_rng(0)

    def add(first: int, last: int) -> None:
        for number in range(first, last):
            left, right = (f"#{value:06x}" for value in random.integers(0, 1 << 24, 2))
            shelf.add(f"{number}.png", left, right)

    add(0, 60)
    list(build_graph(shelf.writer, shelf.spec.id, wanted=True))
    query = shelf.query(shelf.pictures / "40.png", top=1, strategy=Strategy.GRAPH)
    before = shelf.library.graph_record(shelf.spec.id)
    assert names(shelf.searcher.search(query)) == ["40.png"]
    for number in range(30):
        shelf.forget(f"{number}.png")
    compacted(shelf)
    add(60, 90)
    list(build_graph(shelf.writer, shelf.spec.id, wanted=True))
    after = shelf.library.graph_record(shelf.spec.id)
    assert after.rows == before.rows
    assert after.checksum != before.checksum
    found = shelf.searcher.search(query)
    assert (found.how, names(found)) == (Strategy.GRAPH, ["40.png"])


def test_a_reader_that_searches_all_the_while(shelf: Any) -> None:
    """Each round takes one image away, compacts, and puts it at the end, so that all slots behind it mean another image."""
    files = [f"{colour}.png" for colour in shelf.colours]
    away: list[str] = []
    ended = threading.Event()
    wrong: list[object] = []
    searches = []

    def read() -> None:
        turn = 0
        with Library.open(shelf.writer.folder) as library:
            searcher = Searcher(library, shelf.store)  # type: ignore[arg-type]
            while not ended.is_set():
                turn += 1
                name, began = files[turn % len(files)], max(0, len(away) - 1)
                query = shelf.query(shelf.pictures / name, metric=list(Metric)[turn % 4], top=3)
                found = names(searcher.search(query))
                # One that is just being taken away and put back may be missing.
                if name not in away[began:] and found[0] != name:
                    wrong.append((name, found))
                searches.append(name)
            searcher.close()

    reader = threading.Thread(target=caught(read, wrong))
    reader.start()
    for turn in itertools.count():
        if (turn >= ROUNDS and len(searches) >= ROUNDS) or wrong:
            break
        name = files[turn % len(files)]
        away.append(name)
        shelf.forget(name)
        assert compacted(shelf).vectors == 1
        shelf.take_in(shelf.pictures / name)
    ended.set()
    reader.join()
    assert wrong == []


def caught(work: Callable[[], None], problems: list[object]) -> Callable[[], None]:
    """An error of a thread is a problem of the test."""

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001
            problems.append(error)

    return run
