"""Changes to a query, each a new Query. Pure.

An example is named by its place in `Query.examples`: those that are looked for first, then those that are not.
"""

from __future__ import annotations

from dataclasses import replace

from imsearch_gui.domain.records import Example, Query, TextExample
from imsearch_gui.domain.region import Region


def bare(example: Example) -> Example:
    """The example without its region: what a picture of it can be shown from."""
    return example if isinstance(example, TextExample) else replace(example, region=None)


def region_of(example: Example) -> Region | None:
    """The part of it that counts; None for the whole, and for words."""
    return None if isinstance(example, TextExample) else example.region


def is_like(query: Query, place: int) -> bool:
    """Whether the example is one that is looked for."""
    return place < len(query.like)


def with_example(query: Query, example: Example, *, like: bool) -> Query:
    """One more, behind the others of its kind; the same one again, or on the other side, takes the place of the first."""
    kept = without(query, query.examples.index(example)) if example in query.examples else query
    return replace(kept, like=(*kept.like, example)) if like else replace(kept, unlike=(*kept.unlike, example))


def without(query: Query, place: int) -> Query:
    """One example less."""
    side, position = _side(query, place)
    rest = side[:position] + side[position + 1 :]
    return replace(query, like=rest) if is_like(query, place) else replace(query, unlike=rest)


def turned(query: Query, place: int) -> Query:
    """The example on the other side: looked for instead of not, or the other way round."""
    return with_example(query, query.examples[place], like=not is_like(query, place))


def swapped(query: Query) -> Query:
    """Every example on the other side."""
    return replace(query, like=query.unlike, unlike=query.like)


def with_region(query: Query, place: int, region: Region | None) -> Query:
    """Another part of a picture; words stay as they are."""
    side, position = _side(query, place)
    example = side[position]
    if isinstance(example, TextExample):
        return query
    changed = (*side[:position], replace(example, region=region), *side[position + 1 :])
    return replace(query, like=changed) if is_like(query, place) else replace(query, unlike=changed)


def _side(query: Query, place: int) -> tuple[tuple[Example, ...], int]:
    if is_like(query, place):
        return query.like, place
    return query.unlike, place - len(query.like)
