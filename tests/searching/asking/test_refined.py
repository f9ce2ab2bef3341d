"""Answers that are refined: expansion, shared neighbours, geometry, and all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from imsearch_gui.domain.filters import Apart, Filters
from imsearch_gui.domain.metrics import Metric, scores
from imsearch_gui.domain.records import PixelsExample, Query, Strategy, TextExample
from imsearch_gui.domain.refinement import PLAIN, Expansion, Refinement
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging import geometry
from imsearch_gui.imaging.decoding import InProcess
from imsearch_gui.library.library import Library
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.refining import expansion, geometric, reciprocal
from imsearch_gui.searching.search import Searcher, Superseded

GEOMETRY = Refinement(geometry=True)
EVERYTHING = Refinement(Expansion.ALPHA, reciprocal=True, geometry=True)
KINDS = [
    Refinement(Expansion.AVERAGE),
    Refinement(Expansion.ALPHA),
    Refinement(reciprocal=True),
    GEOMETRY,
    EVERYTHING,
]


def names(result: Any) -> list[str]:
    return [match.image.path.name for match in result.matches]


def scene(seed: int, tint: str) -> Image.Image:
    """Something with corners, of one colour on the whole."""
    random = np.random.default_rng(seed)
    image = Image.new("RGB", (320, 240), "gray")
    draw = ImageDraw.Draw(image)
    for _ in range(120):
        x, y, w, h = random.integers(0, 300), random.integers(0, 220), *random.integers(6, 50, 2)
        draw.rectangle((x, y, x + w, y + h), fill=tuple(int(value) for value in random.integers(0, 256, 3)))
    return Image.blend(image.filter(ImageFilter.GaussianBlur(0.7)), Image.new("RGB", image.size, tint), 0.5)


class Counting(InProcess):
    """Counts what is decoded, by the function."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        self.asked.append(work.__name__)
        return work(*arguments, **named)


@pytest.fixture
def scenes(shelf: Any) -> Iterator[Any]:
    """Three scenes in blue; one of them in red, too, and turned a little. The searcher counts what it decodes."""
    for seed in (1, 2, 3):
        path = shelf.pictures / f"scene{seed}.png"
        scene(seed, "blue").save(path)
        shelf.take_in(path)
    path = shelf.pictures / "found.png"
    scene(1, "red").rotate(4).save(path)
    shelf.take_in(path)
    shelf.searcher.close()
    shelf.decoding = Counting()
    shelf.searcher = Searcher(shelf.library, shelf.store, decoding=shelf.decoding)
    yield shelf


# -- all of them ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("refinement", KINDS)
@pytest.mark.parametrize("metric", list(Metric))
def test_each_answers_with_the_scores_of_the_metric(scenes: Any, refinement: Refinement, metric: Metric) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", metric=metric, top=20, refinement=refinement)
    result = scenes.searcher.search(query)
    plain = scenes.searcher.search(replace(query, refinement=PLAIN))
    assert sorted(names(result)) == sorted(names(plain))
    assert [match.rank for match in result.matches] == list(range(1, len(plain.matches) + 1))
    assert result.how is Strategy.EXACT
    assert result.timings.refine > 0
    assert result.timings.search >= 0
    if refinement.expansion is Expansion.NONE:
        score_of = {match.image.id: match.score for match in plain.matches}
        assert {match.image.id: match.score for match in result.matches} == score_of
    rest = [match.score for match in result.matches[result.reordered :]]
    assert rest == sorted(rest, reverse=not metric.is_distance)
    assert (result.reordered > 0) == refinement.reorders


