"""Queries as JSON, for files that are kept. Pictures without a file are named by their content and kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from imsearch_gui.domain.filters_json import filters_from, filters_object
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import Example, FileExample, PixelsExample, Query, Strategy, TextExample
from imsearch_gui.domain.refinement_json import refinement_from, refinement_object
from imsearch_gui.domain.region import Region

Fetch = Callable[[str], bytes]


MOST = 2**31 - 1
"""Of what is counted: matches, pixels of a side."""


def picture_name(data: bytes) -> str:
    """What the copy of a picture without a file is called."""
    from hashlib import sha256  # brings OpenSSL, which the first paint of the window does without

    return sha256(data).hexdigest()[:32]


def to_json(query: Query) -> dict[str, Any]:
    """All of a query but the bytes of its pictures."""
    return {
        "like": [_example_to_json(example) for example in query.like],
        "unlike": [_example_to_json(example) for example in query.unlike],
        "model": query.model_id,
        "metric": query.metric.value,
        "top": query.top,
        "strategy": query.strategy.value,
        "filters": filters_object(query.filters),
        "refinement": refinement_object(query.refinement),
    }


def from_json(value: Any, fetch: Fetch) -> Query:
    """The query again; `fetch` gives the bytes of a picture by its name. Raises ValueError for what is no query."""
    try:
        return Query(
            like=tuple(_example_from_json(one, fetch) for one in value["like"]),
            unlike=tuple(_example_from_json(one, fetch) for one in value["unlike"]),
            model_id=str(value["model"]),
            metric=Metric(value["metric"]),
            top=_within(value["top"], 1, MOST),
            strategy=Strategy(value["strategy"]),
            filters=filters_from(value["filters"]),
            # Queries that were kept before there was any are plain.
            refinement=refinement_from(value.get("refinement", {})),
        )
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"that is no query: {error}") from error


def _within(value: Any, least: int, most: int) -> int:
    number = int(value)
    if not least <= number <= most:
        raise ValueError(f"{number} is not between {least} and {most}")
    return number


def _example_to_json(example: Example) -> dict[str, Any]:
    if isinstance(example, TextExample):
        return {"words": example.text}
    region = example.region
    box = None if region is None else [getattr(region, field.name) for field in fields(region)]
    if isinstance(example, FileExample):
        return {"file": str(example.path), "region": box}
    return {"picture": picture_name(example.data), "name": example.name, "region": box}


def _example_from_json(value: Any, fetch: Fetch) -> Example:
    if "words" in value:
        return TextExample(str(value["words"]))
    box = value["region"]
    region = None if box is None else Region(*(_within(number, -MOST, MOST) for number in box))
    if "file" in value:
        return FileExample(Path(value["file"]), region)
    return PixelsExample(fetch(str(value["picture"])), str(value["name"]), region)
