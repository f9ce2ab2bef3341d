"""From a picture to ranked images, with real pictures and a model small enough to be followed by hand."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import FileExample, PictureInfo, PixelsExample, Query, Strategy
from imsearch_gui.domain.region import Region
from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.graph_job import build_graph
from imsearch_gui.searching.newest import Newest
from imsearch_gui.searching.search import Searcher, Superseded


def names(result: Any) -> list[str]:
    return [match.image.path.name for match in result.matches]


@pytest.mark.parametrize("metric", list(Metric))
def test_picture_of_the_library_is_found_first_without_the_model(shelf: Any, metric: Metric) -> None:
    result = shelf.searcher.search(shelf.query(shelf.pictures / "cyan.png", metric=metric, top=3))
    assert names(result)[0] == "cyan.png"
    assert result.matches[0].score == (0.0 if metric.is_distance else 1.0)
    assert [match.rank for match in result.matches] == [1, 2, 3]
    assert result.how is Strategy.EXACT
    assert result.library_size == len(shelf.colours)
    assert shelf.encoder.asked == 0


@pytest.mark.parametrize("metric", list(Metric))
def test_scores_run_from_best_to_worst(shelf: Any, metric: Metric) -> None:
    other = shelf.draw("query.png", "orange", "red")
    result = shelf.searcher.search(shelf.query(other, metric=metric, top=100))
    scores = [match.score for match in result.matches]
    assert len(scores) == len(shelf.colours)
    assert scores == sorted(scores, reverse=not metric.is_distance)
    assert set(names(result)[:2]) == {"orange.png", "red.png"} or metric is Metric.CORRELATION


def test_metric_number_and_strategy_cost_no_inference(shelf: Any) -> None:
    query = shelf.query(shelf.draw("query.png", "orange", "red"))
    first = shelf.searcher.search(query)
    assert first.timings.encode > 0
    for change in ({"metric": Metric.L1}, {"top": 3}, {"strategy": Strategy.EXACT}):
        again = shelf.searcher.search(replace(query, **change))  # type: ignore[arg-type]
        assert (again.timings.decode, again.timings.encode) == (0.0, 0.0)
        assert again.timings.total >= again.timings.search > 0
    assert shelf.encoder.asked == 1


def test_changed_file_is_read_again(shelf: Any) -> None:
    path = shelf.draw("query.png", "orange", "red")
    shelf.searcher.search(shelf.query(path))
    shelf.draw("query.png", "blue", "cyan")
    os.utime(path, ns=(1, 1))
    result = shelf.searcher.search(shelf.query(path, top=2, metric=Metric.L2))
    assert set(names(result)) == {"blue.png", "cyan.png"}


def test_file_that_is_gone_keeps_its_vector(shelf: Any) -> None:
    path = shelf.draw("query.png", "orange", "red")
    before = shelf.searcher.search(shelf.query(path))
    path.unlink()
    assert names(shelf.searcher.search(shelf.query(path))) == names(before)
    with pytest.raises(PictureError, match=r"query\.png"):
        shelf.searcher.search(shelf.query(path, region=Region(0, 0, 10, 10)))


def test_few_vectors_are_remembered(shelf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf.searcher._vectors, "_vectors", Newest(2))
    paths = [shelf.draw(f"query{number}.png", "orange", colour) for number, colour in enumerate(shelf.colours[:3])]
    for path in paths:
        shelf.searcher.search(shelf.query(path))
    shelf.searcher.search(shelf.query(paths[2]))
    assert shelf.encoder.asked == 3
    shelf.searcher.search(shelf.query(paths[0]))
    assert shelf.encoder.asked == 4


def test_region_decides(shelf: Any) -> None:
    path = shelf.draw("query.png", "blue", "yellow")
    left = shelf.searcher.search(shelf.query(path, region=Region(0, 10, 31, 38), top=1, metric=Metric.L2))
    right = shelf.searcher.search(shelf.query(path, region=Region(33, 10, 31, 38), top=1, metric=Metric.L2))
    assert (names(left), names(right)) == (["blue.png"], ["yellow.png"])


def test_region_of_the_whole_picture_is_the_picture(shelf: Any) -> None:
    query = shelf.query(shelf.pictures / "red.png", region=Region(-5, 0, 500, 500), metric=Metric.L1, top=1)
    result = shelf.searcher.search(query)
    assert (names(result), result.matches[0].score) == (["red.png"], 0.0)
    assert shelf.encoder.asked == 0


def test_region_outside_is_refused(shelf: Any) -> None:
    with pytest.raises(QueryError, match="64 x 48"):
        shelf.searcher.search(shelf.query(shelf.pictures / "red.png", region=Region(64, 0, 5, 5)))


def test_pasted_picture(shelf: Any) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (30, 30), "magenta").save(buffer, "PNG")
    result = shelf.searcher.search(shelf.query(PixelsExample(buffer.getvalue()), metric=Metric.L2, top=1))
    assert names(result) == ["magenta.png"]
    whole = PixelsExample((shelf.pictures / "green.png").read_bytes())
    assert shelf.searcher.search(shelf.query(whole, metric=Metric.L2)).matches[0].score == 0.0


def test_broken_examples_are_named(shelf: Any) -> None:
    path = shelf.pictures / "broken.png"
    path.write_bytes((shelf.pictures / "red.png").read_bytes()[:60])
    with pytest.raises(PictureError, match=r"^broken\.png: "):
        shelf.searcher.search(shelf.query(path))
    with pytest.raises(PictureError, match=r"^missing\.png: "):
        shelf.searcher.search(shelf.query(shelf.pictures / "missing.png"))
    with pytest.raises(PictureError, match=r"^clip: "):
        shelf.searcher.search(shelf.query(PixelsExample(b"no picture at all", name="clip")))


def test_copies_share_a_score_and_are_all_listed(shelf: Any) -> None:
    shelf.add("again.png", "cyan")
    result = shelf.searcher.search(shelf.query(shelf.pictures / "cyan.png", top=3, metric=Metric.L2))
    assert names(result)[:2] == ["cyan.png", "again.png"]
    assert [match.score for match in result.matches[:2]] == [0.0, 0.0]
    assert len(result.matches) == 3
    one = shelf.searcher.search(shelf.query(shelf.pictures / "cyan.png", top=1, metric=Metric.L2))
    assert names(one) == ["cyan.png"]


def test_what_was_committed_since_is_found(shelf: Any) -> None:
    query = shelf.query(shelf.draw("query.png", "orange", "red"), metric=Metric.L2, top=1)
    shelf.searcher.search(query)
    shelf.add("closer.png", "orange", "red")
    assert names(shelf.searcher.search(query)) == ["closer.png"]
    shelf.forget("closer.png")
    assert "closer.png" not in names(shelf.searcher.search(replace(query, top=100)))


def test_image_that_is_gone_may_still_be_asked_with(shelf: Any) -> None:
    shelf.forget("red.png")
    result = shelf.searcher.search(shelf.query(shelf.pictures / "red.png", top=100))
    assert "red.png" not in names(result)
    assert len(result.matches) == len(shelf.colours) - 1 == result.library_size


def test_unknown_model_is_refused_by_name(shelf: Any) -> None:
    with pytest.raises(QueryError, match=r"'other'.*tiny"):
        shelf.searcher.search(replace(shelf.query(shelf.pictures / "red.png"), model_id="other"))


def test_model_of_another_version_is_refused(shelf: Any) -> None:
    shelf.store.model = shelf.version(fingerprint="f2")
    with pytest.raises(QueryError, match="version"):
        shelf.searcher.search(shelf.query(shelf.draw("query.png", "orange", "red")))
    # What is in the library needs no model.
    assert shelf.searcher.search(shelf.query(shelf.pictures / "red.png")).matches


def test_no_match_at_all_is_asked_for(shelf: Any) -> None:
    with pytest.raises(QueryError, match="at least one"):
        shelf.searcher.search(shelf.query(shelf.pictures / "red.png", top=0))


@pytest.mark.parametrize("stages", [0, 1, 2])
def test_unwanted_query_is_given_up_between_stages(shelf: Any, stages: int) -> None:
    answers = iter([True] * stages + [False] * 10)
    with pytest.raises(Superseded):
        shelf.searcher.search(shelf.query(shelf.draw("query.png", "orange", "red")), wanted=lambda: next(answers))
    assert shelf.encoder.asked == (1 if stages == 2 else 0)


def test_graph_answers_where_it_is_asked_for(shelf: Any) -> None:
    random = np.random.default_rng(0)
    for number in range(500):
        left, right = (f"#{value:06x}" for value in random.integers(0, 1 << 24, 2))
        shelf.add(f"{number}.png", left, right)
    list(build_graph(shelf.writer, shelf.spec.id, wanted=True))
    query = shelf.query(shelf.pictures / "7.png", top=3, metric=Metric.L1)
    assert shelf.searcher.search(query).how is Strategy.EXACT
    monkey = replace(query, strategy=Strategy.GRAPH)
    found = shelf.searcher.search(monkey)
    assert found.how is Strategy.GRAPH
    assert names(found)[0] == "7.png"
    assert found.matches[0].score == 0.0
    everything = shelf.searcher.search(replace(query, strategy=Strategy.GRAPH, top=1_000))
    assert everything.how is Strategy.EXACT
    assert len(everything.matches) == 500 + len(shelf.colours)


def test_damaged_graph_is_a_scan(shelf: Any, tmp_path: Path) -> None:
    list(build_graph(shelf.writer, shelf.spec.id, wanted=True))
    (file,) = (tmp_path / "library" / "graph").iterdir()
    file.write_bytes(b"junk")
    query = shelf.query(shelf.pictures / "red.png", strategy=Strategy.GRAPH, top=1)
    result = shelf.searcher.search(query)
    assert (result.how, names(result)) == (Strategy.EXACT, ["red.png"])


def test_empty_library_says_what_to_do(shelf: Any, tmp_path: Path) -> None:
    LibraryWriter.open(tmp_path / "empty").close()
    path = tmp_path / "a.png"
    Image.new("RGB", (10, 10)).save(path)
    with (
        Library.open(tmp_path / "empty") as library,
        pytest.raises(QueryError, match="index a folder first"),
    ):
        Searcher(library, shelf.store).search(Query((FileExample(path),), "tiny"))


def test_an_image_whose_disk_is_not_there_can_be_searched_with(shelf: Any) -> None:
    gone = shelf.pictures / "red.png"
    expected = shelf.searcher.search(shelf.query(gone))
    fresh = Searcher(shelf.library, shelf.store)  # type: ignore[arg-type]
    gone.rename(gone.with_suffix(".away"))
    found = fresh.search(shelf.query(gone))
    assert found.matches == expected.matches
    assert found.provider == "", "the vector was there; no model ran"
    with pytest.raises(PictureError):
        fresh.search(shelf.query(gone, Region(0, 0, 10, 10)))
    with pytest.raises(PictureError):
        fresh.search(shelf.query(shelf.pictures / "never.png"))


def test_the_number_of_images_is_of_those_with_a_vector_of_the_model(shelf: Any) -> None:
    assert shelf.searcher.search(shelf.query(shelf.pictures / "red.png")).library_size == len(shelf.colours)
    other = shelf.writer.use_model("other", title="Other", dimension=3, fingerprint="f", folder=Path("m"))
    path = shelf.pictures / "red.png"
    item = Encoded(FoundFile(path, 1, 1), b"another content", PictureInfo(4, 3, "PNG"), np.ones(3, np.float32))
    shelf.writer.store(other, {path: shelf._root}, [item], [])
    result = shelf.searcher.search(shelf.query(shelf.pictures / "green.png"))
    assert result.library_size == len(shelf.colours) - 1
