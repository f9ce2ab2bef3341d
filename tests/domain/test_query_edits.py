"""Changes to the examples of a query."""

from __future__ import annotations

from pathlib import Path

from imsearch_gui.domain.query_edits import bare, is_like, region_of, turned, with_example, with_region, without
from imsearch_gui.domain.records import FileExample, PixelsExample, Query, TextExample
from imsearch_gui.domain.region import Region

A, B = FileExample(Path("/a.jpg")), PixelsExample(b"png")
WORDS = TextExample("a red balloon")
REGION = Region(1, 2, 30, 40)
QUERY = Query((A, WORDS), "m", unlike=(B,))


def test_places_count_through_both_sides() -> None:
    assert QUERY.examples == (A, WORDS, B)
    assert [is_like(QUERY, place) for place in range(3)] == [True, True, False]


def test_one_more_on_either_side() -> None:
    other = FileExample(Path("/c.jpg"))
    assert with_example(QUERY, other, like=True).like == (A, WORDS, other)
    assert with_example(QUERY, other, like=False).unlike == (B, other)


def test_the_same_example_is_never_there_twice() -> None:
    assert with_example(QUERY, A, like=True).like == (WORDS, A)
    moved = with_example(QUERY, A, like=False)
    assert (moved.like, moved.unlike) == ((WORDS,), (B, A))


def test_one_less() -> None:
    assert without(QUERY, 0).like == (WORDS,)
    assert without(QUERY, 2).unlike == ()


def test_turned_twice_is_as_before_but_for_the_order() -> None:
    there = turned(QUERY, 0)
    assert (there.like, there.unlike) == ((WORDS,), (B, A))
    back = turned(there, 2)
    assert (set(back.like), back.unlike) == ({A, WORDS}, (B,))


def test_a_region_belongs_to_one_picture() -> None:
    cut = with_region(QUERY, 2, REGION)
    assert region_of(cut.unlike[0]) == REGION
    assert cut.like == QUERY.like
    assert with_region(QUERY, 1, REGION) == QUERY, "words have no regions"
    assert bare(cut.unlike[0]) == B
    assert bare(WORDS) == WORDS
    assert region_of(WORDS) is None
