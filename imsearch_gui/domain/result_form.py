"""A result as other programs read it: the objects that the command line writes, and what is noted of the images. Pure.

JSON is in ASCII: a file name of any bytes is an escape there, and Python's `json` gives the same path back. CSV is UTF-8 with the
name's own bytes. Both come in parts, so that a million matches are never one text.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from imsearch_gui.domain.filters_json import filters_object
from imsearch_gui.domain.records import Match, SearchResult
from imsearch_gui.domain.refinement_json import refinement_object

PATH_BYTES = "surrogatepass" if os.name == "nt" else "surrogateescape"
TABLE = ("rank", "path", "score", "strength", "rating", "colour", "labels")
"""The columns of a table; labels stand behind one another with a semicolon."""


def result_object(result: SearchResult) -> dict[str, Any]:
    """All but the matches."""
    timings, refinement = result.timings, result.query.refinement
    refined = {"refinement": refinement_object(refinement), "reordered": result.reordered} if refinement.any else {}
    return {
        "model": result.query.model_id,
        "metric": result.query.metric.value,
        "how": result.how.value,
        "filters": filters_object(result.query.filters),
        **refined,
        "library_size": result.library_size,
        "timings_ms": {
            "decode": round(timings.decode, 3),
            "encode": round(timings.encode, 3),
            "search": round(timings.search, 3),
            **({"refine": round(timings.refine, 3)} if refined else {}),
            "total": round(timings.total, 3),
        },
    }


def match_object(result: SearchResult, match: Match, *, marks: bool = False) -> dict[str, Any]:
    """One match, with its points where its geometry was checked; `marks` adds what is noted of its image."""
    found: dict[str, Any] = {
        "rank": match.rank,
        "path": str(match.image.path),
        "score": match.score,
        "strength": strength_of(result, match),
    }
    verdict = result.verified.get(match.image.id)
    if verdict is not None:
        found["inliers"] = verdict.inliers
    noted = match.image.marks
    if marks:
        found |= {"rating": noted.rating, "colour": noted.colour, "labels": list(noted.labels)}
    return found


def strength_of(result: SearchResult, match: Match) -> float | None:
    """None where it cannot be told."""
    return None if result.scale is None else round(result.scale.strength(match.score), 3)


def json_parts(result: SearchResult, matches: Iterable[Match]) -> Iterator[bytes]:
    """One object, a line a match, with marks: a part for what stands before them, one for each, and one for the end."""
    yield json.dumps(result_object(result), allow_nan=False)[:-1].encode() + b', "matches": ['
    between = b"\n"
    for match in matches:
        yield between + json.dumps(match_object(result, match, marks=True), allow_nan=False).encode()
        between = b",\n"
    yield b"\n]}\n"


def csv_parts(result: SearchResult, matches: Iterable[Match]) -> Iterator[bytes]:
    """A part for the names of the columns, and one for each match."""
    yield csv_line(TABLE)
    for match in matches:
        noted, strength = match.image.marks, strength_of(result, match)
        yield csv_line(
            [
                match.rank,
                match.image.path,
                match.score,
                "" if strength is None else strength,
                noted.rating or "",
                noted.colour or "",
                "; ".join(noted.labels),
            ]
        )


def csv_line(cells: Sequence[Any]) -> bytes:
    """One row, with its end."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue().encode("utf-8", PATH_BYTES)
