"""Words, and several examples."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import FileExample, Query, TextExample


def names(result: Any) -> list[str]:
    return [match.image.path.name for match in result.matches]


def test_words_become_a_vector_once(shelf: Any, words: Any) -> None:
    query = Query((TextExample("blue"),), shelf.spec.id)
    assert shelf.searcher.search(query).matches[0].image.path.name == "blue.png"
    again = shelf.searcher.search(replace(query, metric=Metric.L1))
    assert again.matches[0].image.path.name == "blue.png"
    assert words.asked == ["blue"]
    assert again.timings.encode == 0.0


def test_words_and_a_picture_and_something_else_less(shelf: Any, words: Any) -> None:
    both = Query((FileExample(shelf.pictures / "red.png"), TextExample("blue")), shelf.spec.id)
    assert shelf.searcher.search(both).matches[0].image.path.name == "magenta.png"
    less = replace(both, unlike=(TextExample("blue"),), like=(FileExample(shelf.pictures / "magenta.png"),))
    names = [match.image.path.name for match in shelf.searcher.search(less).matches]
    assert names.index("red.png") < names.index("blue.png")


def test_words_to_a_model_that_takes_none(shelf: Any) -> None:
    with pytest.raises(QueryError, match="Tiny knows pictures, not words"):
        shelf.searcher.search(Query((TextExample("blue"),), shelf.spec.id))


def test_a_query_must_look_for_something(shelf: Any) -> None:
    nothing = Query((), shelf.spec.id, unlike=(FileExample(shelf.pictures / "red.png"),))
    with pytest.raises(QueryError, match="what to look for"):
        shelf.searcher.search(nothing)
