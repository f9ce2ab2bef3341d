"""A result as other programs read it."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

from imsearch_gui.domain.exporting import Export, Form, numbered
from imsearch_gui.domain.filters import Filters
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.records import (
    ImageRecord,
    Match,
    PictureInfo,
    Query,
    SearchResult,
    Strategy,
    TextExample,
    Timings,
)
from imsearch_gui.domain.refinement import Expansion, Refinement, Verified
from imsearch_gui.domain.result_form import csv_parts, json_parts, match_object, result_object
from imsearch_gui.domain.strength import StrengthScale

ODD = os.fsdecode(b'/pictures/caf\xe9, "two"\n.jpg')


def result(scale: StrengthScale | None = None) -> SearchResult:
    info = PictureInfo(640, 480, "JPEG")
    images = (
        ImageRecord(1, Path(ODD), 10, 0, info, Marks(("at sea", "gold"), 7, 4)),
        ImageRecord(2, Path("/pictures/b.jpg"), 10, 0, info),
    )
    query = Query((TextExample("a"),), "classic", filters=Filters(rating=1))
    matches = tuple(Match(rank + 1, image, 0.9 - rank / 2) for rank, image in enumerate(images))
    return SearchResult(query, matches, Strategy.EXACT, 2, scale=scale)


def test_json_is_what_the_command_line_writes_with_marks() -> None:
    shown = result(StrengthScale((0.0, 1.0), (0.0, 2.0)))
    written = json.loads(b"".join(json_parts(shown, shown.matches)))
    first, second = written.pop("matches")
    assert written == result_object(shown)
    assert written["filters"] == {"rating": 1}
    assert first == {**match_object(shown, shown.matches[0]), "rating": 4, "colour": 7, "labels": ["at sea", "gold"]}
    assert (first["path"], first["strength"], second["labels"]) == (ODD, 1.8, [])


def test_json_of_a_refined_answer_says_what_was_done() -> None:
    plain = result()
    query = replace(plain.query, refinement=Refinement(Expansion.ALPHA, geometry=True))
    refined = replace(plain, query=query, timings=Timings(refine=2.0), reordered=1, verified={2: Verified(12)})
    told = result_object(refined)
    assert told.pop("refinement") == {"expansion": "alpha", "geometry": True}
    assert told.pop("reordered") == 1
    assert told["timings_ms"].pop("refine") == 2.0
    assert told == result_object(plain)
    assert [match_object(refined, match).get("inliers") for match in refined.matches] == [None, 12]


def test_json_of_nothing_is_json() -> None:
    assert json.loads(b"".join(json_parts(result(), ())))["matches"] == []


def test_csv_keeps_the_bytes_of_a_name() -> None:
    data = b"".join(csv_parts(result(), result().matches))
    assert b"caf\xe9" in data
    header, first, second = csv.reader(io.StringIO(data.decode("utf-8", "surrogateescape"), newline=""))
    assert header == ["rank", "path", "score", "strength", "rating", "colour", "labels"]
    assert first == ["1", ODD, "0.9", "", "4", "7", "at sea; gold"]
    assert second == ["2", "/pictures/b.jpg", "0.4", "", "", "", ""]


def test_what_was_noted_since_is_written() -> None:
    wish = Export(result(), result().matches, Form.CSV, Path("a.csv"), marks={2: Marks(("new",))})
    assert [match.image.marks.labels for match in wish.marked()] == [("at sea", "gold"), ("new",)]


def test_names_sort_as_the_matches_do() -> None:
    assert numbered(1, "a.jpg", 200) == "001 a.jpg"
    names = [numbered(rank, "a.jpg", 12_345) for rank in (2, 10, 999, 12_345)]
    assert sorted(names) == names