def test_plain_answers_are_as_ever_and_nothing_is_done_for_them(scenes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", top=5)

    def forbidden(*_: Any) -> None:
        raise AssertionError

    for module, name in (
        (expansion, "expanded"),
        (reciprocal, "reranked"),
        (geometric.Geometry, "check"),
    ):
        monkeypatch.setattr(module, name, forbidden)
    result = scenes.searcher.search(query)
    assert (result.reordered, result.verified, result.timings.refine) == (0, {}, 0.0)


@pytest.mark.parametrize("refinement", KINDS)
def test_filters_hold(scenes: Any, refinement: Refinement) -> None:
    elsewhere = scenes.pictures / "below"
    elsewhere.mkdir()
    for name in ("red", "blue"):
        scenes.add(f"below/{name}.png", name, "pink")
    query = scenes.query(scenes.pictures / "scene1.png", refinement=refinement, filters=Filters(folders=(elsewhere,)))
    result = scenes.searcher.search(query)
    assert sorted(names(result)) == ["blue.png", "red.png"]
    assert result.library_size == 2


@pytest.mark.parametrize("refinement", KINDS)
def test_words_may_be_refined(shelf: Any, words: Any, refinement: Refinement) -> None:
    result = shelf.searcher.search(Query((TextExample("red"),), "tiny", refinement=refinement, top=3))
    assert "red.png" in names(result)
    assert (result.notices != ()) == refinement.geometry


@pytest.mark.parametrize("refinement", KINDS)
def test_graph_is_used(scenes: Any, refinement: Refinement, tmp_path: Path) -> None:
    for _ in build_graph(scenes.writer, "tiny"):
        pass
    query = scenes.query(scenes.pictures / "scene1.png", top=2, strategy=Strategy.GRAPH, refinement=refinement)
    with Library.open(tmp_path / "library") as library:
        searcher = Searcher(library, scenes.store)
        assert len(searcher.search(query).matches) == 2
        searcher.close()


# -- expansion ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("metric", list(Metric))
def test_expansion_asks_again_with_the_best_matches(shelf: Any, metric: Metric) -> None:
    """Whites and yellows stand between white and yellow: together with them the query is farther from where it was."""
    path = shelf.draw("query.png", "orange", "red")
    query = shelf.query(path, metric=metric, top=10)
    plain = shelf.searcher.search(query)
    wide = shelf.searcher.search(replace(query, refinement=Refinement(Expansion.AVERAGE)))
    chosen = plain.matches[: expansion.NEIGHBOURS[Expansion.AVERAGE]]
    vectors = [shelf.vector_of("query.png"), *(shelf.vector_of(match.image.path.name) for match in chosen)]
    if metric is Metric.CORRELATION:
        vectors = [vector - vector.mean() for vector in vectors]
    direction = sum(vector / np.linalg.norm(vector) for vector in vectors)
    view = shelf.library.vectors("tiny")
    asked = (direction * view.stats[:, 0].mean() / np.linalg.norm(direction)).astype(np.float32)
    expected = {name: scores(asked, shelf.vector_of(name), metric)[0] for name in map(str, names(wide))}
    found = {match.image.path.name: match.score for match in wide.matches}
    assert found == pytest.approx(expected, rel=2e-3, abs=2e-3)


# -- shared neighbours ----------------------------------------------------------------------------------------------


def test_more_are_looked_at_than_are_shown(shelf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    reranked = reciprocal.reranked
    monkeypatch.setattr(
        reciprocal, "reranked", lambda ranking, *rest: looked_at.append(len(ranking.slots)) or reranked(ranking, *rest)
    )
    query = shelf.query(shelf.pictures / "red.png", top=2, refinement=Refinement(reciprocal=True))
    result = shelf.searcher.search(query)
    assert looked_at == [len(shelf.colours)]
    assert (len(result.matches), result.reordered) == (2, 2)


def test_copies_share_their_place_among_the_first(shelf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is put in order are contents: a copy more is an image more among the first."""
    monkeypatch.setattr(reciprocal, "CANDIDATES", 4)
    data = (shelf.pictures / "red.png").read_bytes()
    (shelf.pictures / "again.png").write_bytes(data)
    shelf.take_in(shelf.pictures / "again.png")
    query = shelf.query(shelf.pictures / "red.png", top=20, refinement=Refinement(reciprocal=True))
    result = shelf.searcher.search(query)
    assert result.reordered == 5
    assert result.matches[0].score == result.matches[1].score == 1.0


# -- geometry -------------------------------------------------------------------------------------------------------


def test_the_same_thing_comes_first_whatever_its_colour(scenes: Any) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", top=3)
    assert "found.png" not in names(scenes.searcher.search(query))
    result = scenes.searcher.search(replace(query, refinement=GEOMETRY))
    assert names(result)[:2] == ["scene1.png", "found.png"]
    assert result.reordered == 2
    found = result.verified[result.matches[1].image.id]
    assert found.inliers >= geometry.LEAST
    assert np.array(found.outline) == pytest.approx(np.array([[0, 0], [1, 0], [1, 1], [0, 1]]), abs=0.1)
    assert result.is_verified(result.matches[1].image.id)
    assert not result.is_verified(result.matches[2].image.id)
    assert result.notices == ()


def test_a_region_is_looked_for_alone(scenes: Any) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", Region(160, 0, 160, 120), refinement=GEOMETRY)
    result = scenes.searcher.search(query)
    assert "found.png" in names(result)[:2]
    (row,) = [row for row, name in enumerate(names(result)) if name == "scene1.png"]
    outline = result.verified[result.matches[row].image.id].outline
    assert np.array(outline) == pytest.approx(np.array([[0.5, 0], [1, 0], [1, 0.5], [0.5, 0.5]]), abs=0.02)


def test_pasted_pictures_are_looked_for(scenes: Any) -> None:
    data = (scenes.pictures / "found.png").read_bytes()
    result = scenes.searcher.search(scenes.query(PixelsExample(data), refinement=GEOMETRY))
    assert set(names(result)[:2]) == {"scene1.png", "found.png"}


def test_what_was_found_out_is_kept(scenes: Any) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", refinement=GEOMETRY)
    first = scenes.searcher.search(query)
    images = len(scenes.colours) + 4
    # The query's own picture is one of the library, whose points are there already.
    assert sorted(scenes.decoding.asked) == ["best_of"] + ["keypoints"] + (images - 1) * ["look"]
    scenes.decoding.asked.clear()
    for change in ({"metric": Metric.L1}, {"top": 3}, {"refinement": EVERYTHING}):
        scenes.searcher.search(replace(query, **change))
    assert scenes.decoding.asked == []
    assert scenes.searcher.search(query).verified == first.verified
    # Another question: only the pairs are made anew.
    scenes.searcher.search(scenes.query(scenes.pictures / "scene2.png", refinement=GEOMETRY))
    assert scenes.decoding.asked == images * ["best_of"]


def test_few_are_kept(scenes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geometric, "_KEPT", 3)
    searcher = Searcher(scenes.library, scenes.store, decoding=scenes.decoding)
    query = scenes.query(scenes.pictures / "scene1.png", refinement=GEOMETRY)
    searcher.search(query)
    scenes.decoding.asked.clear()
    searcher.search(scenes.query(scenes.pictures / "scene2.png", refinement=GEOMETRY))
    assert scenes.decoding.asked.count("look") >= len(scenes.colours)
    searcher.close()


def test_files_that_are_gone_are_not_verified_and_that_is_said(scenes: Any) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", refinement=GEOMETRY, top=20)
    (scenes.pictures / "found.png").unlink()
    (scenes.pictures / "red.png").write_bytes(b"no picture")
    result = scenes.searcher.search(query)
    assert len(result.matches) == len(result.verified) + 2
    assert result.notices == ("The geometry of 2 pictures was not checked: files are gone or cannot be read.",)


def test_a_query_that_is_gone_cannot_be_looked_for(scenes: Any) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", refinement=GEOMETRY)
    (scenes.pictures / "scene1.png").unlink()
    result = scenes.searcher.search(query)
    assert (result.reordered, result.verified) == (0, {})
    assert "geometry was not checked" in result.notices[0]
    assert names(result)[0] == "scene1.png"


def test_nothing_more_is_read_once_it_is_not_wanted(scenes: Any) -> None:
    query = scenes.query(scenes.pictures / "scene1.png", refinement=GEOMETRY)

    def wanted() -> bool:
        return scenes.decoding.asked.count("look") < 2

    with pytest.raises(Superseded):
        scenes.searcher.search(query, wanted=wanted)
    assert scenes.decoding.asked.count("look") < len(scenes.colours)


def test_only_the_best_are_looked_at(scenes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geometric, "CANDIDATES", 2)
    result = scenes.searcher.search(scenes.query(scenes.pictures / "scene1.png", refinement=GEOMETRY, top=20))
    assert len(result.verified) == 2
    assert len(result.matches) == len(scenes.colours) + 4
    assert result.reordered == 1


def test_one_a_burst_stays_one(scenes: Any) -> None:
    query = scenes.query(
        scenes.pictures / "scene1.png", refinement=EVERYTHING, filters=Filters(apart=Apart.ONE_A_BURST), top=20
    )
    plain = scenes.searcher.search(replace(query, refinement=PLAIN))
    assert len(scenes.searcher.search(query).matches) == len(plain.matches)
